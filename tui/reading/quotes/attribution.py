"""From stretches to records: what is speech, who said it, whom that stands for, and why."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tui.model import Kind
from tui.reading.quotes import reasons, speech, weights
from tui.reading.quotes.context import Context, read_context
from tui.reading.quotes.extent import extent
from tui.reading.quotes.features import Place, describe_place
from tui.reading.quotes.marks import find_stretches
from tui.reading.quotes.mentions import Mention
from tui.reading.quotes.parts import only_attribution
from tui.reading.quotes.ranking import rank
from tui.reading.quotes.resolution import Resolver
from tui.reading.records import Found

_SPEECH = 0.45
_LABEL = re.compile(r"((?:[A-Z][A-Z.'’-]+ ){0,3}[A-Z][A-Z.'’-]{2,}):\s")


@dataclass(slots=True)
class _Choice:
    """One stretch taken for speech, with its speaker."""

    number: int
    place: Place
    speaker: Mention | None
    sure: float
    others: list[Mention]


@dataclass(slots=True)
class Attribution:
    """The quoted speech of an article, with all that was learned on the way.

    `places[i]` is the word of the skeleton at which `found[i]` stands; `links` is the chain of the last
    of them.
    """

    context: Context
    resolver: Resolver
    found: list[Found]
    places: list[int]
    links: list[reasons.Link] = field(default_factory=list)


def quoted(text: str) -> list[Found]:
    """Return the quoted speech in `text`, one record a marked stretch."""
    return attribute(text).found if find_stretches(text) else []


def attribute(text: str, *, typed: bool = False) -> Attribution:
    """Return the quoted speech in `text`; `typed` takes two typed apostrophes for a double mark too."""
    context = read_context(text, typed=typed)
    tables = weights.load()
    resolver = Resolver(context, tables.get("pronoun", {}))
    previous: Mention | None = None
    previous_at = -1
    result = Attribution(context, resolver, [], [])
    group = 0
    for number in range(len(context.stretches)):
        place = describe_place(context, number, previous, previous_at)
        ranked, ties = rank(context, place, tables["speaker"])
        sure = ranked[0][0] if ranked else 0.0
        likely = speech.probability(speech.features(context, number, place, sure, ties), tables["speech"])
        if likely < _SPEECH:
            continue
        speaker = ranked[0][1] if ranked else None
        others = [mention for share, mention in ranked[1:8] if share > 0.01]
        if not _goes_on(context, place, speaker, previous, previous_at):
            group += 1
        choice = _Choice(number, place, speaker, sure * likely, others)
        result.found.append(_record(result, choice, group))
        result.places.append(place.at)
        if speaker is not None:
            resolver.spoke(speaker, place.at)
        previous, previous_at = speaker, place.at
    return result


def _goes_on(
    context: Context, place: Place, speaker: Mention | None, previous: Mention | None, previous_at: int
) -> bool:
    """Tell whether a quote is a further part of the one before."""
    if speaker is None or speaker is not previous or previous_at < 0:
        return False
    if not only_attribution(context.skeleton, previous_at + 1, place.at):
        return False
    if context.skeleton.sentence[previous_at] == context.skeleton.sentence[place.at]:
        return True
    between = context.skeleton.shape[previous_at + 1 : place.at]
    return place.kind in ("whole", "start", "more") and between.count(".") < 2 and between.count("B") < 2


def _record(known: Attribution, choice: _Choice, group: int) -> Found:
    context, resolver = known.context, known.resolver
    stretch = context.stretches[choice.number]
    skeleton = context.skeleton
    words = context.text[stretch.start : stretch.end]
    kind: Kind = "mixed"
    if words[0].isupper() and (stretch.end - stretch.start > 40 or words[-1] in ",.?!"):
        kind = "direct"
    label = _label(context, choice.number)
    if label is not None:
        name = resolver.named(label[0])
        why = "named at the beginning of the quote"
        return Found(stretch.start, stretch.end, words, kind, group, *label, name, ":", why, 0.9)
    speaker = choice.speaker
    if speaker is None:
        return Found(stretch.start, stretch.end, words, kind, group, why="nobody is named", confidence=0.0)
    entity, behind, sure = resolver.resolve(speaker, choice.number)
    sentence = skeleton.sentences[skeleton.sentence[speaker.first]]
    cue = reasons.cue_of(context, speaker, *sentence)
    why = reasons.why(context, choice.place, speaker, cue)
    if behind:
        why += "; " + behind
    first, last = extent(context, speaker)
    start, end = skeleton.starts[first], skeleton.ends[last - 1]
    links = reasons.links(context, choice.place, speaker, entity)
    if known.found and known.found[-1].entity == entity:
        apart = skeleton.paragraph[choice.place.at] - skeleton.paragraph[known.places[-1]]
        links = reasons.goes_on(links, known.links) if apart < 2 else links
    known.links = links
    through = tuple(name for _, name in links)
    return Found(
        stretch.start, stretch.end, words, kind, group, context.text[start:end], start, end, entity,
        skeleton.text[cue] if cue >= 0 else "", why, round(choice.sure * sure, 2),
        resolver.alternatives(speaker, choice.others, entity),
        through, resolver.role(speaker),
    )  # fmt: skip


def _label(context: Context, number: int) -> tuple[str, int, int] | None:
    """Return the speaker that a stretch of a transcript names itself: "REPORTER: Will you …"."""
    stretch = context.stretches[number]
    match = _LABEL.match(context.text, stretch.start, stretch.end)
    return (match.group(1), match.start(1), match.end(1)) if match else None

"""From stretches to records: what is speech, who said it, whom that stands for, and why."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tui.model import Kind
from tui.reading.quotes import speech, weights
from tui.reading.quotes.context import Context, read_context
from tui.reading.quotes.features import Place, describe_place
from tui.reading.quotes.mentions import Mention
from tui.reading.quotes.ranking import rank
from tui.reading.quotes.resolution import Resolver
from tui.reading.quotes.words import CUES
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

    `places[i]` is the word of the skeleton at which `found[i]` stands.
    """

    context: Context
    resolver: Resolver
    found: list[Found]
    places: list[int]


def quoted(text: str) -> list[Found]:
    """Return the quoted speech in `text`, one record a marked stretch."""
    return attribute(text).found


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
        others = [mention for share, mention in ranked[1:5] if share > 0.03]
        if speaker is not previous or speaker is None or previous_at < 0:
            group += 1
        choice = _Choice(number, place, speaker, sure * likely, others)
        result.found.append(_record(context, resolver, choice, group))
        result.places.append(place.at)
        if speaker is not None:
            resolver.spoke(speaker, place.at)
        previous, previous_at = speaker, place.at
    return result


def _record(context: Context, resolver: Resolver, choice: _Choice, group: int) -> Found:
    stretch = context.stretches[choice.number]
    skeleton = context.skeleton
    words = context.text[stretch.start : stretch.end]
    kind: Kind = "mixed"
    if words[0].isupper() and (stretch.end - stretch.start > 40 or words[-1] in ",.?!"):
        kind = "direct"
    speaker = choice.speaker
    if speaker is None:
        return Found(stretch.start, stretch.end, words, kind, group, why="nobody is named", confidence=0.0)
    label = _label(context, choice.number)
    if label is not None:
        name = resolver.named(label[0])
        why = "named at the beginning of the quote"
        return Found(stretch.start, stretch.end, words, kind, group, *label, name, ":", why, 0.9)
    entity, why, sure = resolver.resolve(speaker, choice.number)
    start, end = skeleton.starts[speaker.first], skeleton.ends[speaker.last - 1]
    others = []
    for name in resolver.others(speaker) + [resolver.glance(mention) for mention in choice.others]:
        if name != entity and name not in others:
            others.append(name)
    return Found(
        stretch.start, stretch.end, words, kind, group, context.text[start:end], start, end, entity,
        _cue(context, choice), why, round(choice.sure * sure, 2), tuple(others),
    )  # fmt: skip


def _label(context: Context, number: int) -> tuple[str, int, int] | None:
    """Return the speaker that a stretch of a transcript names itself: "REPORTER: Will you …"."""
    stretch = context.stretches[number]
    match = _LABEL.match(context.text, stretch.start, stretch.end)
    return (match.group(1), match.start(1), match.end(1)) if match else None


def _cue(context: Context, choice: _Choice) -> str:
    """Return the verb of saying nearest to the speaker."""
    skeleton, speaker = context.skeleton, choice.speaker
    assert speaker is not None
    for at in range(speaker.last, min(speaker.last + 10, len(skeleton.shape))):
        if skeleton.shape[at] == "V" and skeleton.lower[at] in CUES:
            return skeleton.text[at]
        if skeleton.shape[at] in "QB.":
            break
    if speaker.first and skeleton.shape[speaker.first - 1] == "V":
        return skeleton.text[speaker.first - 1]
    return ""

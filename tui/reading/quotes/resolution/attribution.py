"""From stretches to records: what is speech, who said it, whom that stands for, and why."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from functools import partial

from tui.core.model import Kind
from tui.reading.quotes import weights
from tui.reading.quotes.cues import confidence, explanations, polarity, speech_classifier
from tui.reading.quotes.cues.pull_quotes import pull_quotes
from tui.reading.quotes.cues.readouts import Readout, doer, gives_out, leader, readouts
from tui.reading.quotes.cues.relays import teller
from tui.reading.quotes.cues.replies import replier
from tui.reading.quotes.cues.signatures import signer
from tui.reading.quotes.cues.speaker_features import QuoteContext, describe_place
from tui.reading.quotes.cues.speaker_ranking import rank
from tui.reading.quotes.cues.speech_classifier import titled
from tui.reading.quotes.names.context import ArticleAnalysis, read_context
from tui.reading.quotes.names.mentions import PRONOUN, Mention
from tui.reading.quotes.resolution.coreference import CoreferenceResolver
from tui.reading.quotes.resolution.doubts import doubts
from tui.reading.quotes.resolution.voices import voice
from tui.reading.quotes.turns.bullets import points
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.quotation_marks import find_stretches
from tui.reading.quotes.words.quote_parts import only_attribution
from tui.reading.result import QuoteSpan

_SPEECH = 0.45
_SENTENCE = 4  # words
_OWN_ACT = 0.9  # how sure it is that a verb in the marks is its subject's


@dataclass(slots=True)
class _Choice:
    """One stretch taken for speech, with its speaker: how likely it is that speaker, and that it is speech."""

    number: int
    place: QuoteContext
    speaker: Mention | None
    sure: float
    speech: float
    others: list[Mention]
    ruled: bool  # a rule says so, whatever stands around


@dataclass(slots=True)
class Attribution:
    """The quoted speech of an article, with all that was learned on the way.

    `places[i]` is the word of the skeleton at which `found[i]` stands; `links` is the chain of the last
    of them.
    """

    context: ArticleAnalysis
    resolver: CoreferenceResolver
    found: list[QuoteSpan]
    places: list[int]
    links: list[explanations.Link] = field(default_factory=list)
    readouts: list[Readout] = field(default_factory=list)


def quoted(text: str) -> list[QuoteSpan]:
    """Return the quoted speech in `text`, one record a marked stretch."""
    return attribute(text).found if find_stretches(text) else []


def attribute(text: str, *, typed: bool = False) -> Attribution:
    """Return the quoted speech in `text`; `typed` takes two typed apostrophes for a double mark too."""
    context = read_context(text, typed=typed)
    tables = weights.load()
    resolver = CoreferenceResolver(context, tables.get("pronoun", {}))
    previous: Mention | None = None
    previous_at = -1
    result = Attribution(context, resolver, [], [], readouts=list(readouts(context)))
    group = 0
    skeleton = context.skeleton
    listed = {skeleton.paragraph[each.first]: each for each in points(context)}
    pulled = pull_quotes(context)
    for number in (each for each in range(len(context.stretches)) if each not in pulled):
        place = describe_place(context, number, previous, previous_at)
        ranked, ties = rank(context, place, tables["speaker"])
        sure = ranked[0][0] if ranked else 0.0
        point = listed.get(skeleton.paragraph[place.at])
        led = signer(context, place.at) or leader(context, place.at) or replier(context, place.at)
        led = led or (point and point.speaker)
        likely = speech_classifier.probability(
            speech_classifier.speech_features(context, number, place, sure, ties), tables["speech"]
        )
        if likely < _SPEECH and _is_paragraph(context, number, place.at):
            likely = _SPEECH
        if (likely < _SPEECH and led is None) or titled(context, place.at, number):
            continue
        speaker = ranked[0][1] if ranked else None
        # where the paragraph before left the speech open, and this one names nobody
        carried = place.kind == "more" and result.places[-1:] == [skeleton.quotes[number - 1]]
        carried = carried and not (speaker and place.first <= speaker.first < place.last)
        if carried:
            speaker = previous
        if led is not None:
            speaker, sure, likely = led, _OWN_ACT, max(likely, _OWN_ACT)
        passes_on = speaker is not None and (
            context.is_paper(speaker) or _accords(context, speaker) or gives_out(context, speaker, place.at)
        )
        if passes_on and (own := doer(context, place.at, number)):
            speaker, sure = own, max(sure, _OWN_ACT)
        others = [mention for share, mention in ranked[1:8] if share > 0.01]
        if (point and point.signed) or not _goes_on(context, place, speaker, previous, previous_at):
            group += 1
        choice = _Choice(number, place, speaker, sure, likely, others, led is not None)
        record = _record(result, choice, group)
        if carried and speaker is previous:
            record = replace(record, confidence=result.found[-1].confidence)
        result.found.append(record)
        result.places.append(place.at)
        # Of "Lund was asked by Roth" the rest is about Lund.
        if speaker is not None and skeleton.word_before(speaker.first) != "by":
            resolver.spoke(speaker, place.at)
        previous, previous_at = speaker, place.at
    _name_backwards(result)
    return result


def _name_backwards(result: Attribution) -> None:
    """Give the paragraphs of a speech that is left open and names nobody to who says its last: “A ¶ “B,” Lund said."""
    goes_on = {stretch.start for stretch in result.context.stretches if stretch.continues}
    found = result.found
    for number in range(len(found) - 2, -1, -1):
        one, behind = found[number], found[number + 1]
        if one.entity or not behind.entity or behind.start not in goes_on:
            continue
        why = f"goes on in the quote behind; {behind.why.removeprefix('goes on in the quote behind; ')}"
        found[number] = replace(
            behind, start=one.start, end=one.end, text=one.text, kind=one.kind, why=why, polarity=one.polarity
        )


def _accords(context: ArticleAnalysis, speaker: Mention) -> bool:
    """Tell whether a mention stands after "according to"."""
    return context.skeleton.lower[max(0, speaker.first - 2) : speaker.first] == ["according", "to"]


def _is_paragraph(context: ArticleAnalysis, number: int, at: int) -> bool:
    """Tell whether a quote of some words that end as a sentence does is all of its paragraph, which is speech."""
    stretch, shape = context.stretches[number], context.skeleton.shape
    words = context.text[stretch.start : stretch.end]
    alone = shape[at - 1 : at] == shapes.BREAK and shape[at + 1 : at + 2] in ("", shapes.BREAK)
    return alone and words[0].isupper() and words[-1] in ".?!…" and words.count(" ") >= _SENTENCE - 1


def _goes_on(
    context: ArticleAnalysis,
    place: QuoteContext,
    speaker: Mention | None,
    previous: Mention | None,
    previous_at: int,
) -> bool:
    """Tell whether a quote is a further part of the one before."""
    if speaker is None or speaker is not previous or previous_at < 0:
        return False
    if not only_attribution(context.skeleton, previous_at + 1, place.at):
        return False
    if context.skeleton.sentence[previous_at] == context.skeleton.sentence[place.at]:
        return True
    between = context.skeleton.shape[previous_at + 1 : place.at]
    return (
        place.kind in ("whole", "start", "more")
        and between.count(".") < 2
        and between.count(shapes.BREAK) < 2
    )


def _record(known: Attribution, choice: _Choice, group: int) -> QuoteSpan:
    """Return the record of a stretch: who says it, by what cue, through whom, and how sure that is."""
    context, resolver = known.context, known.resolver
    stretch = context.stretches[choice.number]
    skeleton = context.skeleton
    words = context.text[stretch.start : stretch.end]
    kind: Kind = "mixed"
    if words[0].isupper() and (stretch.end - stretch.start > 40 or words[-1] in ",.?!"):
        kind = "direct"
    if known.found and (known.found[-1].group, known.found[-1].kind) == (group, "direct"):
        kind = "direct"  # behind "she said" it goes on in small letters
    record = partial(QuoteSpan, start=stretch.start, end=stretch.end, text=words, kind=kind, group=group)
    speaker, at = choice.speaker, choice.place.at
    if speaker is None:
        return record(why="nobody is named", confidence=0.0)
    entity, speakers, first, last, sure, behind = voice(context, resolver, speaker, choice.number)
    sentence = skeleton.sentences[skeleton.sentence[speaker.first]]
    cue = explanations.cue_of(context, speaker, *sentence, at)
    how = explanations.why(context, choice.place, speaker, cue)
    why = f"{how}; {behind}" if behind else how
    weighed = resolver.alternatives(speaker, choice.others, entity)
    others = tuple(name for name in weighed if name not in speakers)
    figures = choice.sure, choice.speech
    names = [] if choice.ruled else confidence.circumstances(context, choice.place, speaker, cue)
    named = doubts(context, speaker, entity, why, len(others))
    title = confidence.RULED if choice.ruled else "sure"
    surely = confidence.sureness(figures, names, sure, title, named)
    start, end = skeleton.starts[first], skeleton.ends[last - 1]
    own = kind == "direct" and not polarity.is_accused_of(context, at)
    stance = None if own else polarity.accusation(context, cue, at)
    turned = polarity.of_quote(context, at, cue, kind)
    if stance is None and kind == "mixed" and not turned:
        stance = polarity.negation(context, cue, at)
    cue_start = cue_end = -1
    if stance is not None:
        cue_start, cue_end = skeleton.starts[stance.first], skeleton.ends[stance.last - 1]
    elif cue >= 0:
        cue_start, cue_end = skeleton.starts[cue], skeleton.ends[cue]
    known.links = _links(known, choice.place, speaker, entity)
    return record(
        speaker_text=context.text[start:end],
        speaker_start=start,
        speaker_end=end,
        entity=entity,
        cue_text=" ".join(context.text[cue_start:cue_end].split()) if cue_start >= 0 else "",
        cue_start=cue_start,
        cue_end=cue_end,
        why=why,
        confidence=surely,
        candidates=others,
        chain=tuple(name for _, name in known.links),
        role=resolver.role(speaker),
        polarity=stance.polarity if stance else turned,
        speakers=speakers,
    )


def _links(known: Attribution, place: QuoteContext, speaker: Mention, entity: str) -> list[explanations.Link]:
    """Return whom the words of a quote came through, those of the quote that it goes on after too."""
    context = known.context
    links = explanations.links(context, place, speaker, entity)
    outer = teller(context, place, speaker)
    through = known.resolver.resolve(outer)[0] if outer is not None else giver(known, place.at, entity)
    if through and through not in (entity, *(name for _, name in links)):
        links = [*links, (1, through)]
    if known.found and known.found[-1].entity == entity:
        paragraph = context.skeleton.paragraph
        if paragraph[place.at] - paragraph[known.places[-1]] < 2:
            return explanations.goes_on(links, known.links)
    return links


def giver(known: Attribution, at: int, speaker: str) -> str:
    """Return the body that gives out the sentence in which `speaker` says word `at`, "" where none does."""
    number = bisect_right(known.readouts, at, key=lambda readout: readout.first) - 1
    if number < 0 or at >= known.readouts[number].last:
        return ""
    body = known.readouts[number].speaker
    if body.kind != PRONOUN:
        return known.resolver.resolve(body)[0]
    # "…, it said": the one who spoke before the sentence
    return next((found.entity for found in reversed(known.found) if found.entity != speaker), "")

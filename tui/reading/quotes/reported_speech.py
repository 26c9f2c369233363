"""All that is reported to have been said: direct, mixed and indirect speech as whole contents."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from math import exp

from tui.core.model import Kind
from tui.reading.quotes import explanations, indirect_speech, shapes, weights
from tui.reading.quotes.attribution import Attribution, attribute, giver
from tui.reading.quotes.bullets import points, words_of
from tui.reading.quotes.context import ArticleAnalysis
from tui.reading.quotes.cue_subjects import subject
from tui.reading.quotes.cue_verbs import CUES
from tui.reading.quotes.mentions import Mention
from tui.reading.quotes.polarity import Stance, governed, stance_at, stances
from tui.reading.quotes.readouts import doer, passes_on
from tui.reading.quotes.speaker_features import QuoteContext, lead_and_tail
from tui.reading.quotes.speaker_ranking import rank
from tui.reading.quotes.voices import Voice, voice
from tui.reading.result import QuoteSpan

_CLAUSE = frozenset(shapes.VERB + shapes.RELATIVE)  # what a statement has, and "told the paper" has not
# Below the chance of being nothing at all (0), so that as much is found as is wrongly found.
_LEAST = -1.5
# What is kept beside quotes: likelier speech than not, and more than a word or two.
_LIKELY = 0.0
_FEWEST = 3
_TAG = 12
_ALONE = 0.5
_OWN = 0.6
_LED = 0.9  # how sure it is that a list is of whoever leads it in
_BY_RULE = 2.0  # as likely as what a rule says is


@dataclass(slots=True)
class _Content:
    """One content found beside a verb: the ranges of words, the verb, and how sure it is."""

    verb: int
    ranges: tuple[tuple[int, int], ...]
    margin: float
    stance: Stance | None = None
    speaker: Mention | None = None  # where no verb's subject is


def contents(text: str) -> list[QuoteSpan]:
    """Return everything `text` reports as said, one record for each unbroken part."""
    attribution = attribute(text, typed=True)
    tables = weights.load()
    chosen = _choose(attribution, tables.get("content", {}))
    found: list[QuoteSpan] = []
    taken: list[tuple[int, int]] = []
    group = 1 + max((one.group for one in attribution.found), default=0)
    for content in chosen:
        records = _records(attribution, content, group)
        if records:
            group += 1
            found += records
            taken += content.ranges
    inside: set[int] = set()
    for first, last in taken:
        inside.update(range(first, last))
    for one, at in zip(attribution.found, attribution.places, strict=True):
        if at not in inside and (one.kind == "direct" or one.confidence > _ALONE):
            found.append(one)
    found.sort(key=lambda one: (one.start, one.end))
    return found


def everything(text: str) -> list[QuoteSpan]:
    """Return the quoted stretches of `text`, and the contents reported in words of the article's own."""
    attribution = attribute(text)
    context = attribution.context
    shape = context.skeleton.shape
    found = list(attribution.found)
    group = 1 + max((one.group for one in found), default=0)
    for content in _choose(attribution, weights.load().get("content", {}), _LIKELY):
        if any(shapes.QUOTE in shape[first:last] or last - first < _FEWEST for first, last in content.ranges):
            continue
        if _nothing_said(context, content):
            continue
        content.ranges = tuple(_without_outlet(context, *part) for part in content.ranges)
        if records := _records(attribution, content, group):
            group += 1
            found += records
    found.sort(key=lambda one: (one.start, one.end))
    return found


def _nothing_said(context: ArticleAnalysis, content: _Content) -> bool:
    """Tell whether what follows a verb is only who was told, or what a speaker was asked about."""
    skeleton = context.skeleton
    verb, (first, last) = content.verb, content.ranges[0]
    if first < verb:
        return False
    inside = skeleton.shape[first:last]
    if CUES.get(skeleton.lower[verb]) == "tell" and not set(inside) & _CLAUSE:
        return True
    opens = verb == skeleton.sentences[skeleton.sentence[verb]][0]
    return opens and skeleton.lower[verb] in ("asked", "questioned") and shapes.CUE in inside


def _without_outlet(context: ArticleAnalysis, first: int, last: int) -> tuple[int, int]:
    """Return the range `first` to `last` without ", the agency reports" at its end."""
    skeleton = context.skeleton
    comma = skeleton.shape.rfind(",", first, last)
    if comma - first < _FEWEST or last - comma > _TAG:
        return first, last
    for mention in context.mentions_between(comma + 1, last):
        if mention.first > comma + 2:
            break
        verb = skeleton.lower[mention.last] if mention.last < last else ""
        if CUES.get(verb) == "report" and shapes.RELATIVE not in skeleton.shape[comma:last]:
            return first, comma
    return first, last


def _choose(attribution: Attribution, table: dict[str, float], least: float = _LEAST) -> list[_Content]:
    """Return the contents taken, none of them inside another one's and none of them twice."""
    context = attribution.context
    shape = context.skeleton.shape
    likely: list[_Content] = []
    at = shape.find(shapes.CUE)
    while at >= 0:
        option, margin = indirect_speech.choose(indirect_speech.options(context, at), table)
        if option.ranges and margin > least:
            likely.append(_Content(at, option.ranges, margin))
        at = shape.find(shapes.CUE, at + 1)
    kept: list[_Content] = []
    used: dict[int, int] = {}
    listed = list(_listed(context))
    leading = {one.verb for one in listed}
    likely = [
        one for one in _with_readouts(attribution, _with_stances(context, likely)) if one.verb not in leading
    ]
    for content in sorted([*likely, *listed], key=lambda one: -one.margin):
        words = [word for first, last in content.ranges for word in range(first, last)]
        shared = sum(word in used for word in words)
        if shared * 2 > len(words):
            continue
        used.update(dict.fromkeys(words, content.verb))
        kept.append(content)
    return sorted(kept, key=lambda one: one.verb)


def _with_stances(context: ArticleAnalysis, likely: list[_Content]) -> list[_Content]:
    """Return the likely contents, and beside them what a cue turns down where none was found for it."""
    of = {one.verb: one for one in likely}
    for stance in stances(context):
        if known := of.get(stance.verb):
            known.stance = stance
        elif taken := governed(context, stance):
            of[stance.verb] = _Content(stance.verb, (taken,), _BY_RULE, stance)
    return list(of.values())


def _listed(context: ArticleAnalysis) -> Iterator[_Content]:
    """Yield the points of lists that are led in by a verb of saying."""
    for point in points(context):
        if point.verb >= 0:
            own = point.speaker if point.verb >= point.first else None
            yield _Content(point.verb, (words_of(context, point),), _BY_RULE, speaker=own)


def _with_readouts(attribution: Attribution, likely: list[_Content]) -> list[_Content]:
    """Return the likely contents, with the sentences that a body gives out whole among them."""
    found = {
        one.verb: _Content(one.verb, ((one.first, one.last),), _BY_RULE)
        for one in attribution.readouts
        if not passes_on(attribution.context, one)  # else what is said in it is somebody else's
    }
    return [one for one in likely if one.verb not in found] + list(found.values())


def _records(attribution: Attribution, content: _Content, group: int) -> list[QuoteSpan]:
    """Return the records of one content, one for each of its parts."""
    context, resolver = attribution.context, attribution.resolver
    skeleton = context.skeleton
    speaker, sure, weighed = (content.speaker, _LED, []) if content.speaker else _speaker(context, content)
    if speaker is not None and context.is_paper(speaker):
        speaker = _doer(context, content) or speaker
    name, speakers, first, last, certain, behind = (
        voice(context, resolver, speaker) if speaker is not None else Voice("", (), -1, -1, 0.0)
    )
    others = resolver.alternatives(speaker, weighed, name) if speaker is not None else ()
    others = tuple(each for each in others if each not in speakers)
    role = resolver.role(speaker) if speaker is not None else ""
    stance = content.stance or stance_at(skeleton, content.verb)
    cue = " ".join(skeleton.text[stance.first : stance.last]) if stance else skeleton.text[content.verb]
    start = skeleton.starts[first] if speaker is not None else -1
    end = skeleton.ends[last - 1] if speaker is not None else -1
    chance = 1 / (1 + exp(-content.margin))
    why = f"what '{cue}' reports" + (f"; {behind}" if behind else "")
    begin, finish = skeleton.sentences[skeleton.sentence[content.verb]]
    place = QuoteContext(at=content.verb, first=begin, last=finish)
    chain = explanations.chain(context, place, speaker, name) if speaker is not None else ()
    if (through := giver(attribution, content.verb, name)) and through not in (name, *chain):
        chain = (*chain, through)
    found = []
    for first, last in content.ranges:
        begin, finish = skeleton.starts[first], skeleton.ends[last - 1]
        kind: Kind = "mixed" if shapes.QUOTE in skeleton.shape[first:last] else "indirect"
        found.append(
            QuoteSpan(
                start=begin,
                end=finish,
                text=context.text[begin:finish],
                kind=kind,
                group=group,
                speaker_text=context.text[start:end] if end > 0 else "",
                speaker_start=start,
                speaker_end=end,
                entity=name,
                cue_text=cue,
                why=why,
                confidence=round(chance * sure * certain, 2),
                candidates=others,
                chain=chain,
                role=role,
                polarity=stance.polarity if stance else "",
                speakers=speakers,
            )
        )
    return found


def _doer(context: ArticleAnalysis, content: _Content) -> Mention | None:
    """Return of whom a paper says what they did: Lund in "Lund “stressed the need for talks”, according to the readout"."""
    first, last = content.ranges[0]
    number = bisect_left(context.skeleton.quotes, first)
    if number == len(context.skeleton.quotes) or context.skeleton.quotes[number] >= last:
        return None
    found = doer(context, context.skeleton.quotes[number], number)
    return found if found is not None and found.first == first else None


def _speaker(context: ArticleAnalysis, content: _Content) -> tuple[Mention | None, float, list[Mention]]:
    """Return whose words a content is, who is subject of its verb; how sure; and who else it may be."""
    skeleton = context.skeleton
    verb = content.verb
    first, last = skeleton.sentences[skeleton.sentence[verb]]
    behind = content.ranges[0][0] > verb
    at = min(verb + 1, last - 1) if behind else min(content.ranges[0][1], verb) - 1
    lead, tail = lead_and_tail(skeleton.shape, at, first, last)
    place = QuoteContext(
        at=at, first=first, last=last, words=12, lead=lead, tail=tail,
        kind="end" if behind else "start", end="w" if behind else ",",
    )  # fmt: skip
    ranked, _ = rank(context, place, weights.load()["speaker"])
    allowed = [
        (share, mention)
        for share, mention in ranked
        if not any(begin <= mention.first < finish for begin, finish in content.ranges)
    ]
    allowed = [pair for pair in allowed if first <= pair[1].first < last] or allowed
    if not allowed:
        return None, 0.0, []
    # who the verb belongs to by the build of the sentence weighs more than what is usual
    own = subject(context, verb)
    allowed = [(share + (_OWN if mention is own else 0), mention) for share, mention in allowed]
    allowed.sort(key=lambda pair: -pair[0])
    whole = sum(share for share, _ in allowed)
    allowed = [(share / whole, mention) for share, mention in allowed]
    return allowed[0][1], allowed[0][0], [mention for share, mention in allowed[1:8] if share > 0.01]

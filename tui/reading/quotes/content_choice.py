"""Which words are reported by which verb of saying: the likeliest contents, each cut to its own speaker's side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tui.reading.quotes import indirect_speech, shapes
from tui.reading.quotes.attribution import Attribution
from tui.reading.quotes.bullets import points, words_of
from tui.reading.quotes.context import ArticleAnalysis
from tui.reading.quotes.cue_subjects import subject
from tui.reading.quotes.cue_verbs import CUES
from tui.reading.quotes.mentions import Mention
from tui.reading.quotes.polarity import Stance, governed, stances
from tui.reading.quotes.readouts import behind_dateline, passes_on
from tui.reading.quotes.word_classes import word_set

# Below the chance of being nothing at all (0), so that as much is found as is wrongly found.
LEAST = -1.5
_BY_RULE = 2.0  # as likely as what a rule says is
_OTHER_SIDE = word_set("but while whereas although though")
_JOINING = _OTHER_SIDE | {"and"}


@dataclass(slots=True)
class Content:
    """One content found beside a verb: the ranges of words, the verb, and how sure it is."""

    verb: int
    ranges: tuple[tuple[int, int], ...]
    margin: float
    stance: Stance | None = None
    speaker: Mention | None = None  # where no verb's subject is


def chosen(attribution: Attribution, table: dict[str, float], least: float = LEAST) -> list[Content]:
    """Return the contents taken, none of them inside another one's and none of them twice."""
    context = attribution.context
    shape = context.skeleton.shape
    likely: list[Content] = []
    at = shape.find(shapes.CUE)
    while at >= 0:
        option, margin = indirect_speech.choose(indirect_speech.options(context, at), table)
        if option.ranges and margin > least:
            likely.append(Content(at, option.ranges, margin))
        at = shape.find(shapes.CUE, at + 1)
    kept: list[Content] = []
    used: dict[int, int] = {}
    listed = list(_listed(context))
    leading = {one.verb for one in listed}
    likely = _cut(context, _with_readouts(attribution, _with_stances(context, likely)))
    likely = [one for one in likely if one.verb not in leading] + listed
    for content in sorted(likely, key=lambda one: -one.margin):
        words = [word for first, last in content.ranges for word in range(first, last)]
        shared = sum(word in used for word in words)
        if shared * 2 > len(words):
            continue
        used.update(dict.fromkeys(words, content.verb))
        kept.append(content)
    return sorted(kept, key=lambda one: one.verb)


def _cut(context: ArticleAnalysis, likely: list[Content]) -> list[Content]:
    """Return the likely contents without what another says in them ("… but the mayor says …") and datelines.

    What somebody "said, according to" another is the content of "said" alone, or a quote on its own.
    """
    shape, lower = context.skeleton.shape, context.skeleton.lower
    by_verb = {one.verb: one for one in likely}
    kept = []
    for one in likely:
        passed_on = lower[one.verb] == "according" and shape[one.verb - 2 : one.verb] == shapes.CUE + ","
        quoted = any(shapes.QUOTE in shape[first:last] for first, last in one.ranges)
        if (passed_on and (quoted or one.verb - 2 in by_verb)) or _reports_on(context, one, by_verb):
            continue
        ranges = (_own_side(context, first, last) for first, last in one.ranges)
        one.ranges = tuple((first, last) for first, last in ranges if lower[first] != "according")
        if one.ranges:
            kept.append(one)
    return kept


def _reports_on(context: ArticleAnalysis, content: Content, by_verb: Mapping[int, Content]) -> bool:
    """Tell whether a content is only reported by its verb, and said by another in it: "Lund said no, the daily reported"."""
    first, last = content.ranges[0]
    if last > content.verb or CUES[context.skeleton.lower[content.verb]] != "report":
        return False
    inside = (by_verb[at] for at in range(first + 1, last) if at in by_verb)
    return any(one.ranges[0][0] > one.verb and one.margin > 0 for one in inside)


def _own_side(context: ArticleAnalysis, first: int, last: int) -> tuple[int, int]:
    """Return the words `first` to `last` up to where another side is heard, and behind a dateline."""
    skeleton = context.skeleton
    begins = first == skeleton.sentences[skeleton.sentence[first]][0]
    first = behind_dateline(skeleton, first, last) if begins else first
    last = _before_marks(skeleton.shape, skeleton.lower, first, last)
    for verb in range(first + 1, last):
        mention = subject(context, verb) if skeleton.shape[verb] == shapes.CUE else None
        at = mention.first - 1 if mention is not None else -1
        at -= at > first and skeleton.lower[at] == "the"
        if first + 1 < at < last and skeleton.lower[at] in _OTHER_SIDE:
            return first, at - (skeleton.shape[at - 1] in ",;")
    return first, last


def _before_marks(shape: str, lower: list[str], first: int, last: int) -> int:
    """Return `last`, or where a clause with marked words of its own begins: "…; Roth gave “no details”"."""
    mark = shape.find(shapes.QUOTE, first, last)
    if mark < 0:
        return last
    for at in range(mark - 1, first + 2, -1):
        side = lower[at] in _OTHER_SIDE and shape[at - 1] != ","
        if side or shape[at] == ";" or (shape[at] == "," and lower[at + 1] in _JOINING):
            # "…, the spokesman stressed, though …" is no end of what came before
            own = shapes.CUE not in shape[first + 1 : at] and set(shape[at:mark]) & set(shapes.VERB)
            return at if own else last
    return last


def _listed(context: ArticleAnalysis) -> Iterator[Content]:
    """Yield the points of lists that are led in by a verb of saying."""
    for point in points(context):
        if point.verb >= 0:
            own = point.speaker if point.verb >= point.first else None
            yield Content(point.verb, (words_of(context, point),), _BY_RULE, speaker=own)


def _with_stances(context: ArticleAnalysis, likely: list[Content]) -> list[Content]:
    """Return the likely contents, and beside them what a cue turns down where none was found for it."""
    of = {one.verb: one for one in likely}
    for stance in stances(context):
        if known := of.get(stance.verb):
            known.stance = stance
            marked = any(shapes.QUOTE in context.skeleton.shape[first:last] for first, last in known.ranges)
            if marked and (own := governed(context, stance)):
                known.ranges = (own,)
        elif taken := governed(context, stance):
            of[stance.verb] = Content(stance.verb, (taken,), _BY_RULE, stance)
    return list(of.values())


def _with_readouts(attribution: Attribution, likely: list[Content]) -> list[Content]:
    """Return the likely contents, with the sentences that a body gives out whole among them."""
    found = {
        one.verb: Content(one.verb, ((one.first, one.last),), _BY_RULE)
        for one in attribution.readouts
        if not passes_on(attribution.context, one)  # else what is said in it is somebody else's
    }
    return [one for one in likely if one.verb not in found] + list(found.values())

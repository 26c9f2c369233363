"""Whose words another only passes on: "Lund said Roth had told her “no”", "the daily quoted Lund: “No.”", "per Lund, …".

Beside the weights, for what they know too few examples of.
"""

from __future__ import annotations

from bisect import bisect_left

from tui.reading.quotes import shapes
from tui.reading.quotes.context import ArticleAnalysis
from tui.reading.quotes.cue_subjects import subject
from tui.reading.quotes.cue_verbs import CUES
from tui.reading.quotes.mentions import PRONOUN, Mention
from tui.reading.quotes.speaker_features import QuoteContext
from tui.reading.quotes.word_classes import word_set

_TELLING = word_set("tell assure warn inform promise remind reply")
_QUOTING = ("quote", "cite")
_GIVING_OUT = word_set("report say write note add state announce")
_IMPRESSING = word_set("impressed conveyed voiced expressed pressed hailed")
_HEARER = frozenset(
    shapes.NOMINAL + shapes.OTHER_PRONOUN + shapes.POSSESSIVE + shapes.CONNECTIVE + shapes.RELATIVE + ",:"
)
_CARRYING = word_set("carried published broadcast aired run relayed reported")
_CLAUSE_END = shapes.QUOTE + shapes.BREAK + ".;"


def own_speaker(context: ArticleAnalysis, place: QuoteContext, best: Mention) -> Mention | None:
    """Return who said the quote at `place` where `best`, the likeliest, only passes it on; None where it does not show."""
    return (
        _told_within(context, place, best)
        or _quoted(context, place, best)
        or _given_out(context, place, best)
        or _accorded(context, place, best)
        or _carried(context, best)
    )


def _told_within(context: ArticleAnalysis, place: QuoteContext, best: Mention) -> Mention | None:
    """Return Roth in "Lund said Roth had told her staff “no”"."""
    shape, lower = context.skeleton.shape, context.skeleton.lower
    verb = shape.rfind(shapes.CUE, place.first, place.at)
    if verb < 0 or CUES[lower[verb]] not in _TELLING or lower[verb].endswith("ing"):
        return None
    if not set(shape[verb + 1 : place.at]) <= _HEARER:
        return None
    teller = subject(context, verb)
    if teller is None or not place.first <= best.last <= teller.first < verb:
        return None
    return teller if shapes.CUE in shape[best.last : teller.first] else None


def _quoted(context: ArticleAnalysis, place: QuoteContext, best: Mention) -> Mention | None:
    """Return Lund in "the daily quoted Lund: “No.”"."""
    shape, lower = context.skeleton.shape, context.skeleton.lower
    if not place.first <= best.last < place.at or shape[place.at - 1] not in ":,":
        return None
    verb = best.last
    while (
        verb < place.at and shape[verb] in shapes.PREVERB + shapes.OTHER + shapes.ADJECTIVE
    ):  # "the Tribune daily"
        verb += 1
    if CUES.get(lower[verb]) not in _QUOTING:
        return None
    wrote = shape.rfind(shapes.CUE, verb + 1, place.at)
    if wrote > 0 and lower[wrote - 1] in ("and", "then"):
        return None  # "Lund quoted the post and wrote: “No.”"
    return next((one for one in context.mentions_between(verb + 1, place.at) if not one.owner), None)


def _given_out(context: ArticleAnalysis, place: QuoteContext, best: Mention) -> Mention | None:
    """Return Lund in "Lund told the cabinet that it “must not slip,” the agency reported"."""
    shape, lower = context.skeleton.shape, context.skeleton.lower
    if not place.at < best.first < place.last or context.is_human(best) or best.kind == PRONOUN:
        return None
    verb = best.last if shape[best.last : best.last + 1] == shapes.CUE else best.first - 1
    if shape[verb] != shapes.CUE or CUES[lower[verb]] not in _GIVING_OUT:
        return None
    first = 1 + max(place.first - 1, *(shape.rfind(end, place.first, place.at) for end in _CLAUSE_END))
    if (impressed := _impressed(context, first, place.at)) is not None:
        return impressed
    said = shape.find(shapes.CUE, first, place.at)
    if said < 0 or lower[said].endswith("ing") or shapes.CUE in shape[said + 1 : place.at]:
        return None
    speaker = subject(context, said)
    return speaker if speaker is not None and first <= speaker.first < said else None


def _impressed(context: ArticleAnalysis, first: int, at: int) -> Mention | None:
    """Return Lund in "Lund had impressed on her host “that …”, the palace said"."""
    skeleton = context.skeleton
    for verb in range(first + 1, at):
        if skeleton.lower[verb] in _IMPRESSING:
            subject = verb - (skeleton.shape[verb - 1] == shapes.AUXILIARY)
            acting = [one for one in context.mentions_between(first, subject) if one.last == subject]
            return acting[-1] if acting and not acting[-1].owner and context.is_human(acting[-1]) else None
    return None


def _accorded(context: ArticleAnalysis, place: QuoteContext, best: Mention) -> Mention | None:
    """Return Lund in "Per Lund, it was “useful”", where the likeliest stands in another sentence."""
    lower = context.skeleton.lower
    if place.first <= best.first < place.last:
        return None
    per = next((at for at in range(place.first, place.last) if lower[at] == "per"), -1)
    opens = per == place.first or lower[per - 1] in (",", "and", "but") or per == place.at + 1
    if per < 0 or not opens:
        return None
    number = bisect_left(context.mention_starts, per + 1)
    found = context.mentions[number] if number < len(context.mentions) else None
    return found if found is not None and found.first <= per + 2 else None


def _carried(context: ArticleAnalysis, best: Mention) -> Mention | None:
    """Return the statement in "reads a statement carried by the agency"."""
    lower = context.skeleton.lower
    by = best.first - 1
    if by < 2 or lower[by] != "by" or lower[by - 1] not in _CARRYING:
        return None
    before = context.mentions[best.number - 1] if best.number else best
    return before if before.last == by - 1 and context.is_paper(before) else None

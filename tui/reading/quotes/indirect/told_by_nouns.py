"""What a noun tells, and no verb: "her answer was that it was late", "In Lund's view, nobody had won"."""

from __future__ import annotations

from collections.abc import Iterator

from tui.reading.quotes.cues.cue_subjects import BEING
from tui.reading.quotes.cues.replies import ANSWERS, TELLINGS, owner_of_answer
from tui.reading.quotes.indirect.insertions import Insertion
from tui.reading.quotes.indirect.verb_complements import clause_end
from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.names.phrase_heads import ending_at
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.word_classes import word_set

_IN = word_set("in by to")
_STOPS = frozenset(shapes.CUE + shapes.QUOTE)


def told_by_nouns(context: ArticleAnalysis) -> Iterator[Insertion]:
    """Yield what is told by nouns, in order; the place of each noun is that of the cue."""
    skeleton = context.skeleton
    for at, word in enumerate(skeleton.lower):
        being = at - 1 - (skeleton.shape[at - 1] == shapes.ADVERB)  # "is simply that"
        if word == "that" and skeleton.lower[being] in BEING:
            found = _was_that(context, being, at)
        else:
            found = _in_view(context, at) if word in TELLINGS else None
        if found and shapes.QUOTE not in skeleton.shape[slice(*found.ranges[0])]:
            yield found


def _was_that(context: ArticleAnalysis, being: int, that: int) -> Insertion | None:
    """Return what somebody's answer is: "Her answer, when it came, was that it was late"."""
    skeleton = context.skeleton
    owner = owner_of_answer(context, being)
    end = clause_end(skeleton, that + 1, joined=False)
    if owner is None or not set(skeleton.shape[that + 1 : end]) & shapes.FINITES:
        return None
    if skeleton.lower[owner.first] in ("its", "their"):
        return None  # nothing shows whose
    noun = next(at for at in range(being - 1, 0, -1) if skeleton.lower[at] in ANSWERS)
    return Insertion(noun, ((that + 1, end),), owner)


def _in_view(context: ArticleAnalysis, noun: int) -> Insertion | None:
    """Return what is so to somebody's mind: "In her telling, it was late", where nobody says more in that sentence."""
    skeleton = context.skeleton
    shape = skeleton.shape
    first, last = skeleton.sentences[skeleton.sentence[noun]]
    if skeleton.word_before(noun) == "whose":
        return _in_whose_view(context, noun)
    if skeleton.lower[first] not in _IN or shape[noun + 1 : noun + 2] != ",":
        return None
    owner = owner_of_answer(context, noun + 1, subject=False)
    end = clause_end(skeleton, noun + 2, joined=False)
    if owner is None or owner.first != first + 1 or _STOPS.intersection(shape[noun:last]):
        return None
    return Insertion(noun, ((noun + 2, end),), owner) if set(shape[noun:end]) & shapes.FINITES else None


def _in_whose_view(context: ArticleAnalysis, noun: int) -> Insertion | None:
    """Return what is so to the mind of whom an aside is about: "Lund, in whose view neither was right, left"."""
    skeleton = context.skeleton
    shape, begin = skeleton.shape, noun - 3
    owner = (
        ending_at(context, begin)
        if begin > 0 and shape[begin] == "," and skeleton.lower[begin + 1] in _IN
        else None
    )
    end = shape.find(",", noun, skeleton.sentences[skeleton.sentence[noun]][1])
    end = end if end > 0 else clause_end(skeleton, noun + 1, joined=False)
    told = set(shape[noun + 1 : end]) & shapes.FINITES and not _STOPS.intersection(shape[noun:end])
    return Insertion(noun, ((noun + 1, end),), owner) if owner is not None and told else None

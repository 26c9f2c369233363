"""What a verb does by saying it: "threatened to leave", "thanked the crews", "expressed regret that it was late".

Its object is no statement, or another one, without the verb; so the two are told together.
"""

from __future__ import annotations

from tui.reading.quotes.cues.polarity import Stance
from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.cue_verbs import CUES
from tui.reading.quotes.words.tokens import TokenizedArticle
from tui.reading.quotes.words.word_classes import word_set

# What these report states something else without them, whatever its build.
_EXPRESSIVE = word_set(
    "promise pledge vow threaten offer volunteer swear undertake propose recommend advocate invite thank regret "
    "express voice hope fear wish congratulate welcome"
)
_WISHING = word_set("hope fear wish")
_PLAIN_SAYING = word_set("say tell write add accord go inform assure remind notify ask")
_AGAINST = word_set("warn caution argue advise counsel")
# forms that are in no table of cues
_IRREGULAR = word_set("vowed regretted regrets undertook offered volunteered")
_PARTED = frozenset(",;:")
_REACH = 16  # words between a verb and its object


def expression(context: ArticleAnalysis, verb: int, first: int, last: int) -> Stance | None:
    """Return the cue whose object the words `first` to `last` behind it are: "threatened", "expressed regret that".

    None where they are a clause, which states by itself what is said: "stressed that the pier was shut".
    """
    skeleton = context.skeleton
    lower = skeleton.lower
    lemma = CUES.get(lower[verb], lower[verb])
    if lemma in _WISHING and first < verb:  # "The dam will hold, Lund hopes": she does not say it will
        return Stance(verb, verb + 1, verb, "expressed")
    if not verb < first <= verb + _REACH or lemma in _PLAIN_SAYING:
        return None
    between = lower[verb + 1 : first]
    if lemma in _AGAINST and "against" in between[-1:]:
        return Stance(verb, first, verb, "urged against")
    if (
        _has_finite_verb(skeleton, first, last) and lemma not in _EXPRESSIVE and lower[verb] not in _IRREGULAR
    ) or _PARTED.intersection(between):
        return None
    return Stance(verb, first, verb, "expressed")


def _has_finite_verb(skeleton: TokenizedArticle, first: int, last: int) -> bool:
    """Tell whether words have a finite verb of their own: not "to go", "having gone", "the need for talks"."""
    lower, shape = skeleton.lower, skeleton.shape
    if lower[first] in ("to", "not") or lower[first].endswith("ing"):
        return False
    if "that" in lower[first - 1 : first + 1]:
        return True
    if shape[first] in (shapes.NAME, shapes.PRONOUN) and shape[first + 1 : first + 2] == shapes.OTHER:
        return True  # "Norland stands by its word"
    return any(
        shape[at] in shapes.VERBS and shape[at - 1] not in (shapes.DETERMINER, shapes.ADJECTIVE)
        for at in range(first, last)
    )

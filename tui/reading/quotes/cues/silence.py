"""Words that may be verbs of saying where nothing is said: "does not say who", "declined to say", "amid reports that"."""

from __future__ import annotations

from tui.reading.quotes.cues.polarity import stance_at
from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.cue_verbs import CUES
from tui.reading.quotes.words.tokens import TokenizedArticle
from tui.reading.quotes.words.word_classes import NEGATIONS, word_set

_DOING = word_set("do does did")
_NOT_DOING = word_set("don't doesn't didn't don’t doesn’t didn’t never")
_NEGATING = NEGATIONS | _NOT_DOING
_NOUNS_TOO = word_set("reports claims tweet tweets forecasts talks demands calls promises remarks hints")
_MADE = word_set("make makes made making")
_TAKERS = word_set("amid of on with about despite after by to from over for against")
_OF_PHRASE = shapes.NOMINAL + shapes.PARTICIPLE


def is_declined(skeleton: TokenizedArticle, verb: int) -> bool:
    """Tell whether a verb is what somebody would not do: then the words are those that he "declined to say"."""
    return skeleton.word_before(verb) == "to" and CUES.get(skeleton.lower[verb - 2]) in ("decline", "refuse")


def is_silent(context: ArticleAnalysis, verb: int) -> bool:
    """Tell whether nothing is said: "the report does not say", "say nothing"."""
    shape, lower = context.skeleton.shape, context.skeleton.lower
    at = verb - 1
    while at > 0 and shape[at] in shapes.PREVERB and lower[at] not in _NEGATING:
        at -= 1
    if lower[verb + 1 : verb + 2] == ["nothing"] and set(shape[verb + 2 : verb + 3]).isdisjoint(shapes.VERB):
        return True
    begin = context.skeleton.sentences[context.skeleton.sentence[verb]][0]
    if lower[begin] == "nor" and lower[begin + 1] in _DOING:
        return True  # "Nor does the other side say what he replied"
    # who "would not say" refuses to
    return (lower[at] in NEGATIONS and lower[at - 1] in _DOING) or lower[at] in _NOT_DOING | {"longer"}


def is_noun(skeleton: TokenizedArticle, verb: int) -> bool:
    """Tell whether a word that may be a verb ends a phrase that another verb or a preposition takes: "amid reports that"."""
    if skeleton.lower[verb] not in _NOUNS_TOO:
        return skeleton.lower[verb] == "mention" and skeleton.word_before(verb) in _MADE
    at = verb - 1
    while at > 0 and skeleton.shape[at] in _OF_PHRASE + shapes.TIME:
        at -= 1
    # not of "denied reports that"
    taken = skeleton.shape[at] in shapes.VERB and stance_at(skeleton, at) is None
    phrase = skeleton.shape[at:verb]
    # of ", brushing aside reports that", not of ", visiting minister Lund claims that"
    brushed = phrase[:2] == "," + shapes.ING and not set(phrase) & set(shapes.HEAD)
    return taken or brushed or skeleton.lower[at] in _TAKERS

"""Words before a verb of saying that are a piece of a sentence, and nothing said: "…, gate agents and crew, said Lund"."""

from __future__ import annotations

import re

from tui.reading.quotes.cues.polarity import stance_at
from tui.reading.quotes.indirect.content_starts import SUBORDINATORS, is_clause, main_verb
from tui.reading.quotes.indirect.propositions import JOINTS
from tui.reading.quotes.indirect.speaker_phrases import is_introduced
from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.tokens import TokenizedArticle
from tui.reading.quotes.words.word_classes import word_set

_LATER = word_set("later earlier afterwards night")
_AFTER_VERB = frozenset((shapes.DETERMINER, shapes.CONNECTIVE, shapes.NUMBER, shapes.OTHER, shapes.NAME, ":"))
_FEW = 5  # words of what may be no more than a subject
_RELATIVE = word_set("who which")
_VERBS = re.compile(f"[{shapes.VERB}][{shapes.VERB}{shapes.ADVERB}]*")
_NEAR = 5  # words


def is_torn(context: ArticleAnalysis, verb: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    """Tell whether all the words before a cue are a piece of a sentence: "…, gate agents and crew, said Lund".

    Also what only leads in words in marks behind the cue: "As for the pier, Lund added, “it will open”".
    """
    skeleton = context.skeleton
    (first, last), *others = ranges
    if last <= verb and is_introduced(skeleton, first, last):
        return True
    if others or last > verb:
        return False
    led = skeleton.lower[first] in SUBORDINATORS and "," not in skeleton.shape[first:last]
    unfinished = main_verb(skeleton, first, last) < 0
    if unfinished and _RELATIVE.intersection(skeleton.lower[first + 1 : last]):
        return True  # "Ola Renn, who has led the port since May, said Lund"
    joint = last + (skeleton.shape[last] == ",")
    if unfinished and skeleton.lower[joint] == "and" and shapes.VERBS.isdisjoint(skeleton.shape[first:last]):
        return True  # "The mayor, Ida Lund, | and Ola Renn asked for “a pause”, a guest said"
    if unfinished and led and "that" in skeleton.lower[verb : verb + _NEAR]:
        return True  # "When she came to the door, the guard told the men that"
    begins = first == skeleton.sentences[skeleton.sentence[first]][0]
    led = led or (
        begins and skeleton.lower[first].endswith("ing") and skeleton.shape[first] in shapes.ING + shapes.CUE
    )
    if begins and _is_participle(skeleton, first, last):
        return True
    bare = last - first < _FEW or skeleton.shape[first] == shapes.CONNECTIVE
    bare = bare and not is_clause(skeleton, first, last)
    if (led or bare) and _goes_on_in_marks(skeleton, verb):
        return True
    if bare and _is_timed(skeleton, first, last) and skeleton.shape[verb + 1 : verb + 2] in _AFTER_VERB:
        return True  # "Moments later, Lund tweeted about it"
    if skeleton.lower[verb] == "according" and bare:
        return True  # "The plan, according to Lund, is"
    if stance_at(skeleton, verb) is not None:  # "…, 24, denied the murder"
        return skeleton.shape[verb + 1 : verb + 2] == shapes.DETERMINER
    begin = skeleton.sentences[skeleton.sentence[first]][0]
    return first > begin and skeleton.shape[first - 1] == "," and not is_clause(skeleton, first, last)


def _is_participle(skeleton: TokenizedArticle, first: int, last: int) -> bool:
    """Tell whether words are a verb of saying with its one clause: "Denying that it rained, | Lund read from a paper"."""
    opens = skeleton.shape[first] == shapes.CUE and skeleton.lower[first].endswith("ing")
    led = opens and (skeleton.lower[first + 1] == "that" or skeleton.shape[first + 1] == shapes.RELATIVE)
    return (
        led and len(_VERBS.findall(skeleton.shape, first + 1, last)) == 1
    )  # "Denying that it rained was odd"


def _is_timed(skeleton: TokenizedArticle, first: int, last: int) -> bool:
    """Tell whether words begin or end with when something was, or name a day: "Moments later, Lund"."""
    shape = skeleton.shape
    timed = shape[first] == shapes.CONNECTIVE or skeleton.lower[last - 1] in _LATER
    return first < last and (timed or shapes.TIME in shape[first:last])


def _goes_on_in_marks(skeleton: TokenizedArticle, verb: int) -> bool:
    """Tell whether marked words behind a verb go on from those before it: not ", she said, calling it “…”"."""
    mark = skeleton.shape.find(shapes.QUOTE, verb, skeleton.sentences[skeleton.sentence[verb]][1])
    joints = (skeleton.lower[at + 1] for at in shapes.places(",", skeleton.shape, verb, mark))
    return mark > 0 and not any(word in JOINTS or word.endswith("ing") for word in joints)

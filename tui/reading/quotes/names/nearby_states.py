"""Which state opens the paragraph of a body whose name says none: "Oslo denied it. The ministry said …"."""

from __future__ import annotations

from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.offices_table import country_of
from tui.reading.quotes.words.tokens import TokenizedArticle

_BEFORE_IT = 2  # sentences
_WHEN = frozenset("," + shapes.CONNECTIVE + shapes.TIME + shapes.NUMBER)


def state_beside(skeleton: TokenizedArticle, at: int) -> str:
    """Return of which state a body at word `at` is by what opens a sentence: "In Oslo, the …", "Oslo denied it. The …".

    Beside a place in the body's own sentence only a day may stand: "On Monday in Oslo the …".
    """
    sentence = skeleton.sentence[at]
    for number in range(sentence, max(-1, sentence - _BEFORE_IT - 1), -1):
        first = skeleton.sentences[number][0]
        if skeleton.paragraph[first] != skeleton.paragraph[at]:
            return ""
        if skeleton.shape[first : first + 2] == shapes.ON_DAY:
            first += 2
        placed = skeleton.lower[first] == "in"
        begin = first + placed
        end = begin + 1 + (skeleton.shape[begin + 1 : begin + 2] == shapes.NAME)
        state = country_of(skeleton.lower[begin:end]) if skeleton.shape[begin] == shapes.NAME else ""
        following = skeleton.shape[end : end + 1]
        beside = number == sentence and set(skeleton.shape[end:at]) <= _WHEN
        acts = (following == "," or beside) if placed else following in shapes.PREDICATE
        if state and end <= at and acts:
            return state if placed or number < sentence else ""
    return ""

"""How sure the speaker of a turn is: what in a transcript makes a label, or a paragraph behind it, somebody else's.

What was sure by the build alone is weighed by the table "turn" of `weights.json` with what stands there: a label that is
letters, an office or nobody's name, one that comes but once, a paragraph far from its label, one that asks, that is not
ended, that begins with what may be a label, or in which the one who speaks is spoken of. Learned from the first runs on
passages that no rule had seen (`benchmarks.train_turns`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tui.reading.quotes.cues import confidence
from tui.reading.quotes.words.word_classes import PEOPLE, TITLES, word_set
from tui.reading.result import QuoteSpan

TABLE = "turn"
_TITLES = TITLES | PEOPLE | word_set("hon rt cdr cpt h.e he")
_UNNAMED = word_set("a an the our")
_ENDS = (".", "?", "!", "…", "”", '"', "»", ")", "]", "—", "–", "*", "_", "。", "'", "’")
_LED = re.compile(r"(?:[^\W\d_a-z][\w.'’-]* ?){1,5}(?:\([^()\n]*\))?(?: ?:|,) ?\S|[QA]\d? ")
_I = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us)\b")
_SHORT = 25  # words of a question
_LETTERS = 3
_MOST = 3


def weighed(found: Sequence[QuoteSpan]) -> list[QuoteSpan]:
    """Return the turns of a transcript, a record a paragraph, each as sure as what stands there lets it be."""
    return [
        replace(one, confidence=confidence.weighed(one.confidence, names, TABLE))
        for one, names in zip(found, circumstances(found), strict=True)
    ]


def circumstances(found: Sequence[QuoteSpan]) -> Iterator[list[str]]:
    """Yield for each record of a transcript or interview what makes it more or less sure."""
    turns = Counter(label for label, _ in {(_key(one), one.group): 0 for one in found})
    group, number = -1, 0
    for one in found:
        number = number + 1 if one.group == group else 0
        group = one.group
        yield [*_of_label(one, turns), *_of_paragraph(one, number)]


def is_ended(words: str) -> bool:
    """Tell whether words end as a sentence does, or break off: no heading."""
    return words.endswith(_ENDS)


def _key(one: QuoteSpan) -> str:
    return one.speaker_text or one.entity


def _of_label(one: QuoteSpan, turns: Counter[str]) -> Iterator[str]:
    """Yield what the label is, and the name made of it, and how often it stands there."""
    name, label = one.entity.split(), one.speaker_text.split()
    lower = [word.casefold().strip(".,") for word in name]
    asked = one.polarity == "asked"
    if len(label) == 1 and len(label[0].strip(".")) <= _LETTERS and label[0].isupper():
        yield f"letters{' asked' if asked else ''}"
    if not name or lower[0] in _UNNAMED or not name[0][0].isupper():
        yield f"unnamed{' asked' if asked else ''}"
    elif lower[-1] in _TITLES:
        yield "office"
    else:
        yield "one word" if len(name) == 1 else "full name"
        if lower[0] in _TITLES:
            yield "title in name"
        said = {word.casefold().strip(".,") for word in label}
        if not said.issuperset(lower):
            yield "completed"
    if asked:
        yield "asked"
    yield f"turns={min(turns[_key(one)], _MOST)}"
    yield f"labels={min(len(turns), _MOST)}"
    if turns[_key(one)] == 1 and len(turns) > 2:
        yield "once"
    if any(letter.isdigit() for letter in one.speaker_text):
        yield "digits"


def _of_paragraph(one: QuoteSpan, number: int) -> Iterator[str]:
    """Yield what the words of a paragraph are, the `number`th of its turn, from 0."""
    yield f"paragraph={min(number, _MOST)}"
    behind = " behind" if number else ""
    if number and one.text.endswith("?") and one.polarity != "asked" and one.text.count(" ") < _SHORT:
        yield "asks behind"
    if not is_ended(one.text):
        yield f"not ended{behind}"
    if _LED.match(one.text):
        yield f"led{behind}"
    if number and not _I.search(one.text):
        yield "no I behind"

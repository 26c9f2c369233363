"""A text as words outside of its quotation marks, a quote standing as one word, in sentences and paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from tui.reading.quotes.languages.marked_stretches import Stretch

QUOTE = "§"
BREAK = "\n"
_WORD = re.compile(
    r"\n"
    r"|(?:\b(?:qu|jusqu|lorsqu|puisqu|[ldjmtsnc])['’](?=\w))"
    r"|-(?:t-)?(?:ils?|elles?|on|je|nous|vous)\b"
    r"|[^\W_]+(?:[-'’](?!(?:t-)?(?:ils?|elles?|on|je|nous|vous)\b)[^\W_]+)*"
    r"|[.,;:!?…()\[\]—–-]",
    re.IGNORECASE,
)
_ENDS = frozenset(".!?…")
_LONGEST = 200  # words of a sentence; what is longer is a list or a table
_ORDINAL = 2  # digits
DASHES = frozenset("—–-")
_ABBREVIATIONS = frozenset(
    """
    m mm mme dr prof sr sra dra st ste hl bzw z b u a d h ca vgl nr г гг т е п им тыс млн млрд руб ул lic ing etc
    art núm
    """.split()
)

POSTED_ON = frozenset("auf bei via über sur en social в на соцсети соцсеть".split())  # "schrieb er auf X."


@dataclass(slots=True)
class WordedText:
    """The words of a text, each with its place; `words[i]` is `QUOTE` where stretch `quotes[i]` stands.

    `sentences` are pairs of words, first and last (exclusive); `paragraphs[n]` is the paragraph of sentence n.
    """

    text: str
    stretches: Sequence[Stretch]
    words: list[str] = field(default_factory=list)
    lower: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    quotes: dict[int, int] = field(default_factory=dict)
    sentences: list[tuple[int, int]] = field(default_factory=list)
    paragraphs: list[int] = field(default_factory=list)

    def slice(self, first: int, last: int) -> str:
        """Return the text of words `first` to `last` (exclusive)."""
        return self.text[self.starts[first] : self.ends[last - 1]]

    def name(self, first: int, last: int) -> str:
        """Return these words as a name, one space between two: a page has two where a link or a column ends."""
        return " ".join(self.slice(first, last).split())

    def sentence_of(self, word: int) -> int:
        """Return the number of the sentence that a word stands in."""
        return bisect_right(self.sentences, (word, len(self.words) + 1)) - 1


def worded(text: str, stretches: Sequence[Stretch]) -> WordedText:
    """Return the words of `text` outside of `stretches`, which are in order and do not overlap."""
    found = WordedText(text, stretches)
    at = 0
    for number, stretch in enumerate(stretches):
        _read(found, at, stretch.outer_start)
        found.quotes[len(found.words)] = number
        _add(found, QUOTE, QUOTE, stretch.outer_start, stretch.outer_end)
        at = stretch.outer_end
    _read(found, at, len(text))
    _cut(found)
    return found


def ordinal(lower: Sequence[str], stop: int) -> bool:
    """Tell whether a word is the full stop of a number that counts on, and ends nothing: "am 10. März"."""
    return lower[stop] == "." and stop > 0 and lower[stop - 1].isdigit()


def _add(found: WordedText, word: str, lower: str, start: int, end: int) -> None:
    found.words.append(word)
    found.lower.append(lower)
    found.starts.append(start)
    found.ends.append(end)


def _read(found: WordedText, first: int, last: int) -> None:
    matches = list(_WORD.finditer(found.text, first, last))
    words = [match.group() for match in matches]
    found.words += words
    found.lower += [word.lower().replace("’", "'") for word in words]
    found.starts += [match.start() for match in matches]
    found.ends += [match.end() for match in matches]


def _cut(found: WordedText) -> None:
    """Cut the words into sentences."""
    words = found.words
    first = paragraph = 0
    for at, word in enumerate(words):
        if word == BREAK:
            if at > first:
                found.sentences.append((first, at))
                found.paragraphs.append(paragraph)
            paragraph += 1
            first = at + 1
        elif ((word in _ENDS or word == QUOTE) and _ends(found, at)) or at - first > _LONGEST:
            found.sentences.append((first, at + 1))
            found.paragraphs.append(paragraph)
            first = at + 1
    if first < len(words):
        found.sentences.append((first, len(words)))
        found.paragraphs.append(paragraph)


def _ends(found: WordedText, at: int) -> bool:
    """Tell whether a sentence ends with the stop, or the quote, at word `at`."""
    words = found.words
    after = words[at + 1] if at + 1 < len(words) else BREAK
    if words[at] == QUOTE:
        stretch = found.stretches[found.quotes[at]]
        return found.text[stretch.end - 1] in _ENDS and (after[:1].isupper() or after in (BREAK, QUOTE))
    if not (after[:1].isupper() or after[:1].isdigit() or after in DASHES or after in (BREAK, QUOTE, "(")):
        return False
    if words[at] != ".":
        return True
    before = found.lower[at - 1] if at else ""
    glued = at + 1 < len(words) and found.starts[at + 1] == found.ends[at]
    posted = before == "x" and found.lower[at - 2] in POSTED_ON  # and no initial
    initial = len(before) == 1 and before.isalpha() and not posted
    ordinal = before.isdigit() and len(before) <= _ORDINAL  # "4. März", and no "2031."
    return not (before in _ABBREVIATIONS or ordinal or initial or glued)

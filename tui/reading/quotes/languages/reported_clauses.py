"""What is reported without marks: the clause behind "said that"."""

from __future__ import annotations

from tui.reading.quotes.languages.article_reading import ArticleReading, Sentence
from tui.reading.quotes.languages.cue_clauses import Cue
from tui.reading.quotes.languages.worded_text import QUOTE

_BETWEEN = 7  # words between who speaks and "that"
_FEWEST = 3  # words of a clause
_ENDS = frozenset({QUOTE, ":", ";"})
# A German clause that a comma and one of these begin is none that is said.
_NO_SPEECH = frozenset("und wo wenn als um wie nachdem bevor aber obwohl weil während".split())


def reported_clause(reading: ArticleReading, sentence: Sentence, cue: Cue) -> tuple[int, int] | None:
    """Return the words, first and last (exclusive), that a verb reports; None where no clause follows it."""
    lower, grammar = reading.text.lower, reading.grammar
    if cue.way != "verb":
        return None
    end = sentence.last
    while end > cue.last and not lower[end - 1][0].isalnum():
        end -= 1
    inverted = cue.speaker is not None and cue.speaker.first >= cue.last
    begins = cue.speaker.last if inverted and cue.speaker is not None else cue.last
    for at in range(begins, min(end, begins + _BETWEEN)):
        word, after = lower[at], lower[at + 1] if at + 1 < end else ""
        start = -1
        if word in grammar.that and lower[at - 1] not in grammar.prepositions:
            start = at + 1
        elif word == "," and after in grammar.that:
            start = at + 2
        elif word == "," and grammar.nouns_have_capitals and not inverted and after not in _NO_SPEECH:
            start = at + 1
        elif word in _ENDS or word == ",":
            return None
        if start >= 0:
            return (start, end) if end - start >= _FEWEST else None
    return None

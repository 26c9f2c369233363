"""Turns of a transcript or an interview: "Question : …", "Name : …", each a paragraph or more of its speaker's words."""

from __future__ import annotations

import re

from tui.reading.quotes.languages.grammar import Grammar
from tui.reading.result import QuoteSpan

_LABEL = re.compile(
    r"^(?:[—–-]\s)?(?P<name>[^\W\d_][^:\n«»„“”\"?!]{0,60}?)[ \u00a0\u202f]?:[ \t\u00a0]+(?=[^\s«»„“”\"])",
    re.MULTILINE,
)
_PARAGRAPH = re.compile(r"[^\n]*\S")
_ENDS = (".", "?", "!", "…", "»", "”")
_WORDS = 6  # of a label


def labelled_turns(text: str, grammar: Grammar, group: int = 0) -> list[QuoteSpan]:
    """Return the turns in `text`, a record a paragraph; [] where it is no transcript.

    It is one where somebody asks ("Question:") and somebody else answers, or three labels are of two names. `group` is the
    last that is taken already.
    """
    labels = [match for match in _LABEL.finditer(text) if _is_speaker(match["name"], grammar)]
    names = [match["name"] for match in labels]
    asked = any(name.lower() in grammar.askers for name in names)
    if len(labels) < 2 or not (asked or (len(set(names)) + 1 < len(names) and len(set(names)) > 1)):
        return []
    whole = {name.split()[-1].lower(): name for name in sorted(map(_name, names), key=len)}
    found: list[QuoteSpan] = []
    for number, label in enumerate(labels):
        last = labels[number + 1].start() if number + 1 < len(labels) else len(text)
        name = _name(label["name"])
        speaker = grammar.askers.get(name.lower()) or whole.get(name.split()[-1].lower(), name)
        for paragraph in _PARAGRAPH.finditer(text, label.end(), last):
            words = paragraph.group().strip()
            if not words.endswith(_ENDS):
                break
            start = paragraph.start() + paragraph.group().index(words[0])
            found.append(
                QuoteSpan(
                    start=start,
                    end=start + len(words),
                    text=words,
                    kind="direct",
                    group=group + number + 1,
                    speaker_text=label["name"],
                    speaker_start=label.start("name"),
                    speaker_end=label.end("name"),
                    entity=speaker,
                    cue_text=":",
                    why="named at the beginning of the turn",
                    confidence=0.92,
                    polarity="asked" if name.lower() in grammar.askers else "",
                )
            )
    return found


def _is_speaker(label: str, grammar: Grammar) -> bool:
    words = label.split()
    if label.lower() in grammar.askers:
        return True
    small = grammar.particles | grammar.courtesies.keys()
    return (
        len(words) <= _WORDS
        and len(words) > 1
        and all(word[:1].isupper() or word.lower() in small for word in words)
    )


def _name(label: str) -> str:
    """Return a label's name as names are written, where it is in capitals."""
    return (
        " ".join(word.capitalize() for word in label.split()) if label.isupper() and len(label) > 3 else label
    )

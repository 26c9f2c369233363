"""Who said what in an article: quoted and reported speech, and its speakers."""

from __future__ import annotations

import re
from typing import Literal

from tui.reading.quotes.marks import find_stretches
from tui.reading.records import Found

_NAME = r"(?:[A-Z][\w.’'-]+ ){0,4}[A-Z][\w’'-]+|he|she|they|it|[Tt]he \w+|[Hh]e|[Ss]he|[Ii]t|[Tt]hey"
_CUE = r"said|says|told|added|wrote|tweeted|asked|noted|replied|explained|stated|declared|argued|reported|continued"
_AFTER = re.compile(rf"\s*(?:(?P<a>{_NAME}) (?:also |later )?(?P<c>{_CUE})|(?P<d>{_CUE}) (?P<b>{_NAME}))\b")
_BEFORE = re.compile(rf"(?P<a>{_NAME}) (?:also |later )?(?P<c>{_CUE})\b")


def find_quotes(text: str, *, spans: Literal["quoted", "content"] = "quoted") -> list[Found]:
    """Return what is said in `text`, in order, with who said it.

    `text` is an article's text, cleaned. With `spans="quoted"` each record is a stretch between
    quotation marks; with `spans="content"` it is the whole of what is reported to have been said,
    indirect speech too.
    """
    found: list[Found] = []
    group = 0
    last = ("", -1, -1)
    for stretch in find_stretches(text):
        line_start = text.rfind("\n", 0, stretch.outer_start) + 1
        before = text[max(line_start, stretch.outer_start - 300) : stretch.outer_start]
        speaker, cue, why = last, "", "same speaker as the quote before"
        match = _AFTER.match(text, stretch.outer_end, min(len(text), stretch.outer_end + 80))
        offset = 0
        if match is None:
            offset = stretch.outer_start - len(before)
            match = next(iter(reversed(list(_BEFORE.finditer(before)))), None)
        if match is not None:
            name = "a" if match.group("a") else "b"
            cue = match.group("c") if name == "a" else match.group("d")
            speaker = (match.group(name), match.start(name) + offset, match.end(name) + offset)
            why = f"subject of '{cue}' beside the quote"
            group += 1
        last = speaker
        words = text[stretch.start : stretch.end]
        kind: Literal["direct", "mixed"] = "direct" if words[:1].isupper() else "mixed"
        found.append(
            Found(stretch.start, stretch.end, words, kind, group, *speaker, speaker[0], cue, why, 0.5)
        )
    return found

"""The plain text of a mail as its writer saw it: flowed lines put together, what is quoted throughout unquoted.

RFC 3676 (https://www.rfc-editor.org/rfc/rfc3676): a line that ends with a space flows into the next one of the same
depth; a space at the beginning of a line is stuffing.
"""

from __future__ import annotations

import re

_QUOTED = re.compile(r"(?:>[ \t]?)+")
_DEPTH = re.compile(r">*")
_SIGNATURE = "-- "
_MOST = 0.5  # share of the written lines that are quoted from which a mail passes something on


def unflowed(text: str, drop_space: bool = False) -> str:
    """Return a text of `format=flowed` with its paragraphs on a line each; `drop_space` is its `delsp=yes`."""
    lines: list[str] = []
    flowing = -1  # the depth of the line before, where that one flows on
    for line in text.replace("\r\n", "\n").split("\n"):
        depth = len(_DEPTH.match(line)[0])  # type: ignore[index]
        words = line[depth:].removeprefix(" ")
        flows = words.endswith(" ") and words != _SIGNATURE
        words = words[:-1] if flows and drop_space else words
        if flowing == depth and words != _SIGNATURE:
            lines[-1] += words
        else:
            lines.append("> " * bool(depth) + words)
        flowing = depth if flows else -1
    return "\n".join(map(str.rstrip, lines))


def unquoted(text: str) -> str:
    """Return a text most of whose lines bear the mark of a quotation (">") without these; any other as it is."""
    lines = text.split("\n")
    written = [line for line in lines if line.strip(" \t\r>")]
    if sum(line.startswith(">") for line in written) <= _MOST * len(written):
        return text
    return "\n".join(_QUOTED.sub("", line, count=1) if line.startswith(">") else line for line in lines)

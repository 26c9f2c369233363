"""What a file of many articles holds, one after the other: articles, addresses, and what is wrong with the rest."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO, Protocol, TypedDict

from tui.core.text import clean, one_line
from tui.reading.source_kind import SourceKind

_LINES = ("title", "outlet", "author", "published", "url", "language")


@dataclass(frozen=True, slots=True)
class Portion:
    """One article of a file: where in it, such as "message 3", its bytes and how these are read.

    `kind` "" is for the bytes of a file, whose kind is still to be told. `fault` is why it is no article, half a
    sentence, "" where it is one; `left_out` where that is nothing wrong, only not to be read.
    """

    place: str
    raw: bytes = b""
    kind: SourceKind | None = "record"
    fault: str = ""
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class Lead:
    """An address that a file names instead of holding the article; `published` is the day it says, "" for none."""

    place: str
    url: str
    published: str = ""


class StatedQuote(TypedDict):
    """Words of a text, as they stand in it, whose speaker ("" for none) the file names; `role` is what it says he is.

    `kind` is "direct", "mixed" or "indirect". `speakers` are several, whom `speaker` names in one; `chain` are those whom
    the words came through, nearest the speaker first.
    """

    text: str
    speaker: str
    role: str
    kind: str
    speakers: Sequence[str]
    chain: Sequence[str]


class Splitter(Protocol):
    """The one function a module of a file kind has: a file, from its beginning, to its portions, one by one.

    Raises `BadSourceError` where the whole is damaged: half a sentence that says why, and what to do.
    """

    def __call__(self, file: BinaryIO, /) -> Iterator[Portion | Lead]:
        """Yield what is in `file`, which can be sought in."""


def paragraphs_of(lines: Iterable[str]) -> str:
    """Return lines that may be broken at a width as a text: blank lines part its paragraphs, else each line is one."""
    text = "\n".join(map(str.strip, lines)).strip()
    parts = re.split(r"\n\s*\n", text) if "\n\n" in text else text.split("\n")
    return "\n\n".join(filter(None, map(one_line, parts)))


def record(
    place: str,
    quotes: Sequence[StatedQuote] = (),
    /,
    *,
    text: str = "",
    html: str = "",
    also: object = None,
    **fields: str,
) -> Portion:
    """Return an article as a line of JSON Lines, the same for the same article.

    `fields` are title, outlet, author, published (EDTF), url and language; `quotes` who said which words of `text`, in
    their order, where the file says it; `also` is what else the file says of it, kept with it and not read.
    """
    row: dict[str, object] = {name: one_line(said) for name in _LINES if (said := fields.get(name, ""))}
    row |= {name: clean(body).strip() for name, body in (("html", html), ("text", text)) if body.strip()}
    if quotes:
        row["quotes"] = quotes
    if also:
        row["also"] = also
    return Portion(place, json.dumps(row, ensure_ascii=False, default=str).encode("utf-8", "replace"))

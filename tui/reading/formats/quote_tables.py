"""Tables of quotes (CSV, TSV): a row is what somebody said, and what one outlet has of one day is an article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import BinaryIO

from tui.core.addresses import host
from tui.core.text import clean, one_line
from tui.reading.formats.csv_articles import rows_of
from tui.reading.formats.row_articles import given_of, other_names
from tui.reading.portions import Portion, StatedQuote, record
from tui.reading.remarks import KEPT

# Words in marks, and no more.
_WHOLE = re.compile(r"\s*(?:[“„«](?P<curly>[^“”„«»]+)[”“»]|\"(?P<straight>[^\"]+)\")\s*")
_MARK = re.compile(r"[“”„«»\"]")
_OPENS = re.compile(r"(?:^|[\s(\[])\Z")  # what stands before a mark that opens
_SHOWN = 40  # characters of the words that a note is on


def split(file: BinaryIO) -> Iterator[Portion]:
    """Yield an article for each outlet, day, address and headline there is. Raises `BadSourceError` for no table."""
    articles: dict[tuple[str, ...], list[tuple[str, dict[str, str]]]] = {}
    marked = False
    for place, row in rows_of(file):
        if isinstance(row, str):
            yield Portion(place, fault=row)
        elif not (words := _cell(row, "words")):
            yield Portion(place, fault="has nothing that was said")
        else:
            marked = marked or _WHOLE.fullmatch(words) is not None
            articles.setdefault(tuple(other_names(row).values()), []).append((place, row))
    for rows in articles.values():
        yield _article(rows[0][0], [row for _, row in rows], marked=marked)


def _article(place: str, rows: Sequence[Mapping[str, str]], *, marked: bool) -> Portion:
    """Return what one outlet has of one day; its headline is the same whatever is added to it later."""
    said, told = [_quote(row, marked=marked) for row in rows], other_names(rows[0])
    where = told["outlet"] or host(told["url"])
    told["headline"] = told["headline"] or ", ".join(filter(None, (where, told["published"])))
    notes = [
        f"“{quote['text'][:_SHOWN]}{'…' * (len(quote['text']) > _SHOWN)}”: {note}"
        for quote, row in zip(said, rows, strict=True)
        if (note := _cell(row, "note"))
    ]
    tags = [tag for row in rows for tag in _cell(row, "tags").replace(";", ",").split(",") if tag.strip()]
    return record(
        place,
        said,
        title=told.pop("headline"),
        **told,
        text="\n\n".join(map(_paragraph, said)),
        also={f"{KEPT}notes": notes, f"{KEPT}tags": tags, "rows": rows},
    )


def _paragraph(quote: StatedQuote) -> str:
    who = ", ".join(filter(None, (quote["speaker"], quote["role"])))
    words = f"“{quote['text']}”" if quote["kind"] == "direct" else quote["text"]
    return f"{who}: {words}" if who else words


def _quote(row: Mapping[str, str], *, marked: bool) -> StatedQuote:
    """Return what a row says was said; where others are `marked` as quoted, one that is not tells it in other words."""
    words = _cell(row, "words")
    whole = _WHOLE.fullmatch(words)
    bare = (whole["curly"] or whole["straight"]).strip() if whole else words
    return {
        "text": _MARK.sub(lambda mark: "‘" if _OPENS.search(bare[: mark.start()]) else "’", bare),
        "speaker": _cell(row, "speaker"),
        "role": _cell(row, "role"),
        "kind": "indirect" if marked and not _MARK.search(words) else "direct",
    }


def _cell(row: Mapping[str, str], field: str) -> str:
    return one_line(clean(str(given_of(row).get(field, ""))))

"""Tables of quotes (CSV, TSV): a row is what somebody said, and what one outlet has of one day is an article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import BinaryIO

from tui.core.text import clean, one_line
from tui.reading.formats.csv_articles import rows_of
from tui.reading.formats.row_articles import given_of, other_names
from tui.reading.portions import Portion, StatedQuote, record
from tui.reading.remarks import KEPT

_MARKS = "\"“”„«»‘’‚' "
_INNER = str.maketrans('“”„«»"', "‘’‘‘’’")
_STRAIGHT = re.compile(r'"(?=\w)')  # one that opens
_NAMED = 3  # speakers in a headline that the table does not give
_SHOWN = 40  # characters of the words that a note is on


def split(file: BinaryIO) -> Iterator[Portion]:
    """Yield an article for each outlet, day, address and headline there is. Raises `BadSourceError` for no table."""
    articles: dict[tuple[str, ...], list[tuple[str, dict[str, str]]]] = {}
    for place, row in rows_of(file):
        if isinstance(row, str):
            yield Portion(place, fault=row)
        elif not _quote(row)["text"]:
            yield Portion(place, fault="has nothing that was said")
        else:
            articles.setdefault(tuple(other_names(row).values()), []).append((place, row))
    for rows in articles.values():
        yield _article(rows[0][0], [row for _, row in rows])


def _article(place: str, rows: Sequence[Mapping[str, str]]) -> Portion:
    said, told = list(map(_quote, rows)), other_names(rows[0])
    speakers = list(dict.fromkeys(filter(None, (each["speaker"] for each in said))))
    named = ", ".join(speakers[:_NAMED]) + ", …" * (len(speakers) > _NAMED)
    notes = [
        f"“{quote['text'][:_SHOWN]}{'…' * (len(quote['text']) > _SHOWN)}”: {note}"
        for quote, row in zip(said, rows, strict=True)
        if (note := _cell(row, "note"))
    ]
    tags = [tag for row in rows for tag in _cell(row, "tags").replace(";", ",").split(",") if tag.strip()]
    return record(
        place,
        said,
        title=told.pop("headline") or named,
        **told,
        text="\n\n".join(map(_paragraph, said)),
        also={f"{KEPT}notes": notes, f"{KEPT}tags": tags, "rows": rows},
    )


def _paragraph(quote: StatedQuote) -> str:
    who = ", ".join(filter(None, (quote["speaker"], quote["role"])))
    return f"{who}: “{quote['text']}”" if who else f"“{quote['text']}”"


def _quote(row: Mapping[str, str]) -> StatedQuote:
    words = _STRAIGHT.sub("‘", _cell(row, "words").strip(_MARKS)).translate(_INNER)
    return {"text": words, "speaker": _cell(row, "speaker"), "role": _cell(row, "role")}


def _cell(row: Mapping[str, str], field: str) -> str:
    return one_line(clean(str(given_of(row).get(field, ""))))

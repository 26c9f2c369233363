"""Tables of quotes (CSV, TSV): a row is what somebody said, and what one outlet has of one day is an article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import BinaryIO

from tui.core.addresses import host
from tui.core.text import clean, one_line
from tui.reading.field_names import plainest
from tui.reading.formats.csv_articles import rows_of
from tui.reading.formats.field_day import day_of
from tui.reading.formats.row_articles import given_of, other_names
from tui.reading.formats.speaker_cells import speaker_cell
from tui.reading.portions import Portion, StatedQuote, record
from tui.reading.remarks import KEPT
from tui.reading.table_form import quote_columns

# Words in marks, and no more.
_WHOLE = re.compile(r"\s*(?:[“„«](?P<curly>[^“”„«»]+)[”“»]|\"(?P<straight>[^\"]+)\")\s*")
_MARK = re.compile(r"[“”„«»\"]")
_OPENS = re.compile(r"(?:^|[\s(\[])\Z")  # what stands before a mark that opens
_SHOWN = 40  # characters of the words that a note is on


def split(file: BinaryIO) -> Iterator[Portion]:
    """Yield an article for each outlet, day, address and headline there is. Raises `BadSourceError` for no table."""
    articles: dict[tuple[str, ...], list[tuple[str, dict[str, str]]]] = {}
    marked, columns = False, dict[str, str]()
    for place, row in rows_of(file):
        if isinstance(row, str):
            yield Portion(place, fault=row)
            continue
        columns = columns or quote_columns(list(row))
        given = _given(row, columns)
        if words := _cell(given, "words"):
            marked = marked or _WHOLE.fullmatch(words) is not None
            unread = "" if day_of(given.get("published")) else given.get("published", "")
            articles.setdefault((*other_names(given).values(), unread), []).append((place, given))
        else:
            yield Portion(place, fault="has nothing that was said")
    for rows in articles.values():
        yield _article(rows[0][0], [row for _, row in rows], marked=marked)


def _given(row: Mapping[str, str], columns: Mapping[str, str]) -> dict[str, str]:
    """Return a row with the columns that count under the plainest names of their fields, the others under their own."""
    found = {name: cell for name, cell in row.items() if cell and name not in columns.values()}
    counting = ((field, row.get(name, "")) for field, name in columns.items() if field != "surname")
    found |= {plainest(field): cell for field, cell in counting if cell.strip()}
    if surname := row.get(columns["surname"], "") if "surname" in columns else "":
        found["speaker"] = f"{found.get('speaker', '')} {surname}".strip()
    outlet, comma, day = found.get("outlet", "").rpartition(",")
    if comma and outlet.strip() and "published" not in found and day_of(day):  # "Nordpost, 4 March 2031"
        found |= {"outlet": outlet.strip(), "published": day.strip()}
    return found


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
        also={
            f"{KEPT}notes": notes,
            f"{KEPT}tags": tags,
            "rows": rows,
            "published": rows[0].get("published", ""),
        },
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
    who = speaker_cell(_cell(row, "speaker"))
    through = [each.strip() for each in _cell(row, "chain").split(";") if each.strip()]
    return {
        "text": _MARK.sub(lambda mark: "‘" if _OPENS.search(bare[: mark.start()]) else "’", bare),
        "speaker": "; ".join(who.speakers),
        "role": _cell(row, "role") or who.role,
        "kind": "indirect" if marked and not _MARK.search(words) else "direct",
        "speakers": who.speakers,
        "chain": through or who.chain,
    }


def _cell(row: Mapping[str, str], field: str) -> str:
    return one_line(clean(str(given_of(row).get(field, ""))))

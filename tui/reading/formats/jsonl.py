"""JSON Lines become sources: one line, one article, with what the line says of it.

A line holds `text` or `html`, and any of `url`, `title`, `outlet`, `author` and `published`. With `quotes` (objects with
`text`, `speaker` and maybe `role`, `kind`, `speakers` and `chain`, in the order of the text) it says who said what, and
is taken at its word: no other is looked for. The line itself is the raw page that is kept.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from tui.core.addresses import host
from tui.core.model import KINDS, STATED, SUMMARY, Kind
from tui.core.text import clean, one_line
from tui.reading.encoding import BadSourceError
from tui.reading.remarks import remarks_of_record
from tui.reading.result import ParsedArticle, QuoteSpan, whole_text
from tui.reading.source_kind import _has_text, parsed

WANTED = 'each line wants "text" or "html", and may have "url", "title", "outlet", "author", "published"'
_SHOWN = 40  # characters of a quote in a message
_NAMES = {
    "headline": ("title", "headline"),
    "outlet": ("outlet",),
    "author": ("author",),
    "published": ("published", "date"),
    "url": ("url",),
    "language": ("language",),
}


def lines(chunks: Iterable[bytes], longest: int) -> Iterator[tuple[int, bytes | None]]:
    """Yield the lines that are not blank with their numbers from 1; None in the place of one that is too long."""
    held = b""
    number = 1
    dropping = False
    for chunk in chunks:
        parts = chunk.split(b"\n")
        for at, part in enumerate(parts):
            held = b"" if dropping else held + part
            if len(held) > longest:
                yield number, None
                held, dropping = b"", True
            if at < len(parts) - 1:
                if held.strip():
                    yield number, held.strip(b"\xef\xbb\xbf \t\r")
                held, dropping = b"", False
                number += 1
    if held.strip():
        yield number, held.strip()


def strings(line: bytes, *names: str) -> dict[str, str] | None:
    """Return what the object on a line says under `names`, as far as that is text; its id as text in any case.

    None for what is no JSON.
    """
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):  # also what is no UTF-8
        return None
    if not isinstance(row, dict):
        return {}
    said = {name: value for name in names if isinstance(value := row.get(name), str)}
    return {**said, "id": str(row["id"])} if "id" in row else said


def why_not(line: bytes) -> str:
    """Return what is wrong with a line, half a sentence; "" where it can be read."""
    row = parsed(line)
    if row is None:
        return f"is not a JSON object; {WANTED}"
    return "" if _has_text(row) else f'has neither "text" nor "html"; {WANTED}'


def read_record(raw: bytes) -> ParsedArticle:
    """Return the article on a line. Raises `BadSourceError` where there is none."""
    from tui.reading.corrections import override_fields
    from tui.reading.formats.row_articles import stated_day

    row, fields = _row(raw)
    url = fields.pop("url", "")
    if html := _text(row, "html"):
        from tui.reading.formats.html import read_html

        try:
            reading = read_html(html, url)
        except BadSourceError:
            if not _text(row, "text"):
                raise
            html = ""
    if not html:
        reading = _plain(clean(_text(row, "text")), fields.get("published", ""))
    if row.get("summary") is True:  # a feed said so much, and its page could not be read
        reading = replace(reading, basis={**reading.basis, "text": SUMMARY})
    # The line's own word goes before what the page says; its address is how it is known again.
    reading = override_fields(reading, basis=STATED, **fields)
    unread = () if reading.published else stated_day(row)
    reading = replace(
        reading,
        url=url or reading.url,
        remarks=remarks_of_record(row),
        unread=unread,
        quotes=tuple(_stated_quotes(row.get("quotes"), reading.text)),
    )
    if reading.outlet or not (outlet := host(reading.url)):
        return reading
    return override_fields(reading, basis="inferred from the address", outlet=outlet)


def _stated_quotes(quotes: object, text: str) -> Iterator[QuoteSpan]:
    """Yield the quotes that a line states. Raises `BadSourceError` where its text has them not, in their order."""
    if not isinstance(quotes, list | None):
        raise BadSourceError("has “quotes” that are no list")
    end = 0
    for number, each in enumerate(quotes or ()):
        said = {name: one_line(_text(each, name)) for name in ("text", "speaker", "role", "kind")}
        kind: Kind = next((one for one in KINDS if one == said["kind"]), "direct")
        start = text.find(said["text"], end)
        if not said["text"] or start < 0:
            raise BadSourceError(f"has a quote whose words are not in its text: “{said['text'][:_SHOWN]}”")
        named = text.rfind(said["speaker"], end, start) if said["speaker"] else -1
        end = start + len(said["text"])
        yield QuoteSpan(
            start=start,
            end=end,
            text=said["text"],
            kind=kind,
            group=number,
            speaker_text=said["speaker"],
            speaker_start=named,
            speaker_end=named + len(said["speaker"]) if named >= 0 else -1,
            entity=said["speaker"],
            role=said["role"],
            speakers=several if len(several := _names(each, "speakers")) > 1 else (),
            chain=_names(each, "chain"),
            why="the file says so",
        )


def _names(row: Mapping[str, Any], name: str) -> tuple[str, ...]:
    given = row.get(name)
    names = given if isinstance(given, list) else []
    return tuple(filter(None, (one_line(clean(each)) for each in names if isinstance(each, str))))


def text_of(raw: bytes) -> str:
    """Return the text or HTML on a line, clean."""
    row, _ = _row(raw)
    return clean(_text(row, "text") or _text(row, "html"))


def _row(line: bytes) -> tuple[dict[str, Any], dict[str, str]]:
    if wrong := why_not(line):
        raise BadSourceError(wrong)
    row = parsed(line)
    assert row is not None
    return row, _fields(row)


def _fields(row: Mapping[str, Any]) -> dict[str, str]:
    from tui.reading.formats.front_matter import edtf
    from tui.reading.formats.row_articles import other_names

    found = {}
    for field, names in _NAMES.items():
        value = next((said for name in names if (said := _named(row.get(name)))), "")
        if field == "published":
            value = edtf(value)
        if value:
            found[field] = value
    if len(found) < len(_NAMES) and not _text(row, "html"):  # a page says what is known of it itself
        found = {field: said for field, said in other_names(row).items() if said} | found
    return found


def _named(value: object) -> str:
    """Return a name, of one or several, that stand plainly or as objects with a name."""
    if isinstance(value, list):
        return ", ".join(name for item in value[:20] if (name := _named(item)))
    if isinstance(value, dict):
        value = value.get("name")
    return one_line(value) if isinstance(value, str) else ""


def _plain(text: str, published: str) -> ParsedArticle:
    from tui.reading.dates.event_date import event_date

    if not text.strip():
        raise BadSourceError("is empty")
    day, how = event_date(text, published)
    basis = {"event_date": how} if day else {}
    return replace(whole_text(text), text=text.strip(), event_date=day, basis=basis)


def _text(row: object, name: str) -> str:
    value = row.get(name) if isinstance(row, dict) else ""
    return value if isinstance(value, str) and value.strip() else ""

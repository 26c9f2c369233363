"""Highlights of Taguette, Hypothesis, Readwise and Kindle: words of texts that are elsewhere, with tags and notes."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from tui.core.model import Selector
from tui.core.text import clean, one_line
from tui.exchange.importers.model import (
    AnnotationFile,
    AnnotationFileError,
    ImportedMarks,
    ImportedNote,
    ImportedTag,
    TextReference,
    moment,
    written_on,
)
from tui.reading.encoding import BadSourceError, decode
from tui.reading.highlight_files import bare, is_clippings, made_by
from tui.reading.table_form import delimiter_of

# What each program calls the words, the text they are of, and what was written on them.
_WORDS = ("quote", "highlight", "content")
_TITLES = ("document", "booktitle")
_ADDRESSES = ("url", "pageurl", "uri")
_NOTES = ("comment", "text", "note")
_TAGS = ("tags", "tag")
_ON_ALL = "documenttags"
_PEOPLE = ("user", "author")
_TIMES = ("created", "createdat", "creationdate", "highlightedat")
_AUTHOR = re.compile(r"\s*\([^()]*\)\s*$")
_MOST = 1_000_000


def read(raw: bytes) -> AnnotationFile:
    """Return the highlights of a file. Raises `AnnotationFileError`."""
    try:
        text = decode(raw).removeprefix("\ufeff").replace("\r\n", "\n")
    except BadSourceError as error:
        raise AnnotationFileError(str(error)) from None
    found = list(_merged(_clippings(text) if is_clippings(text) else _rows(text)))
    if not found:
        raise AnnotationFileError("there is no highlight in it")
    if len(found) > _MOST:
        raise AnnotationFileError("there are too many highlights in it")
    return AnnotationFile(pointers=tuple(found), held=written_on(found))


def _rows(text: str) -> Iterator[TextReference]:
    lines = csv.reader(io.StringIO(text), delimiter=delimiter_of(text.split("\n", 1)[0]), strict=True)
    try:
        columns = [bare(name) for name in next(lines, [])]
        taguette = made_by(columns) == "Taguette"
        for cells in lines:
            if any(cell.strip() for cell in cells):
                row = dict(zip(columns, cells, strict=False))
                yield _row(row, taguette=taguette)
                if tags := row.get(_ON_ALL, "").strip():  # Readwise says it again in each row of a text
                    whole = {name: value for name, value in row.items() if name in (*_TITLES, *_ADDRESSES)}
                    yield _row(whole | {_TAGS[0]: tags}, taguette=False)
    except csv.Error as error:
        raise AnnotationFileError(f"is no table ({error})") from None


def _row(row: dict[str, str], *, taguette: bool) -> TextReference:
    def first(names: tuple[str, ...]) -> str:
        return next((clean(row[name]).strip() for name in names if row.get(name, "").strip()), "")

    tags = first(_TAGS)
    # In Taguette a tag is one to a row, and a full stop parts its levels.
    names = [tags.replace(".", "/")] if taguette else tags.split(",")
    people, note, when = one_line(first(_PEOPLE)), first(_NOTES), moment(first(_TIMES))
    written = [ImportedNote(note, when, people)] if note else []
    tagged = tuple(ImportedTag(name, when, people) for name in map(one_line, names) if name)
    mark = ImportedMarks(tags=tagged, notes=tuple(written))
    words, url = first(_WORDS), one_line(first(_ADDRESSES))
    return TextReference(
        selectors=(Selector(words),) if words else (),
        url=url if url.startswith(("http://", "https://")) else "",
        title=one_line(first(_TITLES)),
        mark=mark,
    )


def _clippings(text: str) -> Iterator[TextReference]:
    """Yield the highlights of a Kindle; a note stands after what it is on, at the last place of it."""
    before: tuple[str, str, TextReference] | None = None
    for block in re.split(r"^={10}\s*$", text, flags=re.MULTILINE):
        title, _, rest = block.strip("\ufeff \n").partition("\n")
        where, _, body = rest.partition("\n")
        words = clean(body).strip()
        title, place = (
            one_line(_AUTHOR.sub("", title)),
            (re.findall(r"\d+", where.split("|")[-2]) if "|" in where else []),
        )
        if not title or not words:
            continue
        end = place[-1] if place else ""
        if before and before[:2] == (title, end) and len(place) == 1:
            note = ImportedNote(words)
            yield TextReference(selectors=before[2].selectors, title=title, mark=ImportedMarks(notes=(note,)))
            continue
        found = TextReference(selectors=(Selector(words),), title=title)
        before = (title, end, found)
        yield found


def _merged(found: Iterable[TextReference]) -> Iterator[TextReference]:
    """Yield each place once, with all that is on it: a table has a row a tag."""
    by_place: dict[tuple[object, ...], list[ImportedMarks]] = {}
    first: dict[tuple[object, ...], TextReference] = {}
    for each in found:
        key: tuple[object, ...] = (each.selectors, each.url, each.title)
        first.setdefault(key, each)
        by_place.setdefault(key, []).append(each.mark)
    for key, marks in by_place.items():
        tags = dict.fromkeys(tag for mark in marks for tag in mark.tags)
        notes = dict.fromkeys(note for mark in marks for note in mark.notes)
        yield replace(first[key], mark=ImportedMarks(tags=tuple(tags), notes=tuple(notes)))

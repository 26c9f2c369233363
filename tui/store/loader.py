"""What the files of a briefing say, as records, the reader's corrections worked in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from operator import itemgetter
from typing import Any, TypeVar, cast, get_origin, get_type_hints

from tui.core.edtf import LATEST, days
from tui.core.model import MERGE_FIELD, AnnotatedEvent, Annotation, Article, Event, EventRow, Speaker, Version
from tui.store import codec, corrections
from tui.store.codec import NONSENSE, doc_id
from tui.store.disk.cache import CATALOGUE, CODEBOOK, FEEDS, SPEAKERS, FileCache, is_id, owner_of
from tui.store.disk.errors import StoreError
from tui.store.disk.folder import BriefingFolder
from tui.store.disk.schema import BrokenError, Document, Tables

T = TypeVar("T")
_DECODED = 4
_ROW = {key: get_origin(kind) or kind for key, kind in get_type_hints(EventRow).items()}
# Where the tables of `codec.RECORDS` are.
FILES = {
    "tags": CODEBOOK,
    "views": CODEBOOK,
    "titles": CODEBOOK,
    "speakers": SPEAKERS,
    "subscriptions": FEEDS,
}


class GoneError(StoreError):
    """There is no such event, or its making was taken back."""


def event_file(event_id: str) -> str:
    """Return the file of an event."""
    return f"events/{safe(event_id)}.json"


def notes_file(owner: str) -> str:
    """Return the file of what was written on an article (and its quotes), an event or a speaker."""
    return f"notes/{safe(owner)}.json"


def versions_file(article_id: str) -> str:
    """Return the file of an article's earlier versions: apart, for only who asks for them reads them."""
    return f"versions/{safe(article_id)}.json"


def safe(stable_id: str) -> str:
    """Return the id itself. Raises `GoneError` for one that could leave the folder: it is nobody's."""
    if not is_id(stable_id):
        if not stable_id:
            raise GoneError(
                "its event is gone, or the file of it cannot be read; `briefing-tui check` tells which"
            )
        raise GoneError(f"no such id: {stable_id!r}")
    return stable_id


@contextmanager
def _sense(what: str) -> Iterator[None]:
    """Say in a `BrokenError` that something makes no sense where decoding it fails."""
    try:
        yield
    except NONSENSE as error:
        raise BrokenError(f"{what} makes no sense ({type(error).__name__} {error})") from None


def decode_event(tables: Tables, event_id: str) -> Event:
    """Return the event in the file of an event as it was imported. Raises `BrokenError`."""
    with _sense("an article in it"):
        (doc,) = tables["event"].values()
        copies = {str(each["id"]): str(each["of"]) for each in tables.get("copies", {}).values()}
        articles = [
            codec.article(each, doc["id"], copies.get(each["id"], ""))
            for each in tables.get("articles", {}).values()
        ]
        if not all(is_id(article.id) for article in articles):
            raise ValueError("an id that cannot be one")
        articles.sort(key=_printed)
        event = codec.event(doc, tuple(articles))
    if event.id != event_id:
        raise BrokenError("it holds another event")
    return event


def _printed(article: Article) -> tuple[object, ...]:
    """Return what articles are ordered by: when, where and what they print, for an id is made up."""
    return *_published(article), article.outlet, article.headline, article.text, article.id


def _published(article: Article) -> tuple[tuple[str, str], str]:
    """Return what articles are ordered by: the first day they may be of, the last, the time; last those of none."""
    return days(article.published) or (LATEST, LATEST), article.published


def decode_notes(tables: Tables) -> list[Annotation]:
    """Return the annotations in a notes file, oldest first. Raises `BrokenError`."""
    with _sense("a note in it"):
        return oldest_first(map(codec.annotation, tables.get("annotations", {}).values()))


def oldest_first(annotations: Iterable[Annotation]) -> list[Annotation]:
    """Return annotations in the order in which they were written."""
    return sorted(annotations, key=lambda annotation: (annotation.created, annotation.id))


def decode_versions(tables: Tables) -> list[Version]:
    """Return the versions in a file of them, newest first. Raises `BrokenError`."""
    with _sense("a version in it"):
        docs = sorted(tables.get("versions", {}).values(), key=lambda doc: int(doc["number"]), reverse=True)
        return [codec.version(doc) for doc in docs]


def validate_tables(name: str, tables: Tables, before: Tables | None = None) -> None:
    """Raise `BrokenError` when a file's tables do not hold what a file of that name should.

    `before` is what was kept of it before: a row that had the number of its id and has no longer is
    broken. (One that was put in with TinyDB by hand may have any number.)
    """
    for table, rows in (before or {}).items():
        _check_numbers(tables.get(table, {}), rows)
    match owner_of(name):
        case "events", event_id:
            if not _is_gone(tables):
                decode_event(tables, event_id)
        case "notes", _:
            decode_notes(tables)
        case "versions", _:
            decode_versions(tables)
        case _:
            with _sense("a row in it"):
                for table, decode in ({"events": _check_row} | codec.RECORDS).items():
                    for doc in tables.get(table, {}).values():
                        decode(doc)


def validate_changed(files: FileCache, name: str, tables: Tables) -> None:
    """As `validate_tables`, but for documents in memory that were looked at before: an article may have many notes."""
    known = files.validated.pop(name, {})
    new = tables
    if owner_of(name)[0] != "events":  # whose articles make sense together alone
        new = {
            table: {key: doc for key, doc in rows.items() if known.get(table, {}).get(key) is not doc}
            for table, rows in tables.items()
        }
    validate_tables(name, new)
    while len(files.validated) >= _DECODED:
        files.validated.pop(next(iter(files.validated)), None)
    files.validated[name] = tables


def _check_numbers(now: Mapping[str, Document], before: Mapping[str, Document]) -> None:
    places = {own: key for key, doc in now.items() if isinstance(own := doc.get("id"), str)}
    for key, was in before.items():
        own = was.get("id")
        if not isinstance(own, str) or key != str(codec.doc_id(own)):
            continue
        if now.get(key, was).get("id") != own or places.get(own, key) != key:
            raise BrokenError(f"the row of {own} in it has lost its number or its id")


def _check_row(doc: Document) -> None:
    for key, kind in _ROW.items():
        if (key in doc or key in EventRow.__required_keys__) and type(doc.get(key)) is not kind:
            raise TypeError(f"{key} is no {kind.__name__}")


def newest_first(table: Mapping[str, Document]) -> list[EventRow]:
    """Return the rows of the catalogue, undated and year-less last, those of a day by name.

    Raises KeyError or TypeError for what is no row.

    Only what makes a row unfit to be shown is looked at: there may be many, and the first screen waits for them.
    """
    by_day: dict[tuple[str, str], list[EventRow]] = {}
    by_date: dict[str, list[EventRow]] = {}  # to the list of its day: days are looked into once
    for row in cast("Iterable[EventRow]", table.values()):
        row["id"], row["articles"], row["quotes"], row["inferred"]  # all that is shown has to be there
        date = row["date"]
        if type(date) is not str or type(row["name"]) is not str or type(row["outlets"]) is not list:
            raise TypeError("a name or a date is no text")
        if date not in by_date:
            by_date[date] = by_day.setdefault(days(date) or ("", ""), [])
        by_date[date].append(row)
    name = itemgetter("name")
    return [row for day in sorted(by_day, reverse=True) for row in sorted(by_day[day], key=name)]


def _is_gone(tables: Tables) -> bool:
    """Tell whether the making of an event was taken back: its file stays, without it."""
    return tables.get("event") == {} and not tables.get("articles")


def has_event(folder: BriefingFolder, event_id: str) -> bool:
    """Tell whether there is an event with this id. Raises `StoreError` for what is no id."""
    tables = folder.tables(event_file(event_id))
    return tables is not None and not _is_gone(tables)


def _decoded(folder: BriefingFolder, name: str, tables: Tables, decode: Callable[[Tables], T]) -> T:
    """Return what a file's tables say; where they make no sense, what is left of the file after mending."""
    try:
        return decode(tables)
    except BrokenError as error:
        return decode(folder.on_corrupt(name, str(error)) or {})


def read_event(folder: BriefingFolder, event_id: str, *, keep: bool = True) -> Event:
    """Return an event as it was imported. Raises `StoreError` when there is none, or it is broken."""
    name = event_file(event_id)
    tables = folder.tables(name, keep=keep)
    if tables is None or _is_gone(tables):
        raise GoneError(f"{folder.root / name}: there is no such event")
    for known in (folder.decoded.get(name), folder.put_last.get(name)):
        if known and known[0] is tables and isinstance(known[1], Event):
            return known[1]
    event = _decoded(folder, name, tables, lambda tables: decode_event(tables, event_id))
    if keep:
        while len(folder.decoded) >= _DECODED:
            folder.decoded.pop(next(iter(folder.decoded)), None)
        folder.decoded[name] = tables, event
    elif folder.is_staged(name):
        folder.put_last[name] = tables, event
    return event


def read_article(
    folder: BriefingFolder, event_id: str, article_id: str, *, keep: bool = True
) -> Article | None:
    """Return an article as it was imported, None where the event, if there is one that can be read, has it not."""
    try:
        return read_event(folder, event_id, keep=keep).article(article_id)
    except StoreError:
        return None


def read_notes(folder: BriefingFolder, owner: str, *, keep: bool = True) -> list[Annotation]:
    """Return what the reader wrote on an article (with its quotes), an event or a speaker, oldest first."""
    name = notes_file(owner)
    tables = folder.tables(name, keep=keep)
    return [] if tables is None else _decoded(folder, name, tables, decode_notes)


def read_versions(folder: BriefingFolder, article_id: str) -> list[Version]:
    """Return the earlier versions of an article, newest first."""
    name = versions_file(article_id)
    tables = folder.tables(name, keep=False)
    return [] if tables is None else _decoded(folder, name, tables, decode_versions)


def read_records(folder: BriefingFolder, table: str) -> dict[str, Any]:
    """Return by id, in the order of names, what one of the tables of `codec.RECORDS` holds: tags, views, speakers, feeds."""

    name = FILES[table]
    tables = folder.tables(name) or {}
    known = folder.records.get(table)
    docs, records = (known[0].get(table, {}), known[1]) if known else ({}, {})

    def decode(tables: Tables) -> dict[str, Any]:
        with _sense(f"one of the {table} in it"):
            rows = sorted(tables.get(table, {}).items(), key=lambda row: name_of(row[1]))
            return {  # what is the same document as before is the same record: a step changes few of many
                doc["id"]: records[doc["id"]] if docs.get(key) is doc else codec.RECORDS[table](doc)
                for key, doc in rows
            }

    if known is None or known[0] is not tables:  # each event that is opened asks for all speakers
        known = folder.records[table] = tables, _decoded(folder, name, tables, decode)
    return dict(known[1])


def read_redirects(folder: BriefingFolder) -> dict[str, str]:
    """Return for each speaker (an id) that was merged whom it was merged into in the end. Not to be changed."""
    tables = folder.tables(SPEAKERS) or {}
    known = folder.records.get("redirects")
    if known is None or known[0] is not tables:
        known = folder.records["redirects"] = tables, corrections.redirects(read_speakers(folder))
    return known[1]


def name_of(doc: Document) -> str:
    """Return by what documents of such a table are put in order; in their file they stand by their numbers."""
    return str(doc.get("name", ""))


def read_speakers(folder: BriefingFolder) -> dict[str, Speaker]:
    """Return the speakers by id, merged ones too."""
    return read_records(folder, "speakers")


def merged_into(folder: BriefingFolder, event_id: str) -> str:
    """Return the id of the event that the reader merged this one into in the end, "" where they did not."""
    seen = {event_id}
    while True:
        body = next(
            (n.body for n in read_notes(folder, event_id) if n.body.get("field") == MERGE_FIELD), None
        )
        into = str(body["value"]) if body else ""
        if not into or into in seen:
            return event_id if len(seen) > 1 and not into else ""
        seen.add(into)
        event_id = into


def event_notes(folder: BriefingFolder, event: Event, *, keep: bool = True) -> list[Annotation]:
    """Return what the reader wrote on an event, its articles and their quotes."""
    found = read_notes(folder, event.id, keep=keep)
    for article in event.articles:
        found += read_notes(folder, article.id, keep=keep)
    return found


def annotated(
    folder: BriefingFolder,
    event_id: str,
    redirect: Mapping[str, str],
    *,
    include_hidden: bool = False,
    keep: bool = True,
) -> AnnotatedEvent:
    """Return an event with the reader's corrections and annotations. Raises `StoreError`."""
    event = read_event(folder, event_id, keep=keep)
    notes = event_notes(folder, event, keep=keep)
    return corrections.annotated(event, notes, redirect, include_hidden=include_hidden)


def catalogue_row(folder: BriefingFolder, event_id: str) -> EventRow | None:
    """Return what the catalogue should say of an event; None when nothing of it is to be shown."""
    try:
        event = read_event(folder, event_id, keep=False)
    except GoneError:
        return None
    return codec.row_of(corrections.apply_corrections(event, event_notes(folder, event, keep=False), {}))


def stale_rows(folder: BriefingFolder, events: Iterable[str], *, broken: bool = False) -> bool:
    """Bring the catalogue's rows of events up to them, within a step; tell whether any changed.

    Raises `StoreError` where an event is broken; with `broken` its row is left as it is.
    """
    rows = folder.table(CATALOGUE, "events")
    changed: dict[int, Document | None] = {}
    for event_id in sorted(events):
        try:
            row = catalogue_row(folder, event_id)
        except StoreError:
            if not broken:
                raise
            continue
        if row != rows.get(str(doc_id(event_id))):
            changed[doc_id(event_id)] = dict(row) if row else None
    if changed:
        folder.db(CATALOGUE).put_all("events", changed)
    return bool(changed)

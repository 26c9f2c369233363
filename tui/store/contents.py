"""What the files of a briefing say, as records, the reader's corrections worked in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from tui.model import (
    MERGED,
    SET_BY_READER,
    Annotated,
    Annotation,
    Article,
    Event,
    EventRow,
    Quote,
    Selector,
    Speaker,
    Tag,
    View,
)
from tui.store import records
from tui.store.errors import StoreError
from tui.store.files import BrokenError, Document, Tables
from tui.store.folder import CODEBOOK, SPEAKERS, Folder, is_id

T = TypeVar("T")
# What decoding a document of the wrong shape runs into.
NONSENSE = (KeyError, TypeError, ValueError, AttributeError, IndexError)
_DECODED = 4
_NOTHING: Mapping[str, Any] = {}


class GoneError(StoreError):
    """There is no such event, or its making was taken back."""


def event_file(event_id: str) -> str:
    """Return the file of an event."""
    return f"events/{safe(event_id)}.json"


def notes_file(owner: str) -> str:
    """Return the file of what was written on an article (and its quotes), an event or a speaker."""
    return f"notes/{safe(owner)}.json"


def safe(stable_id: str) -> str:
    """Return the id itself: one that could leave the folder is nobody's."""
    if not is_id(stable_id):
        raise StoreError(f"no such id: {stable_id!r}")
    return stable_id


def decode_event(tables: Tables) -> Event:
    """Return the event in an event file as it was imported. Raises `BrokenError`."""
    try:
        (doc,) = tables["event"].values()
        copies = {str(each["id"]): str(each["of"]) for each in tables.get("copies", {}).values()}
        articles = [
            records.article(each, doc["id"], copies.get(each["id"], ""))
            for each in tables.get("articles", {}).values()
        ]
        if not all(is_id(article.id) for article in articles):
            raise ValueError("an id that cannot be one")
        articles.sort(key=lambda article: (article.published or "~", article.outlet, article.id))
        return records.event(doc, tuple(articles))
    except NONSENSE as error:
        raise BrokenError(f"an article in it makes no sense ({type(error).__name__} {error})") from None


def decode_notes(tables: Tables) -> list[Annotation]:
    """Return the annotations in a notes file, oldest first. Raises `BrokenError`."""
    try:
        found = [records.annotation(doc) for doc in tables.get("annotations", {}).values()]
        found.sort(key=lambda annotation: (annotation.created, annotation.id))
    except NONSENSE as error:
        raise BrokenError(f"a note in it makes no sense ({type(error).__name__} {error})") from None
    return found


def check(name: str, tables: Tables, before: Tables | None = None) -> None:
    """Raise `BrokenError` when a file's tables do not hold what a file of that name should.

    `before` is what was kept of it before: a row that had the number of its id and has no longer is
    broken. (One that was put in with TinyDB by hand may have any number.)
    """
    for table, rows in (before or {}).items():
        now = tables.get(table, {})
        places = {own: key for key, doc in now.items() if isinstance(own := doc.get("id"), str)}
        for key, was in rows.items():
            own = was.get("id")
            if not isinstance(own, str) or key != str(records.doc_id(own)):
                continue
            if now.get(key, was).get("id") != own or places.get(own, key) != key:
                raise BrokenError(f"the row of {own} in it has lost its number or its id")
    if name.startswith("events/"):
        if _is_gone(tables):
            return
        event = decode_event(tables)
        if event.id != name.removeprefix("events/").removesuffix(".json"):
            raise BrokenError("it holds another event")
    elif name.startswith("notes/"):
        decode_notes(tables)
    elif name.startswith("versions/"):
        from tui.store.versions import decode_versions

        decode_versions(tables)
    else:
        try:
            for doc in tables.get("events", {}).values():
                _check_row(doc)
            for doc in tables.get("tags", {}).values():
                records.tag(doc)
            for doc in tables.get("views", {}).values():
                records.view(doc)
            for doc in tables.get("speakers", {}).values():
                records.speaker(doc)
            for doc in tables.get("subscriptions", {}).values():
                records.feed(doc)
        except NONSENSE as error:
            raise BrokenError(f"a row in it makes no sense ({type(error).__name__} {error})") from None


def _check_row(doc: Document) -> None:
    for key, kind in EventRow.__annotations__.items():
        if key in EventRow.__optional_keys__ and key not in doc:
            continue
        expected = {"str": str, "bool": bool, "int": int, "list[str]": list}[_name(kind)]
        if type(doc[key]) is not expected:
            raise TypeError(f"{key} is no {expected.__name__}")


def _name(kind: object) -> str:
    return str(getattr(kind, "__forward_arg__", kind))


def _is_gone(tables: Tables) -> bool:
    """Tell whether the making of an event was taken back: its file stays, without it."""
    return tables.get("event") == {} and not tables.get("articles")


def has_event(folder: Folder, event_id: str) -> bool:
    """Tell whether there is an event with this id. Raises `StoreError` for what is no id."""
    tables = folder.tables(event_file(event_id))
    return tables is not None and not _is_gone(tables)


def read_event(folder: Folder, event_id: str, *, keep: bool = True) -> Event:
    """Return an event as it was imported. Raises `StoreError` when there is none, or it is broken."""
    name = event_file(event_id)
    tables = folder.tables(name, keep=keep)
    if tables is None or _is_gone(tables):
        raise GoneError(f"{folder.root / name}: there is no such event")
    known = folder.decoded.get(name)
    if known and known[0] is tables and isinstance(known[1], Event):
        return known[1]
    try:
        event = decode_event(tables)
        if event.id != event_id:
            raise BrokenError("it holds another event")
    except BrokenError as error:
        event = decode_event(folder.broken(name, str(error)) or {})
    if keep:
        while len(folder.decoded) >= _DECODED:
            folder.decoded.pop(next(iter(folder.decoded)), None)
        folder.decoded[name] = tables, event
    return event


def read_notes(folder: Folder, owner: str, *, keep: bool = True) -> list[Annotation]:
    """Return what the reader wrote on an article (with its quotes), an event or a speaker, oldest first."""
    name = notes_file(owner)
    tables = folder.tables(name, keep=keep)
    if tables is None:
        return []
    try:
        return decode_notes(tables)
    except BrokenError as error:
        return decode_notes(folder.broken(name, str(error)) or {})


def read_speakers(folder: Folder) -> dict[str, Speaker]:
    """Return the speakers by id."""
    docs = folder.table(SPEAKERS, "speakers").values()
    try:
        return {doc["id"]: records.speaker(doc) for doc in docs}
    except NONSENSE as error:
        tables = folder.broken(SPEAKERS, f"a speaker in it makes no sense ({error})") or {}
        return {doc["id"]: records.speaker(doc) for doc in tables.get("speakers", {}).values()}


def read_tags(folder: Folder) -> dict[str, Tag]:
    """Return the codebook by tag id."""
    docs = folder.table(CODEBOOK, "tags").values()
    try:
        return {doc["id"]: records.tag(doc) for doc in docs}
    except NONSENSE as error:
        tables = folder.broken(CODEBOOK, f"a tag in it makes no sense ({error})") or {}
        return {doc["id"]: records.tag(doc) for doc in tables.get("tags", {}).values()}


def read_views(folder: Folder) -> dict[str, View]:
    """Return the saved views by id."""
    docs = folder.table(CODEBOOK, "views").values()
    try:
        return {doc["id"]: records.view(doc) for doc in docs}
    except NONSENSE as error:
        tables = folder.broken(CODEBOOK, f"a saved view in it makes no sense ({error})") or {}
        return {doc["id"]: records.view(doc) for doc in tables.get("views", {}).values()}


def redirects(speakers: Mapping[str, Speaker]) -> dict[str, str]:
    """Return for each merged speaker the one he was merged into in the end."""
    found = {}
    for speaker in speakers.values():
        if not speaker.merged_into:
            continue
        into, seen = speaker.merged_into, {speaker.id}
        while into in speakers and speakers[into].merged_into and into not in seen:
            seen.add(into)
            into = speakers[into].merged_into
        found[speaker.id] = into
    return found


def merged_into(folder: Folder, event_id: str) -> str:
    """Return the id of the event that the reader merged this one into in the end, "" when he did not."""
    seen = {event_id}
    while True:
        body = next((n.body for n in read_notes(folder, event_id) if n.body.get("field") == MERGED), None)
        into = str(body["value"]) if body else ""
        if not into or into in seen:
            return event_id if len(seen) > 1 and not into else ""
        seen.add(into)
        event_id = into


def event_notes(folder: Folder, event: Event, *, keep: bool = True) -> list[Annotation]:
    """Return what the reader wrote on an event, its articles and their quotes."""
    found = read_notes(folder, event.id, keep=keep)
    for article in event.articles:
        found += read_notes(folder, article.id, keep=keep)
    return found


def annotated(
    folder: Folder,
    event_id: str,
    redirect: Mapping[str, str],
    *,
    include_hidden: bool = False,
    keep: bool = True,
) -> Annotated:
    """Return an event with the reader's corrections and annotations. Raises `StoreError`."""
    event = read_event(folder, event_id, keep=keep)
    notes = event_notes(folder, event, keep=keep)
    shown = corrected(event, notes, redirect, include_hidden=include_hidden)
    from tui.orphaned import with_gone
    from tui.store.versions import orphans

    lost = orphans(event, notes, include_hidden=include_hidden)
    return Annotated(with_gone(shown, lost), by_target(notes), lost)


def by_target(annotations: Iterable[Annotation]) -> dict[str, tuple[Annotation, ...]]:
    """Return annotations by the id of their target."""
    found: dict[str, list[Annotation]] = {}
    for annotation in annotations:
        found.setdefault(annotation.target.id, []).append(annotation)
    return {target: tuple(each) for target, each in found.items()}


def corrected(
    event: Event,
    annotations: Sequence[Annotation],
    redirect: Mapping[str, str],
    *,
    include_hidden: bool = False,
) -> Event:
    """Return an event with the reader's corrections in it.

    Deleted articles and discarded quotes are left out unless `include_hidden`; a speaker that was
    merged is the one he was merged into (`redirect`).
    """
    edits: dict[str, dict[str, object]] = {}
    mine: dict[str, list[Annotation]] = {}
    for annotation in annotations:
        if annotation.motivation == "editing":
            field, value = str(annotation.body["field"]), annotation.body["value"]
            edits.setdefault(annotation.target.id, {})[field] = value
            if field == "added":
                mine.setdefault(annotation.target.article, []).append(annotation)
    if mine:
        event = with_added_quotes(event, mine)
    articles = tuple(
        [
            _article(article, edits, redirect, include_hidden)
            for article in event.articles
            if include_hidden or not edits.get(article.id, _NOTHING).get("deleted")
        ]
    )
    own = edits.get(event.id)
    if not own:
        return replace(event, articles=articles)
    known: dict[str, Any] = {field: str(own[field]) for field in ("name", "date") if field in own}
    basis = {**event.basis, **dict.fromkeys(known, SET_BY_READER)}
    return replace(event, articles=articles, basis=basis, **known)


def with_added_quotes(event: Event, mine: Mapping[str, Sequence[Annotation]]) -> Event:
    """Return an event with the quotes that the reader made himself."""
    from tui.store.added import with_added

    articles = [
        replace(article, quotes=tuple(with_added(article.quotes, mine[article.id], article.text)))
        if article.id in mine
        else article
        for article in event.articles
    ]
    return replace(event, articles=tuple(articles))


def _article(
    article: Article,
    edits: Mapping[str, Mapping[str, Any]],
    redirect: Mapping[str, str],
    include_hidden: bool,
) -> Article:
    own = edits.get(article.id)
    every = article.all_quotes
    touched = (redirect and every) or any(quote.id in edits for quote in every)
    if not own and not touched:
        return article
    if touched:
        quotes, gone = (
            [
                _quote(quote, article.text, edits.get(quote.id, _NOTHING), redirect)
                for quote in some
                if include_hidden or not edits.get(quote.id, _NOTHING).get("discarded")
            ]
            for some in (article.quotes, article.gone)
        )
        quotes.sort(key=lambda quote: quote.start)
        article = replace(article, quotes=tuple(quotes), gone=tuple(gone))
    if own:
        fields = ("headline", "outlet", "author", "published", "url")
        known: dict[str, Any] = {field: str(own[field]) for field in fields if field in own}
        basis = dict.fromkeys([*known, *(["event"] if "event" in own else [])], SET_BY_READER)
        article = replace(article, basis={**article.basis, **basis}, **known)
    return article


def _quote(quote: Quote, text: str, own: Mapping[str, Any], redirect: Mapping[str, str]) -> Quote:
    speaker, kind, parts = str(own.get("speaker", quote.speaker)), own.get("kind", quote.kind), quote.parts
    edited = [field for field in ("speaker", "kind") if field in own]
    if "borders" in own and not quote.gone:
        try:
            moved = tuple([Selector.at(text, int(start), int(end)) for start, end in own["borders"]])
        except (TypeError, ValueError):
            moved = ()
        if moved and all(part.exact for part in moved):
            parts = moved
            edited.append("borders")
    speaker = redirect.get(speaker, speaker)
    if "original" in own or "translator" in own:
        from tui.store.added import set_by_reader

        quote = set_by_reader(quote, own)
    if "speaker" in own:
        from tui.store.added import respoken

        quote = respoken(quote)
    if not edited and speaker == quote.speaker:
        return quote
    return replace(quote, speaker=speaker, kind=kind, parts=parts, edited=(*quote.edited, *edited))


def row(folder: Folder, event_id: str) -> EventRow | None:
    """Return what the catalogue should say of an event; None when nothing of it is to be shown."""
    try:
        event = read_event(folder, event_id, keep=False)
    except GoneError:
        return None
    return records.row_of(corrected(event, event_notes(folder, event, keep=False), {}))

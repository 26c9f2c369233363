"""Taking readings in: what is new in a batch is one step, whole or absent, and so is what changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace

from tui.atomic_files import sync_folder
from tui.core.model import STATED, Article, Event
from tui.core.text import clean, one_line
from tui.reading.result import ParsedArticle
from tui.reading.revision import better_date, changed, is_earlier
from tui.store import codec, loader
from tui.store.article_builder import build_article
from tui.store.disk.errors import StoreError
from tui.store.disk.folder import BriefingFolder
from tui.store.disk.schema import Document
from tui.store.executor import CommandExecutor
from tui.store.index.duplicates import DuplicateDetector, PageTraits
from tui.store.index.fingerprint import is_excerpt
from tui.store.index.index import Index
from tui.store.ingest_types import IngestResult, NewArticle, digest, write_source
from tui.store.revise import RevisionBatch
from tui.store.speaker_registry import SpeakerRegistry
from tui.store.transaction import Change, current


@dataclass(kw_only=True)
class _Batch:
    """What a batch is going to change."""

    events: dict[str, Event] = field(default_factory=dict)  # new ones, and those whose record changes
    articles: dict[str, list[Article]] = field(default_factory=dict)  # by event
    made: list[str] = field(default_factory=list)  # new events, in order
    keys: dict[str, str] = field(default_factory=dict)
    new: dict[int, str] = field(default_factory=dict)
    known: dict[int, str] = field(default_factory=dict)
    sources: dict[str, bytes] = field(default_factory=dict)
    again: dict[int, tuple[str, str]] = field(default_factory=dict)  # article and event it may be new of


def add(
    folder: BriefingFolder, executor: CommandExecutor, index: Index, incoming: Sequence[NewArticle]
) -> IngestResult:
    """Store what the briefing has not: new articles in one step, new versions of articles in the next.

    Under the lock. Raises `StoreError`; then nothing was stored. What goes wrong once the new articles
    are there is told in `stopped`.
    """
    executor.begin()
    known = DuplicateDetector(folder, index)
    registry = SpeakerRegistry(loader.read_speakers(folder).values(), executor.new_id)
    batch = _Batch()
    places: dict[str, str] = {}  # the events that new articles go to
    for number, each in enumerate(incoming):
        source = digest(each.raw)
        reading = each.reading
        page = PageTraits(
            outlet=one_line(reading.outlet),
            url=one_line(reading.url),
            source=source,
            text=clean(reading.text),
            published=reading.published,
            headline=one_line(reading.headline),
            origin=one_line(each.origin),
        )
        given = each.article_id if each.article_id and known.by_id(each.article_id) else ""
        found = given or known.find(page)
        if found:
            # The very page is no news, whatever reading makes of it by now.
            if known.by_source(source) == found:
                batch.known[number] = found
            else:
                batch.again[number] = found, places.get(found) or known.event_of(found)
            continue
        event_id = _event(folder, executor, batch, each)
        article = build_article(each, event_id, source, registry, executor)
        known.learn(article.id, page)
        batch.articles.setdefault(event_id, []).append(article)
        batch.new[number] = article.id
        places[article.id] = event_id
        batch.sources[source] = each.raw
    if batch.new:
        _store(folder, executor, batch, registry)
        _follow(index)
    grown = [event for event in batch.articles if event not in batch.made]
    added = IngestResult(
        articles=batch.new, known=batch.known, events=tuple(batch.made), grown=tuple(grown), keys=batch.keys
    )
    if not batch.again:
        return added
    try:
        return _renew(RevisionBatch(folder, executor, registry), index, incoming, batch.again, added)
    except StoreError as error:
        return replace(added, stopped=str(error))


def _follow(index: Index) -> None:
    """Bring the index up to what is stored. It can be made later: nothing is lost by its failing."""
    with suppress(StoreError, sqlite3.Error):
        index.up_to_date()


def _renew(
    revisions: RevisionBatch,
    index: Index,
    incoming: Sequence[NewArticle],
    found: Mapping[int, tuple[str, str]],
    added: IngestResult,
) -> IngestResult:
    """Take in what has changed of articles that are there; return what was added, with that."""
    folder, executor = revisions.folder, revisions.executor
    known, newer, sources = dict(added.known), dict[int, str](), dict[str, bytes]()
    stopped = ""
    for number, (article_id, event_id) in found.items():
        each = incoming[number]
        try:
            old = revisions.article(event_id, article_id)
            if old is None or not _is_newer(each.reading, old, revisions):
                known[number] = article_id
                continue
            source = digest(each.raw)
            again = replace(each, article_id=article_id)
            revisions.take(
                old, build_article(again, old.event, source, revisions.registry, executor), keep=True
            )
            basis = each.reading.basis.get("event_date", STATED)
            revisions.date(old.event, each.reading.event_date, basis)
        except StoreError as error:  # one that cannot be read is in nobody's way
            stopped = str(error)
            continue
        newer[number] = article_id
        sources[source] = each.raw
    added = replace(added, known=known, stopped=stopped)
    if not newer:
        return added
    count = len(set(newer.values()))
    try:
        _keep(folder, executor, sources)
        revisions.store(f"Took in a new version of {count} article{'s' * (count != 1)}")
    except StoreError as error:
        return replace(added, stopped=str(error))
    _follow(index)
    return replace(added, changed=newer)


def _is_newer(reading: ParsedArticle, old: Article, revisions: RevisionBatch) -> bool:
    """Tell whether a page says what its article does not say, nor ever said."""
    text, headline = clean(reading.text), one_line(reading.headline)
    if not text.strip() or not changed(old, headline, text) or is_earlier(reading.published, old.published):
        return False
    # A feed or a paywall shows the beginning of what is there.
    if is_excerpt(text, old.text):
        return False
    return all(
        changed(replace(old, headline=was.headline, text=was.text), headline, text)
        for was in revisions.versions(old)
    )


def _event(folder: BriefingFolder, executor: CommandExecutor, batch: _Batch, each: NewArticle) -> str:
    """Return the event an article goes to, made or dated as need be."""
    reading = each.reading
    wanted = each.event_id or batch.keys.get(each.event, each.event)
    event = batch.events.get(wanted)
    if event is None and wanted:
        event = _stored_event(folder, wanted)
    if event is None:
        event_id = each.event_id or executor.new_id()
        loader.event_file(event_id)  # raises for an id that is none
        name = one_line(each.event_name or reading.headline or each.origin) or "Untitled"
        how = STATED if each.event_name else "inferred from the headline"
        event = Event(event_id, name, basis={"name": how})
        batch.made.append(event_id)
    if each.event and each.event != event.id:
        batch.keys[each.event] = event.id
    day, basis = reading.event_date, reading.basis.get("event_date", STATED)
    if each.date[0]:
        day, basis = each.date
    if better_date(event.date, event.basis.get("date", ""), day, basis):
        event = replace(event, date=day, basis={**event.basis, "date": basis})
        batch.events[event.id] = event
    batch.events.setdefault(event.id, event)
    return event.id


def _stored_event(folder: BriefingFolder, event_id: str) -> Event | None:
    try:
        event = loader.read_event(folder, event_id)
        if not event.articles and (into := loader.merged_into(folder, event_id)):
            event = loader.read_event(folder, into)
        return replace(event, articles=())
    except StoreError:
        return None  # a key and no id, or an event that is broken: it is left alone


def _store(
    folder: BriefingFolder, executor: CommandExecutor, batch: _Batch, registry: SpeakerRegistry
) -> None:
    """Write a batch as one step."""
    imported: list[Change] = []
    for event_id, articles in batch.articles.items():
        name, doc = loader.event_file(event_id), codec.event_doc(batch.events[event_id])
        if current(folder, name, "event", event_id) != doc:
            imported.append((name, "event", event_id, None, doc))
        imported += [(name, "articles", each.id, None, codec.article_doc(each)) for each in articles]
    count = len(batch.new)
    says: Document = {"op": "import", "label": f"Imported {count} article{'s' * (count != 1)}"}
    _keep(folder, executor, batch.sources)
    executor.carry_out(list(registry.changes(folder)), says, imported)


def _keep(folder: BriefingFolder, executor: CommandExecutor, sources: Mapping[str, bytes]) -> None:
    """Keep raw pages; a page of a step that comes to nothing is in nobody's way."""
    with executor.writing():
        for name, raw in sources.items():
            write_source(folder.root, name, raw)
        sync_folder(folder.root / "sources")

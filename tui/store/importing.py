"""Taking readings in: a batch is one step, whole or absent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from tui.model import STATED, Article, Event, Quote, Selector, Speaker
from tui.reading.records import Found, Reading
from tui.store import contents, records
from tui.store.desk import Change, current
from tui.store.errors import StoreError
from tui.store.files import Document, sync_folder
from tui.store.folder import SPEAKERS, Folder
from tui.store.incoming import Added, Incoming, digest, write_source
from tui.store.index import Index
from tui.store.known import Known
from tui.store.ledger import Ledger, refusal, stale_rows
from tui.store.voices import Voices
from tui.text import clean, one_line


@dataclass
class _Batch:
    """What a batch is going to change."""

    events: dict[str, Event] = field(default_factory=dict)  # new ones, and those whose record changes
    articles: dict[str, list[Article]] = field(default_factory=dict)  # by event
    made: list[str] = field(default_factory=list)  # new events, in order
    keys: dict[str, str] = field(default_factory=dict)
    new: dict[int, str] = field(default_factory=dict)
    known: dict[int, str] = field(default_factory=dict)
    sources: dict[str, bytes] = field(default_factory=dict)


def add(folder: Folder, ledger: Ledger, index: Index, incoming: Sequence[Incoming]) -> Added:
    """Store what the briefing has not. Under the lock. Raises `StoreError`; then nothing was stored."""
    ledger.begin()
    known = Known(folder, index)
    voices = Voices(contents.read_speakers(folder).values(), ledger.new_id)
    batch = _Batch()
    for number, each in enumerate(incoming):
        source = digest(each.raw)
        reading = each.reading
        told = {
            "outlet": one_line(reading.outlet),
            "url": one_line(reading.url),
            "source": source,
            "text": clean(reading.text),
            "published": reading.published,
        }
        given = each.article_id if each.article_id and known.by_id(each.article_id) else ""
        found = given or known.find(**told)
        if found:
            batch.known[number] = found
            continue
        event_id = _event(folder, ledger, batch, each)
        article = _article(each, event_id, source, voices, ledger)
        known.learn(article.id, **told)
        batch.articles.setdefault(event_id, []).append(article)
        batch.new[number] = article.id
        batch.sources[source] = each.raw
    if batch.new:
        _store(folder, ledger, batch, voices.new)
        index.refreshed()
    grown = [event for event in batch.articles if event not in batch.made]
    return Added(batch.new, batch.known, tuple(batch.made), tuple(grown), batch.keys)


def _event(folder: Folder, ledger: Ledger, batch: _Batch, each: Incoming) -> str:
    """Return the event an article goes to, made or dated as need be."""
    reading = each.reading
    wanted = each.event_id or batch.keys.get(each.event, each.event)
    event = batch.events.get(wanted)
    if event is None and wanted:
        event = _stored_event(folder, wanted)
    if event is None:
        event_id = each.event_id or ledger.new_id()
        contents.event_file(event_id)  # raises for an id that is none
        name = one_line(each.event_name or reading.headline or each.origin) or "Untitled"
        how = STATED if each.event_name else "inferred from the headline"
        event = Event(event_id, name, basis={"name": how})
        batch.made.append(event_id)
    if each.event and each.event != event.id:
        batch.keys[each.event] = event.id
    if not event.date and reading.event_date:
        basis = reading.basis.get("event_date", STATED)
        event = replace(event, date=reading.event_date, basis={**event.basis, "date": basis})
        batch.events[event.id] = event
    batch.events.setdefault(event.id, event)
    return event.id


def _stored_event(folder: Folder, event_id: str) -> Event | None:
    try:
        return replace(contents.read_event(folder, event_id), articles=())
    except StoreError:
        return None  # a key and no id, or an event that is broken: it is left alone


def _article(each: Incoming, event_id: str, source: str, voices: Voices, ledger: Ledger) -> Article:
    reading = each.reading
    article_id = each.article_id or ledger.new_id()
    contents.notes_file(article_id)  # raises for an id that is none
    text = clean(reading.text)
    basis = {key: value for key, value in reading.basis.items() if key != "event_date"}
    return Article(
        article_id,
        event_id,
        one_line(reading.headline),
        one_line(reading.outlet),
        one_line(reading.author),
        reading.published,
        one_line(reading.url),
        one_line(reading.language),
        text,
        source,
        one_line(each.origin),
        ledger.now(),
        reading.cut,
        tuple(_quotes(reading, text, article_id, voices, ledger)),
        basis,
    )


def _quotes(reading: Reading, text: str, article_id: str, voices: Voices, ledger: Ledger) -> Iterable[Quote]:
    groups: dict[int, list[Found]] = {}
    for found in sorted(reading.quotes, key=lambda found: (found.start, found.end)):
        groups.setdefault(found.group, []).append(found)
    for parts in groups.values():
        first = next((part for part in parts if part.entity), parts[0])
        kinds = {part.kind for part in parts}
        yield Quote(
            ledger.new_id(),
            article_id,
            kinds.pop() if len(kinds) == 1 else "mixed",
            tuple(Selector.at(text, part.start, part.end) for part in parts),
            voices.of(one_line(first.entity)),
            first.speaker_text,
            first.speaker_start,
            first.speaker_end,
            one_line(first.entity),
            one_line(first.cue_text),
            first.why,
            first.confidence,
            first.chain,
            (),
            tuple(map(one_line, first.candidates)),
            one_line(first.role),
        )


def _store(folder: Folder, ledger: Ledger, batch: _Batch, new: Sequence[Speaker]) -> None:
    """Write a batch as one step."""
    changes: list[Change] = [
        (SPEAKERS, "speakers", speaker.id, None, records.speaker_doc(speaker)) for speaker in new
    ]
    count = len(batch.new)
    says: Document = {
        "op": "import",
        "label": f"Imported {count} article{'s' * (count != 1)}",
        "session": ledger.session,
        "at": ledger.now(),
        "events": sorted(batch.articles),
        "changes": changes,
    }
    try:
        for name, raw in batch.sources.items():
            write_source(folder.root, name, raw)
        sync_folder(folder.root / "sources")
        with folder.step(ledger.new_id()):
            for event_id, articles in batch.articles.items():
                db, event = folder.db(contents.event_file(event_id)), batch.events[event_id]
                doc = records.event_doc(event)
                if current(folder, contents.event_file(event_id), "event", event_id) != doc:
                    db.put_all("event", {records.doc_id(event_id): doc})
                docs = {records.doc_id(article.id): records.article_doc(article) for article in articles}
                db.put_all("articles", docs)
            if changes:
                docs = {records.doc_id(each[2]): each[4] for each in changes if each[4]}
                folder.db(SPEAKERS).put_all("speakers", docs)
            shared = ["catalogue"] if stale_rows(folder, batch.articles) else []
            folder.commit({**says, "shared": [*shared, *(["speakers"] if changes else [])]})
    except OSError as error:
        ledger.read_only = refusal(folder.root, error)
        raise StoreError(ledger.read_only) from None
    ledger.read_only = ""

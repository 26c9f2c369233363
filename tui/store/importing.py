"""Taking readings in: what is new in a batch is one step, whole or absent, and so is what changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from tui.model import STATED, Article, Event, Quote, Selector
from tui.reading.again import better_date, changed, is_earlier
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
from tui.store.likeness import is_excerpt
from tui.store.renewing import Renewal
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
    again: dict[int, str] = field(default_factory=dict)  # perhaps new versions of what is there


def add(folder: Folder, ledger: Ledger, index: Index, incoming: Sequence[Incoming]) -> Added:
    """Store what the briefing has not: new articles in one step, new versions of articles in the next.

    Under the lock. Raises `StoreError`; then nothing was stored.
    """
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
            "headline": one_line(reading.headline),
            "origin": one_line(each.origin),
        }
        given = each.article_id if each.article_id and known.by_id(each.article_id) else ""
        found = given or known.find(**told)
        if found:
            # The very page is no news, whatever reading makes of it by now.
            (batch.known if known.by_source(source) == found else batch.again)[number] = found
            continue
        event_id = _event(folder, ledger, batch, each)
        article = made_article(each, event_id, source, voices, ledger)
        known.learn(article.id, **told)
        batch.articles.setdefault(event_id, []).append(article)
        batch.new[number] = article.id
        batch.sources[source] = each.raw
    if batch.new:
        _store(folder, ledger, batch, voices)
        index.refreshed()
    grown = [event for event in batch.articles if event not in batch.made]
    added = Added(batch.new, batch.known, tuple(batch.made), tuple(grown), batch.keys)
    return _renew(Renewal(folder, ledger, voices), index, incoming, batch.again, added)


def _renew(
    renewal: Renewal, index: Index, incoming: Sequence[Incoming], found: Mapping[int, str], added: Added
) -> Added:
    """Take in what has changed of articles that are there; return what was added, with that."""
    folder, ledger = renewal.folder, renewal.ledger
    events = Known(folder, index)
    known, newer, sources = dict(added.known), dict[int, str](), dict[str, bytes]()
    for number, article_id in found.items():
        each = incoming[number]
        old = renewal.article(events.event_of(article_id), article_id)
        if old is None or not _is_newer(each.reading, old, renewal):
            known[number] = article_id
            continue
        source = digest(each.raw)
        again = replace(each, article_id=article_id)
        renewal.take(old, made_article(again, old.event, source, renewal.voices, ledger), keep=True)
        basis = each.reading.basis.get("event_date", STATED)
        renewal.date(old.event, each.reading.event_date, basis)
        newer[number] = article_id
        sources[source] = each.raw
    if not newer:
        return replace(added, known=known)
    count = len(set(newer.values()))
    try:
        _keep(folder, ledger, sources)
        renewal.store(f"Took in a new version of {count} article{'s' * (count != 1)}")
    except StoreError as error:
        return replace(added, known=known, stopped=str(error))
    index.refreshed()
    return replace(added, known=known, changed=newer)


def _is_newer(reading: Reading, old: Article, renewal: Renewal) -> bool:
    """Tell whether a page says what its article does not say, nor ever said."""
    text, headline = clean(reading.text), one_line(reading.headline)
    if not text.strip() or not changed(old, headline, text) or is_earlier(reading.published, old.published):
        return False
    # A feed or a paywall shows the beginning of what is there.
    if is_excerpt(text, old.text):
        return False
    return all(
        changed(replace(old, headline=was.headline, text=was.text), headline, text)
        for was in renewal.versions(old)
    )


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
    day, basis = reading.event_date, reading.basis.get("event_date", STATED)
    if each.date[0]:
        day, basis = each.date
    if better_date(event.date, event.basis.get("date", ""), day, basis):
        event = replace(event, date=day, basis={**event.basis, "date": basis})
        batch.events[event.id] = event
    batch.events.setdefault(event.id, event)
    return event.id


def _stored_event(folder: Folder, event_id: str) -> Event | None:
    try:
        event = contents.read_event(folder, event_id)
        if not event.articles and (into := contents.merged_into(folder, event_id)):
            event = contents.read_event(folder, into)
        return replace(event, articles=())
    except StoreError:
        return None  # a key and no id, or an event that is broken: it is left alone


def made_article(each: Incoming, event_id: str, source: str, voices: Voices, ledger: Ledger) -> Article:
    """Return the article that a reading makes, in an event, read from the raw page `source`."""
    reading = each.reading
    article_id = each.article_id or ledger.new_id()
    contents.notes_file(article_id)  # raises for an id that is none
    text = clean(reading.text)
    basis = {key: value for key, value in reading.basis.items() if key != "event_date"}
    if reading.event_date:
        basis["event_date"] = reading.basis.get("event_date", STATED)
    if each.event_basis:
        basis["event"] = each.event_basis
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
        event_date=reading.event_date,
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
            voices.of(one_line(first.entity), one_line(first.role)),
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


def _store(folder: Folder, ledger: Ledger, batch: _Batch, voices: Voices) -> None:
    """Write a batch as one step."""
    changes: list[Change] = [
        (SPEAKERS, "speakers", speaker.id, None, records.speaker_doc(speaker)) for speaker in voices.new
    ]
    made = {speaker.id for speaker in voices.new}
    for speaker in voices.grown.values():
        if speaker.id not in made:
            before = current(folder, SPEAKERS, "speakers", speaker.id)
            changes.append((SPEAKERS, "speakers", speaker.id, before, records.speaker_doc(speaker)))
    count = len(batch.new)
    says: Document = {
        "op": "import",
        "label": f"Imported {count} article{'s' * (count != 1)}",
        "session": ledger.session,
        "at": ledger.now(),
        "events": sorted(batch.articles),
        "changes": changes,
    }
    _keep(folder, ledger, batch.sources)
    try:
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


def _keep(folder: Folder, ledger: Ledger, sources: Mapping[str, bytes]) -> None:
    """Keep raw pages; a page of a step that comes to nothing is in nobody's way."""
    try:
        for name, raw in sources.items():
            write_source(folder.root, name, raw)
        sync_folder(folder.root / "sources")
    except OSError as error:
        ledger.read_only = refusal(folder.root, error)
        raise StoreError(ledger.read_only) from None

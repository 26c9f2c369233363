"""Taking readings in: what is new in a batch is one step, whole or absent, and so is what changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial

from tui.core.garbage import garbage_pause
from tui.core.model import STATED, Article, Event
from tui.core.text import clean, one_line, opening, pluralize
from tui.reading.result import ParsedArticle
from tui.reading.revision import better_date, changed, is_earlier
from tui.settings.atomic_files import sync_folder
from tui.store import codec, loader
from tui.store.article_builder import build_article, with_guesses
from tui.store.disk.cache import owner_of
from tui.store.disk.errors import StoreError
from tui.store.disk.folder import BriefingFolder
from tui.store.disk.schema import Document
from tui.store.executor import CommandExecutor
from tui.store.index.duplicates import DuplicateDetector, PageTraits
from tui.store.index.fingerprint import is_excerpt
from tui.store.index.index import Index
from tui.store.ingest_types import IngestResult, NewArticle, digest, write_sources
from tui.store.revise import RevisionBatch
from tui.store.speaker_names import SpeakerNames
from tui.store.speaker_registry import SpeakerRegistry
from tui.store.transaction import Change, change


def add(
    folder: BriefingFolder, executor: CommandExecutor, index: Index, incoming: Sequence[NewArticle]
) -> IngestResult:
    """Store what the briefing has not: new articles in one step, new versions of articles in the next.

    Under the lock. Raises `StoreError`; then nothing was stored. What goes wrong once the new articles
    are there is told in `stopped`.
    """
    executor.begin()
    with garbage_pause():
        batch = _Batch(folder, executor, DuplicateDetector(folder, index))
        for number, each in enumerate(incoming):
            batch.take(number, each)
        if batch.new:
            batch.store()
            _follow(index)
    added = IngestResult(
        articles=batch.new,
        known=batch.known,
        events=tuple(batch.made),
        grown=tuple(event for event in batch.articles if event not in batch.made),
        keys=batch.keys,
        surnames=batch.registry.surnames,
    )
    if not batch.changed:
        return added
    return _revise(RevisionBatch(folder, executor, batch.registry), index, incoming, batch.changed, added)


class _Batch:
    """What a batch of readings is going to change."""

    def __init__(self, folder: BriefingFolder, executor: CommandExecutor, known: DuplicateDetector) -> None:
        speakers, texts = loader.read_speakers(folder).values(), partial(_texts_with, folder)
        executor.names = executor.names or SpeakerNames()
        self.registry = SpeakerRegistry(speakers, executor.new_id, texts, executor.names)
        self.events: dict[str, Event] = {}  # those that new articles go to, as they are to be
        self.articles: dict[str, list[Article]] = {}  # new ones, by event
        self.made: list[str] = []  # new events, in order
        self.keys: dict[str, str] = {}
        # What came of each reading, by its number: a new article, one that is there, or one (and its event) of
        # which it may be a new version.
        self.new: dict[int, str] = {}
        self.known: dict[int, str] = {}
        self.changed: dict[int, tuple[str, str]] = {}
        self._sources: dict[str, bytes] = {}
        self._folder = folder
        self._executor = executor
        self._detector = known

    def take(self, number: int, each: NewArticle) -> None:
        """Make an article of a reading, unless there is one of it."""
        detector, reading, source = self._detector, each.reading, digest(each.raw)
        page = PageTraits(
            outlet=one_line(reading.outlet),
            url=one_line(reading.url),
            source=source,
            text=clean(reading.text),
            published=reading.published,
            headline=one_line(reading.headline),
            origin=one_line(each.origin),
        )
        given = each.article_id if each.article_id and detector.by_id(each.article_id) else ""
        if found := given or detector.find(page):
            # The very page is no news, whatever reading makes of it by now.
            if detector.by_source(source) == found:
                self.known[number] = found
            else:
                mine = (one.event for some in self.articles.values() for one in some if one.id == found)
                self.changed[number] = found, next(mine, "") or detector.event_of(found)
            return
        article = build_article(each, self._event(each), source, self.registry, self._executor)
        detector.learn(article.id, page)
        self.articles.setdefault(article.event, []).append(article)
        self.new[number] = article.id
        self._sources[source] = each.raw

    def _event(self, each: NewArticle) -> str:
        """Return the event an article goes to, made or dated as need be."""
        reading = each.reading
        wanted = each.event_id or self.keys.get(each.event, each.event)
        event = self.events.get(wanted) or (self._stored_event(wanted) if wanted else None)
        if event is None:
            event_id = each.event_id or self._executor.new_id()
            loader.event_file(event_id)  # raises for an id that is none
            name = one_line(each.event_name or reading.headline) or opening(reading.text) or "Untitled"
            from_what = "headline" if reading.headline else "first words of its text"
            how = STATED if each.event_name else f"inferred from the {from_what}"
            event = Event(event_id, name, basis={"name": how})
            self.made.append(event_id)
        if each.event and each.event != event.id:
            self.keys[each.event] = event.id
        day, basis = reading.event_date, reading.basis.get("event_date", STATED)
        if each.date[0]:
            day, basis = each.date
        if better_date(event.date, event.basis.get("date", ""), day, basis):
            event = replace(event, date=day, basis={**event.basis, "date": basis})
        self.events[event.id] = event
        return event.id

    def _stored_event(self, event_id: str) -> Event | None:
        try:
            event = loader.read_event(self._folder, event_id)
            if not event.articles and (into := loader.merged_into(self._folder, event_id)):
                event = loader.read_event(self._folder, into)
            return replace(event, articles=())
        except StoreError:
            return None  # a key and no id, or an event that is broken: it is left alone

    def store(self) -> None:
        """Write the batch as one step."""
        folder = self._folder
        imported: list[Change] = []
        for event_id, articles in self.articles.items():
            name = loader.event_file(event_id)
            made = change(folder, name, "event", event_id, codec.document(self.events[event_id]))
            imported += [made] if made[3] != made[4] else []
            new = (with_guesses(each, self.registry) for each in articles)
            imported += [(name, "articles", each.id, None, codec.document(each)) for each in new]
        imported += self._older()
        says: Document = {"op": "import", "label": f"Imported {pluralize(len(self.new), 'article')}"}
        _keep(folder, self._executor, self._sources)
        self._executor.carry_out(list(self.registry.changes(folder)), says, imported)

    def _older(self) -> Iterator[Change]:
        """Yield what changes in articles that are there, whose speaker had but a surname before."""
        folder, made = self._folder, {speaker.id for speaker in self.registry.new}
        there = [speaker.encode() for speaker in self.registry.grown if speaker not in made]
        for name in sorted(folder.mentioning("events", *there) if there else ()):
            for article in loader.read_event(folder, owner_of(name)[1], keep=False).articles:
                if (now := with_guesses(article, self.registry)) != article:
                    yield change(folder, name, "articles", article.id, codec.document(now))


def _texts_with(folder: BriefingFolder, speaker: str) -> Iterator[str]:
    """Yield the texts of the articles in which a speaker (an id) is quoted."""
    for name in sorted(folder.mentioning("events", speaker.encode())):
        for article in loader.read_event(folder, owner_of(name)[1], keep=False).articles:
            if any(speaker in quote.speakers for quote in article.all_quotes):
                yield article.text


def _follow(index: Index) -> None:
    """Bring the index up to what is stored. It can be made later: nothing is lost by its failing."""
    with suppress(StoreError, sqlite3.Error):
        index.up_to_date()


def _revise(
    revisions: RevisionBatch,
    index: Index,
    incoming: Sequence[NewArticle],
    found: Mapping[int, tuple[str, str]],
    added: IngestResult,
) -> IngestResult:
    """Take in what has changed of articles that are there; return what was added, with that."""
    known, newer, sources = dict(added.known), dict[int, str](), dict[str, bytes]()
    stopped = ""
    for number, (article_id, event_id) in found.items():
        each = incoming[number]
        try:
            old = revisions.article(event_id, article_id)
            if old is None or not _is_newer(each.reading, old, revisions):
                known[number] = article_id
                continue
            source, again = digest(each.raw), replace(each, article_id=article_id)
            new = build_article(again, old.event, source, revisions.registry, revisions.executor)
            now = revisions.take(old, new, keep=True)
            revisions.name(old.event, old.headline, now.headline)
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
    articles = pluralize(len(set(newer.values())), "article")
    try:
        _keep(revisions.folder, revisions.executor, sources)
        revisions.store(f"Took in a new version of {articles}")
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


def _keep(folder: BriefingFolder, executor: CommandExecutor, sources: Mapping[str, bytes]) -> None:
    """Keep raw pages; a page of a step that comes to nothing is in nobody's way."""
    with executor.writing():
        write_sources(folder.root, sources)
        sync_folder(folder.root / "sources")

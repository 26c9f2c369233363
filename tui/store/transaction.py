"""What a command works at: the briefing as it stands, and what the command wants changed in it."""

from __future__ import annotations

import copy
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import Any, Self

from tui.commands.base import StoredRecord
from tui.core.model import (
    Annotation,
    AnnotationTarget,
    Article,
    Event,
    Feed,
    Quote,
    SavedSearch,
    Speaker,
    Tag,
    Title,
)
from tui.core.quote_state import quote_of
from tui.core.text import one_line
from tui.store import codec, corrections, loader
from tui.store.disk.cache import CATALOGUE, CODEBOOK, FEEDS, SPEAKERS, owner_of
from tui.store.disk.errors import StoreError
from tui.store.disk.folder import BriefingFolder
from tui.store.disk.schema import BrokenError, Document

# file, table, stable id, document before, document after
Change = tuple[str, str, str, Document | None, Document | None]


class Transaction:
    """The `tui.commands.base.Workspace` of a folder that is locked; what its methods do is told there.

    What a command puts or drops is staged: everything asked for afterwards has it in it, and nothing is written
    before `changes` are carried out. One is good for one command.
    """

    def __init__(
        self,
        folder: BriefingFolder,
        new_id: Callable[[], str],
        now: Callable[[], str],
        event_of: Callable[[str], str],
        author: str = "",
    ) -> None:
        self._folder = folder
        self.author = one_line(author)
        self._event_of = event_of
        self._moved: dict[str, str] = {}
        self._goals: dict[str, str] = {}
        # By file and table, for a step may stage many thousand things.
        self._after: dict[tuple[str, str], dict[str, Document | None]] = {}
        self._validated: set[str] = set()
        self._written: dict[str, _Written] = {}  # of the files of notes that were asked for
        self.new_id = new_id
        self.now = now

    def signed(self, author: str, at: str = "") -> Self:
        other = copy.copy(self)  # which shares what is staged
        other.author = one_line(author)
        if at:
            other.now = lambda: at
        return other

    # What there is

    def tags(self) -> dict[str, Tag]:
        return self._records("tags")

    def speakers(self) -> dict[str, Speaker]:
        return self._records("speakers")

    def annotations(self, target: AnnotationTarget) -> tuple[Annotation, ...]:
        name = loader.notes_file(_owner(target))
        if name not in self._written:
            self._written[name] = _Written(self._docs(name, "annotations"))
        docs = self._written[name].on(target.id)
        return tuple(loader.oldest_first(map(codec.annotation, docs)))

    def uses_of_tag(self, tag_id: str) -> list[Annotation]:
        found = []
        for name in sorted(self._folder.mentioning("notes", tag_id.encode())):
            for doc in self._docs(name, "annotations").values():
                if doc["motivation"] == "tagging" and doc["body"].get("tag") == tag_id:
                    found.append(codec.annotation(doc))
        return found

    def quotes_by_speaker(self, speaker_id: str) -> list[Quote]:
        redirect = corrections.redirects(self.speakers())
        wanted = {speaker_id, *(each for each, into in redirect.items() if into == speaker_id)}
        needles = [each.encode() for each in wanted]
        folder, found = self._folder, []
        events = {owner_of(name)[1] for name in folder.mentioning("events", *needles)}
        events |= {self._event_of(owner_of(name)[1]) for name in folder.mentioning("notes", *needles)}
        for event_id in sorted(events - {""}):
            event = loader.read_event(folder, event_id, keep=False)
            notes = loader.event_notes(folder, event, keep=False)
            for article in corrections.annotated(event, notes, {}).event.articles:
                found += [quote for quote in article.all_quotes if wanted.intersection(quote.speakers)]
        return found

    def event(self, event_id: str) -> Event:
        event = loader.read_event(self._folder, event_id)
        return corrections.apply_corrections(
            event, loader.event_notes(self._folder, event), {}, include_hidden=True
        )

    def event_as_stored(self, event_id: str) -> Event:
        return replace(loader.read_event(self._folder, event_id), articles=())

    def article(self, article_id: str) -> Article:
        event_id = self._moved.get(article_id) or self._event_of(article_id)
        event = loader.read_event(self._folder, event_id)
        if not (article := event.article(article_id)):
            raise StoreError(f"there is no article {article_id} any more")
        alone, own = replace(event, articles=(article,)), self._corrections(article_id)
        return corrections.apply_corrections(alone, own, {}, include_hidden=True).articles[0]

    def quote(self, target: AnnotationTarget) -> Quote:
        article = self.article(target.article)
        if quote := article.quote(target.id) or quote_of(self.annotations(target)):
            return quote
        raise StoreError(f"there is no quote {target.id} any more")

    def find_event(self, text: str) -> str:
        try:
            if loader.has_event(self._folder, text):
                return text
        except StoreError:
            pass
        wanted = text.casefold()
        rows = self._folder.table(CATALOGUE, "events").values()
        named = [str(row["id"]) for row in rows if str(row["name"]).casefold() == wanted]
        return named[0] if len(named) == 1 else ""

    def feeds(self) -> Mapping[str, Feed]:
        return self._records("subscriptions")

    def views(self) -> dict[str, SavedSearch]:
        return self._records("views")

    # What is to be changed

    def put(self, record: StoredRecord) -> None:
        self._stage(*_place(record), codec.document(record))

    def drop(self, record: StoredRecord) -> None:
        self._stage(*_place(record), None)

    def move(self, article_id: str, event_id: str) -> None:
        source = self._event_of(article_id)
        if source == event_id:
            return
        here, there = loader.event_file(source), loader.event_file(event_id)
        doc = current(self._folder, here, "articles", article_id)
        if doc is None:
            raise StoreError(f"there is no article {article_id} any more")
        # First where it goes: nobody reading meanwhile finds it nowhere.
        for table in ("articles", "copies"):
            if found := current(self._folder, here, table, article_id):
                self._stage(there, table, article_id, found)
                self._stage(here, table, article_id, None)
        self._moved[article_id] = source
        self._goals[article_id] = event_id

    def event_id_of(self, article_id: str) -> str:
        return self._goals.get(article_id) or self._event_of(article_id)

    def set_copy_of(self, article_id: str, copy_of: str) -> None:
        name = loader.event_file(self.event_id_of(article_id))
        self._stage(name, "copies", article_id, {"id": article_id, "of": copy_of} if copy_of else None)

    def changes(self) -> list[Change]:
        """Return what is staged and differs from what there is."""
        found = [
            change(self._folder, name, table, stable_id, after)
            for (name, table), staged in self._after.items()
            for stable_id, after in staged.items()
        ]
        return [each for each in found if each[3] != each[4]]

    def _stage(self, name: str, table: str, stable_id: str, after: Document | None) -> None:
        self._after.setdefault((name, table), {})[stable_id] = after
        if table == "annotations" and name in self._written:
            self._written[name].put(stable_id, after)

    def _corrections(self, article_id: str) -> list[Annotation]:
        """Return what the reader corrected in an article and its quotes, with what is staged."""
        docs = self._docs(loader.notes_file(article_id), "annotations").values()
        edits = (doc for doc in docs if doc["motivation"] == "editing")
        return loader.oldest_first(map(codec.annotation, edits))

    def _validate_once(self, name: str) -> None:
        """Have a file mended that holds something else than it should, before anything is made of it."""
        if name in self._validated:
            return
        self._validated.add(name)
        tables = self._folder.tables(name)
        if tables is not None:
            try:
                loader.validate_changed(self._folder, name, tables)
            except BrokenError as error:
                self._folder.on_corrupt(name, str(error))

    def _records(self, table: str) -> dict[str, Any]:
        """Return what one of the tables of `codec.RECORDS` holds, by stable id."""
        decode = codec.RECORDS[table]
        docs = sorted(self._docs(loader.FILES[table], table).values(), key=loader.name_of)
        return {str(doc["id"]): decode(doc) for doc in docs}

    def _docs(self, name: str, table: str) -> Mapping[str, Document]:
        """Return a table's documents by stable id, with what is staged."""
        self._validate_once(name)
        found = {str(doc["id"]): doc for doc in self._folder.table(name, table).values()}
        for stable_id, after in self._after.get((name, table), {}).items():
            if after is None:
                found.pop(stable_id, None)
            else:
                found[stable_id] = after
        return found


class _Written:
    """What is written in one file of notes, by what it is on: an import asks for each note that it brings."""

    def __init__(self, docs: Mapping[str, Document]) -> None:
        self._on: dict[str, dict[str, Document]] = {}
        self._targets: dict[str, str] = {}
        for stable_id, doc in docs.items():
            self.put(stable_id, doc)

    def put(self, stable_id: str, doc: Document | None) -> None:
        """Note what an annotation is from now on, None where it is gone."""
        if before := self._targets.pop(stable_id, ""):
            self._on[before].pop(stable_id, None)
        if doc is not None:
            self._targets[stable_id] = target = str(doc["target"]["id"])
            self._on.setdefault(target, {})[stable_id] = doc

    def on(self, target_id: str) -> Collection[Document]:
        """Return what is written on something, in no order."""
        return self._on.get(target_id, {}).values()


def current(folder: BriefingFolder, name: str, table: str, stable_id: str) -> Document | None:
    """Return a document as it stands, None when there is none."""
    return folder.table(name, table).get(str(codec.doc_id(stable_id)))


def change(folder: BriefingFolder, name: str, table: str, stable_id: str, after: Document | None) -> Change:
    """Return what makes a document what it is to be, from what it is."""
    return name, table, stable_id, current(folder, name, table, stable_id), after


_OF_CODEBOOK = {Tag: "tags", SavedSearch: "views", Title: "titles"}


def _place(record: StoredRecord) -> tuple[str, str, str]:
    """Return the file and the table of a record, and its stable id."""
    match record:
        case Annotation():
            return loader.notes_file(_owner(record.target)), "annotations", record.id
        case Event():
            return loader.event_file(record.id), "event", record.id
        case Feed():
            return FEEDS, "subscriptions", record.url
        case Speaker():
            return SPEAKERS, "speakers", record.id
        case _:
            return CODEBOOK, _OF_CODEBOOK[type(record)], record.id


def _owner(target: AnnotationTarget) -> str:
    return target.article or target.id

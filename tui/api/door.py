"""A briefing for Python programs: opened, asked, written on, exported. All of it is done by the rooms below."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

from tui.core.model import AnnotatedEvent, EventRow, Status
from tui.core.text import clean, one_line
from tui.exchange import json_records
from tui.exchange.json_records import Record
from tui.settings.paths import SettingsError, briefings_dir
from tui.settings.paths import author as login_name
from tui.store import library
from tui.store.briefing import Briefing
from tui.store.disk.errors import StoreError

if TYPE_CHECKING:
    from tui.commands.base import Command
    from tui.store.index.query_plan import Hit
    from tui.workflows.import_result import ImportResult


def open_briefing(
    folder: str | os.PathLike[str] = "",
    *,
    name: str = "",
    create: bool = False,
    title: str = "",
    author: str = "",
) -> BriefingDoor:
    """Open a briefing; leave it with `close`, or as a context manager.

    Args:
        folder: where it lies. Without it and without `name`: what BRIEFING_STORE names, else the one opened last.
        name: that of a briefing among the user's own, as `briefing-tui briefings` lists them.
        create: make it where there is none.
        title: what a new one is called, its folder's name where nothing is given.
        author: whose name all bears that is written; BRIEFING_AUTHOR or the login name where nothing is given.

    Raises:
        StoreError: there is no such briefing, something else lies there, or a newer version wrote it.
    """
    by = one_line(author)
    try:
        info = _found(os.fspath(folder), name, create=create)
        briefing = Briefing.open(
            info.path, create=create, title=title, author=(lambda: by) if by else login_name
        )
    except SettingsError as error:
        raise StoreError(str(error)) from None
    return BriefingDoor(briefing)


def _found(folder: str, name: str, *, create: bool) -> library.BriefingInfo:
    if folder and name:
        raise StoreError("name the folder of a briefing or its name, not both")
    if name:
        return library.briefing_for_import(briefing=name) if create else library.find_briefing(name)
    if info := library.briefing_at(folder) or library.last_briefing():
        return info
    raise StoreError("no briefing was opened yet: name a folder, or the name of one")


class ExportedFile(NamedTuple):
    """What an export wrote, in words (for most formats its path), and what the format could not carry, in words."""

    written: str
    loses: str


class BriefingDoor:
    """A briefing, open. Its methods may be called from any thread.

    Records are dicts as `--json` prints them, a field of docs/verbs.md each; dates are EDTF, times ISO 8601 in UTC, ids
    32 hexadecimal digits, offsets code points of an article's text with the end exclusive, confidences 0 to 1. What is not
    known is "". An id that is given may be shortened to a beginning (4 characters or more) that nothing else has.
    """

    def __init__(self, briefing: Briefing) -> None:
        """Use `open_briefing`."""
        self._briefing = briefing

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the session; what was done in it can from now on be taken back by others."""
        self._briefing.close()

    @property
    def path(self) -> Path:
        """The folder of the briefing."""
        return self._briefing.path

    @property
    def title(self) -> str:
        """What the briefing is called."""
        return self._briefing.title

    @property
    def warnings(self) -> list[str]:
        """What had to be mended so far, a line each."""
        return list(self._briefing.warnings)

    # What there is

    def events(self, query: str = "") -> list[Record]:
        """Return the events, newest first, undated last; with a `query` those in which it finds something.

        Raises `QueryError` for a query that is not understood, `StoreError` for a file that is broken beyond mending.
        """
        tags, found = self._briefing.tags(), {hit.event for hit in self._hits(query)}
        return [
            json_records.event_record(row, annotated, tags)
            for row, annotated in self._annotated()
            if not query or row["id"] in found
        ]

    def articles(self, query: str = "") -> list[Record]:
        """Return the articles by event, without their texts; with a `query` those it finds. Raises as `events`."""
        tags, found = self._briefing.tags(), {hit.article for hit in self._hits(query, whole=True)}
        return [
            json_records.article_record(article, annotated, tags)
            for _, annotated in self._annotated()
            for article in annotated.event.articles
            if not query or article.id in found
        ]

    def quotes(self, query: str = "") -> list[Record]:
        """Return the quotes by event and article; with a `query` those it finds. Raises as `events`."""
        tags, speakers = self._briefing.tags(), self._briefing.speakers()
        found = {quote for hit in self._hits(query) for quote in hit.quotes}
        return [
            json_records.quote_record(quote, article, annotated, tags, speakers)
            for _, annotated in self._annotated()
            for article in annotated.event.articles
            for quote in article.all_quotes
            if not query or quote.id in found
        ]

    def text(self, article: str) -> str:
        """Return the text of an article, in which the offsets of its quotes count. Raises `StoreError`."""
        target = self._briefing.find(article)
        event = self._briefing.event_of(target.article)
        found = self._briefing.annotated(event).event.article(target.article) if event else None
        if found is None:
            raise StoreError(f"{article}: there is no article with this id")
        return found.text

    # What comes in

    def import_pages(
        self, *sources: str | os.PathLike[str], outlet: str = "", date: str = "", event: str = ""
    ) -> ImportResult:
        """Read files, folders, addresses and feeds in; what cannot be read is in `failed`, and the rest goes on.

        Args:
            sources: paths and addresses. What is there already is not taken in twice.
            outlet: who published all of them, where that is known.
            date: on which day, in EDTF or as it is written ("1 July 2025").
            event: an event's id or name, to which all of them belong; a new name begins one.

        Returns:
            `new`, `changed`, `known` and `deleted` (here, before), lists of (origin, article id); `failed`, each with
            `origin` and `reason`; and more.

        Raises:
            ValueError: `date` is no day, or `event` looks like an id and is none.
            StoreError: the disk refuses, or this is the sample.
        """
        from tui.workflows.import_pages import import_sources
        from tui.workflows.import_result import ImportOptions, publication_date

        if self.path == briefings_dir() / library.SAMPLE:
            raise StoreError("the sample takes no pages: open a briefing of your own")
        day = publication_date(date)
        if date and not day:
            raise ValueError(f"{date}: no day; write it as 2025-07-01, 2025-07, 2025 or “1 July 2025”")
        told = ImportOptions(one_line(outlet), day, one_line(event))
        return import_sources(self._briefing, sources, told=told)

    # What is written. Each method returns what was done, in words; "" where nothing had to be. Each raises `StoreError`
    # for an id that nothing has and for a disk that refuses, and ValueError for a value that cannot be.

    def tag(self, id: str, *names: str) -> str:
        """Give a quote, an article or an event tags; those that are not in the codebook are made."""
        from tui.commands.annotations import AddTags

        return self._do(AddTags([self._briefing.find(id)], _tag_names(names)))

    def untag(self, id: str, *names: str) -> str:
        """Take tags off a quote, an article or an event."""
        from tui.commands.annotations import RemoveTags

        return self._do(RemoveTags([self._briefing.find(id)], _tag_names(names)))

    def star(self, id: str, on: bool = True) -> str:
        """Star a quote, an article or an event, or take the star off."""
        from tui.commands.annotations import Star

        return self._do(Star([self._briefing.find(id)], on=on))

    def note(self, id: str, text: str) -> str:
        """Write a note (Markdown) on a quote, an article, an event or a speaker, beside those there are."""
        from tui.commands.annotations import WriteNote

        if not clean(text).strip():
            raise ValueError("the note is empty")
        return self._do(WriteNote(self._briefing.find(id), text))

    def correct(self, id: str, field: str, value: str) -> str:
        """Correct a field of a quote, an article, an event or a speaker: `speaker`, `headline`, `published`, `name`…"""
        from tui.workflows.field_correction import correction

        return self._do(correction(self._briefing.find(id), field, value))

    def assess(self, id: str, status: Status, evidence: str = "") -> str:
        """Say how far a quote is checked, and on what evidence (an address or words)."""
        from tui.commands.assessment import Assess

        return self._do(Assess([self._briefing.find(id)], status, evidence))

    def undo(self) -> str:
        """Take back what you did last, in whichever program."""
        step = self._briefing.undo()
        return one_line(step.label) if step else ""

    # What goes out

    def export(
        self, format: str, path: str | os.PathLike[str], *, query: str = "", force: bool = False
    ) -> ExportedFile:
        """Write the briefing to a file (with `markdown`, a folder) in a format that `briefing-tui export` lists.

        Args:
            format: its name: `csv`, `markdown`, `webannotation`, `qdpx`, `xlsx`, `bibtex`…
            path: where to; folders above it are made.
            query: what it finds goes out alone.
            force: replace the file that is there.

        Raises:
            ValueError: there is no such format, or the query is not understood (`QueryError`).
            ExportError: the file is there, the disk refuses, or a package is missing; the message says which.
            StoreError: an event is broken beyond mending.
        """
        from tui.core.timestamps import utc_now
        from tui.exchange.exporters import formats
        from tui.exchange.exporters.dossier import Dossier, selected

        chosen = formats.BY_ID.get(formats.ALSO.get(format.lower(), format))
        if chosen is None:
            raise ValueError(f"there is no format “{format}” (there are: {', '.join(formats.BY_ID)})")
        found = {hit.article: hit.quotes for hit in self._hits(query)}
        choose = (lambda annotated: selected(annotated, found)) if query else None
        dossier = Dossier.of(self._briefing, choose, utc_now())
        written = formats.write(chosen, dossier, Path(path).expanduser(), force=force)
        return ExportedFile(written, formats.lost(chosen, dossier))

    def _annotated(self) -> Iterator[tuple[EventRow, AnnotatedEvent]]:
        for row in self._briefing.rows():
            yield row, self._briefing.annotated(row["id"])

    def _hits(self, query: str, *, whole: bool = False) -> list[Hit]:
        return self._briefing.select(query, whole=whole) if query else []

    def _do(self, command: Command) -> str:
        step = self._briefing.do(command)
        return one_line(step.label) if step.seq else ""


def _tag_names(names: tuple[str, ...]) -> list[str]:
    found = [one_line(name).lstrip("#") for name in names]
    if not found or not all(found):
        raise ValueError("a tag has no name")
    return found

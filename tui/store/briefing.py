"""A briefing: a folder of plain TinyDB files, read and changed through one object."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tui.commands import Command
from tui.model import Annotated, Article, Counts, EventRow, Quote, Speaker, Tag, Target
from tui.reading.records import Reading
from tui.store.errors import StoreError

__all__ = ["Added", "Briefing", "Incoming", "Step", "StoreError"]


@dataclass(frozen=True, slots=True)
class Step:
    """One thing done to a briefing, as its journal has it.

    `seq` rises by one a step. `label` is a sentence for the status line, `at` an ISO time in UTC.
    `events` are the events whose articles, quotes or annotations changed, `shared` which of
    "codebook", "speakers" and "catalogue" did.
    """

    seq: int
    label: str
    at: str
    session: str
    passive: bool = False
    op: str = "do"
    events: frozenset[str] = frozenset()
    shared: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Incoming:
    """One reading on its way into a briefing.

    `raw` is the page as it was read, `origin` its file name or address. `event` is the id of an
    event of the briefing, or a key that articles of one new event share. `article_id`, `event_id`
    and `event_name` are given where the source itself states them.
    """

    reading: Reading
    raw: bytes
    origin: str
    event: str = ""
    article_id: str = ""
    event_id: str = ""
    event_name: str = ""


@dataclass(frozen=True, slots=True)
class Added:
    """What an import did: article ids in the order given.

    `articles` are new, `events` new too; `known` are those the briefing had already, by origin.
    """

    articles: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    known: Mapping[str, str] = field(default_factory=dict)


class Known:
    """Answers whether the briefing has an article already; deleted ones count."""

    def find(self, *, outlet: str, url: str, source: str, text: str) -> str:
        """Return the id of the article with this source hash, this address, or nearly this text; or ""."""
        raise NotImplementedError


class Briefing:
    """One briefing, open. Every method may be called from any thread."""

    path: Path
    title: str
    notices: list[str]  # what opening or reading had to mend, a line each
    read_only: str  # "" or why nothing can be written
    session: str

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        create: bool = False,
        new_id: Callable[[], str] | None = None,
        now: Callable[[], str] | None = None,
        title: str = "",
    ) -> Briefing:
        """Open the briefing in the folder `path`; with `create`, make it if there is none.

        `new_id` and `now` replace the random ids and the clock, so that a build can be repeated.
        Raises `StoreError` when there is no briefing, or one of a newer version.
        """
        raise NotImplementedError

    def close(self) -> None:
        """End the session: its steps may from now on be undone by others."""

    def rows(self) -> list[EventRow]:
        """Return the catalogue, newest first, undated and year-less last. Not to be changed."""
        raise NotImplementedError

    def annotated(self, event_id: str, *, include_hidden: bool = False) -> Annotated:
        """Return an event with the reader's corrections applied, and his annotations.

        Deleted articles and discarded quotes are left out unless `include_hidden`.
        Raises `StoreError` when there is no such event, or its file is broken beyond mending.
        """
        raise NotImplementedError

    def speakers(self) -> dict[str, Speaker]:
        """Return the speakers by id, merged ones too (they redirect)."""
        raise NotImplementedError

    def tags(self) -> dict[str, Tag]:
        """Return the codebook by tag id."""
        raise NotImplementedError

    def quotes(self) -> Iterator[tuple[EventRow, Article, Quote]]:
        """Yield every quote of the briefing, in the order of `rows()`. Broken events are passed over."""
        raise NotImplementedError

    def find(self, id_or_prefix: str) -> Target:
        """Return what an id, or a unique beginning of one (4 characters or more), stands for.

        Raises `StoreError` when nothing or more than one thing begins so.
        """
        raise NotImplementedError

    def event_of(self, article_id: str) -> str:
        """Return the id of the event an article lies in, "" when there is no such article."""
        raise NotImplementedError

    def counts(self) -> dict[str, Counts]:
        """Return for each event what the reader did in it. May take long: call it in a worker."""
        raise NotImplementedError

    def search(self, text: str, *, limit: int = 1000) -> list[tuple[str, str]]:
        """Return (event id, article id) of what holds words beginning with each word of `text`.

        The article id is "" where the event itself matches (its name, a note on it).
        """
        raise NotImplementedError

    def raw(self, article: Article) -> str:
        """Return the raw page of an article, cleaned. Raises `StoreError` when it is missing."""
        raise NotImplementedError

    def known(self) -> Known:
        """Return what tells articles the briefing has from new ones."""
        raise NotImplementedError

    def add(self, incoming: Sequence[Incoming]) -> Added:
        """Take readings in: all of them, or none should anything go wrong midway.

        What the briefing has already is left as it is. Raises `StoreError`.
        """
        raise NotImplementedError

    def do(self, command: Command) -> Step:
        """Carry a command out, durably. Raises `StoreError`, or `ValueError` for a bad value."""
        raise NotImplementedError

    def undo(self) -> Step | None:
        """Take back this session's last step (or one of a session that had ended when this one began).

        Returns the step as journalled, None when there is nothing to undo. Raises `StoreError` when
        what it would change has been changed by somebody else since.
        """
        raise NotImplementedError

    def redo(self) -> Step | None:
        """Do again what was undone last. As `undo`."""
        raise NotImplementedError

    def history(self, limit: int = 50) -> list[Step]:
        """Return the last steps, newest first, passive ones left out."""
        raise NotImplementedError

    def poll(self) -> frozenset[str] | None:
        """Return what other sessions changed since the last call, None when nothing did.

        Holds event ids, and "codebook", "speakers", "catalogue".
        """
        raise NotImplementedError

    def place(self) -> dict[str, object]:
        """Return where the reader was, {} when not known."""
        raise NotImplementedError

    def save_place(self, place: Mapping[str, object]) -> None:
        """Remember where the reader is. Errors are ignored: a place is not worth a complaint."""

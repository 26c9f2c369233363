"""What comes into a briefing, what came of it, and the raw pages that are kept."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import field
from pathlib import Path

from tui.core.records import record
from tui.reading.result import ParsedArticle
from tui.settings.atomic_files import read_regular, replacing, sync_each, sync_folder, write_new
from tui.store.disk.errors import StoreError
from tui.store.disk.folder import PENDING, BriefingFolder

_LEVEL = 4
"""How well raw pages are packed: better takes twice the time for a twentieth of the size."""


@record(frozen=True, slots=True, kw_only=True)
class NewArticle:
    """One reading on its way into a briefing.

    `raw` is the page as it was read, `origin` its file name or address. `event` is the id of an
    event of the briefing, or a key that articles of one new event share ("" for an event of its
    own). `article_id`, `event_id` and `event_name` are given where the source itself states them.
    `event_basis` says who named the event: the reader or the source, "" for neither; then it may be
    grouped otherwise later. `date` is the day of the event and its basis, where others know it better. `whole_names`:
    its speakers are called as they are, and a surname is nobody else's full name.
    """

    reading: ParsedArticle
    raw: bytes
    origin: str
    event: str = ""
    article_id: str = ""
    event_id: str = ""
    event_name: str = ""
    event_basis: str = ""
    date: tuple[str, str] = ("", "")
    whole_names: bool = False


@record(frozen=True, slots=True, kw_only=True)
class IngestResult:
    """What an import did.

    `articles` are the ids of new articles, by the position of their `NewArticle`; `known` the ids of
    those the briefing had already, likewise, and `changed` of those that have become a new version.
    `events` are the ids of new events, `grown` of events that got more articles. `keys` maps the keys
    that were no ids to the ids of the events made for them: later batches give these. `stopped` says
    why the new versions could not be stored, though the new articles were; "" where they were. `surnames`
    are those that were taken for a full name of other articles, with that name.
    """

    articles: Mapping[int, str] = field(default_factory=dict)
    known: Mapping[int, str] = field(default_factory=dict)
    events: tuple[str, ...] = ()
    grown: tuple[str, ...] = ()
    keys: Mapping[str, str] = field(default_factory=dict)
    changed: Mapping[int, str] = field(default_factory=dict)
    surnames: Mapping[str, str] = field(default_factory=dict)
    stopped: str = ""


def digest(raw: bytes) -> str:
    """Return the SHA-256 of a raw page, hexadecimal: its name in `sources/`."""
    import hashlib

    return hashlib.sha256(raw).hexdigest()


def write_sources(root: Path, sources: Mapping[str, bytes]) -> None:
    """Keep raw pages, by their names, packed, unless they are there already. That their folder is synced is left to do."""
    import gzip

    for folder in (root / "sources", root / PENDING):
        folder.mkdir(mode=0o700, exist_ok=True)
    with ExitStack() as pages:
        halves = {
            name: pages.enter_context(replacing(path, spare=root / PENDING / f"source@{name}", sync=False))
            for name in sources
            if not (path := root / "sources" / f"{name}.gz").exists()
        }
        for name, half in halves.items():
            # Without a time in it, so that the same page is always the same file.
            write_new(half, gzip.compress(sources[name], _LEVEL, mtime=0), sync=False)
        sync_each([*halves.values()])


def read_source(root: Path, name: str) -> bytes:
    """Return a raw page. Raises `StoreError` when it is missing or damaged."""
    import gzip
    import zlib

    path = root / "sources" / f"{name}.gz"
    try:
        if not name.isalnum():
            raise FileNotFoundError
        raw = gzip.decompress(read_regular(path))
        if digest(raw) != name:
            raise EOFError
    except FileNotFoundError:
        raise StoreError("the raw page of this article was not kept") from None
    except (OSError, EOFError, zlib.error):
        raise StoreError(
            f"{path}: damaged; `briefing-tui check --repair` sets it aside, and importing the page again"
            " restores it"
        ) from None
    return raw


def restore_source(folder: BriefingFolder, name: str, raw: bytes) -> None:
    """Keep a raw page again that was lost. Raises OSError when the disk refuses."""
    path = folder.root / "sources" / f"{name}.gz"
    if path.exists():
        return
    with folder.locked():
        write_sources(folder.root, {name: raw})
        sync_folder(path.parent)
    folder.warn(f"{path}: the raw page was lost, and is there again")

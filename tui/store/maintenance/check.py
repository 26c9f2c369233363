"""Looking a briefing over: what is broken, what does not fit together, and what mends it."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

from tui.core.model import EventRow
from tui.core.records import record
from tui.settings.atomic_files import read_regular
from tui.store import codec, loader
from tui.store.disk.cache import CATALOGUE, CODEBOOK, FEEDS, SPEAKERS, is_copied, is_id, is_own_file, owner_of
from tui.store.disk.errors import StoreError
from tui.store.disk.folder import BriefingFolder
from tui.store.disk.journal import checked_seq, read_archive
from tui.store.disk.schema import BrokenError, NewerError, Tables
from tui.store.disk.table_file import backup_path, parse, read_generation
from tui.store.ingest_types import read_source
from tui.store.maintenance.restore import raise_only

# Programs that synchronise folders give the copy that lost a name made of its own: with "conflict" in the
# reader's language, a number, a machine's or a person's name. So whatever is called nearly as one of our
# files, and not quite, is such a copy.
_OURS = re.compile(r"(catalogue|codebook|speakers|feeds)\.json(\.bak)?|journal\.jsonl")
_NEARLY = re.compile(
    r"(?!\.)(.*[\W_])?(catalogue|codebook|speakers|feeds|journal)([\W_].*)?\.jsonl?(\W.*)?",
    re.IGNORECASE | re.DOTALL,
)


@record(frozen=True, slots=True)
class Finding:
    """Something that is wrong: the file it concerns, what it is, and what mends it ("" for nothing here).

    A `remark` is good to know and no damage.
    """

    file: Path
    what: str
    cure: str = ""
    remark: bool = False


def conflict_copies(root: Path) -> list[Path]:
    """Return the copies that programs which synchronise folders left of files they could not merge."""
    found: list[Path] = []
    for kind in ("", "events", "notes", "versions"):
        try:
            names = os.listdir(root / kind)  # noqa: PTH208 - there may be 100,000
        except OSError:
            continue
        found += [root / kind / name for name in sorted(names) if _is_copy(kind, name)]
    return found


def _is_copy(kind: str, name: str) -> bool:
    if not kind:
        return bool(_NEARLY.fullmatch(name)) and not _OURS.fullmatch(name)
    return ".json" in name and not name.startswith(".") and not is_own_file(name.removesuffix(".bak"))


def warn_of_copies(folder: BriefingFolder) -> None:
    """Tell the reader of copies left in the folder; what they wrote elsewhere may be in them."""
    if found := conflict_copies(folder.root):
        more = f" and {len(found) - 1} more" if len(found) > 1 else ""
        folder.warn(
            f"{found[0]}{more}: left by a program that synchronises folders, and not read;"
            " `briefing-tui check` says more"
        )


def find_damage(path: Path) -> list[Finding]:
    """Look at everything in a briefing's folder without changing anything; [] when all is well."""
    return list(_Check(path).findings())


class _Check:
    def __init__(self, path: Path) -> None:
        self._root = path
        self._folder = BriefingFolder(path, raise_only)
        self._articles: dict[str, str] = {}
        self._sources: dict[str, str] = {}
        self._versioned: dict[str, int] = {}  # how many earlier versions an article says it has
        self._rows: dict[str, EventRow | None] = {}
        self._tags: set[str] | None = None
        self._older = 0  # how many files have a copy beside them that is not of them as they are

    def findings(self) -> Iterator[Finding]:
        folder, root = self._folder, self._root
        if not (root / CATALOGUE).exists() and not (root / "events").is_dir():
            yield Finding(root, "there is no briefing here")
            return
        for spare in conflict_copies(root):
            what = "a copy left by a program that synchronises folders; it is not read"
            yield Finding(spare, what, "repair takes in what it holds, where it is whole")
        if opened := open_to_others(root) if os.name != "nt" else 0:
            cure = "repair takes these rights away"
            yield Finding(root, f"{opened} files or folders can be read by others", cure, remark=True)
        yield from self._journal()
        if folder.pending_files():
            yield Finding(root, "a step is under way, or was cut short", "the next change finishes it", True)
        catalogue = yield from self._file(CATALOGUE)
        if (codebook := (yield from self._file(CODEBOOK))) is not None:
            self._tags = {str(doc["id"]) for doc in codebook.get("tags", {}).values()}
        yield from self._file(SPEAKERS)
        if (root / FEEDS).exists():
            yield from self._file(FEEDS)
        yield from self._each("events", self._event)
        yield from self._catalogue(catalogue)
        yield from self._each("notes", self._notes)
        yield from self._each("versions", self._versions)
        if self._older:  # a full disk, or a kill between the two
            what = f"the copies beside {self._older} files are older than these"
            yield Finding(root, what, "repair makes them anew", remark=True)
        there = {owner_of(name)[1] for name in folder.names("versions")}
        for article in sorted(self._versioned.keys() - there):
            what = f"the earlier versions of article {article} are gone"
            yield Finding(root / loader.versions_file(article), what, self._cure("versions/"))
        for source, article in sorted(self._sources.items()):
            try:
                read_source(root, source)
            except StoreError as error:
                yield Finding(root / "sources" / f"{source}.gz", f"{error} (article {article})")

    def _journal(self) -> Iterator[Finding]:
        journal = self._folder.journal
        damaged = journal.damaged_line_count()
        if damaged:
            what = f"{damaged} lines are damaged; undo passes over them"
            yield Finding(journal.path, what, "repair takes them out")
        elif not journal.is_complete() and not self._folder.is_clone():
            yield Finding(journal.path, "it is empty or missing", "repair begins a new one")
        steps: list[int] = []
        for path in journal.archives():
            lines, sound = read_archive(path)
            if not sound:
                yield Finding(path, "damaged", f"repair keeps the {len(lines)} steps that can be read")
            steps += map(checked_seq, lines)
        first = next((line.seq for line in journal.lines(parsed=False)), 0)
        if first > 1 and first - 1 not in steps:
            what = f"the steps before the {first}th are gone; nothing can be made anew from them"
            yield Finding(journal.path, what, remark=True)

    def _each(self, kind: str, look: Callable[[str, Tables], Iterator[Finding]]) -> Iterator[Finding]:
        for name in sorted(self._folder.names(kind)):
            if (tables := (yield from self._file(name))) is not None:
                yield from look(name, tables)

    def _file(self, name: str) -> Generator[Finding, None, Tables | None]:
        """Yield what is wrong with a file by itself; return its tables, None where they make no sense."""
        path = self._root / name
        try:
            loader.validate_tables(name, tables := parse(read_regular(path)), kept := read_generation(path))
            self._older += is_copied(name) and kept is not None and kept != tables
            if kept is None and backup_path(path).exists():
                yield Finding(backup_path(path), "it is damaged", "repair makes it anew", remark=True)
            return tables
        except FileNotFoundError:
            yield Finding(path, "it is missing", self._cure(name))
        except OSError as error:
            yield Finding(path, f"it cannot be read: {error.strerror}")
        except NewerError as error:
            yield Finding(path, f"written by a newer version (schema {error})", "update this program")
        except BrokenError as error:
            yield Finding(path, str(error), self._cure(name))
        return None

    def _cure(self, name: str) -> str:
        if read_generation(self._root / name) is not None:
            return "repair restores its previous generation and what the journal has since"
        if name == CATALOGUE:
            return "repair makes it anew from the events"
        if name.startswith("events/"):
            return "import its pages again"
        return "repair makes it anew from the journal"

    def _event(self, name: str, tables: Tables) -> Iterator[Finding]:
        event_id = owner_of(name)[1]
        for doc in tables.get("articles", {}).values():
            article, source = str(doc["id"]), str(doc.get("source", ""))
            if article in self._articles:
                what = f"article {article} lies in event {self._articles[article]} too"
                yield Finding(self._root / name, what)
            self._articles[article] = event_id
            if source:
                self._sources[source] = article
            if doc.get("versions"):
                self._versioned[article] = int(doc["versions"])
        try:
            self._rows[event_id] = loader.catalogue_row(self._folder, event_id)
        except (StoreError, BrokenError):
            return  # a broken notes file, told of in its place

    def _catalogue(self, tables: Tables | None) -> Iterator[Finding]:
        if tables is None:
            return
        listed = {str(row["id"]): row for row in tables.get("events", {}).values()}
        cure = "repair makes it anew from the events"
        for event_id, row in self._rows.items():
            said = listed.pop(event_id, {})
            # Rows that were written before `unnamed` was counted want no repair.
            if {
                name: each for name, each in dict(row or {}).items() if name in said or name != "unnamed"
            } != said:
                yield Finding(self._root / CATALOGUE, f"it does not say what event {event_id} is", cure)
        for event_id in listed:
            if not is_id(event_id) or not (self._root / loader.event_file(event_id)).exists():
                yield Finding(self._root / CATALOGUE, f"it lists event {event_id}, which is not there", cure)

    def _versions(self, name: str, tables: Tables) -> Iterator[Finding]:
        article = owner_of(name)[1]
        wanted = self._versioned.get(article, 0)
        versions = loader.decode_versions(tables)
        if len(versions) != wanted:
            what = f"it holds {len(versions)} earlier versions of article {article}, which has {wanted}"
            yield Finding(self._root / name, what, self._cure(name))
        for version in versions:
            if version.source:
                self._sources[version.source] = article

    def _notes(self, name: str, tables: Tables) -> Iterator[Finding]:
        for doc in tables.get("annotations", {}).values():
            annotation = codec.annotation(doc)
            tag = annotation.body.get("tag") if annotation.motivation == "tagging" else None
            if tag and self._tags is not None and tag not in self._tags:
                yield Finding(self._root / name, f"tag {tag} is not among the tags")
            article = annotation.target.article
            if article and self._articles and article not in self._articles:
                what = f"it is about article {article}, which is gone; the notes are kept"
                yield Finding(self._root / name, what, remark=True)
                return


def open_to_others(root: Path, *, close: bool = False) -> int:
    """Count what others than the reader may read or write, and with `close` take these rights away."""
    count = 0
    for at, folders, files in os.walk(root):
        for path in (Path(at), *(Path(at, name) for name in files)):
            found = path.lstat()
            if found.st_mode & 0o077 and stat.S_IFMT(found.st_mode) in (stat.S_IFDIR, stat.S_IFREG):
                count += 1
                if close:
                    path.chmod(found.st_mode & 0o700)
        folders[:] = sorted(each for each in folders if each != ".git")
    return count

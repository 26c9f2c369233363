"""Looking a briefing over: what is broken, what does not fit together, and what mends it."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tui.model import EventRow
from tui.store import contents, records
from tui.store.errors import StoreError
from tui.store.files import BrokenError, NewerError, Tables, keep_copy, parse, read_generation, twin
from tui.store.folder import CATALOGUE, CODEBOOK, FEEDS, PENDING, SPEAKERS, Folder
from tui.store.incoming import read_source
from tui.store.versions import decode_versions, versions_file

# What programs that synchronise folders call the copy that lost (Dropbox, Nextcloud, Syncthing, Drive,
# OneDrive: the last adds the machine's name).
_CONFLICT = re.compile(
    r"conflict|[ _]\(\d+\)\.jsonl?$|~\d+\.jsonl?$|^(?:catalogue|codebook|speakers|journal)-.+\.jsonl?$"
    r"|^[0-9a-f]{32}-[^.]+\.json$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
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
    for folder in (root, root / "events", root / "notes"):
        try:
            names = os.listdir(folder)  # noqa: PTH208 - there may be 100,000
        except OSError:
            continue
        found += [folder / name for name in sorted(names) if _CONFLICT.search(name) and ".json" in name]
    return found


def notice_copies(folder: Folder) -> None:
    """Tell the reader of copies left in the folder; what he wrote elsewhere may be in them."""
    if found := conflict_copies(folder.root):
        more = f" and {len(found) - 1} more" if len(found) > 1 else ""
        folder.notice(
            f"{found[0]}{more}: left by a program that synchronises folders, and not read;"
            " `briefing-tui check` says more"
        )


def check(path: Path) -> list[Finding]:
    """Look at everything in a briefing's folder without changing anything; [] when all is well."""
    return list(_Check(path).findings())


class _Check:
    def __init__(self, path: Path) -> None:
        self._root = path
        self._folder = Folder(path, _untouched)
        self._articles: dict[str, str] = {}
        self._sources: dict[str, str] = {}
        self._versioned: dict[str, int] = {}  # how many earlier versions an article says it has
        self._rows: dict[str, EventRow | None] = {}
        self._tags: set[str] | None = None

    def findings(self) -> Iterator[Finding]:
        folder, root = self._folder, self._root
        if not (root / CATALOGUE).exists() and not (root / "events").is_dir():
            yield Finding(root, "there is no briefing here")
            return
        for spare in conflict_copies(root):
            yield Finding(
                spare,
                "a copy left by a program that synchronises folders; it is not read",
                "look what it holds, then move it away",
            )
        if opened := _open_to_others(root) if os.name != "nt" else 0:
            cure = "repair takes these rights away"
            yield Finding(root, f"{opened} files or folders can be read by others", cure, remark=True)
        damaged = folder.journal.damage()
        if damaged:
            yield Finding(folder.journal.path, f"{damaged} lines are damaged; undo passes over them")
        elif not folder.journal.whole():
            yield Finding(folder.journal.path, "it is empty or missing", "repair begins a new one")
        if folder.leftovers():
            yield Finding(root, "a step is under way, or was cut short", "the next change finishes it", True)
        for name in (CATALOGUE, CODEBOOK, SPEAKERS):
            yield from self._file(name)
        if (root / FEEDS).exists():
            yield from self._file(FEEDS)
        if (tables := self._read(CODEBOOK)) is not None:
            self._tags = {str(doc["id"]) for doc in tables.get("tags", {}).values()}
        for name in sorted(folder.names("events")):
            yield from self._file(name)
            yield from self._event(name)
        yield from self._catalogue()
        for name in sorted(folder.names("notes")):
            yield from self._file(name)
            yield from self._notes(name)
        for name in sorted(folder.names("versions")):
            yield from self._file(name)
            yield from self._versions(name)
        for article in sorted(self._versioned):
            what = f"the earlier versions of article {article} are gone"
            yield Finding(root / versions_file(article), what, self._cure("versions/"))
        for source, article in sorted(self._sources.items()):
            try:
                read_source(root, source)
            except StoreError as error:
                yield Finding(root / "sources" / f"{source}.gz", f"{error} (article {article})")

    def _read(self, name: str) -> Tables | None:
        try:
            tables = parse((self._root / name).read_bytes())
            contents.check(name, tables)
        except (OSError, BrokenError, NewerError):
            return None
        return tables

    def _file(self, name: str) -> Iterator[Finding]:
        path = self._root / name
        try:
            contents.check(name, parse(path.read_bytes()))
        except FileNotFoundError:
            yield Finding(path, "it is missing", self._cure(name))
        except OSError as error:
            yield Finding(path, f"it cannot be read: {error.strerror}")
        except NewerError as error:
            yield Finding(path, f"written by a newer version (schema {error})", "update this program")
        except BrokenError as error:
            yield Finding(path, str(error), self._cure(name))

    def _cure(self, name: str) -> str:
        if read_generation(self._root / name) is not None:
            return "repair restores its previous generation and what the journal has since"
        if name == CATALOGUE:
            return "repair makes it anew from the events"
        if name.startswith("events/"):
            return "import its pages again"
        return "repair makes it anew from the journal"

    def _event(self, name: str) -> Iterator[Finding]:
        tables = self._read(name)
        if tables is None:
            return
        event_id = name.removeprefix("events/").removesuffix(".json")
        for doc in tables.get("articles", {}).values():
            article, source = str(doc["id"]), str(doc.get("source", ""))
            if article in self._articles:
                yield Finding(
                    self._root / name, f"article {article} lies in event {self._articles[article]} too"
                )
            self._articles[article] = event_id
            if source:
                self._sources[source] = article
            if doc.get("versions"):
                self._versioned[article] = int(doc["versions"])
        try:
            self._rows[event_id] = contents.row(self._folder, event_id)
        except (StoreError, BrokenError):
            return  # a broken notes file, told of in its place

    def _catalogue(self) -> Iterator[Finding]:
        tables = self._read(CATALOGUE)
        if tables is None:
            return
        listed = {str(row["id"]): row for row in tables.get("events", {}).values()}
        cure = "repair makes it anew from the events"
        for event_id, row in self._rows.items():
            if dict(row or {}) != listed.pop(event_id, {}):
                yield Finding(self._root / CATALOGUE, f"it does not say what event {event_id} is", cure)
        for event_id in listed:
            if not (self._root / contents.event_file(event_id)).exists():
                yield Finding(self._root / CATALOGUE, f"it lists event {event_id}, which is not there", cure)

    def _versions(self, name: str) -> Iterator[Finding]:
        tables = self._read(name)
        article = name.removeprefix("versions/").removesuffix(".json")
        wanted = self._versioned.pop(article, 0)
        if tables is None:
            return
        versions = decode_versions(tables)
        if len(versions) != wanted:
            what = f"it holds {len(versions)} earlier versions of article {article}, which has {wanted}"
            yield Finding(self._root / name, what, self._cure(name))
        for version in versions:
            if version.source:
                self._sources[version.source] = article

    def _notes(self, name: str) -> Iterator[Finding]:
        tables = self._read(name)
        if tables is None:
            return
        for doc in tables.get("annotations", {}).values():
            annotation = records.annotation(doc)
            tag = annotation.body.get("tag") if annotation.motivation == "tagging" else None
            if tag and self._tags is not None and tag not in self._tags:
                yield Finding(self._root / name, f"tag {tag} is not in the codebook")
            article = annotation.target.article
            if article and self._articles and article not in self._articles:
                yield Finding(
                    self._root / name,
                    f"it is about article {article}, which is gone; the notes are kept",
                    remark=True,
                )
                return


def _open_to_others(root: Path, *, close: bool = False) -> int:
    """Count what others than the reader may read or write, and with `close` take these rights away."""
    count = 0
    for at, folders, files in os.walk(root):
        for path in (Path(at), *(Path(at, name) for name in files)):
            found = path.lstat()
            if found.st_mode & 0o077 and stat.S_IFMT(found.st_mode) in (stat.S_IFDIR, stat.S_IFREG):
                count += 1
                if close:
                    path.chmod(found.st_mode & 0o700)
        folders.sort()
    return count


def _untouched(folder: Folder, name: str, why: str) -> Tables | None:
    raise StoreError(f"{folder.root / name}: {why}")


def repair(folder: Folder) -> list[str]:
    """Mend what can be mended; return what was done, a line each. Broken files are kept in `damaged/`.

    Raises `StoreError` when the folder cannot be written to.
    """
    from tui.store.mend import rebuilt_catalogue

    before = len(folder.notices)
    with folder.locked():
        (folder.root / PENDING).mkdir(mode=0o700, exist_ok=True)
        kinds = ("events", "notes", "versions")
        for name in (CODEBOOK, SPEAKERS, FEEDS, *(name for kind in kinds for name in folder.names(kind))):
            if name.startswith("events/"):
                _make_lost_versions(folder, name)
            try:
                tables = folder.tables(name, keep=False)
                if tables is not None:
                    contents.check(name, tables)
                    if not twin(folder.root / name).exists():
                        keep_copy(folder.root / name, folder.root / PENDING / "generation")
            except BrokenError as error:
                folder.broken(name, str(error))
            except StoreError as error:
                folder.notice(str(error))
        wanted = rebuilt_catalogue(folder)["events"]
        if folder.table(CATALOGUE, "events") != wanted:
            changes = dict.fromkeys(map(int, folder.table(CATALOGUE, "events")), None)
            changes |= {int(key): doc for key, doc in wanted.items()}
            folder.db(CATALOGUE).put_all("events", changes)
            folder.notice(f"{folder.root / CATALOGUE}: made anew from the events")
        folder.checkpoint()
        with suppress(OSError):  # a disk that knows no rights
            if closed := _open_to_others(folder.root, close=True):
                folder.notice(f"{folder.root}: {closed} files or folders are the reader's alone now")
    return folder.notices[before:]


def _make_lost_versions(folder: Folder, event: str) -> None:
    """Make the missing files of the earlier versions of an event's articles from the journal."""
    with suppress(StoreError):
        for doc in folder.table(event, "articles").values():
            name = versions_file(str(doc.get("id", "")))
            if doc.get("versions") and not (folder.root / name).exists():
                folder.broken(name, "it is missing")

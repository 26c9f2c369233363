"""`markdown`: notes for Obsidian or Logseq, a page for each event, article and speaker, or one file.

Each page says in its front matter whose it is, so that it is found again wherever it was moved or
however it was renamed. How it was exported last is kept in `.briefing-tui`, to tell what was added.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from tui.core.text import one_line, pluralize
from tui.exchange.exporters import markdown_pages
from tui.exchange.exporters.dossier import Dossier
from tui.exchange.exporters.formats import ExportError
from tui.exchange.exporters.markdown_text import file_stem
from tui.exchange.exporters.merge_notes import FENCE, fields, merged
from tui.settings.atomic_files import export_whole

_KEPT = ".briefing-tui"
_ID = re.compile(r"^id: ['\"]?([\w-]+)['\"]?\s*$", re.MULTILINE)
_HEAD = 4096


chunks = markdown_pages.whole


def write(dossier: Dossier, path: Path) -> str:
    """Write or bring up to date a folder of pages, or one file where `path` ends in .md."""
    if path.suffix.casefold() in (".md", ".markdown") and not path.is_dir():
        return _one(dossier, path)
    if path.exists() and not path.is_dir():
        raise ExportError(f"{path} is a file; name a folder, or a file that ends in .md")
    return _folder(dossier, path)


def _one(dossier: Dossier, path: Path) -> str:
    kept = path.parent / _KEPT / path.name
    ours = "".join(chunks(dossier))
    head = _read(path)[:_HEAD] if path.exists() else ""
    if path.exists() and not re.search(r"^type: briefing$", head, re.MULTILINE):
        raise ExportError(f"{path} is there already and is no export of a briefing; name another file")
    if (said := _ID.search(head)) and said[1] != markdown_pages.file_id(one_line(dossier.title)):
        raise ExportError(f"{path} is there already and holds another briefing; name another file")
    _put(path, kept, ours)
    return str(path)


def _folder(dossier: Dossier, root: Path) -> str:
    where = _Places(root)
    names = markdown_pages.PageNames(where.stem)
    there: list[str] = []
    for page in markdown_pages.every(dossier, names):
        path = where.path(page.id, names.of(page.id))
        _put(path, root / _KEPT / f"{page.id}.md", page.text)
        there.append(page.id)
    if dossier.whole:
        _mark_gone(root, where, markdown_pages.index_id(dossier), there)
    return f"{root} ({pluralize(len(there), 'page')})"


def _mark_gone(root: Path, where: _Places, index: str, there: list[str]) -> None:
    """Say on the pages of what was exported before and is no more that it is gone; what was added stays."""
    record = root / _KEPT / f"{index}.pages"
    before = _read(record).split() if record.exists() else []
    for page_id in sorted(set(before) - set(there)):
        kept = root / _KEPT / f"{page_id}.md"
        if page_id in where.found and kept.exists():
            was = fields(_read(kept).removeprefix(FENCE).partition(FENCE)[0])
            _put(where.found[page_id], kept, markdown_pages.gone(page_id, was).text)
    text = "".join(f"{page_id}\n" for page_id in there)
    if not record.exists() or _read(record) != text:
        export_whole(record, [text], sync=False)


@dataclass
class _Places:
    """Where the pages lie in a folder: those that are there stay where they are."""

    root: Path
    found: dict[str, Path] = field(default_factory=dict)
    _taken: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        if not self.root.is_dir():
            return
        for path in sorted(self.root.rglob("*.md")):
            if any(part.startswith(".") for part in path.relative_to(self.root).parts):
                continue
            self._taken.add(path.stem.casefold())
            with path.open(encoding="utf-8", errors="replace") as file:
                head = file.read(_HEAD)
            if head.startswith("---") and (said := _ID.search(head)):
                self.found.setdefault(said[1], path)

    def stem(self, page_id: str, wanted: str) -> str:
        """Return what a page is called in links: its file's name."""
        if page_id in self.found:
            return self.found[page_id].stem
        stem = file_stem(wanted)
        if stem.casefold() in self._taken:
            stem = f"{stem} {page_id[:8]}"
        if stem.casefold() in self._taken:
            stem = f"{stem} {page_id}"
        self._taken.add(stem.casefold())
        return stem

    def path(self, page_id: str, stem: str) -> Path:
        """Return the file of a page."""
        return self.found.get(page_id) or self.root / "pages" / f"{stem}.md"


def _put(path: Path, kept: Path, ours: str) -> None:
    text, base = ours, _read(kept) if kept.exists() else None
    known = path.exists()
    if known:
        theirs = _read(path)
        text = ours if theirs == base else merged(base, theirs, ours)
        if text == theirs and base == ours:
            return
    # What somebody may have written in is on the disk before it is replaced; the rest could be made again.
    export_whole(path, [text], sync=known)
    export_whole(kept, [ours], sync=False)


def _read(path: Path) -> str:
    """Return a note; one that is no UTF-8 is left alone, for nothing of it may be lost."""
    try:
        return path.read_bytes().decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise ExportError(f"{path} is no UTF-8 text; mend or move it, then export again") from None

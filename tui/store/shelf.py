"""Briefings put in order: renamed, laid away in an archive and taken back, deleted.

An archived briefing is a folder in ``archived/`` beside ``briefings/``; one that is deleted lies in ``deleted/`` for
thirty days, or until it is thrown away.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Literal

from tui.settings import last_frame
from tui.settings.atomic_files import private_folder, write_whole
from tui.settings.paths import SettingsError, briefings_dir, data_dir, error_reason
from tui.store.library import SAMPLE, BriefingInfo, briefings_in, find_briefing, free_name

Shelf = Literal["archived", "deleted"]
_ON = "deleted-on"  # the day of it
KEPT = 30  # days
SHELVES: tuple[Shelf, ...] = ("archived", "deleted")


def shelved(shelf: Shelf) -> list[BriefingInfo]:
    """Return the briefings that lie on a shelf, by name."""
    return briefings_in(data_dir() / shelf)


def rename_briefing(name: str, new: str) -> BriefingInfo:
    """Give a briefing, which nobody has open, another name. Raises `SettingsError`."""
    info = find_briefing(name)
    if info.name == SAMPLE:
        raise SettingsError("the sample keeps its name; begin a briefing of your own")
    if new.casefold() != info.name.casefold():
        new = free_name(new)
    moved = _moved(info, briefings_dir() / new)
    from tui.store.briefing import Briefing, StoreError

    try:
        briefing = Briefing.open(moved.path)
        briefing.set_title(new)
        briefing.close()
    except StoreError as error:
        raise SettingsError(str(error)) from None
    return replace(moved, title=new)


def shelve(name: str, shelf: Shelf) -> BriefingInfo:
    """Lay a briefing, which nobody has open, on a shelf; return where it lies. Raises `SettingsError`."""
    info = find_briefing(name)
    moved = _moved(info, _free_place(data_dir() / shelf, info.name))
    last_frame.forget()
    if shelf == "deleted":
        with suppress(OSError):
            write_whole(moved.path / _ON, date.today().isoformat().encode(), sync=False)
    return moved


def take_back(name: str, shelves: Iterable[Shelf] = SHELVES) -> BriefingInfo:
    """Put a briefing that lies on a shelf among the others again. Raises `SettingsError`."""
    found = [info for shelf in shelves for info in shelved(shelf) if info.name.casefold() == name.casefold()]
    if not found:
        names = ", ".join(info.name for info in shelved("archived")) or "none"
        raise SettingsError(f"there is no archived briefing “{name}” (there are: {names})")
    (found[0].path / _ON).unlink(missing_ok=True)
    return _moved(found[0], _free_place(briefings_dir(), found[0].name))


def folder_key(path: Path) -> tuple[int, int]:
    """Return what a folder keeps when it is moved, (0, 0) where there is none."""
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_dev, found.st_ino


def whereabouts(key: tuple[int, int]) -> tuple[Shelf | None, BriefingInfo] | None:
    """Return where the briefing of a key lies by now, and on which shelf; None where it is nowhere."""
    every: list[tuple[Shelf | None, BriefingInfo]] = [(None, info) for info in briefings_in(briefings_dir())]
    every += [(shelf, info) for shelf in SHELVES for info in shelved(shelf)]
    return next(((shelf, info) for shelf, info in every if folder_key(info.path) == key), None)


def throw_away_deleted(*, all_of_them: bool = False) -> list[str]:
    """Delete for good what was deleted thirty days ago or more, or `all_of_them`; return what they were called.

    What the disk keeps is left there.
    """
    import shutil

    gone = [info for info in shelved("deleted") if all_of_them or _days_left(info.path) <= 0]
    for info in gone:
        shutil.rmtree(info.path, ignore_errors=True)
    return [info.name for info in gone if not info.path.exists()]


def _days_left(folder: Path) -> int:
    """Return for how many days more a deleted briefing is kept; by its folder where it does not say since when."""
    try:
        day = date.fromisoformat((folder / _ON).read_text().strip())
    except (OSError, ValueError):
        day = date.fromtimestamp(folder.stat().st_mtime)
    return KEPT - (date.today() - day).days


def _free_place(folder: Path, name: str) -> Path:
    """Return where a briefing can lie in a folder, with a number behind its name where that is taken."""
    taken = {info.name.casefold() for info in briefings_in(folder)}
    free, number = name, 1
    while free.casefold() in taken:
        number += 1
        free = f"{name} {number}"
    return folder / free


def _moved(info: BriefingInfo, place: Path) -> BriefingInfo:
    try:
        private_folder(place.parent)
        info.path.rename(place)
    except OSError as error:
        raise SettingsError(f"{info.path}: cannot be moved: {error_reason(error)}") from None
    return replace(info, name=place.name, path=place)

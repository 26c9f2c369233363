"""Briefings by name: those of the data folder, the one opened last, the sample"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from dataclasses import field
from pathlib import Path

from tui.core.model import FIRST_TITLE, LAST_TITLE
from tui.core.records import record
from tui.settings.atomic_files import private_folder, read_regular, replacing
from tui.settings.paths import APP, SettingsError, briefings_dir, error_reason, shipped
from tui.settings.state import read_state, remember

SAMPLE = "sample"

OWN = "my-briefing"


@record(frozen=True, slots=True)
class BriefingInfo:
    """A briefing by name: where it lies and what it is called; `begun` where there was none before."""

    name: str
    path: Path
    title: str = ""
    begun: bool = field(default=False, compare=False)


def briefing_to_open(store: str = "", *, copied: bool = True) -> BriefingInfo:
    """Return the briefing to open in the reader.

    `store`, else the variable BRIEFING_STORE, names a folder; without them it is the briefing opened
    last, and on a fresh machine the sample; for `copied` see `sample`.
    """
    return briefing_at(store) or last_briefing() or sample(copied=copied)


def briefing_at(store: str = "") -> BriefingInfo | None:
    """Return the briefing that `--store` or BRIEFING_STORE names by its folder, None without them."""
    folder = store or os.environ.get("BRIEFING_STORE", "")
    if not folder:
        return None
    path = Path(folder).expanduser()
    if path.exists() and not path.is_dir():
        raise SettingsError(f"{path} is a file; --store and BRIEFING_STORE name a briefing's folder")
    if path.is_dir() and not any((path / part).exists() for part in _PARTS) and any(path.iterdir()):
        raise SettingsError(f"{path} holds other things; a briefing wants a new or an empty folder")
    return BriefingInfo(path.resolve().name, path)


# Any of these makes a folder a briefing, even a damaged one.
_PARTS = ("catalogue.json", "catalogue.json.bak", "events", "journal.jsonl")


def last_briefing() -> BriefingInfo | None:
    """Return the briefing opened last, None when there is none any more."""
    name = read_state().get("last")
    if isinstance(name, str) and name and _is_name(name) and (path := briefings_dir() / name).is_dir():
        return BriefingInfo(name, path)
    return None


def set_last(name: str) -> None:
    """Remember the briefing opened last."""
    remember("last", name)


def sample(*, copied: bool = True) -> BriefingInfo:
    """Return the reader's own copy of the sample; where there is none it is made, or else what ships is returned.

    Raises `SettingsError` when it cannot be written.
    """
    path = briefings_dir() / SAMPLE
    if not path.is_dir():
        import shutil

        source = shipped("store")
        if not source.is_dir():
            raise SettingsError(f"the sample briefing is missing ({source}); install {APP} again")
        if not copied:
            return BriefingInfo(SAMPLE, source)
        try:
            private_folder(path.parent)
            with replacing(path, sync=False) as half:
                shutil.copytree(source, half)
                # What ships may be read-only, as in a packaged installation; the copy is to be written.
                for each in (half, *half.rglob("*")):
                    each.chmod(0o700 if each.is_dir() else 0o600)
        except OSError as error:
            if not path.is_dir():  # otherwise another program has just made it
                raise SettingsError(
                    f"{path}: the sample cannot be put there: {error_reason(error)}"
                ) from None
    return BriefingInfo(SAMPLE, path)


def list_briefings() -> list[BriefingInfo]:
    """Return the briefings of the data folder by name, the sample last."""
    return briefings_in(briefings_dir())


def briefings_in(folder: Path) -> list[BriefingInfo]:
    """Return the briefings that are folders of a folder, as `list_briefings`."""
    try:
        folders = [path for path in folder.iterdir() if path.is_dir() and _is_name(path.name)]
    except OSError:
        return []
    folders.sort(key=lambda path: (path.name == SAMPLE, path.name.casefold()))
    return [BriefingInfo(path.name, path, title_of(path)) for path in folders]


def find_briefing(name: str, *, copied: bool = True) -> BriefingInfo:
    """Return the briefing of this name, whatever the case of its letters; for `copied` see `sample`.

    Raises `SettingsError` naming those there are.
    """
    every = list_briefings()
    found = [info for info in every if info.name == name]
    found = found or [info for info in every if info.name.casefold() == name.casefold()]
    if found:
        return found[0]
    if name == SAMPLE:
        return sample(copied=copied)
    names = ", ".join(info.name for info in every) or "none yet"
    raise SettingsError(f"there is no briefing “{name}” (there are: {names})")


def create_briefing(name: str) -> BriefingInfo:
    """Make an empty briefing in the data folder.

    Raises `SettingsError` for a name that cannot be a folder's, or is taken.
    """
    name = free_name(name)
    from tui.store.briefing import Briefing, StoreError

    path = briefings_dir() / name
    try:
        Briefing.open(path, create=True, title=name).close()
    except (StoreError, OSError) as error:
        raise SettingsError(str(error)) from None
    return BriefingInfo(name, path, name, begun=True)


def free_name(name: str) -> str:
    """Return `name`, fit for a briefing's folder and not taken. Raises `SettingsError`."""
    name = " ".join(name.split())
    if not _is_name(name):
        raise SettingsError(
            f"“{name}” cannot be the name of a briefing: use letters, figures, spaces, - _ . (not first)"
        )
    if any(info.name.casefold() == name.casefold() for info in list_briefings()):
        raise SettingsError(f"there is a briefing “{name}” already")
    return name


def briefing_for_import(store: str = "", briefing: str = "") -> BriefingInfo:
    """Return the briefing that an import goes to; one in the data folder is made when there is none.

    A folder named by `store` (or BRIEFING_STORE) comes first, then the name `briefing`, then the one
    opened last. The sample takes no imports by itself: they go to the reader's own.
    """
    if not briefing and (info := briefing_at(store)):
        return info
    if not briefing:
        info = last_briefing()
        if info and info.name != SAMPLE:
            return info
        briefing = OWN
    try:
        return find_briefing(briefing)
    except SettingsError:
        return create_briefing(briefing)


def drop_begun(info: BriefingInfo) -> None:
    """Delete a briefing that was begun for what then did not come; what the disk keeps is left there."""
    import shutil

    if info.begun:
        shutil.rmtree(info.path, ignore_errors=True)


_NAME = r"[^\W_][\w .,()'’&+–—-]{0,79}"
_RESERVED = r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?"


def _is_name(name: str) -> bool:
    if not re.fullmatch(_NAME, name) or name[-1] in " .":
        return False
    return not re.fullmatch(_RESERVED, name, re.IGNORECASE)


# file, table, id and field that have a title: what somebody said later counts
_TITLES = (
    ("codebook.json", "titles", LAST_TITLE, "name"),
    ("codebook.json", "titles", FIRST_TITLE, "name"),
    ("catalogue.json", "_meta", None, "title"),
)


def title_of(path: Path) -> str:
    """Return what a briefing is called: as somebody called it since it was begun."""
    import orjson

    for file, table, own, name in _TITLES:
        with suppress(OSError, ValueError, LookupError, TypeError, AttributeError):
            rows = orjson.loads(read_regular(path / file))[table].values()
            (row,) = (each for each in rows if each.get("id") == own)
            if isinstance(title := row[name], str) and title:
                return title
    return path.name

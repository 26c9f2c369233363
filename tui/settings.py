"""Where things live, and what the reader has chosen: briefings, the last one, the theme, keys.

Three places, as the platform has them: briefings in its data folder, `config.toml` (the reader's own,
never written by the program) in its configuration folder, what the program remembers in its state
folder. Nothing here may be slow: it stands between the start and the first paint.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

APP = "briefing-tui"
SAMPLE = "sample"
OWN = "my-briefing"
"""The briefing that imports go to on a machine which has only the sample."""


class SettingsError(Exception):
    """One clear line: what in the settings or about a briefing is wrong, and what to do."""


@dataclass(frozen=True, slots=True)
class Info:
    """A briefing by name: where it lies and what it is called."""

    name: str
    path: Path
    title: str = ""


@dataclass(frozen=True, slots=True)
class Config:
    """What `config.toml` says: keys by action id, in Textual's names, and how quotes are copied.

    `copy` is a form of the reader's own, which `tui.config.format_copy` fills in, "" where there is none;
    `copy_as` is then one of `tui.config.COPY_FORMATS`.
    """

    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    copy: str = ""
    copy_as: str = "plain"


# Places


def data_dir() -> Path:
    """Return the folder of the briefings' folder."""
    from platformdirs import user_data_path

    return user_data_path(APP, appauthor=False)


def briefings_dir() -> Path:
    """Return the folder in which each briefing is a folder."""
    return data_dir() / "briefings"


def config_file() -> Path:
    """Return the path of config.toml; it need not be there."""
    from platformdirs import user_config_path

    return user_config_path(APP, appauthor=False) / "config.toml"


def state_dir() -> Path:
    """Return the folder of what the program remembers between two runs."""
    from platformdirs import user_state_path

    return user_state_path(APP, appauthor=False)


def copied_file() -> Path:
    """Return the file that holds what was copied last, for terminals that do not let programs copy."""
    return state_dir() / "copied.txt"


def shipped(name: str) -> Path:
    """Return a folder of the data that ships with the program: inside the wheel, or beside `tui/`."""
    package = Path(__file__).resolve().parent
    inside = package / "data" / name
    return inside if inside.is_dir() else package.parent / "data" / name


# Briefings


def opening(store: str = "") -> Info:
    """Return the briefing to open in the reader.

    `store`, else the variable BRIEFING_STORE, names a folder; without them it is the briefing opened
    last, and on a fresh machine the sample, copied so that it is the reader's own.
    """
    if info := named(store):
        return info
    if info := last():
        return info
    return sample()


def named(store: str = "") -> Info | None:
    """Return the briefing that `--store` or BRIEFING_STORE names by its folder, None without them."""
    folder = store or os.environ.get("BRIEFING_STORE", "")
    if not folder:
        return None
    path = Path(folder).expanduser()
    if path.exists() and not path.is_dir():
        raise SettingsError(f"{path} is a file; --store and BRIEFING_STORE name a briefing's folder")
    if path.is_dir() and not any((path / part).exists() for part in _PARTS) and any(path.iterdir()):
        raise SettingsError(f"{path} holds other things; a briefing wants a new or an empty folder")
    return Info(path.resolve().name, path)


# Any of these makes a folder a briefing, even a damaged one.
_PARTS = ("catalogue.json", "catalogue.json.bak", "events", "journal.jsonl")


def author() -> str:
    """Return who writes: BRIEFING_AUTHOR, or the name at this machine; "" where neither is known."""
    import getpass

    name = os.environ.get("BRIEFING_AUTHOR", "")
    if not name:
        try:
            name = getpass.getuser()
        except (OSError, KeyError):  # a user without a name, as in some containers
            return ""
    from tui.text import one_line

    return one_line(name)


def last() -> Info | None:
    """Return the briefing opened last, None when there is none any more."""
    name = _state().get("last")
    if isinstance(name, str) and name and _is_name(name) and (path := briefings_dir() / name).is_dir():
        return Info(name, path)
    return None


def set_last(name: str) -> None:
    """Remember the briefing opened last."""
    if _state().get("last") != name:
        _remember("last", name)


def sample() -> Info:
    """Return the reader's own copy of the sample; it is made when there is none.

    Raises `SettingsError` when it cannot be written.
    """
    path = briefings_dir() / SAMPLE
    if not path.is_dir():
        import shutil

        from tui.store.files import private_folder

        source = shipped("store")
        if not source.is_dir():
            raise SettingsError(f"the sample briefing is missing ({source}); install {APP} again")
        # Copied beside its place and then renamed: a kill in the middle leaves no half a sample.
        half = path.with_name(f".{SAMPLE}-{os.getpid()}")
        try:
            private_folder(path.parent)
            shutil.copytree(source, half)
            # What ships may be read-only, as in a packaged installation; the copy is to be written.
            for each in (half, *half.rglob("*")):
                each.chmod(0o700 if each.is_dir() else 0o600)
            half.rename(path)
        except OSError as error:
            shutil.rmtree(half, ignore_errors=True)
            if not path.is_dir():  # otherwise another program has just made it
                raise SettingsError(f"{path}: the sample cannot be put there: {_reason(error)}") from None
    return Info(SAMPLE, path)


def list_briefings() -> list[Info]:
    """Return the briefings of the data folder by name, the sample last."""
    try:
        folders = [path for path in briefings_dir().iterdir() if path.is_dir() and _is_name(path.name)]
    except OSError:
        return []
    folders.sort(key=lambda path: (path.name == SAMPLE, path.name.casefold()))
    return [Info(path.name, path, title_of(path)) for path in folders]


def find_briefing(name: str) -> Info:
    """Return the briefing of this name, whatever the case of its letters.

    Raises `SettingsError` naming those there are.
    """
    every = list_briefings()
    found = [info for info in every if info.name == name]
    found = found or [info for info in every if info.name.casefold() == name.casefold()]
    if found:
        return found[0]
    if name == SAMPLE:
        return sample()
    names = ", ".join(info.name for info in every) or "none yet"
    raise SettingsError(f"there is no briefing “{name}” (there are: {names})")


def create_briefing(name: str) -> Info:
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
    return Info(name, path, name)


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


def import_into(store: str = "", briefing: str = "") -> Info:
    """Return the briefing that an import goes to; one in the data folder is made when there is none.

    A folder named by `store` (or BRIEFING_STORE) comes first, then the name `briefing`, then the one
    opened last. The sample takes no imports by itself: they go to the reader's own.
    """
    if not briefing and (info := named(store)):
        return info
    if not briefing:
        info = last()
        if info and info.name != SAMPLE:
            return info
        briefing = OWN
    try:
        return find_briefing(briefing)
    except SettingsError:
        return create_briefing(briefing)


_NAME = re.compile(r"[^\W_][\w .,()'’&+–—-]{0,79}")
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def _is_name(name: str) -> bool:
    return bool(_NAME.fullmatch(name)) and name[-1] not in " ." and not _RESERVED.fullmatch(name)


def title_of(path: Path) -> str:
    """Return what a briefing is called, as its catalogue says."""
    import orjson

    try:
        title = orjson.loads((path / "catalogue.json").read_bytes())["_meta"]["1"]["title"]
    except (OSError, ValueError, LookupError, TypeError):
        return path.name
    return title if isinstance(title, str) and title else path.name


# What the program remembers


def get_theme() -> str:
    """Return the theme chosen last, "" for none."""
    theme = _state().get("theme")
    return theme if isinstance(theme, str) else ""


def set_theme(name: str) -> None:
    """Remember the theme."""
    if get_theme() != name:
        _remember("theme", name)


def exports_dir() -> Path:
    """Return the folder that exports are offered to go to: where the last one went, else the documents."""
    folder = _state().get("exports")
    if isinstance(folder, str) and Path(folder).is_dir():
        return Path(folder)
    from platformdirs import user_documents_path

    documents = user_documents_path()
    return documents if documents.is_dir() else Path.home()


def set_exports_dir(folder: Path) -> None:
    """Remember where the last export went."""
    if _state().get("exports") != str(folder):
        _remember("exports", str(folder))


def _state() -> dict[str, object]:
    import orjson

    try:
        state = orjson.loads((state_dir() / "state.json").read_bytes())
    except (OSError, ValueError):
        return {}
    return state if isinstance(state, dict) else {}


def _remember(name: str, value: object) -> None:
    """Write one value. Failing costs no more than the convenience, so it is not worth a complaint."""
    import orjson

    from tui.store.files import private_folder, replace_privately

    state = orjson.dumps({**_state(), name: value}, option=orjson.OPT_INDENT_2)
    with suppress(OSError):
        private_folder(state_dir())
        replace_privately(state_dir() / "state.json", state)


# config.toml


def load_config(actions: Iterable[tuple[str, Sequence[str]]] | None = None) -> Config:
    """Return what config.toml says, the defaults where there is none.

    `actions` are the ids and keys that can be remapped; without them those of the reader. Raises
    `SettingsError` for a file that is no TOML, and for keys that clash or cannot be bound.
    """
    path = config_file()
    if not path.is_file():
        return Config()
    from tui.config import parse

    try:
        return parse(path.read_bytes(), actions)
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read: {_reason(error)}") from None
    except SettingsError as error:
        raise SettingsError(f"{path}: {error}") from None


def _reason(error: Exception) -> str:
    return (isinstance(error, OSError) and error.strerror) or str(error)

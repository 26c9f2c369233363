"""Where things live, and what the reader has chosen: briefings, the last one, the theme, keys.

Three places, as the platform has them: briefings in its data folder, `config.toml` (the reader's own,
never written by the program) in its configuration folder, what the program remembers in its state
folder. Nothing here may be slow: it stands between the start and the first paint.
"""

from __future__ import annotations

import os
from pathlib import Path

APP = "briefing-tui"
"""What the folders of the program are called."""


class SettingsError(Exception):
    """One clear line: what in the settings or about a briefing is wrong, and what to do."""


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
    package = Path(__file__).resolve().parents[1]
    inside = package / "data" / name
    return inside if inside.is_dir() else package.parent / "data" / name


def author() -> str:
    """Return who writes: BRIEFING_AUTHOR, or the name at this machine; "" where neither is known."""
    import getpass

    name = os.environ.get("BRIEFING_AUTHOR", "")
    if not name:
        try:
            name = getpass.getuser()
        except (OSError, KeyError):  # a user without a name, as in some containers
            return ""
    from tui.core.text import one_line

    return one_line(name)


def error_reason(error: Exception) -> str:
    """Return what went wrong, without the path that an `OSError` adds."""
    return (isinstance(error, OSError) and error.strerror) or str(error)

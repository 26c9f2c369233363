"""What the program remembers between two runs: the theme, the last briefing, where exports go."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from tui.settings.paths import state_dir

TEXT_WIDTHS = range(60, 101)
"""Cells that a line of an article may have: narrower it is torn, wider the eye loses the next line."""


def get_theme() -> str:
    """Return the theme chosen last, "" for none."""
    theme = read_state().get("theme")
    return theme if isinstance(theme, str) else ""


def set_theme(name: str) -> None:
    """Remember the theme."""
    remember("theme", name)


def get_text_width() -> int:
    """Return how many cells a line of an article is to have, 0 where that was never chosen."""
    width = read_state().get("text_width")
    return width if isinstance(width, int) and width in TEXT_WIDTHS else 0


def set_text_width(cells: int) -> None:
    """Remember how wide the text is to be."""
    remember("text_width", cells)


def counts_statements() -> bool:
    """Return whether statements are to be counted, and not quotes."""
    return read_state().get("counted") == "statements"


def set_counts_statements(on: bool) -> None:
    """Remember what is to be counted."""
    remember("counted", "statements" if on else "quotes")


def recent_actions() -> list[str]:
    """Return the ids of the actions that were chosen by name lately, the latest first."""
    return _words("recent_actions")


def set_recent_actions(ids: list[str]) -> None:
    """Remember which actions were chosen by name lately."""
    remember("recent_actions", ids)


def explained_words() -> list[str]:
    """Return the words of the glossary that were explained where they first appeared."""
    return _words("explained_words")


def set_explained_words(words: list[str]) -> None:
    """Remember which words were explained."""
    remember("explained_words", words)


def _words(name: str) -> list[str]:
    words = read_state().get(name)
    return [word for word in words if isinstance(word, str)] if isinstance(words, list) else []


def exports_dir() -> Path:
    """Return the folder that exports are offered to go to: where the last one went, else the documents."""
    folder = read_state().get("exports")
    if isinstance(folder, str) and Path(folder).is_dir():
        return Path(folder)
    from platformdirs import user_documents_path

    documents = user_documents_path()
    return documents if documents.is_dir() else Path.home()


def set_exports_dir(folder: Path) -> None:
    """Remember where the last export went."""
    remember("exports", str(folder))


def get_pane_sizes() -> dict[str, tuple[int, int]]:
    """Return how large the reader made the panes in each arrangement of them, in cells."""
    kept = read_state().get("panes")
    sizes = {}
    for arranged, pair in kept.items() if isinstance(kept, dict) else ():
        if isinstance(pair, list) and len(pair) == 2 and all(isinstance(size, int) for size in pair):
            sizes[str(arranged)] = (pair[0], pair[1])
    return sizes


def set_pane_sizes(sizes: Mapping[str, tuple[int, int]]) -> None:
    """Remember how large the reader made the panes."""
    remember("panes", sizes)


def state_file() -> Path:
    """Return where it is remembered."""
    return state_dir() / "state.json"


def read_state() -> dict[str, object]:
    """Return all that is remembered, nothing where the file is not there or not to be understood."""
    import orjson

    try:
        state = orjson.loads(state_file().read_bytes())
    except (OSError, ValueError):
        return {}
    return state if isinstance(state, dict) else {}


def remember(name: str, value: object) -> None:
    """Write one value, unless it is there. Failing costs no more than the convenience: it is not worth a complaint."""
    import orjson

    from tui.settings.atomic_files import private_folder, write_whole

    state = read_state()
    if state.get(name) == value:
        return
    with suppress(OSError):
        private_folder(state_dir())
        written = orjson.dumps({**state, name: value}, option=orjson.OPT_INDENT_2)
        write_whole(state_file(), written, sync=False)

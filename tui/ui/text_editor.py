"""The reader's own editor, run while the program rests; where there is none, one that is asked for first."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.app import App

from tui.ui.choice import Choice

if TYPE_CHECKING:
    from tui.ui.context import Context

# How editors are told of a line; one that is not here begins where it likes.
_PLUS = frozenset("vi vim nvim view nano pico emacs emacsclient micro kak joe jed mg ne".split())
_COLON = {"hx": (), "helix": (), "subl": (), "zed": (), "code": ("-g",), "codium": ("-g",)}
# The editors that open where the reader named none, the first that is there, each with how it is left.
_OTHERS = {
    "nano": "Ctrl+X leaves it, and asks whether to save",
    "vi": ":wq saves and leaves, :q! only leaves; i writes, Esc ends writing",
}


def _own() -> str:
    return os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""


def _other() -> str:
    return next(filter(shutil.which, _OTHERS), "vi")


def ask_first(context: Context, what: str, then: Callable[[], None]) -> None:
    """Go on to edit; where the reader named no editor, once he was told which one opens, and how it is left."""
    from tui.ui.dialogs.choice_list import ChoiceList

    if _own():
        then()
        return
    other = _other()
    rows = [Choice("open", f"Open {what} in {other}", _OTHERS[other]), Choice("", "Not now")]
    about = "No editor is named in $EDITOR. “export EDITOR=nano” in the shell names one for all programs."
    context.push(
        ChoiceList(f"{other} is no part of this program", rows, about=about, sentences=True),
        lambda chosen: then() if chosen else None,
    )


def edit(path: Path, app: App[Any], line: int = 0) -> str:
    """Open a file in $VISUAL or $EDITOR, else in one that is there, at a line if that is not 0.

    Return what went wrong there, "" for nothing. Raises `OSError`.
    """
    command = _own() or _other()
    with app.suspend():
        done = subprocess.run(command_at(command, path, line), check=False)
    return f"{command} ended with status {done.returncode}." if done.returncode else ""


def command_at(command: str, path: Path, line: int) -> list[str]:
    """Return an editor's command for a file, at a line if that is not 0."""
    words = shlex.split(command)
    name = Path(words[0]).name if words else ""
    if line and name in _PLUS:
        return [*words, f"+{line}", str(path)]
    if line and name in _COLON:
        return [*words, *_COLON[name], f"{path}:{line}"]
    return [*words, str(path)]

"""What is handed over where a browser stands in for the terminal: files come as downloads."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from textual.app import App


def download(app: App[Any], name: str, write: Callable[[Path], object]) -> str:
    """In a worker: have `write` make a file of this name, and send it, in a zip where others came beside it.

    Returns what is said of it; raises what `write` raises.
    """
    with TemporaryDirectory() as folder:
        path = Path(folder, "made", name)
        path.parent.mkdir()
        write(path)
        if len(list(path.parent.iterdir())) > 1:
            path = Path(shutil.make_archive(str(Path(folder, path.stem)), "zip", path.parent))
        file = path.open("rb")  # is read after its name is gone
    app.call_from_thread(app.deliver_binary, file, save_filename=path.name)
    return f"Your browser downloads {path.name}"

"""Draw the README's screenshots from the running app: ``python -m tools.take_screenshots``.

Each scene starts the app on a fresh copy of the sample, at one size, and presses keys. A test draws
them again and compares, so that a picture can't outlive what it shows.
"""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import tempfile
from collections.abc import Awaitable, Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from textual.pilot import Pilot

from tui.settings import state
from tui.settings.glossary import GLOSSARY
from tui.store.briefing import Briefing
from tui.ui.app import BriefingApp
from tui.ui.controllers import read_marks
from tui.ui.controllers.search import SearchController
from tui.ui.theme_app import READING_ROOM, READING_ROOM_LIGHT

FOLDER = Path(__file__).resolve().parents[1] / "screenshots"
STORE = FOLDER.parent / "data" / "store"


DARK, LIGHT = READING_ROOM.name, READING_ROOM_LIGHT.name
SIZES = ((80, 24), (120, 40), (200, 60))


class Scene(NamedTuple):
    """A picture: its name, its size in cells, the keys that lead to it, and a theme."""

    name: str
    size: tuple[int, int]
    keys: tuple[str, ...] = ()
    theme: str = DARK


_STATES = {
    "article": ("j", "enter", "j", "j"),
    "quotes": ("j", "3", "s", "j"),
    "selection": ("j", "3", "enter", "v", "l"),
    "tagging": ("j", "3", "t", *"first call, duration"),
    "note": ("j", "3", "a", *"Only Moscow counts the minutes."),
    "search": ("slash", *"lecture"),
    "palette": ("colon",),
    "statements": ("j", "3", "s", "g", "l"),
    "accounts": ("j", "E", "G", "k", "k"),
    "counts": ("R", *"quotes of each", "enter"),
    "bars": ("R", *"quotes of each", "enter", "p"),
    "pictures": ("percent_sign", "j"),
    "heat": ("percent_sign", "4", "j"),
    "network": ("percent_sign", "5", "j"),
    "help": ("question_mark",),
}


def _at_sizes(state: str, *sizes: tuple[int, int], theme: str = DARK) -> list[Scene]:
    also = "" if theme == DARK else "-light"
    keys = tuple({" ": "space"}.get(key, key) for key in _STATES[state])
    return [Scene(f"{state}-{width}x{height}{also}", (width, height), keys, theme) for width, height in sizes]


SCENES = (
    Scene("briefing-80x24", (80, 24)),
    Scene("briefing-120x40", (120, 40), ("j", "2")),
    Scene("briefing-200x60", (200, 60), ("j", "3", "s", "j")),
    Scene("briefing-40x12", (40, 12), ("j",)),
    Scene("briefing-120x40-light", (120, 40), ("j", "2"), LIGHT),
    *(scene for state in _STATES for scene in _at_sizes(state, *SIZES)),
    *(scene for state in ("article", "note", "counts") for scene in _at_sizes(state, (80, 24), theme=LIGHT)),
)


async def until(pilot: Pilot[int], condition: Callable[[], bool], seconds: float = 10.0) -> None:
    """Let the app run until `condition` holds. Raises TimeoutError when it never does."""
    async with asyncio.timeout(seconds):
        while not condition():
            await pilot.pause(0.02)


def own_places(folder: str) -> AbstractContextManager[object]:
    """Keep what is drawn apart from what the program remembers of whoever draws it."""
    names = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")
    return patch.dict(os.environ, {name: str(Path(folder, name)) for name in names})


async def draw(scene: Scene, then: Callable[[Pilot[int]], Awaitable[None]] | None = None) -> str:
    """Return the SVG of a scene."""
    with tempfile.TemporaryDirectory() as folder, own_places(folder):
        state.set_explained_words(list(GLOSSARY))  # a reader who knows the words
        store = Path(folder, "sample")
        shutil.copytree(STORE, store)
        briefing = Briefing.open(store)
        # Whatever the terminal it is drawn on, and whoever draws it.
        own_state = patch.dict(os.environ, {"XDG_STATE_HOME": folder})
        unhurried = patch.object(read_marks, "GLANCE_SECONDS", 3600.0)  # however long the drawing takes
        with patch("textual.constants.COLOR_SYSTEM", "truecolor"), own_state:
            app = BriefingApp(briefing, name="sample")
            app.theme = scene.theme
        with unhurried:
            async with app.run_test(size=scene.size) as pilot:
                await until(pilot, lambda: bool(app.main.counts))
                await pilot.press(*scene.keys)
                await settled(pilot, app)
                if then:
                    await then(pilot)
                svg = app.export_screenshot(title="briefing-tui")
        briefing.close()
    # Textual names the classes of a picture after a number of its own.
    return re.sub(r"terminal-\d+", "terminal", svg)


async def settled(pilot: Pilot[int], app: BriefingApp) -> None:
    """Wait until nothing is being saved, searched or drawn any more."""
    main = app.main
    search = main.controller(SearchController)
    await until(pilot, lambda: not [worker for worker in app.workers if not worker.is_finished])
    await until(pilot, lambda: search.pane != "events" or not search.text or main.found is not None)
    await pilot.pause()


def main() -> None:
    """Draw all scenes, and take away pictures of what is no scene any more."""
    for path in FOLDER.glob("*.svg"):
        if path.stem not in {scene.name for scene in SCENES}:
            path.unlink()
    for scene in SCENES:
        path = FOLDER / f"{scene.name}.svg"
        path.write_text(asyncio.run(draw(scene)), encoding="utf-8")
        print(path.name)


if __name__ == "__main__":
    main()

"""The walks through the code in CONTRIBUTING.md, walked: what they name is called, in their order."""

from __future__ import annotations

import pkgutil
import re
import sys
import threading
from pathlib import Path
from types import FrameType, TracebackType
from typing import Self

import pytest
from rapidfuzz import process

from tests.support.pages import HARBOUR
from tests.ui.conftest import on_screen, press, screen_text, until
from tui.cli.parser import main
from tui.ui.app import BriefingApp

ROOT = Path(__file__).resolve().parents[2]


def walks() -> dict[str, list[str]]:
    """Return the dotted names of each walk, by its heading."""
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    section = text.partition("## Five walks")[2].partition("\n## ")[0]
    found = (part.partition("\n") for part in section.split("\n### ")[1:])
    return {title: re.findall(r"^\d+\. `([\w.]+)`", steps, re.M) for title, _, steps in found}


class Calls:
    """The program's own functions that are called inside a `with`, in any thread begun there, by dotted name below `tui`."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def __enter__(self) -> Self:
        threading.setprofile(self._note)
        sys.setprofile(self._note)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        sys.setprofile(None)
        threading.setprofile(None)

    def _note(self, frame: FrameType, event: str, _: object) -> None:
        module = frame.f_globals.get("__name__", "")
        if event == "call" and module.startswith("tui."):
            self.names.append(f"{module.removeprefix('tui.')}.{frame.f_code.co_qualname}")

    def follow(self, title: str) -> None:
        """Fail at the first step of a walk that was not taken after the one before."""
        rest = iter(self.names)
        before = "the start"
        for number, name in enumerate(walks()[title], 1):
            if name not in rest:
                near = ", ".join(found for found, *_ in process.extract(name, set(self.names), limit=3))
                wrong = (
                    f"is not called after {before}" if name in self.names else f"is not called; {near} are"
                )
                pytest.fail(f"CONTRIBUTING.md, {title!r}, step {number}: {name} {wrong}", pytrace=False)
            before = name


@pytest.mark.parametrize("title", walks())
def test_a_walk_names_what_there_is(title: str) -> None:
    for name in walks()[title]:
        try:
            pkgutil.resolve_name(f"tui.{name}")
        except (ImportError, AttributeError) as error:
            pytest.fail(f"CONTRIBUTING.md, {title!r}: {error}", pytrace=False)


def test_there_are_five_walks_and_each_is_one() -> None:
    assert len(walks()) == 5
    assert all(len(names) >= 6 for names in walks().values())


def test_a_page_comes_in(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(HARBOUR, "utf-8")
    with Calls() as calls:
        assert main(["import", str(tmp_path / "page.txt"), "--store", str(tmp_path / "store")]) == 0
    calls.follow("A page comes in")


async def test_an_event_is_shown(app: BriefingApp) -> None:
    with Calls() as calls:
        async with on_screen(app, (140, 40)) as pilot:
            first = app.main.event_id
            calls.names.clear()
            await press(pilot, "j", brings=lambda: app.main.event_id != first)
            await pilot.pause()
    calls.follow("An event is shown")


async def test_a_tag_is_written(app: BriefingApp) -> None:
    codebook = app.briefing.path / "codebook.json"
    with Calls() as calls:
        async with app.run_test(size=(140, 40)) as pilot:
            await press(pilot, "3", "g", brings=lambda: app.main.quote)
            calls.names.clear()
            await pilot.press("t", *"denial", "enter")
            await until(pilot, lambda: b"denial" in codebook.read_bytes() and "#denial" in screen_text(app))
    calls.follow("A tag is written")


async def test_a_search_is_typed(app: BriefingApp) -> None:
    with Calls() as calls:
        async with on_screen(app, (140, 40)) as pilot:
            calls.names.clear()
            await press(pilot, "slash", *"berlin", brings=lambda: "7 of 7" not in screen_text(app))
    calls.follow("A search is typed")


def test_an_export(tmp_path: Path, store: Path) -> None:
    with Calls() as calls:
        assert main(["export", "--store", str(store), "--format", "csv", "-o", str(tmp_path / "out")]) == 0
    calls.follow("An export")

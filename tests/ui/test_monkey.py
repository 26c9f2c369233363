"""Random keys, on pages of three sizes that change: nothing breaks, and no key takes long. `--monkey 5000` gives more."""

from __future__ import annotations

import random
import string
import subprocess
import time
from pathlib import Path

import pytest
from textual.app import App

from tests.support.convoys import build
from tui.settings.actions import ACTIONS
from tui.store.briefing import Briefing
from tui.store.maintenance.check import find_damage
from tui.ui.app import BriefingApp

_SIZES = ((40, 12), (80, 24), (170, 45))
_SECONDS = 2.0  # of computing, for one key: by the clock other tests would count as well
_RESIZED = 0.02
_TYPED = [*string.ascii_lowercase, *"0123456789", "space", "backspace", "enter", "escape", "é", "漢"]
_LEAVING = {"quit"}


def keys(chance: random.Random, count: int) -> list[str]:
    """Return keys, those of actions mostly, and among them words as they are typed."""
    bound = sorted({key for action in ACTIONS if action.id not in _LEAVING for key in action.keys})
    found: list[str] = []
    while len(found) < count:
        found += (
            [chance.choice(bound)]
            if chance.random() < 0.85
            else chance.choices(_TYPED, k=chance.randrange(1, 6))
        )
    return found[:count]


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Keep keys from starting other programs, and what they write in a folder of the test."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(App, "open_url", lambda *_, **__: None)
    monkeypatch.setattr(App, "suspend", lambda _: _Nothing())
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: _Ended())


class _Nothing:
    def __enter__(self) -> None: ...

    def __exit__(self, *_: object) -> None: ...


class _Ended:
    returncode, stdout, stderr = 0, b"", b""


@pytest.mark.usefixtures("alone")
@pytest.mark.timeout(3000)
@pytest.mark.parametrize("pages", ["sample", "own"])
@pytest.mark.parametrize("size", _SIZES, ids=str)
async def test_random_keys_break_nothing(
    store: Path, tmp_path: Path, size: tuple[int, int], pages: str, request: pytest.FixtureRequest
) -> None:
    if pages == "own":
        store = tmp_path / "own"
        build(store, articles=12)
    count = -(-request.config.getoption("--monkey") // (2 * len(_SIZES)))  # no fewer than asked for
    chance = random.Random(f"{size} {pages}")
    left = keys(chance, count)
    slow = []
    while left:
        briefing = Briefing.open(store)
        app = BriefingApp(briefing, name=pages)
        async with app.run_test(size=size) as pilot:
            while left and app.is_running:
                key = left.pop()
                if chance.random() < _RESIZED:
                    await pilot.resize_terminal(*chance.choice(_SIZES))
                start = time.process_time()
                await pilot.press(key)
                if (taken := time.process_time() - start) > _SECONDS:
                    slow.append(f"{key}: {taken:.1f} s")
        briefing.close()  # a key may have ended the app: then on with another
    assert slow == []
    assert [str(each) for each in find_damage(store) if not each.remark] == []

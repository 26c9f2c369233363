"""A disk that is full amid any kind of work; `benchmarks/full.py` does the same some thousand times over."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks import full
from benchmarks.works import lay_out

pytestmark = pytest.mark.skipif(os.name == "nt", reason="limits as POSIX has them")


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("full") / "template"
    lay_out(folder / "store", 12)
    return folder


@pytest.fixture(scope="module")
def disk() -> bool:
    return full.can_mount()


@pytest.fixture(autouse=True)
def own_state(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("XDG_STATE_HOME", os.environ.get("XDG_STATE_HOME", ""))
    yield


@pytest.mark.parametrize("name", list(full.KINDS))
def test_what_is_refused_is_one_line_and_goes_through_once_there_is_room(
    template: Path, tmp_path: Path, disk: bool, name: str
) -> None:
    for small in (False, disk):
        place = tmp_path / f"place {small}"
        shutil.copytree(template, place)
        count, wrong = full.trial(name, place, random.Random(name), disk=small)
        assert not wrong
        assert count["went on"]

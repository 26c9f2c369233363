"""An empty briefing; three copies of one, and a folder that they share."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.support.dossiers import build
from tui.store.briefing import Briefing


@pytest.fixture
def briefing(tmp_path: Path) -> Briefing:
    """A briefing with nothing in it."""
    return Briefing.open(tmp_path / "briefing", create=True)


@pytest.fixture
def copies(tmp_path: Path) -> tuple[Path, Path, Path]:
    """Three copies of one briefing, made before anything was shared."""
    build(tmp_path / "a").close()
    for name in "bc":
        shutil.copytree(tmp_path / "a", tmp_path / name)
    return tmp_path / "a", tmp_path / "b", tmp_path / "c"


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """An empty folder that all copies reach."""
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"

"""What several tests of the core need: briefings, the formats' schemas."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.core.dossiers import build
from tui.store.briefing import Briefing


@pytest.fixture
def briefing(tmp_path: Path) -> Iterator[Briefing]:
    """A small briefing with everything in it that an export must carry."""
    made = build(tmp_path / "store")
    yield made
    made.close()


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Briefing]:
    """A briefing with nothing in it."""
    made = Briefing.open(tmp_path / "empty", create=True)
    yield made
    made.close()


@pytest.fixture(scope="session")
def schemas() -> Path:
    """The folder of the formats' schemas beside the checkout; the test is skipped without it."""
    folder = Path(__file__).resolve().parents[3] / "shared" / "schemas"
    if not folder.is_dir():
        pytest.skip("no ../shared/schemas beside this checkout")
    return folder

"""What all tests share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.core.serving import Server


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real pages and gold labels beside the checkout; the test is skipped without it."""
    folder = Path(__file__).resolve().parents[2] / "shared"
    if not (folder / "gold").is_dir():
        pytest.skip("no ../shared beside this checkout")
    return folder


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A server on this machine."""
    monkeypatch.setenv("NO_PROXY", "*")
    with Server().running() as running:
        yield running

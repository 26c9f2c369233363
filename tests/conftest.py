"""What all tests share."""

from __future__ import annotations

import gc
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.support.dossiers import build
from tests.support.server import Server
from tui.store.briefing import Briefing

# What is tried must hold however busy the machine is.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real pages and gold labels beside the checkout; the test is skipped without it."""
    if not (SHARED / "gold").is_dir():
        pytest.skip("no ../shared beside this checkout")
    return SHARED


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A server on this machine."""
    monkeypatch.setenv("NO_PROXY", "*")
    with Server().running() as running:
        yield running


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
    if not (SHARED / "schemas").is_dir():
        pytest.skip("no ../shared/schemas beside this checkout")
    return SHARED / "schemas"


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection() -> Generator[None, object, object]:
    """Leave what is collected out of each later look through memory for garbage: thousands of tests, kept to the end."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.collect()
        gc.freeze()
        gc.enable()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--monkey", type=int, default=500, metavar="KEYS", help="how many random keys the app is given"
    )

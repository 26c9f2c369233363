"""An empty briefing; three copies of one, and a folder that they share; an archive on a real server."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support import postgres
from tests.support.archive_desk import Desk, Feed
from tests.support.dossiers import build
from tui.store.briefing import Briefing
from tui.workflows import archive


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


@pytest.fixture(scope="session")
def archive_server() -> Iterator[postgres.Server]:
    """A PostgreSQL server of one's own; without the programs for one the test is skipped."""
    pytest.importorskip("psycopg")
    if missing := postgres.missing():
        pytest.skip(missing)
    with postgres.kept() as found:
        yield found


@pytest.fixture
def desk(archive_server: postgres.Server, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    """A database of this test's own, with an archive in it."""
    name = f"d{abs(hash(request.node.name))}"
    archive_server.ask("postgres", f'create database "{name}"')
    made = Desk(archive_server, name, tmp_path)
    archive.init(made.address)
    yield made
    # A replica copies all databases, and a server that was killed reads anew what was written to them.
    archive_server.ask("postgres", f'drop database "{name}" with (force)', "checkpoint")


@pytest.fixture
def feeds(desk: Desk) -> Iterator[Callable[[Path], Feed]]:
    """What has a briefing fed from its archive, as long as the test goes on."""
    started: list[Feed] = []

    def start(path: Path) -> Feed:
        started.append(Feed(path))
        return started[-1]

    yield start
    for each in started:
        each.end()

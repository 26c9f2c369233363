"""A desk that shares by an archive: a database of its own on a real server, and the briefings of those who join it."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from pathlib import Path

from tests.support.copies import contents, opened
from tests.support.dossiers import build
from tests.support.postgres import Server
from tui.store.archive.archive import Archive
from tui.store.briefing import Briefing
from tui.workflows import archive
from tui.workflows.archive_feed import follow
from tui.workflows.merge import MergeResult


@dataclass(frozen=True)
class Desk:
    """The database `name` of a server, with an archive in it; the briefings lie in `folder`."""

    server: Server
    name: str
    folder: Path

    @property
    def address(self) -> str:
        return self.server.address(self.name)

    def ada(self) -> Path:
        """Return the briefing of Ada, which has not joined by itself."""
        path = self.folder / "ada"
        if not path.exists():
            build(path).close()
        return path

    def joined(self, name: str = "ada", query: str = "", address: str = "") -> Path:
        """Return somebody's briefing that has joined, with what a `query` finds or all: Ada's, or an empty one."""
        path = self.ada() if name == "ada" else self.folder / name
        briefing = Briefing.open(path, create=True, title="x")
        try:
            archive.join(briefing, address or self.address, query)
        finally:
            briefing.close()
        return path

    def exchange(self, *paths: Path, address: str = "") -> MergeResult:
        """Let briefings give and take, one after the other; return what the last one did."""
        done = MergeResult()
        for path in paths:
            with opened(path) as briefing, Archive(address or self.address) as there:
                done = archive.exchange(briefing, there)
        return done

    def ask(self, query: str) -> list[tuple[object, ...]]:
        return self.server.ask(self.name, query)

    def user(self, role: str) -> str:
        """Return the address of the archive for somebody of a role, who is called `role_of` it."""
        self.server.ask(
            "postgres",
            f"create role {self.role_of(role)} login password 's3cret%word' in role briefing_{role}",
        )
        return self.server.address(self.name, self.role_of(role))

    def role_of(self, role: str) -> str:
        return f"u{self.name}{role}"

    def promote(self, role: str) -> None:
        """Let somebody of a role do what a curator may."""
        self.server.ask("postgres", f"grant briefing_curator to {self.role_of(role)}")


class Feed:
    """`follow` beside the test, as it is beside the reader."""

    def __init__(self, path: Path) -> None:
        self.told: list[object] = []
        self._closed = threading.Event()
        self._path = path
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def _run(self) -> None:
        with opened(self._path) as briefing:
            follow(briefing, self._closed, self.told.append)

    @property
    def is_over(self) -> bool:
        return not self._thread.is_alive()

    def end(self) -> None:
        self._closed.set()
        self._thread.join()


def assert_part_of(part: Path, every: Path) -> None:
    """Assert that a part holds what it has as the whole has it."""
    held, whole = contents(part), contents(every)
    assert {key: whole.get(key) for key in held} == held

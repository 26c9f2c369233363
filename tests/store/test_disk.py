"""A disk that refuses: nothing is lost, the reader is told in one line, and later changes go through."""

from __future__ import annotations

import errno
import os
import resource
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.crash import build, faults, page, revised
from tui.commands.annotations import Command, EditField, WriteNote, target_of
from tui.commands.articles import DeleteArticle
from tui.core.model import AnnotationTarget
from tui.store.briefing import Briefing, StoreError


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("disk") / "store"
    build(path, articles=6)
    return path


@pytest.fixture
def path(template: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(template, tmp_path / "store"))


def state(path: Path) -> str:
    briefing = Briefing.open(path)
    shown = [briefing.annotated(row["id"], include_hidden=True) for row in briefing.rows()]
    text = f"{briefing.rows()}{[str(one.event) + str(sorted(one.annotations.items())) for one in shown]}"
    briefing.close()
    return text


class Refusal:
    """Lets one call out of many to a function of `os` fail."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, name: str, code: int) -> None:
        self.left = 10**9
        self.calls = 0
        self._real: Callable[..., Any] = getattr(os, name)
        self._code = code
        monkeypatch.setattr(os, name, self)

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        self.calls += 1
        self.left -= 1
        if self.left == 0:
            raise OSError(self._code, os.strerror(self._code))
        return self._real(*arguments, **named)


def changes(briefing: Briefing) -> Iterator[Command]:
    _, article, quote = next(briefing.quotes())
    yield WriteNote(target_of(quote), "written down")
    yield EditField(target_of(article), "event", "Elsewhere")
    yield DeleteArticle(target_of(article))


@pytest.mark.parametrize(
    ("call", "code"),
    [("write", errno.ENOSPC), ("fsync", errno.EIO), ("replace", errno.EIO), ("link", errno.EMLINK)],
)
@pytest.mark.parametrize("which", [0, 1, 2])
def test_whatever_call_fails_a_change_is_there_or_not_and_the_answer_says_which(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, code: int, which: int
) -> None:
    refused = 0
    for number in range(1, 40):
        store = Path(shutil.copytree(path, tmp_path / f"copy {number}"))
        before = state(store)
        with monkeypatch.context() as patch:
            briefing = Briefing.open(store)
            command = list(changes(briefing))[which]
            trap = Refusal(patch, call, code)
            trap.left = number
            try:
                briefing.do(command)
                done = True
            except StoreError as error:
                assert "\n" not in str(error) and str(store) in str(error)
                assert briefing.read_only
                refused += 1
                done = False
            used = trap.calls
            trap.left = 10**9
            if not done:
                assert briefing.annotated(briefing.rows()[0]["id"])  # it can still be read
                briefing.do(WriteNote(AnnotationTarget("event", briefing.rows()[0]["id"]), "afterwards"))
                assert not briefing.read_only
                briefing.undo()
            briefing.close()
        assert (state(store) != before) is done
        assert faults(store, []) == []
        if used < number:
            break
    assert refused or call in ("replace", "link")


@pytest.mark.parametrize("call", ["write", "fsync", "replace"])
def test_a_new_version_that_the_disk_refuses_leaves_the_article_as_it_was(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    refused = done = 0
    for number in range(1, 40, 2):
        store = Path(shutil.copytree(path, tmp_path / f"copy {number}"))
        before = state(store)
        with monkeypatch.context() as patch:
            briefing = Briefing.open(store)
            trap = Refusal(patch, call, errno.ENOSPC)
            trap.left = number
            try:
                added = briefing.add([revised(0, "noon"), revised(4, "noon")])
                stopped = added.stopped
            except StoreError as error:
                added, stopped = None, str(error)
            used = trap.calls
            trap.left = 10**9
            assert not stopped or str(store) in stopped
            assert bool(added and added.changed) is not bool(stopped)
            refused, done = refused + bool(stopped), done + (not stopped)
            assert (state(store) != before) is not bool(stopped)
            again = briefing.add([revised(0, "noon"), revised(4, "noon")])
            assert len(again.changed if stopped else again.known) == 2
            briefing.close()
        assert faults(store, []) == []
        if used < number:
            break
    assert done and (refused or call == "replace")


def test_an_import_that_fails_midway_leaves_nothing_behind(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(1, 60, 4):
        store = Path(shutil.copytree(path, tmp_path / f"copy {number}"))
        before = state(store)
        with monkeypatch.context() as patch:
            briefing = Briefing.open(store)
            trap = Refusal(patch, "write", errno.ENOSPC)
            trap.left = number
            with pytest.raises(StoreError, match="disk is full"):
                briefing.add([page(100 + each, f"key {each // 2}") for each in range(40)])
            trap.left = 10**9
            assert state(store) == before
            assert len(briefing.add([page(100, "a"), page(101, "b")]).articles) == 2
            briefing.close()
        assert faults(store, []) == []


def test_a_limit_on_file_size_loses_nothing_and_ends_when_it_is_lifted(path: Path) -> None:
    briefing = Briefing.open(path)
    _, article, quote = next(briefing.quotes())
    biggest = max(file.stat().st_size for file in path.rglob("*") if file.is_file())
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    written = []
    resource.setrlimit(resource.RLIMIT_FSIZE, (biggest + 3000, limits[1]))
    try:
        with pytest.raises(StoreError, match="nothing was changed"):
            for number in range(1000):
                briefing.do(WriteNote(target_of(quote), f"note {number}"))
                written.append(f"note {number}")
        assert briefing.read_only
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert written
    assert briefing.annotated(article.event).note(quote.id).split("\n\n") == written
    briefing.do(WriteNote(target_of(quote), "room again"))
    assert not briefing.read_only
    briefing.close()
    again = Briefing.open(path)
    assert again.annotated(article.event).note(quote.id).split("\n\n") == [*written, "room again"]
    assert again.warnings == []


def test_a_folder_that_cannot_be_written_to_is_read_all_the_same(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = state(path)
    real = os.open

    def refuse(name: Any, flags: int, *rest: Any, **named: Any) -> int:
        if flags & (os.O_WRONLY | os.O_RDWR):
            raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(name))
        return real(name, flags, *rest, **named)

    monkeypatch.setattr(os, "open", refuse)
    assert state(path) == expected
    briefing = Briefing.open(path)
    _, _, quote = next(briefing.quotes())
    with pytest.raises(StoreError, match="cannot be written to"):
        briefing.do(WriteNote(target_of(quote), "no"))
    assert "only be read" in briefing.read_only
    briefing.save_place({"event": "x"})  # no complaint
    assert sum(count.unread for count in briefing.counts().values()) == 6

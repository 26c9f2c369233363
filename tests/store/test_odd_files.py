"""What is no regular file in a briefing's folder is refused by name; nobody waits for a pipe, or for long for a lock."""

from __future__ import annotations

import multiprocessing
import os
import signal
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.crash import build
from tui.cli.parser import main
from tui.store.briefing import Briefing, StoreError
from tui.store.disk import lock_holder


@pytest.fixture
def path(tmp_path: Path) -> Path:
    build(tmp_path / "store", articles=3)
    return tmp_path / "store"


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as opened:
        os.chdir(path.parent)  # an address may be no longer than a hundred bytes
        opened.bind(path.name)


ODD: dict[str, Callable[[Path], None]] = {"a pipe": os.mkfifo, "a socket": _socket, "a folder": Path.mkdir}
FILES = ("journal.jsonl", "catalogue.json", "codebook.json", ".lock", "index.sqlite")
VERBS: dict[str, list[str]] = {
    "events": [],
    "check": [],
    "search": ["water"],
    "quotes": [],
    "tags": [],
    "export": ["--format", "csv"],
    "backup": ["../out.zip"],
}


@pytest.mark.timeout(20)
@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("kind", ODD)
def test_what_is_no_file_is_refused_in_one_line(
    path: Path, name: str, kind: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(path)
    (path / name).unlink(missing_ok=True)
    ODD[kind](path / name)
    for verb, words in VERBS.items():
        assert main([verb, *words, "--store", str(path)]) != 0
        said = capsys.readouterr().err.strip()
        assert str(path / name) in said and kind in said, (verb, said)
        assert "\n" not in said, (verb, said)


@pytest.mark.timeout(20)
def test_an_event_that_is_a_pipe_costs_no_wait(path: Path) -> None:
    event = next(path.glob("events/*.json"))
    event.unlink()
    os.mkfifo(event)
    briefing = Briefing.open(path)
    with pytest.raises(StoreError, match="pipe"):
        briefing.annotated(event.stem)
    briefing.close()


@pytest.mark.timeout(20)
def test_a_folder_in_which_a_file_stands_for_the_events_is_refused(path: Path) -> None:
    (path / "events").rename(path.parent / "events")
    (path / "events").write_bytes(b"")
    with pytest.raises(StoreError, match="is no folder"):
        Briefing.open(path)


def _hold(path: Path) -> None:
    briefing = Briefing.open(path)
    with briefing._folder.locked():
        os.kill(os.getpid(), signal.SIGSTOP)


def test_who_holds_a_briefing_is_named_and_nothing_waits_for_ever(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock_holder, "_TOLD", 0.2)
    holder = multiprocessing.get_context("fork").Process(target=_hold, args=(path,))
    holder.start()
    assert holder.pid
    os.waitid(os.P_PID, holder.pid, os.WSTOPPED | os.WNOWAIT)
    try:
        told: list[str] = []
        briefing = Briefing.open(path, waiting=told.append)
        before = {file: file.read_bytes() for file in path.rglob("*.json*")}
        assert sum(row["articles"] for row in briefing.rows()) == 3  # reading goes on
        with (
            pytest.raises(StoreError, match=f"process {holder.pid} .*nothing was changed"),
            briefing._folder.locked(timeout=0.5),
        ):
            pass
        assert len(told) == 1 and f"process {holder.pid}" in told[0] and "since" in told[0]
        assert before == {file: file.read_bytes() for file in path.rglob("*.json*")}
        briefing.close()
    finally:
        os.kill(holder.pid, signal.SIGKILL)
        holder.join()

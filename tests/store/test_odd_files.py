"""What is no regular file in a briefing's folder is refused by name; nobody waits for a pipe, or for long for a lock."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import pytest

from tests.support.crash import build, revised
from tests.support.impatience import lose_patience
from tui.cli.parser import _VERBS, main
from tui.commands.annotations import AddTags, target_of
from tui.commands.feeds import Subscribe
from tui.commands.saved_searches import SaveView
from tui.store.briefing import Briefing, StoreError
from tui.store.disk import folder, lock_holder


@pytest.fixture
def path(tmp_path: Path) -> Path:
    build(tmp_path / "store", articles=3)
    return tmp_path / "store"


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as opened:
        os.chdir(path.parent)  # an address may be no longer than a hundred bytes
        opened.bind(path.name)


def _device(path: Path) -> None:
    path.symlink_to(os.devnull)


ODD: dict[str, Callable[[Path], None]] = {
    "a pipe": os.mkfifo,
    "a socket": _socket,
    "a folder": Path.mkdir,
    "a device": _device,
}
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


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a briefing that has every kind of file."""
    path = tmp_path_factory.mktemp("full") / "store"
    build(path, articles=3)
    briefing = Briefing.open(path)
    briefing.add([revised(1, "noon")])
    _, article, quote = next(briefing.quotes())
    briefing.do(AddTags([target_of(quote)], ["harbour"]))
    briefing.do(Subscribe([("https://courier.example/feed", "Courier")]))
    briefing.do(SaveView("convoys", "convoy"))
    briefing.keep_arrivals([article.id], [])
    briefing.counts()
    briefing.close()
    return path


# One of each: what stands in the folder, and what may.
PLACES = (
    ".lock .lock-holder .synced arrivals.json catalogue.json catalogue.json.bak codebook.json codebook.json.bak"
    " events/*.json events/*.json.bak feeds.json feeds.json.bak index.sqlite journal.jsonl notes/*.json notes/*.json.bak"
    " sources/*.gz speakers.json speakers.json.bak versions/*.json views.json drafts.json place.json"
    " index.sqlite-wal index.sqlite-shm .pending/step@x.json .importing.1 damaged sources notes events versions"
    " steps steps/replica.json"
).split()
EVERY: dict[str, list[str]] = {
    "events": [],
    "articles": [],
    "quotes": [],
    "statements": [],
    "accounts": ["EVENT"],
    "search": ["water"],
    "show": ["EVENT"],
    "regroup": [],
    "reread": ["--all"],
    "tag": ["QUOTE", "quay"],
    "star": ["QUOTE"],
    "edit": ["QUOTE", "speaker", "+Ida Lund"],
    "note": ["QUOTE", "Ask."],
    "undo": [],
    "redo": [],
    "speakers": [],
    "status": ["QUOTE", "seen"],
    "link": ["QUOTE", "QUOTE", "same"],
    "tags": [],
    "export": ["--format", "csv"],
    "counts": ["tags-months"],
    "review": [],
    "merge": ["../copy"],
    "sync": ["../shared"],
    "conflicts": [],
    "archive": ["status"],
    "where": [],
    "check": [],
    "backup": ["../out.zip"],
    "import": ["../page.md"],
    "feeds": [],
}
NO_STORE = {"briefings", "restore", "extract", "group", "completion", "schema", "serve", "worker"}


def test_every_verb_that_opens_a_briefing_is_tried() -> None:
    assert EVERY.keys() | NO_STORE == set(_VERBS)


@pytest.mark.timeout(120)
@pytest.mark.parametrize("place", PLACES)
def test_no_verb_waits_for_what_is_no_file_or_breaks_over_it(
    place: str,
    full: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    briefing = Briefing.open(full)
    _, article, quote = next(briefing.quotes())
    briefing.close()
    names = {"EVENT": article.event, "QUOTE": quote.id}
    (tmp_path / "page.md").write_text("In Ostrand the ferry sank. “It will hold,” said Ida Lund.\n")
    (tmp_path / "shared").mkdir()
    shutil.copytree(full, tmp_path / "copy")
    slow = []
    for kind, verb in product(ODD, EVERY):
        path = tmp_path / "store"
        shutil.rmtree(path, ignore_errors=True)
        shutil.copytree(full, path)
        odd = min(path.glob(place), default=path / place)
        shutil.rmtree(odd) if odd.is_dir() else odd.unlink(missing_ok=True)
        odd.parent.mkdir(exist_ok=True)
        ODD[kind](odd)
        monkeypatch.chdir(path)
        words = [names.get(word, word) for word in EVERY[verb]]
        start = time.process_time()
        status = main([verb, *words, "--store", str(path)])
        slow += [(verb, kind)] if time.process_time() - start > 1 else []
        said = capsys.readouterr().err.strip()
        assert "report" not in said and "Traceback" not in said, (verb, kind, said)
        assert status == 0 or said or verb == "check", (verb, kind)
    assert slow == []


@pytest.mark.timeout(20)
def test_an_event_that_is_a_pipe_costs_no_wait(path: Path) -> None:
    event = next(path.glob("events/*.json"))
    event.unlink()
    os.mkfifo(event)
    briefing = Briefing.open(path)
    with pytest.raises(StoreError, match="pipe"):
        briefing.annotated(event.stem)
    with pytest.raises(StoreError, match=r"begins so; .*pipe"):
        briefing.find(event.stem)
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


@pytest.fixture
def holder(path: Path) -> Iterator[int]:
    """A process that was stopped while it held the briefing."""
    process = multiprocessing.get_context("fork").Process(target=_hold, args=(path,))
    process.start()
    assert process.pid
    os.waitid(os.P_PID, process.pid, os.WSTOPPED | os.WNOWAIT)
    yield process.pid
    os.kill(process.pid, signal.SIGKILL)
    process.join()


def _files(path: Path) -> dict[Path, bytes]:
    """Return what lies in a briefing's folder, but for what is made anew at any time."""
    files = (file for file in path.rglob("*") if file.is_file() and not file.name.startswith("index."))
    return {file: file.read_bytes() for file in files}


def test_after_3_seconds_it_is_told_who_is_waited_for_and_after_30_a_change_is_given_up() -> None:
    assert (lock_holder._TOLD, folder.LOCK_SECONDS) == (3, 30)


def test_who_holds_a_briefing_is_named_and_nothing_waits_for_ever(
    path: Path, holder: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock_holder, "_TOLD", 0.2)
    told: list[str] = []
    briefing = Briefing.open(path, waiting=told.append)
    before = _files(path)
    assert sum(row["articles"] for row in briefing.rows()) == 3  # reading goes on
    with (
        pytest.raises(StoreError, match=f"process {holder} .*nothing was changed"),
        briefing._folder.locked(timeout=0.5),
    ):
        pass
    assert len(told) == 1 and f"process {holder}" in told[0] and "since" in told[0]
    assert before == _files(path)
    briefing.close()


def test_who_held_it_before_is_not_named(path: Path) -> None:
    (path / lock_holder.NAME).write_text(f"1\n00:00:00 on 01 January\n{'x' * 60}\n")
    briefing = Briefing.open(path)
    with briefing._folder.locked():
        told = lock_holder.holder(path)
    briefing.close()
    assert f"process {os.getpid()} (" in told and "January" not in told and "x" * 20 not in told


def test_a_program_that_has_ended_is_not_named_as_who_holds_it(path: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    (path / lock_holder.NAME).write_text(f"{ended.pid}\n00:00:00 on 01 January\nbriefing-tui\n")
    assert lock_holder.holder(path) == "another program"


HELD = [
    *EVERY.items(),
    ("check", ["--repair"]),
    ("export", ["--format", "briefing", "-o", "../all.briefing"]),
    ("backup", ["../all.zip"]),
]


@pytest.mark.timeout(120)
def test_every_verb_reads_on_or_says_for_whom_it_waited(
    path: Path,
    holder: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    lose_patience(monkeypatch, told=0.05, most=0.1)
    briefing = Briefing.open(path)
    _, article, quote = next(briefing.quotes())
    briefing.close()
    (tmp_path / "page.md").write_text("In Ostrand the ferry sank. “It will hold,” said Ida Lund.\n")
    (tmp_path / "shared").mkdir()
    shutil.copytree(path, tmp_path / "copy")
    monkeypatch.chdir(path)
    names = {"EVENT": article.event, "QUOTE": quote.id}
    before, waited = _files(path), set()
    for verb, words in HELD:
        status = main([verb, *(names.get(word, word) for word in words), "--store", str(path)])
        said = capsys.readouterr().err
        assert _files(path) == before, verb
        if f"process {holder}" in said:
            waited.add(verb)
            assert status == 1 and f"waiting for process {holder}" in said and "nothing was changed" in said
        else:
            assert "another program" not in said, verb
    reading = "events articles quotes statements accounts search show speakers tags counts review"
    assert {verb for verb, _ in HELD} - waited == {*reading.split(), *"conflicts archive where feeds".split()}

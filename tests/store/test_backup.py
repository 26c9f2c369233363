"""A briefing as one archive, and back: all of it, verified, and never over what is there."""

from __future__ import annotations

import json
import multiprocessing
import os
import random
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.support.crash import build, faults
from tests.support.works import move, take_in, write_notes
from tui.commands.annotations import WriteNote, target_of
from tui.store.briefing import Briefing, StoreError
from tui.store.maintenance import backup as archive
from tui.store.maintenance.backup import backup, look, restore, verify
from tui.store.maintenance.check import find_damage


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "Dossier é 数 1"
    build(folder, articles=6)
    briefing = Briefing.open(folder)
    briefing.do(WriteNote(target_of(next(briefing.quotes())[2]), "Ask the desk."))
    briefing.counts()
    briefing.close()
    return folder


def files(path: Path) -> dict[str, bytes]:
    """The files that are the briefing: neither derived nor passing."""
    return {
        file.relative_to(path).as_posix(): file.read_bytes()
        for file in path.rglob("*")
        if file.is_file() and not file.name.startswith(("index.sqlite", ".lock"))
    }


def test_what_is_restored_is_byte_for_byte_what_was_backed_up(path: Path, tmp_path: Path) -> None:
    where = tmp_path / "a folder ü"
    where.mkdir()
    made = backup(path, where / "dossier.zip", title="Grain")
    assert made == verify(where / "dossier.zip") == look(where / "dossier.zip")
    assert (made.title, made.name, made.files) == ("Grain", path.name, len(files(path)))
    restore(where / "dossier.zip", tmp_path / "again")
    assert files(tmp_path / "again") == files(path)
    assert find_damage(tmp_path / "again") == []
    again = Briefing.open(tmp_path / "again")
    assert again.warnings == []
    _, article, quote = next(again.quotes())
    assert again.annotated(article.event).note(quote.id) == "Ask the desk."
    again.close()
    assert [each.name for each in where.iterdir()] == ["dossier.zip"]


def test_backup_and_briefing_are_the_readers_alone(path: Path, tmp_path: Path) -> None:
    backup(path, tmp_path / "b.zip")
    restore(tmp_path / "b.zip", tmp_path / "again")
    for each in (tmp_path / "b.zip", tmp_path / "again", *(tmp_path / "again").rglob("*"), *path.rglob("*")):
        wanted = 0o700 if each.is_dir() else 0o600
        assert stat.S_IMODE(each.stat().st_mode) == wanted, each


def test_a_note_written_while_a_backup_runs_is_in_it_or_not_but_never_half(
    path: Path, tmp_path: Path
) -> None:
    briefing = Briefing.open(path)
    _, article, quote = next(briefing.quotes())
    written: list[int] = []

    def write(done: int, total: int) -> None:
        if len(written) < 3:
            written.append(briefing.do(WriteNote(target_of(quote), f"note {done} of {total}")).seq)

    backup(path, tmp_path / "b.zip", progress=write)
    restore(tmp_path / "b.zip", tmp_path / "again")
    assert len(written) == 3
    assert find_damage(tmp_path / "again") == []
    again = Briefing.open(tmp_path / "again")
    assert again.annotated(article.event).note(quote.id) == briefing.annotated(article.event).note(quote.id)


def test_every_backup_made_while_other_programs_write_is_a_whole_briefing(path: Path, tmp_path: Path) -> None:
    fork = multiprocessing.get_context("fork")
    done = fork.Event()
    writers = [fork.Process(target=_write, args=(path, who, done)) for who in range(3)]
    for writer in writers:
        writer.start()
    try:
        for number in range(4):
            backup(path, tmp_path / f"{number}.zip")
            restore(tmp_path / f"{number}.zip", tmp_path / str(number))
            assert find_damage(tmp_path / str(number)) == [] and faults(tmp_path / str(number), []) == []
    finally:
        done.set()
        for writer in writers:
            writer.join()
    assert [writer.exitcode for writer in writers] == [0, 0, 0]


def _write(path: Path, who: int, done: Any) -> None:
    briefing = Briefing.open(path)
    works = (write_notes, take_in, move)[who](briefing, random.Random(who))
    while not done.is_set():
        next(works)
    briefing.close()


def test_what_a_killed_restore_left_half_done_is_swept_by_the_next(path: Path, tmp_path: Path) -> None:
    backup(path, tmp_path / "b.zip")
    pid = os.fork()
    if pid == 0:
        os._exit(0)
    os.waitpid(pid, 0)  # a process that is no more
    mine = tmp_path / f".again.{os.getppid()}.restoring"  # one that may be at it still
    for each in (tmp_path / f".again.{pid}.restoring", mine):
        each.mkdir()
        (each / "half").write_text("x")
    (tmp_path / f".b.zip.{pid}.new").write_text("x")
    restore(tmp_path / "b.zip", tmp_path / "again")
    backup(path, tmp_path / "b.zip")
    left = sorted(each.name for each in tmp_path.iterdir())
    assert left == sorted([path.name, "again", "b.zip", mine.name])


def test_nothing_that_is_there_is_written_over(path: Path, tmp_path: Path) -> None:
    letter = tmp_path / "letter.zip"
    letter.write_text("Dear Ana,")
    with pytest.raises(StoreError, match="is no backup"):
        backup(path, letter)
    assert letter.read_text() == "Dear Ana,"
    with pytest.raises(StoreError, match="briefing itself"):
        backup(path, path / "b.zip")
    backup(path, tmp_path / "b.zip")
    backup(path, tmp_path / "b.zip")  # a backup takes the place of an earlier one
    restore(tmp_path / "b.zip", path)  # as it is there already
    (path / "codebook.json").write_bytes((path / "codebook.json").read_bytes() + b" ")
    before = files(path)
    with pytest.raises(StoreError, match="there already"):
        restore(tmp_path / "b.zip", path)
    assert files(path) == before


def test_a_disk_that_fills_up_leaves_the_earlier_backup(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup(path, tmp_path / "b.zip")
    before = (tmp_path / "b.zip").read_bytes()

    def full(*_: object, **__: object) -> Any:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(archive, "_put", full)
    with pytest.raises(StoreError, match="No space left"):
        backup(path, tmp_path / "b.zip")
    assert (tmp_path / "b.zip").read_bytes() == before
    assert sorted(each.name for each in tmp_path.iterdir()) == sorted([path.name, "b.zip"])


def test_every_damaged_archive_is_refused_and_leaves_nothing(path: Path, tmp_path: Path) -> None:
    backup(path, tmp_path / "b.zip")
    whole = (tmp_path / "b.zip").read_bytes()
    bad = tmp_path / "bad.zip"
    step = max(1, len(whole) // 60)
    damaged = [whole[:size] for size in range(0, len(whole), step)]
    damaged += [whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :] for at in range(0, len(whole), step)]
    refused = 0
    for data in damaged:
        bad.write_bytes(data)
        target = tmp_path / "restored"
        try:
            restore(bad, target)
        except StoreError as error:
            refused += 1
            assert "\n" not in str(error) and "bad.zip" in str(error)
            assert sorted(each.name for each in tmp_path.iterdir()) == sorted([path.name, "b.zip", "bad.zip"])
        else:  # a byte that nobody reads, in a header
            assert files(target) == files(path)
            for each in sorted(target.rglob("*"), reverse=True):
                each.rmdir() if each.is_dir() else each.unlink()
            target.rmdir()
    assert refused > len(damaged) * 0.7


def altered(source: Path, target: Path, change: Callable[[dict[str, Any], zipfile.ZipFile], None]) -> None:
    """Write the archive anew, with a list of files that agrees with what was slipped in."""
    import hashlib

    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        says = json.loads(old.read("backup.json"))
        for name in says["files"]:
            new.writestr(f"briefing/{name}", old.read(f"briefing/{name}"))
        before = {info.filename for info in new.infolist()}
        change(says, new)
        for info in new.infolist():
            if info.filename not in before:
                assert new.fp is not None
                says["files"].setdefault(
                    info.filename.removeprefix("briefing/"),
                    [info.file_size, hashlib.sha256(b"x").hexdigest()],
                )
        new.writestr("backup.json", json.dumps(says))


@pytest.mark.parametrize("name", ["../evil.json", "/etc/evil", "events/../../evil", "C:\\evil", "a\\b"])
def test_no_file_of_an_archive_lands_outside(path: Path, tmp_path: Path, name: str) -> None:
    backup(path, tmp_path / "b.zip")
    altered(tmp_path / "b.zip", tmp_path / "bad.zip", lambda _, out: out.writestr(f"briefing/{name}", b"x"))
    with pytest.raises(StoreError, match="outside"):
        restore(tmp_path / "bad.zip", tmp_path / "restored")
    assert not list(tmp_path.rglob("*evil*"))


@pytest.mark.parametrize(
    "name", ["index.sqlite", "index.sqlite-wal", ".pending/step.json", ".sessions/1", "a.new"]
)
def test_an_archive_brings_no_index_and_no_unfinished_step(path: Path, tmp_path: Path, name: str) -> None:
    backup(path, tmp_path / "b.zip")
    altered(tmp_path / "b.zip", tmp_path / "bad.zip", lambda _, out: out.writestr(f"briefing/{name}", b"x"))
    with pytest.raises(StoreError, match="nothing that is kept"):
        restore(tmp_path / "bad.zip", tmp_path / "restored")


def test_a_bomb_is_refused_before_it_is_unpacked(path: Path, tmp_path: Path) -> None:
    backup(path, tmp_path / "b.zip")
    altered(
        tmp_path / "b.zip",
        tmp_path / "bad.zip",
        lambda _, out: out.writestr("briefing/damaged/big", bytes(80_000_000)),
    )
    with pytest.raises(StoreError, match="unpack to"):
        restore(tmp_path / "bad.zip", tmp_path / "restored")


def test_a_file_that_is_not_listed_is_refused(path: Path, tmp_path: Path) -> None:
    backup(path, tmp_path / "b.zip")

    def slip(says: dict[str, Any], out: zipfile.ZipFile) -> None:
        out.writestr("elsewhere.txt", b"x")
        says["files"]["elsewhere.txt"] = [1, "0"]

    altered(tmp_path / "b.zip", tmp_path / "bad.zip", slip)
    with pytest.raises(StoreError, match="no whole backup"):
        restore(tmp_path / "bad.zip", tmp_path / "restored")

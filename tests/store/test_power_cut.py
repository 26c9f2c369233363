"""What a power cut leaves: the bytes that were waited for, and of anything else its name alone."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.support import crash
from tests.support.copies import contents
from tui.commands.annotations import AddTags, EditField, Star, WriteNote, target_of
from tui.core.model import Article
from tui.store.briefing import Briefing
from tui.store.disk.folder import BriefingFolder

Bytes = dict[int, bytes]  # what is on the disk, by inode; none is used again, for all are held open


@pytest.fixture
def path(tmp_path: Path) -> Path:
    crash.build(tmp_path / "store", articles=6)
    return tmp_path / "store"


@pytest.fixture
def on_disk(path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bytes]:
    """All there is, and then what is waited for."""
    held: Bytes = {}
    fsync = os.fsync
    with ExitStack() as stack:

        def waited_for(handle: int) -> None:
            fsync(handle)
            keep({os.fstat(handle).st_ino})

        def keep(inodes: set[int]) -> None:
            for each in files(path):
                if each.stat().st_ino in inodes:
                    held[each.stat().st_ino] = stack.enter_context(each.open("rb")).read()

        keep({each.stat().st_ino for each in files(path)})
        monkeypatch.setattr(os, "fsync", waited_for)
        yield held


def files(path: Path) -> Iterator[Path]:
    return (each for each in path.rglob("*") if each.is_file())


def cut(path: Path, on_disk: Bytes, lost: Callable[[int], bytes]) -> Path:
    """Return a copy as the machine finds it that starts anew, with what is `lost` of so many bytes."""
    there = path.with_name("cut")
    shutil.copytree(path, there)
    for each in files(path):
        held = on_disk.get(each.stat().st_ino, lost(each.stat().st_size))
        (there / each.relative_to(path)).write_bytes(held)
    mark = (there / ".synced").read_text().split()
    (there / ".synced").write_text(f"{mark[0]} another-run\n")
    for each in files(path):
        shutil.copystat(each, there / each.relative_to(path))
    return there


def assert_nothing_lost(there: Path, path: Path) -> None:
    """Check that what was cut at `there` opens as all that `path` holds, without a word of damage."""
    assert crash.faults(there, []) == []
    assert contents(there) == contents(path)
    assert not (there / "damaged").exists()


def deeds(briefing: Briefing) -> Iterator[Callable[[], object]]:
    """Yield what a reader does in a session: on what bears nothing yet, again on that, and on what was there."""
    (_, article, quote), *_, (_, other, _) = briefing.quotes()
    target = target_of(other)
    yield lambda: briefing.do(WriteNote(target, "Ask the harbour master."))
    yield lambda: briefing.do(WriteNote(target, "And his deputy."))
    yield lambda: briefing.do(AddTags([target_of(quote)], ["to be checked"]))
    yield lambda: briefing.do(Star([target_of(article), target]))
    yield lambda: briefing.do(EditField(target_of(quote), "speaker", "Nils Alder"))
    yield briefing.undo
    yield lambda: briefing.do(WriteNote(target, "He is abroad."))


@pytest.mark.parametrize("done", range(1, 8))
@pytest.mark.parametrize("lost", [lambda _: b"", bytes], ids=["empty", "nulls"])
def test_nothing_acknowledged_is_lost_in_a_power_cut_and_there_is_nothing_to_tell(
    path: Path, on_disk: Bytes, done: int, lost: Callable[[int], bytes]
) -> None:
    briefing = Briefing.open(path)
    for _, deed in zip(range(done), deeds(briefing), strict=False):
        deed()
    there = cut(path, on_disk, lost)
    assert_nothing_lost(there, path)
    briefing.close()


def test_where_there_are_no_hard_links_what_a_file_held_before_is_on_the_disk_too(
    path: Path, on_disk: Bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", _unlinked)
    for words in ("Ask the harbour master.", "And his deputy."):
        session = Briefing.open(path)
        _, article, _ = next(session.quotes())
        session.do(WriteNote(target_of(article), words))
        there = cut(path, on_disk, bytes)
        assert_nothing_lost(there, path)
        session.close()
        shutil.rmtree(there)


def _unlinked(*_: object) -> None:
    raise OSError(errno.EPERM, "Operation not permitted")


def test_a_power_cut_before_the_files_have_their_names_loses_nothing(
    path: Path, on_disk: Bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    briefing, cuts = Briefing.open(path), list[Path]()
    rename = BriefingFolder._rename_into_place

    def cut_first(folder: BriefingFolder, pending: list[str], *, strict: bool) -> None:
        cuts.append(cut(path, on_disk, bytes).rename(path.with_name(f"cut-{len(cuts)}")))
        rename(folder, pending, strict=strict)

    monkeypatch.setattr(BriefingFolder, "_rename_into_place", cut_first)
    for deed in deeds(briefing):
        deed()
        there = cuts[-1]
        monkeypatch.setattr(BriefingFolder, "_rename_into_place", rename)
        assert_nothing_lost(there, path)
        monkeypatch.setattr(BriefingFolder, "_rename_into_place", cut_first)
    briefing.close()


def test_what_was_waited_for_at_the_end_of_a_session_needs_no_journal(path: Path, on_disk: Bytes) -> None:
    with_notes = Briefing.open(path)
    for deed in deeds(with_notes):
        deed()
    with_notes.close()
    there = cut(path, on_disk, bytes)
    for each in (path / "codebook.json", path / "speakers.json", *path.glob("notes/*.json")):
        assert (there / each.relative_to(path)).read_bytes() == each.read_bytes()
    # What the next session writes is lost with its bytes, and made from that.
    again = Briefing.open(path)
    _, article, _ = next(again.quotes())
    again.do(WriteNote(target_of(article), "The day after"))
    shutil.rmtree(there)
    there = cut(path, on_disk, bytes)
    assert_nothing_lost(there, path)
    again.close()


def test_a_file_that_was_damaged_is_told_of_though_the_power_was_cut(path: Path, on_disk: Bytes) -> None:
    briefing = Briefing.open(path)
    _, article, _ = next(briefing.quotes())
    briefing.do(WriteNote(target_of(article), "Ask the harbour master."))
    there = cut(path, on_disk, bytes)
    name = f"notes/{article.id}.json"
    (there / name).write_bytes(b"{")
    opened = Briefing.open(there)
    assert [each for each in opened.warnings if name in each]
    assert opened.annotated(article.event).note(article.id) == "Ask the harbour master."
    opened.close()
    briefing.close()


def test_what_a_checkpoint_in_the_same_tick_waited_for_is_not_lost_with_what_came_after(
    path: Path, on_disk: Bytes
) -> None:
    for words in ("First.", "Second."):
        session = Briefing.open(path)
        _, article, _ = next(session.quotes())
        session.do(WriteNote(target_of(article), words))
        session.close()
    note = (path / f"notes/{article.id}.json").stat()
    os.utime(path / ".synced", ns=(note.st_mtime_ns, note.st_mtime_ns))  # a clock may be as coarse
    session = Briefing.open(path)
    session.do(WriteNote(target_of(article), "Third."))
    there = cut(path, on_disk, bytes)
    assert_nothing_lost(there, path)
    session.close()


def test_a_note_behind_the_loss_of_the_journal_outlives_the_loss_of_its_names(
    path: Path, on_disk: Bytes
) -> None:
    before = Briefing.open(path)
    _, article, _ = next(before.quotes())
    before.do(WriteNote(target_of(article), "Ask the harbour master."))
    before.close()
    (path / "journal.jsonl").unlink()
    session = Briefing.open(path)
    note = path / f"notes/{article.id}.json"
    held = note.read_bytes()
    session.do(WriteNote(target_of(article), "And his deputy."))
    there = cut(path, on_disk, bytes)
    (there / note.relative_to(path)).write_bytes(held)
    assert contents(there) == contents(path)
    session.close()


def _note_at_checkpoint(
    session: Briefing,
    article: Article,
    monkeypatch: pytest.MonkeyPatch,
    place: str,
    refused: Callable[..., object],
) -> None:
    """Write a note after which a checkpoint is due, with `refused` in the place of what the disk refuses."""
    monkeypatch.setattr("tui.store.disk.folder._CHECKPOINT", 1)
    with monkeypatch.context() as patch:
        patch.setattr(place, refused)
        session.do(WriteNote(target_of(article), "Ask the harbour master."))


def test_a_checkpoint_that_the_disk_refuses_is_nothing_to_tell_and_tried_again(
    path: Path, on_disk: Bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = Briefing.open(path)
    _, article, _ = next(session.quotes())
    _note_at_checkpoint(session, article, monkeypatch, "tui.store.disk.folder.sync_each", _refused)
    assert session.warnings == []
    session.do(WriteNote(target_of(article), "And his deputy."))
    there = cut(path, on_disk, bytes)
    name = f"notes/{article.id}.json"
    assert (there / name).read_bytes() == (path / name).read_bytes()
    session.close()


def test_no_checkpoint_is_said_of_a_step_whose_files_are_not_in_place(
    path: Path, on_disk: Bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = Briefing.open(path)
    _, article, _ = next(session.quotes())
    rename = "tui.store.disk.folder.BriefingFolder._rename_into_place"
    _note_at_checkpoint(session, article, monkeypatch, rename, lambda _, pending, **__: _refused(pending))
    there = cut(path, on_disk, bytes)
    assert_nothing_lost(there, path)
    session.close()


def _refused(paths: list[Path]) -> None:
    if paths:
        raise OSError(errno.EIO, "Input/output error")

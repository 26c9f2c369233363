"""Copies that share by way of a folder, in any order; and what strangers put there."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.copies import (
    bring,
    contents,
    everything,
    note,
    opened,
    speaker_of,
    synced,
    tag,
    tags_on,
    work,
)
from tests.support.dossiers import FORMULA, PLAIN, find
from tui.cli.parser import main
from tui.commands.events import SplitEvent
from tui.commands.speakers import SetSide
from tui.core.replica.shared_step import Put, SharedStep
from tui.store.disk.errors import StoreError
from tui.store.maintenance.check import find_damage
from tui.store.replica.replica import Replica
from tui.store.replica.step_files import line_of
from tui.workflows.merge import sync


def test_a_shared_folder_brings_together_copies_that_never_meet(
    copies: tuple[Path, Path, Path], stick: Path, tmp_path: Path
) -> None:
    everything(*copies)
    for each in (*copies, *copies):
        synced(each, stick)
    assert contents(copies[0]) == contents(copies[1]) == contents(copies[2])
    assert tags_on(copies[2], PLAIN) == {"no bargain", "harbour", "monday"}
    work(copies[0], "ada", tag(FORMULA, "late"))
    for each in copies:
        synced(each, stick)
    assert "late" in tags_on(copies[2], FORMULA)
    with opened(copies[2]) as briefing:
        again = sync(briefing, stick)
    assert (again.step, again.taken, again.given) == (None, 0, 0)


def test_another_machine_begins_with_what_is_shared(
    copies: tuple[Path, Path, Path], stick: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one = copies[0]
    work(one, "ada", tag(PLAIN, "monday"))
    for path in (one, tmp_path / "new", one):
        assert main(["sync", str(stick), "--store", str(path)]) == 0
    assert contents(tmp_path / "new") == contents(one)
    assert "monday" in tags_on(tmp_path / "new", PLAIN)
    assert find_damage(tmp_path / "new") == []
    with opened(tmp_path / "new") as briefing:
        assert briefing.raw(find(briefing, PLAIN)[0])


def test_a_copy_of_a_copy_that_shares_already_is_a_copy_of_its_own(
    copies: tuple[Path, Path, Path], stick: Path, tmp_path: Path
) -> None:
    one, two, _ = copies
    work(one, "ada", tag(PLAIN, "monday"))
    synced(one, stick)
    with opened(one) as briefing:
        name = briefing.replica().name
    shutil.rmtree(two)
    shutil.copytree(one, two)
    shutil.rmtree(stick)  # the folder is lost: what each has is brought there again
    stick.mkdir()
    with opened(two) as briefing:
        assert briefing.replica().name == briefing.replica().name != name
        sync(briefing, stick)
    work(one, "ada", tag(FORMULA, "late"))
    work(two, "bo", tag(FORMULA, "later"))
    for each in (one, two, one):
        synced(each, stick)
    assert contents(one) == contents(two)
    assert tags_on(one, FORMULA) >= {"late", "later"}


def test_a_copy_that_was_put_back_from_a_backup_does_not_write_over_what_it_shared(
    copies: tuple[Path, Path, Path], stick: Path, tmp_path: Path
) -> None:
    one, two, _ = copies
    shutil.copytree(one, tmp_path / "kept", symlinks=True)
    for each in (one, two):
        synced(each, stick)
    shutil.copytree(one / "steps", tmp_path / "steps")
    work(one, "ada", tag(PLAIN, "monday"))
    synced(one, stick)
    shutil.rmtree(one / "steps")
    shutil.copytree(tmp_path / "steps", one / "steps")  # as it was in between
    work(one, "ada", tag(FORMULA, "sums"))
    for each in (one, two, one):
        synced(each, stick)
    assert contents(one) == contents(two)
    assert "monday" in tags_on(two, PLAIN) and "sums" in tags_on(two, FORMULA)


@pytest.mark.parametrize("damage", ["half", "nonsense", "gap"])
def test_a_step_that_is_not_whole_waits_and_one_that_makes_no_sense_is_refused_by_name(
    damage: str, copies: tuple[Path, Path, Path], stick: Path
) -> None:
    one, two, _ = copies
    synced(one, stick)
    (file,) = stick.glob("*/*.jsonl")
    lines = file.read_bytes().splitlines(keepends=True)
    held = {"half": [*lines, b'{"replica'], "nonsense": [*lines, b"{}\n"], "gap": lines[1:]}[damage]
    file.write_bytes(b"".join(held))
    before = contents(two)
    with opened(two) as briefing:
        if damage == "half":
            sync(briefing, stick)
        else:
            with pytest.raises(StoreError, match=file.name):
                sync(briefing, stick)
    assert contents(two) == (contents(one) if damage == "half" else before)


@pytest.mark.parametrize(
    "put",
    [
        ("articles", "../../evil", {"id": "../../evil", "@event": "e1", "headline": "x"}),
        ("articles", "a1", {"id": "a1", "@event": "../../evil", "headline": "x", "text": "", "imported": ""}),
        ("articles", "a1", {"id": "a1", "@event": "e1", "headline": "x", "text": "x", "imported": ""}),
        ("annotations", "n1", {"id": "n1", "motivation": "tagging"}),
        ("tags", "t1", {"id": "t2", "name": "x"}),
        ("event", "e1", {"id": "e1", "name": 7}),
        ("speakers", "s1", {"name": "x"}),
    ],
)
def test_a_step_of_a_stranger_that_no_file_could_hold_changes_nothing(
    put: Put, copies: tuple[Path, Path, Path], stick: Path, tmp_path: Path
) -> None:
    one = copies[0]
    synced(one, stick)
    before = contents(one)
    step = SharedStep(replica="f" * 32, number=1, time="2025-07-01T00:00:00.000000Z", puts=(put,))
    (stick / step.replica).mkdir()
    (stick / step.replica / f"{step.replica}.jsonl").write_bytes(line_of(step))
    with opened(one) as briefing, pytest.raises(StoreError, match=r"makes no sense|no such id"):
        sync(briefing, stick)
    assert contents(one) == before
    assert not list(tmp_path.rglob("*evil*"))


def test_what_a_stranger_writes_is_clean_before_it_is_stored(
    copies: tuple[Path, Path, Path], stick: Path, tmp_path: Path
) -> None:
    one = copies[0]
    evil = "x\x1b]52;c;QUJD\x07y\u202e"
    put = ("tags", "0" * 32, {"id": "0" * 32, "name": evil, "description": evil})
    step = SharedStep(
        replica="f" * 32, number=1, time="2025-07-01T00:00:00.000000Z", puts=(put,), author=evil
    )
    (stick / step.replica).mkdir()
    (stick / step.replica / f"{step.replica}.jsonl").write_bytes(line_of(step))
    with opened(one) as briefing:
        sync(briefing, stick, anyway=True)
        assert "\x1b" not in str(briefing.tags()) and "\u202e" not in str(briefing.tags())


def test_what_builds_on_steps_that_have_not_come_yet_waits_for_them_and_is_counted(
    copies: tuple[Path, Path, Path], stick: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, two, three = copies
    for each in (*copies, *copies):
        synced(each, stick)
    work(two, "bo", bring("Ice on the lock", "It freezes every year", "three"))
    synced(two, stick)
    with opened(two) as briefing:
        brought = stick / briefing.replica().name
    synced(three, stick)
    work(three, "cy", note("It freezes every year", "Every year?"))
    synced(three, stick)
    brought.rename(tmp_path / "late")  # what `two` did is still on its way
    before = contents(one)
    assert main(["sync", str(stick), "--store", str(one)]) == 0
    assert "wait for others that have not come yet" in capsys.readouterr().err
    assert contents(one) == before
    (tmp_path / "late").rename(brought)
    synced(one, stick)
    assert contents(one) == contents(three)


def test_an_article_brought_to_an_event_that_another_took_away_keeps_the_event(
    copies: tuple[Path, Path, Path], stick: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, two, _ = copies
    with opened(one, "ada") as briefing:
        article = find(briefing, PLAIN)[0]
        briefing.do(SplitEvent(article.event, [article.id], "The opening"))
        sync(briefing, stick)
        synced(two, stick)
        event = find(briefing, PLAIN)[0].event
        briefing.undo()
    work(two, "bo", bring("Ice on the weir", "The weir freezes, too", event))
    for each in (one, two, one):
        synced(each, stick)
    assert contents(one) == contents(two)
    assert find_damage(one) == find_damage(two) == []
    with opened(one) as briefing:
        assert find(briefing, "The weir freezes, too")[0].event == event in {r["id"] for r in briefing.rows()}
    assert main(["conflicts", "--store", str(one)]) == 0
    assert "The opening" in capsys.readouterr().out
    assert main(["conflicts", "1", "2", "--store", str(one)]) == 0
    assert "freezes" not in str(contents(one)) and find_damage(one) == []
    assert PLAIN in str(contents(one))


def test_the_side_of_a_speaker_goes_with_the_copies(copies: tuple[Path, Path, Path], stick: Path) -> None:
    one, two, _ = copies
    work(one, "ada", lambda briefing: briefing.do(SetSide(speaker_of(briefing, PLAIN), "Norway")))
    for each in (one, two):
        synced(each, stick)
    with opened(two) as briefing:
        assert briefing.speakers()[speaker_of(briefing, PLAIN)].side == "Norway"


def _told(capsys: pytest.CaptureFixture[str], store: Path, stick: Path) -> str:
    """Return the one line that a sync which goes wrong says."""
    capsys.readouterr()
    assert main(["sync", str(stick), "--store", str(store)]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    return line


def test_where_nothing_can_be_given_what_others_did_is_taken_in_all_the_same(
    copies: tuple[Path, Path, Path], stick: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, two, _ = copies
    synced(one, stick)
    work(one, "ada", tag(PLAIN, "monday"))
    synced(one, stick)
    work(two, "bo", note(FORMULA, "From Bo."))
    with opened(two) as briefing:
        briefing.replica().share()
        own = stick / briefing.replica().name
    own.write_text("in the way")
    assert own.name in _told(capsys, two, stick)
    assert "monday" in tags_on(two, PLAIN)
    own.unlink()
    for each in (two, one):
        synced(each, stick)
    assert contents(one) == contents(two) and "From Bo." in str(contents(one))


def test_who_gives_nothing_needs_no_folder_that_may_be_written_to(
    copies: tuple[Path, Path, Path], stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced(copies[0], stick)
    mkdir = Path.mkdir

    def refused(path: Path, *given: Any, **how: Any) -> None:
        if stick in path.parents:
            raise OSError(errno.EROFS, "Read-only file system", str(path))
        mkdir(path, *given, **how)

    monkeypatch.setattr(Path, "mkdir", refused)
    assert main(["sync", str(stick), "--store", str(tmp_path / "new")]) == 0
    assert contents(tmp_path / "new") == contents(copies[0])


def test_a_folder_that_vanishes_while_it_is_read_is_told_and_not_made_anew(
    copies: tuple[Path, Path, Path],
    stick: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    one, two, _ = copies
    synced(one, stick)
    work(two, "bo", note(FORMULA, "From Bo."))
    take = Replica.take

    def gone(replica: Replica, steps: Iterable[SharedStep]) -> int:
        stick.rename(stick.with_name("elsewhere"))
        return take(replica, steps)

    with monkeypatch.context() as patched:
        patched.setattr(Replica, "take", gone)
        assert "No such file" in _told(capsys, two, stick)
    assert not stick.exists()
    stick.with_name("elsewhere").rename(stick)
    for each in (two, one):
        synced(each, stick)
    assert contents(one) == contents(two) and "From Bo." in str(contents(one))


def test_a_copys_folder_that_one_may_not_read_is_told_and_not_taken_for_an_empty_one(
    copies: tuple[Path, Path, Path],
    stick: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    one, two, _ = copies
    synced(one, stick)
    (own,) = stick.glob("[0-9a-f]*")
    listed = Path.iterdir

    def refused(path: Path) -> Iterator[Path]:
        if path == own:
            raise PermissionError(13, "Permission denied", str(path))
        return listed(path)

    monkeypatch.setattr(Path, "iterdir", refused)
    assert f"{own}: cannot be read or written (Permission denied)" in _told(capsys, two, stick)


def test_who_may_write_in_a_shared_folder_may_read_what_others_put_there(
    copies: tuple[Path, Path, Path], stick: Path
) -> None:
    stick.chmod(0o2770)
    synced(copies[0], stick)
    made = [path for path in stick.rglob("*") if path.stat().st_mode & 0o070 == 0]
    assert not made and len(list(stick.rglob("*.gz"))) > 0
    assert not any(path.stat().st_mode & 0o007 for path in stick.rglob("*"))


def test_pages_that_come_in_are_the_users_alone_wherever_the_briefing_lies(
    copies: tuple[Path, Path, Path], stick: Path
) -> None:
    one, two, _ = copies
    synced(one, stick)
    shutil.rmtree(two / "sources")
    two.chmod(0o775)  # as a folder of a group is
    synced(two, stick)
    pages = list((two / "sources").glob("*.gz"))
    assert pages and {path.stat().st_mode & 0o777 for path in pages} == {0o600}
    assert (two / "sources").stat().st_mode & 0o777 == 0o700

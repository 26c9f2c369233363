"""Kill -9 at random moments; `benchmarks/crash.py` does the same some hundred times over."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import NoReturn

import pytest

from tests.support import crash
from tui.commands.annotations import EditField, WriteNote, target_of
from tui.store.briefing import Briefing
from tui.store.maintenance.check import find_damage

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a forked process")


@pytest.mark.parametrize("work", list(crash.WORKS))
def test_a_kill_at_any_moment_leaves_the_old_or_the_new_state(work: str) -> None:
    made = crash.trial(work, 2, seed=os.getpid())
    assert not made.bad, "\n".join(made.some)


@pytest.mark.parametrize("work", list(crash.WORKS))
def test_a_kill_at_a_call_that_changes_the_disk_costs_nothing_and_is_not_told_of(work: str) -> None:
    made = crash.trial(work, 2, seed=19, calls=True)
    assert not made.bad, "\n".join(made.some)


MOMENTS = ["before the line", "amid the line", "after the line", "between two files"]


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_step_cut_short_is_finished_or_forgotten_by_whoever_comes_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    path = tmp_path / "store"
    crash.build(path, articles=6)
    briefing = Briefing.open(path)
    _, article, _ = next(briefing.quotes())
    other = next(row["id"] for row in briefing.rows() if row["id"] != article.event)
    pid = os.fork()
    if pid == 0:
        dying(briefing, moment, monkeypatch)
        briefing.do(EditField(target_of(article), "event", other))
        os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 9
    assert any((path / ".pending").iterdir())

    if moment == "amid the line":
        assert Briefing.open(path).warnings == []  # it was never acknowledged: nothing to tell
    # A session that was open all the while goes on, and so does one that comes new.
    live = briefing.do(WriteNote(target_of(article), "going on"))
    assert live.seq
    fresh = Briefing.open(path)
    place = article.event if moment in ("before the line", "amid the line") else other
    assert fresh.event_of(article.id) == briefing.event_of(article.id) == place
    assert crash.faults(path, []) == []


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_new_version_cut_short_is_there_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    path = tmp_path / "store"
    crash.build(path, articles=6)
    briefing = Briefing.open(path)
    before = {article.id: article.text for _, article, _ in briefing.quotes()}
    pid = os.fork()
    if pid == 0:
        dying(briefing, moment, monkeypatch)
        briefing.add([crash.revised(0, "noon"), crash.revised(4, "noon")])
        os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 9
    briefing.close()

    fresh = Briefing.open(path)
    assert fresh.add([crash.page(3)]).known
    changed = {a.id: a for _, a, _ in fresh.quotes() if a.text != before[a.id]}
    assert len(changed) == (0 if moment in ("before the line", "amid the line") else 2)
    for article in changed.values():
        assert "at noon" in article.text
        assert [version.text for version in fresh.versions(article.id)] == [before[article.id]]
    assert crash.faults(path, []) == []
    assert not [finding for finding in find_damage(path) if not finding.remark]


def dying(briefing: Briefing, moment: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let this process die at a moment of its next step."""
    folder = briefing._folder
    if moment == "before the line":
        folder.journal.append = die  # type: ignore[method-assign]
    elif moment == "amid the line":
        monkeypatch.setattr("tui.store.disk.journal.write_all", half)
    elif moment == "after the line":
        folder._rename_into_place = die  # type: ignore[method-assign]
    else:
        real = Path.replace
        done: list[Path] = []

        def replace(self: Path, target: Path) -> Path:
            # A raw page goes to its place before the step begins.
            of_step = self.parent.name == ".pending" and not self.name.startswith("source@")
            if done and of_step:
                os._exit(9)
            if of_step:
                done.append(target)
            return real(self, target)

        Path.replace = replace  # type: ignore[method-assign,assignment]


def half(handle: int, data: bytes) -> NoReturn:
    os.write(handle, data[: len(data) // 2])
    os._exit(9)


def die(*_: object, **__: object) -> NoReturn:
    os._exit(9)


def test_after_a_power_cut_the_journal_makes_up_for_names_that_were_not_on_disk(tmp_path: Path) -> None:
    path, cut = tmp_path / "store", tmp_path / "cut"
    crash.build(path, articles=6)
    shutil.copytree(path, cut)  # what was on disk
    briefing = Briefing.open(path)
    _, article, quote = next(briefing.quotes())
    briefing.do(WriteNote(target_of(quote), "one"))
    briefing.do(WriteNote(target_of(article), "two"))
    # The cut: the journal was waited for, the names of the other files were not; the machine starts anew.
    shutil.copy(path / "journal.jsonl", cut / "journal.jsonl")
    seq = (cut / ".synced").read_text().split()[0]
    (cut / ".synced").write_text(f"{seq} another-run\n")
    annotated = Briefing.open(cut).annotated(article.event)
    assert annotated.note(quote.id) == "one" and annotated.note(article.id) == "two"
    briefing.close()

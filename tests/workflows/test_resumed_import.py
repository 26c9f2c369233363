"""An import, or a restore, that was killed is completed by doing it again."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.support.resumed_import import (
    lay_out_pages,
    points,
    restore_points,
    restore_trial,
    spread,
    trial,
    undisturbed,
)
from tui.cli.parser import main
from tui.store.briefing import Briefing
from tui.store.maintenance import backup
from tui.workflows import regroup
from tui.workflows.import_pages import import_sources

_TRIALS = 12


def test_an_import_that_was_killed_is_completed_by_the_next(tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    lay_out_pages(folder)
    wanted = undisturbed(folder)
    assert [
        wrong for point in spread(points(folder), _TRIALS) for wrong in trial(folder, point, wanted)
    ] == []


def test_a_restore_that_was_killed_at_any_call_is_begun_anew(tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    lay_out_pages(folder)
    wanted, archive = undisturbed(folder), tmp_path / "whole.zip"
    backup.backup(tmp_path / "undisturbed", archive, title="Dossier")
    most = restore_points(archive)
    assert [wrong for point in spread(most, _TRIALS) for wrong in restore_trial(archive, point, wanted)] == []


def test_what_an_import_that_ended_early_stored_is_grouped_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "pages"
    lay_out_pages(folder)
    briefing = Briefing.open(tmp_path / "store", create=True)
    answers = iter([False] * 8)
    stopped = import_sources(briefing, [folder], batch=3, stop=lambda: next(answers, True))
    assert stopped.stopped and len(stopped.new) > 2
    came = {briefing.event_of(article) for _, article in stopped.new}
    looked_at: set[str] = set()

    def around(_briefing: Briefing, events: set[str], *_: object) -> bool:
        looked_at.update(events)
        return False

    monkeypatch.setattr(regroup, "regroup_around", around)
    first = [Path(origin) for origin, _ in stopped.new]
    assert not import_sources(briefing, first).new  # all known: and yet they are grouped
    assert came and came <= looked_at
    looked_at.clear()
    import_sources(briefing, first)
    assert looked_at == set()  # once
    briefing.close()


def test_another_import_under_way_is_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    lay_out_pages(folder)
    briefing = Briefing.open(tmp_path / "store", create=True)
    other = tmp_path / "store" / f".importing.{os.getppid()}"
    other.write_text("0")
    import_sources(briefing, [folder])
    assert other.exists() and briefing.left_ungrouped() == set()
    briefing.close()


def test_a_restore_that_was_killed_is_begun_anew_by_the_same_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "pages"
    lay_out_pages(folder)
    briefing = Briefing.open(tmp_path / "store", create=True, title="Dossier")
    import_sources(briefing, [folder])
    briefing.close()
    backup.backup(tmp_path / "store", tmp_path / "whole.zip", title="Dossier")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    restore = ["restore", str(tmp_path / "whole.zip"), "--briefing", "again"]
    there = tmp_path / "data" / "briefing-tui" / "briefings" / "again"
    there.parent.mkdir(parents=True)
    # Killed amid it, by a process that had the same number, as it may be in a container.
    (there.parent / f".again.{os.getpid()}.restoring").mkdir()
    assert main(restore) == 0
    assert [each.name for each in there.parent.iterdir()] == ["again"]
    # Killed when all was there, and nobody had been told.
    assert main(restore) == 0
    assert "restored" in capsys.readouterr().out
    (there / "catalogue.json").write_bytes((there / "catalogue.json").read_bytes() + b" ")
    assert main(restore) == 1
    assert "already" in capsys.readouterr().err

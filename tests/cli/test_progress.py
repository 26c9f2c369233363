"""The line of progress that an import paints on a terminal."""

from __future__ import annotations

import io
import sys
from types import SimpleNamespace

import pytest

from tui.cli import import_pages, output
from tui.cli.import_pages import Bar
from tui.workflows.import_result import ImportProgress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_an_import_tells_how_far_it_is_and_how_long_it_still_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal, now = Terminal(), [100.0]
    monkeypatch.setattr(sys, "stderr", terminal)
    for each in (import_pages, output):
        monkeypatch.setattr(each, "time", SimpleNamespace(monotonic=lambda: now[0]))
    with Bar() as bar:
        for second in range(21):
            now[0] = 100.0 + second
            bar(ImportProgress(second * 10, 10_000, f"page {second}"))
        assert "50 of 10000, 17 min left  page 5" in terminal.getvalue()
        bar(ImportProgress(200, 10_000, doing="grouping 1 of 9"))
    assert "200 of 10000, 16 min left  page 20" in terminal.getvalue()
    assert "0 of 10000  page 0" in terminal.getvalue()

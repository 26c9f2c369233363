"""Where the last frame lies, and what it takes to find it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tui.settings import last_frame, paths

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("there", ["", "elsewhere"])
def test_it_lies_in_the_state_folder(there: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / there) if there else "")
    assert Path(last_frame.place()).parent == paths.state_dir()


_LIGHT = {"__future__", "tui", "tui.__main__", "tui.settings", "tui.settings.last_frame", "termios"}


def test_it_is_found_before_anything_is_loaded() -> None:
    code = (
        "import sys\nhad = set(sys.modules)\n"
        "import tui.__main__\nfrom tui.settings import last_frame\nlast_frame.show('', '')\n"
        "print(*set(sys.modules) - had)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) <= _LIGHT

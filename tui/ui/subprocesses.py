"""Processes that run beside the reader."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tui.store.briefing import Briefing

_HOME = str(Path(__file__).resolve().parents[2])  # where this program is, installed or not


def environment() -> dict[str, str]:
    """Return the environment in which another Python finds this program."""
    path = os.pathsep.join(filter(None, (_HOME, os.environ.get("PYTHONPATH"))))
    return {**os.environ, "PYTHONPATH": path}


def started(module: str, folder: Path) -> subprocess.Popen[bytes]:
    """Start a module of this program on a briefing's folder; it ends when its standard input is closed."""
    return subprocess.Popen(
        # With -P: a folder named tui where the reader stands is not this program.
        [sys.executable, "-P", "-m", module, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # the reader's Ctrl+C is a key, and none of its business
        env=environment(),
    )


class Indexer:
    """Makes the index of one briefing in a process of its own. `says` is how far it is, "" when idle."""

    def __init__(self, briefing: Briefing) -> None:
        self.says = ""
        self._briefing = briefing
        self._process: subprocess.Popen[bytes] | None = None

    def run(self) -> bool:
        """Make it, in a worker; False when it was stopped."""
        self._briefing.indexing = True
        self.says = "indexing for search · Esc stops it"
        try:
            process = self._process = started("tui.workflows.worker", self._briefing.path)
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(b'{"index": true}\n')
            process.stdin.flush()
            for line in process.stdout:
                says = json.loads(line)
                if total := says.get("total"):
                    self.says = f"indexing for search, {says['done'] * 100 // total} % · Esc stops it"
            return process.wait() == 0
        except (OSError, ValueError):
            return False
        finally:
            self._briefing.indexing, self.says, self._process = False, "", None

    def stop(self) -> bool:
        """End it, what is done kept; False where none is made."""
        process = self._process
        if process is None or process.stdin is None:
            return False
        process.stdin.close()
        return True

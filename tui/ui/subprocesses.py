"""Processes that run beside the reader."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Mapping

from tui.store.briefing import Briefing
from tui.workflows.child_process import started


def _asked(briefing: Briefing, request: bytes) -> subprocess.Popen[bytes]:
    """Start a process for a briefing, and ask something of it. Raises OSError."""
    process = started("tui.workflows.worker", str(briefing.path))
    assert process.stdin is not None
    process.stdin.write(request)
    process.stdin.flush()
    return process


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
            process = self._process = _asked(self._briefing, b'{"index": true}\n')
            for line in process.stdout or ():
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


class ArchiveFeed:
    """Keeps one briefing as its archive is, in a process of its own, and hands on what that tells."""

    def __init__(self, briefing: Briefing, told: Callable[[Mapping[str, object]], None]) -> None:
        self._briefing, self._told = briefing, told
        self._process: subprocess.Popen[bytes] | None = None

    def run(self) -> None:
        """Do so until `stop`, in a worker."""
        try:
            process = self._process = _asked(self._briefing, b'{"follow": true}\n')
            for line in process.stdout or ():
                self._told(json.loads(line))
        except (OSError, ValueError):
            self._told({"error": "the archive is not followed any more; start the reader again"})
        finally:
            self._process = None

    def stop(self) -> None:
        """End it: what was done here by then, and did not get there, goes there another time."""
        if self._process and self._process.stdin:
            self._process.stdin.close()

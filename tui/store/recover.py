"""Opening after a kill: finish the last step, cut off a torn line, say what happened."""

from __future__ import annotations

from tui.store.errors import StoreError
from tui.store.folder import Folder
from tui.store.journal import NAME
from tui.store.mend import set_aside


def recover(folder: Folder) -> bool:
    """Finish what a kill left undone; False when another program is at it, or nothing can be written."""
    try:
        with folder.locked(timeout=0.2):  # taking the lock finishes the last step
            journal = folder.journal
            if not journal.whole():
                missing = journal.state()[1] == 0
                lines = sum(1 for _ in journal.lines(parsed=False))
                kept = set_aside(folder.root, NAME)
                journal.keep_whole_lines()
                where = f"; the broken one is kept as {kept}" if kept and not missing else ""
                if lines or missing:
                    lost = "all earlier steps" if missing else "nothing before its last line"
                    folder.notice(f"{journal.path}: its end was damaged; undo forgot {lost}{where}")
                else:
                    folder.notice(f"{journal.path}: it was damaged; undo forgot all earlier steps{where}")
    except (StoreError, OSError):
        return False
    return True

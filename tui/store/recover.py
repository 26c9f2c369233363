"""Opening after a kill or a power cut: finish what was begun, and say what happened."""

from __future__ import annotations

from tui.store.errors import StoreError
from tui.store.folder import Folder, boot_id, is_journalled
from tui.store.journal import NAME


def is_due(folder: Folder) -> bool:
    """Tell whether something may have been left undone. Cheap, and it takes no lock."""
    if folder.leftovers() or not folder.journal.whole():
        return True
    seq, boot = folder.synced()
    # The same run of the machine: no power cut can have taken anything back.
    return seq != folder.journal.last_seq() and (not boot or boot != boot_id())


def recover(folder: Folder, *, timeout: float = 0.2) -> bool:
    """Finish what was left undone; False when another program is at it, or nothing can be written."""
    try:
        with folder.locked(timeout=timeout):  # taking the lock finishes the last step
            if not folder.journal.whole():
                _mend_journal(folder)
            seq, boot = folder.synced()
            if seq != folder.journal.last_seq() and (not boot or boot != boot_id()):
                _replay(folder, seq)
                folder.checkpoint()
    except (StoreError, OSError):
        return False
    return True


def _replay(folder: Folder, seq: int) -> None:
    """Make again what the journal has after step `seq` and the files have not."""
    from tui.store.mend import replay

    lines = [line for line in folder.journal.lines() if line.seq > seq]
    names = {change[0] for line in lines for change in line.says.get("changes", ())}
    for name in sorted(filter(is_journalled, names)):
        tables = {key: dict(table) for key, table in folder.fresh_tables(name).items()}
        if replay(tables, lines, name):
            folder.write(name, tables)


def _mend_journal(folder: Folder) -> None:
    from tui.store.mend import set_aside

    journal = folder.journal
    missing = journal.state()[1] == 0
    left = any(True for _ in journal.lines(parsed=False))
    kept = set_aside(folder.root, NAME)
    journal.keep_whole_lines()
    lost = "its last line" if left else "all earlier steps"
    where = "" if missing else f"; the damaged one is kept as {kept}"
    folder.notice(f"{journal.path}: {'it is empty' if missing else 'damaged'}; undo forgot {lost}{where}")

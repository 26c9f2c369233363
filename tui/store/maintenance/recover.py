"""Opening after a kill or a power cut: finish what was begun, and say what happened."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from tui.settings.atomic_files import read_regular
from tui.store.disk.cache import is_journalled
from tui.store.disk.errors import StoreError
from tui.store.disk.folder import BriefingFolder, boot_id
from tui.store.disk.journal import NAME
from tui.store.disk.schema import Tables
from tui.store.disk.table_file import empty_tables, read_generation


def is_due(folder: BriefingFolder) -> bool:
    """Tell whether something may have been left undone. Cheap, and it takes no lock."""
    if folder.pending_files() or not folder.journal.is_complete():
        return True
    return _synced_until(folder) is not None


def is_needed(folder: BriefingFolder) -> bool:
    """Tell whether what a briefing says would be another were it recovered. It takes no lock, and may look far back."""
    if folder.pending_files():
        return True
    seq = _synced_until(folder)
    return seq is not None and any(_replayed(folder, seq))


def _synced_until(folder: BriefingFolder) -> int | None:
    """Return up to which step a power cut can have taken nothing back, None where it is all of them."""
    seq, boot = folder.last_synced()
    same_run = boot and boot == boot_id()
    return None if same_run or seq == folder.journal.last_seq() else seq


def recover(folder: BriefingFolder, *, timeout: float = 0.2) -> bool:
    """Finish what was left undone; False when another program is at it, or nothing can be written."""
    cut_short = bool(folder.pending_files())
    try:
        with folder.locked(timeout=timeout):  # taking the lock finishes the last step
            if torn := not folder.journal.is_complete():
                _mend_journal(folder, cut_short=cut_short)
            if (seq := _synced_until(folder)) is not None:
                for name, tables in _replayed(folder, seq):
                    folder.write(name, tables)
            if torn or seq is not None:  # the steps of a journal that begins anew are counted anew
                folder.checkpoint()
    except (StoreError, OSError):
        return False
    return True


def _replayed(folder: BriefingFolder, seq: int) -> Iterator[tuple[str, Tables]]:
    """Yield the files, by name, in which is made again what the journal has after step `seq` and they have not."""
    from tui.store.maintenance.restore import replay

    lines = list(folder.journal.lines_after(seq))
    names = {change[0] for line in lines for change in line.says.get("changes", ())}
    for name in sorted(filter(is_journalled, names)):
        held = _held_at(folder, name, seq)
        tables = {key: dict(table) for key, table in (held or folder.fresh_tables(name)).items()}
        # What lies beside a file may be older than the checkpoint, if the clock did not go on after the file was written.
        if replay(tables, folder.journal.entries_for(name) if held else lines, name) or held:
            yield name, tables


def _held_at(folder: BriefingFolder, name: str, seq: int) -> Tables | None:
    """Return what a file held after step `seq`, or before, that has its name on the disk and no bytes; else None.

    So a power cut leaves a file that was not waited for. Where there was none yet, the journal has all of it.
    """
    with suppress(OSError):
        if not read_regular(folder.root / name).strip(b"\0"):
            made = (line for line in folder.journal.entries_for(name) if line.seq <= seq)
            new = seq >= 0 and not any(
                change[0] == name for line in made for change in line.says.get("changes", ())
            )
            return read_generation(folder.root / name) or (empty_tables() if new else None)
    return None


def _mend_journal(folder: BriefingFolder, *, cut_short: bool) -> None:
    """Take what is torn out of the journal, keeping a copy.

    Where a step was `cut_short`, a torn last line is that step's: it was never acknowledged, nothing
    is lost, and there is nothing to tell.
    """
    from tui.store.maintenance.restore import quarantine

    journal = folder.journal
    if folder.is_clone():
        journal.append({"op": "create"})
        return
    missing = journal.state()[1] == 0
    left = any(True for _ in journal.lines(parsed=False))
    kept = quarantine(folder.root, NAME)
    torn = left and cut_short and journal.damaged_line_count() == 1
    journal.keep_whole_lines()
    if torn:
        return
    lost = "its last line" if left else "all earlier steps"
    where = "" if missing else f"; the damaged one is kept as {kept}"
    folder.warn(f"{journal.path}: {'it is empty' if missing else 'damaged'}; undo forgot {lost}{where}")

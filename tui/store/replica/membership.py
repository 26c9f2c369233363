"""Which archive a briefing is fed from: `steps/archive.json`, beside the steps.

`address` is without a password, `id` the archive's own, `seq` up to where its steps were taken in, `mark` what tells the
last of them from another of that number. `query` says which part of it this is, "" for all. `role` is what one may bring
there, as it said last. `elsewhere` are, as pairs of table and id, what a part cannot know to be there: events, tags and
speakers that others took away, and which articles beside the part cannot be without.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from tui.core.records import record
from tui.settings.atomic_files import private_folder, read_regular, write_whole
from tui.store.disk.errors import StoreError, refusal
from tui.store.replica.step_files import ARCHIVE, FOLDER


@record(frozen=True, slots=True)
class Membership:
    """What a briefing knows of its archive."""

    address: str
    id: str
    query: str = ""
    seq: int = 0
    mark: str = ""
    role: str = ""
    elsewhere: Sequence[Sequence[str]] = ()


def membership_of(root: Path) -> Membership | None:
    """Return what the briefing in a folder knows of its archive, None where it has none. Raises `StoreError`."""
    path = root / FOLDER / ARCHIVE
    try:
        return Membership(**json.loads(read_regular(path)))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError) as error:
        raise StoreError(
            f"{path}: says nothing of an archive ({error}); `archive join` writes it anew"
        ) from None


def leave(root: Path) -> None:
    """Forget the archive of a briefing, and of a part the steps, which are not whole. Raises OSError."""
    membership = membership_of(root)
    (root / FOLDER / ARCHIVE).unlink(missing_ok=True)
    if membership and membership.query:
        shutil.rmtree(root / FOLDER)


def write_membership(root: Path, membership: Membership) -> None:
    """Keep what a briefing knows of its archive. Raises `StoreError`."""
    try:
        private_folder(root / FOLDER)
        write_whole(root / FOLDER / ARCHIVE, json.dumps(asdict(membership)).encode() + b"\n")
    except OSError as error:
        raise StoreError(refusal(root, error)) from None

"""What the store says when it cannot do what it was asked."""

from __future__ import annotations

import errno
from pathlib import Path


class StoreError(Exception):
    """One clear line: which file or thing is concerned, and what to do about it."""


class OverwrittenError(StoreError):
    """What a step did was changed by somebody since: it can neither be taken back nor done again."""


def refusal(root: Path, error: OSError) -> str:
    """Return what to say when the disk refused a change."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"{root}: the disk is full; nothing was changed. Make room and try again"
    if error.errno == errno.EFBIG:
        return f"{root}: files may not grow any larger here; nothing was changed"
    return f"{root}: cannot be written to ({error.strerror}); nothing was changed"

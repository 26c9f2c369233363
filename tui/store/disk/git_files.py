"""What a briefing's folder tells Git, for those who keep it there: what is no part of it, and what is not compared."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from tui.settings.atomic_files import write_whole

# The journal is left out as well: two branches could not be joined that both have one, and Git is itself a history.
_IGNORED = """\
# What is derived, of this machine or of the moment, and what Git itself keeps.
/index.sqlite*
/journal.jsonl
/journal/
/steps/
/damaged/
/place.json
/arrivals.json
/drafts.json
/.lock*
/.synced*
/.importing.*
/.place.*
/.pending/
/.sessions/
*.bak
*.new
"""
_ATTRIBUTES = """\
# Bytes as they are, whatever a machine ends its lines with; a document a line.
* -text
*.gz binary
# For those who keep the journal and copies too: not worth comparing.
journal.jsonl -diff
*.bak -diff
"""
_FILES = {".gitignore": _IGNORED, ".gitattributes": _ATTRIBUTES}


def write_git_files(root: Path) -> None:
    """Put the two files into a briefing's folder where they are not; what the reader made of them stays."""
    for name, text in _FILES.items():
        if not (root / name).exists():
            with suppress(OSError):  # nothing else depends on them
                write_whole(root / name, text.encode(), sync=False)


def is_kept_by_git(root: Path) -> bool:
    """Tell whether a briefing's folder is the top of a work tree: what is missing there is what Git took away."""
    return (root / ".git").exists()

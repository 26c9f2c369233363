"""When something was done, as its reader sees it"""

from __future__ import annotations

from time import gmtime, strftime

from tui.core.text import one_line


def utc_now() -> str:
    """Return the present time to the second (ISO 8601, UTC)."""
    return strftime("%Y-%m-%dT%H:%M:%SZ", gmtime())


def local_time(at: str) -> str:
    """Return the reader's local day and time of an ISO time: "2025-07-01 14:05"; what is none, as it is."""
    from datetime import datetime

    try:
        return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return at


def byline(creator: str, created: str, modified: str = "", *, time: bool = False) -> str:
    """Return who wrote something and when, and when it was changed: "ida, 2025-07-01, changed 2025-07-03".

    Days are the reader's own; `time` adds the time of day.
    """
    written, changed = (local_time(at) if time else local_time(at)[:10] for at in (created, modified))
    said = [creator, written, f"changed {changed}" if changed not in ("", written) else ""]
    return ", ".join(filter(None, map(one_line, said)))

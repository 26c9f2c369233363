"""How long what is under way still takes, by how it went in the last minute: what was known already goes faster. Pure."""

from __future__ import annotations

from collections import deque

_WINDOW = 60.0  # seconds that are looked back
_STEP = 1.0  # between two looks that are kept
_ENOUGH = 5.0  # seconds after which something can be told
_MINUTE, _HOUR = 60, 3600


class Pace:
    """What was seen of one thing that is under way."""

    def __init__(self) -> None:
        self._seen: deque[tuple[float, int]] = deque()

    def left(self, now: float, done: int, total: int) -> str:
        """Return how long it still takes, as `12 min left`, "" where that cannot be told; `now` is in seconds."""
        if not self._seen or now - self._seen[-1][0] >= _STEP:
            self._seen.append((now, done))
        while len(self._seen) > 1 and now - self._seen[1][0] >= _WINDOW:
            self._seen.popleft()
        since, before = self._seen[0]
        if now - since < _ENOUGH or done <= before or done >= total:
            return ""
        return _told((total - done) * (now - since) / (done - before))


def _told(seconds: float) -> str:
    if seconds < _MINUTE:
        return "less than a minute left"
    if seconds < _HOUR:
        return f"{round(seconds / _MINUTE)} min left"
    return f"{seconds / _HOUR:.1f} h left"

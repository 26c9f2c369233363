"""What the reading of a page may take of the machine before the page is refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from tui.core.records import record
from tui.settings.paths import SettingsError

_BOUNDS = {
    "seconds": (1, 86_400),
    "memory": (200, 1_000_000),  # a process that has read nothing yet holds some 100 MB
    "workers": (0, 1_000),
}


@record(frozen=True, slots=True)
class PageBudget:
    """Seconds of computing, MB of the process that reads it, and how many are read at once (0: one a core)."""

    seconds: float = 20.0
    memory: int = 500
    workers: int = 0

    def with_values(self, given: Mapping[str, object]) -> PageBudget:
        """Return the budget with other values. Raises `SettingsError` that begins with the name of a bad one."""
        for name, value in given.items():
            number = isinstance(value, int | float) and not isinstance(value, bool)
            least, most = _BOUNDS[name]
            # nan is between no two numbers
            if not number or not least <= value <= most or (name != "seconds" and value != int(value)):  # type: ignore[operator,call-overload]
                raise SettingsError(f"{name}: write a number, {least} to {most}")
        return replace(self, **given)  # type: ignore[arg-type]

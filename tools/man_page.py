"""The manual page, made from the parser when a wheel is built: `python -m tools.man_page` prints it.

Helps of verbs hold tables and examples, so they stand as they are printed in a terminal.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any


def _hook() -> Any:
    """Return what hatchling asks hooks to be; anything, where the page is printed from a checkout without it."""
    try:
        from hatchling.builders.hooks.plugin.interface import BuildHookInterface
    except ImportError:
        return object
    return BuildHookInterface


_Hook: Any = _hook()
ROOT = Path(__file__).resolve().parents[1]
_COLUMNS = 78


def man_page() -> str:
    """Return the page of all verbs, in the language of man(7)."""
    from tui import __version__
    from tui.cli.completion import verbs_of
    from tui.cli.parser import parser

    os.environ["COLUMNS"] = str(_COLUMNS)
    top = parser()
    parts = [
        f'.TH BRIEFING-TUI 1 "" "briefing-tui {__version__}"\n.nh\n.SH NAME\n'
        "briefing\\-tui \\- read a dossier in the terminal\n",
        _section("USE", top.format_help()),
    ]
    for name, verb in verbs_of(top).items():
        parts.append(_section(name.upper(), verb.format_help()))
    return "".join(parts)


def _section(title: str, text: str) -> str:
    lines = (line.replace("\\", "\\e").replace("-", "\\-") for line in text.rstrip().split("\n"))
    told = "\n".join(f"\\&{line}" if line[:1] in (".", "'") else line for line in lines)
    return f".SH {title}\n.nf\n{told}\n.fi\n"


class ManPageHook(_Hook):
    """Puts the page into the wheel, from where it is installed as share/man/man1/briefing-tui.1."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, dict[str, str]]) -> None:
        """Make the page; an installation that leads to the checkout has none."""
        if version == "editable":
            return
        sys.path.insert(0, str(ROOT))
        self._made = TemporaryDirectory()  # until the wheel is built
        page = Path(self._made.name) / "briefing-tui.1"
        page.write_text(man_page(), encoding="utf-8")
        build_data["shared_data"][str(page)] = "share/man/man1/briefing-tui.1"


if __name__ == "__main__":
    sys.stdout.write(man_page())

"""The screen as a picture for a report."""

from __future__ import annotations

import re
from typing import Any, Literal

from textual.app import App

_FETCHED = re.compile(r',\s*url\("https?:[^"]*"\) format\("\w+"\)')


def picture(app: App[Any], kind: Literal["svg", "png"], title: str) -> bytes:
    """Return the screen as it is. What opens the SVG takes a font of its machine, and asks nobody for one.

    Raises ImportError where the package that makes PNGs is missing.
    """
    svg = _FETCHED.sub("", app.export_screenshot(title=title))
    if kind == "svg":
        return svg.encode("utf-8", "replace")
    from resvg_py import svg_to_bytes

    # Of the fonts of the machine; that which Textual names is on few.
    return bytes(svg_to_bytes(svg.replace("Fira Code", "monospace"), zoom=2.0))

"""The colours of a terminal that has only 256 of them, or 16: for each that is asked for, the nearest there is.

Left to itself Rich takes a cell of a coarse cube, and a tint of brown behind a row comes out red, a warm
white as sulphur.
"""

from __future__ import annotations

from functools import lru_cache

from rich.color import Color, ColorType
from rich.segment import Segment
from rich.style import Style
from rich.terminal_theme import DEFAULT_TERMINAL_THEME
from textual.color import Color as Blended
from textual.color import rgb_to_lab
from textual.filter import LineFilter

NUMBERS = {"256": range(16, 256), "standard": range(16)}  # the first 16 look otherwise in every terminal
_TOO_NEAR = 12  # in lightness, of 100: letters that are that near to what is behind them cannot be read


class TerminalPalette(LineFilter):
    """Draws with the colours that `color_system` has: "256" or "standard"."""

    def __init__(self, color_system: str) -> None:
        super().__init__()
        self._labs = {number: _lab(Color.from_ansi(number)) for number in NUMBERS[color_system]}
        self._style = lru_cache(1024)(self._nearest_style)

    def apply(self, segments: list[Segment], background: Blended) -> list[Segment]:
        """Return the segments in colours that there are."""
        del background  # each segment has its own
        return [Segment(text, style and self._style(style), control) for text, style, control in segments]

    def _nearest_style(self, style: Style) -> Style:
        behind = style.bgcolor and self._nearest(style.bgcolor)
        color = style.color and self._nearest(style.color, apart_from=behind)
        return style + Style(color=color, bgcolor=behind)

    def _nearest(self, color: Color, *, apart_from: Color | None = None) -> Color:
        """Return the nearest colour, for letters one that can be read on what is behind them."""
        if color.type is not ColorType.TRUECOLOR:
            return color
        wanted = _lab(color)
        behind = _lab(apart_from)[0] if apart_from else -100.0
        legible = [number for number, lab in self._labs.items() if abs(lab[0] - behind) > _TOO_NEAR]
        return Color.from_ansi(min(legible, key=lambda number: _distance(wanted, self._labs[number])))


def _lab(color: Color) -> tuple[float, float, float]:
    red, green, blue = color.get_truecolor(DEFAULT_TERMINAL_THEME)
    lab = rgb_to_lab(Blended(red, green, blue))
    return lab.L, lab.a, lab.b


def _distance(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    return sum((left - right) ** 2 for left, right in zip(one, other, strict=True))

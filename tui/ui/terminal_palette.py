"""The colours of a terminal that has only 256 of them, 16 or none: for each that is asked for, the nearest there is.

Left to itself Rich takes a cell of a coarse cube, and a tint of brown behind a row comes out red, a warm
white as sulphur. A theme of muted colours would be grey among 16: there it has black, white, and colours of its hues.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from math import atan2, pi

from rich.color import Color, ColorType
from rich.segment import Segment
from rich.style import Style
from rich.terminal_theme import DEFAULT_TERMINAL_THEME
from textual.color import Color as Blended
from textual.color import rgb_to_lab
from textual.filter import LineFilter
from textual.theme import Theme

_NUMBERS = {"256": range(16, 256), "standard": range(16)}  # the first 16 look otherwise in every terminal
_APART = 9  # in lightness: a ground that differs so much from the page is seen as one
_FAINT = 0.75  # of the contrast of plain letters: what has less is quiet
_TOO_NEAR = {
    "256": 12,
    "standard": 40,
}  # in lightness, of 100: nearer to what is behind them letters cannot be read


def in_few_colors(theme: Theme) -> Theme:
    """Return a theme as 16 colours have it; one of the terminal's own colours as it is.

    What is quiet (`muted` among its variables) is the grey that is on the side of the letters: the other one some
    terminals have as dark as their page.
    """
    colors = theme.to_color_system().generate()
    if colors["background"].startswith("ansi"):
        return theme
    page, letters, quiet = (
        ("#000000", "#ffffff", "#c0c0c0") if theme.dark else ("#ffffff", "#000000", "#808080")
    )
    own = {name: _of_its_hue(colors[name], page) for name in ("primary", "accent", "error", "success")}
    return Theme(
        name=theme.name,
        dark=theme.dark,
        foreground=letters,
        background=page,
        surface=page,
        panel=page,
        primary=own["primary"],
        accent=own["accent"],
        error=own["error"],
        success=own["success"],
        variables={"muted": quiet},
    )


def _of_its_hue(color: str, page: str) -> str:
    """Return the one of the 16 colours that is nearest in hue, and then in lightness, of those seen on the page."""
    own, behind = (rgb_to_lab(Blended.parse(each)) for each in (color, page))
    hue = atan2(own.b, own.a)

    def distance(number: int) -> tuple[float, float]:
        its_light, its_red, its_yellow = _lab(Color.from_ansi(number))
        turn = abs(atan2(its_yellow, its_red) - hue)
        return round(min(turn, 2 * pi - turn), 1), abs(its_light - own.L)

    seen = [
        number
        for number in (*range(1, 7), *range(9, 15))
        if abs(_lab(Color.from_ansi(number))[0] - behind.L) > _TOO_NEAR["standard"]
    ]
    return Color.from_ansi(min(seen, key=distance)).get_truecolor(DEFAULT_TERMINAL_THEME).hex


class TerminalPalette(LineFilter):
    """Draws with the colours that `color_system` has: "256" or "standard"."""

    def __init__(self, color_system: str) -> None:
        super().__init__()
        self._labs = [(*_lab(Color.from_ansi(number)), number) for number in _NUMBERS[color_system]]
        self._too_near = _TOO_NEAR[color_system]
        self._style = lru_cache(1024)(self._nearest_style)
        self._nearest = lru_cache(1024)(self._nearest_color)

    def apply(self, segments: list[Segment], background: Blended) -> list[Segment]:
        """Return the segments in colours that there are."""
        del background  # each segment has its own
        return [Segment(text, style and self._style(style), control) for text, style, control in segments]

    def _nearest_style(self, style: Style) -> Style:
        behind = style.bgcolor and self._nearest(style.bgcolor, None)
        return style + Style(color=style.color and self._nearest(style.color, behind), bgcolor=behind)

    def _nearest_color(self, color: Color, behind: Color | None) -> Color:
        """Return the nearest colour, for letters one that can be read on what is `behind` them."""
        if color.type is not ColorType.TRUECOLOR:
            return color
        light, red, yellow = _lab(color)
        dark = _lab(behind)[0] if behind else -100.0
        legible = (
            ((own_light - light) ** 2 + (own_red - red) ** 2 + (own_yellow - yellow) ** 2, number)
            for own_light, own_red, own_yellow, number in self._labs
            if abs(own_light - dark) > self._too_near
        )
        return Color.from_ansi(min(legible)[1])


class Colourless(LineFilter):
    """Draws with none, as NO_COLOR asks: what is quiet in the theme is dim, what has a ground of its own reversed."""

    def __init__(self, variables: Callable[[], Mapping[str, str]]) -> None:
        """`variables` returns those of the theme."""
        super().__init__()
        self._variables = variables
        self._style = lru_cache(1024)(self._plain)

    def apply(self, segments: list[Segment], background: Blended) -> list[Segment]:
        """Return the segments without colours."""
        del background
        variables = self._variables()
        page, letters = variables["background"], variables["foreground"]
        return [
            Segment(text, style and self._style(style, page, letters, text.isspace()), control)
            for text, style, control in segments
        ]

    def _plain(self, style: Style, page: str, letters: str, blank: bool) -> Style:
        base, full = (rgb_to_lab(Blended.parse(each)).L for each in (page, letters))
        color, behind = (style.bgcolor, style.color) if style.reverse else (style.color, style.bgcolor)
        ground = _lab(behind)[0] if behind and not behind.is_default else base
        light = _lab(color)[0] if color and not color.is_default else full
        reverse = abs(ground - base) > _APART
        faint = not reverse and abs(light - ground) < _FAINT * abs(full - base)
        # which a reversed row would hide
        lined = style.underline or (reverse and style.reverse and not blank)
        return style.without_color + Style(
            dim=faint, reverse=reverse, underline=lined, meta=style.meta or None
        )


def _lab(color: Color) -> tuple[float, float, float]:
    """Return a colour by how light it is, how red or green, how yellow or blue: as far apart as colours look."""
    lab = rgb_to_lab(Blended(*color.get_truecolor(DEFAULT_TERMINAL_THEME)))
    return lab.L, lab.a, lab.b

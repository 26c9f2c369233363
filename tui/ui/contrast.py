"""Colours that can be told from what is behind them, made from those of any theme.

By the ratio of WCAG 2 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio): 4.5 for letters, 3 for rules and bars.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from textual.color import Color, Lab, lab_to_rgb, rgb_to_lab
from textual.theme import Theme

LETTERS, LINES = 4.5, 3.0
_CURSOR = 0.18  # of the accent, behind the row under the cursor
_ROW = (
    0.22  # of the accent, behind the row of a list: what 256 colours have too, in every theme that is offered
)
_TYPED = 0.05  # of the foreground, behind a line that is typed into
_STEPS = 40


def ratio(one: Color, other: Color) -> float:
    """Return the contrast of two colours, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: Color) -> float:
    red, green, blue = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in color.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def legible(variables: Mapping[str, str]) -> dict[str, str]:
    """Return our own colours beside the variables of a theme, each as near to what the theme would have as can be seen.

    `muted` and `accented` are for letters; `edge`, `scroll` and `border-blurred` for what is drawn; what begins with
    `block-cursor` for the row of a list, which has the accent and no other colour of the theme. Those of a
    theme of the terminal's own colours, which nobody here knows, stay as they are.
    """
    if _is_unknown(variables):
        names = {"muted": "text-muted", "accented": "text-accent", "edge": "accent", "scroll": "secondary"}
        return {ours: variables[name] for ours, name in names.items()}
    text, accent, rule, bar = (
        Color.parse(variables[name]) for name in ("foreground", "accent", "border-blurred", "panel-lighten-2")
    )
    grounds = grounds_of(variables)
    flat = grounds[:2]
    row = grounds[1].blend(accent, _ROW).hex
    return {
        "block-cursor-background": row,
        "block-cursor-blurred-background": row,
        "block-cursor-foreground": text.hex,
        "muted": _toned(grounds[0].blend(text, 0.6), text, grounds, LETTERS),
        "accented": _toned(accent, text, grounds, LETTERS),
        "edge": _toned(accent, text, flat, LINES),
        "scroll": _toned(bar, text, flat, LINES),
        "border-blurred": _toned(rule, text, flat, LINES),
    }


def grounds_of(variables: Mapping[str, str]) -> list[Color]:
    """Return what letters stand on: the page, what lies over it, the row under the cursor, a line that is typed into."""
    page, above, accent, panel, text = (
        Color.parse(variables[name]) for name in ("background", "surface", "accent", "panel", "foreground")
    )
    return [page, above, page.blend(accent, _CURSOR), panel.blend(text, _TYPED)]


def _is_unknown(variables: Mapping[str, str]) -> bool:
    return any(variables[name].startswith("ansi") for name in ("background", "foreground"))


def _toned(wanted: Color, text: Color, grounds: Sequence[Color], least: float) -> str:
    """Return a colour that is `wanted`, as light or dark as it takes to be seen, of the same hue."""
    own, aim = rgb_to_lab(wanted), rgb_to_lab(text).L
    shades = (
        lab_to_rgb(Lab(own.L + (aim - own.L) * step / _STEPS, own.a, own.b)).clamped for step in range(_STEPS)
    )
    return next(
        (each for each in shades if all(ratio(each, ground) >= least for ground in grounds)), text
    ).hex


def legible_themes(themes: Iterable[Theme]) -> list[Theme]:
    """Return the themes whose letters can be read on the page, under the cursor and in dialogs; ours come first."""
    return sorted(filter(_is_legible, themes), key=lambda each: not each.name.startswith("reading"))


def _is_legible(theme: Theme) -> bool:
    variables = {**theme.to_color_system().generate(), **theme.variables}
    if _is_unknown(variables):
        return False
    ours = legible(variables)
    letters = [Color.parse(each) for each in (variables["foreground"], ours["muted"], ours["accented"])]
    return all(ratio(each, ground) >= LETTERS for each in letters for ground in grounds_of(variables))

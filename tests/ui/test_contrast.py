"""Every theme that is offered can be read: letters 4.5 to 1, rules and scroll bars 3 to 1 (WCAG 2)."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from tests.ui.test_terminal_palette import cells
from tui.store.briefing import Briefing
from tui.ui.app import BriefingApp
from tui.ui.contrast import grounds_of, legible_themes, ratio
from tui.ui.theme_app import READING_ROOM, READING_ROOM_LIGHT

ALL = (READING_ROOM, READING_ROOM_LIGHT, *BUILTIN_THEMES.values())
DRAWN = set("─━│┃╭╮╰╯▁▂▃▄▅▆▇█▌▐▕▏")


def test_the_ratio_is_that_of_the_specification() -> None:
    assert ratio(Color.parse("#fff"), Color.parse("#000")) == pytest.approx(21)
    assert ratio(Color.parse("#777"), Color.parse("#fff")) == pytest.approx(4.48, abs=0.01)


def test_ours_come_first_and_those_of_unknown_colours_are_left_out() -> None:
    names = [theme.name for theme in legible_themes(ALL)]
    assert names[:2] == ["reading-room", "reading-room-light"]
    assert {"textual-dark", "nord", "gruvbox", "dracula"} <= set(names)
    assert not [name for name in names if name.startswith("ansi")]


@pytest.mark.parametrize("theme", legible_themes(ALL), ids=lambda theme: theme.name)
def test_a_theme_that_is_offered_can_be_read(theme: Theme, store: Path) -> None:
    briefing = Briefing.open(store)
    app = BriefingApp(briefing)
    app.theme = theme.name
    variables = app.get_css_variables()
    briefing.close()
    grounds = grounds_of(variables)
    for ground in grounds:
        for name in ("foreground", "muted", "accented"):
            assert ratio(Color.parse(variables[name]), ground) >= 4.5, (name, ground)
    for ground in grounds[:2]:
        for name in ("edge", "scroll", "border-blurred"):
            assert ratio(Color.parse(variables[name]), ground) >= 3, (name, ground)


@pytest.mark.parametrize("theme", [READING_ROOM.name, READING_ROOM_LIGHT.name])
async def test_what_is_drawn_can_be_read(theme: str, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    faint = {}
    for char, color, behind in await cells(store, theme, "truecolor", monkeypatch):
        if char.isspace():
            continue
        found = ratio(Color(*color), Color(*behind))
        if found < (3 if char in DRAWN else 4.5):
            faint[char, color, behind] = round(found, 1)
    assert faint == {}

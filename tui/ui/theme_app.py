"""How the application is drawn: the theme it wears, those of ours beside it, what of them the terminal has; and anew."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from rich.terminal_theme import DEFAULT_TERMINAL_THEME
from textual.actions import SkipAction
from textual.app import App
from textual.binding import Binding, BindingType
from textual.filter import LineFilter
from textual.screen import ModalScreen
from textual.theme import Theme

from tui.settings import state
from tui.ui.contrast import legible

if TYPE_CHECKING:
    from textual.driver import Driver

_DIALOGS, _FEW_COLORS = (Path(__file__).with_name(f"{name}.tcss") for name in ("dialogs", "few_colors"))


READING_ROOM = Theme(
    name="reading-room",
    primary="#d9a05b",
    accent="#d9a05b",
    secondary="#8fa7b3",
    foreground="#d8d3c8",
    background="#16171a",
    surface="#1d1f23",
    panel="#26282d",
    warning="#d9a05b",
    error="#e07a6a",
    success="#9ab87a",
    dark=True,
)
READING_ROOM_LIGHT = Theme(
    name="reading-room-light",
    primary="#8a4b12",
    accent="#8a4b12",
    secondary="#4a6472",
    foreground="#2a2722",
    background="#f7f3ea",
    surface="#efe9dc",
    panel="#e5decf",
    warning="#8a4b12",
    error="#a5301c",
    success="#4c6b2a",
    dark=False,
)


class ThemeApp(App[int]):
    """An application whose style sheets are read once for each theme that is worn."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+l", "repaint", priority=True)]

    _colors_of: str | None = None  # the theme whose colours are reckoned
    _begun = False
    _few = False  # whether the terminal has but 16 colours
    _worn: tuple[Theme | None, Theme] = None, READING_ROOM  # a theme, and what these have for it

    def action_repaint(self) -> None:
        """Draw a dialog anew, and what lies behind it; where the key is its own, or in the table of keys, that is done."""
        dialog = self.screen
        if not isinstance(dialog, ModalScreen) or "ctrl+l" in dialog._bindings.key_to_bindings:
            raise SkipAction
        self.refresh(layout=True)

    def get_driver_class(self) -> type[Driver]:
        """Return Textual's driver, for a browser the one whose packets stay whole."""
        found = super().get_driver_class()
        if found.__name__ != "WebDriver":
            return found
        from tui.ui.browser_driver import BrowserDriver

        return BrowserDriver

    def __init__(self, driver_class: type[Driver] | None = None) -> None:
        super().__init__(driver_class=driver_class)
        self._palette: tuple[LineFilter, ...] = ()
        if self.no_color:
            from tui.ui.terminal_palette import Colourless

            self._palette = (Colourless(lambda: self.theme_variables),)
        elif (colors := self.console.color_system) in ("256", "standard"):
            from tui.ui.terminal_palette import TerminalPalette

            self._palette = (TerminalPalette(colors),)
            self._few = colors == "standard"
            if self._few:
                self.stylesheet.read(_FEW_COLORS)
            # What lies behind a dialog is drawn with them twice: they are to stay what they are.
            self.ansi_theme_dark = self.ansi_theme_light = DEFAULT_TERMINAL_THEME
        self._colors_of = ""
        self.register_theme(READING_ROOM)
        self.register_theme(READING_ROOM_LIGHT)
        self.wear(state.get_theme())

    def wear(self, theme: str) -> None:
        """Take a theme, or the program's own where there is none of that name, and where no colour is to be seen."""
        own = self.no_color or theme not in self.available_themes
        self.theme = READING_ROOM.name if own else theme
        if not self.is_running:  # once it runs, the style sheets follow by themselves
            self.stylesheet.set_variables(self.get_css_variables())

    @property
    def current_theme(self) -> Theme:
        """The theme that is worn, as the terminal can have it."""
        theme = super().current_theme
        if not self._few:
            return theme
        if theme is not self._worn[0]:  # which every line that is painted asks for
            from tui.ui.terminal_palette import in_few_colors

            self._worn = theme, in_few_colors(theme)
        return self._worn[1]

    def get_css_variables(self) -> dict[str, str]:
        """Return the colours of the theme, and ours beside them; none before the first is worn."""
        if self._colors_of not in (None, self.theme):
            variables = super().get_css_variables()
            own = self.current_theme.variables if self._few else {}
            self.theme_variables = {**variables, **legible(variables), **own}
            self._colors_of = self.theme
        return self.theme_variables

    def refresh_css(self, animate: bool = True) -> None:
        """Read the style sheets anew for another theme: the first is told of when they are read, and no screen is there."""
        if self._begun:
            super().refresh_css(animate)
        self._begun = True

    def read_dialogs(self) -> None:
        """Read what dialogs and lines to type in look like, which the first paint does not wait for; once."""
        if not self.stylesheet.has_source(str(_DIALOGS), ""):
            self.stylesheet.read(_DIALOGS)
            self.stylesheet.parse()

    def push_screen(self, *given: Any, **named: Any) -> Any:
        """As Textual does; a dialog that comes early finds its style sheet."""
        self.read_dialogs()
        return super().push_screen(*given, **named)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Draw with the colours that the terminal has."""
        return [*super().get_line_filters(), *self._palette]

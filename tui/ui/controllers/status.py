"""The lines above and below the panes: what is open, what goes on, what was just said, the keys of the moment."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, cast

from tui.settings.actions import ACTIONS, BY_ID, key_name
from tui.ui import format
from tui.ui.panes.status_line import MessageOverlay, StatusLine

if TYPE_CHECKING:
    from textual.timer import Timer

    from tui.ui.app import BriefingApp
    from tui.ui.main_screen import MainScreen

MESSAGE_SECONDS = 8
READ_SECONDS = 2  # after which the next key takes a message away


class StatusController:
    """What stands at the edges of one main screen. `message` is what the bottom line says for a while."""

    def __init__(self, screen: MainScreen) -> None:
        self.screen = screen
        self.message = ""
        self._quiet = False
        self._said = 0.0
        self._timer: Timer | None = None

    @property
    def _app(self) -> BriefingApp:
        return cast("BriefingApp", self.screen.app)

    def fits(self, message: str) -> bool:
        """Tell whether a message can be read whole in the bottom line."""
        return len(message) <= self._app.size.width - 10

    def say(self, message: str, *, quiet: bool = False) -> None:
        """Show a message for a while; one that is not `quiet` is shown whole."""
        self.message, self._quiet, self._said = message, quiet, monotonic()
        if self._timer:
            self._timer.stop()
        self._timer = self.screen.set_timer(MESSAGE_SECONDS, self._hush)
        self.refresh()

    def key_pressed(self) -> None:
        """Take a message away that was there long enough to be read."""
        if self.message and monotonic() - self._said > READ_SECONDS:
            self._hush()

    def _hush(self) -> None:
        self.message = ""
        self.refresh()

    def refresh(self) -> None:
        """Write both lines anew."""
        screen = self.screen
        if not screen.children:  # still taking up the place, before there are panes
            return
        left, right = screen.briefing.title, format.counted(len(screen.rows), "event")
        if screen.sample:
            left, right = f"{left} · sample", "i imports your own pages"
        if screen.doers.made("background_job") and screen.beside.running:
            right = screen.beside.told
        elif screen.indexing:
            right = screen.indexing
        elif screen.briefing.read_only:
            right = "read-only"
        screen.query_one("#top", StatusLine).put(left, right)
        help_hint = f"{key_name(self._app.keys_of(BY_ID['help'])[0])} help"
        said = self.message or self._hints(len(help_hint))
        long = screen.query_one("#bottom", StatusLine).put(said, help_hint)
        screen.query_one("#said", MessageOverlay).put(self.message if long and not self._quiet else "")

    def _hints(self, taken: int) -> str:
        """Return the keys of the pane, or of what is selected or marked, as many as fit: half a word teaches nothing."""
        screen = self.screen
        room = self._app.size.width - taken - 6
        told = [(one.id, one.label) for one in ACTIONS if screen.pane[0] in one.hint]
        said = ""
        if (picker := screen.doers.made("text_selection")) and picker.on:
            told = list(picker.hints)
        elif (marker := screen.doers.made("bulk_selection")) and marker.on:
            told, said = list(marker.hints), marker.says
        for action, label in told:
            hint = f"{key_name(self._app.keys_of(BY_ID[action])[0])} {label}"
            if len(said) + len(hint) + 2 <= room:
                said += f"  {hint}" if said else hint
        return said

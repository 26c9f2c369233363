"""The lines above and below the panes: what is open, what goes on, what was just said, the keys of the moment."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from tui.settings.actions import ACTIONS, BY_ID, key_name
from tui.ui import format
from tui.ui.availability import is_available

if TYPE_CHECKING:
    from textual.timer import Timer

    from tui.ui.context import Context

MESSAGE_SECONDS = 8
READ_SECONDS = 2  # after which the next key takes a message away


class StatusController:
    """What stands at the edges of one main screen. `message` is what the bottom line says for a while,
    `job` what the top line says of work beside the reader, "" for none.
    """

    def __init__(self, context: Context) -> None:
        self.context = context
        self.message = ""
        self.job = ""
        self._quiet = False
        self._said = 0.0
        self._timer: Timer | None = None

    def say(self, message: str, *, quiet: bool = False) -> None:
        """Show a message for a while; one that is not `quiet` is shown whole."""
        self.message, self._quiet, self._said = message, quiet, monotonic()
        if self._timer:
            self._timer.stop()
        self._timer = self.context.app.set_timer(MESSAGE_SECONDS, self._hush)
        self.context.refresh_lines()

    def key_pressed(self) -> None:
        """Take a message away that was there long enough to be read."""
        if self.message and monotonic() - self._said > READ_SECONDS:
            self._hush()

    def _hush(self) -> None:
        self.message = ""
        self.context.refresh_lines()

    def refresh(self) -> None:
        """Write both lines anew."""
        context = self.context
        left, right = context.briefing.title, format.counted(len(context.open.rows), "event")
        if context.sample:
            left, right = f"{left} · a sample, in our own words", "i imports your own pages"
        if came := context.news.arrived:
            right = f"{came} · {key_name(context.program.keys_of(BY_ID['arrived'])[0])} goes there"
        right = self.job or context.news.indexing or ("read-only" if context.briefing.read_only else right)
        help_hint = f"{key_name(context.program.keys_of(BY_ID['help'])[0])} help"
        said = self.message or self._hints(len(help_hint))
        context.panes.put_lines((left, right), (said, help_hint), "" if self._quiet else self.message)

    def _hints(self, taken: int) -> str:
        """Return the keys that do something now, as many as fit: half a word teaches nothing."""
        context = self.context
        room = context.app.size.width - taken - 6
        mode = context.mode
        sign = "m" if mode in ("select", "mark") else context.panes.current[0]
        said = self._marked() if mode == "mark" else ""
        for action in ACTIONS:
            if sign in action.hint and is_available(action, context):
                hint = f"{key_name(context.program.keys_of(action)[0])} {action.label}"
                if len(said) + len(hint) + 2 <= room:
                    said += f"  {hint}" if said else hint
        return said

    def _marked(self) -> str:
        from tui.ui.controllers.bulk_selection import BulkSelectionController

        return self.context.controller(BulkSelectionController).says

"""The lines above and below the panes: what is open, what goes on, what was just said, the keys of the moment."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from tui.settings.actions import BY_ID, Action, footer, key_name
from tui.ui import format
from tui.ui.availability import is_available
from tui.ui.controllers.registry import Controller
from tui.ui.panes.footer import KeyHint

if TYPE_CHECKING:
    from textual.timer import Timer

    from tui.ui.context import Context, Holds
    from tui.ui.first_sight import FirstSight

MESSAGE_SECONDS = 8
_GLANCE_SECONDS = 1.0  # that a message needs to be seen, and then for each of its letters
_LETTER_SECONDS = 1 / 30

_LISTS_NEXT = {"article": "statements", "event": "all events", "briefing": "this article"}
"""What the key that lists the quotes otherwise shows next, by what is listed."""


class StatusController(Controller):
    """What stands at the edges of one main screen. `message` is what stands over the foot of the panes for a while,
    `job` what the top line says of work beside the reader, "" for none, `begun` what the foot says of something that
    the next key of its kind ends, `failures` how many pages failed that the reader was not shown yet, `left_out` how much
    of others was left out, `everywhere` whether a search is in all panes.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.message = ""
        self.job = ""
        self.begun = ""
        self.failures = self.left_out = 0
        self.everywhere = False
        self._quiet = False
        self._explains = False  # while the reader has pressed nothing yet, or leaves
        self._said = 0.0
        self._holds: Holds | None = None
        self._timer: Timer | None = None
        self._first_sight: FirstSight | None = None

    def say(
        self, message: str, *, quiet: bool = False, patient: bool = False, holds: Holds | None = None
    ) -> None:
        """Show a message for a while; see `Context.say`."""
        if patient and self.message and not self._quiet:
            return
        self.message, self._quiet, self._said, self._holds = message, quiet, monotonic(), holds
        self._hush_in(MESSAGE_SECONDS)
        self.context.refresh_lines()

    def tell_mistakes(self) -> None:
        """Say what is wrong in config.toml; the top line goes on saying that something is, until the reader asks."""
        program = self.context.program
        if program.config.mistakes and not program.mistakes_seen:
            told, key = "\n".join(map(str, program.config.mistakes)), self.context.key("palette")
            self.say(
                f"! The default stands in for what is wrong in config.toml, which {key} settings opens.\n{told}"
            )

    def key_pressed(self) -> None:
        """The reader goes on: take a message away, once it was there long enough to be read."""
        self._explains = True
        if self.message:
            left = self._said + _GLANCE_SECONDS + len(self.message) * _LETTER_SECONDS - monotonic()
            self._hush_in(left) if left > 0 else self._hush()

    def _hush_in(self, seconds: float) -> None:
        if self._timer:
            self._timer.stop()
        self._timer = self.context.app.set_timer(min(seconds, MESSAGE_SECONDS), self._hush)

    def _hush(self) -> None:
        self.message = ""
        self.context.refresh_lines()

    def end(self) -> None:
        """Take the message away, and explain nothing that would not be seen any more."""
        self._explains = False
        self._hush()

    def refresh(self) -> None:
        """Write both lines anew."""
        context = self.context
        if self._holds and not self._holds():
            self.message, self._holds = "", None
        occupied = self.message or context.mode or context.app.screen.is_modal
        if self._explains and not occupied and (word := self._explained()):
            self.say(word, quiet=True, holds=lambda: not context.app.screen.is_modal)
            return
        left, right = context.briefing.title, format.counted(len(context.open.rows), "event")
        if context.sample:
            left, right = (
                f"{left} · a sample, in our own words",
                f"{context.key('import')} imports your own pages",
            )
        if came := context.news.arrived:
            right = f"{came} · {context.key('arrived')} goes there"
        if lost := self.untold():
            right = f"{right} · {lost}, {context.key('import')} lists them"
        if (wrong := context.program.config.mistakes) and not context.program.mistakes_seen:
            right = (
                f"{format.counted(len(wrong), 'mistake')} in config.toml · {context.key('palette')} settings"
            )
        right = "read-only" if context.briefing.read_only else right
        right = (
            f"gone: {context.key('briefings')} opens another"
            if context.gone
            else self.job or context.news.indexing or right
        )
        if context.news.archive.away:
            right = f"archive away · {right}" if right else "archive away"
        context.panes.put_lines((left, right), self.message, quiet=self._quiet)
        mode = context.mode
        about = self._marked() if mode == "mark" else "" if context.app.screen.is_modal else self.begun
        context.panes.put_footer(about, self._hints(mode or context.panes.current), self._help())

    def untold(self) -> str:
        """Return how much failed and was left out that the reader was not shown yet, "" where nothing was."""
        counts = ((self.failures, "failed"), (self.left_out, "left out"))
        return ", ".join(f"{count} {what}" for count, what in counts if count)

    def _explained(self) -> str:
        """Return what a word means that is in sight for the first time, "" where there is none."""
        context, pane = self.context, self.context.panes.current
        titles = ["saved search"] if pane == "events" and context.briefing.views() else []
        if pane == "quotes" and context.listing.scope != "article":
            titles = ["whose quotes"]
        if self._first_sight is None:
            from tui.ui.first_sight import FirstSight

            self._first_sight = FirstSight()
        return self._first_sight.explain(context.open, pane, titles)

    def _hints(self, place: str) -> list[KeyHint]:
        """Return the keys of a pane or a mode that do something now; none behind a dialog, which says its own."""
        context = self.context
        if context.app.screen.is_modal:
            return []
        return [
            self._hint(action, called) for action, called in footer(place) if is_available(action, context)
        ]

    def _help(self) -> KeyHint:
        """Return the key of the help, behind a dialog the one that no line of text takes for itself."""
        hint = self._hint(BY_ID["help"])
        return hint._replace(key="F1") if self.context.app.screen.is_modal else hint

    def _hint(self, action: Action, called: str = "") -> KeyHint:
        keys = self.context.program.keys_of(action)
        if action.mode == "search":  # where letters go to the line
            keys = [key for key in keys if len(key) > 1]
            called = "only here" if action.id == "widen_search" and self.everywhere else called
        if action.id == "whose_quotes":
            called = _LISTS_NEXT[self.context.listing.scope]
        return KeyHint(key_name(keys[0]) if keys else ":", called or action.label, action.id)

    def _marked(self) -> str:
        from tui.ui.controllers.bulk_selection import BulkSelectionController

        return self.context.controller(BulkSelectionController).says

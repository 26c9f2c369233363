"""The application: one briefing at a time on the main screen, themes, and the way between briefings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ScreenError
from textual.binding import Binding, BindingType
from textual.events import Click, Event, Key, Paste
from textual.geometry import Offset
from textual.screen import ModalScreen

from tui.core import garbage
from tui.core.text import clean, one_line
from tui.settings import paths, state
from tui.settings.actions import Action, keys_of
from tui.settings.config import Config
from tui.store import library
from tui.store.briefing import Briefing, StoreError
from tui.store.library import BriefingInfo
from tui.ui import departure
from tui.ui.controllers import registry
from tui.ui.main_screen import MainScreen
from tui.ui.messages import BriefingMoved
from tui.ui.panes.article_layout import MEASURE
from tui.ui.reader_cursor import chosen_row
from tui.ui.theme_app import ThemeApp
from tui.ui.type_ahead import TypeAhead

if TYPE_CHECKING:
    from textual.driver import Driver
    from textual.timer import Timer

    from tui.settings.last_frame import ShownFrame
    from tui.ui.context import Context, ShelfMove
    from tui.ui.controllers.background_job import Job


_PAUSE = 2.0  # seconds without a key after which the next one is not near
_READ_ONLY = "This briefing was opened to be read only."


class BriefingApp(ThemeApp):
    """briefing-tui on the screen."""

    TITLE = "briefing-tui"
    CSS_PATH = "briefing.tcss"
    # Whether a dialog at the foot leaves the footer beside it in view.
    HORIZONTAL_BREAKPOINTS = [(0, "-filled"), (105, "-beside")]
    ENABLE_COMMAND_PALETTE = False  # opened by our own key, with our own table
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit_now", priority=True),
        Binding("f1", "help", priority=True),
        Binding("f2", "save_screen", priority=True),
    ]

    def __init__(
        self,
        briefing: Briefing,
        *,
        name: str = "",
        chosen: Config | None = None,
        read_only: bool = False,
        shown: ShownFrame | None = None,
    ) -> None:
        super().__init__(driver_class=_takeover(shown) if shown else None)
        self.read_only = read_only
        if read_only:
            briefing.bar(_READ_ONLY)
        self.shown = shown
        self.last_screen = ""  # for the next start
        self.briefing = briefing
        self.briefing_name = name
        self.config = chosen or Config()
        self.mistakes_seen = False
        self.reshelved: ShelfMove | None = None
        self.waiting: list[tuple[Context, Job]] = []
        self._type_ahead = TypeAhead(self, super().on_event, lambda: self.main)
        self._pause: Timer | None = None

    @property
    def cursor_position(self) -> Offset:
        """Where the terminal's cursor stands, so that a screen reader follows: on the row that is chosen."""
        try:
            return chosen_row(self.screen) or self._input_position
        except ScreenError:  # while the screen is changing
            return self._input_position

    @cursor_position.setter
    def cursor_position(self, position: Offset) -> None:
        self._input_position = position

    def get_default_screen(self) -> MainScreen:
        """Begin with the main screen, so that no other is laid out first."""
        return self._main_screen()

    async def on_event(self, event: Event) -> None:
        """Let keys come in their order, and clean what is pasted: terminals end its lines as they like."""
        if isinstance(event, Key) and self._pause:
            self._pause.reset()
        if isinstance(event, Key) and self._type_ahead.holds(event):
            event.stop()
            return
        if isinstance(event, Paste) and not event.is_forwarded:
            from textual.widgets import Input

            event.text = clean(event.text)
            line = self.focused
            if "\n" in event.text and isinstance(line, Input) and not getattr(line, "takes_pages", False):
                event.text = one_line(event.text)
        await super().on_event(event)

    def on_mount(self) -> None:
        """Look whether the terminal is there, and what can be thrown away once no key has come for a while."""
        self._pause = self.set_interval(_PAUSE, self._sweep, pause=True)
        if not (self.is_headless or self.is_web):
            self.set_interval(1.0, self._leave_if_unheard)

    def _sweep(self) -> None:
        if self._pause:
            self._pause.pause()
        self.run_worker(garbage.sweep, thread=True, group="sweep")

    def _leave_if_unheard(self) -> None:
        """End the program when its terminal is gone though the hang-up did not end it (as under nohup).

        Nothing can be drawn or tidied up any more, and all that was written is on the disk already.
        """
        import os
        import select

        terminal = select.poll()
        terminal.register(0, 0)  # a hang-up is reported unasked
        if any(what & (select.POLLHUP | select.POLLERR | select.POLLNVAL) for _, what in terminal.poll(0)):
            self.main.place.save()
            self.briefing.close()
            os._exit(129)

    def _main_screen(self) -> MainScreen:
        return MainScreen(self.briefing, sample=self.briefing_name == library.SAMPLE)

    def keys_of(self, action: Action) -> Sequence[str]:
        return keys_of(action, self.config.keys)

    @property
    def text_width(self) -> int:
        return self.config.width or state.get_text_width()

    @property
    def counts_statements(self) -> bool:
        return self.config.count == "statements" if self.config.count else state.counts_statements()

    def take_config(self, chosen: Config) -> None:
        if chosen.theme:
            self.wear(chosen.theme)
        self.config, self.mistakes_seen = chosen, False
        if self.is_running:
            self.main.bind_keys()
            self.main.status.tell_mistakes()
            self.main.text_width = self.text_width or MEASURE
            self.main.statements_counted.begin(on=self.counts_statements)

    @property
    def main(self) -> MainScreen:
        return next(screen for screen in reversed(self.screen_stack) if isinstance(screen, MainScreen))

    async def on_click(self, event: Click) -> None:
        """Leave a dialog where the mouse clicks beside it, as by Esc."""
        if isinstance(event.widget, ModalScreen) and event.widget is self.screen:
            event.stop()
            self.simulate_key("escape")

    async def action_quit_now(self) -> None:
        """Quit from anywhere."""
        self.leave("quit_now")

    def leave(self, action: str) -> None:
        main = self.main
        if self.waiting:
            from tui.ui.controllers.background_job import BackgroundJobs

            if main.controller(BackgroundJobs).holds_back(action):
                return
        main.status.end()
        # What has keys of its own is not what the next start begins with.
        keeps = self.screen is main and not (main.mode or main.search.asked)
        main.leaves = not departure.unsaved(main)
        self.run_worker(self._end(keeps=keeps), group="end", exclusive=True)

    async def _end(self, *, keeps: bool) -> None:
        if not await departure.saved(self.main):
            return
        main = self.main
        main.leaves = True
        if keeps and self.screen is main:
            self.last_screen = await departure.last_screen(main)
        main.place.save()
        self.exit()

    def first_shown(self) -> None:
        if self.shown:
            self.shown.let_go()

    def warm(self) -> None:
        self.read_dialogs()
        self.run_worker(registry.warm, thread=True, group="warm")

    async def action_help(self) -> None:
        """Help with whatever is open."""
        from tui.ui.controllers.program import ProgramController

        self.main.controller(ProgramController).do_help()

    async def action_save_screen(self) -> None:
        """Save a picture of whatever is open."""
        from tui.ui.controllers.program import ProgramController

        self.main.controller(ProgramController).save_screen()

    async def switch_to(self, name: str, *, moved: bool = False) -> None:
        """Open another briefing, or this one where it was `moved`; one that can't be opened leaves all as it is."""
        main = self.main
        try:
            if self.read_only and name.startswith("+"):
                raise StoreError(_READ_ONLY)
            info = library.create_briefing(name[1:]) if name.startswith("+") else library.find_briefing(name)
            if info.path == self.briefing.path:
                return
            briefing = open_briefing(info.path)
        except (paths.SettingsError, StoreError, OSError) as error:
            main.say(f"! {error}")
            return
        main.place.save()
        if moved:  # its old folder, where that would be written, is no more
            briefing.save_place(main.place.now())
        self.briefing.close()
        await self._show(briefing, info.name)

    @on(BriefingMoved)
    async def follow(self, message: BriefingMoved) -> None:
        """Open the briefing where another program has put it, and say so."""
        from tui.ui.controllers.drafts import DraftController

        self.main.controller(DraftController).move_to(message.path)
        await self.switch_to(message.name, moved=True)
        self.main.say(message.said)

    async def reshelve(self, move: Callable[[], BriefingInfo]) -> bool:
        """Close the briefing, `move` its folder, and open what that returns; False where it cannot be moved.

        `move` raises `SettingsError` then, and the briefing opens again as it was.
        """
        self.main.place.save()
        self.briefing.close()
        problem, there = "", BriefingInfo(self.briefing_name, self.briefing.path)
        try:
            there = move()
            briefing = open_briefing(there.path)
        except (paths.SettingsError, StoreError, OSError) as error:
            problem, briefing = f"! {error}", open_briefing(there.path)
        await self._show(briefing, there.name)
        if problem:
            self.main.say(problem)
        return not problem

    async def _show(self, briefing: Briefing, name: str) -> None:
        self.briefing, self.briefing_name = briefing, name
        if self.read_only:
            briefing.bar(_READ_ONLY)
        else:
            library.set_last(name)
        # Textual can't take away the screen an app began with; it stays below, and rests.
        if len(self.screen_stack) == 1:
            await self.push_screen(self._main_screen())
        else:  # not awaited: the screen that goes may be the one that asked, and would wait for its own end
            self.switch_screen(self._main_screen())

    def _fatal_error(self) -> None:
        """End after an error; where it goes is for whoever started the app to say, not for a page of code."""
        self._close_messages_no_wait()


def _takeover(shown: ShownFrame) -> type[Driver]:
    from tui.ui.takeover import takeover_of

    return takeover_of(shown)


def open_briefing(path: Path, *, create: bool = False) -> Briefing:
    """Open a briefing whose first screen can be shown. Raises `StoreError`."""
    briefing = Briefing.open(path, create=create)
    try:  # what the screen begins with; it is kept in memory, so that nothing is read twice
        briefing.rows(), briefing.tags(), briefing.views(), briefing.speakers()
    except StoreError:
        briefing.close()
        raise
    return briefing

"""The shelf of briefings: another one opened, begun, renamed, laid away, deleted and taken back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from tui.core.text import one_line
from tui.settings.paths import SettingsError, briefings_dir
from tui.store import library, shelf
from tui.ui.choice import Choice
from tui.ui.controllers.background_job import BackgroundJobs, key_of
from tui.ui.dialogs.base import ChoiceList, Prompt

if TYPE_CHECKING:
    from tui.ui.context import Context, Doer

_ABOUT_SAMPLE = "the sample, in our own words"
_OF_THIS = {
    "rename_briefing": "Rename this briefing",
    "archive_briefing": "Lay this briefing in the archive",
    "delete_briefing": "Delete this briefing",
}


class BriefingController:
    """What is done with briefings as a whole."""

    def __init__(self, context: Context) -> None:
        self.context = context

    def doers(self) -> dict[str, Doer]:
        """Return its methods, by the ids of the actions they do."""
        return {
            "briefings": self.briefings,
            "rename_briefing": self.rename,
            "archive_briefing": partial(self.lay_away, "archived"),
            "delete_briefing": partial(self.lay_away, "deleted"),
        }

    def briefings(self) -> None:
        """List the briefings, and apart from them those laid away; Enter opens one, a new name begins one."""
        context = self.context
        there = library.list_briefings()
        choices = [Choice(info.name, info.title, self._remark(info)) for info in there]
        if all(info.name != library.SAMPLE for info in there):
            choices.append(Choice(library.SAMPLE, "The sample", _ABOUT_SAMPLE))
        choices += [
            Choice(f"back/{info.name}", info.title, f"{each} · Enter takes it back")
            for each in shelf.SHELVES
            for info in shelf.shelved(each)
        ]
        if self._can_move():
            choices += [Choice(f"do/{action}", label, "") for action, label in _OF_THIS.items()]

        async def choose(chosen: str | None) -> None:
            what, _, name = (chosen or "").rpartition("/")
            if what == "do":
                await context.act(name)
            elif what == "back":
                await self._take_back(name)
            elif chosen:
                await context.program.switch_to(chosen)

        chosen = next((info.name for info in there if self._is_open(info)), library.SAMPLE)
        context.push(ChoiceList("Briefings", choices, new="Begin a new one:", chosen=chosen), choose)

    def _is_open(self, info: library.BriefingInfo) -> bool:
        return info.path == self.context.briefing.path

    def _remark(self, info: library.BriefingInfo) -> str:
        about = _ABOUT_SAMPLE if info.name == library.SAMPLE else info.name
        return f"{about} · open now" if self._is_open(info) else about

    def _can_move(self) -> bool:
        """Tell whether the briefing that is open is one of the data folder, which alone are put in order."""
        return self.context.briefing.path.parent == briefings_dir()

    def _refused(self) -> bool:
        """Say why the briefing that is open cannot be moved; False where it can."""
        running = self.context.controller(BackgroundJobs).running
        if running:
            self.context.say(f"{running.capitalize()}: try again when it has ended.")
        elif not self._can_move():
            self.context.say(
                f"{self.context.briefing.path} is a folder of your own: move it as you move others."
            )
        return bool(running) or not self._can_move()

    def rename(self) -> None:
        """Ask what the briefing is to be called."""
        context = self.context
        old = context.briefing.path.name

        async def typed(new: str | None) -> None:
            if new and new.strip() and new.strip() != old:
                name = one_line(new)
                await self._move(
                    lambda: shelf.rename_briefing(old, name), f"“{old}” is called “{name}” from now on."
                )

        if not self._refused():
            context.push(Prompt(f"Rename “{old}” to", old), typed)

    async def lay_away(self, where: shelf.Shelf) -> None:
        """Lay the briefing on a shelf, and open another."""
        name = self.context.briefing.path.name

        def move() -> library.BriefingInfo:
            shelf.shelve(name, where)
            return next(iter(library.list_briefings()), None) or library.sample()

        until = ", until you quit" if where == "deleted" else ""
        if not self._refused():
            key = key_of(self.context, "briefings")
            await self._move(move, f"{where.capitalize()} “{name}” · {key} takes it back{until}")

    async def _move(self, move: Callable[[], library.BriefingInfo], said: str) -> None:
        program = self.context.program
        if await program.reshelve(move):
            program.main.say(said)

    async def _take_back(self, name: str) -> None:
        try:
            info = shelf.take_back(name)
        except SettingsError as error:
            self.context.say(f"! {error}")
            return
        await self.context.program.switch_to(info.name)

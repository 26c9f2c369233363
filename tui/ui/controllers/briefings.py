"""The shelf of briefings: another one opened, begun, renamed, laid away, deleted and taken back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial, partialmethod
from typing import TYPE_CHECKING

from tui.core.text import one_line
from tui.settings.glossary import GLOSSARY
from tui.settings.paths import SettingsError, briefings_dir
from tui.store import library, shelf
from tui.ui.choice import Choice
from tui.ui.context import ShelfMove
from tui.ui.controllers.background_job import BackgroundJobs
from tui.ui.controllers.drafts import DraftController
from tui.ui.controllers.registry import Controller
from tui.ui.dialogs.base import Prompt
from tui.ui.dialogs.choice_list import ChoiceList, named

if TYPE_CHECKING:
    from tui.ui.context import Program

_ABOUT_SAMPLE = "the sample, in our own words"
_BEGIN = "do/begin"
_OF_THIS = {
    "rename_briefing": "Rename this briefing",
    "archive_briefing": "Lay this briefing in the archive",
    "delete_briefing": "Delete this briefing",
}


class _BriefingList(ChoiceList):
    """The list of briefings; what is typed may be the name of a new one, so the row that asks for one goes."""

    def fitting(self, typed: str) -> list[Choice]:
        """Return the choices that fit what is typed."""
        return [each for each in super().fitting(typed) if not typed or each.id != _BEGIN]

    def what_enter_does(self, row: Choice) -> str:
        """Return what becomes of a briefing: nothing is saved here."""
        if row.id == _BEGIN or row.id.startswith("+"):
            return "begins it"
        where, _, _ = row.id.rpartition("/")
        return f"{'does' if where == 'do' else 'takes back' if where else 'opens'} {named(row)}"


def _problem(name: str, old: str = "") -> str:
    """Return why a briefing, called `old` by now, cannot have a name; "" where it can, or keeps its own."""
    try:
        if name and name.casefold() != old.casefold():
            library.free_name(one_line(name))
    except SettingsError as error:
        return str(error)
    return ""


class BriefingController(Controller):
    """What is done with briefings as a whole."""

    def do_briefings(self) -> None:
        """List the briefings, and apart from them those laid away; Enter opens one, a new name begins one."""
        context = self.context
        there = library.list_briefings()
        choices = [Choice(_BEGIN, "Begin a new one…", GLOSSARY["briefing"])]
        choices += [Choice(info.name, info.title, self._remark(info)) for info in there]
        if all(info.name != library.SAMPLE for info in there):
            choices.append(Choice(library.SAMPLE, "The sample", _ABOUT_SAMPLE))
        choices += [
            Choice(f"{each}/{info.name}", info.title, f"{each} · Enter takes it back", acts=True)
            for each in shelf.SHELVES
            for info in shelf.shelved(each)
        ]
        if self._can_move():
            choices += [Choice(f"do/{action}", label, acts=True) for action, label in _OF_THIS.items()]

        async def choose(chosen: str) -> None:
            what, _, name = chosen.rpartition("/")
            if chosen == _BEGIN:
                self._begin()
            elif what == "do":
                await context.act(name)
            elif shelf_named := next((each for each in shelf.SHELVES if each == what), None):
                await self.take_back(name, shelf_named)
            else:
                await context.program.switch_to(chosen)

        chosen = next((info.name for info in there if self._is_open(info)), library.SAMPLE)
        context.choose(_BriefingList("Briefings", choices, new="Begin a new one:", chosen=chosen), choose)

    def _begin(self) -> None:
        """Ask what a new briefing is to be called, and begin it."""
        program = self.context.program

        async def typed(name: str) -> None:
            if name:
                await program.switch_to(f"+{one_line(name)}")

        line = Prompt("Name of the new briefing", enter="begins it", check=_problem)
        self.context.controller(DraftController).ask(line, typed, "briefings")

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

    def do_rename_briefing(self) -> None:
        context = self.context
        old = context.briefing.path.name

        async def typed(new: str) -> None:
            if new and new != old:
                await self._rename(old, one_line(new))

        if not self._refused():
            line = Prompt(f"Rename “{old}” to", old, check=partial(_problem, old=old))
            context.controller(DraftController).ask(line, typed, "rename_briefing")

    async def _rename(self, old: str, new: str) -> None:
        program = self.context.program
        said = f"“{old}” is called “{new}” from now on · {self.context.key('undo')} undoes"
        if await self._move(lambda: shelf.rename_briefing(old, new), said):
            now = program.main.briefing.path.name
            program.reshelved = ShelfMove(
                partial(_renamed, program, now, old), partial(_renamed, program, old, now)
            )

    async def rename_to(self, old: str, new: str) -> None:
        """Give the briefing another name, if it is the one called `old`."""
        if self.context.briefing.path.name == old and not self._refused():
            await self._move(lambda: shelf.rename_briefing(old, new), f"It is called “{new}” again")

    async def lay_away(self, where: shelf.Shelf) -> None:
        """Lay the briefing on a shelf, and open another."""
        name = self.context.briefing.path.name
        there: list[library.BriefingInfo] = []

        def move() -> library.BriefingInfo:
            there.append(shelf.shelve(name, where))
            return next(iter(library.list_briefings()), None) or library.sample()

        until = f" for {shelf.KEPT} days" if where == "deleted" else ""
        if not self._refused():
            undo, key = self.context.key("undo"), self.context.key("briefings")
            said = f"{where.capitalize()} “{name}” · {undo} or {key} takes it back{until}"
            program = self.context.program
            if await self._move(move, said):
                program.reshelved = ShelfMove(
                    partial(_taken_back, program, there[0].name, where),
                    partial(_laid_away, program, name, where),
                )

    async def _move(self, move: Callable[[], library.BriefingInfo], said: str) -> bool:
        program = self.context.program
        done = await program.reshelve(move)
        if done:
            program.main.say(said)
        return done

    async def take_back(self, name: str, where: shelf.Shelf) -> None:
        """Take a briefing from a shelf, and open it."""
        try:
            info = shelf.take_back(name, [where])
        except SettingsError as error:
            self.context.say(f"! {error}")
            return
        program = self.context.program
        await program.switch_to(info.name)
        program.main.say(f"Took back “{info.title}”, which was {where}")

    do_archive_briefing = partialmethod(lay_away, "archived")
    do_delete_briefing = partialmethod(lay_away, "deleted")


async def _renamed(program: Program, old: str, new: str) -> None:
    await program.switch_to(old)
    await program.main.controller(BriefingController).rename_to(old, new)


async def _taken_back(program: Program, name: str, where: shelf.Shelf) -> None:
    await program.main.controller(BriefingController).take_back(name, where)


async def _laid_away(program: Program, name: str, where: shelf.Shelf) -> None:
    await program.switch_to(name)
    if program.main.briefing.path.name == name:
        await program.main.controller(BriefingController).lay_away(where)

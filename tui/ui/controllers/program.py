"""The keys of the whole program: help, all actions by name, themes, the way to other briefings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.settings.actions import ACTIONS, key_name
from tui.store import library
from tui.ui.availability import is_available
from tui.ui.choice import Choice
from tui.ui.dialogs.base import ChoiceList
from tui.ui.dialogs.help_screen import HelpScreen

if TYPE_CHECKING:
    from tui.ui.context import Context, Doer

_ABOUT = (
    "briefing-tui where says where the briefing and config.toml lie;",
    "keys are changed there, under [keys], by the ids in the README's table.",
)
_ABOUT_SAMPLE = "to try things on, in our own words"
_NOT_BY_NAME = ("palette", "down", "up", "enter", "back")


class ProgramController:
    """What has nothing to do with what is open."""

    def __init__(self, context: Context) -> None:
        self.context = context

    def doers(self) -> dict[str, Doer]:
        """Return its methods, by the ids of the actions they do."""
        return {"help": self.help, "palette": self.palette, "theme": self.theme, "briefings": self.briefings}

    def help(self) -> None:
        """Show all keys, those that do nothing now in grey."""
        context = self.context
        available = {action.id for action in ACTIONS if is_available(action, context)}
        context.push(HelpScreen(context.program.keys_of, available, _ABOUT))

    def palette(self) -> None:
        """Offer what can be done now by name."""
        context = self.context
        choices = [
            Choice(action.id, action.help, " ".join(key_name(key) for key in context.program.keys_of(action)))
            for action in ACTIONS
            if action.id not in _NOT_BY_NAME and is_available(action, context)
        ]

        async def run(chosen: str | None) -> None:
            if chosen:
                await context.act(chosen)

        context.push(ChoiceList("What to do", choices), run)

    def theme(self) -> None:
        """Choose a theme; it shows at once and is remembered."""
        app = self.context.app
        themes = sorted(app.available_themes.values(), key=lambda each: not each.name.startswith("reading"))
        choices = [Choice(each.name, each.name, "dark" if each.dark else "light") for each in themes]

        def choose(chosen: str | None) -> None:
            if chosen:
                app.theme = chosen

        self.context.push(ChoiceList("Theme", choices, chosen=app.theme), choose)

    def briefings(self) -> None:
        """List the briefings; Enter opens one, a new name begins one."""
        context = self.context
        there = library.list_briefings()
        choices = [
            Choice(info.name, info.title, _remark(info, is_open=info.path == context.briefing.path))
            for info in there
        ]
        if all(info.name != library.SAMPLE for info in there):
            choices.append(Choice(library.SAMPLE, "The sample", _ABOUT_SAMPLE))

        async def choose(chosen: str | None) -> None:
            if chosen:
                await context.program.switch_to(chosen)

        chosen = next((info.name for info in there if info.path == context.briefing.path), library.SAMPLE)
        context.push(ChoiceList("Briefings", choices, new="Begin a new one:", chosen=chosen), choose)


def _remark(info: library.BriefingInfo, *, is_open: bool) -> str:
    about = _ABOUT_SAMPLE if info.name == library.SAMPLE else info.name
    return f"{about} · open now" if is_open else about

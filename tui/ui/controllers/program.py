"""The keys of the whole program: help, all actions by name, themes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.settings.actions import ACTIONS, key_name
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
_NOT_BY_NAME = ("palette", "down", "up", "enter", "back")


class ProgramController:
    """What has nothing to do with what is open."""

    def __init__(self, context: Context) -> None:
        self.context = context

    def doers(self) -> dict[str, Doer]:
        """Return its methods, by the ids of the actions they do."""
        return {"help": self.help, "palette": self.palette, "theme": self.theme}

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

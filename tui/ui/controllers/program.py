"""The keys of the whole program: help, all actions by name, themes."""

from __future__ import annotations

import io
import re
from functools import partial, partialmethod
from typing import Literal

from textual.app import SuspendNotSupported
from textual.binding import Binding
from textual.widgets import Static

from tui.settings import state
from tui.settings.actions import ACTIONS, key_name
from tui.settings.atomic_files import write_whole
from tui.settings.config_reader import load_config
from tui.settings.config_template import TEMPLATE
from tui.settings.paths import config_file
from tui.settings.state import TEXT_WIDTHS
from tui.ui import format
from tui.ui.availability import is_available, is_bound
from tui.ui.choice import Choice
from tui.ui.contrast import legible_themes
from tui.ui.controllers.registry import Controller
from tui.ui.controllers.saved_searches import SavedSearchController
from tui.ui.dialogs.choice_list import ChoiceList, LiveList
from tui.ui.dialogs.help_screen import HelpScreen, HelpSection, KeyHelp
from tui.ui.dialogs.palette import Palette
from tui.ui.panes.article_layout import MEASURE
from tui.ui.text_editor import ask_first, edit

_RECENT = 5


def _about(key: format.KeyOf) -> tuple[str, ...]:
    return (
        f"Keys and the theme are set in config.toml: “settings” in {key('palette')} opens it.",
        f"It lies at {config_file()}.",
        "briefing-tui where says where all else lies.",
    )


class ProgramController(Controller):
    """What has nothing to do with what is open."""

    def do_help(self) -> None:
        """Explain the keys of the place one is in, a dialog too, then the others; those that do nothing now in grey."""
        context = self.context
        if isinstance(context.app.screen, HelpScreen):
            context.app.screen.dismiss(None)
            return
        reading = not context.app.screen.is_modal
        available = {action.id for action in ACTIONS if reading and is_available(action, context)}
        keys = KeyHelp(context.program.keys_of, available, context.mode or context.panes.current)
        context.push(HelpScreen([*self._of_dialog(), *keys.sections()], _about(context.key), context.key))

    def _of_dialog(self) -> list[HelpSection]:
        """Return what a dialog that is open says of its keys."""
        dialog = self.context.app.screen
        if not dialog.is_modal:
            return []
        title, hint = (
            " ".join(str(each.content) for each in dialog.query(kind).results(Static))
            for kind in (".title", ".hint")
        )
        told = [
            (" ".join(map(key_name, each.key.split(","))), each.description, "")
            for each in dialog.BINDINGS
            if isinstance(each, Binding) and each.description
        ]
        title = re.split(r"\s{3,}", title)[0]  # without what stands at its right
        return [HelpSection(title or "Here", "", told or [("", each, "") for each in hint.split(" · ")])]

    def save_screen(self, kind: Literal["svg", "png"] = "svg") -> None:
        """Save a picture of the screen under a name that is free, where exports go; in a browser, download it."""
        from tui.exchange.exporters.markdown_text import file_stem
        from tui.settings.atomic_files import export_whole
        from tui.ui.context import say_over
        from tui.ui.controllers.export import offered
        from tui.ui.screen_picture import picture

        context = self.context
        path = offered(f".{kind}", context.briefing.title, folder=False)
        try:
            made = picture(context.app, kind, context.briefing.title)
            if context.app.is_web:
                name = f"{file_stem(context.briefing.title)}.{kind}"
                context.app.deliver_binary(io.BytesIO(made), save_filename=name)
                said = f"Your browser downloads {name}"
            else:
                export_whole(path, [made])
                said = f"Saved the screen as {path}"
        except ImportError:
            save = context.key("save_screen")
            said = f"! A PNG wants resvg-py: pip install 'briefing-tui[png]'. {save} saves an SVG."
        except OSError as error:
            said = f"! {path}: {error.strerror or error}"
        say_over(context, said)

    def do_palette(self) -> None:
        """Offer all that can be done now by name, what was chosen lately first."""
        context = self.context
        actions = [action for action in ACTIONS if action.id != "palette" and is_bound(action, context)]
        recent = state.recent_actions()

        saved = {f"saved {each.id}": each for each in context.briefing.views().values()}

        async def run(chosen: str) -> None:
            if chosen in saved:
                await context.controller(SavedSearchController).search(saved[chosen].id)
            else:
                state.set_recent_actions([chosen, *(each for each in recent if each != chosen)][:_RECENT])
                await context.act(chosen)

        context.choose(
            Palette(
                actions, lambda each: is_available(each, context), context.program.keys_of, recent, saved
            ),
            run,
        )

    def do_theme(self) -> None:
        """Choose a theme; each shows as it is highlighted, the one chosen is remembered."""
        context = self.context
        app = context.app
        themes = legible_themes(app.available_themes.values())
        choices = [Choice(each.name, each.name, "dark" if each.dark else "light") for each in themes]

        def choose(chosen: str) -> None:
            state.set_theme(chosen)
            if app.no_color:
                context.say(f"Themes are seen without NO_COLOR: {chosen} is kept for then.")
            elif set_there := context.program.config.theme:
                context.say(f"config.toml has the theme {set_there}: the program begins with that again.")

        context.choose(LiveList("Theme", choices, app.theme, context.program.wear), choose)

    def do_text_width(self) -> None:
        """Choose how wide the text is; each width shows as it is highlighted, the one chosen is remembered."""
        context = self.context
        before = context.text_width

        def show(cells: str) -> None:
            context.text_width = int(cells)

        def choose(chosen: str) -> None:
            show(chosen)
            state.set_text_width(int(chosen))
            if set_there := context.program.config.width:
                context.say(f"config.toml has the width {set_there}: the program begins with that again.")

        widths = sorted({*TEXT_WIDTHS[::4], before})
        choices = [
            Choice(str(cells), f"{cells} columns", "as it comes" if cells == MEASURE else "")
            for cells in widths
        ]
        context.choose(LiveList("Width of the text", choices, str(before), show), choose)

    def do_settings(self) -> None:
        """Open config.toml in the reader's editor; where there are mistakes in it, at the one that is chosen."""
        program = self.context.program
        if not (mistakes := program.config.mistakes):
            self._edit_settings("0")
            return
        program.mistakes_seen = True
        title = f"{format.counted(len(mistakes), 'mistake')} in config.toml"
        choices = [Choice(str(each.line), str(each)) for each in mistakes]
        self.context.choose(
            ChoiceList(
                title,
                choices,
                about=f"The default stands in for each. {config_file()}",
                enter="opens the file there",
            ),
            self._edit_settings,
        )

    def _edit_settings(self, line: str) -> None:
        """Open config.toml at a line, "0" for anywhere."""
        ask_first(self.context, "config.toml", partial(self._edit_there, int(line)))

    def _edit_there(self, line: int) -> None:
        """Open config.toml at a line, and take up what it says then."""
        context, path = self.context, config_file()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if not path.exists():
                write_whole(path, TEMPLATE.encode())
            if status := edit(path, context.app, line):
                context.say(f"! {status} Settings are in {path}.")
                return
        except (OSError, SuspendNotSupported) as error:
            context.say(f"! The editor could not be run: {error} Set $EDITOR, or open {path} yourself.")
            return
        context.program.take_config(load_config(themes=context.app.available_themes))
        if not context.program.config.mistakes:
            context.say(f"Settings are as {path} says now.", quiet=True)

    def do_repaint(self) -> None:
        """Draw the screen anew."""
        self.context.app.refresh(layout=True)

    do_save_screen = partialmethod(save_screen, "svg")
    do_save_screen_png = partialmethod(save_screen, "png")

"""What opens over the main screen: a line at the bottom, a list to choose from."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tui.core.fuzzy_names import fitting
from tui.core.text import fold_case
from tui.ui.choice import Choice
from tui.ui.dialogs.autocomplete import AutocompleteScreen
from tui.ui.dialogs.choice_rows import ChoiceRows
from tui.ui.dialogs.kept_lines import KeptLines
from tui.ui.dialogs.keys_line import KeysLine, fit_height
from tui.ui.dialogs.list_line import ListLine

_BOX, _FRAME = 80, 6  # cells of a list, and of what stands around its rows
_MOST = 300  # choices that are laid out at once; typing finds the others


class Prompt(KeptLines[str]):
    """One line at the foot of the screen, the text above it left in view.

    `legend` stands below the line, `check` returns what is wrong with a text that is not as it is saved, "" for nothing.
    """

    def __init__(
        self,
        title: str,
        value: str = "",
        *,
        enter: str = "saves",
        legend: str = "",
        check: Callable[[str], str] = lambda _: "",
    ) -> None:
        super().__init__(title, {"": value})
        self._enter, self._legend, self._check = enter, legend, check

    def compose(self) -> ComposeResult:
        """A title, the line, what is wrong with it, and what Enter will do."""
        with Vertical(classes="foot"):
            yield Static(self.heading(), classes="title")
            yield Input(self.text_of(), select_on_focus=False)
            if self._legend:
                yield Static(Content(self._legend), classes="legend")
            yield Static(id="problem")
            yield KeysLine(self.hints(f"Enter {self._enter}"))

    @on(Input.Submitted)
    def submit(self, event: Input.Submitted) -> None:
        """Save, unless the text cannot be."""
        value = event.value.strip()
        if value != self.saved[""] and (problem := self._check(value)):
            self.refuse(problem)
        else:
            self.dismiss(value)


class TagPrompt(AutocompleteScreen[list[str]]):
    """Tags on one line, commas between them, completed from the codebook.

    `known` are the names of all tags; `recent` returns those to offer first, and may take its time.
    """

    def __init__(
        self, title: str, present: Sequence[str], known: Sequence[str], recent: Callable[[], Sequence[str]]
    ) -> None:
        super().__init__(title, {"": "".join(f"{name}, " for name in present)})
        self._known, self._recent = list(known), recent

    def on_mount(self) -> None:
        """Ask for what to offer first, beside the keys."""
        self.run_worker(self._ask_recent, thread=True, exit_on_error=False)

    def _ask_recent(self) -> None:
        recent = self._recent()
        if recent and self.is_running:
            self.app.call_from_thread(self._offer_first, recent)

    def _offer_first(self, recent: Sequence[str]) -> None:
        self._known = list(dict.fromkeys((*recent, *self._known)))
        if self.is_mounted and self.query_one(OptionList).highlighted in (None, 0):
            self.offer()

    def compose(self) -> ComposeResult:
        """The tags in use that fit, and the line under them."""
        with Vertical(classes="foot"):
            yield Static(self.heading(), classes="title")
            yield OptionList(compact=True)
            yield ListLine(self.text_of(), placeholder="tag, another tag", select_on_focus=False)
            yield KeysLine(self.hints("Tab completes · ↑ ↓ choose · Enter saves"))

    def changed(self) -> dict[str, str]:
        """Return the line, unless the commas alone are other."""
        found = super().changed()
        return found if any(text.strip(" ,") != self.saved[""].strip(" ,") for text in found.values()) else {}

    def fits(self) -> list[str]:
        """Return the tags that fit what is being typed."""
        *given, typed = self._parts()
        return fitting(typed, self._known, given)

    def takes_first(self) -> bool:
        """Take the best where something is typed."""
        return bool(self._parts()[-1])

    def _parts(self) -> list[str]:
        return [part.strip() for part in self.query_one(Input).value.split(",")]

    def completed(self, at: int | None) -> str:
        """Return the line with the highlighted tag in place of what is being typed."""
        parts = [part for part in self._parts()[:-1] if part]
        return "".join(f"{part}, " for part in [*parts, self.offered[at or 0]])

    @on(Input.Submitted)
    def submit(self) -> None:
        """Enter saves."""
        self.dismiss(list(dict.fromkeys(part for part in self._parts() if part)))


class ChoiceList(ModalScreen[str | None]):
    """A list to choose from, narrowed as one types. Gives the id of the choice.

    `enter` says what Enter does. With `chosen`, the id of what holds now, each row has a mark. With `new`, what is typed
    and fits nothing can be chosen too: it comes back behind a "+". Where labels are `sentences`, remarks stand below them.
    """

    AUTO_FOCUS = "Input"
    AROUND = 7  # lines around the list
    BINDINGS = [
        Binding("escape", "leave", "back", show=False),
        Binding("down", "walk(1)", "next", show=False),
        Binding("up", "walk(-1)", "previous", show=False),
    ]

    def __init__(
        self,
        title: str,
        choices: Sequence[Choice],
        *,
        new: str = "",
        chosen: str = "",
        hint: str = "",
        enter: str = "takes it",
        sentences: bool = False,
    ) -> None:
        super().__init__()
        self._title, self._choices, self._new, self._chosen = title, list(choices), new, chosen
        self._hint, self._enter = hint, enter
        self.shown: list[str] = []
        self._narrowed: str | None = None  # what was typed then
        self._rows = ChoiceRows(choices, chosen or None, below=sentences)

    def compose(self) -> ComposeResult:
        """The line to type in, and the list under it."""
        with Vertical(classes="box"):
            yield Static(Content(self._title), classes="title")
            also = ", or something new" if self._new else ""
            yield ListLine(placeholder=self._hint or f"type to narrow{also}", select_on_focus=False)
            yield Static(classes="heading")
            yield OptionList(compact=True)
            yield KeysLine(f"↑ ↓ choose · Enter {self._enter} · Esc leaves it")

    def heading(self) -> Content:
        """Return what stands over the list, nothing for none."""
        return Content("")

    def fitting(self, typed: str) -> list[Choice]:
        """Return the choices that fit what is typed."""
        words = fold_case(typed).split()
        found = [
            each
            for each in self._choices
            if all(word in fold_case(f"{each.label} {each.remark}") for word in words)
        ]
        if self._new and typed and all(typed != choice.label for choice in found):
            found.append(Choice(f"+{typed}", f"{self._new} {typed}"))
        return found

    def nothing_fits(self) -> str:
        """Return what is said where nothing does."""
        return "Nothing here fits what is typed." if self._choices else "Nothing is here yet."

    def row(self, choice: Choice) -> Content:
        """Return a choice as it stands in the list."""
        return self._rows.row(choice, min(self.app.size.width, _BOX) - _FRAME)

    def on_mount(self) -> None:
        """Show all there is."""
        self.query_one(OptionList).can_focus = False
        self.narrow()
        if self._chosen in self.shown:
            self.query_one(OptionList).highlighted = self.shown.index(self._chosen)

    def on_resize(self) -> None:
        """Lay the rows out for the room there is."""
        options = self.query_one(OptionList)
        fit_height(self, options, self.AROUND)
        at = options.highlighted
        self.narrow()
        options.highlighted = at

    @on(Input.Changed)
    def follow(self) -> None:
        """List what fits what is typed by now: of a burst of keys, word of the letters comes after the next key."""
        if self.query_one(Input).value.strip() != self._narrowed:
            self.narrow()

    def narrow(self) -> None:
        """List what fits."""
        heading = self.heading()
        self.query_one(".heading", Static).update(heading)
        self.query_one(".heading", Static).display = bool(heading.plain)
        self._narrowed = self.query_one(Input).value.strip()
        fitting = self.fitting(self._narrowed)
        self.shown = [choice.id for choice in fitting[:_MOST]]
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options([Option(self.row(choice)) for choice in fitting[:_MOST]])
        if len(fitting) > _MOST:
            options.add_option(Option(f"… and {len(fitting) - _MOST} more: type to narrow", disabled=True))
        if fitting:
            options.highlighted = 0
        else:
            options.add_option(Option(self.nothing_fits(), disabled=True))

    def action_leave(self) -> None:
        """Choose nothing."""
        self.dismiss(None)

    def action_walk(self, step: int) -> None:
        """Move through the list."""
        self.follow()
        options = self.query_one(OptionList)
        if self.shown:
            options.highlighted = ((options.highlighted or 0) + step) % len(self.shown)

    @on(Input.Submitted)
    def submit(self) -> None:
        """Take what is highlighted."""
        at = self.query_one(OptionList).highlighted
        if self.shown and at is not None:
            self.dismiss(self.shown[at])

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self.shown[event.option_index])

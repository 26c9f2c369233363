"""A line at the foot of the screen: a text, or tags."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from tui.core.fuzzy_names import fitting
from tui.core.text import fold
from tui.ui.dialogs.autocomplete import AutocompleteScreen
from tui.ui.dialogs.kept_lines import KeptLines
from tui.ui.dialogs.keys_line import KeysLine
from tui.ui.dialogs.list_line import ListLine


class Prompt(KeptLines[str]):
    """One line at the foot of the screen, the text above it left in view.

    `legend` stands below the line, `check` returns what is wrong with a text that is not as it is saved, "" for nothing.
    ↑ puts the `last` text there that was given here. What is typed first takes the place of a value that is `selected`.
    """

    BINDINGS = [("up", "put_last")]

    def __init__(
        self,
        title: str,
        value: str = "",
        *,
        enter: str = "saves",
        legend: str = "",
        last: str = "",
        selected: bool = False,
        check: Callable[[str], str] = lambda _: "",
    ) -> None:
        super().__init__(title, {"": value})
        self._selected = selected
        self._last, self._enter, self._legend, self._check = last, enter, legend, check

    def compose(self) -> ComposeResult:
        """A title, the line, what is wrong with it, and what Enter will do."""
        with Vertical(classes="foot"):
            yield Static(self.heading(), classes="title")
            yield Input(self.text_of(), select_on_focus=self._selected)
            if self._legend:
                yield Static(Content(self._legend), classes="legend")
            yield Static(id="problem")
            last = f" · ↑ {self._last}" if self._last else ""
            yield KeysLine(self.hints(f"Enter {self._enter}{last}"))

    def action_put_last(self) -> None:
        """Put the last text into the line."""
        if self._last:
            line = self.query_one(Input)
            line.value = self._last
            line.cursor_position = len(self._last)

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
            yield Static(id="new", classes="legend")
            yield KeysLine(self.hints("Tab completes · ↑ ↓ choose · Enter saves"))

    def changed(self) -> dict[str, str]:
        """Return the line, unless the commas alone are other."""
        found = super().changed()
        return found if any(text.strip(" ,") != self.saved[""].strip(" ,") for text in found.values()) else {}

    def offer(self) -> None:
        """Offer what fits, and say which tags Enter would make."""
        super().offer()
        known = set(map(fold, self._known))
        new = [f"“{name}”" for name in dict.fromkeys(self._parts()) if name and fold(name) not in known]
        line = self.query_one("#new", Static)
        line.display = bool(new)
        line.update(Content(f"Enter makes a new tag: {', '.join(new)}"))

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

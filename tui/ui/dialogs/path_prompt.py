"""The line that asks for a path or an address, with paths completed as they are typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.events import Paste
from textual.message import Message
from textual.widgets import Input, OptionList, Static

from tui.ui.dialogs.autocomplete import AutocompleteScreen
from tui.ui.dialogs.keys_line import KeysLine
from tui.ui.dialogs.list_line import ListLine
from tui.ui.panes.wrap import wrap
from tui.workflows.path_completion import completions

_BOX, _FRAME = 104, 4  # cells of the dialog and of what stands around its lines, as the style sheet has them
_SHARE, _ROWS = 0.9, 8  # of the screen, and of what fits, at most, as it has them too
_AROUND = 4  # lines: border, the line to type in, the keys
_LINES = 8  # told of the last import, shown above the line


@dataclass
class PastedPage(Message):
    """A page was pasted where a path is asked for."""

    text: str


class PathLine(ListLine):
    """A line that takes paths, and hands a page on that is pasted."""

    takes_pages = True

    def _on_paste(self, event: Paste) -> None:
        if "\n" in event.text.strip():
            event.stop()
            event.prevent_default()
            self.post_message(PastedPage(event.text))


class PathPrompt(AutocompleteScreen[str]):
    """A path, a folder or an address; a page that is pasted goes to `pasted`. `told` is of the last import.

    What is given waits for what is `running`, "" for nothing.
    """

    def __init__(
        self, pasted: Callable[[str], None], typed: str = "", told: Sequence[str] = (), running: str = ""
    ) -> None:
        then = f", once this has ended: {running}" if running else ""
        super().__init__(f"Import a file, folder or address{then}", {"": ""})
        self._pasted, self._line, self._of_last = pasted, typed, list(told)
        self._told: list[str] = []

    def compose(self) -> ComposeResult:
        """What was told of the last import, the paths that fit, and the line under them."""
        with Vertical(classes="foot path"):
            if self._of_last:
                yield Static(Content("Of the last import"), classes="title")
                lines = self._of_last[:_LINES]
                if more := len(self._of_last) - len(lines):
                    lines = [*lines, f"and {more} more; briefing-tui import in a shell lists all"]
                self._told = [f"  {line}" for line in lines]
                yield Static(Content("\n".join(self._told)), id="failed")
            yield Static(self.heading(), classes="title")
            yield OptionList(compact=True)
            line = self._line or self.text_of()
            yield PathLine(line, placeholder="~/pages/ or https://…", select_on_focus=False)
            yield KeysLine(
                self.hints(
                    "Tab completes · ↑ ↓ choose · Enter imports", "Esc leaves it · a page can be pasted"
                )
            )

    def on_resize(self) -> None:
        """Share the lines there are between what is told and what fits: the line to type in and its keys stay in view."""
        width, height = self.app.size
        cells = min(width, _BOX) - _FRAME
        room = int(height * _SHARE) - _AROUND - len(wrap(self.heading().plain, cells))
        told = sum(len(wrap(line, cells)) for line in self._told)
        told = min(told, max(1, room // 2 - 1))
        for failed in self.query("#failed"):
            failed.styles.max_height = told
            room -= 1 + told
        self.query_one(OptionList).styles.max_height = max(1, min(_ROWS, room))

    @on(PastedPage)
    def _page(self, page: PastedPage) -> None:
        self.dismiss(None)
        self._pasted(page.text)

    def fits(self) -> list[str]:
        """Return the paths that begin so."""
        return completions(self.query_one(Input).value)

    def completed(self, at: int | None) -> str:
        """Return the highlighted path, or else as much as all that fit have in common."""
        return _common(self.offered) if at is None else self.offered[at]

    @on(Input.Submitted)
    def submit(self, event: Input.Submitted) -> None:
        """Enter imports what is written."""
        self.dismiss(event.value.strip())


def _common(names: Sequence[str]) -> str:
    first, last = min(names), max(names)
    same = next(
        (at for at, pair in enumerate(zip(first, last, strict=False)) if pair[0] != pair[1]), len(first)
    )
    return first[:same]

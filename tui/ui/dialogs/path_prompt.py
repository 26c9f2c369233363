"""The line that asks for a path or an address, with paths completed as they are typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

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
from tui.workflows.path_completion import completions

_FAILURES = 5  # of the last import, shown above the line


class PastedPage(Message):
    """A page was pasted where a path is asked for."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text


class PathLine(ListLine):
    """A line that takes paths, and hands a page on that is pasted."""

    takes_pages = True

    def _on_paste(self, event: Paste) -> None:
        if "\n" in event.text.strip():
            event.stop()
            event.prevent_default()
            self.post_message(PastedPage(event.text))


class PathPrompt(AutocompleteScreen[str]):
    """A path, a folder or an address; a page that is pasted goes to `pasted`. `failed` tells of the last import.

    What is given waits for what is `running`, "" for nothing.
    """

    def __init__(
        self, pasted: Callable[[str], None], typed: str = "", failed: Sequence[str] = (), running: str = ""
    ) -> None:
        then = f", once this has ended: {running}" if running else ""
        super().__init__(f"Import a file, folder or address{then}", {"": ""})
        self._pasted, self._line, self._failed = pasted, typed, list(failed)

    def compose(self) -> ComposeResult:
        """What failed last time, the paths that fit, and the line under them."""
        with Vertical(classes="foot"):
            if self._failed:
                yield Static(Content("What failed in the last import"), classes="title")
                lines = self._failed[:_FAILURES]
                if more := len(self._failed) - len(lines):
                    lines = [*lines, f"and {more} more; briefing-tui import in a shell lists all"]
                yield Static(Content("\n".join(f"  {line}" for line in lines)))
            yield Static(self.heading(), classes="title")
            yield OptionList(compact=True)
            line = self._line or self.text_of()
            yield PathLine(line, placeholder="~/pages/ or https://…", select_on_focus=False)
            yield KeysLine(
                self.hints(
                    "Tab completes · ↑ ↓ choose · Enter imports", "Esc leaves it · a page can be pasted"
                )
            )

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

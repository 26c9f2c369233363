"""The line that finds: how far it reaches, what is asked, how much is found; and over it what completes the line."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tui.ui.choice import Choice
from tui.ui.panes.wrap import fit

_QUIET = "$muted"
EVERYWHERE = "everywhere"
_WIDE = 60  # cells of a screen that has room for both labels
_MOST = 8  # lines of what is offered, in a border
_COLUMN = 24  # cells at most of what is offered, before the remark


class _Query(Input):
    """The line itself. A blank typed behind the one that ends a completed value is that one."""

    completed = ""  # what stood before the cursor then
    # What is typed moves nothing on the screen, and Textual would lay all of it out anew for each letter.
    virtual_size = reactive(Size(0, 0), layout=False)

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "space" and self.completed == self.value[: self.cursor_position] != "":
            event.stop()
            event.prevent_default()
        self.completed = ""


class _Label(Static):
    """What stands beside the line."""

    virtual_size = reactive(
        Size(0, 0), layout=False
    )  # as above: the screen was laid out twice for another width


class SearchLine(Horizontal):
    """A line to type in, between two labels. It is there while a search is live."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._told = "", ""

    def compose(self) -> ComposeResult:
        """The reach, the line, the number found."""
        yield _Label(id="reach")
        yield _Query(id="search", select_on_focus=False)
        yield _Label(id="hits")

    @property
    def input(self) -> Input:
        """What is typed into."""
        return self.query_one(Input)

    @property
    def before_cursor(self) -> str:
        """The query as far as the cursor."""
        return self.input.value[: self.input.cursor_position]

    def open(self, text: str, placeholder: str) -> None:
        """Show the line and give it the keys: at once, for what is typed next is for it, and no command."""
        self.display = True
        self.input.placeholder = placeholder
        self.input.value = text
        self.input.select_all()
        self.screen.set_focus(self.input)

    def tell(self, reach: str, hits: str) -> None:
        """Say where is searched, and what came of it."""
        if self._told != (reach, hits):
            self._told = reach, hits
            if self.screen.size.width < _WIDE:
                reach, hits = "all" if reach == EVERYWHERE else "here", hits.partition(" · ")[0]
            for name, text in (("#reach", f"Find {reach}"), ("#hits", hits)):
                label = self.query_one(name, Static)
                label.update(Content(text), layout=False)
                room, cells = label.styles.width, cell_len(text)
                if not room or (room.value != cells and (name == "#reach" or room.value < cells)):
                    label.styles.width = cells  # for which all is laid out: that of the numbers only grows

    def replace(self, start: int, text: str) -> None:
        """Put something in the place of what stands from `start` to the cursor."""
        line = self.query_one(_Query)
        before, rest = line.value[:start] + text, line.value[line.cursor_position :]
        ended = before.endswith(" ")
        line.value = before + (rest.lstrip() if ended else rest)
        line.cursor_position = len(before)
        line.completed = before if ended else ""


class SearchOffers(OptionList):
    """What completes the line, over the foot of the panes, which stay where they are."""

    can_focus = False
    # How many lines there are is known before they are drawn; Textual would lay the screen out again when they are.
    virtual_size = reactive(Size(0, 0), layout=False)

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, compact=True)
        self.offered: tuple[Choice, ...] = ()
        self.display = False

    def put(self, offered: Sequence[Choice]) -> None:
        """Offer other things, none of them chosen yet."""
        if tuple(offered) == self.offered and self.highlighted is None:
            return
        self.offered = tuple(offered)
        self.clear_options()
        column = max((cell_len(choice.label) for choice in offered), default=0)
        self.add_options([Option(_row(choice, min(column, _COLUMN))) for choice in offered])
        self.display = bool(offered)

    @property
    def lines(self) -> int:
        """How many lines it takes."""
        return min(len(self.offered), _MOST) + 2 if self.offered else 0

    @property
    def chosen(self) -> Choice | None:
        """What the reader has walked to."""
        return None if self.highlighted is None or not self.offered else self.offered[self.highlighted]

    async def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take what was clicked, as Enter does."""
        event.stop()
        await self.screen.query_one("#search", Input).action_submit()

    def walk(self, step: int) -> None:
        """Move through what is offered."""
        if self.offered:
            at = min(step, 0) if self.highlighted is None else self.highlighted + step
            self.highlighted = at % len(self.offered)


def _row(choice: Choice, column: int) -> Content:
    label = fit(choice.label, 2 * _COLUMN)
    gap = " " * max(2, column - cell_len(label) + 3)
    return Content(label) + Content.styled(gap + choice.remark, _QUIET)

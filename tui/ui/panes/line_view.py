"""Virtual lines over ScrollView: what a list of 100,000 rows and a long article share.

A widget a row is what makes list widgets slow; here a line becomes cells only when it is on screen.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from itertools import accumulate

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.css.styles import RenderStyles
from textual.dom import DOMNode
from textual.geometry import Offset, Region, Size
from textual.reactive import reactive, var
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.style import Style as TitleStyle

from tui.ui.panes.wrap import Piece, fit

_TABS = {"events": "Events", "article": "Article", "quotes": "Quotes"}


class LineView(ScrollView, can_focus=True):
    """A scrolling pane whose lines are drawn one at a time, when they come into view."""

    UNSEEN = 0  # cells to lay out for before it was ever on screen; 0 where that can wait

    # How much there is to scroll through moves nothing but the scrollbar, and Textual would lay out the whole screen anew.
    virtual_size = reactive(Size(0, 0), layout=False)
    elsewhere: var[tuple[str, ...]] = var((), init=False)
    keys: var[Mapping[str, str]] = var(dict[str, str], init=False)  # that lead to a pane, by its id

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._title_text = self._least = ""
        self._drawn: dict[int, Strip] = {}
        self._styles: dict[str, Style] = {}
        self._wrapped_at = 0
        self._painting = False
        self._fitted: tuple[object, ...] = ()  # what the scrollbar was made for

    # What a pane says of itself.

    def reflow(self, width: int) -> int:
        """Lay the content out for `width` cells and return how many lines it takes."""
        raise NotImplementedError

    def draw(self, y: int, width: int) -> Strip:
        """Return line `y` of the content, `width` cells wide."""
        raise NotImplementedError

    # What they share.

    def put_title(self, text: str, least: str = "") -> None:
        """Show a title behind the pane's key, as it is: a name that looks like markup is none. Then what is out of view.

        `least` is what stays of the title where there is little room; without it what stands before the first dot.
        """
        self._title_text, self._least = text, least
        room = self.app.size.width - 8
        text, least = (self._keyed(self.id or "", each) if each else "" for each in (text, least))
        tabs = self._tabs({pane: self._keyed(pane, name) for pane, name in _TABS.items()})
        if self.elsewhere and cell_len(text) + tabs.cell_length > room:
            text = least or text.partition(" · ")[0]
            if cell_len(text) + tabs.cell_length > room:
                tabs = self._tabs({pane: self.keys.get(pane, name) for pane, name in _TABS.items()})
                text = fit(text, room - tabs.cell_length)
        title = Content(f" {text} ") + tabs + Content(" " if self.elsewhere else "")
        if self._border_title is None or not title.is_same(self._border_title):
            self._border_title = title  # by its public name the whole pane would be painted anew
            left, top = self.content_offset
            self.refresh(Region(-left, -top, self.outer_size.width, 1))

    def _keyed(self, pane: str, title: str) -> str:
        return f"{self.keys[pane]} {title}" if pane in self.keys else title

    def _tabs(self, names: Mapping[str, str]) -> Content:
        """Return the panes that are out of view, by some names, each of which can be clicked."""
        tabs = Content("")
        for pane in self.elsewhere:
            meta = TitleStyle.from_meta({"@click": f"screen.do('{pane}')"})
            tabs += Content("  ") + Content(names[pane]).stylize(meta)
        return tabs

    def watch_elsewhere(self) -> None:
        """Name the panes that are out of view."""
        self.put_title(self._title_text, self._least)

    watch_keys = watch_elsewhere

    def watch_show_vertical_scrollbar(self, shown: bool) -> None:
        """Set a scrollbar that appears to where the text is already: Textual moves only one that is shown."""
        if shown:
            self.vertical_scrollbar.position = self.scroll_y

    @property
    def title_end(self) -> int:
        """The column of the screen where the title ends."""
        return self.region.x + 2 + (self._border_title.cell_length if self._border_title else 0)

    @property
    def cursor_line(self) -> int:
        """The line of the content that the cursor is on, -1 for none."""
        return -1

    @property
    def cursor_place(self) -> Offset | None:
        """Where on the screen that line begins, None where it is not in view."""
        y, region = self.cursor_line - self.scroll_offset.y, self.content_region
        return region.offset + Offset(0, y) if self.cursor_line >= 0 and 0 <= y < region.height else None

    @property
    def columns(self) -> int:
        """How many cells a line has."""
        return max(1, self.scrollable_content_region.width)

    def lay_out(self) -> None:
        """Lay out again: the content or the width has changed.

        A pane that is not on screen has the width it had there; one that never was waits for it.
        """
        width = self.columns if self.size else self._wrapped_at or self.UNSEEN
        if not width:
            return
        self._wrapped_at = width
        self.virtual_size = Size(width, self.reflow(width))
        self._scroll_update(self.virtual_size)
        self.forget_drawn()
        self.refresh()

    def forget_drawn(self) -> None:
        """Let every line be drawn anew when it is next asked for."""
        self._drawn = {}

    def redraw(self) -> None:
        """Draw again what is on screen; the lines are where they were.

        Only those that look different are repainted: of all that a key costs, that is the most.
        """
        before = self._drawn
        self.forget_drawn()
        if not self.size:
            self.refresh()  # it may come back as it was painted last
        top = self.scroll_offset.y
        for at in range(top, min(top + self.size.height, self.virtual_size.height)):
            if at not in before or self._line(at) != before[at]:
                self.refresh_line(at)

    def redraw_lines(self, first: int, count: int = 1) -> None:
        """Draw these lines again, and repaint them alone."""
        for at in range(first, first + count):
            self._drawn.pop(at, None)
        top, height = self.scroll_offset.y, self.size.height
        first, end = max(first, top), min(first + count, top + height)
        if not height:
            self.refresh()  # as in `redraw`
        elif first < end:
            self.refresh_lines(first, end - first)

    def _size_updated(
        self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True
    ) -> bool:
        """Lay out before the new size is painted, not when the message of it comes: that is three frames later.

        Where another pane was laid out anew, Textual would paint the scrollbar of this one too.
        """
        fitted = size, self.virtual_size, self.styles.gutter
        changed = fitted != self._fitted and super()._size_updated(size, virtual_size, container_size, layout)
        self._fitted = fitted
        if changed and size:
            self.on_resize()
        return changed

    def on_resize(self) -> None:
        """Wrap to the new width, unless only the height has changed."""
        if self.columns != self._wrapped_at:
            self.lay_out()
            self.show_cursor()

    def show_cursor(self, margin: int = 0) -> None:
        """Bring what the cursor is on into view, where that does not come by itself."""

    def notify_style_update(self) -> None:
        """Forget what was drawn in the old theme."""
        super().notify_style_update()
        self._component_styles.clear()
        self._styles.clear()
        self.forget_drawn()

    def on_focus(self) -> None:
        """Show the cursor as the live one."""
        self.redraw()

    def on_blur(self) -> None:
        """Show the cursor as resting."""
        self.redraw()

    def style(self, *names: str) -> Style:
        """Return the style of those names together; "" is the pane's own, "#rrggbb" a colour."""
        key = "+".join(names)
        found = self._styles.get(key)
        if found is None:
            found = self.rich_style
            for name in filter(None, names):
                found += Style(color=name) if name[0] == "#" else self._component(f"line--{name}")
            self._styles[key] = found
        return found

    def get_component_styles(self, *names: str) -> RenderStyles:
        """Return what the style sheet says of parts of a line. Raises KeyError where it says nothing.

        They are looked up when a line has them: Textual would look all up for each pane whenever that is restyled.
        """
        for name in names:
            if name not in self._component_styles:
                part = DOMNode(classes=name)
                part._attach(self)
                self.app.stylesheet.apply(part)
                if not part.styles.base.get_rules():
                    raise KeyError(f"{name} is in no style sheet")
                self._component_styles[name] = part.styles
        return super().get_component_styles(*names)

    def _component(self, name: str) -> Style:
        """Return what a component style sets, its colours blended with what lies under them."""
        own = self.get_component_rich_style(name, partial=True)
        blended = self.get_component_rich_style(name)
        color = blended.color if own.color else None
        return own.without_color + Style(color=color, bgcolor=blended.bgcolor if own.bgcolor else None)

    def strip(self, pieces: Iterable[Piece], width: int, *, over: str = "") -> Strip:
        """Return the pieces as one line of `width` cells, with style `over` laid over all."""
        segments = [Segment(text, self.style(name)) for text, name in pieces if text]
        strip = Strip(segments).adjust_cell_length(width, self.style())
        return (
            Strip(Segment.apply_style(strip, post_style=self._component(f"line--{over}"))) if over else strip
        )

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the lines of a region to be painted."""
        self._painting = True
        try:
            return super().render_lines(crop)
        finally:
            self._painting = False

    def render_line(self, y: int) -> Strip:
        """Return the line at `y` of the screen (Textual's side of the bargain).

        Where it is not to be painted, it is the mouse that asks, and its pieces say where they begin in the content.
        """
        at = y + self.scroll_offset.y
        if not 0 <= at < self.virtual_size.height:
            return Strip.blank(self.columns, self.style())
        strip = self._line(at)
        selection = self.text_selection
        span = selection.get_span(at) if selection else None
        strip = strip if span is None else self._selected(strip, span)
        return strip if self._painting else strip.apply_offsets(0, at)

    def _line(self, at: int) -> Strip:
        """Return line `at` of the content as it is drawn now."""
        strip = self._drawn.get(at)
        if strip is None:
            if len(self._drawn) > 2_000:
                self._drawn.clear()
            width = self._wrapped_at  # a resize that is still under way must not mix two layouts
            strip = self._drawn[at] = self.draw(at, width)
        return strip

    def _selected(self, strip: Strip, span: tuple[int, int]) -> Strip:
        start, end = span[0], span[1] if span[1] >= 0 else strip.cell_length
        style = self.screen.get_component_rich_style("screen--selection")
        parts = [strip.crop(0, start), strip.crop(start, end).apply_style(style), strip.crop(end)]
        return Strip.join(parts)

    def show_line(self, first: int, last: int, margin: int = 0) -> None:
        """Scroll as little as needed to have lines `first` to `last` on screen."""
        height = self.scrollable_content_region.height
        top = self.scroll_offset.y
        if first - margin < top:
            self.jump(first - margin)
        elif last + margin >= top + height:
            self.jump(min(first, last + margin - height + 1))

    def jump(self, y: int) -> None:
        """Put line `y` at the top of the pane, at once."""
        self.scroll_to(y=max(0, y), animate=False, force=True, immediate=True)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the text the mouse has selected."""
        lines = [self.draw(y, self.columns).text.rstrip() for y in range(self.virtual_size.height)]
        return selection.extract("\n".join(lines)), "\n"

    def selection_updated(self, selection: Selection | None) -> None:  # noqa: ARG002
        """Show the selection as it grows: it is laid over the lines, which stay as they are."""
        self.refresh()


class RowList(LineView):
    """A list of rows of one or more lines, one of them under the cursor."""

    ALLOW_SELECT = False

    cursor: var[int] = var(-1)

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._starts: list[int] = []
        self._row_cache: dict[int, list[Strip]] = {}

    def heights(self, width: int) -> list[int]:
        """Return the number of lines of each row."""
        raise NotImplementedError

    def draw_row(self, row: int, width: int) -> list[Strip]:
        """Return the lines of one row."""
        raise NotImplementedError

    def selectable(self, row: int) -> bool:
        """Tell whether the cursor may rest on the row; on a heading it may not."""
        return row >= 0

    def empty(self) -> list[list[Piece]]:
        """Return the lines shown when there are no rows: what to press next."""
        return []

    @property
    def cursor_line(self) -> int:
        """The first line of the row under the cursor."""
        return self._starts[self.cursor] if 0 <= self.cursor < self.count else -1

    @property
    def count(self) -> int:
        """How many rows there are."""
        return max(0, len(self._starts) - 1)

    def reflow(self, width: int) -> int:
        """Add the heights up."""
        self._starts = list(accumulate(self.heights(width), initial=0))
        return self._starts[-1] or len(self.empty())

    def forget_drawn(self) -> None:
        """Let every row be drawn anew too."""
        self._row_cache.clear()
        super().forget_drawn()

    def row_at(self, y: int) -> int:
        """Return the row that line `y` belongs to."""
        return bisect_right(self._starts, y) - 1

    def draw(self, y: int, width: int) -> Strip:
        """Return one line of the row it belongs to."""
        if not self.count:
            lines = self.empty()
            return self.strip(lines[y] if y < len(lines) else [], width)
        row = self.row_at(y)
        drawn = self._row_cache.get(row)
        if drawn is None:
            if len(self._row_cache) > 500:
                self._row_cache.clear()
            drawn = self._row_cache[row] = self.draw_row(row, width)
        return drawn[y - self._starts[row]]

    def watch_cursor(self, old: int, new: int) -> None:
        """Draw the two rows that change, and keep the cursor in view."""
        self._redraw_row(old)
        self._redraw_row(new)
        self.show_cursor()

    def show_cursor(self, margin: int = 0) -> None:
        """Bring the row under the cursor into view, and a heading directly above it, which belongs to it."""
        row = self.cursor
        if 0 <= row < self.count:
            above = row - 1 if row > 0 and not self.selectable(row - 1) else row
            self.show_line(self._starts[above], self._starts[row + 1] - 1, margin)

    def _redraw_row(self, row: int) -> None:
        self._row_cache.pop(row, None)
        if 0 <= row < self.count:
            self.redraw_lines(self._starts[row], self._starts[row + 1] - self._starts[row])

    # What the keys do.

    def move(self, steps: int) -> bool:
        """Move the cursor by that many rows, headings passed over; False at an end."""
        step = 1 if steps > 0 else -1
        row, moved = self.cursor, False
        for _ in range(abs(steps)):
            ahead = row + step
            while 0 <= ahead < self.count and not self.selectable(ahead):
                ahead += step
            if not 0 <= ahead < self.count:
                break
            row, moved = ahead, True
        if moved:
            self.cursor = row
        elif step < 0:
            self.jump(0)  # the heading above the first row
        return moved

    def page(self, pages: float) -> bool:
        """Move by that many screens; False at an end."""
        if not self.count:
            return False
        height = max(1, self.scrollable_content_region.height - 2)
        here = self._starts[max(0, self.cursor)]
        there = min(max(0, here + int(pages * height)), self._starts[-1] - 1)
        row = self.row_at(there)
        steps = row - max(0, self.cursor)
        return self.move(steps or (1 if pages > 0 else -1))

    def first(self) -> None:
        """Go to the first row."""
        self.cursor = next((row for row in range(self.count) if self.selectable(row)), -1)
        self.jump(0)

    def last(self) -> None:
        """Go to the last row."""
        self.cursor = next((row for row in range(self.count - 1, -1, -1) if self.selectable(row)), -1)

    def keep_place(self, row: int) -> None:
        """Lay out again and put the cursor on `row`, at the height on screen where it was."""
        old = self.cursor
        above = self._starts[old] - self.scroll_offset.y if 0 <= old < self.count else 0
        self.set_reactive(RowList.cursor, row)
        self.lay_out()
        if 0 <= row < self.count:
            height = self.scrollable_content_region.height
            self.jump(self._starts[row] - max(min(above, height - 1) if height else above, 0))
            if height:
                self.show_cursor()

    def row_under(self, y: int) -> int:
        """Return the row under line `y` of the screen, -1 for none."""
        at = y + self.scroll_offset.y
        row = self.row_at(at) if 0 <= at < self._starts[-1] else -1
        return row if 0 <= row < self.count and self.selectable(row) else -1

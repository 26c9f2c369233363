"""Where the terminal's cursor stands: on the row that is chosen. Textual hides it, but screen readers read where it is."""

from __future__ import annotations

from textual.geometry import Offset
from textual.screen import Screen

from tui.ui.panes.line_view import LineView


def chosen_row(screen: Screen[object]) -> Offset | None:
    """Return the place of the chosen row of a list or a text, None where there is none.

    Where something is typed beside a list, what is typed has the cursor until another row than the first is chosen.
    """
    focused = screen.focused
    if isinstance(focused, LineView):
        return focused.cursor_place
    from textual.widgets import DataTable, Input, OptionList

    if isinstance(focused, DataTable):
        down = focused.cursor_coordinate.row + focused.show_header * focused.header_height
        return focused.content_region.offset + Offset(0, down - focused.scroll_offset.y)
    lists = [each for each in screen.query(OptionList) if each.display and each.highlighted is not None]
    if not lists or (isinstance(focused, Input) and focused.value and not lists[0].highlighted):
        return None
    line = lists[0]._index_to_line.get(lists[0].highlighted or 0, 0)
    return lists[0].content_region.offset + Offset(0, line - lists[0].scroll_offset.y)

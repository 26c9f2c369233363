"""The timeline: one row an event, newest first, under its year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.strip import Strip

from tui.model import NO_OUTLET, Counts, EventRow
from tui.view import show
from tui.view.line_view import RowList
from tui.view.matches import Terms, lit
from tui.view.messages import EventChosen, GoIn
from tui.view.wrap import Piece, fit, wrap

MANY = 500  # rows
_INDENT = 10  # sign, day and the space behind it
_NOTHING = Counts()


class EventList(RowList):
    """The events pane. `rows` are shown as they come, newest first; `found` narrows them."""

    rows: reactive[Sequence[EventRow]] = reactive((), repaint=False, init=False)
    counts: reactive[Mapping[str, Counts]] = reactive({}, repaint=False, init=False)
    found: reactive[Mapping[str, int] | None] = reactive(None, repaint=False, init=False)
    views: reactive[Sequence[str]] = reactive((), repaint=False, init=False)
    terms: reactive[Terms] = reactive((), repaint=False, init=False)
    event_id: reactive[str] = reactive("", repaint=False, init=False)

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._entries: list[EventRow | str] = []
        self._row_of: dict[str, int] = {}

    def watch_rows(self) -> None:
        """Take the new rows; the cursor stays on its event, and the event where it is on screen."""
        self._rebuild()

    def watch_found(self) -> None:
        """Narrow the list to what a search found, or widen it again."""
        self._rebuild()

    def watch_views(self) -> None:
        """Name the saved views beside the list."""
        self._put_title()

    def _put_title(self) -> None:
        number = f" 1 Events · {len(self.rows)}"
        if self.found is not None:
            articles = show.counted(sum(self.found.values()), "article")
            number = f" 1 Events · {len(self._row_of)} of {len(self.rows)} · {articles}"
        views = f" · O {', '.join(self.views)}" if self.views and self.found is None else ""
        # As it is: a name that looks like markup is none.
        self.border_title = Content(f"{number}{fit(views, 60)} ")

    def watch_terms(self) -> None:
        """Mark what is searched for."""
        self.redraw()

    def watch_counts(self) -> None:
        """Show what is unread, tagged and noted; no row changes its height."""
        self.redraw()

    def watch_event_id(self, event_id: str) -> None:
        """Follow the event that is shown."""
        row = self._row_of.get(event_id, -1)
        if row >= 0 and row != self.cursor:
            self.set_reactive(RowList.cursor, row)
            self.redraw()
            self.show_line(self._starts[row], self._starts[row + 1] - 1, margin=2)

    def _rebuild(self) -> None:
        if not self.is_mounted:
            return
        self._entries = []
        self._row_of = {}
        year, found = "", self.found
        for row in self.rows if found is None else [row for row in self.rows if row["id"] in found]:
            if (its_year := show.year(row["date"])) != year:
                year = its_year
                self._entries.append(year)
            self._row_of[row["id"]] = len(self._entries)
            self._entries.append(row)
        self._put_title()
        self.keep_place(self._row_of.get(self.event_id, 1 if self._entries else -1))
        self._choose()

    def _choose(self) -> None:
        chosen = self.chosen
        if chosen and chosen != self.event_id:
            self.post_message(EventChosen(chosen))

    @property
    def chosen(self) -> str:
        """The id of the event under the cursor."""
        entry = self._entries[self.cursor] if 0 <= self.cursor < len(self._entries) else ""
        return "" if isinstance(entry, str) else entry["id"]

    def neighbour(self, event_id: str, step: int, *, around: bool = False) -> str:
        """Return the id of the event `step` rows away among those shown, "" past the ends.

        With `around`, the first comes after the last.
        """
        shown = list(self._row_of)
        if event_id not in self._row_of:
            return shown[0] if shown else ""
        at = shown.index(event_id) + step
        if around:
            at %= len(shown)
        return shown[at] if 0 <= at < len(shown) else ""

    def watch_cursor(self, old: int, new: int) -> None:
        """Open the event the cursor comes to rest on."""
        super().watch_cursor(old, new)
        self._choose()

    def selectable(self, row: int) -> bool:
        """A year is no event."""
        return 0 <= row < len(self._entries) and not isinstance(self._entries[row], str)

    def empty(self) -> list[list[Piece]]:
        """Say how events come in."""
        if self.found is not None:
            return [[], [("  Nothing found.", "strong")], [], [("  Esc ends the search.", "dim")]]
        return [
            [],
            [("  No events yet.", "strong")],
            [],
            [("  i", "strong"), ("  import saved pages", "dim")],
            [("  or paste the text of a page", "dim")],
            [],
            [("  b", "strong"), ("  another briefing", "dim")],
        ]

    def heights(self, width: int) -> list[int]:
        """A heading takes two lines (the first, one), an event a line more than its name."""
        room = self._room(width)
        return [
            (1 if at == 0 else 2) if isinstance(entry, str) else self._name_height(entry["name"], room) + 1
            for at, entry in enumerate(self._entries)
        ]

    def _room(self, width: int) -> int:
        return max(8, width - _INDENT - 1)

    def _name_height(self, name: str, room: int) -> int:
        """Return how many lines a name gets: three at the most, two where wrapping all would be felt."""
        if len(name) <= room and cell_len(name) <= room:
            return 1
        return 2 if len(self._entries) > MANY else min(3, len(wrap(name, room)))

    def draw_row(self, row: int, width: int) -> list[Strip]:
        """Draw a year, or an event: its day and name, then outlets, quotes and what was done."""
        entry = self._entries[row]
        if isinstance(entry, str):
            lines = [self.strip([(f"  {entry}", "heading")], width)]
            return lines if row == 0 else [self.strip([], width), *lines]
        here = row == self.cursor
        over = "cursor" if here and self.has_focus else ""
        bar = (show.BAR if here else " ", "accent")
        counts = self.counts.get(entry["id"], _NOTHING)
        room = self._room(width)
        name = "strong" if counts.unread or here else ""
        guess = show.INFERRED if entry.get("inferred") and entry["date"] else " "
        pieces: list[list[Piece]] = []
        height = self._name_height(entry["name"], room)
        for at, (start, end) in enumerate(wrap(entry["name"], room)[:height]):
            text = fit(entry["name"][start : None if at == height - 1 else end], room)
            if at == 0:
                unread: Piece = (show.UNREAD if counts.unread else " ", "accent")
                day = f"{guess + show.day(entry['date']):>7} "
                pieces.append([bar, unread, (day, "dim"), *lit([(text, name)], self.terms)])
            else:
                pieces.append([bar, (" " * (_INDENT - 1), ""), *lit([(text, name)], self.terms)])
        hits = None if self.found is None else self.found.get(entry["id"], 0)
        pieces.append([bar, (" " * (_INDENT - 1), ""), *_about(entry, counts, room, hits)])
        return [self.strip(line, width, over=over) for line in pieces]

    def on_click(self, event: events.Click) -> None:
        """One click chooses, two go in."""
        row = self.row_under(event.get_content_offset_capture(self).y)
        if row >= 0:
            self.cursor = row
            if event.chain > 1:
                self.post_message(GoIn())


def _about(entry: EventRow, counts: Counts, room: int, hits: int | None) -> list[Piece]:
    """Return the second line of a row: outlets to the left, counts and signs to the right.

    `hits` says how many of its articles a search found, None without one.
    """
    signs = "".join(
        f" {sign}{number}"
        for sign, number in (
            (show.TAG, counts.tagged),
            (show.NOTE, counts.notes),
            (show.STAR, counts.starred),
        )
        if number
    )
    found = "" if hits is None else f"{hits} of {entry['articles']}  "
    source = f"{show.counted(entry['sources'], 'source')}  " if "sources" in entry else ""
    right = f"{found}{source}{entry['quotes']}”{signs}"
    outlets = fit(", ".join(entry["outlets"]) or NO_OUTLET, room - cell_len(right) - 2)
    gap = " " * max(1, room - cell_len(outlets) - cell_len(right))
    return [(outlets + gap, "dim"), (right, "dim")]

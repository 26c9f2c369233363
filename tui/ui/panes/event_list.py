"""The timeline: one row an event, newest first, under its year and its month."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from textual import events
from textual.reactive import var
from textual.strip import Strip

from tui.core.model import EventCounts, EventRow
from tui.ui import format
from tui.ui.messages import EventChosen, GoIn, PlaceChanged, StatementsWanted
from tui.ui.panes.event_summary import about_event
from tui.ui.panes.line_view import RowList
from tui.ui.panes.search_highlight import Terms, lit
from tui.ui.panes.timeline import NEWEST, ORDERS, UNREAD, Timeline, lines_of_name
from tui.ui.panes.wrap import Piece, fit, wrap

_INDENT = 11  # cursor, sign, day and the spaces between them
_NOTHING = EventCounts()


class EventList(RowList):
    """The events pane. `rows` are shown as they come, newest first; `found` narrows them."""

    # Not compared: to find that 20,000 differ in the last takes longer than to show them.
    rows: var[Sequence[EventRow]] = var((), init=False, always_update=True)
    counts: var[Mapping[str, EventCounts]] = var({}, init=False)
    statement_counts: var[Mapping[str, int] | None] = var(None, init=False)
    found: var[Mapping[str, int] | None] = var(None, init=False)
    order: var[str] = var(NEWEST, init=False, always_update=True)
    views: var[Sequence[str]] = var((), init=False)
    terms: var[Terms] = var((), init=False)
    event_id: var[str] = var("", init=False)

    def __init__(self, *, id: str, key: format.KeyOf, order: str, folded: Collection[str]) -> None:
        super().__init__(id=id)
        self._key = key
        self.folded = frozenset(folded)
        """The years and months that are folded."""
        self.set_reactive(EventList.order, order if order in ORDERS else NEWEST)
        self.timeline = Timeline()
        self._heading = ""  # that is folded, and that the cursor is on
        self._unread: set[str] = set()
        self._laid_out_for = self._room = (0, 0)  # the whole pane, and what names and lines have of it
        self._uncounted: set[str] = set()  # of those in view, whose statements are to be counted
        self._prepared: Timeline | None = None

    def prepare(self, rows: Sequence[EventRow]) -> None:
        """Lay out rows that are about to be given, beside the keys, which would have to wait for that."""
        ready = Timeline(rows, self.order, self._unread)
        if any(self._room):
            ready.heights(*self._room)
        self._prepared = ready

    def watch_rows(self) -> None:
        """Take the new rows; the cursor stays on its event, and the event where it is on screen."""
        given = self.rows, self.order, self._unread
        ready, self._prepared = self._prepared, None
        self.timeline = ready if ready and ready.is_of(*given) else Timeline(*given)
        self.timeline.fold(self.folded)
        self._narrow()

    def watch_order(self) -> None:
        """Bring the rows into another order; what is read later stays where it is until one is chosen again."""
        self._unread = {event for event, counts in self.counts.items() if counts.unread}
        self.watch_rows()

    def watch_found(self) -> None:
        """Narrow the list to what a search found, or widen it again."""
        self._narrow()

    def watch_views(self) -> None:
        """Name the saved searches beside the list."""
        self._put_title()

    def _put_title(self) -> None:
        number = f"Events · {len(self.rows)}"
        if self.found is not None:
            articles = format.counted(sum(self.found.values()), "article")
            number = f"Events · {self.timeline.events} of {len(self.rows)} · {articles}"
        number += f" · {self.order}" if self.order != NEWEST else ""
        if self.views and self.found is None:
            number += fit(f" · {self._key('saved_searches')} saved: {', '.join(self.views)}", 60)
        self.put_title(number)

    def watch_terms(self) -> None:
        """Mark what is searched for."""
        self.redraw()

    def watch_counts(self, before: Mapping[str, EventCounts], _: Mapping[str, EventCounts]) -> None:
        """Show what is unread, tagged and noted; no row changes its height."""
        if self.order == UNREAD and not before:  # only now is it known
            self.watch_order()
        self.redraw()

    def watch_statement_counts(self) -> None:
        """Show how many statements there are, or quotes again."""
        self.redraw()

    def _statements_of(self, event_id: str) -> int | None:
        """Return how many statements an event has, None where quotes are counted, or that is not known yet."""
        if self.statement_counts is None or event_id in self.statement_counts:
            return (self.statement_counts or {}).get(event_id)
        if not self._uncounted:
            self.call_after_refresh(self._ask)
        self._uncounted.add(event_id)
        return None

    def _ask(self) -> None:
        self.post_message(StatementsWanted(tuple(self._uncounted)))
        self._uncounted.clear()

    def watch_event_id(self, event_id: str) -> None:
        """Follow the event that is shown."""
        self._heading = ""
        if self.timeline.fold_of(event_id) >= 0:
            self._fold(self.folded.difference(self.timeline.headings_of(event_id)))  # what is open is seen
        row = self.timeline.place_of(event_id)
        if row >= 0 and row != self.cursor:
            self.set_reactive(RowList.cursor, row)
            self.redraw()
            self.show_cursor(margin=2)

    def _narrow(self) -> None:
        if not self.is_mounted:
            return
        self.timeline.narrow(self.found)
        self._put_title()
        here = self.timeline.place_of(self.event_id)
        if here < 0:
            here = self.timeline.fold_of(self.event_id)
        if self._heading and self.found is None:  # where the cursor rests, whatever is open
            heading = self.timeline.place_of_heading(self._heading)
            here = heading if heading >= 0 else here
        self.keep_place(here if here >= 0 or not self.timeline else 1)
        if self.found is None:
            self._choose()
        else:  # what is found stands on the screen before the first of it is opened
            self.call_after_refresh(self._choose)

    # Years and months.

    @property
    def on_heading(self) -> bool:
        """Whether the cursor is on a folded heading, which is no event."""
        return bool(self.timeline.folded(self.cursor))

    def fold(self, *, on: bool) -> bool:
        """Fold what the cursor stands under, a month before its year, or unfold it; False where that is done already."""
        over = self.timeline.headings_over(self.cursor)
        left = tuple(each for each in over if (each in self.folded) != on)
        if not left or self.found is not None:
            return False
        heading = self._heading = left[-1]
        self._fold(self.folded | {heading} if on else self.folded - {heading})
        if not on:
            here = self.timeline.place_of(self.event_id)
            if here >= 0 and heading in self.timeline.headings_of(self.event_id):
                self.cursor = here
            else:
                self.move(1)
        return True

    def fold_all(self) -> bool:
        """Fold all that the cursor does not stand under, or unfold all; tell whether something is folded now."""
        every = self.timeline.headings
        over = self.timeline.headings_over(self.cursor)
        self._fold(frozenset() if self.folded & every else every.difference(over))
        if not self.selectable(self.cursor):  # a heading that was folded, and is none to rest on any more
            self.move(1)
        return bool(self.folded)

    def _fold(self, headings: Collection[str]) -> None:
        self.folded = frozenset(headings)
        self.timeline.fold(self.folded)
        self._narrow()
        self.post_message(PlaceChanged())

    def _choose(self) -> None:
        chosen = self.chosen
        if chosen and chosen != self.event_id:
            self.post_message(EventChosen(chosen))

    @property
    def chosen(self) -> str:
        """The id of the event under the cursor."""
        return self.timeline.event(self.cursor)

    def watch_cursor(self, old: int, new: int) -> None:
        """Open the event the cursor comes to rest on."""
        super().watch_cursor(old, new)
        self._heading = self.timeline.headings_over(new)[-1] if self.timeline.folded(new) else ""
        self._choose()

    def selectable(self, row: int) -> bool:
        """A heading is no event; one that is folded stands for its own."""
        return bool(self.timeline.event(row) or self.timeline.folded(row))

    def empty(self) -> list[list[Piece]]:
        """Say how events come in."""
        if self.found is not None:
            return [
                [],
                [("  Nothing found.", "strong")],
                [],
                [(f"  {self._key('back')} ends the search.", "dim")],
            ]
        return [
            [],
            [("  No events yet.", "strong")],
            [],
            [(f"  {self._key('import')}", "strong"), ("  import saved pages", "dim")],
            [("  or paste the text of a page", "dim")],
            [],
            [(f"  {self._key('feeds')}", "strong"), ("  follow feeds", "dim")],
            [(f"  {self._key('briefings')}", "strong"), ("  another briefing", "dim")],
        ]

    def on_resize(self) -> None:
        """Wrap to the new width; more height may be room for blank lines."""
        if (self.columns, self.size.height) != self._laid_out_for:
            self.lay_out()
            self.show_cursor()

    def heights(self, width: int) -> list[int]:
        """See `Timeline.heights`."""
        self._laid_out_for = (width, self.size.height)
        self._room = _room(width), self.scrollable_content_region.height
        return self.timeline.heights(*self._room)

    def draw_row(self, row: int, width: int) -> list[Strip]:
        """Draw a heading, or an event: its day and name, then outlets, quotes and what was done."""
        entry = self.timeline[row]
        here = row == self.cursor
        over = "cursor" if here and self.has_focus else ""
        bar = (format.place_mark(here=here, live=self.has_focus), "accent")
        if isinstance(entry, str):
            folded = self._about_folded(row)
            said = [bar, (f" {entry}", "heading"), folded] if folded else [(f"  {entry}", "heading")]
            lines = [self.strip(said, width, over=over)]
            above = self._starts[row + 1] - self._starts[row] - 1
            return [*[self.strip([], width)] * above, *lines]
        counts = self.counts.get(entry["id"], _NOTHING)
        room = _room(width)
        name = "strong" if counts.unread or here else ""
        guess = format.INFERRED if entry.get("inferred") and entry["date"] else " "
        sign = format.CHANGED if counts.changed else format.UNREAD if counts.unread else " "
        unread: Piece = (sign, "accent")
        first = [bar, unread, (f" {guess + format.day(entry['date']):>7} ", "dim")]
        further: list[Piece] = [bar, (" " * (_INDENT - 1), "")]
        height = lines_of_name(entry["name"], room)
        pieces: list[list[Piece]] = []
        for at, (start, end) in enumerate(wrap(entry["name"], room)[:height]):
            text = fit(entry["name"][start : None if at == height - 1 else end], room)
            pieces.append([*(further if at else first), *lit([(text, name)], self.terms)])
        hits = None if self.found is None else self.found.get(entry["id"], 0)
        pieces.append([*further, *about_event(entry, counts, room, hits, self._statements_of(entry["id"]))])
        drawn = [self.strip(line, width, over=over) for line in pieces]
        blank = self.strip([], width)
        return drawn + [blank] * (height + 1 + self.timeline.spaced - len(drawn))

    def _about_folded(self, row: int) -> Piece | None:
        """Return what stands beside a folded heading, None beside another."""
        if not (folded := self.timeline.folded(row)):
            return None
        unread = sum(bool(self.counts.get(each, _NOTHING).unread) for each in folded)
        left = f", {unread} unread" if unread else ""
        return f"  {format.FOLDED} {format.counted(len(folded), 'event')}{left}", "dim"

    def on_click(self, event: events.Click) -> None:
        """One click chooses, two go in."""
        row = self.row_under(event.get_content_offset_capture(self).y)
        if row >= 0:
            self.cursor = row
            if self.on_heading:
                self.fold(on=False)
            elif event.chain > 1:
                self.post_message(GoIn())


def _room(width: int) -> int:
    return max(8, width - _INDENT - 1)

"""The quotes pane: who said what, of the article, the event or the whole briefing."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from itertools import chain, pairwise

from textual import events
from textual.reactive import var
from textual.strip import Strip

from tui.ui import format
from tui.ui.messages import GoIn, PlaceChanged, QuoteChosen
from tui.ui.panes.article_layout import GUTTER, MEASURE, margin, measure
from tui.ui.panes.line_view import RowList
from tui.ui.panes.quote_layout import QuoteRow, quote_lines
from tui.ui.panes.search_highlight import Terms
from tui.ui.panes.wrap import Piece


class QuoteList(RowList):
    """Shows the items it is given; the chosen quote is set from outside."""

    text_width: var[int] = var(MEASURE, init=False)
    items: var[Sequence[QuoteRow]] = var((), init=False)
    quote_id: var[str] = var("", init=False)
    terms: var[Terms] = var((), init=False)
    about: var[str] = var("", init=False)
    hint: var[tuple[str, ...]] = var((), init=False)

    def __init__(self, *, id: str, listed: str = "") -> None:
        super().__init__(id=id)
        self._rows_of: dict[str, list[int]] = {}  # a quote of several stands under each of them
        self._again: set[int] = set()  # rows whose speaker stands above them already
        self._marked: frozenset[str] = frozenset()
        self._head = ""  # whose heading the cursor is on
        self._listed = listed  # what the cursor was on when the briefing was left, where no quote was chosen

    def mark(self, quotes: frozenset[str]) -> None:
        """Show the quotes with these ids as marked."""
        if quotes != self._marked:
            self._marked = quotes
            self.redraw()

    def watch_about(self) -> None:
        """Say in the title whose quotes these are."""
        self._tell_whose()

    def _tell_whose(self) -> None:
        """Say in the title also who speaks where the name stands further up, and may be out of view."""
        speaker = self.items[self.cursor].speaker if self.cursor in self._again else ""
        whose = " · ".join(filter(None, ["Quotes", self.about]))
        usual = self.about.endswith("of this article")
        self.put_title(" · ".join(filter(None, [whose, speaker])), "" if usual else whose)

    def watch_hint(self) -> None:
        """Teach the next key where there is nothing."""
        if self.is_mounted and not self.items:
            self.lay_out()

    def watch_items(self, old: Sequence[QuoteRow]) -> None:
        """Show other quotes; the chosen one, or where none is that under the cursor, stays where it was on screen."""
        if not self.is_mounted:
            return
        here = old[self.cursor].quote if 0 <= self.cursor < len(old) else None
        chosen = self.quote_id or (here.id if here else self._listed)
        self._rows_of, self._again = {}, _said_above(self.items)
        for row, item in enumerate(self.items):
            for quote_id in (item.quote.id, *item.folded) if item.quote else ():
                self._rows_of.setdefault(quote_id, []).append(row)
        heads = (row for row, item in enumerate(self.items) if not item.quote and item.speaker == self._head)
        head = next(heads, -1) if self._head else -1
        self._head = self._head if head >= 0 else ""
        self.keep_place(head if head >= 0 else self._row(chosen, self._first_quote))
        self._tell_whose()

    def watch_quote_id(self, quote_id: str) -> None:
        """Follow the quote that is chosen in the article."""
        row = self._row(quote_id)
        if row >= 0 and row != self.cursor:
            self.cursor = row

    @property
    def _first_quote(self) -> int:
        return next(iter(self._rows_of.values()), [-1])[0]

    def first(self) -> None:
        """Go to the first quote, the heading over it in view."""
        self.cursor = self._first_quote
        self.jump(0)

    def show_statement(self) -> None:
        """Have the statement under the cursor in view, from its fullest wording on, as far as there is room."""
        first = last = self.cursor
        while first > 0 and self.items[first].label:
            first -= 1
        while last + 1 < self.count and self.items[last + 1].label:
            last += 1
        if first >= 0:
            above = first - (first > 0 and not self.selectable(first - 1))
            self.show_line(self._starts[above], self._starts[last + 1] - 1)
            self.show_cursor()

    def _row(self, quote_id: str, otherwise: int = -1) -> int:
        """Return the row of a quote, of several the nearest to the cursor."""
        rows = self._rows_of.get(quote_id, [otherwise])
        return min(rows, key=lambda row: abs(row - self.cursor))

    def watch_text_width(self) -> None:
        """Wrap for the width that the reader wants."""
        if self.is_mounted:
            self.keep_place(self.cursor)

    def watch_terms(self) -> None:
        """Mark what is searched for."""
        self.redraw()

    def watch_cursor(self, old: int, new: int) -> None:
        """Choose the quote the cursor comes to rest on."""
        super().watch_cursor(old, new)
        self._tell_whose()
        item = self.chosen
        self._head = item.speaker if item and not item.quote else ""
        if item and item.quote and self.quote_id not in (item.quote.id, *item.folded):
            self.post_message(QuoteChosen(item.quote.id, in_article=False))
        elif item and item.speaker:
            self.post_message(PlaceChanged())  # other keys do something on a heading

    @property
    def chosen(self) -> QuoteRow | None:
        """The row under the cursor."""
        return self.items[self.cursor] if 0 <= self.cursor < len(self.items) else None

    def selectable(self, row: int) -> bool:
        """A heading is no quote, and no stop; one that names a speaker is the speaker for the mouse."""
        return 0 <= row < len(self.items) and self.items[row].quote is not None

    def row_under(self, y: int) -> int:
        """Return the row under line `y` of the screen, a heading that names a speaker too; -1 for none."""
        at = y + self.scroll_offset.y
        row = self.row_at(at) if 0 <= at < self._starts[-1] else -1
        return row if 0 <= row < len(self.items) and (self.selectable(row) or self.items[row].speaker) else -1

    def empty(self) -> list[list[Piece]]:
        """Say where quotes would be found."""
        return [[], *([(f"  {line}", "dim")] for line in self.hint)]

    def heights(self, width: int) -> list[int]:
        """Count the lines of each row."""
        return [len(self._lines(row, width)) for row in range(len(self.items))]

    def _lines(self, row: int, width: int) -> list[list[Piece]]:
        return quote_lines(
            self.items[row], measure(width, self.text_width), self.terms, again=row in self._again
        )

    def draw_row(self, row: int, width: int) -> list[Strip]:
        """Draw speaker, words, tags and note of one quote, at the edge where the text of the article begins."""
        item = self.items[row]
        here = row == self.cursor
        bar = format.place_mark(here=here, live=self.has_focus)
        over = "cursor" if here and self.has_focus else ""
        *lines, _ = self._lines(row, width)
        marked = item.quote is not None and item.quote.id in self._marked
        edge, drawn = " " * margin(width, self.text_width), []
        for at, line in enumerate(lines):
            sign = (" " if not marked else "│" if at else format.PICKED).ljust(GUTTER - 1)
            drawn.append(self.strip([(edge, ""), (bar, "accent"), (sign, "accent"), *line], width, over=over))
        return [*drawn, self.strip([], width)]

    def on_click(self, event: events.Click) -> None:
        """One click chooses, two go in."""
        row = self.row_under(event.get_content_offset_capture(self).y)
        if row >= 0:
            self.cursor = row
            if event.chain > 1:
                self.post_message(GoIn())


def _said_above(items: Sequence[QuoteRow]) -> set[int]:
    """Return the rows whose speaker is that of the row above them, or of the heading they stand under."""
    return {
        row
        for row, (above, item) in enumerate(pairwise(items), start=1)
        if item.quote is not None and item.speaker == above.speaker
    }


def once(items: Iterable[QuoteRow]) -> list[QuoteRow]:
    """Return the rows of quotes, each quote once: what several say stands under each of them."""
    found: dict[str, QuoteRow] = {}
    for item in items:
        if item.quote:
            found.setdefault(item.quote.id, item)
    return list(found.values())


def next_listed(items: Sequence[QuoteRow], quote_id: str, gone: Container[str]) -> str:
    """Return the id of the quote that a list goes on with where this and others are `gone`; "" without any.

    Another wording of the statement comes first, then what is listed below, then what is above.
    """
    each = [(item.quote.id, *item.folded) for item in items if item.quote]
    at = next((row for row, ids in enumerate(each) if quote_id in ids), len(each))
    others = chain.from_iterable((*each[at:], *reversed(each[:at])))
    return next((other for other in others if other not in gone), "")


def by_speaker(items: Iterable[QuoteRow]) -> list[QuoteRow]:
    """Return the quotes under a heading for each speaker, those with most to say first."""
    said: dict[str, list[QuoteRow]] = {}
    for item in once(items):
        for speaker in item.speakers:
            said.setdefault(speaker, []).append(item)
    listed: list[QuoteRow] = []
    for speaker in sorted(said, key=lambda name: (-len(said[name]), name.casefold())):
        heading = f"{speaker} · {format.counted(len(said[speaker]), 'quote')}"
        listed += [QuoteRow(quote=None, speaker=speaker, heading=heading), *said[speaker]]
    return listed

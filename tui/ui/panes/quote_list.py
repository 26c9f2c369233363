"""The quotes pane: who said what, of the article, the event or the whole briefing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rich.cells import cell_len
from textual import events
from textual.reactive import reactive
from textual.strip import Strip

from tui.core.model import Article, Quote
from tui.core.quote_state import CONFIRM
from tui.core.speakers import parted
from tui.ui import format
from tui.ui.messages import GoIn, QuoteChosen
from tui.ui.panes.article_layout import GUTTER, margin, measure
from tui.ui.panes.line_view import RowList
from tui.ui.panes.search_highlight import Terms, find, lit
from tui.ui.panes.wrap import Piece, fit, wrap

LONG = 12  # lines of one quote in the list; all of it stands in the article


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteRow:
    """A row: a quote with all that is shown of it, or a heading (`quote` is None)."""

    quote: Quote | None
    speaker: str
    event_id: str = ""
    article: Article | None = None
    tags: tuple[str, ...] = ()
    note: str = ""
    starred: bool = False
    heading: str = ""
    source: str = ""
    signs: tuple[Piece, ...] = ()  # the tags as they are shown, each with its colour
    status: str = ""
    rating: str = ""
    links: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()  # as they are shown
    before: str = ""  # the words it was marked with, where a later version has others

    @property
    def speakers(self) -> tuple[str, ...]:
        """The names of those who say it, () of a heading."""
        return parted(self.speaker) if self.quote else ()


class QuoteList(RowList):
    """Shows the items it is given; the chosen quote is set from outside."""

    items: reactive[Sequence[QuoteRow]] = reactive((), repaint=False, init=False)
    quote_id: reactive[str] = reactive("", repaint=False, init=False)
    terms: reactive[Terms] = reactive((), repaint=False, init=False)
    about: reactive[str] = reactive("", repaint=False, init=False)
    hint: reactive[tuple[str, ...]] = reactive((), repaint=False, init=False)

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._rows_of: dict[str, list[int]] = {}  # a quote of several stands under each of them
        self._again: set[int] = set()  # rows whose speaker stands above them already
        self._marked: frozenset[str] = frozenset()

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
        self.put_title(" · ".join(filter(None, ["3 Quotes", self.about, speaker])))

    def watch_hint(self) -> None:
        """Teach the next key where there is nothing."""
        if self.is_mounted and not self.items:
            self.lay_out()

    def watch_items(self) -> None:
        """Show other quotes; the chosen one stays where it was on screen."""
        if not self.is_mounted:
            return
        self._rows_of, self._again = {}, _said_above(self.items)
        for row, item in enumerate(self.items):
            if item.quote:
                self._rows_of.setdefault(item.quote.id, []).append(row)
        first = next(iter(self._rows_of.values()), [-1])[0]
        self.keep_place(self._row(self.quote_id, first))
        self._tell_whose()

    def watch_quote_id(self, quote_id: str) -> None:
        """Follow the quote that is chosen in the article."""
        row = self._row(quote_id)
        if row >= 0 and row != self.cursor:
            self.cursor = row

    def _row(self, quote_id: str, otherwise: int = -1) -> int:
        """Return the row of a quote, of several the nearest to the cursor."""
        rows = self._rows_of.get(quote_id, [otherwise])
        return min(rows, key=lambda row: abs(row - self.cursor))

    def watch_terms(self) -> None:
        """Mark what is searched for."""
        self.redraw()

    def watch_cursor(self, old: int, new: int) -> None:
        """Choose the quote the cursor comes to rest on."""
        super().watch_cursor(old, new)
        self._tell_whose()
        item = self.chosen
        if item and item.quote and item.quote.id != self.quote_id:
            self.post_message(QuoteChosen(item.quote.id, in_article=False))

    @property
    def chosen(self) -> QuoteRow | None:
        """The row under the cursor."""
        return self.items[self.cursor] if 0 <= self.cursor < len(self.items) else None

    def selectable(self, row: int) -> bool:
        """A heading is no quote."""
        return 0 <= row < len(self.items) and self.items[row].quote is not None

    def empty(self) -> list[list[Piece]]:
        """Say where quotes would be found."""
        return [[], *([(f"  {line}", "dim")] for line in self.hint)]

    def heights(self, width: int) -> list[int]:
        """Count the lines of each row."""
        return [len(self._lines(row, width)) for row in range(len(self.items))]

    def draw_row(self, row: int, width: int) -> list[Strip]:
        """Draw speaker, words, tags and note of one quote, at the edge where the text of the article begins."""
        item = self.items[row]
        here = row == self.cursor
        bar = format.place_mark(here=here, live=self.has_focus)
        over = "cursor" if here and self.has_focus else ""
        *lines, _ = self._lines(row, width)
        marked = item.quote is not None and item.quote.id in self._marked
        edge, drawn = " " * margin(width), []
        for at, line in enumerate(lines):
            sign = (" " if not marked else "│" if at else format.PICKED).ljust(GUTTER - 1)
            drawn.append(self.strip([(edge, ""), (bar, "accent"), (sign, "accent"), *line], width, over=over))
        return [*drawn, self.strip([], width)]

    def _lines(self, row: int, width: int) -> list[list[Piece]]:
        """Return the lines of a row without what stands left of them; the last is the blank one that sets it apart."""
        item, room = self.items[row], measure(width)
        quote = item.quote
        if quote is None:
            heading = fit(item.heading, room - 3)
            return [[(heading, "heading"), (f" {'─' * (room - cell_len(heading) - 1)}", "dim")], []]
        words = self._words(format.marked(quote), room, "dim" if quote.gone else "")
        if row not in self._again:
            lines = [*self._speaker(item, room), *words]
        elif item.source:
            lines = [*_said(item, quote, room), *words]
        else:
            lines = _joined(words, _said(item, quote, room)[0], room)
        if quote.unsure:
            lines.append([(fit(f"{format.UNSURE} {_doubt(quote)}", room), "dim")])
        if item.before:
            lines += self._wrapped(f"{format.CHANGED} {CONFIRM} (S) · was {item.before}", "accent", room)
        if quote.original or quote.translator:
            by = f" (translated by {quote.translator})" if quote.translator else ""
            lines += self._wrapped(f"{format.ORIGINAL} {quote.original}{by}", "dim", room)
        for link in item.links:
            lines.append([(fit(f"{format.LINK} {link}", room), "dim")])
        if item.source and row not in self._again:
            lines.append([(fit(item.source, room), "dim")])
        if item.tags:
            lines += _tag_lines(item.signs, room)
        for note in item.notes:
            lines += [lit(line, self.terms) for line in self._wrapped(note, "note", room)]
        lines.append([])
        return lines

    def _speaker(self, item: QuoteRow, room: int) -> list[list[Piece]]:
        """Return the first line of a quote, or two: who said it, how, and what the reader made of it."""
        quote = item.quote
        assert quote is not None
        unsure, star, kind = _standing(item, quote)
        name = fit(item.speaker, room - len(unsure) - len(star))
        known = quote.speakers or quote.entity or quote.speaker_text
        named = "strong" if known and not quote.gone else "dim"
        line = [*lit([(name, named)], self.terms), (unsure, "accent")]
        if cell_len(name) + len(unsure) + len(star) + len(kind) + 3 <= room:
            return [[*line, (f" · {kind}", "dim"), (star, "accent")]]
        return [[*line, (star, "accent")], *self._wrapped(kind, "dim", room)]

    def _wrapped(self, text: str, style: str, room: int) -> list[list[Piece]]:
        return [[(text[start:end], style)] for start, end in wrap(text, room)]

    def _words(self, words: str, room: int, style: str) -> list[list[Piece]]:
        spans = wrap(words, room)
        more = len(spans) > LONG
        spans = spans[:LONG]
        matches = find(words, self.terms) if self.terms else []
        lines: list[list[Piece]] = []
        for at, (start, end) in enumerate(spans):
            line: list[Piece] = []
            here = start
            for first, last in matches:
                if first < end and last > start:
                    line += [
                        (words[here : max(first, here)], style),
                        (words[max(first, here) : min(last, end)], "match"),
                    ]
                    here = min(last, end)
            line.append((words[here:end], style))
            if more and at == LONG - 1:
                line.append((" …", "dim"))
            lines.append(line)
        return lines

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


def _standing(item: QuoteRow, quote: Quote) -> tuple[str, str, str]:
    """Return the signs of doubt and of a star, and how a quote is said and stands."""
    yours = " · added by you" if "added" in quote.edited else " · set by you" if quote.edited else ""
    stands = [format.status(item.status, moved=bool(item.before)), item.rating]
    gone = f"{format.GONE} words gone" if quote.gone else ""
    kind = " · ".join(filter(None, [gone, f"{quote.kind}{yours}", *stands]))
    return f" {format.UNSURE}" * quote.unsure, f" {format.STAR}" * item.starred, kind


def _said(item: QuoteRow, quote: Quote, room: int) -> list[list[Piece]]:
    """Return what is said of a quote whose speaker stands above: when and where in place of who, and how."""
    unsure, star, kind = _standing(item, quote)
    signs: list[Piece] = [(unsure, "accent"), (star, "accent")]
    said = " · ".join(filter(None, [item.source, kind]))
    left = room - len(unsure) - len(star)
    if item.source and cell_len(said) > left:
        return [[(fit(item.source, room), "dim")], [(fit(kind, left), "dim"), *signs]]
    return [[(fit(said, left), "dim"), *signs]]


def _joined(words: list[list[Piece]], said: list[Piece], room: int) -> list[list[Piece]]:
    """Return words with what is said of them behind them, on a line of its own where the last has no room."""
    *before, last = words
    cells = sum(cell_len(text) for text, _ in (*last, *said))
    return [*before, [*last, ("  ", ""), *said]] if cells + 2 <= room else [*words, said]


def _doubt(quote: Quote) -> str:
    """Return who else an unsure speaker may be, and how they were found; all of it stands in the form."""
    weighed = f"or {', '.join(quote.candidates[:3])}" if quote.candidates else ""
    return " · ".join(filter(None, [weighed, quote.why]))


def once(items: Iterable[QuoteRow]) -> list[QuoteRow]:
    """Return the rows of quotes, each quote once: what several say stands under each of them."""
    found: dict[str, QuoteRow] = {}
    for item in items:
        if item.quote:
            found.setdefault(item.quote.id, item)
    return list(found.values())


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


def _tag_lines(signs: Sequence[Piece], room: int) -> list[list[Piece]]:
    """Return tags in lines, each tag in its colour."""
    lines: list[list[Piece]] = []
    left = 0
    for sign, style in signs:
        text = fit(sign, room)
        if not lines or left < cell_len(text) + 2:
            lines.append([])
            left = room
        else:
            lines[-1].append(("  ", ""))
            left -= 2
        lines[-1].append((text, style))
        left -= cell_len(text)
    return lines

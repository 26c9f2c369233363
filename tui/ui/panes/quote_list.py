"""The quotes pane: who said what, of the article, the event or the whole briefing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual import events
from textual.reactive import reactive
from textual.strip import Strip

from tui.core.model import Article, Quote
from tui.core.quote_state import CONFIRM
from tui.core.speakers import parted
from tui.ui import format
from tui.ui.messages import GoIn, PlaceChanged, QuoteChosen
from tui.ui.panes.line_view import RowList
from tui.ui.panes.search_highlight import Terms, find, lit
from tui.ui.panes.wrap import Piece, cut_pieces, fit, wrap

NAMED = 18  # cells that a speaker's name keeps, whatever stands beside it
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
    coverage: str = ""  # of a statement's fullest wording: which outlets have it, and how
    folded: tuple[str, ...] = ()  # the ids of its other wordings, while they are not listed
    label: str = ""  # of another wording under it: outlet and kind, in place of the speaker
    words: tuple[Piece, ...] = ()  # with what it has otherwise marked

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
        self._marked: frozenset[str] = frozenset()
        self._head = ""  # whose heading the cursor is on

    def mark(self, quotes: frozenset[str]) -> None:
        """Show the quotes with these ids as marked."""
        if quotes != self._marked:
            self._marked = quotes
            self.redraw()

    def watch_about(self) -> None:
        """Say in the title whose quotes these are."""
        self.border_title = f" 3 Quotes{' · ' + self.about if self.about else ''} "

    def watch_hint(self) -> None:
        """Teach the next key where there is nothing."""
        if self.is_mounted and not self.items:
            self.lay_out()

    def watch_items(self) -> None:
        """Show other quotes; the chosen one stays where it was on screen."""
        if not self.is_mounted:
            return
        self._rows_of = {}
        for row, item in enumerate(self.items):
            for quote_id in (item.quote.id, *item.folded) if item.quote else ():
                self._rows_of.setdefault(quote_id, []).append(row)
        heads = (row for row, item in enumerate(self.items) if not item.quote and item.speaker == self._head)
        head = next(heads, -1) if self._head else -1
        self._head = self._head if head >= 0 else ""
        self.keep_place(head if head >= 0 else self._row(self.quote_id, self._first_quote))

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
        """A heading is no quote; one that names a speaker stands for the speaker."""
        return 0 <= row < len(self.items) and (
            self.items[row].quote is not None or bool(self.items[row].speaker)
        )

    def empty(self) -> list[list[Piece]]:
        """Say where quotes would be found."""
        return [[], *([(f"  {line}", "dim")] for line in self.hint)]

    def heights(self, width: int) -> list[int]:
        """Count the lines of each row."""
        return [len(self._lines(item, width)) for item in self.items]

    def draw_row(self, row: int, width: int) -> list[Strip]:
        """Draw speaker, words, tags and note of one quote."""
        item = self.items[row]
        here = row == self.cursor
        bar: Piece = (format.BAR if here and self.has_focus else "▏" if here else " ", "accent")
        over = "cursor" if here and self.has_focus else ""
        lines = self._lines(item, width)
        last = len(lines) - 1
        if item.quote is None:
            lines[0] = [("", ""), (lines[0][0][0][1:], "heading")]
            return [
                self.strip([bar if at < last else (" ", ""), *line], width) for at, line in enumerate(lines)
            ]
        if item.quote.id in self._marked:
            lines = [
                _signed(line, format.PICKED if not at else "│") if at < last else line
                for at, line in enumerate(lines)
            ]
        return [
            self.strip([bar if at < last else (" ", ""), *line], width, over=over if at < last else "")
            for at, line in enumerate(lines)
        ]

    def _lines(self, item: QuoteRow, width: int) -> list[list[Piece]]:
        """Return the lines of a row; the last is the blank one that sets it apart."""
        quote = item.quote
        if quote is None:
            return [[(f"  {fit(item.heading, width - 3)}", "heading")], []]
        room = max(8, width - 5)
        if item.label:
            return self._wording(item, room)
        unsure = f" {format.UNSURE}" if quote.unsure else ""
        yours = " · added by you" if "added" in quote.edited else " · set by you" if quote.edited else ""
        star = f" {format.STAR}" if item.starred else ""
        stands = " · ".join(filter(None, [format.status(item.status, moved=bool(item.before)), item.rating]))
        kind = f" · {quote.kind}{yours}{f' · {stands}' if stands else ''}"
        if quote.gone:
            kind = f" · {format.GONE} words gone{kind}"
        left = room - len(unsure) - len(star) + 2
        name = fit(item.speaker, max(min(cell_len(item.speaker), NAMED), left - len(kind)))
        kind = fit(kind, max(6, left - cell_len(name)))
        known = quote.speakers or quote.entity or quote.speaker_text
        named = "strong" if known and not quote.gone else "dim"
        head: list[Piece] = [
            *lit([(" " + name, named)], self.terms),
            (unsure, "accent"),
            (kind, "dim"),
            (star, "accent"),
        ]
        lines = [head, *self._words(format.marked(quote), room, "dim" if quote.gone else "")]
        if unsure:
            lines.append([(f"   {fit(f'{format.UNSURE} {_doubt(quote)}', room)}", "dim")])
        if item.before:
            lines += self._wrapped(f"{format.CHANGED} {CONFIRM} (S) · was {item.before}", "accent", room)
        if quote.original or quote.translator:
            by = f" (translated by {quote.translator})" if quote.translator else ""
            lines += self._wrapped(f"{format.ORIGINAL} {quote.original}{by}", "dim", room)
        for link in item.links:
            lines.append([(f"   {fit(f'{format.LINK} {link}', room)}", "dim")])
        if item.coverage:
            lines += self._wrapped(item.coverage, "dim", room)
        if item.source:
            lines.append([(f"   {fit(item.source, room)}", "dim")])
        if item.tags:
            lines += _tag_lines(item.signs, room)
        for note in item.notes:
            lines += [lit(line, self.terms) for line in self._wrapped(note, "note", room)]
        lines.append([])
        return lines

    def _wording(self, item: QuoteRow, room: int) -> list[list[Piece]]:
        """Return the lines of another wording of the statement above it, a step to the right."""
        lines: list[list[Piece]] = [[(f"   {fit(item.label, room)}", "dim")]]
        text = "".join(words for words, _ in item.words)
        for start, end in wrap(text, room - 2)[:LONG]:
            lines.append([("     ", ""), *cut_pieces(item.words, start, end)])
        for remark in filter(None, (item.before, *item.notes)):
            lines += self._wrapped(remark, "note", room)
        if item.tags:
            lines += _tag_lines(item.signs, room)
        lines.append([])
        return lines

    def _wrapped(self, text: str, style: str, room: int) -> list[list[Piece]]:
        return [[(f"   {text[start:end]}", style)] for start, end in wrap(text, room)]

    def _words(self, words: str, room: int, style: str) -> list[list[Piece]]:
        spans = wrap(words, room)
        more = len(spans) > LONG
        spans = spans[:LONG]
        matches = find(words, self.terms) if self.terms else []
        lines: list[list[Piece]] = []
        for at, (start, end) in enumerate(spans):
            line: list[Piece] = [("   ", "")]
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


def _signed(line: list[Piece], sign: str) -> list[Piece]:
    """Return a line of a marked quote: its first cell, a blank one, says so."""
    (text, style), *rest = line
    return [(sign, "accent"), (text[1:], style), *rest]


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
            lines.append([("   ", "")])
            left = room
        else:
            lines[-1].append(("  ", ""))
            left -= 2
        lines[-1].append((text, style))
        left -= cell_len(text)
    return lines

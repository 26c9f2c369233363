"""The article pane: one report, its quotes set apart, a cursor that knows the quote it is in."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import pairwise

from rich.cells import get_character_cell_size
from textual import events
from textual.reactive import var
from textual.strip import Strip

from tui.core.model import AnnotatedEvent, Article, Quote, Tag, Version
from tui.ui import format
from tui.ui.messages import ArticleChosen, GoIn, PlaceChanged, QuoteChosen
from tui.ui.panes.article_layout import (
    GUTTER,
    MEASURE,
    LayoutLine,
    article_lines,
    margin,
    measure,
    no_article,
    raw_lines,
    shown_whole,
)
from tui.ui.panes.line_view import LineView
from tui.ui.panes.search_highlight import Matches, Terms, lit, stops, together
from tui.ui.panes.wrap import Piece, Span

_FOLDED = 12  # lines that a pane is taken to have while it is not on the screen
AWAITED = ["", "Reading the event…"]


class ArticlePane(LineView):
    """Shows one article of an event. What it shows, and the chosen quote, are set from outside."""

    UNSEEN = GUTTER + MEASURE  # the reader's place is an offset, and only lines tell of offsets

    text_width: var[int] = var(MEASURE, init=False)
    event_id: var[str] = var("", init=False)
    annotated: var[AnnotatedEvent | None] = var(None, init=False, always_update=True)
    article_id: var[str] = var("", init=False)
    quote_id: var[str] = var("", init=False)
    tags: var[Mapping[str, Tag]] = var({}, init=False)
    terms: var[Terms] = var((), init=False)
    raw: var[str] = var("", init=False)
    older: var[tuple[int, Version] | None] = var(None, init=False)

    def __init__(self, *, id: str, key: format.KeyOf) -> None:
        super().__init__(id=id)
        self._key = key
        self.article: Article | None = None
        self.cursor = 0
        self._lines: list[LayoutLine] = []
        self._body = 0  # the first line of the text
        self._quotes: list[tuple[int, int, Quote]] = []
        self._in_text: dict[str, Quote] = {}  # the same by their ids: each key asks for the chosen one
        self._stops: Terms = ()
        self._matches = Matches()
        self._in_headline = 0  # matches
        self._places: dict[str, tuple[int, int]] = {}
        self.picked: Span | None = None
        self._height = 0

    def watch_annotated(self) -> None:
        """Show the article as it is now; of another event, once it is said which of its articles."""
        ids = [article.id for article in self.annotated.event.articles] if self.annotated else []
        if self.article_id in ids or not ids:
            self._show()

    def watch_article_id(self) -> None:
        """Show another article, where the reader was in it last."""
        self.set_reactive(ArticlePane.raw, "")
        self.set_reactive(ArticlePane.older, None)
        self._show()

    def watch_tags(self) -> None:
        """Show the tags by their new names."""
        self._show()

    def watch_raw(self) -> None:
        """Turn the page over: the raw page on its back."""
        self._turn()

    def watch_older(self) -> None:
        """Show what changed since an older version, or the article again."""
        self._turn()

    def _turn(self) -> None:
        if self.is_mounted:
            self.lay_out()
            self.cursor = self._resting(0)
            self.jump(0)
            if self.older:
                self.next_change(1)
            self.put_title(self._title())

    def watch_quote_id(self, old: str, new: str) -> None:
        """Mark the chosen quote, and no longer the one before."""
        for start, end, quote in self._quotes:
            if quote.id in (old, new):
                first = self.line_of(start)
                self.redraw_lines(first, self.line_of(max(start, end - 1)) + 1 - first)

    def watch_terms(self) -> None:
        """Mark what is searched for."""
        self._find()
        self.redraw()

    def _find(self) -> None:
        terms = self._stops = stops(self.terms)
        self._matches = Matches(self.article.text, terms) if self.article else Matches()
        self._in_headline = len(Matches(self.article.headline, terms)) if self.article else 0

    def _show(self) -> None:
        """Lay out the article; the reader's place in it, and on screen, stays."""
        if not self.is_mounted:
            return
        old = self.article
        if old is not None:
            self._places[old.id] = self.place()
        articles = self.annotated.event.articles if self.annotated else ()
        self.article = next((one for one in articles if one.id == self.article_id), None)
        self._quotes = sorted(
            (
                (part.start, part.end, quote)
                for quote in (self.article.quotes if self.article else ())
                for part in quote.parts
            ),
            key=lambda span: span[:2],
        )
        self._in_text = {quote.id: quote for _, _, quote in self._quotes}
        self._find()
        here = old is not None and self.article is not None and old.id == self.article.id
        if not here or (old and self.article and old.text != self.article.text):
            self.picked = None
        line, top = self.cursor, self.scroll_offset.y
        beside = self._offset(line) < 0  # above or below the text, where offsets say nothing
        place = self._places.get(self.article.id, (-1, -1)) if self.article else (-1, -1)
        self.lay_out()
        if here and (line < self._body or (beside and not self.raw)):
            self.cursor = self._resting(min(line, len(self._lines) - 1))
            self.jump(top)
        else:
            self.go_to(*place)
            if here and place[1] < 0:  # above the text, where offsets say nothing
                self.jump(top)
        self.put_title(self._title())

    def _title(self) -> str:
        if not self.article:
            return "Article"
        articles = self.annotated.event.articles if self.annotated else ()
        at = next((at for at, one in enumerate(articles, 1) if one.id == self.article_id), 0)
        side = (
            f" · {shown_whole(self.article.origin)}"
            if self.raw
            else self._which_change()
            if self.older
            else ""
        )
        return f"Article · {at} of {len(articles)}{side}"

    def _which_change(self) -> str:
        changes = self._changes()
        at = f", {changes.index(self.cursor) + 1} of {len(changes)}" if self.cursor in changes else ""
        return f" · what changed{at}"

    def reflow(self, width: int) -> int:
        """Wrap for the width."""
        room = measure(width, self.text_width)
        if self.article is None or self.annotated is None:
            awaited = self.event_id and self.annotated is None
            said = AWAITED if awaited else no_article(self._key)
            self._lines = [LayoutLine(pieces=((text, "dim"),)) for text in said]
        elif self.raw:
            self._lines = raw_lines(self.raw, self.article, room, self._key)
        elif self.older:
            from tui.ui.panes.diff_layout import diff_lines

            colored = not self.app.no_color and bool(self.app.console.color_system)
            at, version = self.older
            self._lines = diff_lines(self.article, version, at, room, self._key, colored=colored)
        else:
            self._lines = article_lines(self.annotated, self.article, dict(self.tags), room, self._key)
        self._body = next((at for at, line in enumerate(self._lines) if line.start >= 0), len(self._lines))
        return len(self._lines)

    def on_resize(self) -> None:
        """Wrap to the new width; the words that were on top stay there, and the chosen quote in a pane that gets lower."""
        before, self._height = self._height, self.scrollable_content_region.height
        if self.columns != self._wrapped_at:
            self._wrap_anew()
        line, top = self._line_of_chosen(), self.scroll_offset.y
        if top + self._height - 2 < line < top + before and not self.has_focus:
            self.show_line(max(0, line - 2), line, margin=2)

    def watch_text_width(self) -> None:
        """Wrap for the width that the reader wants."""
        if self.is_mounted:
            self._wrap_anew()

    def _wrap_anew(self) -> None:
        place = self.place()
        self.lay_out()
        self.go_to(*place)

    # Places: offsets into the text, so that they outlive a resize and a restart.

    def place(self) -> tuple[int, int]:
        """Return the offsets of the cursor and of the top of the screen; above the text -1, and -2, -3… for lines down."""
        line = round(self.scroll_offset.y)
        top = self._offset(line)
        return self._offset(self.cursor), top if top >= 0 else -1 - line

    def _resting(self, line: int, step: int = 1) -> int:
        """Return the nearest line that has words, `line` itself if it has; looked for the way of `step` first."""
        ways = [range(line, len(self._lines)), range(line, -1, -1)]
        found = (at for way in ways[:: 1 if step > 0 else -1] for at in way if self._lines[at].has_words)
        return next(found, max(0, min(line, len(self._lines) - 1)))

    def _offset(self, line: int) -> int:
        return self._lines[line].start if 0 <= line < len(self._lines) and not self.raw else -1

    def line_of(self, offset: int) -> int:
        """Return the number of the line that holds a place in the text."""
        body = self._lines
        low, high = self._body, len(body) - 1
        while low < high:
            middle = (low + high + 1) // 2
            start = body[middle].start
            if start < 0 or start > offset:
                high = middle - 1
            else:
                low = middle
        return low

    def go_to(self, cursor: int, top: int) -> None:
        """Put the cursor on a place and another at the top, as `place` gives them."""
        first = self.line_of(top) if top >= 0 else min(-1 - top, self._body)
        self.cursor = self._resting(self.line_of(cursor)) if cursor >= 0 else self._beginning(first)
        self.jump(first)
        self.redraw()

    def _beginning(self, top: int) -> int:
        """Return the line where reading begins: that of a quote if one is on the screen, else the headline."""
        line = self._line_of_chosen()
        if line < 0 and self._quotes and not (self.raw or self.older):  # the choice comes a moment later
            line = self.line_of(self._quotes[0][0])
        height = self.scrollable_content_region.height or _FOLDED
        return line if 0 <= line - top < height else self._resting(0)

    def _line_of_chosen(self) -> int:
        """Return the line where the chosen quote begins, -1 where it is not in the text that is shown."""
        if self.raw or self.older:
            return -1
        chosen = self._in_text.get(self.quote_id)
        return self.line_of(chosen.start) if chosen else -1

    def show_quote(self, quote: Quote) -> None:
        """Bring a quote into view, with the sentence around it, and the cursor onto it."""
        self.raw, self.older = "", None
        if quote.gone:
            those = [at for at, line in enumerate(self._lines) if line.quote == quote.id] or [self.cursor]
            first, last = those[0], those[-1]
        else:
            first, last = self.line_of(quote.start), self.line_of(max(quote.start, quote.end - 1))
        self._put_cursor(first)
        self.show_line(max(0, first - 2), min(last, first + self.size.height - 6), margin=2)
        self.post_message(PlaceChanged())

    # What the keys do.

    def move(self, steps: int) -> bool:
        """Move the cursor to the next line with words; False where it could not move."""
        there = self._resting(min(max(0, self.cursor + steps), max(0, len(self._lines) - 1)), steps)
        if there == self.cursor:
            return False
        self._put_cursor(there)
        self.show_line(there, there, margin=min(3, self.size.height // 4))
        self._tell()
        return True

    def _put_cursor(self, line: int) -> None:
        """Put the cursor on a line."""
        for each in (self.cursor, line):
            self.redraw_lines(each)
        self.cursor = line

    def page(self, pages: float) -> bool:
        """Move by screens; False at an end."""
        height = max(1, self.scrollable_content_region.height - 2)
        step = int(height * pages)
        top, end = self.scroll_offset.y, max(0, len(self._lines) - self.scrollable_content_region.height)
        if (pages > 0 and top >= end) or (pages < 0 and top <= 0):
            return self.move(step)
        self.jump(min(max(0, top + step), end))
        self._put_cursor(self._resting(min(max(0, self.cursor + step), len(self._lines) - 1), step))
        self._tell()
        return True

    @property
    def at_end(self) -> bool:
        """Whether the last line is on screen."""
        return self.scroll_offset.y + self.scrollable_content_region.height >= len(self._lines)

    def first(self) -> None:
        """To the headline."""
        self.move(-len(self._lines))
        self.jump(0)

    def last(self) -> None:
        """To the last line."""
        self.move(len(self._lines))

    def next_match(self, step: int) -> bool:
        """Move to the next or previous match in this article; False where there is none."""
        here = self._lines[self.cursor] if self.cursor < len(self._lines) else LayoutLine()
        if here.start >= 0:
            at = self._matches.beyond(here.start, here.end, step)
        else:  # in the headline or what stands below it: before all of the text
            at = self._matches.edge(1) if step > 0 else -1
        if step < 0 and at < 0 and here.field != "headline" and self._to_headline():
            return True
        if at < 0:
            return False
        self.move(self.line_of(at) - self.cursor)
        return True

    def to_words_together(self) -> bool:
        """Move to the first place in the text where the words stand together that are searched for; False for none."""
        at = Matches(self.article.text, together(self.terms)).edge(1) if self.article else -1
        if at >= 0:
            self.move(self.line_of(at) - self.cursor)
        return at >= 0

    def match_here(self) -> int:
        """Return where the first match in the line of the cursor begins, -1 where there is none."""
        here = self._lines[self.cursor] if self.cursor < len(self._lines) else LayoutLine()
        found = self._matches.within(here.start, here.end) if here.start >= 0 else []
        return found[0][0] if found else -1

    def _changes(self) -> list[int]:
        """Return the lines in which the changes begin that are shown."""
        return [at for at, line in enumerate(self._lines) if line.change]

    def next_change(self, step: int) -> bool:
        """Move to the next or previous of the changes that are shown; False where there is none."""
        ahead = [at for at in self._changes() if (at - self.cursor) * step > 0]
        if not ahead:
            return False
        self.move((ahead[0] if step > 0 else ahead[-1]) - self.cursor)
        self.put_title(self._title())
        return True

    def _to_headline(self) -> bool:
        """Move to the headline if what is searched for stands there."""
        if self._in_headline:
            first = next(at for at, line in enumerate(self._lines) if line.field == "headline")
            self.move(first - self.cursor)
        return bool(self._in_headline)

    def to_edge_match(self, step: int) -> None:
        """Move to the first match of the article, or coming from behind to its last."""
        if step > 0 and self._to_headline():
            return
        if (at := self._matches.edge(step)) >= 0:
            self.move(self.line_of(at) - self.cursor)

    def next_of(self, wanted: Collection[str], step: int, *, edge: bool) -> bool:
        """Move to the next of the quotes with these ids, or to the first (from behind the last); False without one."""
        lines = sorted({self.line_of(start) for start, _, quote in self._quotes if quote.id in wanted})
        ahead = lines if edge else [line for line in lines if (line - self.cursor) * step > 0]
        if ahead:
            self.move((ahead[0] if step > 0 else ahead[-1]) - self.cursor)
        return bool(ahead)

    @property
    def cursor_line(self) -> int:
        """The line of the text that the cursor is on."""
        return self.cursor if self.article is not None else -1

    @property
    def field(self) -> str:
        """The field of the article under the cursor."""
        return self._lines[self.cursor].field if 0 <= self.cursor < len(self._lines) else ""

    @property
    def match_count(self) -> int:
        """How many matches the article has, those in its headline too."""
        return len(self._matches) + self._in_headline

    def quote_here(self) -> Quote | None:
        """Return the quote under the cursor: the one chosen if it is there, else the one reached first."""
        here = self._quotes_here()
        return next((quote for quote in here if quote.id == self.quote_id), here[0] if here else None)

    def quote_meant(self) -> Quote | None:
        """Return the quote that keys act on: under the cursor, else the one highlighted beside it on the screen.

        Above the text, on the headline and what stands below it, the article itself is meant.
        """
        here = self.quote_here()
        if here or self.cursor < self._body:
            return here
        top, line = self.scroll_offset.y, self._line_of_chosen()
        if not top <= line < top + self.scrollable_content_region.height:
            return None
        return self._in_text.get(self.quote_id)

    def is_in_view(self, quote: Quote) -> bool:
        """Tell whether a quote is on the screen with the line below it, or as much of it as there is room for."""
        top, height = self.scroll_offset.y, self.scrollable_content_region.height
        first, last = self.line_of(quote.start), self.line_of(max(quote.start, quote.end - 1))
        return top <= first and min(last + 1, first + height - 1) < top + height

    def _quotes_here(self) -> list[Quote]:
        """Return the quotes in the cursor's line, those that begin in it before those that go on in it."""
        if not 0 <= self.cursor < len(self._lines):
            return []
        line = self._lines[self.cursor]
        if line.quote and self.article:
            return [quote for quote in self.article.gone if quote.id == line.quote]
        here = list(self._over(line.start, line.end)) if line.start >= 0 else []
        return [quote for _, _, quote in sorted(here, key=lambda span: span[0] < line.start)]

    def _tell(self) -> None:
        """Say which quote a move has come to, one that begins here first; off all of them none is meant any more."""
        here = self._quotes_here()
        self.post_message(QuoteChosen(here[0].id if here else "", in_article=True))

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse is; open an outlet's article; go to a quote that is clicked twice."""
        offset = event.get_content_offset(self)
        if offset is None:  # on the title
            return
        event.stop().prevent_default()  # else two clicks select the whole page
        line = offset.y + self.scroll_offset.y
        if not 0 <= line < len(self._lines):
            return
        x = offset.x - margin(self._wrapped_at, self.text_width) - GUTTER
        for start, end, article_id in self._lines[line].tabs:
            if start <= x < end:
                self.post_message(ArticleChosen(article_id))
                return
        self.move(line - self.cursor)
        if event.chain == 2 and self.quote_here():
            self.post_message(GoIn())

    # Selecting: what is selected is told from outside, the pane knows its lines.

    def select(self, span: Span | None, head: int) -> None:
        """Show a stretch of the text as selected and bring its head into view; None for nothing."""
        if span is None and self.picked is None:
            return
        self.picked = span
        if head >= 0:
            self.cursor = self._resting(self.line_of(max(0, head - 1 if span and head == span[1] else head)))
            self.show_line(self.cursor, self.cursor, margin=1)
        self.redraw()

    def lines_on(self, offset: int, step: int) -> int:
        """Return the offset `step` lines below (above, where negative) an offset, in the same column."""
        here = self.line_of(offset)
        there = min(max(self._body, here + step), len(self._lines) - 1)
        while there > here and self._lines[there].start < 0:
            there -= 1
        line = self._lines[there]
        if line.start < 0:
            return offset
        column = offset - self._lines[here].start
        return line.start if there == here and step < 0 else min(line.start + column, line.end)

    def line_span(self, offset: int) -> Span:
        """Return the offsets of the screen line that a place in the text lies in."""
        line = self._lines[self.line_of(offset)]
        return line.start, line.end

    def offset_under(self, x: int, y: int) -> int:
        """Return the offset of the text at a cell of the pane's content, -1 beside the text."""
        if not 0 <= y < len(self._lines) or self._lines[y].start < 0 or self.raw or self.article is None:
            return -1
        line, width = self._lines[y], self._wrapped_at
        cells = max(0, x - margin(width, self.text_width) - GUTTER)
        for at in range(line.start, line.end):
            cells -= get_character_cell_size(self.article.text[at])
            if cells < 0:
                return at
        return line.end

    def mouse_selection(self) -> Span | None:
        """Return the stretch of the text that the mouse has selected."""
        selection = self.text_selection
        if selection is None or selection.start is None or selection.end is None:
            return None
        start, end = (self.offset_under(*at) for at in (selection.start, selection.end))
        return (start, end) if 0 <= start < end else None

    # Drawing.

    def _over(self, start: int, end: int) -> Iterator[tuple[int, int, Quote]]:
        """Yield the stretches of quotes that overlap `text[start:end]`."""
        for first, last, quote in self._quotes:
            if first >= end:
                return
            if last > start:
                yield first, last, quote

    def draw(self, y: int, width: int) -> Strip:
        """Draw one line: margin, cursor, signs, and the text with its quotes and matches."""
        line = self._lines[y]
        beside = " " * margin(width, self.text_width)
        here = y == self.cursor and self.article is not None
        bar: Piece = (format.place_mark(here=here, live=self.has_focus), "accent")
        if line.start < 0:
            return self.strip([(beside, ""), bar, ("   ", ""), *lit(list(line.pieces), self._stops)], width)
        spans = list(self._over(line.start, line.end))
        signs = self._signs(line, spans)
        return self.strip([(beside, ""), bar, *signs, *self._text(line, spans)], width)

    def _signs(self, line: LayoutLine, spans: list[tuple[int, int, Quote]]) -> list[Piece]:
        """Return the three cells before the text: what the reader did, and where a quote begins, quoted before reported."""
        mark, done = " ", "  "
        for start, _, quote in spans:
            if line.start <= start < line.end:
                mark = "›" if quote.kind == "indirect" and mark != "“" else "“"
                if self.annotated and start == quote.start and not done.strip():
                    done = _done(self.annotated, quote.id)
            elif quote.id == self.quote_id and mark == " ":
                mark = "│"
        return [(done[0], "accent"), (mark, "accent"), (done[1], "accent")]

    def _text(self, line: LayoutLine, spans: list[tuple[int, int, Quote]]) -> list[Piece]:
        """Return the words of a line, cut where a style begins or ends."""
        text = self.article.text if self.article else ""
        chosen = [self.picked] if self.picked else []
        # what is selected stands alone
        matches = [] if chosen else self._matches.within(line.start, line.end)
        spans = [] if chosen else spans
        cuts = {line.start, line.end}
        for start, end in (*((first, last) for first, last, _ in spans), *matches, *chosen):
            cuts.update(min(max(edge, line.start), line.end) for edge in (start, end))
        edges = sorted(cuts)
        pieces: list[Piece] = []
        for start, end in pairwise(edges):
            style = ""
            for first, last, quote in spans:
                if first <= start < last:
                    told = "" if quote.kind == "indirect" else "quote"  # only words that were said
                    style = "mark" if quote.id == self.quote_id else style or told
            if any(first <= start < last for first, last in matches):
                style = "match"
            if any(first <= start < last for first, last in chosen):
                style = "selected"
            pieces.append((text[start:end], style))
        return pieces


def _done(annotated: AnnotatedEvent, target: str) -> str:
    """Return two signs of what the reader did to a quote: the first of doubt, a star, a tag; a note; that it was checked."""
    status = annotated.status(target)
    doubt = status in ("disputed", "retracted")
    signs = format.STATUS_SIGNS.get(status, "") if doubt else ""
    signs += format.STAR * annotated.starred(target) + format.TAG * bool(annotated.tags(target))
    signs = signs[:1] + format.NOTE * bool(annotated.note(target))
    if not (doubt or len(signs) > 1):
        signs += format.STATUS_SIGNS.get(status, "")
    return f"{signs:<2}"

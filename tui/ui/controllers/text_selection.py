"""Selecting words of the article by keyboard, or taking over what the mouse selected, to correct quotes."""

from __future__ import annotations

from functools import partialmethod
from typing import TYPE_CHECKING
from uuid import uuid4

from tui.commands.annotations import EditField, target_of
from tui.commands.quotes import (
    AddQuote,
    ReanchorQuote,
    RemoveWordsFromQuote,
    format_ranges,
    kind_of,
    moved_parts,
    split_at_marks,
)
from tui.core.model import Quote
from tui.core.speakers import attributed_names
from tui.ui.controllers.bulk_selection import BulkSelectionController
from tui.ui.controllers.clipboard import ClipboardController
from tui.ui.controllers.navigation import NavigationController
from tui.ui.controllers.registry import Controller
from tui.ui.controllers.speakers import SpeakerController
from tui.ui.controllers.text_motions import TextSelection, grown, unit_at

if TYPE_CHECKING:
    from tui.ui.context import Context


class TextSelectionController(Controller):
    """The keys of a selection. It is in one article and ends when another is shown."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._selection: TextSelection | None = None
        self._quote_id = ""
        self._moving: Quote | None = None  # whose borders the selection is
        self._from = ""  # the pane that had the keys before

    @property
    def on(self) -> bool:
        """Whether words are being selected."""
        return self._selection is not None and self.context.panes.article.picked == self._selection.span

    @property
    def mode(self) -> str:
        """What the keys are for, "" where nothing is selected."""
        return "" if not self.on else "borders" if self._moving else "select"

    @property
    def _text(self) -> str:
        return self.context.open.article.text if self.context.open.article else ""

    # Beginning and ending.

    def do_select(self) -> None:
        """Begin at what a search finds in the line, or the quote under the cursor, else at its first word; again: there."""
        context = self.context
        if context.panes.current == "quotes":
            context.controller(BulkSelectionController).do_mark_from_here()
            return
        pane = context.panes.article
        if pane.raw:
            context.say("There are no words here to select.")
            return
        again, match = self.on, -1
        self._moving = None
        if context.panes.current != "article":
            context.controller(NavigationController).show_quote()
            context.panes.go_to("article")
            quote = chosen = self._chosen()
        else:
            quote, chosen = pane.quote_here(), self._chosen()
            match = -1 if again else pane.match_here()
        word = unit_at(self._text, "word", max(0, match, pane.place()[0]))
        if match >= 0 and quote and not quote.start <= match < quote.end:
            quote = None  # what was searched for is meant, not the quote beside it
        if quote and not quote.gone and quote.article == context.open.article_id and not again:
            self._quote_id = quote.id
            self._begin(TextSelection(quote.start, quote.start, quote.end))
        elif word:
            self._quote_id = chosen.id if chosen else ""
            self._begin(TextSelection(*word, word[1]))
        else:
            context.say("There are no words here to select.")

    def begin_in(self, quote: Quote, moving: Quote | None = None) -> None:
        """Begin at a quote, wherever it is; `moving` is it where its borders are to be moved."""
        context = self.context
        home, before = context.listing.home_of(quote), context.panes.current

        def begin() -> None:
            context.choose_quote(quote.id, quote.article)
            context.panes.article.show_quote(quote)
            context.panes.go_to("article")
            self._quote_id, self._moving, self._from = quote.id, moving, before
            self._begin(TextSelection(quote.start, quote.start, quote.end))

        if home:
            context.open_event(home.event.id, quote.article, begin)

    def move_borders(self, quote: Quote) -> None:
        """Move the end of a quote, or its beginning, in the text."""
        self.begin_in(quote, quote)
        keys = map(self.context.key, ("word_back", "word_on", "letter_back", "letter_on"))
        other, take, leave = map(self.context.key, ("swap_end", "take_borders", "keep_borders"))
        told = f"{' '.join(keys)} move the end, {other} the other end; {take} takes them, {leave} leaves."
        self.context.say(told, holds=lambda: self.on)

    def take(self, start: int, end: int) -> None:
        """Take over what the mouse selected."""
        self._moving = None
        chosen = self._chosen()
        self._quote_id = chosen.id if chosen else ""
        if start < end:
            self._begin(TextSelection(start, start, end))

    def _begin(self, selection: TextSelection) -> None:
        self._put(selection)
        self.context.refresh_lines()

    def _put(self, selection: TextSelection) -> None:
        self._selection = selection
        self.context.panes.article.select(selection.span, selection.head)

    def end(self) -> None:
        """Select nothing any more; what was begun in the list of quotes leads back to it."""
        before = self._from if self._moving and self.context.panes.current == "article" else ""
        self._selection = self._moving = None
        self.context.panes.article.select(None, -1)
        if before and before != "article":
            self.context.panes.go_to(before)
        self.context.refresh_lines()

    def do_quote_first(self) -> None:
        """Leave the words selected: what is asked for is done to quotes."""
        key = self.context.key
        first = f"{key('create_quote')} makes the selected words a quote; or {key('leave_selection')}"
        if self._moving:
            first = f"{key('take_borders')} takes the borders; or {key('keep_borders')}"
        self.context.say(f"First {first} leaves them.", holds=lambda: self.on)

    def _chosen(self) -> Quote | None:
        """Return the quote of this article that is chosen."""
        article = self.context.open.article
        wanted = self._quote_id if self.on else self.context.open.quote_id
        every = article.all_quotes if article else ()
        return next((one for one in every if one.id == wanted), None)

    @property
    def words(self) -> str:
        """The words selected."""
        start, end = self._selection.span if self._selection else (0, 0)
        return self._text[start:end]

    # Moving.

    def _grow(self, unit: str, step: int) -> None:
        if self._selection:
            self._put(grown(self._text, self._selection, unit, step))

    def _lines(self, step: int) -> None:
        if self._selection:
            self._put(self._selection.to(self.context.panes.article.lines_on(self._selection.head, step)))

    def _page(self, step: int) -> None:
        self._lines(step * self.context.panes.article.size.height // 2)

    def _line_edge(self, edge: int) -> None:
        if self._selection:
            head = self._selection.head
            within = head - 1 if head == self._selection.span[1] else head
            self._to(self.context.panes.article.line_span(within)[edge])

    def _to(self, offset: int) -> None:
        if self._selection:
            self._put(self._selection.to(offset))

    def do_to_end(self) -> None:
        self._to(len(self._text))

    def _letter(self, step: int) -> None:
        if self._selecting():
            self._grow("letter", step)

    def do_swap_end(self) -> None:
        if self._selection:
            self._put(self._selection.swapped())

    # What is done with it.

    def do_copy_words(self) -> None:
        self.context.controller(ClipboardController).copy(self.words, "Selection")
        self.end()

    def do_create_quote(self) -> None:
        """Make the words a quote: ask who says them; how, the marks tell, and the menu on it changes."""
        context = self.context
        if self._selection is None or context.open.article is None:
            return
        article, text = context.open.article, self._text
        parts = split_at_marks(text, *self._selection.span)
        start, end = parts[0][0], parts[-1][1]
        if start >= end:
            context.say("There are no words in the selection.")
            return
        kind = kind_of(text, parts)
        speakers = context.briefing.speakers()
        near = sorted(article.quotes, key=lambda one: min(abs(one.start - end), abs(start - one.end)))
        names = dict.fromkeys(
            name for one in near if one.speakers for name in attributed_names(one, speakers)
        )

        def add(name: str) -> None:
            made = uuid4().hex
            self.end()
            context.choose_quote(made)
            context.do(AddQuote(target_of(article), format_ranges(parts), name, kind, made))

        context.controller(SpeakerController).choose(
            f"New quote, {kind}: whose words are these?",
            add,
            near=tuple(names),
            about=" … ".join(" ".join(text[slice(*part)].split()) for part in parts),
            nobody=0,
        )

    def do_take_borders(self) -> None:
        quote = self._moving
        if self._selection and quote:
            old = [(part.start, part.end) for part in quote.parts]
            parts = moved_parts(self._text, old, *self._selection.span)
            self.end()
            if parts != old:
                self.context.do(EditField(target_of(quote), "borders", format_ranges(parts)))

    def do_borders(self) -> None:
        quote = self._chosen() if self._selecting() else None
        if self._selection and quote:
            target = target_of(quote)
            borders = format_ranges(split_at_marks(self._text, *self._selection.span))
            self.end()
            command = ReanchorQuote(target, borders) if quote.gone else EditField(target, "borders", borders)
            self.context.do(command)
        elif self._selection:
            self.context.say(
                f"No quote is chosen here; {self.context.key('create_quote')} makes the words a new one."
            )

    def do_cut_out(self) -> None:
        """Cut the selection out of the chosen quote: it goes on behind it as another part."""
        quote = self._chosen()
        if self._selection and quote:
            start, end = self._selection.span
            self.end()
            self.context.do(RemoveWordsFromQuote(target_of(quote), start, end))
        else:
            self.context.say("No quote is chosen here to cut words out of.")

    def _selecting(self) -> bool:
        if not self.on:
            key = self.context.key("select")
            there = "" if self.context.panes.current == "article" else "go there, then "
            self.context.say(f"First select words of the article: {there}{key} begins.")
        return self.on

    do_word_on = partialmethod(_grow, "word", 1)
    do_word_back = partialmethod(_grow, "word", -1)
    do_next_sentence = partialmethod(_grow, "sentence", 1)
    do_previous_sentence = partialmethod(_grow, "sentence", -1)
    do_letter_on = partialmethod(_letter, 1)
    do_letter_back = partialmethod(_letter, -1)
    do_line_on = partialmethod(_lines, 1)
    do_line_back = partialmethod(_lines, -1)
    do_half_page_on = partialmethod(_page, 1)
    do_half_page_back = partialmethod(_page, -1)
    do_paragraph_on = partialmethod(_grow, "paragraph", 1)
    do_paragraph_back = partialmethod(_grow, "paragraph", -1)
    do_line_start = partialmethod(_line_edge, 0)
    do_line_end = partialmethod(_line_edge, 1)
    do_keep_borders = end
    do_to_start = partialmethod(_to, 0)
    do_leave_selection = end

"""Selecting words of the article by keyboard, or taking over what the mouse selected, to correct quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast
from uuid import uuid4

from tui.commands.annotations import KINDS, EditField, target_of
from tui.commands.quotes import (
    AddQuote,
    ReanchorQuote,
    RemoveWordsFromQuote,
    format_ranges,
    kind_of,
    split_at_marks,
)
from tui.core.model import Quote
from tui.settings.actions import BY_ID, key_name
from tui.ui import format
from tui.ui.controllers.text_motions import TextSelection, grown, unit_at
from tui.ui.dialogs.base import Form, FormField
from tui.ui.dialogs.edit_form import check

if TYPE_CHECKING:
    from tui.ui.app import BriefingApp
    from tui.ui.main_screen import MainScreen

# What these keys do while words are selected, where their table says something else.
_HINTS = (
    ("enter", "new quote"),
    ("borders", "borders"),
    ("split", "cut out"),
    ("pane_right", "word"),
    ("next_article", "sentence"),
    ("open_url", "other end"),
    ("back", "leave"),
    ("letter_on", "letter"),
)
# These leave the selection as it is.
_HARMLESS = frozenset({"help", "palette", "undo", "redo", "zoom", "jump_back", "theme"})


class TextSelectionController:
    """The keys of a selection. It is in one article and ends when another is shown."""

    hints = _HINTS

    def __init__(self, screen: MainScreen) -> None:
        self.screen = screen
        self._selection: TextSelection | None = None
        self._quote_id = ""

    @property
    def on(self) -> bool:
        """Whether words are being selected."""
        return self._selection is not None and self.screen.article_pane.picked == self._selection.span

    @property
    def _text(self) -> str:
        return self.screen.article.text if self.screen.article else ""

    def passes(self, action: str) -> bool:
        """Tell whether an action is one of the selection's; any other ends it first, unless it is harmless."""
        if not self.on:
            self._selection = None
            return action in ("borders", "letter_back", "letter_on")
        if hasattr(self, f"do_{action}"):
            return True
        if action not in _HARMLESS:
            self.end()
        return False

    # Beginning and ending.

    def do_select(self) -> None:
        """Begin at the quote under the cursor, else at the first word of its line; again: at that word."""
        screen = self.screen
        pane = screen.article_pane
        if screen.article is None or pane.raw:
            screen.say("There are no words here to select.")
            return
        again = self.on
        if screen.pane != "article":
            screen.show_quote()
            screen.go_to_pane("article")
            quote = chosen = self._chosen()
        else:
            quote, chosen = screen.quote, self._chosen()
        word = unit_at(self._text, "word", max(0, pane.place()[0]))
        if quote and not quote.gone and quote.article == screen.article_id and not again:
            self._quote_id = quote.id
            self._begin(TextSelection(quote.start, quote.start, quote.end))
        elif word:
            self._quote_id = chosen.id if chosen else ""
            self._begin(TextSelection(*word, word[1]))
        else:
            screen.say("There are no words here to select.")

    def take(self, start: int, end: int) -> None:
        """Take over what the mouse selected."""
        chosen = self._chosen()
        self._quote_id = chosen.id if chosen else ""
        if start < end:
            self._begin(TextSelection(start, start, end))

    def _begin(self, selection: TextSelection) -> None:
        self._put(selection)
        self.screen.refresh_lines()

    def _put(self, selection: TextSelection) -> None:
        self._selection = selection
        self.screen.article_pane.select(selection.span, selection.head)

    def end(self) -> None:
        """Select nothing any more."""
        self._selection = None
        self.screen.article_pane.select(None, -1)
        self.screen.refresh_lines()

    def do_back(self) -> None:
        """Leave the selection."""
        self.end()

    do_quit = do_back

    def do_tag(self) -> None:
        """Leave the words selected: what is asked for is done to quotes."""
        self.screen.say("First Enter makes the selected words a quote; or Esc leaves them.")

    do_note = do_note_editor = do_star = do_status = do_speaker = do_edit = do_delete = do_tag
    do_tag_all = do_join = do_link = do_linked = do_restore = do_merge = do_move = do_tag

    def _chosen(self) -> Quote | None:
        """Return the quote of this article that is chosen."""
        article = self.screen.article
        wanted = self._quote_id if self.on else self.screen.quote_id
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
            self._put(self._selection.to(self.screen.article_pane.lines_on(self._selection.head, step)))

    def do_pane_right(self) -> None:
        """A word on."""
        self._grow("word", 1)

    def do_pane_left(self) -> None:
        """A word back."""
        self._grow("word", -1)

    def do_next_article(self) -> None:
        """A sentence on."""
        self._grow("sentence", 1)

    def do_previous_article(self) -> None:
        """A sentence back."""
        self._grow("sentence", -1)

    def do_letter_on(self) -> None:
        """A letter on."""
        if self._selecting():
            self._grow("letter", 1)

    def do_letter_back(self) -> None:
        """A letter back."""
        if self._selecting():
            self._grow("letter", -1)

    def do_down(self) -> None:
        """A line on."""
        self._lines(1)

    def do_up(self) -> None:
        """A line back."""
        self._lines(-1)

    def do_half_down(self) -> None:
        """Half a page on."""
        self._lines(self.screen.article_pane.size.height // 2)

    def do_half_up(self) -> None:
        """Half a page back."""
        self._lines(-self.screen.article_pane.size.height // 2)

    def do_first(self) -> None:
        """To the beginning of the text."""
        if self._selection:
            self._put(self._selection.to(0))

    def do_last(self) -> None:
        """To its end."""
        if self._selection:
            self._put(self._selection.to(len(self._text)))

    def do_open_url(self) -> None:
        """Grow at the other end."""
        if self._selection:
            self._put(self._selection.swapped())

    # What is done with it.

    def do_copy(self) -> None:
        """Copy the words."""
        self.screen.doers.get("clipboard").copy(self.words, "TextSelection")
        self.end()

    def do_enter(self) -> None:
        """Make the words a quote: ask who says them, and how."""
        screen = self.screen
        if self._selection is None or screen.article is None:
            return
        article, text = screen.article, self._text
        parts = split_at_marks(text, *self._selection.span)
        start, end = parts[0][0], parts[-1][1]
        if start >= end:
            screen.say("There are no words in the selection.")
            return
        kind = kind_of(text, parts)
        speakers = screen.briefing.speakers()
        near = sorted(article.quotes, key=lambda one: min(abs(one.start - end), abs(start - one.end)))
        names = dict.fromkeys(format.speaker_name(one, speakers) for one in near if one.speaker)
        known = tuple(each.name for each in speakers.values() if not each.merged_into)
        fields = [
            FormField(
                id="speaker",
                label="speaker  (empty for nobody named)",
                value="",
                basis="",
                suggestions=tuple(names)[:9],
                known=known,
            ),
            FormField(
                id="kind", label="kind  (direct, mixed or indirect)", value=kind, known=KINDS, closed=True
            ),
        ]

        def add(changed: dict[str, str] | None) -> None:
            if changed is None:
                return
            made = uuid4().hex
            self.end()
            screen.quote_id = made
            given = {"kind": kind, **changed}
            target = target_of(article)
            screen.annotator.do(
                AddQuote(target, format_ranges(parts), given.get("speaker", ""), given["kind"], made)
            )

        words = " … ".join(" ".join(text[slice(*part)].split()) for part in parts)
        title = f"New quote: “{words[:60]}{'…' if len(words) > 60 else ''}”"
        screen.app.push_screen(Form(title, fields, "speaker", check), add)

    def do_borders(self) -> None:
        """Set the borders of the chosen quote to the selection."""
        quote = self._chosen() if self._selecting() else None
        if self._selection and quote:
            target = target_of(quote)
            borders = format_ranges(split_at_marks(self._text, *self._selection.span))
            self.end()
            command = ReanchorQuote(target, borders) if quote.gone else EditField(target, "borders", borders)
            self.screen.annotator.do(command)
        elif self._selection:
            self.screen.say("No quote is chosen here; Enter makes the words a new one.")

    def do_split(self) -> None:
        """Cut the selection out of the chosen quote: it goes on behind it as another part."""
        quote = self._chosen()
        if self._selection and quote:
            start, end = self._selection.span
            self.end()
            self.screen.annotator.do(RemoveWordsFromQuote(target_of(quote), start, end))
        else:
            self.screen.say("No quote is chosen here to cut words out of.")

    def _selecting(self) -> bool:
        if not self.on:
            app = cast("BriefingApp", self.screen.app)
            key = key_name(app.keys_of(BY_ID["select"])[0])
            there = "" if self.screen.pane == "article" else "go there, then "
            self.screen.say(f"First select words of the article: {there}{key} begins.")
        return self.on

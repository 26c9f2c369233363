"""Whole quotes split, joined and restored; links between them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui.commands.annotations import DiscardQuote, target_of
from tui.commands.assessment import LinkQuotes
from tui.commands.quotes import JoinQuotes, SplitQuote
from tui.core.assessment import RELATIONS, SYMMETRIC, said_of_link
from tui.core.model import AnnotatedEvent, AnnotationTarget, Article, Quote
from tui.core.text import one_line
from tui.ui import format
from tui.ui.choice import Choice
from tui.ui.controllers.registry import Controller
from tui.ui.controllers.status import StatusController
from tui.ui.dialogs.choice_list import ChoiceList
from tui.ui.disk_queue import OPENS
from tui.ui.panes.wrap import fit

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.ui.context import Context


_LINKING, _WIDE = 24, 60  # cells of the words of a quote that a link begins at, on a screen that is so wide


class QuoteController(Controller):
    """The keys that set whole quotes right, and tie them to one another."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._marked: tuple[AnnotationTarget, str] | None = None  # the quote a link begins at, and its words

    def _choose(
        self, title: str, choices: list[Choice], then: Callable[[str], None], now: str | None = None
    ) -> None:
        worded = any("“" in choice.label for choice in choices)
        dialog = ChoiceList(title, choices, chosen=now, sentences=worded)
        self.context.choose(dialog, then)

    # Whole quotes.

    def do_split(self) -> None:
        if quote := self.context.open.quote:
            if len(quote.parts) > 1:
                self.context.do(SplitQuote(target_of(quote)))
            else:
                select, cut = self.context.key("select"), self.context.key("cut_out")
                self.context.say(
                    f"The quote has one part: select words in it with {select}, then {cut} cuts it there."
                )

    def do_join(self) -> None:
        quote = self.context.open.quote
        article = self._article_of(quote) if quote else None
        if quote is None or article is None:
            return
        if quote.gone:
            self.context.say("The words of this quote are gone from its article: there is nothing to join.")
            return
        do = self.context.do
        after = _after(article, quote)
        join = partial(JoinQuotes, [target_of(quote), *([target_of(after)] if after else [])])
        speakers = self.context.briefing.speakers()
        who, other = (format.speaker_name(each, speakers) if each else "" for each in (quote, after))
        if len(quote.parts) == 1 and after and who == other:
            do(join())
            return
        if len(quote.parts) == 1 and after is None:
            self.context.say(
                f"This is the last quote of the article: {self.context.key('join')} joins one with the next."
            )
            return
        choices = []
        if len(quote.parts) > 1:
            choices.append(Choice("parts", "Its parts, with the words between them", "one stretch"))
        if after:
            whose = f"of {other}; all will be of {who}" if other != who else ""
            choices.append(Choice("next", f"With the next quote: {format.short_quote(after)}", whose))
        self._choose(
            f"Join {format.short_quote(quote)}",
            choices,
            lambda chosen: do(JoinQuotes([target_of(quote)]) if chosen == "parts" else join()),
        )

    def joined_with(self, quote: Quote) -> str:
        """Return what joining would put a quote together with, its parts or the speaker's next one; "" for nothing."""
        article = self._article_of(quote)
        if quote.gone or article is None:
            return ""
        after, speakers = _after(article, quote), self.context.briefing.speakers()
        if after and format.speaker_name(after, speakers) != format.speaker_name(quote, speakers):
            after = None
        parts = ["its parts"] if len(quote.parts) > 1 else []
        return " or ".join([*parts, *([f"with the next: {format.short_quote(after)}"] if after else [])])

    def _article_of(self, quote: Quote) -> Article | None:
        item = next((one for one in self.context.open.items if one.quote and one.quote.id == quote.id), None)
        if item and item.article:
            return item.article
        article = self.context.open.article
        return article if article and article.id == quote.article else None

    def do_restore(self) -> None:
        context = self.context
        if context.open.annotated:
            event_id = context.open.event_id
            read = partial(context.briefing.annotated, event_id, include_hidden=True)
            context.read(read, partial(self._offer_discarded, context.open.annotated), OPENS)

    def _offer_discarded(self, known: AnnotatedEvent, every: AnnotatedEvent) -> None:
        context = self.context
        there = {quote.id for article in known.event.articles for quote in article.all_quotes}
        shown = {article.id for article in known.event.articles}
        speakers = context.briefing.speakers()
        gone = {
            quote.id: (quote, article)
            for article in every.event.articles
            for quote in article.all_quotes
            if article.id in shown and quote.id not in there
        }
        if not gone:
            context.say("No quote of this event was discarded.")
            return
        choices = [
            Choice(
                each,
                format.short_quote(quote),
                ", ".join(filter(None, (format.speaker_name(quote, speakers), article.outlet))),
            )
            for each, (quote, article) in gone.items()
        ]
        self._choose(
            "Take back in",
            choices,
            lambda chosen: context.do(DiscardQuote(target_of(gone[chosen][0]), on=False)),
        )

    # Links.

    def do_link(self) -> None:
        """Mark the quote to link it; on another one, say what the marked one is to it."""
        quote = self.context.open.quote
        if quote is None:
            return
        context, target = self.context, target_of(quote)
        if self._marked is None:
            self._mark((target, quote.words))
            there = f"go to the other quote and press {context.key('link')}; here again ends it"
            context.say(f"Linking {format.short_quote(quote)}: {there}.")
            return
        first, words = self._marked
        if first.id == target.id:
            self._mark(None)
            context.say("Nothing is being linked any more.")
            return
        choices = []
        for relation in RELATIONS:
            choices.append(Choice(relation, said_of_link(relation, inverse=False)))
            if relation not in SYMMETRIC:
                choices.append(Choice(f"{relation}<", said_of_link(relation, inverse=True)))
        choices.append(Choice("none", "not linked"))
        home = context.listing.home_of(quote)
        links = home.of(quote.id, "linking") if home else ()
        now = next((link.body for link in links if link.body["quote"] == first.id), {})
        turned = now and now["relation"] not in SYMMETRIC and not now.get("inverse")

        def link(chosen: str) -> None:
            self._mark(None)
            relation, turned, _ = chosen.partition("<")
            one, other = (target, first) if turned else (first, target)
            context.do(LinkQuotes(one, other, None if relation == "none" else relation))

        title = f"What {format.short(words)} is to {format.short_quote(quote)}"
        self._choose(title, choices, link, now=f"{now['relation']}{'<' * bool(turned)}" if now else None)

    def _mark(self, begun: tuple[AnnotationTarget, str] | None) -> None:
        """Begin a link at a quote, or end what was begun; the line below the panes says so meanwhile."""
        self._marked = begun
        # the help has room beside it
        cells = _LINKING if self.context.app.size.width >= _WIDE else _LINKING // 3
        about = (
            f"Linking “{fit(one_line(begun[1]), cells)}” · {self.context.key('link')} there" if begun else ""
        )
        self.context.controller(StatusController).begun = about
        self.context.refresh_lines()

    def do_linked(self) -> None:
        quote = self.context.open.quote
        if quote is None:
            return
        context = self.context
        home = context.listing.home_of(quote)
        links = home.of(quote.id, "linking") if home else ()
        places = {str(link.body["quote"]): str(link.body.get("article", "")) for link in links}

        def go(chosen: str) -> None:
            context.read(lambda: context.briefing.event_of(places[chosen]), partial(arrive, chosen), "event")

        def arrive(chosen: str, its_event: str) -> None:
            if its_event:
                from tui.ui.controllers.jumps import JumpController

                context.controller(JumpController).go(its_event, places[chosen], chosen)
            else:
                context.say("The article of the other quote is not there any more.")

        if not places:
            context.say(f"This quote is linked to no other; {context.key('link')} links it.")
        elif len(places) == 1:
            go(next(iter(places)))
        else:
            choices = [
                Choice(
                    str(link.body["quote"]),
                    said_of_link(str(link.body["relation"]), inverse=bool(link.body.get("inverse"))),
                    format.short(str(link.body.get("exact", ""))),
                )
                for link in links
            ]
            self._choose("Go to the quote that is linked", choices, go)


def _after(article: Article, quote: Quote) -> Quote | None:
    """Return the quote behind one, None behind the last."""
    at = next((at for at, one in enumerate(article.quotes) if one.id == quote.id), len(article.quotes))
    return article.quotes[at + 1] if at + 1 < len(article.quotes) else None

"""Moving about: rows and lines, panes, articles, matches, and what is still unread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial, partialmethod
from typing import TYPE_CHECKING, TypeVar

from tui.core.text import one_line
from tui.store.briefing import StoreError
from tui.ui.controllers.read_marks import ReadMarks
from tui.ui.controllers.registry import Controller
from tui.ui.controllers.resume import ReadingPosition
from tui.ui.controllers.search import SearchController
from tui.ui.controllers.status import StatusController
from tui.ui.pane_layout import PANES
from tui.ui.panes.article_pane import ArticlePane
from tui.ui.panes.timeline import ORDERS
from tui.ui.panes.wrap import fit

if TYPE_CHECKING:
    from tui.core.model import AnnotatedEvent, Article, Version
    from tui.core.query.evaluate import Matcher
    from tui.ui.context import Context

Read = TypeVar("Read")


class NavigationController(Controller):
    """The keys that move the reader and change nothing."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._awaited = ""  # the article whose raw page is being read
        self._asked_from = ""  # the pane that had the keys when something was asked for

    # In a pane.

    def _move(self, step: int) -> None:
        self.context.panes.focused.move(step)
        self._went_on()

    def _page(self, pages: float) -> None:
        self.context.panes.focused.page(pages)
        self._went_on()

    def _went_on(self) -> None:
        """Who goes on in an article reads it."""
        if self.context.panes.current == "article":
            self.context.controller(ReadMarks).read_on()

    def do_first(self) -> None:
        self.context.panes.focused.first()

    def do_last(self) -> None:
        self.context.panes.focused.last()

    def do_read_on(self) -> None:
        pane = self.context.panes.focused
        self._went_on()
        if isinstance(pane, ArticlePane):
            if pane.at_end:
                self.next_unread(1)
            else:
                pane.page(1)
        elif not pane.page(1):
            self._unread(1)

    # Between panes.

    def _to_pane(self, pane: str) -> None:
        self.context.panes.go_to(pane)

    def _pane(self, step: int, *, around: bool) -> None:
        events = self.context.panes.events
        if self.context.panes.current == "events" and not around and events.fold(on=step < 0):
            return
        quote = self.context.open.quote if self.context.panes.current == "quotes" else None
        if quote and not around and self.context.listing.unfold(quote.id, on=step > 0):
            return
        at = PANES.index(self.context.panes.current) + step
        if around or 0 <= at < len(PANES):
            self.context.panes.go_to(PANES[at % len(PANES)])
        elif quote and self.context.listing.scope == "event":
            self.context.say("Nothing more to unfold: all wordings of this statement are listed.", quiet=True)
        else:
            goes_round = self.context.key("pane_next")
            self.context.say(f"No pane lies further that way: {goes_round} goes round.", quiet=True)

    def do_zoom(self) -> None:
        self.context.panes.zoomed = not self.context.panes.zoomed
        self.context.panes.go_to(self.context.panes.current)

    def do_enter(self) -> None:
        context = self.context
        if context.panes.current == "events":
            if not context.panes.events.fold(on=False):
                context.panes.go_to("article")
                self._go_to_found()
        elif context.open.speaker:
            context.panes.quotes.move(1)  # from a heading to the first quote below it
        elif context.panes.current == "quotes":
            self.show_quote()
            context.panes.go_to("article", "quotes")
        elif quote := context.open.quote:
            if all(item.quote is None or item.quote.id != quote.id for item in context.open.items):
                self._list_all()
            context.choose_quote(quote.id)
            context.panes.go_to("quotes")
        else:
            context.say("No quote in this line; those that have one bear a “ or a ›.")

    def _list_all(self) -> None:
        """List all quotes of the article, also those that a search leaves out."""
        search = self.context.controller(SearchController)
        if search.reaches("quotes"):
            search.end()
        self.context.listing.set_scope("article")

    def do_back(self) -> None:
        """One step back, whatever the last step was; where there is none, an end to what runs beside."""
        if self.step_out():
            return
        if came_from := self.context.panes.came_from:
            self.context.panes.go_to(came_from)
        elif self.context.panes.current != "events":
            self._pane(-1, around=False)
        elif self.context.controller(StatusController).job:
            from tui.ui.controllers.background_job import BackgroundJobs

            self.context.controller(BackgroundJobs).stop()
        else:
            self.context.say(f"Nothing is left to step out of: {self.context.key('quit')} quits.", quiet=True)

    def step_out(self) -> bool:
        """End what lies over the panes: a search, the raw page, the zoom. False if none."""
        context = self.context
        search = context.controller(SearchController)
        if search.pane:
            search.end()
        elif context.panes.current == "quotes" and context.listing.end_picked():
            pass
        elif context.panes.article.raw:
            context.panes.article.raw = ""
        elif context.panes.article.older:
            context.panes.article.older = None
        elif context.panes.zoomed:
            self.do_zoom()
        elif context.news.stop_indexing():
            context.say("Indexing stopped; searches find what is indexed by now, the next start goes on.")
        else:
            return False
        return True

    def do_quit(self) -> None:
        if not self.step_out():
            self.context.program.leave("quit")

    def do_quit_now(self) -> None:
        self.context.program.leave("quit_now")

    def show_quote(self) -> None:
        """Bring the chosen quote into view in its article."""
        context, opened = self.context, self.context.open
        item = next((item for item in opened.items if item.quote and item.quote.id == opened.quote_id), None)
        if item is None or item.quote is None:
            return
        quote, pane = item.quote, context.panes.article
        if item.event_id != opened.event_id:
            context.open_event(item.event_id, quote.article, lambda: pane.show_quote(quote))
            return
        context.choose_quote(quote.id, quote.article)
        pane.show_quote(quote)

    def bring_into_view(self) -> None:
        """Have the sentence of the chosen quote on the screen, and the article it stands in."""
        pane, quote = self.context.panes.article, self.context.open.quote
        here = quote and quote.article == self.context.open.article_id
        item = self.context.panes.quotes.chosen
        # another wording of it is shown
        folded = item is not None and self.context.open.quote_id in item.folded
        if quote and not here and not folded and self.context.listing.scope != "article":
            if item and item.event_id != self.context.open.event_id and self.context.open.annotated:
                self._leave(self.context.open.annotated.event.name)
            self.context.choose_quote(quote.id)
            self.show_quote()  # what is written on it is written where it stands
        if quote and here and pane.display and not pane.raw and not pane.older and not pane.is_in_view(quote):
            pane.show_quote(quote)

    def _leave(self, event: str) -> None:
        """Say that the quote chosen in the list of all is of another event, and how to come back to the one left."""
        from tui.ui.controllers.jumps import JumpController

        context = self.context
        context.controller(JumpController).leave("article")
        there = f"“{fit(one_line(event), 40)}”"
        context.say(
            f"The quote chosen here is of another event: {context.key('jump_back')} leads to {there}."
        )

    # Between articles.

    def _article(self, step: int) -> None:
        if self.context.panes.current == "quotes" and self.context.listing.scope == "event":
            from tui.ui.controllers.statements import StatementController

            if self.context.controller(StatementController).walk(step):
                return
        context, opened = self.context, self.context.open
        if context.panes.article.older:
            self._change(step)
            return
        articles = opened.annotated.event.articles if opened.annotated else ()
        at = next((at for at, one in enumerate(articles) if one.id == opened.article_id), 0) + step
        if 0 <= at < len(articles):
            context.open_article(articles[at].id)
        else:
            context.say("This is the last article of the event." if step > 0 else "This is the first one.")

    def _next(self, step: int) -> None:
        context = self.context
        search = context.controller(SearchController)
        if context.panes.article.older:
            self._change(step)
        elif not search.pane:
            self._unread(step)
        elif search.pane == "quotes" and not search.wide:
            context.panes.quotes.move(step)
        elif not (context.panes.current == "quotes" and context.panes.quotes.move(step)):
            self.next_match(step)

    def _change(self, step: int) -> None:
        """Go to the next of the changes that are shown."""
        if not self.context.panes.article.next_change(step):
            self.context.say(
                f"No change further {'down' if step > 0 else 'up'}; {self.context.key('back')} shows the article again."
            )

    def _unread(self, step: int) -> None:
        """Go to what is unread next, which is the article at hand where it is folded away."""
        opened, shown = self.context.open, self.context.panes.article.display
        if not shown and opened.annotated and opened.article and not opened.annotated.read(opened.article_id):
            self._in_view()
        else:
            self.next_unread(step, self._in_view)

    def _in_view(self) -> None:
        if not self.context.panes.article.display:
            self.context.panes.go_to("article")

    def next_match(self, step: int) -> None:
        """Go to the next match: in this article, else in the next one that the search finds, round and round."""
        context = self.context
        search, pane = context.controller(SearchController), context.panes.article
        if pane.next_match(step) or pane.next_of(self._quotes_found(), step, edge=False):
            self._in_view()
            return
        here = context.open.event_id, context.open.article_id

        def show(there: tuple[str, str] | None) -> None:
            if there is not None and there != here:
                context.open_event(*there, partial(self._to_edge, step))
            elif pane.match_count or self._quotes_found():
                self._to_edge(step)
                context.say("Search went round.")
            else:
                context.say("No match here.")

        if context.open.annotated:
            context.read(
                partial(self._next_found, step, context.open.annotated, search.matcher()), show, "event"
            )

    def _to_edge(self, step: int) -> None:
        """Go to the first that is found in an article that was opened, or coming from behind to the last."""
        self._in_view()
        pane = self.context.panes.article
        if pane.match_count or not self._quotes_found():
            pane.call_after_refresh(pane.to_edge_match, step)
        else:
            pane.call_after_refresh(lambda: pane.next_of(self._quotes_found(), step, edge=True))

    def _quotes_found(self) -> frozenset[str]:
        """Return the quotes of the article that a search without words finds, if it leaves others out."""
        opened = self.context.open
        if opened.asked is None or opened.article is None or opened.annotated is None:
            return frozenset()
        from tui.core.query.terms import wanted_words

        if wanted_words(opened.asked):
            return frozenset()
        search = self.context.controller(SearchController)
        found = search.matcher().quotes(opened.annotated, opened.article)
        return frozenset(each.id for each in found if len(found) < len(opened.article.all_quotes))

    def _go_to_found(self) -> None:
        """Go to what a search finds in the event that was entered, which may be in another of its articles."""
        context, opened = self.context, self.context.open
        search = context.controller(SearchController)
        if opened.annotated is None or search.asked is None or not search.reaches("events"):
            return
        event, here = opened.annotated, opened.article_id

        def show(found: list[str]) -> None:
            if found and context.open.event_id == event.event.id and context.open.article_id == here:
                there = here if here in found else found[0]
                context.open_event(event.event.id, there, partial(self._to_edge, 1))

        context.read(partial(_found_in, event, search.matcher()), show, "event")

    def _next_found(self, step: int, opened: AnnotatedEvent, matcher: Matcher) -> tuple[str, str] | None:
        """Return event and article of the next article that the search finds, round and round. Reads the disk."""
        context = self.context
        here, event_id = context.open.article_id, opened.event.id
        ids = [one.id for one in opened.event.articles]
        if here in ids:
            found = _found_in(opened, matcher)
            ahead = [one for one in found if (ids.index(one) - ids.index(here)) * step > 0]
            if ahead:
                return event_id, ahead[0 if step > 0 else -1]
        searched = context.controller(SearchController).found
        for _ in range(max(1, len(searched or ()))):
            if searched:
                event_id = context.panes.events.timeline.neighbour(event_id, step, around=True)
            with suppress(StoreError):
                if found := _found_in(context.briefing.annotated(event_id), matcher):
                    return event_id, found[0 if step > 0 else -1]
        return None

    def next_unread(self, step: int, arrive: Callable[[], None] | None = None) -> None:
        """Go to the next unread article of the event, else of the events after it, and do what is to be done there."""
        context, opened = self.context, self.context.open
        if opened.annotated is None:
            return
        articles = opened.annotated.event.articles
        at = next((at for at, one in enumerate(articles) if one.id == opened.article_id), 0)
        for article in articles[at + 1 :] if step > 0 else articles[:at][::-1]:
            if not opened.annotated.read(article.id):
                context.open_event(opened.event_id, article.id, arrive)
                return

        def show(there: tuple[str, str] | None) -> None:
            if there:
                context.open_event(*there, arrive)
            else:
                context.say("Nothing unread " + ("further down." if step > 0 else "further up."))

        context.read(partial(self._next_unread, step, opened.event_id), show, "event")

    def _next_unread(self, step: int, event_id: str) -> tuple[str, str] | None:
        """Return event and article of the next unread article behind an event. Reads the disk."""
        context, counts = self.context, self.context.open.counts
        while event_id := context.panes.events.timeline.neighbour(event_id, step):
            if event_id in counts and not counts[event_id].unread:
                continue
            with suppress(StoreError):
                annotated = context.briefing.annotated(event_id)
                unread = [one.id for one in annotated.event.articles if not annotated.read(one.id)]
                if unread:
                    return event_id, unread[0 if step > 0 else -1]
        return None

    # What is shown.

    def do_whose_quotes(self) -> None:
        """Quotes of the article, the event, the briefing; their list is shown where it is out of sight."""
        self.context.listing.next_scope()
        if not self.context.panes.quotes.display:
            self.context.panes.go_to("quotes")

    def do_fold_years(self) -> None:
        """Fold all years and months of the timeline but those the cursor stands under, or unfold them."""
        self.context.panes.go_to("events")
        if self.context.panes.events.fold_all():
            unfold, fold = self.context.key("pane_right"), self.context.key("pane_left")
            self.context.say(f"The others are folded: {unfold} unfolds one, {fold} folds one.")

    def do_sort(self) -> None:
        from tui.ui.choice import Choice
        from tui.ui.dialogs.choice_list import ChoiceList

        events = self.context.panes.events

        def chosen(order: str) -> None:
            events.order = order
            self.context.panes.go_to("events")
            self.context.controller(ReadingPosition).save()

        choices = [Choice(each, each.capitalize()) for each in ORDERS]
        self.context.choose(ChoiceList("Order of the timeline", choices, chosen=events.order), chosen)

    def do_cut(self) -> None:
        pane, article = self.context.panes.article, self.context.open.article
        pane.older = None
        if pane.raw or not article or self._awaited == article.id:
            pane.raw = self._awaited = ""  # the second press may come before the page
        else:
            self._awaited = article.id
            self._read(article, self.context.briefing.raw, self._show_raw)

    def _show_raw(self, raw: str) -> None:
        if self._awaited == self.context.open.article_id:
            self._awaited = ""
            self.context.panes.article.raw = raw or " "
            self._go_to_article()

    def _go_to_article(self) -> None:
        """Give the article the keys for what was asked of it, unless the reader has gone on meanwhile."""
        if self.context.panes.current == self._asked_from:
            self.context.panes.go_to("article")

    def do_changes(self) -> None:
        """Show what changed since the version before, then since the one before that, then the article."""
        if article := self.context.open.article:
            self._read(article, lambda one: self.context.briefing.versions(one.id), self._show_changes)

    def _show_changes(self, versions: Sequence[Version]) -> None:
        context = self.context
        pane = context.panes.article
        at = pane.older[0] if pane.older else 0
        if not versions:
            context.say("This article has come in once only: there is no other version of it.")
            return
        pane.raw = ""
        pane.older = (at + 1, versions[at]) if at < len(versions) else None
        self._go_to_article()

    def _read(self, article: Article, read: Callable[[Article], Read], show: Callable[[Read], None]) -> None:
        """Read something of an article beside the keys; show it unless another is open by then."""
        context = self.context
        self._asked_from = context.panes.current

        def arrived(found: Read) -> None:
            if context.open.article_id == article.id:
                show(found)

        context.read(lambda: read(article), arrived, "article")

    do_down = partialmethod(_move, 1)
    do_up = partialmethod(_move, -1)
    do_half_down = partialmethod(_page, 0.5)
    do_half_up = partialmethod(_page, -0.5)
    do_page_down = partialmethod(_page, 1)
    do_page_up = partialmethod(_page, -1)
    do_pane_left = partialmethod(_pane, -1, around=False)
    do_pane_right = partialmethod(_pane, 1, around=False)
    do_pane_next = partialmethod(_pane, 1, around=True)
    do_pane_previous = partialmethod(_pane, -1, around=True)
    do_events = partialmethod(_to_pane, "events")
    do_article = partialmethod(_to_pane, "article")
    do_quotes = partialmethod(_to_pane, "quotes")
    do_next_article = partialmethod(_article, 1)
    do_previous_article = partialmethod(_article, -1)
    do_next = partialmethod(_next, 1)
    do_previous = partialmethod(_next, -1)


def _found_in(annotated: AnnotatedEvent, matcher: Matcher) -> list[str]:
    """Return the articles of an event that a search finds."""
    return [one.id for one in annotated.event.articles if matcher.article(annotated, one)]

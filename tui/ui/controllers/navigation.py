"""Moving about: rows and lines, panes, articles, matches, and what is still unread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.store.briefing import StoreError
from tui.ui.panes.article_pane import ArticlePane
from tui.ui.panes.quote_rows import Filter

if TYPE_CHECKING:
    from tui.ui.main_screen import MainScreen

PANES = ("events", "article", "quotes")


class NavigationController:
    """The keys that move the reader and change nothing."""

    def __init__(self, screen: MainScreen) -> None:
        self.screen = screen

    # In a pane.

    def do_down(self) -> None:
        """One on."""
        self.screen.focused_pane.move(1)

    def do_up(self) -> None:
        """One back."""
        self.screen.focused_pane.move(-1)

    def do_first(self) -> None:
        """To the first."""
        self.screen.focused_pane.first()

    def do_last(self) -> None:
        """To the last."""
        self.screen.focused_pane.last()

    def do_half_down(self) -> None:
        """Half a page on."""
        self.screen.focused_pane.page(0.5)

    def do_half_up(self) -> None:
        """Half a page back."""
        self.screen.focused_pane.page(-0.5)

    def do_page_down(self) -> None:
        """A page on."""
        self.screen.focused_pane.page(1)

    def do_page_up(self) -> None:
        """A page back."""
        self.screen.focused_pane.page(-1)

    def do_read_on(self) -> None:
        """A page on; at the end of it all, the next unread article."""
        pane = self.screen.focused_pane
        if isinstance(pane, ArticlePane):
            if pane.at_end:
                self.next_unread(1)
            else:
                pane.page(1)
        elif not pane.page(1):
            self._unread(1)

    # Between panes.

    def _pane(self, step: int, *, around: bool) -> None:
        at = PANES.index(self.screen.pane) + step
        if around or 0 <= at < len(PANES):
            self.screen.go_to_pane(PANES[at % len(PANES)])

    def do_pane_left(self) -> None:
        """The pane before."""
        self._pane(-1, around=False)

    def do_pane_right(self) -> None:
        """The pane after."""
        self._pane(1, around=False)

    def do_pane_next(self) -> None:
        """The next pane, round and round."""
        self._pane(1, around=True)

    def do_pane_previous(self) -> None:
        """The previous pane, round and round."""
        self._pane(-1, around=True)

    def do_events(self) -> None:
        """To the events."""
        self.screen.go_to_pane("events")

    def do_article(self) -> None:
        """To the article."""
        self.screen.go_to_pane("article")

    def do_quotes(self) -> None:
        """To the quotes."""
        self.screen.go_to_pane("quotes")

    def do_zoom(self) -> None:
        """The whole screen for this pane, or no longer."""
        self.screen.zoomed = not self.screen.zoomed
        self.screen.go_to_pane(self.screen.pane)

    def do_enter(self) -> None:
        """Go in."""
        self.go_in()

    def go_in(self) -> None:
        """From an event into its article, from a quote to its sentence, from there to the quote."""
        screen = self.screen
        if screen.pane == "events":
            screen.go_to_pane("article")
        elif screen.pane == "quotes":
            screen.show_quote()
            screen.go_to_pane("article")
        elif quote := screen.article_pane.quote_here():
            if all(item.quote is None or item.quote.id != quote.id for item in screen.items):
                screen.only = Filter()
                screen.set_scope("article")
            screen.quote_id = quote.id
            screen.go_to_pane("quotes")
        else:
            screen.say("No quote in this line; those that have one bear a “ or a ›.")

    def do_back(self) -> None:
        """One step back, whatever the last step was; where there is none, an end to what runs beside."""
        if self.step_out():
            return
        if self.screen.pane != "events":
            self._pane(-1, around=False)
        elif self.screen.doers.made("background_job"):
            self.screen.beside.stop()

    def step_out(self) -> bool:
        """End what lies over the panes: a search, a filter, the raw page, the zoom. False if none."""
        screen = self.screen
        if screen.searcher.pane:
            screen.searcher.end()
        elif screen.only.by and screen.pane == "quotes":
            screen.only = Filter()
            screen.list_quotes()
        elif screen.picked.title and screen.pane == "quotes":
            screen.set_scope("article")
        elif screen.article_pane.raw:
            screen.article_pane.raw = ""
        elif screen.article_pane.older:
            screen.article_pane.older = None
        elif screen.zoomed:
            self.do_zoom()
        elif screen.stop_indexing():
            screen.say("Indexing stopped; searches find what is indexed by now, the next start goes on.")
        else:
            return False
        return True

    def do_quit(self) -> None:
        """Step out, or quit where there is nothing to step out of."""
        screen = self.screen
        if self.step_out():
            return
        if screen.folded and screen.pane != "events":
            screen.go_to_pane("events")
            return
        screen.save_place()
        screen.app.exit()

    def do_quit_now(self) -> None:
        """Quit."""
        self.screen.save_place()
        self.screen.app.exit()

    # Between articles.

    def do_next_article(self) -> None:
        """The next article of the event."""
        self._article(1)

    def do_previous_article(self) -> None:
        """The previous article of the event."""
        self._article(-1)

    def _article(self, step: int) -> None:
        screen = self.screen
        articles = screen.annotated.event.articles if screen.annotated else ()
        at = next((at for at, one in enumerate(articles) if one.id == screen.article_id), 0) + step
        if 0 <= at < len(articles):
            screen.open_article(articles[at].id)
        else:
            screen.say("This is the last article of the event." if step > 0 else "This is the first one.")

    def do_next(self) -> None:
        """The next match, or what is unread next."""
        self._next(1)

    def do_previous(self) -> None:
        """The match before, or what is unread before."""
        self._next(-1)

    def _next(self, step: int) -> None:
        screen = self.screen
        if screen.searcher.pane == "quotes":
            screen.quote_list.move(step)
        elif screen.searcher.pane:
            self._in_view(self.next_match(step))
        else:
            self._unread(step)

    def _unread(self, step: int) -> None:
        """Go to what is unread next, which is the article at hand where it is folded away."""
        screen = self.screen
        known = screen.annotated
        if known and screen.article and not screen.article_pane.display and not known.read(screen.article_id):
            self._in_view(True)
        else:
            self._in_view(self.next_unread(step))

    def _in_view(self, there: bool) -> None:
        if there and not self.screen.article_pane.display:
            self.screen.go_to_pane("article")

    def next_match(self, step: int) -> bool:
        """Go to the next match: in this article, else in the next one that the search finds. False if none."""
        screen = self.screen
        pane = screen.article_pane
        if pane.next_match(step):
            return True
        there = self._next_found(step)
        if there is not None and there != (screen.event_id, screen.article_id):
            self._go(*there)
            screen.call_after_refresh(pane.to_edge_match, step)
        elif pane.match_count:
            pane.to_edge_match(step)
            screen.say("Search went round.")
        else:
            screen.say("No match here.")
            return False
        return True

    def _next_found(self, step: int) -> tuple[str, str] | None:
        """Return event and article of the next article that the search finds, round and round."""
        screen = self.screen
        here = screen.article_id
        ids = [one.id for one in screen.annotated.event.articles] if screen.annotated else []
        found = self._found_in(screen.event_id)
        if here in ids:
            ahead = [one for one in found if (ids.index(one) - ids.index(here)) * step > 0]
            if ahead:
                return screen.event_id, ahead[0 if step > 0 else -1]
        event_id = screen.event_id
        for _ in range(max(1, len(screen.found or ()))):
            if screen.found:
                event_id = screen.event_list.timeline.neighbour(event_id, step, around=True)
            if found := self._found_in(event_id):
                return event_id, found[0 if step > 0 else -1]
        return None

    def _found_in(self, event_id: str) -> list[str]:
        """Return the articles of an event that the search finds."""
        screen = self.screen
        try:
            annotated = screen.briefing.annotated(event_id)
        except StoreError:
            return []
        matcher = screen.matcher()
        return [one.id for one in annotated.event.articles if matcher.article(annotated, one)]

    def _go(self, event_id: str, article_id: str) -> None:
        if event_id != self.screen.event_id:
            self.screen.open_event(event_id, article_id)
        elif article_id:
            self.screen.open_article(article_id)

    def next_unread(self, step: int) -> bool:
        """Go to the next unread article of the event, else of the events after it. False if there is none."""
        screen = self.screen
        event_id = screen.event_id
        if screen.annotated is None:
            return False
        articles = screen.annotated.event.articles
        at = next((at for at, one in enumerate(articles) if one.id == screen.article_id), 0)
        ahead = articles[at + 1 :] if step > 0 else articles[:at][::-1]
        for article in ahead:
            if not screen.annotated.read(article.id):
                screen.open_article(article.id)
                return True
        while event_id := screen.event_list.timeline.neighbour(event_id, step):
            if event_id in screen.counts and not screen.counts[event_id].unread:
                continue
            try:
                annotated = screen.briefing.annotated(event_id)
            except StoreError:
                continue
            unread = [one.id for one in annotated.event.articles if not annotated.read(one.id)]
            if unread:
                screen.open_event(event_id, unread[0 if step > 0 else -1])
                return True
        screen.say("Nothing unread " + ("further down." if step > 0 else "further up."))
        return False

    # What is shown.

    async def do_search(self) -> None:
        """Search as one types."""
        await self.screen.searcher.begin()

    def do_scope(self) -> None:
        """Quotes of the article, the event, the briefing."""
        self.screen.set_scope(self.screen.next_scope())

    def do_cut(self) -> None:
        """Show the raw page and what was cut from it, or the article again."""
        screen = self.screen
        pane = screen.article_pane
        pane.older = None
        if pane.raw or not screen.article:
            pane.raw = ""
            return
        try:
            pane.raw = screen.briefing.raw(screen.article) or " "
        except StoreError as error:
            screen.say(str(error))
            return
        screen.go_to_pane("article")

    def do_changes(self) -> None:
        """Show what changed since the version before, then since the one before that, then the article."""
        screen = self.screen
        pane = screen.article_pane
        if screen.article is None:
            return
        try:
            versions = screen.briefing.versions(screen.article.id)
        except StoreError as error:
            screen.say(str(error))
            return
        at = pane.older[0] if pane.older else 0
        if not versions:
            screen.say("This article has come in once only: there is no other version of it.")
            return
        pane.raw = ""
        pane.older = (at + 1, versions[at]) if at < len(versions) else None
        screen.go_to_pane("article")

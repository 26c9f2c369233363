"""What came in: going from one to the next, and being done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.commands.annotations import MarkRead, target_of
from tui.commands.articles import TakeBackImport
from tui.core.model import AnnotationTarget
from tui.core.timestamps import local_time
from tui.ui.controllers.annotations import AnnotationController
from tui.ui.controllers.jumps import JumpController
from tui.ui.controllers.navigation import NavigationController
from tui.ui.controllers.registry import Controller
from tui.ui.controllers.search import SearchController

if TYPE_CHECKING:
    from tui.store.undo import Step


class ArrivalController(Controller):
    """The keys about what the reader has not looked at yet."""

    def do_arrived(self) -> None:
        """Go to the first of the articles that came in last, from one of them to the next, round and round.

        Of one that its outlet changed, to the first change.
        """
        context = self.context
        here = context.open.article_id

        def fetch() -> tuple[str, str, bool] | None:
            briefing, came = context.briefing, context.briefing.arrivals()
            briefing.see_arrivals()
            every = came.articles
            at = every.index(here) + 1 if here in every else 0
            places = ((briefing.event_of(each), each) for each in (*every[at:], *every[:at]))
            return next(((event, each, each in came.changed) for event, each in places if event), None)

        def show(place: tuple[str, str, bool] | None) -> None:
            if place is None:
                context.say(
                    f"Nothing has come in yet: {context.key('import')} imports, {context.key('feeds')} follows feeds."
                )
                return
            event_id, article_id, changed = place
            context.panes.article.older = None
            changes = context.controller(NavigationController).do_changes
            context.controller(JumpController).go(
                event_id, article_id, then=changes if changed else lambda: None
            )

        context.read(fetch, show, "event")

    def do_read_to_here(self) -> None:
        """Mark as read what is unread in the events from the top of the timeline to this one; of a search, what it finds."""
        context, search = self.context, self.context.controller(SearchController)
        timeline, counts = context.panes.events.timeline, context.open.counts
        ids = [timeline.event(at) for at in range(timeline.place_of(context.open.event_id) + 1)]
        ids = [each for each in ids if each and (each not in counts or counts[each].unread)]
        matcher = search.matcher() if search.pane == "events" else None

        def work() -> Step | None:
            found = []
            for event_id in ids:
                annotated = context.briefing.annotated(event_id)
                found += [
                    target_of(article)
                    for article in annotated.event.articles
                    if not annotated.read(article.id)
                    and (matcher is None or matcher.article(annotated, article))
                ]
            return context.briefing.do(MarkRead(found)) if found else None

        context.controller(AnnotationController).run(work, nothing="Nothing unread stands up to here.")

    def do_take_back_import(self) -> None:
        """Take out what the last import brought that is still there; what it brought to others stays."""
        briefing = self.context.briefing

        def work() -> Step | None:
            for at, new in reversed(briefing.arrivals().imports):
                there = [AnnotationTarget("article", each, each) for each in new if briefing.event_of(each)]
                step = briefing.do(TakeBackImport(there, local_time(at)))
                if step.seq:
                    return step
            return None

        self.context.controller(AnnotationController).run(
            work, nothing="Nothing has come in that could be taken out."
        )

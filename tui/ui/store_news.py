"""What the store says, and how a screen follows it: steps taken here, changes by others, counts, the index."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

from tui.core.model import AnnotatedEvent, Article, EventCounts
from tui.core.timestamps import local_time
from tui.store.briefing import StoreError
from tui.store.shelf import folder_key, whereabouts
from tui.ui import format
from tui.ui.archive_news import ArchiveNews
from tui.ui.messages import BriefingMoved, QuoteChosen
from tui.ui.panes.quote_list import next_listed

if TYPE_CHECKING:
    from tui.core.event_rows import EventRows
    from tui.store.library import BriefingInfo
    from tui.store.undo import Step
    from tui.ui.briefing_screen import BriefingScreen
    from tui.ui.quote_listing import QuoteListing
    from tui.ui.statement_counts import StatementCounts
    from tui.ui.subprocesses import Indexer

    Reread = tuple[AnnotatedEvent | None, dict[str, EventCounts], EventRows]

_FEW = 20  # events that are counted anew at once: for more, a key would have to wait


class StoreNews:
    """The news of one screen's briefing."""

    def __init__(self, screen: BriefingScreen, listing: QuoteListing, statements: StatementCounts) -> None:
        self._screen, self._listing, self._statements = screen, listing, statements
        self._briefing = screen.briefing
        self._indexer: Indexer | None = None
        self.archive = ArchiveNews(screen, self.poll)
        self.counting = False  # whether what the timeline counts is not known yet
        self._looking = False  # whether others have written is being looked at
        self._warned = 0  # how many of the briefing's warnings were said
        self._unread: int | None = (
            None  # how much of what came in is not read yet, None while that is not known
        )
        self._arrived: str | None = None  # when what came in last did, as the top line has it
        self.key = folder_key(self._briefing.path)
        self._moved: BriefingInfo | None = None  # where another program has put the briefing
        self._became = ""  # what another program did to the briefing
        self._indexed = ""  # how far the making of the index was, as the top line has it

    # Counts and the index.

    def count(self, then: Callable[[], None] = lambda: None) -> None:
        """Count what is unread, tagged and noted, beside the reader, and go on; at once where the index has to be made."""
        self.counting = True
        self._screen.run_worker(lambda: self._count(then), thread=True, exclusive=True, group="count")

    def _count(self, then: Callable[[], None]) -> None:
        call = self._screen.app.call_from_thread
        try:
            if self._briefing.index_is_behind():
                call(then)
                if not self._index_beside():
                    return
            counts = self._briefing.counts()
        except StoreError as error:
            call(self._screen.say, str(error))
            return
        call(setattr, self._screen, "counts", counts)
        self.counting = False
        call(self._screen.call_after_refresh, then)
        call(self.report_warnings)
        with suppress(StoreError):  # the search itself will say what is wrong
            self._briefing.warm_up()

    def report_warnings(self) -> None:
        """Say what had to be mended since the last time."""
        warnings = self._briefing.warnings
        new, self._warned = warnings[self._warned :], len(warnings)
        for warning in new:
            self._screen.say(warning)

    def _index_beside(self) -> bool:
        """Make the index in a process of its own; False when it was stopped."""
        from tui.ui.subprocesses import Indexer

        self._indexer = Indexer(self._briefing)
        return self._indexer.run()

    @property
    def indexing(self) -> str:
        """How far the making of the index is, "" while none is made."""
        return self._indexer.says if self._indexer else ""

    def end(self) -> None:
        """Let nothing go on beside a screen that is gone."""
        self.stop_indexing()
        self.archive.end()

    def stop_indexing(self) -> bool:
        """End the making of the index; False where none is made."""
        return bool(self._indexer and self._indexer.stop())

    # What came in.

    @property
    def arrived(self) -> str:
        """What came in last, and when: "12 new, 2 changed at 06:00"; "" where nothing is known to have, or all is read."""
        from datetime import datetime

        came, total = self._screen.arrivals, len(self._screen.arrivals.articles)
        counts = ((len(came.new), "new"), (len(came.changed), "changed"))
        said = ", ".join(f"{count} {what}" for count, what in counts if count)
        if self._unread is not None and self._unread < total:
            return f"{self._unread} unread of {total} that came in" if self._unread else ""
        day, _, hour = local_time(came.at).partition(" ")
        today = day == datetime.now().astimezone().strftime("%Y-%m-%d")
        return f"{said} {f'at {hour}' if today else f'on {format.date(day)}'}" if said else ""

    def count_arrivals(self) -> None:
        """Count what is unread of what came in, beside the reader."""
        if self._screen.arrivals.articles and not self._screen.gone:
            self._screen.run_worker(self._count_arrivals, thread=True, exclusive=True, group="arrivals")

    def _count_arrivals(self) -> None:
        with suppress(StoreError):
            found = next(iter(self._briefing.iter_matches("is:new is:unread")))
            if found.whole:
                self._unread = sum(found.events.values())
                self._screen.app.call_from_thread(self._screen.refresh_lines)

    # What has changed.

    def show_step(self, step: Step, said: str) -> None:
        """Show what a step changed, and say what it was."""
        self._screen.say(said)
        self.show_changes(step.events, step.shared)

    def show_changes(self, events: frozenset[str], shared: frozenset[str]) -> None:
        """Read again what has changed, beside the keys; the reader stays where they are."""
        opened = self._screen.event_id
        others = events - {opened}
        if len(others) > _FEW:
            self.count()
        timeline = self._screen.panes.events
        again = bool(opened) and (opened in events or bool(shared & {"speakers", "codebook"}))

        def fetch() -> Reread:
            self._briefing.tags(), self._briefing.speakers()  # into memory
            rows = self._briefing.rows()
            rows.look_through()
            if "catalogue" in shared:
                timeline.prepare(rows)
            counts = {}
            for event_id in others if len(others) <= _FEW else ():
                with suppress(StoreError):  # it will be said when the event is opened
                    counts[event_id] = _counts(self._briefing.annotated(event_id))
            return self._briefing.annotated(opened) if again else None, counts, rows

        self._screen.read(fetch, lambda found: self._show(opened, events, shared, found))

    def _show(self, opened: str, events: frozenset[str], shared: frozenset[str], found: Reread) -> None:
        screen, (annotated, counts, rows) = self._screen, found
        if "codebook" in shared:
            screen.tags = self._briefing.tags()
            screen.views = screen.view_names()
        if "catalogue" in shared:
            screen.rows = rows
            screen.look_again()
        if annotated:
            counts[opened] = _counts(annotated)
        if counts:
            screen.counts = {**screen.counts, **counts}
        self._statements.forget(events, all="speakers" in shared)
        if annotated and opened == screen.event_id:
            self._reopen(annotated)
        self._listing.gather()
        self.count_arrivals()

    def _reopen(self, annotated: AnnotatedEvent) -> None:
        """Show the event again that is shown, as it is by now."""
        screen = self._screen
        before = [article.id for article in screen.articles]
        after = [article.id for article in annotated.event.articles]
        gone = _quotes(screen.articles) - _quotes(annotated.event.articles)
        screen.annotated = annotated
        if screen.quote_id in gone:
            screen.quote_id = next_listed(screen.items, screen.quote_id, gone)
            screen.post_message(QuoteChosen(screen.quote_id, in_article=screen.panes.current != "quotes"))
        if screen.article_id not in after:
            at = before.index(screen.article_id) if screen.article_id in before else 0
            screen.open_article(after[min(at, len(after) - 1)] if after else "")
        else:
            self._listing.fill()

    def poll(self) -> None:
        """See whether somebody else has written to the briefing, while it is the one that is open."""
        screen = self._screen
        opened = [each for each in screen.app.screen_stack if isinstance(each, type(screen))]
        if opened[-1:] != [screen]:
            return
        self.report_warnings()
        if self.indexing != self._indexed:
            self._indexed = self.indexing
            screen.refresh_lines()
            screen.look_again()
        if not self._looking:
            self._looking = True
            screen.read(self._changes_by_others, self._show_others)

    def _changes_by_others(self) -> tuple[frozenset[str], str]:
        if not self._briefing.path.is_dir():
            return frozenset(), self._whereabouts()
        if self._screen.gone and folder_key(self._briefing.path) == self.key:
            self._screen.gone, self._moved = "", None
            return frozenset(), f"“{self._briefing.title}” is there again."
        self._screen.arrivals = self._briefing.arrivals()
        if self.archive.has_archive():
            self._screen.app.call_from_thread(self.archive.follow)
        try:
            return self._briefing.changes_by_others() or frozenset(), ""
        except (
            StoreError,
            OSError,
        ) as error:  # said, and looked for again: what fails here would end the looking
            return frozenset(), str(error)

    def _whereabouts(self) -> str:
        """Find out what another program did to the briefing, and say it once."""
        found, before = whereabouts(self.key), self._screen.gone
        where, self._moved = found or (None, None)
        what = f"was {where or 'deleted'}"
        if self._moved and not where:
            what = f"is called “{self._moved.title}” now"
        self._became = f"“{self._briefing.title}” {what}, by another program"
        self._screen.gone = f"{self._became}: {self._screen.key('briefings')} opens what there is"
        return "" if before else f"! {self._screen.gone}"

    def _follow(self) -> None:
        """Open a briefing that was given another name by that, once no dialog is open over the old one."""
        if (
            self._moved
            and self._moved.path.parent == self._briefing.path.parent
            and not self._screen.app.screen.is_modal
        ):
            self._screen.post_message(BriefingMoved(self._moved.name, self._moved.path, self._became))
            self._moved = None

    def _show_others(self, found: tuple[frozenset[str], str]) -> None:
        self._looking = False
        if self._screen.gone:
            if found[1]:
                self._screen.say(found[1])
            self._follow()
            return
        if self._arrived != self._screen.arrivals.at:
            self._unread = None
            self.count_arrivals()
            opening, self._arrived = self._arrived is None, self._screen.arrivals.at
            self._screen.refresh_lines()
            self._screen.look_again()
            if opening:  # what comes from now on is new beside none of it
                self._screen.run_worker(self._briefing.see_arrivals, thread=True, exit_on_error=False)
        others, wrong = found
        if wrong:
            self._screen.say(wrong)
        if others:
            shared = others & {"codebook", "speakers", "catalogue"}
            self.show_changes(others - shared, shared)


def _counts(annotated: AnnotatedEvent) -> EventCounts:
    """Return what is unread and what the reader did in an event."""
    ids = [article.id for article in annotated.event.articles]
    quotes = (quote.id for article in annotated.event.articles for quote in article.all_quotes)
    of = [one for one in (annotated.event.id, *ids, *quotes) if one in annotated.annotations]
    return EventCounts(
        unread=sum(not annotated.read(one) for one in ids),
        starred=sum(annotated.starred(one) for one in of),
        tagged=sum(bool(annotated.tags(one)) for one in of),
        notes=sum(len(annotated.of(one, "commenting")) for one in of),
        changed=sum(annotated.changed(one) for one in ids),
    )


def _quotes(articles: Iterable[Article]) -> set[str]:
    return {quote.id for article in articles for quote in article.all_quotes}

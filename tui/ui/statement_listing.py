"""The statements of the event that is open, as the quotes pane lists them: folded, unfolded, as a search leaves them."""

from __future__ import annotations

from collections.abc import Callable, Container
from functools import partial
from typing import TYPE_CHECKING

from tui.core.model import AnnotatedEvent
from tui.ui.panes.quote_layout import QuoteRow

if TYPE_CHECKING:
    from tui.core.statements import Statement
    from tui.ui.briefing_screen import BriefingScreen
    from tui.ui.panes.quote_rows import LabelLookup


class StatementListing:
    """What is known of the open event's statements, and which of them are unfolded."""

    def __init__(self, screen: BriefingScreen) -> None:
        self._screen = screen
        self._told: tuple[AnnotatedEvent, list[Statement]] | None = None
        self._unfolded: set[str] = set()  # the fullest wordings of statements whose others are listed too

    @property
    def known(self) -> list[Statement] | None:
        """The statements of the event that is open, None while they are being found."""
        return self._told[1] if self._told and self._told[0] is self._screen.annotated else None

    def tell(self, then: Callable[[], None]) -> None:
        """Find the statements of the event that is open, and go on `then`, unless they are there when this returns."""
        annotated = self._screen.annotated
        if annotated is None or self.known is not None:
            return

        def take(found: list[Statement]) -> None:
            self._told = annotated, found
            if self._screen.annotated is annotated and not telling:
                then()

        telling = True
        self._screen.read(partial(self._read, annotated), take, "statements")
        telling = False

    def derive(self, annotated: AnnotatedEvent) -> list[Statement]:
        """Return the statements of an event, those that are known already of the one that is open."""
        known = self.known if annotated is self._screen.annotated else None
        return self._read(annotated) if known is None else known

    def _read(self, annotated: AnnotatedEvent) -> list[Statement]:
        from tui.store.statements import statements

        return statements(self._screen.briefing, annotated)

    def rows(self, names: LabelLookup, passing: Container[str] | None = None) -> list[QuoteRow]:
        """Return their rows, of those with a wording among `passing` alone where that is given."""
        if self.known is None or self._screen.annotated is None:
            return []
        from tui.ui.panes.statement_rows import items_of_statements

        return items_of_statements(self._screen.annotated, self.known, names, self._unfolded, passing)

    def unfold(self, quote_id: str, on: bool) -> bool:
        """List the other wordings of a statement under its fullest, or no longer; tell whether that changed anything."""
        for statement in self.known or ():
            several = len(statement.wordings) + len(statement.offered) > 1
            base = statement.base.quote.id
            if several and quote_id in {base, *(each.quote.id for each in statement.wordings)}:
                if (base in self._unfolded) == on:
                    return False
                (self._unfolded.add if on else self._unfolded.discard)(base)
                if not on:
                    self._screen.choose_quote(base, statement.base.article.id)
                return True
        return False

    def of(self, quote_id: str) -> Statement | None:
        """Return the statement that a quote is a wording of, or that it is offered for."""
        known = self.known or []
        offered = (one for one in known if any(each.quote.id == quote_id for each in one.offered))
        own = (one for one in known if any(each.quote.id == quote_id for each in one.wordings))
        return next(offered, None) or next(own, None)

"""The keys of statements: their wordings unfolded, walked, and put together or apart by the reader."""

from __future__ import annotations

from functools import partial, partialmethod
from typing import TYPE_CHECKING

from tui.commands.annotations import CompositeCommand, target_of
from tui.commands.assessment import LinkQuotes
from tui.commands.events import SetColumns
from tui.core.board_grid import BoardCell, BoardGrid
from tui.core.speakers import speakers_of
from tui.ui import format
from tui.ui.controllers.bulk_selection import BulkSelectionController
from tui.ui.controllers.export import ExportController
from tui.ui.controllers.jumps import JumpController
from tui.ui.controllers.registry import Controller
from tui.ui.controllers.sides import SideController
from tui.ui.dialogs.board_screen import BoardScreen
from tui.ui.disk_queue import OPENS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.core.model import AnnotatedEvent, Quote, Speaker
    from tui.core.statements import Statement


class StatementController(Controller):
    """What is done to the statements that the quotes pane lists of an event."""

    def do_accounts(self) -> None:
        """Show what each side says of the event, and who printed what."""
        context = self.context
        if annotated := context.open.annotated:
            context.read(partial(self._faces, annotated), self._show_board, OPENS)

    def _faces(self, annotated: AnnotatedEvent) -> tuple[BoardGrid, BoardGrid]:
        """Return the board by sides and by outlets. Reads the disk."""
        from tui.store.statements import grids

        briefing = self.context.briefing
        return grids(briefing, briefing.annotated(annotated.event.id), guesses=True)

    def _show_board(self, faces: tuple[BoardGrid, BoardGrid]) -> None:
        sides = self.context.controller(SideController)

        def reread() -> None:
            if annotated := self.context.open.annotated:
                self.context.read(partial(self._faces, annotated), board.show_faces, "board")

        def correct(cell: BoardCell | None) -> None:
            if cell:
                sides.choose(self._speakers_of(cell), reread)
            else:
                self.context.say("Nobody is quoted here: e is for a cell with words.")

        def state(cell: BoardCell | None) -> None:
            link = self._link(cell) if cell else None
            if link:
                sides.do(link, reread)
            else:
                self.context.say("Nothing is offered here: L is for a cell with ⊘, ≠ or = and a ? behind it.")
                reread()  # what was offered may be gone

        def go(cell: BoardCell) -> None:
            self.context.controller(JumpController).go(self.context.open.event_id, cell.article, cell.quote)

        def keep(names: Sequence[str]) -> None:
            self.context.do(SetColumns(self.context.open.event_id, names))

        export = self.context.controller(ExportController).export_board
        quote = self.context.open.quote if self.context.panes.current != "events" else None
        board = BoardScreen(
            faces,
            export,
            keep,
            correct,
            partial(sides.undo, reread),
            state=state,
            quote=quote.id if quote else "",
        )
        self.context.choose(board, go)

    def _link(self, cell: BoardCell) -> LinkQuotes | None:
        """Return what makes a fact of what a cell offers, None where it offers nothing, or a quote is gone since."""
        if not cell.offered:
            return None
        relation, *own, article, first = cell.offered
        quote, other = self._quote(*own), self._quote(article, first)
        if not (quote and other):
            return None
        one, two = target_of(quote), target_of(other)
        return LinkQuotes(two, one, "denies") if relation == "denied by" else LinkQuotes(one, two, relation)

    def _speakers_of(self, cell: BoardCell) -> Sequence[Speaker]:
        """Return who says what stands in a cell of the board."""
        quote = self._quote(cell.article, cell.quote)
        return speakers_of(quote, self.context.briefing.speakers()) if quote else ()

    def _quote(self, article_id: str, quote_id: str) -> Quote | None:
        annotated = self.context.open.annotated
        article = annotated.event.article(article_id) if annotated else None
        return article.quote(quote_id) if article else None

    def walk(self, step: int) -> bool:
        """Go to the next wording of the statement under the cursor, unfolded if need be; False where none is meant."""
        context = self.context
        item = context.panes.quotes.chosen
        statement = context.listing.statements.of(item.quote.id) if item and item.quote else None
        if item is None or item.quote is None or statement is None:
            return False
        ids = [each.quote.id for each in (*statement.wordings, *statement.offered)]
        at = ids.index(item.quote.id) + step
        if not 0 <= at < len(ids):
            told = "This is the last wording." if step > 0 else "This is the fullest wording."
            context.say("This statement has no other wording." if len(ids) == 1 else told)
            return True
        context.listing.unfold(ids[0], on=True)
        self._go_to(statement, ids[at])
        return True

    def _go_to(self, statement: Statement, quote_id: str) -> None:
        wordings = (*statement.wordings, *statement.offered)
        (there,) = (each for each in wordings if each.quote.id == quote_id)
        self.context.choose_quote(quote_id, there.article.id)
        self.context.panes.article.show_quote(there.quote)

    def decide(self, relation: str) -> None:
        """Say of the marked quotes, or of a wording and the fullest of its statement, that they are one, or are not."""
        those = self._meant()
        if len(those) < 2:
            self.context.say(
                f"Two quotes are wanted: {self.context.key('select')} marks some; or {self.context.key('pane_right')}"
                " unfolds a statement, then go to one of its wordings."
            )
            return
        first, *others = those
        links = [LinkQuotes(target_of(first), target_of(each), relation) for each in others]
        said = "one statement" if relation == "same" else "different statements"
        number = format.counted(len(those), "quote")
        label = f"Set {number} to be {said}"
        if relation == "same" and self._of_two_speakers(those):
            label = f"Set {number} to say the same, each as its own speaker's statement"
        self.context.do(CompositeCommand(links, label))
        self.context.controller(BulkSelectionController).end()

    def _of_two_speakers(self, quotes: Sequence[Quote]) -> bool:
        """Tell whether somebody else says the first of some quotes than one of the others, both being known."""
        people = self.context.briefing.speakers()
        first, *others = ({each.id for each in speakers_of(quote, people)} for quote in quotes)
        return bool(first) and any(each and each.isdisjoint(first) for each in others)

    def _meant(self) -> list[Quote]:
        """Return the marked quotes, else the fullest wording of the statement at hand and the one under the cursor."""
        marks = self.context.controller(BulkSelectionController)
        if marks.on:
            return [item.quote for item in marks.marked() if item.quote]
        quote = self.context.open.quote
        statement = self.context.listing.statements.of(quote.id) if quote else None
        if quote is None or statement is None or statement.base.quote.id == quote.id:
            return []
        return [statement.base.quote, quote]

    do_same_statement = partialmethod(decide, "same")
    do_other_statement = partialmethod(decide, "different")
    do_same_marked = partialmethod(decide, "same")
    do_other_marked = partialmethod(decide, "different")

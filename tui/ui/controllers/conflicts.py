"""What two people changed differently in their copies: listed under H, and decided there."""

from __future__ import annotations

from collections.abc import Sequence

from tui.core.replica.shared_state import Conflict
from tui.core.text import one_line
from tui.settings.paths import author
from tui.store.disk.errors import StoreError
from tui.store.undo import Step
from tui.ui.choice import Choice
from tui.ui.context import SAVES
from tui.ui.controllers.registry import Controller
from tui.ui.dialogs.choice_list import ChoiceList
from tui.ui.disk_queue import OPENS
from tui.ui.format import counted
from tui.workflows.merge import named, told


class ConflictController(Controller):
    """Lists what is to be decided; a choice decides."""

    def do_conflicts(self) -> None:
        self.context.read(lambda: self.context.briefing.replica().conflicts(), self._list, OPENS)

    def _list(self, found: Sequence[Conflict]) -> None:
        if not found:
            self.context.say("Nothing is to be decided: no two people changed the same differently.")
            return

        choices = [
            Choice(str(at), named(each), " · ".join(map(one_line, told(each))))
            for at, each in enumerate(found)
        ]
        title = f"{counted(len(found), 'thing')} two people changed differently"
        dialog = ChoiceList(title, choices, enter="decides")
        self.context.choose(dialog, lambda chosen: self._decide(found[int(chosen)]))

    def _decide(self, conflict: Conflict) -> None:
        def decide(chosen: str) -> None:
            self.context.run_beside(lambda: self._carry_out(conflict, int(chosen)), SAVES, exclusive=False)

        choices = [
            Choice(str(at), one_line(each), end="" if at else "shown now")
            for at, each in enumerate(told(conflict))
        ]
        title = f"What counts: {named(conflict)}"
        self.context.choose(ChoiceList(title, choices, chosen="0", enter="lets it count"), decide)

    def _carry_out(self, conflict: Conflict, choice: int) -> bool:
        app = self.context.app
        try:
            step = self.context.briefing.replica().decide(conflict, choice, author())
        except StoreError as error:
            app.call_from_thread(self.context.say, f"! {error}")
            return False
        app.call_from_thread(self._show, step)
        return True

    def _show(self, step: Step | None) -> None:
        if step:
            self.context.news.show_step(step, f"{step.label}.")
        else:
            self.context.say("Decided: it stays as it is.")

"""The keys that say which articles belong together: merge two events, move an article to another."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tui.commands.events import MergeEvents, MoveArticle
from tui.core.model import EventRow
from tui.ui import format
from tui.ui.choice import Choice
from tui.ui.controllers.background_job import BackgroundJobs, Job, Says
from tui.ui.controllers.registry import Controller
from tui.ui.dialogs.choice_list import ChoiceList
from tui.ui.panes.wrap import fit

if TYPE_CHECKING:
    from tui.ui.context import Context


class EventController(Controller):
    """What the reader knows better than grouping does."""

    def do_merge(self) -> None:
        context = self.context
        if context.open.annotated is None:
            return
        event = context.open.annotated.event

        title = f"Merge into “{fit(event.name, 56)}”"
        dialog = ChoiceList(title, _others(context.open.rows, event.id), enter="merges")
        context.choose(dialog, lambda chosen: context.do(MergeEvents([chosen], event.id)))

    def do_move(self) -> None:
        context = self.context
        article, annotated = context.open.article, context.open.annotated
        if article is None or annotated is None:
            return

        title = f"Move “{fit(article.headline or article.outlet, 48)}” to"
        others = _others(context.open.rows, annotated.event.id)
        dialog = ChoiceList(title, others, new="a new event:", enter="moves it there")
        context.choose(dialog, lambda to: context.do(MoveArticle(article.id, to.removeprefix("+"))))

    async def do_regroup(self) -> None:
        """Find the events of the briefing anew, beside the reader; while something runs, offer to stop it."""
        beside = self.context.controller(BackgroundJobs)
        if not beside.offer_to_stop():
            job = Job("regrouping", {"regroup": True}, _regrouped, "nothing is changed", brings=False)
            await beside.start(job)


def _regrouped(context: Context, says: Says) -> str:
    """Return what grouping anew found, in one sentence."""
    if says["stopped"]:
        return "Regrouping stopped: nothing was changed."
    return f"{says['said']} · {context.key('undo')} undoes" if says["changed"] else f"{says['said']}."


def _others(events: Iterable[EventRow], event_id: str) -> list[Choice]:
    """Return the events but this one, the nearest in the timeline first."""
    rows = list(events)
    here = next((at for at, row in enumerate(rows) if row["id"] == event_id), 0)
    near = sorted(range(len(rows)), key=lambda at: abs(at - here))
    return [
        Choice(rows[at]["id"], rows[at]["name"], end=format.date(rows[at]["date"]))
        for at in near
        if rows[at]["id"] != event_id
    ]

"""What a speaker said over time, listed by topic: where they repeat, and where they may contradict themselves."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from tui.core.model import NO_OUTLET, Speaker
from tui.core.speakers import speakers_of
from tui.core.text import one_line
from tui.ui import format
from tui.ui.choice import Choice
from tui.ui.controllers.annotations import AnnotationController
from tui.ui.controllers.jumps import JumpController
from tui.ui.controllers.registry import Controller
from tui.ui.dialogs.choice_list import ChoiceList
from tui.ui.disk_queue import OPENS

if TYPE_CHECKING:
    from tui.core.statements import Recollection


class RecollectionController(Controller):
    """The list of one speaker's statements by topic, and the way from it to a quote."""

    def do_over_time(self) -> None:
        context, quote = self.context, self.context.open.quote
        annotator = context.controller(AnnotationController)
        said_by = speakers_of(quote, context.briefing.speakers()) if quote else ()
        annotator.one_of(annotator.speakers_under_cursor() or said_by, self._read)

    def _read(self, speaker: Speaker) -> None:
        def fetch() -> list[list[Recollection]]:
            from tui.store.statements import recollections

            return recollections(self.context.briefing, speaker)

        self.context.read(fetch, partial(self._show, speaker), OPENS)

    def _show(self, speaker: Speaker, topics: Sequence[Sequence[Recollection]]) -> None:
        if not topics:
            self.context.say(f"No quote of {speaker.name} is left.")
            return
        places, choices = {}, []
        for topic in topics:
            signs = ["┌", *("│" for _ in topic[2:]), "└"] if len(topic) > 1 else [" "]
            for sign, each in zip(signs, topic, strict=True):
                base = each.statement.base
                places[base.quote.id] = each.statement.event, base.article.id, base.quote.id
                label = f"{sign} {one_line(format.marked(base.quote))}"
                remark = f"{base.article.outlet or NO_OUTLET} · {_related(each)}"
                choices.append(Choice(base.quote.id, label, remark, end=each.date or "undated"))

        number = sum(len(topic) > 1 for topic in topics)
        shared = (
            f"{format.counted(number, 'topic')}, each from ┌ to └" if number else "no two are on one topic"
        )
        title = f"{speaker.name} over time · {shared}"
        jumps = self.context.controller(JumpController)
        dialog = ChoiceList(title, choices, enter="goes to the quote", sentences=True)
        self.context.choose(dialog, lambda chosen: jumps.go(*places[chosen]))


def _related(each: Recollection) -> str:
    """Return what a statement is to an earlier one: "≠ contradicts 2025-03-04? 2 against 3 hour"; else its event."""
    if not each.relation:
        return one_line(each.event)
    sign = "=" if each.relation == "repeats" else "≠"
    return f"{sign} {each.relation} {each.to}? {each.why}"

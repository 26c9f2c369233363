"""The press review by name: a day is chosen, and how it goes out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.app import App

from tui.store.disk.errors import StoreError
from tui.ui import format
from tui.ui.choice import Choice
from tui.ui.controllers.clipboard import ClipboardController
from tui.ui.controllers.export import offered
from tui.ui.controllers.registry import Controller
from tui.ui.dialogs.choice_list import ChoiceList
from tui.ui.dialogs.place_prompt import told
from tui.ui.disk_queue import OPENS

if TYPE_CHECKING:
    from tui.workflows.press_review import TaggedQuote


class PressReviewController(Controller):
    """Asks which day, and what becomes of it."""

    def do_press_review(self) -> None:
        """Look beside the keys which days have tagged quotes, then list them."""

        def fetch() -> Mapping[str, int]:
            from tui.workflows.press_review import tagged_days

            return tagged_days(self.context.briefing)

        self.context.read(fetch, self._list, OPENS)

    def _list(self, days: Mapping[str, int]) -> None:
        if not days:
            self.context.say(
                f"No quote has a tag yet: {self.context.key('tag')} tags one, and a review holds those of a day."
            )
            return

        def chosen(day: str) -> None:
            from tui.workflows.press_review import quotes_of

            find = partial(quotes_of, self.context.briefing, day)
            self.context.read(find, lambda found: self._ask_form(day, *found), OPENS)

        from tui.workflows.press_review import tagged_weeks

        choices = [
            Choice(day, format.date(day), format.counted(count, "tagged quote"))
            for day, count in days.items()
        ]
        for week in tagged_weeks(days):
            first, last = week.split("/")
            number = sum(count for day, count in days.items() if first <= day <= last)
            choices.append(Choice(week, format.date(week), format.counted(number, "tagged quote")))
        self.context.choose(ChoiceList("Press review of", choices), chosen)

    def _ask_form(
        self, day: str, quotes: Sequence[TaggedQuote], unsure: int, *, with_notes: bool = False
    ) -> None:
        from tui.workflows.press_review import note_count

        def chosen(form: str) -> None:
            if form == "notes":
                self._ask_form(day, quotes, unsure, with_notes=not with_notes)
            else:
                make = partial(self._make, day, form, quotes, with_notes)
                self.context.run_beside(make, "press review")

        noted = told(note_count(quotes), with_notes)
        choices = [
            Choice("text", "Copy it as text"),
            Choice("markdown", "Copy it as Markdown"),
            Choice("mail", "Write it as the draft of a mail", "a file that mail programs open"),
        ]
        if noted:
            choices.append(Choice("notes", "Leave your notes out" if with_notes else "Put your notes in"))
        left_out = f"without {unsure} of which only a longer time is known" if unsure else ""
        title = " · ".join(filter(None, (f"Press review of {format.date(day)}", noted, left_out)))
        self.context.choose(ChoiceList(title, choices), chosen)

    def _make(self, day: str, form: str, quotes: Sequence[TaggedQuote], with_notes: bool) -> None:
        """In a worker: make it; copy it, or write it where exports go."""
        from tui.workflows.press_review import review

        context, call = self.context, self.context.app.call_from_thread
        try:
            text = review(context.briefing, day, form, quotes, with_notes=with_notes)
            if form == "mail":
                call(context.say, _written(context.app, text, day))
            else:
                call(context.controller(ClipboardController).copy, text, "Press review")
        except (StoreError, OSError) as error:
            call(context.say, f"! {error}")


def _written(app: App[Any], text: str, day: str) -> str:
    """Write a draft under a name that is free; return what is said of it."""
    from tui.settings.atomic_files import export_whole

    name = f"press review {day.replace('/', ' to ')}"
    if app.is_web:
        from tui.ui.delivery import download

        return download(app, f"{name}.eml", lambda path: export_whole(path, [text]))
    path = offered(".eml", name, folder=False)
    export_whole(path, [text])
    return f"The draft is in {path}"

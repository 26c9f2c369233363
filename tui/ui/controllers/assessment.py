"""How far quotes can be trusted: a status from one list, evidence and ratings behind it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tui.commands.annotations import target_of
from tui.commands.assessment import Assess
from tui.core.assessment import STATUS_NAMES
from tui.core.model import AnnotationTarget
from tui.core.quote_state import words_before
from tui.core.statements import IN_RECORD
from tui.ui import format
from tui.ui.choice import Choice
from tui.ui.controllers.drafts import DraftController
from tui.ui.controllers.registry import Controller
from tui.ui.dialogs.assessment_form import check, of_assessment, state_named, told
from tui.ui.dialogs.choice_list import ChoiceList
from tui.ui.dialogs.form import Form
from tui.ui.disk_queue import OPENS

_HISTORY = 3  # changes of a status that stand above the list
_MORE = "more"


class AssessmentController(Controller):
    """The key that says what a reader makes of a quote."""

    def do_status(self) -> None:
        """Say how far the quote can be trusted."""
        quote = self.context.open.quote
        annotated = self.context.listing.home_of(quote) if quote else None
        if quote is None or annotated is None:
            return
        known = annotated.assessment(quote.id, quote.article)
        history = [told(each) for each in annotated.of(quote.id, "assessing")]
        moved = words_before(quote, annotated.annotations.get(quote.id, ()))

        def write(changed: Mapping[str, str]) -> None:
            if changed or moved:  # left as it is, it is confirmed
                state = changed.get("status", "" if changed else known.get("status", "unchecked"))
                self.context.do(assessing([target_of(quote)], {**changed, "status": state}))

        called = format.whose_words(quote, self.context.briefing.speakers())

        def fetch() -> str:
            from tui.store.statements import record_of

            return record_of(self.context.briefing, annotated, quote.id)

        def show(record: str) -> None:
            self.offer(f"Status of {called}", {"status": "unchecked", **known}, write, history, record)

        self.context.read(fetch, show, OPENS)

    def offer(
        self,
        title: str,
        known: Mapping[str, str],
        write: Callable[[Mapping[str, str]], None],
        history: list[str] | None = None,
        record: str = "",
    ) -> None:
        """Offer the statuses, the one that holds marked; `write` is given what was changed, by its name.

        `record` says how the words stand in the record of the speaker's office; where they do, that is suggested.
        """
        rated = [
            f"{name} {known[name]}" for name in ("evidence", "reliability", "credibility") if known.get(name)
        ]
        more = " · ".join(rated) or "evidence, reliability, credibility"
        rows = [Choice(state, name, _remark(state, record)) for state, name in STATUS_NAMES.items()]

        def chosen(state: str) -> None:
            if state == _MORE:
                self._ask_more(title, known, write)
            else:
                write({} if state == known.get("status") else {"status": state})

        self.context.choose(
            ChoiceList(
                title,
                [*rows, Choice(_MORE, "more…", more)],
                about="\n".join([*(history or [])[-_HISTORY:], *([record] if record else [])]),
                chosen=known.get("status", ""),
            ),
            chosen,
        )

    def _ask_more(
        self, title: str, known: Mapping[str, str], write: Callable[[Mapping[str, str]], None]
    ) -> None:
        def answer(changed: dict[str, str]) -> None:
            state = {"status": state_named(changed["status"])} if "status" in changed else {}
            write({**changed, **state})

        form = Form(title, of_assessment(known), "evidence", check)
        self.context.controller(DraftController).ask(form, answer, "status")


def _remark(state: str, record: str) -> str:
    """Return the sign of a status, and that it is suggested where the words stand in the record as they are."""
    sign = format.STATUS_SIGNS.get(state, "")
    return f"{sign} suggested: {record}" if state == "matched" and record in IN_RECORD else sign


def assessing(targets: list[AnnotationTarget], changed: Mapping[str, str]) -> Assess:
    """Return the command that says of quotes what was changed in the list or the form."""
    return Assess(
        targets,
        changed.get("status") or None,
        changed.get("evidence", ""),
        changed.get("reliability"),
        changed.get("credibility"),
    )

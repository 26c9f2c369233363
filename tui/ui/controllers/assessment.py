"""How far quotes can be trusted: a status from one list, evidence and ratings behind it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tui.commands.annotations import target_of
from tui.commands.assessment import Assess
from tui.core.assessment import CREDIBILITY, RATINGS, RELIABILITY, STATUS_NAMES
from tui.core.model import Annotation, AnnotationTarget
from tui.core.quote_state import words_before
from tui.core.statements import IN_RECORD
from tui.core.text import fold
from tui.core.timestamps import local_time
from tui.ui import format
from tui.ui.choice import Choice
from tui.ui.controllers.drafts import DraftController
from tui.ui.controllers.registry import Controller
from tui.ui.dialogs.choice_list import ChoiceList
from tui.ui.dialogs.form import Form, FormField
from tui.ui.disk_queue import OPENS

_HISTORY = 3  # changes of a status that stand above the list
_MORE = "more"
_UNJUDGED = ("unchecked", "seen")


class AssessmentController(Controller):
    """The key that says what a reader makes of a quote."""

    def do_status(self) -> None:
        quote = self.context.open.quote
        annotated = self.context.listing.home_of(quote) if quote else None
        if quote is None or annotated is None:
            return
        known = annotated.assessment(quote.id, quote.article)
        history = [_told(each) for each in annotated.of(quote.id, "assessing")]
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

        `record` says how the words stand in the record of the speaker's office; where they do, that is suggested, and
        the list begins there unless the reader has judged otherwise.
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
                first="matched" if record in IN_RECORD and known.get("status") in _UNJUDGED else None,
            ),
            chosen,
        )

    def _ask_more(
        self, title: str, known: Mapping[str, str], write: Callable[[Mapping[str, str]], None]
    ) -> None:
        def answer(changed: dict[str, str]) -> None:
            state = {"status": _state_named(changed["status"])} if "status" in changed else {}
            write({**changed, **state})

        form = Form(title, _of_assessment(known), "evidence", _check)
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


def _of_assessment(known: Mapping[str, str]) -> list[FormField]:
    """Return the fields of a quote's status, with what is known of it; "" for those of several that differ."""
    state, names = known.get("status", "unchecked"), STATUS_NAMES
    differ = "" if state else "they differ"
    scales = [
        FormField(
            key,
            key.capitalize(),
            known.get(key, ""),
            legend,
            suggestions=tuple(scale),
            remarks=tuple(scale.values()),
            closed=True,
        )
        for key, scale, legend in (
            ("reliability", RELIABILITY, "of the source, A to F"),
            ("credibility", CREDIBILITY, "of the words, 1 to 6"),
        )
    ]
    return [
        FormField(
            "status",
            "Status",
            names.get(state, ""),
            "",
            differ,
            suggestions=tuple(names.values()),
            closed=True,
        ),
        FormField("evidence", "Evidence", known.get("evidence", ""), "an address, or a few words"),
        *scales,
    ]


def _state_named(text: str) -> str:
    """Return the status that a name or the beginning of one stands for, "" for none."""
    wanted = fold(text)
    found = [state for state, name in STATUS_NAMES.items() if wanted and fold(name).startswith(wanted)]
    return found[0] if found else ""


def _check(field: str, value: str) -> str:
    """Return what is wrong with a value, "" for nothing."""
    if field in RATINGS and value.upper() not in ("", *RATINGS[field]):
        return f"the {field} is one of {' '.join(RATINGS[field])}"
    if field == "status" and not _state_named(value):
        return f"the status is one of {', '.join(STATUS_NAMES.values())}"
    return ""


def _told(each: Annotation) -> str:
    """Return one change of a status in a line: when, what, who, on what evidence."""
    body = {key: str(value) for key, value in each.body.items()}
    evidence = body.pop("evidence", "")
    said = [
        STATUS_NAMES.get(value, value) if key == "status" else f"{key} {value or '–'}"
        for key, value in body.items()
    ]
    parts = [local_time(each.created), ", ".join(said), each.creator, " ".join(evidence.split())]
    return " · ".join(part for part in parts if part)

"""The form of a quote's status and ratings. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from tui.core.assessment import CREDIBILITY, RATINGS, RELIABILITY, STATUS_NAMES
from tui.core.model import Annotation
from tui.core.text import fold
from tui.core.timestamps import local_time
from tui.ui.dialogs.form import FormField


def of_assessment(known: Mapping[str, str]) -> list[FormField]:
    """Return the fields of a quote's status, with what is known of it; "" for those of several that differ."""
    state = known.get("status", "unchecked")
    return [
        FormField(
            id="status",
            label="Status",
            value=STATUS_NAMES.get(state, ""),
            basis="" if state else "they differ",
            suggestions=tuple(STATUS_NAMES.values()),
            closed=True,
        ),
        FormField(
            id="evidence",
            label="Evidence",
            value=known.get("evidence", ""),
            legend="an address, or a few words",
        ),
        FormField(
            id="reliability",
            label="Reliability",
            legend="of the source, A to F",
            value=known.get("reliability", ""),
            suggestions=tuple(RELIABILITY),
            remarks=tuple(RELIABILITY.values()),
            closed=True,
        ),
        FormField(
            id="credibility",
            label="Credibility",
            legend="of the words, 1 to 6",
            value=known.get("credibility", ""),
            suggestions=tuple(CREDIBILITY),
            remarks=tuple(CREDIBILITY.values()),
            closed=True,
        ),
    ]


def state_named(text: str) -> str:
    """Return the status that a name or the beginning of one stands for, "" for none."""
    wanted = fold(text)
    found = [state for state, name in STATUS_NAMES.items() if wanted and fold(name).startswith(wanted)]
    return found[0] if found else ""


def check(field: str, value: str) -> str:
    """Return what is wrong with a value, "" for nothing."""
    if field in RATINGS and value.upper() not in ("", *RATINGS[field]):
        return f"the {field} is one of {' '.join(RATINGS[field])}"
    if field == "status" and not state_named(value):
        return f"the status is one of {', '.join(STATUS_NAMES.values())}"
    return ""


def told(each: Annotation) -> str:
    """Return one change of a status in a line: when, what, who, on what evidence."""
    body = {key: str(value) for key, value in each.body.items()}
    evidence = body.pop("evidence", "")
    said = [
        STATUS_NAMES.get(value, value) if key == "status" else f"{key} {value or '–'}"
        for key, value in body.items()
    ]
    parts = [local_time(each.created), ", ".join(said), each.creator, " ".join(evidence.split())]
    return " · ".join(part for part in parts if part)

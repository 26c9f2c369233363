"""The fields the reader can correct, how each is known, and which values can be."""

from __future__ import annotations

from tui.core.model import Article, Event, Quote
from tui.ui import format
from tui.ui.dialogs.form import FormField

_EDTF = "1 July 2025, 2025-07-01, 2025-12"


def fields_of(thing: Event | Article | Quote, event: Event) -> list[FormField]:
    """Return the fields of an event, article or quote that are lines of text, each with how it is known."""
    match thing:
        case Quote():
            return [
                FormField(
                    id="chain",
                    label="Through whom",
                    value="; ".join(thing.chain),
                    legend="nearest the speaker first, parted by ;",
                ),
                FormField(id="original", label="Original wording", value=thing.original),
                FormField(id="translator", label="Translator", value=thing.translator),
            ]
        case Article():
            known = thing.basis
            named = ("headline", "outlet", "published", "author", "url")
            labels, legends = {"url": "Address"}, {"published": _EDTF}
            fields = [
                FormField(
                    id=name,
                    label=labels.get(name, name.capitalize()),
                    value=str(getattr(thing, name)),
                    legend=legends.get(name, ""),
                    basis=format.basis(known.get(name, "")),
                )
                for name in named
            ]
            return [
                *fields,
                FormField(
                    id="event", label="Event", value=event.name, legend="the name of another, or of a new one"
                ),
            ]
        case _:
            known = thing.basis
            return [
                FormField(
                    id="name", label="Name", value=thing.name, basis=format.basis(known.get("name", ""))
                ),
                FormField(
                    id="date",
                    label="Date",
                    value=thing.date,
                    legend=_EDTF,
                    basis=format.basis(known.get("date", "")),
                ),
            ]


def check(field: str, value: str) -> str:
    """Return what is wrong with a value, "" for nothing; the store looks once more."""
    try:
        if field in ("date", "published"):
            from tui.workflows.field_correction import written_day

            written_day(value)
        elif field in ("name", "headline", "event") and not value:
            return f"the {field} cannot be empty"
    except ValueError as error:
        return str(error)
    return ""

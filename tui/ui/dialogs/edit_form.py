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
            through = "nearest the speaker first, parted by ;"
            return [
                FormField("chain", "Through whom", "; ".join(thing.chain), through),
                FormField("original", "Original wording", thing.original),
                FormField("translator", "Translator", thing.translator),
            ]
        case Article():
            labels, legends = {"url": "Address"}, {"published": _EDTF}
            fields = [
                FormField(
                    name,
                    labels.get(name, name.capitalize()),
                    str(getattr(thing, name)),
                    legends.get(name, ""),
                    format.basis(thing.basis.get(name, "")),
                )
                for name in ("headline", "outlet", "published", "author", "url")
            ]
            return [*fields, FormField("event", "Event", event.name, "the name of another, or of a new one")]
        case _:
            name, date = (format.basis(thing.basis.get(field, "")) for field in ("name", "date"))
            return [
                FormField("name", "Name", thing.name, basis=name),
                FormField("date", "Date", thing.date, _EDTF, date),
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

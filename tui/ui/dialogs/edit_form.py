"""The fields the reader can correct, how each is known, and which values can be. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui.commands.annotations import KINDS
from tui.core.edtf import check_date
from tui.core.model import SET_BY_READER, Article, Event, Quote, Speaker
from tui.core.speakers import attributed_name
from tui.core.text import fold
from tui.ui import format
from tui.ui.dialogs.base import FormField
from tui.ui.panes.quote_layout import QuoteRow


def fields_of(
    thing: Event | Article | Quote, event: Event, speakers: Mapping[str, Speaker], items: Sequence[QuoteRow]
) -> list[FormField]:
    """Return the fields of an event, article or quote, each with how it is known."""
    match thing:
        case Quote():
            return _of_quote(thing, dict(speakers), items)
        case Article():
            known = thing.basis
            named = ("headline", "outlet", "published", "author", "url")
            labels = {"published": "published  (EDTF: 2025-07-01, 2025-12)"}
            fields = [
                FormField(
                    id=name,
                    label=labels.get(name, name),
                    value=str(getattr(thing, name)),
                    basis=format.basis(known.get(name, "")),
                )
                for name in named
            ]
            return [
                *fields,
                FormField(
                    id="event", label="event  (the name of another, or of a new one)", value=event.name
                ),
            ]
        case _:
            known = thing.basis
            return [
                FormField(
                    id="name", label="name", value=thing.name, basis=format.basis(known.get("name", ""))
                ),
                FormField(
                    id="date",
                    label="date  (EDTF: 2025-07-01, 2025-12)",
                    value=thing.date,
                    basis=format.basis(known.get("date", "")),
                ),
            ]


def _of_quote(quote: Quote, speakers: dict[str, Speaker], items: Sequence[QuoteRow]) -> list[FormField]:
    speaker = attributed_name(quote, speakers)
    listed = (item.speaker for item in items if item.quote)
    others = {fold(name): name for name in (*quote.candidates, *listed) if fold(name) != fold(speaker)}
    known = tuple(each.name for each in speakers.values() if not each.merged_into)
    why = SET_BY_READER if "speaker" in quote.edited else quote.why
    sure = "" if "speaker" in quote.edited else f" · {quote.confidence:.0%} sure"
    borders = ", ".join(f"{part.start}-{part.end}" for part in quote.parts)
    of_borders = FormField(
        id="borders",
        label="borders  (characters of the text)",
        value=borders,
        basis="set by you" if "borders" in quote.edited else "",
    )
    return [
        FormField(
            id="speaker",
            label="speaker  (several parted by a semicolon)",
            value=speaker,
            basis=f"{why}{sure}" if why else "",
            suggestions=tuple(others.values())[:9],
            known=known,
        ),
        FormField(
            id="kind",
            label="kind  (direct, mixed or indirect)",
            value=quote.kind,
            basis="set by you" if "kind" in quote.edited else "",
            known=KINDS,
            closed=True,
        ),
        *([] if quote.gone else [of_borders]),
        FormField(id="original", label="original wording", value=quote.original),
        FormField(id="translator", label="translator", value=quote.translator),
    ]


def check(field: str, value: str) -> str:
    """Return what is wrong with a value, "" for nothing; the store looks once more."""
    try:
        if field in ("date", "published"):
            check_date(value)
        elif field == "kind" and value not in KINDS:
            return f"a quote is {', '.join(KINDS)}"
        elif field in ("name", "headline", "event") and not value:
            return f"the {field} cannot be empty"
    except ValueError as error:
        return str(error)
    return ""

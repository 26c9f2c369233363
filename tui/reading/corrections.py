"""Fields of an article that are known better than its page says"""

from __future__ import annotations

from dataclasses import replace

from tui.core.model import SET_BY_READER, STATED
from tui.reading.result import ParsedArticle


def override_fields(reading: ParsedArticle, *, basis: str = SET_BY_READER, **fields: str) -> ParsedArticle:
    """Return `reading` with the fields that are not empty in the place of what was read.

    `basis` says how they are known. With another date of publication "Monday" is another day, and
    "March 18" gets its year: the day of an event that was inferred, or has no year, is inferred anew.
    """
    given = {name: value for name, value in fields.items() if value}
    if not given:
        return reading
    bases = {**reading.basis, **dict.fromkeys(given, basis)}
    known = bases.get("event_date", "")
    if "published" in given and (known not in (STATED, SET_BY_READER) or _lacks_year(reading, known, given)):
        from tui.reading.dates.event_date import event_date

        bases.pop("event_date", None)
        given["event_date"], how = event_date(reading.text, given["published"])
        if how:
            bases["event_date"] = how
    return replace(reading, basis=bases, **given)  # type: ignore[arg-type]  # all of them are texts


def _lacks_year(reading: ParsedArticle, known: str, given: dict[str, str]) -> bool:
    """Tell whether the day of an event is one of any year, as a text says it and nobody else."""
    return known == STATED and "event_date" not in given and reading.event_date.startswith("XXXX")

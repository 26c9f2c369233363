"""Fields of an article that are known better than its page says"""

from __future__ import annotations

from dataclasses import replace

from tui.core.model import SET_BY_READER, STATED
from tui.reading.result import ParsedArticle


def override_fields(reading: ParsedArticle, *, basis: str = SET_BY_READER, **fields: str) -> ParsedArticle:
    """Return `reading` with the fields that are not empty in the place of what was read.

    `basis` says how they are known. With another date of publication "Monday" is another day, so an
    event's date that was inferred is inferred anew.
    """
    given = {name: value for name, value in fields.items() if value}
    if not given:
        return reading
    bases = {**reading.basis, **dict.fromkeys(given, basis)}
    event_date = given.get("event_date", reading.event_date)
    if "published" in given and bases.get("event_date", "") not in (STATED, SET_BY_READER):
        from tui.reading.dates.event_date import event_date as told

        bases.pop("event_date", None)
        event_date, how = told(reading.text, given["published"])
        if event_date:
            bases["event_date"] = how
    return replace(
        reading,
        headline=given.get("headline", reading.headline),
        outlet=given.get("outlet", reading.outlet),
        author=given.get("author", reading.author),
        published=given.get("published", reading.published),
        url=given.get("url", reading.url),
        event_date=event_date,
        basis=bases,
    )

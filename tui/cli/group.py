"""`group`: which articles tell of the same happening, without storing anything."""

from __future__ import annotations

import sys
from argparse import Namespace
from typing import Any

from tui.cli.output import BAD_INPUT, DONE, USAGE, VerbError, json_line, read_lines, warn
from tui.core.text import clean, one_line
from tui.reading.events.clustering import ClusterItem, group


def group_lines(args: Namespace) -> int:
    """Read articles as JSON Lines, print the event of each in their order."""
    if args.file == "-" and sys.stdin.isatty():
        raise VerbError("group: name a FILE of JSON Lines, or pipe one in", USAGE)
    items: dict[str, ClusterItem] = {}
    failed = 0
    for number, raw in enumerate(read_lines(args.file), 1):
        if not raw.strip():
            continue
        item = item_of(raw, number)
        if item is None:
            failed += 1
            warn(f'{one_line(args.file)}, line {number}: is not an object with "id" and "text"')
        else:
            items[item.id] = item
    keys = group(list(items.values()))
    for name in items:
        json_line({"id": name, "event": keys[name]})
    return BAD_INPUT if failed and not items else DONE


def item_of(raw: bytes, number: int) -> ClusterItem | None:
    """Return the article of a line of JSON, None where it is none; `number` names it if it has no id."""
    import json

    from tui.reading.dates.event_date import event_date
    from tui.reading.events.placement import trusted_event_day

    try:
        row: Any = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        return None
    given = {
        name: clean(value)
        for name in ("title", "text", "date", "outlet")
        if isinstance(value := row.get(name), str)
    }
    text, date = given["text"], given.get("date", "")
    told, basis = event_date(text, date)
    told = trusted_event_day(told, basis, text, date)
    stated = row.get("event_date")
    return ClusterItem(
        id=clean(str(row.get("id", number))),
        title=one_line(given.get("title", "")),
        text=text,
        date=date,
        event_date=clean(stated) if isinstance(stated, str) else told,
        outlet=one_line(given.get("outlet", "")),
    )

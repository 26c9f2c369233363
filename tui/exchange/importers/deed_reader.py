"""What our own files tell in a place of their own: stars, statuses and corrections, with who and when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tui.commands.annotations import ARTICLE_FIELDS, EVENT_FIELDS, QUOTE_FIELDS
from tui.core.assessment import RATINGS, RELATIONS, STATUSES
from tui.core.edtf import is_date
from tui.core.model import ASSERTED, KINDS, POLARITIES
from tui.core.text import clean, one_line
from tui.exchange.importers.model import ImportedDeed, moment

# But for borders and events, which mean nothing elsewhere.
_FIELDS = {*QUOTE_FIELDS, *ARTICLE_FIELDS, *EVENT_FIELDS} - {"borders", "event"}
_CHOICES = {"kind": KINDS, "polarity": (ASSERTED, *POLARITIES)}
_SCALES = {"status": STATUSES, **RATINGS}


def deeds(told: object) -> tuple[ImportedDeed, ...]:
    """Return them as they are told; what is none is passed over."""
    return tuple(_deeds(told if isinstance(told, list) else []))


def _deeds(told: list[Any]) -> Iterator[ImportedDeed]:
    for each in told:
        body = each.get("body") if isinstance(each, dict) else None
        if not isinstance(body, dict):
            continue
        said = {str(key): clean(value) for key, value in body.items() if isinstance(value, str)}
        created, modified = (moment(str(each.get(key) or "")) for key in ("created", "modified"))
        by = one_line(str(each.get("creator") or ""))
        match each.get("motivation"):
            case "bookmarking":
                yield ImportedDeed("bookmarking", {}, created, by, modified)
            case "tagging" if one_line(said.get("tag", "")):
                yield ImportedDeed("tagging", {"tag": one_line(said["tag"])}, created, by, modified)
            case "assessing" if kept := _assessed(said):
                yield ImportedDeed("assessing", kept, created, by, modified)
            case "linking" if said.get("relation") in RELATIONS and said.get("quote"):
                kept = {"relation": said["relation"], "quote": said["quote"]}
                yield ImportedDeed("linking", kept, created, by, modified)
            case "editing" if _corrects(said):
                kept = {"field": said["field"], "value": one_line(said["value"])}
                yield ImportedDeed("editing", kept, created, by, modified)


def _assessed(said: dict[str, str]) -> dict[str, str]:
    kept = {key: value for key, value in said.items() if value in ("", *_SCALES.get(key, ()))}
    if said.get("evidence"):
        kept["evidence"] = said["evidence"]
    return kept


def _corrects(said: dict[str, str]) -> bool:
    field, value = said.get("field"), said.get("value")
    if field not in _FIELDS or value is None or value not in _CHOICES.get(field, (value,)):
        return False
    return field not in ("published", "date") or not value or is_date(value)

"""What our own files tell in a place of their own: stars, statuses and corrections, with who and when.

Beside a REFI-QDA project lies a whole file of that (`Sidecar`): what the format has no place for.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from tui.commands.annotations import ARTICLE_FIELDS, EVENT_FIELDS, QUOTE_FIELDS
from tui.core.assessment import RATINGS, RELATIONS, STATUSES
from tui.core.edtf import is_date
from tui.core.model import ASSERTED, KINDS, POLARITIES
from tui.core.text import clean, one_line
from tui.exchange.importers.model import ImportedDeed, ImportedQuote, moment, speaker_name

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


_TEXTS = "speaker_text entity why role polarity cue_text".split()
_LISTS = "candidates chain".split()
_NUMBERS = "speaker_start speaker_end".split()


@dataclass(frozen=True)
class Sidecar:
    """What is told beside a project, by the ids of its parts; nothing where nothing is."""

    told: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, raw: bytes, project: bytes) -> Sidecar:
        """Return what is told of a project. Raises ValueError for what is not of this project, or not ours."""
        told = json.loads(raw)
        if not isinstance(told, dict) or told.get("project") != hashlib.sha256(project).hexdigest():
            raise ValueError("it was written for another project than this")
        return cls(told)

    def about(self, part: str, key: str) -> Mapping[str, Any]:
        """Return what is told of one thing: `part` is "quotes", "articles" or "events"."""
        those = self.told.get(part)
        found = those.get(key) if isinstance(those, dict) else None
        return found if isinstance(found, dict) else {}

    def deeds(self, part: str, key: str) -> tuple[ImportedDeed, ...]:
        """Return what was done to one thing."""
        return deeds(self.about(part, key).get("deeds"))

    def sign(self, tag: str) -> str:
        """Return the sign of a tag, by its name."""
        signs = self.told.get("signs")
        found = signs.get(tag, "") if isinstance(signs, dict) else ""
        return one_line(found)[:1] if isinstance(found, str) else ""

    def basis(self, article: str) -> dict[str, str] | None:
        """Return how the fields of an article are known, None where that is not told."""
        found = self.about("articles", article).get("basis")
        if not isinstance(found, dict):
            return None
        return {one_line(str(key)): one_line(str(how)) for key, how in found.items()}

    def quotes(self, article: str) -> list[str]:
        """Return the ids of the quotes of an article, those too that are no selections."""
        found = self.about("articles", article).get("quotes")
        return [each for each in found if isinstance(each, str)] if isinstance(found, list) else []

    def fitted(self, quote: ImportedQuote, text: str) -> ImportedQuote:
        """Return a quote of a text with what is told of how it was found."""
        told = self.about("quotes", quote.id)
        kind = told.get("kind")
        return replace(
            quote,
            kind=kind if kind in KINDS else quote.kind,
            reading=_reading(told.get("reading"), len(text)),
            own=told.get("own") is True,
        )

    def quote(self, key: str, text: str) -> ImportedQuote | None:
        """Return a quote that is no selection, None where its place is none in the text."""
        told = self.about("quotes", key)
        parts, last = [], 0
        for each in _list(told.get("parts")):
            start, end = each if isinstance(each, list) and len(each) == 2 else (0, 0)
            if type(start) is not int or type(end) is not int or not last <= start < end <= len(text):
                return None
            parts.append((start, end))
            last = end
        names = [speaker_name(each) for each in _list(told.get("speakers")) if isinstance(each, str)]
        return (
            self.fitted(ImportedQuote(tuple(parts), tuple(filter(None, names)), id=key), text)
            if parts
            else None
        )


def _list(told: object) -> list[Any]:
    return told if isinstance(told, list) else []


def _reading(told: object, letters: int) -> dict[str, Any]:
    """Return those fields of `QuoteSpan` that are told and make sense in a text of so many letters."""
    if not isinstance(told, dict):
        return {}
    found: dict[str, Any] = {name: clean(told[name]) for name in _TEXTS if isinstance(told.get(name), str)}
    for name in _LISTS:
        if isinstance(told.get(name), list):
            found[name] = tuple(one_line(each) for each in told[name] if isinstance(each, str))
    start, end = (told.get(name) for name in _NUMBERS)
    if type(start) is int and type(end) is int and 0 <= start <= end <= letters:
        found |= {"speaker_start": start, "speaker_end": end}
    sure = told.get("confidence")
    if isinstance(sure, (int, float)) and 0 <= sure <= 1:
        found["confidence"] = float(sure)
    return found

"""What a source states about itself above its text: between two lines of dashes, or a line each below its title."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from tui.core.edtf import is_date
from tui.core.text import one_line
from tui.reading.result import no_date

# Front matter is a handful of lines; what goes on for longer is a text that begins with a rule.
_MOST_LINES = 300
_FACT = re.compile(r"[A-Z][\w /-]{1,30}: \S.{0,500}$")
_FACTS = 2  # lines of them below a title
# What other programs call our fields, in the order they are asked.
_NAMES = {
    "id": ("id",),
    "headline": ("headline", "title"),
    "outlet": ("outlet", "publisher", "publication", "site"),
    "author": ("author", "authors", "byline"),
    "published": ("published", "date"),
    "url": ("url", "link", "source"),
    "language": ("language", "lang"),
    "event": ("event",),
    "event_name": ("event_name",),
    "event_date": ("event_date",),
}
_KNOWN = frozenset(name for names in _NAMES.values() for name in names) | {"tags", "tag"}
PLACE_FIELDS = ("id", "event", "event_name")
"""What says where an article belongs, and nothing of how it is read."""
_DAYS = ("published", "event_date")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a source states about itself: cleaned values by our field names, dates in EDTF, and tags without their #.

    The text begins at line `first` (0-based). `unread` tells of the dates that are none to us.
    """

    fields: Mapping[str, str] = field(default_factory=dict)
    first: int = 0
    tags: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()


def front_matter(text: str) -> FrontMatter:
    """Return the fields between two lines of dashes at the start of `text`, none where there are none."""
    lines = text.split("\n", _MOST_LINES)
    if lines[0].rstrip() != "---":
        return _below_title(lines)
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() in ("---", "..."):
            given = _parsed(lines[1:number])
            fields = _fields(given)
            return FrontMatter(fields, number + 1, _tags(given), _unread(given, fields))
    return FrontMatter()


def plain_front_matter(text: str) -> FrontMatter:
    """Return the front matter of a plain text: only where each line of it is a field that is known, with its value.

    Without dashes it is two such lines or more, at the head of the text or below one line that is its title.
    """
    if not text.startswith("---"):
        return _without_dashes(text.split("\n", _MOST_LINES))
    given = front_matter(text)
    lines = text.split("\n", given.first)[1 : given.first - 1]
    return given if given.fields and all(map(_is_field, lines)) else FrontMatter()


def _without_dashes(lines: list[str]) -> FrontMatter:
    """Return what known fields say, a line each and each once, above a blank line: "Source: North Wire", "Date: 3 May"."""
    at = next((n for n, line in enumerate(lines) if line.strip()), 0)
    title = "" if _is_field(lines[at]) else one_line(lines[at])
    first = next((n for n in range(at + 1, len(lines)) if lines[n].strip()), at) if title else at
    last = next((n for n in range(first, len(lines)) if not _is_field(lines[n])), len(lines))
    names = [line.partition(":")[0].strip().lower() for line in lines[first:last]]
    if len(names) < _FACTS or len({*names}) < len(names) or "".join(lines[last : last + 1]).strip():
        return FrontMatter()
    facts = [f"{name}:{line.partition(':')[2]}" for name, line in zip(names, lines[first:last], strict=True)]
    return _of_facts(facts, last, title, {"headline", "outlet", "url"})


def _is_field(line: str) -> bool:
    """Tell whether a line is a field that is known, with its value."""
    name, _, value = line.partition(":")
    return bool(value.strip()) and name.strip().lower() in _KNOWN


def _below_title(lines: list[str]) -> FrontMatter:
    """Return the facts that stand between the title of a page and its text, a line each, as Notion exports them.

    One of them at the least is a day, an address or an outlet by its name: "Question: …" begins a text.
    """
    first = next((n for n in range(1, len(lines)) if lines[n].strip()), 0)
    last = next((n for n in range(first, len(lines)) if not _FACT.match(lines[n])), len(lines))
    if not lines[0].startswith("# ") or last - first < _FACTS or "".join(lines[last : last + 1]).strip():
        return FrontMatter()
    return _of_facts(lines[first:last], last, one_line(lines[0].removeprefix("# ")), {"published", "url"})


def _of_facts(facts: list[str], end: int, title: str, telling: set[str]) -> FrontMatter:
    """Return what facts, which end at a line, say, with the title above them; nothing where no `telling` field is there."""
    given = _parsed(facts)
    fields = {name: said for name, said in _fields(given).items() if name not in PLACE_FIELDS}
    if telling.isdisjoint(fields):
        return FrontMatter()
    if title:
        fields.setdefault("headline", title)
    return FrontMatter(fields, end, _tags(given), _unread(given, fields))


def _unread(given: Mapping[str, Any], fields: Mapping[str, str]) -> tuple[str, ...]:
    said = (_value(given.get(other)) for name in _DAYS if name not in fields for other in _NAMES[name])
    return tuple(map(no_date, filter(None, said)))


def _tags(given: Mapping[str, Any]) -> tuple[str, ...]:
    said = given.get("tags") or given.get("tag") or ""
    names = said if isinstance(said, list) else str(said).replace(",", " ").split()
    found = (one_line(name).lstrip("#") for name in names if isinstance(name, str))
    return tuple(dict.fromkeys(filter(None, found)))


def edtf(value: str) -> str:
    """Return a written date as EDTF: one that is already, as it is, else a day
    with its time, a date in words or the stamp of a program; "" where it is none."""
    value = value.strip()
    if is_date(value):
        return value
    # Sets are of several days, of which none is the day, and an interval that ends before it begins is of none.
    if value.startswith(("XXXX-", "[", "{")) or (_is_day(value[:10]) and value[10:11] == "/"):
        return ""
    if _is_day(value[:10]):
        try:
            datetime.fromisoformat(value)
        except ValueError:
            return value[:10]
        return value.replace(" ", "T", 1)
    from tui.reading.dates.day_names import written
    from tui.reading.dates.stamp_day import stamp_day

    found = next((found.edtf for found in written(value, short=True) if not found.other), "")
    return found if found and not found.startswith("XXXX") else stamp_day(value) or found


def _fields(loaded: Mapping[str, Any]) -> dict[str, str]:
    given = {key: _value(value) for key, value in loaded.items()}
    fields: dict[str, str] = {}
    for name, others in _NAMES.items():
        value = next((given[other] for other in others if given.get(other)), "")
        if name in _DAYS:
            value = edtf(value)
        if name == "url" and not value.startswith(("http://", "https://")):
            value = ""
        if value:
            fields[name] = value
    source = given.get("source", "")
    if source and "outlet" not in fields and "://" not in source:
        fields["outlet"] = source
    return fields


def _parsed(lines: list[str]) -> dict[str, Any]:
    import yaml

    loaded: object = None
    lines = list(lines)
    # Written by hand, and a headline with a colon in it is no YAML: what is wrong is quoted, line by line.
    for _ in range(len(lines) + 1):
        try:
            # The base loader makes strings of everything: no dates, no booleans, no objects.
            loaded = yaml.load("\n".join(lines), Loader=yaml.BaseLoader)
            break
        except yaml.MarkedYAMLError as error:
            number = error.problem_mark.line if error.problem_mark else len(lines)
            if number >= len(lines) or lines[number] == (better := _quoted(lines[number])):
                break
            lines[number] = better
        except (yaml.YAMLError, RecursionError, ValueError):
            break
    if not isinstance(loaded, dict):
        return {}
    return {str(key).strip().lower(): value for key, value in loaded.items()}


def _quoted(line: str) -> str:
    key, colon, value = line.partition(":")
    value = value.strip()
    if not colon or not value or not key[:1].isalpha() or value[0] in "[{|>":
        return line
    if value[0] == value[-1] == "'":
        return line
    value = value.replace("'", "''")
    return f"{key}: '{value}'"


def _value(value: object) -> str:
    if isinstance(value, list):
        value = ", ".join(item for item in value if isinstance(item, str))
    # Clippers link people: "[[Ann Example]]".
    return one_line(value).replace("[[", "").replace("]]", "") if isinstance(value, str) else ""


def _is_day(value: str) -> bool:
    try:
        return len(value) <= 10 and value[4:5] == "-" and bool(date.fromisoformat(value))
    except ValueError:
        return False

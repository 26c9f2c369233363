"""Who did what to a quote, an article or an event, as it is told of it. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from tui.core.assessment import said_of_link
from tui.core.model import Annotation, Tag
from tui.core.text import one_line


class Deed(NamedTuple):
    """One thing that was done: `what` ("tag", "star", "correction", "link", "status") and what came of it.

    `creator` is "" where it is not known; times are ISO 8601, `modified` "" where nothing was changed since.
    """

    what: str
    value: str
    creator: str
    created: str
    modified: str


_WHAT = {
    "tagging": "tag",
    "bookmarking": "star",
    "editing": "correction",
    "linking": "link",
    "assessing": "status",
}


def deeds(written: Iterable[Annotation], tags: Mapping[str, Tag]) -> list[Deed]:
    """Return what was done to something, oldest first; notes are apart, for they are shown whole, and reading is no work."""
    return [
        Deed(_WHAT[each.motivation], _value(each, tags), each.creator, each.created, each.modified)
        for each in written
        if each.motivation in _WHAT and not each.body.get("as_read")
    ]


def _value(each: Annotation, tags: Mapping[str, Tag]) -> str:
    body = each.body
    match each.motivation:
        case "tagging":
            tag = tags.get(str(body["tag"]))
            return tag.name if tag else ""
        case "editing":
            return one_line(str(body["field"]))
        case "linking":
            relation = said_of_link(str(body["relation"]), inverse=bool(body.get("inverse")))
            return f"{relation} “{one_line(str(body.get('exact', '')))}”"
        case "assessing":
            return ", ".join(one_line(str(value)) for value in body.values() if value)
        case _:
            return ""

"""What was written on something that a format has no place for: stars, statuses, corrections, with who and when.

It travels in a place of our own, for an import of ours to bring back; ids that mean nothing elsewhere are names there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tui.core.model import AnnotatedEvent, Annotation, Speaker, Tag
from tui.core.speakers import SEVERAL
from tui.exchange.exporters.serialize import filled

_MOTIVATIONS = ("bookmarking", "assessing", "editing", "linking")
# What is in the words that go out, or means nothing without what stays here.
_WITHIN = ("borders", "added", "discarded", "deleted", "event", "articles", "merged")


def deeds(
    annotated: AnnotatedEvent,
    target: str,
    speakers: Mapping[str, Speaker],
    tags: Mapping[str, Tag] | None = None,
) -> list[dict[str, Any]]:
    """Return them oldest first: `motivation, body, created, creator, modified`, those that are "" left out.

    With `tags`, what was tagged too, for a format that does not tell who did.
    """
    return list(_deeds(annotated.annotations.get(target, ()), speakers, tags or {}))


def _deeds(
    written: tuple[Annotation, ...], speakers: Mapping[str, Speaker], tags: Mapping[str, Tag]
) -> Iterator[dict[str, Any]]:
    for each in written:
        body = dict(each.body)
        tag = tags.get(str(body.get("tag")))
        if (
            not (tag or each.motivation in _MOTIVATIONS)
            or body.get("field") in _WITHIN
            or body.get("inverse")
            or body.get("as_read")
        ):
            continue
        if tag:
            body["tag"] = tag.name
        if body.get("field") == "speaker":
            ids = str(body["value"]).split()
            body["value"] = SEVERAL.join(speakers[one].name for one in ids if one in speakers)
        by = {"created": each.created, "creator": each.creator, "modified": each.modified}
        yield {"motivation": each.motivation, "body": body, **filled(by)}

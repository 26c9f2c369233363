"""Where tags are used: how often, and which lately. Read from the files as they are, without any index."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from tui.core.model import Annotation, Motivation
from tui.store import loader
from tui.store.disk.cache import owner_of
from tui.store.disk.errors import StoreError
from tui.store.disk.folder import BriefingFolder

_LATELY = 262_144  # bytes at the end of the journal in which tags count as used lately


def tag_uses(folder: BriefingFolder) -> dict[str, Counter[str]]:
    """Return for each tag that is used how many quotes, articles, events and speakers have it."""
    found: dict[str, Counter[str]] = {}
    seen: set[tuple[str, str]] = set()  # what two people gave one tag has it once
    for each in annotations_in(folder, folder.mentioning("notes", b'"tagging"')):
        if each.motivation == "tagging" and (key := (str(each.body["tag"]), each.target.id)) not in seen:
            seen.add(key)
            found.setdefault(key[0], Counter())[each.target.type] += 1
    return found


def annotations_in(folder: BriefingFolder, names: Iterable[str]) -> Iterator[Annotation]:
    """Yield what the reader wrote, by the files of notes; broken ones are passed over with a warning."""
    for name in sorted(names):
        try:
            yield from loader.read_notes(folder, owner_of(name)[1], keep=False)
        except StoreError as error:
            folder.warn(str(error))


def recent_tags(folder: BriefingFolder) -> list[str]:
    """Return the ids of tags that were given lately, the last one first."""
    size = folder.journal.state()[1]
    found: dict[str, None] = {}
    for line in folder.journal.lines(max(0, size - _LATELY)):
        for change in line.says.get("changes", ()):
            after = change[4]
            if after and after.get("motivation") == "tagging":
                tag = str(after["body"].get("tag"))
                found.pop(tag, None)
                found[tag] = None
    return list(found)[::-1]


def iter_annotations(
    folder: BriefingFolder, event_of: Callable[[str], str], motivation: Motivation
) -> Iterator[tuple[str, Annotation]]:
    """Yield (event id, annotation) for every annotation of one motivation, in no order.

    The event id is "" for what is about a speaker, or lies in no event any more.
    """
    for annotation in annotations_in(folder, folder.names("notes")):
        if annotation.motivation != motivation:
            continue
        target = annotation.target
        match target.type:
            case "event":
                yield target.id, annotation
            case "speaker":
                yield "", annotation
            case _:
                yield event_of(target.article or target.id), annotation

"""Where tags are used: how often, and which lately. Read from the files as they are, without any index."""

from __future__ import annotations

from collections import Counter

from tui.store.folder import Folder

_LATELY = 262_144  # bytes at the end of the journal in which tags count as used lately


def tag_uses(folder: Folder) -> dict[str, Counter[str]]:
    """Return for each tag that is used how many quotes, articles, events and speakers have it."""
    found: dict[str, Counter[str]] = {}
    for name in folder.names("notes"):
        try:
            if b'"tagging"' not in (folder.root / name).read_bytes():
                continue
        except OSError:
            continue
        tables = folder.tables(name, keep=False) or {}
        for doc in tables.get("annotations", {}).values():
            if doc.get("motivation") == "tagging":
                found.setdefault(str(doc["body"].get("tag")), Counter())[str(doc["target"]["type"])] += 1
    return found


def recent_tags(folder: Folder) -> list[str]:
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

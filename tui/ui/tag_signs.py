"""Tags as panes show them: one that only others gave bears their initials."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tui.core.model import AnnotatedEvent, Tag
from tui.settings.paths import author
from tui.ui import format


def signed_tags(annotated: AnnotatedEvent, target: str, known: Mapping[str, Tag]) -> list[tuple[str, Tag]]:
    """Return the tags on something as they are shown, each with itself: one of Ana Moreau is ``#talks·AM``."""
    mine = {"", author()}
    found = []
    for own in annotated.tags(target):
        if own in known:
            by = {each.creator for each in annotated.of(target, "tagging") if each.body["tag"] == own}
            signs = "" if by & mine else "".join(f"·{initials(name)}" for name in sorted(by))
            found.append((format.tag(known[own]) + signs, known[own]))
    return found


def initials(name: str) -> str:
    """Return what stands for somebody's name where there is little room: "Ana Moreau" is AM, "bo" BO."""
    words = re.findall(r"[^\W_]+", name)
    return ("".join(word[0] for word in words[:3]) if len(words) > 1 else name[:2]).upper()

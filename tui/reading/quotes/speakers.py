"""One speaker, many names: whom an article's speaker is among those a briefing knows already."""

from __future__ import annotations

from collections.abc import Sequence


def match_speaker(entity: str, known: Sequence[tuple[str, str, Sequence[str]]]) -> str:
    """Return the id of the speaker among `known` (id, name, aliases) that `entity` names, or "".

    "Putin" and "President Vladimir Putin" are one speaker; two people who share a surname are not.
    """
    wanted = entity.casefold().strip()
    for identifier, name, aliases in known:
        if wanted in {name.casefold(), *(alias.casefold() for alias in aliases)}:
            return identifier
    return ""

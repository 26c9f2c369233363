"""The cell of a table that says who speaks: one or several, what they are, and whom their words came through."""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.reading.quotes.names.bodies import is_body

_THROUGH = re.compile(
    r"[\s,(]+(?:via|(?:as )?(?:quoted|cited|reported|told) (?:by|to|in)|through|cité par|dans|zitiert (?:von|in|bei)"
    r"|laut|citado por|según|по словам|цит(?:ируется)? по)\s+([^();]+?)\)?\s*$",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s*\(([^()]*)\)\s*$")
_APART = re.compile(r"\s*[;\n|]\s*|\s+/\s+")
_AND = re.compile(r"\s*,?\s(?:and|&|und|et|y|e|и)\s+")


class SpeakerCell(NamedTuple):
    """Who speaks, what they are (several parted by "; "), and whom the words came through, nearest the speaker first."""

    speakers: tuple[str, ...]
    role: str = ""
    chain: tuple[str, ...] = ()


def speaker_cell(cell: str) -> SpeakerCell:
    """Read a cell: "Ida Lund, Minister of Ports; Jan Roth (spokesman) via Nordpost"."""
    through = _THROUGH.search(cell)
    told = cell[: through.start()] if through else cell
    parts = [part for part in _APART.split(told) if part.strip()]
    if len(parts) == 1 and all(map(_is_person, both := _AND.split(parts[0]))):
        parts = both
    named = [_with_role(part.strip()) for part in parts]
    role = "; ".join(filter(None, (role for _, role in named)))
    return SpeakerCell(tuple(name for name, _ in named), role, (through[1].strip(),) if through else ())


def _with_role(told: str) -> tuple[str, str]:
    if aside := _ASIDE.search(told):
        return told[: aside.start()], aside[1].strip()
    name, _, role = told.partition(",")
    return (name, role.strip()) if role.strip() and _is_person(name) else (told, "")


def _is_person(told: str) -> bool:
    """Tell whether words may be a first name and a surname: "Ida Lund", and no "Foreign Ministry"."""
    words = told.split()
    return (
        2 <= len(words) <= 4
        and all(word[:1].isupper() for word in words)
        and not is_body(told.lower().split())
    )

"""What a person or a program says a field should be, as the command that corrects it."""

from __future__ import annotations

from collections.abc import Callable

from tui.commands.annotations import EditField
from tui.commands.base import Command
from tui.commands.speakers import RenameSpeaker, SetRole, SetSide
from tui.core.edtf import check_date
from tui.core.model import AnnotationTarget
from tui.core.text import one_line
from tui.reading.formats.front_matter import edtf

_OF_SPEAKERS: dict[str, Callable[[str, str], Command]] = {
    "name": RenameSpeaker,
    "role": SetRole,
    "side": SetSide,
}


def written_day(value: str) -> str:
    """Return a day as a reader writes it, in EDTF, "" for "". Raises `ValueError` for none, and for words without a year."""
    day = edtf(value)
    if day.startswith("XXXX") and not value.strip().startswith("XXXX"):
        raise ValueError(
            f"“{one_line(value)}” has no year: write it with one, or {day} where it is not known"
        )
    check_date(day or value)
    return day or value


def correction(target: AnnotationTarget, field: str, value: str) -> Command:
    """Return the command that sets a field of a quote, article, event or speaker; days may be written in words.

    Raises `ValueError` for what no speaker has and for no day; of other fields the command itself tells.
    """
    if target.type != "speaker":
        return EditField(target, field, written_day(value) if field in ("date", "published") else value)
    if field not in _OF_SPEAKERS:
        raise ValueError(f"a speaker has no field {one_line(field)} to edit: {', '.join(_OF_SPEAKERS)}")
    return _OF_SPEAKERS[field](target.id, value)

"""What a person or a program says a field should be, as the command that corrects it."""

from __future__ import annotations

from collections.abc import Callable

from tui.commands.annotations import EditField
from tui.commands.base import Command
from tui.commands.speakers import RenameSpeaker, SetRole, SetSide
from tui.core.model import AnnotationTarget
from tui.core.text import one_line
from tui.reading.formats.front_matter import edtf

_OF_SPEAKERS: dict[str, Callable[[str, str], Command]] = {
    "name": RenameSpeaker,
    "role": SetRole,
    "side": SetSide,
}


def correction(target: AnnotationTarget, field: str, value: str) -> Command:
    """Return the command that sets a field of a quote, article, event or speaker; days may be written in words.

    Raises `ValueError` for what no speaker has; of other fields the command itself tells.
    """
    if target.type != "speaker":
        day = edtf(value) if field in ("date", "published") else ""
        return EditField(target, field, day or value)
    if field not in _OF_SPEAKERS:
        raise ValueError(f"a speaker has no field {one_line(field)} to edit: {', '.join(_OF_SPEAKERS)}")
    return _OF_SPEAKERS[field](target.id, value)

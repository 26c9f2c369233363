"""What a person or a program says a field should be, as the command that corrects it."""

from __future__ import annotations

from tui.commands.annotations import EditField
from tui.commands.base import Command
from tui.commands.speakers import RenameSpeaker, SetRole
from tui.core.model import AnnotationTarget
from tui.core.text import one_line
from tui.reading.formats.front_matter import edtf


def correction(target: AnnotationTarget, field: str, value: str) -> Command:
    """Return the command that sets a field of a quote, article, event or speaker; days may be written in words.

    Raises `ValueError` for what no speaker has; of other fields the command itself tells.
    """
    if target.type != "speaker":
        day = edtf(value) if field in ("date", "published") else ""
        return EditField(target, field, day or value)
    if field not in ("name", "role"):
        raise ValueError(f"a speaker has no field {one_line(field)} to edit: name, role")
    return RenameSpeaker(target.id, value) if field == "name" else SetRole(target.id, value)

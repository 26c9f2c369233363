"""The line below the panes: the keys of the moment, each of which the mouse can press too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rich.cells import cell_len
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widget import Widget

_GAP = " · "


class KeyHint(NamedTuple):
    """A key, what it does there, and the id of the action."""

    key: str
    label: str
    action: str

    @property
    def width(self) -> int:
        """Its width in cells."""
        return cell_len(self.key) + 1 + cell_len(self.label)


class Footer(Widget):
    """Key hints, as many as fit, the first first; one at the right edge is always there."""

    @dataclass
    class Pressed(Message):
        """A hint was clicked."""

        action: str

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._about = ""
        self._hints: tuple[KeyHint, ...] = ()
        self._always = KeyHint("", "", "")

    def put(self, about: str, hints: Sequence[KeyHint], always: KeyHint) -> None:
        """Show other hints, behind a few words on what they are for ("" for none)."""
        if (about, tuple(hints), always) != (self._about, self._hints, self._always):
            self._about, self._hints, self._always = about, tuple(hints), always
            self.refresh()

    def _placed(self) -> list[tuple[int, KeyHint]]:
        """Return the hints that fit, each with the column it begins at: half a word teaches nothing."""
        width = self.content_size.width
        room = width - self._always.width - len(_GAP)
        at = cell_len(self._about) + 1 if self._about else 0
        placed = []
        for hint in self._hints:
            if at + hint.width <= room:
                placed.append((at, hint))
                at += hint.width + len(_GAP)
        return [*placed, (max(0, width - self._always.width), self._always)]

    def render(self) -> Content:
        """Lay them out for the width there is."""
        line, end = Content(self._about), cell_len(self._about)
        for at, hint in self._placed():
            gap = _GAP if end and at - end == len(_GAP) else " " * (at - end)
            line += Content(gap) + Content.styled(hint.key, "$text-accent") + Content(f" {hint.label}")
            end = at + hint.width
        return line

    def on_click(self, event: Click) -> None:
        """Press the key that is under the mouse."""
        offset = event.get_content_offset(self)
        for at, hint in self._placed():
            if offset and at <= offset.x < at + hint.width:
                event.stop()
                self.post_message(self.Pressed(hint.action))

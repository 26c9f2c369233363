"""Rows of a list: number, two fixed columns, a date or a key at the right edge, and a mark where one of them holds now."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from rich.cells import cell_len
from textual.content import Content

from tui.ui.choice import Choice
from tui.ui.panes.wrap import fit, wrap

HOLDS, OTHER = "◉ ", "○ "
_COLUMN = 24  # cells that labels have at the least
_LEAST = 16  # cells of remarks that stand beside them
_LINES, _NARROW = 3, 50  # of a label or a remark; cells of a row below which they have one less
_SHORT = 8  # cells of what stands at the right edge of a narrow row
_GAP = "   "
_QUIET = "$foreground 80%"


def radio_mark(id: str, holds: str | None, *, acts: bool = False) -> str:
    """Return the mark before a row: whether it is what `holds` (an id, None where there is no choice to be made)."""
    if holds is None:
        return ""
    return "  " if acts else HOLDS if id == holds else OTHER


class ChoiceRows:
    """Lays rows out alike: remarks `below` their labels where these are whole sentences or the screen is narrow.

    With `one_line` a row is one where it has room for two columns, or the screen is `low`: what does not fit is cut.
    """

    def __init__(
        self, choices: Sequence[Choice], holds: str | None, *, below: bool, one_line: bool, low: bool
    ) -> None:
        told = [choice for choice in choices if choice.remark]
        self._holds, self._below, self._one_line = holds, below, one_line
        self._cut = one_line and low
        self._label = max((cell_len(choice.label) for choice in told), default=0)
        self._remark = max((cell_len(choice.remark) for choice in told), default=0)
        self._end = max((cell_len(choice.end) for choice in choices), default=0)

    def row(self, choice: Choice, cells: int, number: str) -> Content:
        """Return a row that is some cells wide; what has no room hangs."""
        choice = choice._replace(remark=" ".join(choice.remark.split()))
        acts = choice.acts or choice.label.endswith("…")  # which opens something more
        mark = Content.assemble((number, "$text-accent"), radio_mark(choice.id, self._holds, acts=acts))
        if self._cut:
            said = fit(_GAP.join(filter(None, (choice.label, choice.remark))), cells - len(mark))
            return (
                mark + Content(said[: len(choice.label)]) + Content.styled(said[len(choice.label) :], _QUIET)
            )
        under = cells < _NARROW and self._end > _SHORT  # what stands at the edge has no room beside the label
        if under:
            choice = choice._replace(end="", remark=" · ".join(filter(None, (choice.end, choice.remark))))
        room = cells - len(mark) - (self._end + len(_GAP) if self._end and not under else 0)
        column = min(self._label, max(_COLUMN, room - len(_GAP) - min(self._remark, room // 2)))
        if not choice.remark or self._below or under or room - column - len(_GAP) < min(_LEAST, self._remark):
            close = cell_len(f"{choice.label}{_GAP}{choice.remark}") <= room and not self._below
            column = cell_len(choice.label) if close else room
        most = _LINES - (cells < _NARROW)
        beside = 1 if self._one_line else most
        labels = _hanging(choice.label, column, most, indent=2)
        remarks = _hanging(choice.remark, room - column - len(_GAP), beside) if column < room else []
        style = f"bold {choice.style}".strip() if choice.id == self._holds else choice.style
        lines = []
        for at, (label, remark) in enumerate(zip_longest(labels, remarks, fillvalue="")):
            gap = " " * (column - cell_len(label)) + _GAP if remark else ""
            end = " " * max(2, cells - len(mark) - cell_len(label + gap + remark + choice.end)) + choice.end
            rest = f"{gap}{remark}{end if choice.end and not at else ''}"
            shown = Content.styled(label, style) if style else Content(label)
            lines.append((Content(" " * len(mark)) if at else mark) + shown + Content.styled(rest, _QUIET))
        if choice.remark and not remarks:
            indent = " " * (len(mark) + 2)
            below = _hanging(choice.remark, cells - len(indent), most)
            lines += [Content.styled(f"{indent}{line}", _QUIET) for line in below]
        return Content("\n").join(lines)


def _hanging(text: str, room: int, most: int, indent: int = 0) -> list[str]:
    """Return a text in lines, `most` of them, those behind the first one indented."""
    if cell_len(text) <= room:
        return [text]
    lines = wrap(text, room - indent)[:most]
    shown = [text[start:end] for start, end in lines[:-1]] + [fit(text[lines[-1][0] :], room - indent)]
    return [shown[0], *(f"{' ' * indent}{line}" for line in shown[1:])]

"""What config.toml says: theme, keys, width of text, what is counted, the form of copied quotes, what a page may take."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field
from typing import NamedTuple

from tui.core.records import record
from tui.settings.page_budget import PageBudget
from tui.settings.paths import config_file

COPY_FIELDS = ("quote", "speaker", "outlet", "headline", "author", "date", "url", "event", "tags", "note")

COPY_FORMATS = ("plain", "markdown", "csl", "latex")

COUNTED = ("quotes", "statements")
"""What may be counted."""


class Mistake(NamedTuple):
    """What is wrong in config.toml: its line (0 where none is meant), its table and name ("" for none), and what."""

    line: int
    table: str
    name: str
    what: str

    def __str__(self) -> str:
        table = f"[{self.table}] " if self.table else ""
        name = f"{self.name}: " if self.name else ""
        return f"{f'line {self.line}: ' if self.line else ''}{table}{name}{self.what}"

    @property
    def told(self) -> str:
        """The line that tells of it, with the file."""
        return f"{config_file()}: {self}"


@record(frozen=True, slots=True)
class Config:
    """What `config.toml` says: keys by action id, in Textual's names, how quotes are copied, a theme, what a page may take.

    `copy` is a form of the reader's own, which `format_copy` fills in, "" where there is none; `copy_as` is then
    one of `COPY_FORMATS`. `theme` is "", `width`, in cells of a line of text, 0, and `count`, one of `COUNTED`, "" where
    that is left to what was chosen last. What is said wrongly has its default here and is one of the `mistakes`, by line.
    """

    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    copy: str = ""
    copy_as: str = "plain"
    theme: str = ""
    width: int = 0
    count: str = ""
    page: PageBudget = field(default_factory=PageBudget)
    mistakes: tuple[Mistake, ...] = ()


def format_copy(form: str, fields: Mapping[str, str]) -> str:
    """Return `form` with its `{names}` filled in; lines that only held empty fields are left out."""
    lines = []
    for line in form.split("\n"):
        filled = re.sub(r"\{([^{}]*)\}", lambda match: fields.get(match[1], match[0]), line)
        if filled.strip() or not line.strip():
            lines.append(filled)
    return "\n".join(lines)

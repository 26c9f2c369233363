"""A row of a list to choose from; apart from the dialogs, which are imported when the first one opens."""

from __future__ import annotations

from typing import NamedTuple


class Choice(NamedTuple):
    """What is chosen (`id`), how it is called, and a remark beside it."""

    id: str
    label: str
    remark: str = ""

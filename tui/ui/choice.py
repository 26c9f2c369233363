"""A row of a list to choose from; apart from the dialogs, which are imported when the first one opens."""

from __future__ import annotations

from typing import NamedTuple


class Choice(NamedTuple):
    """What is chosen (`id`), how it is called, a remark beside it, a style of its own ("" for none).

    `end` stands at the right edge: a date or a number. One that `acts` is something to do, among others that may hold.
    """

    id: str
    label: str
    remark: str = ""
    style: str = ""
    end: str = ""
    acts: bool = False


def is_ordinal(number: str, word: str) -> bool:
    """Tell whether a word may go on a number as in "1st", "3rd" or "4th"."""
    end = {"1": "st", "2": "nd", "3": "rd"}.get(number[-1:], "th")
    return bool(number and word) and (end.startswith(word) or word.startswith(f"{end} "))

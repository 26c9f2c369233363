"""What is said in a text, in the few words that tests compare."""

from __future__ import annotations

from tui.reading.quotes import find_quotes


def last(text: str) -> str:
    """Return who says the last quote of a text, marked or not."""
    return find_quotes(text, spans="all")[-1].entity


def said(text: str) -> list[tuple[str, str]]:
    """Return all that is said in a text, each with who says it."""
    return [(found.text, found.entity) for found in find_quotes(text, spans="all")]


def reported(text: str) -> list[str]:
    """Return what is taken for said without marks."""
    return [found.text for found in find_quotes(text, spans="all") if found.kind == "indirect"]

"""Texts below each other in one file: each is an article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from tui.reading.encoding import decode
from tui.reading.page.text_parts import parts_of
from tui.reading.portions import Portion


def split(file: BinaryIO) -> Iterator[Portion]:
    """Yield the texts of a file."""
    for number, part in enumerate(parts_of(decode(file.read())), 1):
        yield Portion(f"text {number}", f"{part}\n".encode(), "page")

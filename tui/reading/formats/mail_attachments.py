"""A mail that passes on several others, attached or as a digest: each is an article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from tui.reading.formats.mail import attached, message_of, plain_text
from tui.reading.portions import Portion

_NOTE = 300  # characters from which on what is written above attached mails is more than a covering note


def split(file: BinaryIO) -> Iterator[Portion]:
    """Yield the attached messages, before them the mail itself where it says something."""
    raw = file.read()
    message = message_of(raw)
    within = attached(message)
    if not within or len(plain_text(message)) >= _NOTE:
        yield Portion("the mail itself", raw, "mail")
    for number, each in enumerate(within, 1):
        yield Portion(f"attached message {number}", each.as_bytes(), "mail")

"""A mail that passes on several others, attached or as a digest: each is an article."""

from __future__ import annotations

from collections.abc import Iterator
from email.message import EmailMessage
from typing import BinaryIO

from tui.core.text import one_line
from tui.reading.formats.mail import attached, message_of, plain_text
from tui.reading.formats.mail_forwards import covering
from tui.reading.portions import Portion

_NOTE = 300  # characters from which on what is written above attached mails is more than a covering note


def split(file: BinaryIO) -> Iterator[Portion]:
    """Yield the attached messages, each with a covering note above it; before them the mail itself where it says more."""
    raw = file.read()
    message = message_of(raw)
    within, note = attached(message), plain_text(message)
    if not within or len(note) >= _NOTE:
        yield Portion("the mail itself", raw, "mail")
        note = ""
    noted = len(within) > 1 and covering(note, "")
    for number, each in enumerate(within, 1):
        raw = _under(message, note, each) if noted else each.as_bytes()
        yield Portion(f"attached message {number}", raw, "mail")


def _under(message: EmailMessage, note: str, passed_on: EmailMessage) -> bytes:
    """Return a mail that passes on one of those attached to another, under the same note."""
    alone = EmailMessage()
    try:
        for name in ("From", "Subject", "Date"):
            alone[name] = one_line(str(message.get(name, "")))
        alone.set_content(note)
        alone.add_attachment(passed_on)
        return alone.as_bytes()
    except (ValueError, LookupError, TypeError, AttributeError):  # a head that is none
        return passed_on.as_bytes()

"""A mailbox (mbox, RFC 4155): a mail each, as programs for mail and newsletters keep them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from typing import BinaryIO

from tui.reading.file_kinds import is_newsletter
from tui.reading.file_signs import is_digest
from tui.reading.formats import mail_attachments
from tui.reading.portions import Portion
from tui.reading.sample import Sample
from tui.reading.sources import LARGEST

_POSTMARK = re.compile(rb"From \S+.*\d{4}(?: [+-]\d{4})?\s*$")
_QUOTED = re.compile(rb">+From ")


def split(file: BinaryIO) -> Iterator[Portion]:
    """Yield the messages, read line by line: a mailbox may be larger than memory."""
    held: list[bytes] = []
    size = number = 0
    blank = True
    for line in file:
        if blank and _POSTMARK.match(line):
            if number:
                yield from _messages(number, held, size)
            number += 1
            held, size = [], 0
        elif number:
            size += len(line)
            if size <= LARGEST:
                held.append(line[1:] if _QUOTED.match(line) else line)
        blank = not line.strip()
    if number:
        yield from _messages(number, held, size)


def _messages(number: int, lines: list[bytes], size: int) -> Iterator[Portion]:
    """Yield a message, or those it passes on."""
    place, raw = f"message {number}", b"".join(lines)
    if size > LARGEST:
        yield Portion(place, fault=f"is larger than {LARGEST >> 20} MB, which no article is")
    elif split_message := _split_of(Sample("", raw)):
        for each in split_message(BytesIO(raw)):
            yield replace(each, place=f"{place}, {each.place}")
    else:
        yield Portion(place, raw, "mail")


def _split_of(message: Sample) -> Callable[[BinaryIO], Iterator[Portion]] | None:
    """Return what parts a message that holds several articles, None for one that is an article."""
    if is_digest(message):
        return mail_attachments.split
    if not is_newsletter(message):
        return None
    from tui.reading.formats import newsletters

    return newsletters.split

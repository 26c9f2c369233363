"""What Telegram exports as HTML (messages.html): a channel's messages, an article each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from tui.reading.encoding import decode
from tui.reading.formats.block_text import line_of, text_of_element
from tui.reading.formats.field_day import day_of
from tui.reading.formats.telegram import headline, is_wordless, without_words
from tui.reading.portions import Portion, record


def split(file: BinaryIO) -> Iterator[Portion]:
    """Yield the messages on a page of an export."""
    from lxml import html

    tree = html.fromstring(decode(file.read()))
    name = line_of(_first(tree, ".//*[@class='page_header']//*[contains(@class,'text')]"))
    sender, silent = "", 0
    for message in tree.xpath(".//*[contains(concat(' ',@class,' '),' message ')]"):
        if "service" in message.get("class", "").split():
            continue
        # Messages that follow one another have the sender on the first alone.
        sender = line_of(_first(message, ".//*[contains(@class,'from_name')]")) or sender
        text = _first(message, ".//*[@class='text']")
        stamp = _first(message, ".//*[contains(@class,'date') and @title]")
        if text is None or is_wordless(words := text_of_element(text)):
            silent += 1
            continue
        title, words = headline(words, bold=line_of(_first(text, "./strong[1]")))
        yield record(
            f"message {message.get('id', '').removeprefix('message')}",
            title=title,
            text=words,
            outlet=name or sender,
            author="" if sender == name else sender,
            published=day_of(stamp.get("title")) if stamp is not None else "",
        )
    if silent:
        yield without_words(name, silent)


def _first(element: Any, path: str) -> Any:
    return next(iter(element.xpath(path)), None)

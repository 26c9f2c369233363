"""A newsletter of several stories: an article each, where each has a heading that leads to it and a text below that."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from tui.core.text import pluralize
from tui.reading.formats.mail import parse
from tui.reading.formats.newsletter_stories import is_story, stories
from tui.reading.portions import Portion, record


def split(file: BinaryIO) -> Iterator[Portion]:
    """Yield the stories; what stands above them, and those of hardly a word, are told."""
    mail = parse(file.read())
    found = stories(mail.html)
    for number, (title, text) in enumerate(found):
        if title and is_story(text):
            yield record(f"story {number}", title=title, text=text, outlet=mail.sender, published=mail.sent)
    rest = [f"{title} {text}" for title, text in found if not (title and is_story(text))]
    if words := sum(len(each.split()) for each in rest):
        fault = f"{pluralize(words, 'word')} above its stories and of teasers"
        yield Portion("the newsletter", fault=fault, left_out=True)

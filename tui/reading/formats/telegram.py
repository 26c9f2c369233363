"""What Telegram exports as JSON (Settings, Advanced, Export): a channel's messages, an article each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tui.core.text import one_line, pluralize
from tui.reading.portions import Portion, record

_ENDS = (":", ",", ";", "-", "–")  # of a line that goes on in the next
_STOPS = (".", "!", "?", "…", "”", '"', "»")
_SYMBOLS = re.compile(r"^[^\w\s\"'“‘«„(\[#@$€£+-][^\w\"'“‘«„(\[#@$€£+-]*")  # pictures before the words
_FEWEST, _MOST = 2, 25  # words of a headline


def messages(chat: Mapping[str, Any], *, several: bool = False) -> Iterator[Portion]:
    """Yield the messages of a chat that have words; how many have none is told at the end."""
    name = one_line(str(chat.get("name") or ""))
    silent = 0
    for message in chat.get("messages") or ():
        if not isinstance(message, dict) or message.get("type", "message") != "message":
            continue
        text = words(message.get("text"))
        if is_wordless(text):
            silent += 1
            continue
        sender = one_line(str(message.get("from") or ""))
        title, text = headline(text, bold=_opening(message.get("text")))
        place = f"message {message.get('id', '')}"
        yield record(
            f"{name}, {place}" if several else place,
            title=title,
            text=text,
            outlet=name or sender,
            author="" if sender == name else sender,
            published=str(message.get("date") or "")[:10],
            also={key: value for key, value in message.items() if key not in ("text", "text_entities")},
        )
    if silent:
        yield without_words(name, silent)


def headline(text: str, *, bold: str = "") -> tuple[str, str]:
    """Return the headline of a message and the rest of its text: its first line, where that is no sentence or is `bold`.

    A message of one line, one that greets and one that is a list have none.
    """
    first, _, rest = text.strip().partition("\n")
    title, rest = one_line(_SYMBOLS.sub("", first)), rest.strip()
    is_bold = bool(title) and title == one_line(_SYMBOLS.sub("", bold.strip().partition("\n")[0]))
    ends = title.endswith(_ENDS if is_bold else (*_ENDS, *_STOPS))
    few = _FEWEST <= len(title.split()) <= _MOST and len(title) < len(rest)
    return (title, rest) if few and not ends and "://" not in title else ("", text)


def _opening(text: object) -> str:
    """Return the words with which a message begins, where they are bold."""
    first = text[0] if isinstance(text, list) and text else None
    return words(first) if isinstance(first, dict) and first.get("type") == "bold" else ""


def words(text: object) -> str:
    """Return the words of a message, which stand as one text or as parts with a form each."""
    if isinstance(text, str):
        return text
    if isinstance(text, dict):
        return words(text.get("text"))
    return "".join(map(words, text)) if isinstance(text, list) else ""


def without_words(name: str, count: int) -> Portion:
    """Return what is told of the messages of a chat that are pictures, recordings and the like."""
    fault = f"{pluralize(count, 'message')} without words (pictures, recordings, signs)"
    return Portion(name or "the chat", fault=fault, left_out=True)


def is_wordless(text: str) -> bool:
    """Tell whether a message says nothing that could be read: none at all, or a thumb held up."""
    return not any(map(str.isalnum, text))

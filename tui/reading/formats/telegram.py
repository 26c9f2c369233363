"""What Telegram exports as JSON (Settings, Advanced, Export): a channel's messages, an article each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tui.core.text import one_line
from tui.reading.portions import Portion, record


def messages(chat: Mapping[str, Any], *, several: bool = False) -> Iterator[Portion]:
    """Yield the messages of a chat that have words; how many have none is told at the end."""
    name = one_line(str(chat.get("name") or ""))
    silent = 0
    for message in chat.get("messages") or ():
        if not isinstance(message, dict) or message.get("type", "message") != "message":
            continue
        text = words(message.get("text"))
        if not text.strip():
            silent += 1
            continue
        sender = one_line(str(message.get("from") or ""))
        place = f"message {message.get('id', '')}"
        yield record(
            f"{name}, {place}" if several else place,
            text=text,
            outlet=name or sender,
            author="" if sender == name else sender,
            published=str(message.get("date") or "")[:10],
            also={key: value for key, value in message.items() if key not in ("text", "text_entities")},
        )
    if silent:
        yield Portion(name or "the chat", fault=without_words(silent))


def words(text: object) -> str:
    """Return the words of a message, which stand as one text or as parts with a form each."""
    if isinstance(text, str):
        return text
    if isinstance(text, dict):
        return words(text.get("text"))
    return "".join(map(words, text)) if isinstance(text, list) else ""


def without_words(count: int) -> str:
    """Return what is told of messages that are pictures, recordings and the like."""
    return f"{count} of its messages have no words (pictures, recordings); left out"

"""What a messenger exports of a chat as text (WhatsApp, Signal): an article a day, a message a turn.

Days in figures are written as the telephone writes them; which stands first, day or month, is told by all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import BinaryIO

from tui.core.text import one_line
from tui.reading.encoding import BadSourceError, decode
from tui.reading.file_signs import MESSAGE
from tui.reading.formats.telegram import is_wordless, without_words
from tui.reading.portions import Portion, record

_MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SILENT = re.compile(
    r"<[^<>]{3,60}>|\S+\.\w{2,4} \([^()]{3,40}\)|(?:image|video|audio|sticker|gif|document|contact card) omitted"
    r"|(?:bild|video|audio|sticker|dokument) weggelassen|(?:image|vidéo|audio|document) absente?"
    r"|(?:imagen|video|audio) omitid[oa]"
    r"|(?:this message was deleted|diese nachricht wurde gelöscht|you deleted this message|ce message a été supprimé"
    r"|se eliminó este mensaje|данное сообщение удалено)\.?",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"end-to-end encrypted|ende-zu-ende-verschlüsselt|chiffrés? de bout en bout|cifrad\w+ de extremo a extremo"
    r"|crittograf\w+ end-to-end|сквозн\w+ шифрован",
    re.IGNORECASE,
)
_CENTURY = 2000
# Different days from which, and how many times shorter a chat is, that its days tell their order.
_DAYS, _TIMES = (4, 5)
_Stamp = tuple[str, str, str]


@dataclass(slots=True)
class _Message:
    stamp: _Stamp
    sender: str
    lines: list[str]

    @property
    def text(self) -> str:
        """What it says, in one line."""
        return one_line(" ".join(self.lines))


def split(file: BinaryIO) -> Iterator[Portion]:
    """Yield the days of a chat. Raises `BadSourceError` where nobody says a word."""
    messages = list(_messages(_MARKS.sub("", decode(file.read())).split("\n")))
    notices = [each for each in messages if each.sender and _NOTICE.search(each.text)]
    said = [each for each in messages if each.sender and each not in notices]
    spoken = [each for each in said if not (is_wordless(each.text) or _SILENT.fullmatch(each.text))]
    if not spoken:
        raise BadSourceError("is a chat without words")
    # The messenger's own words of a group bear the name of the group.
    name = next((each.sender for each in notices if all(each.sender != other.sender for other in said)), "")
    order = _order([each.stamp for each in messages])
    for stamp, turns in groupby(spoken, key=lambda each: each.stamp):
        day = _day(stamp, order)
        text = "\n\n".join(f"{turn.sender}: {turn.text}" for turn in turns)
        yield record(f"day {day or '/'.join(stamp)}", text=text, outlet=name, published=day)
    if silent := len(said) - len(spoken):
        yield without_words(name, silent)


def _messages(lines: list[str]) -> Iterator[_Message]:
    message: _Message | None = None
    for line in lines:
        if found := MESSAGE.match(line):
            if message:
                yield message
            message = _Message((found[1], found[2], found[3]), one_line(found[4] or ""), [found[5]])
        elif message:
            message.lines.append(line)
    if message:
        yield message


def _order(stamps: list[_Stamp]) -> str:
    """Return the places of year, month and day in all stamps, as "ymd", "dmy" or "mdy"; "" where these do not tell.

    Messages follow one another, and where that leaves two ways, a chat of days beside each other is no chat of years.
    """
    spans: dict[str, int] = {}
    for order in ("ymd", "dmy", "mdy"):
        days = [_day(stamp, order) for stamp in stamps]
        if all(days) and days == sorted(days):
            spans[order] = (date.fromisoformat(days[-1]) - date.fromisoformat(days[0])).days
    first, *others = sorted(spans, key=lambda order: spans[order]) or [""]
    sure = not others or (len(set(stamps)) >= _DAYS and spans[first] * _TIMES < spans[others[0]])
    return first if sure else ""


def _day(stamp: _Stamp, order: str) -> str:
    """Return the day of a stamp whose parts stand in an `order`, "" for none."""
    if not order:
        return ""
    year, month, day = (stamp[order.index(each)] for each in "ymd")
    if len(month) > 2 or len(day) > 2 or (order == "ymd" and len(year) < 4):
        return ""
    try:
        return date(int(year) + (0 if len(year) > 2 else _CENTURY), int(month), int(day)).isoformat()
    except ValueError:
        return ""

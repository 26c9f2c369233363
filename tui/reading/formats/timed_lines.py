"""A transcript with times: copied from below a video, or by a program that writes who speaks from when on (Otter)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from tui.core.text import one_line
from tui.reading.dates.stamp_day import stamp_day
from tui.reading.encoding import BadSourceError, decode
from tui.reading.file_signs import SPOKEN, TIMED
from tui.reading.portions import Portion, record

_SPOKEN_TIME = re.compile(  # what a page says the time is to those who cannot see it
    r"^(?:\d+ (?:hours?|minutes?|seconds?|heures?|secondes?|Stunden?|Minuten?|Sekunden?|horas?|minutos?|segundos?)(?:, )?)+$"
)
_LABEL = re.compile(
    r"^(?:show |hide )?transcri(?:pt|ption|pción)\.?$|^transkript$|^search (?:in video|transcript)$", re.I
)
_MADE = re.compile(r"transcribed (?:by|with|using)\b", re.IGNORECASE)
_TURN = re.compile(r"^(?:>>+\s*|[-–]\s+(?=\w))")
_NAMED = re.compile(r"^[A-Z][^:\n.!?]{1,50}:\s+\S")
# Characters after which a sentence, and after which any line, begins another paragraph.
_LONG, _LONGEST = (600, 1200)
_TITLE = 200  # characters of a title


def split(file: BinaryIO) -> Iterator[Portion]:
    """Yield the transcript. Raises `BadSourceError` where it has no words."""
    lines = decode(file.read()).split("\n")
    if any(SPOKEN.match(line.strip()) for line in lines):
        yield _by_speakers(lines)
        return
    title, spoken = "", list[str]()
    timed = False
    for line in map(one_line, lines):
        time = TIMED.match(line)
        said = line[time.end() :].strip() if time else line
        timed = timed or time is not None
        if not said or _SPOKEN_TIME.match(said) or (not timed and _LABEL.match(said)):
            continue
        if timed:
            spoken.append(said)
        elif not title and len(said) <= _TITLE:
            title = said
    if not spoken:
        raise BadSourceError("is a transcript without words")
    yield record("transcript", text="\n\n".join(_paragraphs(spoken)), title=title)


def _by_speakers(lines: list[str]) -> Portion:
    """Return a transcript in which lines name who speaks from then on; what stands above them is its title and day."""
    head, parts = list[str](), list[str]()
    who = ""
    for line in lines:
        if turn := SPOKEN.match(line.strip()):
            who = f"{one_line(turn[1])}: "
        elif (said := one_line(line)) and (who or parts):
            if not _MADE.match(said):
                parts.append(who + said)
            who = ""
        elif said:
            head.append(said)
    if not parts:
        raise BadSourceError("is a transcript without words")
    title = head[0] if head and len(head[0]) <= _TITLE else ""
    day = next(filter(None, map(stamp_day, head)), "")
    return record("transcript", text="\n\n".join(parts), title=title, published=day, also={"head": head})


def _paragraphs(lines: list[str]) -> list[str]:
    parts: list[str] = []
    for line in lines:
        words = _TURN.sub("", line)
        full = bool(parts) and (
            len(parts[-1]) > _LONGEST or (len(parts[-1]) > _LONG and parts[-1].endswith((".", "?", "!")))
        )
        if not parts or full or words != line or _NAMED.match(line):
            parts.append(words)
        else:
            parts[-1] += f" {words}"
    return parts

"""Subtitles (SubRip, WebVTT) become a transcript: a paragraph a turn, with who speaks where the cues name them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from io import StringIO
from typing import Any, BinaryIO

from tui.core.text import one_line
from tui.reading.encoding import BadSourceError, decode
from tui.reading.portions import Portion, record

_NAMED = re.compile(r"(?:>>+\s*|[-–]\s*)?([A-Z][^:\n.!?]{1,50}):\s+(?=\S)")
_TURN = re.compile(r"^\s*>>+\s*")
_TAGS = re.compile(r"<[^<>]{0,80}>")
_PAUSE = 4.0  # seconds without words after which another paragraph begins
_LONG = 600  # characters of a paragraph after which the next sentence begins another


def split(file: BinaryIO) -> Iterator[Portion]:
    """Yield the transcript. Raises `BadSourceError` where there is none."""
    import webvtt
    from webvtt.errors import MalformedCaptionError, MalformedFileError

    text = decode(file.read())
    form = "vtt" if text.startswith("WEBVTT") else "srt"
    try:
        turns = _turns(iter(webvtt.from_buffer(StringIO(text), format=form)))
    except (MalformedCaptionError, MalformedFileError, ValueError) as error:
        raise BadSourceError("is a damaged file of subtitles; export it again") from error
    if not turns:
        raise BadSourceError("is a file of subtitles without words")
    yield record("transcript", text="\n\n".join(f"{who}: {words}" if who else words for who, words in turns))


def _turns(captions: Iterable[Any]) -> list[tuple[str, str]]:
    """Return who speaks ("" for nobody that is named) and what they say, one after the other."""
    turns: list[tuple[str, str]] = []
    speaker = last = ""
    held: list[str] = []
    ended = 0.0
    for caption in captions:
        lines = [said for line in caption.lines if (said := unescape(_TAGS.sub("", line)).strip())]
        voice, words = _voice(caption, _rolled(held, lines))
        held = lines
        if not words or words == last:  # live captions say each line twice
            continue
        turned = bool(_TURN.match(caption.text))
        paused = caption.start_in_seconds - ended > _PAUSE
        full = bool(turns) and len(turns[-1][1]) > _LONG and turns[-1][1].endswith((".", "?", "!"))
        other = bool(voice) and voice != speaker
        if other or turned or paused or full or not turns:
            speaker = voice or ("" if turned else speaker)
            turns.append((speaker, words))
        else:
            turns[-1] = (speaker, f"{turns[-1][1]} {words}")
        last, ended = words, caption.end_in_seconds
    return turns


def _rolled(held: list[str], lines: list[str]) -> str:
    """Return the lines of a cue without those that only roll up on the screen: the cue before it had them as well."""
    first = next((n for n in range(len(held)) if held[n:] == lines[: len(held) - n]), len(held))
    return "\n".join(lines[len(held) - first :])


def _voice(caption: Any, text: str) -> tuple[str, str]:
    """Return who a cue says speaks, by its voice or before a colon, "" for nobody, and its words."""
    if caption.voice:
        return one_line(caption.voice), one_line(text)
    if named := _NAMED.match(text):
        return one_line(named[1]), one_line(text[named.end() :])
    return "", one_line(_TURN.sub("", text))

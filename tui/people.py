"""Who a speaker is once merges are followed, and by what names. Apart, for the first paint asks it too."""

from __future__ import annotations

from collections.abc import Mapping

from tui.model import Quote, Speaker
from tui.text import one_line


def final_speaker(speaker_id: str, speakers: Mapping[str, Speaker]) -> Speaker | None:
    """Return the speaker an id stands for, merges followed; None for nobody."""
    speaker = speakers.get(speaker_id)
    seen: set[str] = set()
    while speaker and speaker.merged_into in speakers and speaker.id not in seen:
        seen.add(speaker.id)
        speaker = speakers[speaker.merged_into]
    return speaker


def name_of(quote: Quote, speakers: Mapping[str, Speaker]) -> str:
    """Return whom a quote is attributed to: the speaker, else what the article calls him; "" for nobody."""
    speaker = final_speaker(quote.speaker, speakers)
    return speaker.name if speaker else quote.entity or quote.speaker_text


def local(at: str) -> str:
    """Return the reader's local day and time of an ISO time: "2025-07-01 14:05"; what is none, as it is."""
    from datetime import datetime

    try:
        return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return at


def signed(creator: str, created: str, modified: str = "", *, time: bool = False) -> str:
    """Return who wrote something and when, and when it was changed: "ida, 2025-07-01, changed 2025-07-03".

    Days are the reader's own; `time` adds the time of day.
    """
    written, changed = (local(at) if time else local(at)[:10] for at in (created, modified))
    said = [creator, written, f"changed {changed}" if changed not in ("", written) else ""]
    return ", ".join(filter(None, map(one_line, said)))

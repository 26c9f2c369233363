"""Who a speaker is once merges are followed, and by what names. Apart, for the first paint asks it too."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tui.core.model import Quote, Speaker
from tui.core.text import fold


def final_speaker(speaker_id: str, speakers: Mapping[str, Speaker]) -> Speaker | None:
    """Return the speaker an id stands for, merges followed; None for nobody."""
    speaker = speakers.get(speaker_id)
    seen: set[str] = set()
    while speaker and speaker.merged_into in speakers and speaker.id not in seen:
        seen.add(speaker.id)
        speaker = speakers[speaker.merged_into]
    return speaker


def attributed_name(quote: Quote, speakers: Mapping[str, Speaker]) -> str:
    """Return whom a quote is attributed to: the speaker, else what the article calls them; "" for nobody."""
    speaker = final_speaker(quote.speaker, speakers)
    return speaker.name if speaker else quote.entity or quote.speaker_text


_HONORIFICS = frozenset("mr mrs ms miss mx dr sir dame lord lady m mme mlle herr frau senor senora".split())


def is_another_name(one: str, other: str) -> bool:
    """Tell whether two names cannot be of one speaker: neither has all the words of the other.

    "Brandt" and "Ms Brandt" may be "Ida Brandt"; "Jonas Brandt" is not. Where either is "", nothing is told.
    """
    words, others = ({*fold(name).replace(".", " ").split()} - _HONORIFICS for name in (one, other))
    return bool(words and others) and not (words <= others or others <= words)


def names_of(speaker: Speaker, speakers: Mapping[str, Speaker]) -> tuple[str, ...]:
    """Return all names a speaker goes by, their own first, then aliases and those of speakers merged into them."""
    names = [speaker.name, *speaker.aliases]
    for other in speakers.values():
        if other.merged_into and other.id != speaker.id and final_speaker(other.id, speakers) == speaker:
            names += [other.name, *other.aliases]
    return tuple(distinct(names))


def distinct(names: Iterable[str]) -> list[str]:
    """Return names each once, case and accents aside, as first met."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(fold(name), name)
    return list(found.values())


def speaker_named(name: str, speakers: Mapping[str, Speaker]) -> Speaker | None:
    """Return who is called so, merges followed. Whose own name it is comes before whose alias it is."""
    wanted = fold(name)
    own = [each for each in speakers.values() if fold(each.name) == wanted]
    own.sort(key=lambda each: bool(each.merged_into))
    known = own or [each for each in speakers.values() if wanted in {fold(alias) for alias in each.aliases}]
    return final_speaker(known[0].id, speakers) if known else None

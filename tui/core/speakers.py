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


SEVERAL = "; "
"""What parts the names of several who say one thing together, wherever they stand in one line."""


def parted(line: str) -> tuple[str, ...]:
    """Return the names in a line: one, or those of several parted by a semicolon."""
    return tuple(filter(None, map(str.strip, line.split(";"))))


def speakers_of(quote: Quote, speakers: Mapping[str, Speaker]) -> tuple[Speaker, ...]:
    """Return who says a quote, merges followed, each once; () for nobody."""
    found = (final_speaker(each, speakers) for each in quote.speakers)
    return tuple({each.id: each for each in found if each}.values())


def attributed_names(quote: Quote, speakers: Mapping[str, Speaker]) -> tuple[str, ...]:
    """Return whom a quote is attributed to: its speakers, else what the article calls them; () for nobody."""
    named = tuple(each.name for each in speakers_of(quote, speakers))
    return named or parted(quote.entity) or tuple(filter(None, (quote.speaker_text,)))


def attributed_name(quote: Quote, speakers: Mapping[str, Speaker]) -> str:
    """Return whom a quote is attributed to in one line, several parted by "; "; "" for nobody."""
    return SEVERAL.join(attributed_names(quote, speakers))


def shown_name(quote: Quote, speakers: Mapping[str, Speaker]) -> str:
    """Return whom a quote is attributed to as a row says it."""
    return attributed_name(quote, speakers) or "nobody named"


def is_outlet(name: str, outlet: str) -> bool:
    """Tell whether a name is that of an outlet, whole, by how it ends or by its initials: "the Tribune", "HPA"."""
    own, other = (fold(each).removeprefix("the ") for each in (outlet, name))
    ends = own.endswith(f" {other}") and " of " not in own
    initials = "".join(word[0] for word in outlet.split() if word[0].isupper())
    return bool(own and other) and (own == other or ends or (len(name) > 1 and name == initials))


def called(quote: Quote) -> dict[str, str]:
    """Return by their ids what the article calls those who say a quote; {} once the reader said who it was."""
    names = parted(quote.entity)
    read = "speaker" not in quote.edited and len(names) == len(quote.speakers)
    return dict(zip(quote.speakers, names, strict=True)) if read else {}


_HONORIFICS = frozenset("mr mrs ms miss mx dr sir dame lord lady m mme mlle herr frau senor senora".split())


def people_called(name: str, speakers: Mapping[str, Speaker]) -> tuple[Speaker, ...]:
    """Return those with a name that ends in `name`, merges followed: whom a surname may stand for, each once."""
    wanted = _plain_words(name)
    found = (
        final_speaker(each.id, speakers)
        for each in speakers.values()
        if wanted and any(_plain_words(known)[-len(wanted) :] == wanted for known in each.names)
    )
    return tuple({each.id: each for each in found if each}.values())


def _plain_words(name: str) -> list[str]:
    return [word for word in fold(name).replace(".", " ").split() if word not in _HONORIFICS]


def is_another_name(one: str, other: str) -> bool:
    """Tell whether two names cannot be of one speaker: neither has all the words of the other.

    "Brandt" and "Ms Brandt" may be "Ida Brandt"; "Jonas Brandt" is not. Where either is "", nothing is told.
    Of several, parted by "; ", each of the fewer must be one of the others.
    """
    fewer, others = sorted((parted(one), parted(other)), key=len)
    return bool(fewer) and any(all(_are_two(name, each) for each in others) for name in fewer)


def is_said_by_others(one: str, other: str) -> bool:
    """Tell whether words are not said by just those who said them: by others, by more, or by fewer."""
    numbers = {len(parted(one)), len(parted(other))} - {0}
    return len(numbers) > 1 or is_another_name(one, other)


def _are_two(one: str, other: str) -> bool:
    words, others = set(_plain_words(one)), set(_plain_words(other))
    return bool(words and others) and not (words <= others or others <= words)


def names_of(speaker: Speaker, speakers: Mapping[str, Speaker]) -> tuple[str, ...]:
    """Return all names a speaker goes by, their own first, then aliases and those of speakers merged into them."""
    names = speaker.names
    for other in speakers.values():
        if other.merged_into and other.id != speaker.id and final_speaker(other.id, speakers) == speaker:
            names += other.names
    return tuple(distinct(names))


def distinct(names: Iterable[str]) -> list[str]:
    """Return names each once, case and accents aside, as first met."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(fold(name), name)
    return list(found.values())


def namesakes(name: str, speakers: Mapping[str, Speaker]) -> tuple[Speaker, ...]:
    """Return those whose own name this is, merged ones apart: "a spokesman" may be one of each of many articles."""
    wanted = fold(name)
    return tuple(each for each in speakers.values() if not each.merged_into and fold(each.name) == wanted)


def speaker_named(name: str, speakers: Mapping[str, Speaker]) -> Speaker | None:
    """Return who is called so, merges followed. Whose own name it is comes before whose alias it is."""
    wanted = fold(name)
    own = [each for each in speakers.values() if fold(each.name) == wanted]
    own.sort(key=lambda each: bool(each.merged_into))
    known = own or [each for each in speakers.values() if wanted in {fold(alias) for alias in each.aliases}]
    return final_speaker(known[0].id, speakers) if known else None

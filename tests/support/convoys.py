"""Small briefings made up for trials: reports of convoys, each with one quote."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

from tui.commands.annotations import AddTags, target_of
from tui.reading.result import ParsedArticle, QuoteSpan
from tui.store.briefing import Briefing
from tui.store.ingest_types import NewArticle

_WORDS = "harbour ferry council winter ballot engine bridge tariff meadow treaty copper".split()


def page(number: int, event: str = "") -> NewArticle:
    """Return a reading made up from its number: a short report with one quote."""
    chance = random.Random(number)
    filler = " ".join(chance.choice(_WORDS) + str(chance.randrange(1000)) for _ in range(60))
    said = f"We counted {number} boats before noon"
    text = f"The {number}th convoy left on time.\n\n“{said},” said Ada Quill {number % 7}. {filler}"
    start, name = text.index(said), text.index("Ada")
    found = QuoteSpan(
        start=start,
        end=start + len(said),
        text=said,
        kind="direct",
        group=0,
        speaker_text="Ada Quill",
        speaker_start=name,
        speaker_end=name + 9,
        entity=f"Ada Quill {number % 7}",
        cue_text="said",
    )
    reading = ParsedArticle(
        text=text,
        headline=f"Convoy {number} leaves",
        outlet=f"Courier {number % 3}",
        published=f"2025-03-{number % 28 + 1:02d}",
        event_date=f"2025-03-{number % 28 + 1:02d}",
        quotes=(found,),
    )
    return NewArticle(reading=reading, raw=text.encode(), origin=f"page-{number}.txt", event=event)


def revised(number: int, time: str, event: str = "") -> NewArticle:
    """Return the reading of the same report after its outlet changed it, its quote further down."""
    first = page(number, event)
    lead, _, rest = first.reading.text.partition("\n")
    text = f"{lead.replace('on time', f'at {time}')} It was seen from the pier.\n{rest}"
    (found,) = first.reading.quotes
    by = len(text) - len(first.reading.text)
    found = replace(
        found,
        start=found.start + by,
        end=found.end + by,
        speaker_start=found.speaker_start + by,
        speaker_end=found.speaker_end + by,
    )
    return replace(first, raw=text.encode(), reading=replace(first.reading, text=text, quotes=(found,)))


def build(path: Path, articles: int = 12) -> None:
    """Make a briefing of a few events with three articles each, two tags in use."""
    briefing = Briefing.open(path, create=True)
    briefing.add([page(number, f"group {number // 3}") for number in range(articles)])
    targets = [target_of(quote) for _, _, quote in briefing.quotes()]
    briefing.do(AddTags(targets, ["first"]))
    briefing.do(AddTags(targets[:2], ["second"]))
    briefing.close()


def saved(number: int) -> str:
    """Return the same report as a page that a reader would save."""
    reading = page(number).reading
    return (
        f"---\nheadline: {reading.headline}\noutlet: {reading.outlet}\npublished: {reading.published}\n"
        f"url: https://courier.example/convoys/{number}\n---\n{reading.text}\n"
    )

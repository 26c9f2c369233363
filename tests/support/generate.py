"""Make a briefing of N articles that looks like a real one: `python -m tests.support.generate DIR N`.

Bodies of about 4 KB, five articles to an event (one event in a hundred has a hundred), four quotes
each, notes on one article in a hundred. The words are drawn from a list with a fixed seed, so two runs
make the same briefing.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from tests.support.dossiers import span
from tui.commands.annotations import WriteNote, target_of
from tui.core.model import STATED
from tui.reading.result import ParsedArticle, QuoteSpan
from tui.store.briefing import Briefing
from tui.store.ingest_types import NewArticle

WORDS = """
    the of to and in a that on for with as was by is it from at said has be have had not this but
    which talks minister border council treaty summit delegation ceasefire envoy sanction parliament
    ministry president statement agreement neighbour position proposal security meeting evening
    morning region capital official government foreign defence energy tariff harbour railway grain
    bridge river convoy observer mission corridor warned asked proposed refused signed opened closed
    delayed renewed offered promised rejected welcomed
""".split()
SPEAKERS = ["Ana Moreau", "Viktor Halasz", "Ines Duarte", "Tomas Lindqvist", "Mira Sokolova", "Paul Adeyemi"]
OUTLETS = ["The Harbour Post", "Courier", "Daily Ledger", "Northern Wire", "Evening Star", "Le Relais"]
BATCH = 200


def sentence(rng: random.Random) -> str:
    """Return a sentence of eight to twenty-four words."""
    words = rng.choices(WORDS, k=rng.randint(8, 24))
    return " ".join(words).capitalize() + "."


def reading(rng: random.Random, day: date, number: int) -> ParsedArticle:
    """Return one article with four quotes in it."""
    paragraphs: list[str] = []
    quotes: list[QuoteSpan] = []
    at = 0
    for paragraph in range(12):
        text = " ".join(sentence(rng) for _ in range(3))
        if paragraph % 3 == 1:
            words, who = sentence(rng)[:-1], rng.choice(SPEAKERS)
            text += f" “{words},” {who} said."
            start = at + text.index("“") + 1
            named = at + text.index(who, text.index("“"))
            quotes.append(span(start, f"{words},", named, who, len(quotes)))
        paragraphs.append(text)
        at += len(text) + 2
    return ParsedArticle(
        text="\n\n".join(paragraphs),
        headline=sentence(rng)[:-1][:90],
        outlet=rng.choice(OUTLETS),
        published=day.isoformat(),
        event_date=day.isoformat(),
        url=f"https://news.example/{number}",
        quotes=tuple(quotes),
        basis={"headline": STATED, "outlet": STATED, "published": STATED, "event_date": STATED},
    )


def articles(count: int) -> Iterator[NewArticle]:
    """Yield `count` articles, event by event."""
    rng = random.Random(7)
    number = event = 0
    day = date(2008, 1, 1)
    while number < count:
        size = 100 if event % 100 == 99 else 5
        day += timedelta(days=rng.choice((0, 0, 1)))
        name = sentence(rng)[:-1][:70]
        for _ in range(min(size, count - number)):
            number += 1
            one = reading(rng, day, number)
            raw = f"{one.headline}\n\n{one.text}\n".encode()
            yield NewArticle(
                reading=one, raw=raw, origin=f"page-{number}.txt", event=f"event-{event}", event_name=name
            )
        event += 1


def generate(folder: Path, count: int) -> Briefing:
    """Make the briefing in `folder` and return it."""
    briefing = Briefing.open(folder, create=True, title=f"Generated, {count} articles")
    batch: list[NewArticle] = []
    for one in articles(count):
        # An event is never split over two batches: its key would make two events.
        if len(batch) >= BATCH and one.event != batch[-1].event:
            briefing.add(batch)
            batch = []
        batch.append(one)
    briefing.add(batch)
    for at, row in enumerate(briefing.rows()):
        if at % 20 == 0:
            article = briefing.annotated(row["id"]).event.articles[0]
            briefing.do(WriteNote(target_of(article), f"Look at this again: {row['name']}"))
    return briefing


def main() -> None:
    """Make a briefing as the command line says."""
    folder, count = Path(sys.argv[1]), int(sys.argv[2])
    briefing = generate(folder, count)
    print(
        f"{folder}: {sum(row['articles'] for row in briefing.rows())} articles, {len(briefing.rows())} events"
    )
    briefing.close()


if __name__ == "__main__":
    main()

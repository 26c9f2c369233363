"""A series of reports in the same words: each day a happening of its own, and none a copy of another."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from tui.store.briefing import Briefing
from tui.workflows.import_pages import import_sources

FIRST = date(2025, 3, 3)


def note(folder: Path, name: str, text: str, *, title: str, outlet: str, day: date) -> Path:
    file = folder / f"{name}.md"
    file.write_text(f"---\ntitle: {title}\noutlet: {outlet}\ndate: {day}\n---\n{text}\n", encoding="utf-8")
    return file


def bulletin(folder: Path, number: int, outlet: str = "Brenn Wire") -> Path:
    day = FIRST + timedelta(number)
    boats, towed, place = 20 + 3 * number, 5 + number, ("Hovden", "Karlby", "Ruden")[number % 3]
    text = (
        f"The coast guard turned back {boats} boats in the night, the Ministry of the Sea said on {day:%A}.\n\n"
        f"“In the past night our patrols turned back {boats} boats without papers,” the ministry said in its bulletin."
        f" According to it, {towed} of them were towed to {place}.\n\n"
        "Nobody was hurt. The harbour master, Uwe Tamm, said that the quays are full."
    )
    title = f"Coast guard turns back {boats} boats, ministry says"
    return note(folder, f"{outlet}-{number}".replace(" ", ""), text, title=title, outlet=outlet, day=day)


def copies(briefing: Briefing) -> list[str]:
    events = [briefing.annotated(row["id"]).event for row in briefing.rows()]
    return [article.copy_of for event in events for article in event.articles if article.copy_of]


def test_fourteen_daily_bulletins_are_fourteen_events_and_no_copies(
    briefing: Briefing, tmp_path: Path
) -> None:
    import_sources(briefing, [bulletin(tmp_path, number) for number in range(14)])
    days = sorted(row["date"] for row in briefing.rows())
    assert days == [(FIRST + timedelta(n)).isoformat() for n in range(14)]
    assert copies(briefing) == []


def test_another_outlet_that_prints_the_bulletin_of_the_day_copies_that_one(
    briefing: Briefing, tmp_path: Path
) -> None:
    outlets = ("Brenn Wire", "Arn Courier")
    import_sources(briefing, [bulletin(tmp_path, n, outlet) for n in range(3) for outlet in outlets])
    assert sorted((row["date"], row["articles"], row["sources"]) for row in briefing.rows()) == [
        ((FIRST + timedelta(n)).isoformat(), 2, 1) for n in range(3)
    ]


TOLL = (
    "The death toll of the {size} magnitude quake that struck Karlby on Monday rose to {dead} on {day}, the rescue"
    " office said.\n\n“We are still looking for people,” said its head, Eva Roth. The quake of magnitude {size} brought"
    " down the old market hall and cut off the road to Ruden, and {homeless} people have lost their homes."
)


def test_a_toll_that_rises_is_still_of_one_happening(briefing: Briefing, tmp_path: Path) -> None:
    files = [
        note(
            tmp_path,
            f"toll-{n}",
            TOLL.format(size="6.4", dead=12 + 9 * n, day=("Tuesday", "Wednesday")[n], homeless=4100),
            title=f"Toll of the Karlby quake rises to {12 + 9 * n}",
            outlet="Brenn Wire",
            day=FIRST + timedelta(1 + n),
        )
        for n in range(2)
    ]
    import_sources(briefing, files)
    assert len(briefing.rows()) == 1
    assert copies(briefing) == []


STORY = (
    "The lock at Brenn stays shut until March, the water board said{when}, because its lower gate has a crack that"
    " divers found while they were looking for a lost anchor.\n\nBoats go round by the old canal meanwhile, where the"
    " water is low and {bridges} bridges have to be asked for a day before, said the board’s head, {head}."
)


@pytest.mark.parametrize(
    ("outlet", "day", "change", "copied"),
    [
        ("Arn Courier", 0, {}, True),
        ("Arn Courier", 0, {"bridges": "11"}, False),
        ("Arn Courier", 0, {"head": "Ida Holt"}, False),
        ("Arn Courier", 1, {"when": " on Monday"}, True),
        ("Arn Courier", 1, {}, False),
        ("Arn Courier", 9, {}, False),
        ("Arn Courier", 9, {"again": "\n\nThis article was first published by Brenn Wire."}, True),
    ],
)
def test_a_copy_is_of_the_same_day_or_says_it_is_one_and_tells_the_same(
    briefing: Briefing, tmp_path: Path, outlet: str, day: int, change: dict[str, str], copied: bool
) -> None:
    said = {"bridges": "14", "head": "Uwe Tamm", "when": " on Monday" if "when" in change else ""}
    texts = [STORY.format(**said), STORY.format(**{**said, **change}) + change.get("again", "")]
    files = [
        note(tmp_path, name, text, title="Lock stays shut", outlet=each, day=FIRST + timedelta(away))
        for name, text, each, away in zip("ab", texts, ("Brenn Wire", outlet), (0, day), strict=True)
    ]
    import_sources(briefing, files)
    assert bool(copies(briefing)) == copied

"""Days meant by words, and the day of what a text reports."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.support.growth import growth
from tui.core.model import SET_BY_READER
from tui.reading.corrections import override_fields
from tui.reading.dates.event_date import event_date, resolve, tense_of
from tui.reading.read import read_article
from tui.reading.result import whole_text
from tui.reading.sources import Source

FRIDAY = "2031-03-14"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("on Friday", "2031-03-14"),
        ("Monday", "2031-03-10"),
        ("Saturday night", "2031-03-08"),
        ("last Friday", "2031-03-07"),
        ("next Friday", "2031-03-21"),
        ("yesterday", "2031-03-13"),
        ("the day before yesterday", "2031-03-12"),
        ("tomorrow", "2031-03-15"),
        ("this morning", "2031-03-14"),
        ("around 7:15 p.m.", "2031-03-14"),
        ("ten days ago", "2031-03-04"),
        ("two weeks ago", "2031-02-28"),
        ("a year earlier", "2030-03-14"),
        ("February 12", "2031-02-12"),
        ("12 February", "2031-02-12"),
        ("Dec. 30", "2030-12-30"),
        ("Feb. 12, 2022", "2022-02-12"),
        ("Thanksgiving", "2030-11-28"),
        ("Christmas Eve", "2030-12-24"),
        ("earlier this month", "2031-03"),
        ("late last month", "2031-02"),
        ("in July 2025", "2025-07"),
        ("in July", "2030-07"),
        ("February 30", ""),
        ("some day", ""),
        ("recently", ""),
    ],
)
def test_words_against_the_day_of_publication(words: str, day: str) -> None:
    assert resolve(words, FRIDAY) == day


@pytest.mark.parametrize(
    ("words", "day"),
    [("February 12", "XXXX-02-12"), ("on Monday", ""), ("yesterday", ""), ("May 2, 2030", "2030-05-02")],
)
def test_without_a_day_of_publication_nothing_is_guessed(words: str, day: str) -> None:
    assert resolve(words, "") == day


@pytest.mark.parametrize(
    ("before", "tense"),
    [
        ("The ferry will sail on ", "future"),
        ("The ferry is scheduled to sail on ", "future"),
        ("The ferry sailed on ", "past"),
        ("The ferry had been due to sail on ", "past"),
        ("The ministers said the ferry would sail on ", "future"),
        ("A ferry on ", ""),
        ("The ministers of nine islands meet in Tarn on ", "future"),
        ("The minister travels to Tarn on ", "future"),
        ("The ministers travel to Tarn on ", "future"),
        ("The minister visits the dam on ", "future"),
        ("The ministers did not meet on ", "past"),
        ("The ministers didn’t meet on ", ""),
        ("The storm halted all air travel on ", "past"),
        ("The minister paid her two visits on ", ""),
        ("They agreed to meet on ", "past"),
    ],
)
def test_the_sentence_tells_whether_a_day_lies_ahead(before: str, tense: str) -> None:
    assert tense_of(f"It rained. {before}Monday.", len(f"It rained. {before}")) == tense


def test_a_day_ahead_is_the_next_one() -> None:
    assert resolve("Monday", FRIDAY, tense="future") == "2031-03-17"


def test_the_day_of_the_happening_goes_before_the_day_of_the_words() -> None:
    text = "The harbour office said on Friday that the two ministers met on Wednesday at the pier."
    day, basis = event_date(text, FRIDAY)
    assert day == "2031-03-12"
    assert "Wednesday" in basis


def test_a_day_without_a_year_stays_without_one() -> None:
    assert event_date("On February 12 the two ministers met at the pier.", "") == ("XXXX-02-12", "stated")


@pytest.mark.parametrize(
    "text",
    [
        "The ministers met at the pier.",
        "The ministers met on Monday.",
        "The ministers will meet on February 24.",
        "One.\n\nTwo.\n\nThree.\n\nThe last meeting was held on May 3, 2028.",
    ],
)
def test_an_unknown_day_stays_unknown(text: str) -> None:
    assert event_date(text, "") == ("", "")


def test_days_on_a_page_resolved_with_their_spans_given(shared: object) -> None:
    from pathlib import Path

    from tests.support.reading_gold import dates

    assert isinstance(shared, Path)
    ((_, share, _),) = dates(shared / "gold")
    assert float(share) >= 0.90


def test_what_stands_before_an_earlier_day_is_said_of_that_one() -> None:
    text = "Nine sailors who had been stuck in the lock since Sunday were brought ashore on Wednesday."
    assert event_date(text, FRIDAY)[0] == "2031-03-12"


def test_a_paragraph_full_of_days_takes_no_square_of_its_length() -> None:
    """For each day all before it was read: eight times as many took thirty times as long."""

    def read(count: int) -> None:
        assert event_date("Open on 1 July 2025 " * count, "") == ("2025-07-01", "stated")

    assert growth(read, 5_000, 40_000) < 18


HEADED = "Source: Norland Press\nTitle: Harbour strike ends\nDate: {day}\n\n{text}"
STRIKE = (
    "Dock workers ended their strike at the port of Velm after nine days, the union of the dockers said.\n\n"
    "“We got what we came for, and we are going back to work,” Tom Arel told reporters at the gate of the port."
)


@pytest.mark.parametrize(
    ("day", "text", "told", "how"),
    [
        ("2026-05-18", f"VELM, May 18 (NPA) - {STRIKE}", "2026-05-18", "inferred"),
        ("2027-01-02", f"VELM, May 18 (NPA) - {STRIKE}", "2026-05-18", "inferred"),
        ("2026-05-18", STRIKE.replace("ended", "on May 17, 2024 ended"), "2024-05-17", "stated"),
    ],
)  # fmt: skip
def test_a_day_without_a_year_gets_that_of_the_day_above_the_text(
    day: str, text: str, told: str, how: str
) -> None:
    raw = HEADED.format(day=day, text=text).encode()
    reading = read_article(Source(raw=raw, origin="a.txt", kind="page"))
    assert (reading.published, reading.event_date) == (day, told)
    assert reading.basis["event_date"].startswith(how)


def test_a_day_without_a_year_gets_that_of_the_day_a_reader_gives() -> None:
    given = whole_text(f"VELM, May 18 - {STRIKE}")
    given = replace(given, event_date="XXXX-05-18", basis={"event_date": "stated"})
    assert override_fields(given, published="2026-05-19").event_date == "2026-05-18"
    assert override_fields(given, outlet="Norland Press").event_date == "XXXX-05-18"
    own = replace(given, basis={"event_date": SET_BY_READER})
    assert override_fields(own, published="2026-05-19").event_date == "XXXX-05-18"
    assert override_fields(given, published="2026-05-19", event_date="2020-05-18").event_date == "2020-05-18"

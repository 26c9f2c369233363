"""The sample's accounts: well formed, true to their calendar, and in our own words."""

from __future__ import annotations

import re
import uuid
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest

SOURCES = sorted((Path(__file__).resolve().parents[2] / "data" / "sources").glob("*.md"))
FRAGMENT = re.compile(r"“([^“”]*)”")
WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
LONGEST_FRAGMENT = 12
COPIED_RUN = 8


def parts(path: Path) -> tuple[dict[str, str], str]:
    """Return the front matter and the body of one account."""
    start, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
    assert start == ""
    fields = (line.split(": ", 1) for line in head.splitlines())
    return {name: value.strip('"') for name, value in fields}, body.strip()


def words(text: str) -> list[str]:
    return WORD.findall(text.replace("’", "'").lower())


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    found = words(text)
    return {tuple(found[i : i + length]) for i in range(len(found) - length + 1)}


def copied(text: str, foreign: set[tuple[str, ...]], fragments: list[str]) -> list[str]:
    """Return the runs of words in `text` that are also foreign and not wholly within a fragment."""
    spoken: set[tuple[str, ...]] = set()
    for fragment in fragments:
        spoken |= runs(fragment, COPIED_RUN)
    return sorted(" ".join(run) for run in runs(text, COPIED_RUN) & foreign - spoken)


def test_the_sample_is_large_enough_to_show_a_briefing() -> None:
    events: dict[str, set[str]] = defaultdict(set)
    for path in SOURCES:
        fields, _ = parts(path)
        events[fields["event_date"]].add(fields["outlet"])
    assert len(SOURCES) >= 10
    assert {"2022-01-31", "2022-02-12", "2022-02-20", "2022-02-21", "2025-07-01", "2025-12"} <= events.keys()
    assert sum(len(outlets) >= 2 for outlets in events.values()) >= 4


def test_ids_are_given_once_and_events_agree() -> None:
    ids: list[str] = []
    events: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for path in SOURCES:
        fields, _ = parts(path)
        ids.append(fields["id"])
        events[fields["event"]].add((fields["event_name"], fields["event_date"]))
    for given in [*ids, *events]:
        assert uuid.UUID(hex=given).hex == given
        assert uuid.UUID(hex=given).version == 4
    assert len(set(ids) | events.keys()) == len(ids) + len(events)
    assert all(len(told) == 1 for told in events.values())


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_an_account_is_complete_and_readable(path: Path) -> None:
    fields, body = parts(path)
    assert fields.keys() - {"author", "published", "url"} == {
        "id",
        "headline",
        "outlet",
        "event",
        "event_name",
        "event_date",
    }
    assert all(fields.values())
    assert path.stem.startswith(fields["event_date"])
    assert 120 <= len(words(body)) <= 350
    assert all(len(paragraph.splitlines()) == 1 for paragraph in body.split("\n\n"))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_what_is_spoken_is_short_and_closed(path: Path) -> None:
    _, body = parts(path)
    fragments = FRAGMENT.findall(body)
    assert fragments
    assert not [f for f in fragments if len(words(f)) > LONGEST_FRAGMENT]
    for paragraph in body.split("\n\n"):
        rest = FRAGMENT.sub("", paragraph)
        assert not set(rest) & set("“”\"'‘")


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_a_weekday_fits_its_date(path: Path) -> None:
    named = re.findall(r"(\w+day), (\d+) (\w+) (\d{4})", parts(path)[1])
    months = {"January": 1, "February": 2, "July": 7, "December": 12}
    for weekday, day, month, year in named:
        assert date(int(year), months[month], int(day)).strftime("%A") == weekday


def test_copying_would_be_noticed() -> None:
    foreign = runs("the ministers of both countries agreed to meet again in the spring", COPIED_RUN)
    theirs = "It said that both countries agreed to meet again in the spring, perhaps."
    assert copied(theirs, foreign, [])
    assert copied(theirs, foreign, ["both countries agreed to meet again in the"])
    assert not copied(theirs, foreign, ["both countries agreed to meet again in the spring"])


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_nothing_is_copied_from_an_outlet(path: Path, shared: Path) -> None:
    pages = sorted((shared / "seeds").glob("*.txt"))
    assert pages
    foreign: set[tuple[str, ...]] = set()
    for page in pages:
        foreign |= runs(page.read_text(encoding="utf-8"), COPIED_RUN)
    fields, body = parts(path)
    text = f"{fields['headline']}\n{fields['event_name']}\n{body}"
    assert copied(text, foreign, FRAGMENT.findall(body)) == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_every_fragment_was_really_reported(path: Path, shared: Path) -> None:
    reported = " ".join(
        " ".join(words(page.read_text(encoding="utf-8"))) for page in (shared / "seeds").glob("*.txt")
    )
    missing = [f for f in FRAGMENT.findall(parts(path)[1]) if " ".join(words(f)) not in reported]
    assert missing == []

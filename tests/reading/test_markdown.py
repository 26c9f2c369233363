"""Front matter as people and clippers write it, and Markdown taken off the text."""

from __future__ import annotations

import time

import pytest

from tui.core.model import CutLines
from tui.reading.formats.front_matter import edtf, front_matter
from tui.reading.formats.markdown import read_markdown
from tui.reading.read import read
from tui.reading.sources import Source

CLIPPED = """\
---
title: "Harbour talks: day two"
author:
  - "[[Ann Example]]"
  - Bo Other
source: https://example.org/talks
published: 2024-03-05
tags: [clippings]
---
# Harbour talks: day two

The two sides *met* [again](https://example.org/before) on
Tuesday. ![a picture](x.png)

> “We stay,” said Ann Stone.

- first point
- second point
"""


SAID = "The canal opened to barges again, the minister said.\n\nIt had been shut for five weeks.\n"


@pytest.mark.parametrize(
    ("below", "outlet", "published", "author"),
    [
        ("Harbour Gazette, 3 March 2025", "Harbour Gazette", "2025-03-03", ""),
        ("*The Alder Courier, 9 March 2025*", "The Alder Courier", "2025-03-09", ""),
        ("Nordkurier\n\n3 March 2025\n\nBy Anna Quist", "Nordkurier", "2025-03-03", "Anna Quist"),
        ("Interview by Anna Quist", "", "", "Anna Quist"),
        ("Geneva, 3 March 2025", "", "2025-03-03", ""),
        ("A ferry, a bridge, 3 March 2025 and no end of it.", "", "", ""),
    ],
)
def test_the_lines_below_a_headline_say_whose_a_page_is(
    below: str, outlet: str, published: str, author: str
) -> None:
    reading = read_markdown(f"# Canal open again\n\n{below}\n\n{SAID}")
    assert (reading.outlet, reading.published, reading.author) == (outlet, published, author)
    known = bool(outlet or published or author)
    assert reading.text == (SAID if known else f"{below}\n\n{SAID}").strip()
    assert reading.basis.get("outlet", "") == (
        "inferred from what stands below the headline" if outlet else ""
    )


def test_front_matter_goes_before_the_lines_below_the_headline() -> None:
    reading = read_markdown(
        f"---\noutlet: Post\ndate: 2025-03-04\n---\n# Open\n\nHarbour Gazette, 3 March 2025\n\n{SAID}"
    )
    assert (reading.outlet, reading.published) == ("Post", "2025-03-04")
    assert reading.basis["outlet"] == "stated" and reading.text == SAID.strip()


def test_the_fields_of_a_clipped_page_are_stated() -> None:
    reading = read_markdown(CLIPPED)
    assert reading.headline == "Harbour talks: day two"
    assert reading.author == "Ann Example, Bo Other"
    assert reading.url == "https://example.org/talks"
    assert reading.published == "2024-03-05"
    assert reading.outlet == ""
    assert reading.basis["published"] == "stated"
    assert "outlet" not in reading.basis


def test_marks_of_markdown_are_taken_off_and_wrapped_lines_joined() -> None:
    assert read_markdown(CLIPPED).text == (
        "The two sides met again on Tuesday.\n\n“We stay,” said Ann Stone.\n\n• first point\n\n• second point"
    )


def test_every_line_is_kept_or_cut_with_a_reason() -> None:
    reading = read_markdown(CLIPPED)
    lines = CLIPPED.split("\n")
    cut = {n for each in reading.cut for n in range(each.first, each.last + 1)}
    assert {n for n, line in enumerate(lines) if line.strip()} <= cut | set(reading.kept_lines)
    assert not cut & set(reading.kept_lines)
    assert [each.reason for each in reading.cut] == ["front matter", "headline"]
    assert lines[reading.kept_lines[0]].startswith("The two sides")


@pytest.mark.parametrize(
    ("line", "headline"),
    [
        ("headline: Talks: who came", "Talks: who came"),
        ("headline: “Quoted” at once", "“Quoted” at once"),
        ('headline: "With \\"inner\\" marks"', 'With "inner" marks'),
        ("headline: 'It''s late'", "It's late"),
        ("title: *starred* words", "*starred* words"),
        ("title: @somebody said so", "@somebody said so"),
        ('headline: "He left" and came back: why', '"He left" and came back: why'),
    ],
)
def test_a_headline_is_taken_as_people_write_it(line: str, headline: str) -> None:
    author = "author: Colon: Man"  # no YAML either
    assert front_matter(f"---\n{line}\n{author}\n---\n\nText.").fields["headline"] == headline


def test_front_matter_cannot_do_harm() -> None:
    bomb = "---\na: &a [x,x,x,x]\n" + "".join(f"{c}: &{c} [*a,*a,*a]\n" for c in "bcdefg") + "---\nText.\n"
    assert read_markdown(bomb).text == "Text."
    assert read_markdown("---\ntitle: " + "[" * 5000 + "\n---\nText.\n").text == "Text."
    assert front_matter("---\ntitle: !!python/object/apply:os.system [ls]\n---\n").fields.get("title") is None


@pytest.mark.parametrize("unit", ["[", "![a](", "[a](b", "[[[[[[[[[]]]]]]]]]"])
def test_brackets_without_an_end_stay_as_they_are_and_take_no_time(unit: str) -> None:
    """Each bracket that is open was tried with all that follow: minutes at this size."""
    text = f"Words of [the harbour](https://example.org/a).\n\n{unit * (2_000_000 // len(unit))}\n\nSee [the port](b).\n"
    begun = time.process_time()
    first, *middle, last = read_markdown(text).text.split("\n\n")
    assert time.process_time() - begun < 20
    assert (first, last) == ("Words of the harbour.", "See the port.")
    assert "".join(middle).count(unit) == 2_000_000 // len(unit)


def test_a_text_that_begins_with_a_rule_has_no_front_matter() -> None:
    text = "---\n\nA paragraph follows the rule.\n"
    assert front_matter(text).first == 0
    assert read_markdown(text).text == "A paragraph follows the rule."


def test_entities_cannot_bring_control_characters_in() -> None:
    text = read_markdown("A&#x9b;31m and &#x202e;turned &#x1b;[0m words.\n").text
    assert text.isprintable()


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2024-03-05", "2024-03-05"),
        ("2024-03", "2024-03"),
        ("2024", "2024"),
        ("XXXX-02-12", "XXXX-02-12"),
        ("5 March 2024", "2024-03-05"),
        ("March 5, 2024", "2024-03-05"),
        ("2024-03-05T15:15:00+04:00", "2024-03-05T15:15:00+04:00"),
        ("2024-03-05 15:15", "2024-03-05T15:15"),
        ("2024-13-05", ""),
        ("XXXX-02-31", ""),
        ("soon", ""),
        ("", ""),
    ],
)
def test_dates_become_edtf(written: str, expected: str) -> None:
    assert edtf(written) == expected


def test_facts_below_the_title_of_a_page_are_what_they_say_and_no_text() -> None:
    facts = "Date: August 14, 2023\nOutlet: Merle Herald\nURL: https://merle.example/1\nTags: salt, council"
    found = read_markdown(f"# Salt works stay open\n\n{facts}\n\nThe council voted on Monday.\n")
    assert (found.headline, found.text) == ("Salt works stay open", "The council voted on Monday.")
    assert (found.published, found.outlet, found.url) == (
        "2023-08-14",
        "Merle Herald",
        "https://merle.example/1",
    )
    assert found.remarks.tags == ("salt", "council")


def test_turns_below_the_title_of_a_page_are_its_text() -> None:
    turns = "Question: Who pays?\nNora Lind: The county does."
    assert "Who pays?" in read_markdown(f"# The road\n\n{turns}\n\nThat was all.\n").text


PLAIN = """\
---
headline: Harbour talks: day two
outlet: The Quay Letter
date: 3 March 2026
tags: strike, harbour
---
The dockers of Port Valmare stayed away from work for a second day on Tuesday, their union said.

“We will not go back before the wages are paid,” said Luis Ortega, who leads the union of the dockers.
"""


def test_a_plain_text_states_the_same_above_itself() -> None:
    reading = read(Source("talks.txt", PLAIN.encode(), "page"))
    assert (reading.headline, reading.outlet, reading.published) == (
        "Harbour talks: day two",
        "The Quay Letter",
        "2026-03-03",
    )
    assert {reading.basis[name] for name in ("headline", "outlet", "published")} == {"stated"}
    assert reading.remarks.tags == ("strike", "harbour")
    assert reading.text.startswith("The dockers of Port Valmare")
    assert reading.cut == (CutLines(0, 5, "front matter"),)


TALKS = PLAIN.rpartition("---\n")[2].strip().replace("“", "").replace("”", "")


@pytest.mark.parametrize(
    "head",
    [
        "Source: The Quay Letter\nDate: 2026-03-03\nTitle: Harbour talks: day two\n\n",
        "Title: Harbour talks: day two\nOutlet: The Quay Letter\nPublished: 3 March 2026\nAuthor: Ida Moll\n\n",
        "Harbour talks: day two\n\noutlet: The Quay Letter\ndate: 2026-03-03\n\n",
    ],
)
def test_fields_at_the_head_of_a_plain_text_are_what_they_say_without_dashes(head: str) -> None:
    reading = read(Source("talks.txt", (head + TALKS).encode(), "page"))
    assert (reading.headline, reading.outlet, reading.published) == (
        "Harbour talks: day two",
        "The Quay Letter",
        "2026-03-03",
    )
    assert reading.basis["outlet"] == "stated" and reading.text == TALKS
    assert not reading.author or reading.author == "Ida Moll"


@pytest.mark.parametrize(
    "head",
    [
        "Source: The Quay Letter\n\n",
        "Source: The Quay Letter\nDate: 2026-03-03\n",
        "Author: Why?\nEvent: Now.\n\n",
    ],
)
def test_one_such_line_or_those_that_run_into_the_text_are_no_fields(head: str) -> None:
    reading = read(Source("talks.txt", (head + TALKS).encode(), "page"))
    assert "front matter" not in {each.reason for each in reading.cut}


def test_what_stands_between_dashes_above_a_plain_text_is_text_where_a_line_is_no_field() -> None:
    reading = read(Source("talks.txt", PLAIN.replace("outlet:", "colour:").encode(), "page"))
    assert (reading.headline, reading.outlet) != ("Harbour talks: day two", "The Quay Letter")
    assert "front matter" not in {each.reason for each in reading.cut}

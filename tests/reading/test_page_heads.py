"""What stands above a plain text: whose it is, its headline and its day, in the orders they are written in."""

from __future__ import annotations

import pytest

from tui.reading.encoding import BadSourceError
from tui.reading.read import read_article
from tui.reading.result import ParsedArticle
from tui.reading.sources import Source


def page(text: str) -> ParsedArticle:
    return read_article(Source(raw=text.encode(), origin="a.txt", kind="page"))


FIELDS = "Source: Norland Press\nTitle: Lock shut\nDate: 2031-05-18\n\n"


@pytest.mark.parametrize(
    "note",
    [
        "The lock at Velm was shut on Sunday, the board said.",
        "VELM, May 18 (NPA) - The lock was shut.",
        "The lock was shut.\n\n“We had no choice,” Ida Holm said.",
    ],
)
@pytest.mark.parametrize("head", [FIELDS, f"---\n{FIELDS.strip()}\n---\n\n"])
def test_a_note_of_a_sentence_below_its_fields_is_an_article(note: str, head: str) -> None:
    reading = page(f"{head}{note}\n")
    assert (reading.text, reading.headline) == (note, "Lock shut")
    assert (reading.outlet, reading.published) == ("Norland Press", "2031-05-18")


@pytest.mark.parametrize("rest", ["", "Home\nWorld\nSport\n", "Subscribe now to read all of our articles.\n"])
def test_fields_without_a_sentence_below_them_are_no_article(rest: str) -> None:
    with pytest.raises(BadSourceError, match="no article"):
        page(f"{FIELDS}{rest}")

"""Texts broken at a width are read as the paragraphs they were."""

from __future__ import annotations

import textwrap

import pytest

from tui.core.text import clean
from tui.reading.formats.mail import read_mail, text_of
from tui.reading.formats.mail_text import unquoted
from tui.reading.page.line_breaks import rejoined, unwrapped
from tui.reading.page.page import read_page

PARTS = [
    "The town council of Merle voted on Monday to keep the old salt works open for another ten years, after a debate "
    "that lasted well into the night and drew two hundred people.",
    "“We owe it to those who work there,” said Nora Lind, who leads the council. “Nobody will be sent home.”",
    "The council will vote on the road next month. Two parties have said that they will abstain, and one has asked for "
    "a second opinion on the sum that the county has asked.",
    "Peter Aas, who speaks for the neighbours, was not content. “Ten years of lorries are ten years too many,” he told "
    "the meeting, and said that he would answer whoever asked.",
]


@pytest.mark.parametrize("width", [60, 66, 72, 76, 80])
def test_every_paragraph_of_a_wrapped_text_is_kept_whole(width: int) -> None:
    raw = "\n\n".join(
        ["Salt works of Merle stay open", "July 2, 2025", *(textwrap.fill(p, width) for p in PARTS)]
    )
    reading = read_page(raw)
    assert reading.text.split("\n\n") == PARTS
    assert (reading.headline, reading.published) == ("Salt works of Merle stay open", "2025-07-02")
    lines = clean(raw).split("\n")
    assert " ".join(lines[n].strip() for n in reading.kept_lines) == " ".join(PARTS)


SCANNED = """Quay closed after cracks are found

4 March 2025

The harbour board of Velmora closed the eas-
tern quay on Tuesday, after cracks were found
in its wall; a long-term plan is being made.

“We will not open it before the di-
vers have been down,” harbour mas-
ter Ida Lund told reporters at the
gate. “It is a question of the long-
term plan, and nothing else.”
"""


def test_words_that_a_scanned_column_broke_are_whole() -> None:
    text = read_page(SCANNED).text
    assert (
        "closed the eastern quay" in text
        and "“We will not open it before the divers have been down,” harbour" in text
    )
    assert "harbour master Ida Lund" in text and "question of the long-term plan" in text


def test_a_word_with_a_hyphen_of_its_own_keeps_it_where_a_line_ends_there() -> None:
    assert rejoined(["It is a well-", "known place."], [[0, 1]]) == ["It is a well-known place."]


def test_paragraphs_without_empty_lines_between_are_apart() -> None:
    lines = [line for part in PARTS for line in textwrap.wrap(part, 70)]
    joined = [" ".join(lines[n] for n in run) for run in unwrapped(lines)]
    assert joined == PARTS


@pytest.mark.parametrize(
    "lines",
    [
        PARTS,
        [
            "Home",
            "News",
            "Sport",
            "Council keeps the bridge closed until further notice",
            "By Ann Reed",
            *PARTS,
        ],
        [
            "Seven chairs stood in the hall",
            "nobody sat",
            "the clock had stopped at the hour that nobody names",
        ],
        [
            "- a list of things that fill the line up to the very end of it",
            "- and another of them",
            "- and a last",
        ]
        * 3,
    ],
)
def test_lines_that_are_not_wrapped_stay_as_they_are(lines: list[str]) -> None:
    assert unwrapped(lines) == [[number] for number in range(len(lines))]


def test_short_sentences_at_the_end_of_an_article_are_body_in_any_language() -> None:
    french = [
        "Le pont qui relie les deux rives de Merle sera fermé à partir de lundi, a annoncé la mairie, qui invoque des "
        "travaux urgents sur les piles.",
        "« Personne ne nous a prévenus », déplore Marc Vial, boulanger.",
        "Le vote aura lieu jeudi.",
    ]
    page = "\n\n".join(
        ["Accueil\nMonde", "Le pont de Merle fermé tout l'été", *french, "Partager\nSur le même sujet"]
    )
    assert read_page(page).text.split("\n\n") == french
    english = [*PARTS[:2], "They will vote on Thursday."]
    page = "\n\n".join(
        ["Home\nNews", "Salt works stay open", *english, "Share\nRelated\nVote for your favourite photo"]
    )
    assert read_page(page).text.split("\n\n") == english


def _mail(text: str, kind: str = "") -> bytes:
    head = "From: Ann Reed <ann@example.org>\nSubject: Salt works of Merle stay open\n"
    head += "Date: Wed, 02 Jul 2025 06:00:00 +0200\n"
    head += f'MIME-Version: 1.0\nContent-Type: text/plain; charset="utf-8"{kind}\nContent-Transfer-Encoding: 8bit\n\n'
    return (head + text).encode()


def _flowed(quote: str = "", ending: str = " ") -> str:
    paragraphs = [(ending + "\n").join(textwrap.wrap(part, 40)) for part in PARTS]
    return "\n".join(quote + line for line in "\n\n".join(paragraphs).split("\n"))


MAILS = {
    "wrapped": _mail("\n\n".join(textwrap.fill(part, 72) for part in PARTS)),
    "quoted": _mail(
        "Ann wrote:\n\n" + "\n>\n".join(textwrap.indent(textwrap.fill(part, 70), "> ") for part in PARTS)
    ),
    "flowed": _mail(_flowed(), "; format=flowed"),
    "flowed-delsp": _mail(_flowed(ending="  "), "; format=flowed; delsp=yes"),
    "flowed-quoted": _mail(_flowed("> "), "; format=flowed"),
}


@pytest.mark.parametrize("raw", MAILS.values(), ids=MAILS)
def test_a_mail_is_read_as_the_paragraphs_it_was_typed_in(raw: bytes) -> None:
    reading = read_mail(raw)
    assert reading.text.split("\n\n")[-len(PARTS) :] == PARTS
    lines = text_of(raw).split("\n")
    assert PARTS[-1].endswith(lines[reading.kept_lines[-1]].strip())


def test_an_answer_keeps_the_marks_of_what_it_quotes() -> None:
    assert (
        unquoted("I do not think so.\n> It is over.\nIt goes on.")
        == "I do not think so.\n> It is over.\nIt goes on."
    )


def test_a_clean_text_comes_out_as_the_same_object_so_that_it_takes_no_more_room() -> None:
    once = clean("It was\r\nÜbermorgen, “at last”.\x07\n\tIn Café Norwick.")
    assert once == "It was\nÜbermorgen, “at last”.\n\tIn Café Norwick."
    assert clean(once) is once

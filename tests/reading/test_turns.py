"""The turns of a transcript and the questions of an interview stay on a page, however short they are."""

from __future__ import annotations

import pytest

from tui.reading.formats.html import read_html
from tui.reading.page.page import read_page

LEAD = "The minister of transport, Ida Lund, answered questions in the hall of Norrey on Tuesday."
TALK = [
    ("Will the ferry sail again this year?", "No. Not this year."),
    ("Why?", "Because the quay is broken, and nobody has paid for a new one."),
    ("Who should pay?", "The county."),
    ("When?", "Soon."),
]
PASTED = {
    "letters": ("Q: {}", "A: {}"),
    "a letter without a colon": ("Q  {}", "MINISTER LUND:  {}"),
    "letters with points": ("Q. {}", "A. {}"),
    "names": ("Reporter: {}", "Lund: {}"),
    "names above": ("REPORTER\n{}", "LUND\n{}"),
    "bold in Markdown": ("**{}**", "{}"),
    "no labels": ("{}", "{}"),
}


@pytest.mark.parametrize("layout", PASTED)
@pytest.mark.parametrize("turns", [2, 4])
def test_a_pasted_page_keeps_short_turns_and_nothing_below_them(layout: str, turns: int) -> None:
    question, answer = PASTED[layout]
    talk = [part for asked, said in TALK[:turns] for part in (question.format(asked), answer.format(said))]
    top, foot = (
        "News\nSport\n\nLund on the ferry\n\n2 July 2025",
        "Most read\nFish is dear again\n© Norrey Post.",
    )
    text = read_page("\n\n".join([top, LEAD, *talk, foot])).text
    assert all(asked in text and said in text for asked, said in TALK[:turns])
    assert LEAD in text and "Fish" not in text and "©" not in text


def test_lines_that_only_look_like_labels_are_no_turns() -> None:
    body = " ".join(
        [LEAD, "The council will meet again in the spring, she said, once the money is there."] * 2
    )
    below = "Photo: Nora Aas.\n\nVideo: The quay.\n\nPhoto: Nora Aas.\n\nVideo: The ferry."
    assert "quay" not in read_page(f"Lund on the ferry\n\n{body}\n\n{below}").text


ANSWERS = {
    "bold": "<p><strong>{}</strong></p><p>{}</p>",
    "summary": "<details><summary>{}</summary><p>{}</p></details>",
    "a button": "<h3><button>{}</button></h3><div hidden><p>{}</p></div>",
    "modules": "<div class=qa><div class=q><p>{}</p></div><div class=a><p>{}</p></div></div>",
}


@pytest.mark.parametrize("layout", ANSWERS)
def test_a_page_of_questions_keeps_each_and_its_answer(layout: str) -> None:
    talk = "".join(ANSWERS[layout].format(*pair) for pair in TALK[:2])
    text = read_html(f"<title>Lund</title><div><h1>Lund on the ferry</h1><p>{LEAD}</p>{talk}</div>").text
    assert text.split("\n\n") == [LEAD, *(part for pair in TALK[:2] for part in pair)]

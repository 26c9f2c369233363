"""Pages of a PDF are read column by column, with paragraphs, words and headlines whole."""

from __future__ import annotations

import textwrap

import pytest

from tests.support.documents import typeset
from tui.reading.formats.pdf import read_pdf, text_of

LEFT = [
    "The town council of Merle voted on Monday to keep the old salt works open for another ten years, after a debate "
    "that lasted well into the night.",
    "“We owe it to those who work there,” said Nora Lind, who leads the council. “Nobody will be sent home this year.”",
]
RIGHT = [
    "The parliament of Sarland voted on Thursday to end the fishing treaty, with 88 votes for and 61 against, after "
    "a debate of two days.",
    "“This treaty has cost us our coast,” said Lena Ortiz, the minister of fisheries. “It ends today, and for good.”",
]
HEADLINE = "Salt works of Merle stay open for ten years, and the fishing treaty of Sarland ends"
Line = tuple[int, int, int, str]


def column(parts: list[str], x: int, width: int = 40, top: int = 740) -> list[Line]:
    lines: list[Line] = []
    for part in parts:
        for text in textwrap.wrap(part, width):
            lines.append((x, top, 10, text))
            top -= 12
        top -= 12
    return lines


def headline(width: int = 45) -> list[Line]:
    return [(40, 800 - 24 * n, 20, text) for n, text in enumerate(textwrap.wrap(HEADLINE, width))]


@pytest.mark.parametrize("by_lines", [False, True], ids=["column-by-column", "line-by-line"])
def test_columns_are_read_one_after_the_other_however_they_were_drawn(by_lines: bool) -> None:
    drawn = [*column(LEFT, 40), *column(RIGHT, 310)]
    if by_lines:
        drawn.sort(key=lambda line: (-line[1], line[0]))
    raw = typeset([*headline(), *drawn, (290, 20, 10, "7")])
    assert text_of(raw).split("\n\n") == [HEADLINE, *LEFT, *RIGHT]
    reading = read_pdf(raw)
    assert reading.headline == HEADLINE
    assert reading.text.split("\n\n") == [*LEFT, *RIGHT]


def test_three_columns_below_a_headline_of_two() -> None:
    third = [
        "The ferry to Sarl sails again from Monday, its owners said, once the pier has been looked over by divers.",
        "Who holds a ticket for the days on which it lay still may ask for the fare, or sail in autumn instead.",
    ]
    drawn = [*column(LEFT, 40, 28), *column(RIGHT, 220, 28), *column(third, 400, 28, top=790)]
    raw = typeset([(40, 770, 20, "Salt works of Merle stay open"), *sorted(drawn, key=lambda line: -line[1])])
    assert text_of(raw).split("\n\n") == ["Salt works of Merle stay open", *LEFT, *RIGHT, *third]


def test_words_and_paragraphs_are_whole_across_lines_columns_and_pages() -> None:
    first = column(
        ["The council of Merle voted to keep the salt works open for another ten years after a long consul-"],
        40,
    )
    second = column(
        [
            "tation with all who live beside the road to the harbour of Merle, its pier and its two small schools."
        ],
        40,
    )
    whole = (
        "The council of Merle voted to keep the salt works open for another ten years after a long consultation with "
        "all who live beside the road to the harbour of Merle, its pier and its two small schools."
    )
    assert text_of(typeset([*first, *((x + 270, y, size, text) for x, y, size, text in second)])) == whole
    assert text_of(typeset([*first, *((x, y - 36, size, text) for x, y, size, text in second)])) == whole


def test_a_page_of_one_column_with_a_list_stays_in_its_order() -> None:
    items = [
        "The lease of the salt works for ten years",
        "The road to the harbour",
        "The school of Merle and its roof",
    ]
    lines = [
        line
        for n, item in enumerate(items)
        for line in ((40, 600 - 14 * n, 10, "–"), (52, 600 - 14 * n, 10, item))
    ]
    raw = typeset([*column(LEFT, 40, 90), *lines])
    text = " ".join(text_of(raw).split())
    assert text == " ".join([*LEFT, *(f"– {item}" for item in items)])


def test_letters_that_a_font_puts_together_or_closer_stay_in_their_word() -> None:
    lines = [(40, 700, 30, "The \x02ood re\x01lled the harbour"), (40, 600, 30, "KERNED now.")]
    raw = typeset(lines).replace(
        b"/Encoding /WinAnsiEncoding",
        b"/Encoding << /BaseEncoding /WinAnsiEncoding /Differences [1 /fi /fl] >>",
    )
    raw = raw.replace(b"(KERNED now.) Tj", b"[(V) 150 (orstand)] TJ")
    assert text_of(raw).split() == "The flood refilled the harbour Vorstand".split()


def test_what_stands_below_a_headline_has_columns_of_its_own() -> None:
    above = [line for n in range(3) for line in column(LEFT, 40 + 180 * n, 28)]
    below = [
        line for n, part in enumerate((*LEFT, *RIGHT)) for line in column([part], 40 + 140 * n, 22, top=480)
    ]
    titles = [(40, 520, 16, "Salt works stay"), (320, 520, 16, "A treaty ends")]
    raw = typeset(sorted([*above, *below, *titles], key=lambda line: (-line[1], line[0])))
    first, second = [titles[0][3], *LEFT], [titles[1][3], *RIGHT]
    assert text_of(raw).split("\n\n") == [*LEFT * 3, *first, *second]


def test_lines_of_columns_need_not_be_level() -> None:
    drawn = [*column(LEFT, 40), *column(RIGHT, 310, top=735)]
    drawn.sort(key=lambda line: -line[1])
    assert text_of(typeset(drawn)).split("\n\n") == [*LEFT, *RIGHT]


def test_paragraphs_that_stand_little_apart_are_two() -> None:
    text = column([LEFT[0]], 40)
    again = [(x, y - 12 * len(text) - 5, size, line) for x, y, size, line in text]
    assert text_of(typeset([*text, *again])).split("\n\n") == [LEFT[0]] * 2


def test_a_line_that_is_set_lower_in_the_middle_of_a_sentence_parts_no_paragraph() -> None:
    lines = column(LEFT, 40)
    lower = [(x, y - 6 * (n >= 2), size, line) for n, (x, y, size, line) in enumerate(lines)]
    assert text_of(typeset(lower)).split("\n\n") == LEFT


def test_lines_of_a_list_that_stand_apart_are_no_paragraph() -> None:
    items = [
        (310, 740 - 18 * n, 10, text) for n, text in enumerate(("The harbour", "The pier", "The school"))
    ]
    assert text_of(typeset([*column(LEFT, 40), *items])).split("\n\n")[2:] == [text for *_, text in items]


def test_a_word_that_was_drawn_in_two_parts_is_one() -> None:
    between = (300, 700, 10, "and whole.")
    assert text_of(typeset([(40, 703, 10, "T"), between, (46, 703, 10, "he word is one")])).startswith(
        "The word"
    )


def test_a_paragraph_goes_on_on_the_next_page() -> None:
    text = LEFT[0].replace(" after", "\nafter").split("\n")
    raw = typeset(column([RIGHT[0], text[0]], 40), column([text[1], RIGHT[1]], 40))
    assert text_of(raw).split("\n\n") == [RIGHT[0], " ".join(text), RIGHT[1]]

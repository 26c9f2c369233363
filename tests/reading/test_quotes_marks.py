"""Which stretches of a text stand between quotation marks."""

from __future__ import annotations

import pytest

from tui.reading.quotes import find_quotes
from tui.reading.quotes.words.quotation_marks import find_stretches


def words(text: str) -> list[str]:
    return [text[stretch.start : stretch.end] for stretch in find_stretches(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We shall see,” she said.", ["We shall see,"]),
        ('"We shall see," she said.', ["We shall see,"]),
        ("«On verra», dit-elle.", ["On verra"]),
        ("„Wir werden sehen“, sagte sie.", ["Wir werden sehen"]),
        ("»Wir werden sehen«, sagte sie.", ["Wir werden sehen"]),
        ("‘We shall see,’ she said.", ["We shall see,"]),
        ("'We shall see,' she said.", ["We shall see,"]),
        ('“We shall see," she said. "Soon.”', ["We shall see,", "Soon."]),
        ('"Yes," he said. “No,” she said. «Peut-être», dit-il.', ["Yes,", "No,", "Peut-être"]),
    ],
)
def test_every_kind_of_mark_is_read_alone_or_mixed(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The minister's plan won't pass, the voters' choice isn't theirs.",
        "The minister’s plan won’t pass in the ’90s, the voters’ choice isn’t theirs.",
        "He is 6'2\" tall and rocks ’n’ rolls.",
    ],
)
def test_apostrophes_and_inches_are_no_marks(text: str) -> None:
    assert words(text) == []


def test_apostrophes_inside_a_quote_do_not_end_it() -> None:
    assert words("‘It isn’t ours,’ he said. ‘It’s theirs.’") == ["It isn’t ours,", "It’s theirs."]


def test_a_quote_within_a_quote_belongs_to_it() -> None:
    assert words("“She told me ‘never again’ and left,” he said.") == ["She told me ‘never again’ and left,"]
    assert words("“She called it “a shame” and left,” he said.") == ["She called it “a shame” and left,"]


def test_a_missing_closing_mark_ends_with_the_paragraph() -> None:
    text = "“We have no plan for that.\n\nThe “plan” came later."
    assert words(text) == ["We have no plan for that.", "plan"]


def test_an_opening_mark_on_each_paragraph_carries_a_speech_on() -> None:
    text = "“First point.\n\n“Second point.\n\n“Third point,” he said."
    stretches = find_stretches(text)
    assert words(text) == ["First point.", "Second point.", "Third point,"]
    assert [stretch.continues for stretch in stretches] == [False, True, True]
    assert [stretch.closed for stretch in stretches] == [False, False, True]


def test_a_mark_turned_the_wrong_way_is_read_as_meant() -> None:
    assert words("“We shall see,“ she said.") == ["We shall see,"]


def test_beside_double_marks_single_ones_need_a_verb_of_saying_or_a_name_before_a_colon() -> None:
    body = "\n\n“Enough,” the mayor said.\n\n‘We have had enough of it,’ she added."
    assert words("Mayor has ‘had enough of it all’" + body) == ["Enough,", "We have had enough of it,"]
    said = ["Enough is enough now", "Enough,", "We have had enough of it,"]
    assert words("Mayor: ‘Enough is enough now’" + body) == said
    assert words("‘Enough is enough now’, says mayor" + body) == said


def test_offsets_are_those_of_the_words_without_the_marks() -> None:
    text = "He said: “ Perhaps. ”"
    (stretch,) = find_stretches(text)
    assert text[stretch.start : stretch.end] == "Perhaps."
    assert text[stretch.outer_start] == "“"
    assert text[stretch.outer_end - 1] == "”"


@pytest.mark.parametrize(("opens", "closes"), [("“", "”"), ("‘", "’"), ("'", "'"), ('"', '"')])
def test_who_says_the_last_paragraph_of_a_speech_says_those_it_goes_on_from(opens: str, closes: str) -> None:
    parts = (
        "We went to the river. It was cold.",
        "The boat had gone.",
        f"It came back,{closes} Ada Renn said.",
    )
    text = "\n\n".join(f"{opens}{part}" for part in parts)
    found = [(one.text, one.entity) for one in find_quotes(text, spans="all")]
    assert found == [
        ("We went to the river. It was cold.", "Ada Renn"),
        ("The boat had gone.", "Ada Renn"),
        ("It came back,", "Ada Renn"),
    ]


def test_a_paragraph_that_a_single_mark_leaves_open_goes_on_with_the_speaker_before() -> None:
    text = "‘We went to the river,’ Ada Renn said. ‘It was cold.\n\n‘The boat had gone. We didn’t wait.’"
    assert [one.entity for one in find_quotes(text, spans="all")] == ["Ada Renn"] * 3


def test_an_apostrophe_that_leads_a_word_opens_no_speech_though_another_begins_the_next_paragraph() -> None:
    text = "The '90s were loud, and 'Twas the night was read by all\n\n'Tis the season, they thought."
    assert find_quotes(text) == []

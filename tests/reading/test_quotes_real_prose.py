"""What agencies and newspapers do that no rule foresaw: marks typed otherwise, offices in a row, who is only spoken of."""

from __future__ import annotations

import pytest

from tests.support.sayings import reported, said
from tui.core.model import SURE_ENOUGH
from tui.reading.quotes import find_quotes


def test_two_typed_apostrophes_are_a_double_mark_where_an_article_has_no_other() -> None:
    text = "''We waited,'' Ada Renn said, a hint of fear in her voice. ''It was late,'' she added; it didn't help."
    assert said(text)[:2] == [("We waited,", "Ada Renn"), ("It was late,", "Ada Renn")]
    assert all(one.kind != "indirect" for one in find_quotes(text, spans="all"))


def test_two_single_marks_close_what_a_double_one_opens() -> None:
    text = "“It was an attempt to mislead us,’’ Ivo Stern, head of a council, told the Ledger. “And I think it is wrong.”"
    assert said(text) == [
        ("It was an attempt to mislead us,", "Ivo Stern"),
        ("And I think it is wrong.", "Ivo Stern"),
    ]


@pytest.mark.parametrize("manner", ["a hint of fear in her voice", "a smile on her lips"])
def test_how_somebody_looks_who_speaks_is_not_said(manner: str) -> None:
    assert reported(f"“We waited,” Ada Renn said, {manner}. “It was late.”") == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The krone may fall, said Ivo Stern, chief economist and head of research at Holm Bank.", "Ivo Stern"),
        ("Norland News Editor-in-Chief Ivo Stern said it was late.", "Ivo Stern"),
        ("Army Commander-in-Chief Ivo Stern said it was late.", "Ivo Stern"),
        ("Health bosses said that 28 people had left.", "Health bosses"),
        ("Ada Renn, a stolid woman, is accused by critics of promoting high taxes.", "critics"),
        ("Prosecutors named three men who police allege had “a part in the murder of a guard.”", "police"),
        ("Norland arrested a man who officials say “wanted to burn the port”.", "officials"),
        ("Ada Renn objected. “It made up the first seven pages,” referring to the World Court.", "Ada Renn"),
    ],
)  # fmt: skip
def test_who_says_it_is_one_and_no_more_than_they_are(text: str, who: str) -> None:
    assert [entity for _, entity in said(text)] == [who]


def test_what_leads_a_sentence_in_is_nobodys_name() -> None:
    (found,) = find_quotes(
        "Due to the extent of the injury doctors said he would need six months.", spans="all"
    )
    assert found.entity != "Due"
    assert found.confidence < SURE_ENOUGH


@pytest.mark.parametrize("opening", ["With that said", "That said", "That being said", "Having said that"])
def test_that_said_reports_nothing(opening: str) -> None:
    assert said(f"{opening}, the best part about the port is that you can swim without paying.") == []


def test_a_doubt_goes_on_with_both_who_are_doubted() -> None:
    text = "Traders cited the doubt over whether Norland and Sudland could agree to end the war."
    assert reported(text) == ["the doubt over whether Norland and Sudland could agree to end the war"]


def test_what_a_source_is_called_is_none_of_what_is_according_to_it() -> None:
    text = "According to Holm Direct, an online franchise aggregator, the following firms are the best."
    assert said(text) == [("the following firms are the best", "Holm Direct")]


def test_what_one_says_of_two_is_not_that_of_the_first() -> None:
    text = "It is a list that Riga insists does not exist and Velm has “mislaid”, as Ada Renn put it."
    assert said(text)[-1] == ("mislaid", "Ada Renn")

"""Who said what in readouts: offices in capitals, both of two, what the sides noted."""

from __future__ import annotations

import pytest

from tests.support.sayings import last, reported
from tui.reading.quotes import find_quotes


def speakers(text: str) -> list[str]:
    """Return who says each quote of a text, marked or not."""
    return [quote.entity for quote in find_quotes(text, spans="all")]


@pytest.mark.parametrize("office", ["The High Representative", "HR/VP Lund", "The HR/VP", "HRVP Lund"])
def test_two_offices_joined_by_a_stroke_are_titles_of_their_holder(office: str) -> None:
    text = (
        f"High Representative/Vice-President Ida Lund rang up Olaf Roth. {office} stressed that it was late."
    )
    assert last(text) == "Ida Lund"


def test_both_are_the_two_who_met() -> None:
    text = "President Ida Lund met Minister Olaf Roth. Both agreed that the talks would go on."
    assert find_quotes(text, spans="all")[-1].speakers == ("Ida Lund", "Olaf Roth")


def test_both_are_not_two_of_three() -> None:
    text = "President Ida Lund met Ministers Olaf Roth and Nora Aas. Both agreed that the talks would go on."
    assert "Ida Lund" not in find_quotes(text, spans="all")[-1].speakers


def test_offices_without_holders_are_not_one_another() -> None:
    text = (
        "The Prime Minister said it was late. The Foreign Minister said it was not. The Secretary General said it was so. "
        "The Prime Minister said that was all."
    )
    assert speakers(text) == ["Prime Minister", "Foreign Minister", "Secretary General", "Prime Minister"]


def test_a_surname_with_an_office_is_its_holder() -> None:
    text = "The Prime Minister rang up President Lund of Norland. The President said that the road was shut."
    assert last(text) == "Lund"


def test_mr_king_is_no_king() -> None:
    assert speakers("Mr King said it was late. Mrs King said it was not.") == ["King", "King"]


@pytest.mark.parametrize(
    "verb", "emphasised emphasized stressed underlined underscored reiterated affirmed reaffirmed".split()
)
def test_what_is_stressed_beside_what_is_only_discussed_is_reported(verb: str) -> None:
    raids, told = "that such raids must end", "that invitations had been sent to all"
    assert reported(f"The two discussed the raids, and the Secretary {verb} {raids}.") == [raids]
    assert reported(f"Olaf Roth informed the mayor about preparations and {verb} {told}.")[-1:] == [told]


@pytest.mark.parametrize("verb", ["noted", "said"])
def test_two_things_that_one_speaker_says_are_two(verb: str) -> None:
    assert reported(f"Ida Lund noted that trade had doubled in three years and {verb} that it was late.") == [
        "that trade had doubled in three years",
        "that it was late",
    ]


def test_what_is_stressed_may_be_any_thing_and_one_that_is_highlighted_beside_it_is_another() -> None:
    text = (
        "Ida Lund reaffirmed the town's keenness to build and highlighted that the door would not stay open."
    )
    assert reported(text) == ["the town's keenness to build", "the door would not stay open"]
    assert not reported("The storm underlined the need for a longer pier.")


def test_an_office_whose_holder_is_named_further_down_is_that() -> None:
    text = (
        "The Prime Minister spoke to the Premier of New Caledonia this morning. The Prime Minister said that help was on "
        "its way. She confirmed that a ship would come. A spokesperson said that the Prime Minister, Ida Lund, was glad."
    )
    assert speakers(text)[:2] == ["Ida Lund", "Ida Lund"]

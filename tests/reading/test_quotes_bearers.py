"""Who bears an office for which nobody was named when it was first told of."""

from __future__ import annotations

import pytest

from tests.support.sayings import last
from tui.core.model import SURE_ENOUGH
from tui.reading.quotes import find_quotes


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "The strike surprised Norway's own transport minister. “I read it on the tram,” Vera Holm told the radio. "
            "Would she resign? “There is no tram for that,” the transport minister said.",
            "Vera Holm",
        ),
        (
            "The mayor is against it. “Boats first,” Emil Sand said on the quay.\n\nSweden's energy minister "
            "wants it all the same. Britta Ek told a paper that it was “late”. His Swedish colleague had a map, "
            "the mayor said.",
            "Emil Sand",
        ),
        (
            "Their transport minister, a retired pilot called Vera Holm, walked along the line. “Rust,” the minister said.",
            "Vera Holm",
        ),
    ],
)
def test_who_is_named_right_behind_an_office_bears_it_further_down_too(text: str, who: str) -> None:
    assert last(text) == who


def test_so_it_is_never_sure() -> None:
    text = "The mayor is against it. “Never,” Emil Sand said. It rained. “Not in a hundred years,” the mayor said."
    found = find_quotes(text)[-1]
    assert found.entity == "Emil Sand"
    assert found.confidence < SURE_ENOUGH


def test_a_name_belongs_to_the_office_told_of_last_before_it() -> None:
    text = (
        "Norland's deputy foreign minister told her that it was an insult. The foreign minister stood by her. "
        "“She only answered,” said Emil Sand."
    )
    assert find_quotes(text, spans="all")[0].entity == "Norland's deputy foreign minister"


def test_who_speaks_for_another_gives_nobody_a_name() -> None:
    text = (
        "The envoy to Norland has resigned, the council's spokesperson said.\n\nVera Holm cited her health. “I am "
        "tired,” the envoy wrote."
    )
    assert find_quotes(text, spans="all")[0].entity == "the council's spokesperson"


def test_his_colleague_is_who_answers() -> None:
    text = (
        "Norland's minister, Emil Sand, met Sweden's minister, Karl Ek. Ek told the radio he would come “by bus”.\n\n"
        "It snowed. His Norland colleague had heard of it. “There is no bus,” he said."
    )
    assert last(text) != "Karl Ek"


def test_a_town_holds_no_office() -> None:
    text = "In Norwick, the harbour minister stood by her. “No,” said Emil Sand. Later the minister said that it rained."
    assert last(text) == "Emil Sand"


def test_one_of_several_is_told_whole() -> None:
    text = "The head of one of the firms involved, who was there, said that the price was wrong."
    assert last(text) == "the head of one of the firms involved"


@pytest.mark.parametrize(
    "told",
    [
        "Lukas Oren, who heads the energy ministry, was in Norwick.",
        "Lukas Oren, who has run the ministry of energy since 2024, was in Norwick.",
        "Lukas Oren took over as energy minister last year.",
        "Lukas Oren was named energy minister last year.",
        "Lukas Oren, who was sworn in as energy minister in spring, has no party.",
    ],
)
def test_who_is_told_further_down_to_head_the_ministry_is_the_minister(told: str) -> None:
    found = find_quotes(f"“The grid will hold,” the energy minister said on Monday.\n\nIt rained.\n\n{told}")
    assert [one.entity for one in found] == ["Lukas Oren"]


@pytest.mark.parametrize(
    "told",
    [
        "Lukas Oren, who heads the finance ministry, was in Norwick.",
        "Lukas Oren, who ran the energy ministry until May, was in Norwick.",
        "Lukas Oren, who wants to become energy minister, was in Norwick.",
        "Lukas Oren, the deputy energy minister, was in Norwick.",
        "Lukas Oren, who heads the choir of the energy ministry, was in Norwick.",
    ],
)
def test_who_heads_another_or_did_once_is_not(told: str) -> None:
    found = find_quotes(f"“The grid will hold,” the energy minister said on Monday.\n\nIt rained.\n\n{told}")
    assert [one.entity for one in found] == ["the energy minister"]


def test_a_state_whose_body_somebody_heads_is_nobody() -> None:
    found = find_quotes("Ida Lund, who heads Denmark's coast guard, left. “No,” the leader said.")[-1]
    assert found.entity == "Ida Lund"
    assert found.confidence > SURE_ENOUGH


_REPORTS = "The foreign minister dismissed reports of a deal. The minister, Ivo Kun, was in Norwick."


def test_the_minister_named_further_down_is_the_only_one_told_of_though_not_surely() -> None:
    found = find_quotes(_REPORTS, spans="all")[0]
    assert found.entity == "Ivo Kun"
    assert found.confidence < SURE_ENOUGH
    other = _REPORTS.replace("The minister,", "The interior minister met the miners. The minister,")
    assert find_quotes(other, spans="all")[0].entity == "The foreign minister"


@pytest.mark.parametrize(
    "told",
    [
        "Ivo Kun listened to the miners for two days.",
        "Ivo Kun, who took office in May, has no party.",
        "Ivo Kun, 51, has no party.",
    ],
)
def test_who_does_something_right_behind_an_office_bears_it_though_not_surely(told: str) -> None:
    found = find_quotes(f"“I have come to listen,” the Dutch energy minister said.\n\n{told}")[0]
    assert found.entity == "Ivo Kun"
    assert found.confidence < SURE_ENOUGH


@pytest.mark.parametrize(
    "told",
    [
        "Ivo Kun, who runs a bakery, was there.",
        "It rained. Ivo Kun bought candles all the same.",
        "The mayor thanked her. Ivo Kun bought candles all the same.",
        "For Ivo Kun this is not enough.",
        "The mayor, Siri Dahl, was silent. Ivo Kun, a baker, was not.",
    ],
)
def test_who_is_told_to_be_something_else_or_stands_apart_does_not(told: str) -> None:
    found = find_quotes(f"“I have come to listen,” the Dutch energy minister said.\n\n{told}")[0]
    assert found.entity == "the Dutch energy minister"


def test_another_who_is_named_with_an_office_of_his_own_may_stand_between() -> None:
    text = "Norway's energy minister said the pipe was dry; his Danish counterpart, Siri Dahl, said so too. Ivo Kun left."
    assert find_quotes(text, spans="all")[0].entity == "Ivo Kun"


def test_he_is_not_a_woman_who_is_named_behind_her_office() -> None:
    text = "When the Swedish envoy arrived, General Emil Sand had spoken. The talks, he said, were off. Ingela Holm said no."
    assert find_quotes(text, spans="all")[0].entity == "Emil Sand"


def test_who_is_named_behind_a_semicolon_bears_the_office_before_it() -> None:
    text = "In Baku the energy minister said that gas was dear; {} gave no figure."
    assert find_quotes(text.format("Elmar Soy"), spans="all")[0].entity == "Elmar Soy"
    assert find_quotes(text.format("Elmar Soy, a baker,"), spans="all")[0].entity == "the energy minister"


def test_of_two_firms_the_firm_is_the_one_told_of_last_with_a_doubt() -> None:
    told = "The law firm Holm Berg was raided. “No,” the law firm Kolb Stern said. Then Holm Berg spoke."
    found = find_quotes(f"{told}\n\nThe firm said it was “sorry”.")[-1]
    assert (found.entity, found.confidence < SURE_ENOUGH) == ("Holm Berg", True)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Fund's mission chief for Norland, Ida Lund, warned that it was late.", "Ida Lund"),
        ("The Fund's mission chief in Norwick, Ida Lund, warned that it was late.", "Ida Lund"),
        ("The Fund's mission chief warned that it was late.", "The Fund's mission chief"),
        ("The Fund's mission for Norland warned that it was late.", "Fund's mission for Norland"),
        ("The Fund's chief executive for Norland, Ida Lund, warned that it was late.", "Ida Lund"),
    ],
)
def test_a_mission_chief_for_a_state_is_who_is_named_behind(text: str, who: str) -> None:
    assert last(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Tom Lund built it, and his son Ned Lund ran it. The younger Mr Lund said it was “done”.",
            "Ned Lund",
        ),
        ("Hal Lund and his daughter Jean Lund spoke. The elder Lund called it “odd”.", "Hal Lund"),
        ("Amir Lund took over from his father, Basil Lund. The younger Lund called it “odd”.", "Amir Lund"),
        ("Amir Lund took over from his father, Basil Lund. Mr Lund senior called it “odd”.", "Basil Lund"),
        ("Rosa Lund, 71, and Leo Lund, 34, run the inn. The younger Lund called it “odd”.", "Leo Lund"),
    ],
)
def test_the_younger_and_the_elder_of_one_surname_are_told_apart(text: str, who: str) -> None:
    assert find_quotes(text)[-1].entity == who


def test_where_nothing_tells_who_is_the_younger_nobody_is_taken_for_it() -> None:
    (quote,) = find_quotes("Rosa Lund and Leo Lund run the inn. The younger Lund called it “odd”.")
    assert quote.entity == "Lund"
    assert quote.confidence < SURE_ENOUGH

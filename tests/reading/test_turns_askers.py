"""Who asks in a transcript whose questions have no names on their labels."""

from __future__ import annotations

import pytest

from tui.core.model import SURE_ENOUGH
from tui.reading.quotes import find_quotes

TALK = (
    "Press conference by the Commissioner, Vera Holm, in Oslo\n\n"
    "Q. Thank you very much. Emil Sand, Norwick Radio. Is there a majority?\n\nA. There will be one by June.\n\n"
    "Q. You said so in April.\n\nA. Then I am consistent.\n\n"
    "Q. Odd Berg, the Harbour Post. Will Chad be invited?\n\nA. The letter left this morning.\n"
)


def test_thanks_before_a_name_do_not_hide_who_asks() -> None:
    assert find_quotes(TALK, spans="all")[0].entity == "Emil Sand"


def test_a_question_more_is_of_who_asked_last_but_never_sure() -> None:
    more = find_quotes(TALK, spans="all")[2]
    assert more.entity == "Emil Sand"
    assert more.confidence < SURE_ENOUGH


_SCENE = (
    "Captain Ida Lund spent nine years on the ice. We meet in a café above the port.\n\n"
    "The storm was nine days ago. Is there still a road?\n\nThere is ice, and I believe in it.\n\n"
    "The mayor promised Monday.\n\n{first}\n\n"
    "Who moved the poles?\n\nYou want me to lose my post? I saw a boat.\n\n{then}"
    "The coast guard says that it was never asked.\n\nIt was asked in May, by our office.\n\n"
    "And if it says no?\n\nThen we shall go anyway."
)


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("Mayors promise, roads open.", "She laughs, then looks for a long while at a ship.\n\n"),
        ("He promises much, roads open.", ""),
    ],
)
def test_what_an_interviewer_sees_is_no_answer_and_leaves_the_turns_as_they_are(
    first: str, then: str
) -> None:
    found = find_quotes(_SCENE.format(first=first, then=then), spans="all")
    turns = [(one.text, one.entity) for one in found if "interview" in one.why]
    assert [speaker for _, speaker in turns] == ["the interviewer", "Ida Lund"] * 5
    assert turns[3][0] == first
    assert not any("at a ship" in words for words, _ in turns)


def test_an_interview_that_its_headline_tells_of_begins_at_once_and_an_answer_may_ask() -> None:
    talk = (
        "Captain, your crew says you will not sail.\n\nI am asking who pays if the mast breaks.\n\n"
        "The yard calls that unlikely.\n\nThen it will surely sign.\n\n"
        "Did the mayor offer you a tug?\n\nHe offered me coffee, and I drank it. But whose tug?\n\n"
        "Will you sail in June?\n\nAsk me in June."
    )
    found = find_quotes(talk, spans="all", headline="“I have seen no tug”: interview with Captain Ida Lund")
    assert [one.text for one in found] == talk.split("\n\n")
    assert [one.entity for one in found] == ["the interviewer", "Ida Lund"] * 4
    assert not any(one.confidence >= SURE_ENOUGH for one in found[1::2])
    told = find_quotes(talk, spans="all", headline="Captain Ida Lund stays in port")
    assert not any("interview" in one.why for one in told[:3])

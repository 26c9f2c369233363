"""Who asks in a transcript whose questions have no names on their labels."""

from __future__ import annotations

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

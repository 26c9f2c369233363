"""Whose a post is: by what it is signed with, by whose "his post" is, by whom its words are about."""

from __future__ import annotations

import pytest

from tests.support.sayings import last
from tui.core.model import SURE_ENOUGH
from tui.reading.quotes import find_quotes


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "A word from Brussels, where the commissioner is watching:\n\n"
            "“Norway need only ask, and it has asked.” — Emil Sand",
            "Emil Sand",
        ),
        (
            "“We counted to nine,” Vera Holm wrote in a group.\n\n“The harbour is ours, and the hill is ours.” — "
            "Statement by the group ODIN, passed on by a courier, 4 May",
            "ODIN",
        ),
    ],
)
def test_a_post_is_of_whom_it_is_signed_by(text: str, who: str) -> None:
    assert last(text) == who


def test_his_post_is_of_whom_the_sentence_before_is_about() -> None:
    text = (
        "“Nice boat,” wrote Senator Arkady Sand on Telegram. The minister, Odd Holm, answered him at once. "
        "“It floats,” his post read."
    )
    assert last(text) == "Odd Holm"


def test_who_quotes_a_post_and_writes_below_it_writes() -> None:
    text = "The minister had posted a map. Vera Holm quoted the post and wrote: “It is upside down.”"
    assert last(text) == "Vera Holm"


def test_a_ruling_that_is_judged_does_not_speak() -> None:
    text = "The ministry in Ankara took another tone. The ruling was “hasty”, it said in a message on X."
    assert "ruling" not in last(text)


@pytest.mark.parametrize("signed", ["– Ada Lund (@ada) July 2, 2025", "— Ada Lund, mayor of Port Holm"])
def test_who_signs_is_sure_however_short_the_words(signed: str) -> None:
    (found,) = find_quotes(f"The lamp failed again.\n\n“Songs run out.” {signed}\n\nNobody replied.")
    assert found.entity == "Ada Lund" and found.confidence >= SURE_ENOUGH


@pytest.mark.parametrize("signed", ["\n― Ada Lund", "\n— Ada Lund, mayor of Port Holm", "\n\n- Ada Lund"])
@pytest.mark.parametrize("words", ["Songs run out.", "Songs run out, but the river never does."])
def test_who_signs_in_the_line_below_said_it(words: str, signed: str) -> None:
    text = f"Mayor Bo Skov opened the fair and thanked all.\n\n“{words}”{signed}\n\nNobody replied."
    (found,) = find_quotes(text)
    assert found.entity == "Ada Lund" and found.confidence >= SURE_ENOUGH


@pytest.mark.parametrize("signed", ["\n\n— a clerk at the harbour office", " — a senior official in Riga"])
def test_who_signs_without_a_name_said_it_and_nobody_before(signed: str) -> None:
    words = "“Songs run out, but the river never does.”"
    text = f"“The fair is open,” Mayor Bo Skov said.\n\n{words}{signed}\n\nNobody replied."
    assert find_quotes(text)[-1].entity == signed.strip("\n— ")


@pytest.mark.parametrize(
    "below",
    [
        "- Ada Lund, mayor\n- Odd Holm, poet",
        "- Ada Lund said no.",
        "- Ada Lund came with nine friends and their four dogs, and left late.",
    ],
)
def test_a_point_of_a_list_signs_nothing(below: str) -> None:
    text = f"Mayor Bo Skov spoke. He was glad.\n\n“The river never runs out of songs,” he said.\n{below}"
    assert "Lund" not in find_quotes(text)[0].entity
    text = f"Mayor Bo Skov spoke. He was glad.\n\n“The river never runs out of songs.”\n{below}"
    assert not any(one.entity == "Ada Lund" and one.confidence >= SURE_ENOUGH for one in find_quotes(text))

"""A saying that a sentence denies, asks, supposes or has by hearsay: nobody said it, or it bears a `?`."""

from __future__ import annotations

import pytest

from tui.core.model import SURE_ENOUGH
from tui.reading.quotes import find_quotes


@pytest.mark.parametrize(
    "text",
    [
        "Ivo Stern should have said that the harbour was closed.",
        "Ivo Stern ought to have told the board that the harbour was closed.",
        "Ivo Stern must say that the harbour is closed.",
        "It is not true that Ivo Stern said the harbour was closed.",
        "There is no evidence that Ivo Stern said that the harbour was closed.",
        "Has Ivo Stern said that the harbour is closed?",
        "Did Mayor Ivo Stern say that the harbour is closed?",
        "Had Ivo Stern said that the harbour was closed, the fleet would have turned back.",
        "If Ivo Stern says that the harbour is closed, the fleet will turn back.",
        "Nobody knows whether Ivo Stern said that the harbour was closed.",
        "Whether or not Ivo Stern said that the harbour was closed, it was.",
        "The fleet will sail unless Ivo Stern says that the harbour is closed.",
        "Until Ivo Stern says that the harbour is closed, the fleet will sail.",
        "Nor has Ivo Stern said that the harbour is closed.",
        "Reports that Ivo Stern had said the harbour was closed were denied by Riga.",
        "Media reports that Ivo Stern said the harbour was closed were denied by Riga.",
        "Contrary to what Ivo Stern said, the harbour was open.",
        "Unlike what Ivo Stern said, the harbour was open.",
        "Ivo Stern wants her to say that the harbour is closed.",
    ],
)
def test_what_is_only_supposed_to_be_said_is_nobodys(text: str) -> None:
    assert not find_quotes(text, spans="all")


@pytest.mark.parametrize(
    "text",
    [
        "Why did Ivo Stern say that the harbour is closed?",
        "Only then did Ivo Stern say that the harbour is closed.",
        "The fleet waited until Ivo Stern said that the harbour is closed.",
        "There is no doubt that Ivo Stern said that the harbour is closed.",
        "Even if it rains, Ivo Stern said that the harbour is closed.",
        "Has the fleet sailed? Ivo Stern said that the harbour is closed.",
        "Ivo Stern wanted to leave and said that the harbour is closed.",
        "The Norwick Star reports that Ivo Stern said that the harbour is closed.",
        "The Associated Press reports that Ivo Stern said that the harbour is closed.",
        "The media reports that Ivo Stern said that the harbour is closed.",
    ],
)
def test_what_a_question_or_condition_stands_beside_is_said(text: str) -> None:
    (one,) = [each for each in find_quotes(text, spans="all") if each.text == "that the harbour is closed"]
    assert one.entity == "Ivo Stern"
    assert one.confidence >= SURE_ENOUGH


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Ivo Stern denied having said that the harbour was closed.",
            "having said that the harbour was closed",
        ),
        (
            "Ivo Stern denied ever having told the board that it was closed.",
            "having told the board that it was closed",
        ),
        ("Ivo Stern denied saying that the harbour was closed.", "saying that the harbour was closed"),
    ],
)
def test_what_somebody_denies_having_said_is_denied(text: str, said: str) -> None:
    assert [(one.text, one.polarity) for one in find_quotes(text, spans="all")] == [(said, "denied")]


@pytest.mark.parametrize(
    "text",
    [
        "Ivo Stern has been accused of saying that the harbour was closed.",
        "Ivo Stern is alleged to have said that the harbour was closed.",
        "Ivo Stern reportedly said that the harbour was closed.",
        "There were rumours that Ivo Stern had said that the harbour was closed.",
        "If Ivo Stern says the harbour is “closed for good”, the fleet will turn back.",
        "“The harbour is closed” is not what Ivo Stern said.",
        "“Close the harbour,” Ivo Stern wants her to say.",
        "“Close the harbour,” Ivo Stern would have liked to say.",
    ],
)
def test_hearsay_bears_a_question_mark(text: str) -> None:
    (one,) = find_quotes(text, spans="all")
    assert one.confidence < SURE_ENOUGH


@pytest.mark.parametrize(
    "text",
    [
        "“The harbour is closed” was what Ivo Stern said.",
        "The fleet left after a report that Ivo Stern called “late and wrong”.",
        "“Close the harbour,” said Ivo Stern, who wanted to leave.",
    ],
)
def test_words_beside_such_a_clause_bear_none(text: str) -> None:
    assert (
        next(one for one in find_quotes(text, spans="all") if one.kind != "indirect").confidence
        >= SURE_ENOUGH
    )


def test_what_somebody_likes_to_say_is_said() -> None:
    found = find_quotes("Ida Lund liked to say that the harbour was open.", spans="all")
    assert [(one.text, one.entity) for one in found] == [("that the harbour was open", "Ida Lund")]

"""What is said around a cue and beside it, as longer articles have it: clauses that go on, and those who are told."""

from __future__ import annotations

import pytest

from tests.support.sayings import said
from tui.core.model import SURE_ENOUGH
from tui.reading.quotes import find_quotes


@pytest.mark.parametrize(
    ("rest", "goes_on"),
    [
        ("and they feel no need of them", True),
        ("and will keep the tapes", True),
        ("and she saw him to the door", False),
        ("and would not take questions", False),
        ("and had left by then", False),
    ],
)
def test_what_goes_on_behind_a_cue_between_commas(rest: str, goes_on: bool) -> None:
    found = said(f"The office will send the tapes, Ida Lund said, {rest}.")
    assert found[0] == ("The office will send the tapes", "Ida Lund")
    assert (found[1:] == [(rest, "Ida Lund")]) is goes_on


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (
            "Norland was accused on Thursday by its neighbour Sudland of sending balloons over Norwick.",
            "sending balloons over Norwick",
            "Sudland",
        ),
        ("Olaf Roth was warned by Ida Lund that the pier was weak.", "the pier was weak", "Ida Lund"),
        ("Olaf Roth was asked by the mayor, Ida Lund, to leave.", "to leave", "Ida Lund"),
        (
            "Olaf Roth was warned by the speaker of parliament, Ida Lund, that the pier was weak, two sources told it.",
            "the pier was weak",
            "Ida Lund",
        ),
        ("The men, whom Ida Lund urged to leave, stayed.", "to leave", "Ida Lund"),
        (
            "Judge Olaf Roth refused to hold a trader whom Ida Lund had called “the bookkeeper of the quay”.",
            "the bookkeeper of the quay",
            "Ida Lund",
        ),
    ],
)
def test_words_are_of_who_does_it_not_of_whom_it_is_done_to(text: str, words: str, who: str) -> None:
    assert said(text) == [(words, who)]


@pytest.mark.parametrize(
    "text",
    [
        "The minister whom Ida Lund accused of lying left on Friday.",
        "Olaf Roth was warned by the weather.",
        "Ida Lund, whom both had courted, left.",
    ],
)
def test_nothing_is_said_where_somebody_is_only_told_of(text: str) -> None:
    assert not said(text)


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (
            "Ida Lund, the mayor, met Governor Olaf Roth at talks in Norwick. They agreed to keep in close contact.",
            "to keep in close contact",
            "Ida Lund; Olaf Roth",
        ),
        (
            "Mayor Ida Lund requested that the office resume its visits to Norwick.",
            "the office resume its visits to Norwick",
            "Ida Lund",
        ),
        ("The Norwick Bank reported nine thefts since Sunday.", "nine thefts since Sunday", "Norwick Bank"),
        ("Mayor Ida Lund did not exclude an appeal.", "an appeal", "Ida Lund"),
        (
            "President Ida Lund met Olaf Roth. The Head of State proposed that flights between Norwick and Norrey begin.",
            "flights between Norwick and Norrey begin",
            "Ida Lund",
        ),
    ],
)
def test_decisions_requests_and_counts_are_heard(text: str, words: str, who: str) -> None:
    assert said(text) == [(words, who)]


@pytest.mark.parametrize(
    "text",
    [
        "The companies agreed to a ceasefire.",
        "Mayor Ida Lund agreed to leave.",
        "Mayor Ida Lund did not exclude women.",
        "Mayor Ida Lund did not exclude the army from the talks.",
        "Mayor Ida Lund reported to the police.",
    ],
)
def test_deeds_are_no_words(text: str) -> None:
    assert not said(text)


def test_points_that_name_who_makes_them_are_theirs() -> None:
    text = (
        "Mayor Ida Lund met Olaf Roth, and the following was discussed:\n\n• Mr Roth confirmed that the pier was weak;\n"
        "• the delegations agreed that the ferry would sail again."
    )
    assert said(text) == [
        ("that the pier was weak", "Olaf Roth"),
        ("that the ferry would sail again", "the delegations"),
    ]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Doctors Without Borders said it was weak.", "Doctors Without Borders"),
        ("Circle & Crown said it was weak.", "Circle & Crown"),
        ("Ida Lund & Olaf Roth said it was weak.", "Olaf Roth"),
        (
            "The Argentine Society of Infectious Diseases said it was weak.",
            "Argentine Society of Infectious Diseases",
        ),
        (
            "Ida Lund met Olaf Roth, Minister for Foreign Affairs of Ethiopia. The Minister said it was weak.",
            "Olaf Roth",
        ),
        (
            "Ida Lund met Olaf Roth, the Foreign Minister of Norway. The Minister said it was weak.",
            "Olaf Roth",
        ),
        (
            "Ida Lund, Minister of Justice, met Olaf Roth, Minister for Foreign Affairs. The Minister said it was weak.",
            "The Minister",
        ),
        (
            "From the UN Secretary-General\n\nThe Secretary-General, Ida Lund, met Olaf Roth. The Secretary-General said"
            " it was weak.",
            "Ida Lund",
        ),
        (
            "UN Secretary-General Ida Lund met NATO Secretary-General Olaf Roth. The Secretary-General said it was weak.",
            "The Secretary-General",
        ),
    ],
)
def test_names_are_whole_and_offices_are_of_who_holds_them(text: str, who: str) -> None:
    assert said(text) == [("it was weak", who)]


def test_no_other_minister_is_the_prime_minister() -> None:
    text = (
        "The works minister, Ida Lund, told the Post that it was late. The prime minister said she was right."
    )
    assert said(text)[-1] == ("she was right", "The prime minister")


def test_what_is_told_goes_on_behind_whom_it_is_according_to() -> None:
    text = "Olaf Roth met Ida Lund. He assured her, according to the same statement, that it was late."
    assert said(text) == [("it was late", "Olaf Roth")]
    assert said("Ida Lund warned both sides not to leave.") == [("not to leave", "Ida Lund")]


def test_what_was_agreed_is_nobodys_alone() -> None:
    text = "Ida Lund met Olaf Roth. It was agreed that the pier would be mended."
    assert said(text)[0][1] == ""
    assert not said("Ida Lund met Olaf Roth. It was expected that the pier would be mended.")


def test_the_new_president_may_be_another_than_the_one_who_was_told_of() -> None:
    before = "President Olaf Roth fell on Thursday. The vice president, Nora Aas, was sworn in on Friday. "
    found = find_quotes(before + "The new president promised a government of few words.", spans="all")
    assert found[0].confidence < SURE_ENOUGH
    found = find_quotes("Norwick has a new mayor, Ida Lund. The new mayor said it was late.", spans="all")
    assert found[0].entity == "Ida Lund" and found[0].confidence >= SURE_ENOUGH


def test_he_is_whom_the_sentence_is_said_to_be_about() -> None:
    before = "Ivo Stern spoke for an hour. He was tired. As for Olaf Roth, "
    assert said(before + "he told the Post that it was late.") == [("that it was late", "Olaf Roth")]
    assert said(before + "he said, it was late.")[-1] == ("it was late", "Ivo Stern")


def test_his_opponent_is_the_other_of_two_who_spoke_without_marks() -> None:
    text = (
        "Gunnar Roth, a former deputy governor, wants more; his rival, Jonas Lund, a professor, wants less.\n\nRoth began"
        " with the banks. They had been saved, he said. His opponent countered that it was late."
    )
    found = find_quotes(text, spans="all")[-1]
    assert found.entity == "Jonas Lund" and found.confidence < SURE_ENOUGH


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("As for the pier, Ida Lund added, “it will open in May.”", ["it will open in May."]),
        (
            "When asked if the pier was unsafe, Ida Lund responded, “There is no pier left.”",
            ["There is no pier left."],
        ),
        ("Amid calls for her to leave, Ida Lund added, “Norwick is calm.”", ["Norwick is calm."]),
        # what is whole by itself stays, whatever its verb
        (
            "Most oppose the pier, Ida Lund said, calling it “a shame for Norwick”.",
            ["Most oppose the pier", "a shame for Norwick"],
        ),
    ],
)
def test_what_leads_in_marked_words_is_no_statement_of_its_own(text: str, words: list[str]) -> None:
    assert [one for one, _ in said(text)] == words


def test_single_marks_beside_double_ones_are_of_who_is_explained_before_the_verb() -> None:
    text = (
        "'If you pay the toll you've bought the next one,' Ida Lund, who sits on the port committee, told the Post.\n\n"
        'An aide said there was "no link" between the two.'
    )
    assert [(one.text, one.entity) for one in find_quotes(text, spans="all")] == [
        ("If you pay the toll you've bought the next one,", "Ida Lund"),
        ("no link", "An aide"),
    ]

"""Whose side is heard: the one asked or the one asking, this clause or the next, the teller or who only passes on."""

from __future__ import annotations

import pytest

from tests.support.sayings import said
from tui.reading.quotes import find_quotes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mayor Ola Renn was asked by Ida Maher, “Did you read the plan?” He left.",
            [("Did you read the plan?", "Ida Maher")],
        ),
        ("Renn was told by his whip that he need not answer.", [("that he need not answer", "his whip")]),
        (
            "President Ola Renn rejected Minister Ida Maher's demand for “more boats in the bay”.",
            [("more boats in the bay", "Ida Maher")],
        ),
        (
            "“We wait,” Ida Maher said. The daily quoted her as saying the bridge was “done for good”.",
            [("We wait,", "Ida Maher"), ("done for good", "Ida Maher")],
        ),
        (
            "The Sudmark Defense Ministry said the hit was “small”, and the Norland Foreign Ministry that it was “big.”",
            [("small", "Sudmark Defense Ministry"), ("big.", "Norland Foreign Ministry")],
        ),
        (
            "Norland media, citing an unnamed minister, said the pier was shut.",
            [("the pier was shut", "an unnamed minister")],
        ),
    ],
    ids=["asked by", "told by", "demand of another", "quoted her as saying", "verb left out", "citing"],
)
def test_words_are_theirs_who_said_them_and_not_of_whom_the_sentence_is(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norland said the port would open on Monday, but Sudmark says the pier is unsafe.",
            [("the port would open on Monday", "Norland"), ("the pier is unsafe", "Sudmark")],
        ),
        (
            "RIGA (Agency) – The dam will be full by May, Minister Ola Renn said, according to the broadcaster.",
            [("The dam will be full by May", "Ola Renn")],
        ),
        ("The minister said on Tuesday in Riga after the talks.", []),
    ],
    ids=["but the other says", "dateline, according to", "only when and where"],
)
def test_reported_words_end_where_another_side_begins(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


def test_a_missing_closing_mark_does_not_swallow_who_said_it() -> None:
    found = said("“It is not our bridge, said the mayor, Ola Renn, on Monday. “But the road is ours.”")
    assert found == [("It is not our bridge,", "Ola Renn"), ("But the road is ours.", "Ola Renn")]


def test_a_quote_that_goes_on_in_the_next_paragraph_is_not_cut_at_words_within_it() -> None:
    text = "“I met the miller, he said no, and I left.\n\n“Then it rained,” Ola Renn said."
    assert find_quotes(text)[0].text == "I met the miller, he said no, and I left."


def test_a_comma_outside_the_marks_is_as_good_as_one_inside() -> None:
    text = "“The office is open, the soup is hot”, the town's envoy in Riga, Tiva Malk, posted on Monday."
    assert [words for words, _ in said(text)] == ["The office is open, the soup is hot"]


def test_he_is_never_who_she_was() -> None:
    text = (
        "Negotiator Auli Ronk met deputy minister Ferit Hasan in Riga. She said that the ships could leave. "
        "He was less hopeful.\n\n“The wind decides,” he said."
    )
    she, he = (entity for _, entity in said(text))
    assert she != he


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Italy's interior ministry said it was “a long way round the cape.”", "Italian interior ministry"),
        ("The fishermen's union said that it was “a long way round the cape.”", "fishermen's union"),
        ("“A long way,” said Prince Tamim al-Rashoud.", "Tamim al-Rashoud"),
        ("“A long way,” said Defence Minister Celestin Prado de Brum.", "Celestin Prado de Brum"),
        ("“A long way,” the head of Norland's harbour council, Mira Desrav, said.", "Mira Desrav"),
        (
            "China has lodged a complaint with Norland, the Ministry of Foreign Affairs said on Monday.",
            "Ministry of Foreign Affairs",
        ),
    ],
)
def test_a_speaker_is_named_whole(text: str, entity: str) -> None:
    assert [who for _, who in said(text)] == [entity]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ida Lund voted against a tax opponents have dubbed “the milk levy”.", "opponents"),
        ("Ola Renn signed the decree lawyers describe as “a blank cheque”.", "lawyers"),
        ("Ida Lund said on Monday she would keep a rule doctors label “deadly”.", "doctors"),
        ("Ola Renn, who leads the union, spoke of what miners call “the long night”.", "miners"),
        ("Ida Lund defended a plan that neighbours have labelled “mad”.", "neighbours"),
        ("The union lawyers called “absurd” the fine that Ida Lund set.", "The union lawyers"),
    ],
)
def test_what_a_thing_is_called_by_the_way_is_theirs_who_call_it_so(text: str, who: str) -> None:
    (quote,) = find_quotes(text)
    assert quote.entity == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ida Lund disputed a statement by Ola Renn that “nobody was hurt”.", "Ola Renn"),
        ("Mayor Ola Renn challenged an assertion by Ida Lund that the bridge was “safe”.", "Ida Lund"),
        ("Mayor Ola Renn challenged Ida Lund's assertion that the bridge was “safe”.", "Ida Lund"),
        ("Ola Renn dismissed a suggestion from Ida Lund that he was “for sale”.", "Ida Lund"),
        ("Ida Lund said Ola Renn's claim that it was late was “absurd”.", "Ida Lund"),
        ("Ola Renn issued a statement by phone that the bridge was “open”.", "Ola Renn"),
    ],
)
def test_the_words_of_a_claim_are_theirs_who_made_it_and_not_of_those_who_doubt_it(
    text: str, who: str
) -> None:
    (quote,) = find_quotes(text)
    assert quote.entity == who


@pytest.mark.parametrize("judge", ["Mr Justice Carrow", "Lady Justice Penn", "Chief Justice Mara Venn"])
def test_a_justice_is_the_judge_and_a_justice_minister_is_not(judge: str) -> None:
    named = find_quotes(f"{judge} asked for the files. “This is late,” the judge said.")[-1].entity
    assert named.split()[-1] == judge.rsplit(maxsplit=1)[-1]
    other = find_quotes("Justice Minister Ida Lund wrote to Ola Renn. “This is late,” the judge said.")[-1]
    assert other.entity not in {"Ida Lund", "Ola Renn"}

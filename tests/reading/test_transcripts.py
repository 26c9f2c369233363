"""Transcripts: whose turn it is, by labels of many kinds."""

from __future__ import annotations

import pytest

from tui.reading.quotes import find_quotes


@pytest.mark.parametrize(
    ("labels", "names"),
    [
        (["Reuters", "Lund", "Reuters", "Lund"], ["Reuters", "Ida Lund"]),
        (["Ola Renn, anchor", "Ida Lund, mayor", "Renn", "Lund"], ["Ola Renn", "Ida Lund"]),
        (
            ["THE PRESIDENT", "THE PRIME MINISTER", "Q", "THE PRESIDENT"],
            ["President", "Prime Minister", "a reporter"],
        ),
        (["Moderator", "Ida Lund", "Moderator", "Ola Renn"], ["Moderator", "Ida Lund", "Ola Renn"]),
        (["Q", "A", "Q", "A"], ["the interviewer", "the interviewee"]),
        (["Q", "MS. LUND", "Q", "MS. LUND"], ["a reporter", "Lund"]),
        (["Question", "Mayor Ida Lund"], ["a reporter", "Ida Lund"]),
        (["Journalist (NRK)", "Lund", "Journalist", "Lund"], ["a journalist", "Ida Lund"]),
        (
            ["Lord Holm (Con)", "The Minister of State (Baroness Lund) (Lab)", "Lord Holm"],
            ["Holm", "Baroness Lund"],
        ),
    ],
    ids=lambda given: given[0],
)
def test_turns_are_theirs_whom_the_labels_name(labels: list[str], names: list[str]) -> None:
    before = "" if labels[0] in ("Q", "THE PRESIDENT") else "Mayor Ida Lund took questions.\n\n"
    turns = [
        f"{label}: {'Will it rain soon?' if number % 2 == 0 else 'It rains.'}"
        for number, label in enumerate(labels)
    ]
    found = [one.entity for one in find_quotes(before + "\n\n".join(turns), spans="all")]
    assert len(found) == len(labels)
    assert list(dict.fromkeys(found)) == names


def test_the_record_of_a_parliament_sets_names_in_capitals_before_a_full_stop() -> None:
    text = (
        "The CHAIRMAN. The house will come to order.\n\nMr. LUND-RENN. Will it rain?\n\n"
        "Admiral HOLM. It rains, sir.\n\nMr. LUND-RENN. I yield back."
    )
    found = [one.entity for one in find_quotes(text, spans="all")]
    assert found == ["Chairman", "Lund-Renn", "Holm", "Lund-Renn"]


def test_an_office_is_whoever_bears_it_above() -> None:
    turns = "Press: Will it rain?\nPresident: It rains.\nPress: And then?\nPresident: It stops."
    text = f"Remarks by President Ola Renn\n\n{turns}"
    assert [one.entity for one in find_quotes(text, spans="all")] == ["Press", "Ola Renn"] * 2


def test_a_list_of_facts_is_no_transcript() -> None:
    text = "Date: 2 July, in the evening.\nPlace: The old harbour.\nPrice: 12 euros, at the door.\nSeats: 40 are left."
    assert find_quotes(text, spans="all") == []

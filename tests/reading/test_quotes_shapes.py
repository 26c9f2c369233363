"""Who speaks where the sentence leaves out, stresses or sets aside what tells it: gaps, “herself”, asides, colons."""

from __future__ import annotations

import pytest

from tui.core.model import SURE_ENOUGH
from tui.reading.quotes import find_quotes

STRESSED = [
    ("Ida Lund met Bishop Emil Roth. “I was ill,” the bishop himself said; a lie, Lund replied.", "ill", "Emil Roth"),
    ("Mayor Emil Roth was away. Ida Lund said so. The mayor himself told the Courier that he slept.", "slept", "Emil Roth"),
    ("Emil Roth doubted it. Ida Lund herself has said that the dam is dry.", "dry", "Ida Lund"),
]  # fmt: skip

ASIDES = [
    ("Mayor Ida Lund called it late, while an aide of hers, who sat, said it was early.", "early", "an aide"),
    ("Minister Emil Roth laughed, and two friends of his, both lawyers, said that he always did.", "always", "two friends"),
]  # fmt: skip

GAPS = [
    ("Ida Lund said that the pier would open; Emil Roth, that it would not.", "it would not", "Emil Roth"),
    ("Ida Lund said that money was no matter; her Danish host, Emil Roth, that one “has no flag”.", "no flag", "Emil Roth"),
    ("Ida Lund said the line “is not for sale”; her guest, Emil Roth, that all was.", "all was", "Emil Roth"),
    ("Ida Lund met Emil Roth. The former said she was ill; the latter, a Green, that all were.", "all were", "Emil Roth"),
    ("The ministry announced that it was over, the presidency that it had not begun.", "not begun", "the presidency"),
    ("The mayor said the bridge would hold and the engineer that it had been shut since May.", "shut since", "the engineer"),
]  # fmt: skip

SET_IN = [
    ("No date, press officer Ida Lund said, had been agreed; there was “a season”.", "had been agreed", "Ida Lund"),
    ("Boats, objected the head of the port, Ida Lund, do not wait.", "do not wait", "Ida Lund"),
    ("It sided with Ida Lund, according to whom the dam was dry.", "the dam was dry", "Ida Lund"),
    ("Emil Roth smiled. In the words of his deputy, whom he chose, “a port can sleep”.", "sleep", "his deputy"),
]  # fmt: skip

OPENING = [
    ("Ida Lund was there. Ruling out a pause, Emil Roth asked her to say what she had seen.", "a pause", "Emil Roth"),
    ("Ida Lund was there. Ruling out a pause, Emil Roth asked her to say what she had seen.", "to say", "Emil Roth"),
    ("Denying that the council was after his friends, Emil Roth read from a paper.", "that the council", "Emil Roth"),
    ("Rejecting reports that the ship had sunk, Mayor Ida Lund asked the press on board.", "reports that", "Ida Lund"),
    ("Refusing to say who had paid, Ida Lund left the hall.", "to say who", "Ida Lund"),
    ("Mayor Ida Lund wept; her spokesman did not, saying the fish was good.", "the fish", "her spokesman"),
]  # fmt: skip

BARE = [
    ("Ida Lund asked why. Emil Roth: “To learn what we sell.” His guest laughed.", "To learn", "Emil Roth"),
    ("Ida Lund left. “It sank,” she said. Roth: “Sank by whom?” Lund: “By you.”", "By you", "Ida Lund"),
    ("What counted, Emil Roth went on, was the treaty.", "was the treaty", "Emil Roth"),
    ("No note exists, the presidency said; who writes what is not there, it added, is lost.", "is lost", "the presidency"),
    ("The port authority met. No ship will sail, it said.", "No ship", "port authority"),
]  # fmt: skip


ASKED = [
    (
        "Emil Roth urged the ministry to confirm that the dam was dry.",
        "to confirm that the dam was dry",
        "urged",
    ),
    ("Emil Roth asked Ida Lund to say what she had seen.", "to say what she had seen", "asked"),
]


@pytest.mark.parametrize(("text", "words", "polarity"), ASKED)
def test_what_somebody_is_asked_to_say_is_not_said(text: str, words: str, polarity: str) -> None:
    assert [(one.text, one.polarity) for one in find_quotes(text, spans="all")] == [(words, polarity)]


FURTHER = [
    ("Ida Lund said it was over, Norland's deputy envoy, Emil Roth, that it had been put off.", "put off", "Emil Roth"),
    ("“It exists,” Emil Roth said, and Ida Lund, smiling, added: “In four.” Otto Holm disagreed.", "four", "Ida Lund"),
    ("Nobody, the admiral's lawyer pointed out, had accused him of that.", "accused", "the admiral's lawyer"),
    ("Engr. Ida Lund, who heads the port, was there. Engr. Lund said it was dry.", "dry", "Ida Lund"),
    ("The police chief there, asked about it, told the doctor that it was dry.", "dry", "The police chief"),
]  # fmt: skip

CALLED_SO = [
    ("Ida Lund met Khaled Mohammed in Riga. Mohammed: “It is late.”", "late", "Khaled Mohammed"),
    ("Ida Lund met Tom Keating in Riga. Keating would not say who paid.", "who paid", "Tom Keating"),
    ("Lund Calling Rivals Liars\n\nIda Lund spoke. Calling rivals liars, she said it was dry in Riga.", "dry", "Ida Lund"),
    ("“We had none,” said a spokeswoman in Riga, Ida Lund, who denied having said so.", "We had", "Ida Lund"),
    ("Spokesman John Roth sat. Minister Aren Gokdem was asked about it. “It is dry,” he replied.", "dry", "Aren Gokdem"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "speaker"), STRESSED + ASIDES + GAPS + SET_IN + OPENING + BARE + FURTHER + CALLED_SO
)
def test_words_are_theirs_whatever_the_shape(text: str, words: str, speaker: str) -> None:
    assert [one.entity for one in find_quotes(text, spans="all") if words in one.text] == [speaker]


def test_a_gap_ends_what_stands_before_it() -> None:
    text = "Ida Lund announced that the talks were over, the presidency that they had never begun."
    told = [one.text for one in find_quotes(text, spans="all")]
    assert told == ["that the talks were over", "they had never begun"]


def test_two_who_are_told_something_do_not_say_it() -> None:
    text = "Ida Lund told Emil Roth and Otto Holm that the bridge was shut."
    assert [one.entity for one in find_quotes(text, spans="all")] == ["Ida Lund"]


def test_what_is_denied_first_ends_before_the_main_clause() -> None:
    text = "Denying that the council was after his friends, Emil Roth read from a paper."
    (one,) = find_quotes(text, spans="all")
    assert (one.text, one.polarity) == ("that the council was after his friends", "denied")


def test_a_surname_that_ends_as_a_participle_begins_a_sentence_too() -> None:
    (one,) = find_quotes("Ida Lund met Tom Keating. Keating and Lund said it was over.", spans="all")
    assert one.speakers == ("Tom Keating", "Ida Lund")


def test_no_longer_is_a_negation_and_nobody() -> None:
    (one,) = find_quotes("Ida Lund, reached in Riga, no longer disputed that there was a list.", spans="all")
    assert (one.entity, one.polarity) == ("Ida Lund", "open")
    assert not find_quotes("Ida Lund no longer says that it is late in Riga.", spans="all")


def test_what_is_according_to_somebody_begins_behind_a_semicolon() -> None:
    text = (
        "His spokeswoman said later he had been misheard; he had never smiled at anybody, according to her."
    )
    said, done = find_quotes(text, spans="all")
    assert (said.text, done.text) == ("he had been misheard", "he had never smiled at anybody")


def test_a_bare_word_before_a_colon_is_surely_nobody() -> None:
    (one,) = find_quotes("Ida Lund left early on Monday. RIGHT: “It is late.”", spans="all")
    assert one.confidence < SURE_ENOUGH

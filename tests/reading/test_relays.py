"""Who speaks where another passes the words on: readouts, agencies that cite, somebody's words within another's."""

from __future__ import annotations

import pytest

from tests.support.sayings import last
from tui.reading.quotes import find_quotes


def speaker_of(text: str, words: str) -> str:
    """Return who is said to have said the record that holds `words`."""
    return next((one.entity for one in find_quotes(text, spans="all") if words in one.text), "nobody")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Press secretary Ida Lund said Mayor Ola Renn had told his team “nothing is certain.”",
            "Ola Renn",
        ),
        (
            "The mayor, Ida Lund, was quoted by the Tribune news agency as saying that it was “nothing new”.",
            "Ida Lund",
        ),
        (
            "The spokeswoman, Ida Lund, passed on a message from the king: “There is nothing to fear.”",
            "the king",
        ),
        (
            "Mayor Ida Lund told the council that the plan meant “nothing yet,” the NTB agency reported.",
            "Ida Lund",
        ),
        ("Mayor Ida Lund “welcomed that nothing was lost,” said a summary by the council.", "Ida Lund"),
    ],
)
def test_marked_words_are_theirs_who_said_them_first(text: str, speaker: str) -> None:
    assert speaker_of(text, "othing") == speaker


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "The NTB agency reported, citing a military source, that two boats had been lost.",
            "two boats",
            "a military source",
        ),
        (
            "Mayor Ida Lund resigned. Another agency cited her as saying the boats were lost.",
            "boats were lost",
            "Ida Lund",
        ),
        (
            "Mayor Ida Lund had assured her host, Governor Ola Renn, that the boats were safe.",
            "boats were safe",
            "Ida Lund",
        ),
        (
            "It was short, according to the Kremlin, which said the boats had been discussed.",
            "boats",
            "Kremlin",
        ),
        (
            "Mayor Ida Lund assured a visitor that the boats were safe, a member of her staff told reporters.",
            "boats were safe",
            "Ida Lund",
        ),
        (
            "Prime Minister Ida Lund's office announced that the boats were safe.",
            "boats",
            "Ida Lund's office",
        ),
        (
            "Secretary of State Ida Lund flew home. The Secretary stressed that the boats were safe.",
            "boats",
            "Ida Lund",
        ),
    ],
)
def test_what_is_reported_is_theirs_who_said_it_first(text: str, words: str, speaker: str) -> None:
    assert speaker_of(text, words) == speaker


def test_the_spokesman_further_down_is_the_one_of_the_palace() -> None:
    text = "A palace spokesman said: “The king is well.” The spokesman added that the boats were safe."
    assert speaker_of(text, "boats") == "a palace spokesman"


def test_the_readout_of_a_call_is_whose_it_is_and_no_call() -> None:
    text = "The Swedish foreign ministry's readout of the call said the sides “share one view”."
    assert speaker_of(text, "share one view") == "Swedish foreign ministry"


@pytest.mark.parametrize(
    "told", ["Roth had told her:", "Roth had said:", "the mayor, Ola Roth, had once asked:"]
)
def test_what_somebody_says_another_said_is_the_others_through_them(told: str) -> None:
    text = (
        f"Clerk Ida Lund met the mayor, Ola Roth. Lund said that {told} “You will get nothing till autumn.”"
    )
    (found,) = find_quotes(text)
    assert (found.entity, found.chain) == ("Ola Roth", ("Ida Lund",))


@pytest.mark.parametrize(
    ("said", "speaker"),
    [
        ("Lund said little and Roth said “you will get nothing”.", "Ola Roth"),
        ("When Lund said no, Roth asked: “Will you get nothing?”", "Ola Roth"),
        ("Lund said the law says “you will get nothing”.", "Ida Lund"),
        ("Lund said she had told the court “you will get nothing”.", "Ida Lund"),
        ("Lund said Roth had to go. “You will get nothing,” Roth said.", "Ola Roth"),
    ],
)
def test_words_beside_what_another_says_come_through_nobody(said: str, speaker: str) -> None:
    (found,) = find_quotes(f"Clerk Ida Lund met the mayor, Ola Roth. {said}")
    assert (found.entity, found.chain) == (speaker, ())


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        (
            "Kalmar demanded a third of the shares, two people close to the talks said.",
            ("two people close to the talks",),
        ),
        ("Kalmar demanded a third of the shares, an official told Reuters.", ("an official", "Reuters")),
        ("Ida Lund urged Oslo to sign, the ministry said.", ("the ministry",)),
        ("Ida Lund demanded a truce, she said.", ()),
        ("Ida Lund demanded a truce, a new vote and peace.", ()),
    ],
)
def test_who_tells_what_another_demanded_stands_between(text: str, chain: tuple[str, ...]) -> None:
    (found,) = find_quotes(text, spans="all")
    assert found.polarity == "urged"
    assert "said" not in found.text
    assert found.chain == chain


@pytest.mark.parametrize(
    ("text", "words", "chain"),
    [
        (
            "Olaf Roth told her that the weir was “a heap of errors,” an aide said.",
            "that the weir was “a heap of errors,”",
            ("an aide",),
        ),
        (
            "Olaf Roth told her that it “leaked,” and that it had to be “broad and long,” an aide said on Monday.",
            "that it “leaked,” and that it had to be “broad and long,”",
            ("an aide",),
        ),
        ("Ida Lund said that the weir was “late,” and “dear,” she added.", "that the weir was “late,” and “dear,”", ()),
    ],
)  # fmt: skip
def test_who_passes_words_on_behind_a_comma_within_the_marks_is_no_part_of_them(
    text: str, words: str, chain: tuple[str, ...]
) -> None:
    for whole in (text, f"{text} The port is old."):
        found = find_quotes(whole, spans="content")
        assert [(one.text, one.chain) for one in found if one.start < len(text)] == [(words, chain)]


def test_what_an_agency_reports_before_a_semicolon_did_not_come_through_it_behind_one() -> None:
    found = find_quotes("Norpress reported that three had died; Lund said there were none.", spans="all")[-1]
    assert (found.entity, found.chain) == ("Lund", ())


def test_what_two_discussed_is_told_by_who_gives_it_out() -> None:
    text = (
        "Minister Ida Lund discussed the ferry with Olaf Roth “in a frank spirit,” the foreign ministry said."
    )
    assert find_quotes(text)[-1].entity == "foreign ministry"


def test_who_is_told_something_does_not_say_it() -> None:
    text = "Olaf Roth wrote that ministers had been told “in words of one syllable” the tunnel would flood."
    assert last(text) == "Olaf Roth"


def test_what_was_asked_in_a_call_is_its_speakers_where_when_it_was_stands_behind_who_gives_it_out() -> None:
    text = (
        "French President Ida Lund urged her Iranian counterpart to release two nationals, the Élysée said, "
        "after a call that lasted more than an hour."
    )
    assert last(text) == "Ida Lund"


@pytest.mark.parametrize(
    ("text", "cue", "polarity"),
    [
        ("A diplomat, who asked not to be named because of the talks, called the draft “a fig leaf”.", "called", ""),
        ("A diplomat, who declined to be named, called the draft “a fig leaf”.", "called", ""),
        ("A diplomat who declined to be named called the draft “a fig leaf”.", "called", ""),
        ("Ida Lund, who denied any link to the firm, called the draft “a fig leaf”.", "called", ""),
        ("Ida Lund, who commands the fleet, said visitors pay “like everyone”.", "said", ""),
        # of which the quote is a part
        ("Ida Lund, who denied that the draft was “a fig leaf”, left.", "denied", "denied"),
        ("A guard who declined to say whether it was named “Dawn” left.", "declined", "declined"),
    ],
)  # fmt: skip
def test_a_clause_about_the_speaker_is_not_what_the_quote_is_said_by(
    text: str, cue: str, polarity: str
) -> None:
    found = find_quotes(text)[-1]
    assert (found.cue_text, found.polarity) == (cue, polarity)


@pytest.mark.parametrize(
    ("behind", "told"), [("anonymous", []), ("unnamed", []), ("in office", ["to remain in office"])]
)
def test_who_asked_to_remain_anonymous_asked_for_nothing(behind: str, told: list[str]) -> None:
    assert [one.text for one in find_quotes(f"The minister asked to remain {behind}.", spans="all")] == told


@pytest.mark.parametrize(
    ("text", "cue", "polarity"),
    [
        ("Norland will not let itself be told “by anyone where to build”, Ida Lund said.", "told", "negated"),
        ("Norland does not want to be told “where to build”, Ida Lund said.", "told", "negated"),
        ("Norland, which was not there, said it would build “what it liked”.", "said", ""),
    ],
)  # fmt: skip
def test_a_no_reaches_over_what_is_done_to_somebody(text: str, cue: str, polarity: str) -> None:
    (found,) = find_quotes(text)
    assert (found.cue_text.split()[-1], found.polarity) == (cue, polarity)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "He wants a text in which the word “rate” does not occur, Ida Lund said.",
            ["He wants a text in which the word “rate” does not occur"],
        ),
        (
            "They want a text, Ida Lund said, in which the word “rate” does not occur.",
            ["They want a text", "in which the word “rate” does not occur"],
        ),
        ("Ida Lund said she would keep her word “to the town”.", ["to the town"]),
        ("Ida Lund ended with the words “We will not build it”.", ["We will not build it"]),
    ],
)
def test_a_word_that_is_told_of_is_not_all_that_is_said(text: str, told: list[str]) -> None:
    assert [one.text for one in find_quotes(text, spans="all")] == told

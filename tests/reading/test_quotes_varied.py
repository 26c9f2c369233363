"""Sentences of as various a shape as agencies and papers print: asides, split clauses, nouns that tell, passives."""

from __future__ import annotations

import pytest

from tui.core.model import SURE_ENOUGH
from tui.reading.quotes import find_quotes


def said(text: str) -> list[tuple[str, str]]:
    return [(found.text, found.entity) for found in find_quotes(text, spans="all")]


@pytest.mark.parametrize(
    "cue",
    [
        "she continued",
        "she went on",
        "she specified",
        "she confided to the daily",
        "she informed the court",
        "she recounted",
        "the minister let it be known",
    ],
)
def test_what_is_said_is_told_around_its_cue(cue: str) -> None:
    text = f"The minister, Ada Renn, spoke first. The second bridge, {cue}, had been paid for twice."
    assert ("had been paid for twice", "Ada Renn") in said(text)


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Ada Renn held that the bridge had to come first.", "the bridge had to come first", "Ada Renn"),
        ("To which Bo Falk retorted that so was the lawyer.", "so was the lawyer", "Bo Falk"),
        ("Bo Falk is of the opinion that nobody will pay.", "nobody will pay", "Bo Falk"),
        ("It was pointed out by Bo Falk that the road was gone.", "the road was gone", "Bo Falk"),
        ("Ada Renn said the voice on the tape was hers.", "the voice on the tape was hers", "Ada Renn"),
    ],
)
def test_a_clause_is_said_whatever_leads_it_in(text: str, words: str, who: str) -> None:
    assert said(text) == [(words, who)]


def test_two_who_are_set_against_each_other_say_a_clause_each() -> None:
    text = "Whereas Ada Renn held that the bridge came first, Bo Falk was of the view that the road did."
    assert said(text) == [("the bridge came first", "Ada Renn"), ("the road did", "Bo Falk")]


def test_who_denies_what_another_says_does_not_pass_it_on() -> None:
    (found,) = find_quotes("While Ada Renn said that the dam was full, Bo Falk denied it.", spans="all")
    assert (found.entity, found.chain) == ("Ada Renn", ())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Her answer, when it came, was that the bridge was shut.", "the bridge was shut"),
        ("Her argument is simply that nobody had asked.", "nobody had asked"),
        (
            "Renn's reply, given through an aide, was that “a bridge can be read too”.",
            "a bridge can be read too",
        ),
        ("“I was late,” was her answer.", "I was late,"),
        ("Her remark that it was “the least” drew a smile in Riga.", "the least"),
        ("In her telling, nobody had won.", "nobody had won"),
        ("In the words of Ada Renn, it was “a shame”.", "a shame"),
    ],
)
def test_a_noun_tells_what_its_owner_says(text: str, words: str) -> None:
    assert (words, "Ada Renn") in said(f"Ada Renn was asked about the bridge. {text}")


def test_an_account_that_something_is_posted_on_says_nothing() -> None:
    text = "The Norland Foreign Ministry said on its X account that it would keep “to buoys”."
    assert said(text) == [("to buoys", "Norland Foreign Ministry")]


@pytest.mark.parametrize(
    "who",
    [
        "The Danish Green Tuulikki Falk",
        "Its author, Senior Counsellor Tuulikki Falk,",
        "Ombudswoman Ida Falk",
        "Norland's Minister for the Far North, Ida Falk,",
        "The Minister for the Middle East, Ida Falk,",
    ],
)
def test_what_somebody_is_does_not_belong_to_the_name(who: str) -> None:
    assert said(f"{who} said the dam was full.") in (
        [("the dam was full", "Tuulikki Falk")],
        [("the dam was full", "Ida Falk")],
    )


def test_whom_a_letter_goes_to_says_nothing() -> None:
    assert said("Bo Falk wrote to “Ms. Ada Renn” and to the bank.") == []
    assert ("Mrs Nobody", "Bo Falk") in said("Bo Falk called her “Mrs Nobody”.")


@pytest.mark.parametrize(
    "told", ["the prime minister, Bo Falk, answered", "Bo Falk replied", "Bo Falk added"]
)
def test_what_a_statement_has_somebody_answer_is_his(told: str) -> None:
    (found,) = find_quotes(f"According to the same statement, {told} that he had a government.", spans="all")
    assert (found.text, found.entity, found.chain) == (
        "he had a government",
        "Bo Falk",
        ("the same statement",),
    )


def test_a_name_with_an_it_is_nobody_whom_he_means() -> None:
    text = "Tamsin Ferries has found its engineer. Declan Falk came home. “I was tired,” he said. It refused to pay him."
    assert ("I was tired,", "Declan Falk") in said(text)


def test_his_and_her_show_who_is_a_man() -> None:
    text = (
        "Jeroni Falk took office in May, and has learnt what his predecessor knew. That predecessor, Blanka Urre, says she "
        "knew nothing. “I signed it,” is how she put it on Onda Luna. He was, he insists, in Riga."
    )
    assert said(text) == [
        ("she knew nothing", "Blanka Urre"),
        ("I signed it,", "Blanka Urre"),
        ("He was", "Jeroni Falk"),
        ("in Riga", "Jeroni Falk"),
    ]


def test_who_leads_them_is_named_with_where_she_is_from() -> None:
    text = (
        "President Bo Falk laughed. Their leader in the Senate, Ada Renn of Norwick, said it was “one voice”."
    )
    assert said(text) == [("one voice", "Ada Renn")]


def test_a_she_behind_his_lawyer_may_be_the_lawyer() -> None:
    text = "Ada Renn left. Bo Falk looked at his lawyer; she shook her head. “He has said what he can,” she said."
    (found,) = find_quotes(text, spans="all")
    assert found.confidence < SURE_ENOUGH


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (
            "Speaking beside his host, Foreign Minister Nasri Falk, the Foreign Secretary, Sir Ivo Renn, announced a "
            "fund.\n\n“A tap is worth more,” he said.",
            "A tap is worth more,",
            "Ivo Renn",
        ),
        (
            "The External Affairs Minister, Dr. Lata Renn, met her guest. EAM recalled that the dam was full.",
            "that the dam was full",
            "Lata Renn",
        ),
        (
            "President Ivo Renn rang up. During the call our President stated that the sea, being wide, was open.",
            "the sea, being wide, was open",
            "Ivo Renn",
        ),
        (
            "Late on Friday the ministry in Riga corrected one detail: the call, it specified, had been long.",
            "had been long",
            "ministry in Riga",
        ),
        (
            "Denmark's Air Safety Board found no fault. The Danish agency added that the crew was new.",
            "that the crew was new",
            "Danish Air Safety Board",
        ),
        ("A spokeswoman for one of them said it was “old”.", "old", "a spokeswoman for one of them"),
        (
            "The former wanted proof, Ada Renn recounted; the latter wanted lunch.",
            "the latter wanted lunch",
            "Ada Renn",
        ),
        (
            "By noon the army had withdrawn one note, and announced in it that the matter was closed.",
            "the matter was closed",
            "The army",
        ),
        (
            "It came from Oslo. The note said that the call was late and that Renn had apologised for “the tone”.",
            "that the call was late",
            "The note",
        ),
    ],
)
def test_who_speaks_in_sentences_of_many_shapes(text: str, words: str, who: str) -> None:
    assert (words, who.lower()) in [(each, name.lower()) for each, name in said(text)]


def test_a_spokesman_is_no_counterpart() -> None:
    text = (
        "Secretary of State Ivo Renn spoke with Deputy Prime Minister Lars Falk, spokeswoman Ada Holm announced. Renn "
        "thanked him and insisted that the matter was closed. His counterpart noted that it had never been open."
    )
    assert ("that it had never been open", "Lars Falk") in said(text)


def test_an_aside_by_whom_it_is_told_leaves_an_answer_its_own() -> None:
    text = (
        "President Bo Falk was brief, spokesman Ivo Renn said. The President's reply, according to Mr. Renn, was that the "
        "courts were free."
    )
    assert ("the courts were free", "Bo Falk") in said(text)


def test_what_she_recalls_that_another_said_is_the_others() -> None:
    text = "Ada Renn recalled what Bo Falk had said in May, that time was short."
    (found,) = find_quotes(text, spans="all")
    assert (found.text, found.entity, found.chain) == ("time was short", "Bo Falk", ("Ada Renn",))


def test_the_man_himself_says_it_behind_his_name() -> None:
    text = "The Norland agency, NISA, arrested a man on Sunday; the man himself, Abdi Falk, says it arrested his cousin."
    assert said(text) == [("it arrested his cousin", "Abdi Falk")]


def test_whose_verb_is_left_out_says_what_stands_behind_a_comma() -> None:
    text = "Bo Falk said he had been tired; his deputy, that it had been the only fish."
    assert said(text)[0] == ("he had been tired", "Bo Falk")
    assert said(text)[1][0] == "it had been the only fish"
    assert said(text)[1][1] != "Bo Falk"


def test_a_capital_that_is_nobody_behind_several_is_no_colleague() -> None:
    found = find_quotes("Velmora waited between Kinshasa and the rebels, Foreign Min", spans="all")
    assert found == []
    found = find_quotes("“It rains,” the mayor told the rebels, Foreign Min", spans="all")
    assert [one.text for one in found] == ["It rains,"]


def test_two_colleagues_are_of_their_states_in_order() -> None:
    text = (
        "Minister Bo Falk met his Azerbaijani and Georgian colleagues, Rauf Renn and Nino Holm. The Georgian minister "
        "said the dam was full."
    )
    assert said(text) == [("the dam was full", "Nino Holm")]


def test_of_whom_she_speaks_does_not_speak() -> None:
    text = (
        "Ada Renn met Ola Roth and Ida Holm. “I agree,” Renn said. Of Holm she said: “She will tell me all.”"
    )
    assert said(text)[-1] == ("She will tell me all.", "Ada Renn")


@pytest.mark.parametrize(
    "text",
    [
        "Bo Falk signed the bill, which Ada Renn called “a farce”. He left.",
        "Bo Falk signed the bill that Ada Renn had called “a farce”.",
        "Bo Falk said that Ada Renn had called it “a farce”.",
        "Bo Falk asked for a report, which the mayor, Ada Renn, described as “a farce”.",
    ],
)
def test_who_calls_something_so_in_a_clause_says_it(text: str) -> None:
    assert ("a farce", "Ada Renn") in said(text)


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (
            "The premier, Ada Renn, began by assuring the king that aid would go on.",
            "aid would go on",
            "Ada Renn",
        ),
        ("Ada Renn, in whose view neither day was right, left early.", "neither day was right", "Ada Renn"),
        (
            "Bo Falk met his Azerbaijani and Georgian colleagues, Rauf Renn and Nino Holm. His colleague from Baku said "
            "the dam was full.",
            "the dam was full",
            "Rauf Renn",
        ),
        (
            "It was late, the judges held by five to four: a king, they wrote, “may dissolve what he likes”.",
            "may dissolve what he likes",
            "the judges",
        ),
        ("Bo Falk protested: there was no such man.", "there was no such man", "Bo Falk"),
        (
            "The operator, Norwick Trunk Systems, saw nobody. ARC said so. “We log all,” the company said in a note.",
            "We log all,",
            "Norwick Trunk Systems",
        ),
    ],
)
def test_who_speaks_in_further_sentences(text: str, words: str, who: str) -> None:
    assert (words, who) in said(text)


def test_who_is_met_or_judged_is_another() -> None:
    assert ("a farce", "Bo Falk") not in said("Bo Falk met the envoy, who called it “a farce”.")
    assert ("odd", "Ada Renn") not in said("Ada Renn's answer was “odd”, Bo Falk said.")

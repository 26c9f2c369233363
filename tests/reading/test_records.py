"""Quotes held against what the speaker's own office released."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.support.ministers import ARDEN, GRAIN, OFFER, ORLOV, SPEAKERS, article, event, ledger, north
from tui.core.model import (
    Article,
    Kind,
)
from tui.reading.statements.event_statements import statements_of
from tui.reading.statements.offices import is_record
from tui.reading.statements.record import held_against, with_record

READOUT = Article(
    id="r",
    event="e",
    headline="On the call",
    outlet="Ministry of Foreign Affairs of Russia",
    text="The minister said: “We have seen no offer, and there was none to see before Monday. The port stays shut.”",
)


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("We have seen no offer, and there was none to see before Monday.", "exact"),
        ("no offer", "shortened"),
        ("we have seen no offer.", "shortened"),
        ("the Port stays shut", "exact"),
        ("there was none to see before monday.", "shortened"),
        ("We have seen no real offer, and there was none to see before Sunday", "altered"),
        ("Nobody asked us about wages at the mill", "absent"),
        ("“...” and “there was no one to see before Monday”", "altered"),
        ("...", "absent"),
    ],
)
def test_a_quote_is_held_against_the_record(words: str, verdict: str) -> None:
    (quote,) = article("Ledger", (ORLOV, "direct", "said", words)).quotes
    assert held_against(quote, READOUT).verdict == verdict


def test_an_office_is_a_record_and_each_wording_of_its_side_is_held_against_it() -> None:
    assert is_record(replace(north, outlet="Élysée readout")) and is_record(replace(north, outlet="Kremlin"))
    assert not is_record(north)
    told = replace(ledger, text=ledger.text + "Russian Foreign Minister Sergey Orlov spoke on Tuesday.")
    annotated = event(told, READOUT)
    (found,) = with_record(annotated, statements_of(annotated, SPEAKERS), SPEAKERS)
    assert found.base.record == "shortened from the record"
    assert not with_record(event(told), statements_of(event(told), SPEAKERS), SPEAKERS)[0].base.record


@pytest.mark.parametrize(
    ("office", "record"),
    [("Foreign", "shortened from the record"), ("Defence", ""), ("Deputy", "shortened from the record")],
)
def test_a_record_is_of_ones_own_office_and_not_of_another_ministry(office: str, record: str) -> None:
    words = OFFER.partition(",")[0]
    told = article("Ledger", (ORLOV, "direct", "said", words))
    told = replace(told, text=f"{told.text}Russian {office} Minister Sergey Orlov spoke on Tuesday.")
    annotated = event(told, replace(READOUT, outlet="Ministry of Foreign Affairs of Russia"))
    (found,) = with_record(annotated, statements_of(annotated, SPEAKERS), SPEAKERS)
    assert found.base.record == record


def test_a_transcript_is_a_record_of_whoever_speaks_in_it() -> None:
    short = OFFER.partition(",")[0]
    minutes = article("City Hall", (ARDEN, "direct", "said", GRAIN), (ORLOV, "direct", "said", OFFER))
    told = article("Ledger", (ORLOV, "direct", "said", short))
    for headline, record in (
        ("Transcript of the joint briefing", "shortened from the record"),
        ("Readout", ""),
    ):
        annotated = event(replace(minutes, headline=headline), told)
        found = with_record(annotated, statements_of(annotated, SPEAKERS), SPEAKERS)
        held = {wording.article.outlet: wording.record for each in found for wording in each.wordings}
        assert held["Ledger"] == record, headline


def test_the_office_of_a_state_in_no_table_goes_by_its_adjective() -> None:
    told = article("Ledger", (ORLOV, "direct", "said", OFFER.partition(",")[0]))
    told = replace(told, text=f"{told.text}Velmora's Foreign Minister, Sergey Orlov, spoke on Tuesday.")
    annotated = event(told, replace(READOUT, outlet="Velmoran Foreign Ministry"))
    (found,) = with_record(annotated, statements_of(annotated, SPEAKERS), SPEAKERS)
    assert found.base.record == "shortened from the record"


def test_a_record_is_of_the_office_that_a_quote_names_whoever_else_has_the_surname() -> None:
    said = article("Ledger", (ORLOV, "direct", "said", OFFER.partition(",")[0]))
    quotes = tuple(replace(each, role="defence minister") for each in said.quotes)
    text = f"{said.text}Vera Orlov, the Russian president, left. Russian President Orlov slept."
    annotated = event(
        replace(said, text=text, quotes=quotes), replace(READOUT, outlet="Office of the President of Russia")
    )
    (found,) = with_record(annotated, statements_of(annotated, SPEAKERS), SPEAKERS)
    assert found.base.record == ""


def beside_the_record(words: str, kind: Kind = "indirect", record: Article = READOUT) -> str:
    told = article("Ledger", (ORLOV, kind, "said", words))
    told = replace(told, text=told.text + "Russian Foreign Minister Sergey Orlov spoke on Tuesday.")
    annotated = event(told, record)
    (found,) = with_record(annotated, statements_of(annotated, SPEAKERS), SPEAKERS)
    return found.base.record


def test_a_reworded_quote_is_held_against_the_record_too_and_looks_unsure() -> None:
    assert beside_the_record("that he had seen no offer before Monday").startswith(
        "? in other words in the record: “The minister said: “We have seen no offer"
    )
    assert beside_the_record("that wages at the mill would be cut") == "? nothing like it found in the record"


def test_the_last_sentence_of_a_record_is_told_without_the_mark_that_ends_it() -> None:
    record = replace(READOUT, text="The minister said: “We wait. The sluice was shut by the guards at dawn.”")
    told = beside_the_record("that guards had shut the sluice at dawn", record=record)
    assert told == "? in other words in the record: “The sluice was shut by the guards at dawn.”"


def test_a_record_in_another_language_is_not_compared_and_that_is_told() -> None:
    readout = replace(READOUT, language="en")
    told = replace(article("Matin", (ORLOV, "direct", "dit", "Nous n’avons vu aucune offre")), language="fr")
    told = replace(told, text=told.text + "Russian Foreign Minister Sergey Orlov spoke on Tuesday.")
    annotated = event(told, readout)
    (found,) = with_record(annotated, statements_of(annotated, SPEAKERS), SPEAKERS)
    assert found.base.record == "the record is in another language: not compared"


def test_which_words_were_altered_is_told() -> None:
    altered = "We have seen no serious offer, and there was none to see before Monday."
    assert beside_the_record(altered, "direct") == "altered from the record: + “serious”"


def test_words_that_are_left_out_in_the_middle_are_told_and_the_rest_is_in_the_record() -> None:
    said = "The ferry will not sail in any of the four weeks of this long winter without an escort."
    record = replace(READOUT, text=f"The minister said: “{said} We wait.”")
    told = beside_the_record("The ferry will not sail without an escort", "direct", record)
    assert told == "altered from the record: − “in any of the four weeks of this long winter”"
    assert beside_the_record("The ferry sails without a guard", "direct", record) == "not in the record"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("No ship has been turned back", "− “Danish”"),
        ("no Danish ship had been turned back", "− “has” + “had”"),
    ],
)
def test_what_stands_beside_altered_words_in_the_record_and_capitals_are_not_altered(
    words: str, told: str
) -> None:
    record = replace(READOUT, text="The lock was open. No Danish ship has been turned back. We wait.")
    (quote,) = article("Ledger", (ORLOV, "direct", "said", words)).quotes
    assert held_against(quote, record).changes == told


def test_the_speakers_own_office_is_a_record_whatever_side_it_names() -> None:
    office = replace(READOUT, outlet="Press service of Sergey Orlov")
    assert beside_the_record("none to see before Monday", "direct", office) == "shortened from the record"
    assert not beside_the_record(
        "none to see", "direct", replace(READOUT, outlet="Press service of Mira Arden")
    )


@pytest.mark.parametrize(
    ("outlet", "language", "role", "told"),
    [
        ("Ministère français des Armées", "fr", "La ministre française des Armées", "as in the record"),
        ("Auswärtiges Amt", "de", "Die deutsche Außenministerin", "as in the record"),
        ("Bundesministerium der Verteidigung", "de", "Die deutsche Außenministerin", ""),
        ("La Moncloa", "es", "La presidenta española", "as in the record"),
        ("Пресс-служба Президента России", "ru", "Президент России", "as in the record"),
    ],
)
def test_offices_have_records_in_other_languages(outlet: str, language: str, role: str, told: str) -> None:
    words = "On laissera fermé le port jusqu’à lundi."
    record = Article(
        id="r", event="e", headline="8. 3.", outlet=outlet, text=f"« {words} »", language=language
    )
    report = article("Kurier", (ARDEN, "direct", "dit", words))
    quotes = (replace(report.quotes[0], role=role),)
    text = f"{report.text}{role} Mira Arden.\n"
    annotated = event(replace(report, language=language, quotes=quotes, text=text), record)
    (found,) = with_record(annotated, statements_of(annotated, SPEAKERS), SPEAKERS)
    assert found.base.record == told


@pytest.mark.parametrize(
    "outlet", ["Polonia", "Gobierno al día", "Le Président", "Россия сегодня", "Die Welt"]
)
def test_a_newspaper_of_another_language_is_no_office(outlet: str) -> None:
    assert not is_record(replace(north, outlet=outlet))

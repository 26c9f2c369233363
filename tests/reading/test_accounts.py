"""What each side says of an event, and which statements answer one another."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.support.ministers import (
    ARDEN,
    GRAIN,
    OFFER,
    ORLOV,
    SPEAKERS,
    article,
    courier,
    event,
    north,
    tied,
    with_quote,
)
from tui.core.board_grid import by_outlets, by_sides
from tui.core.model import (
    Speaker,
)
from tui.core.statements import BY_READER
from tui.reading.statements.accounts import board_of
from tui.reading.statements.contradictions import contradiction, denial
from tui.reading.statements.differences import differences
from tui.reading.statements.event_statements import statements_of
from tui.reading.statements.likeness import Pair
from tui.reading.statements.wording import Weights, Wording


def test_a_denial_is_offered_where_its_object_is_what_the_other_side_says() -> None:
    claim = Wording("a", "1", "indirect", "that Arlen had shelled the grain port on Sunday", "said")
    denied = Wording(
        "b", "2", "indirect", "that its troops had shelled the port of grain on Sunday", "denied"
    )
    elsewhere = Wording("c", "2", "indirect", "that wages would be cut", "denied")
    agreeing = Wording("d", "3", "indirect", "that the grain port had not been shelled on Sunday", "said")
    weights = Weights.of((claim, denied, elsewhere, agreeing))
    assert "denied" in denial(denied, claim, weights)
    assert not denial(claim, denied, weights)
    assert not denial(elsewhere, claim, weights)
    assert not denial(denied, agreeing, weights)


def test_each_state_has_its_account_and_a_denial_stands_beside_what_it_denies() -> None:
    text = "French President Mira Arden spoke of shells. Russian Foreign Minister Sergey Orlov answered.\n"
    paris = article("Matin", (ARDEN, "indirect", "said", "that Moscow had shelled the grain port on Sunday"))
    moscow = article(
        "Vestnik", (ORLOV, "indirect", "denied", "that its guns had shelled the port of grain on Sunday")
    )
    paris, moscow = replace(paris, text=paris.text + text), replace(moscow, text=moscow.text + text)
    annotated = event(paris, moscow)
    board = board_of(annotated, statements_of(annotated, SPEAKERS), SPEAKERS)
    assert [(side.name, side.statements) for side in board.sides] == [("France", 1), ("Russia", 1)]
    (row,) = board.rows
    assert row["France"][0].relation == ""
    assert row["Russia"][0].relation == "denies" and row["Russia"][0].why.startswith("found by rule")
    assert board.silence(board.sides[0]) == "not found in the article that quotes this side (1 of 2)"
    turned = statements_of(annotated, SPEAKERS)[::-1]
    (row,) = board_of(annotated, turned, SPEAKERS).rows  # the denial leads the row
    assert row["Russia"][0].relation == "" and row["France"][0].relation == "denied by"
    assert not any(
        "language" in each for each in by_outlets(statements_of(annotated, SPEAKERS), "", {}).silent
    )


def test_a_question_is_not_denied_and_leaves_the_answer_to_who_claims_it() -> None:
    press = Speaker("press", "a reporter")
    people = {**SPEAKERS, press.id: press}
    asked = article("Readout", (press, "direct", "asked", "Did Norland open the sluice gates in February"))
    asked = replace(asked, quotes=tuple(replace(each, polarity="asked") for each in asked.quotes))
    reports = (
        asked,
        article("Matin", (ARDEN, "indirect", "said", "that Norland opened the sluice gates on 14 February")),
        article("Vestnik", (ORLOV, "indirect", "denied", "that Norland opened the sluice gates in February")),
    )
    annotated = event(*reports)
    rows = board_of(annotated, statements_of(annotated, people), people).rows
    assert [sorted(row) for row in rows] == [["Others"], ["Mira Arden", "Sergey Orlov"]]


def test_where_an_event_is_told_in_two_languages_the_board_says_that_it_joins_none_of_their_wordings() -> (
    None
):
    one = article("Matin", (ARDEN, "direct", "said", "We shall open the lock"))
    other = article("Kurier", (ARDEN, "direct", "sagte", "Wir werden die Schleuse öffnen"))
    annotated = event(one, replace(other, language="de"))
    statements = statements_of(annotated, SPEAKERS)
    board = board_of(annotated, statements, SPEAKERS)
    grid = by_outlets(statements, "", {})
    assert all("in another language" in each for each in (*map(board.silence, board.sides), *grid.silent))


def test_a_denial_in_one_outlets_wording_alone_stands_beside_what_it_denies() -> None:
    text = "French President Mira Arden spoke of shells. Russian Foreign Minister Sergey Orlov answered.\n"
    reports = (
        article("Matin", (ARDEN, "indirect", "said", "that three French boats were turned back at the lock")),
        article(
            "Vestnik", (ORLOV, "direct", "said", "No French boat has been turned back at the lock this week")
        ),
        article(
            "Globe", (ORLOV, "indirect", "denied", "that any French boat had been turned back at the lock")
        ),
    )
    denied = replace(reports[2].quotes[0], polarity="denied")
    reports = (*reports[:2], replace(reports[2], quotes=(denied,)))
    annotated = event(*(replace(each, text=each.text + text) for each in reports))
    (row,) = board_of(annotated, statements_of(annotated, SPEAKERS), SPEAKERS).rows
    (claim,) = row["Russia"]
    assert len(claim.statement.wordings) == 2 and claim.statement.base.quote.kind == "direct"
    assert claim.relation == "denies" and "denied" in claim.why
    board = board_of(annotated, statements_of(annotated, SPEAKERS), SPEAKERS)
    (cells,) = by_sides(board, "", SPEAKERS).rows
    offered = next(each.offered for those in cells.values() for each in those if each.offered)
    assert offered == (
        "denies",
        "Globe",
        "Globe0",
        "Matin",
        "Matin0",
    )  # not the words of the Vestnik, which deny nothing


def test_what_is_denied_may_stand_beside_a_sentence_that_says_no_itself() -> None:
    said = "Nobody has told us why. French boats were turned back at the lock on Sunday morning."
    reports = (
        article("Matin", (ARDEN, "direct", "said", said)),
        article(
            "Globe", (ORLOV, "indirect", "denied", "that French boats were turned back at the lock on Sunday")
        ),
    )
    annotated = event(*reports)
    (row,) = board_of(annotated, statements_of(annotated, SPEAKERS), SPEAKERS).rows
    assert row["Sergey Orlov"][0].relation == "denies"


def test_who_says_too_little_for_a_column_is_among_the_others() -> None:
    people = [Speaker(f"s{at}", f"Person{at} Name{at}") for at in range(6)]
    said = [
        article(f"O{at}", (who, "direct", "said", f"Word{at} and nothing else besides."))
        for at, who in enumerate(people)
    ]
    annotated = event(*said)
    known = {each.id: each for each in people}
    board = board_of(annotated, statements_of(annotated, known), known)
    assert (
        len(board.sides) == 3
        and board.sides[-1].name == "Others"
        and sum(s.statements for s in board.sides) == 6
    )


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("The port will open on Friday", "The port will close on Friday", "“open” against “close”"),
        ("We shelled the grain port", "We have not shelled the grain port", "“not” of “shelled” on one side alone"),
        ("The talk lasted two hours on Monday", "The talk on Monday lasted two hours", ""),
        ("The port would stay open over the winter", "We will not close the port this winter", ""),
        ("We ruled out closing the port this winter", "The port would stay open this winter", ""),
        ("The port closes for the winter", "We will not close the port this winter", "“not” of “close” on one side alone"),
        ("It opens Friday. We fear no mines", "The mines are gone, it opens Friday", "“not” of “mines” on one side alone"),
        ("The port opens on Friday", "We do not wait. The port opens on Friday", ""),
        ("The port will open on Friday", "Wages will close the gap", ""),
        ("None of the 42 boats were fined", "The board stopped 42 boats and fined none of them", ""),
        ("We will not come here while our crews are fined", "while our crews are fined", ""),
        ("Our crews are fined", "Our crews are not fined, because they pay", "“not” of “fined” on one side alone"),
    ],
)  # fmt: skip
def test_why_two_statements_may_be_at_odds(one: str, other: str, reason: str) -> None:
    first, second = Wording("a", "1", "direct", one), Wording("b", "2", "direct", other)
    weights = Weights.of((first, second))
    assert (
        contradiction(Pair(first, second, weights)) == contradiction(Pair(first, second, weights)) == reason
    )


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("fr", "Nous fermerons l’écluse cet hiver", "Nous ne fermerons pas l’écluse cet hiver"),
        ("de", "Wir schließen die Schleuse im Winter", "Wir schließen die Schleuse im Winter nicht"),
        ("es", "Cerraremos la esclusa en invierno", "No cerraremos la esclusa en invierno"),
        ("ru", "Мы закроем шлюз этой зимой", "Мы не закроем шлюз этой зимой"),
    ],
)  # fmt: skip
def test_a_not_of_any_language_makes_another_statement(language: str, one: str, other: str) -> None:
    first, second = (Wording(each, each, "direct", each, "", language) for each in (one, other))
    weights = Weights.of((first, second))
    assert "“not” of" in contradiction(Pair(first, second, weights))
    assert not contradiction(Pair(replace(first, polarity="denied"), second, weights))


@pytest.mark.parametrize("name", ["it", "The report", "the French account", "the site"])
def test_what_names_nobody_is_no_side_and_is_counted(name: str) -> None:
    report = article("Matin", (ARDEN, "indirect", "said", GRAIN), (ORLOV, "indirect", "said", OFFER))
    first, second = report.quotes
    annotated = event(replace(report, quotes=(first, replace(second, speakers=(), entity=name))))
    board = board_of(annotated, statements_of(annotated, SPEAKERS), SPEAKERS)
    assert [side.name for side in board.sides] == ["Mira Arden"] and len(board.rows) == 1
    assert board.left_out == "1 claim of nobody named left out"


def test_what_is_denied_on_the_board_is_not_said_too() -> None:
    said = "that the dam must be emptied before the summer"
    text = "French President Mira Arden spoke of the dam. Russian Foreign Minister Sergey Orlov answered.\n"
    reports = (
        article("Matin", (ARDEN, "indirect", "said", said)),
        article("Globe", (ORLOV, "direct", "said", "The dam will not be emptied before the summer")),
    )
    annotated = event(*(replace(each, text=each.text + text) for each in reports))
    board = board_of(annotated, statements_of(annotated, SPEAKERS), SPEAKERS)
    assert [[each.relation for each in those] for row in board.rows for those in row.values()] == [[""], [""]]
    assert {each.told for row in differences(board) for each in row} == {
        "“not” of “emptied” on one side alone"
    }


def test_two_speakers_who_say_the_same_make_two_statements_even_where_the_reader_says_so() -> None:
    text = "French President Mira Arden spoke of ships. Russian Foreign Minister Sergey Orlov answered.\n"
    reports = (north, courier)
    told = event(
        *(replace(each, text=each.text + text) for each in reports), ties=tied("Courier0", "North0", "same")
    )
    statements = statements_of(told, SPEAKERS)
    assert len(with_quote(told, "Courier0").wordings) == 1
    claims = [
        each for row in board_of(told, statements, SPEAKERS).rows for those in row.values() for each in those
    ]
    (same,) = (each for each in claims if each.relation)
    assert (same.relation, same.why) == ("same", BY_READER)


def test_a_denial_that_an_article_joins_to_other_words_is_found_by_what_it_denies() -> None:
    claim = Wording("a", "1", "indirect", "that Arlen had shelled the grain port on Sunday", "said")
    joined = Wording(
        "b",
        "2",
        "indirect",
        "Danes against new tolls and denied that it had shelled the grain port",
        "warned",
    )
    weights = Weights.of((claim, joined))
    assert "denied" in denial(joined, claim, weights)
    assert not denial(replace(joined, text=joined.text.replace("denied", "knew")), claim, weights)


def test_a_denial_stands_beside_what_is_nearest_to_it_and_not_beside_what_came_first() -> None:
    ships, boats = (
        "sank nine grain ships at the lock on Sunday",
        "sank two fishing boats at the pier on Monday",
    )
    annotated = event(
        article("Matin", (ARDEN, "indirect", "said", f"that the Norland fleet {ships}")),
        article("Globe", (ARDEN, "indirect", "said", f"that the Norland fleet {boats}")),
        article("Vestnik", (ORLOV, "indirect", "denied", f"that the fleet of Norland {boats}")),
    )
    rows = board_of(annotated, statements_of(annotated, SPEAKERS), SPEAKERS).rows
    outlets = [
        [each.statement.base.article.outlet for those in row.values() for each in those] for row in rows
    ]
    assert outlets == [["Matin"], ["Globe", "Vestnik"]]

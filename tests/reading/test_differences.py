"""What the sides of an event tell in two ways without a word of denial: numbers, days, places, opposite words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.support.ministers import ARDEN, ORLOV, SPEAKERS, article, event, tied
from tui.core.accounts import Board
from tui.core.board_grid import by_outlets
from tui.reading.statements.accounts import board_of
from tui.reading.statements.differences import differences
from tui.reading.statements.event_statements import statements_of
from tui.reading.statements.facts import differing, facts


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("that 12 people were wounded", "that at least 20 were wounded in the port", ["12 / 20 wounded"]),
        ("that twelve soldiers died", "that the strike killed 1,200 soldiers", ["twelve / 1,200 soldiers"]),
        ("that the call took 1 h 40", "that they spoke for more than two hours", ["1 h 40 / two hours"]),
        ("that the ship sank on Monday", "that it sank on Tuesday", ["Monday / Tuesday"]),
        ("that it begins on 3 May", "that it begins on May 4", ["3 May / May 4"]),
        ("that they met in Riga", "that they met near Oslo", ["Riga / Oslo"]),
        ("that prices rose by 12 percent", "that prices rose by 3%", ["12 / 3 %"]),
        ("that fifteen sailors died", "that 12 sailors died", ["fifteen / 12 sailors"]),
        ("Twenty-five sailors died", "that 20 sailors died", ["Twenty-five / 20 sailors"]),
        ("that they leave by the end of April", "that they leave by the end of May", ["April / May"]),
    ],
)
def test_numbers_days_and_places_differ(one: str, other: str, told: list[str]) -> None:
    assert list(differing(facts(one), facts(other))) == told


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("that 12 people were wounded", "that 20 people were killed"),
        ("that at least 12 were wounded", "that 20 were wounded"),
        ("that about 100 ships waited", "that 96 ships waited"),
        ("that 12 were wounded", "that twelve people were wounded"),
        ("that it began on 3 May", "that it began in 2025"),
        ("that they met in Riga in May", "that they met in Riga"),
        ("that it took two hours", "that it took 120 minutes"),
        ("that 12 left on Monday", "that one of them left"),
        ("that they cleared 40 mines", "that it took 20 minutes"),
        ("that forty were wounded", "that 40 were wounded"),
        ("that they leave by the end of April", "that they leave on 3 May or in April"),
        ("that they spoke of May's plan", "that they spoke of April"),
        ("that two drowned and at least 20 were hurt", "that 25 were hurt"),
        ("that two drowned and 20 of the 90 sailors were hurt", "that 40 sailors were hurt"),
    ],
)
def test_what_may_both_be_right_does_not_differ(one: str, other: str) -> None:
    assert list(differing(facts(one), facts(other))) == []


@pytest.mark.parametrize(
    ("language", "one", "other", "told"),
    [
        ("de", "fünfundzwanzig Boote sanken", "20 Boote sanken", "fünfundzwanzig / 20 Boote"),
        ("fr", "soixante-dix bateaux", "60 bateaux", "soixante-dix / 60 bateaux"),
        ("es", "treinta y cinco barcos", "30 barcos", "treinta y cinco / 30 barcos"),
        ("ru", "до конца апреля", "до конца мая", "апреля / мая"),
        ("de", "bis Ende April", "bis Ende Mai", "April / Mai"),
    ],
)
def test_numbers_in_words_and_months_differ_in_other_languages(
    language: str, one: str, other: str, told: str
) -> None:
    assert list(differing(facts(one, language), facts(other, language))) == [told]


def accounts(arden: str, orlov: str) -> Board:
    """Return the board of an event in which two sides say something."""
    text = "French President Mira Arden spoke of shells. Russian Foreign Minister Sergey Orlov answered.\n"
    both = (
        article("Matin", (ARDEN, "indirect", "said", arden)),
        article("Vestnik", (ORLOV, "indirect", "said", orlov)),
    )
    annotated = event(*(replace(each, text=each.text + text) for each in both))
    return board_of(annotated, statements_of(annotated, SPEAKERS), SPEAKERS)


def test_both_rows_tell_what_is_counted_otherwise_in_another() -> None:
    board = accounts(
        "that 12 sailors were wounded when the grain ship burnt in the port",
        "that the fire on the grain ship in the port wounded 20 sailors",
    )
    found = [(each.side, each.other_side, each.told) for row in differences(board) for each in row]
    assert ("France", "Russia", "12 / 20 sailors") in found
    assert all(each[2] in ("12 / 20 sailors", "20 / 12 sailors") for each in found)


def test_outlets_that_tell_one_side_s_words_with_two_numbers_are_named() -> None:
    told = {"Globe": 40, "Tribune": 60, "Matin": 40}
    annotated = event(
        *(
            article(outlet, (ORLOV, "indirect", "said", f"that {number} mines had been found since January"))
            for outlet, number in told.items()
        )
    )
    board = board_of(annotated, statements_of(annotated, SPEAKERS), SPEAKERS)
    found = [
        (each.told, each.statement.outlets, each.other.outlets) for row in differences(board) for each in row
    ]
    assert found == [
        ("40 / 60 mines", ("Globe", "Matin"), ("Tribune",)),
        ("60 / 40 mines", ("Tribune",), ("Globe", "Matin")),
    ]


def test_another_number_is_told_beside_a_longer_wording_in_another_language() -> None:
    said = {
        "Globe": "The repair will cost 40 million crowns.",
        "Tribune": "The repair will cost 45 million crowns.",
    }
    own = article(
        "Matin", (ORLOV, "direct", "a dit", "La réparation du port coûtera 40 millions de couronnes.")
    )
    reports = (
        *(article(each, (ORLOV, "direct", "said", words)) for each, words in said.items()),
        replace(own, language="fr"),
    )
    annotated = event(*reports, ties=tied("Globe0", "Matin0", "translation"))
    statements = statements_of(annotated, SPEAKERS)
    told = "40 million / 45 million crowns"
    found = differences(board_of(annotated, statements, SPEAKERS))
    assert (told, ("Globe",), ("Tribune",)) in [
        (each.told, each.statement.outlets, each.other.outlets) for row in found for each in row
    ]
    lines = by_outlets(statements, "", SPEAKERS, guesses=True).differences
    assert any(f"differs: {told} ? · Globe / Tribune: " in line for row in lines for line in row)


def test_what_two_sides_tell_in_two_numbers_is_no_agreement() -> None:
    board = accounts(
        "that 12 sailors were wounded when the grain ship burnt",
        "that 20 sailors were wounded when the grain ship burnt",
    )
    claims = [claim for row in board.rows for those in row.values() for claim in those]
    assert len(board.rows) == 1 and [claim.relation for claim in claims] == ["", ""]


def test_numbers_of_other_things_are_not_held_against_each_other() -> None:
    board = accounts(
        "that 12 sailors would be paid for the winter", "that 20 sailors had drowned off the cape"
    )
    assert not any(differences(board))


@pytest.mark.parametrize(
    ("language", "one", "other", "told"),
    [
        ("fr", "que 12 soldats sont morts", "que plus de 20 soldats sont morts", ["12 / 20 soldats"]),
        ("fr", "que deux navires ont coulé", "que trois navires ont coulé", ["deux / trois navires"]),
        (
            "fr",
            "que 3 200 mines restent",
            "que 2,5 millions de mines restent",
            ["3 200 / 2,5 millions mines"],
        ),
        ("fr", "que l’appel a duré deux heures", "que l’appel a duré 1 h 40", ["deux heures / 1 h 40"]),
        ("fr", "que cela finit le 3 mai", "que cela finit le 4 mai", ["3 mai / 4 mai"]),
        ("de", "dass zwölf Soldaten starben", "dass 1.200 Soldaten starben", ["zwölf / 1.200 Soldaten"]),
        ("de", "dass er am Montag kam", "dass er am Dienstag kam", ["Montag / Dienstag"]),
        ("de", "dass die Preise um 2,5 Prozent stiegen", "dass sie um 3 Prozent stiegen", ["2,5 / 3 %"]),
        ("de", "dass sie sich in Riga trafen", "dass sie sich in Moskau trafen", ["Riga / Moskau"]),
        ("es", "que doce soldados murieron", "que murieron 20 soldados", ["doce / 20 soldados"]),
        ("es", "que empieza el 3 de mayo", "que empieza el 5 de mayo", ["3 de mayo / 5 de mayo"]),
        ("ru", "что погибли 12 солдат", "что погибли 1,2 тысячи солдат", ["12 / 1,2 тысячи солдат"]),
        ("ru", "что встреча была в среду", "что встреча была в четверг", ["среду / четверг"]),
        ("ru", "что встреча была в Риге", "что встреча была в Москве", ["Риге / Москве"]),
        ("ru", "что он был в Иране", "что он был в Ираке", ["Иране / Ираке"]),
        ("ru", "что он был в Вене", "что он был в Венеции", ["Вене / Венеции"]),
        ("ru", "что он был в Киеве", "что он ехал в Киров", ["Киеве / Киров"]),
        ("de", "dass es 1 Million Euro kostet", "dass es 2 Mio. Euro kostet", ["1 Million / 2 Mio Euro"]),
        ("de", "dass es 3 Millionen Euro kostet", "dass es 3 Mrd. Euro kostet", ["3 Millionen / 3 Mrd Euro"]),
        (
            "es",
            "que cuesta 5 mil millones de euros",
            "que cuesta 5.000 euros",
            ["5 mil millones / 5.000 euros"],
        ),
        ("es", "que son 5 mil soldados", "que son 6 mil soldados", ["5 mil / 6 mil soldados"]),
    ],
)
def test_numbers_days_and_places_differ_in_other_languages(
    language: str, one: str, other: str, told: list[str]
) -> None:
    assert list(differing(facts(one, language), facts(other, language))) == told


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("fr", "que 12 000 soldats sont morts", "que douze mille soldats sont morts"),
        ("fr", "que au moins 12 soldats sont morts", "que 20 soldats sont morts"),
        ("fr", "que la réunion commence à 14 heures", "que la réunion a duré deux heures"),
        ("de", "dass mindestens zwölf Soldaten starben", "dass 20 Soldaten starben"),
        ("de", "dass er in Gesprächen war", "dass er in Verhandlungen war"),
        ("de", "dass es am 3. Mai beginnt", "dass es am 3. Mai 2025 beginnt"),
        ("es", "que 12 personas murieron", "que 20 personas huyeron"),
        ("ru", "что не менее 12 солдат погибли", "что погибли 20 солдат"),
        ("ru", "что встреча была в Москве", "что встреча была в Москву"),
        ("ru", "что он ехал в Киев", "что он был в Киеве"),
        ("ru", "что он был в Норвегии", "что он ехал в Норвегию"),
        ("ru", "что он ехал в Брюссель", "что он был в Брюсселе"),
        ("ru", "что он ехал в Китай", "что он был в Китае"),
        ("ru", "что он ехал в Белый Дом", "что он был в Белом Доме"),
        ("ru", "что он ехал в Иерусалим", "что он был в Иерусалиме"),
        ("ru", "что он ехал в Грозный", "что он был в Грозном"),
        ("ru", "что он был под Москвой", "что он был под Москвою"),
        ("ru", "что он ехал в Казань", "что он был в Казани"),
        ("ru", "что это стоит 1 тысячу евро", "что это стоит 1 000 евро"),
        ("de", "dass es 1 Million Euro kostet", "dass es 1.000.000 Euro kostet"),
        ("de", "dass es 2,5 Mio. Euro kostet", "dass es 2,5 Millionen Euro kostet"),
        ("de", "dass es 1 Milliarde Euro kostet", "dass es 1000 Millionen Euro kostet"),
        ("es", "que cuesta 5 mil millones de euros", "que cuesta 5.000 millones de euros"),
        ("es", "que cuesta un total de 1 millón de euros", "que cuesta 1.000.000 euros"),
        ("fr", "que jusqu’à 20 soldats sont blessés", "que 12 soldats sont blessés"),
        ("fr", "que douze marins et plus d’onze soldats sont blessés", "que 30 soldats sont blessés"),
    ],
)
def test_what_may_both_be_right_does_not_differ_in_other_languages(
    language: str, one: str, other: str
) -> None:
    assert list(differing(facts(one, language), facts(other, language))) == []


def test_a_day_is_one_day_in_two_languages_and_places_are_not_compared() -> None:
    french = facts("que l’on se verra lundi 3 mai à Moscou", "fr")
    assert list(differing(facts("that they would meet on Monday 3 May in Moscow"), french)) == []
    tuesday = facts("that they would meet on Tuesday in Moscow")
    assert list(differing(tuesday, french)) == ["Tuesday / lundi"]


def test_what_tells_what_the_fullest_does_differs_from_none() -> None:
    reports = (
        article(
            "North",
            (ORLOV, "direct", "said", "The crews have cleared 40 mines from the ferry lane since May"),
        ),
        article(
            "Ledger", (ORLOV, "mixed", "said", "that the “crews have cleared” 60 mines from the ferry lane")
        ),
        article("Post", (ORLOV, "indirect", "said", "that the crews cleared 40 mines from the ferry lane")),
    )
    (found,) = statements_of(event(*reports, ties=tied("North0", "Ledger0", "same")), SPEAKERS)
    told = {each.article.outlet: each.differs for each in found.wordings}
    assert told == {"North": (), "Ledger": ("40 / 60 mines",), "Post": ()}


def test_what_one_side_claims_stands_beside_what_the_other_says_is_not_so() -> None:
    board = accounts(
        "that Norland had attacked the harbour with a barge full of saltpetre",
        "that Norland does not attack harbours, and had not attacked this one",
    )
    (row,) = board.rows
    assert (
        sorted(row) == ["France", "Russia"] and not row["Russia"][0].relation
    )  # which is for the reader to say
    ((told,),) = differences(board)
    assert told.told == "“not” of “attack” on one side alone"


def test_two_numbers_of_one_speaker_are_told_in_both_rows_whatever_else_they_are_offered_for() -> None:
    reports = (
        article(
            "Wire",
            (ORLOV, "indirect", "said", "a fire on the pier of Tarsk killed 12 people on Wednesday"),
            (ORLOV, "direct", "said", "Twelve people are dead and forty are wounded. This was no accident."),
        ),
        article(
            "Ledger",
            (
                ORLOV,
                "indirect",
                "said",
                "Fifteen people died in the fire on the pier of Tarsk and 40 were wounded",
            ),
        ),
        article(
            "Post",
            (
                ORLOV,
                "indirect",
                "said",
                "12 people had died and 40 were wounded in the fire on the pier of Tarsk",
            ),
        ),
    )
    annotated = event(*reports)
    board = board_of(annotated, statements_of(annotated, SPEAKERS), SPEAKERS)
    told = {each.told for those in differences(board) for each in those}
    assert len(board.rows) == 3 and {"12 / Fifteen died", "Twelve / Fifteen dead"} <= told, told

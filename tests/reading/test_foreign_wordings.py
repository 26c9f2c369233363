"""Wordings of one speaker in two languages: offered as one by what they share, and never shown as one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.support.ministers import ARDEN, ORLOV, article, event
from tui.core.model import Article, Speaker
from tui.core.statements import Statement
from tui.reading.statements.event_statements import statements_of

SPEAKERS = {each.id: each for each in (ORLOV, ARDEN)}


def report(outlet: str, language: str, *words: str, who: Speaker = ORLOV, day: str = "2025-03-04") -> Article:
    """Return a report in a language that has some words of a speaker."""
    told = article(outlet, *((who, "direct", "said", each) for each in words))
    return replace(told, language=language, published=day)


def offered(*reports: Article) -> list[tuple[Statement, str, str]]:
    """Return the statements to which a quote in another language is offered, with its id and why.

    None may be shown as one with what is in another language.
    """
    found = statements_of(event(*reports), SPEAKERS)
    assert all(len({wording.article.language for wording in each.wordings}) == 1 for each in found)
    return [
        (each, more.quote.id, more.why)
        for each in found
        for more in each.offered
        if more.article.language != each.base.article.language
    ]


ENGLISH = (
    "The envoys of Norland will meet Helga Brandt in Tarsk on Thursday.",
    "We gave Gazprom and Naftogaz no promise about the Sudzha station.",
    "Zelensky rang me before he left Odessa, and Erdogan heard it.",
    "The Kursk column was stopped at Rylsk by the guards of Khinshtein.",
    "Merkel and Hollande wrote the Minsk papers, not I.",
    "The port of Mariupol and the Azovstal works will be rebuilt.",
    "Nobody asked Borrell about the 350 buses in Lviv.",
    "Our plane with Lukashenko on board turned back over Vitebsk.",
    "The bishop of Vilnius begged Grushko to open the Suwalki road.",
    "With Guterres we spoke of Bakhmut and of nothing else.",
)
OTHERS = (
    ("de", "Die Gesandten Norlands treffen Helga Brandt am Donnerstag in Tarsk."),
    ("fr", "Nous n’avons rien promis à Gazprom ni à Naftogaz pour la station de Soudja."),
    ("de", "Selenskyj rief mich an, bevor er Odessa verließ, und Erdogan hörte es."),
    ("ru", "Курскую колонну остановила у Рыльска охрана, сказал мне Хинштейн в Курске."),
    ("es", "Los papeles de Minsk los escribieron Merkel y Hollande, no yo."),
    ("fr", "Le port de Marioupol et l’usine Azovstal seront reconstruits."),
    ("de", "Niemand hat Borrell nach den 350 Bussen in Lwiw gefragt."),
    ("ru", "Наш самолёт, где был Лукашенко, повернул назад над Витебском."),
    ("es", "El obispo de Vilnius pidió a Grushko que abriera el camino de Suwalki."),
    ("fr", "Avec Guterres, nous avons parlé de Bakhmout et de rien d’autre."),
)


def test_what_two_languages_share_finds_most_of_ten_and_nothing_beside_them() -> None:
    english = report("North", "en", *ENGLISH)
    others = [report(f"{language}{at}", language, words) for at, (language, words) in enumerate(OTHERS)]
    right = wrong = 0
    for found, quote, _ in offered(english, *others):
        pair = {found.base.quote.id, quote}
        numbers = {int(each.removeprefix("North")) for each in pair if each.startswith("North")}
        numbers |= {int(each[2:-1]) for each in pair if not each.startswith("North")}
        right, wrong = right + (len(numbers) == 1), wrong + (len(numbers) > 1)
    assert (right >= 8, wrong) == (True, 0), (right, wrong)


def test_it_says_what_they_share() -> None:
    ((_, _, why),) = offered(report("North", "en", ENGLISH[4]), report("Rivera", "es", OTHERS[4][1]))
    assert why.startswith("found by rule: in another language, both ")
    assert all(f"“{name}”" in why for name in ("Minsk", "Hollande"))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", "Avec Guterres, nous avons parlé de la pluie."),
        ("ru", "Мы говорили о Вильнюсе и о дожде."),
    ],
)
def test_one_name_is_not_enough(language: str, words: str) -> None:
    assert not offered(report("North", "en", *ENGLISH), report("Other", language, words))


def test_nor_is_another_day_or_another_speaker_enough() -> None:
    north, told = report("North", "en", ENGLISH[9]), OTHERS[9][1]
    assert offered(north, report("Matin", "fr", told))
    assert not offered(north, report("Matin", "fr", told, day="2025-03-09"))
    assert not offered(north, report("Matin", "fr", told, who=ARDEN))


def test_names_that_all_of_it_has_bring_nothing_together() -> None:
    themes = ("{} of Norland and Varland, said he.", "{} von Norland und Varland, sagte er.")
    english = [
        report(f"N{at}", "en", themes[0].format(word)) for at, word in enumerate("tea salt rope tar".split())
    ]
    german = [
        report(f"G{at}", "de", themes[1].format(word)) for at, word in enumerate("wein öl garn".split())
    ]
    assert not [each for each in offered(*english, *german) if "another language" in each[2]]


def test_a_name_and_a_not_in_common_offer_nothing() -> None:
    german = "Norland wird dort kein einziges Boot zurücklassen."
    assert not offered(report("N", "en", "Norland has not moved a ferry."), report("K", "de", german))


def test_a_name_that_opens_a_sentence_is_one_where_it_stands_inside_another() -> None:
    (found,) = offered(
        report("North", "en", "Norland's fishing grounds are not for rent, not in Tarsk and nowhere else."),
        report("Ledger", "en", "The pilots of Norland have gone home."),
        report(
            "Kurier", "de", "Norlands Fanggründe werden nicht vermietet, nicht in Tarsk und nirgends sonst."
        ),
    )
    assert found[2].endswith("in another language, both “Norland”, “Tarsk”")


def test_small_words_of_a_language_are_no_reason() -> None:
    told = (
        report("Kurier", "de", "Wir werden des Friedens wegen kein Boot am Wehr von Tarsk lassen"),
        report("Bote", "de", "Des Friedens wegen werde kein Boot am Wehr von Tarsk bleiben"),
    )
    (found,) = statements_of(event(*told), SPEAKERS)
    assert not any(f"“{word}”" in found.wordings[1].why for word in ("des", "Des", "kein", "am"))

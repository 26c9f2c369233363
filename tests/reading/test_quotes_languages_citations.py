"""Through whom words came, in French, German, Russian and Spanish: who is cited speaks, and not who cites."""

from __future__ import annotations

import pytest

from tui.core.model import SURE_ENOUGH
from tui.reading.quotes import find_quotes


@pytest.mark.parametrize(
    ("language", "text", "who", "chain"),
    [
        # "citing"
        ("de", "Die Agentur NPA meldete unter Berufung auf einen hohen Beamten, der Damm sei dicht.",
         "ein hoher Beamter", "NPA"),
        ("de", "Laut der Zeitung „Deichpost“, die sich auf zwei Beamte beruft, ist der Damm dicht.",
         "zwei Beamte", "Deichpost"),
        ("fr", "Le quotidien Le Quai, citant une source du port, a assuré que la digue tient.",
         "une source du port", "Le Quai"),
        ("fr", "Selon l'agence ONE, qui cite un diplomate belge, la digue tient bon.", "un diplomate belge", "ONE"),
        ("ru", "Дамба выдержит ещё неделю, передаёт НТА со ссылкой на источник в порту.", "источник в порту", "НТА"),
        ("ru", "Агентство НТА, ссылаясь на мэра Олега Ветрова, сообщает, что дамба выдержит.", "Олег Ветров", "НТА"),
        ("es", "Según informó la agencia ANS, citando a dos fuentes del puerto, el dique aguanta.",
         "dos fuentes del puerto", "ANS"),
        ("es", "El diario El Faro del Sur, que cita a un alto cargo, sostiene que el dique aguanta.",
         "un alto cargo", "El Faro del Sur"),
        # "quoted by"
        ("fr", "La maire Ida Roth, citée par l'agence AFN, a assuré que la digue tient.", "Ida Roth", "AFN"),
        ("es", "La alcaldesa Ida Roth, citada por la agencia ANS, aseguró que el dique aguanta.", "Ida Roth", "ANS"),
        ("ru", "Мэр Ида Рот, слова которой приводит НТА, заявила, что дамба выдержит.", "Ида Рот", "НТА"),
        ("de", "„Der Damm ist dicht“, zitiert die „Deichpost“ einen Diplomaten.", "ein Diplomat", "Deichpost"),
        (
            "es",
            "El puente reabrirá mañana, según confirmaron fuentes del puerto citadas por la agencia ANS.",
            "fuentes del puerto",
            "ANS",
        ),
        # a paper that passes on what was said, and one that was told
        ("ru", "«Дамба выдержит ещё неделю», — заявил мэр Олег Ветров, передаёт НТА.", "Олег Ветров", "НТА"),
        ("ru", "Как передаёт НТА, мэр Олег Ветров заявил, что дамба выдержит.", "Олег Ветров", "НТА"),
        ("ru", "Мэр Олег Ветров сказал ТАСС, что дамба выдержит.", "Олег Ветров", "ТАСС"),
        ("de", "„Der Damm ist dicht“, sagte Bürgermeisterin Ida Roth der Zeitung „Deichpost“.",
         "Ida Roth", "Deichpost"),
        ("fr", "« La digue tient », a dit la maire Ida Roth à l'AFP.", "Ida Roth", "AFP"),
        ("es", "«El dique aguanta», dijo la alcaldesa Ida Roth al diario El Faro.", "Ida Roth", "El Faro"),
        ("es", "«El dique aguanta», dijo la alcaldesa Ida Roth a la emisora Radio Golfo.", "Ida Roth", "Radio Golfo"),
    ],
)  # fmt: skip
def test_who_is_cited_speaks_through_who_cites_them(language: str, text: str, who: str, chain: str) -> None:
    (found,) = {(one.entity, one.chain) for one in find_quotes(text, language, spans="all")}
    assert found == (who, (chain,))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "„Der Damm ist dicht“, sagte der Chefredakteur der Zeitung „Deichpost“."),
        ("de", "Die Agentur NPA meldete unter Berufung auf Unterlagen, der Damm sei dicht."),
        ("fr", "« La digue tient », a dit le directeur du journal à la maire."),
        ("es", "«El dique aguanta», dijo el director del diario a la alcaldesa."),
        ("ru", "«Дамба выдержит», — сказал редактор газеты «Маяк»."),
    ],
)
def test_a_paper_that_passes_nothing_on_is_no_stage(language: str, text: str) -> None:
    assert {one.chain for one in find_quotes(text, language, spans="all")} == {()}


def test_whoever_a_paper_quotes_by_a_pronoun_was_told_of_before() -> None:
    text = "Bürgermeister Emil Roth blieb fern. „Der Damm ist dicht“, zitierte ihn die „Deichpost“."
    (found,) = find_quotes(text, "de", spans="all")
    assert (found.entity, found.chain) == ("Emil Roth", ("Deichpost",))


def test_whoever_tells_a_paper_something_is_told_of_without_it() -> None:
    text = "Посол Олег Ветров приехал. «Мы ждём ответа, а не оценок», — сказал посол телеканалу «Араз»."
    (found,) = find_quotes(text, "ru", spans="all")
    assert (found.entity, found.chain) == ("Олег Ветров", ("Араз",))


def test_a_body_in_which_something_is_said_behind_the_words_says_it() -> None:
    (found,) = find_quotes("Движение по мосту откроют в июне, сообщили в мэрии.", "ru", spans="all")
    assert found.entity == "мэрия"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Ein Bauer, der seinen Namen nicht nennen will, hat andere Sorgen."),
        ("de", "Der Bauer liest das Portal „Grenzland“ am liebsten."),
    ],
)
def test_what_tells_of_no_speech_is_none(language: str, text: str) -> None:
    assert find_quotes(text, language, spans="all") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "Anne Morel vint. « Partez d'ici », a lancé Morel à Petit, qui lui a répondu : « Restez ici ».",
        ),
        ("es", "Ana Mora vino. «Váyase de aquí», dijo Mora a Petit, quien le respondió: «Quédese aquí»."),
    ],
)
def test_who_is_told_something_and_answers_speaks(language: str, text: str) -> None:
    assert find_quotes(text, language)[-1].entity == "Petit"


def test_who_is_only_told_of_before_who_is_not_taken() -> None:
    text = "Le fils de Jean Petit, qui a dit : « Restez avec nous ici », est parti."
    (found,) = find_quotes(text, "fr")
    assert found.confidence < SURE_ENOUGH


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Nach Angaben von Ida Lund, der Leiterin des Hafens, liegen 30 Schiffe fest."),
        ("de", "Laut Angaben von Ida Lund liegen 30 Schiffe fest."),
        ("de", "Gemäß den Angaben von Ida Lund liegen 30 Schiffe fest."),
        ("de", "Nach Worten von Ida Lund, der Leiterin des Hafens, liegen 30 Schiffe fest."),
        ("de", "Laut Aussage von Ida Lund liegen 30 Schiffe fest."),
        ("fr", "Selon les propos d'Ida Lund, directrice du port, trente navires attendent."),
        ("fr", "D'après les déclarations de Ida Lund, directrice du port, trente navires attendent."),
        ("es", "Según las palabras de Ida Lund, directora del puerto, treinta barcos esperan."),
        ("es", "Según declaraciones de Ida Lund, directora del puerto, treinta barcos esperan."),
    ],
)
def test_what_words_are_according_to_is_no_part_of_the_name(language: str, text: str) -> None:
    (found,) = find_quotes(text, language, spans="all")
    assert found.entity == "Ida Lund"

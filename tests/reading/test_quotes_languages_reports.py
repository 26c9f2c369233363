"""Who said what in whole reports in French, German, Russian and Spanish: kinds that short passages do not have."""

from __future__ import annotations

import pytest

from tui.core.model import SURE_ENOUGH
from tui.reading.quotes import find_quotes
from tui.reading.result import QuoteSpan


def last(text: str, language: str) -> QuoteSpan:
    return find_quotes(text, language, spans="all")[-1]


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        (
            "fr",
            "Paul Roth, secrétaire du syndicat, est venu. « C'est non », a dit le syndicaliste.",
            "Paul Roth",
        ),
        ("es", "La canciller Eva Mora habló ayer. «Es tarde», dijo la ministra.", "Eva Mora"),
        ("de", "Bundesrätin Eva Holm kam nach Bern. „Es ist spät“, sagte die Aussenministerin.", "Eva Holm"),
        ("ru", "Министр транспорта Карл Остров приехал. «Нет», — сказал глава ведомства.", "Карл Остров"),
    ],
)
def test_an_office_that_nobody_was_named_with_is_that_of_who_was_named_last_with_doubt(
    language: str, text: str, who: str
) -> None:
    quote = last(text, language)
    assert quote.entity == who
    assert quote.confidence < SURE_ENOUGH


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        # another rank, of something else, of another gender, a source
        ("fr", "Le président Paul Roth est venu. « C'est non », a dit le ministre.", "le ministre"),
        (
            "fr",
            "Le ministre Paul Roth est venu. « C'est non », a dit le directeur du port.",
            "le directeur du port",
        ),
        ("es", "El ministro Juan Mora habló ayer. «Es tarde», dijo la alcaldesa.", "la alcaldesa"),
        ("ru", "Министр Карл Остров приехал. «Нет», — сказал источник.", "источник"),
    ],
)
def test_an_office_that_cannot_be_theirs_stays_as_it_is_written(language: str, text: str, who: str) -> None:
    assert last(text, language).entity == who


def test_who_was_told_of_since_somebody_spoke_holds_the_office() -> None:
    text = "«Да», — сказал Карл Остров. Премьер Иван Белов его услышал. «Нет», — сказал глава правительства."
    assert last(text, "ru").entity == "Иван Белов"


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("fr", "Quelques heures plus tôt, Eva Roth avait parlé. « C'est non », a-t-elle dit.", "Eva Roth"),
        (
            "es",
            "Según el ministro, todo va bien. La dirigente Eva Mora-Rey dijo: «Es tarde».",
            "Eva Mora-Rey",
        ),
        ("ru", "Состоялся разговор с Карлом Островым. «Нет», — сказал Остров.", "Карл Остров"),
        ("ru", "Состоялся разговор с президентом Ливии Карлом Родичем. «Нет», — сказал Родич.", "Карл Родич"),
        ("ru", "«Нет», — сказал премьер на встрече.", "премьер"),
        ("ru", "«Нет», — сказала министр Боснии и Герцеговины Эмина Драго.", "Эмина Драго"),
    ],
)
def test_a_name_begins_and_ends_with_its_own_words(language: str, text: str, who: str) -> None:
    assert last(text, language).entity == who


@pytest.mark.parametrize("word", ["Vienne", "Vernaz"])
def test_a_name_that_begins_a_sentence_speaks(word: str) -> None:
    assert last(f"La ville de Vernaz dort. {word} n'exclut pas « un nouveau format ».", "fr").entity == word

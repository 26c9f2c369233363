"""Who will not say a thing, who denies any of it, who offers to do it, and for whom it is so, in four languages."""

from __future__ import annotations

import pytest

from tui.core.model import SURE_ENOUGH
from tui.reading.quotes import find_quotes
from tui.reading.result import QuoteSpan


def told(text: str, language: str) -> list[QuoteSpan]:
    """Return all that is said in a text, without marks too."""
    return find_quotes(text, language, spans="all")


@pytest.mark.parametrize(
    ("language", "text", "words", "polarity"),
    [
        ("fr", "Ada Renn n'a pas voulu dire si le port fermerait.", "si le port fermerait", "declined"),
        ("fr", "Ada Renn n'a pas voulu confirmer que le port fermerait.", "le port fermerait", "declined"),
        (
            "fr",
            "Ada Renn n'a voulu ni confirmer ni démentir que le port fermerait.",
            "le port fermerait",
            "open",
        ),
        (
            "fr",
            "Ada Renn ne souhaite pas commenter « une rumeur de port ».",
            "une rumeur de port",
            "declined",
        ),
        (
            "de",
            "Ada Renn wollte weder bestätigen noch dementieren, dass der Hafen schließt.",
            "der Hafen schließt",
            "open",
        ),
        (
            "de",
            "Das Ministerium konnte weder bestätigen noch dementieren, dass der Hafen schließt.",
            "der Hafen schließt",
            "open",
        ),
        ("de", "Ada Renn wollte nicht sagen, ob der Hafen schließt.", "ob der Hafen schließt", "declined"),
        (
            "de",
            "Am Montag wollte Ada Renn nicht bestätigen, dass der Hafen schließt.",
            "der Hafen schließt",
            "declined",
        ),
        ("de", "Ada Renn wollte wissen, ob der Hafen schließt.", "ob der Hafen schließt", "asked"),
        (
            "es",
            "El ministerio no quiso confirmar ni desmentir que el puerto cierre.",
            "el puerto cierre",
            "open",
        ),
        ("es", "El ministerio no quiso decir si el puerto cerrará.", "si el puerto cerrará", "declined"),
        ("ru", "Министр Ада Ренн не стала подтверждать, что порт закроют.", "порт закроют", "declined"),
    ],
)
def test_who_will_not_say_it_declines_or_leaves_it_open(
    language: str, text: str, words: str, polarity: str
) -> None:
    assert [(one.text, one.polarity) for one in told(text, language)] == [(words, polarity)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Ada Renn wollte den Hafen schließen, der alt ist."),  # nobody asks that
        (
            "de",
            "Das Ministerium wollte den Bericht, wonach der Hafen schließt, weder bestätigen noch dementieren.",
        ),
        ("fr", "Ada Renn a voulu confirmer que le port était plein."),
        ("es", "La ministra Ada Renn ofreció lugar y fecha."),
    ],
)
def test_of_who_only_wants_or_brings_something_nothing_is_told(language: str, text: str) -> None:
    assert told(text, language) == []


def test_who_would_not_answer_did_not_say_what_was_asked() -> None:
    (quote,) = told("Interrogée sur « le port fermé », Ada Renn n'a pas voulu répondre.", "fr")
    assert quote.entity == ""


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("fr", "Ada Renn dément toute frappe sur le port.", "toute frappe sur le port"),
        ("fr", "Ada Renn dément catégoriquement avoir vendu le port.", "avoir vendu le port"),
        ("es", "Ada Renn desmiente cualquier ataque al puerto.", "cualquier ataque al puerto"),
        ("es", "Ada Renn negó tajantemente haber vendido el puerto.", "haber vendido el puerto"),
        ("de", "Ada Renn dementierte jede Beteiligung an dem Angriff.", "jede Beteiligung an dem Angriff"),
    ],
)
def test_any_of_it_is_denied_and_surely_by_one(language: str, text: str, words: str) -> None:
    (quote,) = told(text, language)
    assert (quote.text, quote.entity, quote.polarity) == (words, "Ada Renn", "denied")
    assert quote.confidence >= SURE_ENOUGH


@pytest.mark.parametrize("verb", ["dément", "soutient", "maintient", "prévient"])
def test_a_french_verb_of_one_that_ends_as_those_of_several_is_of_one(verb: str) -> None:
    (quote,) = told(f"« C'est faux », {verb} Ada Renn.", "fr")
    assert (quote.entity, quote.confidence) == ("Ada Renn", 0.95)


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("es", "Ada Renn ofreció mediar entre las partes.", "mediar entre las partes"),
        ("es", "Ada Renn ha prometido cerrar el puerto.", "cerrar el puerto"),
        ("es", "Ada Renn propuso aplazar la votación.", "aplazar la votación"),
        ("ru", "Ада Ренн пообещала закрыть порт.", "закрыть порт"),
    ],
)
def test_what_somebody_offers_to_do_is_theirs(language: str, text: str, words: str) -> None:
    (quote,) = told(text, language)
    assert (quote.text, quote.entity in ("Ada Renn", "Ада Ренн")) == (words, True)


def test_of_what_nobody_is_named_to_have_promised_nothing_is_told() -> None:
    assert told("Газ обещали дать к вечеру.", "ru") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Ivo Stern a critiqué la ministre Ada Renn, pour qui « le port est sûr »."),
        ("fr", "Le plan déplaît à Ada Renn, selon qui « le port est sûr »."),
        ("es", "Ivo Stern criticó a la ministra Ada Renn, para quien “el puerto es seguro”."),
        ("de", "Der Plan von Ivo Stern missfällt Ada Renn, für die „der Hafen sicher ist“."),
        ("ru", "План Ивана Белова раскритиковала Ада Ренн, по словам которой «порт безопасен»."),
        ("en", "Ivo Stern criticised the minister, Ada Renn, for whom “the port is safe”."),
        ("en", "Ivo Stern criticised Ada Renn, according to whom “the port is safe”."),
        ("en", "Ivo Stern met Ada Renn, in whose view “the port is safe”."),
    ],
)
def test_for_whom_it_is_so_says_it_and_not_the_subject_of_the_main_clause(language: str, text: str) -> None:
    (quote,) = told(text, language)
    assert quote.entity in ("Ada Renn", "Ада Ренн")


@pytest.mark.parametrize(
    ("text", "words", "polarity"),
    [
        ("Ada Renn widersprach der Aussage, der Damm sei sicher.", "der Damm sei sicher", "rejected"),
        ("Ada Renn widersprach. Der Damm sei sicher, sagte sie.", "Der Damm sei sicher", ""),
        ("„Nein“, widersprach Ada Renn.", "Nein", ""),
        ("Ada Renn trat der Behauptung entgegen, sie habe gezögert.", "sie habe gezögert", "rejected"),
        ("Ada Renn wies die Behauptung zurück, sie habe gezögert.", "sie habe gezögert", "rejected"),
        ("Ada Renn wies die Behauptung, sie habe gezögert, zurück.", "sie habe gezögert", "rejected"),
        ("Ada Renn stritt ab, davon gewusst zu haben.", "davon gewusst zu haben", "denied"),
        ("Ada Renn hat abgestritten, dass sie davon wusste.", "sie davon wusste", "denied"),
        ("Ada Renn wollte nicht ausschließen, dass das Werk schließt.", "das Werk schließt", "open"),
    ],
)
def test_what_is_contradicted_in_german_is_not_asserted(text: str, words: str, polarity: str) -> None:
    (quote,) = told(text, "de")
    assert (quote.text, quote.entity, quote.polarity) == (words, "Ada Renn", polarity)

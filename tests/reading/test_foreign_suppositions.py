"""A saying that a sentence denies, asks, supposes or has by hearsay, in other languages than English."""

from __future__ import annotations

import pytest

from tui.core.model import SURE_ENOUGH
from tui.reading.quotes import find_quotes


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Ivo Stern hätte sagen sollen, der Hafen sei geschlossen."),
        ("de", "Hätte Ivo Stern gesagt, der Hafen sei geschlossen, wäre die Flotte umgekehrt."),
        ("de", "Hat Ivo Stern gesagt, der Hafen sei geschlossen?"),
        ("de", "Anders als Ivo Stern sagt, ist der Hafen nicht geschlossen."),
        ("de", "Entgegen dem, was Ivo Stern sagte, war der Hafen offen."),
        ("de", "Wenn Ivo Stern sagt, der Hafen sei geschlossen, kehrt die Flotte um."),
        ("de", "Niemand weiß, ob Ivo Stern sagte, der Hafen sei geschlossen."),
        ("de", "Es stimmt nicht, dass Ivo Stern sagte, der Hafen sei geschlossen."),
        ("de", "Ivo Stern hat nicht gesagt, dass der Hafen geschlossen sei."),
        ("de", "Ivo Stern hat nicht behauptet, dass der Hafen geschlossen sei."),
        ("de", "Ivo Stern glaubt nicht, dass der Hafen geschlossen sei."),
        ("es", "Ivo Stern no decía que el puerto estaba cerrado."),
        ("ru", "Иво Штерн не говорил, что порт закрыт."),
        ("de", "Ivo Stern sagte nie, der Hafen sei geschlossen."),
        ("fr", "Ivo Stern a-t-il dit que le port était fermé ?"),
        ("fr", "Est-ce que Ivo Stern a dit que le port était fermé ?"),
        ("fr", "Si Ivo Stern dit que le port est fermé, la flotte fera demi-tour."),
        ("fr", "Il est faux que Ivo Stern ait dit que le port était fermé."),
        ("fr", "Personne ne sait si Ivo Stern a dit que le port était fermé."),
        ("fr", "Ivo Stern n'a pas dit que le port était fermé."),
        ("fr", "Ivo Stern n'a dit que quelques mots à la presse."),
        ("es", "Ivo Stern no ha dicho que el puerto esté cerrado."),
        ("es", "Si Ivo Stern dice que el puerto está cerrado, la flota volverá."),
        ("es", "Al contrario de lo que dijo Ivo Stern, el puerto estaba abierto."),
        ("es", "¿Ha dicho Ivo Stern que el puerto está cerrado?"),
        ("ru", "Иво Штерн не сказал, что порт закрыт."),
        ("ru", "Если Иво Штерн скажет, что порт закрыт, флот вернётся."),
        ("ru", "Никто не знает, сказал ли Иво Штерн, что порт закрыт."),
    ],
)
def test_what_is_only_supposed_to_be_said_is_nobodys(language: str, text: str) -> None:
    assert not find_quotes(text, language, spans="all")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Ivo Stern aurait dit que le port était fermé."),
        ("fr", "« Le port est fermé », aurait dit Ivo Stern."),
        ("fr", "Ivo Stern est accusé d'avoir dit que le port était fermé."),
        ("es", "Ivo Stern habría dicho que el puerto estaba cerrado."),
        ("ru", "Иво Штерн якобы сказал, что порт закрыт."),
        ("de", "„Der Hafen ist geschlossen“, hat Ivo Stern nie gesagt."),
    ],
)
def test_hearsay_bears_a_question_mark(language: str, text: str) -> None:
    (one,) = find_quotes(text, language, spans="all")
    assert one.confidence < SURE_ENOUGH


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Wenn die Flotte ausläuft, sagte Ivo Stern, sei der Hafen leer."),
        ("de", "Als Ivo Stern sagte, der Hafen sei geschlossen, kehrte die Flotte um."),
        ("de", "Wie Ivo Stern sagte, war der Hafen offen."),
        ("de", "Warum sagte Ivo Stern, dass der Hafen geschlossen ist?"),
        ("fr", "Comme l'a dit Ivo Stern, le port n'était pas fermé."),
        ("fr", "Ivo Stern dit que si le port est fermé, la flotte fera demi-tour."),
        ("fr", "Ivo Stern a dit que quelques mots suffisaient."),
        ("es", "Ivo Stern dijo que el puerto no estaba cerrado."),
        ("ru", "Иво Штерн сказал, что порт не закрыт."),
    ],
)
def test_what_a_question_or_condition_stands_beside_is_said(language: str, text: str) -> None:
    found = find_quotes(text, language, spans="all")
    assert found
    assert all(one.entity in ("Ivo Stern", "Иво Штерн") and one.confidence >= SURE_ENOUGH for one in found)

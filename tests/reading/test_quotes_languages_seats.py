"""Bodies by their seats in French, German, Russian and Spanish, and what "the ministry" stands for behind them."""

from __future__ import annotations

import pytest

from tui.core.model import SURE_ENOUGH
from tui.reading.quotes import find_quotes


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("fr", "La place Beauvau confirme que la lettre est perdue.", "Place Beauvau"),
        ("fr", "Un porte-parole du Quai d'Orsay a dit que rien n'est signé.", "un porte-parole du Quai d'Orsay"),
        ("de", "Im Bendlerblock hieß es, der Brief sei verloren.", "Bendlerblock"),
        ("de", "Eine Sprecherin des Auswärtigen Amtes sagte, der Brief sei fort.", "eine Sprecherin des Auswärtigen Amtes"),
        ("ru", "На Смоленской площади заявили, что письмо потеряно.", "Смоленская площадь"),
        ("ru", "На Старой площади считают, что письмо потеряно.", "Старая площадь"),
    ],
)  # fmt: skip
def test_a_seat_speaks_for_its_body(language: str, text: str, who: str) -> None:
    (found,) = find_quotes(text, language, spans="all")
    assert (found.entity, found.confidence >= SURE_ENOUGH) == (who, True)


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("fr", "Le Quai d'Orsay se tait. Le ministère a ajouté que rien n'est signé.", "Quai d'Orsay"),
        ("de", "Das Auswärtige Amt schwieg. Das Ministerium bestätigte, dass er fehlt.", "Auswärtiges Amt"),
        ("ru", "Смоленская площадь молчит. В министерстве добавили, что его ищут.", "Смоленская площадь"),
        ("es", "El Palacio de Santa Cruz calla. El ministerio añadió que nada está firmado.", "Palacio de Santa Cruz"),
        ("fr", "Le ministère de la Mer se tait. Le ministère a ajouté que rien n'est signé.", "ministère de la Mer"),
    ],
)  # fmt: skip
def test_the_ministry_is_the_one_that_was_told_of(language: str, text: str, who: str) -> None:
    (found,) = find_quotes(text, language, spans="all")
    assert (found.entity, found.confidence < 0.75) == (who, True)


def test_of_two_ministries_none_is_sure() -> None:
    text = "Bercy se tait. Le ministère de la Mer aussi. Le ministère a ajouté que rien n'est signé."
    (found,) = find_quotes(text, "fr", spans="all")
    assert found.confidence < SURE_ENOUGH
    assert found.candidates == ("Bercy",)


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("de", "„Nein“, sagte ein Berater von Präsident Karl Lund.", "ein Berater von Präsident Karl Lund"),
        ("de", "Ein Sprecher des Präsidenten Karl Lund sagte, es sei spät.", "ein Sprecher des Präsidenten Karl Lund"),
        ("de", "„Nein“, sagte ein Sprecher der Ministerin, Ida Lund.", "ein Sprecher der Ministerin"),
        ("fr", "« Non », a dit un conseiller du président Karl Lund.", "un conseiller du président Karl Lund"),
        ("fr", "« Non », a dit un porte-parole de la ministre, Ida Lund.", "un porte-parole de la ministre"),
        ("es", "Un asesor del presidente Carlos Luna dijo que no iría.", "un asesor del presidente Carlos Luna"),
        # whose own name it is
        ("de", "„Nein“, sagte der Sprecher der Polizei Karl Lund.", "Karl Lund"),
        ("de", "„Nein“, sagte die Sprecherin des Präsidenten, Ida Lund.", "Ida Lund"),
        ("fr", "« Non », a dit le président des maires de France Karl Lund.", "Karl Lund"),
        ("fr", "Un conseiller de la ministre, Karl Lund, a dit que tout allait bien.", "Karl Lund"),
        ("es", "«No», dijo un portavoz del Ministerio, Carlos Luna.", "Carlos Luna"),
    ],
)  # fmt: skip
def test_who_serves_somebody_named_is_not_who_is_named(language: str, text: str, who: str) -> None:
    (found,) = find_quotes(text, language, spans="all")
    assert found.entity == who


def test_whom_somebody_serves_is_named_there() -> None:
    text = "Un conseiller du président Karl Lund s'est tu. « Non », a dit Lund. « Si », a dit le président."
    assert [one.entity for one in find_quotes(text, "fr")] == ["Karl Lund", "Karl Lund"]

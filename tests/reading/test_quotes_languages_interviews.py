"""Interviews in French, Russian and Spanish in which nothing but a dash tells that another speaks."""

from __future__ import annotations

import pytest

from tui.core.model import SURE_ENOUGH
from tui.reading.quotes import find_quotes

TURNS = {
    "fr": ("L'ambassadrice Eva Holm", "Partez-vous ?", "Non.", "Pourquoi ?", "Par habitude.", "Eva Holm", "un journaliste"),
    "ru": ("Посол Ева Хольм", "Вы уезжаете?", "Нет.", "Почему?", "По привычке.", "Ева Хольм", "журналист"),
    "es": ("La embajadora Eva Holm", "¿Se va?", "No.", "¿Por qué?", "Por costumbre.", "Eva Holm", "un periodista"),
}  # fmt: skip


def interview(language: str, above: str = "") -> str:
    """Return an interview of four turns below a line on who is asked."""
    who, *turns = TURNS[language][:5]
    return f"{above}{who}.\n\n" + "\n\n".join(f"— {turn}" for turn in turns)


@pytest.mark.parametrize("language", TURNS)
def test_dashes_alone_part_who_asks_from_who_is_told_of_above(language: str) -> None:
    answers, asks = TURNS[language][5:]
    found = find_quotes(interview(language), language)
    assert [one.entity for one in found] == [asks, answers] * 2
    assert [one.polarity for one in found] == ["asked", ""] * 2
    assert all(one.confidence >= SURE_ENOUGH for one in found)


def test_both_halves_of_a_surname_in_capitals_keep_theirs() -> None:
    text = "ANNE LUND-ROTH : Partez-vous ?\n\nMARC VEY : Non.\n\n"
    assert [one.entity for one in find_quotes(text * 2, "fr")] == ["Anne Lund-Roth", "Marc Vey"] * 2


def test_of_two_told_of_above_none_is_sure_to_answer() -> None:
    found = find_quotes(interview("fr", "Le maire Jean Morel est parti. "), "fr")
    assert all(one.confidence < SURE_ENOUGH for one in found[1::2])


def test_where_nobody_is_told_of_above_nobody_answers() -> None:
    text = interview("ru").partition("\n\n")[2]
    assert [one.entity for one in find_quotes(text, "ru")] == ["журналист", ""] * 2


def test_a_paragraph_between_two_turns_may_be_the_writers() -> None:
    text = interview("es").replace("— No.", "— No.\n\nEl barco zarpó ayer.")
    (further,) = (one for one in find_quotes(text, "es") if "barco" in one.text)
    assert (further.entity, further.confidence < SURE_ENOUGH) == ("Eva Holm", True)


def test_the_same_words_in_the_headline_are_theirs_who_says_them_below() -> None:
    text = "«Это всё по привычке»\n\n" + interview("ru").replace("По привычке", "Это всё по привычке")
    assert find_quotes(text, "ru")[0].entity == "Ева Хольм"


@pytest.mark.parametrize(
    "text",
    [
        "Eva Holm vient.\n\n— une visite ;\n\n— un débat ;\n\n— un repas ;\n\n— un bal ?",
        "Eva Holm vient.\n\n— Qui ?\n\n— Où ?\n\n— Quand ?\n\n— Comment ?",
        "Eva Holm vient.\n\n— Partez-vous ?\n\n— Non.",
    ],
)
def test_a_list_with_dashes_is_no_interview(text: str) -> None:
    assert find_quotes(text, "fr", spans="all") == []


PLAIN = {
    "de": ("Ida Lund leitet den Hafen. Wir haben sie getroffen.", "Ist er voll?", "Fast. Ich zähle nicht.",
           "Sie sind geblieben.", "Ja.", "Hält er?", "Das meint der Minister.", "Ida Lund"),
    "fr": ("Eva Holm dirige le port. Le Phare l’a rencontrée.", "Est-il plein ?", "Presque. Je ne compte pas.",
           "Vous êtes restée.", "Oui.", "Tiendra-t-il ?", "C’est ce que dit le ministre.", "Eva Holm"),
    "es": ("Eva Holm dirige el puerto. En esta entrevista habla del muelle.", "¿Está lleno?", "Casi. Yo no cuento.",
           "Usted se quedó.", "Sí.", "¿Aguantará?", "Eso dice el ministro.", "Eva Holm"),
    "ru": ("Интервью с начальником порта. Ева Хольм ждёт.", "Он полон?", "Почти. Я не считаю.",
           "Вы остались.", "Да.", "Он выдержит?", "Так говорит министр.", "Ева Хольм"),
}  # fmt: skip


@pytest.mark.parametrize("language", PLAIN)
def test_without_dashes_too_one_asks_and_one_answers_with_a_doubt_below_a_text_that_tells_of_a_talk(
    language: str,
) -> None:
    *parts, who = PLAIN[language]
    found = find_quotes("\n\n".join(parts), language)
    assert [one.text for one in found] == parts[1:]
    assert [one.entity for one in found[1::2]] == [who] * 3
    assert all(one.confidence < SURE_ENOUGH for one in found)


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (0, "Ida Lund leitet den Hafen. Er liegt am Sund."),  # no talk
        (2, "Fast. Niemand zählt."),  # and nobody says "I"
        (4, "Warum nicht?"),  # two ask one after the other
    ],
)
def test_an_article_whose_headings_ask_is_no_interview(at: int, words: str) -> None:
    parts = list(PLAIN["de"][:-1])
    parts[at] = words
    assert find_quotes("\n\n".join(parts), "de") == []


@pytest.mark.parametrize(
    ("language", "turns", "names"),
    [
        (
            "de",
            ("FRAGE STERN: Wer zahlt?", "LUND (AA): Das ist offen.", "ZUSATZFRAGE: Und wann?", "LUND (AA): Bald."),
            ("Stern", "Lund", "ein Journalist", "Lund"),
        ),
        (
            "es",
            ("Pregunta. ¿Cuándo abre?", "Respuesta. El lunes.", "P. ¿Quién paga?", "R. Las dos partes."),
            ("un periodista", "Ida Lund", "un periodista", "Ida Lund"),
        ),
        (
            "ru",
            ("Вопрос: Когда откроется шлюз?", "И.Лунд: Скоро.", "Вопрос: Кто платит?", "И.Лунд: Все."),
            ("журналист", "И. Лунд", "журналист", "И. Лунд"),
        ),
    ],
)  # fmt: skip
def test_labels_of_turns_are_read_as_each_press_sets_them(
    language: str, turns: tuple[str, ...], names: tuple[str, ...]
) -> None:
    above = "Entrevista con Ida Lund, ministra de Puertos.\n\n" if language == "es" else ""
    found = find_quotes(above + "\n\n".join(turns), language, spans="all")
    assert [one.entity for one in found] == [*names]


BRIEFINGS = {
    "fr": ("Conférence de presse de la ministre des Ports, Ida Lund", "LA MINISTRE :", "QUESTION :", "Est-ce sûr ?"),
    "de": ("Pressekonferenz der Ministerin für Häfen, Ida Lund", "DIE MINISTERIN:", "FRAGE:", "Ist das sicher?"),
    "es": ("Rueda de prensa de la ministra de Puertos, Ida Lund", "SRA. MINISTRA:", "P.:", "¿Es seguro?"),
}  # fmt: skip


@pytest.mark.parametrize("language", BRIEFINGS)
def test_the_minister_of_a_transcript_is_whom_its_headline_names(language: str) -> None:
    headline, minister, question, asked = BRIEFINGS[language]
    text = (
        f"{minister} Da.\n\n{question} {asked}\n\n{minister} Da, da.\n\n{question} {asked}\n\n{minister} Da."
    )
    found = find_quotes(text, language, headline=headline)
    assert [one.entity == "Ida Lund" for one in found] == [True, False, True, False, True]
    assert all(one.polarity == "asked" for one in found[1::2])


def test_of_two_offices_the_headline_tells_of_neither() -> None:
    text = (
        "LA MINISTRE : Oui.\n\nLE PRÉSIDENT : Non.\n\nQUESTION : Pourquoi ?\n\nLA MINISTRE : Parce que.\n\n"
    )
    found = find_quotes(text, "fr", headline="Conférence de presse d'Ida Lund, ministre des Ports")
    assert [one.entity for one in found if not one.polarity] == ["La Ministre", "Le Président", "La Ministre"]
    assert all(one.confidence < SURE_ENOUGH for one in found if not one.polarity)

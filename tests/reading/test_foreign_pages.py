"""Headline, author and day of pages in French, German, Russian and Spanish."""

from __future__ import annotations

import pytest

from tui.reading.page.boilerplate import outright
from tui.reading.page.byline import author
from tui.reading.page.page import read_page

BODIES = {
    "de": "Die Delegationen beider Staaten kamen am Vormittag in einem Saal am Ufer zusammen, wo man lange sprach.",
    "fr": "Les délégations des deux États se sont retrouvées dans une salle au bord de l'eau, où elles ont parlé du bac.",
    "es": "Las delegaciones de los dos Estados se reunieron por la mañana en una sala, donde hablaron del transbordador.",
    "ru": "Делегации двух государств встретились утром в зале на берегу, где они больше трёх часов говорили о пароме.",
}
MORE = {
    "de": "Die Bewohner der Insel warten seit Monaten auf eine Antwort, weil die alte Fähre nur selten ausläuft.",
    "fr": "Les habitants de l'île attendent une réponse depuis des mois, car le vieux bac ne sort plus que par temps calme.",
    "es": "Los habitantes de la isla esperan una respuesta desde hace meses, porque el viejo barco sale poco.",
    "ru": "Жители острова уже несколько месяцев ждут ответа, потому что старый паром выходит в море только в тихую погоду.",
}


@pytest.mark.parametrize(
    ("language", "head", "headline", "who", "day"),
    [
        (
            "de",
            "Fähre bleibt aus\n\nVon Greta Lindqvist, Berlin\n3. März 2025, 14:20 Uhr",
            "Fähre bleibt aus",
            "Greta Lindqvist",
            "2025-03-03",
        ),
        (
            "de",
            "Am Ufer warten\n\nInterview: Greta Sandhövel\nStand: 12.04.2025 18:05 Uhr",
            "Am Ufer warten",
            "Greta Sandhövel",
            "2025-04-12",
        ),
        (
            "de",
            "Fähre bleibt aus\n\nvon Karsten Mohr und Ines Tappert\nAktualisiert am 05.06.2025, 09:12",
            "Fähre bleibt aus",
            "Karsten Mohr, Ines Tappert",
            "2025-06-05",
        ),
        (
            "fr",
            "Le bac reste à quai\n\nPar Hya Bellegarde, envoyé spécial à Dakar\nPublié le 14 mars 2025 à 18h32",
            "Le bac reste à quai",
            "Hya Bellegarde",
            "2025-03-14",
        ),
        (
            "fr",
            "Le bac reste à quai\n\nPropos recueillis par Maëlys Corvaisier\nPublié le 02/04/2025 à 06:00",
            "Le bac reste à quai",
            "Maëlys Corvaisier",
            "2025-04-02",
        ),
        (
            "es",
            "El barco no sale\n\nTexto: Delfina Arrascaeta | Rosario\nActualizado 3 jun 2025 · 11:25",
            "El barco no sale",
            "Delfina Arrascaeta",
            "2025-06-03",
        ),
        (
            "es",
            "El barco no sale\n\nEntrevista de Candela Oyarzábal\nPublicado el 5 de mayo de 2025 a las 08:00",
            "El barco no sale",
            "Candela Oyarzábal",
            "2025-05-05",
        ),
        (
            "ru",
            "Паром стоит\n\nАвтор: Нонна Верещагина\nОпубликовано: 14 апреля 2025, 12:30",
            "Паром стоит",
            "Нонна Верещагина",
            "2025-04-14",
        ),
        (
            "ru",
            "Паром стоит\n\n14.04.2025 18:20\nБеседовала Алла Кречетова",
            "Паром стоит",
            "Алла Кречетова",
            "2025-04-14",
        ),
    ],
)
def test_a_page_names_its_author_and_day(language: str, head: str, headline: str, who: str, day: str) -> None:
    text = "\n\n".join((head, BODIES[language], MORE[language]))
    reading = read_page(text)
    assert (reading.headline, reading.author, reading.published) == (headline, who, day)


@pytest.mark.parametrize(
    "line",
    [
        "Von allem ein wenig, und viel Wind",
        "Par temps calme, le bac sort",
        "Interview mit der Botschafterin",
        "Texto completo del acuerdo",
        "Por la mañana, en la plaza",
    ],
)
def test_a_line_that_only_begins_so_names_nobody(line: str) -> None:
    assert author([line], [0]) == ("", -1)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("fr", "Temps de lecture : 3 min."),
        ("fr", "Il vous reste 45.2% de cet article à lire. La suite est réservée aux abonnés."),
        ("fr", "Abonnez-vous pour lire tous les articles du journal sur tous vos écrans."),
        ("de", "Lesedauer: 2 Minuten"),
        ("de", "Jetzt weiterlesen mit dem Hafenboten plus, vier Wochen lang für einen Euro."),
        ("es", "Tiempo de lectura: 4 min"),
        ("ru", "Время чтения: 3 мин"),
    ],
)
def test_what_a_page_says_of_reading_on_is_no_part_of_its_text(language: str, line: str) -> None:
    text = "\n\n".join(
        (
            "Greta Sandhövel",
            "14.04.2025 18:20",
            line,
            BODIES[language],
            MORE[language],
            BODIES[language],
            line,
        )
    )
    assert line not in read_page(text).text
    assert not outright(f"{BODIES[language][:-1]}: {line}")

"""Pages that stand before an article are refused by what they are; articles about such pages are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.reading.encoding import BadSourceError
from tui.reading.read import read_article
from tui.reading.source_kind import SourceKind
from tui.reading.sources import Source
from tui.store.briefing import Briefing
from tui.workflows.import_pages import import_sources

LEAD = (
    "The lock at Brenn stays shut until March, the water board said on Tuesday, because its lower gate has a crack that"
    " divers found while they were looking for a lost anchor."
)
WALLS = {
    "a check for robots": [
        [
            "One moment, please",
            "We are checking your browser before you go on.",
            "Please verify that you are a human.",
            "Ray ID: 9c1",
        ],
        ["Arn Courier", "Please enable JavaScript and cookies to continue.", "Security by Bulwark"],
        [
            "Einen Augenblick",
            "Bitte bestätigen Sie, dass Sie kein Roboter sind.",
            "Überprüfung Ihres Browsers läuft.",
        ],
        ["Un instant", "Vérifions que vous n'êtes pas un robot.", "Ray ID: 9c1"],
        ["Минуту", "Подтвердите, что вы не робот.", "Идёт проверка вашего браузера."],
    ],
    "consent to cookies": [
        [
            "Before you go on",
            "We and our 311 partners keep information on a device and show personalised ads and content.",
            "You may give your consent to our use of it, or refuse.",
            "Accept all",
        ],
        [
            "Ihre Privatsphäre",
            "Wir und unsere 120 Partner speichern auf Ihrem Endgerät und zeigen personalisierte Werbung.",
            "Alle akzeptieren",
        ],
        [
            "Votre vie privée",
            "Nous et nos 90 partenaires stockons des données sur un appareil, avec votre consentement.",
            "Tout accepter",
        ],
        ["Su privacidad", "Nosotros y nuestros 40 socios guardamos datos en un dispositivo.", "Aceptar todo"],
    ],
    "for subscribers": [
        [
            "Lock at Brenn stays shut",
            LEAD,
            "This article is for our subscribers. Already a subscriber? Sign in to continue.",
        ],
        [
            "Lock at Brenn stays shut",
            LEAD,
            "To continue reading, subscribe now for 2 crowns. You have read your free articles.",
        ],
        [
            "Schleuse bleibt zu",
            LEAD,
            "Jetzt weiterlesen: nur für Abonnenten. Bereits Abonnent? Hier anmelden.",
        ],
        [
            "L'écluse reste fermée",
            LEAD,
            "Il vous reste 80 % de cet article à découvrir. La suite est réservée aux abonnés.",
        ],
        [
            "La esclusa sigue cerrada",
            LEAD,
            "Contenido exclusivo para suscriptores. ¿Ya eres suscriptor? Inicia sesión.",
        ],
        ["Шлюз закрыт", LEAD, "Материал доступен только подписчикам. Уже есть подписка? Войдите."],
    ],
}


def html(lines: list[str]) -> str:
    title, *rest = lines
    text = "".join(f"<p>{each}</p>" for each in rest)
    return f"<html><head><title>{title}</title></head><body><main><h1>{title}</h1>{text}</main></body></html>"


@pytest.mark.parametrize("kind", ["html", "page"])
@pytest.mark.parametrize(("what", "lines"), [(what, each) for what, walls in WALLS.items() for each in walls])
def test_a_wall_is_refused_by_what_it_is(what: str, lines: list[str], kind: SourceKind) -> None:
    raw = html(lines) if kind == "html" else "\n\n".join(lines)
    with pytest.raises(BadSourceError, match=what):
        read_article(Source("a", raw.encode(), kind))


def test_the_wall_is_named_in_one_line_and_nothing_is_stored(tmp_path: Path) -> None:
    (tmp_path / "wall.html").write_text(html(WALLS["for subscribers"][0]), encoding="utf-8")
    briefing = Briefing.open(tmp_path / "store", create=True)
    done = import_sources(briefing, [tmp_path / "wall.html"])
    assert not done.new and not briefing.rows()
    assert "for subscribers" in str(done.failed[0]) and "wall.html" in str(done.failed[0])


@pytest.mark.parametrize(
    "paragraphs",
    [
        [
            LEAD,
            "“We value your privacy,” the board’s new page says to those who look for the lock, and asks to accept all.",
            "It took visitors a week to find where to refuse, and the board’s head has said that it will be changed.",
            "Until then boats go round by the old canal, where the water is low and the bridges have to be asked for.",
        ],
        [
            LEAD,
            "A captain who wanted to complain was asked by the board’s page whether he is a robot, and gave up.",
            "Boats go round by the old canal, where the water is low and the bridges have to be asked for a day before.",
        ],
        [
            LEAD,
            "The divers’ report is on the board’s page.",
            "Subscribe to our newsletter for more news from the canal.",
        ],
    ],
)
@pytest.mark.parametrize("kind", ["html", "page"])
def test_an_article_about_such_pages_is_read(paragraphs: list[str], kind: SourceKind) -> None:
    lines = ["Lock at Brenn stays shut", *paragraphs]
    raw = html(lines) if kind == "html" else "\n\n".join(lines)
    assert LEAD in read_article(Source("a", raw.encode(), kind)).text


@pytest.mark.parametrize(
    "words",
    [
        [
            "Press &amp; Hold to confirm you are a human (and not a bot).",
            "Reference ID 3-2",
            "Contact support.",
        ],
        [
            "Sorry, you have been blocked",
            "You are unable to access arn.example",
            "This website is using a security service to protect itself from online attacks.",
            "Ray ID: 8f3 • Your IP: 192.0.2.4",
        ],
        [
            "Access to this page has been denied because we believe you are using automation tools to browse the website.",
            "Please verify you are a human",
        ],
    ],
)
def test_those_who_are_taken_for_programs_are_told_so(words: list[str]) -> None:
    first, *rest = words
    page = f"<html><body><h1>{first}</h1>{''.join(f'<p>{each}</p>' for each in rest)}</body></html>"
    with pytest.raises(BadSourceError, match="check for robots"):
        read_article(Source("page.html", page.encode(), "html"))


@pytest.mark.parametrize(
    "page",
    [
        "<html><head><title>Access Denied</title></head><body><h1>Access Denied</h1>You don't have permission to access"
        ' "http://arn.example/1" on this server.<p>Reference #18.2f3</p></body></html>',
        "<html><head><title>Page not found</title></head><body><h1>404</h1><p>Sorry, the page you are looking for could not"
        " be found.</p><p>It may have been moved or deleted. Try the home page or search.</p></body></html>",
    ],
    ids=["denied", "not found"],
)
def test_a_page_that_is_not_there_is_no_article(page: str) -> None:
    with pytest.raises(BadSourceError, match="not there"):
        read_article(Source("page.html", page.encode(), "html"))


def test_an_article_about_pages_that_are_gone_is_one() -> None:
    text = "The page could not be found, said Ida Holt, who keeps the register of the harbour."
    more = "Access denied: that is what the clerks of the ferry company read when they open the list of the year 1911."
    page = f"<html><body><h1>A page is gone</h1><p>{text}</p><p>{more}</p><p>{LEAD}</p></body></html>"
    assert text in read_article(Source("page.html", page.encode(), "html")).text


@pytest.mark.parametrize(
    ("title", "said"),
    [
        (
            "503 Service Unavailable",
            "The server is temporarily unable to service your request. Please try again later.",
        ),
        ("Forbidden", "You don't have permission to access this resource."),
        ("500 Internal Server Error", "The server encountered an internal error. It was told to its keeper."),
        ("Welcome to nginx!", "If you see this page, the nginx web server is successfully installed."),
        ("This site can’t be reached", "arn.example took too long to respond."),
        ("429", "Too Many Requests"),
        ("Arn Herald", "You need to enable JavaScript to run this app."),
    ],
)
def test_what_a_server_or_a_browser_answers_is_no_article(title: str, said: str) -> None:
    page = f"<html><head><title>{title}</title></head><body><h1>{title}</h1><p>{said}</p></body></html>"
    with pytest.raises(BadSourceError, match="not there"):
        read_article(Source("page.html", page.encode(), "html"))


def test_an_article_that_quotes_such_an_answer_is_one() -> None:
    said = "“The server encountered an internal error,” the register answered, said Ida Holt, who keeps it, on Monday."
    page = f"<html><body><h1>Register down</h1><p>{LEAD}</p><p>{said}</p><p>{LEAD[::-1]}</p></body></html>"
    assert said in read_article(Source("page.html", page.encode(), "html")).text

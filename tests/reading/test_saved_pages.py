"""Pages as people have them: views for reading and for print, copies from archives of the web, exports of writers."""

from __future__ import annotations

import pytest

from tui.reading.formats.html import read_html

TITLE = "Senn keeps its old ferry for another year"
ADDRESS = "https://courier.example/senn/ferry"
PARTS = [
    "The council of Senn voted on Thursday to keep the old ferry for another year, after a sitting until midnight.",
    "“We could not find a better boat for the money,” said Mira Arden, the mayor. She had asked three yards for one.",
    "The line carries some 900 people a day, most of them nurses and pupils. A new boat would cost four million.",
]
TEXT = "".join(f"<p>{part}</p>" for part in PARTS)


def test_a_view_for_reading_says_where_it_is_from_and_by_whom() -> None:
    found = read_html(
        f"<html><head><title>{TITLE}</title></head><body><div class=container><div class='header reader-header'>"
        f'<a class="domain reader-domain" href="{ADDRESS}">courier.example</a><h1 class=reader-title>{TITLE}</h1>'
        "<div class='credits reader-credits'>Nora Aas</div><div class=reader-estimated-time>2–3 minutes</div></div><hr>"
        f"<div class=content><div id=readability-page-1 class=page><p>3 July 2025</p>{TEXT}</div></div></div></body></html>"
    )
    assert (found.headline, found.outlet, found.author) == (TITLE, "courier.example", "Nora Aas")
    assert (found.published, found.url) == ("2025-07-03", ADDRESS)
    assert found.text.split("\n\n") == PARTS


def test_a_view_for_print_has_neither_its_own_words_nor_those_of_the_printer() -> None:
    found = read_html(
        f"<html><head><title>Print: {TITLE}</title></head><body><a href=x>Print this page</a> | <a href=y>Close</a><hr>"
        f"<h2>{TITLE}</h2><p><i>By Nora Aas</i><br>Published: 3 July 2025</p>{TEXT}<hr>"
        f"<p>Printed from {ADDRESS} on 12 September 2025</p><p>© 2025 Arn Courier. All rights reserved.</p></body></html>"
    )
    assert (found.headline, found.author, found.published) == (TITLE, "Nora Aas", "2025-07-03")
    assert found.text.split("\n\n") == PARTS


@pytest.mark.parametrize(
    "kept", ["https://web.archive.org/web/20250912101112/", "https://archive.ph/20250912101112/"]
)
def test_a_copy_in_an_archive_of_the_web_is_of_its_own_address_and_day(kept: str) -> None:
    bar = (
        "<div id=wm-ipp-base style='display:none'><div id=wm-ipp><table><tr><td>Aug</td><td>SEP</td><td>Oct</td></tr>"
        "<tr><td>12</td></tr><tr><td>2024</td></tr></table>3 captures 02 Jul 2025 - 12 Sep 2025</div></div>"
    )
    html = (
        f"<html><head><title>{TITLE} | Arn</title><link rel=canonical href='{kept}{ADDRESS}'></head><body>{bar}"
        f"<article><h1>{TITLE}</h1><p>By Nora Aas, 3 July 2025</p>{TEXT}</article></body></html>"
    )
    for url in ("", f"{kept}{ADDRESS}"):
        found = read_html(html, url)
        assert (found.url, found.outlet) == (ADDRESS, "courier.example")
        assert (found.published, found.author) == ("2025-07-03", "Nora Aas")
        assert found.text.split("\n\n") == PARTS


def test_the_title_of_a_document_is_its_headline_where_nothing_else_is() -> None:
    parts = "".join(f"<p class=c3><span>{part}</span></p><p class=c3><span></span></p>" for part in PARTS)
    title = f"<p class='c2 title'><span>{TITLE}</span></p>"
    found = read_html(f"<html><head></head><body class='c1 doc-content'>{title}{parts}</body></html>")
    assert (found.headline, found.text.split("\n\n")) == (TITLE, PARTS)


@pytest.mark.parametrize(
    "line", ["By the sea there is a house", "Readers of this paper", "By 2030, at the latest"]
)
def test_a_line_that_begins_like_a_byline_names_nobody(line: str) -> None:
    page = f"<html><body><article><h1>{TITLE}</h1><p>{line}</p>{TEXT}</article></body></html>"
    assert read_html(page).author == ""

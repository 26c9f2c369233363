"""Which of the dates on a page is the day it came out: labels, places, footers, and days of other things."""

from __future__ import annotations

import pytest

from tests.reading.test_html_days import TEXTS, TITLE, day
from tui.reading.page.page import read_page

DATELINE = "inferred from the dateline"
BODY = "\n\n".join([TEXTS["en"]] * 3)


def page(below: str = "", *, above: str = "", language: str = "en", foot: str = "", head: str = "") -> str:
    text = f"<p>{TEXTS[language]}</p>" * 4
    return (
        f"<!doctype html><html><head><title>{TITLE}</title>{head}</head><body><div>Islands</div>{above}"
        f"<div><div><div><h1>{TITLE}</h1></div></div></div><div>{below}</div><div>{text}</div>{foot}</body></html>"
    )


def text_day(above: str = "", below: str = "") -> tuple[str, str]:
    found = read_page(f"{above}{TITLE}\n\n{below}{BODY}\n")
    return found.published, found.basis.get("published", "")


@pytest.mark.parametrize(
    "line",
    ["Senn, 5 March 2024", "Lower Arn – 5 March 2024", "Paris, le 5 mars 2024", "Bad Senn, den 5. März 2024"],
)
def test_a_place_and_a_day_by_themselves_above_or_below_a_headline_are_its_day(line: str) -> None:
    assert text_day(f"{line}\n\n") == ("2024-03-05", DATELINE)
    assert text_day(f"PRESS RELEASE\n\n{line}\n\n") == ("2024-03-05", DATELINE)
    assert text_day("", f"{line}\n\n") == ("2024-03-05", "stated")
    assert day(page(above=f"<p>{line}</p>"))[0] == "2024-03-05"
    assert day(page(above=f"<div>{line}</div>")) == ("2024-03-05", DATELINE)


@pytest.mark.parametrize(
    "above",
    [
        "5 March 2024\n\n",
        "Tuesday, 5 March 2024\n\n",
        "Today, 5 March 2024\n\n",
        "Updated, 5 March 2024\n\n",
        "Senn, 5 March 2024\nHome\nNews\nSport\n\n",
        "Senn, 5 March 2024 until 9 March 2024\n\n",
        "Senn, 03/04/2024\n\n",
    ],
)
def test_another_date_above_a_headline_is_none_of_it(above: str) -> None:
    assert text_day(above) == ("", "")


@pytest.mark.parametrize(
    ("language", "label", "told"),
    [
        ("fr", "Mise en ligne", "5 mars 2024"),
        ("de", "Erschienen am:", "05.03.2024"),
        ("en", "Release date", "5 March 2024"),
        ("es", "Fecha de publicación:", "5 de marzo de 2024"),
    ],
)
def test_a_label_on_a_line_of_its_own_tells_what_the_next_is(language: str, label: str, told: str) -> None:
    below = f"<div>{label}</div><div>{told}</div>"
    assert day(page(foot=below, language=language)) == ("2024-03-05", "stated")
    assert day(page(foot=f"<div>Rubrik</div><div>{told}</div>", language=language)) == ("", "")


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Dieser Beitrag wurde am Dienstag, 5. März 2024 um 10:00 Uhr veröffentlicht und unter Inseln abgelegt."),
        ("en", "This entry was posted on Tuesday, March 5th, 2024 at 10:00 am and is filed under Islands, Ferries."),
        ("fr", "Cet article a été publié le 5 mars 2024 à 10 h dans Îles. Vous pouvez laisser un commentaire ci-dessous."),
    ],
)  # fmt: skip
def test_a_sentence_below_an_article_says_when_it_was_filed(language: str, line: str) -> None:
    assert day(page(foot=f"<p>{line}</p>", language=language)) == ("2024-03-05", "stated")


@pytest.mark.parametrize(
    ("shown", "told", "basis"),
    [
        ("<p>Published 5 March 2024</p>", "2024-03-05", "stated"),
        ("<div>Von Nora Aas 05.03.2024, 12:01 Uhr</div>", "2024-03-05", "stated"),
        # Later than the page's own word, which may be that of the record.
        (
            "<p>Published 12 March 2024</p>",
            "2024-03-12",
            "inferred from what the page shows; its data state 2024-03-08",
        ),
        ("<p>Published 5 March 2021</p>", "2024-03-08", "stated"),  # of years ago: something else
        # It was changed on that day, and so it was out.
        ("<p>Updated 5 March 2024</p>", "2024-03-05", "inferred from the day of its last change"),
    ],
)
def test_a_date_of_which_a_page_does_not_say_what_it_is_may_be_that_of_a_change(
    shown: str, told: str, basis: str
) -> None:
    vague = '<meta name="date" content="2024-03-08">'
    assert day(page(shown, head=vague, language="de")) == (told, basis)
    clear = f'{vague}<meta property="article:published_time" content="2024-03-08T09:00:00+01:00">'
    assert day(page(shown, head=clear, language="de"))[0] == "2024-03-08"


@pytest.mark.parametrize(
    "marked",
    [
        "<a class='post-date updated'>5 March 2024</a>",
        "<abbr class=published itemprop=datePublished title='2024-03-05T10:52:00+01:00'>10:52</abbr>",
        "<a class='post-meta-time'>5 March 2024</a>",
    ],
)
def test_marks_of_microformats_say_when_an_entry_came_out(marked: str) -> None:
    assert day(page(f"<div class=meta>{marked}</div>")) == ("2024-03-05", "stated")


def test_the_day_of_a_post_that_an_article_shows_is_not_its_own() -> None:
    post = "<blockquote class=post>Nora Aas on <time>9 March 2024, 12:30</time></blockquote>"
    assert day(page(post)) == ("", "")
    assert day(page(f"{post}<p>5 March 2024, 10:05</p>")) == ("2024-03-05", "stated")


def test_a_day_before_there_was_a_web_is_somebodys_birthday_unless_it_says_what_it_is() -> None:
    assert day(page("<p>28 January 1975, Lower Arn</p>")) == ("", "")
    assert day(page("<p>Published 28 January 1975</p>")) == ("1975-01-28", "stated")


def test_of_a_headline_that_a_ticker_has_too_the_one_above_the_article_counts() -> None:
    ticker = f"<ul><li>{TITLE}</li><li>The race of 9 and 10 March 2024 +++ 10 March 2024</li></ul>"
    assert day(page("<p>5 March 2024</p>", above=ticker)) == ("2024-03-05", "stated")

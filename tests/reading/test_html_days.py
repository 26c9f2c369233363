"""The day an HTML page was published: what it states, what it shows, and what is neither."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

import pytest

from tui.reading.formats.html import read_html
from tui.reading.page.page import read_page

TEXTS = {
    "en": "The ferry company of Lower Arn said that the morning boat to Tessel stays in harbour until the storm has"
    " passed, and that all of the tickets which were sold for it will be paid back at the pier.",
    "fr": "La compagnie des bateaux d’Arn a annoncé que le bateau du matin pour Tessel restera au port jusqu’à la fin"
    " de la tempête, et que les billets qui ont été vendus pour ce jour seront remboursés sur le quai.",
    "de": "Die Fährgesellschaft von Arn hat mitgeteilt, dass das Morgenschiff nach Tessel im Hafen bleibt, bis der Sturm"
    " vorüber ist, und dass die Karten, die für den Tag verkauft sind, auf dem Kai erstattet werden.",
    "ru": "Паромная компания сообщила, что утренний паром на остров не выйдет из порта, пока не кончится шторм, и что"
    " деньги за билеты, которые были проданы на этот день, вернут всем пассажирам на пристани.",
    "es": "La compañía de transbordadores dijo que el barco de la mañana no saldrá del puerto hasta que pase la tormenta,"
    " y que el dinero de los billetes que se vendieron para ese día se devolverá en el muelle.",
}
TITLE = "Ferry to Tessel stays in harbour"
BY_COUNTRY = "inferred from how the outlet’s country writes days"
BY_CLOCK = "inferred from its time where the outlet is"
BY_STAMP = "inferred from a time in Greenwich"
STATED = {"@type": "NewsArticle", "headline": TITLE, "datePublished": "2024-03-05T08:30:00+01:00"}


def page(
    below: str = "",
    *,
    above: str = "",
    language: str = "en",
    data: Mapping[str, object] | None = None,
    foot: str = "",
) -> str:
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>' if data else ""
    text = "".join(f"<p>{TEXTS[language]} ({number})</p>" for number in range(1, 6))
    return (
        f"<!doctype html><html lang=en><head><title>{TITLE}</title>{script}</head><body><main>"
        f"<article><header>{above}<h1>{TITLE}</h1>{below}</header>{text}</article>{foot}</main></body></html>"
    )


def day(html: str, url: str = "https://news.example/ferry") -> tuple[str, str]:
    found = read_html(html, url)
    return found.published, found.basis.get("published", "")


@pytest.mark.parametrize(
    "changed",
    [
        "<p>Last updated: <time datetime='2024-09-12T10:00Z'>12 September 2024</time></p>",
        "<time class=updated datetime='2024-09-12T10:00Z'>12 September 2024</time>",
        "<time datetime='2024-09-12T10:00Z'>Updated 12 September 2024</time>",
        "<span class='date-modified'>12 September 2024, 10:00</span>",
        "<p>Modified on 12 September 2024</p>",
    ],
)
def test_a_day_of_change_is_not_that_of_publication(changed: str) -> None:
    stated = {**STATED, "dateModified": "2024-09-12T10:00:00Z"}
    assert day(page(changed, data=stated)) == ("2024-03-05", "stated")
    assert day(page(f"<p>Published 5 March 2024</p>{changed}")) == ("2024-03-05", "stated")
    assert day(page(changed)) == ("2024-09-12", "inferred from the day of its last change")


@pytest.mark.parametrize(
    ("language", "stamp"),
    [
        ("fr", "<p class=date>Publié le : 05/03/2024 - 18:40</p>"),
        ("fr", "<p>Mis en ligne le mardi 5 mars 2024 à 18h40</p>"),
        ("de", "<p>Veröffentlicht am 05.03.2024, 18:40 Uhr</p>"),
        ("de", "<div>Stand: 06.03.2024 | Erstellt: 5. März 2024</div>"),
        ("ru", "<p>Опубликовано 05/03/2024, 18:40</p>"),
        ("ru", "<time>5 мар. 2024 в 18:40</time>"),
        ("es", "<p>Publicado el 05/03/2024 18:40</p>"),
        ("es", "<span class='post-date'>5 de marzo de 2024</span>"),
        ("en", "<p>Tuesday March 5, 2024 10:05 am PST by Ida Holt</p>"),
        ("en", "<div class=byline><span>Ida Holt</span> <span>5 March 2024</span></div>"),
        ("en", "<time datetime='2024-03-05T12:00Z'>8 hours ago</time>"),
    ],
)
def test_a_stamp_that_is_shown_is_read_as_the_pages_language_writes_it(language: str, stamp: str) -> None:
    assert day(page(stamp, language=language)) == ("2024-03-05", "stated")


def test_figures_that_english_reads_in_two_ways_are_no_day() -> None:
    assert day(page("<p>Published 05/03/2024</p>")) == ("", "")


def test_a_day_beside_the_headline_counts_above_it_too_but_not_the_day_of_the_banner() -> None:
    assert day(page(above="<p>5 March 2024 | Sea</p>")) == ("2024-03-05", "stated")
    html = page().replace("<main>", "<div class=banner>Thursday, 12 September 2024</div><main>")
    assert day(html)[0] == ""


@pytest.mark.parametrize(
    "other",
    [
        "<div class=comments><time datetime='2024-03-09T10:00Z'>9 March 2024</time><p>Well said!</p></div>",
        "<ol id=comment-list><li><span class='comment-date'>Posted 9 March 2024</span> Well said!</li></ol>",
        "<section class=related><h3>Bees in the tower</h3><time class=published>9 March 2024</time></section>",
        "<aside><p>Published 9 March 2024</p></aside>",
    ],
)
def test_the_day_of_a_comment_or_of_another_article_is_not_the_articles(other: str) -> None:
    assert day(page(other)) == ("", "")
    assert day(page(foot=other)) == ("", "")
    assert day(page(f"<p>5 March 2024, 10:05</p>{other}")) == ("2024-03-05", "stated")


@pytest.mark.parametrize(
    ("stamp", "shown", "url", "told"),
    [
        ("2024-03-05T23:30:00-08:00", "", "", "2024-03-05"),
        ("2024-03-06T01:48:19Z", "<time>Mar. 5, 2024 at 8:48 p.m.</time>", "", "2024-03-05"),
        ("2024-03-06T01:48:19Z", "", "https://news.example/2024/03/05/ferry", "2024-03-05"),
        ("2024-03-05T22:10:00Z", "<p>Wednesday, 6 March 2024</p>", "", "2024-03-06"),
        ("2024-03-06T17:00:00Z", "", "https://news.example/2024/03/05/ferry", "2024-03-06"),
        (
            "2024-03-06T01:48:19Z",
            "<p>6 March 2024</p>",
            "https://news.example/2024/03/05/ferry",
            "2024-03-06",
        ),
        ("1709629200", "", "", "2024-03-05"),
    ],
)
def test_the_day_is_that_of_the_outlets_own_clock(stamp: str, shown: str, url: str, told: str) -> None:
    html = page(shown, data={**STATED, "datePublished": stamp})
    assert day(html, url or "https://news.example/ferry") == (told, "stated")


def test_the_address_tells_the_day_where_the_page_does_not() -> None:
    assert day(page(), "https://news.example/20240305/ferry") == ("2024-03-05", "inferred from the address")


@pytest.mark.parametrize(
    "said", ["Interview by {}", "Text: {}", "Propos recueillis par {}", "Words by {}", "{}"]
)
def test_what_stands_before_an_author_is_no_part_of_the_name(said: str) -> None:
    authors = [{"@type": "Person", "name": said.format("Ulla Berg")}]
    assert read_html(page(data={**STATED, "author": authors})).author == "Ulla Berg"


def test_every_author_is_named() -> None:
    names = [f"{first} Holt" for first in ("Ida", "Uwe", "Jan", "Eva", "Ole", "Pia", "Max", "Lea")]
    authors = [{"@type": "Person", "name": name} for name in names]
    assert read_html(page(data={**STATED, "author": authors})).author == ", ".join(names)


def titled(first: str, language: str) -> str:
    """Return a bare page whose first paragraph begins with `first`."""
    text = "".join(f"<p>{TEXTS[language]} ({number})</p>" for number in range(1, 5))
    return f"<title>{TITLE}</title><h1>{TITLE}</h1><p>{first}{TEXTS[language]}</p>{text}"


@pytest.mark.parametrize(
    ("language", "dateline"),
    [
        ("en", "LOWER ARN, March 5, 2024 /Arn Wire/ -- "),
        ("en", "Lower Arn, 5 March 2024 — "),
        ("fr", "Arn, le 5 mars 2024 – "),
        ("de", "Arn, (05.03.2024). "),
        ("de", "5.3.2024 - "),
        ("es", "Arn, 5 de marzo de 2024.- "),
        ("ru", "АРН, 5 марта 2024 г. — "),
    ],
)
def test_the_dateline_tells_the_day_where_nothing_else_does(language: str, dateline: str) -> None:
    html = titled(dateline, language)
    assert day(html) == ("2024-03-05", "inferred from the dateline")
    text = "\n\n".join([TITLE, f"{dateline}{TEXTS[language]}", *[TEXTS[language]] * 2])
    assert read_page(text).published == "2024-03-05"


@pytest.mark.parametrize(
    "opening",
    [
        "On March 5, 2024 the council met. ",
        "After the storm of 5 March 2024 - the third - ",
        "LOWER ARN, 03/04/2024 -- ",
    ],
)
def test_a_day_that_the_first_sentence_tells_of_is_no_dateline(opening: str) -> None:
    assert day(titled(opening, "en")) == ("", "")


@pytest.mark.parametrize(
    ("language", "below"),
    [
        ("de", "<aside><dl><dt>Datum</dt><dd>05.03.2024</dd><dt>Rubrik</dt><dd>Inseln</dd></dl></aside>"),
        ("en", "<ul class='nav meta'><li><a href=/t>5 Mar 2024 18:29</a></li><li>World</li></ul>"),
        ("en", "<div class=submitted>Submitted by nora on Tue, 03/05/2024 - 14:30</div>"),
        ("en", "<div class=submitted>Submitted by nora on Tuesday, 05/03/2024 - 14:30</div>"),
        (
            "fr",
            "<p>Par Nora Aas · Publié le 05 mars 2024 à 21h40, modifié le 06 mars 2024 à 06h15 · Lecture 3 min.</p>",
        ),
        ("es", "<div>Actualizado: 06/03/2024 10:15 | Publicado: 05/03/2024 21:40</div>"),
        ("ru", "<div><a href=/t>14:30, 5 марта 2024</a> <span>Обновлено: 6 марта 2024, 10:00</span></div>"),
    ],
)
def test_the_manners_of_many_programs_are_read(language: str, below: str) -> None:
    assert day(page(below, language=language)) == ("2024-03-05", "stated")


@pytest.mark.parametrize("path", ["05-03-2024-faehre", "detail/~05-03-2024-faehre"])
def test_an_address_may_begin_with_the_day_where_its_language_does(path: str) -> None:
    address = f"https://news.example/meldungen/{path}"
    assert day(page(language="de"), address) == ("2024-03-05", "inferred from the address")
    assert day(page(language="en"), address)[0] == ""


def test_a_script_tells_the_day_unless_it_tells_several() -> None:
    script = "<script>push({'kind': 'article', 'publishDate': '2024-03-05'});</script>"
    other = "<script>push({'kind': 'article', 'publishDate': '2024-03-09'});</script>"
    assert day(page(foot=script)) == ("2024-03-05", "inferred from the page’s data")
    assert day(page(foot=script + other)) == ("", "")


@pytest.mark.parametrize(
    "stamps",
    [
        '<time class="article__modified" datetime="2024-03-08">March 8, 2024</time>'
        '<time class="article__published" datetime="2024-03-05">March 5, 2024</time>',
        '<span>Updated</span> <time datetime="2024-03-08">8 March 2024</time> <span>First published</span>'
        ' <time datetime="2024-03-05">5 March 2024</time>',
    ],
    ids=["classes", "words"],
)
def test_of_two_stamps_side_by_side_each_is_what_it_says(stamps: str) -> None:
    found = read_html(page(f'<div class="byline">{stamps}</div>'))
    assert (found.published, found.basis["published"]) == ("2024-03-05", "stated")


@pytest.mark.parametrize(
    ("url", "language", "clock", "stamp", "told"),
    [
        ("https://news.example.it/a", "en", "", "2024-03-05T23:30:00Z", ("2024-03-06", BY_CLOCK)),
        ("https://news.example.com/a", "de", "", "2024-03-05T23:30:00Z", ("2024-03-06", BY_CLOCK)),
        ("https://news.example.ca/a", "en", "", "2024-03-06T02:30:00Z", ("2024-03-05", BY_CLOCK)),
        ("https://news.example.us/a", "en", "", "2024-03-06T06:30:00Z", ("2024-03-06", BY_STAMP)),
        ("https://news.example.com/a", "en", "-05:00", "2024-03-06T02:30:00Z", ("2024-03-05", BY_CLOCK)),
        ("https://news.example.com/a", "en", "", "2024-03-06T02:30:00Z", ("2024-03-06", BY_STAMP)),
        ("https://news.example.com/a", "en", "", "2024-03-06T12:30:00Z", ("2024-03-06", "stated")),
        ("https://news.example.it/a", "en", "", "20240306T123000Z", ("2024-03-06", "stated")),
    ],
    ids=["country", "language", "several clocks agree", "they do not", "its own clock", "nobody knows", "noon", "noon "],
)  # fmt: skip
def test_a_stamp_near_midnight_in_greenwich_is_a_day_of_the_outlet_or_a_guess(
    url: str, language: str, clock: str, stamp: str, told: tuple[str, str]
) -> None:
    foot = f'<meta property="og:updated_time" content="2024-03-09T10:00:00{clock}">' if clock else ""
    found = read_html(page(foot, language=language, data={**STATED, "datePublished": stamp}), url)
    assert (found.published, found.basis["published"]) == told


def test_a_sentence_that_says_when_the_article_was_filed_may_stand_anywhere() -> None:
    filed = f"<div class=about><p>{TITLE} wurde am <b>5. März 2024</b> um 23:03 Uhr gepostet.</p></div>"
    far = "".join(f"<p>{TEXTS['de']} {n}</p>" for n in range(9))
    assert day(page(language="de", foot=f"<section>{far}</section>{filed}")) == ("2024-03-05", "stated")
    other = filed.replace(TITLE, "Die Mole von Senn")
    assert day(page(language="de", foot=f"<section>{far}</section>{other}")) == ("", "")


def test_a_label_among_the_facts_beside_or_far_below_an_article_says_its_day() -> None:
    facts = "<aside class=blogData><dl><dt>Datum</dt><dd>05.03.2024</dd><dt>Thema</dt><dd>Fähren</dd></dl></aside>"
    assert day(page(language="de").replace("</header>", f"</header>{facts}")) == ("2024-03-05", "stated")
    credits_ = (
        "".join(f"<p>Crew {n}</p>" for n in range(9))
        + "<ul><li><p>Mise en ligne</p><p>5 mars 2024</p></li></ul>"
    )
    assert day(page(language="fr", foot=credits_)) == ("2024-03-05", "stated")
    assert day(page(language="fr", foot=credits_.replace("Mise en ligne", "Date"))) == ("", "")
    two = credits_ + "<ul><li><p>Mise en ligne</p><p>9 mars 2024</p></li></ul>"
    assert day(page(language="fr", foot=two)) == ("", "")


def test_days_of_several_posts_on_a_page_without_a_headline_are_none_of_its_own() -> None:
    text = "".join(f"<p>{TEXTS['de']} ({number})</p>" for number in range(1, 6))
    posts = "".join(f"<div>Kai {n}</div><div>{n}.03.2024</div>" for n in (5, 6, 7))
    html = f"<html lang=de><head><title>Arn – Blog</title></head><body><div>{posts}</div><div>{text}</div></body></html>"
    assert read_html(html).published == ""


def test_the_day_of_what_a_reader_wrote_of_a_page_is_not_the_day_of_the_page() -> None:
    said = {"@type": "Review", "datePublished": "2026-04-12", "reviewBody": "Was good."}
    data = {"@type": "Recipe", "datePublished": "2016-10-10", "review": [said]}
    html = page(data=data)
    assert day(html) == ("2016-10-10", "stated")
    assert day(page(data={"@type": "Recipe", "comment": said})) == ("", "")


def test_the_stamp_below_a_standfirst_goes_before_a_press_release_that_the_article_quotes() -> None:
    below = f"<p>{TEXTS['en']}</p><p class=article-date><span>Thursday 13 June 2024</span></p>"
    release = "<p>Press release of the ferry company - 12 June 2024</p>"
    html = re.sub(r" \(\d\)</p>", "</p>", page(below).replace("</header>", f"</header>{release}"))
    assert day(html) == ("2024-06-13", "stated")


def test_a_label_is_believed_beside_what_else_a_line_says() -> None:
    line = "1.0 of 5 with 2 ratings Date: 3 November 2023 Author: Peter Maahn/SP-X Time to read: 5 min NO comments yet"
    assert day(page(f"<div class=article-date>{line}</div>")) == ("2023-11-03", "stated")


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("21.01.2022", "2022-01-21"),
        ("By Nora Aas | 30 September 2018", "2018-09-30"),
        ("January 19, 2020 / 12:25 PM / Updated 8 hours ago", "2020-01-19"),
        ("Saturday, 21 January 2023", ""),  # a page's banner has the day it was fetched
        ("Updated 19 January 2020", ""),
    ],
)
def test_a_day_right_above_the_headline_is_a_guess(line: str, published: str) -> None:
    html = page(language="de" if line[2] == "." else "en").replace("<main>", f"<div>{line}</div><main>")
    guessed = "inferred from the line above the headline"
    assert day(html) == (published, guessed if published else "")


def test_a_day_above_the_headline_tells_which_day_a_time_in_greenwich_was() -> None:
    line = "<div>January 19, 2020 / 12:25 PM / Updated 8 hours ago</div>"
    data = {"@type": "NewsArticle", "headline": TITLE, "datePublished": "2020-01-20T09:49:32Z"}
    html = page(data=data).replace("<main>", f"{line}<main>")
    assert day(html) == ("2020-01-19", "stated")


def test_the_day_of_a_comment_piece_is_its_own() -> None:
    own = "<div class='PublishDate ArticleHeaderComment_publishDate'><b>Tuesday,</b> <b>29 January 2019</b></div>"
    readers = own.replace("ArticleHeaderComment_publishDate", "").replace("PublishDate", "comment-date")
    assert day(page(own)) == ("2019-01-29", "stated")
    assert day(page(readers)) == ("", "")


@pytest.mark.parametrize(
    "time",
    ["Tue Mar 05 2024 00:23:33 GMT+0000 (Coordinated Universal Time)", "Tue, 05 Mar 2024 00:23:33 GMT"],
)
def test_a_time_in_greenwich_is_the_day_of_the_outlet_however_it_is_written(time: str) -> None:
    ours = "https://news.example.ca/ferry"
    assert day(page(f"<time datetime='{time}'>Published at 0:23</time>"), ours) == ("2024-03-04", BY_CLOCK)
    data = {"@type": "NewsArticle", "headline": TITLE, "datePublished": time}
    assert day(page(data=data), ours) == ("2024-03-04", BY_CLOCK)


@pytest.mark.parametrize(
    ("address", "language", "written", "known"),
    [
        ("https://news.example.co.uk/ferry", "en", "02/11/2023", ("2023-11-02", BY_COUNTRY)),
        ("https://news.example.in/ferry", "en", "2 November 2023", ("2023-11-02", "stated")),
        ("https://news.example/ferry", "en-GB", "02/11/2023", ("2023-11-02", "stated")),
        ("https://news.example/ferry", "en-US", "02/11/2023", ("2023-02-11", "stated")),
        ("https://news.example.co.uk/ferry", "en-US", "02/11/2023", ("2023-02-11", "stated")),
    ],
)
def test_english_of_a_country_that_writes_the_day_first_is_read_so(
    address: str, language: str, written: str, known: tuple[str, str]
) -> None:
    html = page(f"<p>{written} 07:12am</p>").replace("lang=en", f"lang={language}")
    assert day(html, address) == known

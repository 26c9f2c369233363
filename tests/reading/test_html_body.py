"""The whole body of an HTML page, however the page is built, and nothing beside it."""

from __future__ import annotations

import pytest

from tui.reading.encoding import BadSourceError
from tui.reading.formats.html import read_html
from tui.reading.source_kind import guess_kind

PARTS = [
    "The town council of Merle voted on Monday to keep the old salt works open for another ten years, after a debate "
    "that lasted well into the night and drew two hundred people.",
    "“We owe it to those who work there,” said Nora Lind, who leads the council. “Nobody will be sent home.”",
    "The owners of the works had asked for a shorter lease, and said that they would study the decision before they "
    "answer it in writing next week.",
    "Peter Aas, who speaks for the neighbours, was not content. “Ten years of lorries are ten years too many,” he told "
    "the meeting, and left the hall.",
    "A second vote on the road that leads to the works is due in the spring, once the county has measured how many "
    "lorries use it on an ordinary day.",
]
HEADLINE = "Salt works of Merle stay open"
MENU = (
    "<nav><ul>"
    + "".join(f"<li><a href=/{n}>{n}</a></li>" for n in ("News", "Sport", "Culture"))
    + "</ul></nav>"
)


def page(body: str, lang: str = "en") -> str:
    head = f"<title>{HEADLINE} - Merle Herald</title>"
    foot = "<footer>© Merle Herald</footer>"
    return f"<!doctype html><html lang={lang}><head>{head}</head><body>{MENU}{body}{foot}</body></html>"


def paragraphs(parts: list[str]) -> str:
    return "".join(f"<p>{part}</p>" for part in parts)


def article(inside: str) -> str:
    return page(f"<main><article><h1>{HEADLINE}</h1>{inside}</article></main>")


def modules() -> str:
    between = "<div class=module><figure><img src=a.jpg></figure></div>"
    each = "<div class='module text'><div class=text-item>{}</div></div>"
    pieces = [each.format(paragraphs(PARTS[n : n + 2])) for n in range(0, len(PARTS), 2)]
    return page(f"<div class=site><h1>{HEADLINE}</h1>{between.join(pieces)}</div>")


LINKED = article(
    paragraphs(PARTS[:3]) + f"<p><a href=/a><strong>{PARTS[3]}</strong></a></p>" + paragraphs(PARTS[4:])
)
LAST_LINKED = article(paragraphs(PARTS[:4]) + f"<p><strong><a href=/a>{PARTS[4]}</a></strong></p>")
HIDDEN_LEAD = article(f"<p style='display: none'>{PARTS[0]}</p>" + paragraphs(PARTS[1:]))
HIDDEN_REST = article(paragraphs(PARTS[:2]) + f"<div hidden>{paragraphs(PARTS[2:])}</div>")
BREAKS = page(f"<div id=story><h1>{HEADLINE}</h1>{'<br><br>'.join(PARTS)}</div>")
CELLS = page(f"<table><tr><td><h1>{HEADLINE}</h1></td></tr><tr><td>{paragraphs(PARTS)}</td></tr></table>")
PREFORMATTED = article("<pre>" + "\n\n".join(part.replace(" who ", "\nwho ") for part in PARTS) + "</pre>")


@pytest.mark.parametrize(
    "html",
    [modules(), LINKED, LAST_LINKED, HIDDEN_LEAD, HIDDEN_REST, BREAKS, CELLS, PREFORMATTED],
    ids=["modules", "linked", "last-linked", "hidden-lead", "hidden-rest", "breaks", "cells", "preformatted"],
)
def test_every_paragraph_of_the_article_is_kept_and_apart(html: str) -> None:
    reading = read_html(html)
    assert reading.text.split("\n\n") == PARTS
    assert reading.headline == HEADLINE


@pytest.mark.parametrize(
    "html",
    [
        page(f"<nav><ul><li><a href=/x>More</a><div><h1>{HEADLINE}</h1>{paragraphs(PARTS)}</div>"),
        page(
            f"<h1>{HEADLINE}</h1><div><script>show()</script><noscript>{paragraphs(PARTS)}</noscript></div>"
        ),
        page(f"<header><div><button class=menu>Menu<main><h1>{HEADLINE}</h1>{paragraphs(PARTS)}</main>"),
        page(f"<h1>{HEADLINE}</h1><div {{ class=a>{paragraphs(PARTS)}</div>"),
    ],
    ids=["a menu nobody closed", "noscript", "a button nobody closed", "an attribute without a name"],
)
def test_what_holds_the_whole_article_is_no_furniture_whatever_it_is_called(html: str) -> None:
    assert read_html(html).text == "\n\n".join(PARTS)


def test_what_is_hidden_twice_or_by_the_way_stays_hidden() -> None:
    notice = "We and our partners keep small files on your device so that pages open faster next time."
    html = article(
        f"<div class=cookie-notice style='display:none'><p>{notice}</p></div>"
        f"<div class=print hidden><p>{PARTS[0]}</p></div>" + paragraphs(PARTS)
    )
    assert read_html(html).text.split("\n\n") == PARTS


def test_captions_stamps_and_links_to_other_stories_are_no_body() -> None:
    more = "".join(f"<li><a href=/s{n}>Storm number {n} passes the cape</a></li>" for n in range(5))
    html = article(
        "<p class=date>Published 2 July 2025, 18:40</p>"
        + paragraphs(PARTS[:2])
        + "<figure><img src=a.jpg><figcaption>The salt works seen from the harbour.</figcaption></figure>"
        + paragraphs(PARTS[2:4])
        + "<p><a href=/more><strong>READ: How the salt works of Merle came to be</strong></a></p>"
        + paragraphs(PARTS[4:])
        + f"<ul>{more}</ul>"
    )
    assert read_html(html).text.split("\n\n") == PARTS


def test_the_data_of_a_page_give_the_body_that_it_does_not_show() -> None:
    data = '{"@type": "NewsArticle", "headline": "%s", "articleBody": "%s"}'
    body = "\\n\\n".join(PARTS).replace("“", "&ldquo;")
    script = f"<script type='application/ld+json'>{data % (HEADLINE, body)}</script>"
    reading = read_html(page(script + f"<h1>{HEADLINE}</h1><p>{PARTS[0]}</p>"))
    assert reading.text.split("\n\n") == PARTS
    assert "data state" in reading.basis["text"]


def test_why_tells_who_took_what() -> None:
    why = read_html(article(paragraphs(PARTS))).basis["text"]
    assert why.startswith("inferred: of 6 blocks 5 (5 by trafilatura, readability, lines)")


@pytest.mark.parametrize("start", ["<!-- a theme -->\n<!-- again -->\n", "\n\n<!--\n" + "x" * 600 + "-->"])
def test_a_comment_before_the_page_does_not_hide_that_it_is_html(start: str) -> None:
    assert guess_kind((start + "<!DOCTYPE html>\n<html><body><p>Words.</p></body></html>").encode()) == "html"
    assert guess_kind((start + "Words that are no page.").encode()) == "page"


def test_a_page_that_holds_nothing_but_its_article_is_kept_whole() -> None:
    told = [
        "When",
        "a ≠ 0",
        "The lorries of the works",
        "n = 40 + 2 t",
        "The road",
        "k of n",
        "By the county’s count the road takes both.",
    ]
    loose = "<p>{}</p>{}<h2>{}</h2>{}<h2>{}</h2>{}<p>{}</p>".format(*told)
    reading = read_html(f"<html><body><h1>{HEADLINE}</h1>{loose}</body></html>")
    assert reading.text.split("\n\n") == told
    assert "all that is on the page" in reading.basis["text"]


def test_a_note_without_a_sentence_is_read_and_a_page_that_a_script_fills_is_not() -> None:
    note = (
        "<html><head><title>Monday</title></head><body><div>Ask for the figures of May</div>{}</body></html>"
    )
    assert read_html(note.format("")).text == "Ask for the figures of May"
    with pytest.raises(BadSourceError, match="no article"):
        read_html(note.format("<script src=fill.js></script>"))


def test_of_a_copy_that_is_hidden_what_the_page_does_not_show_is_read_once() -> None:
    narrow = f"<div class=narrow style='display:none'>{paragraphs([PARTS[0], *PARTS[1:3]])}</div>"
    html = article(narrow + paragraphs(PARTS[1:]))
    assert read_html(html).text.split("\n\n") == PARTS


def test_a_text_that_is_hidden_twice_is_read_once() -> None:
    box = f"<div style='display:none'>{paragraphs(PARTS[2:])}</div>"
    assert read_html(article(paragraphs(PARTS[:2]) + box + box)).text.split("\n\n") == PARTS


def test_links_in_one_paragraph_of_what_is_preformatted_are_none_of_the_others() -> None:
    linked = [f"{part} <a href=/{n}>{PARTS[1]}</a>" for n, part in enumerate(PARTS[:2])]
    html = article("<pre>" + "\n\n".join([*linked, "1. Lease", PARTS[2], "2. Road", *PARTS[3:]]) + "</pre>")
    assert {"1. Lease", "2. Road"} <= set(read_html(html).text.split("\n\n"))


def test_a_line_with_a_number_at_the_top_is_no_stamp_for_that() -> None:
    first = "Ten years for 40 workers of the works"
    assert read_html(article(f"<h2>{first}</h2>" + paragraphs(PARTS))).text.startswith(first)


def test_the_front_page_of_an_outlet_is_kept_with_all_its_headlines() -> None:
    stories = [f"Ferry number {n} has been painted green again" for n in range(10)]
    line = "The mayor of port {} was pleased, as were all who had asked for it in a letter."
    boxes = "".join(
        f"<article><h2><a href=/s{n}>{story}</a></h2><p>{line.format(n)}</p></article>"
        for n, story in enumerate(stories)
    )
    reading = read_html(page(f"<main>{boxes}</main>"))
    assert (
        set(stories) <= set(reading.text.split("\n\n")) and "list of other stories" in reading.basis["text"]
    )


def test_a_line_amid_an_article_that_asks_to_sign_up_is_left_out() -> None:
    asks = "<p>Sign up for our Harbour Letter, delivered right to your inbox.</p>"
    html = article(paragraphs(PARTS[:2]) + asks + paragraphs(PARTS[2:]))
    assert read_html(html).text.split("\n\n") == PARTS


def test_a_short_article_above_many_other_stories_is_not_lost_for_a_front_page() -> None:
    line = "The mayor of port {} was pleased, as were all who had asked for it in a letter, and in two more of them."
    boxes = "".join(
        f"<article><h2><a href=/s{n}>Ferry number {n} has been painted green again</a></h2><p>{line.format(n)}</p></article>"
        for n in range(12)
    )
    html = page(f"<main><h1>{HEADLINE}</h1>{paragraphs(PARTS[:4])}</main><div>{boxes}</div>")
    assert read_html(html).text.startswith("\n\n".join(PARTS[:4]))


def test_each_post_of_a_live_report_keeps_its_time_and_its_heading() -> None:
    posts = [("14.20", "Lease is settled"), ("12:05 pm", "Owners want less"), ("9:30 CET", "Debate begins")]
    inside = "".join(
        f"<div class=post><time>{time}</time><h2>{heading}</h2><p>{part}</p></div>"
        for (time, heading), part in zip(posts, PARTS[1:], strict=False)
    )
    found = read_html(article(f"<p>{PARTS[0]}</p>{inside}"), "")
    told = [
        line
        for (time, heading), part in zip(posts, PARTS[1:], strict=False)
        for line in (time, heading, part)
    ]
    assert found.text.split("\n\n") == [PARTS[0], *told]

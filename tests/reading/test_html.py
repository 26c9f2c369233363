"""HTML pages become clean articles."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from tui.reading.formats import html_body
from tui.reading.formats.html import read_html

BODY = "".join(
    f"<p>The ferry company of Lower Arn said in its notice number {n} that the morning boat to Tessel stays in "
    "harbour until the storm has passed, and that tickets will be paid back at the pier.</p>"
    for n in range(1, 7)
)


@pytest.mark.parametrize(
    ("below", "outlet"),
    [
        ("<div class='meta'>Harbour Gazette | 8 March 2025 | Text: Ulla Berg</div>", "Harbour Gazette"),
        ("<p>European External Action Service, 4 March 2025</p>", "European External Action Service"),
        ("<p>Lower Arn, 4 March 2025</p>", ""),
    ],
)
def test_the_outlet_of_a_page_that_names_none_in_its_head_stands_below_the_headline(
    below: str, outlet: str
) -> None:
    reading = read_html(page(top=f"<h1>Ferry to Tessel stays in harbour</h1>{below}"))
    assert reading.outlet == outlet and "2025" not in reading.text
    assert reading.basis.get("outlet", "") == (
        "inferred from what stands below the headline" if outlet else ""
    )


URL = "https://news.example/2024/arn-ferry"


def page(head: str = "", top: str = "<h1>Ferry to Tessel stays in harbour</h1>", body: str = BODY) -> str:
    return f"<!doctype html><html lang='en-GB'><head>{head}</head><body><article>{top}{body}</article></body></html>"


def linked(**fields: object) -> str:
    data = {"@context": "https://schema.org", "@type": "NewsArticle", **fields}
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def test_json_ld_gives_every_field() -> None:
    head = linked(
        headline="Ferry to Tessel stays in harbour",
        datePublished="2024-03-05T08:30:00+01:00",
        author=[{"@type": "Person", "name": "By Ida Holt"}],
        publisher={"@type": "Organization", "name": "Arn Courier"},
    )
    head += "<link rel=canonical href='https://news.example/arn-ferry'><title>Ferry to Tessel | Arn Courier</title>"
    reading = read_html(page(head), URL + "?utm=1")
    assert reading.headline == "Ferry to Tessel stays in harbour"
    assert (reading.outlet, reading.author, reading.published) == ("Arn Courier", "Ida Holt", "2024-03-05")
    assert (reading.language, reading.url) == ("en", "https://news.example/arn-ferry")
    assert reading.text.count("\n\n") == 5 and reading.text.startswith("The ferry company")
    assert reading.basis["published"] == "stated"


@pytest.mark.parametrize("mark", [" | ", " - ", " – ", " :: ", " — "])
def test_the_headline_loses_the_name_of_the_site(mark: str) -> None:
    head = f"<meta property=og:site_name content='Arn Courier'><title>Storm keeps the ferry in{mark}Arn Courier</title>"
    assert read_html(page(head, top=""), URL).headline == "Storm keeps the ferry in"


@pytest.mark.parametrize(
    "title",
    ["ferry_2024-03-05.html", "Microsoft Word - ferry final.doc", "https://news.example/a.html", "untitled"],
)
def test_a_heading_goes_before_a_title_that_is_the_name_of_a_file(title: str) -> None:
    assert read_html(page(f"<title>{title}</title>", top="<h1>No ferry</h1>"), URL).headline == "No ferry"
    assert read_html(page(f"<title>{title}</title>", top=""), URL).headline == ""


def test_a_dash_of_the_headline_itself_stays() -> None:
    head = "<meta property=og:site_name content='Arn Courier'><title>Storm – and no ferry for Tessel</title>"
    assert read_html(page(head, top=""), URL).headline == "Storm – and no ferry for Tessel"


def test_no_date_is_taken_from_a_copyright_line_or_the_body() -> None:
    body = BODY + "<p>The storm of 12 February 1998 was worse.</p><footer>© 2019 Arn Courier</footer>"
    reading = read_html(page(body=body), "https://news.example/ferry")
    assert reading.published == ""


def test_a_date_that_may_be_read_in_two_ways_is_left_out() -> None:
    head = "<meta name=pubdate content='03/04/2024'>"
    assert read_html(page(head), "https://news.example/ferry").published == ""


def test_a_stamp_in_universal_time_gives_the_day_that_is_shown() -> None:
    head = linked(headline="x", datePublished="2024-03-06T01:48:19Z")
    top = "<h1>Ferry to Tessel stays in harbour</h1><time>March 5, 2024 at 8:48 p.m.</time>"
    assert read_html(page(head, top=top), URL).published == "2024-03-05"


def test_the_address_gives_the_day_where_nothing_else_does() -> None:
    reading = read_html(page(), "https://news.example/2024/03/05/ferry")
    assert reading.published == "2024-03-05" and reading.basis["published"] == "inferred from the address"


def test_foreign_control_characters_do_not_come_through() -> None:
    head = "<title>Ferry\x1b]52;c;AAAA\x07 \u202eto Tessel stays &#27;[31m in</title>"
    reading = read_html(page(head, top=""), URL)
    assert not {"\x1b", "\x07", "\u202e", "\x9b"} & set(reading.headline + reading.text)


def test_bytes_are_decoded_as_they_say() -> None:
    raw = page("<meta charset=windows-1252>", body=BODY.replace("ferry", "fährboot")).encode("cp1252")
    assert "fährboot" in read_html(raw).text


BROKEN: list[bytes | str] = [
    "",
    b"",
    b"   \n",
    b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
    "just words, no markup at all",
    "<html></html>",
    "<html><body><nav><a href=/>Home</a><a href=/b>Sport</a></nav></body></html>",
    "<?xml version='1.0' encoding='utf-8'?><html><body></body></html>",
    "<div>" * 20_000,
    page("<script type='application/ld+json'>{broken</script>", top="", body=""),
]


@pytest.mark.parametrize("raw", BROKEN, ids=range(len(BROKEN)))
def test_what_holds_no_article_is_refused_in_one_line(raw: bytes | str) -> None:
    with pytest.raises(ValueError, match=r"^[^\n]{8,120}$"):
        read_html(raw)


def test_a_hostile_head_does_not_stop_the_body() -> None:
    head = (
        linked(headline={"a": 1}, datePublished=[1], author=7, publisher=["x", None])
        + "<link rel=canonical href='http://[::1'><meta property=og:title content=''><title></title>"
    )
    reading = read_html(page(head), "http://[bad")
    assert "morning boat" in reading.text and reading.headline == "Ferry to Tessel stays in harbour"


@pytest.mark.timeout(20)
def test_a_title_without_an_end_is_cut() -> None:
    """Each separator in it was a place to part it at: gigabytes for a megabyte."""
    top = f"<title>{'Harbour - ' * 100_000}</title>"
    reading = read_html(page(top, top="").replace("<h1>", "<h6>"))
    assert reading.headline.startswith("Harbour - Harbour") and reading.headline.endswith("…")
    assert "morning boat" in reading.text and len(reading.headline) < 5000


def test_most_headlines_and_dates_of_real_pages_are_right(shared: Path) -> None:
    folder = shared / "gold" / "extract"
    rows = [json.loads(line) for line in (folder / "html.jsonl").read_text("utf-8").splitlines()]
    rows = [row for row in rows if row.get("title") and row.get("date")][:20]
    right = dated = 0
    for row in rows:
        reading = read_html(gzip.decompress((folder / row["html_path"]).read_bytes()), row["url"])
        right += reading.headline.casefold() == row["title"].casefold()
        dated += reading.published == row["date"][:10]
    assert rows and right >= 0.8 * len(rows) and dated >= 0.9 * len(rows)


def test_a_page_in_modules_keeps_the_paragraphs_of_each() -> None:
    """Each paragraph in boxes of its own, pictures between them."""
    told = [
        "The bridge at Tarn Mill was opened again on Monday after two years, and the first to cross it was a herd of goats.",
        "“We had to carry the bread over the weir,” said Edith Crane, who has a bakery on the other bank of the river.",
        "The county paid for the piers, a mill that once belonged to the Church for the planks, and nobody for the paint.",
        "In autumn a second bridge is to follow further down, where the road to the sea leaves the old valley for good.",
    ]
    module = '<div class="module text"><div class="inner"><div class="copy"><p>{}</p></div></div></div>'
    picture = '<div class="module picture"><img src="x.jpg"></div>'
    page = (
        "<html><head><title>Bridge opened</title></head><body><div class='site'><div class='top'><a href='/'>Home</a>"
        "</div><div class='modules'><h1>Bridge opened</h1>"
        f"{picture.join(module.format(each) for each in told)}</div>"
        "<div class='foot'><a href='/terms'>Terms</a></div></div></body></html>"
    )
    assert read_html(page).text.split("\n\n") == told


def test_a_reader_that_settled_on_the_wrong_box_says_nothing_against_what_the_others_agree_on() -> None:
    taken = {
        "one": [True, True, True, False],
        "other": [True, True, False, True],
        "third": [False, False, False, True],
    }
    assert html_body._heard("third", taken, [80, 60, 9, 5]) == [True, True, False, False]
    assert html_body._heard("third", taken, [80, 60, 9, 90]) == taken["third"]  # it read as much elsewhere
    assert html_body._heard("third", taken, [8, 6, 9, 1]) == taken["third"]  # too little to be sure


@pytest.mark.parametrize(
    ("behind", "outlet"),
    [
        (" - Norland Post", "Norland Post"),
        (" | World | Norland Post", "Norland Post"),
        (" – Küstenkurier", "Küstenkurier"),
        (" – What Now", ""),
        (" | Opinion", ""),
        (" - Press Release", ""),
        (", union says - Norland Post", ""),
    ],
)
def test_a_page_that_names_its_outlet_in_its_title_alone_is_of_that_one(behind: str, outlet: str) -> None:
    title = "No ferry to Tessel until the storm is over"
    reading = read_html(page(f"<title>{title}{behind}</title>", top=f"<h1>{title}</h1>"))
    assert reading.outlet == outlet
    assert reading.basis.get("outlet", "") == ("inferred from the title of its page" if outlet else "")


def test_who_wrote_a_page_is_named_below_a_banner_of_many_words() -> None:
    banner = (
        "We and our partners keep things on your device to measure what you read, when you read it and for how long. "
        * 3
    )
    body = "".join(
        f"<p>The lock at Brenn stays shut for {number} more weeks, said the town.</p>" for number in range(6)
    )
    found = read_html(
        f"<html><body><div role='dialog'><p>{banner}</p></div><article><h1>Lock stays shut</h1>"
        f"<p class='byline'>By <a href='/ida'>Ida Lund</a> in Brenn</p>{body}</article></body></html>"
    )
    assert found.author == "Ida Lund"
    assert "Ida Lund" not in found.text


def test_a_line_to_share_or_to_read_another_story_is_no_part_of_a_page_without_markup() -> None:
    told = [
        f"The lock at Brenn stays shut for {number} more weeks, said Ida Lund of the town."
        for number in range(6)
    ]
    asks = (
        "Read also: “I was wrong,” says the harbour master",
        "Share this article: Facebook Twitter WhatsApp",
    )
    body = "".join(f"<div>{line}</div>" for line in (*told[:3], asks[0], *told[3:], asks[1]))
    found = read_html(
        f"<html><head><title>Lock stays shut</title></head><body><div>{body}</div></body></html>"
    )
    assert found.text.split("\n\n") == told


@pytest.mark.parametrize("line", ["By Ida Lund in Velm", "Par Ida Lund, à Velm", "Von Ida Lund, Velm"])
def test_the_byline_of_a_page_is_no_part_of_its_text_where_its_author_is_known(line: str) -> None:
    told = (
        "The lock at Velm was shut on Sunday after a barge had hit its gate, the board told reporters there."
    )
    body = (
        f"<h1>Lock shut</h1><p>{line}</p><p>{told}</p><p>“We had no choice,” said Ida Holm of the board.</p>"
    )
    author = '<meta name="author" content="Ida Lund">'
    page = f"<html><head><title>Lock shut</title>{author}</head><body><article>{body}</article></body></html>"
    assert read_html(page.encode()).text.startswith(told)
    assert read_html(page.replace(line, "By all means, said Ida Lund.").encode()).text.startswith(
        "By all means"
    )

"""Particulars of files as their programs make them, each of which once lost or mistook something."""

from __future__ import annotations

import json
import zipfile
from email.message import EmailMessage
from html import escape
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.support.files import BOTH, DUNES, FERRY, TEXTS, URLS
from tui.reading.containers import iter_sources
from tui.reading.portions import Lead
from tui.reading.read import read
from tui.reading.result import ParsedArticle
from tui.reading.sources import Source

TEXT = TEXTS[FERRY]
HEAD = "90 words\n5 March 2024\nArn Courier\nARNCO\nEnglish\nCopyright 2024. Arn Media Ltd. All rights reserved.\n\n"
END = "\n\nArn Media Ltd.\n\nDocument ARNCO00020240305ek350001x\n"


def one(path: Path, text: str) -> ParsedArticle:
    path.write_text(text, "utf-8")
    (source,) = iter_sources(path)
    assert isinstance(source, Source), source
    return read(source)


def said(article: ParsedArticle) -> tuple[str, str, str, str]:
    return article.headline, article.outlet, article.author, article.published


@pytest.mark.parametrize(
    ("section", "author"),
    [
        ("", ""),
        ("", "By Jo Lind \n"),
        ("NEWS\n", ""),
        ("NEWS\n", "By Jo Lind \n"),
        ("Home Front\n", "By Jo Lind \n"),
    ],
)
def test_the_section_above_a_document_of_factiva_is_not_its_headline(
    tmp_path: Path, section: str, author: str
) -> None:
    found = one(tmp_path / "factiva.txt", f"{section}{FERRY}\n{author}{HEAD}{TEXT}{END}")
    assert said(found) == (FERRY, "Arn Courier", "Jo Lind" if author else "", "2024-03-05")
    assert found.text == TEXT  # and without whose the rights are


def test_a_page_of_factiva_names_its_headline(tmp_path: Path) -> None:
    rows = "".join(f"<div>{line}</div>" for line in HEAD.split("\n") if line)
    text = "".join(f'<p class="articleParagraph">{part}</p>' for part in TEXT.split("\n\n"))
    html = (
        f'<html><body><div class="article enArticle"><p>Local News</p><div id="hd"><span class="enHeadline">{FERRY}</span>'
        f"</div><div>By Jo Lind</div>{rows}{text}<p>{END}</p></div></body></html>"
    )
    assert said(one(tmp_path / "factiva.html", html)) == (FERRY, "Arn Courier", "Jo Lind", "2024-03-05")


def test_a_transcript_of_nexis_begins_below_its_labels(tmp_path: Path) -> None:
    turns = (
        "JO LIND, HOST: Will the ferry sail?\n\nMIA ROTH: No. It stays in harbour until the storm has passed."
    )
    head = "SECTION: News; Domestic\n\nLENGTH: 90 words\n\nBYLINE: Jo Lind\n\nGUESTS: Mia Roth\n\nHIGHLIGHT: The ferry."
    top, foot = "THE MORNING HOUR\n\nArn News\n\nMarch 5, 2024 Tuesday", "LOAD-DATE: March 30, 2024\n"
    text = f"{top}\n\n{head}\n\nBODY:\n\n{turns}\n\n{foot}"
    found = one(tmp_path / "nexis.txt", text)
    assert found.text == turns
    assert said(found) == ("THE MORNING HOUR", "Arn News", "Jo Lind", "2024-03-05")


def test_a_page_of_europresse_may_call_its_text_otherwise(tmp_path: Path) -> None:
    text = "".join(f"<p>{part}</p>" for part in TEXT.split("\n\n"))
    html = (
        '<html><body><article><header><span class="DocPublicationName"><b>Le Courrier d’Arn, no. 12</b></span></header>'
        f'<p class="titreArticleVisu rdp__articletitle">{FERRY}</p><div class="DocText clearfix">{text}</div>'
        '<div class="publiC-lblNodoc">news·20240305·LC·1234567</div></article></body></html>'
    )
    found = one(tmp_path / "europresse.html", html)
    assert said(found) == (FERRY, "Le Courrier d’Arn", "", "2024-03-05")
    assert found.text == TEXT


def test_lines_that_roll_up_under_a_film_are_said_once(tmp_path: Path) -> None:
    cues = [
        "\nthe<00:00:00.500><c> ferry</c><c> stays</c>",
        "the ferry stays\n ",
        "the ferry stays\nin<c> harbour</c>",
    ]
    text = "".join(
        f"\n00:00:0{n}.000 --> 00:00:0{n + 1}.000\n{cue}\n" for n, cue in enumerate([*cues, "in harbour\n "])
    )
    assert one(tmp_path / "film.vtt", f"WEBVTT\nKind: captions\n{text}").text == "the ferry stays in harbour"


@pytest.mark.parametrize(
    "row",
    [
        {
            "source": "Arn Courier",
            "byline": "Jo Lind",
            "pub_date": "2024-03-05T23:00:00-05:00",
            "headline": FERRY,
        },
        {
            "source_domain": "Arn Courier",
            "authors": ["Jo Lind"],
            "date_publish": "2024-03-05 08:00:00",
            "title": FERRY,
        },
        {
            "publication": "Arn Courier",
            "publishedBylines": [{"name": "Jo Lind"}],
            "post_date": "2024-03-05",
            "title": FERRY,
        },
    ],
)
@pytest.mark.parametrize("name", ["one.json", "one.jsonl"])
def test_a_record_may_name_outlet_author_and_day_otherwise(
    tmp_path: Path, row: dict[str, object], name: str
) -> None:
    assert said(one(tmp_path / name, json.dumps({**row, "text": TEXT}))) == (
        FERRY,
        "Arn Courier",
        "Jo Lind",
        "2024-03-05",
    )


def test_a_source_that_is_an_address_is_where_the_article_stands(tmp_path: Path) -> None:
    found = one(tmp_path / "one.json", json.dumps({"title": FERRY, "text": TEXT, "source": URLS[FERRY]}))
    assert (found.url, found.outlet) == (URLS[FERRY], "courier.example")


LEAVES = [{"name": title, "type": "url", "url": URLS[title]} for title in BOTH]
PLACES = [{"title": title, "type": "text/x-moz-place", "uri": URLS[title]} for title in BOTH]
LISTS = {
    "Bookmarks": json.dumps(
        {"roots": {"bookmark_bar": {"type": "folder", "children": LEAVES}}, "version": 1}
    ),
    "bookmarks.json": json.dumps({"root": "placesRoot", "children": [{"title": "menu", "children": PLACES}]}),
    "onetab.txt": "".join(f"{URLS[title]} | {title}\n" for title in BOTH),
    "links.txt": "".join(f"- [{title}]({URLS[title]})\n" for title in BOTH),
    "titles.txt": "".join(f"{title}\n{URLS[title]}\n\n" for title in BOTH),
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_of_pages_with_their_titles_leads_to_each(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(LISTS[name], "utf-8")
    assert [each.url for each in iter_sources(path) if isinstance(each, Lead)] == [URLS[FERRY], URLS[DUNES]]


def test_a_text_that_ends_in_addresses_stays_a_text(tmp_path: Path) -> None:
    text = f"{FERRY}\n\n{TEXT}\n\nThe timetable\n{URLS[FERRY]}\n\nThe bees\n{URLS[DUNES]}\n"
    assert one(tmp_path / "page.txt", text).text.startswith(TEXT[:60])


def test_a_paper_that_calibre_made_is_of_its_outlet_and_each_article_has_its_address(tmp_path: Path) -> None:
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
        "<dc:title>Arn Courier [Tue, 05 Mar 2024]</dc:title><dc:creator>calibre</dc:creator>"
        '<dc:date>2024-03-05T06:00:00+00:00</dc:date></metadata><manifest><item id="a" href="u0.html"/></manifest>'
        '<spine><itemref idref="a"/></spine></package>'
    )
    bar = "<div class=calibre_navbar><hr>| <a href=x>Next</a> | <a href=z>Main Menu</a> |<hr></div>"
    origin = f"<p>This article was downloaded by <strong>calibre</strong> from <a href='{URLS[FERRY]}'>{URLS[FERRY]}</a></p>"
    text = "".join(f"<p>{part}</p>" for part in TEXT.split("\n\n"))
    chapter = f"<html><body>{bar}<h1>{FERRY}</h1>{text}<div class=calibre_navbar>{origin}</div></body></html>"
    path = tmp_path / "paper.epub"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr(
            "META-INF/container.xml", '<container><rootfile full-path="content.opf"/></container>'
        )
        archive.writestr("content.opf", package)
        archive.writestr("u0.html", chapter)
    (source,) = iter_sources(path)
    assert isinstance(source, Source)
    found = read(source)
    assert said(found) == (FERRY, "Arn Courier", "", "2024-03-05")
    assert (found.url, found.text) == (URLS[FERRY], TEXT)


@pytest.mark.parametrize("kind", ["plain", "html"])
def test_an_alert_of_google_leads_to_its_pages(tmp_path: Path, kind: str) -> None:
    targets = [f"https://www.google.com/url?rct=j&sa=t&url={quote(URLS[title])}&ct=ga" for title in BOTH]
    mail = EmailMessage()
    mail["From"] = "Google Alerts <googlealerts-noreply@google.com>"
    mail["Subject"] = "Google Alert - ferry"
    links = "".join(f"<a href='{escape(target)}'>Ferry</a>" for target in (*targets, targets[0]))
    mail.set_content(
        links if kind == "html" else "\n".join(f"Ferry\n<{target}>" for target in targets), subtype=kind
    )
    path = tmp_path / "alert.eml"
    path.write_bytes(mail.as_bytes())
    assert [each.url for each in iter_sources(path) if isinstance(each, Lead)] == [URLS[FERRY], URLS[DUNES]]


def leads(path: Path, text: str) -> list[tuple[str, str]]:
    path.write_text(text, "utf-8")
    found = list(iter_sources(path))
    assert all(isinstance(each, Lead) for each in found), found
    return [(each.url, each.published) for each in found if isinstance(each, Lead)]


def test_labels_of_nexis_uni_are_known_by_the_blank_it_writes_behind_them(tmp_path: Path) -> None:
    labels = "Section:\xa0NEWS; Pg. 7\nLength:\xa090 words\nByline:\xa0Jo Lind\n\nBody\n\n\n"
    foot = (
        "\n\nClassification\n\n\nLanguage:\xa0ENGLISH\n\nLoad-Date:\xa0March 9, 2024\n\n\nEnd of Document\n"
    )
    head = f"{FERRY}\nArn Courier\nMarch 5, 2024 Tuesday\n\nCopyright 2024 Arn Media All Rights Reserved\n\n"
    found = one(tmp_path / "Files (1).txt", head + labels + TEXT + foot)
    assert said(found) == (FERRY, "Arn Courier", "Jo Lind", "2024-03-05")
    assert found.text == TEXT


def test_documents_of_factiva_with_codes_end_where_their_numbers_stand(tmp_path: Path) -> None:
    codes = "HD  {}\nBY  By Jo Lind\nWC  90 words\nPD  5 March 2024\nSN  {}\nSC  ARNCO\nLP  {}\nTD  {}\nNS  gcat\n"
    first, rest = TEXT.split("\n\n", 1)
    (tmp_path / "coded.txt").write_text(
        "".join(
            codes.format(title, outlet, first, rest) + "AN  Document ARNCO00020240305ek350001x\n\n"
            for title, outlet in ((FERRY, "Arn Courier"), (DUNES, "Tessel Post"))
        )
    )
    readings = [read(each) for each in iter_sources(tmp_path / "coded.txt") if isinstance(each, Source)]
    assert [(each.headline, each.outlet, each.text) for each in readings] == [
        (FERRY, "Arn Courier", TEXT),
        (DUNES, "Tessel Post", TEXT),
    ]


def test_who_wrote_a_document_of_europresse_is_no_part_of_its_headline(tmp_path: Path) -> None:
    paragraphs = "".join(f"<p>{part}</p>" for part in TEXT.split("\n\n"))
    found = one(
        tmp_path / "e.html",
        '<html><body><article><header><span class="DocPublicationName">Arn Courier, no. 12</span>'
        f'<div class="titreArticle"><p class="titreArticleVisu rdp__articletitle">{FERRY}</p>'
        '<p class="sm-margin-bottomNews">JO LIND</p></div></header><section><div class="docOcurrContainer">'
        f'{paragraphs}</div></section><div class="publiC-lblNodoc">news·20240305·AC·1</div></article></body></html>',
    )
    assert said(found) == (FERRY, "Arn Courier", "JO LIND", "2024-03-05")


@pytest.mark.parametrize(
    ("days", "meant"),
    [
        (("03/05/2024", "03/14/2024"), ["2024-03-05", "2024-03-14"]),
        (("03/05/2024", "14/03/2024"), ["2024-05-03", "2024-03-14"]),
        (("03/05/2024", "03/06/2024"), ["", ""]),
    ],
    ids=["month first", "day first", "nobody knows"],
)
def test_the_days_of_a_table_are_read_as_its_other_rows_are_written(
    tmp_path: Path, days: tuple[str, str], meant: list[str]
) -> None:
    rows = "".join(f'T{n},{day},"{TEXTS[FERRY]}"\n' for n, day in enumerate(days))
    (tmp_path / "t.csv").write_text(f"Headline,Pub Date,Article Text\n{rows}")
    readings = [read(each) for each in iter_sources(tmp_path / "t.csv") if isinstance(each, Source)]
    assert [each.published for each in readings] == meant


def test_articles_that_lie_under_their_sites_or_addresses_are_read(tmp_path: Path) -> None:
    rows = [{"title": name, "text": TEXTS[name], "link": URLS[name]} for name in (FERRY, DUNES)]
    sites = {
        name: {"link": f"https://{name}.example", "articles": [row]}
        for name, row in zip("ab", rows, strict=True)
    }
    (tmp_path / "sites.json").write_text(json.dumps({"newspapers": sites}))
    found = [read(each) for each in iter_sources(tmp_path / "sites.json") if isinstance(each, Source)]
    assert [(each.headline, each.url) for each in found] == [(FERRY, URLS[FERRY]), (DUNES, URLS[DUNES])]
    by_url = {URLS[FERRY]: {"title": FERRY, "text": TEXTS[FERRY]}}
    assert one(tmp_path / "urls.json", json.dumps(by_url)).url == URLS[FERRY]
    (tmp_path / "settings.json").write_text(
        json.dumps({"sync": {"servers": [{"url": "https://sync.example"}]}})
    )
    assert not [each for each in iter_sources(tmp_path / "settings.json") if isinstance(each, Source)]


def test_what_readwise_keeps_is_the_page_of_its_outlet(tmp_path: Path) -> None:
    html = "".join(f"<p>{part}</p>" for part in TEXT.split("\n\n"))
    row = {"url": "https://read.readwise.io/read/1", "source_url": URLS[FERRY], "source": "Reader RSS"}
    row |= {"title": FERRY, "site_name": "Arn Courier", "html_content": html, "published_date": "2024-03-05"}
    found = one(tmp_path / "r.json", json.dumps({"count": 1, "results": [row]}))
    assert (found.url, found.outlet, found.text) == (URLS[FERRY], "Arn Courier", TEXT)


@pytest.mark.parametrize("said_as", ["fr_FR", "fr-CA", "French"])
def test_a_language_is_a_code_however_a_program_names_it(tmp_path: Path, said_as: str) -> None:
    text = "Le bateau du matin reste au port jusqu’à la fin de la tempête, a dit la compagnie, et on rend les billets."
    found = one(tmp_path / "w.json", json.dumps([{"title": "Bateau", "content": text, "language": said_as}]))
    assert found.language == "fr"


@pytest.mark.parametrize(
    "text",
    [
        "Ferry stays - {0}\nBees return - {1}\n",
        "Ferry stays: {0}\nBees return | {1}\n",
        "2024-03-05 {0}\n2024-03-06 {1}\n",
        '# mine\n---\n"{0}" "~Arn"\n--- "~Others"\nfile:///home/x/feed.xml\n"query:Unread:unread = \\"yes\\""\n{1} bees\n',
        "{0}  # read\n{1}\n",
    ],
    ids=["titles", "colons", "days", "newsboat", "remarks"],
)
def test_a_list_of_addresses_leads_to_each_whatever_stands_beside_them(tmp_path: Path, text: str) -> None:
    urls = ["https://a.example/1", "https://b.example/2"]
    assert [url for url, _ in leads(tmp_path / "list.txt", text.format(*urls))] == urls


def test_ninjs_names_its_source_in_a_list(tmp_path: Path) -> None:
    item: dict[str, object] = {"standard": {"name": "ninjs"}, "versionCreated": "2024-03-05T00:20:00+03:00"}
    item |= {"headlines": [{"value": FERRY}], "bodies": [{"value": TEXT}], "by": "Jo Lind"}
    item |= {"infoSources": [{"name": "Arn Press"}]}
    assert said(one(tmp_path / "n.json", json.dumps(item))) == (FERRY, "Arn Press", "Jo Lind", "2024-03-05")


def test_what_stands_under_a_picture_of_nitf_is_no_part_of_the_text(tmp_path: Path) -> None:
    media = "<media media-type='image'><media-caption>Ships wait.</media-caption></media>"
    text = "".join(f"<p>{escape(part)}</p>" for part in TEXT.split("\n\n"))
    head = f"<body.head><hedline><hl1>{FERRY}</hl1></hedline></body.head>"
    xml = f"<nitf><body>{head}<body.content>{media}{text}</body.content></body></nitf>"
    assert one(tmp_path / "n.xml", xml).text == TEXT


def test_subtitles_have_their_letters(tmp_path: Path) -> None:
    vtt = "WEBVTT\n\n00:01.000 --> 00:03.000\n<v Ida Holt>Ships &amp; pilots, I&#39;m told.\n"
    assert one(tmp_path / "s.vtt", vtt).text == "Ida Holt: Ships & pilots, I'm told."

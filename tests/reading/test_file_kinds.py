"""Files of many articles, and files that are no prose: what comes out of each, and what is said of those refused."""

from __future__ import annotations

import gzip
import io
import json
import sqlite3
import sys
import zipfile
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.support import files
from tests.support.documents import PARAGRAPHS, html, pdf
from tests.support.files import AUTHORS, BOTH, DAYS, DUNES, FERRY, OUTLETS, TEXTS, URLS
from tui.reading.containers import Found, iter_sources
from tui.reading.portions import Lead
from tui.reading.read import read
from tui.reading.result import ParsedArticle
from tui.reading.sources import Failure, Source
from tui.store.briefing import Briefing
from tui.workflows.import_pages import import_sources
from tui.workflows.reread import reread


def found(path: Path, raw: bytes | str) -> list[Found]:
    path.write_bytes(raw if isinstance(raw, bytes) else raw.encode())
    return list(iter_sources(path))


def articles(path: Path, raw: bytes | str) -> list[ParsedArticle]:
    sources = found(path, raw)
    assert all(isinstance(each, Source) for each in sources), sources
    return [read(each) for each in sources if isinstance(each, Source)]


def refused(path: Path, raw: bytes | str) -> str:
    (failure,) = found(path, raw)
    assert isinstance(failure, Failure), failure
    assert "\n" not in str(failure)
    return failure.reason


def whole(readings: list[ParsedArticle], *fields: str) -> None:
    """Assert that both articles are there with all of their words, and these fields."""
    assert [reading.headline for reading in readings] == list(BOTH)
    for reading, title in zip(readings, BOTH, strict=True):
        assert reading.text == TEXTS[title]
        known = {"outlet": OUTLETS, "author": AUTHORS, "published": DAYS, "url": URLS}
        assert {name: getattr(reading, name) for name in fields} == {
            name: known[name][title] for name in fields
        }
        assert reading.quotes


# News archives


@pytest.mark.parametrize(
    "text",
    [
        "".join(map(files.nexis_uni, BOTH)),
        "User Name: A. Reader\nDate and Time: Monday, April 1, 2024\nDocuments (2)\n1. Ferry\n2. Bees\n\n"
        "About LexisNexis | Privacy Policy | Copyright © 2024 LexisNexis\n\n" + "".join(map(files.nexis_uni, BOTH)),
        "".join(files.nexis_old(number, title) for number, title in enumerate(BOTH, 1)),
    ],
    ids=["uni", "with a cover", "old"],
)  # fmt: skip
def test_each_document_of_nexis_is_an_article_of_its_day(tmp_path: Path, text: str) -> None:
    whole(articles(tmp_path / "nexis.txt", text), "outlet", "author", "published")


@pytest.mark.parametrize("ending", ["docx", "odt", "rtf"])
def test_nexis_comes_as_a_document_too(tmp_path: Path, ending: str) -> None:
    lines = [line for title in BOTH for line in files.nexis_uni(title).split("\n") if line.strip()]
    raw = {"docx": files.docx, "odt": files.odt, "rtf": files.rtf}[ending](*lines)
    whole(articles(tmp_path / f"nexis.{ending}", raw), "outlet", "author", "published")


def test_a_single_document_of_nexis_needs_no_mark_of_its_end(tmp_path: Path) -> None:
    text = files.nexis_uni(FERRY).partition("Classification")[0]
    (reading,) = articles(tmp_path / "a.txt", text)
    assert (reading.headline, reading.outlet, reading.published) == (FERRY, OUTLETS[FERRY], DAYS[FERRY])


@pytest.mark.parametrize("form", [files.factiva, files.factiva_coded])
def test_each_document_of_factiva_is_an_article(tmp_path: Path, form: object) -> None:
    assert callable(form)
    whole(articles(tmp_path / "f.txt", "".join(map(form, BOTH))), "outlet", "author", "published")


def test_each_document_of_europresse_is_an_article(tmp_path: Path) -> None:
    page = f"<!DOCTYPE html><html><body>{''.join(map(files.europresse, BOTH))}</body></html>"
    whole(articles(tmp_path / "e.html", page), "outlet", "author", "published")


# Documents


@pytest.mark.parametrize("ending", ["docx", "odt", "rtf"])
def test_a_document_is_read_as_a_page(tmp_path: Path, ending: str) -> None:
    paragraphs = [FERRY, "5 March 2024", *TEXTS[FERRY].split("\n\n")]
    raw = {"docx": files.docx, "odt": files.odt, "rtf": files.rtf}[ending](*paragraphs)
    (reading,) = articles(tmp_path / f"a.{ending}", raw)
    assert reading.headline == FERRY
    assert reading.published == "2024-03-05"
    assert reading.text.split() == TEXTS[FERRY].split()


def test_without_its_library_a_kind_names_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = files.docx("Words.")
    monkeypatch.setitem(sys.modules, "docx", None)
    assert "pip install 'briefing-tui[formats]'" in refused(tmp_path / "a.docx", raw)


def test_chapters_of_a_book_are_articles(tmp_path: Path) -> None:
    whole(articles(tmp_path / "courier.epub", files.epub()))


# JSON and tables


@pytest.mark.parametrize(
    "wrap",
    [
        lambda rows: rows,
        lambda rows: {"status": "ok", "articles": rows},
        lambda rows: {"response": {"docs": rows}},
    ],
)
def test_json_of_articles_is_read_whatever_wraps_it(tmp_path: Path, wrap: object) -> None:
    assert callable(wrap)
    whole(
        articles(tmp_path / "a.json", files.as_json(wrap(files.objects()))),
        "outlet",
        "author",
        "published",
        "url",
    )
    minified = json.dumps(wrap(files.objects())).encode()
    whole(articles(tmp_path / "b.txt", minified), "outlet", "author", "published", "url")


def test_what_readers_of_feeds_keep_is_read(tmp_path: Path) -> None:
    pages = {title: "".join(f"<p>{each}</p>" for each in TEXTS[title].split("\n\n")) for title in BOTH}
    wallabag = [
        {"title": t, "url": URLS[t], "content": pages[t], "published_at": f"{DAYS[t]}T08:00:00+0100", "tags": ["sea"],
         "published_by": [AUTHORS[t]], "domain_name": OUTLETS[t]}
        for t in BOTH
    ]  # fmt: skip
    whole(articles(tmp_path / "w.json", files.as_json(wallabag)), "outlet", "author", "published", "url")
    seconds = {FERRY: 1709625600, DUNES: 1709884800}
    freshrss = [
        {"title": t, "canonical": [{"href": URLS[t]}], "origin": {"title": OUTLETS[t]}, "published": seconds[t],
         "author": AUTHORS[t], "summary": {"content": pages[t]}}
        for t in BOTH
    ]  # fmt: skip
    whole(
        articles(tmp_path / "f.json", files.as_json({"items": freshrss})),
        "outlet",
        "author",
        "published",
        "url",
    )
    miniflux = [
        {"title": t, "url": URLS[t], "content": pages[t], "published_at": f"{DAYS[t]}T08:00:00Z", "author": AUTHORS[t],
         "feed": {"id": 1, "title": OUTLETS[t]}}
        for t in BOTH
    ]  # fmt: skip
    whole(
        articles(tmp_path / "m.json", files.as_json({"total": 2, "entries": miniflux})),
        "outlet",
        "published",
        "url",
    )


def test_ninjs_of_old_and_new_is_read(tmp_path: Path) -> None:
    page = "".join(f"<p>{each}</p>" for each in TEXTS[FERRY].split("\n\n"))
    old = {"uri": "urn:x", "headline": FERRY, "body_xhtml": page, "versioncreated": "2024-03-05T08:00:00Z",
        "byline": "Jo Lind",
           "copyrightholder": "Arn Courier"}  # fmt: skip
    new = {"uri": "urn:x", "headlines": [{"value": FERRY}], "bodies": [{"value": page}], "by": "Jo Lind",
           "contentCreated": "2024-03-05T08:00:00Z", "provider": {"name": "Arn Courier"},
               "versioncreated": "2024-04-01"}  # fmt: skip
    for number, item in enumerate((old, new)):
        (reading,) = articles(tmp_path / f"{number}.json", files.as_json(item))
        assert (reading.headline, reading.outlet, reading.published) == (FERRY, "Arn Courier", "2024-03-05")
        assert reading.text.split() == TEXTS[FERRY].split()


def test_references_come_with_their_abstracts_or_else_their_addresses(tmp_path: Path) -> None:
    csl = [
        {"type": "article-newspaper", "title": FERRY, "container-title": "Arn Courier", "URL": URLS[FERRY],
         "author": [{"family": "Lind", "given": "Jo"}], "issued": {"date-parts": [[2024, 3, 5]]}, "abstract": TEXTS[FERRY]},
        {"type": "webpage", "title": DUNES, "URL": URLS[DUNES], "issued": {"date-parts": [[2024, 3, 8]]}},
    ]  # fmt: skip
    ris = (
        f"TY  - NEWS\nTI  - {FERRY}\nAU  - Lind, Jo\nT2  - Arn Courier\nDA  - 2024/03/05\nUR  - {URLS[FERRY]}\n"
        f"AB  - {' '.join(TEXTS[FERRY].split())}\nKW  - sea\nN1  - ask the desk\nER  - \n\n"
        f"TY  - NEWS\nTI  - {DUNES}\nDA  - 2024/03/08\nUR  - {URLS[DUNES]}\nER  - \n"
    )
    bib = (
        f"@article{{a, title = {{{FERRY}}}, author = {{Lind, Jo}}, journal = {{Arn Courier}}, date = {{2024-03-05}},\n"
        f" url = {{{URLS[FERRY]}}}, abstract = {{{' '.join(TEXTS[FERRY].split())}}}, keywords = {{sea}}}}\n"
        f"@online{{b, title = {{{DUNES}}}, year = {{2024}}, month = mar, url = {{{URLS[DUNES]}}}}}\n"
    )
    for name, raw in (("a.json", files.as_json(csl)), ("a.ris", ris.encode()), ("a.bib", bib.encode())):
        first, second = found(tmp_path / name, raw)
        assert isinstance(first, Source), name
        reading = read(first)
        assert (reading.headline, reading.outlet, reading.author) == (FERRY, "Arn Courier", "Jo Lind"), name
        assert (reading.published, reading.url) == ("2024-03-05", URLS[FERRY]), name
        assert reading.text.split() == TEXTS[FERRY].split()
        assert isinstance(second, Lead), name
        assert second.url == URLS[DUNES]
        assert second.published.startswith("2024-03")
        if name != "a.json":
            assert b"sea" in first.raw


def test_a_table_is_read_by_the_names_of_its_columns(tmp_path: Path) -> None:
    for delimiter, names in (
        (",", "title,url,date,source,author,text"),
        (";", "Titel;URL;Datum;Quelle;Autor;Text"),
        ("\t", "Headline\tLink\tPublication Date\tPublication\tByline\tFull Text"),
    ):
        rows = [names]
        for title in BOTH:
            quoted = TEXTS[title].replace('"', '""')
            cells = [title, URLS[title], DAYS[title], OUTLETS[title], AUTHORS[title], f'"{quoted}"']
            rows.append(delimiter.join(cells))
        for name in ("a.csv", "a.txt"):
            readings = articles(tmp_path / name, "\r\n".join(rows))
            whole(readings, "outlet", "author", "published", "url")


def test_a_row_without_a_text_leads_to_its_address_and_a_bad_one_is_told_by_its_number(
    tmp_path: Path,
) -> None:
    table = (
        "id,indexed_date,language,media_name,publish_date,title,url\n"
        f"1,2024-04-01,en,courier.example,2024-03-05,{FERRY},{URLS[FERRY]}\n"
        "2,2024-04-01,en,courier.example,2024-03-05,Nothing,\n"
        f"3,2024-04-01,en,courier.example,2024-03-08,{DUNES},{URLS[DUNES]},one,too,many\n"
    )
    lead, bare, long = found(tmp_path / "mc.csv", table)
    assert isinstance(lead, Lead)
    assert (lead.url, lead.published) == (URLS[FERRY], "2024-03-05")
    assert isinstance(bare, Failure)
    assert "row 2" in bare.origin
    assert "neither a text nor an address" in bare.reason
    assert isinstance(long, Failure)
    assert "row 3" in long.origin


def leads(sources: list[Found]) -> Iterator[str]:
    for each in sources:
        assert isinstance(each, Lead), each
        yield each.url


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("urls.txt", f"# mine\n{URLS[FERRY]}\n\n{URLS[DUNES]}\n{URLS[FERRY]}\n"),
        ("urls", f'{URLS[FERRY]} "sea" "~The Courier"\n{URLS[DUNES]} tag\n"query:All:unread = \\"yes\\""\n'),
        ("p.html", f"<!DOCTYPE html><html><head><title>Pocket Export</title></head><body><ul><li>"
         f"<a href='{URLS[FERRY]}'>x</a>"
         f"</li><li><a href=\"{URLS[DUNES]}\" tags='a'>y</a></li></ul></body></html>"),
        ("b.html", f'<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE>\n<DL><DT><A HREF="{URLS[FERRY]}">x</A>\n'
         f'<DT><A HREF="{URLS[DUNES]}">y</A></DL>'),
        ("i.csv", f"URL,Title,Selection,Folder,Timestamp\n{URLS[FERRY]},x,,Unread,1709625600\n"
         f"{URLS[DUNES]},y,,Unread,1709625600\n"),
    ],
)  # fmt: skip
def test_lists_of_addresses_lead_to_each_once(tmp_path: Path, name: str, text: str) -> None:
    assert list(leads(found(tmp_path / name, text))) == [URLS[FERRY], URLS[DUNES]]


# Mails


def test_a_mailbox_is_an_article_a_message(tmp_path: Path) -> None:
    whole(articles(tmp_path / "letters.mbox", files.mailbox()), "outlet", "published")


def test_an_attached_mail_is_the_article_and_not_the_note_above_it(tmp_path: Path) -> None:
    (reading,) = articles(tmp_path / "a.eml", files.cover(FERRY))
    assert (reading.headline, reading.outlet, reading.published) == (FERRY, "Arn Courier", "2024-03-05")
    assert reading.text.split() == TEXTS[FERRY].split()
    whole(articles(tmp_path / "b.eml", files.cover(FERRY, DUNES)), "outlet", "published")


@pytest.mark.parametrize(
    "mark",
    [
        "---------- Forwarded message ---------\nFrom: Arn Courier <n@courier.example>\nDate: Tue, 5 Mar 2024 at 08:30\n"
        f"Subject: {FERRY}\nTo: <colleague@desk.example>",
        f"Begin forwarded message:\n\n> From: Arn Courier <n@courier.example>\n> Subject: {FERRY}\n>"
        f" Date: 5 March 2024 at 08:30",
        f"-----Ursprüngliche Nachricht-----\nVon: Arn Courier <n@courier.example>\n"
        f"Gesendet: Dienstag, 5. März 2024 08:30\nBetreff: {FERRY}",
    ],
    ids=["Gmail", "Apple", "Outlook"],
)  # fmt: skip
def test_a_mail_passed_on_in_the_text_of_another_keeps_its_sender_and_day(tmp_path: Path, mark: str) -> None:
    (reading,) = articles(tmp_path / "a.eml", files.cover(note=f"For you.\n\n{mark}\n\n\n{TEXTS[FERRY]}\n"))
    assert (reading.headline, reading.outlet, reading.published) == (FERRY, "Arn Courier", "2024-03-05")
    assert reading.text.split() == TEXTS[FERRY].split()


def test_a_mail_passed_on_as_html_keeps_its_sender_too(tmp_path: Path) -> None:
    message = EmailMessage()
    message["From"] = "A Colleague <colleague@desk.example>"
    message["Subject"] = "Fwd: for the dossier"
    paragraphs = "".join(f"<p>{each}</p>" for each in TEXTS[FERRY].split("\n\n"))
    message.set_content(
        "<div>For you.</div><div class='gmail_quote'><div class='gmail_attr'>---------- Forwarded message ---------<br>"
        "From: <strong>Arn Courier</strong> &lt;n@courier.example&gt;<br>Date: Tue, 5 Mar 2024 at 08:30<br>"
        f"Subject: {FERRY}<br>To: &lt;colleague@desk.example&gt;<br></div>{paragraphs}</div>",
        subtype="html",
    )
    (reading,) = articles(tmp_path / "a.eml", message.as_bytes())
    assert (reading.headline, reading.outlet, reading.published) == (FERRY, "Arn Courier", "2024-03-05")
    assert reading.text.split() == TEXTS[FERRY].split()


# Saved pages and archives of them


@pytest.mark.parametrize(
    "comment",
    [
        "<!--\n Page saved with SingleFile\n url: ADDRESS\n saved date: Mon Sep 01 2025 10:11:12 GMT+0200\n-->",
        "<!-- saved from url=(0040)ADDRESS -->",
        "<!-- Saved from ADDRESS at 2025-09-01T08:00:00Z using monolith v2.8.1 -->",
        "<!-- saved from url=(0040)https://web.archive.org/web/20250901000000/ADDRESS -->",
    ],
)
def test_a_saved_page_says_where_it_came_from(tmp_path: Path, comment: str) -> None:
    address = "https://courier.example/2024/03/05/ferry"
    page = html(published="").replace("<head>", f"{comment.replace('ADDRESS', address)}<head>")
    (reading,) = articles(tmp_path / "a.html", page)
    assert (reading.url, reading.outlet, reading.published) == (address, "courier.example", "2024-03-05")


@pytest.mark.parametrize("folder", ["Ferry_files", "Ferry-Dateien", "Ferry_fichiers", "Ferry_archivos"])
def test_what_lies_beside_a_saved_page_belongs_to_it(tmp_path: Path, folder: str) -> None:
    (tmp_path / folder).mkdir()
    (tmp_path / "Ferry.html").write_text(html())
    (tmp_path / folder / "frame.html").write_text(html(title="Advertisement"))
    (tmp_path / "Other_files").mkdir()
    (tmp_path / "Other_files" / "own.html").write_text(html(title="Of no page"))
    briefing = Briefing.open(tmp_path / "briefing", create=True)
    done = import_sources(briefing, [tmp_path / "Ferry.html", tmp_path])
    assert not [origin for origin, _ in done.new if "frame" in origin]
    assert done.ignored[".html"] == 1
    packed = files.zipped({"Ferry.html": html(), f"{folder}/frame.html": html(title="Advertisement")})
    assert len(found(tmp_path / "a.zip", packed)) == 1


def test_a_page_may_begin_with_comments_or_in_its_middle(tmp_path: Path) -> None:
    for before in ("<!-- THEME DEBUG -->\n<!-- CALL: x -->\n", "\n\n"):
        (reading,) = articles(tmp_path / "page", before + html())
        assert reading.headline == FERRY
    (reading,) = articles(tmp_path / "piece", html().partition("<body>")[2].partition("</body>")[0])
    assert reading.headline == FERRY


def test_safari_archives_are_pages_with_their_address(tmp_path: Path) -> None:
    (reading,) = articles(tmp_path / "a.webarchive", files.webarchive(FERRY))
    assert (reading.headline, reading.url) == (FERRY, URLS[FERRY])
    assert reading.text.split() == TEXTS[FERRY].split()


def test_a_crawl_gives_its_pages_and_not_the_day_it_was_made(tmp_path: Path) -> None:
    raw = files.warc()
    wacz = files.zipped({"datapackage.json": "{}", "archive/data.warc": raw})
    for name, held in (("a.warc", raw), ("a.warc.gz", gzip.compress(raw)), ("a.wacz", wacz)):
        readings = articles(tmp_path / name, held)
        whole(readings, "url")
        assert {reading.published for reading in readings} == {""}


def test_a_zip_file_is_read_as_a_folder(tmp_path: Path) -> None:
    inner = files.zipped({"a.txt": "words"})
    packed = files.zipped(
        {
            "a/ferry.html": files.page_of(FERRY),
            "a/bees.docx": files.docx(DUNES, *files.BEES),
            "a/picture.png": b"\x89PNG",
            "inner.zip": inner,
            "t.csv": f"title,url\nx,{URLS[FERRY]}\n",
        }
    )
    sources = found(tmp_path / "a.zip", packed)
    assert [type(each).__name__ for each in sources] == ["Source", "Source", "Failure", "Lead"]
    assert [read(each).headline for each in sources if isinstance(each, Source)] == [DUNES, FERRY]
    assert isinstance(sources[2], Failure)
    assert "unpack it" in sources[2].reason


# Agencies, Telegram, subtitles


def test_the_xml_of_agencies_keeps_day_outlet_and_author(tmp_path: Path) -> None:
    whole([*articles(tmp_path / "a.xml", files.nitf(FERRY)), *articles(tmp_path / "b.xml", files.nitf(DUNES))],
          "outlet", "author", "published")  # fmt: skip
    whole(articles(tmp_path / "c.xml", files.newsml_g2()), "outlet", "author", "published")
    newsml = (
        "<NewsML Version='1.2'><NewsItem><NewsComponent><NewsLines><HeadLine>"
        + FERRY
        + "</HeadLine></NewsLines>"
        "<ContentItem><DataContent>"
        + files.nitf(FERRY)
        + "</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"
    )
    (reading,) = articles(tmp_path / "d.xml", newsml)
    assert (reading.headline, reading.outlet, reading.published) == (FERRY, OUTLETS[FERRY], DAYS[FERRY])


def test_messages_of_a_telegram_export_are_articles_of_their_channel(tmp_path: Path) -> None:
    text = TEXTS[DUNES]
    export = {
        "name": "County of Arn", "type": "public_channel", "id": 5,
        "messages": [
            {"id": 1, "type": "service", "date": "2024-03-01T08:00:00", "action": "create_channel"},
            {"id": 2, "type": "message", "date": "2024-03-08T08:00:00", "from": "County of Arn",
             "text": [text[:40], {"type": "bold", "text": text[40:]}]},
            {"id": 3, "type": "message", "date": "2024-03-09T08:00:00", "from": "County of Arn", "photo": "x.jpg",
                "text": ""},
        ],
    }  # fmt: skip
    message = (
        '<div class="message default clearfix" id="message2"><div class="body"><div class="date details"'
        ' title="08.03.2024 09:01:00 UTC+01:00">09:01</div><div class="from_name">County of Arn</div>'
        f'<div class="text">{text.replace(chr(10) * 2, "<br><br>")}</div></div></div>'
    )
    silent = '<div class="message default" id="message3"><div class="body"><div class="media_wrap">photo</div></div></div>'
    page = (
        '<!DOCTYPE html><html><head><title>Exported Data</title></head><body><div class="page_wrap">'
        '<div class="page_header">'
        f'<div class="text bold">County of Arn</div></div><div class="history">{message}{silent}</div></div></body></html>'
    )
    for name, raw in (("result.json", json.dumps(export)), ("messages.html", page)):
        source, left = found(tmp_path / name, raw)
        assert isinstance(source, Source)
        reading = read(source)
        assert (reading.outlet, reading.published) == ("County of Arn", "2024-03-08")
        assert reading.text.split() == text.split()
        assert isinstance(left, Failure)
        assert left.left_out and "1 message without words" in left.reason


def test_subtitles_are_a_transcript_with_who_speaks(tmp_path: Path) -> None:
    vtt = (
        "WEBVTT\n\n00:01.000 --> 00:03.000\n<v Ida Holt>Nobody sails in this wind,\n\n00:03.000 -->"
        " 00:05.000\n<v Ida Holt>not today.\n\n"
        "00:06.000 --> 00:07.000\n<v Jo Lind>And tomorrow?\n"
    )
    srt = (
        "1\n00:00:01,000 --> 00:00:03,000\nIDA HOLT: Nobody sails in this wind,\n\n2\n"
        "00:00:03,000 --> 00:00:05,000\nnot today.\n\n"
        "3\n00:00:06,000 --> 00:00:07,000\nJO LIND: And tomorrow?\n"
    )
    for name, raw in (("a.vtt", vtt), ("a.srt", srt)):
        (reading,) = articles(tmp_path / name, raw)
        turns = reading.text.lower().split("\n\n")
        assert turns == ["ida holt: nobody sails in this wind, not today.", "jo lind: and tomorrow?"]


# What is no prose


BEES_TOLD = files.BEES[0].replace(",", "")


def database(path: Path) -> bytes:
    connection = sqlite3.connect(path)
    connection.execute("create table a (b text)")
    connection.commit()
    connection.close()
    return path.read_bytes()


@pytest.mark.parametrize(
    ("name", "raw", "said"),
    [
        ("a.xlsx", files.zipped({"[Content_Types].xml": "", "xl/workbook.xml": ""}), "spreadsheet"),
        ("a.txt", files.zipped({"[Content_Types].xml": "", "ppt/presentation.xml": ""}), "PowerPoint"),
        ("a.txt", b"PK\x03\x04broken", "broken zip"),
        ("a.zip", files.zipped({"a.png": b"x"}), "without files that can be read"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, "save it as .docx"),
        ("a.txt", b"\x89PNG\r\n\x1a\n" + b"\0" * 99, "picture (PNG)"),
        ("a.txt", b"\0\0\0\x18ftypmp42" + b"\0" * 99, "recording (MP4)"),
        ("a.json", '{"name": "x", "version": "1.0"}', "JSON without articles"),
        ("a.json", json.dumps({"name": "x", "description": "A program that " * 9, "url": URLS[FERRY]}), "without articles"),
        ("a.csv", f"name,description\nx,{BEES_TOLD}\n", "table without texts"),
        ("a.txt", '{\n "name": "x",\n "dependencies": {"y": 1}', "looks like JSON"),
        ("a.txt", '[{"a": 1}, {"a": 2}]', "JSON without articles"),
        ("a.xml", "<?xml version='1.0'?><invoice><sum>3</sum></invoice>", "root is <invoice>"),
        ("a.txt", "<invoice><sum>3</sum></invoice>\n", "root is <invoice>"),
        ("a.txt", "name: x\nsteps:\n  - run: y\n  - run: z\nlast: w\n", "YAML"),
        ("a.txt", "[core]\nrepositoryformatversion = 0\nbare = false\n[remote]\nurl = x\n", "settings"),
        ("a.toml", 'names = [\n "x",\n]\n', "settings"),
        ("a.yml", "name: x\n", "settings"),
        ("a.csv", "country;population\nArn;100\nTessel;200\n", "table without texts"),
        ("a.txt", "name,count,share\nx,1,2\ny,2,3\nz,4,5\n", "table without texts"),
        ("a.txt", "import os\n\n\ndef main():\n    x = os.name\n    return x\n\n\nif x:\n"
         "    main()\n", "source of a program"),
        ("a.css", "body { color: red; }\n", "source of a program"),
        ("a.txt", "#!/bin/sh\necho hello\n", "source of a program"),
        ("a.ics", "BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n", "calendar"),
        ("a.svg", "<svg xmlns='http://www.w3.org/2000/svg'><text>Words</text></svg>", "picture (SVG)"),
        ("a.pdf", pdf([], []), "scan"),
    ],
)  # fmt: skip
def test_what_is_no_prose_is_refused_by_name(tmp_path: Path, name: str, raw: bytes | str, said: str) -> None:
    sources = found(tmp_path / name, raw)
    if isinstance(sources[0], Source):
        briefing = Briefing.open(tmp_path / "briefing", create=True)
        done = import_sources(briefing, [tmp_path / name])
        assert not done.new
        sources = [*done.failed]
    assert len(sources) == 1
    assert isinstance(sources[0], Failure)
    assert said in sources[0].reason


def test_a_database_is_no_page(tmp_path: Path) -> None:
    assert "database (SQLite)" in refused(tmp_path / "a.txt", database(tmp_path / "b"))


@pytest.mark.parametrize(
    "text",
    [
        "Holt: We sail tomorrow, whatever the wind.\nLind: And today?\nHolt: No.\nLind: Thank you for your time.\n",
        "{} is how an empty set is written.\n",
        "[Translated] The ferry stays in harbour, the company said.\n",
        "[1] The ferry stays in harbour.\n[2] The bees are back.\n",
        "Tickets, boats and crews: what to know.\nThe ferry, which is old, stays.\nThe crew, who are tired, rest.\n",
        "From harbour to harbour in 2024\nThe ferry company says: nothing.\n",
        "Import of fish rose in March; exports fell;\nthe county says so;\nand nobody doubts it.\n",
        "How we write\n\nEach piece is checked twice.\nLength: 800 words\nDeadline: none\n\nThe ferry is late.\n",
        "<plan> is what they call it.\n",
        "countries: three\n\n- Arn\n- Tessel\n- Sud\n",
        "The address is https://courier.example/ferry and it works.\n",
    ],
)
def test_prose_stays_prose(tmp_path: Path, text: str) -> None:
    (source,) = found(tmp_path / "a.txt", text)
    assert isinstance(source, Source)
    assert source.kind == "page"


# An import


def test_the_same_files_again_bring_nothing_new(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text("".join(map(files.nexis_uni, BOTH)))
    (folder / "b.mbox").write_bytes(files.mailbox())
    (folder / "c.json").write_bytes(files.as_json(files.objects()))
    (folder / "d.xml").write_text(files.newsml_g2())
    briefing = Briefing.open(tmp_path / "briefing", create=True)
    assert import_sources(briefing, [folder]).new
    again = import_sources(briefing, [folder])
    assert not again.new
    assert not again.changed
    assert not again.failed
    assert len(again.known) == 8


def test_a_large_file_of_many_is_read_and_a_large_page_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.reading.containers.LARGEST", 100)
    assert "too large" in refused(tmp_path / "a.txt", TEXTS[FERRY])
    assert "picture" in refused(tmp_path / "b.txt", b"\x89PNG\r\n\x1a\n" + b"\0" * 200)
    whole(articles(tmp_path / "c.mbox", files.mailbox()), "outlet", "published")
    whole(articles(tmp_path / "g.json", files.as_json(files.objects())), "outlet", "published")
    whole(articles(tmp_path / "d.warc", files.warc()), "url")
    whole(articles(tmp_path / "e.wacz", files.zipped({"archive/data.warc": files.warc()})), "url")
    whole(articles(tmp_path / "f.warc.gz", gzip.compress(files.warc())), "url")


@pytest.mark.parametrize(
    "name", [*"a.docx a.odt a.epub a.webarchive a.zip a.warc a.xml a.rtf a.mbox".split()]
)
def test_a_file_cut_in_the_middle_is_one_line_or_what_is_whole_of_it(tmp_path: Path, name: str) -> None:
    whole_files: dict[str, bytes] = {
        "a.docx": files.docx(FERRY, *TEXTS[FERRY].split("\n\n")),
        "a.odt": files.odt(FERRY, *TEXTS[FERRY].split("\n\n")),
        "a.epub": files.epub(),
        "a.webarchive": files.webarchive(FERRY),
        "a.zip": files.zipped({"a.html": files.page_of(FERRY)}),
        "a.warc": files.warc(),
        "a.xml": files.nitf(FERRY).encode(),
        "a.rtf": files.rtf(FERRY, *TEXTS[FERRY].split("\n\n")),
        "a.mbox": files.mailbox(),
    }
    raw = whole_files[name]
    for part in (len(raw) // 10, len(raw) // 2, len(raw) - 30):
        briefing = Briefing.open(tmp_path / f"briefing-{part}", create=True)
        (tmp_path / name).write_bytes(raw[:part])
        done = import_sources(briefing, [tmp_path / name])
        assert done.new or done.failed
        for failure in done.failed:
            assert "\n" not in str(failure)
            assert "please report" not in failure.reason


def test_a_document_of_nexis_without_its_mark_swallows_no_other(tmp_path: Path) -> None:
    text = "".join(map(files.nexis_uni, BOTH)).replace("End of Document", "")
    _, more = found(tmp_path / "a.txt", text)
    assert isinstance(more, Failure)
    assert "1 more run on" in more.reason


def test_excerpts_are_read_where_a_table_holds_no_more(tmp_path: Path) -> None:
    table = "Excerpt,Book Title,Book Author,Note,Read at\n"
    table += f'"{files.BEES[1]}",{DUNES},Mia Roth,,2025-09-01 08:00:00\n'
    (reading,) = articles(tmp_path / "excerpts.csv", table)
    assert (reading.headline, reading.author, reading.published) == (DUNES, "Mia Roth", "")


def test_json_lines_may_call_their_fields_otherwise(tmp_path: Path) -> None:
    lines = [json.dumps({"headline": t, "body": TEXTS[t], "link": URLS[t], "pubDate": DAYS[t]}) for t in BOTH]
    sources = found(tmp_path / "a.jsonl", "\n".join([*lines, '{"headline": "x"}']))
    assert isinstance(sources[-1], Failure)
    whole([read(each) for each in sources if isinstance(each, Source)], "published", "url")


def test_a_table_that_says_what_parts_its_cells_is_read(tmp_path: Path) -> None:
    rows = [f'{title};{URLS[title]};"{TEXTS[title]}"' for title in BOTH]
    whole(articles(tmp_path / "a.csv", "sep=;\r\ntitle;url;text\r\n" + "\r\n".join(rows)), "url")


@pytest.mark.parametrize("newline", ["\n", " "])
def test_standard_input_may_be_of_any_kind(monkeypatch: pytest.MonkeyPatch, newline: str) -> None:
    minified = json.dumps({"name": "County", "type": "public_channel", "messages": [
        {"id": 1, "type": "message", "date": "2024-03-08T08:00:00", "text": TEXTS[DUNES]}]})  # fmt: skip
    for raw in (files.rtf(FERRY, *TEXTS[FERRY].split("\n\n")), minified.encode(), files.mailbox()):
        given = SimpleNamespace(buffer=io.BytesIO(raw.rstrip(b"\n") + newline.encode()))
        monkeypatch.setattr(sys, "stdin", given)
        sources = list(iter_sources(Path("-")))
        assert all(isinstance(each, Source) and read(each).quotes for each in sources)


def test_addresses_by_other_names_and_texts_cut_short_lead_to_their_pages(tmp_path: Path) -> None:
    table = f"Article,Source\n{URLS[FERRY]},https://www.courier.example/\n"
    assert list(leads(found(tmp_path / "a.csv", table))) == [URLS[FERRY]]
    cut = [{"title": FERRY, "url": URLS[FERRY], "content": f"{PARAGRAPHS[0]} [+1200 chars]"}]
    assert list(leads(found(tmp_path / "a.json", files.as_json(cut)))) == [URLS[FERRY]]
    named = [{"title": FERRY, "text": TEXTS[FERRY], "source": "https://www.courier.example/"}]
    (reading,) = articles(tmp_path / "b.json", files.as_json(named))
    assert reading.outlet == "courier.example"


def test_what_a_damaged_crawl_makes_its_library_say_is_not_printed(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    raw = files.warc()
    at = raw.index(b"Content-Length: ")
    sources = found(tmp_path / "a.warc", raw[:at] + b"Content-Length: 4" + raw[at + 17 :])
    assert any(isinstance(each, Failure) for each in sources)
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("ending", ["docx", "odt", "rtf"])
def test_the_original_of_a_document_is_kept_and_its_words_are_shown(tmp_path: Path, ending: str) -> None:
    raw = {"docx": files.docx, "odt": files.odt, "rtf": files.rtf}[ending](FERRY, *TEXTS[FERRY].split("\n\n"))
    (tmp_path / f"ferry.{ending}").write_bytes(raw)
    briefing = Briefing.open(tmp_path / "store", create=True)
    assert import_sources(briefing, [tmp_path / f"ferry.{ending}"]).new
    (article,) = briefing.original_articles(briefing.rows()[0]["id"])
    kept = tmp_path / "store" / "sources" / f"{article.source}.gz"
    assert gzip.decompress(kept.read_bytes()) == raw
    assert article.headline == FERRY
    shown = briefing.raw(article)
    assert all(part in shown for part in TEXTS[FERRY].split("\n\n"))
    assert import_sources(briefing, [tmp_path / f"ferry.{ending}"]).known


def test_of_a_book_each_chapter_is_kept_as_a_book_of_its_own(tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(files.epub())) as book:
        held = {name: book.read(name) for name in book.namelist()}
    picture = b"\x89PNG no more than a few bytes"
    first = held["OPS/text/1.xhtml"] = held["OPS/text/1.xhtml"].replace(
        b"<h1>", b"<img src='../pictures/a%20quay.png'/><a href='2.xhtml'>on</a><h1>"
    )
    path = tmp_path / "courier.epub"
    path.write_bytes(files.zipped({**held, "OPS/pictures/a quay.png": picture, "OPS/other.png": b"x" * 99}))
    briefing = Briefing.open(tmp_path / "store", create=True)
    assert len(import_sources(briefing, [path]).new) == 2
    stored = {
        each.headline: each for row in briefing.rows() for each in briefing.original_articles(row["id"])
    }
    article = stored[FERRY]
    assert all(part in briefing.raw(article) for part in TEXTS[FERRY].split("\n\n"))
    kept = gzip.decompress((tmp_path / "store" / "sources" / f"{article.source}.gz").read_bytes())
    with zipfile.ZipFile(io.BytesIO(kept)) as chapter:
        assert chapter.namelist()[0] == "mimetype"
        assert chapter.read("OPS/text/1.xhtml") == first
        assert {name for name in chapter.namelist() if name.startswith("OPS/")} == {
            "OPS/text/1.xhtml",
            "OPS/pictures/a quay.png",
        }
    (tmp_path / "alone.epub").write_bytes(kept)
    (reading,) = articles(tmp_path / "alone.epub", kept)
    assert (reading.headline, reading.text, reading.published) == (FERRY, article.text, "2024-03-05")
    again = import_sources(briefing, [path, tmp_path / "alone.epub"])
    assert (again.new, len(again.known)) == ([], 3)
    result = reread(briefing, [(row["id"], ()) for row in briefing.rows()])
    assert (result.changed, result.same, result.failed) == ([], 2, [])


READOUT = (
    "MINISTRY OF TRADE OF NORLAND\nReadout of a call with the President of Velm\n18 May 2031\n\n"
    "The Minister spoke with the President. He said that tolls will fall.\n"
)
STATEMENT = (
    "PRESIDENCY OF VELM\nStatement on a call with the Minister of Trade\n18 May 2031\n\n"
    "The President spoke with the Minister. She said that tolls will stay.\n"
)
NOTE = "Source: Velm Courier\nTitle: Tolls fall\nDate: 2031-05-19\n\nTolls fall in June, the ministry said.\n"


@pytest.mark.parametrize("rule", ["***", "* * *", "=====", "---", "________"])
def test_texts_below_each_other_are_an_article_each_of_who_puts_it_out(tmp_path: Path, rule: str) -> None:
    both = articles(tmp_path / "calls.txt", f"{READOUT}\n{rule}\n\n{STATEMENT}\n{rule}\n{NOTE}")
    assert [each.outlet for each in both] == [
        "Ministry of Trade of Norland",
        "Presidency of Velm",
        "Velm Courier",
    ]
    assert [each.text.count("tolls will") for each in both] == [1, 1, 0]


@pytest.mark.parametrize(
    "below",
    [
        "The President spoke with the Minister in the evening. She said that tolls will stay.",
        "Velm\nThe President spoke with the Minister in the evening.\nShe said that tolls will stay.",
        "PRESIDENCY OF VELM",
        "Source: Velm Courier\nDate: 2031-05-19",
    ],
)
def test_a_line_of_signs_within_a_text_does_not_part_it(tmp_path: Path, below: str) -> None:
    more = "The Minister thanked the President for her visit to the lock at Velm, where barges have waited since May.\n"
    (one,) = articles(tmp_path / "call.txt", f"{READOUT}\n{more}\n***\n\n{below}\n")
    assert one.outlet == "Ministry of Trade of Norland"

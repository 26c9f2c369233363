"""Files of many kinds that hold the two articles of the ferry and of the bees, in our own words."""

from __future__ import annotations

import io
import json
import plistlib
import zipfile
from email.message import EmailMessage

from tests.support.documents import PARAGRAPHS

BEES = (
    "Wild bees have come back to the dunes of Lower Arn, four years after the last nest was seen there.",
    "“They came with the heather, and they will stay with it,” said Tom Vries, who counts insects for the county.",
    "The county pays for a fence, so that nobody walks over the nests before the first of October.",
)
FERRY, DUNES = "Ferry to Tessel stays in harbour", "Bees are back on the dunes"
TEXTS = {FERRY: "\n\n".join(PARAGRAPHS), DUNES: "\n\n".join(BEES)}
DAYS = {FERRY: "2024-03-05", DUNES: "2024-03-08"}
OUTLETS = {FERRY: "Arn Courier", DUNES: "Dune Gazette"}
AUTHORS = {FERRY: "Jo Lind", DUNES: "Mia Roth"}
LONG_DAYS = {FERRY: "March 5, 2024 Tuesday", DUNES: "March 8, 2024 Friday"}
URLS = {FERRY: "https://courier.example/ferry", DUNES: "https://gazette.example/bees"}
BOTH = (FERRY, DUNES)


def nexis_uni(title: str) -> str:
    return (
        f"{title}\n{OUTLETS[title]}\n{LONG_DAYS[title]}\n\nCopyright 2024 Arn Media Ltd. All Rights Reserved\n\n"
        f"Section: NEWS; Pg. 2\nLength: 90 words\nByline: {AUTHORS[title]}\nBody\n\n{TEXTS[title]}\n\n"
        "Classification\n\nLanguage: ENGLISH\nSubject: FERRIES (90%)\nLoad-Date: March 30, 2024\n\nEnd of Document\n\n"
    )


def nexis_old(number: int, title: str) -> str:
    # Broken at a width, as it is sent by mail.
    text = TEXTS[title].replace(" the ", "\nthe ")
    return (
        f"\n{' ' * 30}{number} of 2 DOCUMENTS\n\n\n{' ' * 32}{OUTLETS[title]}\n\n{' ' * 30}{LONG_DAYS[title]}\n"
        f"{' ' * 33}Late Edition\n\n{title}\n\nBYLINE: By {AUTHORS[title]}\n\nSECTION: NEWS; Pg. 2\n\nLENGTH: 90 words\n\n"
        f"DATELINE: PORT ARN\n\n{text}\n\nLOAD-DATE: March 30, 2024\n\nLANGUAGE: ENGLISH\n\n"
        f"PUBLICATION-TYPE: Newspaper\n\n\n{' ' * 20}Copyright 2024 Arn Media Ltd.\n{' ' * 24}All Rights Reserved\n"
    )


def factiva(title: str) -> str:
    day = {FERRY: "5 March 2024", DUNES: "8 March 2024"}[title]
    return (
        f"{title}\n\nBy {AUTHORS[title]}\n90 words\n{day}\n06:00\n{OUTLETS[title]}\nARNCO\nEnglish\n"
        f"(c) 2024 Arn Media Ltd. All rights reserved.\n\n{TEXTS[title]}\n\nDocument ARNCO00020240305ek350001x\n\n"
    )


def factiva_coded(title: str) -> str:
    first, _, rest = TEXTS[title].partition("\n\n")
    day = {FERRY: "5 March 2024", DUNES: "8 March 2024"}[title]
    return (
        f"HD   {title}\nBY   By {AUTHORS[title]}\nWC   90 words\nPD   {day}\n"
        f"SN   {OUTLETS[title]}\nSC   ARNCO\nLA   English\n"
        f"CY   (c) 2024 Arn Media\n\nLP \n{first}\n\nTD \n{rest}\n\nNS \nnews : Local\n\nAN \n"
        "Document ARNCO00020240305ek350001x\n\n"
    )


def europresse(title: str) -> str:
    day = {FERRY: "mardi 5 mars 2024", DUNES: "vendredi 8 mars 2024"}[title]
    stamp = DAYS[title].replace("-", "")
    body = "".join(f"<p>{each}</p>" for each in TEXTS[title].split("\n\n"))
    return (
        f'<article><header><div class="rdp__DocPublicationName"><span class="DocPublicationName">{OUTLETS[title]}</span>'
        f'</div><span class="DocHeader">{day} - p. 4</span><div class="titreArticle"><p class="titreArticleVisu">{title}</p>'
        f'</div><p class="sm-margin-bottomNews">{AUTHORS[title]}</p></header><section><div class="docOcurrContainer">{body}'
        f'</div></section><footer><div class="publiC-lblNodoc">news·{stamp}·AC·0123</div></footer></article>'
    )


def docx(*paragraphs: str) -> bytes:
    from docx import Document

    document = Document()
    for each in paragraphs:
        document.add_paragraph(each)
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def odt(*paragraphs: str) -> bytes:
    text = "".join(f"<text:p>{each}</text:p>" for each in paragraphs)
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": (
                '<?xml version="1.0"?><office:document-content'
                ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
                ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>'
                f"{text}</office:text></office:body></office:document-content>"
            ),
        }
    )


def rtf(*paragraphs: str) -> bytes:
    coded = "\\par ".join(
        "".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in paragraph) for paragraph in paragraphs
    )
    return rf"{{\rtf1\ansi\ansicpg1252\deff0{{\fonttbl{{\f0 Arial;}}}}{coded}\par }}".encode("ascii")


def zipped(files: dict[str, str | bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return held.getvalue()


def epub() -> bytes:
    chapters = {
        f"text/{number}.xhtml": (
            '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>'
            f"<body><h1>{title}</h1>{''.join(f'<p>{each}</p>' for each in TEXTS[title].split(chr(10) * 2))}</body></html>"
        )
        for number, title in enumerate(BOTH, 1)
    }
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
        "<dc:title>Arn Courier</dc:title><dc:date>2024-03-05</dc:date><dc:language>en</dc:language></metadata><manifest>"
        '<item id="nav" href="nav.xhtml" properties="nav"/>'
        '<item id="b" href="text/2.xhtml"/><item id="a" href="text/1.xhtml"/>'
        '</manifest><spine><itemref idref="nav"/><itemref idref="a"/><itemref idref="b"/></spine></package>'
    )
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container><rootfiles><rootfile full-path="OPS/p.opf"/></rootfiles></container>',
            "OPS/p.opf": package,
            "OPS/nav.xhtml": "<html><body><nav>Contents</nav></body></html>",
            **{f"OPS/{name}": chapter for name, chapter in chapters.items()},
        }
    )


def page_of(title: str) -> str:
    body = "".join(f"<p>{each}</p>" for each in TEXTS[title].split("\n\n"))
    head = f"<!doctype html><html><head><title>{title}</title></head>"
    return f"{head}<body><article><h1>{title}</h1>{body}</article></body></html>"


def warc() -> bytes:
    held = b""
    for title, status, kind in (
        (FERRY, "200 OK", "text/html; charset=utf-8"),
        (DUNES, "404 Not Found", "text/html"),
        (DUNES, "200 OK", "image/png"),
        (DUNES, "200 OK", "text/html"),
    ):
        page = page_of(title).encode()
        answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + page
        head = (
            "WARC/1.0\r\nWARC-Type: response\r\n"
            f"WARC-Target-URI: {URLS[title]}\r\nWARC-Date: 2025-09-01T08:00:00Z\r\n"
            "WARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789abc>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
        )
        held += head.encode() + answer + b"\r\n\r\n"
    return held


def webarchive(title: str) -> bytes:
    main = {
        "WebResourceData": page_of(title).encode("utf-16-le"),
        "WebResourceURL": URLS[title],
        "WebResourceMIMEType": "text/html",
        "WebResourceTextEncodingName": "utf-16le",
    }
    return plistlib.dumps({"WebMainResource": main}, fmt=plistlib.FMT_BINARY)


def letter(title: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = f"{OUTLETS[title]} <news@{URLS[title].split('/')[2]}>"
    message["Subject"] = title
    day = {FERRY: "Tue, 05 Mar 2024 08:30:00 +0100", DUNES: "Fri, 08 Mar 2024 08:30:00 +0100"}[title]
    message["Date"] = day
    message.set_content(TEXTS[title])
    return message


def mailbox() -> bytes:
    held = b""
    for title in BOTH:
        body = letter(title).as_bytes().replace(b"\nFrom ", b"\n>From ")
        held += b"From news@example.org Tue Mar  5 08:30:00 2024\n" + body + b"\n"
    return held


def cover(*titles: str, note: str = "See below.") -> bytes:
    message = EmailMessage()
    message["From"] = "A Colleague <colleague@desk.example>"
    message["Subject"] = "Fwd: for the dossier"
    message["Date"] = "Mon, 01 Sep 2025 10:00:00 +0200"
    message.set_content(note)
    for title in titles:
        message.add_attachment(letter(title))
    return message.as_bytes()


def objects() -> list[dict[str, object]]:
    return [
        {
            "title": title,
            "text": TEXTS[title],
            "url": URLS[title],
            "date": DAYS[title],
            "source": OUTLETS[title],
            "authors": [AUTHORS[title]],
        }
        for title in BOTH
    ]


def as_json(value: object) -> bytes:
    return json.dumps(value, indent=1).encode()


def nitf(title: str) -> str:
    body = "".join(f"<p>{each}</p>" for each in TEXTS[title].split("\n\n"))
    stamp = DAYS[title].replace("-", "")
    return (
        f'<nitf><head><title>{title}</title><docdata><date.issue norm="{stamp}T060000+0100"/>'
        f'<doc.copyright holder="{OUTLETS[title]}"/></docdata></head><body><body.head><hedline><hl1>{title}</hl1></hedline>'
        f"<byline>By {AUTHORS[title]}</byline></body.head><body.content>{body}</body.content></body></nitf>"
    )


def newsml_g2() -> str:
    items = "".join(
        f'<newsItem guid="urn:{number}" version="1"><itemMeta><provider><name>{OUTLETS[title]}</name></provider>'
        f"<versionCreated>2024-03-30T08:00:00Z</versionCreated><firstCreated>{DAYS[title]}T08:00:00+01:00</firstCreated>"
        f"</itemMeta><contentMeta><by>By {AUTHORS[title]}</by><headline>{title}</headline><language tag='en'/></contentMeta>"
        '<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>'
        f"{''.join(f'<p>{each}</p>' for each in TEXTS[title].split(chr(10) * 2))}</body></html>"
        "</inlineXML></contentSet></newsItem>"
        for number, title in enumerate(BOTH)
    )
    return (
        f'<?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header/><itemSet>{items}'
        "</itemSet></newsMessage>"
    )

"""Documents of other kinds than text, in our own words, made as programs make them."""

from __future__ import annotations

import zlib
from email.message import EmailMessage

PARAGRAPHS = (
    "The ferry company of Lower Arn said on Tuesday that the morning boat to Tessel stays in harbour.",
    "“Nobody sails in this wind,” said Ida Holt, who runs the company, to those who waited at the pier.",
    "Tickets will be paid back, and the evening boat is to leave at seven if the storm has passed by then.",
    "The last storm of this strength was nine years ago, and it took the roof of the ticket office with it.",
)


def html(
    head: str = "",
    *,
    title: str = "Ferry to Tessel stays in harbour",
    published: str = "2024-03-05",
    paragraphs: tuple[str, ...] = PARAGRAPHS,
) -> str:
    """Return a page with an article; `published` "" leaves its date out."""
    date = f'<meta property="article:published_time" content="{published}T08:00:00Z">' if published else ""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f'<!doctype html><html lang="en"><head>{head}{date}<title>{title}</title></head>'
        f"<body><article><h1>{title}</h1>{body}</article></body></html>"
    )


def mail(*, text: str = "", page: str = "", charset: str = "utf-8") -> bytes:
    """Return a mail with a plain part, an HTML one, or both."""
    message = EmailMessage()
    message["From"] = '"Arn Courier" <news@courier.example>'
    message["To"] = "desk@example.org"
    message["Subject"] = "Ferry to Tessel stays in harbour"
    message["Date"] = "Tue, 05 Mar 2024 08:30:00 +0100"
    if text:
        message.set_content(text, charset=charset)
    if page and text:
        message.add_alternative(page, subtype="html", charset=charset)
    elif page:
        message.set_content(page, subtype="html", charset=charset)
    return message.as_bytes()


def archive(page: str, url: str) -> bytes:
    """Return a page as a browser saves it in one file, on another day."""
    message = EmailMessage()
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = url
    message["Subject"] = "Ferry to Tessel stays in harbour"
    message["Date"] = "Fri, 19 Sep 2025 10:00:00 +0000"
    message.set_content(page, subtype="html", cte="quoted-printable")
    message.add_related(b"\x89PNG...", "image", "png", cid="<picture@mhtml.blink>")
    return message.as_bytes()


def pdf(*pages: list[str]) -> bytes:
    """Return a PDF with these lines of text on its pages."""
    drawn = [b"".join(b"(" + _escaped(line) + b") Tj T* " for line in lines) for lines in pages]
    return _pdf([b"BT /F1 11 Tf 14 TL 40 800 Td " + each + b"ET" if each else b"" for each in drawn])


def typeset(*pages: list[tuple[int, int, int, str]]) -> bytes:
    """Return a PDF whose pages have lines of text at places: points from the left, from the foot, size, text."""
    return _pdf(
        [
            b"".join(
                b"BT /F1 %d Tf %d %d Td (%s) Tj ET " % (size, x, y, _escaped(text))
                for x, y, size, text in page
            )
            for page in pages
        ]
    )


def _escaped(line: str) -> bytes:
    return line.encode("cp1252").replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")


def packed_pdf(lines: int) -> bytes:
    """Return a PDF with a page of very many lines, packed to a thousandth."""
    drawn = b"(The minister said that the harbour will open again.) Tj T* " * lines
    return _pdf(
        [zlib.compress(b"BT /F1 11 Tf 14 TL 40 800 Td " + drawn + b"ET", 9)], b" /Filter /FlateDecode"
    )


def _pdf(contents: list[bytes], how: bytes = b"") -> bytes:
    objects = [b"", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]
    kids = []
    for drawn in contents:
        objects.append(b"<< /Length %d%s >>\nstream\n%s\nendstream" % (len(drawn), how, drawn))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    out = b"%PDF-1.4\n"
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return out + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)

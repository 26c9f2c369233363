"""PDF becomes the text of a page. The library that does it is an extra, asked for by name when it is missing."""

from __future__ import annotations

import re
from dataclasses import replace

from tui.core.text import clean, one_line
from tui.reading.encoding import BadSourceError
from tui.reading.result import ParsedArticle, whole_text

_PAGES = 500  # what has more is a book
_CHARACTERS = 3_000_000
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u00ad]\n(?=[^\W\d_A-Z])")
_NUMBER = re.compile(r"^\W*(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\W*$", re.IGNORECASE)
# What programs write in the place of a title.
_NO_TITLE = re.compile(
    r"^(?:untitled|microsoft word|powerpoint|document\d*$)|\.(?:docx?|pdf|indd|tex|odt)\b", re.I
)


def text_of(raw: bytes) -> str:
    """Return the text of a PDF, clean, pages apart. Raises `BadSourceError` where it has none."""
    return _parsed(raw)[0]


def read_pdf(raw: bytes) -> ParsedArticle:
    """Return the article in a PDF. Raises `BadSourceError` where there is none, or pypdf is missing."""
    from tui.reading.page.page import read_page

    text, title, author = _parsed(raw)
    reading = read_page(text)
    if not reading.text.strip():
        reading = replace(whole_text(text), text=text.strip())
    basis = dict(reading.basis)
    if not reading.headline and title:
        basis["headline"] = "inferred from the file’s title"
    if not reading.author and author:
        basis["author"] = "inferred from the file’s author"
    return replace(reading, headline=reading.headline or title, author=reading.author or author, basis=basis)


def _parsed(raw: bytes) -> tuple[str, str, str]:
    try:
        from pypdf import PdfReader
    except ImportError:
        raise BadSourceError("is a PDF; to read those, run: pip install 'briefing-tui[pdf]'") from None
    import logging
    from io import BytesIO

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it remarks on every oddity
    try:
        reader = PdfReader(BytesIO(raw))
        if reader.is_encrypted and not reader.decrypt(""):
            raise BadSourceError("is a PDF locked with a password; save it without one")
        count = len(reader.pages)
        if count > _PAGES:
            raise BadSourceError(f"has {count} pages (at most {_PAGES}); save the ones you need")
        pages: list[str] = []
        for page in reader.pages:
            pages.append(_page(page.extract_text()))
            if sum(map(len, pages)) > _CHARACTERS:
                raise BadSourceError("holds more text than an article; save the pages you need")
        info = reader.metadata
        title, author = (str(info.title or ""), str(info.author or "")) if info else ("", "")
    except BadSourceError:
        raise
    except Exception as error:  # pypdf raises nearly anything on a broken file
        raise BadSourceError("is a broken PDF; fetch it again, or print it to a new one") from error
    text = "\n\n".join(page for page in pages if page.strip())
    if not text.strip():
        raise BadSourceError(
            "is a PDF of pictures (a scan) without text; recognise its text first (ocrmypdf)"
        )
    title, author = one_line(title), one_line(author)
    return text, "" if _NO_TITLE.search(title) else title, author if len(author) <= 80 else ""


def _page(text: str) -> str:
    """Return a page's text without the number it bears, words whole that were broken at a line's end."""
    lines = [line.rstrip() for line in _HYPHEN.sub("", clean(text)).split("\n")]
    while lines and (not lines[-1] or _NUMBER.match(lines[-1])):
        lines.pop()
    while lines and (not lines[0] or _NUMBER.match(lines[0])):
        lines.pop(0)
    return "\n".join(lines)

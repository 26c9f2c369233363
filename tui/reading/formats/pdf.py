"""PDF becomes the text of a page. The library that does it is an extra, asked for by name when it is missing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from tui.core.addresses import host, plain
from tui.core.extras import install_command
from tui.core.text import one_line
from tui.reading.corrections import override_fields
from tui.reading.encoding import BadSourceError
from tui.reading.formats.pdf_columns import Word, goes_on, joined, paragraphs
from tui.reading.result import ParsedArticle, whole_text

Edges = tuple[float, float, float, float]
"""Left, bottom, right and top."""

_PAGES = 500  # what has more is a book
_CHARACTERS = 3_000_000
_LETTERS = 100_000  # of a page; what has more is none of words
_HEAD, _HEAD_LENGTH = 3, 120  # lines of a page's head, and characters of one
_PAGE = re.compile(r"\b(?:page|p\.|pg\.|seite|s\.|página|pág\.|стр\.|страница) ?[A-Z]?\d", re.IGNORECASE)
_CLOCK = re.compile(r"\d[:.]\d\d(?!\d)(?!\.\d)")
_FROM_HEAD = "inferred from the head of the page"
_TIED = frozenset("fijlt")  # letters that fonts put together into one
_HYPHENS = {0x02: "-", 0xFFFE: "-"}  # how PDFium gives a hyphen at a line's end
_BROKEN = "is a broken PDF; fetch it again, or print it to a new one"
# What browsers print above and below a page: when it was printed, its title, its address, the number of the sheet.
_PRINTED = re.compile(
    r"^(?:\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? (?:at )?\d{1,2}[:.]\d\d(?: ?[AP]M)?\b.*|https?://\S+|file:///\S+"
    r"|.*\bhttps?://\S+(?: \d{1,4}(?:/| of )\d{1,4})?|(?:page )?\d{1,4} of \d{1,4} \d{1,4}[./-].*)"
    r"(?: (?:page )?\d{1,4}(?:\s?/\s?| of )\d{1,4})?(?: \d{1,4}[./-]\d{1,2}[./-]\d{2,4},? .*)?$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://[^\s…]+(?=\s|$)")
_LETTER = re.compile(r"[^\W\d_]+")
_RUNNING = 8  # letters of a line at the head or foot that may stand on each page
_NUMBER = re.compile(r"^\W*(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\W*$", re.IGNORECASE)
# What programs write in the place of a title and of a name.
_NO_AUTHOR = re.compile(r"^(?:anonymous|unknown|user|admin)$", re.I)
_NO_TITLE = re.compile(
    r"^(?:untitled|microsoft word|powerpoint|document\d*$)|\.(?:docx?|pdf|indd|tex|odt)\b", re.I
)


class _File(NamedTuple):
    """The words of a PDF, and what it says of itself; `address` is that of the page that was printed, "" for none."""

    text: str
    title: str
    author: str
    address: str


def text_of(raw: bytes) -> str:
    """Return the text of a PDF, clean, pages apart. Raises `BadSourceError` where it has none."""
    return _parsed(raw).text


def read_pdf(raw: bytes) -> ParsedArticle:
    """Return the article in a PDF. Raises `BadSourceError` where there is none, or pypdfium2 is missing."""
    from tui.reading.page.page import read_page

    file = _parsed(raw)
    text, title, author = file.text, file.title, file.author
    reading = read_page(text)
    if not reading.text.strip():
        reading = replace(whole_text(text), text=text.strip())
    if not reading.published:
        reading = override_fields(reading, published=_issue_day(text), basis=_FROM_HEAD)
    basis = dict(reading.basis)
    if not reading.headline and title:
        basis["headline"] = "inferred from the file’s title"
    if not reading.author and author:
        basis["author"] = "inferred from the file’s author"
    outlet = reading.outlet
    if not outlet and (outlet := host(file.address)):
        basis["outlet"] = "inferred from the address"
    return replace(
        reading,
        url=reading.url or file.address,
        outlet=outlet,
        headline=reading.headline or title,
        author=reading.author or author,
        basis=basis,
    )


def _issue_day(text: str) -> str:
    """Return the day in the head of a newspaper's page; "" where it has a time of day too, which is when it was printed."""
    from tui.reading.dates.stamp_day import stamp_day

    head = (line for line in text.split("\n")[:_HEAD] if len(line) <= _HEAD_LENGTH)
    return next((stamp_day(line) for line in head if _PAGE.search(line) and not _CLOCK.search(line)), "")


def _parsed(raw: bytes) -> _File:
    try:
        from pypdfium2 import PdfDocument, PdfiumError
    except ImportError:
        raise BadSourceError(f"is a PDF; to read those, run: {install_command('pdf')}") from None
    try:
        document = PdfDocument(raw)
    except PdfiumError as error:
        if "password" in str(error).lower():
            raise BadSourceError("is a PDF locked with a password; save it without one") from error
        raise BadSourceError(_BROKEN) from error
    try:
        parts, address = _paragraphs(document)
        info = document.get_metadata_dict()
    except PdfiumError as error:
        raise BadSourceError(_BROKEN) from error
    finally:
        document.close()
    text = "\n\n".join(parts)
    if not text.strip():
        raise BadSourceError(
            "is a PDF of pictures (a scan) without text; recognise its text first (ocrmypdf)"
        )
    title, author = one_line(info.get("Title", "")), one_line(info.get("Author", ""))
    known = len(author) <= 80 and not _NO_AUTHOR.search(author)
    return _File(text, "" if _NO_TITLE.search(title) else title, author if known else "", address)


def _paragraphs(document: Any) -> tuple[list[str], str]:
    """Return the paragraphs of all pages, and the address that stands at their ends, "" for none."""
    if len(document) > _PAGES:
        raise BadSourceError(f"has {len(document)} pages (at most {_PAGES}); save the ones you need")
    pages: list[list[Word]] = []
    size = 0
    for page in document:
        text = page.get_textpage()
        pages.append(list(_words(text)))
        text.close()
        page.close()
        size += sum(len(word.text) for word in pages[-1])
        if size > _CHARACTERS:
            raise BadSourceError("holds more text than an article; save the pages you need")
    ends = [_ends(words) for words in pages]
    often = Counter(key for each in ends for key in {_key(text) for text in each.values()})
    running = {key for key, times in often.items() if times > 1 and times * 2 >= len(pages)}
    address = next((found for each in ends for text in each.values() if (found := _address(text))), "")
    parts: list[str] = []
    for number, (words, each) in enumerate(zip(pages, ends, strict=True)):
        furniture = {row for row, text in each.items() if _is_furniture(text, running if number else set())}
        own = paragraphs(word for word in words if round(word.bottom) not in furniture)
        if parts and own and goes_on(parts[-1], own[0]):
            parts[-1] = joined(parts[-1], own.pop(0))
        parts += own
    return parts, address


def _is_furniture(text: str, running: set[str]) -> bool:
    """Tell whether a row at the head or foot of a page is its number, what a browser prints, or one of `running`."""
    key = _key(text)
    return bool(_NUMBER.match(text) or _PRINTED.match(text)) or (len(key) >= _RUNNING and key in running)


def _ends(words: Sequence[Word]) -> dict[int, str]:
    """Return the first and the last row of a page by how high they stand."""
    rows = {round(word.bottom) for word in words}
    return {
        row: " ".join(
            word.text for word in sorted(words, key=lambda each: each.left) if round(word.bottom) == row
        )
        for row in {min(rows, default=0), max(rows, default=0)} & rows
    }


def _key(text: str) -> str:
    return "".join(_LETTER.findall(text.casefold()))


def _address(text: str) -> str:
    """Return the address in what a browser printed below a page, "" for none and for one that is cut off."""
    found = _ADDRESS.search(text) if _PRINTED.match(text) else None
    return "" if found is None or found[0].endswith("...") else plain(found[0])


def _words(text: Any) -> Iterator[Word]:
    """Yield the words of a page in the order in which they were drawn, with the edges of their font."""
    from pypdfium2.raw import FPDFText_GetUnicode

    letters: list[str] = []
    edges = last = (0.0, 0.0, 0.0, 0.0)
    for number in range(min(text.count_chars(), _LETTERS)):
        code = FPDFText_GetUnicode(text.raw, number)
        letter = _HYPHENS.get(code) or (chr(code) if code < 0x110000 else "")
        box = text.get_charbox(number, loose=True)
        tied = bool(letters) and (letters[-1] in _TIED or letter in _TIED)
        far = letters and not (_adjoins(box, edges, tied) or (tied and box == last))
        if letters and (far or letter.isspace()):
            yield from _word(letters, edges)
            letters = []
        if not letter.isspace():
            edges = (
                (min(edges[0], box[0]), min(edges[1], box[1]), box[2], max(edges[3], box[3]))
                if letters
                else box
            )
            letters.append(letter)
        last = box
    yield from _word(letters, edges)


def _adjoins(box: Edges, word: Edges, tied: bool) -> bool:
    """Tell whether a letter belongs to the word before it; a ligature may have the edges of its ink, not of its font."""
    height = max(word[3] - word[1], box[3] - box[1]) or 1
    level = abs(box[1] - word[1]) < 0.3 * (word[3] - word[1])
    inner, outer = sorted((box, word), key=lambda each: each[3] - each[1])
    level = level or (tied and outer[1] <= inner[1] and inner[3] <= outer[3])
    return level and -0.25 < (box[0] - word[2]) / height < 0.25


def _word(letters: Sequence[str], edges: Edges) -> Iterator[Word]:
    if text := one_line("".join(letters)):
        yield Word(*edges, text)

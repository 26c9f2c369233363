"""HTML of a page becomes a clean article: its blocks are weighed, the page's own metadata says the rest.

A day of publication that the page does not state is looked for with htmldate (A. Barbaresi, JOSS 2020,
https://doi.org/10.21105/joss.02439).
"""

from __future__ import annotations

import re
from typing import Any

from tui.core.text import clean
from tui.reading.dates import event_date
from tui.reading.dates.day_names import written
from tui.reading.encoding import BadSourceError, decode
from tui.reading.formats.html_body import Body, body_of
from tui.reading.formats.html_metadata import Metadata, metadata
from tui.reading.formats.html_quotes import with_marks
from tui.reading.formats.html_save import saved_from
from tui.reading.result import ParsedArticle

LARGEST = 25_000_000
"""Characters from which on a source is no page but an archive; parsing takes many times its size."""
_ENOUGH = 250
"""Characters from which a body is one, whatever else is on the page."""
_SEARCHED = 500_000
"""Characters of a page that are searched for a written date."""
_SENTENCE = re.compile(r"[.!?…。！？؟।]")
_TAG = re.compile(r"<\s*[a-zA-Z!][^<>]{0,2000}>")
_XML = re.compile(r"^\s*<\?xml[^<>]*\?>")


def read_html(raw: bytes | str, url: str = "") -> ParsedArticle:
    """Return the article on the HTML page `raw`, which came from `url`, or from where whoever saved it says.

    Bytes are decoded as their meta element says, or else as what they look like. Raises
    `BadSourceError`, with half a sentence that says why, where there is nothing to read.
    """
    text = raw if isinstance(raw, str) else decode(raw)
    if len(text) > LARGEST:
        raise BadSourceError(f"is too large for a page (more than {LARGEST // 1_000_000} MB); split it")
    text = _XML.sub("", clean(text))
    if not text.strip():
        raise BadSourceError("is empty; save the page again")
    if not _TAG.search(text):
        raise BadSourceError("is not HTML; give it the ending .txt to read it as plain text")
    url = url or saved_from(text)
    text = with_marks(text)
    try:
        found, chosen = _read(text, url)
    except (ValueError, RecursionError, AssertionError, TypeError, AttributeError, LookupError) as error:
        # The libraries below were written for well-meant pages; a hostile one must not stop an import.
        raise BadSourceError("cannot be read as HTML; open it in a browser and save it again") from error
    body = _paragraphs(chosen.text, found.headline)
    if len(body) < _ENOUGH and not _SENTENCE.search(body):
        raise BadSourceError("holds no article, only menus and the like; is it the right page?")
    basis = {**found.basis, "text": chosen.why}
    day, why = event_date.event_date(body, found.published)
    if day:
        basis["event_date"] = why
    return ParsedArticle(
        text=body,
        headline=found.headline,
        outlet=found.outlet,
        author=found.author,
        published=found.published,
        event_date=day,
        url=found.url,
        language=found.language,
        basis=basis,
    )


def _read(text: str, url: str) -> tuple[Metadata, Body]:
    import logging

    from trafilatura import load_html

    for name in ("trafilatura", "htmldate", "readability"):  # what is wrong is told once, and by us
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)

    tree = load_html(text)
    if tree is None:
        raise ValueError("no document")
    found = metadata(tree, url)
    if not found.published:
        found.published = _searched(text, url)
        if found.published:
            found.basis["published"] = "inferred from the page"
    return found, body_of(tree, found.headline, found.body)


def _searched(text: str, url: str) -> str:
    """Return the day of publication that a search of the marked-up page finds; "" rather than a guess."""
    from htmldate import find_date

    day: Any = find_date(text, url=url or None, extensive_search=False, original_date=True)
    # It also reads 03/04/2024, one way of two: what is believed stands in the page unmistakably.
    sure = {found.edtf for found in written(text[:_SEARCHED]) if not found.other}
    return day if isinstance(day, str) and day in sure else ""


def _paragraphs(body: str, headline: str) -> str:
    lines = [" ".join(line.split()) for line in clean(body).splitlines()]
    lines = [line for line in lines if line]
    if lines and headline and lines[0].casefold().strip(" .") == headline.casefold().strip(" ."):
        del lines[0]
    return "\n\n".join(lines)

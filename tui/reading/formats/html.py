"""HTML of a page becomes a clean article: its blocks are weighed, the page's own metadata says the rest.

A day of publication that the page does not state is looked for with htmldate (A. Barbaresi, JOSS 2020,
https://doi.org/10.21105/joss.02439).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import islice
from typing import Any

from tui.core.extras import install_command, is_installed
from tui.core.text import clean
from tui.reading.dates import event_date
from tui.reading.dates.publication_stamps import is_stamp
from tui.reading.encoding import BadSourceError, decode
from tui.reading.formats.block_text import refuse_attributes
from tui.reading.formats.html_body import body_of
from tui.reading.formats.html_dates import publication_day
from tui.reading.formats.html_metadata import Metadata, metadata, site_of_title
from tui.reading.formats.html_parts import named, text_of
from tui.reading.formats.html_quotes import with_marks
from tui.reading.formats.html_save import BAR, own_address, saved_from, without_bars
from tui.reading.formats.html_stamps import PageLines
from tui.reading.formats.html_turns import with_turns
from tui.reading.language import SAMPLE, language_of
from tui.reading.mojibake import repaired
from tui.reading.page import byline
from tui.reading.page.outlet_name import BELOW_HEADLINE
from tui.reading.page.walls import LONGEST, wall
from tui.reading.result import ParsedArticle

LARGEST = 25_000_000
"""Characters from which on a source is no page but an archive; parsing takes many times its size."""
_ENOUGH = 250
"""Characters from which a body is one, whatever else is on the page."""
_FEW = 3
"""Words from which a page without a script, a link or a menu is a note, though it has no sentence."""
_OFFER = re.compile(r"paywall|regwall|piano|subscri(?:be|ption)[-_]?(?:wall|box|offer)|premium[-_]")
_SENTENCE = re.compile(r"[.!?…。！？؟।]")
_TAG = re.compile(r"<\s*[a-zA-Z!][^<>]{0,2000}>")
_SPAN = re.compile(r"</?span\b[^<>]{0,500}>", re.IGNORECASE)
_SPANS = 20_000  # marks of a page from which spans, of which parsers take the square, say nothing of it
_XML = re.compile(r"^\s*<\?xml[^<>]*\?>")


def read_html(raw: bytes | str, url: str = "") -> ParsedArticle:
    """Return the article on the HTML page `raw`, which came from `url`, or from where whoever saved it says.

    Bytes are decoded as their meta element says, or else as what they look like. Raises
    `BadSourceError`, with half a sentence that says why, where there is nothing to read.
    """
    text = clean(repaired(raw)) if isinstance(raw, str) else decode(raw)
    if len(text) > LARGEST:
        raise BadSourceError(f"is too large for a page (more than {LARGEST // 1_000_000} MB); split it")
    text = _XML.sub("", text, count=1)
    if not text.strip():
        raise BadSourceError("is empty; save the page again")
    if not _TAG.search(text):
        raise BadSourceError("is not HTML; give it the ending .txt to read it as plain text")
    refuse_attributes(text)
    if not is_installed("trafilatura"):
        raise BadSourceError(f"is a web page; to read those, run: {install_command('web')}")
    spans = _SPAN.findall(text) if text.count("<") > _SPANS else ()
    if len(spans) > _SPANS:
        text = _SPAN.sub("", text)
    url = own_address(url) or saved_from(text)
    text = with_marks(text)
    try:
        tree = _parsed(text)
        if BAR in text:  # to look for elements by their ids costs a walk each
            without_bars(tree)
        _held = list(tree.iter())  # lxml makes anew, each time it comes by, what nobody holds
        found = metadata(tree, url)
        with_turns(tree)
        scripted = next(tree.iter("script"), None) is not None
        shown, offers = _shown(tree), _offers(tree)
        language = language_of(shown) or found.language
        published, how = publication_day(
            tree, found.stamp, found.headline, found.url, language, vague=found.vague
        )
        if not found.outlet:
            _take_outlet(tree, found, language)
        chosen = body_of(tree, found.headline, found.body)  # at last, for it leaves the page bare
    except (ValueError, RecursionError, AssertionError, TypeError, AttributeError, LookupError) as error:
        # The libraries below were written for well-meant pages; a hostile one must not stop an import.
        raise BadSourceError("cannot be read as HTML; open it in a browser and save it again") from error
    body = _paragraphs(chosen.text, found, language)
    if stands_before := wall(body, offers) or (wall(shown) if len(body) < _ENOUGH else ""):
        raise BadSourceError(stands_before)
    own = chosen.alone and not scripted and len(body.split()) >= _FEW
    if len(body) < _ENOUGH and not own and not _SENTENCE.search(body):
        raise BadSourceError("holds no article, only menus and the like; is it the right page?")
    why = chosen.why + (f"; {len(spans)} marks of spans were passed over" if len(spans) > _SPANS else "")
    basis = {**found.basis, "text": why, **({"published": how} if how else {})}
    day, why = event_date.event_date(body, published)
    if day:
        basis["event_date"] = why
    return ParsedArticle(
        text=body,
        headline=found.headline,
        outlet=found.outlet,
        author=found.author,
        published=published,
        event_date=day,
        url=found.url,
        language=found.language,
        basis=basis,
    )


def _take_outlet(tree: Any, found: Metadata, language: str) -> None:
    """Note the outlet of a page whose head and data name none: below its headline, or in its title."""
    if outlet := PageLines(tree, language).outlet(found.headline):
        found.outlet, found.basis["outlet"] = outlet, BELOW_HEADLINE
    elif outlet := site_of_title(tree, found.headline):
        found.outlet, found.basis["outlet"] = outlet, "inferred from the title of its page"


def _parsed(text: str) -> Any:
    import logging

    from trafilatura import load_html

    for name in ("trafilatura", "htmldate", "readability"):  # what is wrong is told once, and by us
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)

    _spare_trafilatura()
    tree = load_html(text)
    if tree is None:
        raise ValueError("no document")
    return tree


@cache
def _spare_trafilatura() -> None:
    """Spare it what nobody asks here: for each element a class of its own, as forms and their fields have one, and in
    each page, which is clean, letters that XML has not.
    """
    from lxml import etree, html
    from trafilatura import utils

    plain = etree.ElementDefaultClassLookup(
        element=html.HtmlElement,
        comment=html.HtmlComment,
        pi=html.HtmlProcessingInstruction,
        entity=html.HtmlEntity,
    )
    if parser := getattr(utils, "HTML_PARSER", None):
        parser.set_element_class_lookup(plain)
    if hasattr(utils, "INVALID_XML_CHARS"):
        utils.INVALID_XML_CHARS = re.compile("\0")  # one that is not there is soon looked for


def _offers(tree: Any) -> str:
    """Return what a page says to those who may not read on, a line each, as far as its markup tells."""
    boxes = (each for each in tree.iter("div", "section", "aside", "p") if _is_offer(named(each)))
    return "\n".join(text_of(box) for box in islice(boxes, 5))


@lru_cache(maxsize=4096)  # elements of a page have the same few names
def _is_offer(called: str) -> bool:
    return _OFFER.search(called.lower()) is not None


def _shown(tree: Any) -> str:
    """Return the text of a page, a line each paragraph or heading: as much as tells its language, and that it is no wall."""
    lines: list[str] = []
    letters = words = 0
    for each in tree.iter("title", "h1", "h2", "p", "li", "button"):
        lines.append(line := text_of(each))
        letters += len(line) + 1
        words += len(line.split())
        if letters > SAMPLE and words > LONGEST:
            break
    return "\n".join(lines)


def _paragraphs(body: str, found: Metadata, language: str) -> str:
    """Return the paragraphs of a body, without the headline, the byline and the stamp it may begin with."""
    lines = [" ".join(line.split()) for line in clean(body).splitlines()]
    lines = [line for line in lines if line]
    headline = found.headline.casefold().strip(" .")
    if lines and headline and lines[0].casefold().strip(" .") == headline:
        del lines[0]
    while len(lines) > 1 and (is_stamp(lines[0], language) or _names(lines[0], found.author)):
        del lines[0]
    return "\n\n".join(lines)


def _names(line: str, author: str) -> bool:
    """Tell whether a line is the byline of who is known as the author."""
    name, _ = byline.author([line], [0])
    return bool(name) and name.casefold() in author.casefold()

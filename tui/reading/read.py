"""One raw source, read: dispatched by its kind, then searched for what people said."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.core.addresses import host, public
from tui.core.extras import install_command
from tui.core.model import STATED
from tui.reading.corrections import override_fields
from tui.reading.encoding import BadSourceError, decode
from tui.reading.quotes import Spans
from tui.reading.result import ParsedArticle, cut_lines, whole_text
from tui.reading.sources import Source

if TYPE_CHECKING:
    from tui.reading.formats.front_matter import FrontMatter

FROM_FEED = "inferred from the feed"
_FROM_ADDRESS = "inferred from the address"
_LINES = 700_000  # each of which takes some 200 bytes to tell
_BELOW = 8  # lines below an article in which its page may ask for a subscription


def read(source: Source, *, recurring: Collection[str] = (), spans: Spans = "quoted") -> ParsedArticle:
    """Return what `source` reports, with its quotes.

    What `source.meta` knows beforehand is taken as stated. `recurring` are lines known to recur on
    the outlet's pages. Raises `BadSourceError` where there is nothing to read.
    """
    return attribute_quotes(read_article(source, recurring=recurring), spans=spans)


def read_article(source: Source, *, recurring: Collection[str] = ()) -> ParsedArticle:
    """Return what `source` reports, but for its quotes. As `read`."""
    try:
        reading = _read_kind(source, recurring)
    except ImportError:
        raise BadSourceError(f"holds markup; to read it, run: {install_command('web')}") from None
    if not reading.text.strip() and source.kind != "article":
        if source.kind == "page":  # of a sentence or two it cannot be told
            raise BadSourceError(
                "holds no article, or too little to tell it from menus and the like; --as article takes it whole"
            )
        raise BadSourceError("holds no article, only menus and the like; is it the right page?")
    reading = _with_origin(reading, source.meta)
    stated = {name: source.meta.get(name, "") for name in ("outlet", "author", "published", "url")}
    reading = override_fields(reading, headline=source.meta.get("title", ""), basis=STATED, **stated)
    return _with_language(reading)


def _with_language(reading: ParsedArticle) -> ParsedArticle:
    """Return `reading` in the language of its words, where these tell it, and without a password in its address."""
    from tui.reading.language import told_language

    language, how = told_language(reading.text, reading.language)
    basis = {**reading.basis, "language": how} if how else reading.basis
    return replace(reading, language=language, basis=basis, url=public(reading.url))


def attribute_quotes(reading: ParsedArticle, *, spans: Spans = "quoted") -> ParsedArticle:
    """Return `reading` with the quotes in its text, and who said them in the languages in which that is known.

    Those that its file states are taken as they are.
    """
    if reading.quotes:
        return reading
    from tui.reading.quotes import find_quotes

    found = find_quotes(reading.text, reading.language, spans=spans, headline=reading.headline)
    return replace(reading, quotes=tuple(found))


def _with_origin(reading: ParsedArticle, meta: Mapping[str, str]) -> ParsedArticle:
    """Return `reading` with what is known of where it was found, where it does not say so itself."""
    address, dated = meta.get("address", ""), meta.get("dated", "")
    basis = dict(reading.basis)
    outlet = reading.outlet
    feed = meta.get("feed", "")
    # What a feed calls itself says more than the name of a server.
    if feed and (not outlet or basis.get("outlet") == _FROM_ADDRESS):
        outlet, basis["outlet"] = feed, FROM_FEED
    elif address and not outlet and (outlet := host(address)):
        basis["outlet"] = _FROM_ADDRESS
    reading = replace(reading, url=reading.url or address, outlet=outlet, basis=basis)
    if dated and not reading.published:
        reading = override_fields(reading, basis="stated by the feed", published=dated)
    if (named := meta.get("named", "")) and not reading.headline:
        reading = override_fields(reading, basis="stated by the feed", headline=named)
    if (listed := meta.get("listed", "")) and not reading.published:
        reading = override_fields(reading, basis="stated by the list of addresses", published=listed)
    return reading


def _read_kind(source: Source, recurring: Collection[str]) -> ParsedArticle:
    """Return the article in `source` without its quotes, as what reads its kind finds it.

    Each field that is filled says in `basis` how it is known; dates are EDTF; `kept_lines` and `cut` count the lines of
    `clean_page_text` from 0. `text` is empty where all is furniture. What reads a kind is imported when the first of it
    comes: most need a library that takes a while. Raises `BadSourceError` where there is nothing to read: half a
    sentence that says why, and what to do.
    """
    match source.kind:
        case "page":
            return _read_page(source, recurring)
        case "article":
            return whole_text(decode(source.raw))
        case "html":
            from tui.reading.formats.html import read_html

            url = source.meta.get("url", "") or source.meta.get("address", "")
            return read_html(source.raw, url=url)
        case "markdown":
            from tui.reading.formats.markdown import read_markdown

            return read_markdown(decode(source.raw))
        case "document":
            from tui.reading.formats.office import text_of
            from tui.reading.page.page import read_page

            return read_page(text_of(source.raw), recurring=recurring)
        case "refused":
            from tui.reading.containers import refusal_of

            raise BadSourceError(refusal_of(source))
        case "mail":
            from tui.reading.formats.mail import read_mail as read_bytes
        case "pdf":
            from tui.reading.formats.pdf import read_pdf as read_bytes
        case "chapter":
            from tui.reading.formats.epub import read_chapter as read_bytes
        case "record":
            from tui.reading.formats.jsonl import read_record as read_bytes
        case _:
            raise BadSourceError("holds no article but a list of them; import it to get these")
    return read_bytes(source.raw)


def _read_page(source: Source, recurring: Collection[str]) -> ParsedArticle:
    from tui.reading.formats.front_matter import plain_front_matter
    from tui.reading.page.page import read_page
    from tui.reading.page.walls import wall

    text = decode(source.raw)
    if (count := text.count("\n")) > _LINES:
        raise BadSourceError(f"has {count} lines, more than a page has; split it")
    given = plain_front_matter(text)
    if given.first:
        # Its headline stands where the page begins, so that no line of the text is taken for one.
        rest = text.split("\n", given.first)[given.first :]
        head = [*[""] * (given.first - 1), given.fields.get("headline", "")]
        page = read_page("\n".join([*head, *rest]), recurring=recurring, begins=given.first)
        reading = _as_stated(page, given)
    else:
        reading = read_page(text, recurring=recurring)
    below = text.split("\n")[reading.kept_lines[-1] + 1 :][:_BELOW] if reading.kept_lines else []
    if stands_before := wall(reading.text or text, "\n".join(below)):
        raise BadSourceError(stands_before)
    return reading


def _as_stated(reading: ParsedArticle, given: FrontMatter) -> ParsedArticle:
    """Return a page with what the front matter above it says, whose lines are cut."""
    from tui.reading.formats.front_matter import PLACE_FIELDS

    stated = {name: said for name, said in given.fields.items() if name in PLACE_FIELDS}
    fields = {name: said for name, said in given.fields.items() if name not in PLACE_FIELDS}
    cut = {number: each.reason for each in reading.cut for number in range(each.first, each.last + 1)}
    return replace(
        override_fields(reading, basis=STATED, **fields),
        cut=cut_lines(cut | dict.fromkeys(range(given.first), "front matter")),
        kept_lines=tuple(number for number in reading.kept_lines if number >= given.first),
        stated=stated,
        remarks=replace(reading.remarks, tags=given.tags),
        unread=given.unread,
    )


def clean_page_text(source: Source) -> str:
    """Return the clean text of a raw page, whose lines `ParsedArticle.kept_lines` and `.cut` count.

    Raises `BadSourceError` where there is none.
    """
    match source.kind:  # what is no text by itself
        case "mail":
            from tui.reading.formats.mail import text_of
        case "pdf":
            from tui.reading.formats.pdf import text_of
        case "document":
            from tui.reading.formats.office import text_of
        case "chapter":
            from tui.reading.formats.epub import text_of
        case "record":
            from tui.reading.formats.jsonl import text_of
        case _:
            return decode(source.raw)
    return text_of(source.raw)

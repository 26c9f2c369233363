"""Feeds (RSS, Atom, JSON Feed) and OPML: what they hold, from their bytes alone."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape, unescape
from io import BytesIO
from typing import Any
from urllib.parse import urljoin

from tui.core.addresses import plain, public
from tui.core.extras import install_command, is_installed
from tui.core.text import clean, one_line
from tui.reading.dates.outlet_zones import outlet_day
from tui.reading.dates.stamp_day import stamp_day
from tui.reading.encoding import BadSourceError
from tui.reading.formats.block_text import parsed_xml, refuse_attributes, refuse_entities
from tui.reading.source_kind import parsed

_TAG = re.compile(r"<[^>]*>")
# What a title may be marked up with; anything else in angles is words of it: "5 < 6", "<plan>".
_MARKUP = re.compile(
    r"</?(?:a|abbr|b|big|br|cite|code|em|font|i|img|mark|p|q|s|small|span|strong|sub|sup|u|wbr)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});", re.IGNORECASE)
_MAILED = re.compile(
    r"^\s*(?:\S+@\S+\s*\((?P<bracketed>[^()]+)\)|(?P<before>[^<>@]+?)\s*<\S+@\S+>|\S+@\S+)\s*$"
)
_ENDS_EARLY = re.compile(
    r"(?:…|\.\.\.|\[…\]|\[\.\.\.\]|read more|continue reading|weiterlesen|lire la suite)\W*$", re.I
)
_CLOSED = re.compile(rb"</(?:\w+:)?(?:rss|feed|rdf)\s*>", re.IGNORECASE)
# What a widespread program for blogs puts below each article.
_FIRST_ON = re.compile(
    r"<p>[^<]{0,40}<a [^<>]{0,500}>[^<>]{0,300}</a>[^<]{0,20}"
    r"(?:appeared first on|erschien zuerst auf|est apparu en premier sur|apareció primero en|proviene da)"
    r"\s*<a [^<>]{0,500}>[^<>]{0,200}</a>\.?</p>\s*$"
)
_ALTERNATE = re.compile(rb"<link\b[^>]{0,500}>", re.IGNORECASE)
_HREF = re.compile(rb"""\bhref\s*=\s*["']?([^"'\s>]{1,500})""", re.IGNORECASE)
_FEED_TYPE = re.compile(rb"application/(?:rss\+xml|atom\+xml|feed\+json)", re.IGNORECASE)
_CONTENT = 300  # characters of text from which on a feed's content is an article's
_DESCRIPTION = 1500  # the same for what is mostly a summary
_AUTHORS = 50
_BLOCK = re.compile(r"<(?:/?(?:p|div|li|ul|ol|h[1-6]|blockquote)\b[^>]*|br\s*/?)>|\n\s*\n", re.IGNORECASE)
_SUMMARY = 60  # the least from which on a summary says something
_NO_FEED = "is no feed (RSS, Atom or JSON Feed)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry: its address, and what the feed says of it; `html` or `text` where it holds the article.

    `summary` is what it says instead, in HTML; `updated` is what it says of when the entry was changed, as it stands there.
    """

    url: str = ""
    title: str = ""
    author: str = ""
    published: str = ""
    outlet: str = ""
    html: str = ""
    text: str = ""
    summary: str = ""
    updated: str = ""

    def record(self) -> bytes:
        """Return the entry as a line of JSON Lines, the same for the same entry."""
        fields = {name: value for name in _RECORD if (value := getattr(self, name))}
        return json.dumps(fields, ensure_ascii=False).encode("utf-8", "replace")

    def stand_in(self) -> bytes:
        """Return a line of JSON Lines with the summary in the place of the article, b"" where there is none to speak of."""
        said = _prose(self.summary)
        if len(said) < _SUMMARY or not self.title:
            return b""
        fields = json.loads(self.record()) | {"text": said, "summary": True}
        return json.dumps(fields, ensure_ascii=False).encode("utf-8", "replace")


_RECORD = ("url", "title", "outlet", "author", "published", "html", "text")


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """A feed's title, its entries, and what is wrong with it, half a sentence, "" for nothing."""

    title: str
    entries: tuple[Entry, ...]
    broken: str = ""


def read_feed(raw: bytes, address: str = "") -> ParsedFeed:
    """Return what a feed holds that came from `address`. Raises `BadSourceError` where `raw` is none."""
    try:
        if raw.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
            return _json_feed(raw, address)
        return _xml_feed(raw, address)
    except BadSourceError:
        raise
    except Exception as error:  # the library was written for feeds that are odd, not for hostile ones
        raise BadSourceError(f"{_NO_FEED} that can be read ({type(error).__name__})") from error


def read_outline(raw: bytes) -> list[tuple[str, str]]:
    """Return (address, title) of each feed in OPML. Raises `BadSourceError` where `raw` is none."""
    root = parsed_xml(raw, "is no OPML, or a broken one; export it again")
    found: dict[str, str] = {}
    for outline in root.iter("{*}outline", "outline"):
        given = {str(name).lower(): str(value) for name, value in outline.attrib.items()}
        if url := plain(given.get("xmlurl", "")):
            found.setdefault(url, one_line(given.get("title", "") or given.get("text", "")))
    if not found:
        raise BadSourceError("is OPML without feeds")
    return list(found.items())


def advertised(raw: bytes, address: str) -> str:
    """Return the address of the feed that an HTML page names as its own, "" for none."""
    for link in _ALTERNATE.finditer(raw[:200_000]):
        href = _HREF.search(link[0])
        if href and _FEED_TYPE.search(link[0]) and b"alternate" in link[0].lower():
            return _joined(address, href[1].decode("utf-8", "replace").replace("&amp;", "&"))
    return ""


def _xml_feed(raw: bytes, address: str) -> ParsedFeed:
    refuse_entities(raw)
    refuse_attributes(raw.decode("latin-1"))
    if not is_installed("feedparser"):
        raise BadSourceError(f"is a feed; to read those, run: {install_command('web')}")
    import feedparser

    found = feedparser.parse(BytesIO(raw), response_headers={"content-location": address} if address else {})
    if not found.get("version") and not found.entries:
        raise BadSourceError(_NO_FEED if not found.bozo else f"{_NO_FEED}, or a broken one")
    title, language = _title(found.feed), _said(found.feed, "language")
    entries = [_entry(each, title, language, address) for each in found.entries if _is_published(each)]
    broken = ""
    if found.bozo and not _CLOSED.search(raw[-4096:]):
        # What stands last may be cut in the middle of its text; it comes whole the next time.
        entries = entries[:-1]
        broken = "ends in the middle; what came before was read, try again for the rest"
    return ParsedFeed(title, tuple(entries), broken)


def _entry(each: Any, outlet: str, language: str, address: str) -> Entry:
    name = _said(each, "id")
    link = _said(each, "link") or (name if plain(name) else "")
    outlet = _title(each.get("source")) or outlet
    kind, content = _content(each)
    title = _title(each)
    return Entry(
        url=_joined(address, link),
        title=title,
        author=_authors(each),
        published=_day(each, language, link),
        outlet=outlet,
        html=_document(title, content) if kind == "html" else "",
        text=content if kind == "text" else "",
        summary=_longest(each.get("summary"), *(part.get("value") for part in each.get("content", ()))),
        updated=_said(each, "updated"),
    )


def _is_published(each: Any) -> bool:
    """Tell an article from what an export of WordPress has beside them: pictures, menus, drafts."""
    kind, state = each.get("wp_post_type", "post"), each.get("wp_status", "publish")
    return kind in ("post", "page") and state in ("publish", "private")


def _said(what: Any, name: str) -> str:
    """Return words of an entry, "" where there are none or something else."""
    value = what.get(name) if hasattr(what, "get") else None
    return one_line(value) if isinstance(value, str) else ""


def _title(what: Any) -> str:
    """Return the title of a feed or an entry; some escape it twice, and some of what is in angles is no markup."""
    value = what.get("title") if hasattr(what, "get") else None
    if not isinstance(value, str):
        return ""
    bare = _MARKUP.sub("", value)
    return one_line(_ENTITY.sub(lambda found: unescape(found[0]), bare))


def _authors(each: Any) -> str:
    """Return the names of all authors of an entry, without their addresses."""
    listed = each.get("authors") or ()
    names = [_said(author, "name") for author in listed[:_AUTHORS]]
    if len(listed) < 2:
        said = _said(each, "author")
        mailed = _MAILED.match(said)
        names = [one_line(mailed["bracketed"] or mailed["before"] or "") if mailed else said]
    return ", ".join(dict.fromkeys(filter(None, names)))


def _prose(html: str) -> str:
    """Return the words of a summary, a paragraph a block."""
    broken = _replaced(_BLOCK, "\n\n", html)
    paragraphs = (one_line(unescape(_untagged(each, ""))) for each in broken.split("\n\n"))
    return "\n\n".join(filter(None, paragraphs))


def _untagged(html: str, by: str) -> str:
    return _replaced(_TAG, by, html)


def _replaced(pattern: re.Pattern[str], by: str, html: str) -> str:
    """Replace what ends with ">" where there is one still: a row of opening angles is not looked through from each."""
    end = html.rfind(">") + 1
    return pattern.sub(by, html[:end]) + html[end:]


def _content(each: Any) -> tuple[str, str]:
    """Return the kind and words of an entry's article, "" and "" where it holds but a summary."""
    for content in each.get("content", ()):
        if _whole(value := content.get("value") or "", _CONTENT):
            is_text = content.get("type") == "text/plain"
            return ("text", clean(value)) if is_text else ("html", clean(_FIRST_ON.sub("", value.strip())))
    summary, least = each.get("summary", ""), _DESCRIPTION if each.get("link") else 100
    return ("html", clean(summary)) if _whole(summary, least) else ("", "")


def _longest(*told: str | None) -> str:
    """Return what tells most of an entry, for where its page cannot be read."""
    return clean(
        max(map(str, filter(None, told)), key=lambda each: len(_untagged(each, "")), default="")
    ).strip()


def _whole(html: str, least: int) -> bool:
    text = _untagged(html, " ").strip()
    return len(text) >= least and not _ENDS_EARLY.search(text[-60:])


def _document(title: str, html: str) -> str:
    """Return a page with nothing on it but the article, for HTML is read by where it stands in a page."""
    return (
        f"<!doctype html><html><head><title>{escape(title)}</title></head><body><article>"
        f"<h1>{escape(title)}</h1>{html}</article></body></html>"
    )


def _day(each: Any, language: str, link: str) -> str:
    """Return the day an entry came out, as the feed writes it: the library tells it in universal time."""
    said = (dict.get(each, name) for name in ("published", "created", "updated"))
    stamp = next((stamp for stamp in said if isinstance(stamp, str) and stamp), "")
    day = stamp_day(stamp, language)
    return (day and outlet_day(stamp, link, language)[0]) or day


def _json_feed(raw: bytes, address: str) -> ParsedFeed:
    data = parsed(raw.strip(b"\xef\xbb\xbf \t\r\n"))
    if data is None:
        return ParsedFeed("", (), "is a JSON Feed that is broken or ends in the middle; try again")
    items = data.get("items")
    if not str(data.get("version", "")).startswith("https://jsonfeed.org/") or not isinstance(items, list):
        raise BadSourceError(_NO_FEED)
    title = _title(data)
    return ParsedFeed(title, tuple(_items(items, title, address)))


def _items(items: list[Any], outlet: str, address: str) -> Iterator[Entry]:
    for item in items:
        if not isinstance(item, dict):
            continue
        said = {name: value for name, value in item.items() if isinstance(value, str)}
        url = _joined(address, said.get("url", "") or said.get("external_url", ""))
        least = _CONTENT if url else 100
        html, text = said.get("content_html", ""), said.get("content_text", "")
        title = _title(said)
        authors = item.get("authors") or [item.get("author")]
        names = (
            [each.get("name") for each in authors if isinstance(each, dict)]
            if isinstance(authors, list)
            else []
        )
        yield Entry(
            url=url,
            title=title,
            author=", ".join(one_line(name) for name in names[:_AUTHORS] if isinstance(name, str)),
            published=stamp_day(said.get("date_published", "")),
            outlet=outlet,
            html=_document(title, clean(html)) if _whole(html, least) else "",
            text=clean(text) if not _whole(html, least) and _whole(text, least) else "",
            summary=_longest(said.get("summary"), html, text),
            updated=one_line(said.get("date_modified", "")),
        )


def _joined(address: str, link: str) -> str:
    try:
        return public(plain(urljoin(address, one_line(link))))
    except ValueError:
        return ""

"""What the head of an HTML page says of its article: headline, outlet, author, date, language, address.

A page says each thing several times, in JSON-LD, in meta elements and in its text, and seldom the
same. What readers see (the one top heading, a time element that says it is the day of publication)
goes before what is written for search engines where the latter is dressed up.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any
from urllib.parse import urljoin, urlsplit

from tui.model import STATED
from tui.reading.daynames import written
from tui.text import one_line

_ARTICLE = re.compile(r"(?:article|posting|report|review|story)$", re.IGNORECASE)
_PAGE = re.compile(r"(?:page|event|recipe|videoobject)$", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s+[|–—·•»:-]+\s+|\s*[|»•]\s*")
_PUBLISHED = (
    "article:published_time og:article:published_time og:published_time datepublished article.published pubdate publishdate"
    " publish-date publish_date publication_date citation_publication_date sailthru.date parsely-pub-date"
    " dc.date.issued dc.date dcterms.created dcterms.date dcterms.issued cxenseparse:recs:publishtime"
    " originalpublicationdate article_date_original date"
).split()
_WHEN = re.compile(
    r"publish|posted|pubdate|dateline|entry-date|post-date|post__date|article-date|created|timestamp"
)
_CHANGED = re.compile(r"modif|updat|changed")
_UNIVERSAL = re.compile(r"T\d\d:(\d\d)(?::\d\d(?:\.\d+)?)?(?:Z|[+-]00:?00)$")
_CLOCK = re.compile(r"\d[:.](\d\d)\s*(?:[ap]\.?m|[A-Z]{2,4}\b|$)", re.IGNORECASE)
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?|[a-z]{3})[/-](\d\d?)(?=[/-]|$)", re.IGNORECASE)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_BY = re.compile(r"^(?:view all posts by|posts by|written by|story by|by|von|par|por)[\s:]+", re.IGNORECASE)
_NO_NAME = re.compile(r"@|https?:|www\.|^\W*$|\d{3}", re.IGNORECASE)
_ISO = re.compile(r"^\s*((?:19|20)\d\d)-?(\d\d)-?(\d\d)(?!\d)")
_ALIKE = 0.5


@dataclass(slots=True)
class Metadata:
    """What a page says of its article; `basis` says how each is known."""

    headline: str = ""
    outlet: str = ""
    author: str = ""
    published: str = ""
    language: str = ""
    url: str = ""
    basis: dict[str, str] = field(default_factory=dict)


def metadata(tree: Any, url: str = "") -> Metadata:
    """Return what the parsed page `tree` (an lxml element) says of its article; `url` is where it came from."""
    data = list(_json_ld(tree))
    meta = _meta(tree)
    main = _main(data)
    found = Metadata()
    found.url = _address(tree, meta, url)
    found.language = _language(tree, meta)
    found.outlet, basis = _outlet(main, data, meta, found.url)
    if found.outlet:
        found.basis["outlet"] = basis
    found.headline = _headline(tree, main, meta, found)
    found.author = _author(tree, main, data, meta, found.outlet)
    found.published, basis = _published(tree, main, data, meta, found.url)
    if found.published:
        found.basis["published"] = basis
    for name in ("headline", "author", "language"):
        if getattr(found, name):
            found.basis[name] = STATED
    return found


def _json_ld(tree: Any) -> Iterator[Mapping[str, Any]]:
    """Yield every object of the page's JSON-LD, outer ones first; blocks that are broken are left out."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "") or not script.text:
            continue
        try:
            data = json.loads(script.text.strip().removeprefix("<!--").removesuffix("-->"), strict=False)
        except (ValueError, RecursionError):
            continue
        queue = [data]
        seen = 0
        while queue and seen < 2000:  # a page with more is no article
            node = queue.pop(0)
            seen += 1
            if isinstance(node, list):
                queue += node
            elif isinstance(node, dict):
                yield node
                queue += [value for value in node.values() if isinstance(value, list | dict)]


def _types(node: Mapping[str, Any]) -> list[str]:
    kinds = node.get("@type", "")
    return [str(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])]


def _main(data: list[Mapping[str, Any]]) -> Mapping[str, Any]:
    """Return the object that stands for the article, the first that has a headline or a date."""
    for pattern in (_ARTICLE, _PAGE):
        for node in data:
            if any(map(pattern.search, _types(node))) and (node.get("headline") or node.get("datePublished")):
                return node
    return {}


def _meta(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = _line(element.get("content"))
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _line(value: object) -> str:
    """Return a value of JSON-LD or an attribute as one clean line; entities are often escaped twice."""
    return one_line(html.unescape(re.sub(r"<[^<>]{0,200}>", "", value))) if isinstance(value, str) else ""


def _text(element: Any) -> str:
    return one_line(" ".join(element.itertext()))


def _named(value: object) -> list[str]:
    """Return the names in a value that is a name, an object with one, or a list of these."""
    if isinstance(value, list):
        return [name for item in value[:20] for name in _named(item)]
    if isinstance(value, dict):
        value = value.get("name")
        return _named(value) if isinstance(value, list | str) else []
    return [line] if (line := _line(value)) else []


def _address(tree: Any, meta: Mapping[str, str], url: str) -> str:
    """Return the page's canonical address; one that leads to the front page or nowhere is not taken."""
    links = [
        link.get("href") or "" for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower()
    ]
    for candidate in (*links, meta.get("og:url", "")):
        try:
            address = urljoin(url, one_line(candidate))
            parts = urlsplit(address)
            given = urlsplit(url)
        except ValueError:
            continue
        bare = parts.path in {"", "/"} and not parts.query
        if parts.scheme in {"http", "https"} and parts.netloc and not (bare and given.path not in {"", "/"}):
            return address
    return one_line(url)


def _language(tree: Any, meta: Mapping[str, str]) -> str:
    root = tree.getroottree().getroot()
    for value in (
        root.get("lang"),
        meta.get("og:locale"),
        meta.get("content-language"),
        meta.get("language"),
    ):
        if value and re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9-_]+)?", value.strip()):
            return re.split(r"[-_]", value.strip())[0].lower()
    return ""


def _outlet(
    main: Mapping[str, Any], data: list[Mapping[str, Any]], meta: Mapping[str, str], url: str
) -> tuple[str, str]:
    names = [meta.get("og:site_name", ""), *_named(main.get("publisher"))]
    for node in data:
        if {"NewsMediaOrganization", "WebSite"} & set(_types(node)):
            names += _named(node.get("name"))
    names.append(meta.get("application-name", ""))
    for name in names:
        if name and len(name) <= 60 and not _NO_NAME.search(name):
            return name, STATED
    host = (urlsplit(url).hostname or "") if url else ""
    return (host.removeprefix("www."), "inferred from the address") if host else ("", "")


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", text.casefold()))


def _alike(a: str, b: str) -> float:
    one, other = _words(a), _words(b)
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def _squeezed(text: str) -> str:
    return "".join(re.findall(r"[^\W_]+", text.casefold())).removeprefix("the")


def _bare(title: str, site: set[str]) -> str:
    """Return a title without the name of its site at either end; `site` are names squeezed to their letters."""
    while True:
        cuts = list(_SEPARATOR.finditer(title))
        for cut, part, rest in (
            [(cuts[-1], title[cuts[-1].end() :], title[: cuts[-1].start()])] if cuts else []
        ) + ([(cuts[0], title[: cuts[0].start()], title[cuts[0].end() :])] if cuts else []):
            name = _squeezed(part)
            ours = any(
                name == s or (len(s) > 2 and name.startswith(s)) or (len(name) > 3 and s.startswith(name))
                for s in site
            )
            if ours and len(name) < 40 and len(rest) >= 8 and cut:
                title = rest.strip()
                break
        else:
            return title


def _headline(tree: Any, main: Mapping[str, Any], meta: Mapping[str, str], found: Metadata) -> str:
    host = (urlsplit(found.url).hostname or "").split(".")
    site = {
        _squeezed(name)
        for name in (found.outlet, meta.get("og:site_name", ""), *_named(main.get("publisher")))
    }
    site |= {_squeezed(label) for label in host if len(label) > 3 and label != "www"}
    site.discard("")
    stated = [
        _bare(title, site)
        for title in (
            _line(main.get("headline")),
            meta.get("og:title", ""),
            meta.get("twitter:title", ""),
            _line(tree.findtext(".//title")),
        )
        if title
    ]
    shown = [text for h1 in tree.iter("h1") if 2 <= len((text := _text(h1)).split()) <= 40]
    shown = [text for text in shown if _squeezed(text) not in site]
    best = max(
        shown, key=lambda text: max((_alike(text, title) for title in stated), default=0.0), default=""
    )
    if best and (
        not stated
        or max(_alike(best, title) for title in stated) >= _ALIKE
        or (len(shown) == 1 and len(best.split()) >= 4)
    ):
        return _bare(best, site)
    return stated[0] if stated else best


def _author(
    tree: Any, main: Mapping[str, Any], data: list[Mapping[str, Any]], meta: Mapping[str, str], outlet: str
) -> str:
    people = {
        name: None
        for node in data
        if "Person" in _types(node) and (node_id := node.get("@id")) and node_id in str(main.get("author"))
        for name in _named(node.get("name"))
    }
    lists = [
        _named(main.get("author")) or list(people),
        [
            meta.get(name, "")
            for name in ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author")
        ],
        [_text(e) for e in tree.iterfind(".//*[@rel='author']")][:4],
        [_text(e) for e in tree.iterfind(".//*[@itemprop='author']")][:4],
    ]
    for names in lists:
        kept: list[str] = []
        for name in names:
            plain = _BY.sub("", re.split(r"\s+[|•·]\s+", name)[0]).strip(" ,;|-–")
            if 2 <= len(plain) <= 80 and not _NO_NAME.search(plain) and _squeezed(plain) != _squeezed(outlet):
                kept += [plain] if plain not in kept else []
        if kept:
            return ", ".join(kept[:6])
    return ""


def day_of(value: object) -> str:
    """Return the day of a stamp in metadata, as it stands there, as EDTF; "" for none or one to come."""
    text = _line(value)
    if match := _ISO.match(text):
        text = "-".join(match.groups())
    for found in written(text[:80]):
        # 03/04/2024 may be read in two ways; a guess would be a wrong date half of the time.
        if found.edtf.startswith("XXXX") or found.other:
            continue
        if "1980-01-01" < found.edtf <= (datetime.now(UTC) + timedelta(days=2)).date().isoformat():
            return found.edtf
    return ""


def _as_shown(tree: Any, stamp: str, day: str, changed: set[str]) -> str:
    """Return the day that readers are shown for a stamp of metadata which means `day`.

    A stamp in universal time may lie a day off the outlet's own. And where an old article was made
    anew, some outlets show that day alone.
    """
    shown = [(day_of(text), text) for text in _times(tree) if day_of(text)]
    if minute := _UNIVERSAL.search(stamp):
        for other, text in shown:
            near = abs((date.fromisoformat(other) - date.fromisoformat(day)).days) == 1
            if near and (clock := _CLOCK.search(text)) and clock[1] == minute[1]:
                return other
    if not shown or any(other == day for other, _ in shown):
        return day
    first, text = shown[0]
    return first if first in changed and not _CHANGED.search(text.lower()) else day


def _times(tree: Any) -> Iterator[str]:
    """Yield the texts of the first time elements after the top heading."""
    below = False
    left = 6
    for element in tree.iter("h1", "time"):
        if element.tag == "h1":
            below = True
        elif below and left:
            left -= 1
            yield _text(element)


def _published(
    tree: Any, main: Mapping[str, Any], data: list[Mapping[str, Any]], meta: Mapping[str, str], url: str
) -> tuple[str, str]:
    stamps: list[object] = [main.get("datePublished")]
    stamps += [meta.get(name) for name in _PUBLISHED[:2]]
    stamps += [
        e.get("content") or e.get("datetime") or _text(e)
        for e in tree.iterfind(".//*[@itemprop='datePublished']")
    ]
    stamps += [meta.get(name) for name in _PUBLISHED]
    stamps += [node.get("datePublished") for node in data if any(map(_ARTICLE.search, _types(node)))]
    stamps += [node.get("datePublished") for node in data if any(map(_PAGE.search, _types(node)))]
    for element in tree.iter("time"):
        says = " ".join(
            filter(None, (element.get("class"), element.get("id"), element.get("itemprop")))
        ).lower()
        if element.get("pubdate") is not None or (_WHEN.search(says) and not _CHANGED.search(says)):
            stamps += [element.get("datetime"), _text(element)]
    for stamp in stamps:
        if day := day_of(stamp):
            changed = [
                main.get("dateModified"),
                meta.get("article:modified_time"),
                meta.get("og:updated_time"),
            ]
            return _as_shown(tree, _line(stamp), day, {day_of(value) for value in changed}), STATED
    if match := _IN_ADDRESS.search(urlsplit(url).path if url else ""):
        month = (
            match[2]
            if match[2].isdecimal()
            else str(_MONTHS.index(match[2].lower()) + 1 if match[2].lower() in _MONTHS else 0)
        )
        if day := day_of(f"{match[1]}-{month:0>2}-{match[3]:0>2}"):
            return day, "inferred from the address"
    return "", ""

"""What the head of an HTML page says of its article: headline, outlet, author, date, language, address.

A page says each thing several times, in JSON-LD, in meta elements and in its text, and seldom the
same. What readers see (the one top heading, a time element that says it is the day of publication)
goes before what is written for search engines where the latter is dressed up.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin, urlsplit

from tui.core.addresses import names_file
from tui.core.model import STATED
from tui.core.text import one_line
from tui.reading.formats.html_authors import author_of
from tui.reading.formats.html_dates import stated_stamp
from tui.reading.formats.html_parts import ARTICLE, NO_NAME, PAGE, letters, line, names_in, text_of, types
from tui.reading.formats.html_save import own_address
from tui.reading.page.outlet_name import beside_headline

_LONG = 2000  # characters from which on a title is cut, for more of it is no headline
_WORDY = 4  # words of a part of a title that is a headline where it stands by itself
_TITLE_TAGS = "h2 h3 h4 td div p b strong font span".split()
_SEPARATOR = re.compile(r"\s+[|–—·•»:-]+\s+|\s*[|»•]\s*")
_ALIKE = 0.5
_PRINT = re.compile(
    r"^(?:print(?:er[- ]friendly|able)?(?: version| view| page)?|druck(?:version|ansicht)?|drucken|imprimer"
    r"|imprimir|stampa|версия для печати)"
    r"\s*[:|–-]\s*(?=\w)",
    re.IGNORECASE,
)
_LONGEST = 40  # words of a headline
_TITLE = re.compile(r"(?<![\w-])(?:title|Title|MsoTitle)(?![\w-])")
# What readers say of a page: it has days and headlines of its own.
_READERS = frozenset({"review", "reviews", "comment", "comments"})
_TYPE = re.compile(r'"@type"\s*:\s*"(\w*(?:Article|Posting))"')
_STAMP = re.compile(r'"datePublished"\s*:\s*"([^"]{6,40})"')


@dataclass(slots=True, kw_only=True)
class Metadata:
    """What a page says of its article; `basis` says how each is known.

    `body` is its text as the page's data state it, markup and all, "" where they do not; `stamp` what it states as
    the time of its publication, as it stands there; `vague` whether that may be the time of its last change.
    """

    headline: str = ""
    outlet: str = ""
    author: str = ""
    stamp: str = ""
    vague: bool = False
    language: str = ""
    url: str = ""
    body: str = ""
    basis: dict[str, str] = field(default_factory=dict)


def metadata(tree: Any, url: str = "") -> Metadata:
    """Return what the parsed page `tree` (an lxml element) says of its article; `url` is where it came from."""
    try:
        urlsplit(url)
    except ValueError:
        url = ""
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
    bodies = (node.get("articleBody") for node in data)
    found.body = max((text for text in bodies if isinstance(text, str)), key=len, default="")
    found.author = author_of(tree, main, data, meta, found.outlet)
    found.stamp, found.vague = stated_stamp(tree, main, data, meta)
    for name in ("headline", "author", "language"):
        if getattr(found, name):
            found.basis[name] = STATED
    return found


def _json_ld(tree: Any) -> Iterator[Mapping[str, Any]]:
    """Yield every object of the page's JSON-LD that no reader wrote, outer ones first; broken blocks are left out."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "") or not script.text:
            continue
        try:
            data = json.loads(script.text.strip().removeprefix("<!--").removesuffix("-->"), strict=False)
        except ValueError:
            yield from _broken(script.text)
            continue
        except RecursionError:
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
                queue += [
                    value
                    for name, value in node.items()
                    if isinstance(value, list | dict) and name not in _READERS
                ]


def _broken(script: str) -> Iterator[Mapping[str, Any]]:
    """Yield what a block of JSON-LD that is no JSON, for a quotation mark too many, says of its article's day."""
    if (kind := _TYPE.search(script)) and (stamp := _STAMP.search(script)):
        yield {"@type": kind[1], "datePublished": stamp[1]}


def _main(data: list[Mapping[str, Any]]) -> Mapping[str, Any]:
    """Return the object that stands for the article, the first that has a headline or a date."""
    for pattern in (ARTICLE, PAGE):
        for node in data:
            if any(map(pattern.search, types(node))) and (node.get("headline") or node.get("datePublished")):
                return node
    return {}


def _meta(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = line(element.get("content"))
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _address(tree: Any, meta: Mapping[str, str], url: str) -> str:
    """Return the page's canonical address; one that leads to the front page or nowhere is not taken."""
    links = [
        link.get("href") or "" for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower()
    ]
    for candidate in (*links, meta.get("og:url", "")):
        try:
            address = own_address(urljoin(url, one_line(candidate)))
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
    names = [meta.get("og:site_name", ""), *names_in(main.get("publisher"))]
    for node in data:
        if {"NewsMediaOrganization", "WebSite"} & set(types(node)):
            names += names_in(node.get("name"))
    names.append(meta.get("application-name", ""))
    for name in names:
        if name and len(name) <= 60 and not NO_NAME.search(name):
            return name, STATED
    host = (urlsplit(url).hostname or "") if url else ""
    return (host.removeprefix("www."), "inferred from the address") if host else ("", "")


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", text.casefold()))


def _alike(one: set[str], other: set[str]) -> float:
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def _bare(title: str, site: set[str]) -> str:
    """Return a title without the name of its site at either end; `site` are names squeezed to their letters."""
    title = title if len(title) <= _LONG else f"{title[:_LONG]} …"
    while True:
        cuts = list(_SEPARATOR.finditer(title))
        ends = [(title[cut.end() :], title[: cut.start()]) for cut in cuts[-1:]]
        for part, rest in [*ends, *((title[: cut.start()], title[cut.end() :]) for cut in cuts[:1])]:
            name = letters(part)
            ours = any(
                name == s or (len(s) > 2 and name.startswith(s)) or (len(name) > 3 and s.startswith(name))
                for s in site
            )
            if ours and len(name) < 40 and len(rest) >= 8:
                title = rest.strip()
                break
        else:
            return title


def _headline(tree: Any, main: Mapping[str, Any], meta: Mapping[str, str], found: Metadata) -> str:
    host = (urlsplit(found.url).hostname or "").split(".")
    site = {
        letters(name)
        for name in (found.outlet, meta.get("og:site_name", ""), *names_in(main.get("publisher")))
    }
    site |= {letters(label) for label in host if len(label) > 3 and label != "www"}
    site.discard("")
    stated = [
        _bare(_PRINT.sub("", title), site)
        for title in (
            line(main.get("headline")),
            meta.get("og:title", ""),
            meta.get("twitter:title", ""),
            line(tree.findtext(".//title")),
        )
        if title and not names_file(title)
    ]
    shown = [text for h1 in tree.iter("h1") if 2 <= len((text := text_of(h1)).split()) <= 40]
    shown = [text for text in shown if letters(text) not in site]
    titles = list(map(_words, stated))

    def alike(text: str) -> float:
        words = _words(text)
        return max((_alike(words, title) for title in titles), default=0.0)

    best = max(shown, key=alike, default="")
    if best and (not stated or alike(best) >= _ALIKE or (len(shown) == 1 and len(best.split()) >= 4)):
        return _bare(best, site)
    return _shown_in(tree, stated[0]) if stated else best or _titled(tree)


def _titled(tree: Any) -> str:
    """Return the paragraph that a word processor calls the title, "" for none."""
    titles = (text_of(each) for each in tree.iter("p", "div") if _TITLE.search(each.get("class") or ""))
    return next((text for text in titles if 2 <= len(text.split()) <= _LONGEST), "")


def site_of_title(tree: Any, headline: str) -> str:
    """Return the outlet that the title of a page adds behind its headline, "" where that does not read like one."""
    title = line(tree.findtext(".//title"))
    if not headline or not title.startswith(headline):
        return ""
    *before, last = _SEPARATOR.split(title[len(headline) :])
    return beside_headline([last], [0]) if before and not before[0].strip() else ""


def _shown_in(tree: Any, title: str) -> str:
    """Return a title without what its page adds at either end to the words that it shows by themselves."""
    cuts = list(_SEPARATOR.finditer(title))
    parts = [part for cut in cuts for part in (title[: cut.start()].strip(), title[cut.end() :].strip())]
    parts = [part for part in parts if len(part.split()) >= _WORDY]
    shown = {one_line(each.text) for each in tree.iter(*_TITLE_TAGS) if each.text} if parts else set()
    return max((part for part in parts if part in shown), key=len, default=title)

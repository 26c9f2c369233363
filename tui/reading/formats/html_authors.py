"""Who wrote the article on an HTML page: its JSON-LD, its meta elements, its links, the line above the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from tui.reading.formats.html_parts import NO_NAME, letters, names_in, text_of, types
from tui.reading.page import byline

_SHORT = 100  # characters up to which a line may be a byline
_PROSE = 150  # characters from which it is text of the article
_BY = re.compile(rf"^(?:view all posts by|posts by|{byline.BY})[\s:]+", re.IGNORECASE)
_BYLINE = re.compile(r"(?<![\w-])(?:by-?line|reader-credits|author)(?![\w-])", re.IGNORECASE)
_NAME = re.compile(
    r"[^\W\d_][\w.'’-]*(?: (?:(?:and|und|et|y|e|&|de|van|von|der|la|del|bin|al) )*[^\W\d_a-zß-ÿ][\w.'’-]*,?){1,7}"
)


def _bylines(tree: Any) -> Iterator[str]:
    """Yield the names in the first line above an article that says whom it is by."""
    above = tree.find(".//h1") is not None  # the prose above a headline is that of a banner
    for element in tree.iter("h1", "p", "div", "span", "address"):
        if element.tag == "h1":
            above = False
            continue
        called = _BYLINE.search(element.get("class") or "")
        if element.tag != "p" and not called:
            continue
        said = text_of(element)
        if element.tag == "p" and len(said) >= _PROSE:
            if above:
                continue
            return
        if called and "reader-credits" in called[0] and _NAME.fullmatch(said):
            yield said  # a view for reading has a line of its own for it
        elif len(said) <= _SHORT and byline.is_byline(said):
            below = [line for each in tree.iter("p") if byline.helpers(line := text_of(each))]
            yield byline.author([said, *below], range(len(below) + 1))[0]
            return


def author_of(
    tree: Any, main: Mapping[str, Any], data: list[Mapping[str, Any]], meta: Mapping[str, str], outlet: str
) -> str:
    """Return who wrote the article, names parted by commas, as its data, its head or its markup say; "" for nobody."""
    people = {
        name: None
        for node in data
        if "Person" in types(node) and (node_id := node.get("@id")) and node_id in str(main.get("author"))
        for name in names_in(node.get("name"))
    }
    marked = tree.xpath("descendant::*[@rel='author' or @itemprop='author']")
    lists = [
        names_in(main.get("author")) or list(people),
        [
            meta.get(name, "")
            for name in ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author")
        ],
        [text_of(e) for e in marked if e.get("rel") == "author"][:50],
        [text_of(e) for e in marked if e.get("itemprop") == "author"][:50],
    ]
    for names in chain(lists, map(list, (_bylines(tree),))):
        kept: list[str] = []
        for name in names:
            plain = _BY.sub("", re.split(r"\s+[|•·]\s+", name)[0]).strip(" ,;|-–")
            if 2 <= len(plain) <= 80 and not NO_NAME.search(plain) and letters(plain) != letters(outlet):
                kept += [plain] if plain not in kept else []
        if kept:
            return ", ".join(kept)
    return ""

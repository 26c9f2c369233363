"""Markdown with front matter becomes a clean article.

Notes kept by hand and pages saved by a browser's clipper look alike: a few stated fields between
two lines of dashes, then the text. What the fields say is taken as stated; marks of emphasis,
links and pictures are taken off the text, so that its words can be searched and quoted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from tui.core.model import STATED, CutLines
from tui.core.text import clean
from tui.reading.formats.front_matter import PLACE_FIELDS, front_matter
from tui.reading.result import ParsedArticle, cut_lines

_STRETCH = 20_000  # characters of a block from which on marks and links do not reach
_DEEP = 6  # brackets open within each other from which they are signs of a text and no links
_BRACKETS = re.compile(r"\\.|\[|\](\()?|\)")


def read_markdown(text: str) -> ParsedArticle:
    """Read Markdown, its front matter included. `text` is clean already."""
    from tui.reading.formats.obsidian import remarks_of

    given = front_matter(text)
    fields, lines = given.fields, text.split("\n")
    basis = dict.fromkeys((name for name in _READING_FIELDS if fields.get(name)), STATED)
    headline, parts, kept = _body(lines, given.first, fields.get("headline", ""))
    if headline:
        basis["headline"] = STATED
    fields = {**_source(headline, parts, kept, fields, basis), **fields}
    event_date, published = fields.get("event_date", ""), fields.get("published", "")
    article = "\n\n".join(parts)
    if not event_date and article:
        from tui.reading.dates.event_date import event_date as told

        event_date, known = told(article, published)
        if event_date:
            basis["event_date"] = known
    return ParsedArticle(
        text=article,
        headline=headline,
        outlet=fields.get("outlet", ""),
        author=fields.get("author", ""),
        published=published,
        event_date=event_date,
        url=fields.get("url", ""),
        language=fields.get("language", ""),
        kept_lines=tuple(kept),
        cut=_cuts(lines, given.first, set(kept), headline),
        basis=basis,
        stated={name: fields[name] for name in PLACE_FIELDS if name in fields},
        remarks=replace(remarks_of(text), tags=given.tags),
        unread=given.unread,
    )


def _body(lines: Sequence[str], first: int, headline: str) -> tuple[str, list[str], list[int]]:
    """Return what stands in the lines from `first` on: headline, paragraphs, and the numbers of the lines of these.

    The headline is the one that is given, else a first heading above all else.
    """
    from markdown_it import MarkdownIt

    from tui.reading.formats.obsidian import plain

    # What is in a block is parsed when it is wanted, one at a time.
    parser = MarkdownIt("commonmark").disable("inline")
    unlinked = MarkdownIt("commonmark").disable(["link", "image"])
    env: dict[str, Any] = {}
    tokens = parser.parse(plain("\n".join(lines[first:])), env)
    parts: list[str] = []
    kept: list[int] = []
    bullet = ""
    for number, token in enumerate(tokens):
        if token.type == "list_item_open":
            bullet = "• "
        if token.type not in ("inline", "fence", "code_block") or not token.map:
            continue
        words = _plain(token, parser, unlinked, env)
        if not words:
            continue
        if not parts and tokens[number - 1].type == "heading_open" and tokens[number - 1].tag == "h1":
            words = " ".join(words.split())
            headline = headline or words
            if words == headline:
                continue
        parts.append(bullet + words)
        bullet = ""
        start, end = token.map
        kept += [n for n in range(first + start, first + end) if lines[n].strip()]
    return headline, parts, kept


def _source(
    headline: str, parts: list[str], kept: list[int], fields: Mapping[str, str], basis: dict[str, str]
) -> dict[str, str]:
    """Return what the lines below a headline say of outlet, author and day, and take them off `parts` and `kept`.

    A field that the front matter has is not asked for; `basis` takes how each that is found is known.
    """
    from tui.reading.dates.publication_stamps import stamps
    from tui.reading.page import byline, outlet_name

    count = outlet_name.leading(parts) if headline else 0
    if not count or any("\n" in part for part in parts[:count]):
        return {}
    lines, near = [headline, *parts[: count + 1]], range(1, count + 1)
    day = next((each.day for each in stamps(lines, 0, [count + 1]) if not each.updated), "")
    found = {
        "outlet": outlet_name.beside_headline(lines, near),
        "author": byline.author(lines, near)[0],
        "published": day,
    }
    found = {name: value for name, value in found.items() if value and not fields.get(name)}
    basis |= {name: outlet_name.BELOW_HEADLINE if name == "outlet" else STATED for name in found}
    del parts[:count], kept[:count]
    return found


_READING_FIELDS = ("headline", "outlet", "author", "published", "event_date", "url", "language")


def _plain(token: Any, parser: Any, unlinked: Any, env: dict[str, Any]) -> str:
    """Return the words of a block: line breaks within a paragraph are where somebody's editor wrapped it."""
    if token.type != "inline":
        return clean(token.content).strip()
    out = []
    for child in _children(token.content, parser, unlinked, env):
        if child.type in ("text", "code_inline", "text_special"):
            out.append(child.content)
        elif child.type == "softbreak":
            out.append(" ")
        elif child.type == "hardbreak":
            out.append("\n")
    # Entities such as &#27; are characters only now.
    return clean("".join(out)).strip()


def _children(content: str, parser: Any, unlinked: Any, env: dict[str, Any]) -> Iterator[Any]:
    """Yield what a block is made of; one longer than any paragraph a stretch after the other, for memory's sake.

    A stretch whose brackets are `_tangled` is parsed by `unlinked`, which looks for no links: each that is open would be
    tried with all that follow.
    """
    while content:
        end = (
            len(content)
            if len(content) <= _STRETCH
            else content.rfind(" ", _STRETCH // 2, _STRETCH) + 1 or _STRETCH
        )
        found: list[Any] = []
        chosen = unlinked if _tangled(content[:end]) else parser
        chosen.inline.parse(content[:end], chosen, env, found)
        yield from found
        content = content[end:]


def _tangled(content: str) -> bool:
    """Tell whether more brackets are open at once, or addresses of links without an end, than anybody writes."""
    labels = addresses = 0
    for mark in _BRACKETS.finditer(content):
        if mark[0] == "[":
            labels += 1
        elif mark[0] == ")":
            addresses -= addresses > 0
        elif mark[0][0] == "]":
            labels -= labels > 0
            addresses += mark[1] is not None
        if max(labels, addresses) > _DEEP:
            return True
    return False


def _cuts(lines: list[str], first: int, kept: set[int], headline: str) -> tuple[CutLines, ...]:
    reasons = dict.fromkeys(range(first), "front matter")
    for number in range(first, len(lines)):
        if number not in kept and lines[number].strip():
            same = headline and lines[number].lstrip("# ").strip() == headline
            reasons[number] = "headline" if same else "markup"
    return cut_lines(reasons)

"""Markdown with front matter becomes a clean article.

Notes kept by hand and pages saved by a browser's clipper look alike: a few stated fields between
two lines of dashes, then the text. What the fields say is taken as stated; marks of emphasis,
links and pictures are taken off the text, so that its words can be searched and quoted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from tui.core.edtf import is_date
from tui.core.model import STATED, CutLines
from tui.core.text import clean, one_line
from tui.reading.result import ParsedArticle, cut_lines

# Front matter is a handful of lines; what goes on for longer is a text that begins with a rule.
_MOST_LINES = 300
_STRETCH = 20_000  # characters of a block from which on marks and links do not reach
_DEEP = 6  # brackets open within each other from which they are signs of a text and no links
_BRACKETS = re.compile(r"\\.|\[|\](\()?|\)")
# What other programs call our fields, in the order they are asked.
_NAMES = {
    "id": ("id",),
    "headline": ("headline", "title"),
    "outlet": ("outlet", "publisher", "publication", "site"),
    "author": ("author", "authors", "byline"),
    "published": ("published", "date"),
    "url": ("url", "link", "source"),
    "language": ("language", "lang"),
    "event": ("event",),
    "event_name": ("event_name",),
    "event_date": ("event_date",),
}


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a source states about itself: cleaned values by our field names, dates in EDTF, and tags without their #.

    The text begins at line `first` (0-based). `unread` are the dates that are none to us.
    """

    fields: Mapping[str, str] = field(default_factory=dict)
    first: int = 0
    tags: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()


def front_matter(text: str) -> FrontMatter:
    """Return the fields between two lines of dashes at the start of `text`, none where there are none."""
    lines = text.split("\n", _MOST_LINES)
    if lines[0].rstrip() != "---":
        return FrontMatter()
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() in ("---", "..."):
            given = _parsed(lines[1:number])
            fields = _fields(given)
            return FrontMatter(fields, number + 1, _tags(given), _unread(given, fields))
    return FrontMatter()


def _unread(given: Mapping[str, Any], fields: Mapping[str, str]) -> tuple[str, ...]:
    said = (_value(given.get(other)) for name in _DAYS if name not in fields for other in _NAMES[name])
    return tuple(filter(None, said))


def _tags(given: Mapping[str, Any]) -> tuple[str, ...]:
    said = given.get("tags") or given.get("tag") or ""
    names = said if isinstance(said, list) else str(said).replace(",", " ").split()
    found = (one_line(name).lstrip("#") for name in names if isinstance(name, str))
    return tuple(dict.fromkeys(filter(None, found)))


def edtf(value: str) -> str:
    """Return a written date as EDTF: one that is already, as it is, else a day
    with its time, a date in words or the stamp of a program; "" where it is none."""
    value = value.strip()
    if is_date(value):
        return value
    # Sets are of several days, of which none is the day, and an interval that ends before it begins is of none.
    if value.startswith(("XXXX-", "[", "{")) or (_is_day(value[:10]) and value[10:11] == "/"):
        return ""
    if _is_day(value[:10]):
        try:
            datetime.fromisoformat(value)
        except ValueError:
            return value[:10]
        return value.replace(" ", "T", 1)
    from tui.reading.dates.day_names import written
    from tui.reading.dates.stamp_day import stamp_day

    found = next((found.edtf for found in written(value, short=True) if not found.other), "")
    return found if found and not found.startswith("XXXX") else stamp_day(value) or found


def read_markdown(text: str) -> ParsedArticle:
    """Read Markdown, its front matter included. `text` is clean already."""
    from markdown_it import MarkdownIt

    from tui.reading.formats.obsidian import plain, remarks_of

    given = front_matter(text)
    lines = text.split("\n")
    # What is in a block is parsed when it is wanted, one at a time.
    parser = MarkdownIt("commonmark").disable("inline")
    unlinked = MarkdownIt("commonmark").disable(["link", "image"])
    env: dict[str, Any] = {}
    tokens = parser.parse(plain("\n".join(lines[given.first :])), env)
    parts: list[str] = []
    kept: list[int] = []
    headline = given.fields.get("headline", "")
    basis = dict.fromkeys((name for name in _READING_FIELDS if given.fields.get(name)), STATED)
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
            if not headline:
                headline, basis["headline"] = words, STATED
            if words == headline:
                continue
        parts.append(bullet + words)
        bullet = ""
        first, last = token.map
        kept += [n for n in range(given.first + first, given.first + last) if lines[n].strip()]
    event_date = given.fields.get("event_date", "")
    published = given.fields.get("published", "")
    article = "\n\n".join(parts)
    if not event_date and article:
        from tui.reading.dates.event_date import event_date as told

        event_date, known = told(article, published)
        if event_date:
            basis["event_date"] = known
    return ParsedArticle(
        text=article,
        headline=headline,
        outlet=given.fields.get("outlet", ""),
        author=given.fields.get("author", ""),
        published=published,
        event_date=event_date,
        url=given.fields.get("url", ""),
        language=given.fields.get("language", ""),
        kept_lines=tuple(kept),
        cut=_cuts(lines, given.first, set(kept), headline),
        basis=basis,
        stated={name: given.fields[name] for name in _PLACE_FIELDS if name in given.fields},
        remarks=replace(remarks_of(text), tags=given.tags),
        unread=given.unread,
    )


_PLACE_FIELDS = ("id", "event", "event_name")
_DAYS = ("published", "event_date")
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


def _fields(loaded: Mapping[str, Any]) -> dict[str, str]:
    given = {key: _value(value) for key, value in loaded.items()}
    fields: dict[str, str] = {}
    for name, others in _NAMES.items():
        value = next((given[other] for other in others if given.get(other)), "")
        if name in _DAYS:
            value = edtf(value)
        if name == "url" and not value.startswith(("http://", "https://")):
            value = ""
        if value:
            fields[name] = value
    source = given.get("source", "")
    if source and "outlet" not in fields and "://" not in source:
        fields["outlet"] = source
    return fields


def _parsed(lines: list[str]) -> dict[str, Any]:
    import yaml

    loaded: object = None
    lines = list(lines)
    # Written by hand, and a headline with a colon in it is no YAML: what is wrong is quoted, line by line.
    for _ in range(len(lines) + 1):
        try:
            # The base loader makes strings of everything: no dates, no booleans, no objects.
            loaded = yaml.load("\n".join(lines), Loader=yaml.BaseLoader)
            break
        except yaml.MarkedYAMLError as error:
            number = error.problem_mark.line if error.problem_mark else len(lines)
            if number >= len(lines) or lines[number] == (better := _quoted(lines[number])):
                break
            lines[number] = better
        except (yaml.YAMLError, RecursionError, ValueError):
            break
    if not isinstance(loaded, dict):
        return {}
    return {str(key).strip().lower(): value for key, value in loaded.items()}


def _quoted(line: str) -> str:
    key, colon, value = line.partition(":")
    value = value.strip()
    if not colon or not value or not key[:1].isalpha() or value[0] in "[{|>":
        return line
    if value[0] == value[-1] == "'":
        return line
    value = value.replace("'", "''")
    return f"{key}: '{value}'"


def _value(value: object) -> str:
    if isinstance(value, list):
        value = ", ".join(item for item in value if isinstance(item, str))
    # Clippers link people: "[[Ann Example]]".
    return one_line(value).replace("[[", "").replace("]]", "") if isinstance(value, str) else ""


def _cuts(lines: list[str], first: int, kept: set[int], headline: str) -> tuple[CutLines, ...]:
    reasons = dict.fromkeys(range(first), "front matter")
    for number in range(first, len(lines)):
        if number not in kept and lines[number].strip():
            same = headline and lines[number].lstrip("# ").strip() == headline
            reasons[number] = "headline" if same else "markup"
    return cut_lines(reasons)


def _is_day(value: str) -> bool:
    try:
        return len(value) <= 10 and value[4:5] == "-" and bool(date.fromisoformat(value))
    except ValueError:
        return False

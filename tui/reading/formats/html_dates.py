"""The day an HTML page was published, from its JSON-LD, its meta and time elements and its address."""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import deepcopy
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from tui.core.model import STATED
from tui.reading.dates.datelines import dateline_day
from tui.reading.dates.day_names import written
from tui.reading.dates.outlet_zones import UNIVERSAL, as_iso, outlet_day
from tui.reading.dates.stamp_day import stamp_day
from tui.reading.formats.html_parts import ARTICLE, PAGE, is_large, line, named, text_of, types
from tui.reading.formats.html_stamps import WHOLE, PageLines, Surroundings

_PUBLISHED = (
    "article:published_time og:article:published_time og:published_time datepublished article.published pubdate publishdate"
    " publish-date publish_date publication_date citation_publication_date sailthru.date parsely-pub-date"
    " dc.date.issued dc.date dcterms.created dcterms.date dcterms.issued cxenseparse:recs:publishtime"
    " originalpublicationdate article_date_original date"
).split()
# What programs put both kinds of days into: that of publication, or that of the last change.
_VAGUE = frozenset({"date", "dc.date", "dcterms.date"})
_EDITED = 62  # days after an article came out in which it may be changed, or before it in which it was begun
BY_CHANGE = "inferred from the day of its last change"
BY_COUNTRY = "inferred from how the outlet’s country writes days"
_WEST, _EAST = 12, 14  # hours that clocks are behind and ahead of universal time at the most
_IN_ADDRESS = re.compile(
    r"/((?:19|20)\d\d)(?:[/-](\d\d?|[a-z]{3})[/-](\d\d?)|(\d\d)(\d\d))(?=[/-]|$)", re.IGNORECASE
)
_TURNED = re.compile(r"[/~-](\d\d)-(\d\d)-((?:19|20)\d\d)(?=[/.-]|$)")
_IN_SCRIPT = re.compile(
    r"(?:date_?published|publish(?:ed)?_?(?:date|at|time|on)|publication_?(?:date|time)|date_?publi\w*)['\"]?\s*[:=]\s*['\"]([^'\"<>]{8,40})['\"]",
    re.IGNORECASE,
)
_PROSE = 60
"""Characters of the first paragraph of a text."""
_MONTHS = {
    name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)
}
_COMMENT = re.compile(
    r"\bcomments?(?:[-_]?(?:list|section|area|body|content|meta|date|time|thread|wrap\w*|s))?\b"
    r"|\brespond\b|\breplies\b|disqus",
    re.IGNORECASE,
)
_AROUND = 40
"""Characters on either side of a year that may belong to a written date."""
_NO_STAMPS = frozenset({"script", "style", "figcaption"})
"""Elements whose days are of something else where nothing says of what."""
_SEARCHED = 500_000
"""Characters of a page that are searched for a written date."""


def stated_stamp(
    tree: Any, main: Mapping[str, Any], data: list[Mapping[str, Any]], meta: Mapping[str, str]
) -> tuple[str, bool]:
    """Return the stamp that the metadata of a page say it was published with, "" where none has a day; and whether it
    may be that of the last change: what it is called does not tell.

    `main` is the object of JSON-LD that stands for the article, `data` all of them, `meta` the meta
    elements by their names in small letters.
    """
    stamps: list[object] = [main.get("datePublished")]
    stamps += [meta.get(name) for name in _PUBLISHED[:2]]
    stamps += [
        e.get("content") or e.get("datetime") or e.get("title") or text_of(e)
        for e in tree.xpath("descendant::*[@itemprop='datePublished']")
        if not _in_comment(e)
    ]
    stamps += [meta.get(name) for name in _PUBLISHED]
    stamps += [node.get("datePublished") for node in data if any(map(ARTICLE.search, types(node)))]
    stamps += [node.get("datePublished") for node in data if any(map(PAGE.search, types(node)))]
    stamp = next(filter(stamp_day, map(line, stamps)), "")
    clear = [
        *stamps[: 1 + len(_PUBLISHED[:2])],
        *(meta.get(name) for name in _PUBLISHED if name not in _VAGUE),
    ]
    objects = [node.get("datePublished") for node in data]
    return stamp, stamp not in map(line, [*clear, *objects])


def publication_day(
    tree: Any, stamp: str, headline: str, url: str, language: str, *, vague: bool = False
) -> tuple[str, str]:
    """Return the day a page was published, as EDTF, and how it is known; ("", "") where it does not say.

    `stamp` is what its metadata state, `headline`, `url` and `language` those of its article. What the page shows
    counts where these say nothing, where they say it in universal time, which may lie a day off the outlet's own, and
    where the stamp is `vague`: it may be that of the last change, or of the day the page was begun.
    """
    own = _with_country(tree, language)
    if (there := _with_end(url, own)) == own:
        return _day(tree, stamp, headline, url, own, vague=vague)
    day, how = _day(tree, stamp, headline, url, there, vague=vague)
    if how == STATED and day != _day(tree, stamp, headline, url, own, vague=vague)[0]:
        how = BY_COUNTRY
    return day, how


def _day(tree: Any, stamp: str, headline: str, url: str, language: str, *, vague: bool) -> tuple[str, str]:
    day, how = _shown_instead(tree, stamp, headline, language) if vague else ("", "")
    if day:
        return day, how
    day, how = _told_day(tree, stamp, headline, url, language)
    if not day and (day := _searched(tree, url)):
        how = "inferred from the page"
    return day, how


def _with_country(tree: Any, language: str) -> str:
    """Return the language of a page with the country it names, for English is written with the day first and last."""
    told = re.fullmatch(r"en[-_]([a-z]{2})", tree.getroottree().getroot().get("lang") or "", re.IGNORECASE)
    return f"{language}-{told[1]}" if language == "en" and told else language


def _with_end(url: str, language: str) -> str:
    """Return English with the country of an address, which need not be that of the page."""
    end = (urlsplit(url).hostname or "").rpartition(".")[2] if url else ""
    return f"{language}-{end}" if language == "en" and len(end) == 2 else language


def _shown_instead(tree: Any, stamp: str, headline: str, language: str) -> tuple[str, str]:
    """Return the day a page shows, and how it is known, where it lies a little off a stamp that may be of the record.

    A day of which it shows that the page was changed is one by which it was out. ("", "") for none.
    """
    shown = PageLines(tree, language).stamps(headline)
    first = next((each for each in shown if not each.updated), None) or next(iter(shown), None)
    if first is None or not (first.updated or first.cue in ("cue", "time")):
        return "", ""
    ahead = (date.fromisoformat(stamp_day(stamp)) - date.fromisoformat(first.day)).days
    if first.updated:
        return (first.day, BY_CHANGE) if 0 < ahead <= _EDITED else ("", "")
    if -_EDITED <= ahead < 0:
        return first.day, f"inferred from what the page shows; its data state {stamp_day(stamp)}"
    return (first.day, STATED) if 0 < ahead <= _EDITED else ("", "")


def _told_day(tree: Any, stamp: str, headline: str, url: str, language: str) -> tuple[str, str]:
    """Return the day a page states or shows, or its address has."""
    day, universal = stamp_day(stamp), UNIVERSAL.search(as_iso(stamp))
    in_address = _day_in_address(url, language)
    clocks: dict[str, str] = {}

    def marked_day(marked: str) -> str:
        """Return the day of a stamp in the page's markup; in universal time it tells no more than the metadata do."""
        if UNIVERSAL.search(as_iso(marked)):
            if day:
                return ""
            there, by = outlet_day(marked, url, language)
            clocks[there] = by
            return there
        return stamp_day(marked)

    if day and not universal:
        return day, STATED
    lines = PageLines(tree, language, marked_day)
    shown = lines.stamps(headline)
    own = [each.day for each in shown if not each.updated and each.cue != "place"][:1]
    if day and universal:
        said = (each for each in (*own, in_address, lines.above(headline)) if each)
        shown_day = next((each for each in said if _may_be(each, day, int(universal[2]))), "")
        local, how = outlet_day(stamp, url, language, "" if shown_day else _stamped(tree))
        return shown_day or local or day, STATED if shown_day else how or STATED
    if own:
        return own[0], clocks.get(own[0]) or STATED
    if in_address:
        return in_address, "inferred from the address"
    if day := next((each.day for each in shown if each.cue == "place"), "") or _datelined(tree, language):
        return day, "inferred from the dateline"
    if day := _scripted(tree):
        return day, "inferred from the page’s data"
    if day := lines.above(headline):
        return day, "inferred from the line above the headline"
    return (shown[0].day, BY_CHANGE) if shown else ("", "")


def _datelined(tree: Any, language: str) -> str:
    """Return the day in the dateline of the first paragraph, or of a lead in bold letters; "" for none."""
    firsts = (
        next((text for each in tree.iter(*tags) if len(text := text_of(each)) >= _PROSE), "")
        for tags in (("p",), ("strong", "b"))
    )
    return next(filter(None, (dateline_day(text, language) for text in firsts)), "")


def _stamped(tree: Any) -> str:
    """Return what of a page may hold stamps, one after the other."""
    scripts = (each.text for each in tree.iter("script") if each.text and len(each.text) < _SEARCHED)
    return "\n".join([*tree.xpath("//meta/@content | //time/@datetime"), *scripts])


def _scripted(tree: Any) -> str:
    """Return the one day that the scripts of a page name as that of publication; "" for none and for several."""
    # JSON-LD is read as what it is; of its objects here a reader's may be left.
    scripts = (
        each.text
        for each in tree.iter("script")
        if each.text and len(each.text) < _SEARCHED and "ld+json" not in (each.get("type") or "")
    )
    stamps = {match[1] for script in scripts for match in _IN_SCRIPT.finditer(script)}
    days = {day for stamp in stamps if (day := stamp_day(stamp))}
    return days.pop() if len(days) == 1 else ""


def _may_be(local: str, day: str, hour: int) -> bool:
    """Tell whether it was the day `local` somewhere at this hour of a `day` in universal time."""
    ahead = (date.fromisoformat(local) - date.fromisoformat(day)).days
    return ahead == 0 or (ahead == -1 and hour < _WEST) or (ahead == 1 and hour + _EAST >= 24)


def _day_in_address(url: str, language: str = "") -> str:
    """Return the day in the path of an address, "" for none; 05-03-2024 is one where the `language` begins with the day."""
    path = urlsplit(url).path if url else ""
    if match := _IN_ADDRESS.search(path):
        month, day = match[2] or match[4], match[3] or match[5]
        month = month if month.isdecimal() else str(_MONTHS.get(month.lower(), 0))
        return stamp_day(f"{match[1]}-{month:0>2}-{day:0>2}")
    turned = _TURNED.search(path)
    return stamp_day("/".join(turned.groups()), language) if turned else ""


def _searched(tree: Any, url: str) -> str:
    """Return the day of publication that a search of the marked-up page finds; "" rather than a guess.

    A large page is not searched.
    """
    if is_large(tree):
        return ""
    from htmldate import find_date
    from lxml.html import tostring

    bare = deepcopy(tree)
    page = Surroundings(bare)
    for element in [each for each in bare.iter() if isinstance(each.tag, str)]:
        if element.tag in _NO_STAMPS or page.of_others(element):
            element.drop_tree()
    text = tostring(bare, encoding="unicode")[:_SEARCHED]
    day: Any = find_date(bare, url=url or None, extensive_search=False, original_date=True)
    if not isinstance(day, str):
        return ""
    # It also reads 03/04/2024, one way of two: what is believed stands in the page unmistakably.
    years = (each.span() for each in re.finditer(rf"{day[:4]}|\.{day[2:4]}\b", text))
    near = "\n".join(text[max(0, start - _AROUND) : end + _AROUND] for start, end in years)
    return day if any(found.edtf == day and not found.other for found in written(near)) else ""


def _in_comment(element: Any) -> bool:
    """Tell whether an element holds what readers wrote; a whole page may be named after its comments."""
    around = (each for each in (element, *element.iterancestors()) if each.tag not in WHOLE)
    return any(_COMMENT.search(named(each)) for each in around)

"""When two pages are one article: addresses compared, texts compared by the runs of words they share."""

from __future__ import annotations

import re
import zlib
from functools import lru_cache
from heapq import nsmallest

from tui.core.text import encoded_words

_RUN = 4
_KEPT = 8
_ENOUGH = 0.9
_NEARLY_ALL = 0.98
_MOSTLY = 0.6
_LEAST_RUNS = 8
_EXCERPT = 2  # a whole text is so many times as long
_EXCERPTED = 0.75
_WORDS = re.compile(r"\w+")
_TRACKING = re.compile(r"(?:(?<=&)|^)(?:utm_\w+|fbclid|gclid|mc_cid|mc_eid|ref|ref_src)=[^&#]*&?")


def canonical_url(url: str) -> str:
    """Return an address without what does not belong to the page: scheme, www, tracking, fragment."""
    url = url.strip().partition("#")[0]
    found = re.match(r"(?i)https?://(?:www\.)?([^/?]+)(.*)", url)
    if not found:
        return url
    path, _, query = found[2].partition("?")
    query = _TRACKING.sub("", query).rstrip("&")
    return found[1].lower() + path.rstrip("/") + (f"?{query}" if query else "")


def runs(text: str) -> set[int]:
    """Return hashes of the runs of words in a text, case aside."""
    text = text.casefold()
    words = [*map(str.encode, _WORDS.findall(text))] if "_" in text else encoded_words(text)
    if len(words) < _RUN:
        return {zlib.crc32(b" ".join(words))} if words else set()
    return set(map(zlib.crc32, map(b" ".join, zip(*(words[at:] for at in range(_RUN)), strict=False))))


@lru_cache(maxsize=256)  # a page on its way in is asked about three times
def minhash_sketch(text: str) -> tuple[int, ...]:
    """Return the lowest few of the hashes: texts that are nearly the same share most of them."""
    return tuple(nsmallest(_KEPT, runs(text)))


def title_key(headline: str) -> int:
    """Return a number that headlines of the same words share, 0 for none."""
    words = _WORDS.findall(headline.casefold())
    return zlib.crc32(" ".join(words).encode()) if words else 0


def same_text(a: str, b: str, *, strict: bool) -> bool:
    """Tell whether two texts of one outlet are one article; `strict` where the outlet is not known, or addresses differ."""
    first, second = runs(a), runs(b)
    if not first or not second:
        return False
    return len(first & second) / len(first | second) >= (_NEARLY_ALL if strict else _ENOUGH)


def edited_text(a: str, b: str) -> bool:
    """Tell whether one of two texts under the same headline may have been made of the other.

    Much may have been added or taken out; what is left of the shorter one stands in the longer, be it a few words.
    """
    shorter, longer = sorted(({*a.split("\n\n")}, {*b.split("\n\n")}), key=len)
    if any(shorter) and shorter <= longer:
        return True
    first, second = runs(a), runs(b)
    least = min(len(first), len(second))
    return least >= _LEAST_RUNS and len(first & second) / least >= _MOSTLY


def rewritten_text(a: str, b: str) -> bool:
    """Tell whether most of either text stands in the other, as where a page was edited and saved again."""
    first, second = runs(a), runs(b)
    most = max(len(first), len(second))
    return most >= _LEAST_RUNS and len(first & second) / most >= _MOSTLY


def is_excerpt(short: str, whole: str) -> bool:
    """Tell whether a text is but the beginning or a summary of another, in the other's own words."""
    if len(short) * _EXCERPT > len(whole):
        return False
    first = runs(short)
    return bool(first) and len(first & runs(whole)) / len(first) >= _EXCERPTED

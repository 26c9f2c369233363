"""Quotations that HTML says by elements, written with marks: what is extracted from a page keeps no elements.

`<q>` is inline speech, `<blockquote>` with `<cite>` or `<footer>` a quotation and whose it is (HTML Living Standard,
4.5.7 and 4.4.4: https://html.spec.whatwg.org/multipage/). Embedded posts are a `<blockquote>` too, signed behind a dash
with a name and a handle in brackets.
"""

from __future__ import annotations

import re

_QUOTING = re.compile(r"<(?:q[ >]|blockquote)", re.IGNORECASE)
_Q = re.compile(r"<q\b[^<>]{0,400}>(.{0,4000}?)</q\s*>", re.IGNORECASE | re.DOTALL)
_BLOCK = re.compile(
    r"<blockquote\b([^<>]{0,400})>((?:(?!</?blockquote\b).){0,6000}?)</blockquote\s*>",
    re.IGNORECASE | re.DOTALL,
)
_SOURCE = re.compile(r"<(cite|footer)\b[^<>]{0,400}>(.{0,400}?)</\1\s*>", re.IGNORECASE | re.DOTALL)
_SIGNED = re.compile(
    r"</p>\s*(?:&mdash;|&#8212;|—|–)\s*([^<>()@]{2,80}?)\s*\((?:<a\b[^<>]{0,400}>)?@[^()]{1,200}\)",
    re.IGNORECASE,
)
_PARAGRAPH = re.compile(
    r"(<(?:p|blockquote)\b[^<>]{0,400}>)((?:(?!</?(?:p|blockquote|div|ul|ol|li|table|h[1-6])\b).){1,6000}?)(</(?:p|blockquote)\s*>)",
    re.IGNORECASE | re.DOTALL,
)
_ENDS = (".", "!", "?", "…")
_SENTENCE = 4  # words
_TAGS = re.compile(r"<[^<>]{0,400}>")
_MARKS = '“”„«»"‘'


def with_marks(html: str) -> str:
    """Return a page whose quotation elements are marked text, so that what is extracted from it says who spoke."""
    if _QUOTING.search(html):  # by itself, for most pages have neither
        html = _BLOCK.sub(_block, _Q.sub(_inline, html))
    return html


def _inline(match: re.Match[str]) -> str:
    words = match[1]
    return words if words.strip()[:1] in _MARKS else f"“{words.strip()}”"


def _block(match: re.Match[str]) -> str:
    inside = match[2]
    if source := _SOURCE.search(inside):
        name, rest = source[2], inside[: source.start()] + inside[source.end() :]
    elif post := _SIGNED.search(inside):
        name, rest = post[1], inside[: post.start()]
    else:
        return match[0] if _repeats(match) else _PARAGRAPH.sub(_marked, match[0])
    name = _plain(name).lstrip("—–-― ")
    words = _plain(rest)
    if not name or not words:
        return match[0]
    marked = words if words[0] in _MARKS else f"“{words}”"
    return f"<p>{marked} — {name}</p>"


def _repeats(match: re.Match[str]) -> bool:
    """Tell whether a quotation is set off to be seen, a pull quote, and stands in the text as well."""
    before = match.string[max(0, match.start() - 120) : match.start()].rstrip()
    around = before[before.rfind("<") :] if before.endswith(">") else ""
    return "pull" in f"{match[1]}{around}".lower() or around.lower().startswith(("<figure", "<aside"))


def _marked(match: re.Match[str]) -> str:
    """Return a paragraph of a quotation in marks, where it has none and is a sentence."""
    words = match[2].strip()
    plain = _plain(words)
    if any(mark in plain for mark in _MARKS) or plain[-1:] not in _ENDS or plain.count(" ") < _SENTENCE - 1:
        return match[0]
    return f"{match[1]}“{words}”{match[3]}"


def _plain(html: str) -> str:
    return " ".join(_TAGS.sub(" ", html).split())

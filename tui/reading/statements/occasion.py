"""Where a quote was said, as far as the sentence around it tells: "told CNN", "in a statement", "on Telegram"."""

from __future__ import annotations

import re

from tui.core.model import Article, Quote
from tui.core.text import one_line

_AROUND = 120  # characters on either side, within the paragraph
_NAME = r"[A-Z][\w’'&.-]*(?: [A-Z][\w’'&.-]*){0,3}"
_SETTINGS = tuple(
    re.compile(form)
    for form in (
        rf"\btold (?:the )?({_NAME}|reporters|journalists|lawmakers|parliament)\b",
        rf"\bin an? (?:[\w-]+ ){{0,2}}(interview with (?:the )?{_NAME}|interview|statement|letter|speech|tweet|post)\b",
        r"\b(?:at|during) an? (?:[\w-]+ ){0,2}(news conference|press conference|briefing|press briefing|rally|summit)\b",
        r"\bon (Telegram|Twitter|X|Facebook|Instagram|Truth Social|WhatsApp|television|state television)\b",
    )
)
_GENERAL = frozenset("reporters journalists statement interview".split())


def setting_of(article: Article, quote: Quote) -> str:
    """Return where a quote was said, "" where its sentence does not tell."""
    first = article.text.rfind("\n", 0, quote.start) + 1
    last = article.text.find("\n", quote.end)
    before = article.text[max(first, quote.start - _AROUND) : quote.start]
    after = article.text[quote.end : min(last if last >= 0 else len(article.text), quote.end + _AROUND)]
    for part in (before, after):
        for form in _SETTINGS:
            if match := form.search(part):
                return one_line(match[1])
    return ""


def clash(one: str, other: str) -> bool:
    """Tell whether two settings are two occasions: both are named, neither is one that any other may be."""
    return bool(one and other) and one != other and not {one, other} & _GENERAL

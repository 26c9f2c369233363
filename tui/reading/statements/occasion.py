"""Where a quote was said, as far as the sentence around it tells: "told CNN", "in a statement", "on Telegram"."""

from __future__ import annotations

import re

from tui.core.model import Article, Quote
from tui.core.text import one_line

_AROUND = 120  # characters on either side, within the paragraph
_NAME = r"[A-Z][\w’'&.-]*(?: [A-Z][\w’'&.-]*){0,3}"
_OF_MEDIA = r"(?: (?:state|public|radio|television|TV|media|reporters|journalists|lawmakers))*"
_SETTINGS = tuple(
    (re.compile(form), said)
    for form, said in (
        (rf"\btold (?:the )?({_NAME}{_OF_MEDIA}|reporters|journalists|lawmakers|parliament)\b", "told {}"),
        (rf"\bin an? (?:[\w-]+ ){{0,2}}(interview with (?:the )?{_NAME})\b", "in an {}"),
        (r"\bin an? (?:[\w-]+ ){0,2}(interview)\b", "in an {}"),
        (r"\bin an? (?:[\w-]+ ){0,2}(statement|letter|speech|tweet|post)\b", "in a {}"),
        (
            r"\b(?:at|during) an? (?:[\w-]+ ){0,2}"
            r"(news conference|press conference|briefing|press briefing|rally|summit)\b",
            "at a {}",
        ),
        (
            r"\bon (Telegram|Twitter|X|Facebook|Instagram|Truth Social|WhatsApp|television|state television)\b",
            "on {}",
        ),
    )
)
_GENERAL = frozenset(("told reporters", "told journalists", "in a statement", "in an interview"))


def setting_of(article: Article, quote: Quote) -> str:
    """Return where a quote was said, as "told CNN", "at a briefing"; "" where its sentence does not tell."""
    first = article.text.rfind("\n", 0, quote.start) + 1
    last = article.text.find("\n", quote.end)
    before = article.text[max(first, quote.start - _AROUND) : quote.start]
    after = article.text[quote.end : min(last if last >= 0 else len(article.text), quote.end + _AROUND)]
    for part in (before, after):
        for form, said in _SETTINGS:
            if match := form.search(part):
                return said.format(one_line(match[1]))
    return ""


def clash(one: str, other: str) -> bool:
    """Tell whether two settings are two occasions: both are named, neither is one that any other may be."""
    return bool(one and other) and one != other and not {one, other} & _GENERAL

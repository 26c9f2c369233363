"""Whose side a speaker is on: the state that the articles say they speak for, else they themselves."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from tui.core.model import AnnotatedEvent, Speaker
from tui.core.speakers import attributed_name, speakers_of
from tui.core.statements import Statement
from tui.reading.quotes.offices_table import country_of

_WORD = re.compile(r"[^\W_](?:[\w.-]*\w)?")
_WORDS = r"[\w’'-]+(?: [\w’'-]+){0,2}"
_OFFICE = (
    "(?i:president|minister|chancellor|premier|leader|spokesman|spokeswoman|spokesperson|ambassador|envoy|diplomat|official"
    "|secretary|adviser|king|queen|commander|general)"
)
_BEFORE = re.compile(rf"\b({_WORDS} {_OFFICE}) (?:[A-Z][\w-]* )?$")
_BEHIND = re.compile(rf", ({_WORDS} {_OFFICE})\b")
_REACH = 100  # characters before a name that may say who that is
_INITIALS = 4  # letters of a name that is initials: EU, NATO


def sides_of(
    annotated: AnnotatedEvent, statements: Sequence[Statement], speakers: Mapping[str, Speaker]
) -> dict[str, str]:
    """Return whose side each speaker is on, by name: the state they speak for, else they themselves.

    What the reader says they are comes first, then their own name, then what the articles call them most.
    """
    texts = [article.text for article in annotated.event.articles]
    said: defaultdict[str, list[str]] = defaultdict(list)
    first: dict[str, list[str]] = {}
    for each in statements:
        quote = each.base.quote
        if name := attributed_name(quote, speakers):
            first[name] = [*(who.role for who in speakers_of(quote, speakers)), name]
            said[name] += [wording.quote.role for wording in each.wordings]
    found = {}
    for name, roles in said.items():
        known = next(filter(None, map(state_of, first[name])), "")
        if not known:
            votes = Counter(filter(None, map(state_of, (*roles, *_introductions(name, texts)))))
            known = votes.most_common(1)[0][0] if votes else ""
        found[name] = _written(known) or name
    return found


def state_name(told: str) -> str:
    """Return the state that a name or a role points to as it is written, "" for none."""
    return _written(state_of(told))


def _written(state: str) -> str:
    return state.replace("-", " ").title() if len(state) > _INITIALS else state.upper()


def state_of(told: str) -> str:
    """Return the state that a name or a role points to, "" for none."""
    plain = told.replace("’s", " ").replace("'s", " ")
    return country_of([word.lower() for word in _WORD.findall(plain)])


def _introductions(name: str, texts: Sequence[str]) -> list[str]:
    """Return what stands right before or behind a name where articles say who that is: "French President X"."""
    last = re.compile(rf"\b{re.escape(name.rsplit(maxsplit=1)[-1])}\b")
    found = []
    for text in texts:
        for place in last.finditer(text):
            before = _BEFORE.search(text[max(0, place.start() - _REACH) : place.start()])
            behind = _BEHIND.match(text, place.end())
            found += [match[1] for match in (before, behind) if match]
    return found

"""What is being typed at the end of a query, and how a name is written there. Pure."""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.core.query.fields import FIELDS

_PHRASE = re.compile(r'["“„][^"“”]*["”]')
_LAST = re.compile(
    r"""
    (?: (?<![^\s(]) | (?<=\A[-!]) | (?<=[\s(][-!]) )    # where a word may begin
    (?: (?P<field> [^\W\d_]+ ) : (?: ["“„] (?P<phrase> [^"“”]* ) | (?P<value> [^\s()"“”„]* ) )
      | (?P<word> (?![-!]) [^\s():"“”„]* ) )
    \Z
    """,
    re.VERBOSE,
)
_PLAIN = re.compile(r'[^\s()"“”„*]+')


class UnfinishedTerm(NamedTuple):
    """What is typed after a `field` ("" for none), and where field and all begin; `typed` is "" for nothing yet."""

    start: int
    field: str
    typed: str


def unfinished(query: str) -> UnfinishedTerm | None:
    """Return what stands at the end of a query, None within a "phrase" that is of no field, or after a field of none."""
    found = _LAST.search(query)
    if found is None or re.search(r'["“„]', _PHRASE.sub("", query[: found.start()])):
        return None
    field = (found["field"] or "").lower()
    if field and field not in FIELDS:
        return None
    return UnfinishedTerm(found.start(), field, found["phrase"] or found["value"] or found["word"] or "")


def written(field: str, value: str) -> str:
    """Return how a query asks for a value of a field: within quotation marks where it is more than a word."""
    if _PLAIN.fullmatch(value):
        return f"{field}:{value}"
    inside = re.sub(r'["“”„]', " ", value)
    return f'{field}:"{" ".join(inside.split())}"'

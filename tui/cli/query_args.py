"""A query as the command line gives it"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from tui.cli.output import USAGE, VerbError
from tui.core.query.parser import QueryError, parse
from tui.core.query.terms import Words, wanted_words
from tui.core.text import one_line
from tui.store.briefing import Briefing


def understood(query: str) -> tuple[Words, ...]:
    """Return the words a query looks for. Raises `VerbError` for one that is not understood."""
    try:
        return wanted_words(parse(query))
    except QueryError as error:
        raise VerbError(f"query, {one_line(str(error))}: {one_line(query)}", USAGE) from None


class QueryArguments(NamedTuple):
    """What a query finds: the ids of the events it lies in, and of the quotes by their articles."""

    events: frozenset[str]
    quotes: dict[str, Collection[str]]


def queried(briefing: Briefing, query: str, *, whole: bool) -> QueryArguments:
    """Return what a query finds; `whole` as in `Briefing.select`."""
    understood(query)
    hits = briefing.select(query, whole=whole)
    return QueryArguments(frozenset(hit.event for hit in hits), {hit.article: hit.quotes for hit in hits})

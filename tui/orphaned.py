"""Quotes whose words a later version of their article took out, as far as what was written on them tells. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tui.model import Annotated, Annotation, Quote, Selector

GONE = "no longer in the text"


def orphan_quotes(annotated: Annotated, article_id: str) -> list[Quote]:
    """Return the quotes of an article that are gone and were written on, with the words they had last."""
    there = {quote.id for article in annotated.event.articles for quote in article.quotes}
    of: dict[str, list[Annotation]] = {}
    for each in annotated.orphans:
        if each.target.article == article_id and each.target.id not in there:
            of.setdefault(each.target.id, []).append(each)
    found = (_quote(quote_id, article_id, written) for quote_id, written in of.items())
    return [quote for quote in found if quote]


def _quote(quote_id: str, article_id: str, written: Iterable[Annotation]) -> Quote | None:
    parts: tuple[Selector, ...] = ()
    own: dict[str, Any] = {}
    for each in sorted(written, key=lambda one: one.modified or one.created):
        body = each.body
        if each.target.selector and "parts" not in own:
            parts = (each.target.selector,)
        if body.get("field") == "added":  # a quote of the reader's own says all of itself
            own = {**body, **own}
            parts = _parts(body.get("parts")) or parts
        elif body.get("field") in ("speaker", "kind"):
            own[str(body["field"])] = body.get("value")
    if not parts:
        return None
    kind = own.get("kind") if own.get("kind") in ("mixed", "indirect") else "direct"
    made: Any = kind
    return Quote(quote_id, article_id, made, parts, str(own.get("speaker") or ""), why=GONE)


def _parts(given: object) -> tuple[Selector, ...]:
    try:
        return tuple(
            Selector(str(one["exact"]), start=int(one["start"]), end=int(one["end"]))
            for one in (given if isinstance(given, (list, tuple)) else ())
        )
    except (KeyError, TypeError, ValueError):
        return ()

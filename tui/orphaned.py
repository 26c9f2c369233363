"""Quotes whose words a later version of their article took out: they stay, with what was written on them. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from tui.model import Annotation, Event, Quote, Selector

GONE = "no longer in the text"


def with_gone(event: Event, orphans: Iterable[Annotation]) -> Event:
    """Return an event whose articles have just those quotes among the gone that `orphans` are about."""
    of: dict[str, list[Annotation]] = {}
    for each in orphans:
        of.setdefault(each.target.id, []).append(each)
    if not of and not any(article.gone for article in event.articles):
        return event
    articles = []
    for article in event.articles:
        there = {quote.id for quote in article.quotes}
        kept = {quote.id: quote for quote in article.gone}
        found = [
            kept.get(quote_id) or quote_of(written)
            for quote_id, written in of.items()
            if written[0].target.article == article.id and quote_id not in there
        ]
        gone = sorted((quote for quote in found if quote), key=lambda quote: quote.start)
        articles.append(replace(article, gone=tuple(gone)))
    return replace(event, articles=tuple(articles))


def quote_of(written: Iterable[Annotation]) -> Quote | None:
    """Return a quote as far as what was written on it tells, None where that is no words."""
    parts: tuple[Selector, ...] = ()
    own: dict[str, Any] = {}
    target = None
    for each in sorted(written, key=lambda one: one.modified or one.created):
        body = each.body
        target = each.target
        if target.selector and "parts" not in own:
            parts = (target.selector,)
        if body.get("field") == "added":  # a quote of the reader's own says all of itself
            own = {**body, **own}
            parts = _parts(body.get("parts")) or parts
        elif body.get("field") in ("speaker", "kind", "original", "translator"):
            own[str(body["field"])] = body.get("value")
    if not parts or target is None:
        return None
    kind: Any = own.get("kind") if own.get("kind") in ("mixed", "indirect") else "direct"
    return Quote(
        target.id,
        target.article,
        kind,
        parts,
        str(own.get("speaker") or ""),
        why=GONE,
        edited=("added",) if own.get("field") == "added" else (),
        original=str(own.get("original") or ""),
        translator=str(own.get("translator") or ""),
        gone=True,
    )


def _parts(given: object) -> tuple[Selector, ...]:
    try:
        return tuple(
            Selector(str(one["exact"]), start=int(one["start"]), end=int(one["end"]))
            for one in (given if isinstance(given, (list, tuple)) else ())
        )
    except (KeyError, TypeError, ValueError):
        return ()

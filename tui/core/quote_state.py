"""Whether a quote still has the words that the reader marked, or a later version of its article changed them. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Any

from tui.core.model import (
    POLARITIES,
    Annotation,
    AnnotationTarget,
    Event,
    Quote,
    Selector,
    by_target,
    joined_words,
    latest_assessment,
)
from tui.core.speakers import is_said_by_others, parted
from tui.core.text import fold_case, one_line
from tui.core.typography import quoted

USER_MOTIVATIONS = frozenset({"tagging", "commenting", "bookmarking", "assessing"})
CONFIRM = "text changed: confirm"
_WORD = re.compile(r"[^\W_]+")


def words_before(quote: Quote, annotations: Collection[Annotation]) -> str:
    """Return the words a quote had when the reader last wrote on it; "" where nothing is to be confirmed.

    They are to be confirmed when the words or their speaker are others today.
    """
    before = _before(quote, annotations)
    return before.words if before else ""


def speaker_before(quote: Quote, annotations: Collection[Annotation]) -> str:
    """Return who said a quote when the reader last wrote on it; "" unless that is somebody else today."""
    before = _before(quote, annotations)
    return before.speaker if before and is_said_by_others(before.speaker, attributed_to(quote)) else ""


def attributed_to(quote: Quote) -> str:
    """Return whom an article gives a quote to, as it was read; "" for nobody, and where the reader knows better."""
    return "" if "speaker" in quote.edited else quote.entity or quote.speaker_text


def cited_speaker(quote: Quote, name: str) -> str:
    """Return whom a citation gives words to: "Ida Lund (unsure), through TASS (not in their words)"."""
    through = f", through {', '.join(quote.chain)}" if quote.chain else ""
    told = " (unsure)" * quote.unsure, through, " (not in their words)" * (quote.kind == "indirect")
    return one_line("".join((name or "nobody named", *told, f" ({GONE})" * quote.gone)))


def marked(quote: Quote) -> str:
    """Return the words of a quote, in marks unless the speech is indirect, and what the cue makes of them."""
    return quoted(quote.words, quote.kind, quote.stance)


def _before(quote: Quote, annotations: Collection[Annotation]) -> AnnotationTarget | None:
    """Return what the reader last wrote on a quote as it is no more; None where something is on it as it is today.

    Marks, blanks, case and accents do not count. What was written since on the words of today, said by
    whom they are said today, confirms all that is on the quote.
    """
    if not annotations:
        return None
    checked = latest_assessment(annotations).get("status", "unchecked") != "unchecked"
    last, found = "", None
    borders = max(
        (each.last_written for each in annotations if each.body.get("field") == "borders"), default=""
    )
    for each in annotations:
        was = each.target.parts
        if each.motivation not in USER_MOTIVATIONS or not each.target.words:
            continue
        now = quote.parts[:1] if each.target.rest is None else quote.parts
        # Borders that the reader set since take words in or leave some out: no version did that.
        loose = "borders" in quote.edited and each.last_written <= borders
        within = loose and (_within(now, was) or _within(was, now))
        if (within or _words(was) == _words(now)) and not is_said_by_others(
            each.target.speaker, attributed_to(quote)
        ):
            return None
        if each.motivation == "assessing" and not checked:
            continue
        if each.last_written >= last:
            last, found = each.last_written, each.target
    return found


def _words(parts: Iterable[Selector]) -> str:
    return f" {' '.join(_WORD.findall(fold_case(joined_words(parts))))} "


def _within(some: Iterable[Selector], others: Iterable[Selector]) -> bool:
    there = _words(others)
    return all(_words([part]) in there for part in some)


GONE = "no longer in the text"


def with_gone(event: Event, orphans: Iterable[Annotation]) -> Event:
    """Return an event whose articles have just those quotes among the gone that `orphans` are about."""
    of = by_target(orphans)
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
    for each in sorted(written, key=lambda one: one.last_written):
        body = each.body
        target = each.target
        if "parts" not in own:
            parts = target.parts or parts
        if body.get("field") == "added":  # a quote of the reader's own says all of itself
            own = {**body, **own}
            parts = _parts(body.get("parts")) or parts
        elif body.get("field") in ("speaker", "kind", "polarity", "chain", "original", "translator"):
            own[str(body["field"])] = body.get("value")
    if not parts or target is None:
        return None
    kind: Any = own.get("kind") if own.get("kind") in ("mixed", "indirect") else "direct"
    return Quote(
        id=target.id,
        article=target.article,
        kind=kind,
        parts=parts,
        polarity=str(own["polarity"]) if own.get("polarity") in POLARITIES else "",
        speakers=tuple(str(own.get("speaker") or "").split()),
        why=GONE,
        edited=("added",) if own.get("field") == "added" else (),
        chain=parted(str(own.get("chain") or "")),
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

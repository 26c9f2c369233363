"""What in quotes is the reader's own: those they made, where their words stand now, and who says them.

A quote they made is an annotation for "editing" with the field "added". It holds its parts as selectors, so that
it is found again by its words when its article is read anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from tui.core.model import (
    KINDS,
    POLARITIES,
    SET_BY_READER,
    AnnotatedEvent,
    Annotation,
    Article,
    Event,
    Quote,
    Selector,
    Speaker,
    by_target,
)
from tui.core.quote_state import with_gone
from tui.core.speakers import final_speaker, parted
from tui.store import codec

_WHY = "added by you"


def added_quote(annotation: Annotation, text: str) -> Quote | None:
    """Return the quote that an annotation makes in `text`; None where its words are gone, or it is nonsense."""
    body: Mapping[str, Any] = annotation.body
    try:
        wanted = [codec.selector(doc) for doc in body["parts"]]
        kind, speakers = body["kind"], tuple(str(body.get("speaker", "")).split())
    except (KeyError, TypeError, AttributeError):
        return None
    spots = [_spot(text, selector) for selector in wanted]
    parts = [Selector.at(text, *spot) for spot in spots if spot]
    if kind not in KINDS or not parts or len(parts) < len(wanted):
        return None
    if any(a.end > b.start for a, b in pairwise(parts)):
        return None
    target = annotation.target
    return Quote(
        id=target.id,
        article=target.article,
        kind=kind,
        parts=tuple(parts),
        speakers=speakers,
        why=_WHY,
        edited=("added",),
    )


def apply_original_wording(quote: Quote, own: Mapping[str, Any]) -> Quote:
    """Return a quote with what only the reader can know of it: the original wording and its translator."""
    fields: dict[str, Any] = {name: str(own[name]) for name in ("original", "translator") if own.get(name)}
    return replace(quote, **fields) if fields else quote


def without_inferred_speaker(quote: Quote) -> Quote:
    """Return a quote without the speakers that reading found, for the reader knows better; they are a candidate."""
    others = (quote.entity, *quote.candidates) if quote.entity else quote.candidates
    return replace(
        quote,
        entity="",
        speaker_text="",
        speaker_start=-1,
        speaker_end=-1,
        role="",
        candidates=others,
        why=SET_BY_READER,
        confidence=1.0,
    )


def _spot(text: str, selector: Selector) -> tuple[int, int] | None:
    if selector.exact and text[selector.start : selector.end] == selector.exact:
        return selector.start, selector.end
    from tui.core.alignment.anchors import find_anchor

    found = find_anchor(text, selector)
    return (found.start, found.end) if found else None


def redirects(speakers: Mapping[str, Speaker]) -> dict[str, str]:
    """Return for each merged speaker the one they were merged into in the end."""
    merged = (speaker.id for speaker in speakers.values() if speaker.merged_into)
    return {each: into.id for each in merged if (into := final_speaker(each, speakers))}


def annotated(
    event: Event, notes: Sequence[Annotation], redirect: Mapping[str, str], *, include_hidden: bool = False
) -> AnnotatedEvent:
    """Return an event with the reader's corrections in it (see `apply_corrections`), and all they wrote on it."""
    shown = apply_corrections(event, notes, redirect, include_hidden=include_hidden)
    lost = orphans(event, notes, include_hidden=include_hidden)
    return AnnotatedEvent(with_gone(shown, lost), by_target(notes), lost)


def apply_corrections(
    event: Event,
    annotations: Sequence[Annotation],
    redirect: Mapping[str, str],
    *,
    include_hidden: bool = False,
) -> Event:
    """Return an event with the reader's corrections in it.

    Deleted articles and discarded quotes are left out unless `include_hidden`; a speaker that was
    merged is the one they were merged into (`redirect`).
    """
    edits: dict[str, dict[str, object]] = {}
    for annotation in annotations:
        if annotation.motivation == "editing":
            field, value = str(annotation.body["field"]), annotation.body["value"]
            edits.setdefault(annotation.target.id, {})[field] = value
    event = with_user_quotes(event, annotations)
    articles = tuple(
        [
            _article(article, edits, redirect, include_hidden)
            for article in event.articles
            if include_hidden or not edits.get(article.id, {}).get("deleted")
        ]
    )
    own = edits.get(event.id)
    if not own:
        return replace(event, articles=articles)
    known: dict[str, Any] = {field: str(own[field]) for field in ("name", "date") if field in own}
    basis = {**event.basis, **dict.fromkeys(known, SET_BY_READER)}
    return replace(event, articles=articles, basis=basis, **known)


def with_user_quotes(event: Event, annotations: Iterable[Annotation]) -> Event:
    """Return an event with the quotes that the reader made; they take the place of what is found under their ids."""
    made: dict[str, list[Annotation]] = {}
    for each in annotations:
        if each.body.get("field") == "added":
            made.setdefault(each.target.article, []).append(each)
    articles = []
    for article in event.articles:
        if article.id in made:
            own = [quote for each in made[article.id] if (quote := added_quote(each, article.text))]
            ids = {quote.id for quote in own}
            found = (quote for quote in article.quotes if quote.id not in ids)
            article = replace(article, quotes=(*found, *own))  # noqa: PLW2901
        articles.append(article)
    return replace(event, articles=tuple(articles)) if made else event


def _article(
    article: Article,
    edits: Mapping[str, Mapping[str, Any]],
    redirect: Mapping[str, str],
    include_hidden: bool,
) -> Article:
    own = edits.get(article.id)
    every = article.all_quotes
    touched = (redirect and every) or any(quote.id in edits for quote in every)
    if not own and not touched:
        return article
    if touched:
        quotes, gone = (
            [
                _quote(quote, article.text, edits.get(quote.id, {}), redirect)
                for quote in some
                if include_hidden or not edits.get(quote.id, {}).get("discarded")
            ]
            for some in (article.quotes, article.gone)
        )
        quotes.sort(key=lambda quote: quote.start)
        article = replace(article, quotes=tuple(quotes), gone=tuple(gone))
    if own:
        fields = ("headline", "outlet", "author", "published", "url")
        known: dict[str, Any] = {field: str(own[field]) for field in fields if field in own}
        basis = dict.fromkeys([*known, *(["event"] if "event" in own else [])], SET_BY_READER)
        article = replace(article, basis={**article.basis, **basis}, **known)
    return article


def _quote(quote: Quote, text: str, own: Mapping[str, Any], redirect: Mapping[str, str]) -> Quote:
    said = tuple(str(own["speaker"]).split()) if "speaker" in own else quote.speakers
    speakers = tuple(dict.fromkeys(redirect.get(each, each) for each in said))
    kind, parts = own.get("kind", quote.kind), quote.parts
    chain = parted(str(own["chain"])) if "chain" in own else quote.chain
    polarity = own.get("polarity", quote.polarity)
    polarity = polarity if polarity in POLARITIES else ""
    edited = [field for field in ("speaker", "kind", "polarity", "chain") if field in own]
    if "borders" in own and not quote.gone:
        try:
            moved = tuple([Selector.at(text, int(start), int(end)) for start, end in own["borders"]])
        except (TypeError, ValueError):
            moved = ()
        if moved and all(part.exact for part in moved):
            parts = moved
            edited.append("borders")
    if "original" in own or "translator" in own:
        quote = apply_original_wording(quote, own)
    if "speaker" in own:
        quote = without_inferred_speaker(quote)
    if not edited and speakers == quote.speakers:
        return quote
    return replace(
        quote,
        speakers=speakers,
        kind=kind,
        polarity=polarity,
        parts=parts,
        chain=chain,
        edited=(*quote.edited, *edited),
    )


def orphans(
    event: Event, annotations: Iterable[Annotation], *, include_hidden: bool = False
) -> tuple[Annotation, ...]:
    """Return what the reader wrote on quotes that their articles no longer have.

    What is on those they discarded is not among it unless `include_hidden`, for these are gone as was wished;
    borders that are no longer in the text are.
    """
    annotations = tuple(annotations)
    hidden = {each.target.id for each in annotations if each.body.get("field") == "discarded"}
    event = with_user_quotes(event, annotations)
    there = {quote.id for article in event.articles for quote in article.quotes}
    return tuple(
        each
        for each in annotations
        if each.target.type == "quote"
        and each.body.get("field") != "discarded"
        and (include_hidden or each.target.id not in hidden)
        and (
            each.target.id not in there
            or (each.body.get("field") == "borders" and not each.body.get("value"))
        )
    )

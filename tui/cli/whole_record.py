"""One thing of a briefing whole, as the record that `show` prints."""

from __future__ import annotations

from collections.abc import Mapping

from tui.cli.output import VerbError
from tui.cli.versions import day_of, gone_records
from tui.core.model import AnnotatedEvent, AnnotationTarget, Article, EventRow, Quote
from tui.core.speakers import speakers_of
from tui.core.text import clean, one_line
from tui.exchange import json_records
from tui.exchange.json_records import Record
from tui.store.briefing import Briefing


def record_of(briefing: Briefing, target: AnnotationTarget) -> Record:
    """Return an event, article, quote or speaker with all that is shown of it. Raises `VerbError` where it is gone."""
    tags, speakers = briefing.tags(), briefing.speakers()
    if target.type == "speaker":
        quotes = [
            (row, article, quote)
            for row, article, quote in briefing.quotes()
            if any(who.id == target.id for who in speakers_of(quote, speakers))
        ]
        of_speaker = json_records.speaker_record(speakers[target.id], len(quotes), speakers)
        of_speaker["notes"] = json_records.notes_of(briefing.notes(target), target.id)
        of_speaker["words"] = [said(*each) for each in quotes]
        return of_speaker
    annotated = briefing.around(target)
    if target.type == "event":
        row = next(row for row in briefing.rows() if row["id"] == target.id)
        record = json_records.event_record(row, annotated, tags)
        record["basis"] = _bases(annotated.event.basis)
        record["accounts"] = [
            json_records.article_record(a, annotated, tags) for a in annotated.event.articles
        ]
        return record
    article = article_of(annotated, target)
    if target.type == "article":
        record = json_records.article_record(article, annotated, tags)
        record["basis"] = _bases(article.basis)
        record["text"] = clean(article.text)
        record["said"] = [
            json_records.quote_record(quote, article, annotated, tags, speakers) for quote in article.quotes
        ]
        if article.versions:
            record["changed_since"] = day_of(briefing.versions(article.id)[0].imported)
        gone = [each for each in annotated.orphans if each.target.article == article.id]
        record["words_gone"] = gone_records(gone, tags)
        return record
    quote = article.quote(target.id)
    if quote is None:
        raise VerbError(f"{target.id}: this quote was discarded")
    record = json_records.quote_record(quote, article, annotated, tags, speakers)
    return {**record, "context": clean(_context(article, quote))}


def said(row: EventRow, article: Article, quote: Quote) -> Record:
    """Return a quote in few words, for a list."""
    return {
        "id": quote.id,
        "event_date": row["date"],
        "event_date_inferred": row["inferred"],
        "outlet": one_line(article.outlet),
        "kind": quote.kind,
        "polarity": quote.polarity or "asserted",
        "cue": clean(quote.cue),
        "edited": list(quote.edited),
        "confidence": quote.confidence,
        "text": clean(quote.words),
    }


def article_of(annotated: AnnotatedEvent, target: AnnotationTarget) -> Article:
    """Return the article that is meant, or that a quote lies in. Raises `VerbError`."""
    if article := annotated.event.article(target.article or target.id):
        return article
    raise VerbError(f"{target.id}: this article was deleted")


def _context(article: Article, quote: Quote) -> str:
    """Return the paragraphs that a quote lies in; of one whose words are gone, what stood around them."""
    if quote.gone:
        part = quote.parts[0]
        return f"{part.prefix}{part.exact}{part.suffix}"
    start = article.text.rfind("\n", 0, quote.start) + 1
    end = article.text.find("\n", quote.end)
    return article.text[start : end if end >= 0 else None].strip()


def _bases(basis: Mapping[str, str]) -> dict[str, str]:
    return {clean(name): clean(how) for name, how in basis.items()}

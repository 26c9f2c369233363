"""The records that verbs print with --json; their fields are documented in the README and stable.

Everything in them has passed `clean()`, whoever wrote the files they come from.
"""

from __future__ import annotations

from collections.abc import Mapping

from tui.core.model import SUMMARY, AnnotatedEvent, Article, EventRow, Quote, Speaker, Tag
from tui.core.quote_state import speaker_before, words_before
from tui.core.speakers import final_speaker, names_of
from tui.core.text import clean

Record = dict[str, object]


def event_record(row: EventRow, annotated: AnnotatedEvent | None, tags: Mapping[str, Tag]) -> Record:
    """Return an event: `id, name, date, date_inferred, outlets, articles, sources, quotes, tags, note,
    notes, starred`; `sources` counts an article and its copies once, `quotes` what stands in several copies."""
    return _cleaned(
        {
            "id": row["id"],
            "name": row["name"],
            "date": row["date"],
            "date_inferred": row["inferred"],
            "outlets": row["outlets"],
            "articles": row["articles"],
            "sources": row.get("sources", row["articles"]),
            "quotes": row["quotes"],
            **_marks(annotated, row["id"], tags),
        }
    )


def article_record(article: Article, annotated: AnnotatedEvent, tags: Mapping[str, Tag]) -> Record:
    """Return an article without its text: `id, event, event_name, headline, outlet, author, published,
    published_basis, url, language, origin, imported, versions, copy_of, summary, words, quotes, read, tags,
    note, notes, starred`; `versions` counts the earlier ones that are kept, `copy_of` is the id of the article
    whose text it repeats, `summary` tells whether the text is only what a feed said of it."""
    return _cleaned(
        {
            "id": article.id,
            "event": annotated.event.id,
            "event_name": annotated.event.name,
            "headline": article.headline,
            "outlet": article.outlet,
            "author": article.author,
            "published": article.published,
            "published_basis": article.basis.get("published", ""),
            "url": article.url,
            "language": article.language,
            "origin": article.origin,
            "imported": article.imported,
            "versions": article.versions,
            "copy_of": article.copy_of,
            "summary": article.basis.get("text") == SUMMARY,
            "words": len(article.text.split()),
            "quotes": len(article.quotes),
            "read": annotated.read(article.id),
            **_marks(annotated, article.id, tags),
        }
    )


def quote_record(
    quote: Quote,
    article: Article,
    annotated: AnnotatedEvent,
    tags: Mapping[str, Tag],
    speakers: Mapping[str, Speaker],
) -> Record:
    """Return a quote: `id, article, event, event_name, event_date, headline, outlet, published, url, kind, polarity,
    text, parts, speaker, speaker_id, speaker_text, role, cue, why, confidence, candidates, chain,
    edited, original, translator, status, evidence, reliability, credibility, links, tags, note, notes, starred,
    moved, words_before, speaker_before, orphan`. `moved` says that the words or their speaker changed since
    the reader marked them.
    `parts` are `{start, end, text}` in code points of the article's text, end exclusive."""
    speaker = final_speaker(quote.speaker, speakers)
    assessed = annotated.assessment(quote.id, article.id)
    written = annotated.annotations.get(quote.id, ())
    before = words_before(quote, written)
    return _cleaned(
        {
            "id": quote.id,
            "article": article.id,
            "event": annotated.event.id,
            "event_name": annotated.event.name,
            "event_date": annotated.event.date,
            "headline": article.headline,
            "outlet": article.outlet,
            "published": article.published,
            "url": article.url,
            "kind": quote.kind,
            "polarity": quote.polarity or "asserted",
            "text": quote.words,
            "parts": [{"start": part.start, "end": part.end, "text": part.exact} for part in quote.parts],
            "speaker": speaker.name if speaker else quote.entity or quote.speaker_text,
            "speaker_id": speaker.id if speaker else "",
            "speaker_text": quote.speaker_text,
            "role": quote.role,
            "cue": quote.cue,
            "why": quote.why,
            "confidence": quote.confidence,
            "candidates": list(quote.candidates),
            "chain": list(quote.chain),
            "edited": list(quote.edited),
            "original": quote.original,
            "translator": quote.translator,
            "status": assessed.get("status", "unchecked"),
            "evidence": assessed.get("evidence", ""),
            "reliability": assessed.get("reliability", ""),
            "credibility": assessed.get("credibility", ""),
            "links": links_of(annotated, quote.id),
            **_marks(annotated, quote.id, tags),
            "moved": bool(before),
            "words_before": before,
            "speaker_before": speaker_before(quote, written),
            "orphan": quote.gone,
        }
    )


def speaker_record(speaker: Speaker, quotes: int, speakers: Mapping[str, Speaker]) -> Record:
    """Return a speaker: `id, name, role, aliases, merged_into, quotes`. `aliases` are all their other names,
    those of speakers merged into them too."""
    return _cleaned(
        {
            "id": speaker.id,
            "name": speaker.name,
            "role": speaker.role,
            "aliases": list(names_of(speaker, speakers)[1:]),
            "merged_into": speaker.merged_into,
            "quotes": quotes,
        }
    )


def links_of(annotated: AnnotatedEvent, quote_id: str) -> list[Record]:
    """Return the links of a quote: `relation, inverse, quote, article, text`."""
    return [
        {
            "relation": str(each.body["relation"]),
            "inverse": bool(each.body.get("inverse")),
            "quote": str(each.body["quote"]),
            "article": str(each.body.get("article", "")),
            "text": clean(str(each.body.get("exact", ""))),
        }
        for each in annotated.of(quote_id, "linking")
    ]


def _marks(annotated: AnnotatedEvent | None, target: str, tags: Mapping[str, Tag]) -> Record:
    if annotated is None:
        return {"tags": [], "note": "", "notes": [], "starred": False}
    return {
        "tags": [tags[tag].name for tag in annotated.tags(target) if tag in tags],
        "note": annotated.note(target),
        "notes": notes_of(annotated, target),
        "starred": annotated.starred(target),
    }


def notes_of(annotated: AnnotatedEvent, target: str) -> list[Record]:
    """Return the notes on something, oldest first: `text, creator, created, modified` (ISO 8601, UTC)."""
    return [
        {
            "text": clean(str(each.body["value"])),
            "creator": clean(each.creator),
            "created": each.created,
            "modified": each.modified,
        }
        for each in annotated.of(target, "commenting")
    ]


def _cleaned(record: Record) -> Record:
    return {name: _clean(value) for name, value in record.items()}


def _clean(value: object) -> object:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [_clean(each) for each in value]
    if isinstance(value, dict):
        return {name: _clean(each) for name, each in value.items()}
    return value


def turned_down(record: Record) -> str:
    """Return the polarity of a quote's record where its words are not asserted, else ""."""
    polarity = str(record["polarity"])
    return "" if polarity == "asserted" else polarity

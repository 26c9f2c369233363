"""The records that verbs print with --json; their fields are documented in docs/verbs.md and stable.

Everything in them has passed `clean()`, whoever wrote the files they come from.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import zip_longest
from typing import Any

from tui.core.authorship import deeds
from tui.core.model import SUMMARY, AnnotatedEvent, Article, EventRow, Quote, Speaker, Tag, stance
from tui.core.quote_state import speaker_before, words_before
from tui.core.records import attributes
from tui.core.speakers import SEVERAL, attributed_names, names_of, speakers_of
from tui.core.text import clean

Record = dict[str, Any]


def event_record(row: EventRow, annotated: AnnotatedEvent | None, tags: Mapping[str, Tag]) -> Record:
    """Return an event; `sources` counts an article and its copies once, `quotes` what stands in several copies."""
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
    """Return an article without its text.

    `versions` counts the earlier ones that are kept, `copy_of` is the id of the article whose text it repeats,
    `summary` tells whether the text is only what a feed said of it.
    """
    return _cleaned(
        {
            "id": article.id,
            "event": annotated.event.id,
            "event_name": annotated.event.name,
            **attributes(article, "headline outlet author published"),
            "published_basis": article.basis.get("published", ""),
            **attributes(article, "url language origin imported versions copy_of"),
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
    """Return a quote; `text_changed` says that the words or their speaker did since the reader marked them.

    `speakers` are `{id, name}`; where there are several, `speaker` has their names parted by "; " and `speaker_id`
    is "". `parts` are `{start, end, text}` in code points of the article's text, end exclusive.
    """
    known = speakers_of(quote, speakers)
    names = attributed_names(quote, speakers)
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
            "event_date_inferred": annotated.event.date_inferred,
            **attributes(article, "headline outlet published"),
            "published_basis": article.basis.get("published", ""),
            "url": article.url,
            "kind": quote.kind,
            "polarity": quote.polarity or "asserted",
            "text": quote.words,
            "parts": [{"start": part.start, "end": part.end, "text": part.exact} for part in quote.parts],
            "speaker": SEVERAL.join(names),
            "speaker_id": known[0].id if len(known) == 1 else "",
            "speakers": [
                {"id": who.id if who else "", "name": name} for who, name in zip_longest(known, names)
            ],
            "speaker_text": quote.speaker_text,
            "role": quote.role,
            **attributes(quote, "cue why confidence candidates chain edited original translator"),
            "status": assessed.get("status", "unchecked"),
            **{key: assessed.get(key, "") for key in ("evidence", "reliability", "credibility")},
            "links": links_of(annotated, quote.id),
            **_marks(annotated, quote.id, tags),
            "text_changed": bool(before),
            "words_before": before,
            "speaker_before": speaker_before(quote, written),
            "words_gone": quote.gone,
        }
    )


def speaker_record(speaker: Speaker, quotes: int, speakers: Mapping[str, Speaker]) -> Record:
    """Return a speaker; `aliases` are all their other names, those of speakers merged into them too."""
    return _cleaned(
        {
            **attributes(speaker, "id name role side"),
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
        return {"tags": [], "note": "", "notes": [], "starred": False, "deeds": []}
    return {
        "tags": annotated.tag_names(target, tags),
        "note": annotated.note(target),
        "notes": notes_of(annotated, target),
        "starred": annotated.starred(target),
        "deeds": [deed._asdict() for deed in deeds(annotated.annotations.get(target, ()), tags)],
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
        for each in annotated.notes(target)
    ]


def _cleaned(record: Record) -> Record:
    return {name: _clean(value) for name, value in record.items()}


def _clean(value: object) -> object:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, (list, tuple)):
        return [_clean(each) for each in value]
    if isinstance(value, dict):
        return {name: _clean(each) for name, each in value.items()}
    return value


def turned_down(record: Record) -> str:
    """Return what is told before the words of a quote's record where they are not asserted, else ""."""
    polarity = "" if record["polarity"] == "asserted" else str(record["polarity"])
    return stance(polarity, record["cue"], record["edited"])

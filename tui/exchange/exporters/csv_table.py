"""`csv`: a table for spreadsheets, one row a quote and tag."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from tui.core.accounts import Standing
from tui.core.model import AnnotatedEvent, Annotation, Article, Event, Quote, Tag
from tui.core.statements import BY_READER
from tui.core.text import clean
from tui.exchange.exporters.dossier import Dossier, links


class Row(NamedTuple):
    """A quote, its statement's id, its speaker's side, and one of its tags (with who gave it, and when), None for none."""

    dossier: Dossier
    annotated: AnnotatedEvent
    event: Event
    article: Article
    quote: Quote
    assessed: dict[str, str]
    tag: Tag | None
    tagged: str
    tagged_by: str
    statement: str
    standing: Standing


COLUMNS: dict[str, Callable[[Row], str]] = {
    "quote": lambda row: row.quote.words,
    "speaker": lambda row: row.dossier.speaker_name(row.quote),
    "speaker_inferred": lambda row: "yes" if row.quote.unsure and row.dossier.speaker_name(row.quote) else "",
    # Beside the words: what was denied must not be taken for what was said.
    "polarity": lambda row: row.quote.polarity or "asserted",
    "through": lambda row: "; ".join(row.quote.chain),
    "kind": lambda row: row.quote.kind,
    "tag": lambda row: row.tag.name if row.tag else "",
    "tag_description": lambda row: row.tag.description if row.tag else "",
    "tagged": lambda row: row.tagged,
    "tagged_by": lambda row: row.tagged_by,
    "note": lambda row: row.annotated.note(row.quote.id),
    "starred": lambda row: "yes" if row.annotated.starred(row.quote.id) else "",
    "status": lambda row: row.assessed.get("status", "unchecked"),
    "evidence": lambda row: row.assessed.get("evidence", ""),
    "reliability": lambda row: row.assessed.get("reliability", ""),
    "credibility": lambda row: row.assessed.get("credibility", ""),
    "original": lambda row: row.quote.original,
    "translator": lambda row: row.quote.translator,
    "links": lambda row: "; ".join(links(row.annotated, row.quote.id)),
    "event_date": lambda row: row.event.date,
    "event_date_inferred": lambda row: "yes" if row.event.date_inferred else "",
    "event": lambda row: row.event.name,
    "outlet": lambda row: row.article.outlet,
    "headline": lambda row: row.article.headline,
    "author": lambda row: row.article.author,
    "published": lambda row: row.article.published,
    "published_basis": lambda row: row.article.basis.get("published", ""),
    "url": lambda row: row.article.url,
    "language": lambda row: row.article.language,
    "speaker_text": lambda row: row.quote.speaker_text,
    "role": lambda row: row.dossier.role(row.quote),
    "side": lambda row: row.standing.side if row.standing.why else "",
    "side_inferred": lambda row: "yes" if row.standing.why and not row.standing.stated else "",
    "why": lambda row: row.quote.why,
    "confidence": lambda row: f"{row.quote.confidence:g}",
    "start": lambda row: str(row.quote.start),
    "end": lambda row: str(row.quote.end),
    "quote_id": lambda row: row.quote.id,
    "statement_id": lambda row: row.statement,
    "article_id": lambda row: row.article.id,
    "event_id": lambda row: row.event.id,
    "copy_of": lambda row: row.article.copy_of,
    "source_sha256": lambda row: row.article.source,
    "origin": lambda row: row.article.origin,
    "imported": lambda row: row.article.imported,
    "words_gone": lambda row: "yes" if row.quote.gone else "",
    "cue": lambda row: row.quote.cue,
}
# What makes a cell a formula in one spreadsheet or another, full width forms too.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")
# Where the spreadsheet parts cells by semicolons or tabs, each of these begins another cell; “- ” is a list's.
_WITHIN = re.compile(r"([;\t\n][^\S\n]*[\"']?)(?=[=+@＝＋－＠]|-[^\s-])")


def rows(dossier: Dossier) -> Iterator[tuple[str, ...]]:
    """Yield the rows below the header, as text."""
    event, statements, sides = "", dict[str, str](), dict[str, Standing]()
    for annotated, article, quote in dossier.quotes():
        if annotated.event.id != event:
            event = annotated.event.id
            statements, sides = dossier.statement_ids(annotated), dossier.sides(annotated)
        assessed = annotated.assessment(quote.id, article.id)
        statement = statements.get(quote.id, "")
        # One that is gone is in no statement.
        standing = sides.get(dossier.speaker_name(quote)) or Standing(dossier.side(quote), BY_READER)
        known = dossier, annotated, annotated.event, article, quote, assessed
        for tag, created, by in _taggings(dossier, annotated, quote.id) or [(None, "", "")]:
            row = Row(*known, tag, created, by, statement, standing)
            yield tuple(clean(value(row)) for value in COLUMNS.values())


def _taggings(dossier: Dossier, annotated: AnnotatedEvent, target: str) -> list[tuple[Tag | None, str, str]]:
    """Return the tags on something: since when, and by whom, all where several gave the same."""
    found: dict[str, list[Annotation]] = {}
    for each in annotated.of(target, "tagging"):
        found.setdefault(str(each.body["tag"]), []).append(each)
    return [
        (dossier.tags.get(tag), min(each.created for each in those), creators(those))
        for tag, those in found.items()
    ]


def creators(written: Iterable[Annotation]) -> str:
    """Return who wrote something, each once."""
    return "; ".join(dict.fromkeys(filter(None, (each.creator for each in written))))


def cells(values: Sequence[str]) -> tuple[str, ...]:
    """Return values as cells: cleaned, and with an apostrophe before what would start a formula.

    As OWASP advises against CSV injection: https://owasp.org/www-community/attacks/CSV_Injection
    """
    return tuple(map(_guarded, map(clean, values)))


def _guarded(value: str) -> str:
    if not value or _NUMBER.fullmatch(value):
        return value
    inside = _WITHIN.sub(r"\1'", value)
    return f"'{inside}" if value.startswith(_FORMULA) or value.lstrip().startswith(_FORMULA) else inside


def chunks(dossier: Dossier) -> Iterator[str]:
    """Yield the CSV file: UTF-8 with a byte order mark, which is how spreadsheets know UTF-8."""
    yield "\ufeff"
    yield as_line(list(COLUMNS))
    yield from (as_line(cells(row)) for row in rows(dossier))


def as_line(row: Sequence[str]) -> str:
    """Return a row of cells as a line of the file."""
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerow(row)
    return out.getvalue()

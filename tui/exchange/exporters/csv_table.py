"""`csv`: a table for spreadsheets, one row a quote and tag."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence

from tui.core.text import clean
from tui.exchange.exporters.dossier import Dossier, links

COLUMNS = (
    "quote",
    "speaker",
    "kind",
    "tag",
    "tag_description",
    "tagged",
    "note",
    "starred",
    "status",
    "evidence",
    "reliability",
    "credibility",
    "original",
    "translator",
    "links",
    "event_date",
    "event",
    "outlet",
    "headline",
    "author",
    "published",
    "published_basis",
    "url",
    "language",
    "speaker_text",
    "role",
    "through",
    "why",
    "confidence",
    "start",
    "end",
    "quote_id",
    "article_id",
    "event_id",
    "copy_of",
    "source_sha256",
    "origin",
    "imported",
    "words_gone",
)
# What makes a cell a formula in one spreadsheet or another, full width forms too.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# Where the spreadsheet parts cells by semicolons or tabs, each of these begins another cell; “- ” is a list's.
_WITHIN = re.compile(r"([;\t\n][^\S\n]*[\"']?)(?=[=+@＝＋－＠]|-[^\s-])")


def rows(dossier: Dossier) -> Iterator[tuple[str, ...]]:
    """Yield the rows below the header, every cell safe to open in a spreadsheet."""
    for annotated in dossier.events():
        event = annotated.event
        for article in event.articles:
            for quote in article.all_quotes:
                assessed = annotated.assessment(quote.id, article.id)
                tagged = {str(each.body["tag"]): each.created for each in annotated.of(quote.id, "tagging")}
                for tag_id, created in tagged.items() or [("", "")]:
                    tag = dossier.tags.get(tag_id)
                    yield cells(
                        (
                            quote.words,
                            dossier.speaker_name(quote),
                            quote.kind,
                            tag.name if tag else "",
                            tag.description if tag else "",
                            created,
                            annotated.note(quote.id),
                            "yes" if annotated.starred(quote.id) else "",
                            assessed.get("status", "unchecked"),
                            assessed.get("evidence", ""),
                            assessed.get("reliability", ""),
                            assessed.get("credibility", ""),
                            quote.original,
                            quote.translator,
                            "; ".join(links(annotated, quote.id)),
                            event.date,
                            event.name,
                            article.outlet,
                            article.headline,
                            article.author,
                            article.published,
                            article.basis.get("published", ""),
                            article.url,
                            article.language,
                            quote.speaker_text,
                            dossier.role(quote),
                            "; ".join(quote.chain),
                            quote.why,
                            f"{quote.confidence:g}",
                            str(quote.start),
                            str(quote.end),
                            quote.id,
                            article.id,
                            event.id,
                            article.copy_of,
                            article.source,
                            article.origin,
                            article.imported,
                            "yes" if quote.gone else "",
                        )
                    )


def cells(values: Sequence[str]) -> tuple[str, ...]:
    """Return values as cells: cleaned, and with an apostrophe before what would start a formula."""
    found = (_WITHIN.sub(r"\1'", clean(value)) for value in values)
    return tuple(
        f"'{value}" if value.startswith(_FORMULA) or value.lstrip().startswith(_FORMULA) else value
        for value in found
    )


def chunks(dossier: Dossier) -> Iterator[str]:
    """Yield the CSV file: UTF-8 with a byte order mark, which is how spreadsheets know UTF-8."""
    yield "\ufeff"
    yield _line(COLUMNS)
    for row in rows(dossier):
        yield _line(row)


def _line(row: Sequence[str]) -> str:
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerow(row)
    return out.getvalue()

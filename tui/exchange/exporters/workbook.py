"""`xlsx`: a workbook with the quotes, the articles, the events and the tags, a sheet each."""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from tui.core.model import AnnotatedEvent, Article
from tui.core.text import clean
from tui.exchange.exporters import csv_table
from tui.exchange.exporters.dossier import Dossier
from tui.exchange.exporters.serialize import blocks

_CELL = 32_767  # characters, and rows: what the format holds
_ROWS = 1_048_576


class _ArticleRow(NamedTuple):
    dossier: Dossier
    its: AnnotatedEvent
    article: Article


_ARTICLES: dict[str, Callable[[_ArticleRow], str]] = {
    "headline": lambda row: row.article.headline,
    "outlet": lambda row: row.article.outlet,
    "author": lambda row: row.article.author,
    "published": lambda row: row.article.published,
    "published_basis": lambda row: row.article.basis.get("published", ""),
    "url": lambda row: row.article.url,
    "language": lambda row: row.article.language,
    "event_date": lambda row: row.its.event.date,
    "event_date_inferred": lambda row: "yes" if row.its.event.date_inferred else "",
    "event": lambda row: row.its.event.name,
    "words": lambda row: str(len(row.article.text.split())),
    "quotes": lambda row: str(len(row.article.quotes)),
    "tags": lambda row: ", ".join(row.dossier.tag_names(row.its, row.article.id)),
    "tagged_by": lambda row: csv_table.creators(row.its.of(row.article.id, "tagging")),
    "note": lambda row: row.its.note(row.article.id),
    "starred": lambda row: "yes" if row.its.starred(row.article.id) else "",
    "reliability": lambda row: row.its.assessment(row.article.id).get("reliability", ""),
    "evidence": lambda row: row.its.assessment(row.article.id).get("evidence", ""),
    "article_id": lambda row: row.article.id,
    "event_id": lambda row: row.its.event.id,
    "origin": lambda row: row.article.origin,
    "imported": lambda row: row.article.imported,
}
_EVENTS: dict[str, Callable[[Dossier, AnnotatedEvent], str]] = {
    "date": lambda _, its: its.event.date,
    "date_inferred": lambda _, its: "yes" if its.event.date_inferred else "",
    "name": lambda _, its: its.event.name,
    "articles": lambda _, its: str(len(its.event.articles)),
    "quotes": lambda _, its: str(sum(len(article.quotes) for article in its.event.articles)),
    "statements": lambda dossier, its: str(len(dossier.statements(its))),
    "outlets": lambda _, its: ", ".join(sorted({each.outlet for each in its.event.articles} - {""})),
    "tags": lambda dossier, its: ", ".join(dossier.tag_names(its, its.event.id)),
    "tagged_by": lambda _, its: csv_table.creators(its.of(its.event.id, "tagging")),
    "note": lambda _, its: its.note(its.event.id),
    "starred": lambda _, its: "yes" if its.starred(its.event.id) else "",
    "event_id": lambda _, its: its.event.id,
}
_SPEAKERS = ("name", "other_names", "role", "side", "quotes", "note", "speaker_id")
_TAGS = ("name", "description", "color", "sign", "quotes", "articles", "events", "tag_id")


_NUMBERS = frozenset("words quotes statements articles events start end confidence".split())
_DAYS = frozenset("date event_date published".split())
_MOMENTS = frozenset("tagged imported".split())
_DAY = re.compile(r"(?:19|[2-9]\d)\d\d-\d\d-\d\d")  # of the years that spreadsheets have
_MOMENT = re.compile(r"(?:19|[2-9]\d)\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z")
_FORMS = {date: "yyyy-mm-dd", datetime: 'yyyy-mm-dd"T"hh:mm:ss"Z"'}


_Sheet = tuple[str, Collection[str], Iterable[Sequence[str]]]
"""What a sheet is called, its columns and its rows."""


def chunks(dossier: Dossier) -> Iterator[bytes]:
    """Yield the workbook."""
    return book(
        (
            ("Quotes", csv_table.COLUMNS, csv_table.rows(dossier)),
            ("Articles", _ARTICLES, _articles(dossier)),
            ("Events", _EVENTS, _events(dossier)),
            ("Tags", _TAGS, _tags(dossier)),
            ("Speakers", _SPEAKERS, _speakers(dossier)),
        )
    )


def texts(values: Iterable[str]) -> tuple[str, ...]:
    """Return values as the cells of a row: cleaned, for a text in a workbook is never a formula."""
    return tuple(map(clean, values))


def typed(column: str, cell: str) -> str | float | date | datetime:
    """Return what a cell of a column says: a number, a day, a moment (UTC), or text where it is none of these.

    A date that is no single day (`2025-07`, `2025-07-01/2025-07-05`) is text.
    """
    with suppress(ValueError):
        if column in _NUMBERS:
            return float(cell)
        if column in _DAYS and _DAY.fullmatch(cell):
            return date.fromisoformat(cell)
        if column in _MOMENTS and _MOMENT.fullmatch(cell):
            return datetime.fromisoformat(cell).replace(tzinfo=None)
    return cell


def book(sheets: Iterable[_Sheet], *, wrapped: bool = False) -> Iterator[bytes]:
    """Yield a workbook of these sheets; `wrapped` cells hold much, all columns alike."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "out.xlsx"
        options = {
            "constant_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "tmpdir": folder,
        }
        try:
            with xlsxwriter.Workbook(str(path), options) as file:
                styles: dict[object, object] = {
                    kind: file.add_format({"num_format": form}) for kind, form in _FORMS.items()
                }
                styles["head"] = file.add_format({"bold": True})
                if wrapped:
                    styles["wrap"] = file.add_format({"text_wrap": True, "valign": "top"})
                for name, columns, rows in sheets:
                    _fill(file.add_worksheet(name), styles, columns, rows)
        except FileCreateError as error:  # the library's own for what the disk refuses
            (refused,) = error.args
            raise refused if isinstance(refused, OSError) else OSError(str(error)) from None
        with path.open("rb") as made:
            yield from blocks(made)


def _fill(
    sheet: xlsxwriter.worksheet.Worksheet,
    styles: Mapping[object, object],
    columns: Collection[str],
    rows: Iterable[Sequence[str]],
) -> None:
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, 0, 60)
    sheet.set_column(1, len(columns) - 1, 60 if "wrap" in styles else 18)
    for column, name in enumerate(columns):
        sheet.write_string(0, column, name, styles["head"])
    last = 0
    for number, row in enumerate(rows, 1):
        if number >= _ROWS:
            break
        last = number
        for column, (name, cell) in enumerate(zip(columns, row, strict=True)):
            value = typed(name, cell) if cell else ""
            if isinstance(value, float):
                sheet.write_number(number, column, value)
            elif isinstance(value, date):  # moments are days too
                sheet.write_datetime(number, column, value, styles[type(value)])
            elif value:  # as text, whatever it looks like
                held = value if len(value) <= _CELL else value[: _CELL - 1] + "…"
                sheet.write_string(number, column, held, styles.get("wrap"))
    sheet.autofilter(0, 0, last, len(columns) - 1)


def _articles(dossier: Dossier) -> Iterator[tuple[str, ...]]:
    for annotated, article in dossier.articles():
        row = _ArticleRow(dossier, annotated, article)
        yield texts(value(row) for value in _ARTICLES.values())


def _events(dossier: Dossier) -> Iterator[tuple[str, ...]]:
    for annotated in dossier.events():
        yield texts(value(dossier, annotated) for value in _EVENTS.values())


def _tags(dossier: Dossier) -> Iterator[tuple[str, ...]]:
    counts = Counter(
        (str(each.body["tag"]), each.target.type)
        for annotated in dossier.events()
        for those in annotated.annotations.values()
        for each in those
        if each.motivation == "tagging"
    )
    for tag in sorted(dossier.tags.values(), key=lambda tag: tag.name.casefold()):
        used = [str(counts[tag.id, kind]) for kind in ("quote", "article", "event")]
        yield texts((tag.name, tag.description, tag.color, tag.sign, *used, tag.id))


def _speakers(dossier: Dossier) -> Iterator[tuple[str, ...]]:
    said = Counter(speaker.id for _, _, quote in dossier.quotes() for speaker in dossier.said_by(quote))
    for speaker_id in sorted(said, key=lambda each: dossier.speakers[each].name.casefold()):
        speaker = dossier.speakers[speaker_id]
        names, note = "; ".join(dossier.other_names(speaker)), dossier.noted(speaker).note(speaker_id)
        yield texts(
            (speaker.name, names, speaker.role, speaker.side, str(said[speaker_id]), note, speaker_id)
        )

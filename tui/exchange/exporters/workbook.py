"""`xlsx`: a workbook with the quotes, the articles, the events and the tags, a sheet each."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from tui.exchange.exporters import csv_table
from tui.exchange.exporters.dossier import Dossier
from tui.exchange.exporters.serialize import blocks

_CELL = 32_767  # characters, and rows: what the format holds
_ROWS = 1_048_576
_ARTICLES = tuple(
    "headline outlet author published url language event_date event words quotes tags note starred"
    " reliability evidence article_id event_id origin imported".split()
)
_EVENTS = ("date", "name", "articles", "quotes", "outlets", "tags", "note", "starred", "event_id")
_SPEAKERS = ("name", "other_names", "role", "quotes", "note", "speaker_id")
_TAGS = ("name", "description", "color", "sign", "quotes", "articles", "events", "tag_id")


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
                bold = file.add_format({"bold": True})
                wrap = file.add_format({"text_wrap": True, "valign": "top"}) if wrapped else None
                for name, columns, rows in sheets:
                    _fill(file.add_worksheet(name), bold, wrap, columns, rows)
        except FileCreateError as error:  # the library's own for what the disk refuses
            (refused,) = error.args
            raise refused if isinstance(refused, OSError) else OSError(str(error)) from None
        with path.open("rb") as made:
            yield from blocks(made)


def _fill(
    sheet: xlsxwriter.worksheet.Worksheet,
    bold: object,
    wrap: object | None,
    columns: Collection[str],
    rows: Iterable[Sequence[str]],
) -> None:
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, 0, 60)
    sheet.set_column(1, len(columns) - 1, 60 if wrap else 18)
    for column, name in enumerate(columns):
        sheet.write_string(0, column, name, bold)
    last = 0
    for number, row in enumerate(rows, 1):
        if number >= _ROWS:
            break
        last = number
        for column, cell in enumerate(row):
            if cell:  # as text, whatever it looks like
                held = cell if len(cell) <= _CELL else cell[: _CELL - 1] + "…"
                sheet.write_string(number, column, held, wrap)
    sheet.autofilter(0, 0, last, len(columns) - 1)


def _articles(dossier: Dossier) -> Iterator[tuple[str, ...]]:
    for annotated, article in dossier.articles():
        event, assessed = annotated.event, annotated.assessment(article.id)
        yield csv_table.cells(
            (
                article.headline,
                article.outlet,
                article.author,
                article.published,
                article.url,
                article.language,
                event.date,
                event.name,
                str(len(article.text.split())),
                str(len(article.quotes)),
                ", ".join(dossier.tag_names(annotated, article.id)),
                annotated.note(article.id),
                "yes" if annotated.starred(article.id) else "",
                assessed.get("reliability", ""),
                assessed.get("evidence", ""),
                article.id,
                event.id,
                article.origin,
                article.imported,
            )
        )


def _events(dossier: Dossier) -> Iterator[tuple[str, ...]]:
    for annotated in dossier.events():
        event = annotated.event
        yield csv_table.cells(
            (
                event.date,
                event.name,
                str(len(event.articles)),
                str(sum(len(article.quotes) for article in event.articles)),
                ", ".join(sorted({article.outlet for article in event.articles if article.outlet})),
                ", ".join(dossier.tag_names(annotated, event.id)),
                annotated.note(event.id),
                "yes" if annotated.starred(event.id) else "",
                event.id,
            )
        )


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
        yield csv_table.cells((tag.name, tag.description, tag.color, tag.sign, *used, tag.id))


def _speakers(dossier: Dossier) -> Iterator[tuple[str, ...]]:
    said = Counter(speaker.id for _, _, quote in dossier.quotes() for speaker in dossier.said_by(quote))
    for speaker_id in sorted(said, key=lambda each: dossier.speakers[each].name.casefold()):
        speaker = dossier.speakers[speaker_id]
        names, note = "; ".join(dossier.other_names(speaker)), dossier.noted(speaker).note(speaker_id)
        yield csv_table.cells((speaker.name, names, speaker.role, str(said[speaker_id]), note, speaker_id))

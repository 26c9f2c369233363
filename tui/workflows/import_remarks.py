"""Tags, notes and highlights that sources came with go onto the articles they became, in one step of a batch."""

from __future__ import annotations

from collections.abc import Mapping

from tui.commands.annotations import target_of
from tui.core.model import Selector
from tui.exchange.importers.model import ImportedMarks, ImportedNote, ImportedTag, TextReference
from tui.reading.result import Remarks
from tui.store.briefing import Briefing
from tui.workflows.import_annotations import ImportAnnotations
from tui.workflows.text_references import AnnotationImportResult, pointed


def take_remarks(briefing: Briefing, remarks: Mapping[str, Remarks]) -> list[str]:
    """Write what was written on articles (by their ids) on them; return what was left out, a line each.

    Raises `StoreError`.
    """
    pointers = []
    for article, its in remarks.items():
        mark = ImportedMarks(
            tags=tuple(map(ImportedTag, its.tags)), notes=tuple(map(ImportedNote, its.notes))
        )
        if mark != ImportedMarks():
            pointers.append(TextReference(selectors=(), ids=(article,), mark=mark))
        pointers += [
            TextReference(selectors=(Selector(words),), ids=(article,), mark=ImportedMarks(starred=True))
            for words in its.highlights
        ]
    taken = AnnotationImportResult()
    marks = list(pointed(briefing, pointers, taken))
    passages = [(target_of(article), passage) for article, passage in taken.missing]
    if marks or passages:
        briefing.do(ImportAnnotations(origin="imported sources", marks=marks, passages=passages))
    return taken.left

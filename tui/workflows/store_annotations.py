"""What another program handed over goes into a briefing. All of it was read before anything is stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from tui.commands.annotations import target_of
from tui.core.alignment.anchors import find_anchor
from tui.core.extras import install_command, is_installed
from tui.core.model import STATED, AnnotationTarget, Article, Selector
from tui.core.records import attributes
from tui.core.speakers import SEVERAL
from tui.core.text import pluralize
from tui.exchange.importers.detect import AnnotationFormat
from tui.exchange.importers.model import (
    AnnotationFile,
    AnnotationFileError,
    Document,
    ImportedMarks,
    ImportedNote,
    ImportedQuote,
    ImportedTag,
    TextReference,
    in_order,
)
from tui.reading.result import ParsedArticle, QuoteSpan, Remarks
from tui.store.briefing import Briefing, StoreError
from tui.store.ingest_types import NewArticle
from tui.workflows.import_annotations import ImportAnnotations
from tui.workflows.text_references import AnnotationImportResult, pointed, quote_at

_BATCH = 200
_LARGEST = 200_000_000  # bytes of what is read at once


def read(path: Path, kind: AnnotationFormat) -> AnnotationFile:
    """Return what a file says. Raises `AnnotationFileError`, without the file's name in it."""
    if kind in ("qdpx", "qdc") and not is_installed("lxml"):
        raise AnnotationFileError(f"is REFI-QDA; to read that, run: {install_command('formats')}")
    try:
        if kind == "qdpx":
            from tui.exchange.importers.qda_project import read_project

            return read_project(path)
        if path.stat().st_size > _LARGEST:
            raise AnnotationFileError(f"is too large for such a file (over {_LARGEST // 1_000_000} MB)")
        raw = path.read_bytes()
    except OSError as error:
        raise AnnotationFileError(f"cannot be read: {error.strerror or error}") from None
    if kind == "qdc":
        from tui.exchange.importers.qda_codebook import read_codebook

        return read_codebook(raw)
    if kind == "codebook":
        from tui.exchange.importers.codebook import read as read_table

        return read_table(raw)
    if kind == "highlights":
        from tui.exchange.importers.highlights import read as read_highlights

        return read_highlights(raw)
    from tui.exchange.importers.web_annotations import read as read_annotations

    return read_annotations(raw)


def take(briefing: Briefing, handed: AnnotationFile, origin: str) -> AnnotationImportResult:
    """Store what a file says: texts as articles, passages as quotes, the rest in one step that can be undone.

    Raises `StoreError`; it says so where texts are stored by then. Taking the file in again does the rest.
    """
    taken = AnnotationImportResult(left=list(handed.left), held=handed.held)
    try:
        _take(briefing, handed, origin, taken)
    except StoreError as error:
        if not taken.new:
            raise
        number = pluralize(len(taken.new), "article")
        raise StoreError(
            f"{number} of it are stored, but not what was written on them: import it again ({error})"
        ) from None
    finally:
        briefing.keep_arrivals(taken.new, [])
    return taken


def _take(briefing: Briefing, handed: AnnotationFile, origin: str, taken: AnnotationImportResult) -> None:
    tags = len(briefing.tags())
    marks: list[tuple[AnnotationTarget, ImportedMarks]] = []
    placed = _articles(briefing, handed.texts, origin, taken)
    events: dict[str, str] = {}
    for text, article_id in placed:
        event_id = briefing.event_of(article_id)
        events.setdefault(text.event, event_id)
        article = briefing.annotated(event_id).event.article(article_id) if event_id else None
        if article is None:
            taken.left.append(
                f"{text.headline}: it was deleted here, and so its tags and notes were left out"
            )
            continue
        marks.append((AnnotationTarget("article", article_id, article_id), text.mark))
        marks += _marks(article, text, taken)
        marks += _gone(article, text, taken)
    for name, mark in handed.events:
        if name in events:
            marks.append((AnnotationTarget("event", events[name]), mark))
        else:
            taken.left.append(f"“{name}”: tags and notes on a set of texts that is no event here")
    if handed.pointers:
        marks += pointed(briefing, handed.pointers, taken)
    marks = [(target, mark) for target, mark in marks if mark]
    for mark in (*(mark for _, mark in marks), *(passage.mark for _, passage in taken.missing)):
        taken.arrived += mark.counted
    passages = [(target_of(article), passage) for article, passage in taken.missing]
    ties = [tie for tie in handed.ties if tie.id != tie.other]
    if marks or handed.codes or passages or handed.people or ties:
        briefing.do(
            ImportAnnotations(
                origin=origin,
                codes=handed.codes,
                marks=marks,
                passages=passages,
                people=handed.people,
                ties=ties,
                places=taken.places,
            )
        )
    taken.codes, taken.marks = len(briefing.tags()) - tags, len(marks) + len(passages)


def take_remarks(briefing: Briefing, remarks: Mapping[str, Remarks]) -> list[str]:
    """Write what articles came with, by their ids, on them, in one step; return what was left out, a line each.

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


def _articles(
    briefing: Briefing, texts: Sequence[Document], origin: str, taken: AnnotationImportResult
) -> list[tuple[Document, str]]:
    named = {row["name"].casefold(): row["id"] for row in briefing.rows()}
    placed: list[tuple[Document, str]] = []
    for start in range(0, len(texts), _BATCH):
        batch = texts[start : start + _BATCH]
        incoming = [_incoming(text, named.get(text.event.casefold(), ""), origin) for text in batch]
        added = briefing.add(incoming)
        for number, text in enumerate(batch):
            new = added.articles.get(number, "")
            there = new or added.known.get(number, "") or added.changed.get(number, "")
            if there:
                (taken.new if new else taken.known).append(there)
                placed.append((text, there))
        if added.stopped:
            taken.left.append(added.stopped)
        for text in batch:
            if text.event in added.keys:
                named[text.event.casefold()] = added.keys[text.event]
    return placed


def _incoming(text: Document, event_id: str, origin: str) -> NewArticle:
    stated = attributes(text, "headline outlet author published event_date")
    reading = ParsedArticle(
        text=text.text,
        url=text.url,
        language=text.language,
        quotes=tuple(_found(text)),
        basis={name: STATED for name, value in stated.items() if value} if text.basis is None else text.basis,
        **stated,
    )
    return NewArticle(
        reading=reading,
        raw=text.text.encode("utf-8", "replace"),
        origin=f"{origin}: {text.origin}",
        event=event_id or text.event,
        event_name=text.event,
        whole_names=True,
    )


def _found(text: Document) -> Iterable[QuoteSpan]:
    """Yield the words that are marked as quotes: those that were marked again and again are one."""
    speakers: dict[tuple[tuple[int, int], ...], list[str]] = {}
    first: dict[tuple[tuple[int, int], ...], ImportedQuote] = {}
    for passage in text.passages:
        if not passage.own:
            speakers.setdefault(passage.parts, []).extend(passage.speakers)
            first.setdefault(passage.parts, passage)
    for group, (parts, passage) in enumerate(first.items()):
        named = tuple(dict.fromkeys(speakers[parts]))
        how = {"entity": SEVERAL.join(named), "why": "as imported", **passage.reading}
        for start, end in parts:
            yield QuoteSpan(
                start=start,
                end=end,
                text=text.text[start:end],
                kind=passage.kind,
                group=group,
                speakers=named,
                **how,
            )


def _marks(
    article: Article, text: Document, taken: AnnotationImportResult
) -> Iterable[tuple[AnnotationTarget, ImportedMarks]]:
    """Yield the marks on an article's quotes; passages that are none yet become quotes of the reader's own.

    The article may have been there before, in other words than the file has: they are looked for.
    """
    lost = 0
    for passage in text.passages:
        parts = passage.parts
        if article.text != text.text:
            found = [find_anchor(article.text, Selector.at(text.text, *part)) for part in parts]
            parts = in_order((each.start, each.end) for each in found if each is not None)
            if None in found:
                lost += 1
                continue
        quote = quote_at(article, parts)
        if quote is not None:
            taken.places[passage.id] = target_of(quote)
            yield target_of(quote), passage.mark
        else:
            taken.missing.append((article, replace(passage, parts=parts)))
    if lost:
        taken.left.append(f"{text.headline}: {lost} passages whose words are not in the text here")


def _gone(
    article: Article, text: Document, taken: AnnotationImportResult
) -> Iterable[tuple[AnnotationTarget, ImportedMarks]]:
    """Yield the marks on words that the text of the file no longer had, unless they are in the article here."""
    for gone in text.gone:
        own = gone.id.replace("-", "")
        quote = next(
            (each for each in article.all_quotes if own == each.id or each.words == gone.words), None
        )
        if quote is None and not gone.mark:
            taken.left.append(
                f"{text.headline}: “{gone.words[:60]}” is no longer in it, and nothing is on it"
            )
        elif quote is None:
            target = AnnotationTarget(
                "quote", own, article.id, Selector(gone.words, start=gone.start, end=gone.end), rest=()
            )
            taken.places[gone.id] = target
            yield target, replace(gone.mark, read_speaker=SEVERAL.join(gone.speakers))
        else:
            taken.places[gone.id] = target_of(quote)
            yield target_of(quote), gone.mark

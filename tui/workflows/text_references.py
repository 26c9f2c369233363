"""Marks on words of articles that are here: the article is found, then the words, then the quote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tui.commands.annotations import target_of
from tui.core.alignment.anchors import find_anchor
from tui.core.alignment.normalize import places_of
from tui.core.model import AnnotatedEvent, AnnotationTarget, Article, Quote, Selector
from tui.core.text import pluralize
from tui.exchange.importers.model import ImportedMarks, ImportedQuote, TextReference, in_order, kind_at
from tui.store.briefing import Briefing
from tui.store.index.duplicates import PageTraits


def pointed(
    briefing: Briefing, pointers: Sequence[TextReference], taken: AnnotationImportResult
) -> Iterator[tuple[AnnotationTarget, ImportedMarks]]:
    """Yield each mark with what it is about; what is not found is told in `taken.left`."""
    by_article: dict[str, list[TextReference]] = {}
    events = {row["id"] for row in briefing.rows()}
    absent: Counter[str] = Counter()
    known = briefing.duplicate_detector()
    titled = _by_title(briefing) if any(each.title for each in pointers) else {}
    for pointer in pointers:
        event = next((each for each in pointer.ids if each in events), "")
        if event and not pointer.selectors:
            yield AnnotationTarget("event", event), pointer.mark
            continue
        there = next((each for each in pointer.ids if known.by_id(each)), "")
        there = there or (pointer.url and known.find(PageTraits(url=pointer.url)))
        there = there or titled.get(pointer.title.casefold(), "")
        if there:
            by_article.setdefault(there, []).append(pointer)
        else:
            absent[pointer.url or pointer.title or "an article without an address"] += 1
    for article_id, those in by_article.items():
        yield from _on_article(briefing, article_id, those, taken)
    for where, count in absent.items():
        some = pluralize(count, "annotation")
        taken.left.append(f"{where}: {some}; import the page first, then this file again")


def _by_title(briefing: Briefing) -> dict[str, str]:
    """Return the ids of articles by headline and by the name of their file, where just one has it."""
    found: dict[str, set[str]] = {}
    for row in briefing.rows():
        for article in briefing.annotated(row["id"]).event.articles:
            name = article.origin.replace("\\", "/").rpartition("/")[2]
            for each in {article.headline.casefold(), name.casefold(), name.rpartition(".")[0].casefold()} - {
                ""
            }:
                found.setdefault(each, set()).add(article.id)
    return {title: articles.pop() for title, articles in found.items() if len(articles) == 1}


def _on_article(
    briefing: Briefing, article_id: str, pointers: Sequence[TextReference], taken: AnnotationImportResult
) -> Iterator[tuple[AnnotationTarget, ImportedMarks]]:
    annotated: AnnotatedEvent = briefing.annotated(briefing.event_of(article_id))
    article = annotated.event.article(article_id)
    if article is None:
        some = pluralize(len(pointers), "annotation")
        taken.left.append(f"{article_id}: {some} on an article that was deleted here")
        return
    for pointer in pointers:
        if not pointer.selectors:
            yield AnnotationTarget("article", article_id, article_id), pointer.mark
            continue
        own = article.quote(pointer.quote)
        parts = [_place(article, each) for each in pointer.selectors]
        placed = in_order(part for part in parts if part is not None)
        quote = own or (quote_at(article, placed) if None not in parts else None)
        if quote is not None:
            taken.places[pointer.quote] = target_of(quote)
            yield target_of(quote), pointer.mark
        elif None in parts:
            words = pointer.selectors[0].exact[:60] or f"position {pointer.selectors[0].start}"
            taken.left.append(f"{article.headline}: “{words}” is not in it")
        else:
            kind, mark = pointer.kind or kind_at(article.text, placed[0][0]), pointer.mark
            quote_there = ImportedQuote(
                placed,
                pointer.speakers,
                kind,
                mark,
                pointer.quote,
                creator=mark.creator,
                created=mark.created,
            )
            taken.missing.append((article, quote_there))


def _place(article: Article, selector: Selector) -> tuple[int, int] | None:
    if not selector.exact:  # a position alone: taken at its word as far as the text goes
        return (selector.start, selector.end) if selector.end <= len(article.text) else None
    if not (selector.prefix or selector.suffix):  # words alone, as tables have them
        places = places_of(selector.exact, article.text)
        if len(places) == 1:
            return places[0]
    found = find_anchor(article.text, selector)
    return (found.start, found.end) if found else None


@dataclass(slots=True, kw_only=True)
class AnnotationImportResult:
    """What was taken in: ids of new articles and of those that were there; counts; what was left out and why.

    `missing` are passages that are no quotes yet, `places` the others by what the file calls them. Of taggings,
    notes and stars `held` counts those in the file, `arrived` those that are here now.
    """

    @property
    def nothing(self) -> bool:
        """Tell whether there was something, and all of it was left out."""
        return bool(self.left) and not (self.new or self.known or self.codes or self.marks)

    new: list[str] = field(default_factory=list)
    known: list[str] = field(default_factory=list)
    codes: int = 0
    marks: int = 0
    left: list[str] = field(default_factory=list)
    missing: list[tuple[Article, ImportedQuote]] = field(default_factory=list)
    places: dict[str, AnnotationTarget] = field(default_factory=dict)
    held: Counter[str] = field(default_factory=Counter)
    arrived: Counter[str] = field(default_factory=Counter)

    def said(self) -> str:
        """Return what was taken in, without an end to the sentence."""
        new, tags = pluralize(len(self.new), "new article"), pluralize(self.codes, "new tag")
        held = [
            f"{self.arrived[what]} of {pluralize(count, what)}" for what, count in self.held.items() if count
        ]
        here = f"; of what was written in it {', '.join(held)} are here" if held else ""
        return f"{new}, {tags}, tags and notes on {pluralize(self.marks, 'thing')}{here}"


def quote_at(article: Article, parts: tuple[tuple[int, int], ...]) -> Quote | None:
    """Return the quote with these parts; what is no letter at their ends does not count."""
    wanted = _core(article.text, parts)
    for quote in article.quotes:
        if _core(article.text, tuple((part.start, part.end) for part in quote.parts)) == wanted:
            return quote
    return None


def _core(text: str, parts: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """Return each part from its first letter to its last."""
    found = []
    for start, end in parts:
        places = [at for at in range(start, min(end, len(text))) if text[at].isalnum()] or [start, end - 1]
        found.append((places[0], places[-1] + 1))
    return tuple(found)

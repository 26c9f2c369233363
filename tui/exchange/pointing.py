"""Marks on words of articles that are here: the article is found, then the words, then the quote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from tui.anchors import find
from tui.commands import target_of
from tui.exchange.records import Mark, Passage, Pointer, in_order, kind_at
from tui.exchange.taking import Taken, quote_at
from tui.model import Annotated, Article, Selector, Target
from tui.store.briefing import Briefing


def pointed(briefing: Briefing, pointers: Sequence[Pointer], taken: Taken) -> Iterator[tuple[Target, Mark]]:
    """Yield each mark with what it is about; what is not found is told in `taken.left`."""
    by_article: dict[str, list[Pointer]] = {}
    events = {row["id"] for row in briefing.rows()}
    absent: Counter[str] = Counter()
    known = briefing.known()
    for pointer in pointers:
        event = next((each for each in pointer.ids if each in events), "")
        if event and not pointer.selectors:
            yield Target("event", event), pointer.mark
            continue
        there = next((each for each in pointer.ids if known.by_id(each)), "")
        there = there or (pointer.url and known.find(outlet="", url=pointer.url, source="", text=""))
        if there:
            by_article.setdefault(there, []).append(pointer)
        else:
            absent[pointer.url or "an article without an address"] += 1
    for article_id, those in by_article.items():
        yield from _on_article(briefing, article_id, those, taken)
    for where, count in absent.items():
        taken.left.append(
            f"{where}: {count} annotation{'s' * (count != 1)}; import the page first, then this file again"
        )


def _on_article(
    briefing: Briefing, article_id: str, pointers: Sequence[Pointer], taken: Taken
) -> Iterator[tuple[Target, Mark]]:
    annotated: Annotated = briefing.annotated(briefing.event_of(article_id))
    article = next((each for each in annotated.event.articles if each.id == article_id), None)
    if article is None:
        count = len(pointers)
        taken.left.append(
            f"{article_id}: {count} annotation{'s' * (count != 1)} on an article that was deleted here"
        )
        return
    new: set[tuple[tuple[int, int], ...]] = set()
    for pointer in pointers:
        if not pointer.selectors:
            yield Target("article", article_id, article_id), pointer.mark
            continue
        every = article.all_quotes
        own = next((quote for quote in every if quote.id == pointer.quote), None)
        parts = [_place(article, each) for each in pointer.selectors]
        placed = in_order(part for part in parts if part is not None)
        quote = own or (quote_at(article, placed) if None not in parts else None)
        if quote is not None:
            taken.places[pointer.quote] = target_of(quote)
            yield target_of(quote), pointer.mark
        elif None in parts:
            words = pointer.selectors[0].exact[:60] or f"position {pointer.selectors[0].start}"
            taken.left.append(f"{article.headline}: “{words}” is not in it")
        elif placed not in new:
            new.add(placed)
            kind = pointer.kind or kind_at(article.text, placed[0][0])
            taken.missing.append(
                (article, Passage(placed, pointer.speaker, kind, pointer.mark, pointer.quote))
            )


def _place(article: Article, selector: Selector) -> tuple[int, int] | None:
    if not selector.exact:  # a position alone: taken at its word as far as the text goes
        return (selector.start, selector.end) if selector.end <= len(article.text) else None
    found = find(article.text, selector)
    return (found.start, found.end) if found else None

"""Words of the glossary that are in sight for the first time, and are explained then, once."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from tui.core.model import is_inferred
from tui.settings import state
from tui.settings.glossary import GLOSSARY

if TYPE_CHECKING:
    from tui.core.model import Article, Quote
    from tui.ui.open_place import OpenPlace


class FirstSight:
    """Which words were explained to the reader already; what is remembered is read when it is first wanted."""

    def __init__(self) -> None:
        self._explained: list[str] | None = None
        self._last: tuple[str, ...] = ()

    def explain(self, place: OpenPlace, pane: str, titles: Collection[str]) -> str:
        """Return what a word means that is in sight for the first time, "" where there is none; one a place.

        `pane` is the id of the one that has the keys, `titles` are words that the titles of panes show.
        """
        here = pane, place.article_id, place.quote_id, *titles, *_of_row(place)
        if self._last == here:
            return ""
        self._last = here
        if self._explained is None:
            self._explained = state.explained_words()
        word = next((each for each in _in_sight(place, pane, titles) if each not in self._explained), "")
        if not word:
            return ""
        self._explained.append(word)
        state.set_explained_words(self._explained)
        return f"{word}: {GLOSSARY[word]}"


def _in_sight(place: OpenPlace, pane: str, titles: Collection[str]) -> Iterator[str]:
    """Return words that are in sight, those that need most to be said first."""
    yield from titles
    if pane == "events":
        if place.rows:
            yield "event"
        return
    if place.speaker:
        yield "speaker"
    if place.quote:
        yield from _of_quote(place.quote)
        yield from _of_row(place)
    if place.article:
        yield from _of_article(place.article)
    if pane == "quotes" and place.quote:
        yield from ("quote", place.quote.kind, *(["speaker"] if place.quote.speakers else []))
    if pane == "article" and place.article:
        yield "article"


def _of_row(place: OpenPlace) -> Iterator[str]:
    wanted = place.quote.id if place.quote else ""
    row = next((item for item in place.items if item.quote and item.quote.id == wanted), None)
    if row and row.before:
        yield "text changed"
    if row and "record" in row.coverage:
        yield "record"
    if row and row.coverage:
        yield "statement"
    if row and row.status:
        yield "status"
    if row and row.tags:
        yield "tag"


def _of_quote(quote: Quote) -> Iterator[str]:
    if quote.gone:
        yield "words gone"
    if quote.unsure:
        yield "unsure ?"
    if quote.chain:
        yield "chain"
    if quote.kind != "direct":
        yield quote.kind


def _of_article(article: Article) -> Iterator[str]:
    if article.copy_of:
        yield "copy"
    if article.versions:
        yield "version"
    if is_inferred(article.basis.get("published", "")):
        yield "inferred ~"

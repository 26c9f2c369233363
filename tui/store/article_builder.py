"""An article as it was read becomes the record that is stored"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tui.core.addresses import public
from tui.core.model import STATED, SURE_ENOUGH, Article, Quote, Selector
from tui.core.speakers import is_outlet, parted
from tui.core.text import clean, one_line
from tui.reading.result import QuoteSpan
from tui.store import loader
from tui.store.executor import CommandExecutor
from tui.store.ingest_types import NewArticle
from tui.store.speaker_registry import SpeakerRegistry

_GUESS = SURE_ENOUGH - 0.1
_BY_SURNAME = "; by a surname alone, whoever bears it in other articles"


def build_article(
    each: NewArticle, event_id: str, source: str, registry: SpeakerRegistry, executor: CommandExecutor
) -> Article:
    """Return the article that a reading makes, in an event, read from the raw page `source`."""
    reading = each.reading
    article_id = each.article_id or executor.new_id()
    loader.notes_file(article_id)  # raises for an id that is none
    text = clean(reading.text)
    basis = {key: value for key, value in reading.basis.items() if key != "event_date"}
    if reading.event_date:
        basis["event_date"] = reading.basis.get("event_date", STATED)
    if each.event_basis:
        basis["event"] = each.event_basis
    return Article(
        id=article_id,
        event=event_id,
        headline=one_line(reading.headline),
        outlet=one_line(reading.outlet),
        author=one_line(reading.author),
        published=reading.published,
        url=public(reading.url),
        language=one_line(reading.language),
        text=text,
        source=source,
        origin=one_line(each.origin),
        imported=executor.now(),
        cut=reading.cut,
        quotes=tuple(_quotes(each, text, article_id, registry, executor)),
        basis=basis,
        event_date=reading.event_date,
    )


def with_guesses(article: Article, registry: SpeakerRegistry) -> Article:
    """Return an article with a doubt where a surname was all that its speaker had until the import told the full name."""

    def guess(quote: Quote) -> Quote:
        if quote.edited or registry.grown.keys().isdisjoint(quote.speakers):
            return quote
        if not registry.is_guess(parted(quote.entity), article.text):
            return quote
        why = quote.why.removesuffix(_BY_SURNAME) + _BY_SURNAME
        return replace(quote, why=why, confidence=min(quote.confidence, _GUESS))

    return replace(article, quotes=tuple(map(guess, article.quotes)))


def _quotes(
    given: NewArticle, text: str, article_id: str, registry: SpeakerRegistry, executor: CommandExecutor
) -> Iterable[Quote]:
    reading = given.reading
    groups: dict[int, list[QuoteSpan]] = {}
    for found in sorted(reading.quotes, key=lambda found: (found.start, found.end)):
        groups.setdefault(found.group, []).append(found)
    for parts in groups.values():
        first = next((part for part in parts if part.entity), parts[0])
        kinds = {part.kind for part in parts}
        name = one_line(first.entity)
        names = tuple(map(one_line, first.speakers)) or (name,)
        role = one_line(first.role) if len(names) == 1 else ""  # whose of several is not known
        whole = given.whole_names
        speakers = tuple(
            dict.fromkeys(
                filter(None, (registry.of(each, role, article_id, whole=whole, text=text) for each in names))
            )
        )
        guess = not whole and registry.is_guess(names, text)
        yield Quote(
            id=executor.new_id(),
            article=article_id,
            kind=kinds.pop() if len(kinds) == 1 else "mixed",
            parts=tuple(Selector.at(text, part.start, part.end) for part in parts),
            speakers=speakers,
            speaker_text=first.speaker_text,
            speaker_start=first.speaker_start,
            speaker_end=first.speaker_end,
            entity=name,
            cue=one_line(first.cue_text),
            why=first.why + _BY_SURNAME * guess,
            confidence=min(first.confidence, _GUESS) if guess else first.confidence,
            chain=tuple(link for link in first.chain if not is_outlet(link, reading.outlet)),
            edited=(),
            candidates=tuple(map(one_line, first.candidates)),
            role=role,
            polarity=first.polarity,
        )

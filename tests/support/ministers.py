"""Small events in which two ministers are quoted by several outlets."""

from __future__ import annotations

from tui.core.model import (
    AnnotatedEvent,
    Annotation,
    AnnotationTarget,
    Article,
    Event,
    Kind,
    Quote,
    Selector,
    Speaker,
)
from tui.core.statements import Statement
from tui.reading.statements.event_statements import statements_of

ORLOV, ARDEN = Speaker("orlov", "Sergey Orlov"), Speaker("arden", "Mira Arden")


SPEAKERS = {each.id: each for each in (ORLOV, ARDEN)}


OFFER = "We have seen no offer, and there was none to see before Monday."


GRAIN = "The grain corridor will stay shut until the port is cleared of mines."


def article(outlet: str, *said: tuple[Speaker, Kind, str, str], around: str = "{cue} {words}") -> Article:
    """Return a report in which each of some speakers is given words, with the verb that gives them."""
    text, quotes = "", []
    for at, (who, kind, cue, words) in enumerate(said):
        lead, _, rest = f"{who.name} {around}\n".partition("{words}")
        text += lead.replace("{cue}", cue)
        start = len(text)
        text += words
        part = Selector.at(text, start, len(text))
        text += rest
        quotes.append(
            Quote(id=f"{outlet}{at}", article=outlet, kind=kind, parts=(part,), speakers=(who.id,), cue=cue)
        )
    return Article(id=outlet, event="e", headline="", outlet=outlet, text=text, quotes=tuple(quotes))


def event(*articles: Article, ties: dict[str, tuple[Annotation, ...]] | None = None) -> AnnotatedEvent:
    return AnnotatedEvent(Event("e", "A call", "2025-03-04", articles), ties or {})


def grouped(annotated: AnnotatedEvent) -> list[list[str]]:
    return [[each.quote.id for each in one.wordings] for one in statements_of(annotated, SPEAKERS)]


def with_quote(annotated: AnnotatedEvent, quote: str) -> Statement:
    return next(
        each for each in statements_of(annotated, SPEAKERS) if quote in {w.quote.id for w in each.wordings}
    )


def tied(first: str, second: str, relation: str) -> dict[str, tuple[Annotation, ...]]:
    target = AnnotationTarget("quote", first, first[:-1])
    body = {"relation": relation, "quote": second, "article": second[:-1]}
    return {first: (Annotation(id="l", motivation="linking", target=target, body=body, created=""),)}


north = article("North", (ORLOV, "direct", "said", OFFER), (ORLOV, "direct", "said", GRAIN))


ledger = article("Ledger", (ORLOV, "mixed", "said", "that Moscow had seen “no offer” to see before Monday"))


courier = article("Courier", (ARDEN, "direct", "said", OFFER))

"""A plain list of citations: a quote with its speaker and its source a paragraph, to be pasted into a text."""

from __future__ import annotations

from collections.abc import Iterator

from tui.core.edtf import without_time
from tui.core.model import NO_OUTLET, AnnotatedEvent, Article, Quote
from tui.core.quote_state import cited_speaker
from tui.core.text import clean, one_line
from tui.core.typography import quoted
from tui.exchange.exporters.dossier import Dossier
from tui.exchange.exporters.serialize import event_day


def chunks(dossier: Dossier) -> Iterator[str]:
    """Yield the list: events in the order of the briefing, their quotes in that of their articles."""
    yield f"{one_line(dossier.title)}\n"
    event = ""
    for annotated, article, quote in dossier.quotes():
        if annotated.event.id != event:
            event = annotated.event.id
            yield f"\n\n{' · '.join(filter(None, (event_day(annotated.event), one_line(annotated.event.name))))}\n"
        yield "\n" + "\n".join(_lines(dossier, annotated, article, quote)) + "\n"


def _lines(dossier: Dossier, annotated: AnnotatedEvent, article: Article, quote: Quote) -> Iterator[str]:
    known = (dossier.speaker_name(quote) or "nobody named", dossier.role(quote), dossier.side(quote))
    who = cited_speaker(quote, ", ".join(filter(None, known)))
    yield f"{one_line(quoted(clean(quote.words), quote.kind, quote.stance))} — {who}"
    yield from source_lines(article)
    if tags := dossier.tag_names(annotated, quote.id):
        yield f"  Tags: {', '.join(map(one_line, tags))}"
    for note in annotated.notes(quote.id):
        yield f"  Note: {one_line(str(note.body['value']))}"


def source_lines(article: Article) -> Iterator[str]:
    """Yield where a quote stands: outlet, headline and day, then the address where there is one."""
    headline = f"“{one_line(article.headline)}”" if article.headline else ""
    outlet = one_line(article.outlet) or NO_OUTLET
    yield "  " + ", ".join(filter(None, (outlet, headline, without_time(article.published))))
    if article.url:
        yield f"  {one_line(article.url)}"

"""A press review: the tagged quotes of a day, a week or any time, with their sources, as text, Markdown or a draft."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from operator import itemgetter
from typing import TYPE_CHECKING

from tui.core.edtf import EARLIEST, LATEST, days, in_words
from tui.core.model import AnnotatedEvent, Article, Quote, Tag, reported
from tui.core.quote_state import cited_speaker
from tui.core.speakers import attributed_name
from tui.core.text import clean, one_line
from tui.core.typography import quoted
from tui.exchange.exporters.citations import source_lines
from tui.exchange.exporters.dossier import Dossier
from tui.store.disk.errors import StoreError

if TYPE_CHECKING:
    from tui.store.briefing import Briefing


UNDATED = "undated"
"""Stands for the day of what was reported on none that is known."""

_DAY = len("2025-07-01")


@dataclass(frozen=True, slots=True, kw_only=True)
class TaggedQuote:
    """A quote of the time, its `event`'s name, its tags and notes by name."""

    event: str
    article: Article
    quote: Quote
    tags: tuple[str, ...]
    notes: tuple[str, ...] = ()


def tagged_days(briefing: Briefing) -> Counter[str]:
    """Return how many tagged quotes there are of each day (EDTF), the newest first, then `UNDATED`.

    Broken events are passed over.
    """
    found = Counter(_day(article, annotated) for annotated, article, _ in _tagged(briefing))
    dated = sorted(found.keys() - {UNDATED}, reverse=True)
    return Counter({day: found[day] for day in (*dated, UNDATED) if day in found})


def tagged_weeks(days: Iterable[str]) -> list[str]:
    """Return the weeks, Monday to Sunday (EDTF), of which more than one day is among `days`, in the order of these."""
    # days of years that the calendar lacks are written so that they sort outside, as `UNDATED` does
    whole = (date.fromisoformat(day) for day in days if "0001" < day < "9999")
    weeks = Counter(day - timedelta(day.weekday()) for day in whole)
    return [f"{monday}/{monday + timedelta(6)}" for monday, number in weeks.items() if number > 1]


def quotes_of(briefing: Briefing, time: str) -> tuple[list[TaggedQuote], int]:
    """Return the tagged quotes reported in a time (EDTF, or `UNDATED`), day by day, and how many more may have been.

    Raises `ValueError` for what is no time, or has no beginning or no end.
    """
    tags = briefing.tags()
    if time == UNDATED:
        return [
            _tagged_quote(annotated, article, quote, tags)
            for annotated, article, quote in _tagged(briefing)
            if _day(article, annotated) == UNDATED
        ], 0
    first, last = wanted = days(time) or (EARLIEST, LATEST)
    if EARLIEST in wanted or LATEST in wanted:
        raise ValueError(f"{time!r} is no day and no time with a beginning and an end")
    found, unsure = [], 0
    for annotated, article, quote in _tagged(briefing):
        day = reported(article, annotated.event.date)
        begins, ends = days(day) or ("", "")
        if first <= begins and ends <= last and begins:
            found.append((day, _tagged_quote(annotated, article, quote, tags)))
        else:
            unsure += bool(begins) and begins <= last and first <= ends
    return [each for _, each in sorted(found, key=itemgetter(0))], unsure


def _day(article: Article, annotated: AnnotatedEvent) -> str:
    first, last = days(reported(article, annotated.event.date)) or ("", UNDATED)
    return first if first == last else UNDATED


def _tagged_quote(
    annotated: AnnotatedEvent, article: Article, quote: Quote, tags: Mapping[str, Tag]
) -> TaggedQuote:
    return TaggedQuote(
        event=annotated.event.name,
        article=article,
        quote=quote,
        tags=tuple(annotated.tag_names(quote.id, tags)),
        notes=tuple(str(note.body["value"]) for note in annotated.notes(quote.id)),
    )


def _tagged(briefing: Briefing) -> Iterator[tuple[AnnotatedEvent, Article, Quote]]:
    """Yield the quotes that bear a tag; the index says where some do."""
    for event_id in dict.fromkeys(hit.event for hit in briefing.select("tag:*")):
        try:
            annotated = briefing.annotated(event_id)
        except StoreError:  # it is told of where it is opened
            continue
        for article in annotated.event.articles:
            for quote in article.quotes:
                if annotated.tags(quote.id):
                    yield annotated, article, quote


def note_count(quotes: Iterable[TaggedQuote]) -> int:
    """Return how many notes there are on some quotes."""
    return sum(len(each.notes) for each in quotes)


def review(
    briefing: Briefing, time: str, form: str, quotes: Iterable[TaggedQuote], *, with_notes: bool
) -> str:
    """Return the review of a time by tag, as "text", "markdown" or "mail"; a quote stands under the first of its tags."""
    by_tag: dict[str, list[TaggedQuote]] = {}
    for each in quotes if with_notes else (replace(each, notes=()) for each in quotes):
        by_tag.setdefault(min(each.tags, key=str.casefold), []).append(each)
    of = "" if time == UNDATED else f" of {time if len(time) == _DAY else in_words(time)}"
    title = f"Press review{of}: {one_line(briefing.title)}"
    tagged = sorted(by_tag.items(), key=lambda item: item[0].casefold())
    if form == "markdown":
        return _markdown(Dossier.of(briefing), title, tagged)
    plain = _plain(briefing, title, tagged)
    return _mail(title, plain) if form == "mail" else plain


def _plain(briefing: Briefing, title: str, tagged: Iterable[tuple[str, list[TaggedQuote]]]) -> str:
    speakers = briefing.speakers()
    lines = [title]
    for tag, quotes in tagged:
        lines += ["", "", tag.upper()]
        for each in quotes:
            quote = each.quote
            who = cited_speaker(quote, attributed_name(quote, speakers))
            lines += ["", f"{quoted(clean(quote.words), quote.kind, quote.stance)} — {who}"]
            lines += source_lines(each.article)
            lines += [f"  Note: {one_line(note)}" for note in each.notes]
            if len(each.tags) > 1:
                lines.append(f"  Tags: {', '.join(each.tags)}")
    return "\n".join(lines) + "\n"


def _markdown(dossier: Dossier, title: str, tagged: Iterable[tuple[str, list[TaggedQuote]]]) -> str:
    from tui.exchange.exporters.markdown_text import hashes, plain
    from tui.exchange.exporters.quotation import quote_in_markdown

    lines = [f"# {plain(title)}"]
    for tag, quotes in tagged:
        lines += ["", f"## {plain(tag)}"]
        for each in quotes:
            lines += ["", quote_in_markdown(dossier, each.article, each.quote)]
            lines += [f"\n{clean(note)}" for note in each.notes]
            if len(each.tags) > 1:
                lines += ["", hashes(list(each.tags))]
    return "\n".join(lines) + "\n"


def _mail(title: str, body: str) -> str:
    """Return a draft that mail programs open to be sent (.eml, with X-Unsent)."""
    from email.message import EmailMessage
    from email.policy import SMTP

    message = EmailMessage(policy=SMTP.clone(linesep="\n"))
    message["Subject"] = title
    message["X-Unsent"] = "1"
    message.set_content(body, cte="quoted-printable")
    return message.as_string()

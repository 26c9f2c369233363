"""Which quotes the quotes pane lists, and what is shown of each. Pure."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sized
from dataclasses import replace

from tui.core.edtf import days
from tui.core.model import NO_OUTLET, AnnotatedEvent, Article, Quote, Speaker, Tag, reported
from tui.core.quote_state import speaker_before, words_before
from tui.core.records import record
from tui.ui import format
from tui.ui.panes.quote_layout import QuoteRow
from tui.ui.panes.quote_list import by_speaker

SCOPES = ("article", "event", "briefing")


@record(frozen=True, slots=True)
class LabelLookup:
    """The names that ids stand for, and the key of an action by its id."""

    speakers: dict[str, Speaker]
    tags: dict[str, Tag]
    key: format.KeyOf


def item_of(
    annotated: AnnotatedEvent, article: Article, quote: Quote, names: LabelLookup, source: str = ""
) -> QuoteRow:
    """Return the row of one quote."""
    known = annotated.assessment(quote.id, article.id)
    before = "" if quote.gone else _before(annotated, quote)
    return QuoteRow(
        quote=quote,
        speaker=format.speaker_name(quote, names.speakers),
        event_id=annotated.event.id,
        article=article,
        tags=tuple(names.tags[tag].name for tag in annotated.tags(quote.id) if tag in names.tags),
        note=annotated.note(quote.id),
        starred=annotated.starred(quote.id),
        source=source,
        signs=tuple(
            (shown, format.color(tag)) for shown, tag in format.signed_tags(annotated, quote.id, names.tags)
        ),
        status=known.get("status", ""),
        rating=known.get("reliability", "") + known.get("credibility", ""),
        links=links_said(annotated, quote.id),
        notes=tuple(format.notes(annotated, quote.id)),
        before=before,
        confirm=names.key("status") if before else "",
    )


def _before(annotated: AnnotatedEvent, quote: Quote) -> str:
    """Return the words a quote had, and who else said them, when the reader wrote on it; "" where nothing changed."""
    written = annotated.annotations.get(quote.id, ())
    words, speaker = words_before(quote, written), speaker_before(quote, written)
    return f"“{words}”" + f" by {speaker}" * bool(speaker) if words else ""


def links_said(annotated: AnnotatedEvent, quote_id: str) -> tuple[str, ...]:
    """Return what a quote is linked to, a line each: "denied by “…”"."""
    links = annotated.of(quote_id, "linking")
    if not links:
        return ()
    from tui.core.assessment import said_of_link

    return tuple(
        f"{said_of_link(str(link.body['relation']), inverse=bool(link.body.get('inverse')))}"
        f" “{' '.join(str(link.body.get('exact', '')).split())}”"
        for link in links
    )


def items_of_article(annotated: AnnotatedEvent, article_id: str, names: LabelLookup) -> list[QuoteRow]:
    """Return the quotes of one article, those that are gone from it last."""
    article = annotated.event.article(article_id)
    if article is None:
        return []
    return [item_of(annotated, article, quote, names) for quote in article.quotes] + items_gone(
        annotated, article, names
    )


def items_gone(annotated: AnnotatedEvent, article: Article, names: LabelLookup) -> list[QuoteRow]:
    """Return the quotes whose words an article no longer has, under a heading; [] where there are none."""
    if not article.gone:
        return []
    heading = f"{format.GONE} Words gone from the text · {format.counted(len(article.gone), 'quote')}"
    return [
        QuoteRow(quote=None, speaker="", heading=heading),
        *(item_of(annotated, article, quote, names) for quote in article.gone),
    ]


def items_of_briefing(opened: Iterable[AnnotatedEvent], names: LabelLookup) -> list[QuoteRow]:
    """Return all quotes there are, by speaker, as the timeline has its events: what was reported last comes first."""
    found: list[tuple[tuple[str, str], QuoteRow]] = []
    for annotated in opened:
        for article in annotated.event.articles:
            day = reported(article, annotated.event.date)
            source = " · ".join(part for part in (format.date(day), article.outlet or NO_OUTLET) if part)
            since = days(day) or ("", "")
            found += [
                (since, item_of(annotated, article, quote, names, source)) for quote in article.all_quotes
            ]
    found.sort(key=lambda each: each[0], reverse=True)  # those of a day, and the undated last, as they came
    return by_speaker(item for _, item in found)


def narrowed(
    items: list[QuoteRow], passing: Container[str] | None, asked_for: Callable[[str], bool]
) -> list[QuoteRow]:
    """Return the items a search lets through, without headings left over nothing.

    `passing` are the ids of the quotes it found, None without one. A quote of several speakers stands under those only
    that are `asked_for`, unless none of them is.
    """
    if passing is None:
        return items
    # all that stand together, and those kept
    groups: list[tuple[list[QuoteRow], list[QuoteRow]]] = [([], [])]
    under = ""
    for item in items:
        if item.quote is None:
            under = item.speaker
            groups.append(([item], []))
            continue
        every, kept = groups[-1]
        every.append(item)
        if any(each in passing for each in (item.quote.id, *item.folded)):
            others = under and len(item.speakers) > 1 and not asked_for(under)
            if not others or not any(map(asked_for, item.speakers)):
                kept.append(item)
    return [row for every, kept in groups if kept for row in (*_headed(every, len(kept)), *kept)]


def _headed(every: list[QuoteRow], kept: int) -> list[QuoteRow]:
    """Return the heading over some rows, with how many of them are `kept`; [] where there is none."""
    head, number = every[0], len(every) - 1
    if head.quote is not None:
        return []
    name, _, counted = head.heading.rpartition(" · ")
    return [replace(head, heading=f"{name} · {kept} of {counted}" if kept < number else head.heading)]


def only_these(items: Iterable[QuoteRow], quotes: Container[str]) -> list[QuoteRow]:
    """Return the quotes with these ids by speaker, under headings that count them."""
    return by_speaker(item for item in items if item.quote and item.quote.id in quotes)


def lesson(
    quotes: Sized, events: Sized, key: format.KeyOf, *, gathering: bool, elsewhere: bool
) -> tuple[str, ...]:
    """Return what to press where none of these quotes is shown; `elsewhere`: other outlets of the event have some."""
    if quotes:
        return (
            "No quote here fits the search.",
            f"{key('next')} goes on to the next match, {key('back')} ends it.",
        )
    if gathering:
        return ("Reading the quotes…",)
    if elsewhere:
        return ("No quotes in this article.", f"{key('whose_quotes')} shows those of the other outlets.")
    if not events:
        return ("No quotes yet.", f"{key('import')} imports pages, and lists who says what in them.")
    return ("No quotes here.", f"{key('select')} in the article makes one of the words you select.")

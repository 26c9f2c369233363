"""Which quotes the quotes pane lists, and what is shown of each. Pure."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass

from tui.core.model import NO_OUTLET, AnnotatedEvent, Article, Quote, Speaker, Tag, reported
from tui.core.quote_state import speaker_before, words_before
from tui.ui import format
from tui.ui.choice import Choice
from tui.ui.panes.quote_layout import QuoteRow
from tui.ui.panes.quote_list import by_speaker, once

SCOPES = ("article", "event", "briefing")


@dataclass(frozen=True, slots=True)
class Filter:
    """Lets only the quotes of one speaker, tag or kind through, or (by "query") those a query finds."""

    by: str = ""
    value: str = ""

    def lets(self, item: QuoteRow, under: str = "") -> bool:
        """Tell whether a quote is let through that stands `under` the heading of a speaker, "" for under none."""
        if item.quote is None or not self.by:
            return True
        match self.by:
            case "speaker":
                return self.value in item.speakers and under in ("", self.value)
            case "tag":
                return any(f"{tag}/".startswith(f"{self.value}/") for tag in item.tags)
            case "kind":
                return item.quote.kind == self.value
            case "query":
                return True  # the query says so itself
            case "reliability" | "credibility":
                return self.value in item.rating
            case "status":
                return (item.status or "unchecked") == self.value
            case _:
                return {
                    "starred": item.starred,
                    "noted": bool(item.note),
                    "linked": bool(item.links),
                    "moved": bool(item.before),
                    "gone": item.quote.gone,
                    "unsure": item.quote.unsure,
                }[self.by]


@dataclass(frozen=True, slots=True)
class LabelLookup:
    """The names that ids stand for."""

    speakers: dict[str, Speaker]
    tags: dict[str, Tag]


def item_of(
    annotated: AnnotatedEvent, article: Article, quote: Quote, names: LabelLookup, source: str = ""
) -> QuoteRow:
    """Return the row of one quote."""
    known = annotated.assessment(quote.id, article.id)
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
            (format.tag(names.tags[tag]), format.color(names.tags[tag]))
            for tag in annotated.tags(quote.id)
            if tag in names.tags
        ),
        status=known.get("status", ""),
        rating=known.get("reliability", "") + known.get("credibility", ""),
        links=links_said(annotated, quote.id),
        notes=tuple(format.notes(annotated, quote.id)),
        before="" if quote.gone else _before(annotated, quote),
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


def items_of_event(
    annotated: AnnotatedEvent, article_id: str, scope: str, names: LabelLookup
) -> list[QuoteRow]:
    """Return the quotes of one article, or of all articles of the event under their outlets."""
    items: list[QuoteRow] = []
    for article in annotated.event.articles:
        if scope == "article" and article.id != article_id:
            continue
        if scope == "event" and (article.quotes or article.gone):
            heading = f"{article.outlet or NO_OUTLET} · {format.counted(len(article.quotes), 'quote')}"
            items.append(QuoteRow(quote=None, speaker="", heading=heading))
        items += [item_of(annotated, article, quote, names) for quote in article.quotes]
        if article.gone:
            gone = format.counted(len(article.gone), "quote")
            items.append(
                QuoteRow(quote=None, speaker="", heading=f"{format.GONE} No longer in the text · {gone}")
            )
        items += [item_of(annotated, article, quote, names) for quote in article.gone]
    return items


def items_of_briefing(opened: Iterable[AnnotatedEvent], names: LabelLookup) -> list[QuoteRow]:
    """Return all quotes there are, by speaker."""
    items: list[QuoteRow] = []
    for annotated in opened:
        for article in annotated.event.articles:
            day = format.date(reported(article, annotated.event.date))
            source = " · ".join(part for part in (day, article.outlet) if part)
            for quote in article.all_quotes:
                items.append(item_of(annotated, article, quote, names, source))
    return by_speaker(items)


def narrowed(items: list[QuoteRow], only: Filter, passing: Container[str] | None) -> list[QuoteRow]:
    """Return the items a filter and a search let through, without headings left over nothing.

    `passing` are the ids of the quotes the search found, None without one.
    """
    if not only.by and passing is None:
        return items
    kept: list[QuoteRow] = []
    under = ""
    for item in items:
        if item.quote is None:
            under = item.speaker
            if kept and kept[-1].quote is None:
                kept.pop()
            kept.append(item)
        elif only.lets(item, under) and (passing is None or item.quote.id in passing):
            kept.append(item)
    if kept and kept[-1].quote is None:
        kept.pop()
    return kept


def only_these(items: Iterable[QuoteRow], quotes: Container[str]) -> list[QuoteRow]:
    """Return the quotes with these ids by speaker, under headings that count them."""
    return by_speaker(item for item in items if item.quote and item.quote.id in quotes)


def filter_choices(items: Iterable[QuoteRow]) -> list[Choice]:
    """Return what the quotes can be filtered by, with how many each would leave."""
    counts: dict[tuple[str, str], int] = {}
    quotes = [(item, item.quote) for item in once(items) if item.quote]
    assessed = any(item.status for item, _ in quotes)
    for item, quote in quotes:
        keys = [("kind", quote.kind), *(("speaker", name) for name in item.speakers)]
        keys += [("tag", tag) for tag in item.tags]
        keys += [("status", item.status or "unchecked")] if assessed else []
        keys += [("reliability" if rated.isalpha() else "credibility", rated) for rated in item.rating]
        keys += [
            (by, "")
            for by in ("starred", "noted", "linked", "moved", "gone", "unsure")
            if Filter(by).lets(item)
        ]
        for key in keys:
            counts[key] = counts.get(key, 0) + 1
    order = (
        "tag",
        "speaker",
        "kind",
        "status",
        "reliability",
        "credibility",
        "starred",
        "noted",
        "linked",
        "moved",
        "gone",
        "unsure",
    )
    ranked: Mapping[str, int] = {by: at for at, by in enumerate(order)}
    listed = sorted(counts.items(), key=lambda pair: (ranked[pair[0][0]], -pair[1], pair[0][1].casefold()))
    return [
        Choice(f"{by}:{value}", f"{by}  {value}".rstrip(), format.counted(number, "quote"))
        for (by, value), number in listed
    ]


def lesson(any_at_all: bool, *, gathering: bool, elsewhere: bool) -> tuple[str, ...]:
    """Return what to press where there are no quotes to show; `elsewhere`: other outlets have some."""
    if any_at_all:
        return ("No quote passes.", "Esc shows all again.")
    if gathering:
        return ("Reading the quotes…",)
    if elsewhere:
        return ("No quotes in this article.", "s shows those of the other outlets.")
    return ("No quotes here.", "v in the article makes one of the words you select.")

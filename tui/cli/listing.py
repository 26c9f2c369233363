"""`events`, `articles`, `quotes`, `show`: what is in a briefing."""

from __future__ import annotations

import re
from argparse import Namespace
from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from tui.cli.context import events, find_tags, open_briefing, short
from tui.cli.output import DONE, USAGE, VerbError, counted, faint, json_line, table
from tui.core.edtf import in_words, without_time
from tui.core.model import NO_OUTLET, SURE_ENOUGH, AnnotatedEvent, Article, Quote, Speaker, is_inferred
from tui.core.query.parser import QueryError, parse
from tui.core.query.terms import Words, wanted_words
from tui.core.speakers import parted, speakers_of
from tui.core.text import one_line
from tui.core.typography import quoted
from tui.exchange import json_records
from tui.exchange.json_records import Record, turned_down
from tui.store.briefing import Briefing


def list_events(args: Namespace) -> int:
    """Print the events, newest first."""
    with open_briefing(args, reading=True) as briefing:
        tags = briefing.tags()
        said: dict[str, str] = {}
        if args.statements:
            from tui.cli.statement_numbers import of_event
        for row, annotated in events(briefing) if args.json or args.statements else ():
            number = {"statements": of_event(briefing, annotated)} if args.statements else {}
            said[row["id"]] = counted(number.get("statements", 0), "statement")
            if args.json:
                json_line(json_records.event_record(row, annotated, tags) | number)
        if args.json:
            return DONE
        rows = [
            (
                faint(short(row["id"])),
                date(row["date"], row["inferred"]),
                reports(row["articles"], row.get("sources", row["articles"]), len(row["outlets"])),
                said.get(row["id"]) or counted(row["quotes"], "quote"),
                one_line(row["name"]),
            )
            for row in briefing.rows()
        ]
    table(rows, right=(2, 3), none="no events yet; `briefing-tui import PATH…` brings pages in")
    return DONE


def reports(articles: int, sources: int, outlets: int) -> str:
    """Return how many reports there are: "3 articles", or "5 outlets, 1 source" where some are copies."""
    if sources == articles:
        return counted(articles, "article")
    who = counted(outlets, "outlet") if outlets == articles else counted(articles, "article")
    return f"{who}, {counted(sources, 'source')}"


def list_articles(args: Namespace) -> int:
    """Print the articles by event, newest event first."""
    rows = []
    with open_briefing(args, reading=True) as briefing:
        tags = briefing.tags()
        found = queried(briefing, args.query, whole=True)
        for _, annotated in events(briefing, args.event, found and found.events):
            for article in annotated.event.articles:
                if found is not None and article.id not in found.quotes:
                    continue
                record = json_records.article_record(article, annotated, tags)
                if args.json:
                    json_line(record)
                else:
                    rows.append(article_row(record, article, annotated.event.date))
    if not args.json:
        some = "no articles yet; `briefing-tui import PATH…` brings pages in"
        table(rows, none="no articles like that" if args.query else some)
    return DONE


def list_quotes(args: Namespace) -> int:
    """Print the quotes by event, newest event first, those that pass the filters."""
    rows = []
    with open_briefing(args, reading=True) as briefing:
        for record in _quotes(briefing, args):
            if args.json:
                json_line(record)
            else:
                rows.append(_quote_row(record))
    if not args.json:
        wanted = args.event or args.speaker or args.tag or args.query
        table(rows, none="no quotes like that" if wanted else "no quotes yet")
    return DONE


def understood(query: str) -> tuple[Words, ...]:
    """Return the words a query looks for. Raises `VerbError` for one that is not understood."""
    try:
        return wanted_words(parse(query))
    except QueryError as error:
        raise VerbError(f"query, {one_line(str(error))}: {one_line(query)}", USAGE) from None


class QueryHits(NamedTuple):
    """What a query finds: the ids of the events it lies in, and of the quotes by their articles."""

    events: frozenset[str]
    quotes: dict[str, Collection[str]]


def queried(briefing: Briefing, query: str, *, whole: bool = False) -> QueryHits | None:
    """Return what a query finds, None where none is given; `whole` as in `Briefing.select`."""
    if not query:
        return None
    understood(query)
    hits = briefing.select(query, whole=whole)
    return QueryHits(frozenset(hit.event for hit in hits), {hit.article: hit.quotes for hit in hits})


def _quotes(briefing: Briefing, args: Namespace) -> Iterator[Record]:
    tags, speakers = briefing.tags(), briefing.speakers()
    found = queried(briefing, args.query)
    wanted = quote_filter(briefing, args)
    for _, annotated in events(briefing, args.event, found and found.events):
        for article in annotated.event.articles:
            for quote in article.all_quotes:
                if (found is None or quote.id in found.quotes.get(article.id, ())) and wanted(
                    annotated, quote
                ):
                    yield json_records.quote_record(quote, article, annotated, tags, speakers)


def quote_filter(briefing: Briefing, args: Namespace) -> Callable[[AnnotatedEvent, Quote], bool]:
    """Return what tells whether a quote of an event has the speaker and the tag that the arguments name."""
    speakers = briefing.speakers()
    tag_ids = find_tags(briefing, args.tag) if args.tag else set()

    def wanted(annotated: AnnotatedEvent, quote: Quote) -> bool:
        if args.tag and not tag_ids.intersection(annotated.tags(quote.id)):
            return False
        return not args.speaker or said_by(quote, args.speaker, speakers)

    return wanted


def said_by(quote: Quote, wanted: str, speakers: dict[str, Speaker]) -> bool:
    """Tell whether a name of one of those who say a quote holds the words that are `wanted`."""
    known = speakers_of(quote, speakers)
    if wanted in (*quote.speakers, *(each.id for each in known)):
        return True
    stated = () if "speaker" in quote.edited else (*parted(quote.entity), quote.speaker_text)
    names = [*stated, *(name for each in known for name in each.names)]
    words = wanted.casefold().split()
    return any(all(word in name.casefold() for word in words) for name in names if name)


def article_row(record: Record, article: Article, event_date: str) -> tuple[str, ...]:
    """Return the cells of an article in a list; one that bears no date is put on the day of its event."""
    inferred = is_inferred(article.basis.get("published", ""))
    return (
        faint(short(article.id)),
        " " if record["read"] else "●",
        date(article.published or event_date, not article.published or inferred),
        record["outlet"] or NO_OUTLET,
        one_line(f"{record['headline'] or '(no headline)'}{copy_of(record)}{marks_suffix(record)}"),
    )


def _quote_row(record: Record) -> tuple[str, ...]:
    inferred = is_inferred(record["published_basis"])
    status = (
        ""
        if record["status"] == "unchecked"
        else f" [{record['status']}{'?' * bool(record['text_changed'])}]"
    )
    status += " [text changed: confirm]" if record["text_changed"] else ""
    status += " [words gone]" if record["words_gone"] else ""
    words = quoted(record["text"], record["kind"], turned_down(record))
    return (
        faint(short(record["id"])),
        date(record["published"] or record["event_date"], not record["published"] or inferred),
        speaker_of(record),
        record["outlet"] or NO_OUTLET,
        one_line(f"{words}{marks_suffix(record)}{status}"),
    )


def date(edtf: str, inferred: bool = False) -> str:
    """Return a date for a list: as 2025-07-01, in words where that is not enough, ~ before it where it is inferred."""
    day = without_time(edtf)
    said = day if re.fullmatch(r"\d{4}(-\d\d){0,2}", day) else in_words(day)
    return ("~" if inferred else "") + said if said else "undated"


def speaker_of(record: Record) -> str:
    """Return who said a quote, with a ? behind whom nobody has confirmed and the rules are not sure of."""
    return one_line(record["speaker"] or "(nobody named)") + doubt(record)


def doubt(record: Record) -> str:
    """Return a ? behind a blank where the speaker of a quote is a guess."""
    return " ?" * bool(record["confidence"] < SURE_ENOUGH)


def copy_of(record: Record) -> str:
    """Return what says that an article repeats another one's text, "" where it does not."""
    return f" (copy of {short(record['copy_of'])})" if record["copy_of"] else ""


def marks_suffix(record: Record) -> str:
    """Return the tags, the star and the sign of a note, each after a blank."""
    signs = "".join(f" #{tag}" for tag in record["tags"])
    return signs + (" ★" if record["starred"] else "") + (" ✎" if record["note"] else "")

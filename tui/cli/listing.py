"""`events`, `articles`, `quotes`, `show`: what is in a briefing."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.cli import json_records
from tui.cli.context import events, find_tags, open_briefing, short
from tui.cli.json_records import Record, turned_down
from tui.cli.output import DONE, counted, faint, json_line, table, warn
from tui.core.model import NO_OUTLET, Article, Quote, Speaker
from tui.core.speakers import parted, speakers_of
from tui.core.text import one_line
from tui.core.typography import quoted
from tui.store.briefing import Briefing

if TYPE_CHECKING:
    from tui.cli.query_args import QueryArguments


def list_events(args: Namespace) -> int:
    """Print the events, newest first."""
    with open_briefing(args) as briefing:
        tags = briefing.tags()
        if args.json:
            for row, annotated in events(briefing):
                json_line(json_records.event_record(row, annotated, tags))
            return DONE
        rows = [
            (
                faint(short(row["id"])),
                date(row["date"], row["inferred"]),
                reports(row["articles"], row.get("sources", row["articles"]), len(row["outlets"])),
                counted(row["quotes"], "quote"),
                one_line(row["name"]),
            )
            for row in briefing.rows()
        ]
    table(rows, right=(2, 3))
    _none(rows, "no events yet; `briefing-tui import PATH…` brings pages in")
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
    with open_briefing(args) as briefing:
        tags = briefing.tags()
        found = _queried(briefing, args.query, whole=True)
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
        table(rows)
        some = "no articles yet; `briefing-tui import PATH…` brings pages in"
        _none(rows, "no articles like that" if args.query else some)
    return DONE


def list_quotes(args: Namespace) -> int:
    """Print the quotes by event, newest event first, those that pass the filters."""
    rows = []
    with open_briefing(args) as briefing:
        for record in _quotes(briefing, args):
            if args.json:
                json_line(record)
            else:
                rows.append(_quote_row(record))
    if not args.json:
        table(rows)
        wanted = args.event or args.speaker or args.tag or args.query
        _none(rows, "no quotes like that" if wanted else "no quotes yet")
    return DONE


def _queried(briefing: Briefing, query: str, *, whole: bool = False) -> QueryArguments | None:
    if not query:
        return None
    from tui.cli.query_args import queried

    return queried(briefing, query, whole=whole)


def _quotes(briefing: Briefing, args: Namespace) -> Iterator[Record]:
    tags, speakers = briefing.tags(), briefing.speakers()
    speaker, tag = args.speaker, args.tag
    found = _queried(briefing, args.query)
    tag_ids = find_tags(briefing, tag) if tag else set()
    for _, annotated in events(briefing, args.event, found and found.events):
        for article in annotated.event.articles:
            for quote in article.all_quotes:
                if found is not None and quote.id not in found.quotes.get(article.id, ()):
                    continue
                if tag and not tag_ids.intersection(annotated.tags(quote.id)):
                    continue
                if speaker and not said_by(quote, speaker, speakers):
                    continue
                yield json_records.quote_record(quote, article, annotated, tags, speakers)


def said_by(quote: Quote, wanted: str, speakers: dict[str, Speaker]) -> bool:
    """Tell whether a name of one of those who say a quote holds the words that are `wanted`."""
    known = speakers_of(quote, speakers)
    if wanted in (*quote.speakers, *(each.id for each in known)):
        return True
    stated = () if "speaker" in quote.edited else (*parted(quote.entity), quote.speaker_text)
    names = [*stated, *(name for each in known for name in (each.name, *each.aliases))]
    words = wanted.casefold().split()
    return any(all(word in name.casefold() for word in words) for name in names if name)


def article_row(record: Record, article: Article, event_date: str) -> tuple[str, ...]:
    """Return the cells of an article in a list; one that bears no date is put on the day of its event."""
    unread = " " if record["read"] else "●"
    return (
        faint(short(article.id)),
        unread,
        date(article.published or event_date, not article.published or _inferred(article, "published")),
        str(record["outlet"]) or NO_OUTLET,
        one_line(f"{record['headline'] or '(no headline)'}{copy_of(record)}{marks_suffix(record)}"),
    )


def _quote_row(record: Record) -> tuple[str, ...]:
    status = "" if record["status"] == "unchecked" else f" [{record['status']}{'?' * bool(record['moved'])}]"
    status += (
        " [moved: confirm]" if record["moved"] else " [no longer in the text]" if record["orphan"] else ""
    )
    return (
        faint(short(str(record["id"]))),
        date(str(record["published"]) or str(record["event_date"])),
        str(record["speaker"]) or "(nobody named)",
        str(record["outlet"]) or NO_OUTLET,
        one_line(
            quoted(str(record["text"]), str(record["kind"]), turned_down(record))
            + marks_suffix(record)
            + status
        ),
    )


def date(edtf: str, inferred: bool = False) -> str:
    """Return a date for a list: EDTF, ~ before it where it is inferred."""
    return ("~" if inferred else "") + edtf[:10] if edtf else "undated"


def copy_of(record: Record) -> str:
    """Return what says that an article repeats another one's text, "" where it does not."""
    return f" (copy of {short(str(record['copy_of']))})" if record["copy_of"] else ""


def marks_suffix(record: Record) -> str:
    """Return the tags, the star and the sign of a note, each after a blank."""
    tags = record["tags"]
    signs = "".join(f" #{tag}" for tag in tags) if isinstance(tags, list) else ""
    return signs + (" ★" if record["starred"] else "") + (" ✎" if record["note"] else "")


def _inferred(article: Article, field: str) -> bool:
    return article.basis.get(field, "").startswith("inferred")


def _none(rows: object, text: str) -> None:
    if not rows:
        warn(text)

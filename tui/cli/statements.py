"""`statements`: what each speaker said, in every outlet's wording; and the same of files, for scoring."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from typing import Any

from tui.cli.context import events, open_briefing, short
from tui.cli.listing import date, doubt, queried, said_by
from tui.cli.output import DONE, VerbError, counted, faint, json_line, line, strong, warn
from tui.core.model import ASSERTED, NO_OUTLET, AnnotatedEvent, AnnotationTarget, Speaker, Tag
from tui.core.speakers import attributed_name
from tui.core.statements import BY_RULE, Statement, by_speaker
from tui.core.text import clean, one_line
from tui.core.typography import quoted
from tui.exchange import json_records
from tui.exchange.json_records import Record, turned_down
from tui.store.briefing import Briefing

_ALMOST = 0.99  # no score but the reader's is 1


def list_statements(args: Namespace) -> int:
    """Print the statements by event, newest event first, by speaker as in the pane; or judge the quotes of a file."""
    if args.groups or args.pairs:
        from tui.cli.statement_files import judge

        return judge(args.groups or args.pairs, pairs=bool(args.pairs))
    none = True
    with open_briefing(args, reading=True) as briefing:
        for record in _records(briefing, args):
            none = False
            if args.json:
                json_line(record)
            else:
                _print(record)
    if none and not args.json:
        warn("no statements like that" if args.event or args.speaker or args.query else "no quotes yet")
    return DONE


def statement(briefing: Briefing, target: AnnotationTarget, *, as_json: bool) -> None:
    """Print the statement that a quote is a wording of. Raises `VerbError` where it is none."""
    from tui.store.statements import statements

    tags, speakers = briefing.tags(), briefing.speakers()
    annotated = briefing.around(target)
    for each in statements(briefing, annotated):
        if any(wording.quote.id == target.id for wording in each.wordings):
            record = statement_record(each, annotated, tags, speakers)
            json_line({"type": "statement", **record}) if as_json else _print(record)
            return
    raise VerbError(f"{one_line(target.id)}: no wording of a statement")


def _records(briefing: Briefing, args: Namespace) -> Iterator[Record]:
    from tui.store.statements import statements

    tags, speakers = briefing.tags(), briefing.speakers()
    found = queried(briefing, args.query)
    for _, annotated in events(briefing, args.event, found and found.events):
        said = by_speaker(statements(briefing, annotated), lambda quote: attributed_name(quote, speakers))
        for statement in (each for _, theirs in said for each in theirs):
            those = [wording.quote for wording in statement.wordings]
            if args.speaker and not any(said_by(quote, args.speaker, speakers) for quote in those):
                continue
            if found is not None and not any(
                wording.quote.id in found.quotes.get(wording.article.id, ()) for wording in statement.wordings
            ):
                continue
            yield statement_record(statement, annotated, tags, speakers)


def statement_record(
    statement: Statement, annotated: AnnotatedEvent, tags: dict[str, Tag], speakers: dict[str, Speaker]
) -> Record:
    """Return a statement: who, when and where, its outlets, and its `wordings` and those `offered` as quotes.

    Each of these has `score`, `same`, how it is known to report the same as the first, `record`, how it stands in a
    record by the speaker's own office, and `differs`, what a fuller one and it tell in two ways.
    """
    base = statement.base

    def said(those: tuple[Any, ...]) -> list[Record]:
        return [
            {
                **json_records.quote_record(each.quote, each.article, annotated, tags, speakers),
                "score": round(each.score, 2) if each.score == 1 else min(round(each.score, 2), _ALMOST),
                "same": clean(each.why),
                "record": clean(each.record),
                "differs": [clean(told) for told in each.differs],
            }
            for each in those
        ]

    return {
        "id": statement.id,
        "event": statement.event,
        "event_name": clean(annotated.event.name),
        "event_date": annotated.event.date,
        "event_date_inferred": annotated.event.date_inferred,
        "speaker": clean(attributed_name(base.quote, speakers)),
        "setting": statement.setting,
        "day": statement.day,
        "day_inferred": bool(statement.day),
        "text": clean(base.quote.words),
        "kind": base.quote.kind,
        "polarity": base.quote.polarity or ASSERTED,
        "outlets": [clean(outlet) for outlet in statement.outlets],
        "sources": statement.sources,
        "wordings": said(statement.wordings),
        "offered": said(statement.offered),
    }


def _print(record: Record) -> None:
    """Print a statement for people: its fullest wording, then those of the other outlets."""
    fullest, *others = record["wordings"]
    unsure = min(map(doubt, record["wordings"]))
    who = (record["speaker"] or "(nobody named)") + unsure
    setting = f" · {record['setting']}" if record["setting"] else ""
    line(f"{strong(who)}{setting} · {_reported(record)}   {faint(short(record['id']))}")
    for each in (fullest, *others):
        words = one_line(quoted(each["text"], each["kind"], turned_down(each)))
        held = f" ({each['record']})" if each["record"] else ""
        # said behind the speaker
        guess = doubt(each).removesuffix(unsure) if each is fullest else doubt(each)
        joined = f" · one statement? {each['same'].removeprefix(f'{BY_RULE}: ')}" if each["score"] < 1 else ""
        line(
            f"  {each['outlet'] or NO_OUTLET} · {each['kind']}{guess}: {words}{held}{_differs(each)}{joined}"
        )
    if record["offered"]:
        line(f"  ? {counted(len(record['offered']), 'wording')} to decide:")
        for each in record["offered"]:
            said = one_line(quoted(each["text"], each["kind"], turned_down(each)))
            line(f"    {each['outlet'] or NO_OUTLET}: {said} ({each['same']}){_differs(each)}")
    line()


def _reported(record: Record) -> str:
    """Return the day on which a statement was said as its articles tell it, else that of its first report."""
    if record["day"]:
        return f"said {date(record['day'], inferred=record['day_inferred'])}"
    days = sorted(filter(None, (each["published"] for each in record["wordings"])))
    return f"reported {date(days[0])}" if days else f"event of {date(record['event_date'], inferred=True)}"


def _differs(each: Record) -> str:
    """Return what a wording tells otherwise than a fuller one: it is inferred, and looks so."""
    return f" ≠ {', '.join(each['differs'])} ?" if each["differs"] else ""

"""`events` and `regroup`: what happened, and which articles belong together, found anew or as the reader says."""

from __future__ import annotations

from argparse import Namespace

from tui.cli.context import carry_out, check_words, find, find_event, open_briefing, print_step
from tui.cli.listing import list_events
from tui.cli.output import DONE, USAGE, ProgressLine, VerbError, answer, warn
from tui.commands.base import Command
from tui.commands.events import MergeEvents, MoveArticle, SplitEvent
from tui.core.model import AnnotationTarget
from tui.core.text import one_line
from tui.store.briefing import Briefing

_WANTED = {"merge": 2, "split": 1, "move": 2, "rename": 2, "date": 2}


def events(args: Namespace) -> int:
    """List the events, or carry out what the reader says of them."""
    if not args.do:
        return list_events(args)
    check_words(args, _WANTED)
    with open_briefing(args) as briefing:
        step = carry_out(briefing, _command(briefing, args.do, args.words, args.name))
        print_step(args, step, events=sorted(step.events))
    return DONE


def regroup_events(args: Namespace) -> int:
    """Group the whole briefing anew; return the exit status."""
    from tui.cli.page_readers import settled_budget
    from tui.workflows.page_pool import PagePool
    from tui.workflows.regroup import regroup

    with open_briefing(args) as briefing:
        with ProgressLine() as bar, PagePool(settled_budget()) as pool:
            done = regroup(
                briefing,
                progress=lambda doing, done, total: bar.paint(f"{doing} {done} of {total}"),
                share=pool.alike,
            )
        events = len(briefing.rows())
        briefing.refresh_index()
    for said in done.carried:
        warn(one_line(said))
    record = {"articles": done.articles, "events": events, "moved": done.moved}
    record |= {"new_events": done.events, "copies_changed": done.copies, "named": done.named}
    answer(args, record, f"{done.said(events)}.")
    return DONE


def _command(briefing: Briefing, do: str, words: list[str], name: str) -> Command:
    from tui.commands.annotations import EditField

    first, *rest = words
    match do:
        case "merge":
            *others, into = [find_event(briefing, each) for each in words]
            return MergeEvents(others, into)
        case "split":
            articles = [_article(briefing, each) for each in words]
            return SplitEvent(briefing.event_of(articles[0]), articles, name)
        case "move":
            return MoveArticle(_article(briefing, first), _goal(briefing, " ".join(rest)))
        case "rename":
            return EditField(AnnotationTarget("event", find_event(briefing, first)), "name", " ".join(rest))
        case _:
            from tui.workflows.field_correction import correction

            event = AnnotationTarget("event", find_event(briefing, first))
            try:
                return correction(event, "date", " ".join(rest))
            except ValueError as error:
                raise VerbError(error, USAGE) from None


def _article(briefing: Briefing, wanted: str) -> str:
    target = find(briefing, wanted)
    if target.type not in ("article", "quote"):
        raise VerbError(f"{wanted} is of type {target.type}; name an article by its id")
    return target.article or target.id


def _goal(briefing: Briefing, wanted: str) -> str:
    """Return the event that is meant; what is no event's id nor name is the name of a new one."""
    from tui.store.disk.errors import StoreError

    try:
        target = briefing.find(wanted)
    except StoreError:
        return wanted
    return target.id if target.type == "event" else wanted

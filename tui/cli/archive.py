"""`archive`: a briefing shared by way of a PostgreSQL database."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Mapping
from dataclasses import asdict

from tui.cli.context import open_briefing
from tui.cli.merge import joining, kept_here, print_result
from tui.cli.output import DONE, USAGE, VerbError, answer, counted, json_line, line
from tui.core.text import one_line
from tui.store.archive.connection import shown_address
from tui.store.briefing import Briefing
from tui.workflows import archive


def archive_briefing(args: Namespace) -> int:
    """Make an archive, or let a briefing and its archive have what the other has; return the exit status."""
    if args.do == "init":
        return _init(args)
    if args.query and args.do not in ("join", "pull"):
        raise VerbError(f"archive {args.do}: takes no --query", USAGE)
    if args.do == "join" and not args.address:
        raise VerbError("archive join: name the archive, as postgresql://USER@HOST/DATABASE", USAGE)
    if args.do == "join":  # an address that is none begins no briefing
        archive.check(args.address)
    with open_briefing(args, for_import=args.do == "join") as briefing, joining():
        return _DEEDS[args.do](args, briefing)


def _init(args: Namespace) -> int:
    if not args.address:
        raise VerbError("archive init: name the database, as postgresql://USER@HOST/DATABASE", USAGE)
    before, now = archive.init(args.address)
    shown = shown_address(args.address)
    if args.json:
        json_line({"archive": shown, "before": before, "version": now})
    elif before == now:
        line(f"{shown}: is there, of version {now}")
    else:
        line(f"{shown}: {f'brought from version {before} to {now}' if before else f'made, of version {now}'}")
    return DONE


def _join(args: Namespace, briefing: Briefing) -> int:
    return print_result(args, archive.join(briefing, args.address, args.query, anyway=args.anyway))


def _push(args: Namespace, briefing: Briefing) -> int:
    with archive.archive_of(briefing, args.address) as there:
        return print_result(args, archive.exchange(briefing, there, take=False))


def _pull(args: Namespace, briefing: Briefing) -> int:
    with archive.archive_of(briefing, args.address) as there:
        if args.query:
            archive.exchange(briefing, there, give=False)
            return print_result(args, archive.widen(briefing, there, args.query))
        return print_result(args, archive.exchange(briefing, there, give=False))


def _leave(args: Namespace, briefing: Briefing) -> int:
    left = archive.end(briefing)
    answer(args, {"left": left}, f"is fed from {left} no more; what it has stays")
    return DONE


def _status(args: Namespace, briefing: Briefing) -> int:
    with archive.archive_of(briefing, args.address) as there:
        found = archive.status(briefing, there)
    if args.json:
        json_line(asdict(found))
        return DONE
    line(f"{found.archive}: {counted(found.articles, 'article')}, {counted(found.steps, 'step')}")
    line(
        f"here: {f'what “{one_line(found.query)}” finds' if found.query else 'all of it'}; you may {_MAY[found.role]}"
    )
    line(
        f"to take in: {counted(found.to_take, 'step')} (pull); to give: {counted(found.to_give, 'step')} (push)"
    )
    if found.held:
        line(kept_here(found.held, found.barred))
    return DONE


_MAY = {
    "curator": "change everything",
    "annotator": "write tags, notes and the like",
    "reader": "read",
    "": "do nothing: ask for one of the roles briefing_reader, briefing_annotator, briefing_curator",
}
_DEEDS: Mapping[str, Callable[[Namespace, Briefing], int]] = {
    "join": _join,
    "push": _push,
    "pull": _pull,
    "leave": _leave,
    "status": _status,
}

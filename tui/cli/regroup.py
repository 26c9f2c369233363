"""`regroup`: the events of a briefing are found anew."""

from __future__ import annotations

import sys
import time
from argparse import Namespace

from tui.cli.context import open_briefing
from tui.cli.output import DONE, json_line, line
from tui.workflows.regroup import regroup

_SECONDS = 0.2  # between two repaints


def regroup_events(args: Namespace) -> int:
    """Group the whole briefing anew; return the exit status."""
    live = sys.stderr.isatty()
    painted = 0.0

    def progress(doing: str, done: int, total: int) -> None:
        nonlocal painted
        now = time.monotonic()
        if live and now - painted > _SECONDS:
            painted = now
            sys.stderr.write(f"\r\x1b[K{doing} {done} of {total}")
            sys.stderr.flush()

    with open_briefing(args) as briefing:
        try:
            done = regroup(briefing, progress=progress)
        finally:
            if live:
                sys.stderr.write("\r\x1b[K")
        events = len(briefing.rows())
    if args.json:
        json_line(
            {
                "articles": done.articles,
                "events": events,
                "moved": done.moved,
                "new_events": done.events,
                "copies_changed": done.copies,
            }
        )
        return DONE
    line(f"{done.said(events)}.")
    return DONE

"""`regroup`: the events of a briefing are found anew."""

from __future__ import annotations

from argparse import Namespace

from tui.cli.context import open_briefing
from tui.cli.output import DONE, ProgressLine, json_line, line
from tui.workflows.regroup import regroup


def regroup_events(args: Namespace) -> int:
    """Group the whole briefing anew; return the exit status."""
    with open_briefing(args) as briefing:
        with ProgressLine() as bar:
            done = regroup(
                briefing, progress=lambda doing, done, total: bar.paint(f"{doing} {done} of {total}")
            )
        events = len(briefing.rows())
    if args.json:
        record = {"articles": done.articles, "events": events, "moved": done.moved}
        json_line({**record, "new_events": done.events, "copies_changed": done.copies})
    else:
        line(f"{done.said(events)}.")
    return DONE

"""`counts`: quotes, or statements, counted two ways at once, as a table or a plot."""

from __future__ import annotations

import csv
import sys
from argparse import Namespace

from tui.cli.context import open_briefing
from tui.cli.output import DONE, VerbError, json_line, line, table, warn, width
from tui.exchange.exporters.csv_table import cells
from tui.workflows.reports import KINDS, Report, plot, report
from tui.workflows.reports import counted as quotes_of

_HEIGHT = 22
_WIDEST = 100


def print_counts(args: Namespace) -> int:
    """Print one table of counts; with no kind named, list the kinds."""
    if not args.kind:
        for kind, title in KINDS.items():
            line(f"{kind:<16} {title}")
        return DONE
    if args.kind not in KINDS:
        raise VerbError(f"there are no counts {args.kind}: {', '.join(KINDS)}")
    with open_briefing(args) as briefing:
        made = report(args.kind, quotes_of(briefing, args.kind, statements=args.statements))
    if not made.rows:
        none = {"tags": "no tagged quotes yet; `briefing-tui tag` tags", "ratings": "no rated quotes yet"}
        warn(none.get(args.kind.partition("-")[0], "no quotes yet"))
        return DONE
    if args.json:
        for (row, column), quotes in made.cells.items():
            record = {"row": row, "column": column, "count": made.count(row, column)}
            if args.statements:
                record["statements"] = list(dict.fromkeys(each.statement for each in quotes))
            json_line({**record, "quotes": [each.quote for each in quotes]})
    elif args.plot:
        line(plot(made, min(width(), _WIDEST), _HEIGHT))
    elif args.csv:
        _csv(made)
    else:
        lines = made.table()
        table([(*row, "") for row in lines], right=range(1, len(lines[0])))
    return DONE


def _csv(made: Report) -> None:
    sys.stdout.flush()
    csv.writer(sys.stdout, lineterminator="\n").writerows(map(cells, made.table()))

"""`counts`: quotes, or statements, counted two ways at once, as a table or a plot."""

from __future__ import annotations

import csv
import sys
from argparse import Namespace
from collections.abc import Sequence

from tui.cli.context import open_briefing
from tui.cli.output import DONE, USAGE, VerbError, answer, columns, cut, json_line, line, table, warn, width
from tui.core.extras import install_command
from tui.core.records import attributes
from tui.exchange.exporters.csv_table import cells
from tui.workflows.agreement import COUNTS, HEADINGS, agreement, judged_quotes
from tui.workflows.agreement import KIND as AGREEMENT
from tui.workflows.bar_chart import bar_chart
from tui.workflows.reports import Report, report
from tui.workflows.reports import counted as quotes_of

_ROWS = 20
_WIDEST, _NAME = 100, 28  # columns


def print_counts(args: Namespace) -> int:
    """Print one table of counts; with no kind named, list the kinds."""
    if not args.kind:
        for kind, title in COUNTS.items():
            answer(args, {"kind": kind, "title": title}, f"{kind:<16} {title}")
        return DONE
    if args.kind == AGREEMENT:
        return _print_agreement(args)
    if args.kind not in COUNTS:
        raise VerbError(f"there are no counts {args.kind}: {', '.join(COUNTS)}", USAGE)
    with open_briefing(args, reading=True) as briefing:
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
        _bars(made)
    elif args.csv:
        _csv(made.table())
    else:
        lines = made.table(totals=True)
        table([(*row, "") for row in lines], right=range(1, len(lines[0])))
    return DONE


def _print_agreement(args: Namespace) -> int:
    if args.plot or args.statements:
        raise VerbError("agreement is printed as a table, --csv or --json, and is of quotes", USAGE)
    with open_briefing(args, reading=True) as briefing:
        try:
            found = agreement(judged_quotes(briefing))
        except ModuleNotFoundError:
            raise VerbError(f"agreement wants krippendorff: {install_command('agreement')}") from None
    rows = [row for each in found for row in each.rows]
    if not rows:
        warn("no quotes yet that two people have judged; BRIEFING_AUTHOR says who you are")
    elif args.json:
        for each in found:
            pairs = [
                {
                    **attributes(pair, "coders quotes"),
                    "both": len(pair.both),
                    **attributes(pair, "raw kappa"),
                    "differing": [quote.quote for quote in pair.differing],
                }
                for pair in each.pairs
            ]
            json_line({"tag": each.tag, "alpha": each.alpha, "pairs": pairs})
    elif args.csv:
        _csv([HEADINGS, *rows])
    else:
        table([(*row, "") for row in [HEADINGS, *rows]], right=range(2, len(HEADINGS)))
    return DONE


def _bars(made: Report) -> None:
    beside = min(_NAME, max(map(columns, made.rows)))
    figure = len(str(made.total()))
    chart = bar_chart(made, max(8, min(width(), _WIDEST) - beside - figure - 4), _ROWS)
    if chart.head:
        line(" " * (beside + 2) + chart.head)
    for row, bar, total in chart.rows:
        name = cut(row, beside)
        line(f"{name}{' ' * (beside - columns(name))}  {bar}  {total}")
    line(chart.about)


def _csv(rows: Sequence[Sequence[str]]) -> None:
    sys.stdout.flush()
    csv.writer(sys.stdout, lineterminator="\n").writerows(map(cells, rows))

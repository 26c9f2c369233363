"""`where` and `briefings`: which briefings there are, and where things lie."""

from __future__ import annotations

from argparse import Namespace

from tui.cli.context import open_briefing
from tui.cli.output import DONE, faint, json_line, line, table
from tui.core.text import one_line
from tui.settings import paths
from tui.store import library


def where(args: Namespace) -> int:
    """Print where the briefing and the settings are, and how much is in it."""
    with open_briefing(args) as briefing:
        rows = briefing.rows()
        counts = briefing.counts().values()
        record: dict[str, object] = {
            "briefing": str(briefing.path.resolve()),
            "title": one_line(briefing.title),
            "events": len(rows),
            "articles": sum(row["articles"] for row in rows),
            "quotes": sum(row["quotes"] for row in rows),
            "unread": sum(each.unread for each in counts),
            "tagged": sum(each.tagged for each in counts),
            "notes": sum(each.notes for each in counts),
            "starred": sum(each.starred for each in counts),
            "tags": len(briefing.tags()),
            "speakers": sum(not speaker.merged_into for speaker in briefing.speakers().values()),
            "briefings": str(paths.briefings_dir()),
            "config": str(paths.config_file()),
            "state": str(paths.state_dir()),
        }
    if args.json:
        json_line(record)
    else:
        for name, value in record.items():
            line(f"{name:<10} {value}")
    return DONE


def briefings(args: Namespace) -> int:
    """Print the briefings of the data folder."""
    last = library.last_briefing()
    every = library.list_briefings()
    if args.json:
        for info in every:
            json_line(
                {
                    "name": info.name,
                    "title": one_line(info.title),
                    "path": str(info.path),
                    "last": last is not None and last.name == info.name,
                }
            )
        return DONE
    table(
        [
            (
                "*" if last and last.name == info.name else " ",
                info.name,
                one_line(info.title) if info.title != info.name else "",
                faint(str(info.path)),
            )
            for info in every
        ],
        none="no briefings yet; `briefing-tui` opens a sample, `briefing-tui import PATH…` begins your own",
    )
    return DONE

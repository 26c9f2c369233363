"""`where` and `briefings`: which briefings there are, and where things lie."""

from __future__ import annotations

import shlex
from argparse import Namespace

from tui.cli.context import check_words, open_briefing
from tui.cli.output import DONE, answer, faint, json_line, line, table, warn
from tui.core.text import one_line
from tui.settings import paths
from tui.settings.config_reader import load_config
from tui.store import library, shelf
from tui.store.briefing import Briefing


def where(args: Namespace) -> int:
    """Print where the briefing and the settings are, and how much is in it."""
    with open_briefing(args, reading=True) as briefing:
        rows = briefing.rows()
        counts = briefing.counts().values()
        record: dict[str, object] = {
            "briefing": str(briefing.path.resolve()),
            "title": one_line(briefing.title),
            "events": len(rows),
            "articles": sum(row["articles"] for row in rows),
            "quotes": sum(row["quotes"] for row in rows),
            **_statements(briefing, wanted=args.statements),
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
    for mistake in load_config().mistakes:
        warn(mistake.told)
    if args.json:
        json_line(record)
    else:
        for name, value in record.items():
            line(f"{name:<10} {value}")
    return DONE


def _statements(briefing: Briefing, *, wanted: bool) -> dict[str, int]:
    if not wanted:
        return {}
    from tui.cli.statement_numbers import of_all

    return {"statements": of_all(briefing)}


def briefings(args: Namespace) -> int:
    """Print the briefings of the data folder, and those laid away; or put one in order. Return the exit status."""
    if args.do:
        return _put_in_order(args)
    last = library.last_briefing()
    every = [(info, "") for info in library.list_briefings()]
    if not every:
        every = [(library.sample(copied=False), "")]  # which is open until there is another
    every += [(info, where) for where in shelf.SHELVES for info in shelf.shelved(where)]
    if args.json:
        for info, where in every:
            json_line(
                {
                    "name": info.name,
                    "title": one_line(info.title),
                    "path": str(info.path),
                    "last": last is not None and last.path == info.path,
                    "shelf": where,
                }
            )
        return DONE
    table(
        [
            (
                "*" if last and last.path == info.path else " ",
                f"{info.name} ({where})" if where else info.name,
                one_line(info.title) if info.title != info.name else "",
                faint(str(info.path)),
            )
            for info, where in every
        ],
        none="no briefings yet; `briefing-tui` opens a sample, `briefing-tui import PATH…` begins your own",
    )
    return DONE


def _put_in_order(args: Namespace) -> int:
    check_words(args, {"rename": 2, "archive": 1, "restore": 1, "delete": 1, "purge": 0})
    name = one_line(args.words[0]) if args.words else ""
    match args.do:
        case "rename":
            called = shelf.rename_briefing(name, one_line(args.words[1])).name
            told = f"“{name}” is called “{called}” from now on."
        case "archive":
            called = name
            shelf.shelve(name, "archived")
            told = f"Archived “{name}”. Take it back: briefing-tui briefings restore {shlex.quote(name)}"
        case "restore":
            called = shelf.take_back(name).name
            told = f"“{called}” is among the briefings again."
        case "purge":
            called = ", ".join(shelf.throw_away_deleted(all_of_them=True))
            told = f"Thrown away for good: {called}." if called else "Nothing lies among what was deleted."
        case _:
            called = name
            shelf.shelve(name, "deleted")
            back = f"briefing-tui briefings restore {shlex.quote(name)}"
            told = f"Deleted “{name}”. For {shelf.KEPT} days {back} takes it back"
    answer(args, {"done": args.do, "name": called}, told)
    return DONE

"""What verbs take that give out what is in a briefing, or hold it whole: files, copies, archives, the look-over."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError

from tui.cli import help_texts
from tui.cli.options import Verb, changes, choose, count, count_statements, flag, json_lines, option, word


def _export(verb: ArgumentParser) -> None:
    option(verb, "--format", "F", "which; without it the formats are listed")
    about = "where to; a folder for markdown (default: stdout)"
    verb.add_argument("-o", "--output", default="", metavar="FILE", help=about)
    flag(verb, "--force", "replace a file that is there")
    option(verb, "--title", "WORDS", "what it is called, instead of the briefing's title")
    notes = verb.add_mutually_exclusive_group()
    notes.add_argument("--redact", choices=["notes"], help="leave the notes out, whatever they are on")
    about = "put your notes in where the format is one to hand on"
    notes.add_argument("--notes", action="store_true", help=about)
    flag(verb, "--all", "in qdpx, quotes too that nothing was written on")
    flag(verb, "--losses", "print all that the format cannot carry, and export nothing")
    flag(verb, "--parents", "make the folders it is to lie in")
    choose(verb, "--event", "--speaker", "--tag", "--query")


def _counts(verb: ArgumentParser) -> None:
    verb.add_argument("kind", nargs="?", default="", metavar="KIND", help="which; none lists them")
    form = verb.add_mutually_exclusive_group()
    form.add_argument("--plot", action="store_true", help="a plot instead of a table")
    form.add_argument("--csv", action="store_true", help="comma-separated values")
    count_statements(verb, "statements")


def _review(verb: ArgumentParser) -> None:
    option(
        verb,
        "--day",
        "DAY",
        "2025-07-01, 2025-07-01/2025-07-07, 2025-07 or undated; without it the days are listed that have tagged quotes",
    )
    verb.add_argument(
        "--format", choices=("text", "markdown", "mail"), default="text", help="mail is a draft (.eml)"
    )
    flag(verb, "--notes", "put your notes in")


def _anyway(verb: ArgumentParser) -> None:
    flag(verb, "--anyway", "also where they are no copies of one briefing: both become one that has all")


def _merge(verb: ArgumentParser) -> None:
    word(verb, "other", "OTHER", "the folder of another copy, or an archive of one")
    _anyway(verb)


def _sync(verb: ArgumentParser) -> None:
    word(verb, "folder", "DIR", "a folder that all copies reach, now or another time")
    _anyway(verb)


def _shared_archive(verb: ArgumentParser) -> None:
    verb.add_argument("do", choices="init join push pull status leave".split(), help="what is to be done")
    about = "postgresql://USER@HOST/DATABASE"
    verb.add_argument("address", nargs="?", default="", metavar="ADDRESS", help=about)
    option(verb, "--query", "QUERY", "only what this finds; with pull, what it finds as well")
    _anyway(verb)


def _worker(verb: ArgumentParser) -> None:
    word(verb, "address", "ADDRESS", "postgresql://USER@HOST/DATABASE, of the archive")
    verb.add_argument("--workers", type=count, default=1, metavar="N", help="pages read at once (default 1)")


def _conflicts(verb: ArgumentParser) -> None:
    about = "which to decide on; none lists them"
    verb.add_argument("number", nargs="?", type=int, metavar="NUMBER", help=about)
    verb.add_argument("choice", nargs="?", type=int, metavar="CHOICE", help="the number of what is to count")


def _port(text: str) -> int:
    """Return the number of a port. Raises `ArgumentTypeError`."""
    if (number := count(text)) > 0xFFFF:
        raise ArgumentTypeError(f"“{text}” is no port: those are 0 to {0xFFFF}")
    return number


def _serve(verb: ArgumentParser) -> None:
    about = "which port (8000; 0: any that is free)"
    verb.add_argument("--port", type=_port, default=8000, metavar="N", help=about)
    about = "open to other machines: the address to answer at (default: this machine alone)"
    option(verb, "--host", "ADDRESS", about)
    flag(verb, "--read-only", "let nobody write")


def _where(verb: ArgumentParser) -> None:
    count_statements(verb, "all statements")


def _briefings(verb: ArgumentParser) -> None:
    about = "a briefing, then its new name"
    changes(verb, "rename archive restore delete purge", "NAME", about, "--briefing {} events")
    json_lines(verb)


def _check(verb: ArgumentParser) -> None:
    flag(verb, "--repair", "mend what can be mended")


def _archive(verb: ArgumentParser) -> None:
    word(verb, "file", "FILE", "the archive, a zip file")


VERBS = {
    "export": Verb("export:export", help_texts.ABOUT_EXPORT, _export),
    "counts": Verb("counts:print_counts", help_texts.ABOUT_COUNTS, _counts),
    "review": Verb("review:print_review", help_texts.ABOUT_REVIEW, _review),
    "merge": Verb("merge:merge_briefings", help_texts.ABOUT_MERGE, _merge),
    "sync": Verb("merge:sync_briefing", help_texts.ABOUT_SYNC, _sync),
    "archive": Verb("archive:archive_briefing", help_texts.ABOUT_ARCHIVE, _shared_archive),
    "worker": Verb("worker:read_pages", help_texts.ABOUT_WORKER, _worker, opens=False),
    "conflicts": Verb("merge:conflicts", help_texts.ABOUT_CONFLICTS, _conflicts),
    "serve": Verb("serve:serve", help_texts.ABOUT_SERVE, _serve),
    "where": Verb("where:where", "print where everything lies, and how much is there", _where),
    "briefings": Verb("where:briefings", help_texts.ABOUT_BRIEFINGS, _briefings, opens=False),
    "check": Verb("maintenance:check_briefing", help_texts.ABOUT_CHECK, _check),
    "backup": Verb("maintenance:backup", help_texts.ABOUT_BACKUP, _archive),
    "restore": Verb("maintenance:restore", help_texts.ABOUT_RESTORE, _archive),
}

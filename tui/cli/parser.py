"""The command line: what may be said, and who does it.

Parsing must stay quick, for `extract` runs in loops: a verb's own imports happen inside it.
"""

from __future__ import annotations

import os
import sys
from argparse import SUPPRESS, ArgumentParser, ArgumentTypeError, Namespace, RawDescriptionHelpFormatter
from collections.abc import Callable, Sequence
from errno import EBADF
from io import TextIOWrapper
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from tui import __version__
from tui.cli import help_texts
from tui.cli.output import BAD_INPUT, DONE, PROGRAM, USAGE, VerbError, warn
from tui.core.text import clean, one_line

if TYPE_CHECKING:
    from _typeshed import SupportsWrite


class _Parser(ArgumentParser):
    """A parser whose help keeps its lines, and whose errors say where to look."""

    def __init__(self, **options: object) -> None:
        options.setdefault("formatter_class", RawDescriptionHelpFormatter)
        super().__init__(**options, allow_abbrev=False)  # type: ignore[arg-type]

    def format_help(self) -> str:
        """Return the help, with the table of kinds of files where it belongs."""
        text = super().format_help()
        if help_texts.KINDS not in text:
            return text
        from tui.reading.file_kinds import kinds_help

        return text.replace(help_texts.KINDS, kinds_help())

    def print_help(self, file: SupportsWrite[str] | None = None) -> None:
        """Print the help. Raises OSError, which argparse keeps to itself, where it cannot be."""
        (file or sys.stdout).write(self.format_help())

    def error(self, message: str) -> NoReturn:
        """Leave with status 2; what is repeated of the arguments may be a file name from elsewhere."""
        super().error(clean(message))


def parser(only: str = "") -> ArgumentParser:
    """Return the parser of everything but the bare start of the reader.

    With `only` the parsers of other verbs are left out: making them all takes longer than an extract.
    """
    top = _Parser(prog=PROGRAM, description=help_texts.ABOUT, epilog=help_texts.EXAMPLES)
    top.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    top.add_argument("--store", metavar="DIR", help="the briefing's folder (default: the one opened last)")
    top.add_argument("--briefing", metavar="NAME", default="", help="a briefing by its name")
    verbs = top.add_subparsers(dest="verb", metavar="VERB", title="verbs", prog=PROGRAM)
    for name, known in _VERBS.items():
        if only and name != only:
            continue
        summary, _, more = known.about.partition("\n")
        text = f"{summary[0].upper()}{summary[1:]}.\n{more}".rstrip()
        verb = verbs.add_parser(name, help=summary, description=text)
        verb.set_defaults(handler=known.handler)
        known.fill(verb)
    return top


def _option(verb: ArgumentParser, name: str, metavar: str, about: str, default: str | None = "") -> None:
    verb.add_argument(name, default=default, metavar=metavar, help=about)


def _flag(verb: ArgumentParser, name: str, about: str) -> None:
    verb.add_argument(name, action="store_true", help=about)


def _count(text: str) -> int:
    """Return a number of things. Raises `ArgumentTypeError`."""
    if not (text.isascii() and text.isdigit()):
        raise ArgumentTypeError(f"“{text}” is no number of 0 or more")
    return int(text)


def _port(text: str) -> int:
    """Return the number of a port. Raises `ArgumentTypeError`."""
    if (number := _count(text)) > 0xFFFF:
        raise ArgumentTypeError(f"“{text}” is no port: those are 0 to {0xFFFF}")
    return number


def _briefing(verb: ArgumentParser) -> None:
    # Before or after the verb, so that nobody has to remember which.
    _option(verb, "--store", "DIR", "the briefing's folder", SUPPRESS)
    _option(verb, "--briefing", "NAME", "a briefing by its name", SUPPRESS)
    _json(verb)


def _briefings(verb: ArgumentParser) -> None:
    _changes(
        verb,
        "rename archive restore delete purge",
        "NAME",
        "a briefing, then its new name",
        "--briefing {} events",
    )
    _json(verb)


def _json(verb: ArgumentParser) -> None:
    _flag(verb, "--json", "JSON Lines: one object a line")


def _changes(verb: ArgumentParser, names: str, what: str, about: str, looking: str) -> None:
    """Add what may be done to what a verb lists, and the words of it; whoever is `looking` for one finds it so."""
    choices = names.split()

    def known(word: str) -> str:
        if word in choices:
            return word
        from shlex import quote

        found = looking.format(quote(one_line(word)))
        raise ArgumentTypeError(
            f"“{one_line(word)}” is none of {', '.join(choices)}; `briefing-tui {found}` looks for it"
        )

    verb.add_argument("do", nargs="?", type=known, choices=choices, help="nothing lists them")
    verb.add_argument("words", nargs="*", metavar=what, help=about)


def _page_readers(verb: ArgumentParser) -> None:
    for name, about in (
        ("seconds", "what a page may compute for until it is refused (20)"),
        ("memory", "MB that reading a page may take until it is refused (500)"),
        ("workers", "how many pages are read at once (0: one for each core)"),
    ):
        verb.add_argument(f"--{name}", type=int, metavar="N", help=about)
    _option(
        verb,
        "--cluster",
        "ADDRESS",
        "read the pages on a Dask cluster (tcp://10.0.0.5:8786) or by the workers of an archive (postgresql://…)",
    )


def _import(verb: ArgumentParser) -> None:
    verb.add_argument(
        "paths",
        nargs="+",
        metavar="SOURCE",
        help="a file, a folder (searched through), an address (http or https), or - for stdin",
    )
    _option(verb, "--outlet", "NAME", "the outlet of all these pages")
    verb.add_argument("--date", default="", help="the day they were published, such as 2025-07-01")
    _option(verb, "--event", "ID|NAME", "the event they report; a new name makes one")
    _flag(verb, "--restore", "take in again, as it was, what you deleted here")
    _page_readers(verb)
    _briefing(verb)


def _events(verb: ArgumentParser) -> None:
    _changes(
        verb,
        "merge split move rename date",
        "WHAT",
        "events or articles, then what is said of them",
        "search {}",
    )
    _option(verb, "--name", "NAME", "split: what the new event is called")
    _count_statements(verb, "the statements of each event")
    _briefing(verb)


def _feeds(verb: ArgumentParser) -> None:
    _briefing(verb)
    verb.set_defaults(action="list", names=[])
    actions = verb.add_subparsers(dest="action", metavar="ACTION")
    for name, wanted, about in (
        ("add", "+", "subscribe to addresses, or to the feeds of an OPML file"),
        ("list", "", "the subscriptions (as without an action)"),
        ("remove", "+", "end subscriptions; the articles stay"),
        ("refresh", "*", "bring in what is new"),
    ):
        action = actions.add_parser(name, help=about, argument_default=SUPPRESS)
        if wanted:
            action.add_argument(
                "names", nargs=wanted, metavar="FEED", help="an address, or words of its title or address"
            )
        _briefing(action)


def _search(verb: ArgumentParser) -> None:
    verb.add_argument("query", nargs="+", metavar="QUERY", help="as in the search line of the reader")
    verb.add_argument(
        "--limit", type=_count, default=20, metavar="N", help="at most N articles (default 20; 0: all)"
    )
    _flag(verb, "--archive", "the newest articles of the whole archive that the briefing is fed from")
    _briefing(verb)


def _query(verb: ArgumentParser) -> None:
    _option(verb, "--query", "QUERY", "only what this finds; see search --help")


def _articles(verb: ArgumentParser) -> None:
    _option(verb, "--event", "ID|WORDS", "only of this event")
    _query(verb)
    _briefing(verb)


def _quotes(verb: ArgumentParser) -> None:
    _option(verb, "--event", "ID|WORDS", "only of this event")
    _option(verb, "--speaker", "NAME", "only of speakers with these words in a name")
    _option(verb, "--tag", "NAME", "only with this tag")
    _query(verb)
    _briefing(verb)


def _remade(verb: ArgumentParser) -> None:
    _changes(
        verb,
        "add split join discard restore",
        "WHAT",
        "quotes by id; add: an article, then the words",
        "quotes --speaker {0}` or `briefing-tui search {0}",
    )
    verb.add_argument(
        "--kind",
        choices=("direct", "mixed", "indirect"),
        default="direct",
        help="add: how it is said (default: direct)",
    )
    _quotes(verb)


def _statements(verb: ArgumentParser) -> None:
    _option(verb, "--event", "ID|WORDS", "only of this event")
    _option(verb, "--speaker", "NAME", "only of speakers with these words in a name")
    _query(verb)
    files = verb.add_mutually_exclusive_group()
    files.add_argument("--groups", default="", metavar="FILE", help="judge the groups of quotes in FILE")
    files.add_argument("--pairs", default="", metavar="FILE", help="judge the pairs of quotes in FILE")
    _briefing(verb)


def _accounts(verb: ArgumentParser) -> None:
    verb.add_argument("event", metavar="EVENT", help="an id, or words of its name")
    _option(verb, "--format", "F", "write a file instead: markdown, html or xlsx")
    verb.add_argument("-o", "--output", default="", metavar="FILE", help="where to (default: stdout)")
    _flag(verb, "--force", "replace a file that is there")
    _flag(verb, "--parents", "make the folders it is to lie in")
    _briefing(verb)


def _count_statements(verb: ArgumentParser, which: str) -> None:
    _flag(verb, "--statements", f"count {which}, each once whatever outlets repeat it, instead of quotes")


def _show(verb: ArgumentParser) -> None:
    verb.add_argument("id", metavar="ID", help="an id, or the start of one (4 characters or more), or a name")
    _flag(verb, "--raw", "the page of the article as it was imported")
    _flag(verb, "--versions", "list what the article said before it was changed")
    _flag(verb, "--diff", "what its outlet changed in it, word by word")
    _count_statements(verb, "the statements of an event or a speaker")
    _briefing(verb)


def _reread(verb: ArgumentParser) -> None:
    verb.add_argument("ids", nargs="*", metavar="ID", help="of articles or events")
    _option(verb, "--event", "ID|WORDS", "the articles of this event")
    _flag(verb, "--all", "every article")
    _briefing(verb)


def _tag(verb: ArgumentParser) -> None:
    verb.add_argument("id", metavar="ID", help="of a quote, an article or an event")
    verb.add_argument("names", nargs="+", metavar="NAME", help="tags; those that are new are made")
    _flag(verb, "--remove", "take the tags off")
    _briefing(verb)


def _star(verb: ArgumentParser) -> None:
    verb.add_argument("ids", nargs="+", metavar="ID", help="of quotes, articles or events")
    _flag(verb, "--remove", "take the stars off")
    _briefing(verb)


def _edit(verb: ArgumentParser) -> None:
    verb.add_argument("id", metavar="ID", help="of a quote, an article, an event or a speaker")
    verb.add_argument("field", metavar="FIELD", help="as above")
    verb.add_argument("value", nargs="*", metavar="VALUE", help="what it is; none empties the field")
    _option(verb, "--first", "WORDS", "borders: the words that the quote is to begin with")
    _option(verb, "--last", "WORDS", "borders: the words that it is to end with")
    _briefing(verb)


def _steps(verb: ArgumentParser) -> None:
    verb.add_argument("steps", nargs="?", type=_count, default=1, metavar="N", help="how many steps (1)")
    _briefing(verb)


def _note(verb: ArgumentParser) -> None:
    verb.add_argument("id", metavar="ID", help="of a quote, an article, an event or a speaker")
    verb.add_argument(
        "text", nargs="*", metavar="TEXT", help="the note in Markdown (- takes it from stdin); none shows it"
    )
    _flag(verb, "--delete", "delete the notes; u in the app brings them back")
    _briefing(verb)


def _tags(verb: ArgumentParser) -> None:
    _changes(verb, "rename move merge delete describe", "NAME", "tags, then what is said of them", "show {}")
    _option(verb, "--color", "#RRGGBB", "describe: its colour; '' for none", None)
    _option(verb, "--sign", "C", "describe: a character that stands for the #", None)
    _flag(verb, "--yes", "merge, delete: do not ask")
    _briefing(verb)


def _speakers(verb: ArgumentParser) -> None:
    about = "speakers by id, name or words of it, then names"
    _changes(verb, "rename merge split alias role side", "WHO", about, "show {}")
    _option(verb, "--name", "NAME", "split: what the part is called")
    _flag(verb, "--quotes", "split: what is given are ids of quotes")
    _flag(verb, "--remove", "alias: take the name away")
    _count_statements(verb, "the statements of each speaker")
    _briefing(verb)


def _where(verb: ArgumentParser) -> None:
    _count_statements(verb, "all statements")
    _briefing(verb)


def _status(verb: ArgumentParser) -> None:
    verb.add_argument("id", metavar="ID", help="of a quote; of an article for --reliability")
    verb.add_argument(
        "state", nargs="?", metavar="STATE", help="unchecked, seen, matched, disputed or retracted"
    )
    _option(verb, "--evidence", "TEXT", "an address or a few words", None)
    _option(verb, "--reliability", "A-F", "of the source: A reliable … E not, F unknown", None)
    _option(verb, "--credibility", "1-6", "of the words: 1 confirmed … 5 improbable, 6 unknown", None)
    _briefing(verb)


def _link(verb: ArgumentParser) -> None:
    verb.add_argument("id", metavar="ID", help="of a quote")
    verb.add_argument("other", metavar="OTHER", help="of another quote")
    verb.add_argument(
        "relation", nargs="?", metavar="RELATION", help="what the first is to the other, as above"
    )
    _flag(verb, "--remove", "take the link away")
    _briefing(verb)


def _export(verb: ArgumentParser) -> None:
    _option(verb, "--format", "F", "which; without it the formats are listed")
    verb.add_argument(
        "-o", "--output", default="", metavar="FILE", help="where to; a folder for markdown (default: stdout)"
    )
    _flag(verb, "--force", "replace a file that is there")
    _option(verb, "--title", "WORDS", "what it is called, instead of the briefing's title")
    notes = verb.add_mutually_exclusive_group()
    notes.add_argument("--redact", choices=["notes"], help="leave the notes out, whatever they are on")
    notes.add_argument(
        "--notes", action="store_true", help="put your notes in where the format is one to hand on"
    )
    _flag(verb, "--all", "in qdpx, quotes too that nothing was written on")
    _flag(verb, "--losses", "print all that the format cannot carry, and export nothing")
    _flag(verb, "--parents", "make the folders it is to lie in")
    _quotes(verb)


def _counts(verb: ArgumentParser) -> None:
    verb.add_argument("kind", nargs="?", default="", metavar="KIND", help="which; none lists them")
    form = verb.add_mutually_exclusive_group()
    form.add_argument("--plot", action="store_true", help="a plot instead of a table")
    form.add_argument("--csv", action="store_true", help="comma-separated values")
    _count_statements(verb, "statements")
    _briefing(verb)


def _merge(verb: ArgumentParser) -> None:
    verb.add_argument("other", metavar="OTHER", help="the folder of another copy, or an archive of one")
    _anyway(verb)


def _sync(verb: ArgumentParser) -> None:
    verb.add_argument("folder", metavar="DIR", help="a folder that all copies reach, now or another time")
    _anyway(verb)


def _anyway(verb: ArgumentParser) -> None:
    _flag(verb, "--anyway", "also where they are no copies of one briefing: both become one that has all")
    _briefing(verb)


def _shared_archive(verb: ArgumentParser) -> None:
    verb.add_argument("do", choices="init join push pull status leave".split(), help="what is to be done")
    verb.add_argument(
        "address", nargs="?", default="", metavar="ADDRESS", help="postgresql://USER@HOST/DATABASE"
    )
    _option(verb, "--query", "QUERY", "only what this finds; with pull, what it finds as well")
    _anyway(verb)


def _worker(verb: ArgumentParser) -> None:
    verb.add_argument("address", metavar="ADDRESS", help="postgresql://USER@HOST/DATABASE, of the archive")
    verb.add_argument("--workers", type=_count, default=1, metavar="N", help="pages read at once (default 1)")


def _conflicts(verb: ArgumentParser) -> None:
    verb.add_argument(
        "number", nargs="?", type=int, metavar="NUMBER", help="which to decide on; none lists them"
    )
    verb.add_argument("choice", nargs="?", type=int, metavar="CHOICE", help="the number of what is to count")
    _briefing(verb)


def _serve(verb: ArgumentParser) -> None:
    verb.add_argument(
        "--port", type=_port, default=8000, metavar="N", help="which port (8000; 0: any that is free)"
    )
    _option(
        verb,
        "--host",
        "ADDRESS",
        "open to other machines: the address to answer at (default: this machine alone)",
    )
    _flag(verb, "--read-only", "let nobody write")
    _briefing(verb)


def _review(verb: ArgumentParser) -> None:
    _option(
        verb,
        "--day",
        "DAY",
        "2025-07-01, 2025-07-01/2025-07-07, 2025-07 or undated; without it the days are listed that have tagged quotes",
    )
    verb.add_argument(
        "--format", choices=("text", "markdown", "mail"), default="text", help="mail is a draft (.eml)"
    )
    _flag(verb, "--notes", "put your notes in")
    _briefing(verb)


def _extract(verb: ArgumentParser) -> None:
    verb.add_argument(
        "files", nargs="*", metavar="FILE", help="files, folders or addresses; - or none: stdin"
    )
    verb.add_argument(
        "--as",
        dest="kind",
        choices=("page", "article", "html", "markdown"),
        help="page: text of a web page, with its menus; article: clean text, kept whole (default: by name)",
    )
    verb.add_argument(
        "--spans",
        choices=("quoted", "content", "all"),
        help="quoted (default): only the words between marks; content: every attribution whole, indirect ones too; "
        "all: as import keeps them, quoted words and beside them what is reported without marks",
    )
    _json(verb)  # which it prints anyway
    _flag(verb, "--jsonl", 'JSON Lines in: {"id","text"}, with --as html {"id","url","html"}')
    _flag(verb, "--why", "add how each field and each speaker is known")
    _page_readers(verb)


def _group(verb: ArgumentParser) -> None:
    verb.add_argument("file", nargs="?", default="-", metavar="FILE", help="JSON Lines; - or none: stdin")
    verb.add_argument("--jsonl", action="store_true", help=SUPPRESS)  # it always is


def _check(verb: ArgumentParser) -> None:
    _flag(verb, "--repair", "mend what can be mended")
    _briefing(verb)


def _archive(verb: ArgumentParser) -> None:
    verb.add_argument("file", metavar="FILE", help="the archive, a zip file")
    _briefing(verb)


def _completion(verb: ArgumentParser) -> None:
    verb.add_argument("shell", choices=("bash", "zsh", "fish"), metavar="SHELL", help="bash, zsh or fish")


def _schema(verb: ArgumentParser) -> None:
    verb.add_argument(
        "name", choices=[each for each in _VERBS if each not in _SILENT], metavar="VERB", help="whose"
    )


class _Verb(NamedTuple):
    """A verb: the module and function that does it, what it is about (a line for the list, then its help), what it takes."""

    handler: str
    about: str
    fill: Callable[[ArgumentParser], None]


_VERBS: dict[str, _Verb] = {
    "import": _Verb("import_pages:bring", help_texts.ABOUT_IMPORT, _import),
    "feeds": _Verb("feeds:feeds", help_texts.ABOUT_FEEDS, _feeds),
    "events": _Verb("events:events", help_texts.ABOUT_EVENTS, _events),
    "articles": _Verb("listing:list_articles", "list the articles by event", _articles),
    "quotes": _Verb("quotes:quotes", help_texts.ABOUT_QUOTES, _remade),
    "statements": _Verb("statements:list_statements", help_texts.ABOUT_STATEMENTS, _statements),
    "accounts": _Verb("accounts:print_accounts", "print what each side says of an event", _accounts),
    "search": _Verb("search:search", help_texts.ABOUT_SEARCH, _search),
    "show": _Verb("show:show", "print an event, article, quote, speaker or tag whole", _show),
    "regroup": _Verb("events:regroup_events", help_texts.ABOUT_REGROUP, _briefing),
    "reread": _Verb("reread:reread_pages", help_texts.ABOUT_REREAD, _reread),
    "tag": _Verb("annotate:tag", "tag a quote, an article or an event", _tag),
    "star": _Verb("annotate:star", "star quotes, articles or events", _star),
    "edit": _Verb("annotate:edit", help_texts.ABOUT_EDIT, _edit),
    "note": _Verb(
        "annotate:note", "write, show or delete notes on a quote, an article, an event or a speaker", _note
    ),
    "undo": _Verb("history:undo", "take back what you did last, in whichever program", _steps),
    "redo": _Verb("history:undo", "do again what was taken back last", _steps),
    "speakers": _Verb("speakers:speakers", help_texts.ABOUT_SPEAKERS, _speakers),
    "status": _Verb("assess:status", help_texts.ABOUT_STATUS, _status),
    "link": _Verb("assess:link", help_texts.ABOUT_LINK, _link),
    "tags": _Verb("tags:tags", help_texts.ABOUT_TAGS, _tags),
    "export": _Verb("export:export", help_texts.ABOUT_EXPORT, _export),
    "counts": _Verb("counts:print_counts", help_texts.ABOUT_COUNTS, _counts),
    "review": _Verb("review:print_review", help_texts.ABOUT_REVIEW, _review),
    "merge": _Verb("merge:merge_briefings", help_texts.ABOUT_MERGE, _merge),
    "sync": _Verb("merge:sync_briefing", help_texts.ABOUT_SYNC, _sync),
    "archive": _Verb("archive:archive_briefing", help_texts.ABOUT_ARCHIVE, _shared_archive),
    "worker": _Verb("worker:read_pages", help_texts.ABOUT_WORKER, _worker),
    "conflicts": _Verb("merge:conflicts", help_texts.ABOUT_CONFLICTS, _conflicts),
    "serve": _Verb("serve:serve", help_texts.ABOUT_SERVE, _serve),
    "where": _Verb("where:where", "print where everything lies, and how much is there", _where),
    "briefings": _Verb("where:briefings", help_texts.ABOUT_BRIEFINGS, _briefings),
    "check": _Verb("maintenance:check_briefing", help_texts.ABOUT_CHECK, _check),
    "backup": _Verb("maintenance:backup", help_texts.ABOUT_BACKUP, _archive),
    "restore": _Verb("maintenance:restore", help_texts.ABOUT_RESTORE, _archive),
    "extract": _Verb("extract:extract", help_texts.ABOUT_EXTRACT, _extract),
    "completion": _Verb("completion:completion", help_texts.ABOUT_COMPLETION, _completion),
    "schema": _Verb(
        "schemas:print_schema", "print the JSON Schema of what a verb prints with --json", _schema
    ),
    "group": _Verb("group:group_lines", help_texts.ABOUT_GROUP, _group),
}

_SILENT = ("completion", "schema", "worker")  # verbs that print no records


def is_verb(name: str) -> bool:
    """Tell whether there is a verb of this name."""
    return name in _VERBS


def main(arguments: Sequence[str]) -> int:
    """Run one verb; return the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a terminal that has no “ gets a ? instead of an error
            stream.reconfigure(errors="replace")
    try:
        first = arguments[0] if arguments else ""
        try:
            args = parser(first if first in _VERBS else "").parse_args(arguments)
            status = _run(args)
        except SystemExit as exit_:  # argparse leaves this way
            status = int(exit_.code or DONE)
        sys.stdout.flush()
    except VerbError as error:
        warn(str(error))
        return error.status
    except BrokenPipeError:  # whoever read has read enough
        _drop_output()
        return DONE
    except OSError as error:  # what is printed goes to a disk that is full, or nowhere
        _drop_output()
        closed = error.errno == EBADF and not error.filename
        reason = "it is closed, so nothing was printed" if closed else error.strerror or error
        warn(f"{error.filename or 'the output'}: {reason}")
        return BAD_INPUT
    except KeyboardInterrupt:
        warn("stopped")
        return 130
    except Exception as error:
        if not _says_why(error):
            raise
        warn(one_line(str(error)))
        return BAD_INPUT
    return status


def _says_why(error: Exception) -> bool:
    """Tell whether an error of a room below is meant for people: one line that says why, and what to do."""
    from tui.exchange.exporters.formats import ExportError
    from tui.settings.paths import SettingsError
    from tui.store.disk.errors import StoreError

    return isinstance(error, (ExportError, SettingsError, StoreError))


def _drop_output() -> None:
    """Let what Python still holds to be printed go nowhere, quietly."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(args: Namespace) -> int:
    if args.verb is None:
        parser().print_usage(sys.stderr)
        warn("name a verb, or nothing at all to open the reader; --help says more")
        return USAGE
    from importlib import import_module

    module, _, function = str(args.handler).partition(":")
    return int(getattr(import_module(f"tui.cli.{module}"), function)(args))

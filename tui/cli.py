"""The command line: what may be said, and who does it.

Parsing must stay quick, for `extract` runs in loops: a verb's own imports happen inside it.
"""

from __future__ import annotations

import os
import sys
from argparse import SUPPRESS, ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Callable, Sequence
from io import TextIOWrapper
from typing import NoReturn

from tui import __version__
from tui.text import clean
from tui.verbs.output import DONE, PROGRAM, USAGE, VerbError, warn

_ABOUT = """\
Read a dossier in the terminal: events, each outlet's report of them, and who said what.

Without a verb the reader opens: the briefing opened last, or a sample on a fresh machine."""

_EXAMPLES = """\
examples:
  briefing-tui                                   open the reader
  briefing-tui import pages/ --outlet Reuters    add saved pages (.txt, .md, .html; folders too)
  briefing-tui events                            what happened, newest first
  briefing-tui quotes --speaker Peskov           what one speaker is reported to have said
  briefing-tui quotes --json | jq -r .text       the same for programs: one JSON object a line
  briefing-tui tag 3f2a "no deal" denial         tag a quote, an article or an event by the start of its id
  echo "Ask the desk." | briefing-tui note 3f2a -
  briefing-tui extract page.txt                  what reading makes of a page, without storing it

`briefing-tui VERB --help` says more. A briefing is a folder: --store DIR or BRIEFING_STORE names one.
Exit status: 0 done, 1 nothing done because of bad input, 2 wrong usage."""


_ABOUT_IMPORT = """\
bring pages, feeds and addresses into a briefing
Reads .txt (the text of a web page), .md (with front matter), .html, .mhtml, .eml, .jsonl and .pdf (with
the extra briefing-tui[pdf]), also .gz: files, or folders with all that is in them. Menus, appeals and
repeats are left out of the articles, and nothing is lost: the page as it was is kept. Pages of one
happening come to lie in one event. A page that is there already changes nothing, so the same folder
can be imported again and again.

Addresses (http, https) are fetched, several at once. A feed (RSS, Atom, JSON Feed) gives its entries;
OPML subscribes to its feeds and imports them (see `feeds`). JSON Lines hold one article a line: text or
html, and url, title, outlet, author, published. What fails is named with its reason, and the rest goes on.

What other programs hand over is taken in as well: REFI-QDA projects and codebooks (.qdpx, .qdc), W3C
annotations (.jsonld), a codebook as a table (.csv with a column “name” or “tag”), whole or not at all.
An archive of `export --format briefing` or `backup` becomes a briefing of its own again.

Without --store or --briefing, pages go to the briefing opened last; never to the sample, but to
“my-briefing”, which is made when it is needed.

Front matter that is understood: headline (or title), outlet, author, published (or date), url,
language, id, event (an id or a name), event_name, event_date."""
_ABOUT_REREAD = """\
read the stored pages anew, as this version reads them
A reading is frozen when a page is imported; this makes it again from the page that was kept. What you
wrote stays: your corrections win, tags and notes are found again by the words they are on, and what
is not found is kept and shown as such. Events are not grouped otherwise. `u` in the reader takes it
back, up to 200 articles or so at a time."""
_ABOUT_FEEDS = """\
follow feeds: RSS, Atom and JSON Feed
feeds add URL|OPML…     subscribe; the address of a site does where it names its feed
feeds list              the subscriptions, when each was read last, and what went wrong
feeds remove FEED…      end subscriptions; the articles stay
feeds refresh [FEED…]   bring in what is new, several feeds side by side

An entry that holds the article whole is taken as it is; of others the page it leads to is fetched. What is
in the briefing already, by its address, is not fetched again, and a feed that has not changed since the
last time is not sent again. Exit status: 0 done (also when some feeds or entries failed, each named on
stderr), 1 no feed could be read or added, or none is there, 2 wrong usage, 130 after Ctrl+C."""
_ABOUT_EXTRACT = """\
print what reading makes of a page, without storing it
One JSON object a line and source: id, title, outlet, author, published (an EDTF date),
published_basis, text, kept_lines (0-based lines of the input kept as body) and quotes: start, end
(code points of text, end exclusive), text, kind, group (parts of one quote share it), speaker_text,
speaker_start, speaker_end, entity, cue_text."""
_ABOUT_GROUP = """\
print which articles tell of the same happening, without storing them
Reads JSON Lines {"id","title","text","date"} and prints {"id","event"} for each, in the same order.
Articles with the same event tell of the same happening. "event_date" and "outlet" are used as well."""

_ABOUT_EVENTS = """\
list the events, newest first, or say what belongs together
  events                                     newest first
  events merge 3f2a 77b1                     the last one is the event that stays
  events split 3f2a 77b1 --name "The reply"  these articles become an event of their own
  events move 3f2a "The reply"               an article goes to an event; a new name makes one
  events rename 3f2a The call of 1 July
  events date 3f2a 2025-07-01
Events are named by an id, the start of one, or words of their name. What you put together or take
apart stays so: no later import or regrouping takes an article away from where you put it."""
_ABOUT_REGROUP = """\
find the events of the whole briefing anew
Which articles tell of the same happening is found again from all of them together; the result is the
same in whatever order they came in. Articles stay as they were read. What you merged, split, moved,
named or dated stays, and so does what a source or --event said at import. Tags and notes stay on
their events. One step: `u` in the reader takes it back. After Ctrl+C nothing is changed."""
_ABOUT_SPEAKERS = """\
list the speakers with their names and counts, or say who is who
  speakers                                   those with most quotes first
  speakers rename "V. Putin" "Vladimir Putin"
  speakers merge "Elysee" "the Élysée" Élysée        the last one is who stays
  speakers split Ivanov "Sergei Ivanov"              what was said under that name
  speakers split Ivanov 3f2a 77b1 --quotes --name "Igor Ivanov"
  speakers alias Macron "the French president"       --remove takes it away
  speakers role Peskov "Kremlin spokesman"
Imports honour it: what comes in later under a merged or added name goes to the same speaker."""
_ABOUT_TAGS = """\
list the tags with how often they are used, or change the codebook
  tags                                       what lies below a tag is set in
  tags rename truce topic/ceasefire          what lies below it goes with it
  tags move ceasefire topic                  below topic; without a second name to the top
  tags merge truce armistice ceasefire       the last one is what stays
  tags describe ceasefire "An end of fighting, however short" --color "#c03020" --sign ▲
  tags delete truce                          with all that lies below it
What is touched is told first; merging and deleting want --yes where nobody can be asked."""
_ABOUT_STATUS = """\
say how far a quote can be trusted, or print what was said
A quote is unchecked, seen (in its source), matched (to a primary record), disputed or retracted. Each
change is kept with its time, its author (BRIEFING_AUTHOR, or your name at this machine) and evidence.
Reliability of the source and credibility of the words are the two scales of the Admiralty code."""
_ABOUT_LINK = """\
link two quotes: same, translation, paraphrase, truncated, contradicts or denies
  link 3f2a 77b1 translation      the first is a translation of the second
  link 3f2a 77b1 --remove"""
_ABOUT_REPORT = """count quotes by tag, speaker, outlet and month
KIND is tags-speakers, tags-outlets, tags-months, tags-tags, speakers-months or outlets-months."""
_ABOUT_EXPORT = """\
write the briefing, or part of it, in an open format
Without --format the formats are listed. What a format cannot carry is told at the end. Files are
written whole or not at all, and one that is there is replaced with --force only; Markdown notes are
brought up to date instead, and what you added to them stays."""


_ABOUT_SEARCH = """\
find articles, what fits best first
Words find what begins with them, "phrases" these words in a row, in headlines, texts, quotes and notes,
whatever case and accents. Narrow with speaker: outlet: tag: note: kind:direct|mixed|indirect status:
is:unread|starred|undated|unsure|moved|orphan after: before: on: (2025-07-01, 2025-07 or 2025; after:2025-07
means from August on; is:moved finds quotes whose words changed since you marked them); combine with
AND, OR, NOT and brackets. Fields of a quote side by side are about one and the same quote.

  briefing-tui search 'ceasefire speaker:moreau after:2025-07 NOT kind:indirect'
  briefing-tui search '"no deal" (outlet:courier OR tag:denial)' --json"""
_ABOUT_CHECK = """\
look a briefing over and, with --repair, mend it
Every file is read, and nothing is changed without --repair. A line says what is wrong with which file
and what mends it. Repairing restores a broken file from its previous generation and the journal; the
broken one is kept in the folder damaged/. Exit status 1 while something is left to mend."""
_ABOUT_BACKUP = """\
write a briefing to one archive
A zip file with all of the briefing and a list of its files with their hashes; it is read back before it
takes its place. An earlier backup of that name is replaced, nothing else ever is. The reader may go on."""
_ABOUT_RESTORE = """\
put a backup back as a briefing of its own
Byte for byte, each file verified; never over a briefing that is there. Without --store DIR or
--briefing NAME it gets the name it had."""


class _Parser(ArgumentParser):
    """A parser whose help keeps its lines, and whose errors say where to look."""

    def __init__(self, **options: object) -> None:
        options.setdefault("formatter_class", RawDescriptionHelpFormatter)
        super().__init__(**options, allow_abbrev=False)  # type: ignore[arg-type]

    def error(self, message: str) -> NoReturn:
        """Leave with status 2; what is repeated of the arguments may be a file name from elsewhere."""
        super().error(clean(message))


def parser(only: str = "") -> ArgumentParser:
    """Return the parser of everything but the bare start of the reader.

    With `only` the parsers of other verbs are left out: making them all takes longer than an extract.
    """
    top = _Parser(prog=PROGRAM, description=_ABOUT, epilog=_EXAMPLES)
    top.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    top.add_argument("--store", metavar="DIR", help="the briefing's folder (default: the one opened last)")
    top.add_argument("--briefing", metavar="NAME", default="", help="a briefing by its name")
    verbs = top.add_subparsers(dest="verb", metavar="VERB", title="verbs", prog=PROGRAM)
    for name, (handler, about, fill) in _VERBS.items():
        if only and name != only:
            continue
        summary, _, more = about.partition("\n")
        text = f"{summary[0].upper()}{summary[1:]}.\n{more}".rstrip()
        verb = verbs.add_parser(name, help=summary, description=text)
        verb.set_defaults(handler=handler)
        fill(verb)
    return top


def _briefing(verb: ArgumentParser) -> None:
    # Before or after the verb, so that nobody has to remember which.
    verb.add_argument("--store", metavar="DIR", default=SUPPRESS, help="the briefing's folder")
    verb.add_argument("--briefing", metavar="NAME", default=SUPPRESS, help="a briefing by its name")
    _json(verb)


def _json(verb: ArgumentParser) -> None:
    verb.add_argument("--json", action="store_true", help="JSON Lines: one object a line")


def _import(verb: ArgumentParser) -> None:
    verb.add_argument(
        "paths",
        nargs="+",
        metavar="SOURCE",
        help="a file, a folder (searched through), an address (http or https), or - for stdin",
    )
    verb.add_argument("--outlet", default="", metavar="NAME", help="the outlet of all these pages")
    verb.add_argument("--date", default="", help="the day they were published, such as 2025-07-01")
    verb.add_argument(
        "--event", default="", metavar="ID|NAME", help="the event they report; a new name makes one"
    )
    _briefing(verb)


def _events(verb: ArgumentParser) -> None:
    verb.add_argument(
        "do",
        nargs="?",
        choices=("merge", "split", "move", "rename", "date"),
        help="nothing lists them",
    )
    verb.add_argument(
        "words", nargs="*", metavar="WHAT", help="events or articles, then what is said of them"
    )
    verb.add_argument("--name", default="", metavar="NAME", help="split: what the new event is called")
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
        action.add_argument("--store", metavar="DIR", help="the briefing's folder")
        action.add_argument("--briefing", metavar="NAME", help="a briefing by its name")
        action.add_argument("--json", action="store_true", help="JSON Lines: one object a line")


def _search(verb: ArgumentParser) -> None:
    verb.add_argument("query", nargs="+", metavar="QUERY", help="as in the search line of the reader")
    verb.add_argument(
        "--limit", type=int, default=20, metavar="N", help="at most N articles (default 20; 0: all)"
    )
    _briefing(verb)


def _query(verb: ArgumentParser) -> None:
    verb.add_argument("--query", default="", metavar="QUERY", help="only what this finds; see search --help")


def _articles(verb: ArgumentParser) -> None:
    verb.add_argument("--event", default="", metavar="ID|WORDS", help="only of this event")
    _query(verb)
    _briefing(verb)


def _quotes(verb: ArgumentParser) -> None:
    verb.add_argument("--event", default="", metavar="ID|WORDS", help="only of this event")
    verb.add_argument(
        "--speaker", default="", metavar="NAME", help="only of speakers with these words in a name"
    )
    verb.add_argument("--tag", default="", metavar="NAME", help="only with this tag")
    _query(verb)
    _briefing(verb)


def _show(verb: ArgumentParser) -> None:
    verb.add_argument("id", metavar="ID", help="an id, or the start of one (4 characters or more)")
    verb.add_argument("--raw", action="store_true", help="the page of the article as it was imported")
    verb.add_argument(
        "--versions", action="store_true", help="list what the article said before it was changed"
    )
    verb.add_argument("--diff", action="store_true", help="what its outlet changed in it, word by word")
    _briefing(verb)


def _reread(verb: ArgumentParser) -> None:
    verb.add_argument("ids", nargs="*", metavar="ID", help="of articles or events")
    verb.add_argument("--event", default="", metavar="ID|WORDS", help="the articles of this event")
    verb.add_argument("--all", action="store_true", help="every article")
    _briefing(verb)


def _tag(verb: ArgumentParser) -> None:
    verb.add_argument("id", metavar="ID", help="of a quote, an article or an event")
    verb.add_argument("names", nargs="+", metavar="NAME", help="tags; those that are new are made")
    verb.add_argument("--remove", action="store_true", help="take the tags off")
    _briefing(verb)


def _note(verb: ArgumentParser) -> None:
    verb.add_argument("id", metavar="ID", help="of a quote, an article or an event")
    verb.add_argument(
        "text",
        nargs="*",
        metavar="TEXT",
        help="the note in Markdown (- takes it from stdin); none shows it",
    )
    verb.add_argument("--delete", action="store_true", help="delete the notes; u in the app brings them back")
    _briefing(verb)


def _tags(verb: ArgumentParser) -> None:
    verb.add_argument(
        "do",
        nargs="?",
        choices=("rename", "move", "merge", "delete", "describe"),
        help="nothing lists them",
    )
    verb.add_argument("words", nargs="*", metavar="NAME", help="tags, then what is said of them")
    verb.add_argument("--color", default=None, metavar="#RRGGBB", help="describe: its colour; '' for none")
    verb.add_argument("--sign", default=None, metavar="C", help="describe: a character that stands for the #")
    verb.add_argument("--yes", action="store_true", help="merge, delete: do not ask")
    _briefing(verb)


def _speakers(verb: ArgumentParser) -> None:
    verb.add_argument(
        "do", nargs="?", choices=("rename", "merge", "split", "alias", "role"), help="nothing lists them"
    )
    verb.add_argument("words", nargs="*", metavar="WHO", help="speakers by name or id, then names")
    verb.add_argument("--name", default="", metavar="NAME", help="split: what the part is called")
    verb.add_argument("--quotes", action="store_true", help="split: what is given are ids of quotes")
    verb.add_argument("--remove", action="store_true", help="alias: take the name away")
    _briefing(verb)


def _status(verb: ArgumentParser) -> None:
    verb.add_argument("id", metavar="ID", help="of a quote; of an article for --reliability")
    verb.add_argument(
        "state", nargs="?", metavar="STATE", help="unchecked, seen, matched, disputed or retracted"
    )
    verb.add_argument("--evidence", metavar="TEXT", help="an address or a few words")
    verb.add_argument("--reliability", metavar="A-F", help="of the source: A reliable … E not, F unknown")
    verb.add_argument(
        "--credibility", metavar="1-6", help="of the words: 1 confirmed … 5 improbable, 6 unknown"
    )
    _briefing(verb)


def _link(verb: ArgumentParser) -> None:
    verb.add_argument("id", metavar="ID", help="of a quote")
    verb.add_argument("other", metavar="OTHER", help="of another quote")
    verb.add_argument(
        "relation", nargs="?", metavar="RELATION", help="what the first is to the other, as above"
    )
    verb.add_argument("--remove", action="store_true", help="take the link away")
    _briefing(verb)


def _export(verb: ArgumentParser) -> None:
    verb.add_argument("--format", default="", metavar="F", help="which; without it the formats are listed")
    verb.add_argument(
        "-o", "--output", default="", metavar="FILE", help="where to; a folder for markdown (default: stdout)"
    )
    verb.add_argument("--force", action="store_true", help="replace a file that is there")
    _quotes(verb)


def _report(verb: ArgumentParser) -> None:
    verb.add_argument("kind", nargs="?", default="", metavar="KIND", help="which; none lists them")
    form = verb.add_mutually_exclusive_group()
    form.add_argument("--plot", action="store_true", help="a plot instead of a table")
    form.add_argument("--csv", action="store_true", help="comma-separated values")
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
        default="quoted",
        help="quoted: the words between marks; content: every attribution whole, indirect ones too; "
        "all: as import keeps them, quoted words and beside them what is reported without marks",
    )
    verb.add_argument(
        "--jsonl",
        action="store_true",
        help='JSON Lines in: {"id","text"}, with --as html {"id","url","html"}',
    )
    verb.add_argument("--why", action="store_true", help="add how each field and each speaker is known")


def _group(verb: ArgumentParser) -> None:
    verb.add_argument("file", nargs="?", default="-", metavar="FILE", help="JSON Lines; - or none: stdin")
    verb.add_argument("--jsonl", action="store_true", help="as always: kept so that it can be said")


def _check(verb: ArgumentParser) -> None:
    verb.add_argument("--repair", action="store_true", help="mend what can be mended")
    _briefing(verb)


def _archive(verb: ArgumentParser) -> None:
    verb.add_argument("file", metavar="FILE", help="the archive, a zip file")
    _briefing(verb)


# Each verb: the module and function that does it, what it is about (a line for the list of verbs, more
# for its own help), and what it takes.
_VERBS: dict[str, tuple[str, str, Callable[[ArgumentParser], None]]] = {
    "import": ("bring:bring", _ABOUT_IMPORT, _import),
    "feeds": ("feeds:feeds", _ABOUT_FEEDS, _feeds),
    "events": ("events:events", _ABOUT_EVENTS, _events),
    "articles": ("lists:list_articles", "list the articles by event", _articles),
    "quotes": ("lists:list_quotes", "list who said what", _quotes),
    "search": ("search:search", _ABOUT_SEARCH, _search),
    "show": ("show:show", "print an event, article, quote or speaker whole", _show),
    "regroup": ("regroup:regroup_events", _ABOUT_REGROUP, _briefing),
    "reread": ("reread:reread_pages", _ABOUT_REREAD, _reread),
    "tag": ("marks:tag", "tag a quote, an article or an event", _tag),
    "note": ("marks:note", "write, show or delete notes on a quote, an article or an event", _note),
    "speakers": ("speakers:speakers", _ABOUT_SPEAKERS, _speakers),
    "status": ("trust:status", _ABOUT_STATUS, _status),
    "link": ("trust:link", _ABOUT_LINK, _link),
    "tags": ("tags:tags", _ABOUT_TAGS, _tags),
    "export": ("export:export", _ABOUT_EXPORT, _export),
    "report": ("report:print_report", _ABOUT_REPORT, _report),
    "where": ("places:where", "print where everything lies, and how much is there", _briefing),
    "briefings": ("places:briefings", "list the briefings", _json),
    "check": ("care:check_briefing", _ABOUT_CHECK, _check),
    "backup": ("care:backup", _ABOUT_BACKUP, _archive),
    "restore": ("care:restore", _ABOUT_RESTORE, _archive),
    "extract": ("extract:extract", _ABOUT_EXTRACT, _extract),
    "group": ("grouping:group_lines", _ABOUT_GROUP, _group),
}


def main(arguments: Sequence[str]) -> int:
    """Run one verb; return the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a terminal that has no “ gets a ? instead of an error
            stream.reconfigure(errors="replace")
    try:
        first = arguments[0] if arguments else ""
        args = parser(first if first in _VERBS else "").parse_args(arguments)
        status = _run(args)
        sys.stdout.flush()
    except SystemExit as exit_:  # argparse leaves this way
        return int(exit_.code or DONE)
    except VerbError as error:
        warn(str(error))
        return error.status
    except BrokenPipeError:
        # Whoever read has read enough. What Python still holds must go nowhere, quietly.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        warn("stopped")
        return 130
    return status


def _run(args: Namespace) -> int:
    if args.verb is None:
        parser().print_usage(sys.stderr)
        warn("name a verb, or nothing at all to open the reader; --help says more")
        return USAGE
    from importlib import import_module

    module, _, function = str(args.handler).partition(":")
    return int(getattr(import_module(f"tui.verbs.{module}"), function)(args))

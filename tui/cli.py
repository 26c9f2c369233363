"""The command line: what may be said, and who does it.

Parsing must stay quick, for `extract` runs in loops: a verb's own imports happen inside it.
"""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence

from tui import __version__
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


class _Parser(ArgumentParser):
    """A parser whose help keeps its lines, and whose errors say where to look."""

    def __init__(self, **options: object) -> None:
        options.setdefault("formatter_class", RawDescriptionHelpFormatter)
        super().__init__(**options, allow_abbrev=False)  # type: ignore[arg-type]


def parser() -> ArgumentParser:
    """Return the parser of everything but the bare start of the reader."""
    top = _Parser(prog=PROGRAM, description=_ABOUT, epilog=_EXAMPLES)
    top.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    top.add_argument("--store", metavar="DIR", help="the briefing's folder (default: the one opened last)")
    verbs = top.add_subparsers(dest="verb", metavar="VERB", title="verbs")

    extract = verbs.add_parser(
        "extract",
        help="print what reading makes of a page, without storing it",
        description=(
            "Print what reading makes of each source as one JSON object a line: id, title, outlet, author,\n"
            "published (an EDTF date), published_basis, text, kept_lines (0-based lines of the input kept\n"
            "as body) and quotes: start, end (code points of text, end exclusive), text, kind, group\n"
            "(parts of one quote share it), speaker_text, speaker_start, speaker_end, entity, cue_text."
        ),
    )
    extract.add_argument("files", nargs="*", metavar="FILE", help="files or folders; - or none: stdin")
    extract.add_argument(
        "--as",
        dest="kind",
        choices=("page", "article", "html", "markdown"),
        help="page: text of a web page with its menus; article: clean text, kept as it is (default: by name)",
    )
    extract.add_argument(
        "--spans",
        choices=("quoted", "content"),
        default="quoted",
        help="quoted: the words between marks; content: every attribution whole, indirect ones too",
    )
    extract.add_argument(
        "--jsonl",
        action="store_true",
        help='read JSON Lines: {"id","text"}, with --as html {"id","url","html"}',
    )
    extract.add_argument("--why", action="store_true", help="add how each field and speaker is known")
    return top


def main(arguments: Sequence[str]) -> int:
    """Run one verb; return the exit status."""
    try:
        args = parser().parse_args(arguments)
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
        parser().print_help(sys.stderr)
        return USAGE
    if args.verb == "extract":
        from tui.verbs.extract import extract

        return extract(args)
    raise AssertionError(args.verb)

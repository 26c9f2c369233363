"""The command line: what may be said, and who does it.

Parsing must stay quick, for `extract` runs in loops: a verb's own imports happen inside it.
"""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence
from errno import EBADF
from io import TextIOWrapper
from typing import TYPE_CHECKING, NoReturn

from tui import __version__
from tui.cli import help_texts, program_verbs, reading_verbs, sharing_verbs, writing_verbs
from tui.cli.options import briefing
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
        if known.opens:
            briefing(verb)
    return top


_VERBS = {**reading_verbs.VERBS, **writing_verbs.VERBS, **sharing_verbs.VERBS, **program_verbs.VERBS}


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

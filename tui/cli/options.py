"""What a verb is, and the options that several take; those of one stand beside it in the `…_verbs` of its kind."""

from __future__ import annotations

from argparse import SUPPRESS, ArgumentParser, ArgumentTypeError
from collections.abc import Callable
from typing import NamedTuple

from tui.core.text import one_line


class Verb(NamedTuple):
    """A verb: the module and function that does it, what it is about (a line for the list, then its help), what it takes."""

    handler: str
    about: str
    fill: Callable[[ArgumentParser], None]
    opens: bool = True  # whether it is about one briefing


_CHOICES = {
    "--event": ("ID|WORDS", "only of this event"),
    "--speaker": ("NAME", "only of speakers with these words in a name"),
    "--tag": ("NAME", "only with this tag"),
    "--query": ("QUERY", "only what this finds; see search --help"),
}


def word(verb: ArgumentParser, name: str, metavar: str, about: str, many: str | None = None) -> None:
    """Add what is told by its place; `many` as in `nargs`."""
    verb.add_argument(name, nargs=many, metavar=metavar, help=about)


def option(verb: ArgumentParser, name: str, metavar: str, about: str, default: str | None = "") -> None:
    """Add an option that takes a word."""
    verb.add_argument(name, default=default, metavar=metavar, help=about)


def flag(verb: ArgumentParser, name: str, about: str) -> None:
    """Add an option that is there or not."""
    verb.add_argument(name, action="store_true", help=about)


def count(text: str) -> int:
    """Return a number of things. Raises `ArgumentTypeError`."""
    if not (text.isascii() and text.isdigit()):
        raise ArgumentTypeError(f"“{text}” is no number of 0 or more")
    return int(text)


def json_lines(verb: ArgumentParser) -> None:
    """Add the option of records for programs."""
    flag(verb, "--json", "JSON Lines: one object a line")


def briefing(verb: ArgumentParser) -> None:
    """Add what says which briefing is meant: before or after the verb, so that nobody has to remember which."""
    option(verb, "--store", "DIR", "the briefing's folder", SUPPRESS)
    option(verb, "--briefing", "NAME", "a briefing by its name", SUPPRESS)
    json_lines(verb)


def choose(verb: ArgumentParser, *names: str) -> None:
    """Add options that say which of what there is."""
    for name in names:
        option(verb, name, *_CHOICES[name])


def count_statements(verb: ArgumentParser, which: str) -> None:
    """Add the choice of statements, each once, instead of quotes."""
    flag(verb, "--statements", f"count {which}, each once whatever outlets repeat it, instead of quotes")


def changes(verb: ArgumentParser, names: str, what: str, about: str, looking: str) -> None:
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


def page_readers(verb: ArgumentParser) -> None:
    """Add how pages are read: what each may take, how many at once, and where."""
    for name, about in (
        ("seconds", "what a page may compute for until it is refused (20)"),
        ("memory", "MB that reading a page may take until it is refused (500)"),
        ("workers", "how many pages are read at once (0: one for each core)"),
    ):
        verb.add_argument(f"--{name}", type=int, metavar="N", help=about)
    option(
        verb,
        "--cluster",
        "ADDRESS",
        "read the pages on a Dask cluster (tcp://10.0.0.5:8786) or by the workers of an archive (postgresql://…)",
    )

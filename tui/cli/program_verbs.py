"""What verbs take that are for programs and shells, and want no briefing."""

from __future__ import annotations

from argparse import SUPPRESS, ArgumentParser

from tui.cli import help_texts, reading_verbs, sharing_verbs, writing_verbs
from tui.cli.options import Verb, flag, json_lines, page_readers, word


def _extract(verb: ArgumentParser) -> None:
    word(verb, "files", "FILE", "files, folders or addresses; - or none: stdin", "*")
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
    json_lines(verb)  # which it prints anyway
    flag(verb, "--jsonl", 'JSON Lines in: {"id","text"}, with --as html {"id","url","html"}')
    flag(verb, "--why", "add how each field and each speaker is known")
    page_readers(verb)


def _completion(verb: ArgumentParser) -> None:
    verb.add_argument("shell", choices=("bash", "zsh", "fish"), metavar="SHELL", help="bash, zsh or fish")


def _schema(verb: ArgumentParser) -> None:
    choices = {**reading_verbs.VERBS, **writing_verbs.VERBS, **sharing_verbs.VERBS, **VERBS}
    for silent in ("completion", "schema", "worker"):  # these print no records
        del choices[silent]
    verb.add_argument("name", choices=list(choices), metavar="VERB", help="whose")


def _group(verb: ArgumentParser) -> None:
    verb.add_argument("file", nargs="?", default="-", metavar="FILE", help="JSON Lines; - or none: stdin")
    verb.add_argument("--jsonl", action="store_true", help=SUPPRESS)  # it always is


VERBS = {
    "extract": Verb("extract:extract", help_texts.ABOUT_EXTRACT, _extract, opens=False),
    "completion": Verb("completion:completion", help_texts.ABOUT_COMPLETION, _completion, opens=False),
    "schema": Verb(
        "schemas:print_schema",
        "print the JSON Schema of what a verb prints with --json",
        _schema,
        opens=False,
    ),
    "group": Verb("group:group_lines", help_texts.ABOUT_GROUP, _group, opens=False),
}

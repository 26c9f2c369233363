"""What verbs take that write what the reader thinks of what was read, or take it back."""

from __future__ import annotations

from argparse import ArgumentParser

from tui.cli import help_texts
from tui.cli.options import Verb, changes, count, count_statements, flag, option, word


def _tag(verb: ArgumentParser) -> None:
    word(verb, "id", "ID", "of a quote, an article or an event")
    word(verb, "names", "NAME", "tags; those that are new are made", "+")
    flag(verb, "--remove", "take the tags off")


def _star(verb: ArgumentParser) -> None:
    word(verb, "ids", "ID", "of quotes, articles or events", "+")
    flag(verb, "--remove", "take the stars off")


def _edit(verb: ArgumentParser) -> None:
    word(verb, "id", "ID", "of a quote, an article, an event or a speaker")
    word(verb, "field", "FIELD", "as above")
    word(verb, "value", "VALUE", "what it is; none empties the field", "*")
    option(verb, "--first", "WORDS", "borders: the words that the quote is to begin with")
    option(verb, "--last", "WORDS", "borders: the words that it is to end with")


def _note(verb: ArgumentParser) -> None:
    word(verb, "id", "ID", "of a quote, an article, an event or a speaker")
    word(verb, "text", "TEXT", "the note in Markdown (- takes it from stdin); none shows it", "*")
    flag(verb, "--delete", "delete the notes; u in the app brings them back")


def _steps(verb: ArgumentParser) -> None:
    verb.add_argument("steps", nargs="?", type=count, default=1, metavar="N", help="how many steps (1)")


def _speakers(verb: ArgumentParser) -> None:
    about = "speakers by id, name or words of it, then names"
    changes(verb, "rename merge split alias role side", "WHO", about, "show {}")
    option(verb, "--name", "NAME", "split: what the part is called")
    flag(verb, "--quotes", "split: what is given are ids of quotes")
    flag(verb, "--remove", "alias: take the name away")
    count_statements(verb, "the statements of each speaker")


def _status(verb: ArgumentParser) -> None:
    word(verb, "id", "ID", "of a quote; of an article for --reliability")
    word(verb, "state", "STATE", "unchecked, seen, matched, disputed or retracted", "?")
    option(verb, "--evidence", "TEXT", "an address or a few words", None)
    option(verb, "--reliability", "A-F", "of the source: A reliable … E not, F unknown", None)
    option(verb, "--credibility", "1-6", "of the words: 1 confirmed … 5 improbable, 6 unknown", None)


def _link(verb: ArgumentParser) -> None:
    word(verb, "id", "ID", "of a quote")
    word(verb, "other", "OTHER", "of another quote")
    word(verb, "relation", "RELATION", "what the first is to the other, as above", "?")
    flag(verb, "--remove", "take the link away")


def _tags(verb: ArgumentParser) -> None:
    changes(verb, "rename move merge delete describe", "NAME", "tags, then what is said of them", "show {}")
    option(verb, "--color", "#RRGGBB", "describe: its colour; '' for none", None)
    option(verb, "--sign", "C", "describe: a character that stands for the #", None)
    flag(verb, "--yes", "merge, delete: do not ask")


VERBS = {
    "tag": Verb("annotate:tag", "tag a quote, an article or an event", _tag),
    "star": Verb("annotate:star", "star quotes, articles or events", _star),
    "edit": Verb("annotate:edit", help_texts.ABOUT_EDIT, _edit),
    "note": Verb(
        "annotate:note", "write, show or delete notes on a quote, an article, an event or a speaker", _note
    ),
    "undo": Verb("history:undo", "take back what you did last, in whichever program", _steps),
    "redo": Verb("history:undo", "do again what was taken back last", _steps),
    "speakers": Verb("speakers:speakers", help_texts.ABOUT_SPEAKERS, _speakers),
    "status": Verb("assess:status", help_texts.ABOUT_STATUS, _status),
    "link": Verb("assess:link", help_texts.ABOUT_LINK, _link),
    "tags": Verb("tags:tags", help_texts.ABOUT_TAGS, _tags),
}

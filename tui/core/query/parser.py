"""The query language: the same in the search line, the filter, saved searches and on the command line.

``ceasefire "no deal" speaker:moreau outlet:courier after:2025-07 NOT (kind:indirect OR is:unread)``

A word finds what begins with it, a "phrase" exactly these words in a row; neither minds case or
accents; a - or ! before a term is NOT.
Words are looked for in an article's headline, its text, the name of its event and the notes
on any of it; of a quote, in its own words, its speaker's name and its notes. What is said of an
article or an event (its outlet, date, tags, star) holds for its quotes too, and where what is said of
quotes alone (speaker:, kind:, is:text-changed …) stands side by side it is about one and the same quote
(brackets part them).

Pure: a text becomes a tree of `nodes` and `terms`. Which fields there are, `fields` says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tui.core.edtf import days
from tui.core.query.fields import FIELDS
from tui.core.query.nodes import EVERYTHING, And, Node, Not, Or
from tui.core.query.terms import (
    BY_CHOICE,
    BY_DATE,
    BY_ID,
    BY_NUMBER,
    BY_ROUTE,
    BY_WORDS,
    TextTerm,
    Words,
    tokens,
)
from tui.core.statements import PREFIX
from tui.core.text import fold_case

_DEEPEST, _LONGEST = 40, 2000
_WANTED = {
    "words": "words",
    "route": 'names, such as "A → B"',
    "date": "a date",
    "number": "a number such as 2, >2, >=2 or <3",
    "id": "the beginning of an id, such as st-3f2a (4 characters or more)",
}
_NUMBER = re.compile(r"([<>]=?|=)?([0-9]{1,4})")
_ARROW = re.compile(r"→|->|›")
_START = re.compile(r"[0-9a-z-]{4,64}")
_LEXEME = re.compile(
    r"""
    (?P<bracket> [()] )
    | (?P<minus> (?<! [^\s(] ) [-!]+ (?= [^\s)] ) )  # where a term begins: what it finds is left out
    | (?: (?P<field> [^\W\d_]+ ) : (?!//) )?  # the beginning of an address is no field
      (?: (?P<mark> ["“”„] ) (?P<phrase> [^"“”]* ) (?P<end> ["“”] )? | (?P<word> [^\s()"“”„]+ ) )?
    """,
    re.VERBOSE,
)


class QueryError(ValueError):
    """A query that cannot be understood; `column` (from 1) is where. One line."""

    def __init__(self, what: str, column: int) -> None:
        super().__init__(f"column {column}: {what}")
        self.column = column


def parse(text: str) -> Node:
    """Return the tree of a query; `EVERYTHING` for one that asks nothing. Raises `QueryError`."""
    if len(text) > _LONGEST:
        raise QueryError(f"a query has {_LONGEST} characters at the most", _LONGEST + 1)
    parser = _Parser(list(_lexemes(text)), len(text) + 1)
    found = parser.any_of(0)
    if parser.at < len(parser.lexemes):
        raise QueryError("there is no bracket open that this would close", parser.lexemes[parser.at].column)
    return found or EVERYTHING


class _Lexeme(NamedTuple):
    kind: str  # word, phrase, open (a phrase still being typed), none (after a field), ( ) AND OR NOT
    text: str
    at: int  # the column of the text
    field: str
    column: int  # that of the field, where there is one


def _lexemes(text: str) -> Iterator[_Lexeme]:
    for found in _LEXEME.finditer(text):
        field, bracket, word = (found["field"] or "").lower(), found["bracket"], found["word"]
        if found["minus"]:
            yield _Lexeme("NOT", found["minus"], found.start() + 1, "", found.start() + 1)
            continue
        if bracket:
            kind = bracket
        elif found["mark"]:
            kind = "phrase" if found["end"] else "open"
        elif word:
            kind = word if word in ("AND", "OR", "NOT") and not field else "word"
        elif field:
            kind = "none"
        else:
            continue
        at = found.start("mark" if found["mark"] else "word") + 1
        yield _Lexeme(kind, found["phrase"] or word or "", at, field, found.start() + 1)


class _Parser:
    def __init__(self, lexemes: list[_Lexeme], end: int) -> None:
        self.lexemes = lexemes
        self.at = 0
        self._end = end

    @property
    def _kind(self) -> str:
        return self.lexemes[self.at].kind if self.at < len(self.lexemes) else ""

    @property
    def _column(self) -> int:
        return self.lexemes[self.at].column if self.at < len(self.lexemes) else self._end

    def any_of(self, depth: int) -> Node | None:
        """Parse alternatives. None for what asks nothing, such as a lone dash."""
        parts = [self._all_of(depth)]
        while self._kind == "OR":
            self._operator("OR")
            parts.append(self._all_of(depth))
        # An alternative that asks nothing would let everything through: it is still being typed.
        kept = tuple(part for part in parts if part is not None)
        return Or(kept) if len(kept) > 1 else kept[0] if kept else None

    def _all_of(self, depth: int) -> Node | None:
        parts: list[Node] = []
        while self._kind not in ("", ")", "OR"):
            if self._kind == "AND":
                self._operator("AND")
            part = self._one(depth)
            if part is not None:
                parts.append(part)
        return And(tuple(parts)) if len(parts) > 1 else parts[0] if parts else None

    def _operator(self, name: str) -> None:
        column = self._column
        before = self.lexemes[self.at - 1].kind if self.at else ""
        if before in ("", "(", "AND", "OR", "NOT"):
            raise QueryError(f"{name} stands between two things; there is none before it", column)
        self.at += 1
        if self._kind in ("", ")", "AND", "OR"):
            raise QueryError(f"{name} wants something after it", column)

    def _one(self, depth: int) -> Node | None:
        lexeme = self.lexemes[self.at]
        if depth > _DEEPEST:
            raise QueryError("too many brackets within brackets", lexeme.column)
        self.at += 1
        match lexeme.kind:
            case "NOT":
                if self._kind in ("", ")", "AND", "OR"):
                    raise QueryError(f"{lexeme.text} wants something after it", lexeme.column)
                part = self._one(depth + 1)
                return None if part is None else Not(part)
            case "(":
                if self._kind == ")":
                    raise QueryError("there is nothing in these brackets", lexeme.column)
                inside = self.any_of(depth + 1)
                if self._kind != ")":
                    raise QueryError("this bracket is not closed", lexeme.column)
                self.at += 1
                return inside
            case _:
                return _field(lexeme) if lexeme.field else _text(lexeme)


def _words(lexeme: _Lexeme) -> Words | None:
    found = tuple(tokens(lexeme.text))
    return Words(found, prefix=lexeme.kind != "phrase") if found else None


def _text(lexeme: _Lexeme) -> Node | None:
    words = _words(lexeme)
    return TextTerm(words) if words else None


def _field(lexeme: _Lexeme) -> Node | None:
    """Return what a field asks. None for a phrase that has no word yet."""
    name, text = lexeme.field, lexeme.text
    field = FIELDS.get(name)
    if field is None:
        known = " ".join(f"{each}:" for each in FIELDS)
        raise QueryError(f'there is no {name}: ({known}); "quotes" search for the word', lexeme.column)
    if lexeme.kind == "none":
        after = " or ".join(field.values) or _WANTED[field.takes]
        raise QueryError(f"{name}: wants {after} right after it", lexeme.column)
    match field.takes:
        case "date":
            return _date(lexeme)
        case "number":
            return _number(lexeme)
        case "id":
            return _id(lexeme)
        case "route":
            return _route(lexeme)
        case "rating" if text == "*":
            return BY_CHOICE[name]("")
        case "words" if text == "*" and lexeme.kind == "word":
            return BY_WORDS[name](None)
        case "words":
            words = _words(lexeme)
            return BY_WORDS[name](words) if words else _nothing(lexeme)
    wanted = fold_case(text)
    # The beginning of a kind will do, as it does for a word.
    found = [each for each in field.values if each == wanted or (name == "kind" and each.startswith(wanted))]
    if not found or not wanted:
        raise QueryError(f"{name}: is {', '.join(field.values)}", lexeme.at)
    return BY_CHOICE[name](found[0])


def _nothing(lexeme: _Lexeme) -> Node | None:
    """Refuse what has no word, which would find all there is; but a phrase that is still being typed asks nothing yet."""
    if lexeme.kind == "open":
        return None
    unsure = " (is:unsure finds quotes whose speaker is a guess)" if lexeme.field == "speaker" else ""
    raise QueryError(f"{lexeme.field}: wants words, or * for any{unsure}", lexeme.at)


def _route(lexeme: _Lexeme) -> Node | None:
    if lexeme.text == "*" and lexeme.kind == "word":
        return BY_ROUTE[lexeme.field](())
    names = [tuple(tokens(each)) for each in _ARROW.split(lexeme.text)]
    if not all(names):
        return _nothing(lexeme)
    last = len(names) - 1
    steps = (Words(each, prefix=at == last and lexeme.kind != "phrase") for at, each in enumerate(names))
    return BY_ROUTE[lexeme.field](tuple(steps))


def _number(lexeme: _Lexeme) -> Node:
    found = _NUMBER.fullmatch(lexeme.text)
    if found is None:
        raise QueryError(f"{lexeme.field}: wants {_WANTED['number']}", lexeme.at)
    return BY_NUMBER[lexeme.field](found[1] or "=", int(found[2]))


def _id(lexeme: _Lexeme) -> Node:
    start = lexeme.text.lower().removeprefix(PREFIX)
    if not _START.fullmatch(start):
        raise QueryError(f"{lexeme.field}: wants {_WANTED['id']}", lexeme.at)
    return BY_ID[lexeme.field](start)


def _date(lexeme: _Lexeme) -> Node:
    name, text = lexeme.field, lexeme.text
    span = days(text) if "T" not in text else None
    if span is None:
        raise QueryError(
            f"{name}: wants a date such as 2025-07-01, 2025-07, 2025 or 2025-07-01/2025-07-05", lexeme.at
        )
    return BY_DATE[name](*span)

"""The query language: the same in the search line, the filter, saved views and on the command line.

``ceasefire "no deal" speaker:moreau outlet:courier after:2025-07 NOT (kind:indirect OR is:unread)``

A word finds what begins with it, a "phrase" exactly these words in a row; neither minds case or
accents. Words are looked for in an article's headline, its text, the name of its event and the notes
on any of it; of a quote, in its own words, its speaker's name and its notes. What is said of an
article or an event (its outlet, date, tags, star) holds for its quotes too, and where speaker:, kind:,
status:, reliability:, credibility:, is:unsure and is:moved stand side by side they are about one and the
same quote (brackets part them).

Pure: a text becomes a tree, the tree is asked about articles and quotes (`tui.core.query.evaluate`) or turned
into a question to the index (`tui.store.index.query_plan`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from tui.core.text import fold_case

RATINGS = ("reliability", "credibility")
FIELDS = ("speaker", "outlet", "tag", "note", "kind", "status", *RATINGS, "is", "after", "before", "on")
IS_FLAGS = ("unread", "starred", "undated", "unsure", "moved", "orphan")
KINDS = ("direct", "mixed", "indirect")
_DATES = ("after", "before", "on")
_DEEPEST, _LONGEST = 40, 2000
_TOKEN = re.compile(r"[^\W_]+")
_FIELD = re.compile(r"([^\W\d_]+):")
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?\Z")


class QueryError(ValueError):
    """A query that cannot be understood; `column` (from 1) is where. One line."""

    def __init__(self, what: str, column: int) -> None:
        super().__init__(f"column {column}: {what}")
        self.column = column


@dataclass(frozen=True, slots=True)
class Words:
    """Words in a row, folded; with `prefix` the last one may go on."""

    tokens: tuple[str, ...]
    prefix: bool = True


@dataclass(frozen=True, slots=True)
class FieldTerm:
    """Something said of a quote, an article or an event.

    `value` is the state of ``is``, the kind, a rating in small form, or "" ; `words` what a name or a note
    must hold (None for any at all, written ``*``); `first` and `last` are the days a date stands for.
    """

    name: Literal[
        "speaker",
        "outlet",
        "tag",
        "note",
        "kind",
        "status",
        "reliability",
        "credibility",
        "is",
        "after",
        "before",
        "on",
    ]
    value: str = ""
    words: Words | None = None
    first: str = ""
    last: str = ""

    @property
    def of_quotes(self) -> bool:
        """Tell whether it is said of quotes alone."""
        return self.name in ("speaker", "kind", "status", *RATINGS) or (
            self.name == "is" and self.value in ("unsure", "moved")
        )

    @property
    def of_anything(self) -> bool:
        """Tell whether it may be said of a quote, its article or its event."""
        return self.name in ("tag", "note") or self.value == "starred"


@dataclass(frozen=True, slots=True)
class And:
    """All of these."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Any of these."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The contrary."""

    part: Node


Node = Words | FieldTerm | And | Or | Not
EVERYTHING = And(())


def parse(text: str) -> Node:
    """Return the tree of a query; `EVERYTHING` for one that asks nothing. Raises `QueryError`."""
    if len(text) > _LONGEST:
        raise QueryError(f"a query has {_LONGEST} characters at the most", _LONGEST + 1)
    parser = _Parser(list(_lex(text)), len(text) + 1)
    found = parser.any_of(0)
    if parser.at < len(parser.lexemes):
        raise QueryError("there is no bracket open that this would close", parser.lexemes[parser.at].column)
    return found or EVERYTHING


def terms(node: Node) -> tuple[Words, ...]:
    """Return the words that a query wants to be there, for showing where they are."""
    return tuple(dict.fromkeys(_terms(node)))


def _terms(node: Node) -> Iterator[Words]:
    match node:
        case Words():
            yield node
        case And(parts) | Or(parts):
            for part in parts:
                yield from _terms(part)
        case FieldTerm(name="note", words=Words() as words):
            yield words


def leaves(node: Node) -> Iterator[Words | FieldTerm]:
    """Yield what a tree is made of."""
    match node:
        case And(parts) | Or(parts):
            for part in parts:
                yield from leaves(part)
        case Not(part):
            yield from leaves(part)
        case _:
            yield node


def words_of(text: str, *, prefix: bool = True) -> Words:
    """Return the words in a text, as they are looked for."""
    return Words(tuple(tokens(text)), prefix)


def tokens(text: str) -> list[str]:
    """Return the folded words of a text: what is compared, and what the index holds."""
    return _TOKEN.findall(fold_case(text))


def days(date: str) -> tuple[str, str] | None:
    """Return the first and the last day an EDTF date stands for (every month has 31), None without a year."""
    found = _DATE.match(date[:10])
    if not found:
        return None
    year, month, day = found.groups()
    return f"{year}-{month or '01'}-{day or '01'}", f"{year}-{month or '12'}-{day or '31'}"


# From characters to words, signs and fields


@dataclass(slots=True)
class _Lexeme:
    kind: Literal["word", "phrase", "open", "field", "(", ")", "AND", "OR", "NOT"]
    text: str
    column: int
    value: _Lexeme | None = field(default=None)


def _lex(text: str) -> Iterator[_Lexeme]:
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
        elif text[at] in "()":
            yield _Lexeme("(" if text[at] == "(" else ")", text[at], at + 1)
            at += 1
        elif (found := _FIELD.match(text, at)) and not text.startswith("//", found.end()):
            value, end = _value(text, found.end())
            yield _Lexeme("field", found[1].lower(), at + 1, value)
            at = end
        else:
            lexeme, at = _value(text, at)
            assert lexeme is not None
            if lexeme.kind == "word" and lexeme.text in ("AND", "OR", "NOT"):
                lexeme.kind = lexeme.text  # type: ignore[assignment]
            yield lexeme


def _value(text: str, at: int) -> tuple[_Lexeme | None, int]:
    """Return the word or phrase that begins at `at`, and where it ends; None where there is none."""
    if at >= len(text) or text[at].isspace() or text[at] in "()":
        return None, at
    if text[at] in '"“”„':
        end = next((i for i in range(at + 1, len(text)) if text[i] in '"“”'), -1)
        if end < 0:  # still being typed
            return _Lexeme("open", text[at + 1 :], at + 1), len(text)
        return _Lexeme("phrase", text[at + 1 : end], at + 1), end + 1
    end = at
    while end < len(text) and not text[end].isspace() and text[end] not in '()"“”„':
        end += 1
    return _Lexeme("word", text[at:end], at + 1), end


# From these to a tree


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
                    raise QueryError("NOT wants something after it", lexeme.column)
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
            case "field":
                return _field(lexeme)
            case _:
                words = words_of(lexeme.text, prefix=lexeme.kind != "phrase")
                return words if words.tokens else None


def _field(lexeme: _Lexeme) -> FieldTerm | None:
    name, value = lexeme.text, lexeme.value
    if name not in FIELDS:
        known = " ".join(f"{each}:" for each in FIELDS)
        raise QueryError(f'there is no {name}: ({known}); "quotes" search for the word', lexeme.column)
    if value is None:
        wanted = "a date" if name in _DATES else " or ".join(_CHOICES.get(name, ("words",)))
        raise QueryError(f"{name}: wants {wanted} right after it", lexeme.column)
    if name in _DATES:
        span = days(value.text) if _DATE.match(value.text) else None
        if span is None or not "01" <= span[0][5:7] <= "12" or not "01" <= span[0][8:] <= "31":
            raise QueryError(f"{name}: wants a date such as 2025-07-01, 2025-07 or 2025", value.column)
        return FieldTerm(name, first=span[0], last=span[1])  # type: ignore[arg-type]
    if name in RATINGS and value.text == "*":
        return FieldTerm(name)  # type: ignore[arg-type]
    if name in _CHOICES:
        wanted = fold_case(value.text)
        found = [
            each for each in _CHOICES[name] if each == wanted or (name == "kind" and each.startswith(wanted))
        ]
        if not found or not wanted:
            raise QueryError(f"{name}: is {', '.join(_CHOICES[name])}", value.column)
        return FieldTerm(name, value=found[0])  # type: ignore[arg-type]
    if value.text == "*" and value.kind == "word":
        return FieldTerm(name)  # type: ignore[arg-type]
    words = words_of(value.text, prefix=value.kind != "phrase")
    return FieldTerm(name, words=words) if words.tokens else None  # type: ignore[arg-type]


_CHOICES = {"kind": KINDS, "is": IS_FLAGS, "reliability": tuple("abcdef"), "credibility": tuple("123456")}

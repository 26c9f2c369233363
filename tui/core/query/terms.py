"""What a query may ask: one class a term, with both sides of its meaning.

`holds` asks an article or a quote, `clause` the index; a property test sees that they agree. A new word of
the language is a class here and a line in `fields`; of `is:…`, a line in `FLAGS`. Pure: a clause is a description.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import ClassVar, Literal

from tui.core.edtf import days
from tui.core.query.nodes import And, Clause, Names, Node, Or, QuoteTerm, Term
from tui.core.query.subject import UNCHECKED, QuoteSubject, Subject
from tui.core.quote_state import words_before
from tui.core.text import fold_case, one_line, words_in

# Words


def tokens(text: str) -> list[str]:
    """Return the folded words of a text: what is compared, and what the index holds."""
    return words_in(fold_case(text))


@dataclass(frozen=True)
class Words:
    """Words in a row, folded, one at least; with `prefix` the last one may go on."""

    tokens: tuple[str, ...]
    prefix: bool = True

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What finds them in a folded text, from the beginning of a word on."""
        first, *others = self.tokens
        # That a word begins there is looked at after its letters: so `re` can leap from one to the next.
        begins = rf"{re.escape(first)}(?<![^\W_].{{{len(first)}}})"
        end = "" if self.prefix else r"(?![^\W_])"
        return re.compile(r"[\W_]+".join([begins, *map(re.escape, others)]) + end, re.DOTALL)

    def found_in(self, folded: Iterable[str]) -> bool:
        """Tell whether any of some folded texts holds them."""
        return any(map(self.pattern.search, folded))

    def names(self, folded: str) -> bool:
        """Tell whether they stand in a folded name, and not only before a genitive's 's."""
        found = self.pattern.finditer(folded)
        return any(not folded[each.end() :].startswith(("'s ", "’s ")) for each in found)

    def fts(self, *, between: str = " ") -> str:
        """Return how FTS5 is asked for them: in a row, or with what stands `between` them."""
        # https://sqlite.org/fts5.html#full_text_query_syntax
        return f'"{between.join(self.tokens)}"{" *" if self.prefix else ""}'


@dataclass(frozen=True)
class TextTerm(Term):
    """Words in a row in what is read."""

    words: Words
    scope = "each"

    def holds(self, subject: Subject) -> bool:
        return self.words.found_in(subject.texts)

    @property
    def clause(self) -> Clause:
        # Which words an article has is indexed, and not in what order.
        fts = self.words.fts(between='" AND "')
        return Clause("words", "words MATCH ?", (fts,), exact=len(self.words.tokens) == 1)

    def loosened(self) -> Node:
        return Or((self, SpeakerTerm(self.words)))  # where the words of a quote are looked for too


@dataclass(frozen=True)
class NoteTerm(Term):
    """Words in a row in a note on it; with None, any note."""

    words: Words | None = None
    scope = "any"

    def holds(self, subject: Subject) -> bool:
        return self.words.found_in(subject.notes) if self.words else bool(subject.notes)

    @property
    def clause(self) -> Clause:
        if not self.words:
            return Clause("marks", "what = 'note'")
        # Several words may be those of two notes.
        return Clause("fine", "fine MATCH ?", (f"notes : {self.words.fts()}",), len(self.words.tokens) == 1)


@dataclass(frozen=True)
class EventTerm(Term):
    """Words in a row in the name of an article's event; with None, any name."""

    words: Words | None = None

    def holds(self, subject: Subject) -> bool:
        name = subject.annotated.event.name
        return self.words.found_in([fold_case(name)]) if self.words else bool(name)

    @property
    def clause(self) -> Clause:
        # Only the document of an event has its name for a title, and no article.
        own = "n IN (SELECT rowid FROM fine WHERE fine MATCH ?)"
        if not self.words:
            return Clause("docs", "1", exact=False)
        return Clause("names", f"article = '' AND {own}", (f"title : {self.words.fts()}",))


def wanted_words(node: Node) -> tuple[Words, ...]:
    """Return the words that a query wants to be there, for showing where they are."""
    return tuple(dict.fromkeys(_wanted(node)))


def _wanted(node: Node) -> Iterator[Words]:
    match node:
        case And(parts) | Or(parts):
            for part in parts:
                yield from _wanted(part)
        case TextTerm(words) | NoteTerm(Words() as words):
            yield words


# Names


@dataclass(frozen=True)
class _NameTerm(Term):
    words: Words | None = None
    table: ClassVar[Literal["docs", "said", "marks"]]
    column: ClassVar[str]
    kind: ClassVar[Literal["author", "outlet", "speaker", "status", "tag"]]

    def meant(self, names: Sequence[str]) -> bool:
        """Tell whether words stand in one of the folded names of something; with None, whether it has any."""
        return self.words.found_in(names) if self.words else bool(names)

    @property
    def clause(self) -> Clause:
        condition = f"{self.column} IN (SELECT value FROM json_each(?))"
        return Clause(self.table, condition, names=Names(self.kind, self.meant))


class OutletTerm(_NameTerm):
    """The outlet of an article."""

    table, column, kind = "docs", "outlet", "outlet"

    def holds(self, subject: Subject) -> bool:
        outlet = subject.article.outlet
        return self.meant([fold_case(outlet)] if outlet else [])


class CopyTerm(_NameTerm):
    """The outlet of the article whose text this one repeats."""

    table, kind = "docs", "outlet"
    column = "copied <> '' AND (SELECT o.outlet FROM docs o WHERE o.event = docs.event AND o.article = docs.copied)"

    def holds(self, subject: Subject) -> bool:
        article = subject.article
        text = subject.annotated.event.article(article.copy_of) if article.copy_of else None
        return self.meant([fold_case(text.outlet)] if text and text.outlet else [])


class TagTerm(_NameTerm):
    """A tag on it."""

    table, column, kind = "marks", "what = 'tag' AND value", "tag"
    scope = "any"

    def holds(self, subject: Subject) -> bool:
        return self.meant(subject.tags)


class AuthorTerm(_NameTerm):
    """Who wrote something on it: a tag, a note, a star, a correction, a link or a status."""

    table, column, kind = "marks", "what = 'author' AND value", "author"
    scope = "any"

    def holds(self, subject: Subject) -> bool:
        return self.meant(subject.authors)


class SpeakerTerm(_NameTerm, QuoteTerm):
    """Who said a quote: somebody's office is somebody else."""

    table, column, kind = "said", "voice", "speaker"

    def meant(self, names: Sequence[str]) -> bool:
        """Tell whether words stand in one of the folded names of a speaker, other than as whose somebody is."""
        words = self.words
        return super().meant(names) and (words is None or any(map(words.names, names)))

    def holds_for(self, subject: QuoteSubject) -> bool:
        return self.meant(subject.speakers)


def _is_name(words: Words, names: Sequence[str]) -> bool:
    """Tell whether words are one of some names, all of it; of one still being typed, whether they stand in it."""
    return (
        words.found_in(names) if words.prefix else any(tuple(tokens(name)) == words.tokens for name in names)
    )


@dataclass(frozen=True)
class ViaTerm(QuoteTerm):
    """Words in the name of whom a quote came through; of several `steps` of its way, whole names, the first maybe that of
    the speaker and the last the outlet's; without any, that it came through somebody.
    """

    steps: tuple[Words, ...] = ()

    def holds_for(self, subject: QuoteSubject) -> bool:
        later = [fold_case(each) for each in map(one_line, subject.quote.chain) if each]
        if len(self.steps) < 2:
            return self._meant([*later, ""])
        way = [subject.speakers, *([each] for each in later), [fold_case(one_line(subject.article.outlet))]]
        return any(all(map(_is_name, self.steps, way[at:])) for at in range(len(way) - len(self.steps) + 1))

    def _meant(self, names: Sequence[str]) -> bool:
        """Tell of names, the outlet's last, whether words may have come that way, whoever spoke."""
        *chain, _ = names
        if not self.steps:
            return bool(chain)
        if len(self.steps) == 1:
            return self.steps[0].found_in(chain)
        later = self.steps[1:]
        return any(
            all(map(_is_name, later, ([name] for name in names[at:])))
            for at in range(len(names) - len(later) + 1)
        )

    @property
    def clause(self) -> Clause:
        condition = "route IN (SELECT value FROM json_each(?))"
        return Clause("said", condition, exact=len(self.steps) < 2, names=Names("route", self._meant))


def speakers_meant(node: Node, names: Sequence[str]) -> bool:
    """Tell whether a query wants who goes by some names, as far as it names speakers that must be there."""
    parts = node.parts if isinstance(node, And) else (node,)
    folded = [fold_case(name) for name in names]
    return all(part.meant(folded) for part in parts if isinstance(part, SpeakerTerm))


class StatusTerm(_NameTerm, QuoteTerm):
    """How far a quote is checked; with None, that it is at all."""

    table, column, kind = "said", "status", "status"

    def meant(self, names: Sequence[str]) -> bool:
        return super().meant(names) if self.words else UNCHECKED not in names

    def holds_for(self, subject: QuoteSubject) -> bool:
        return self.meant([fold_case(subject.assessment.get("status", UNCHECKED))])


# What is one of a few


@dataclass(frozen=True)
class KindTerm(QuoteTerm):
    """How a quote is reported."""

    kind: str

    def holds_for(self, subject: QuoteSubject) -> bool:
        return subject.quote.kind == self.kind

    @property
    def clause(self) -> Clause:
        return Clause("said", "kind = ?", (self.kind,))


@dataclass(frozen=True)
class PolarityTerm(QuoteTerm):
    """What the cue of a quote makes of its words: "asserted", "denied", …"""

    polarity: str
    clause = Clause("said", "1", exact=False)  # the index does not hold it

    def holds_for(self, subject: QuoteSubject) -> bool:
        return (subject.quote.polarity or "asserted").replace(" ", "-") == self.polarity


@dataclass(frozen=True)
class RatingTerm(QuoteTerm):
    """A rating of a quote on the `scale` of reliability or credibility; with "", any."""

    scale: str
    value: str = ""

    def holds_for(self, subject: QuoteSubject) -> bool:
        rated = subject.assessment.get(self.scale, "").lower()
        return rated == self.value if self.value else bool(rated)

    @property
    def clause(self) -> Clause:
        return Clause("said", f"lower({self.scale}) {'=' if self.value else '<>'} ?", (self.value,))


@dataclass(frozen=True)
class StatementTerm(QuoteTerm):
    """What a quote is a wording of, by the beginning of its id, without what every such id begins with.

    The id is that of the fullest wording; that of any other is understood too, for a fuller one may come in.
    """

    start: str
    clause = Clause("said", "1", exact=False)  # statements are derived, and in no index

    def holds_for(self, subject: QuoteSubject) -> bool:
        statement = subject.statement
        return statement is not None and any(
            each.quote.id.startswith(self.start) for each in statement.wordings
        )


@dataclass(frozen=True)
class OutletsTerm(QuoteTerm):
    """How many outlets report what a quote is a wording of: `number`, more (">", ">=") or fewer ("<", "<=")."""

    sign: str
    number: int

    def holds_for(self, subject: QuoteSubject) -> bool:
        statement = subject.statement
        # As in the index: capitals and accents make no other outlet.
        return statement is not None and COMPARED[self.sign](
            len(set(map(fold_case, statement.outlets))), self.number
        )

    @property
    def clause(self) -> Clause:
        least = self.number + (self.sign == ">") if self.sign in (">", ">=", "=") else 0
        # A statement has no more outlets than its event.
        events = f"SELECT parent FROM docs WHERE article <> '' GROUP BY parent HAVING count(DISTINCT outlet) >= {least}"
        return Clause("said", f"doc IN (SELECT n FROM docs WHERE parent IN ({events}))", exact=False)


@dataclass(frozen=True)
class FlagTerm(Term):
    """Something that an article is: which rows of the index are so, and what tells it of the article itself."""

    rows: Clause
    is_so: Callable[[Subject], bool]

    @property
    def clause(self) -> Clause:
        return self.rows

    def holds(self, subject: Subject) -> bool:
        return self.is_so(subject)


class SharedFlag(FlagTerm):
    """Something that a quote, its article or its event is."""

    scope = "any"


class OwnFlag(FlagTerm):
    """Something that an article is for itself, and a quote for itself."""

    scope = "each"


@dataclass(frozen=True)
class QuoteFlag(QuoteTerm):
    """Something that a quote is, as `FlagTerm`."""

    rows: Clause
    is_so: Callable[[QuoteSubject], bool]

    @property
    def clause(self) -> Clause:
        return self.rows

    def holds_for(self, subject: QuoteSubject) -> bool:
        return self.is_so(subject)


_NEW = Names("arrival", lambda _: True)
# Only what is marked can have changed since; whether it did, its words say.
_MARKED = f"(status <> '{UNCHECKED}' OR doc IN (SELECT n FROM docs WHERE starred + tagged + notes > 0))"
FLAGS: Mapping[str, Term] = {
    "unread": FlagTerm(Clause("docs", "unread"), lambda its: not its.annotated.read(its.article.id)),
    "starred": SharedFlag(
        Clause("marks", "what = 'star'"),
        lambda its: any(each.motivation == "bookmarking" for each in its.annotations),
    ),
    "undated": FlagTerm(Clause("docs", "undated"), lambda its: days(its.article.published) is None),
    # An earlier version is kept, for its outlet changed it.
    "changed": FlagTerm(Clause("docs", "changed"), lambda its: bool(its.article.versions)),
    # It came in since the reader looked last.
    "new": FlagTerm(
        Clause("docs", "article IN (SELECT value FROM json_each(?))", names=_NEW),
        lambda its: its.article.id in its.names.new,
    ),
    "unsure": QuoteFlag(Clause("said", "unsure"), lambda its: its.quote.unsure),
    "linked": QuoteFlag(
        Clause("said", "1", exact=False),  # the index does not hold it
        lambda its: any(each.motivation == "linking" for each in its.own),
    ),
    "text-changed": QuoteFlag(
        Clause("said", _MARKED, exact=False), lambda its: bool(words_before(its.quote, its.own))
    ),
    "words-gone": OwnFlag(Clause("docs", "orphan"), lambda its: bool(its.orphans)),
}


# Dates


@dataclass(frozen=True)
class _DateTerm(Term):
    first: str
    last: str


class AfterTerm(_DateTerm):
    """What may be of a day after the end of a date, which stands for the days from `first` to `last`."""

    def holds(self, subject: Subject) -> bool:
        return any(last > self.last for _, last in subject.days)

    @property
    def clause(self) -> Clause:
        return Clause("docs", "(last > ? OR set_last > ?)", (self.last, self.last))


class BeforeTerm(_DateTerm):
    """What may be of a day before the beginning of a date."""

    def holds(self, subject: Subject) -> bool:
        return any("" < first < self.first for first, _ in subject.days)

    @property
    def clause(self) -> Clause:
        where = "(first > '' AND first < ? OR set_first > '' AND set_first < ?)"
        return Clause("docs", where, (self.first, self.first))


class OnTerm(_DateTerm):
    """What may be of a day in a date."""

    def holds(self, subject: Subject) -> bool:
        return any(first <= self.last and last >= self.first for first, last in subject.days)

    @property
    def clause(self) -> Clause:
        where = "(first <= ? AND last >= ? OR set_first <= ? AND set_last >= ?)"
        return Clause("docs", where, (self.last, self.first) * 2)


# What each field makes of what stands after it

COMPARED: Mapping[str, Callable[[int, int], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
    "=": operator.eq,
}
BY_NUMBER: Mapping[str, Callable[[str, int], Term]] = {"outlets": OutletsTerm}
BY_ROUTE: Mapping[str, Callable[[tuple[Words, ...]], Term]] = {"via": ViaTerm}
BY_ID: Mapping[str, Callable[[str], Term]] = {"statement": StatementTerm}
BY_WORDS: Mapping[str, Callable[[Words | None], Term]] = {
    "speaker": SpeakerTerm,
    "outlet": OutletTerm,
    "copy": CopyTerm,
    "tag": TagTerm,
    "author": AuthorTerm,
    "event": EventTerm,
    "note": NoteTerm,
    "status": StatusTerm,
}
BY_DATE: Mapping[str, Callable[[str, str], Term]] = {"after": AfterTerm, "before": BeforeTerm, "on": OnTerm}
BY_CHOICE: Mapping[str, Callable[[str], Term]] = {
    "kind": KindTerm,
    "polarity": PolarityTerm,
    "reliability": partial(RatingTerm, "reliability"),
    "credibility": partial(RatingTerm, "credibility"),
    "is": FLAGS.__getitem__,
}

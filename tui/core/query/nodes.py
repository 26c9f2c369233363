"""How a query is put together: what a term is, and what combines terms. Pure.

Every part has two sides that are to agree: `holds` asks an article or a quote itself, and the clauses of
its terms ask the index (`tui.store.index.query_plan`).
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice, product
from typing import ClassVar, Literal, NamedTuple

from tui.core.query.subject import QuoteSubject, Subject


class Node(ABC):
    """A query, or a part of one."""

    @abstractmethod
    def holds(self, subject: Subject) -> bool:
        """Tell whether it holds for an article or a quote."""

    @abstractmethod
    def terms(self) -> Iterator[Term]:
        """Yield the terms it is made of."""

    @abstractmethod
    def loosened(self) -> Node:
        """Return what holds for an article also where this holds for one of its quotes only; maybe for more."""


class Names(NamedTuple):
    """Names of one kind, of which the index holds a number or an id; `meant` tells of which by all they are."""

    kind: Literal["arrival", "author", "outlet", "route", "speaker", "status", "tag"]
    meant: Callable[[Sequence[str]], bool]


class Clause(NamedTuple):
    """Which rows of a table of the index (`tui.store.index.rows`) a term holds for.

    `condition` is SQL with a ? for each of `values`, or for a JSON array of what stands for `names`. Where
    it is not `exact` these rows are too many, never too few: the index does not tell more, and the articles
    are to be looked at themselves.
    """

    table: Literal["docs", "names", "said", "marks", "words", "fine"]
    condition: str
    values: tuple[str, ...] = ()
    exact: bool = True
    names: Names | None = None


class Term(Node):
    """One thing that is said of articles or quotes.

    `scope` tells of which: "quote", of quotes alone, so that an article has it by any of its quotes;
    "any", of a quote, its article or its event; "article", of articles, and so of all their quotes;
    "each", of article and quote, of either for itself.
    """

    scope: ClassVar[Literal["quote", "any", "article", "each"]] = "article"

    @property
    @abstractmethod
    def clause(self) -> Clause:
        """The rows of the index it holds for."""

    def terms(self) -> Iterator[Term]:
        yield self

    def loosened(self) -> Node:
        return self


class QuoteTerm(Term):
    """Something that is said of quotes alone."""

    scope = "quote"

    def holds(self, subject: Subject) -> bool:
        return subject.any_quote(self.holds_for)

    @abstractmethod
    def holds_for(self, subject: QuoteSubject) -> bool:
        """Tell whether it holds for one quote."""


@dataclass(frozen=True)
class Not(Node):
    """The contrary."""

    part: Node

    def holds(self, subject: Subject) -> bool:
        return not self.part.holds(subject)

    def terms(self) -> Iterator[Term]:
        return self.part.terms()

    def loosened(self) -> Node:
        # What holds for an article need not hold for each of its quotes.
        return self if all(term.scope == "article" for term in self.terms()) else EVERYTHING


@dataclass(frozen=True)
class _Compound(Node):
    parts: tuple[Node, ...]

    def terms(self) -> Iterator[Term]:
        return (term for part in self.parts for term in part.terms())


class Or(_Compound):
    """Any of its parts."""

    def holds(self, subject: Subject) -> bool:
        return any(part.holds(subject) for part in self.parts)

    def loosened(self) -> Node:
        return Or(tuple(part.loosened() for part in self.parts))


@dataclass(frozen=True)
class And(_Compound):
    """All of its parts; those that are said of quotes, of one and the same quote unless they are `apart`."""

    apart: bool = False

    @cached_property
    def of_one_quote(self) -> tuple[Node, ...]:
        """Those of the parts that are about one and the same quote, () for none. Brackets part them."""
        if self.apart:
            return ()
        found = tuple(
            part
            for part in self.parts
            if not isinstance(part, And) and all(term.scope in ("quote", "any") for term in part.terms())
        )
        named = (part for part in found if not isinstance(part, Not))
        return found if any(term.scope == "quote" for part in named for term in part.terms()) else ()

    @cached_property
    def others(self) -> tuple[Node, ...]:
        """The other parts, each of which may hold by itself."""
        return tuple(part for part in self.parts if part not in self.of_one_quote)

    def holds(self, subject: Subject) -> bool:
        together = self.of_one_quote
        return all(part.holds(subject) for part in self.others) and (
            not together or subject.any_quote(lambda quote: all(part.holds(quote) for part in together))
        )

    def loosened(self) -> Node:
        return And(tuple(part.loosened() for part in self.parts), apart=True)


EVERYTHING = And(())


_MOST = 16

Parts = tuple[Node, ...]


def alternatives(node: Node, *, whole: Callable[[Node], bool]) -> list[Parts]:
    """Return the parts of a query at its ORs: one lot at the least holds where the query does; NOT stands before one.

    What is `whole` stays one part. A query that would be too many stays one itself.
    """
    found = _taken_apart(node, whole, wanted=True)
    if len(found) <= _MOST:
        return found
    return [node.parts if isinstance(node, And) else (node,)]


def _taken_apart(node: Node, whole: Callable[[Node], bool], *, wanted: bool) -> list[Parts]:
    if whole(node):
        return [(node if wanted else Not(node),)]
    match node:
        case Not(part):
            return _taken_apart(part, whole, wanted=not wanted)
        case And(parts) | Or(parts):
            each = [_taken_apart(part, whole, wanted=wanted) for part in parts]
            if isinstance(node, And) != wanted:
                return list(islice(chain(*each), _MOST + 1))
            return [tuple(chain(*some)) for some in islice(product(*each), _MOST + 1)]
    return [(node if wanted else Not(node),)]

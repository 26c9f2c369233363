"""A query put to the index: the clauses of its terms become sets of documents, which meet as it says.

What the index cannot tell for sure (words in a row within an article's text, notes on one and the same
quote) gives a set that is too large, never one that is too small, and the articles in it are to be looked
at themselves (`search`).
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import reduce
from itertools import chain, compress
from operator import and_, or_
from typing import NamedTuple

import orjson

from tui.core.query.nodes import And, Clause, Node, Not, Or, Term
from tui.core.query.subject import FoldedNames
from tui.core.query.terms import wanted_words
from tui.core.text import fold_case
from tui.store.index.rows import ON_ITSELF

# How each table tells documents. The name and the notes of an event are those of its articles too.
_DOCUMENTS = {
    "docs": "SELECT n FROM docs",
    "names": "SELECT n FROM docs",  # of events
    "said": "SELECT doc FROM said",  # some of them often: to leave those out takes twice as long
    "marks": "SELECT doc FROM marks",
    "words": "SELECT rowid FROM words",
    "fine": "SELECT rowid FROM fine",
}
# What stands in the tables for names, and what it is called.
_NAMES = {
    "outlet": "SELECT n, name FROM outlets WHERE name <> ''",
    "speaker": "SELECT n, speaker, called FROM voices",
    "route": "SELECT routes.n, chain, name FROM routes JOIN outlets ON outlets.n = outlet",
    "status": "SELECT DISTINCT status, status FROM said",
    "tag": "SELECT DISTINCT value FROM marks WHERE what = 'tag'",
    "author": "SELECT DISTINCT value, value FROM marks WHERE what = 'author'",
}
# What stands in them for names, and of how many quotes (of a tag: things).
_USES = {
    "kind": "SELECT kind, count(*) FROM said GROUP BY kind",
    "speaker": "SELECT speaker, count(*) FROM said JOIN voices ON voices.n = said.voice GROUP BY said.voice",
    "status": "SELECT status, count(*) FROM said GROUP BY status",
    "via": "SELECT chain, count(*) FROM said JOIN routes ON routes.n = route WHERE chain <> '' GROUP BY route",
    "tag": "SELECT value, count(*) FROM marks WHERE what = 'tag' GROUP BY value",
    "author": "SELECT value, count(*) FROM marks WHERE what = 'author' GROUP BY value",
}
_PARTED = {"speaker": " ", "via": "\n"}  # what parts several
_INHERITED = frozenset({"names", "marks", "words", "fine"})
_KNOWN = 6  # sets of articles
_OFTEN = 20_000  # documents a word may be in and still be weighed


class Hit(NamedTuple):
    """An article that a query finds, with the ids of those of its quotes for which the query holds.

    `places` are those of these quotes among all of the article, those whose words are gone too.
    """

    event: str
    article: str
    quotes: tuple[str, ...]
    places: tuple[int, ...] = ()


class SearchProgress(NamedTuple):
    """How many articles of which events a query finds.

    `sure` once all that had to be was looked at; `whole` unless the index is still being made.
    """

    events: Mapping[str, int]
    sure: bool = True
    whole: bool = True


class IndexMap:
    """Which document lies in which event, as it stands in the index now.

    A set of documents is one large number with a byte for each: 1 for those in it. Such numbers meet in a moment, and
    what they take does not grow with what is in them.
    """

    def __init__(self, db: sqlite3.Connection) -> None:
        self.size: int = 1 + db.execute("SELECT ifnull(max(n), 0) FROM docs").fetchone()[0]
        self.events: dict[int, str] = dict(db.execute("SELECT n, event FROM docs WHERE article = ''"))
        self.headings = self.set_of(self.events)
        # Of each document its event, 0 for none: one object an event, which is counted without being copied.
        self.parents = [0] * self.size
        same = {number: number for number in self.events}
        for number, parent in db.execute("SELECT n, parent FROM docs WHERE article <> ''"):
            if number < self.size and parent in same:
                self.parents[number] = same[parent]
        self.articles = int.from_bytes(map(bool, self.parents), "little")
        # The last that was looked for, as long as nothing is written: a query is typed letter by letter.
        self.known: dict[tuple[str, tuple[str, ...]], int] = {}

    def set_of(self, numbers: Collection[int]) -> int:
        """Return the set of documents with these numbers."""
        there = bytearray(max(numbers, default=0) + 1)
        for number in numbers:
            there[number] = 1
        return int.from_bytes(there, "little")

    def numbers(self, documents: int, of: Iterable[int] | None = None) -> Iterator[int]:
        """Yield the numbers of a set of documents, or what `of` has in their places."""
        return compress(range(self.size) if of is None else of, documents.to_bytes(self.size, "little"))

    def inside(self, events: int) -> int:
        """Return the articles of a set of events."""
        there = events.to_bytes(self.size, "little")
        return int.from_bytes(map(there.__getitem__, self.parents), "little")


class QueryPlan:
    """What the index says to queries; `sure` until one was not answered for sure."""

    def __init__(self, db: sqlite3.Connection, table: IndexMap, names: FoldedNames) -> None:
        self.sure = True
        self._db = db
        self._map = table
        self._names = names

    def counted(self, articles: int) -> dict[str, int]:
        """Return how many of a set of articles lie in each event."""
        events, counts = self._map.events, Counter(self._map.numbers(articles, self._map.parents))
        return {events[parent]: count for parent, count in counts.items()}

    def uses(self, field: str) -> Counter[str]:
        """Return how often each value of a field is there; of speakers and tags their ids. None of fields not in `_USES`."""
        uses: Counter[str] = Counter()
        for key, count in self._db.execute(_USES.get(field, "SELECT '', 0 WHERE 0")):
            for each in key.split(_PARTED[field]) if field in _PARTED else [key]:
                uses[each] += count
        return uses

    def ranked(self, node: Node, articles: int) -> list[tuple[str, str]]:
        """Return event and article of documents, what fits the words of a query best first, then the newest.

        Weighed by BM25 (https://sqlite.org/fts5.html#the_bm25_function) are headlines, quotes and notes only.
        """
        weights: dict[int, float] = {}
        if wanted := " OR ".join(words.fts() for words in wanted_words(node)):
            statement = (
                f"SELECT rowid, -bm25(fine, 8.0, 3.0, 5.0) FROM fine WHERE fine MATCH ? LIMIT {_OFTEN}"
            )
            weights = dict(self._db.execute(statement, (wanted,)))
        rows = self._db.execute(
            "SELECT n, first, event, article FROM docs WHERE n IN (SELECT value FROM json_each(?))",
            (json.dumps(list(self._map.numbers(articles))),),
        )
        order = sorted(rows, key=lambda row: (weights.get(row[0], 0.0), row[1] or "", row[0]), reverse=True)
        return [(event, article) for _, _, event, article in order]

    def articles(self, node: Node, *, wide: bool = True) -> int:
        """Return the set of all articles that a query holds for, and of more where it is not `sure`.

        Where not `wide`, as under a NOT, they are rather too few than too many.
        """
        everything = self._map.articles
        match node:
            case Not(part):
                return everything & ~self.articles(part, wide=not wide)
            case Or(parts):
                return reduce(or_, (self.articles(part, wide=wide) for part in parts), 0)
            case And():
                sets = [self.articles(part, wide=wide) for part in node.others]
                if node.of_one_quote:
                    condition, values = self._quotes(And(node.of_one_quote), wide=wide)
                    sets.append(self._documents(Clause("said", condition, values)))
                return reduce(and_, sets, everything)
        assert isinstance(node, Term)
        clause = node.clause
        if not (wide or clause.exact):
            self.sure = False
            return 0
        found = self._documents(clause)
        self.sure = self.sure and (clause.exact or not found)
        return found

    def _documents(self, clause: Clause) -> int:
        """Return the set of the articles of the rows a clause names, and all articles of the events it names."""
        condition, values = self._condition(clause)
        statement = f"{_DOCUMENTS[clause.table]} WHERE {condition}"
        known, asked = self._map.known, (statement, values)
        found = known.pop(asked, None)
        if found is None:
            # In one piece: a hundred thousand rows one by one take longer than all the rest.
            whole = f"WITH found(n) AS ({statement}) SELECT json_group_array(n) FROM found"
            rows = self._map.set_of(orjson.loads(self._db.execute(whole, values).fetchone()[0]))
            found = rows & self._map.articles
            if clause.table in _INHERITED and (events := rows & self._map.headings):
                found |= self._map.inside(events)
        while len(known) >= _KNOWN:
            known.pop(next(iter(known)))
        known[asked] = found
        return found

    def _quotes(self, node: Node, *, wide: bool) -> tuple[str, tuple[str, ...]]:
        """Return what holds of a quote in the table `said`, and its parameters."""
        match node:
            case Not(part):
                condition, values = self._quotes(part, wide=not wide)
                return f"NOT ({condition})", values
            case And(parts) | Or(parts):
                sides = [self._quotes(part, wide=wide) for part in parts]
                joint = " AND " if isinstance(node, And) else " OR "
                joined = joint.join(condition for condition, _ in sides)
                return f"({joined})", tuple(chain.from_iterable(values for _, values in sides))
        assert isinstance(node, Term)
        clause = node.clause
        if not clause.exact or clause.table not in ("said", "marks"):
            self.sure = False
            if not wide:
                return "0", ()
        if clause.table == "fine":  # what notes say is not indexed by quote
            return "doc IN (SELECT value FROM json_each(?))", (
                json.dumps(list(self._map.numbers(self._documents(clause)))),
            )
        condition, values = self._condition(clause)
        if clause.table == "marks":  # on the quote, its article or its event
            condition = (
                f"EXISTS (SELECT 1 FROM marks JOIN docs ON docs.n = said.doc WHERE {condition} AND"
                f" (marks.doc = said.doc AND marks.at IN (said.at, {ON_ITSELF}) OR marks.doc = docs.parent))"
            )
        return condition, values

    def _condition(self, clause: Clause) -> tuple[str, tuple[str, ...]]:
        """Return the SQL of a clause and its parameters, names looked up."""
        if clause.names is None:
            return clause.condition, clause.values
        meant = [key for key, names in self._vocabulary(clause.names.kind) if clause.names.meant(names)]
        return clause.condition, (*clause.values, json.dumps(meant))

    def _vocabulary(self, kind: str) -> Iterator[tuple[int | str, list[str]]]:
        """Yield what stands for names of a kind, each with all it is called, folded."""
        names = self._names
        if kind == "arrival":
            yield from ((each, []) for each in names.new)
            return
        for key, *row in self._db.execute(_NAMES[kind]):
            match kind:
                case "speaker":
                    yield key, names.of(row[0].split(), filter(None, row[1].split("\n")))
                case "route":
                    yield key, [*map(fold_case, filter(None, row[0].split("\n"))), row[1]]
                case "tag":
                    yield key, [names.tags.get(key, "")]
                case _:
                    yield key, row

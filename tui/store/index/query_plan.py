"""What a query finds in a briefing: the index says where to look, the files what is there.

A query becomes sets of documents. What the index cannot tell for sure (words in a row within an
article's text, notes on one and the same quote) gives a set that is too large, never one that is too
small, and the articles in it are looked at themselves.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

import orjson

from tui.core.model import Speaker, Tag
from tui.core.query.evaluate import Matcher, bound, folded_names, holds_words
from tui.core.query.parser import And, FieldTerm, Node, Not, Or, Words, leaves, terms
from tui.core.text import fold_case
from tui.store import corrections, loader
from tui.store.disk.errors import StoreError
from tui.store.disk.folder import BriefingFolder
from tui.store.index.rows import ON_ITSELF

_MARKED = "(status <> 'unchecked' OR doc IN (SELECT n FROM docs WHERE starred + tagged + notes > 0))"
_KNOWN = 6  # sets of articles
_OFTEN = 20_000  # documents a word may be in and still be weighed
Stop = Callable[[], bool]


class Hit(NamedTuple):
    """An article that a query finds, with the ids of those of its quotes for which the query holds."""

    event: str
    article: str
    quotes: tuple[str, ...]


class SearchProgress(NamedTuple):
    """How many articles of which events a query finds.

    `sure` once all that had to be was looked at; `whole` unless the index is still being made.
    """

    events: Mapping[str, int]
    sure: bool = True
    whole: bool = True


class IndexMap:
    """Which document lies in which event, as it stands in the index now."""

    def __init__(self, db: sqlite3.Connection) -> None:
        highest = db.execute("SELECT ifnull(max(n), 0) FROM docs").fetchone()[0]
        self.events: dict[int, str] = dict(db.execute("SELECT n, event FROM docs WHERE article = ''"))
        self.headings = frozenset(self.events)  # sets meet faster than a set and a dict
        self.within: dict[int, list[int]] = {number: [] for number in self.events}  # event: its articles
        # Of each document its event, 0 for none: one object an event, which is counted without being copied.
        self.parents = [0] * (highest + 1)
        same = {number: number for number in self.events}
        for number, parent in db.execute("SELECT n, parent FROM docs WHERE article <> ''"):
            if number <= highest and parent in same:
                self.parents[number] = same[parent]
                self.within[parent].append(number)
        self.articles = frozenset(chain.from_iterable(self.within.values()))
        self.known: dict[Words, frozenset[int]] = {}  # the last words that were looked for


class QueryPlan:
    """A query, put to the index."""

    def __init__(
        self,
        db: sqlite3.Connection,
        table: IndexMap,
        node: Node,
        speakers: Mapping[str, Speaker],
        tags: Mapping[str, Tag],
        *,
        loose: bool = False,
    ) -> None:
        """With `loose`, the articles are found too of which only quotes pass."""
        self.node = node
        self._loose = loose
        self.sure = True
        self._db = db
        self._table = table
        self._speakers = speakers
        self._tags = tags

    def articles(self) -> frozenset[int]:
        """Return the documents of articles among which all lie that the query finds; `sure` if just these."""
        return self._set(self.node, wide=True)

    def counted(self, articles: Iterable[int]) -> dict[str, int]:
        """Return how many of some articles lie in each event."""
        events, counts = self._table.events, Counter(map(self._table.parents.__getitem__, articles))
        return {events[parent]: count for parent, count in counts.items() if parent}

    # Sets. `wide`: rather too much than too little; under a NOT it is the other way round.

    def _set(self, node: Node, *, wide: bool) -> frozenset[int]:
        match node:
            case Not(part):
                if self._loose and any(
                    isinstance(leaf, Words) or leaf.of_quotes or leaf.of_anything or leaf.value == "orphan"
                    for leaf in leaves(part)
                ):
                    return self._table.articles
                return self._table.articles - self._set(part, wide=not wide)
            case Or(parts):
                return frozenset().union(*(self._set(part, wide=wide) for part in parts))
            case And(parts):
                return self._all(parts, wide=wide)
            case Words():
                return self._words(node, wide=wide)
            case FieldTerm():
                return self._field(node, wide=wide)

    def _all(self, parts: tuple[Node, ...], *, wide: bool) -> frozenset[int]:
        found = self._table.articles
        together = () if self._loose else bound(parts)
        sets = [self._set(part, wide=wide) for part in parts if part not in together]
        if together:
            sets.append(self._one_quote(together, wide=wide))
        for each in sorted(sets, key=len):
            found &= each
        return found

    def _words(self, words: Words, *, wide: bool) -> frozenset[int]:
        """Return the articles with all of some words; in a row, where the index can tell."""
        *before, last = words.tokens
        if not before:
            found = self._word(words)
        elif wide:
            each = [*(Words((token,), prefix=False) for token in before), Words((last,), words.prefix)]
            found = frozenset.intersection(*map(self._word, each))
            self.sure = self.sure and not found
        else:
            self.sure = False
            return self._inherited(self._match("fine", f"title : {_row(words)}"))
        if self._loose:
            found |= self._one_quote((FieldTerm("speaker", words=words),), wide=wide)
        return found

    def _word(self, word: Words) -> frozenset[int]:
        """Return the articles with one word; remembered, for a query is typed letter by letter."""
        known = self._table.known
        found = known.pop(word, None)
        if found is None:
            found = self._inherited(self._match("words", _row(word)))
            while len(known) >= _KNOWN:
                known.pop(next(iter(known)))
        known[word] = found
        return found

    def _match(self, table: str, wanted: str) -> list[int]:
        return self._column(f"SELECT rowid FROM {table} WHERE {table} MATCH ?", [wanted])

    def _column(self, statement: str, values: Sequence[str]) -> list[int]:
        """Return the one column of a statement."""
        # In one piece: a hundred thousand rows one by one take longer than all the rest.
        whole = f"WITH found(n) AS ({statement}) SELECT json_group_array(n) FROM found"
        return list(orjson.loads(self._db.execute(whole, values).fetchone()[0]))

    def _inherited(self, documents: Iterable[int]) -> frozenset[int]:
        """Return the articles among documents, and those of the events among them."""
        found = frozenset(documents)
        events = found & self._table.headings
        found &= self._table.articles
        within = self._table.within
        return found.union(chain.from_iterable(within.get(event, ()) for event in events))

    def _numbers(self, statement: str, values: Iterable[int | str] | None = None) -> list[int]:
        """Return the numbers a statement gives; the values stand for its {}, where it has one."""
        given = [] if values is None else [json.dumps(list(values))]
        if values is not None:
            statement = statement.format("SELECT value FROM json_each(?)")
        return self._column(statement, given)

    def _field(self, field: FieldTerm, *, wide: bool) -> frozenset[int]:
        ask = self._numbers
        match field.name:
            case "outlet":
                rows = self._db.execute("SELECT n, name FROM outlets WHERE name <> ''").fetchall()
                wanted = [n for n, name in rows if not field.words or holds_words(field.words, [name])]
                found = ask("SELECT n FROM docs WHERE outlet IN ({})", wanted)
            case "after" | "before" | "on":
                return self._dated(field)
            case "tag":
                found = ask(
                    "SELECT doc FROM marks WHERE what = 'tag' AND value IN ({})", self._tags_of(field)
                )
                return self._inherited(found)
            case "note":
                if not field.words:
                    return self._inherited(ask("SELECT doc FROM marks WHERE what = 'note'"))
                if len(field.words.tokens) > 1:  # they may be those of two notes
                    self.sure = False
                    if not wide:
                        return frozenset()
                return self._inherited(self._match("fine", f"notes : {_row(field.words)}"))
            case "is" if field.value == "starred":
                return self._inherited(ask("SELECT doc FROM marks WHERE what = 'star'"))
            case "is" if not field.of_quotes:
                found = ask(f"SELECT n FROM docs WHERE {field.value} <> 0 AND article <> ''")
            case _:
                return self._one_quote((field,), wide=wide)
        return frozenset(found) & self._table.articles

    def _dated(self, field: FieldTerm) -> frozenset[int]:
        match field.name:
            case "after":
                condition, values = "first > ?", [field.last]
            case "before":
                condition, values = "first <> '' AND last < ?", [field.first]
            case _:
                condition, values = "first >= ? AND last <= ?", [field.first, field.last]
        found = self._column(f"SELECT n FROM docs WHERE {condition} AND first <> ''", values)
        return frozenset(found) & self._table.articles

    def _tags_of(self, field: FieldTerm) -> list[str]:
        return [
            each.id
            for each in self._tags.values()
            if not field.words or holds_words(field.words, [fold_case(each.name)])
        ]

    # One and the same quote

    def _one_quote(self, parts: tuple[Node, ...], *, wide: bool) -> frozenset[int]:
        """Return the articles with a quote for which all of `parts` hold."""
        values: list[str] = []
        condition = " AND ".join(self._of_quote(part, values, wide=wide) for part in parts)
        found = self._column(f"SELECT DISTINCT doc FROM said WHERE {condition}", values)
        return frozenset(found) & self._table.articles

    def _of_quote(self, node: Node, values: list[str], *, wide: bool) -> str:
        match node:
            case Not(part):
                return f"NOT ({self._of_quote(part, values, wide=not wide)})"
            case Or(parts):
                return f"({' OR '.join(self._of_quote(part, values, wide=wide) for part in parts)})"
            case And(parts):
                return f"({' AND '.join(self._of_quote(part, values, wide=wide) for part in parts) or '1'})"
            case FieldTerm(name="speaker"):
                values.append(json.dumps(self._voices(node)))
                return "voice IN (SELECT value FROM json_each(?))"
            case FieldTerm(name="kind"):
                values.append(node.value)
                return "kind = ?"
            case FieldTerm(name="status"):
                return self._status(node, values)
            case FieldTerm(name="reliability" | "credibility" as rating):
                values.append(node.value.upper())
                return f"{rating} = ?" if node.value else f"{rating} <> ?"
            case FieldTerm(value="unsure"):
                return "unsure"
            case FieldTerm(value="moved"):  # only what is marked can be; whether it is, its words say
                self.sure = False
                return _MARKED if wide else "0"
            case FieldTerm(name="tag"):
                values.append(json.dumps(self._tags_of(node)))
                return self._marked("what = 'tag' AND value IN (SELECT value FROM json_each(?))")
            case FieldTerm(value="starred"):
                return self._marked("what = 'star'")
            case FieldTerm(name="note", words=None):
                return self._marked("what = 'note'")
        # What notes say is not indexed by quote.
        self.sure = False
        if not wide:
            return "0"
        values.append(json.dumps(list(self._set(node, wide=True))))
        return "doc IN (SELECT value FROM json_each(?))"

    def _marked(self, condition: str) -> str:
        """Return what holds of a quote with a mark on it, its article or its event."""
        return (
            f"EXISTS (SELECT 1 FROM marks JOIN docs ON docs.n = said.doc WHERE {condition} AND"
            f" (marks.doc = said.doc AND marks.at IN (said.at, {ON_ITSELF}) OR marks.doc = docs.parent))"
        )

    def _status(self, field: FieldTerm, values: list[str]) -> str:
        given = [status for (status,) in self._db.execute("SELECT DISTINCT status FROM said")]
        wanted = [each for each in given if field.words and holds_words(field.words, [each])]
        if field.words is None:
            wanted = [each for each in given if each != "unchecked"]
        values.append(json.dumps(wanted))
        return "status IN (SELECT value FROM json_each(?))"

    def _voices(self, field: FieldTerm) -> list[int]:
        names = folded_names(self._speakers)
        found = []
        for number, speaker, called in self._db.execute("SELECT n, speaker, called FROM voices"):
            known = [*names.get(speaker, ()), *filter(None, called.split("\n"))]
            if known and (field.words is None or holds_words(field.words, known)):
                found.append(number)
        return found


def _row(words: Words) -> str:
    """Return how the index is asked for words in a row."""
    return f'"{" ".join(words.tokens)}"{" *" if words.prefix else ""}'


def ranked(db: sqlite3.Connection, node: Node, articles: Collection[int]) -> list[tuple[str, str]]:
    """Return event and article of some documents, what fits the words of a query best first, then the newest.

    Only words in headlines, quotes and notes are weighed.
    """
    wanted = " OR ".join(_row(each) for each in terms(node))
    weights: dict[int, float] = {}
    if wanted:
        weights = dict(
            db.execute(
                f"SELECT rowid, -bm25(fine, 8.0, 3.0, 5.0) FROM fine WHERE fine MATCH ? LIMIT {_OFTEN}",
                (wanted,),
            )
        )
    rows = db.execute(
        "SELECT n, first, event, article FROM docs WHERE n IN (SELECT value FROM json_each(?))",
        (json.dumps(list(articles)),),
    )
    order = sorted(rows, key=lambda row: (weights.get(row[0], 0.0), row[1] or "", row[0]), reverse=True)
    return [(event, article) for _, _, event, article in order]


def looked_at(
    folder: BriefingFolder, matcher: Matcher, events: Iterable[str], stop: Stop = lambda: False
) -> Iterator[tuple[str, list[tuple[bool, Hit]]]]:
    """Yield events with what a query finds in them, by looking at the files themselves.

    With each hit stands whether the query holds for the article, or only for quotes of it.
    """
    redirect = corrections.redirects(loader.read_speakers(folder))
    for event_id in events:
        if stop():
            return
        try:
            annotated = loader.annotated(folder, event_id, redirect, keep=False)
        except StoreError as error:
            folder.warn(str(error))
            continue
        hits = []
        for article in annotated.event.articles:
            whole, quotes = matcher.both(annotated, article)
            if whole or quotes:
                hits.append((whole, Hit(event_id, article.id, tuple(quote.id for quote in quotes))))
        yield event_id, hits

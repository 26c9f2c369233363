"""What the index holds of articles and events: their words, and what queries ask about them.

A document is an article with what was written on it, or (article = '') an event's own name and notes;
`parent` is the number of the event's document. Words are indexed as `tui.core.query.terms.tokens` finds them, so
that the index and a look at the text agree. Whatever of a document changes its words gives it a new
number, for the words under the old one cannot be taken out of an index without contents. `changed` is 1 for an article
of which an earlier version is kept, 2 where the reader had read that one and not this. `span` are the days that a date
may stand for, NULL where there is none; quotes have it too, but for those of a copy. `set_first` and `set_last` are those
of the date that the reader gave the event, '' where it has none of theirs. `copied` is the article whose
text one is. A route is whom the words of a quote came through, a name a line, and the outlet that has them. `days` and
`ways` count the quotes of each voice by span and by route, for whoever looks at all of them; triggers keep them.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Collection, Iterable, Mapping

from tui.core.edtf import days
from tui.core.model import Annotation, Article, Event, Quote, by_target, latest_assessment
from tui.core.query.subject import UNCHECKED, called_by, day_set
from tui.core.query.terms import tokens
from tui.core.text import fold_case, one_line
from tui.store.index import affiliation_rows, statement_rows

TABLES = f"""{affiliation_rows.TABLES}{statement_rows.TABLES}
CREATE TABLE docs(n INTEGER PRIMARY KEY AUTOINCREMENT, event TEXT NOT NULL, article TEXT NOT NULL,
  parent INTEGER, unread INTEGER, starred INTEGER, tagged INTEGER, notes INTEGER, mark INTEGER,
  outlet INTEGER, first TEXT, last TEXT, set_first TEXT, set_last TEXT, undated INTEGER, orphan INTEGER, changed INTEGER,
  span INTEGER, copied TEXT);
CREATE UNIQUE INDEX doc_of ON docs(event, article);
CREATE INDEX doc_outlet ON docs(outlet);
CREATE INDEX doc_first ON docs(first);
CREATE INDEX doc_unread ON docs(unread) WHERE unread;
CREATE INDEX doc_span ON docs(outlet, span) WHERE article <> '';
CREATE INDEX doc_copied ON docs(copied) WHERE copied <> '';
CREATE TABLE spans(n INTEGER PRIMARY KEY, first TEXT, last TEXT, UNIQUE(first, last));
CREATE TABLE outlets(n INTEGER PRIMARY KEY, name TEXT UNIQUE);
CREATE TABLE voices(n INTEGER PRIMARY KEY, speaker TEXT, called TEXT, UNIQUE(speaker, called));
CREATE TABLE routes(n INTEGER PRIMARY KEY, outlet INTEGER, chain TEXT, UNIQUE(outlet, chain));
CREATE TABLE said(doc INTEGER, at INTEGER, voice INTEGER, kind TEXT, unsure INTEGER, status TEXT,
  reliability TEXT, credibility TEXT, span INTEGER, route INTEGER,
  PRIMARY KEY(doc, at)) WITHOUT ROWID;
CREATE INDEX said_by ON said(voice, doc);
CREATE INDEX said_route ON said(route);
CREATE INDEX said_kind ON said(kind, doc) WHERE kind <> 'direct';
CREATE TABLE days(voice INTEGER, span INTEGER, quotes INTEGER, PRIMARY KEY(voice, span)) WITHOUT ROWID;
CREATE TABLE ways(route INTEGER, voice INTEGER, quotes INTEGER, PRIMARY KEY(route, voice)) WITHOUT ROWID;
CREATE TABLE marks(doc INTEGER, at INTEGER, what TEXT, value TEXT, PRIMARY KEY(what, value, doc, at))
  WITHOUT ROWID;
CREATE INDEX mark_of ON marks(doc);
CREATE VIRTUAL TABLE words USING fts5(text, content='', detail=none, prefix='1 2 3', tokenize='ascii');
CREATE VIRTUAL TABLE fine USING fts5(title, quotes, notes, content='', prefix='2 3', tokenize='ascii');
"""
AGAIN = -1  # the span of a quote in a copy: the same words again
_ON_DAYS = """INSERT INTO days SELECT new.voice, new.span, 1 WHERE new.span > 0
  ON CONFLICT DO UPDATE SET quotes = quotes + 1;"""
_OFF_DAYS = "UPDATE days SET quotes = quotes - 1 WHERE voice = old.voice AND span = old.span;"
TRIGGERS = (
    f"""CREATE TRIGGER said_more AFTER INSERT ON said BEGIN {_ON_DAYS}
  INSERT INTO ways SELECT new.route, new.voice, 1 WHERE new.span IS NOT {AGAIN}
  ON CONFLICT DO UPDATE SET quotes = quotes + 1; END""",
    f"""CREATE TRIGGER said_less AFTER DELETE ON said BEGIN {_OFF_DAYS}
  UPDATE ways SET quotes = quotes - 1 WHERE old.span IS NOT {AGAIN} AND route = old.route AND voice = old.voice; END""",
    f"CREATE TRIGGER said_again AFTER UPDATE OF span ON said BEGIN {_OFF_DAYS} {_ON_DAYS} END",
)
_OF_DOCUMENT = ("said", "marks", "affiliations", "wordings")
_MARKS = {"tagging": "tag", "bookmarking": "star", "commenting": "note"}
# Where a mark is that is not on a quote: on the document itself, or on words that are gone.
ON_ITSELF, NOWHERE = -1, -2


class Numbers:
    """The numbers of outlets, spans, voices and routes, each looked for once, and made where there is none.

    For one transaction: what is rolled back takes its numbers with it.
    """

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._known: dict[tuple[object, ...], int] = {}

    def outlet(self, name: str) -> int:
        """Return the number of an outlet."""
        return self._number("outlets", "name", fold_case(name))

    def span(self, first: str, last: str) -> int | None:
        """Return the number of some days, None where there is none."""
        return self._number("spans", "first, last", first, last) if first else None

    def voice(self, quote: Quote) -> int:
        """Return the number of those who say a quote and what they are called there."""
        called = fold_case("\n".join(called_by(quote)))
        return self._number("voices", "speaker, called", " ".join(quote.speakers), called)

    def route(self, outlet: int, chain: Iterable[str]) -> int:
        """Return the number of a way that words came to an outlet."""
        return self._number("routes", "outlet, chain", outlet, "\n".join(filter(None, map(one_line, chain))))

    def _number(self, table: str, columns: str, *values: str | int) -> int:
        key = table, *values
        if key not in self._known:
            marks = ",".join("?" * len(values))
            found = self._db.execute(
                f"SELECT n FROM {table} WHERE ({columns}) = ({marks})", values
            ).fetchone()
            made = found or [
                self._db.execute(f"INSERT INTO {table}({columns}) VALUES({marks})", values).lastrowid
            ]
            self._known[key] = int(made[0])
        return self._known[key]


def put_event(db: sqlite3.Connection, event: Event, notes: list[Annotation], numbers: Numbers) -> int:
    """Index an event's own name and notes; return the number of its document."""
    words = [event.name], list[str](), _written(notes)
    number, is_new = _put(db, (event.id, ""), words, _counts(notes, unread=False))
    db.execute("UPDATE docs SET parent = ? WHERE event = ? AND parent IS NOT ?", (number, event.id, number))
    first, last = days(event.date) or ("", "")
    span = numbers.span(first, last)
    db.execute(
        "UPDATE said SET span = ? WHERE span IS NOT ? AND doc IN"
        " (SELECT n FROM docs WHERE event = ? AND undated AND first IS NOT ?)",
        (span, AGAIN, event.id, first),
    )
    db.execute(
        "UPDATE docs SET first = ?, last = ?, span = ? WHERE event = ? AND undated AND first IS NOT ?",
        (first, last, span, event.id, first),
    )
    given = day_set(event)
    db.execute(
        "UPDATE docs SET set_first = ?, set_last = ? WHERE event = ? AND (set_first, set_last) IS NOT (?, ?)",
        (*given, event.id, *given),
    )
    _put_marks(db, number, notes, {}, is_new=is_new)
    return number


def put_article(
    db: sqlite3.Connection,
    event: Event,
    parent: int,
    article: Article,
    notes: list[Annotation],
    *,
    orphans: Collection[str],
    numbers: Numbers,
) -> None:
    """Index an article and what was written on it, corrections worked in.

    `orphans` are the ids of annotations whose words are gone; what is on discarded quotes is left out.
    """
    every = article.all_quotes
    places = {quote.id: at for at, quote in enumerate(every)}
    kept = [
        each
        for each in notes
        if each.target.type != "quote" or each.target.id in places or each.id in orphans
    ]
    unread = not any(each.body.get("read") for each in notes if each.motivation == "reading")
    again = any(each.body.get("changed") for each in notes if each.motivation == "reading")
    texts = [article.headline, article.text, *(quote.words for quote in article.gone)]
    words = texts, [quote.words for quote in every], _written(kept)
    own = days(article.published)
    first, last = own or days(event.date) or ("", "")
    outlet, span = numbers.outlet(article.outlet), numbers.span(first, last)
    set_first, set_last = day_set(event)
    about: dict[str, object] = {
        "parent": parent,
        "outlet": outlet,
        "first": first,
        "last": last,
        "set_first": set_first,
        "set_last": set_last,
        "undated": int(own is None),
        "orphan": int(bool(orphans)),
        "changed": int(article.versions > 0) + again,
        "span": span,
        "copied": article.copy_of,
    }
    number, is_new = _put(db, (event.id, article.id), words, _counts(kept, unread=unread) | about)
    of = by_target(notes)
    if not is_new:
        db.execute("DELETE FROM said WHERE doc = ?", (number,))
    shared = latest_assessment(of.get(article.id, ())).get("reliability", "")
    when = AGAIN if article.copy_of else span
    said = []
    for at, quote in enumerate(every):
        known = latest_assessment(of.get(quote.id, ()))
        ratings = known.get("reliability", "") or shared, known.get("credibility", "")
        status = fold_case(known.get("status", UNCHECKED))
        who, way = numbers.voice(quote), numbers.route(outlet, quote.chain)
        said.append((number, at, who, quote.kind, int(quote.unsure), status, *ratings, when, way))
    db.executemany("INSERT INTO said VALUES(?,?,?,?,?,?,?,?,?,?)", said)
    _put_marks(db, number, kept, places, is_new=is_new)
    affiliation_rows.put(db, number, article, is_new=is_new)


def drop(db: sqlite3.Connection, event: str, articles: Iterable[str] | None = None) -> None:
    """Take documents out: those of some articles, or all of an event."""
    rows = db.execute("SELECT article, n FROM docs WHERE event = ?", (event,)).fetchall()
    wanted = None if articles is None else set(articles)
    for article, number in rows:
        if wanted is None or article in wanted:
            _drop(db, number)


def _drop(db: sqlite3.Connection, number: int) -> None:
    for rows in ("docs WHERE n", *(f"{table} WHERE doc" for table in _OF_DOCUMENT)):
        db.execute(f"DELETE FROM {rows} = ?", (number,))


def _written(notes: list[Annotation]) -> list[str]:
    return [str(each.body["value"]) for each in notes if each.motivation == "commenting"]


def _counts(notes: list[Annotation], *, unread: bool) -> dict[str, object]:
    """Return how many things are unread, starred, tagged and noted, by the names of their columns."""
    by_kind: dict[str, set[str]] = {}
    for each in notes:
        by_kind.setdefault(each.motivation, set()).add(each.target.id)
    starred, tagged = len(by_kind.get("bookmarking", ())), len(by_kind.get("tagging", ()))
    return {"unread": int(unread), "starred": starred, "tagged": tagged, "notes": len(_written(notes))}


def _put(
    db: sqlite3.Connection,
    key: tuple[str, str],
    words: tuple[list[str], list[str], list[str]],
    about: Mapping[str, object],
) -> tuple[int, bool]:
    """Index a document's texts (the title first), quotes and notes where they are new.

    Return its number, and whether that is a new one. `about` is what else its row says, by column.
    """
    mark = zlib.crc32("\0".join("\n".join(each) for each in words).encode())
    old = db.execute("SELECT n, mark FROM docs WHERE event = ? AND article = ?", key).fetchone()
    if old and old[1] == mark:
        wanted = ", ".join(f"{column} = ?" for column in about)
        db.execute(f"UPDATE docs SET {wanted} WHERE n = ?", (*about.values(), old[0]))
        return int(old[0]), False
    if old:
        _drop(db, old[0])
    row = db.execute(
        f"INSERT INTO docs(event, article, mark, {', '.join(about)}) VALUES(?,?,?{',?' * len(about)})",
        (*key, mark, *about.values()),
    ).lastrowid
    assert row is not None
    texts, quotes, notes = words
    noted = _joined(notes)
    db.execute("INSERT INTO words(rowid, text) VALUES(?,?)", (row, f"{_joined(texts)} {noted}"))
    db.execute(
        "INSERT INTO fine(rowid, title, quotes, notes) VALUES(?,?,?,?)",
        (row, _joined(texts[:1]), _joined(quotes), noted),
    )
    return row, True


def _joined(texts: list[str]) -> str:
    return " ".join(tokens("\n".join(texts)))


def _put_marks(
    db: sqlite3.Connection, number: int, notes: list[Annotation], places: dict[str, int], *, is_new: bool
) -> None:
    if not is_new:
        db.execute("DELETE FROM marks WHERE doc = ?", (number,))
    rows = []
    for each in notes:
        at = places.get(each.target.id, NOWHERE if each.target.type == "quote" else ON_ITSELF)
        if what := _MARKS.get(each.motivation):
            rows.append((number, at, what, str(each.body.get("tag", ""))))
        if each.creator:
            rows.append((number, at, "author", fold_case(each.creator)))
    db.executemany("INSERT OR IGNORE INTO marks VALUES(?,?,?,?)", rows)

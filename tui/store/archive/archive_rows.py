"""What an archive's steps make, as rows that SQL can ask: one for each event, article, quote, tag and annotation.

They are derived: whoever brings a step writes anew the rows of the documents in it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import Any

from tui.core.edtf import days
from tui.core.replica.shared_state import Document
from tui.core.replica.shared_step import Key
from tui.core.replica.union import united
from tui.core.text import fold
from tui.store.archive.connection import Connection, copy_rows
from tui.store.archive.kinship import Kin
from tui.store.archive.step_rows import packed, written_on
from tui.store.archive.words import vector

Row = tuple[Any, ...]

_COLUMNS = {
    "event": "id text, name text, date text, words tsvector",
    "tag": "id text, name text, description text, words tsvector",
    "speaker": "id text, name text, aliases text, role text, merged_into text, folded text, words tsvector",
    "outlet": "name text, words tsvector",
    "article_key": "id text, day date, event text, seq int8",
    "article": "id text, day date, event text, headline text, outlet text, author text, published text, url text, "
    "language text, source text, imported text, text text, words tsvector",
    "statement": "id text, day date, article text, kind text, words text, speakers text[], speaker_text text, cue text, "
    "polarity text, chain text[], confidence float4, starts int4, ends int4, speaker_words tsvector",
    "annotation": "id text, about text, target_type text, target text, motivation text, tag text, value text, body jsonb, "
    "creator text, created text, modified text, words tsvector, creator_words tsvector",
}
_OF = {
    "event": "event",
    "tags": "tag",
    "speakers": "speaker",
    "annotations": "annotation",
    "articles": "article_key",
}
"""Which table has a row of its own id for each table of documents."""


def renew(connection: Connection, kin: Kin, kinds: Collection[str], seq: int) -> None:
    """Write anew the rows of what new steps may have changed, of some `kinds`; `seq` is the number of the last step."""
    documents = united(kin.state)
    made: dict[str, list[Document]] = {}
    for key, document in sorted(documents.items(), key=lambda each: each[0]):
        if key[0] in kinds and _is_whole(kin, key, document):
            made.setdefault(key[0], []).append(document)
    written = {key for key in (*kin.state.first, *documents) if key[0] == "annotations"}
    _remove(connection, [key for key in kin.keys | written if key[0] in kinds])
    connection.execute("delete from briefing.annotation where about = any(%s)", (list(kin.abouts),))
    for kind, some in made.items():
        if kind == "articles":
            _write_articles(connection, some, seq)
        else:
            _insert(connection, _OF[kind], map(_ROWS[kind], some))


def _write_articles(connection: Connection, articles: Sequence[Document], seq: int) -> None:
    dated = [(article, _day(article)) for article in articles]
    for day in {day.replace(day=1) for _, day in dated}:
        connection.execute("select briefing.make_month(%s)", (day,))
    outlets = {str(article.get("outlet", "")) for article in articles}
    outlets -= {
        name
        for (name,) in connection.execute(
            "select name from briefing.outlet where name = any(%s)", (list(outlets),)
        )
    }
    _insert(connection, "outlet", ((each, vector(each)) for each in sorted(outlets)))
    keys = ((article["id"], day, article.get("@event", ""), seq) for article, day in dated)
    _insert(connection, "article_key", keys)
    _insert(connection, "article", (_article(*each) for each in dated))
    _insert(connection, "statement", chain.from_iterable(_statements(*each) for each in dated))


def _is_whole(kin: Kin, key: Key, document: Document) -> bool:
    """Tell whether all is there that a document's row is made of."""
    if key[0] != "annotations":
        return key in kin.keys
    return key in kin.state.first or written_on(document) in kin.abouts


def _insert(connection: Connection, table: str, rows: Iterable[Row]) -> None:
    copy_rows(connection, table, _COLUMNS[table], rows)


def _remove(connection: Connection, keys: Sequence[Key]) -> None:
    by_table: dict[str, list[str]] = {}
    for kind, stable_id in keys:
        by_table.setdefault(_OF[kind], []).append(stable_id)
    if articles := by_table.get("article_key"):
        places = connection.execute(
            "select id, day from briefing.article_key where id = any(%s)", (articles,)
        ).fetchall()
        for day in {day for _, day in places}:
            own = [each for each, at in places if at == day]
            connection.execute("delete from briefing.article where day = %s and id = any(%s)", (day, own))
            connection.execute(
                "delete from briefing.statement where day = %s and article = any(%s)", (day, own)
            )
    for name, ids in by_table.items():
        connection.execute(f"delete from briefing.{name} where id = any(%s)".encode(), (ids,))


def _day(article: Document) -> date:
    """Return the day an article is filed under: its own, or its event's as far as its text says, or that it came in."""
    for name in ("published", "event_date", "imported"):
        found = days(str(article.get(name, ""))[:10]) or days(str(article.get(name, "")))
        if found:
            try:
                return date.fromisoformat(found[0])
            except ValueError:
                continue
    return date(1, 1, 1)


def _text(document: Mapping[str, Any], *names: str) -> Iterator[str]:
    return (str(document.get(name) or "") for name in names)


def _article(article: Document, day: date) -> Row:
    names = ("headline", "outlet", "author", "published", "url", "language", "source", "imported", "text")
    words = vector(str(article.get("headline", "")), str(article.get("text", "")))
    return article["id"], day, article.get("@event", ""), *_text(article, *names), words


def _statements(article: Document, day: date) -> Iterator[Row]:
    for quote in article.get("quotes", ()):
        parts = quote.get("parts") or [{}]
        words = " … ".join(str(part.get("exact", "")) for part in parts)
        yield (
            quote["id"],
            day,
            article["id"],
            str(quote.get("kind", "")),
            words,
            str(quote.get("speaker", "")).split(),
            *_text(quote, "speaker_text", "cue", "polarity"),
            list(map(str, quote.get("chain", ()))),
            float(quote.get("confidence", 1.0)),
            int(parts[0].get("start", 0)),
            int(parts[-1].get("end", 0)),
            vector(str(quote.get("speaker_text", ""))),
        )


def _annotation(document: Document) -> Row:
    target, body = document["target"], document["body"]
    value = body.get("value", "")
    return (
        document["id"],
        written_on(document),
        *_text(target, "type", "id"),
        document["motivation"],
        str(body.get("tag", "")),
        value if isinstance(value, str) else json.dumps(value, ensure_ascii=False),
        packed(body),
        *_text(document, "creator", "created", "modified"),
        vector(str(value) if document["motivation"] == "commenting" else ""),
        vector(str(document.get("creator") or "")),
    )


def _named(*names: str) -> Callable[[Document], Row]:
    def row(document: Document) -> Row:
        return (*_text(document, *names), vector(str(document.get("name") or "")))

    return row


def _speaker(document: Document) -> Row:
    aliases = "; ".join(map(str, document.get("aliases", ())))
    name = str(document["name"])
    said = _text(document, "role", "merged_into")
    return document["id"], name, aliases, *said, fold(name), vector(name, aliases)


_ROWS: Mapping[str, Callable[[Document], Row]] = {
    "event": _named("id", "name", "date"),
    "tags": _named("id", "name", "description"),
    "speakers": _speaker,
    "annotations": _annotation,
}

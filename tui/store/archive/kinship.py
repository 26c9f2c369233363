"""Documents of an archive that what is brought may change: they themselves, and those that they may be one with.

What they are together is told by `core.replica`; here is what it has to be shown for that, and no more.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from tui.core.replica.shared_state import SharedState, mentioned
from tui.core.replica.shared_step import Key, SharedStep, whole
from tui.core.text import fold
from tui.store.archive.connection import Connection
from tui.store.archive.step_rows import COLUMNS, about, steps_of

KINDS = ("event", "tags", "speakers", "articles", "annotations")
"""Of which documents there are rows."""


_PAGE = "one.fields ->> 'source'"


def twins(connection: Connection, articles: Collection[str]) -> set[tuple[str, str]]:
    """Return articles (ids), each with another that was ever read from the same page."""
    return set(
        connection.execute(
            f"select distinct one.id, other.id from briefing.put one {_brought('source', _PAGE)} "
            "where one.kind = 'articles' and one.id = any(%s) and other.id <> one.id".encode(),
            (list(articles),),
        ).fetchall()
    )


def _brought(name: str, value: str) -> str:
    """Return the SQL of articles `other` of which a field has ever been a value."""
    return _each("id", f"o.kind = 'articles' and o.fields ->> '{name}' = {value}")


def _each(columns: str, of: str) -> str:
    """Return the SQL of what steps did, `other`, for each row before it.

    `offset 0` has it looked up one row after the other, by an index: the database would as soon read all that was ever
    brought, not knowing how large documents are, and each push would take longer than the one before.
    """
    return f"cross join lateral (select {columns} from briefing.put o where {of} offset 0) other"


def namesakes(connection: Connection, speakers: Collection[str]) -> set[tuple[str, str]]:
    """Return speakers (ids), each with another of the same name."""
    return set(
        connection.execute(
            "select one.id, other.id from briefing.speaker one join briefing.speaker other "
            "on other.folded = one.folded and other.id <> one.id where one.id = any(%s)",
            (list(speakers),),
        ).fetchall()
    )


@dataclass(slots=True)
class Kin:
    """Documents (`keys`), and articles and events (`abouts`) with all that is written on them; `state` is what they make."""

    keys: set[Key] = field(default_factory=set)
    abouts: set[str] = field(default_factory=set)
    state: SharedState = field(default_factory=SharedState)


def kin_of(connection: Connection, new: Sequence[SharedStep], known: SharedState, seq: int) -> Kin:
    """Return what new steps may change, which are not there yet; `seq` is the number of the last one that is."""
    kin = Kin()
    touched = {put[:2] for step in new for put in step.puts if put[1] and put[0] in KINDS}
    keys = touched
    abouts = {about(key, known) for key in touched if key[0] == "annotations"}
    found: list[SharedStep] = []
    while keys or abouts:
        found = whole([*found, *_histories(connection, keys, abouts, seq)])
        kin.keys |= keys
        kin.abouts |= abouts
        kin.state = SharedState(whole([*found, *new]))
        keys, abouts = _wider(connection, kin, keys, abouts, touched)
        keys, abouts = keys - kin.keys, abouts - kin.abouts
    kin.state.elsewhere = _elsewhere(connection, kin)
    return kin


def _histories(
    connection: Connection, keys: Iterable[Key], abouts: Collection[str], seq: int
) -> list[SharedStep]:
    """Return what steps up to a number did to documents, and to all that is written on some articles and events."""
    of_keys = _each("seq, place", "o.kind = key.kind and o.id = key.id")
    of_abouts = _each("seq, place, kind", "o.about = key and o.about <> ''")
    found = connection.execute(
        f"select {COLUMNS} from ("
        f"select other.* from unnest(%s::text[], %s::text[]) key (kind, id) {of_keys} "
        f"union select seq, place from unnest(%s::text[]) key {of_abouts} where other.kind = 'annotations') at "
        "cross join lateral (select * from briefing.put o where o.seq = at.seq and o.place = at.place offset 0) p "
        "join briefing.step s on s.seq = p.seq where s.seq <= %s order by s.seq, p.place".encode(),
        (*_columns(key for key in keys if key[0] in KINDS), list(abouts), seq),
    )
    return list(steps_of(found))


def _wider(
    connection: Connection, kin: Kin, keys: set[Key], abouts: set[str], touched: set[Key]
) -> tuple[set[Key], set[str]]:
    """Return the documents, and what is written on, that those which came last bring with them."""
    said = _said(kin.state)
    articles = {own for table, own in keys if table == "articles"}
    joined = {own for pair in twins(connection, abouts - articles) for own in pair}
    joined |= _of_one_page(connection, kin, articles, said)
    found: set[Key] = {("articles", own) for own in joined}
    written = set(joined)
    events = {event for own in joined for event in said.get((own, "@event"), ())}
    written |= events
    found |= {("event", event) for event in events}
    events |= abouts | {event for own in articles for event in said.get((own, "@event"), ())}
    found |= {("event", own) for own in _without_row(connection, events)}
    found |= {("articles", own) for own in _hidden(connection, events)}
    if any(table == "tags" for table, _ in keys):
        found |= {("tags", own) for (own,) in connection.execute(_ALL_TAGS)}
    written |= _bearers(connection, kin, touched, said)
    found |= _speakers(connection, {own for table, own in keys if table == "speakers"}, said)
    used = {each for key in kin.state.first for each in mentioned(key[0], kin.state.last_shown(key))}
    used = {each for each in used - kin.keys if each[0] in ("tags", "speakers")}
    found |= _deleted(connection, used) | _tags_without_row(connection, used)
    return found, written


_ALL_TAGS = "select distinct id from briefing.put where kind = 'tags'"


def _said(state: SharedState) -> dict[tuple[str, str], set[str]]:
    """Return what was ever written as a name, an event or a page, by the id of the document and the field."""
    said: dict[tuple[str, str], set[str]] = {}
    for step in state.steps.values():
        for _, own, fields in step.puts:
            for name in ("name", "@event", "source"):
                if fields and fields.get(name):
                    said.setdefault((own, name), set()).add(str(fields[name]))
    return said


def _of_one_page(
    connection: Connection, kin: Kin, articles: Collection[str], said: dict[tuple[str, str], set[str]]
) -> set[str]:
    """Return the articles that were ever read from the page of another, for some of which all is known here that was.

    Of those that have no other nothing is fetched: a document is large, and most are new.
    """
    pages = {source for own in articles for source in said.get((own, "source"), ())}
    readers: dict[str, set[str]] = {}
    for table, own in kin.keys:
        if table == "articles":
            for source in pages.intersection(said.get((own, "source"), ())):
                readers.setdefault(source, set()).add(own)
    for own, source in connection.execute(
        f"select distinct other.id, page from unnest(%s::text[]) page {_brought('source', 'page')}".encode(),
        (list(pages),),
    ):
        readers.setdefault(source, set()).add(own)
    return {own for own_page in readers.values() if len(own_page) > 1 for own in own_page}


def _without_row(connection: Connection, events: Collection[str]) -> set[str]:
    """Return events that somebody took away: articles may lie in them all the same."""
    brought = _each("fields", "o.kind = 'event' and o.id = event")
    found = connection.execute(
        f"select distinct event from unnest(%s::text[]) event {brought} "
        "where other.fields is null or not exists (select from briefing.event e where e.id = event)".encode(),
        (list(events),),
    )
    return {own for (own,) in found}


def _hidden(connection: Connection, events: Collection[str]) -> set[str]:
    """Return articles that were brought to events and have no row, for they are one with another."""
    found = connection.execute(
        f"select distinct other.id from unnest(%s::text[]) event {_brought('@event', 'event')} "
        "where not exists (select from briefing.article_key k where k.id = other.id)".encode(),
        (list(events),),
    )
    return {own for (own,) in found}


def _bearers(
    connection: Connection, kin: Kin, touched: set[Key], said: dict[tuple[str, str], set[str]]
) -> set[str]:
    """Return the articles and events on which a tag stands that is, or was, one with another."""
    groups: dict[str, set[str]] = {}
    for table, own in kin.keys:
        if table == "tags":
            for name in said.get((own, "name"), ()):
                groups.setdefault(fold(name), set()).add(own)
    many = {
        own
        for group in groups.values()
        if len(group) > 1 and any(("tags", own) in touched for own in group)
        for own in group
    }
    found = connection.execute(
        "select distinct about from briefing.annotation where tag = any(%s)", (list(many),)
    )
    return {each for (each,) in found}


def _speakers(
    connection: Connection, speakers: Collection[str], said: dict[tuple[str, str], set[str]]
) -> set[Key]:
    """Return those who have, or had, a name of some speakers, or are one with them."""
    names = {fold(name) for own in speakers for name in said.get((own, "name"), ())}
    found = connection.execute(
        "select id from briefing.speaker where folded = any(%s) or merged_into = any(%s)",
        (list(names), list(speakers)),
    )
    return {("speakers", own) for (own,) in found}


def _deleted(connection: Connection, keys: Collection[Key]) -> set[Key]:
    """Return those of some documents that somebody deleted at some time."""
    found = connection.execute(
        "select distinct key.kind, key.id from unnest(%s::text[], %s::text[]) key (kind, id) "
        f"{_each('seq', 'o.kind = key.kind and o.id = key.id and o.fields is null')}".encode(),
        _columns(keys),
    )
    return set(found)


def _columns(keys: Iterable[Key]) -> tuple[list[str], list[str]]:
    """Return the kinds and the ids of documents."""
    listed = list(keys)
    return [kind for kind, _ in listed], [own for _, own in listed]


def _tags_without_row(connection: Connection, keys: Collection[Key]) -> set[Key]:
    """Return the tags among documents that are one with others, or were deleted."""
    tags = {own for table, own in keys if table == "tags"}
    there = connection.execute("select id from briefing.tag where id = any(%s)", (list(tags),))
    return {("tags", own) for own in tags - {own for (own,) in there}}


def _elsewhere(connection: Connection, kin: Kin) -> frozenset[Key]:
    """Return those of the documents that others, which were not asked for, cannot be without."""

    def of(table: str) -> list[str]:
        return [own for kind, own in kin.keys if kind == table]

    articles, abouts = of("articles"), list(kin.abouts)
    found: set[Key] = set()
    for (own,) in connection.execute(
        "select distinct event from briefing.article_key where event = any(%s) and id <> all(%s)",
        (of("event"), articles),
    ):
        found.add(("event", own))
    gone = [key for key in kin.keys if kin.state.was_deleted(key)]
    tags = [own for table, own in gone if table == "tags"]
    for (own,) in connection.execute(
        "select distinct tag from briefing.annotation where tag = any(%s) and about <> all(%s)",
        (tags, abouts),
    ):
        found.add(("tags", own))
    for own in (own for table, own in gone if table == "speakers"):
        if connection.execute(_SPEAKS, {"own": own, "articles": articles, "abouts": abouts}).fetchone():
            found.add(("speakers", own))
    return frozenset(found)


_SPEAKS = """
    select from briefing.statement where speakers @> array[%(own)s] and article <> all(%(articles)s)
    union all select from briefing.speaker where merged_into = %(own)s
    union all select from briefing.annotation where motivation = 'editing' and about <> all(%(abouts)s)
        and (%(own)s = any(string_to_array(body ->> 'speaker', ' '))
            or body ->> 'field' = 'speaker' and %(own)s = any(string_to_array(body ->> 'value', ' ')))
    limit 1
"""
"""Seldom asked, and without an index: whether anybody who was deleted speaks all the same."""

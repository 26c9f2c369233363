"""A query as an archive's database understands it.

Words are found as they are in a briefing, in a row and by their beginnings, without regard to case and accents. What the
archive does not know, such as what is unread, is refused by name.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.core.query import terms
from tui.core.query.nodes import And, Node, Not, Or, alternatives
from tui.core.query.terms import Words
from tui.store.archive.connection import NO_COMPILER, ArchiveError, Connection
from tui.store.archive.words import wanted

if TYPE_CHECKING:
    from tui.store.archive.archive import Archive


class ArchivedArticle(NamedTuple):
    """An article of an archive, as its row tells it."""

    id: str
    event: str
    event_name: str
    day: str
    headline: str
    outlet: str
    author: str
    published: str
    url: str
    text: str


class Condition(NamedTuple):
    """SQL about an article `a`, and what stands for its marks."""

    sql: str
    values: tuple[object, ...] = ()


def newest(archive: Archive, node: Node, limit: int) -> list[ArchivedArticle]:
    """Return the newest articles for which a query holds, at most so many; 0 is all. Raises `ArchiveError`."""
    found: dict[str, ArchivedArticle] = {}
    with archive.asked() as connection, connection.transaction():
        connection.execute(NO_COMPILER)
        # What OR joins is sought each for itself, by its own index: the newest of all are among the newest of each.
        for parts in alternatives(node, whole=_seeks_words):
            found |= {each.id: each for each in _newest(connection, parts, limit)}
    ranked = sorted(found.values(), key=lambda each: each.id)
    return sorted(ranked, key=lambda each: each.day, reverse=True)[: limit or None]


def _newest(connection: Connection, parts: Sequence[Node], limit: int) -> list[ArchivedArticle]:
    """Return the newest articles for which all parts of a query hold, at most so many; 0 is all."""
    words = tuple(part for part in parts if _seeks_words(part))
    speakers = [part for part in parts if isinstance(part, terms.SpeakerTerm) and part.words]
    others = tuple(part for part in parts if part not in (*words, *speakers))
    spoken = [_spoken(each.words) for each in speakers if each.words]
    sought, condition = _all_of([condition_of(And(words)), *spoken]), _shown(condition_of(And(others)))
    # Words and speakers are looked up, and what has them is sorted (`offset 0`): the database would else go from day to day
    # and unpack the words of each article, not knowing how large they are. Looking at a few months at a time, each with its
    # own table, is what ends early. All else is asked of one article after the other, the newest first.
    within = f"select * from briefing.article a where a.day >= %s::date and a.day < %s::date and {sought.sql}"
    if words or speakers:
        within += " offset 0"
    query = f"""
        select a.id, a.event, coalesce(e.name, ''), a.day::text, a.headline, a.outlet, a.author, a.published, a.url, a.text
        from (
            select * from ({within}) a where {condition.sql} order by a.day desc, a.id limit %s
        ) a left join briefing.event e on e.id = a.event
        order by a.day desc, a.id
    """
    # Under OR and NOT statements are looked for article by article, and a table more to leave out costs as much as it saves.
    joined = not any(isinstance(part, Or | Not) for part in others)
    found: list[ArchivedArticle] = []
    connection.execute(_BY_INDEX, ("off" if words else "on",))
    for first, end in _spans(connection, And(tuple(parts)), walked=bool(limit)):
        left = limit - len(found) if limit else None
        days = f"and s.day >= '{first}'::date and s.day < '{end}'::date"
        values = (first, end, *sought.values, *condition.values, left)
        asked = query.replace(_OF_DAYS, days).replace(_DAYS, days if joined else "")
        rows = connection.execute(asked.encode(), values)
        found += (ArchivedArticle(*row) for row in rows)
        if len(found) == limit:
            break
    return found


_BY_INDEX = "select set_config('enable_seqscan', %s, true)"
"""Where that is off: has words looked up also where most articles have them, instead of unpacking those of each."""
_WIDER = 4


def _spans(connection: Connection, node: Node, *, walked: bool) -> Iterator[tuple[str, str]]:
    """Yield first days and the days after the last of some months with articles of which a query may hold, newest first.

    That is one month, then so many times as many each time; or all at once, where they are not `walked`.
    """
    months = connection.execute(
        "select month::text, (month + interval '1 month')::date::text from briefing.month "
        "where month + interval '1 month' > %s::date and month <= %s::date order by month desc",
        _bounds(node),
    ).fetchall()  # in letters: those of the year 9999 end in one that `date` does not know
    at, many = 0, 1 if walked else len(months)
    while at < len(months):
        some = months[at : at + many]
        yield some[-1][0], some[0][1]
        at, many = at + many, many * _WIDER


_ALWAYS = ("-infinity", "infinity")


def _bounds(node: Node) -> tuple[str, str]:
    """Return days before and after which a query cannot hold."""
    match node:
        case terms.OnTerm():
            return _day(node.first), _day(node.last)
        case terms.AfterTerm():
            return _day(node.last), "infinity"
        case terms.BeforeTerm():
            return "-infinity", _day(node.first)
        case And(parts):
            firsts, lasts = zip(_ALWAYS, *map(_bounds, parts), strict=True)
            return max(firsts), min(lasts)
        case _:
            return _ALWAYS


def _seeks_words(node: Node) -> bool:
    """Tell whether a query is of nothing but words that are to be there."""
    if isinstance(node, And | Or):
        return bool(node.parts) and all(map(_seeks_words, node.parts))
    return isinstance(node, terms.TextTerm)


def select(archive: Archive, node: Node, among: Collection[str] | None = None) -> list[str]:
    """Return the ids of the articles for which a query holds; `among` some, or those of some events (ids).

    Raises `ArchiveError`.
    """
    condition = _shown(condition_of(node))
    query, values = f"select a.id from briefing.article a where {condition.sql}", list(condition.values)
    if among is not None:
        query += (
            " and (a.id, a.day) in (select k.id, k.day from briefing.article_key k"
            " where k.id = any(%s) or k.event = any(%s))"
        )
        values += [list(among)] * 2
    with archive.asked() as connection, connection.transaction():
        connection.execute(NO_COMPILER)
        return [own for (own,) in connection.execute(query.encode(), values)]


def condition_of(node: Node) -> Condition:
    """Return what a query is in SQL. Raises `ArchiveError` for what an archive does not know."""
    match node:
        case And(parts):
            return _joined(" and ", parts, "true")
        case Or(parts):
            return _joined(" or ", parts, "false")
        case Not(part):
            inner = condition_of(part)
            return Condition(f"not {inner.sql}", inner.values)
    made = _MADE.get(type(node))
    if made is None:
        raise ArchiveError(
            "an archive is asked for words, outlet:, event:, speaker:, tag:, note:, author:, kind:, after:, before:, on:"
        )
    return made(node)


def _shown(condition: Condition) -> Condition:
    """Return a condition that leaves out what readers deleted."""
    deleted = "n.about = a.id and n.motivation = 'editing' and n.body ->> 'field' = 'deleted'"
    return Condition(
        f"{condition.sql} and not exists (select from briefing.annotation n where {deleted})",
        condition.values,
    )


def _joined(word: str, parts: Sequence[Node], nothing: str) -> Condition:
    return _all_of([condition_of(part) for part in parts], word, nothing)


def _all_of(made: Sequence[Condition], word: str = " and ", nothing: str = "true") -> Condition:
    sql = word.join(each.sql for each in made) or nothing
    return Condition(f"({sql})", tuple(value for each in made for value in each.values))


_DAYS, _OF_DAYS = "/* days */", "/* of days */"
"""Where it is told between which days statements are to be looked for, so that only the tables of those months are."""
_SAID = f"exists (select from briefing.statement s where s.article = a.id and s.day = a.day {_DAYS} and {{}})"


_NAMED = "select id from briefing.speaker where words @@ %s::tsquery"
_MERGED = f"select id from briefing.speaker where id in ({_NAMED}) or merged_into in ({_NAMED})"
_SPEAKS = f"(s.speakers && array({_MERGED}) or s.speaker_words @@ %s::tsquery)"


def _speaker(node: terms.SpeakerTerm) -> Condition:
    if not node.words:
        return Condition(_SAID.format("(s.speakers <> '{}' or s.speaker_text <> '')"))
    return Condition(_SAID.format(_SPEAKS), (wanted(node.words),) * 3)


def _spoken(words: Words) -> Condition:
    """Return what `_speaker` does, to be looked up once, not for each article."""
    said = f"select s.article, s.day from briefing.statement s where {_SPEAKS} {_OF_DAYS} offset 0"
    return Condition(f"(a.id, a.day) in ({said})", (wanted(words),) * 3)


def _day(day: str) -> str:
    """Return a day as the database writes it: those before the year 1 and after 9999 are the ends of time."""
    if day.startswith("-"):
        return "-infinity"
    return day if len(day) == 10 and day[:4].isdigit() else "infinity"


def _worded(nobody: str, said: str) -> Callable[[Any], Condition]:
    """Return what a term of words is in SQL: a condition for those it has, and one for the term without any."""
    return lambda node: Condition(said, (wanted(node.words),)) if node.words else Condition(nobody)


_WRITTEN = "exists (select from briefing.annotation n where n.about in (a.id, a.event) and {})"
_OF_WORDS = "any(array(select {} from briefing.{} where words @@ %s::tsquery))"
_MADE: Mapping[type[Node], Callable[[Any], Condition]] = {
    terms.TextTerm: lambda node: Condition("a.words @@ %s::tsquery", (wanted(node.words),)),
    terms.OutletTerm: _worded("a.outlet <> ''", f"a.outlet = {_OF_WORDS.format('name', 'outlet')}"),
    terms.EventTerm: _worded("true", f"a.event = {_OF_WORDS.format('id', 'event')}"),
    terms.SpeakerTerm: _speaker,
    terms.KindTerm: lambda node: Condition(_SAID.format("s.kind = %s"), (node.kind,)),
    terms.TagTerm: _worded(
        _WRITTEN.format("n.motivation = 'tagging'"),
        _WRITTEN.format(f"n.tag = {_OF_WORDS.format('id', 'tag')}"),
    ),
    terms.NoteTerm: _worded(
        _WRITTEN.format("n.motivation = 'commenting'"),
        _WRITTEN.format("n.motivation = 'commenting' and n.words @@ %s::tsquery"),
    ),
    terms.AuthorTerm: _worded(
        _WRITTEN.format("n.creator <> ''"), _WRITTEN.format("n.creator_words @@ %s::tsquery")
    ),
    terms.AfterTerm: lambda node: Condition("a.day > %s::date", (_day(node.last),)),
    terms.BeforeTerm: lambda node: Condition("a.day < %s::date", (_day(node.first),)),
    terms.OnTerm: lambda node: Condition(
        "a.day between %s::date and %s::date", (_day(node.first), _day(node.last))
    ),
}

"""Both sides of the query language agree: the index, and a look at articles; on any briefing and any query.

The words are few, so that they meet.
"""

from __future__ import annotations

import sqlite3

from hypothesis import given, settings
from hypothesis import strategies as st

from tui.core.model import (
    AnnotatedEvent,
    Annotation,
    AnnotationTarget,
    Article,
    Event,
    Quote,
    Selector,
    Speaker,
    Tag,
)
from tui.core.query.evaluate import Matcher
from tui.core.query.fields import FIELDS
from tui.core.query.parser import parse
from tui.core.query.subject import FoldedNames
from tui.core.statements import Statement
from tui.reading.statements.event_statements import statements_of
from tui.store.index import rows
from tui.store.index.query_plan import IndexMap, QueryPlan

TERMS = ["no", "deal", "now", "Élan", "x"]
PEOPLE = {
    "ana": Speaker("ana", "Ana Deal", ("the élan",)),
    "old": Speaker("old", "A. Now", merged_into="ana"),
    "no": Speaker("no", "No X"),
}
CODES = {"t1": Tag("t1", "Deal"), "t2": Tag("t2", "no deal"), "t3": Tag("t3", "topic/now")}
texts = st.lists(st.sampled_from(TERMS), max_size=4).map(" ".join)
dates = st.sampled_from(["", "2025", "2025-07", "2025-07-03", "2025-08-01T10:00+02:00", "XXXX-07"])


@st.composite
def written_on(draw: st.DrawFn, kind: str, id: str, article: str) -> list[Annotation]:
    """What a reader may have written on one thing; a tag may be missing from the codebook."""
    bodies: list[tuple[str, dict[str, object]]] = []
    for motivation in draw(
        st.lists(
            st.sampled_from(["tagging", "commenting", "bookmarking", "assessing", "linking"]), max_size=3
        )
    ):
        match motivation:
            case "tagging":
                bodies.append((motivation, {"tag": draw(st.sampled_from([*CODES, "gone"]))}))
            case "commenting":
                bodies.append((motivation, {"value": draw(texts)}))
            case "assessing":
                rated: st.SearchStrategy[dict[str, object]] = st.fixed_dictionaries(
                    {},
                    optional={
                        "status": st.sampled_from(["seen", "disputed", "unchecked"]),
                        "reliability": st.sampled_from("ABF"),
                        "credibility": st.sampled_from("126"),
                    },
                )
                bodies.append((motivation, draw(rated)))
            case _:
                bodies.append((motivation, {}))
    if kind == "article" and draw(st.booleans()):
        bodies.append(("reading", {"read": draw(st.booleans())}))
    was = Selector(draw(texts), "", "", 0, 1) if kind == "quote" else None
    target = AnnotationTarget(kind, id, article, was)  # type: ignore[arg-type]
    return [
        Annotation(
            id=f"{id}-{at}",
            motivation=motivation,  # type: ignore[arg-type]
            target=target,
            body=body,
            created=f"2025-07-0{at + 1}",
            creator=draw(st.sampled_from(["", "Ana", "no élan"])),
        )
        for at, (motivation, body) in enumerate(bodies)
    ]


@st.composite
def annotated_events(draw: st.DrawFn, number: int) -> AnnotatedEvent:
    """An event of up to three articles, their quotes and what is written on all of them."""
    event = f"e{number}"
    written = {event: draw(written_on("event", event, ""))}
    articles, orphans = [], list[Annotation]()
    for at in range(draw(st.integers(0, 3))):
        article = f"{event}a{at}"
        written[article] = draw(written_on("article", article, article))
        quotes = []
        for place in range(draw(st.integers(0, 3))):
            quote = f"{article}q{place}"
            own = written[quote] = draw(written_on("quote", quote, article))
            gone = bool(own) and draw(st.booleans())
            orphans += own if gone else []
            quotes.append(
                Quote(
                    id=quote,
                    article=article,
                    kind=draw(st.sampled_from(["direct", "mixed", "indirect"])),
                    parts=(Selector(draw(texts), "", "", 0, 1),),
                    speakers=tuple(draw(st.lists(st.sampled_from([*PEOPLE]), max_size=3, unique=True))),
                    speaker_text=draw(texts),
                    confidence=draw(st.sampled_from([0.2, 1.0])),
                    edited=draw(st.sampled_from([(), ("speaker",)])),
                    gone=gone,
                )
            )
        standing = tuple(quote for quote in quotes if not quote.gone)
        articles.append(
            Article(
                id=article,
                event=event,
                headline=draw(texts),
                versions=draw(st.integers(0, 1)),
                outlet=draw(st.sampled_from(["", "Le Deal", "le déal", "No"])),
                published=draw(dates),
                text=" ".join([draw(texts), *(quote.words for quote in standing)]),
                quotes=standing,
                gone=tuple(quote for quote in quotes if quote.gone),
            )
        )
    known = {target: tuple(some) for target, some in written.items()}
    return AnnotatedEvent(Event(event, draw(texts), draw(dates), tuple(articles)), known, tuple(orphans))


def briefings() -> st.SearchStrategy[tuple[AnnotatedEvent, ...]]:
    return st.tuples(*map(annotated_events, range(3)))


def leaves() -> list[str]:
    """Words, phrases and every field with each kind of value."""
    words = [*TERMS, "d", "é", '"no deal"', "now-deal", '"deal"', '"x no deal"', '"the elan"']
    found = list(words)
    for name, field in FIELDS.items():
        values = [*field.values, *["*"] * (field.takes == "rating")]
        if field.takes == "date":
            values = ["2025", "2025-07", "2025-07-03", "2024"]
        elif field.takes == "number":
            values = [">1", ">=2", "<2", "<=1", "1", "=2", ">9", "0"]
        elif field.takes == "id":
            values = ["st-e0a0q0", "e1a0", "E2A1Q1", "st-none"]
        elif field.takes == "words":
            values = [*words, "*", "seen", "unchecked", "disp", "ana", "topic"]
        found += [f"{name}:{value}" for value in values]
    return found


def queries() -> st.SearchStrategy[str]:
    """Leaves put together in every way."""
    shapes = st.sampled_from(
        ["{} {}", "({} OR {})", "{} NOT ({})", "({}) ({})", "NOT ({} {})", "{} (NOT {})"]
    )

    def join(part: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        return st.builds(str.format, shapes, part, part) | part.map("NOT ({})".format)

    return join(st.recursive(st.sampled_from(leaves()), join, max_leaves=6))


@settings(max_examples=60, deadline=None)
@given(briefings(), st.lists(queries(), min_size=8, max_size=16))
def test_both_sides_of_a_query_agree(briefing: tuple[AnnotatedEvent, ...], asked: list[str]) -> None:
    """The index never misses what the predicate holds for, and finds nothing else where it is sure."""
    db = sqlite3.connect(":memory:")
    db.executescript(rows.TABLES)
    known = rows.Numbers(db)
    for annotated in briefing:
        of, event = annotated.annotations, annotated.event
        number = rows.put_event(db, event, list(of[event.id]), known)
        for article in event.articles:
            targets = (article.id, *(quote.id for quote in article.all_quotes))
            own = [each for target in targets for each in of[target]]
            gone = {each.id for each in annotated.orphans if each.target.article == article.id}
            rows.put_article(db, event, number, article, own, orphans=gone, numbers=known)
    numbers = dict(db.execute("SELECT article, n FROM docs WHERE article <> ''"))
    index, names = IndexMap(db), FoldedNames(PEOPLE, CODES)
    derived = {annotated.event.id: statements_of(annotated, PEOPLE) for annotated in briefing}

    def statements(annotated: AnnotatedEvent) -> list[Statement]:
        return derived[annotated.event.id]

    for query in [*leaves(), *map("NOT {}".format, leaves()), *asked]:
        node, matcher = parse(query), Matcher(parse(query), PEOPLE, CODES, statements)
        holds, by_quotes = set(), set()
        for annotated in briefing:
            for article in annotated.event.articles:
                whole, quotes = matcher.both(annotated, article)
                holds |= {numbers[article.id]} if whole else set()
                by_quotes |= {numbers[article.id]} if quotes else set()
        plan = QueryPlan(db, index, names)
        found = set(index.numbers(plan.articles(node)))
        assert found == holds if plan.sure else found >= holds, query
        assert set(index.numbers(plan.articles(node.loosened()))) >= holds | by_quotes, query
    db.close()

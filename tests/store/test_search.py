"""Search in a whole briefing: the index answers as a look at every article would."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import pytest

from tests.support.generate import OUTLETS, SPEAKERS, WORDS, generate
from tui.commands.annotations import AddTags, DiscardQuote, EditField, MarkRead, Star, WriteNote, target_of
from tui.commands.articles import DeleteArticle
from tui.commands.assessment import Assess
from tui.commands.base import Command
from tui.core.model import AnnotatedEvent, AnnotationTarget, Selector
from tui.core.query import subject
from tui.core.query.evaluate import Matcher
from tui.core.query.parser import QueryError, parse
from tui.core.text import fold_case
from tui.reading.statements.event_statements import statements_of
from tui.store.briefing import Briefing
from tui.store.index.query_plan import Hit, SearchProgress


def any_command(rng: random.Random, thing: AnnotationTarget, article: AnnotationTarget) -> Command:
    """Return something a reader may do to an article or to one thing in it."""
    match rng.randrange(6):
        case 0:
            return AddTags([thing], [rng.choice(["denial", "Ölpreis", "to check"])])
        case 1:
            return Star([thing])
        case 2:
            return WriteNote(thing, f"{rng.choice(WORDS)} {rng.choice(WORDS)}")
        case 3:
            return MarkRead([article])
        case 4 if thing.type == "quote":
            return EditField(thing, "speaker", rng.choice([*SPEAKERS, "Élodie Ågren"]))
        case 5 if thing.type == "quote":
            return DiscardQuote(thing)
        case _:
            return EditField(article, "published", rng.choice(["", "2008", "XXXX-02-01"]))


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sixty articles, with notes, tags, stars and corrections on many of them."""
    path = tmp_path_factory.mktemp("search") / "store"
    briefing = generate(path, 60)
    rng = random.Random(1)
    for row in briefing.rows():
        event = briefing.annotated(row["id"]).event
        if rng.random() < 0.3:
            briefing.do(WriteNote(target_of(event), f"about the {rng.choice(WORDS)} “{rng.choice(WORDS)}”"))
        if rng.random() < 0.3:
            briefing.do(AddTags([target_of(event)], [rng.choice(["denial", "Ölpreis"])]))
        for article in event.articles:
            things = [target_of(article), *map(target_of, article.quotes)]
            for _ in range(2):
                thing = rng.choice(things)
                briefing.do(any_command(rng, thing, target_of(article)))
    for number, row in enumerate(briefing.rows()[::3]):
        article = briefing.annotated(row["id"]).event.articles[0]
        rated = target_of(article.quotes[0] if article.quotes and rng.random() < 0.5 else article)
        gone = Selector(f"{rng.choice(WORDS)} that was cut", "", "", 3, 28)
        briefing.do(Assess([rated], reliability=rng.choice("AB")))
        briefing.do(AddTags([AnnotationTarget("quote", f"{number:032x}", article.id, gone)], ["denial"]))
        for quote in article.quotes[:1]:
            briefing.do(Assess([target_of(quote)], "seen", credibility=rng.choice("24")))
    first = briefing.annotated(briefing.rows()[3]["id"]).event
    briefing.do(DeleteArticle(target_of(first.articles[0])))
    briefing.do(EditField(target_of(first), "name", "The zeppelin landed"))
    briefing.close()
    return path


@pytest.fixture
def briefing(template: Path, tmp_path: Path) -> Briefing:
    return Briefing.open(Path(shutil.copytree(template, tmp_path / "store")))


def scanned(
    briefing: Briefing, everything: Iterable[AnnotatedEvent], query: str
) -> tuple[dict[str, int], list[Hit]]:
    """What a look at every article finds."""
    speakers = briefing.speakers()
    matcher = Matcher(
        parse(query), speakers, briefing.tags(), lambda annotated: statements_of(annotated, speakers)
    )
    events: dict[str, int] = {}
    hits = []
    for annotated in everything:
        event = annotated.event.id
        for article in annotated.event.articles:
            whole, quotes = matcher.both(annotated, article)
            if whole:
                events[event] = events.get(event, 0) + 1
            if whole or quotes:
                ids = [quote.id for quote in quotes]
                places = tuple(at for at, quote in enumerate(article.all_quotes) if quote.id in ids)
                hits.append(Hit(event, article.id, tuple(ids), places))
    return events, hits


def looked_for(briefing: Briefing, query: str) -> SearchProgress:
    *_, last = briefing.iter_matches(query)
    return last


def any_query(rng: random.Random, depth: int = 0) -> str:
    word = rng.choice(WORDS)
    choices = [
        word,
        word[: rng.randint(1, 4)],
        f'"{word} {rng.choice(WORDS)}"',
        f"speaker:{rng.choice(SPEAKERS).split()[rng.randrange(2)].lower()}",
        "speaker:agren",
        f'outlet:"{rng.choice(OUTLETS)}"',
        f"tag:{rng.choice(['denial', 'olp', 'check', '*'])}",
        f"note:{rng.choice([word, '*'])}",
        f'note:"{word} {rng.choice(WORDS)}"',
        f"kind:{rng.choice(['direct', 'mixed'])}",
        f"is:{rng.choice(['unread', 'starred', 'undated', 'unsure', 'text-changed', 'words-gone'])}",
        "status:unchecked",
        f"reliability:{rng.choice('ab*')}",
        f"credibility:{rng.choice('24*')}",
        f"{rng.choice(['after', 'before', 'on'])}:2008-01-{rng.randint(1, 9):02}",
        "on:2008",
        f"outlets:{rng.choice(['>1', '<2', '1'])}",
        "zeppelin",
    ]
    if depth < 3 and rng.random() < 0.6:
        left, right = any_query(rng, depth + 1), any_query(rng, depth + 1)
        return rng.choice([f"{left} {right}", f"({left} OR {right})", f"{left} NOT ({right})", f"NOT {left}"])
    return rng.choice(choices)


def test_the_index_finds_what_a_look_at_every_article_finds(
    briefing: Briefing, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Else most of the time goes there.
    monkeypatch.setattr(subject, "fold_case", lru_cache(maxsize=None)(fold_case))
    rng = random.Random(11)
    found = 0
    everything = [briefing.annotated(row["id"]) for row in briefing.rows()]
    for _ in range(400):
        query = any_query(rng)
        events, hits = scanned(briefing, everything, query)
        assert dict(looked_for(briefing, query).events) == events, query
        assert briefing.select(query) == hits, query
        found += bool(events) and len(events) < len(briefing.rows())
    assert found > 100


def test_what_the_reader_does_is_found_at_once(briefing: Briefing) -> None:
    assert briefing.select("tag:brandnew OR quixotic OR is:starred speaker:nobody") == []
    _, article, quote = next(briefing.quotes())
    briefing.do(AddTags([target_of(quote)], ["brandnew"]))
    assert [hit[:3] for hit in briefing.select("tag:brandnew")] == [(article.event, article.id, (quote.id,))]
    briefing.do(WriteNote(target_of(quote), "A quixotic claim"))
    assert [hit[:3] for hit in briefing.select("quixotic")] == [(article.event, article.id, (quote.id,))]
    assert next(briefing.ranked("quixotic")).article == article.id
    briefing.undo()
    assert looked_for(briefing, "quixotic").events == {}
    briefing.do(EditField(target_of(quote), "speaker", "Nobody Known"))
    assert [hit.quotes for hit in briefing.select("speaker:nobody")] == [(quote.id,)]


def test_a_search_asked_again_finds_what_was_written_since(briefing: Briefing) -> None:
    _, article, quote = next(briefing.quotes())
    queries = ["zanzibar", "speaker:zanzibar", "note:zanzibar", "tag:zanzibar", "speaker:zanzibar zanzibar"]
    assert not any(looked_for(briefing, query).events for query in queries)
    briefing.do(EditField(target_of(article), "headline", "Talks in Zanzibar"))
    briefing.do(EditField(target_of(quote), "speaker", "Ida Zanzibar"))
    briefing.do(WriteNote(target_of(quote), "Where is Zanzibar?"))
    briefing.do(AddTags([target_of(quote)], ["zanzibar"]))
    for query in queries:
        assert article.event in looked_for(briefing, query).events, query
    for _ in range(4):
        briefing.undo()
    assert not any(looked_for(briefing, query).events for query in queries)


def test_what_fits_best_comes_first(briefing: Briefing) -> None:
    row = briefing.rows()[-1]
    article = briefing.annotated(row["id"]).event.articles[-1]
    briefing.do(EditField(target_of(article), "headline", "Treaty, treaty and nothing but the treaty"))
    hits = list(briefing.ranked("treaty"))
    assert len(hits) > 20
    assert hits[0].article == article.id


def test_what_was_written_since_the_disk_took_the_index_no_more_is_found(briefing: Briefing) -> None:
    briefing.counts()
    db = briefing._index_files().up_to_date()
    db.execute(f"PRAGMA max_page_count = {db.execute('PRAGMA page_count').fetchone()[0]}")  # full
    event, article, quote = next(briefing.quotes())
    words = " ".join(f"word{number}" for number in range(9000))
    briefing.do(WriteNote(target_of(quote), f"okapi {words}"))
    briefing.do(AddTags([target_of(quote)], ["zebra"]))
    for query in ("okapi", "tag:zebra"):
        assert looked_for(briefing, query) == SearchProgress({event["id"]: 1})
        assert [hit.article for hit in briefing.select(query)] == [article.id]
    assert briefing.counts()[event["id"]].tagged


def test_while_the_index_is_made_elsewhere_what_is_there_of_it_answers(briefing: Briefing) -> None:
    everything = looked_for(briefing, "treaty")
    assert everything.whole
    briefing.indexing = True
    assert looked_for(briefing, "treaty") == everything._replace(whole=False)
    briefing.close()
    for each in briefing.path.glob("index.sqlite*"):
        each.unlink()
    assert looked_for(briefing, "treaty") == SearchProgress({}, whole=False)
    briefing.indexing = False
    assert looked_for(briefing, "treaty") == everything


def test_a_search_that_is_given_up_ends(briefing: Briefing) -> None:
    assert list(briefing.iter_matches('"said the"', stop=lambda: True)) == []


def test_a_query_that_cannot_be_understood_says_where(briefing: Briefing) -> None:
    with pytest.raises(QueryError, match="column 8"):
        briefing.select("treaty (grain")

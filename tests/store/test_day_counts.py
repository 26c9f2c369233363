"""What the index tells of days is what a look at the articles would tell."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from itertools import permutations
from threading import Event
from typing import Any

import pytest

from tests.support.dossiers import FORMULA, PLAIN, find
from tui.commands.annotations import AddTags, EditField, target_of
from tui.commands.assessment import LinkQuotes
from tui.core.day_counts import Days
from tui.core.model import reported
from tui.core.network import KINDS
from tui.core.speakers import speakers_of
from tui.store.briefing import Briefing
from tui.store.index.database import remove
from tui.store.index.index import Index
from tui.store.statements import statements


def looked_at(briefing: Briefing, events: list[str] | None = None) -> tuple[Days, dict[str, Days]]:
    """Return the quotes of each day, in all and by speaker, as the articles themselves tell them."""
    quotes: Days = Counter()
    speakers: dict[str, Days] = {}
    for row, article, quote in briefing.quotes():
        day = reported(article, row["date"])
        if article.copy_of or not day or (events is not None and row["id"] not in events):
            continue
        quotes[day, day] += 1
        for each in speakers_of(quote, briefing.speakers()):
            speakers.setdefault(each.name, Counter())[day, day] += 1
    return quotes, speakers


def test_it_is_what_the_articles_tell(briefing: Briefing) -> None:
    made = briefing.day_counts("speakers")
    assert (made.quotes, made.lanes) == looked_at(briefing)
    assert made.quotes
    some = [row["id"] for row in briefing.rows()][:1]
    made = briefing.day_counts("speakers", some)
    assert (made.quotes, made.lanes) == looked_at(briefing, some)


def test_it_waits_for_another_thread_that_makes_the_index(
    briefing: Briefing, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, refresh = Event(), Index._refresh

    def slow(index: Index, *given: Any) -> None:
        begun.set()
        Event().wait(0.3)  # many times what a search is ready to wait
        refresh(index, *given)

    briefing.close()
    remove(briefing.path)
    opened = Briefing.open(briefing.path)
    monkeypatch.setattr(Index, "_refresh", slow)
    with ThreadPoolExecutor() as beside:
        beside.submit(opened.counts)
        assert begun.wait(10)
        assert opened.day_counts("speakers").quotes == looked_at(opened)[0]
    opened.close()


def test_of_what_a_search_finds_its_quotes_alone_are_counted(briefing: Briefing) -> None:
    _, one = find(briefing, PLAIN)
    briefing.do(AddTags([target_of(one)], ["counted"]))
    hits = briefing.select("tag:counted")
    made = briefing.day_counts("speakers", hits)
    assert made.quotes.total() == 1
    assert set(made.lanes) == {each.name for each in speakers_of(one, briefing.speakers())}
    assert briefing.day_counts("tags", hits).lanes["counted"].total() == 1
    assert sum(days.total() for days in made.outlets.values()) == 1
    assert {tag for tag, _ in briefing.tag_counts(hits)} >= {"counted"}
    assert sum(tie.number for tie in briefing.ties(hits).of_kind(KINDS[1])) <= 1


def test_an_event_that_gets_a_date_gives_it_to_what_has_none(briefing: Briefing) -> None:
    before = briefing.day_counts("speakers")
    article, _ = find(briefing, FORMULA)
    assert (before.undated, before.undated_quotes) == (1, 1)
    assert briefing.day_counts("speakers", [article.event]).undated_quotes == 1
    event = briefing.annotated(article.event).event
    briefing.do(EditField(target_of(event), "date", "2025-06-09"))
    after = briefing.day_counts("speakers")
    assert (after.undated, after.undated_quotes) == (0, 0)
    assert after.quotes - before.quotes == Counter({("2025-06-09", "2025-06-09"): 1})


def test_tags_and_outlets_have_days_too_and_the_rarest_are_left_out(briefing: Briefing) -> None:
    article, quote = find(briefing, PLAIN)
    day = article.published[:10]
    briefing.do(AddTags([target_of(quote)], ["twice"]))
    tags = briefing.day_counts("tags").lanes
    assert tags["twice"] == {(day, day): 1}
    assert briefing.day_counts("outlets").lanes[article.outlet][day, day] == 1
    few = briefing.day_counts("tags", most=1)
    assert (len(few.lanes), few.left_out) == (1, len(tags) - 1)


def one_a_statement(briefing: Briefing) -> tuple[Days, dict[str, Days]]:
    """Return the statements of each day, in all and by speaker, as each event alone tells them."""
    found: Days = Counter()
    speakers: dict[str, Days] = {}
    for row in briefing.rows():
        for each in statements(briefing, briefing.annotated(row["id"])):
            own = min(each.wordings, key=lambda wording: bool(wording.article.copy_of))
            if day := reported(own.article, row["date"]):
                found[day, day] += 1
                for speaker in speakers_of(own.quote, briefing.speakers()):
                    speakers.setdefault(speaker.name, Counter())[day, day] += 1
    return found, speakers


def test_statements_are_counted_once_in_however_many_outlets(briefing: Briefing) -> None:
    assert [of for _, of in briefing.group_statements()][-1:] == [len(briefing.rows())]
    made = briefing.day_counts("speakers", statements=True)
    assert (made.quotes, made.lanes) == one_a_statement(briefing)
    assert made.what == "statement" and made.quotes.total() <= briefing.day_counts("speakers").quotes.total()
    assert not list(briefing.group_statements())  # all of it is known


def test_what_the_reader_joins_is_one_statement_in_pictures_too_and_is_parted_by_undo(
    briefing: Briefing,
) -> None:
    def total() -> int:
        list(briefing.group_statements())
        return briefing.day_counts("speakers", statements=True).quotes.total()

    before = total()
    row = max(briefing.rows(), key=lambda row: row["articles"])
    pairs = permutations(statements(briefing, briefing.annotated(row["id"])), 2)
    one, other = next(
        (one.base, other.base)
        for one, other in pairs
        if one.speakers == other.speakers and one.base.article.id != other.base.article.id
    )
    briefing.do(LinkQuotes(target_of(one.quote), target_of(other.quote), "same"))
    assert total() == before - 1
    briefing.undo()
    assert total() == before

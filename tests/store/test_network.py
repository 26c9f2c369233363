"""Who tells whom: every tie opens what it was counted from, and those are what the articles themselves tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.dossiers import span
from tui.core.network import KINDS, Tie, TieEnd, network
from tui.reading.quotes.names.speakers import hands_nothing_on
from tui.reading.result import ParsedArticle
from tui.store.briefing import Briefing
from tui.store.ingest_types import NewArticle
from tui.workflows.regroup import regroup

WAY = ("her spokesman", "Harbour Agency")
TEXT = "The lock opens.\n\n“We open it on Monday,” Mara Quay said.\n\n“No boat will wait,” Ole Strand said.\n"


def page(outlet: str, chain: tuple[str, ...] = (), more: str = "") -> NewArticle:
    """Return a report of two speakers, the first of whom an outlet has through a chain."""
    text = TEXT + more
    first, second = "We open it on Monday,", "No boat will wait,"
    quotes = (
        replace(span(text.index(first), first, text.index("Mara"), "Mara Quay"), chain=chain),
        span(text.index(second), second, text.index("Ole"), "Ole Strand", 1),
    )
    reading = ParsedArticle(
        text=text, headline=f"{outlet}: the lock", outlet=outlet, published="2025-03-04", quotes=quotes
    )
    return NewArticle(reading=reading, raw=text.encode(), origin=outlet, event="one", event_name="The lock")


@pytest.fixture
def told(tmp_path: Path) -> Iterator[Briefing]:
    briefing = Briefing.open(tmp_path / "told", create=True)
    rest = "Grain barges queued past the bend, and the keeper counted forty of them before noon came.\n"
    briefing.add(
        [
            page("Harbour Agency", WAY[:1], f"Nobody knew why it had been shut. {rest}"),
            page(
                "Evening Star",
                WAY,
                "The mayor was away that week, his deputy wrote to the guild of pilots about fees.\n",
            ),
            page(
                "Star",
                (),
                "A storm had bent the gates in winter; the smith needed iron which came by rail late.\n",
            ),
        ]
    )
    yield briefing
    briefing.close()


def said(ties: list[Tie]) -> set[tuple[str, str, int]]:
    return {(tie.source.name, tie.target.name, tie.number) for tie in ties}


def test_ties_lead_from_who_said_it_to_who_printed_it(told: Briefing) -> None:
    made = told.ties()
    assert said(made.of_kind(KINDS[0])) == {
        ("Mara Quay", "her spokesman", 2),
        ("her spokesman", "Harbour Agency", 2),
        ("Harbour Agency", "Evening Star", 1),
    }
    assert ("Mara Quay", "Star", 1) in said(made.of_kind(KINDS[1]))
    before, after = made.about("harbour agency")
    assert {tie.source.name for tie in before} >= {"her spokesman", "Ole Strand"}
    assert {tie.target.name for tie in after} == {"Evening Star"}
    assert made.query_of("Harbour Agency") == '(via:"Harbour Agency" OR outlet:"Harbour Agency")'


def test_every_tie_opens_the_quotes_it_was_counted_from(told: Briefing) -> None:
    for tie in told.ties().ties:
        found = [quote for hit in told.select(tie.query) for quote in hit.quotes]
        assert len(found) == tie.number, tie
    assert {hit.article for hit in told.select("via:agency")} == {
        hit.article for hit in told.select("via:spokesman outlet:evening")
    }
    assert not told.select("via:quay") and told.values_in_use("via")[0] == ("her spokesman", 2)


def test_of_some_events_only_theirs_are_tied(told: Briefing) -> None:
    events = [row["id"] for row in told.rows()]
    assert told.ties(events).ties == told.ties().ties and not told.ties([]).ties


def test_a_text_that_is_printed_again_is_a_tie_of_outlets_and_its_quotes_count_once(tmp_path: Path) -> None:
    briefing = Briefing.open(tmp_path / "copied", create=True)
    long = " ".join(
        f"The {n}th barge of the {n * 7}th row waited at the lock beyond the mill." for n in range(40)
    )
    reports = [page("Harbour Agency", (), long), page("Evening Star", (), f"{long} It rained.")]
    briefing.add([replace(each, event="", event_name="") for each in reports])
    regroup(briefing)  # which finds what copies what
    made = briefing.ties()
    (tie,) = made.of_kind(KINDS[2])
    assert {tie.source.name, tie.target.name} == {
        "Harbour Agency",
        "Evening Star",
    } and tie.counted == "article"
    assert len(briefing.select(tie.query)) == 1
    assert sum(each.number for each in made.of_kind(KINDS[1])) == 2
    briefing.close()


def test_nobody_hands_words_to_himself() -> None:
    made = network(
        [(("Wire",), ("wire",), "Wire", 3), ((), (), "Wire", 2), (("Ana",), (), "", 1)],
        [("Wire", "Wire", 1)],
        hands_nothing_on,
    )
    assert made.ties == []
    made = network([(("Ana", "Bo"), ("the desk",), "Wire", 2)], [], hands_nothing_on)
    assert made.ties[0] == Tie(TieEnd("Ana", "speaker"), TieEnd("the desk", "through"), 2)
    assert len(made.ties) == 3


def test_words_that_came_through_nobody_named_make_no_tie_and_are_counted(tmp_path: Path) -> None:
    briefing = Briefing.open(tmp_path / "nobody", create=True)
    briefing.add(
        [page("Star", ("his office",)), page("Evening Star", ("report", "Harbour Agency"), "Later.\n")]
    )
    found = briefing.ties()
    assert said(found.ties) == {("Ole Strand", "Star", 1), ("Ole Strand", "Evening Star", 1)}
    assert found.of_nobody == 2
    briefing.close()


def test_words_in_an_outlet_that_is_not_named_are_counted_beside_the_ties() -> None:
    paths = [(("Ana",), (), "Herald", 2), (("Bo",), (), "", 3), (("Bo",), ("the desk",), "", 1)]
    made = network(paths, [], hands_nothing_on)
    assert said(made.ties) == {("Ana", "Herald", 2), ("Bo", "the desk", 1)}
    assert made.without == "4 quotes of no named outlet"


def test_an_outlet_with_and_without_its_article_is_one_end() -> None:
    paths = [
        (("Ana",), (), "The Northern Herald", 2),
        (("Ana",), (), "Northern Herald", 1),
        (("Bo",), (), "The Northern Herald", 1),
    ]
    made = network(paths, [("The Northern Herald", "Northern Herald", 1)], hands_nothing_on)
    assert said(made.ties) == {("Ana", "Northern Herald", 3), ("Bo", "Northern Herald", 1)}
    assert len(made.about("The Northern Herald")[0]) == 2


@pytest.mark.parametrize(
    ("source", "target", "said"),
    [
        (TieEnd("Lund", "speaker"), TieEnd("Post", "outlet"), "2 quotes, said by the one, printed by the other"),
        (TieEnd("Lund", "speaker"), TieEnd("Arn", "through"), "2 quotes, said by the one, passed on by the other"),
        (TieEnd("Arn", "through"), TieEnd("Post", "outlet"), "2 quotes, passed on by the one, printed by the other"),
        (TieEnd("A", "outlet"), TieEnd("B", "outlet"), "2 articles, printed by the one, and again by the other"),
    ],
)  # fmt: skip
def test_a_tie_says_what_its_number_counts(source: TieEnd, target: TieEnd, said: str) -> None:
    assert Tie(source, target, 2).told == f"{source.name} → {target.name}: {said}"

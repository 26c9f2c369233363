"""Grouping anew: the same in any order of import, and never against the reader's word."""

from __future__ import annotations

import json
import random
import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from tui.cli.parser import main
from tui.commands.annotations import AddTags, EditField, WriteNote
from tui.commands.events import MergeEvents, MoveArticle, SplitEvent
from tui.core.model import AnnotationTarget, Article
from tui.reading.events import similarity
from tui.reading.events.regroup import cluster_articles, destinations, regroup_articles
from tui.reading.events.similarity import ArticleBlock, Pair
from tui.store.briefing import Briefing
from tui.store.maintenance.check import find_damage
from tui.workflows.grouping_plan import ApplyGrouping
from tui.workflows.import_pages import import_sources
from tui.workflows.import_result import ImportOptions
from tui.workflows.page_pool import PagePool
from tui.workflows.regroup import regroup
from tui.workflows.worker import Work

_STORIES = (
    (
        "Port Elwin",
        "A fire broke out in the harbour warehouse of {p}.",
        "Two dockers were taken to hospital with burns on their hands.",
    ),
    (
        "Marsk",
        "The council of {p} voted to close the swimming hall for the winter.",
        "Heating oil has become too dear, the treasurer argued.",
    ),
    (
        "Tolna",
        "A ferry ran aground on the sandbar off {p}.",
        "Its passengers were brought ashore in fishing boats before dawn.",
    ),
    (
        "Gravesund",
        "Teachers in {p} went on strike over the pay of classroom assistants.",
        "Parents looked after the youngest pupils in the gymnasium.",
    ),
    (
        "Ostrel",
        "Beavers dammed the mill stream above {p} and flooded the orchard.",
        "Rangers will lower the dam by a plank a week.",
    ),
    (
        "Fennby",
        "Thieves carried the bronze weathercock off the chapel roof of {p}.",
        "A scrap dealer in the valley recognised it and rang the police.",
    ),
    (
        "Kaldvik",
        "The observatory at {p} found a comet that nobody had charted.",
        "It will pass the sun in spring and can be seen with a field glass.",
    ),
    (
        "Hemmel",
        "A goat cheese from {p} took the gold medal at the dairy fair.",
        "The judges praised its rind, washed in pear cider.",
    ),
)
_TELLINGS = (
    "{a} {b} Nobody could say at first how it had come to that, and the mayor asked for patience.",
    "Reports reach us from {p}. {a} {b} Neighbours spoke of little else all evening.",
    "{b} {a} For {p} it was the second time this year to be in the news, residents said.",
)


def write(folder: Path) -> list[Path]:
    """Write pages of eight happenings, three reports of each, some without a date."""
    chance = random.Random(4)
    folder.mkdir()
    paths = []
    for event, (place, first, second) in enumerate(_STORIES):
        for report, telling in enumerate(_TELLINGS):
            text = telling.format(a=first.format(p=place), b=second, p=place)
            day = f"published: 2024-{1 + event:02d}-1{report}\n" if chance.random() < 0.8 else ""
            path = folder / f"{event:02d}-{report}.md"
            said = (first, second, first)[report].format(p=place).rstrip(".")
            head = f"---\nheadline: {place}, {said}{' again' * (report > 1)}\noutlet: Courier {report}\n{day}---\n\n"
            path.write_text(f"{head}{text}\n", "utf-8")
            paths.append(path)
    return paths


def brought(folder: Path, batches: Sequence[Sequence[Path]], **told: str) -> Briefing:
    briefing = Briefing.open(folder, create=True)
    for batch in batches:
        done = import_sources(briefing, batch, told=ImportOptions(**told))
        assert not done.failed and not done.stopped
    return briefing


def partition(briefing: Briefing) -> set[frozenset[str]]:
    return {
        frozenset(article.origin for article in briefing.annotated(row["id"]).event.articles)
        for row in briefing.rows()
    }


def names(briefing: Briefing) -> set[str]:
    return {row["name"] for row in briefing.rows()}


def of(briefing: Briefing, start: str) -> Article:
    for row in briefing.rows():
        for article in briefing.annotated(row["id"]).event.articles:
            if Path(article.origin).name.startswith(start):
                return article
    raise AssertionError(start)


@pytest.fixture
def pages(tmp_path: Path) -> list[Path]:
    return write(tmp_path / "pages")


@pytest.fixture
def store(tmp_path: Path, pages: list[Path]) -> Iterator[Briefing]:
    briefing = brought(tmp_path / "store", [pages])
    yield briefing
    briefing.close()


def test_events_are_the_same_where_several_processes_compare_the_articles(
    tmp_path: Path,
    pages: list[Path],
    store: Briefing,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(similarity, "_BLOCK", 8)
    shared: list[int] = []
    compare = PagePool.alike

    def counted(pool: PagePool, blocks: Iterable[ArticleBlock]) -> Iterator[list[Pair]]:
        for each in compare(pool, blocks):
            shared.append(len(each))
            yield each

    monkeypatch.setattr(PagePool, "alike", counted)
    other = brought(tmp_path / "other", [pages])
    assert partition(other) == partition(store) and sum(shared) > 8
    other.close()
    shared.clear()
    assert main(["regroup", "--store", str(tmp_path / "other")]) == 0
    assert len(shared) == 3 and "nothing to change" in capsys.readouterr().out


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_import_makes_no_difference(
    tmp_path: Path, pages: list[Path], store: Briefing, seed: int
) -> None:
    chance = random.Random(seed)
    shuffled = chance.sample(pages, len(pages))
    cuts = [0, *sorted(chance.sample(range(1, len(pages)), 4)), len(pages)]
    batches = [shuffled[a:b] for a, b in pairwise(cuts)]
    other = brought(tmp_path / "other", batches)
    expected = partition(store)
    assert any(len(group) > 1 for group in expected) and len(expected) > 4
    assert partition(other) == expected
    assert names(other) == names(store)
    assert regroup(other).step is None and regroup(store).step is None
    assert not [each for each in find_damage(other.path) if not each.remark]
    other.close()


def test_what_the_reader_merged_split_and_moved_stays(
    tmp_path: Path, pages: list[Path], store: Briefing
) -> None:
    first, second, third = (of(store, start) for start in ("00-0", "01-0", "02-0"))
    store.do(MergeEvents([second.event], first.event))
    apart = [each.id for each in store.annotated(third.event).event.articles][:1]
    assert len(store.annotated(third.event).event.articles) > 1
    store.do(SplitEvent(third.event, apart, "Apart"))
    moved = of(store, "04-0")
    store.do(MoveArticle(moved.id, of(store, "05-0").event))
    before = partition(store)
    regroup(store)
    assert partition(store) == before
    more = tmp_path / "more"
    more.mkdir()
    for path in pages[::4]:
        text = path.read_text("utf-8").replace("Courier", "Herald")
        (more / path.name).write_text(text.replace("Nobody could say", "Nobody yet knew"), "utf-8")
    import_sources(store, [more])
    regroup(store)
    known = {str(path) for path in pages}
    assert {group & known for group in partition(store)} - {frozenset()} == before


def test_an_event_the_reader_named_at_import_or_later_keeps_its_articles(
    tmp_path: Path, pages: list[Path]
) -> None:
    odd = [pages[0], pages[4], pages[8]]
    store = brought(tmp_path / "store", [odd], event="My own choice")
    import_sources(store, pages)
    regroup(store)
    mine = next(row for row in store.rows() if row["name"] == "My own choice")
    assert {*map(str, odd)} <= {each.origin for each in store.annotated(mine["id"]).event.articles}
    named = of(store, "07-1")
    there = {each.id for each in store.annotated(named.event).event.articles}
    store.do(EditField(AnnotationTarget("event", named.event), "name", "A name of mine"))
    regroup(store)
    event = store.annotated(named.event).event
    assert event.name == "A name of mine" and there <= {each.id for each in event.articles}
    store.close()


def test_an_event_goes_on_as_the_group_with_most_of_its_articles(store: Briefing) -> None:
    one, other = of(store, "00-0"), of(store, "03-0")
    store.do(AddTags([AnnotationTarget("event", one.event)], ["watch"]))
    # As an older version of this program may have laid them: together, and nobody said so.
    whole = [each.id for each in store.annotated(other.event).event.articles][:2]
    for each in whole:
        store.do(MoveArticle(each, one.event))
    forget(store)
    step = regroup(store).step
    assert step and step.label.startswith("Regrouped the events")
    assert store.event_of(one.id) == one.event
    assert {store.event_of(each) for each in whole} == {other.event}
    assert store.annotated(one.event).tags(one.event)
    store.undo()
    assert {store.event_of(each) for each in whole} == {one.event}


def test_what_the_reader_wrote_on_an_event_stays_with_its_articles(
    store: Briefing, capsys: pytest.CaptureFixture[str]
) -> None:
    two = [of(store, f"03-{number}") for number in (0, 1)]
    for each, name in zip(two, ("Small", "Other"), strict=True):
        store.do(MoveArticle(each.id, name))
    events = [store.event_of(each.id) for each in two]
    store.do(AddTags([AnnotationTarget("event", events[0])], ["visit"]))
    forget(store)
    regroup(store)
    # The others had no mark, so the marked one goes on, and its id.
    assert {store.event_of(each.id) for each in two} == {events[0]}
    assert store.annotated(events[0]).tags(events[0])
    assert main(["show", events[1], "--store", str(store.path)]) == 1
    assert "has no articles any more" in capsys.readouterr().err


def marked(store: Briefing) -> tuple[str, str]:
    """Mark two events of which one is no more when all is grouped anew; return it, and the other."""
    alone = of(store, "03-0")
    goal = alone.event
    store.do(MoveArticle(alone.id, "Small"))
    gone = store.event_of(alone.id)
    for event, tag in ((gone, "visit"), (goal, "strike")):
        store.do(AddTags([AnnotationTarget("event", event)], [tag]))
    store.do(WriteNote(AnnotationTarget("event", gone), "Ask them."))
    forget(store)
    return gone, goal


def test_the_app_is_told_where_the_marks_of_an_event_that_is_no_more_are(store: Briefing) -> None:
    _, goal = marked(store)
    says = Work(store, threading.Event(), lambda _: None).do({"regroup": True})
    assert f"your tag and note of “Small” are now on “{store.annotated(goal).event.name}”" in str(
        says["said"]
    )


def test_it_is_told_where_the_marks_of_an_event_that_is_no_more_are(
    store: Briefing, capsys: pytest.CaptureFixture[str]
) -> None:
    gone, goal = marked(store)
    folder = ["--store", str(store.path)]
    assert main(["regroup", *folder]) == 0
    now = store.annotated(goal)
    assert f"your tag and note of “Small” are now on “{now.event.name}”" in capsys.readouterr().err
    assert len(now.tags(goal)) == 2 and now.note(goal) == "Ask them."
    assert main(["show", gone, *folder]) == 0 and now.event.name in capsys.readouterr().out
    assert main(["tag", gone, "later", *folder]) == 0
    assert len(store.annotated(goal).tags(goal)) == 3


@pytest.mark.parametrize("ids", [("a", "b"), ("b", "a")])
def test_what_came_to_an_event_after_the_mark_does_not_take_it_along(
    store: Briefing, ids: tuple[str, str]
) -> None:
    found = [of(store, each).id for each in ("03-0", "00-0", "00-1")]
    articles = [
        replace(each, event="E", marked=each.id == found[0])
        for row in store.rows()
        for each in cluster_articles(store.annotated(row["id"]))
        if each.id in found
    ]
    goals = dict(zip(found, (ids[0], ids[1], ids[1]), strict=True))
    assert destinations(articles, goals) == {"E": ids[0]}
    assert len({*regroup_articles(articles).values()} - {"E"}) == 1
    assert regroup_articles(articles)[found[0]] == "E"


def forget(store: Briefing) -> None:
    """Take what the reader said of events away, as if it had never been said."""
    for row in store.rows():
        for path in (store.path / "notes").glob("*.json"):
            tables = json.loads(path.read_text("utf-8"))
            notes = tables.get("annotations", {})
            tables["annotations"] = {n: doc for n, doc in notes.items() if doc["motivation"] != "editing"}
            path.write_text(json.dumps(tables), "utf-8")
        del row


def test_the_verb_says_what_it_did(store: Briefing, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["regroup", "--store", str(store.path)]) == 0
    assert "24 articles in" in (said := capsys.readouterr().out) and "nothing to change" in said
    assert main(["regroup", "--store", str(store.path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["moved"] == 0


def test_it_can_be_stopped_and_then_changes_nothing(store: Briefing) -> None:
    one, other = of(store, "00-0"), of(store, "03-0")
    store.do(MoveArticle(other.id, one.event))
    forget(store)
    before = partition(store)

    def stop(doing: str, done: int, total: int) -> None:
        if doing == "grouping":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        regroup(store, progress=stop)
    assert partition(store) == before


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1), (2, 1, 0)])
def test_an_event_is_named_in_the_language_of_most_of_its_articles_whichever_came_first(
    tmp_path: Path, order: tuple[int, int, int]
) -> None:
    texts = (
        ("Ferry to Tessel stays in the harbour", "The ferry to Tessel will stay in the harbour of Marsk."),
        (
            "Boats lie idle off Marsk after a night of storm",
            "The ferry to Tessel was kept in the harbour of Marsk.",
        ),
        ("Bac annulé", "Le bac pour Tessel restera dans le port de Marsk, selon la mairie de la ville."),
    )
    briefing = Briefing.open(tmp_path / "store", create=True)
    for number in order:
        headline, text = texts[number]
        path = tmp_path / f"{number}.md"
        day = "---\npublished: 2024-03-05\nevent_date: 2024-03-05\n---\n\n"
        path.write_text(
            f"{day}# {headline}\n\n{text} 412 passengers wait, said Ida Lund of Veritas Lines.\n", "utf-8"
        )
        assert not import_sources(briefing, [path]).failed
    assert names(briefing) == {"Ferry to Tessel stays in the harbour"}
    briefing.close()


@pytest.mark.parametrize("start", ["00-0", "03-0"])
def test_an_event_is_not_called_after_an_article_that_left_it(tmp_path: Path, start: str) -> None:
    pages = [page for page in write(tmp_path / "pages") if page.name.endswith(("00-0.md", "03-0.md"))]
    briefing = brought(tmp_path / "store", [pages])
    before = names(briefing)
    one, other = of(briefing, "00-0"), of(briefing, "03-0")
    called = briefing.annotated(of(briefing, start).event).event
    briefing.do(
        ApplyGrouping(
            moves={other.id: (other.event, one.event)}, names={one.event: (called.name, called.basis["name"])}
        )
    )
    assert len(names(briefing)) == 1
    assert regroup(briefing).moved and names(briefing) == before and len(before) == 2
    briefing.close()

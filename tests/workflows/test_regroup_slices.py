"""Grouping anew a slice at a time: as one undisturbed step would, whoever writes or ends it in between."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.workflows.test_regroup import brought, forget, of, partition, write
from tui.commands.annotations import AddTags, EditField
from tui.commands.articles import DeleteArticle
from tui.commands.events import MergeEvents, MoveArticle, SplitEvent
from tui.core.model import AnnotationTarget, Article
from tui.store.briefing import Briefing
from tui.store.disk.errors import StoreError
from tui.store.maintenance.check import find_damage
from tui.workflows import grouping_plan, regroup
from tui.workflows.import_pages import import_sources

Between = Callable[[Callable[[], None]], None]


@pytest.fixture
def store(tmp_path: Path) -> Briefing:
    """Return a briefing whose articles lie anyhow, as an older version may have laid them."""
    briefing = brought(tmp_path / "store", [write(tmp_path / "pages")])
    chance = random.Random(1)
    events = [row["id"] for row in briefing.rows()]
    for row in list(briefing.rows()):
        for article in briefing.annotated(row["id"]).event.articles[1:]:
            briefing.do(MoveArticle(article.id, chance.choice(events)))
    forget(briefing)
    briefing.close()
    return Briefing.open(tmp_path / "store")


@pytest.fixture
def between(monkeypatch: pytest.MonkeyPatch) -> Between:
    """Return what has an article moved at a time, and something done between two of them."""
    for name in ("_FIRST", "_LEAST", "_MANY"):
        monkeypatch.setattr(grouping_plan, name, 1)

    def set_up(act: Callable[[], None]) -> None:
        monkeypatch.setattr(regroup, "let_others_in", act)

    set_up(lambda: None)
    return set_up


def copy_of(store: Briefing, name: str) -> Briefing:
    return Briefing.open(Path(shutil.copytree(store.path, store.path.with_name(name))))


def told(store: Briefing) -> set[tuple[str, str, str, str]]:
    """Return of each event with articles its day, and of each article what it is a copy of and lies beside."""
    found = set()
    for row in store.rows():
        event = store.annotated(row["id"]).event
        together = " ".join(sorted(Path(each.origin).name for each in event.articles))
        found |= {(Path(each.origin).name, each.copy_of, event.date, together) for each in event.articles}
    return found


def sound(store: Briefing) -> bool:
    return not [each for each in find_damage(store.path) if not each.remark]


def test_slices_make_what_one_step_makes(store: Briefing, monkeypatch: pytest.MonkeyPatch) -> None:
    tag = AddTags([AnnotationTarget("event", row["id"]) for row in store.rows()], ["watch"])
    store.do(tag)
    before, other = told(store), copy_of(store, "other")
    whole = regroup.regroup(other)
    assert whole.step and whole.step.part_of == 0 and told(other) != before
    for name in ("_FIRST", "_LEAST", "_MANY"):
        monkeypatch.setattr(grouping_plan, name, 1)
    paused: list[int] = []
    monkeypatch.setattr(regroup, "let_others_in", lambda: paused.append(1))
    sliced = regroup.regroup(store)
    assert len(paused) > 3 and told(store) == told(other) and sound(store)
    assert (sliced.moved, sliced.events, sliced.copies) == (whole.moved, whole.events, whole.copies)
    assert tagged(store) == tagged(other) != set()


def tagged(store: Briefing) -> set[str]:
    found = [store.annotated(row["id"]) for row in store.rows()]
    return {each.event.name for each in found if each.tags(each.event.id)}


def test_all_slices_are_taken_back_and_done_again_as_one(store: Briefing, between: Between) -> None:
    before = told(store)
    writer = Briefing.open(store.path)
    noted = of(store, "05-0")

    def tag() -> None:
        writer.do(AddTags([AnnotationTarget("article", noted.id, noted.id)], [f"{len(writer.history())}"]))

    between(tag)
    regroup.regroup(store)
    after = told(store)
    assert after != before
    between(lambda: None)
    undone = store.undo()
    assert undone and undone.label == "Undid: Regrouped the events" and told(store) == before
    assert store.annotated(store.event_of(noted.id)).tags(noted.id)
    assert store.redo() and told(store) == after and sound(store)
    assert store.undo() and told(store) == before
    mine = [step.label for step in store.history() if step.session == store.session]
    assert mine[0] == "Undid: Regrouped the events" and len(mine) == 4


def test_what_was_changed_since_stays_when_the_slices_are_taken_back(
    store: Briefing, between: Between
) -> None:
    lay = dict(lying(store))
    regroup.regroup(store)
    moved = next(article for article, event in lying(store) if event != lay[article])
    Briefing.open(store.path, author="Ben".__str__).do(MoveArticle(moved, "An event of theirs"))
    undone = store.undo()
    assert undone and undone.label.endswith("; what was changed since stays")
    assert [store.annotated(event).event.name for article, event in lying(store) if article == moved] == [
        "An event of theirs"
    ]
    assert len(lying(store)) == len(lay) and sound(store)


def lying(store: Briefing) -> list[tuple[str, str]]:
    """Return all articles, each with the event that it lies in."""
    return [
        (each.id, each.event) for row in store.rows() for each in store.annotated(row["id"]).event.articles
    ]


def test_a_new_event_that_an_import_came_to_is_not_taken_from_under_it(
    store: Briefing, tmp_path: Path
) -> None:
    for row in list(store.rows()):  # all in one: so that others must be made
        for article in store.annotated(row["id"]).event.articles:
            if article.event != store.rows()[0]["id"]:
                store.do(MoveArticle(article.id, store.rows()[0]["id"]))
    forget(store)
    there = {row["id"] for row in store.rows()}
    assert regroup.regroup(store).events
    made = next(row for row in store.rows() if row["id"] not in there)
    origin = Path(store.annotated(made["id"]).event.articles[0].origin)
    more = tmp_path / "more.md"
    more.write_text(origin.read_text("utf-8").replace("Courier", "Herald").replace("Nobody", "None"), "utf-8")
    import_sources(Briefing.open(store.path), [more])
    if store.event_of(of(store, "more").id) == made["id"]:
        with pytest.raises(StoreError, match="changed since"):
            store.undo()
    assert sound(store) and of(store, "more")


def test_an_event_that_the_reader_put_together_between_slices_keeps_its_name(
    store: Briefing, between: Between
) -> None:
    regroup.regroup(store)
    old = {row["id"]: ("Old name", "inferred from the headline") for row in store.rows()}
    store.do(grouping_plan.ApplyGrouping(names=old))
    writer = Briefing.open(store.path)
    merged: list[str] = []

    def merge() -> None:
        left = [row["id"] for row in writer.rows() if row["name"] == "Old name"]
        if not merged and len(left) > 2:
            merged.extend(left)
            writer.do(MergeEvents(left, left[0]))

    between(merge)
    regroup.regroup(store)
    assert merged and store.annotated(merged[0]).event.name == "Old name" and sound(store)


@pytest.mark.parametrize("seed", range(8))
def test_whatever_another_writer_does_between_slices_it_ends_as_undisturbed(
    store: Briefing, between: Between, tmp_path: Path, seed: int
) -> None:
    chance, writer = random.Random(seed), Briefing.open(store.path)
    done: list[str] = []

    def move(events: list[str], article: str) -> None:
        writer.do(MoveArticle(article, chance.choice([*events, f"Own choice {len(done)}"])))

    def merge(events: list[str], _: str) -> None:
        writer.do(MergeEvents(chance.sample(events, 2), events[0]))

    def split(_: list[str], article: str) -> None:
        event = writer.annotated(writer.event_of(article)).event
        if len(event.articles) > 1:
            writer.do(SplitEvent(event.id, [article], f"Apart {len(done)}"))

    def delete(_: list[str], article: str) -> None:
        writer.do(DeleteArticle(AnnotationTarget("article", article, article)))

    def name(events: list[str], _: str) -> None:
        writer.do(EditField(AnnotationTarget("event", chance.choice(events)), "name", f"Named {len(done)}"))

    def bring(_: list[str], article: str) -> None:
        origin = Path(of_id(writer, article).origin)
        page = tmp_path / f"new-{len(done)}.md"
        text = origin.read_text("utf-8").replace("Courier", "Herald").replace("Nobody could", "None can")
        page.write_text(text, "utf-8")
        import_sources(writer, [page])

    def act() -> None:
        if len(done) < 4 and chance.random() < 0.4:
            events = [row["id"] for row in writer.rows()]
            articles = [each.id for one in events for each in writer.annotated(one).event.articles]
            some = chance.choice((move, merge, split, delete, name, bring))
            some(events, chance.choice(articles))
            done.append(some.__name__)

    between(act)
    regroup.regroup(store)
    assert done and sound(store)
    settled = partition(store)
    again = regroup.regroup(store)
    # an article deleted behind the last slice may have given its event the name
    assert (again.moved, again.events, again.copies) == (0, 0, 0) and partition(store) == settled
    assert regroup.regroup(store).step is None
    # Laid anyhow once more, they come together in the same way: what was under way left no trace.
    free = [(article, event) for article, event in lying(store) if not stays(store, event, article)]
    if not free:  # the other writer has settled every one of them
        return
    goal = free[0][1]
    moves = {article: (event, goal) for article, event in free if event != goal}
    store.do(grouping_plan.ApplyGrouping(moves=moves))
    between(lambda: None)
    regroup.regroup(store)
    assert partition(store) == settled


def stays(store: Briefing, event: str, article: str) -> bool:
    from tui.reading.events.regroup import cluster_articles

    return any(each.stays for each in cluster_articles(store.annotated(event)) if each.id == article)


def of_id(store: Briefing, article: str) -> Article:
    found = store.annotated(store.event_of(article)).event.article(article)
    assert found
    return found


@pytest.mark.parametrize("slices", (1, 3, 6))
def test_an_end_between_slices_leaves_a_whole_briefing_which_the_next_regrouping_completes(
    store: Briefing, between: Between, slices: int
) -> None:
    other = copy_of(store, "other")
    regroup.regroup(other)
    left = [slices]

    def end() -> None:
        left[0] -= 1
        if not left[0]:
            raise SystemExit

    between(end)
    before = partition(store)
    with pytest.raises(SystemExit):
        regroup.regroup(store)
    store.close()
    again = Briefing.open(store.path)
    assert before != partition(again) != partition(other) and sound(again)
    between(lambda: None)
    regroup.regroup(again)
    assert partition(again) == partition(other) and sound(again)

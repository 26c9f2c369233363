"""One text in several outlets: linked at import, one source, its quotes counted once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tui.cli.parser import main
from tui.commands.annotations import target_of
from tui.commands.articles import DeleteArticle
from tui.commands.events import MoveArticle
from tui.core.model import Article
from tui.store.briefing import Briefing
from tui.store.maintenance.check import find_damage
from tui.workflows.import_pages import import_sources

_WIRE = (
    "The cable car above Ostrel stood still for five hours on Sunday, with forty people in its cabins.",
    "“Nobody was in danger for a single minute,” said Berta Lind, who runs the lift for the valley.",
    "Firemen climbed the masts with ropes and blankets and let the passengers down one after another.",
    "A gust had thrown a branch of larch across the hauling rope, and the brake did what it is made for.",
    "The lift is to run again once an inspector from the canton has looked at each of the eleven masts.",
)
_OTHER = (
    "Forty passengers spent Sunday afternoon hanging over the gorge near Ostrel in the cable car there.",
    "“My daughter sang the whole time,” said a father from Fennby when he was back on firm ground.",
    "What had stopped the cabins was a branch on the rope, the company says; it will have all masts checked.",
)


def page(folder: Path, outlet: str, day: str, *sentences: str) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / f"{outlet}.md"
    head = f"---\nheadline: Cable car stops above Ostrel\noutlet: {outlet}\npublished: {day}\n---\n\n"
    path.write_text(head + "\n\n".join(sentences) + "\n", "utf-8")
    return path


@pytest.fixture
def store(tmp_path: Path) -> Briefing:
    """A wire report that came in after two papers had printed it, and a report of somebody's own."""
    pages = tmp_path / "pages"
    briefing = Briefing.open(tmp_path / "store", create=True)
    import_sources(briefing, [page(pages, "Valley Post", "2024-05-07", "From our service.", *_WIRE)])
    import_sources(briefing, [page(pages, "Own Eyes", "2024-05-06", *_OTHER)])
    import_sources(briefing, [page(pages, "Evening Sun", "2024-05-08", *_WIRE[:4])])
    import_sources(briefing, [page(pages, "Agency", "2024-05-06", *_WIRE)])
    return briefing


def by_outlet(store: Briefing) -> dict[str, Article]:
    rows = store.rows()
    return {a.outlet: a for row in rows for a in store.annotated(row["id"]).event.articles}


def test_the_earliest_is_the_source_though_it_came_in_last(store: Briefing) -> None:
    found = by_outlet(store)
    assert found["Valley Post"].copy_of == found["Evening Sun"].copy_of == found["Agency"].id
    assert found["Agency"].copy_of == found["Own Eyes"].copy_of == ""
    row = store.rows()[0]
    assert len(row["outlets"]) == row["articles"] == 4 and row["sources"] == 2
    assert sum(len(article.quotes) for article in found.values()) == 5 and row["quotes"] == 3
    assert not [each for each in find_damage(store.path) if not each.remark]


def test_a_copy_stays_one_wherever_it_is_moved_and_undo_brings_it_back(store: Briefing) -> None:
    copy = by_outlet(store)["Evening Sun"]
    store.do(MoveArticle(copy.id, "Elsewhere"))
    assert by_outlet(store)["Evening Sun"].copy_of == copy.copy_of
    assert {row["name"]: row.get("sources", row["articles"]) for row in store.rows()}["Elsewhere"] == 1
    store.undo()
    assert by_outlet(store)["Evening Sun"].copy_of == copy.copy_of and len(store.rows()) == 1


def test_copies_of_a_deleted_article_are_still_one_source(store: Briefing) -> None:
    store.do(DeleteArticle(target_of(by_outlet(store)["Agency"])))
    assert store.rows()[0]["articles"] == 3 and store.rows()[0]["sources"] == 2


def test_the_verbs_say_how_many_sources_there_are(
    store: Briefing, capsys: pytest.CaptureFixture[str]
) -> None:
    found = by_outlet(store)
    where = ["--store", str(store.path)]
    assert main(["events", *where]) == 0
    assert "4 outlets, 2 sources" in capsys.readouterr().out
    assert main(["articles", *where]) == 0
    assert capsys.readouterr().out.count(f"(copy of {found['Agency'].id[:8]})") == 2
    assert main(["show", found["Agency"].event, *where]) == 0
    assert "3 quotes (those of copies once)" in capsys.readouterr().out
    assert main(["show", found["Evening Sun"].id, *where, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["copy_of"] == found["Agency"].id

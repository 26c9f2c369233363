"""Saved views: kept in the briefing, undoable, and never in the way of older programs."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.crash import build
from tui.commands.saved_searches import DropView, RenameSearch, SaveView
from tui.core.model import SavedSearch
from tui.core.query.parser import QueryError
from tui.store.briefing import Briefing
from tui.store.maintenance.check import find_damage


@pytest.fixture
def briefing(tmp_path: Path) -> Briefing:
    build(tmp_path / "store", articles=3)
    return Briefing.open(tmp_path / "store")


def kept(briefing: Briefing) -> dict[str, str]:
    return {view.name: view.query for view in briefing.views().values()}


def test_a_search_is_kept_under_a_name_and_both_can_be_undone(briefing: Briefing) -> None:
    step = briefing.do(SaveView("Unread Moreau", "is:unread speaker:moreau"))
    assert "Unread Moreau" in step.label and "codebook" in step.shared
    assert kept(Briefing.open(briefing.path)) == {"Unread Moreau": "is:unread speaker:moreau"}
    briefing.do(SaveView("unread  MOREAU", "is:unread"))
    assert kept(briefing) == {"unread MOREAU": "is:unread"}
    briefing.undo()
    assert kept(briefing) == {"Unread Moreau": "is:unread speaker:moreau"}
    (view,) = briefing.views().values()
    briefing.do(DropView(view.id))
    assert kept(briefing) == {}
    briefing.undo()
    assert briefing.views() == {view.id: SavedSearch(view.id, "Unread Moreau", "is:unread speaker:moreau")}
    assert "Unread Moreau" not in {tag.name for tag in briefing.tags().values()}
    assert find_damage(briefing.path) == []


def test_what_is_no_query_is_not_kept(briefing: Briefing) -> None:
    for name, query, error in (("", "a", "name"), ("a", " ", "query"), ("a", "(b", "column 1")):
        with pytest.raises(ValueError, match=error):
            briefing.do(SaveView(name, query))
    with pytest.raises(QueryError):
        briefing.do(SaveView("a", "is:red"))
    with pytest.raises(ValueError, match="any more"):
        briefing.do(DropView("gone"))
    assert kept(briefing) == {}


def test_a_saved_search_gets_another_name_unless_one_has_it(briefing: Briefing) -> None:
    briefing.do(SaveView("mine", "is:unread"))
    briefing.do(SaveView("other", "is:starred"))
    ids = {each.name: each.id for each in briefing.views().values()}
    briefing.do(RenameSearch(ids["mine"], "My own"))
    assert kept(briefing) == {"My own": "is:unread", "other": "is:starred"}
    for id, name in ((ids["mine"], "OTHER"), (ids["mine"], " "), ("gone", "new")):
        with pytest.raises(ValueError, match="saved"):
            briefing.do(RenameSearch(id, name))
    briefing.undo()
    assert kept(briefing) == {"mine": "is:unread", "other": "is:starred"}

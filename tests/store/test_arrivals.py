"""What came in since the reader looked last outlives a restart, and gathers until they look."""

from __future__ import annotations

from pathlib import Path

from tests.store.test_versions import AFTER, BEFORE, bring
from tests.support.pages import page
from tui.store.briefing import Briefing

BRIDGE = page(
    "Bridge at Karlsund bears lorries again",
    "The bridge at Karlsund bears lorries again since Tuesday, when the last of its cables was put in place.",
    "For two years they had to go round by the north, which took an hour and a half longer each way.",
)
ROAD = page(
    "Road to Ostby closed by snow until the weekend",
    "The road to Ostby is closed until the ploughs get through, which will hardly be before Saturday noon.",
    "Two hundred cars were stuck on the pass in the night, and their drivers slept in the school’s gymnasium.",
)


def opened(path: Path) -> Briefing:
    return Briefing.open(path, create=True)


def new(briefing: Briefing) -> set[str]:
    return {hit.article for hit in briefing.select("is:new", whole=True)}


def test_what_came_in_is_new_until_something_comes_after_the_reader_looked(tmp_path: Path) -> None:
    path = tmp_path / "own"
    first = bring(opened(path), BEFORE)
    second = bring(opened(path), BRIDGE, "bridge.txt")
    ferry, bridge = first.new[0][1], second.new[0][1]
    briefing = opened(path)
    assert briefing.arrivals().new == (ferry, bridge)
    assert new(briefing) == {ferry, bridge}

    briefing.see_arrivals()
    bring(opened(path), BRIDGE, "bridge.txt")  # nothing new: what there was to see is not forgotten
    assert new(opened(path)) == {ferry, bridge}
    road = bring(opened(path), ROAD, "road.txt").new[0][1]
    assert new(opened(path)) == {road}
    bring(opened(path), AFTER)
    briefing = opened(path)
    assert new(briefing) == {road, ferry}
    assert briefing.arrivals().changed == (ferry,)
    assert {hit.article for hit in briefing.select("NOT is:new", whole=True)} == {bridge}


def test_what_the_app_imports_is_looked_for_by_itself(tmp_path: Path) -> None:
    path = tmp_path / "own"
    bring(opened(path), BEFORE)
    road = bring(Briefing.open(path, owner="the app"), ROAD, "road.txt").new[0][1]
    assert opened(path).arrivals().articles == (road,)


def test_imports_are_told_apart_also_once_they_were_seen(tmp_path: Path) -> None:
    path = tmp_path / "own"
    ids = []
    for text, name, owner in (
        (BEFORE, "ferry.txt", ""),
        (BRIDGE, "bridge.txt", ""),
        (ROAD, "road.txt", "the app"),
    ):
        ids.append((bring(Briefing.open(path, create=True, owner=owner), text, name).new[0][1],))
    assert [new for _, new in opened(path).arrivals().imports] == ids


def test_without_its_file_nothing_is_new(tmp_path: Path) -> None:
    briefing = opened(tmp_path / "own")
    bring(briefing, BEFORE)
    for damaged in (b"", b"[]", b'{"new": 1}'):
        (briefing.path / "arrivals.json").write_bytes(damaged)
        assert new(briefing) == set()
    bring(briefing, ROAD, "road.txt")
    assert len(new(briefing)) == 1

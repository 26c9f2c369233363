"""The codebook: what is renamed, moved, merged and deleted takes along what lies below, and can be undone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.dossiers import FORMULA, PLAIN, build, find
from tui.cli.parser import main
from tui.commands.annotations import AddTags, target_of
from tui.commands.codebook import (
    DeleteTags,
    DescribeTag,
    MergeTags,
    MoveTag,
    RenameLevel,
    RenameTag,
    bare_levels,
)
from tui.core.fuzzy_names import fitting
from tui.core.model import Tag
from tui.store.briefing import Briefing


@pytest.fixture
def briefing(tmp_path: Path) -> Iterator[Briefing]:
    made = build(tmp_path / "store")
    plain, formula = (target_of(find(made, words)[1]) for words in (PLAIN, FORMULA))
    made.do(AddTags([plain], ["topic", "topic/lock/night"]))
    made.do(AddTags([formula], ["place/lock", "place"]))
    yield made
    made.close()


def tag(briefing: Briefing, name: str) -> Tag:
    return next(tag for tag in briefing.tags().values() if tag.name == name)


def names(briefing: Briefing) -> list[str]:
    return sorted(tag.name for tag in briefing.tags().values())


def on(briefing: Briefing, words: str) -> list[str]:
    article, quote = find(briefing, words)
    tags = briefing.tags()
    annotated = briefing.annotated(briefing.event_of(article.id))
    return sorted(tags[each].name for each in annotated.tags(quote.id))


BEFORE = ["+plus", "no deal", "place", "place/lock", "topic", "topic/lock", "topic/lock/night"]


def test_renaming_a_tag_renames_what_lies_below(briefing: Briefing) -> None:
    briefing.do(RenameTag(tag(briefing, "topic/lock").id, " themes / Locks "))
    assert names(briefing) == [
        "+plus",
        "no deal",
        "place",
        "place/lock",
        "themes/Locks",
        "themes/Locks/night",
        "topic",
    ]
    assert "themes/Locks" in on(briefing, PLAIN)
    briefing.undo()
    assert names(briefing) == BEFORE


def test_moving_a_parent_moves_its_children(briefing: Briefing) -> None:
    briefing.do(MoveTag(tag(briefing, "topic").id, "archive"))
    assert [name for name in names(briefing) if "topic" in name] == [
        "archive/topic",
        "archive/topic/lock",
        "archive/topic/lock/night",
    ]
    briefing.do(MoveTag(tag(briefing, "archive/topic/lock").id, ""))
    assert {"lock", "lock/night"} <= set(names(briefing))
    briefing.undo()
    briefing.undo()
    assert names(briefing) == BEFORE


def test_what_would_clash_or_go_in_a_circle_is_refused_whole(briefing: Briefing) -> None:
    with pytest.raises(ValueError, match="merge the two"):
        briefing.do(MoveTag(tag(briefing, "topic/lock").id, "PLACE"))
    with pytest.raises(ValueError, match="below itself"):
        briefing.do(MoveTag(tag(briefing, "topic").id, "topic/lock"))
    assert names(briefing) == BEFORE


def test_merging_takes_children_along_and_merges_those_of_one_name(briefing: Briefing) -> None:
    briefing.do(MergeTags([tag(briefing, "topic").id], tag(briefing, "place").id))
    assert names(briefing) == ["+plus", "no deal", "place", "place/lock", "place/lock/night"]
    assert on(briefing, PLAIN) == ["no deal", "place", "place/lock", "place/lock/night"]
    assert on(briefing, FORMULA) == ["+plus", "place", "place/lock"]
    briefing.undo()
    assert names(briefing) == BEFORE
    assert on(briefing, PLAIN) == ["no deal", "topic", "topic/lock", "topic/lock/night"]


def test_a_parent_can_be_merged_into_its_child(briefing: Briefing) -> None:
    briefing.do(MergeTags([tag(briefing, "topic").id], tag(briefing, "topic/lock").id))
    assert names(briefing) == ["+plus", "no deal", "place", "place/lock", "topic/lock", "topic/lock/night"]


def test_deleting_takes_what_lies_below_off_everything(briefing: Briefing) -> None:
    ids = [tag(briefing, name).id for name in ("topic", "topic/lock")]
    briefing.do(DeleteTags(ids))
    assert names(briefing) == ["+plus", "no deal", "place", "place/lock"]
    assert on(briefing, PLAIN) == ["no deal"]
    briefing.undo()
    assert names(briefing) == BEFORE
    assert on(briefing, PLAIN) == ["no deal", "topic", "topic/lock", "topic/lock/night"]


def test_a_tag_has_a_meaning_a_colour_and_a_sign(briefing: Briefing) -> None:
    place = tag(briefing, "place").id
    briefing.do(DescribeTag(place, "Where", "#0AF", "▲"))
    kept = Briefing.open(briefing.path)
    assert kept.tags()[place] == Tag(place, "place", "Where", "#00aaff", "▲")
    kept.close()
    for wrong in (DescribeTag(place, color="blueish"), DescribeTag(place, sign="abc")):
        with pytest.raises(ValueError, match=r"no colour|no sign"):
            briefing.do(wrong)
    briefing.do(DescribeTag(place, color="", sign=""))
    assert briefing.tags()[place] == Tag(place, "place", "Where")


def test_no_tag_is_there_twice_for_case_accent_or_blanks(briefing: Briefing) -> None:
    briefing.do(AddTags([target_of(find(briefing, FORMULA)[1])], ["TOPIC / Löck", "Place"]))
    assert names(briefing) == BEFORE


def test_tags_given_lately_come_first(briefing: Briefing) -> None:
    briefing.do(AddTags([target_of(find(briefing, FORMULA)[1])], ["no deal"]))
    tags = briefing.tags()
    assert tags[briefing.recent_tags()[0]].name == "no deal"
    other = Briefing.open(briefing.path)
    assert other.recent_tags() == briefing.recent_tags()
    other.close()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", ["topic/ceasefire", "denial", "sea"]),
        ("cea", ["topic/ceasefire"]),
        ("SEA", ["sea"]),
        ("seas", ["sea"]),
        ("ceasfire", ["topic/ceasefire"]),
        ("dénail", ["denial"]),
        ("xyzzy", []),
    ],
)
def test_completion_forgives_a_letter(typed: str, found: list[str]) -> None:
    assert fitting(typed, ["topic/ceasefire", "denial", "sea"])[: len(found) or 1] == found


# The verb


def test_the_verb_lists_and_changes(briefing: Briefing, capsys: pytest.CaptureFixture[str]) -> None:
    def run(*words: str) -> tuple[int, str, str]:
        status = main(["tags", "--store", str(briefing.path), *words])
        said = capsys.readouterr()
        return status, said.out, said.err

    listed = {each["name"]: each for each in map(json.loads, run("--json")[1].splitlines())}
    assert (listed["topic/lock"]["quotes"], listed["topic/lock"]["events"]) == (2, 1)
    assert "    night" in run()[1]
    status, out, err = run("delete", "topic")
    assert (status, out) == (1, "")
    assert "4 quotes, 1 event" in err
    assert "--yes" in err
    assert names(briefing) == BEFORE
    assert run("delete", "topic", "--yes")[0] == 0
    assert run("rename", "no deal", "deal/none")[0] == 0
    assert run("move", "deal/none")[0] == 0
    assert run("describe", "none", "No deal was made", "--sign", "✗")[0] == 0
    assert names(briefing) == ["+plus", "none", "place", "place/lock"]
    assert "✗ none" in run()[1]
    assert run("rename", "nowhere", "x")[0] == 1
    assert run("merge", "none")[0] == 2


def test_a_level_that_is_no_tag_is_renamed_with_all_below_it(briefing: Briefing) -> None:
    before = names(briefing)
    briefing.do(
        AddTags([target_of(find(briefing, PLAIN)[1])], ["who/said it", "who/said it/first", "who/asked"])
    )
    assert bare_levels(briefing.tags().values()) == ["who"]
    step = briefing.do(RenameLevel("who", "people / Desk"))
    assert step.label == "Renamed who to people / Desk, with the tags below"
    assert [name for name in names(briefing) if name not in before] == [
        "people/Desk/asked",
        "people/Desk/said it",
        "people/Desk/said it/first",
    ]
    with pytest.raises(ValueError, match="no tag lies below"):
        briefing.do(RenameLevel("who", "x"))
    with pytest.raises(ValueError, match="there is a tag topic/lock already"):
        briefing.do(AddTags([target_of(find(briefing, PLAIN)[1])], ["other/lock"]))
        briefing.do(RenameLevel("other", "topic"))
    briefing.undo()
    briefing.undo()
    assert "who/asked" in names(briefing)

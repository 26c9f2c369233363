"""Quotes of several speakers: kept, found, counted, corrected, and carried over to a new version."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.store.test_versions import CLOSE, LEAD, MAYOR, MONEY, bring, ferry, only, saying
from tui.cli.parser import main
from tui.commands.annotations import AddTags, EditField, target_of
from tui.commands.quotes import JoinQuotes
from tui.commands.speakers import MergeSpeakers, RenameSpeaker, SplitSpeaker
from tui.core.model import Quote, Selector
from tui.core.quote_state import speaker_before
from tui.core.speakers import attributed_names
from tui.store import codec
from tui.store.briefing import Briefing
from tui.workflows.reports import counted, report

JOINT = "“The boat belongs to all of us,” Lotta Berg, Jonas Holm and Signe Dahl said in a joint statement on Sunday."
PAIR = "“The boat belongs to all of us,” Lotta Berg and Jonas Holm said in a joint statement on Sunday."
ALL = ("Lotta Berg", "Jonas Holm", "Signe Dahl")


@pytest.fixture
def briefing(tmp_path: Path) -> Briefing:
    made = Briefing.open(tmp_path / "briefing", create=True)
    bring(made, ferry(LEAD, MONEY, JOINT, MAYOR, CLOSE))
    return made


def joint(briefing: Briefing) -> Quote:
    return saying(only(briefing)[1], "belongs to all")


def names(briefing: Briefing) -> tuple[str, ...]:
    return attributed_names(joint(briefing), briefing.speakers())


def id_of(briefing: Briefing, name: str) -> str:
    return next(each.id for each in briefing.speakers().values() if each.name == name)


def test_those_who_sign_together_all_say_it(briefing: Briefing, capsys: pytest.CaptureFixture[str]) -> None:
    assert names(briefing) == ALL
    store = str(briefing.path)
    main(["quotes", "--store", store, "--speaker", "Holm", "--json"])
    record = json.loads(capsys.readouterr().out)
    assert record["speaker"] == "Lotta Berg; Jonas Holm; Signe Dahl" and record["speaker_id"] == ""
    assert [each["name"] for each in record["speakers"]] == [*ALL]
    assert [each["id"] for each in record["speakers"]] == [*joint(briefing).speakers]
    main(["show", record["speakers"][2]["id"], "--store", store])
    assert "belongs to all of us" in capsys.readouterr().out
    main(["speakers", "--store", store, "--json"])
    counts = {row["name"]: row["quotes"] for row in map(json.loads, capsys.readouterr().out.splitlines())}
    assert counts == {**dict.fromkeys(ALL, 1), "Henrik Vass": 1, "Tove Anders": 1}
    assert len(list(briefing.quotes())) == 3


def test_a_search_for_any_of_them_finds_it(briefing: Briefing) -> None:
    for name in ("berg", "holm", "dahl"):
        (hit,) = briefing.select(f"speaker:{name}")
        assert hit.quotes == (joint(briefing).id,)


def test_a_report_counts_it_under_each_and_once_in_all(briefing: Briefing) -> None:
    briefing.do(AddTags([target_of(joint(briefing))], ["boat"]))
    made = report("tags-speakers", counted(briefing, "tags-speakers"))
    assert {column: made.count("boat", column) for column in made.columns} == dict.fromkeys(ALL, 1)
    assert made.total("boat") == 1


def test_one_speaker_stands_on_the_disk_as_ever_and_several_open_again() -> None:
    part = Selector("All of us.", start=0, end=10)
    one = Quote(id="q", article="a", kind="direct", parts=(part,), speakers=("s1",))
    assert codec._QUOTE.encode(one)["speaker"] == "s1"
    several = Quote(id="q", article="a", kind="direct", parts=(part,), speakers=("s1", "s2"))
    nobody = Quote(id="q", article="a", kind="direct", parts=(part,))
    assert "speaker" not in codec._QUOTE.encode(nobody)
    for quote in (one, several, nobody):
        assert codec.quote(json.loads(json.dumps(codec._QUOTE.encode(quote))), "a") == quote


def test_the_reader_names_several_and_takes_it_back(briefing: Briefing) -> None:
    target = target_of(saying(only(briefing)[1], "another operator"))
    briefing.do(EditField(target, "speaker", " Tove Anders;  Nils Ek ; Tove Anders"))
    said = saying(only(briefing)[1], "another operator")
    assert attributed_names(said, briefing.speakers()) == ("Tove Anders", "Nils Ek")
    briefing.do(EditField(target_of(joint(briefing)), "speaker", "Signe Dahl"))
    assert names(briefing) == ("Signe Dahl",) and joint(briefing).candidates[0] == "; ".join(ALL)
    briefing.undo()
    briefing.undo()
    assert names(briefing) == ALL
    assert "Nils Ek" not in {each.name for each in briefing.speakers().values()}


def test_two_of_them_who_are_one_say_it_once(briefing: Briefing) -> None:
    briefing.do(RenameSpeaker(id_of(briefing, "Jonas Holm"), "Jonas Holm-Berg"))
    assert names(briefing) == ("Lotta Berg", "Jonas Holm-Berg", "Signe Dahl")
    briefing.do(MergeSpeakers([id_of(briefing, "Signe Dahl")], id_of(briefing, "Lotta Berg")))
    assert names(briefing) == ("Lotta Berg", "Jonas Holm-Berg")
    briefing.undo()
    briefing.undo()
    assert names(briefing) == ALL


def test_splitting_one_of_them_off_leaves_the_others(briefing: Briefing) -> None:
    berg = id_of(briefing, "Lotta Berg")
    briefing.do(SplitSpeaker(berg, quotes=[target_of(joint(briefing))], name="Lotta Bergh"))
    assert names(briefing) == ("Lotta Bergh", "Jonas Holm", "Signe Dahl")
    briefing.undo()
    briefing.do(RenameSpeaker(berg, "L. B."))
    briefing.do(SplitSpeaker(berg, aliases=["Lotta Berg"]))
    assert names(briefing) == ALL and id_of(briefing, "Lotta Berg") != berg


def test_what_is_cut_or_joined_keeps_all_who_say_it(briefing: Briefing) -> None:
    article = only(briefing)[1]
    briefing.do(JoinQuotes([target_of(joint(briefing)), target_of(saying(article, "another operator"))]))
    assert names(briefing) == ALL


def test_a_version_in_which_one_of_them_is_gone_keeps_the_mark_and_says_so(briefing: Briefing) -> None:
    was = joint(briefing)
    briefing.do(AddTags([target_of(was)], ["boat"]))
    bring(briefing, ferry(LEAD, MONEY, PAIR, MAYOR, CLOSE))
    annotated, article = only(briefing)
    now = saying(article, "belongs to all")
    assert now.id == was.id and annotated.tags(now.id) and names(briefing) == ALL[:2]
    assert speaker_before(now, annotated.annotations[now.id]) == "; ".join(ALL)


def test_whom_the_reader_named_stay_over_a_version(briefing: Briefing) -> None:
    briefing.do(EditField(target_of(joint(briefing)), "speaker", "Signe Dahl; Jonas Holm"))
    bring(briefing, ferry(LEAD, MONEY, PAIR, MAYOR, CLOSE))
    assert names(briefing) == ("Signe Dahl", "Jonas Holm")


def test_no_speaker_is_called_what_would_be_several(briefing: Briefing) -> None:
    with pytest.raises(ValueError, match="semicolon"):
        briefing.do(RenameSpeaker(id_of(briefing, "Lotta Berg"), "Lotta; Berg"))
    assert names(briefing) == ALL

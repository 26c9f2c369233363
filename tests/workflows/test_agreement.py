"""How far two who tag agree: textbook figures, what counts as judged, and what is printed."""

from __future__ import annotations

import json
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from tests.support.dossiers import PLAIN, build, find
from tui.cli.parser import main
from tui.commands.annotations import AddTags, target_of
from tui.store.briefing import Briefing
from tui.workflows.agreement import JudgedQuote, agreement, judged_quotes

AID, NONE = frozenset({"aid"}), frozenset[str]()


def votes(*counts: tuple[int, frozenset[str], frozenset[str]]) -> list[JudgedQuote]:
    rows = [(ada, bo) for count, ada, bo in counts for _ in range(count)]
    return [JudgedQuote("e", f"q{at}", {"ada": ada, "bo": bo}) for at, (ada, bo) in enumerate(rows)]


def test_kappa_and_alpha_are_those_of_the_textbook() -> None:
    (found,) = agreement(votes((20, AID, AID), (5, AID, NONE), (10, NONE, AID), (15, NONE, NONE)))
    (pair,) = found.pairs
    assert (len(pair.both), len(pair.first), len(pair.second), pair.quotes) == (20, 5, 10, 50)
    assert pair.raw == pytest.approx(0.7)
    assert pair.kappa == pytest.approx(0.4)
    assert found.alpha == pytest.approx(0.4)  # 1 - .3 / (2 · 55 · 45 / (100 · 99))


def test_where_nobody_could_have_differed_there_is_no_kappa_and_no_alpha() -> None:
    (found,) = agreement(votes((3, AID, AID)))
    assert found.alpha is None
    assert found.pairs[0].kappa is None
    assert found.rows[0][-3:] == ["100.0%", "–", "–"]


def test_of_three_each_two_are_compared_on_what_both_judged() -> None:
    quotes = [
        JudgedQuote("e", "q1", {"ada": AID, "bo": AID, "cy": NONE}),
        JudgedQuote("e", "q2", {"ada": AID, "bo": NONE}),
        JudgedQuote("e", "q3", {"cy": AID}),  # whom nobody can be compared with
    ]
    (found,) = agreement(quotes)
    assert [(pair.coders, pair.quotes, len(pair.differing)) for pair in found.pairs] == [
        (("ada", "bo"), 2, 1),
        (("ada", "cy"), 1, 1),
        (("bo", "cy"), 1, 1),
    ]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A briefing tagged by somebody whose name is not known, and on one article by Ada and Bo."""
    monkeypatch.delenv("BRIEFING_AUTHOR", raising=False)
    monkeypatch.setattr("getpass.getuser", lambda: "")
    build(tmp_path / "s").close()
    for author, words, tag in (("ada", PLAIN, "lock"), ("bo", PLAIN, "lock"), ("bo", PLAIN, "late")):
        with closing(Briefing.open(tmp_path / "s", author=partial(str, author))) as briefing:
            briefing.do(AddTags([target_of(find(briefing, words)[1])], [tag]))
    return tmp_path / "s"


def test_tags_whose_author_is_not_known_judge_nothing(folder: Path) -> None:
    with closing(Briefing.open(folder)) as briefing:
        found = {each.quote: each.tags for each in judged_quotes(briefing)}
        article, plain = find(briefing, PLAIN)
    assert found.keys() == {each.id for each in article.quotes}
    assert found[plain.id] == {"ada": {"lock"}, "bo": {"lock", "late"}}


def test_the_verb_prints_a_row_for_each_tag_and_two_coders(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["counts", "agreement", "--store", str(folder)]) == 0
    assert [line.split() for line in capsys.readouterr().out.splitlines()[1:]] == [
        "late ada · bo 1 0 0 + 1 0.0% 0.00 0.00".split(),
        "lock ada · bo 1 1 0 + 0 100.0% – –".split(),
    ]
    assert main(["counts", "agreement", "--json", "--store", str(folder)]) == 0
    late, lock = map(json.loads, capsys.readouterr().out.splitlines())
    assert (late["tag"], lock["alpha"], lock["pairs"][0]["differing"]) == ("late", None, [])
    assert len(late["pairs"][0]["differing"]) == 1


def test_where_two_have_not_judged_the_same_quote_it_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build(tmp_path / "s").close()
    assert main(["counts", "agreement", "--store", str(tmp_path / "s")]) == 0
    assert "no quotes yet that two people have judged" in capsys.readouterr().err

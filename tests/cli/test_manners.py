"""Ids in every form that is printed, wrong values as wrong usage, and verbs for what the app can do"""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable
from pathlib import Path

import pytest

from tui.cli.parser import main

PAGE = """# The lock opens

The mayor of Arn opened the new lock on Tuesday at noon. "It will last a century," said Ida Lund, who built it.

"Nobody has asked us," said Otto Roth, who fishes there. The boats went through it all day long and into the night.
"""
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def told(verb: str, *arguments: str) -> tuple[int, str, str]:
        status = main([verb, "--store", str(tmp_path / "s"), *arguments])
        said = capsys.readouterr()
        return status, said.out, said.err

    (tmp_path / "page.md").write_text(PAGE, encoding="utf-8")
    assert told("import", str(tmp_path / "page.md"))[0] == 0
    return told


def _records(run: Run, verb: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in run(verb, "--json")[1].splitlines()]


def test_an_id_is_taken_in_every_form_it_is_printed_in(run: Run) -> None:
    (article,) = (str(each["id"]) for each in _records(run, "articles"))
    dashed = str(uuid.UUID(article))
    for form in (
        article,
        dashed,
        f"urn:uuid:{dashed}",
        f"^{article[:8]}",
        article.upper(),
        dashed[:13].upper(),
    ):
        status, out, err = run("show", form, "--json")
        assert status == 0, err
        assert json.loads(out)["id"] == article
    assert run("show", "urn:uuid:ffffffff")[0] == 1


def test_names_stand_where_ids_do(run: Run) -> None:
    assert json.loads(run("show", "Ida Lund", "--json")[1])["type"] == "speaker"
    assert run("note", "the lock opens", "Ask the desk.")[0] == 0
    (article,) = (str(each["id"]) for each in _records(run, "articles"))
    assert run("edit", article, "headline", "A lock of the century")[0] == 0
    assert json.loads(run("show", "a lock of the Century", "--json")[1])["id"] == article
    assert run("speakers", "alias", "Ida Lund", "the builder")[0] == 0
    assert json.loads(run("show", "The Builder", "--json")[1])["name"] == "Ida Lund"
    assert run("show", "no such headline")[0] == 1
    (event,) = _records(run, "events")
    assert event["note"] == "Ask the desk."


def test_a_tag_is_shown_by_its_id_or_name_with_the_quotes_that_bear_it(run: Run) -> None:
    quote = str(_records(run, "quotes")[0]["id"])
    assert run("tag", quote, "the lock")[0] == 0
    tag = str(_records(run, "tags")[0]["id"])
    for form in (tag, tag[:8].upper(), f"^{tag[:8]}", "#the lock", "The Lock"):
        shown = json.loads(run("show", form, "--json")[1])
        assert (shown["type"], shown["id"], shown["quotes"]) == ("tag", tag, 1)
        assert [each["id"] for each in shown["words"]] == [quote]
    assert quote[:8] in run("show", tag)[1]


@pytest.mark.parametrize(
    ("verb", "words"),
    [
        ("status", "certain"),
        ("status", "--reliability Z"),
        ("edit", "kind sung"),
        ("edit", "colour red"),
        ("edit", "original"),
    ],
)
def test_a_value_that_cannot_be_is_wrong_usage(verb: str, words: str, run: Run) -> None:
    quote = str(_records(run, "quotes")[0]["id"])
    status, _, err = run(verb, quote, *words.split())
    assert (status, err.count("\n")) == ((0, 0) if words == "original" else (2, 1))


def test_dates_and_counts_that_cannot_be_are_wrong_usage(run: Run) -> None:
    assert run("events", "date", "lock", "2025-13")[0] == 2
    status, _, err = run("events", "date", "lock", "4 March")
    assert status == 2 and "“4 March” has no year" in err and "XXXX-03-04" in err
    assert run("events", "date", "lock", "XXXX-03-04")[0] == 0
    assert run("import", "page.md", "--date", "4 March")[0] == 2
    assert run("counts", "days-moods")[0] == 2
    kinds = [json.loads(line) for line in run("counts", "--json")[1].splitlines()]
    assert {"kind": "tags-months", "title": "Tags by month"} in kinds


def test_an_export_makes_no_folder_unasked(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "not" / "there" / "out.csv"
    status, _, err = run("export", "--format", "csv", "-o", str(out))
    assert status == 2
    assert "--parents makes it" in err
    assert not (tmp_path / "not").exists()
    assert run("export", "--format", "csv", "-o", str(out), "--parents")[0] == 0
    assert out.is_file()


def test_stars_and_corrections(run: Run) -> None:
    (article,), (first, *_) = _records(run, "articles"), _records(run, "quotes")
    assert run("star", str(article["id"]), str(first["id"]))[0] == 0
    assert [_records(run, each)[0]["starred"] for each in ("articles", "quotes")] == [True, True]
    assert run("star", "--remove", str(first["id"]))[0] == 0
    assert not _records(run, "quotes")[0]["starred"]
    assert run("edit", str(article["id"]), "published", "1", "July", "2025")[0] == 0
    assert run("edit", "Ida Lund", "role", "mayor", "of", "Arn")[0] == 0
    assert run("edit", str(first["id"]), "speaker", "Otto Roth")[0] == 0
    assert _records(run, "articles")[0]["published"] == "2025-07-01"
    assert _records(run, "quotes")[0]["speaker"] == "Otto Roth"
    assert json.loads(run("show", "Ida Lund", "--json")[1])["role"] == "mayor of Arn"


def test_borders_are_given_by_the_words_of_the_article(run: Run) -> None:
    quote = next(str(each["id"]) for each in _records(run, "quotes") if each["speaker"] == "Ida Lund")

    def text() -> object:
        return next(each["text"] for each in _records(run, "quotes") if each["id"] == quote)

    assert (
        run("edit", quote, "borders", "will last … said Ida Lund")[0] == 0
        and text() == "will last … said Ida Lund"
    )
    assert (
        run("edit", quote, "borders", "“It will last a century”")[0] == 0
        and text() == "It will last a century"
    )
    assert run("edit", quote, "borders", "--last", "will last")[0] == 0 and text() == "It will last"
    assert run("edit", quote, "borders", "--first", "last a", "--last", "a century")[0] == 0
    assert text() == "last a century"
    for refused, why in (
        (("Nobody", "knows"), "the words “Nobody knows” are not in this article"),
        (("--first", "who"), "the words “who” stand in it more than once; give more of them"),
        (("--last", "Arn opened"), "“Arn opened” would end the quote before it begins"),
        (("It will", "--last", "century"), "give all the words of the quote, or its --first and --last ones"),
        ((), "say the words of the quote, or its --first and --last ones"),
    ):
        status, _, err = run("edit", quote, "borders", *refused)
        assert status and why in err and text() == "last a century"


def test_borders_by_words_may_be_figures_and_have_an_ellipsis_of_the_article(
    run: Run, tmp_path: Path
) -> None:
    page = tmp_path / "2.md"
    page.write_text(
        "# A toll for boats\n\nI saw it. “I … would ask 42 of each, I think, till 2031,” said Otto Roth.\n",
        "utf-8",
    )
    assert run("import", str(page))[0] == 0
    quote = next(str(each["id"]) for each in _records(run, "quotes") if each["speaker"] == "Otto Roth")

    def parts() -> list[str]:
        (found,) = (each for each in _records(run, "quotes") if each["id"] == quote)
        text = page.read_text("utf-8").partition("\n\n")[2]
        assert isinstance(found["parts"], list)
        return [text[each["start"] : each["end"]] for each in found["parts"]]

    assert run("edit", quote, "borders", "I … would ask 42 of each")[0] == 0
    assert parts() == ["I … would ask 42 of each"]
    assert run("edit", quote, "borders", "--last", "42")[0] == 0 and parts() == ["I … would ask 42"]
    assert run("edit", quote, "borders", "2031")[0] == 0 and parts() == ["2031"]
    status, _, err = run("edit", quote, "borders", "0-9", "--last", "42")
    assert status and "give all the words of the quote, or its --first and --last ones" in err
    assert parts() == ["2031"]


def test_quotes_are_made_and_discarded(run: Run) -> None:
    (article,) = (str(each["id"]) for each in _records(run, "articles"))
    before = {str(each["id"]) for each in _records(run, "quotes")}
    assert (
        run("quotes", "add", article, "boats went through", "--speaker", "Ida Lund", "--kind", "indirect")[0]
        == 0
    )
    (new,) = (each for each in _records(run, "quotes") if each["id"] not in before)
    assert (new["text"], new["speaker"], new["kind"]) == ("boats went through", "Ida Lund", "indirect")
    assert run("quotes", "add", article, "no such words")[0] == 1
    assert run("quotes", "add", article, "the")[0] == 1
    assert run("quotes", "discard", str(new["id"]))[0] == 0
    assert {str(each["id"]) for each in _records(run, "quotes")} == before
    assert run("quotes", "restore", str(new["id"]))[0] == 0
    assert new in _records(run, "quotes")
    assert run("quotes", "join", *sorted(before))[0] == 0
    (joined,) = (each for each in _records(run, "quotes") if each["id"] in before)
    assert len(joined["parts"]) == 2  # type: ignore[arg-type]
    assert run("quotes", "split", str(joined["id"]))[0] == 0
    assert len(_records(run, "quotes")) == len(before) + 1
    assert run("quotes", "split", article)[0] == 2


def test_what_goes_from_one_to_another_is_told_by_name_and_taken_back(run: Run) -> None:
    status, out, _ = run("speakers", "merge", "Roth", "Lund")
    assert (
        status == 0
        and "Merged 1 quote of Otto Roth → Ida Lund; " in out
        and "`briefing-tui undo` takes it back" in out
    )
    assert {each["speaker"] for each in _records(run, "quotes")} == {"Ida Lund"}
    assert run("undo")[:2] == (0, "Undid: Merged 1 quote of Otto Roth → Ida Lund\n")
    assert {each["speaker"] for each in _records(run, "quotes")} == {"Ida Lund", "Otto Roth"}
    assert run("redo")[0] == 0 and {each["speaker"] for each in _records(run, "quotes")} == {"Ida Lund"}
    assert "Otto Roth → Otto Rot" in run("undo", "1")[1] + run("speakers", "rename", "Roth", "Otto Rot")[1]
    assert run("undo", "9")[0] == 0
    status, _, err = run("undo")
    assert status == 1 and "nothing to undo" in err


def test_who_is_new_is_told_with_who_may_be_meant(run: Run) -> None:
    quote = str(_records(run, "quotes")[0]["id"])
    status, _, err = run("edit", quote, "speaker", "Ida Lunt")
    assert status == 0 and "Ida Lunt is a new person; did you mean Ida Lund?" in err
    assert run("edit", quote, "speaker", "Otto Roth")[2] == ""
    said = _records(run, "quotes")[0]
    err = run("quotes", "add", str(said["article"]), str(said["text"])[:20], "--speaker", "Ida Lun")[2]
    assert "Ida Lun is a new person; did you mean Ida Lun" in err


@pytest.mark.parametrize(
    ("verb", "looking"),
    [("quotes", "quotes --speaker Dahl"), ("events", "search Dahl"), ("speakers", "show Dahl")],
)
def test_a_word_that_is_nothing_to_do_is_told_how_to_be_looked_for(verb: str, looking: str, run: Run) -> None:
    status, _, err = run(verb, "Dahl")
    assert status == 2 and f"`briefing-tui {looking}`" in err and "invalid choice" not in err

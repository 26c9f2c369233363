"""`search` and `--query` as they are typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.verbs import Run, lines


@pytest.fixture
def ready(run: Run, pages: Path) -> Run:
    assert run("import", str(pages), "--briefing", "Grain").returncode == 0
    return run


def test_search_prints_what_it_finds_with_a_snippet(ready: Run) -> None:
    articles = lines(ready("articles", "--json"))
    quotes = lines(ready("quotes", "--json"))
    quote = next(each for each in quotes if len(each["text"].split()) > 3)
    words = " ".join(quote["text"].split()[:3])
    found = lines(ready("search", f'"{words}"', "--json"))
    assert [each["id"] for each in found] == [quote["article"]]
    assert quote["id"] in found[0]["quotes_found"]
    assert words.casefold() in found[0]["snippet"].casefold()
    shown = ready("search", f'"{words}"')
    assert shown.returncode == 0 and words.casefold() in shown.stdout.casefold()
    assert found[0]["headline"] in shown.stdout
    assert len(lines(ready("search", "NOT is:starred", "--limit", "1", "--json"))) == 1
    assert len(lines(ready("search", "NOT is:starred", "--limit", "0", "--json"))) == len(articles)


def test_lists_take_the_same_queries(ready: Run) -> None:
    quotes = lines(ready("quotes", "--json"))
    direct = [each["id"] for each in quotes if each["kind"] == "direct"]
    assert direct
    assert [each["id"] for each in lines(ready("quotes", "--query", "kind:direct", "--json"))] == direct
    wanted = {each["article"] for each in quotes if each["kind"] == "direct"}
    found = lines(ready("articles", "--query", "kind:direct", "--json"))
    assert {each["id"] for each in found} == wanted


@pytest.mark.parametrize(
    "verb", [["search", "a (b"], ["quotes", "--query", "a (b"], ["articles", "--query", "a (b"]]
)
def test_a_query_that_is_not_understood_is_one_line_with_its_column(ready: Run, verb: list[str]) -> None:
    done = ready(*verb)
    assert done.returncode == 2
    assert "column 3" in done.stderr and len(done.stderr.splitlines()) == 1


def test_nothing_found_is_said(ready: Run) -> None:
    done = ready("search", "zeppelin")
    assert (done.returncode, done.stdout) == (0, "") and "nothing found" in done.stderr


def test_a_name_that_nobody_has_is_answered_with_the_nearest(ready: Run) -> None:
    name = next(each["speaker"] for each in lines(ready("quotes", "--json")) if each["speaker"])
    spelt = name.split()[-1][:-2] + name[-1] + name[-2]
    assert f'nothing found; did you mean speaker:"{name}"?' in ready("search", f"speaker:{spelt}").stderr
    assert "mean" not in ready("search", f"-{name.split()[-1]} zeppelin").stderr


def test_an_article_without_a_date_stands_on_the_day_of_its_event(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "ferry.md"
    page.write_text("---\nheadline: The ferry stays in port\nevent_date: 2024-06-03\n---\n\nNobody sailed.\n")
    assert run("import", str(page), "--briefing", "Ferry").returncode == 0
    for verb in (["search", "sailed"], ["articles"]):
        assert "~2024-06-03" in run(*verb).stdout
    assert [each["published"] for each in lines(run("search", "sailed", "--json"))] == [""]

"""The door for Python programs, as docs/api.md shows it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.pages import FLOOD, HARBOUR
from tui.api import BriefingDoor, ExportError, QueryError, StoreError, open_briefing
from tui.cli.parser import main

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of the test's own to work in, with two pages."""
    for name in ("DATA", "CONFIG", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    monkeypatch.delenv("BRIEFING_STORE", raising=False)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "harbour.txt").write_text(HARBOUR)
    (tmp_path / "pages" / "flood.txt").write_text(FLOOD)
    return tmp_path


@pytest.fixture
def briefing(here: Path) -> Iterator[BriefingDoor]:
    with open_briefing(here / "own", create=True, title="Own", author="ida") as opened:
        opened.import_pages(here / "pages")
        yield opened


def test_the_example_of_the_docs_runs_and_does_what_it_says(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    example = (ROOT / "docs" / "api.md").read_text("utf-8").partition("<!-- example -->")[2]
    code = re.search(r"```python\n(.+?)```", example, re.S)
    assert code
    exec(code[1], {})
    assert "Mara Lindqvist We have what we came for" in capsys.readouterr().out
    with open_briefing("harbour") as briefing:
        (quote,) = briefing.quotes("tag:strike")
        assert (quote["tags"], quote["note"], quote["status"]) == (["strike/end"], "Ask *her* again.", "seen")
        assert {deed["creator"] for deed in quote["deeds"]} == {"ida"}
        assert briefing.title == "The harbour"
    assert "We have what we came for" in (here / "quotes.csv").read_text()


def test_every_method_is_in_the_docs() -> None:
    text = (ROOT / "docs" / "api.md").read_text("utf-8")
    methods = [name for name in vars(BriefingDoor) if not name.startswith("_")]
    assert len(methods) > 12
    assert [name for name in methods if not re.search(rf"`{name}\b", text)] == []


def test_quotes_are_a_table_to_pandas(briefing: BriefingDoor) -> None:
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame(briefing.quotes("speaker:lindqvist"))
    assert list(frame["speaker"]) == ["Mara Lindqvist"]
    assert frame["confidence"].dtype == float
    assert len(pandas.DataFrame(briefing.quotes())) > 2


def test_records_are_those_that_the_verbs_print(
    briefing: BriefingDoor, capsys: pytest.CaptureFixture[str]
) -> None:
    for verb, records in (
        ("events", briefing.events()),
        ("articles", briefing.articles()),
        ("quotes", briefing.quotes()),
    ):
        assert main([verb, "--json", "--store", str(briefing.path)]) == 0
        assert [json.loads(line) for line in capsys.readouterr().out.splitlines()] == records
        assert records


def test_a_query_narrows_all_three(briefing: BriefingDoor) -> None:
    (quote,) = briefing.quotes("speaker:lindqvist")
    (article,) = briefing.articles("speaker:lindqvist")
    (event,) = briefing.events("speaker:lindqvist")
    assert (quote["article"], quote["event"]) == (article["id"], event["id"])
    part = quote["parts"][0]
    assert briefing.text(article["id"])[part["start"] : part["end"]] == part["text"]
    assert (
        briefing.quotes("speaker:nobody") == briefing.articles("nowhere") == briefing.events("nowhere") == []
    )
    with pytest.raises(QueryError, match="column"):
        briefing.quotes("speaker:(")


def test_what_is_done_is_told_and_taken_back(briefing: BriefingDoor) -> None:
    quote = briefing.quotes()[0]
    assert "Tagged 1 quote" in briefing.tag(quote["id"][:8], "one", "#two")
    assert briefing.tag(quote["id"], "one") == ""
    assert briefing.star(quote["article"])
    assert briefing.correct(quote["article"], "published", "6 March 2024")
    assert briefing.articles()[0]["published"] == "2024-03-06"
    assert briefing.untag(quote["id"], "two")
    assert briefing.quotes()[0]["tags"] == ["one"]
    assert briefing.undo().startswith("Undid")
    assert briefing.quotes()[0]["tags"] == ["one", "two"]


def test_what_cannot_be_is_refused_in_one_line(briefing: BriefingDoor, here: Path) -> None:
    quote = briefing.quotes()[0]["id"]
    for wrong in (
        lambda: briefing.note(quote, " "),
        lambda: briefing.tag(quote),
        lambda: briefing.tag(quote, "#"),
        lambda: briefing.assess(quote, "sure"),  # type: ignore[arg-type]
        lambda: briefing.correct(quote, "colour", "red"),
        lambda: briefing.import_pages("pages", date="soon"),
        lambda: briefing.export("pdf", here / "a.pdf"),
    ):
        with pytest.raises(ValueError, match=r"^[^\n]+$"):
            wrong()
    with pytest.raises(StoreError, match="no event, article"):
        briefing.tag("0123456789", "one")
    assert "csv" in str(briefing.export("csv", here / "a.csv").written)
    with pytest.raises(ExportError, match="force"):
        briefing.export("csv", here / "a.csv")


def test_a_page_that_cannot_be_read_is_named(briefing: BriefingDoor) -> None:
    done = briefing.import_pages("pages", "nowhere.txt")
    assert [failure.origin for failure in done.failed] == ["nowhere.txt"]
    assert len(done.known) == 2


def test_a_briefing_is_found_by_folder_name_or_as_the_last_one(here: Path) -> None:
    for wrong in (here / "nowhere", here / "pages"):
        with pytest.raises(StoreError, match=re.escape(str(wrong))):
            open_briefing(wrong)
    with pytest.raises(StoreError, match="no briefing was opened yet"):
        open_briefing()
    with open_briefing(name="Ferries", create=True) as made:
        assert made.import_pages("pages").new
    with open_briefing(name="ferries") as briefing:
        assert briefing.path == made.path
    with pytest.raises(StoreError, match="not both"):
        open_briefing(here, name="ferries")
    with open_briefing(name="sample") as sample, pytest.raises(StoreError, match="sample"):
        sample.import_pages("pages")


def test_the_door_is_typed_and_opens_without_the_screen(tmp_path: Path) -> None:
    assert (ROOT / "tui" / "py.typed").exists()
    code = (
        "import sys, tui.api; assert not {'textual', 'rich', 'httpx', 'tui.cli', 'tui.ui'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)

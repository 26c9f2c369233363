"""The press review: the tagged quotes of one day, by tag, with their sources."""

from __future__ import annotations

import email
import json
from dataclasses import replace
from email.policy import default
from pathlib import Path

import pytest

from tests.store.test_versions import BEFORE, bring, only, saying
from tui.cli.parser import main
from tui.commands.annotations import AddTags, EditField, WriteNote, target_of
from tui.store.briefing import Briefing
from tui.workflows.press_review import quotes_of, review, tagged_days, tagged_weeks

DAY = "2024-10-07"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    briefing = Briefing.open(tmp_path / "own", create=True, title="The lake")
    bring(briefing, BEFORE)
    _, article = only(briefing)
    briefing.do(AddTags([target_of(saying(article, "every crossing"))], ["money", "bridge"]))
    briefing.do(AddTags([target_of(saying(article, "another operator"))], ["winter"]))
    briefing.do(WriteNote(target_of(saying(article, "another operator")), "Ask which one."))
    briefing.close()
    return tmp_path / "own"


def told(store: Path, capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> str:
    capsys.readouterr()
    assert main(["--store", str(store), "review", *arguments]) == status
    return capsys.readouterr().out


def test_a_day_is_reviewed_by_tag_with_sources_and_notes_where_these_are_asked_for(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert told(store, capsys) == f"{DAY}  2 tagged quotes\n"
    assert main(["--store", str(store), "review", "--day", DAY]) == 0
    out, err = capsys.readouterr()
    assert "Ask which one" not in out and "without 1 note of yours: --notes" in err
    text = told(store, capsys, "--day", "7 October 2024", "--notes")
    assert text.startswith(f"Press review of {DAY}: The lake\n")
    assert (
        text.index("BRIDGE") < text.index("lost mony") < text.index("WINTER") < text.index("another operator")
    )
    assert "— Henrik Vass" in text and "— Tove Anders" in text and "Tags: money, bridge" in text
    assert "Lake Post, “Lake ferry between Ostby and Karlsund" in text and "Note: Ask which one." in text
    assert "My children" not in text
    marked = told(store, capsys, "--day", DAY, "--format", "markdown")
    assert "## winter" in marked and "> “The council will look" in marked and "#money #bridge" in marked
    assert [
        len(json.loads(each)["tags"]) for each in told(store, capsys, "--day", DAY, "--json").splitlines()
    ] == [2, 1]


def test_a_mail_is_a_draft_that_is_read_again(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    raw = told(store, capsys, "--day", DAY, "--format", "mail")
    draft = email.message_from_string(raw, policy=default)
    assert (draft["Subject"], draft["X-Unsent"]) == (f"Press review of {DAY}: The lake", "1")
    assert draft.get_content() == told(store, capsys, "--day", DAY)


def test_a_day_without_tagged_quotes_is_told(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--store", str(store), "review", "--day", "2024-10-08"]) == 1
    assert f"days that have some: {DAY}" in capsys.readouterr().err
    for no_time in ("someday", "2024-10-07/..", "XXXX-10-07"):
        assert main(["--store", str(store), "review", "--day", no_time]) == 2
        assert "2025-07-01/2025-07-07" in capsys.readouterr().err


@pytest.mark.parametrize("time", ["2024-10-07/2024-10-13", "2024-10-01/2024-10-07", "2024-10", "2024"])
def test_a_week_and_any_days_are_reviewed_as_a_day_is(
    time: str, store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (_, *whole), (title, *found) = (told(store, capsys, "--day", each).splitlines() for each in (DAY, time))
    assert found == whole and title.startswith("Press review of ") and title.endswith("2024: The lake")
    told(store, capsys, "--day", "2024-10-08/2024-10-13", status=1)


def test_a_quote_of_which_only_the_month_is_known_is_of_no_week_and_is_counted(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    briefing = Briefing.open(store)
    _, article = only(briefing)
    briefing.do(EditField(target_of(article), "published", "2024-10"))
    briefing.close()
    assert main(["--store", str(store), "review", "--day", "2024-10-07/2024-10-13"]) == 1
    assert "without 2 tagged quotes of which only a longer time is known" in capsys.readouterr().err
    assert "another operator" in told(store, capsys, "--day", "2024-10")


def test_weeks_are_those_with_several_days_of_tagged_quotes() -> None:
    days = ["2024-10-15", "2024-10-13", "2024-10-07", "2024-10-06", "0000-10-07", "undated"]
    assert tagged_weeks(days) == ["2024-10-07/2024-10-13"]


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2024-10/..", "undated"),
        ("2024/2025~", "undated"),
        ("2024-XX-07", "undated"),
        ("2024-10-1X", "undated"),
        ("2024-10-07~", DAY),
    ],
)
def test_a_day_is_told_from_what_is_longer_by_what_it_may_mean(
    published: str, day: str, store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    briefing = Briefing.open(store)
    briefing.do(EditField(target_of(only(briefing)[1]), "published", published))
    assert tagged_weeks(tagged_days(briefing)) == []
    briefing.close()
    assert told(store, capsys) == f"{day}  2 tagged quotes\n"
    assert "another operator" in told(store, capsys, "--day", day)


def test_tagged_quotes_of_no_known_day_are_reviewed_too(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    briefing = Briefing.open(store)
    event, article = only(briefing)
    briefing.do(EditField(target_of(article), "published", ""))
    briefing.do(EditField(target_of(event.event), "date", ""))
    briefing.close()
    assert told(store, capsys) == "undated  2 tagged quotes\n"
    assert told(store, capsys, "--day", "undated").startswith("Press review: The lake\n\n\nBRIDGE\n")


def test_an_article_without_a_headline_has_no_empty_marks(store: Path) -> None:
    briefing = Briefing.open(store)
    untitled = [
        replace(each, article=replace(each.article, headline="")) for each in quotes_of(briefing, DAY)[0]
    ]
    text = review(briefing, DAY, "text", untitled, with_notes=True)
    assert f"  Lake Post, {DAY}\n" in text and "“”" not in text

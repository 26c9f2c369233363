"""The process beside the reader: imports, feeds and regrouping asked for in a line, told of in lines."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Mapping
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from tests.support.crash import build
from tests.support.server import Server, body, drip
from tests.workflows.test_feeds import rss, serve_pages
from tui.cli.parser import main as verb
from tui.store.briefing import Briefing, StoreError
from tui.store.maintenance.check import find_damage
from tui.workflows.worker import Work, main


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Six reports of six convoys, three in one event and three in another."""
    build(tmp_path / "store", articles=6)
    return tmp_path / "store"


class Line(StringIO):
    """A request whose writer keeps listening: standard input is not closed behind it."""

    def __init__(self, request: Mapping[str, object]) -> None:
        super().__init__(json.dumps(request) + "\n")
        self.over = threading.Event()

    def read(self, size: int | None = -1, /) -> str:
        self.over.wait()
        return super().read(size)


def ask(path: Path, request: Mapping[str, object]) -> dict[str, Any]:
    """Return the last answer to a request."""
    answers, line = StringIO(), Line(request)
    main(str(path), line, answers)
    line.over.set()
    last: dict[str, Any] = json.loads(answers.getvalue().splitlines()[-1])
    return last


def grouped(briefing: Briefing) -> set[frozenset[str]]:
    return {
        frozenset(article.id for article in briefing.annotated(row["id"]).event.articles)
        for row in briefing.rows()
    }


def test_regrouping_is_one_step_that_the_session_which_asked_can_take_back(path: Path) -> None:
    reader = Briefing.open(path)
    before = grouped(reader)
    says = ask(path, {"regroup": True, "session": reader.begin()})
    assert says == {
        "said": "6 articles in 6 events: 4 articles moved, 4 new events",
        "changed": True,
        "stopped": "",
    }
    assert len(grouped(reader)) == 6 and reader.changes_by_others()
    step = reader.undo()
    assert step and step.label == "Undid: Regrouped the events: 4 articles moved"
    assert grouped(reader) == before
    assert reader.redo() is not None and len(grouped(reader)) == 6
    says = ask(path, {"regroup": True, "session": reader.session})
    assert not says["changed"] and says["said"] == "6 articles in 6 events: nothing to change"
    reader.close()


def test_regrouping_that_is_stopped_changes_nothing(path: Path) -> None:
    briefing, closed = Briefing.open(path), threading.Event()
    before = grouped(briefing)
    closed.set()
    says = Work(briefing, closed, lambda _: None).do({"regroup": True})
    assert says == {"said": "", "changed": False, "stopped": "stopped"}
    assert grouped(briefing) == before and briefing.history(1)[0].label != "Regrouped the events"
    briefing.close()


def test_regrouping_that_is_killed_is_whole_or_absent(path: Path) -> None:
    before = grouped(Briefing.open(path))
    process = subprocess.Popen(
        [sys.executable, "-m", "tui.workflows.worker", str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert process.stdin and process.stdout
    process.stdin.write(b'{"regroup": true}\n')
    process.stdin.flush()
    process.stdout.readline()  # it has begun
    process.kill()
    process.wait()
    process.stdin.close()
    process.stdout.close()
    after = grouped(Briefing.open(path))
    assert after == before or len(after) == 6
    assert not [each for each in find_damage(path) if not each.remark]


def test_the_index_is_made_and_told_of(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tui.store.index import database

    monkeypatch.setattr(database, "_LARGE", 0)
    monkeypatch.setattr(os, "nice", lambda _: 0)  # this process has other tests to run
    reader = Briefing.open(path)
    database.remove(path)
    assert reader.index_is_behind()
    assert ask(path, {"index": True}) == {"stopped": ""}
    assert not reader.index_is_behind()
    assert len(reader.counts()) == len(reader.rows())


def test_what_another_program_handed_over_is_taken_back_by_the_session_that_took_it_in(
    path: Path, tmp_path: Path
) -> None:
    reader = Briefing.open(path)
    (tmp_path / "codebook.csv").write_text("name,description\ntreaty,What was agreed\n", "utf-8")
    says = ask(path, {"paths": [str(tmp_path / "codebook.csv")], "session": reader.begin()})
    assert says["said"] == "0 new articles, 1 new tag, tags and notes on 0 things"
    assert "treaty" in [tag.name for tag in reader.tags().values()]
    assert reader.undo() is not None
    assert "treaty" not in [tag.name for tag in reader.tags().values()]
    reader.close()


def test_an_import_whose_app_is_gone_stores_what_it_has_read(tmp_path: Path) -> None:
    path = Briefing.open(tmp_path / "store", create=True).path
    pages = tmp_path / "pages"
    pages.mkdir()
    for number in range(30):
        (pages / f"{number}.md").write_text(
            report(number, f"Quay {number}", f"Ship {number} came in."), "utf-8"
        )

    class Gone(StringIO):
        def flush(self) -> None:
            raise BrokenPipeError

    line = Line({"paths": [str(pages)]})
    main(str(path), line, Gone())
    line.over.set()
    assert sum(row["articles"] for row in Briefing.open(path).rows()) == 30


def test_a_feed_is_subscribed_to_refreshed_and_given_up_by_request(tmp_path: Path, server: Server) -> None:
    reader = Briefing.open(tmp_path / "store", create=True)
    session = reader.begin()
    serve_pages(server)
    server.answers["/rss"] = body(rss(server, numbers=(0, 1)), "application/rss+xml")
    server.answers["/"] = body('<html><link rel="alternate" type="application/rss+xml" href="/rss">')
    says = ask(reader.path, {"subscribe": f"{server.url}/", "session": session})
    assert (says["added"], says["stopped"]) == (["Arn Courier"], "")
    assert ask(reader.path, {"subscribe": f"{server.url}/", "session": session}) == {
        "added": [],
        "stopped": "",
    }
    assert (says["new"], says["failed"], says["stopped"]) == (2, [], "")
    assert says["feeds"] == [{"title": "Arn Courier", "new": 2, "failed": 0, "error": ""}]
    assert len(says["articles"]) == 2 and all(map(reader.event_of, says["articles"]))
    server.answers["/rss"] = body(rss(server), "application/rss+xml")
    says = ask(reader.path, {"refresh": [], "session": session})
    assert says["new"] == 1 and says["event"] == "Bees are back on the dunes" and not says["moved"]
    assert reader.undo() is not None and reader.feeds() == {}
    assert len(reader.rows()) == 3  # what a feed brought stays
    reader.close()


def test_what_is_no_feed_and_one_that_fails_are_told_in_a_line(tmp_path: Path, server: Server) -> None:
    path = Briefing.open(tmp_path / "store", create=True).path
    server.answers["/page"] = body("<html><body><p>Nothing to follow here.</p></body></html>")
    error = ask(path, {"subscribe": f"{server.url}/page"})["error"]
    assert error.startswith(f"{server.url}/page: ") and "\n" not in error
    assert "404" in ask(path, {"subscribe": f"{server.url}/none"})["error"]
    assert "error" in ask(path, {"subscribe": str(tmp_path / "none.opml")})
    server.answers["/rss"] = body(rss(server), "application/rss+xml")
    ask(path, {"subscribe": f"{server.url}/rss"})
    del server.answers["/rss"]
    says = ask(path, {"refresh": []})
    assert says["new"] == 0 and "404" in says["feeds"][0]["error"]


def test_an_error_tells_whether_something_was_stored_before_it(
    tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise StoreError("the disk is full")

    path = Briefing.open(tmp_path / "store", create=True).path
    server.answers["/rss"] = body(rss(server), "application/rss+xml")
    monkeypatch.setattr("tui.workflows.refresh_feeds.refresh", full)
    says = ask(path, {"subscribe": f"{server.url}/none"})
    assert "404" in says["error"] and says["stored"] is False
    assert ask(path, {"subscribe": f"{server.url}/rss"}) == {"error": "the disk is full", "stored": True}
    assert ask(path, {"refresh": []}) == {"error": "the disk is full", "stored": False}
    assert [*Briefing.open(path).feeds()] == [f"{server.url}/rss"]


def test_a_server_that_takes_its_time_is_not_waited_for_once_the_reader_has_enough(
    tmp_path: Path, server: Server
) -> None:
    briefing, closed = Briefing.open(tmp_path / "store", create=True), threading.Event()
    server.answers["/rss"] = drip(server)
    done: list[dict[str, object]] = []
    asking = Work(briefing, closed, lambda _: None)
    thread = threading.Thread(target=lambda: done.append(asking.do({"subscribe": f"{server.url}/rss"})))
    thread.start()
    closed.set()
    thread.join(10)
    assert done == [{"added": [], "stopped": "stopped"}] and briefing.feeds() == {}
    briefing.close()


def report(number: int, place: str, *sentences: str) -> str:
    head = f"---\nheadline: Headline: {place}, {sentences[0][:30]}\noutlet: Courier {number}\npublished: 2024-01-10\n---"
    common = f"The mayor asked for patience in the evening, residents of {place} said."
    return f"{head}\n\n{' '.join(sentences)} {common} Neighbours in {place} spoke of little else.\n"


def test_one_pasted_page_tells_its_event_and_whether_regrouping_moved_it(tmp_path: Path) -> None:
    path = Briefing.open(tmp_path / "store", create=True).path
    strike = report(4, "Gravesund", "Teachers went on strike over the pay of classroom assistants.")
    fire = report(1, "Port Elwin", "A fire broke out in the harbour warehouse.", "Two dockers were burnt.")
    says = ask(path, {"text": strike, "event": "The strike"})
    assert (says["new"], says["event"], says["moved"]) == (1, "The strike", False)
    says = ask(path, {"text": fire})
    assert (says["new"], says["event"], says["moved"]) == (1, "The strike", True)
    again = ask(path, {"text": strike})
    assert again["known"] == 1 and "event" not in again


def test_the_verb_and_the_app_share_one_list_of_feeds(
    tmp_path: Path, server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    path = Briefing.open(tmp_path / "store", create=True).path
    server.answers["/rss"] = body(rss(server), "application/rss+xml")
    ask(path, {"subscribe": f"{server.url}/rss"})
    assert verb(["feeds", "list", "--store", os.fspath(path)]) == 0
    assert "Arn Courier" in capsys.readouterr().out

"""Lists of addresses are fetched, each page once, and what a list says of a page stands behind what the page says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import files
from tests.support.documents import html
from tests.support.files import DUNES, FERRY
from tests.support.server import Server, body
from tui.store.briefing import Briefing
from tui.workflows.import_pages import import_sources, import_text


@pytest.fixture
def server() -> Iterator[Server]:
    with Server().running() as running:
        running.answers["/ferry"] = body(html(published=""))
        running.answers["/bees"] = body(files.page_of(DUNES))
        yield running


def test_a_list_has_its_pages_fetched_once(tmp_path: Path, briefing: Briefing, server: Server) -> None:
    path = tmp_path / "urls.txt"
    path.write_text(
        f"# to read\n{server.url}/ferry\n{server.url}/bees\n{server.url}/ferry\n{server.url}/gone\n"
    )
    done = import_sources(briefing, [path])
    assert len(done.new) == 2
    assert [failure.origin for failure in done.failed] == [f"{server.url}/gone"]
    asked = len(server.asked)
    again = import_sources(briefing, [path])
    assert not again.new
    assert len(again.known) == 2
    assert server.paths()[asked:] == ["/gone"]


def test_a_table_says_the_day_of_a_page_that_does_not(
    tmp_path: Path, briefing: Briefing, server: Server
) -> None:
    path = tmp_path / "table.csv"
    path.write_text(
        f"media_name,publish_date,title,url\ncourier.example,2024-03-05,{FERRY},{server.url}/ferry\n"
    )
    import_sources(briefing, [path])
    (row,) = briefing.rows()
    (article,) = briefing.annotated(row["id"]).event.articles
    assert article.published == "2024-03-05"
    assert article.basis["published"] == "stated by the list of addresses"


def test_a_table_on_the_web_is_read_as_one_here(briefing: Briefing, server: Server) -> None:
    server.answers["/table.csv"] = body(f"title,url\n{FERRY},{server.url}/ferry\n", "text/csv")
    server.answers["/news.json"] = body(files.as_json(files.objects()), "application/json")
    assert len(import_sources(briefing, [f"{server.url}/table.csv"]).new) == 1
    assert len(import_sources(briefing, [f"{server.url}/news.json"]).new) == 2


def test_what_is_pasted_is_told_by_its_content_too(briefing: Briefing) -> None:
    done = import_text(briefing, "".join(map(files.nexis_uni, files.BOTH)))
    assert len(done.new) == 2
    refused = import_text(briefing, '{"name": "x", "version": 1}')
    assert "JSON without articles" in refused.failed[0].reason

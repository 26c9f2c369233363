"""What lies in a briefing's folder: plain TinyDB files, the user's alone, small, of a stated version."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tinydb import TinyDB, where

from tests.support.crash import build, page
from tui.commands.annotations import EditField, WriteNote, target_of
from tui.store.briefing import Briefing, StoreError
from tui.store.disk import schema


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a folder with spaces – ñandú"
    build(path, articles=6)
    return path


def test_stock_tinydb_opens_every_file_and_finds_documents_by_number(path: Path) -> None:
    briefing = Briefing.open(path)
    row = briefing.rows()[0]
    with TinyDB(path / "catalogue.json", access_mode="r") as db:
        found = db.table("events").get(where("id") == row["id"])
        assert found == row
        assert found is not None and db.table("events").get(doc_id=found.doc_id) == row
    everything = [*path.glob("*.json"), *path.glob("events/*.json"), *path.glob("notes/*.json")]
    assert len(everything) > 10
    for file in everything:
        with TinyDB(file, access_mode="r") as db:
            (meta,) = db.table("_meta").all()
            assert meta["schema"] == schema.SCHEMA
            assert all(document.doc_id < 2**60 for name in db.tables() for document in db.table(name))


def test_what_somebody_writes_with_stock_tinydb_is_seen_and_kept(path: Path) -> None:
    briefing = Briefing.open(path)
    row = briefing.rows()[0]
    article = briefing.annotated(row["id"]).event.articles[0]
    with TinyDB(path / "events" / f"{row['id']}.json") as db:
        db.table("articles").update({"author": "Written by hand"}, where("id") == article.id)
    seen = briefing.annotated(row["id"]).event.articles
    assert "Written by hand" in [each.author for each in seen]
    briefing.add([page(70, row["id"])])
    seen = briefing.annotated(row["id"]).event.articles
    assert len(seen) == 4 and "Written by hand" in [each.author for each in seen]


def test_imported_and_written_are_in_different_files(path: Path) -> None:
    briefing = Briefing.open(path)
    _, article, quote = next(briefing.quotes())
    before = {file.name: file.read_bytes() for file in path.glob("events/*")}
    briefing.do(WriteNote(target_of(quote), "a note"))
    briefing.do(EditField(target_of(article), "headline", "corrected"))
    assert {file.name: file.read_bytes() for file in path.glob("events/*")} == before
    assert "a note" in (path / "notes" / f"{article.id}.json").read_text()


def test_every_annotation_can_find_its_words_again(path: Path) -> None:
    briefing = Briefing.open(path)
    _, article, quote = next(briefing.quotes())
    briefing.do(WriteNote(target_of(quote), "a note"))
    stored = json.loads((path / "notes" / f"{article.id}.json").read_bytes())["annotations"]
    note = next(doc for doc in stored.values() if doc["motivation"] == "commenting")
    place = note["target"]["selector"]
    assert article.text[place["start"] : place["end"]] == place["exact"] == quote.words
    assert article.text[: place["start"]].endswith(place["prefix"]) and place["prefix"]


def test_a_step_leaves_nothing_lying_about(path: Path) -> None:
    assert [file for file in path.rglob("*") if ".new" in file.name or file.parent.name == ".pending"] == []


def test_no_briefing_is_made_by_looking_for_one(tmp_path: Path) -> None:
    for place in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(StoreError, match="no briefing"):
            Briefing.open(place)
    assert list(tmp_path.iterdir()) == []


def test_the_title_is_kept(tmp_path: Path) -> None:
    Briefing.open(tmp_path / "x", create=True, title="Channel ferries").close()
    assert Briefing.open(tmp_path / "x").title == "Channel ferries"
    briefing = Briefing.open(tmp_path / "x", create=True, title="another")  # there is one already
    briefing.add([page(1)])
    assert briefing.title == "Channel ferries"


def test_where_the_reader_was_is_kept_and_nonsense_in_it_ignored(path: Path) -> None:
    briefing = Briefing.open(path)
    assert briefing.place() == {}
    briefing.save_place({"event": "x", "scroll": 12})
    assert Briefing.open(path).place() == {"event": "x", "scroll": 12}
    (path / "place.json").write_bytes(b'["')
    assert Briefing.open(path).place() == {}


def test_things_are_found_by_a_unique_beginning_of_their_id(path: Path) -> None:
    briefing = Briefing.open(path)
    row, article, quote = next(briefing.quotes())
    assert briefing.find(quote.id) == target_of(quote)
    assert briefing.find(article.id[:12]).article == article.id
    assert briefing.find(row["id"][:12]).type == "event"
    assert briefing.find(quote.speakers[0][:12]).type == "speaker"
    for nothing in ("abc", "zzzzzz", "../x", ""):
        with pytest.raises(StoreError):
            briefing.find(nothing)


def test_an_ambiguous_beginning_names_the_candidates(tmp_path: Path) -> None:
    from dataclasses import replace

    briefing = Briefing.open(tmp_path, create=True)
    briefing.add([replace(page(1), article_id="convoy-a"), replace(page(2), article_id="convoy-b")])
    with pytest.raises(StoreError, match=r"convoy-a.*convoy-b"):
        briefing.find("convoy")


def test_rows_are_newest_first_and_undated_ones_last(tmp_path: Path) -> None:
    from dataclasses import replace

    briefing = Briefing.open(tmp_path, create=True)
    dates = ["2024-05", "", "2025-01-02", "XXXX-02-12", "2024-05-03", "2025"]
    pages = [page(number) for number in range(len(dates))]
    for one, date in zip(pages, dates, strict=True):
        briefing.add([replace(one, reading=replace(one.reading, event_date=date))])
    assert [row["date"] for row in briefing.rows()][:4] == ["2025-01-02", "2025", "2024-05-03", "2024-05"]
    assert {row["date"] for row in briefing.rows()[4:]} == {"", "XXXX-02-12"}


def test_counts_and_search_follow_what_is_done(path: Path) -> None:
    briefing = Briefing.open(path)
    _, article, quote = next(briefing.quotes())
    assert briefing.counts()[article.event].unread == 3
    briefing.do(WriteNote(target_of(quote), "Élysée palace"))
    assert briefing.counts()[article.event].notes == 1
    assert [hit[:3] for hit in briefing.select("elys PAL")] == [(article.event, article.id, (quote.id,))]
    assert briefing.select("convoy elysee nowhere") == []
    briefing.undo()
    assert briefing.select("elysee") == []
    assert briefing.select('"; DROP') == []


def test_opening_and_listing_needs_neither_tinydb_nor_locks_nor_sqlite(path: Path) -> None:
    code = (
        "import sys, pathlib; from tui.store.briefing import Briefing;"
        "b = Briefing.open(pathlib.Path(sys.argv[1]));"
        "b.annotated(b.rows()[0]['id']); b.tags(); b.changes_by_others();"
        "print([m for m in ('tinydb', 'filelock', 'sqlite3', 'textual', 'logging') if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"

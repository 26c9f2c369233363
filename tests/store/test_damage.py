"""Files of a briefing that were cut off, emptied, overwritten or garbled: nothing is lost without a word."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.crash import build
from tui.commands.annotations import EditField, WriteNote, target_of
from tui.store.briefing import Briefing, StoreError

Damage = Callable[[bytes, random.Random], bytes]


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small briefing in which every kind of file has been written more than once."""
    path = tmp_path_factory.mktemp("pristine") / "store"
    build(path, articles=6)
    briefing = Briefing.open(path)
    row = briefing.rows()[0]
    article = briefing.annotated(row["id"]).event.articles[0]
    quote = article.quotes[0]
    briefing.do(WriteNote(target_of(quote), "kept in mind"))
    briefing.do(WriteNote(target_of(quote), "and this as well"))
    briefing.do(EditField(target_of(quote), "speaker", "Nils Alder"))
    briefing.do(EditField(target_of(article), "event", "A day of its own"))
    briefing.do(EditField(target_of(article), "headline", "Seen anew"))
    briefing.close()
    return path


def look(path: Path) -> tuple[object, ...]:
    """Return all a reader can see of a briefing."""
    briefing = Briefing.open(path)
    rows = briefing.rows()
    seen = [briefing.annotated(row["id"]) for row in rows]
    state = (
        sorted(str(sorted(row.items())) for row in rows),
        sorted(str(one.event) for one in seen),
        sorted(str(sorted(one.annotations.items())) for one in seen),
        sorted(map(str, briefing.tags().values())),
        sorted(map(str, briefing.speakers().values())),
    )
    briefing.close()
    return state


def names(path: Path) -> list[str]:
    files = [*path.glob("*.json"), *path.glob("events/*.json"), *path.glob("notes/*.json")]
    return sorted(str(file.relative_to(path)) for file in files)


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda data, chance: data[: chance.randrange(1, len(data) - 2)], id="truncated"),
        pytest.param(lambda data, _: b"\0" * len(data), id="nulls"),
        pytest.param(lambda *_: b"", id="emptied"),
        pytest.param(lambda *_: b"null", id="null"),
        pytest.param(lambda *_: b"{}", id="no tables"),
        pytest.param(lambda *_: b'{"_meta":{"1":{"schema":1}},"event":[]}', id="no documents"),
        pytest.param(None, id="removed"),
    ],
)
def test_every_file_broken_at_once_comes_back_as_it_was(
    pristine: Path, tmp_path: Path, damage: Damage | None
) -> None:
    path = tmp_path / "store"
    shutil.copytree(pristine, path)
    before = look(path)
    chance = random.Random(1)
    broken = {}
    for name in names(path):
        if damage is None:
            (path / name).unlink()
        else:
            broken[name] = damage((path / name).read_bytes(), chance)
            (path / name).write_bytes(broken[name])
    (path / "index.sqlite").unlink(missing_ok=True)

    assert look(path) == before

    kept = [file.read_bytes() for file in (path / "damaged").iterdir()] if broken else []
    assert sorted(kept) == sorted(broken.values())
    assert look(path) == before  # and it stays so


def test_a_mended_file_is_told_of_once_by_name(pristine: Path, tmp_path: Path) -> None:
    path = tmp_path / "store"
    shutil.copytree(pristine, path)
    name = next(name for name in names(path) if name.startswith("notes/"))
    (path / name).write_bytes(b"{")
    briefing = Briefing.open(path)
    for row in briefing.rows():
        briefing.annotated(row["id"])
    assert len(briefing.warnings) == 1
    assert name in briefing.warnings[0]
    assert "damaged/" in briefing.warnings[0]


@pytest.mark.parametrize("damage", ["cut", "nulls", "empty", "garbled", "gone"])
def test_a_broken_journal_costs_no_note_only_undo(pristine: Path, tmp_path: Path, damage: str) -> None:
    path = tmp_path / "store"
    shutil.copytree(pristine, path)
    before = look(path)
    journal = path / "journal.jsonl"
    data = journal.read_bytes()
    match damage:
        case "cut":
            journal.write_bytes(data[:-20])
        case "nulls":
            journal.write_bytes(b"\0" * len(data))
        case "empty":
            journal.write_bytes(b"")
        case "garbled":
            journal.write_bytes(data[:50] + b"\xff\xff" + data[52:])
        case "gone":
            journal.unlink()
    assert look(path) == before
    briefing = Briefing.open(path)
    article = next(briefing.quotes())[1]
    briefing.do(WriteNote(target_of(article), "life goes on"))
    undone = briefing.undo()
    assert undone is not None and "note" in undone.label
    briefing.close()


def test_without_any_earlier_generation_a_broken_event_is_named_and_left_alone(
    pristine: Path, tmp_path: Path
) -> None:
    path = tmp_path / "store"
    shutil.copytree(pristine, path)
    row = next(row for row in Briefing.open(path).rows() if row["name"].startswith("Convoy"))
    file = path / "events" / f"{row['id']}.json"
    file.with_name(file.name + ".bak").unlink()
    file.write_bytes(b"{ not quite")
    briefing = Briefing.open(path)
    with pytest.raises(StoreError, match=row["id"]):
        briefing.annotated(row["id"])
    assert len(list(briefing.quotes())) >= 3  # the others can be read
    assert file.read_bytes() == b"{ not quite"


def test_a_newer_version_is_refused_in_one_line_and_nothing_is_touched(
    pristine: Path, tmp_path: Path
) -> None:
    path = tmp_path / "store"
    for name in names(pristine):
        shutil.rmtree(path, ignore_errors=True)
        shutil.copytree(pristine, path)
        newer = (path / name).read_bytes().replace(b'"schema":1', b'"schema":7')
        (path / name).write_bytes(newer)
        with pytest.raises(StoreError, match="schema 7") as refused:
            look(path)
        assert "\n" not in str(refused.value)
        assert (path / name).read_bytes() == newer


def test_the_index_is_made_again_whatever_happens_to_it(pristine: Path, tmp_path: Path) -> None:
    path = tmp_path / "store"
    shutil.copytree(pristine, path)
    briefing = Briefing.open(path)
    counts = briefing.counts()
    found = briefing.select("kept mind")
    assert found
    briefing.close()
    index = path / "index.sqlite"
    data = index.read_bytes()
    with sqlite3.connect(index) as db:
        db.execute("PRAGMA user_version = 99")  # of another version
    db.close()
    for broken in (index.read_bytes(), b"", b"\0" * 9000, data[: len(data) // 2], b"no database", None):
        if broken is None:
            index.unlink()
        else:
            index.write_bytes(broken)
        briefing = Briefing.open(path)
        assert briefing.counts() == counts
        assert briefing.select("kept mind") == found
        briefing.close()

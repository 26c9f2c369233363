"""The rows that a large briefing leaves to the next start: the same as those of its catalogue, or none."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.support.crash import page
from tui.commands.annotations import EditField, target_of
from tui.core.edtf import is_date
from tui.core.event_rows import EventRows
from tui.core.model import EventRow
from tui.store import row_file
from tui.store.briefing import Briefing
from tui.ui.panes.timeline import ORDERS, Timeline

DATES = (
    "2024-05",
    "",
    "2025-01-02",
    "XXXX-02-12",
    "2025-01-03",
    "2025",
    "../2001",
    "2024-22",
    "202X",
    "2024-05-03",
)
NAMES = ("Ferry leaves", "Œuvre d'été – “prête”", "Паром ушёл", "渡し船が出る", "Ferry 🌊 e\u0301", "a" * 90)


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a briefing that is taken for a large one."""
    monkeypatch.setattr(row_file, "LARGE", 2)
    assert all(is_date(date) for date in DATES if date)
    folder = tmp_path / "store"
    briefing = Briefing.open(folder, create=True, title="Ferries")
    for number, date in enumerate(DATES):
        one = page(number)
        reading = replace(one.reading, event_date=date)
        briefing.add([replace(one, reading=reading, event_name=NAMES[number % len(NAMES)])])
    briefing.rows()
    briefing.close()
    return folder


def shown(folder: Path) -> tuple[str, list[EventRow], list[str]]:
    """Return what the reader sees of a briefing at its start: title, rows, and what was mended."""
    briefing = Briefing.open(folder)
    title, rows = briefing.title, list(briefing.rows())
    briefing.close()
    return title, rows, briefing.warnings


def unreadable(folder: Path) -> None:
    """Leave nothing in the catalogue by which it could be told that it is not the one it was."""
    file = folder / "catalogue.json"
    before = file.stat()
    with file.open("r+b") as opened:
        opened.write(b"x" * before.st_size)
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def test_a_start_shows_the_same_rows_without_reading_the_catalogue(path: Path) -> None:
    kept = shown(path)
    (path / row_file.NAME).rename(path / "aside")
    assert shown(path) == kept and len(kept[1]) == len(DATES)
    (path / "aside").rename(path / row_file.NAME)
    unreadable(path)
    assert shown(path) == kept and kept[0] == "Ferries" and not kept[2]


def test_the_timeline_is_the_same_in_every_order_and_width(path: Path) -> None:
    briefing = Briefing.open(path)
    kept = briefing.rows()
    plain = list(kept)
    for order in ORDERS:
        unread = {plain[0]["id"], plain[-1]["id"]}
        ours, theirs = Timeline(kept, order, unread), Timeline(plain, order, unread)
        assert [ours[at] for at in range(len(ours))] == [theirs[at] for at in range(len(theirs))]
        for room in (8, 12, 20, 100):
            assert ours.heights(room) == theirs.heights(room)
    briefing.close()


def test_what_is_said_to_take_one_cell_takes_one() -> None:
    every = [chr(code) for code in range(0x20, 0x3000) if chr(code).isprintable()]
    rows = EventRows([{"name": each} for each in every])  # type: ignore[typeddict-item]
    known = [each for each, cells in zip(every, rows.cells, strict=True) if cells >= 0]
    assert len(known) > 900 and [each for each in known if cell_len(each) != 1] == []


def _cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-40])


def _flipped(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[data.index(b"Ferry leaves")] ^= 1
    file.write_bytes(bytes(data))


def _older(file: Path) -> None:
    file.write_bytes(b"0.0" + file.read_bytes()[3:])


@pytest.mark.parametrize("spoil", [_cut, _flipped, _older, Path.unlink, lambda file: file.write_bytes(b"")])
def test_what_is_not_whole_is_not_believed(path: Path, spoil: Callable[[Path], None]) -> None:
    whole = shown(path)
    spoil(path / row_file.NAME)
    assert shown(path) == whole
    assert shown(path) == whole  # which was written anew


def test_another_catalogue_is_read_whoever_wrote_it(path: Path) -> None:
    file = path / "catalogue.json"
    aside = path / "aside"
    aside.write_bytes(file.read_bytes().replace(b"Ferry leaves", b"Ferry stayed"))
    reader = Briefing.open(path)
    assert "Ferry leaves" in {row["name"] for row in reader.rows()}
    aside.replace(file)
    for briefing in (reader, Briefing.open(path)):
        names = {row["name"] for row in briefing.rows()}
        assert "Ferry stayed" in names and "Ferry leaves" not in names
        briefing.close()


def test_what_the_reader_corrects_is_in_the_rows_at_once_and_at_the_next_start(path: Path) -> None:
    briefing = Briefing.open(path)
    first = briefing.rows()[0]["id"]
    briefing.do(EditField(target_of(briefing.annotated(first).event), "name", "The ferry came back"))
    assert briefing.rows()[0]["name"] == "The ferry came back"
    briefing.close()
    unreadable(path)
    assert "The ferry came back" in {row["name"] for row in Briefing.open(path).rows()}


def test_who_only_reads_leaves_nothing(path: Path) -> None:
    (path / row_file.NAME).unlink()
    briefing = Briefing.open(path, reading=True)
    assert len(briefing.rows()) == len(DATES)
    briefing.close()
    barred = Briefing.open(path)
    barred.bar("to be read only")
    assert len(barred.rows()) == len(DATES)
    barred.close()
    assert not (path / row_file.NAME).exists()

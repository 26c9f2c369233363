"""Looking a briefing over, and mending it."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from tests.support.crash import build
from tui.commands.annotations import WriteNote, target_of
from tui.store.briefing import Briefing
from tui.store.maintenance.check import find_damage


@pytest.fixture
def path(tmp_path: Path) -> Path:
    build(tmp_path / "store", articles=6)
    return tmp_path / "store"


def everything(path: Path) -> dict[str, bytes]:
    return {str(file): file.read_bytes() for file in path.rglob("*") if file.is_file()}


def test_a_sound_briefing_has_nothing_to_find(path: Path) -> None:
    assert find_damage(path) == []
    assert Briefing.open(path).repair() == []


def test_everything_broken_is_named_with_its_cure_and_nothing_is_touched(path: Path) -> None:
    note = next(path.glob("notes/*.json"))
    event = sorted(path.glob("events/*.json"))[0]
    lost = sorted(path.glob("events/*.json"))[1]
    source = next(path.glob("sources/*.gz"))
    note.write_bytes(b"")
    event.write_bytes(event.read_bytes()[:100])
    lost.write_bytes(b"{")
    lost.with_name(lost.name + ".bak").unlink()
    source.unlink()
    (path / "events" / "x (conflicted copy).json").write_bytes(b"{}")
    before = everything(path)
    found = {finding.file: finding for finding in find_damage(path)}
    assert everything(path) == before
    assert "previous generation" in found[event].cure
    assert "import its pages again" in found[lost].cure
    assert "empty" in found[note].what and found[note].cure
    assert source in found or lost in found
    assert any("synchronises" in finding.what for finding in found.values())


def test_repair_mends_what_check_finds(path: Path) -> None:
    briefing = Briefing.open(path)
    rows = briefing.rows()
    _, article, quote = next(briefing.quotes())
    briefing.do(WriteNote(target_of(quote), "dear to me"))
    briefing.close()
    event = path / "events" / f"{article.event}.json"
    event.write_bytes(b"\0" * 99)
    (path / "notes" / f"{article.id}.json").write_bytes(b"[]")
    catalogue = (path / "catalogue.json").read_bytes()
    (path / "catalogue.json").write_bytes(catalogue.replace(b'"articles":3', b'"articles":4'))
    assert len(find_damage(path)) >= 3
    again = Briefing.open(path)
    done = again.repair()
    assert len(done) == 3 and all("\n" not in line for line in done)
    assert find_damage(path) == []
    assert again.rows() == rows
    assert again.annotated(article.event).note(quote.id) == "dear to me"


def test_a_folder_that_is_no_briefing_is_said_to_be_none(tmp_path: Path) -> None:
    (finding,) = find_damage(tmp_path)
    assert "no briefing" in finding.what


@pytest.mark.parametrize(
    "name",
    [
        "catalogue (conflicted copy 2025-07-01).json",  # Dropbox, Nextcloud
        "catalogue (Ana Tern's conflicted copy 2025-07-01).json",
        "codebook (In Konflikt stehende Kopie von Ana 2025-07-01).json",
        "speakers (copie en conflit de Ana 2025-07-01).json",
        "catalogue (conflicted copy 2025-07-01 120000).json",
        "codebook.sync-conflict-20250701-120000-ABCDEFG.json",  # Syncthing
        "journal.sync-conflict-20250701-120000-ABCDEFG.jsonl",
        "codebook_conflict-20250701-120000.json",  # ownCloud
        "notes/0123456789abcdef0123456789abcdef_conflict-20250701-120000.json",
        "Copy of speakers.json",
        "journal (1).jsonl",  # Google Drive
        "codebook [Conflict].json",
        "speakers-LAPTOP.json",  # OneDrive
        "codebook-LAPTOP-2.json",
        "feeds 2.json",  # iCloud
        "catalogue.json (Ana's copy)",
        "notes/0123456789abcdef0123456789abcdef-LAPTOP.json",
        "events/0123456789abcdef0123456789abcdef (2).json",
        "notes/0123456789abcdef0123456789abcdef 3.json",
        "notes/0123456789abcdef0123456789abcdef.sync-conflict-20250701-120000-ABCDEFG.json",
        "events/0123456789abcdef0123456789abcdef (conflicted copy 2025-07-01).json.bak",
        "versions/0123456789abcdef0123456789abcdef (1).json",
    ],
)
def test_a_copy_that_a_synchronising_program_left_is_noticed_and_not_read(path: Path, name: str) -> None:
    before = Briefing.open(path).rows()
    (path / name).parent.mkdir(mode=0o700, exist_ok=True)
    (path / name).write_bytes(b'{"events":{}}')
    briefing = Briefing.open(path)
    assert briefing.rows() == before
    counts = briefing.counts()
    assert set(counts) == {row["id"] for row in before}
    assert any(name.rpartition("/")[2] in notice and "check" in notice for notice in briefing.warnings)
    briefing.close()
    assert [finding.file for finding in find_damage(path) if not finding.remark] == [path / name]
    assert (path / name).read_bytes() == b'{"events":{}}'


@pytest.mark.parametrize(
    "name", ["index (1).sqlite", "place 2.json", ".syncthing.codebook.json.tmp", "notes.txt"]
)
def test_a_copy_of_what_holds_nothing_of_the_readers_is_no_news(path: Path, name: str) -> None:
    (path / name).write_bytes(b"{}")
    (path / name).chmod(0o600)
    assert find_damage(path) == []


def test_rights_of_others_are_remarked_and_taken_away(path: Path) -> None:
    (path / "codebook.json").chmod(0o644)
    (path / "notes").chmod(0o755)
    (finding,) = find_damage(path)
    assert finding.remark and "others" in finding.what
    Briefing.open(path).repair()
    assert find_damage(path) == []
    assert stat.S_IMODE((path / "notes").stat().st_mode) == 0o700

"""What docs/promises.md says of files that can be lost, of data without this program, and of exports."""

from __future__ import annotations

import gzip
import json
import os
import stat
import zipfile
from pathlib import Path

import pytest

from tests.support.crash import build
from tui.cli.parser import main
from tui.commands.annotations import WriteNote, target_of
from tui.store.briefing import Briefing


@pytest.fixture
def path(tmp_path: Path) -> Path:
    build(tmp_path / "store", articles=6)
    briefing = Briefing.open(tmp_path / "store")
    _, article, quote = next(briefing.quotes())
    briefing.do(WriteNote(target_of(quote), "Ask the harbour master."))
    briefing.keep_arrivals([article.id], [])
    briefing.counts()
    briefing.close()
    return tmp_path / "store"


def test_what_is_made_for_convenience_may_be_lost_and_nobody_is_told(path: Path) -> None:
    for name in ("arrivals.json", "place.json", ".synced", ".lock-holder"):
        (path / name).unlink(missing_ok=True)
    for file in path.glob("index.sqlite*"):
        file.unlink()
    briefing = Briefing.open(path)
    assert sum(row["articles"] for row in briefing.rows()) == 6
    assert sum(counts.notes for counts in briefing.counts().values()) == 1
    assert briefing.warnings == []
    briefing.close()


def test_everything_can_be_read_without_this_program(path: Path) -> None:
    briefing = Briefing.open(path)
    _, article, quote = next(briefing.quotes())
    page = briefing.raw(article)
    briefing.close()
    event = json.loads((path / "events" / f"{article.event}.json").read_text("utf-8"))
    assert any(each["text"] == article.text for each in event["articles"].values())
    written = [json.loads(file.read_text("utf-8")) for file in (path / "notes").glob("*.json")]
    assert "Ask the harbour master." in json.dumps(written) and quote.id in json.dumps(written)
    assert gzip.decompress((path / "sources" / f"{article.source}.gz").read_bytes()).decode() == page


def test_a_backup_holds_the_files_as_they_lie_in_the_folder(path: Path, tmp_path: Path) -> None:
    assert main(["backup", str(tmp_path / "b.zip"), "--store", str(path)]) == 0
    with zipfile.ZipFile(tmp_path / "b.zip") as archive:
        held = {name.partition("/")[2]: archive.read(name) for name in archive.namelist() if "/" in name}
    for file in [
        path / "catalogue.json",
        *path.glob("events/*.json"),
        *path.glob("notes/*.json"),
        *path.glob("sources/*"),
    ]:
        assert held[str(file.relative_to(path))] == file.read_bytes()


def test_an_export_has_the_rights_the_umask_gives(path: Path, tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        assert main(["export", "--format", "csv", "-o", str(tmp_path / "out.csv"), "--store", str(path)]) == 0
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "out.csv").stat().st_mode) == 0o640


def test_importing_is_no_command_and_is_not_taken_back(path: Path, tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text("In Ostrand the ferry sank. “It will hold,” said Ida Lund.\n")
    assert main(["import", str(tmp_path / "page.md"), "--store", str(path)]) == 0
    briefing = Briefing.open(path)
    while briefing.undo():
        pass
    assert sum(row["articles"] for row in briefing.rows()) == 7
    briefing.close()

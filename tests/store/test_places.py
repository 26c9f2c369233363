"""Where a briefing may lie: paths of any letters and length, folders that can only be read, another machine."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.convoys import saved
from tests.support.damage import reading_verbs, run_verb
from tests.support.full import can_mount
from tests.support.specimen import seen, specimen
from tui.store.briefing import Briefing


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("DATA", "CONFIG", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    monkeypatch.delenv("BRIEFING_STORE", raising=False)
    return tmp_path


@pytest.mark.parametrize(
    "place",
    [
        "a folder  with blanks ",
        "Žluťoučký кот 数据 ☃ 🌊",
        "it's “quoted” & <b>100%</b> #1 ?a=b;c",
        "-n",
        f"{'é' * 120}/{'数' * 80}/{'x' * 250}",
    ],
)
def test_a_briefing_lies_in_a_folder_of_any_name(home: Path, place: str) -> None:
    (home / "pages").mkdir()
    for number in range(3):
        (home / "pages" / f"{number}.md").write_text(saved(number), encoding="utf-8")
    store = home / place
    told = ("--store", str(store))
    assert run_verb("import", str(home / "pages"), *told)[0] == 0
    quote = json.loads(run_verb("quotes", "--json", *told)[1].splitlines()[0])["id"]
    for verb in reading_verbs(quote, home):
        assert run_verb(*verb, *told)[0] == 0, verb
    assert run_verb("check", *told)[0] == 0
    archive = store.with_name(f"{'b' * 240}.zip")
    assert run_verb("backup", str(archive), *told)[0] == 0
    again = store.with_name("r" * 250)
    assert run_verb("restore", str(archive), "--store", str(again))[0] == 0
    assert seen(again) == seen(store)


@pytest.fixture
def unwritten(home: Path) -> Iterator[Path]:
    """A briefing that can only be read: on a disk that is mounted so, or by its rights where we are no root."""
    specimen(home / "made")
    store = home / "store"
    if can_mount():
        store.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "tmpfs", store], check=True)
        shutil.copytree(home / "made", store, dirs_exist_ok=True)
        subprocess.run(["mount", "-o", "remount,ro", store], check=True)
        try:
            yield store
        finally:
            subprocess.run(["umount", "-l", store], check=True)
    elif os.name != "nt" and os.geteuid() != 0:
        shutil.copytree(home / "made", store)
        folders = [store, *(each for each in store.rglob("*") if each.is_dir())]
        for each in folders:
            each.chmod(0o500)
        try:
            yield store
        finally:
            for each in folders:
                each.chmod(0o700)
    else:
        pytest.skip("no folder can be made that may only be read")


def test_what_can_only_be_read_is_read_and_refuses_in_one_line(unwritten: Path, home: Path) -> None:
    told = ("--store", str(unwritten))
    quote = json.loads(run_verb("quotes", "--json", *told)[1].splitlines()[0])["id"]
    *reading, tag, note = reading_verbs(quote, home)
    for verb in reading:
        status, out, _ = run_verb(*verb, *told)
        assert status == 0 and (out or verb[0] == "export"), verb
    assert seen(unwritten) == seen(home / "made")
    assert run_verb("check", *told)[0] == 0
    assert run_verb("backup", str(home / "b.zip"), *told)[0] == 0
    (home / "page.md").write_text(saved(70), encoding="utf-8")
    for verb in (note, tag, ("import", str(home / "page.md"))):
        status, out, err = run_verb(*verb, *told)
        assert status == 1 and str(unwritten) in err and "\n" not in err.rstrip("\n"), (verb, out, err)


def test_a_broken_file_where_nothing_can_be_written_is_put_together_for_reading(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    specimen(home / "store")
    before = {key: str(value) for key, value in seen(home / "store").items()}
    for file in (*home.glob("store/notes/*.json"), *home.glob("store/*.json")):
        if file.name not in ("place.json", "catalogue.json"):
            file.write_bytes(b"{")

    def refuse(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("filelock.FileLock.acquire", refuse)
    assert {key: str(value) for key, value in seen(home / "store").items()} == before


def test_a_backup_is_the_same_briefing_on_another_machine(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    specimen(home / "store")
    told = ("--store", str(home / "store"))
    assert run_verb("backup", str(home / "b.zip"), *told)[0] == 0
    before = seen(home / "store")
    files = {
        each.relative_to(home / "store").as_posix(): each.read_bytes()
        for each in (home / "store").rglob("*")
        if each.is_file()
        and not each.name.startswith(("index.sqlite", ".lock"))
        and ".sessions" not in each.parts
    }
    monkeypatch.setenv("HOME", str(home / "other"))
    for name in ("DATA", "CONFIG", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / "other" / name))
    for module in ("disk.folder", "maintenance.recover"):
        monkeypatch.setattr(f"tui.store.{module}.boot_id", lambda: "another machine")
    status, out, _ = run_verb("restore", str(home / "b.zip"), "--briefing", "From home", "--json")
    there = Path(json.loads(out)["briefing"])
    assert status == 0 and there.is_relative_to(home / "other")
    assert {name: (there / name).read_bytes() for name in files} == files
    assert seen(there) == before
    briefing = Briefing.open(there)
    assert briefing.warnings == [] and briefing.undo() is not None
    briefing.close()

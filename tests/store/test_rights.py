"""Whatever the umask says: a briefing, what is remembered of it and what is copied are the reader's alone."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.crash import page
from tests.support.damage import run_verb
from tests.support.specimen import specimen
from tui.commands.annotations import WriteNote, target_of
from tui.settings import state
from tui.store import library
from tui.store.briefing import Briefing
from tui.store.maintenance import restore

pytestmark = pytest.mark.skipif(os.name == "nt", reason="rights of another kind")


@pytest.fixture(params=[0o000, 0o022, 0o077])
def home(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    for name in ("DATA", "CONFIG", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / "home" / "deep" / name.lower()))
    monkeypatch.delenv("BRIEFING_STORE", raising=False)
    before = os.umask(request.param)
    try:
        yield tmp_path / "home"
    finally:
        os.umask(before)


def open_to_others(root: Path) -> list[str]:
    found = [root, *root.rglob("*")]
    return [
        f"{stat.S_IMODE(each.stat().st_mode):o} {each}"
        for each in found
        if stat.S_IMODE(each.stat().st_mode) != (0o700 if each.is_dir() else 0o600)
    ]


def test_every_file_and_folder_is_the_readers_alone(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = library.create_briefing("Grain").path
    shutil.rmtree(store)
    specimen(store)
    library.sample()
    state.set_theme("nord")
    library.set_last("Grain")
    briefing = Briefing.open(store)
    briefing.do(WriteNote(target_of(next(briefing.quotes())[2]), "with the index open"))
    briefing.add([page(300)])
    briefing.counts()
    assert (store / "index.sqlite-wal").exists() and open_to_others(home) == []
    monkeypatch.setattr(os, "link", _no_links)  # as on a disk that knows none
    briefing.do(WriteNote(target_of(next(briefing.quotes())[2]), "without links"))
    for name in ("codebook.json", "journal.jsonl", next(iter(store.glob("sources/*"))).relative_to(store)):
        (store / name).write_bytes((store / name).read_bytes()[:30])
    briefing.close()
    run_verb("check", "--repair", "--store", str(store))
    assert list((store / restore.DAMAGED).iterdir()) and open_to_others(home) == []
    out = home / "out"
    out.mkdir(mode=0o700)
    assert run_verb("backup", str(out / "grain.zip"), "--store", str(store))[0] == 0
    again = out / "new" / "deep" / "store"
    assert run_verb("restore", str(out / "grain.zip"), "--store", str(again))[0] == 0
    assert open_to_others(home) == []


def _no_links(*_: object, **__: object) -> None:
    raise OSError(95, "Operation not supported")

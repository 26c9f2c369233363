"""A file or a folder is there whole or not at all, and nothing is left beside it."""

from __future__ import annotations

import os
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from tui.settings.atomic_files import (
    export_whole,
    link_or_copy,
    replacing,
    sync_each,
    write_new,
    write_whole,
)


def test_what_fails_midway_leaves_what_was_there_and_nothing_else(tmp_path: Path) -> None:
    whole, folder = tmp_path / "whole", tmp_path / "folder"
    write_whole(whole, b"old")
    with pytest.raises(RuntimeError), replacing(whole) as half:
        half.write_bytes(b"new")
        raise RuntimeError
    with pytest.raises(RuntimeError), replacing(folder) as half:
        (half / "deep").mkdir(parents=True)
        raise RuntimeError
    assert [each.name for each in tmp_path.iterdir()] == ["whole"] and whole.read_bytes() == b"old"
    with replacing(folder) as half:
        (half / "deep").mkdir(parents=True)
    write_whole(whole, b"new", sync=False, spare=tmp_path / "spare")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["folder", "whole"]
    assert whole.read_bytes() == b"new" and (folder / "deep").is_dir()


@pytest.mark.skipif(os.name == "nt", reason="rights are another matter there")
def test_what_is_the_users_alone_stays_so_and_an_export_keeps_the_rights_it_had(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        export_whole(tmp_path / "deep" / "new.csv", ["é", b"\n"])
        write_whole(tmp_path / "own", b"x")
        (tmp_path / "mine.csv").write_bytes(b"x")
        (tmp_path / "mine.csv").chmod(0o604)
        export_whole(tmp_path / "mine.csv", ["y"])
    finally:
        os.umask(before)
    found = {each.name: each.stat().st_mode & 0o777 for each in tmp_path.rglob("*") if each.is_file()}
    assert found == {"new.csv": 0o640, "own": 0o600, "mine.csv": 0o604}
    assert (tmp_path / "deep" / "new.csv").read_text(encoding="utf-8") == "é\n"


def test_a_file_has_a_second_name_or_a_copy_where_there_are_no_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").write_bytes(b"x")
    link_or_copy(tmp_path / "a", tmp_path / "b")
    monkeypatch.setattr(os, "link", _no_links)
    link_or_copy(tmp_path / "a", tmp_path / "c")
    assert (tmp_path / "b").samefile(tmp_path / "a") and not (tmp_path / "c").samefile(tmp_path / "a")
    assert (tmp_path / "c").read_bytes() == b"x"
    with pytest.raises(FileNotFoundError):
        link_or_copy(tmp_path / "nowhere", tmp_path / "d")


def _no_links(*_: object) -> None:
    raise OSError(95, "Operation not supported")


def test_that_one_of_many_files_did_not_reach_the_disk_is_told(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number:02}" for number in range(20)]
    for path in paths:
        write_new(path, b"text", sync=False)
    sync_each(paths)
    paths[7].unlink()
    with pytest.raises(FileNotFoundError, match="07"):
        sync_each(paths)


@pytest.mark.parametrize("begun", [0, 3])
def test_files_are_waited_for_where_no_thread_is_to_be_had(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, begun: int
) -> None:
    """A step that is written while the program ends is stored: no thread can be begun any more then."""
    paths = [tmp_path / f"{number:02}" for number in range(8)]
    for path in paths:
        write_new(path, b"text", sync=False)
    submit, synced, fsync = ThreadPoolExecutor.submit, list[int](), os.fsync
    left = iter(range(begun))

    def refuse(threads: ThreadPoolExecutor, *task: Any) -> Any:
        if next(left, None) is None:
            raise RuntimeError("cannot schedule new futures after interpreter shutdown")
        return submit(threads, *task)

    def count(handle: int) -> None:
        synced.append(os.fstat(handle).st_ino)
        fsync(handle)

    monkeypatch.setattr(ThreadPoolExecutor, "submit", refuse)
    monkeypatch.setattr(os, "fsync", count)
    sync_each(paths)
    assert sorted(synced) == sorted(path.stat().st_ino for path in paths)


@pytest.mark.skipif(os.name == "nt", reason="pipes with a name are those of Unix")
def test_an_export_to_a_pipe_is_written_to_it_and_one_to_a_link_goes_where_it_leads(tmp_path: Path) -> None:
    pipe, got = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    export_whole(pipe, ["a", "b"])
    reader.join(10)
    assert got == [b"ab"]
    assert pipe.is_fifo()
    (tmp_path / "link").symlink_to(tmp_path / "file")
    for text in ("first", "second"):
        export_whole(tmp_path / "link", [text])
        assert (tmp_path / "link").is_symlink()
        assert (tmp_path / "file").read_text() == text

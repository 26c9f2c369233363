"""Files, folders and bytes become sources; what cannot be read says so in one line."""

from __future__ import annotations

import gzip
import os
import sys
from pathlib import Path

import pytest

from tui.reading.containers import iter_all
from tui.reading.encoding import BadSourceError, decode
from tui.reading.source_kind import kind_of
from tui.reading.sources import (
    LARGEST,
    Failure,
    IgnoredFile,
    Source,
    iter_paths,
    read_file,
)


def failure(path: Path) -> str:
    found = read_file(path)
    assert isinstance(found, Failure), found
    assert str(path.name) in str(found)
    assert "\n" not in str(found)
    return found.reason


def test_a_folder_is_walked_in_the_order_of_names_and_only_pages_are_taken(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("b/2.html", "b/1.txt", "a.md", "c.txt.gz", "picture.png", ".hidden.txt"):
        (tmp_path / name).write_text("text")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "x.txt").write_text("text")
    found = list(iter_paths([tmp_path]))
    assert [p.relative_to(tmp_path).as_posix() for p in found if isinstance(p, Path)] == [
        "a.md",
        "c.txt.gz",
        "b/1.txt",
        "b/2.html",
    ]
    assert [Path(each.origin).name for each in found if isinstance(each, IgnoredFile)] == ["picture.png"]


def test_a_file_that_is_named_is_read_whatever_it_is_called(tmp_path: Path) -> None:
    path = tmp_path / "page"
    path.write_text("Some words.")
    found = list(iter_all([path]))
    assert isinstance(found[0], Source)
    assert found[0].raw == b"Some words."
    assert found[0].kind == "page"


def test_html_is_known_by_its_name_or_its_beginning(tmp_path: Path) -> None:
    assert kind_of("A.HTM") == "html"
    assert kind_of("a.html.gz") == "html"
    assert kind_of("a.md") == "markdown"
    assert kind_of("a.jpeg") is None
    path = tmp_path / "saved"
    path.write_text("\n<!DOCTYPE html><html></html>")
    found = read_file(path)
    assert isinstance(found, Source)
    assert found.kind == "html"


def test_links_that_lead_out_of_a_folder_are_refused_and_those_inside_are_read(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text("a secret")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "own.txt").write_text("its own")
    (folder / "inside.txt").symlink_to(folder / "own.txt")
    (folder / "leads-out.txt").symlink_to(outside / "secret.txt")
    (folder / "leads-out").symlink_to(outside)
    (folder / "dead.txt").symlink_to(folder / "nowhere")
    found = list(iter_all([folder]))
    assert not [s for s in found if isinstance(s, Source) and b"secret" in s.raw]
    assert sum(isinstance(s, Source) for s in found) == 2
    refused = {Path(f.origin).name for f in found if isinstance(f, Failure)}
    assert refused == {"leads-out.txt", "leads-out", "dead.txt"}
    # A link that the reader names is his own word.
    assert isinstance(next(iter_all([folder / "leads-out.txt"])), Source)


def test_a_briefing_in_a_folder_is_no_source(tmp_path: Path) -> None:
    for name in ("a.txt", "b/catalogue.json", "b/journal.jsonl", "b/backup/c.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("{}")
    assert [Path(each.origin).name for each in iter_all([tmp_path])] == ["a.txt"]


def test_pipes_in_a_folder_do_not_make_it_wait(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (found,) = iter_all([tmp_path])
    assert isinstance(found, Failure)
    assert "not a file" in found.reason


def test_what_is_missing_too_large_or_a_bomb_is_named(tmp_path: Path) -> None:
    (missing,) = iter_all([tmp_path / "no.txt"])
    assert isinstance(missing, Failure)
    assert "no such file" in missing.reason
    big = tmp_path / "big.txt"
    with big.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    assert "too large" in failure(big)
    bomb = tmp_path / "bomb.txt.gz"
    bomb.write_bytes(gzip.compress(b"\0" * (4 * LARGEST)))
    assert "unpacks to more" in failure(bomb)
    broken = tmp_path / "broken.txt.gz"
    broken.write_bytes(gzip.compress(b"some text of a page" * 50)[:-12])
    assert "ends in the middle" in failure(broken)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "closed.txt"
    path.write_text("text")
    path.chmod(0)
    assert "chmod" in failure(path)


def test_names_of_files_are_cleaned(tmp_path: Path) -> None:
    path = tmp_path / "a\x1b]52;c;QQ\x07b\u202e.txt"
    path.write_text("text")
    found = read_file(path)
    assert found.origin.endswith("a]52;c;QQb.txt")


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_the_encoding_is_found(encoding: str) -> None:
    text = "“Déjà vu,” said the café’s owner – twice.\nAnd once more, for good measure."
    assert decode(text.encode(encoding)) == text


def test_a_broken_byte_in_utf8_does_not_turn_the_page_into_another_encoding() -> None:
    raw = ("Свидетели сказали, что видели это. " * 5).encode()
    assert decode(raw + b"\xff" + raw).count("Свидетели") == 10


def test_stray_control_characters_are_dropped_not_refused() -> None:
    assert decode(b"Head\x00line \x1b[31mred \xed\xa0\x80end of the line, and more of it") == (
        "Headline [31mred end of the line, and more of it"
    )


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04....", "zip"),
        (bytes(range(256)) * 20, "not text"),
    ],
)
def test_what_is_not_text_is_refused(raw: bytes, reason: str) -> None:
    with pytest.raises(BadSourceError, match=reason):
        decode(raw)


@pytest.mark.skipif(sys.platform == "darwin", reason="its names are UTF-8, always")
def test_a_name_in_an_old_encoding_shows_where_a_letter_is_missing(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text(
        "Velmora closed the harbour, Ida Lund said.\n", "utf-8"
    )
    assert [Path(str(each.origin)).name for each in iter_all([tmp_path])] == ["caf�.txt"]

"""The sample that ships is what its sources give today, and opens as any briefing does."""

from __future__ import annotations

import gzip
import shutil
from pathlib import Path

import pytest

from tools import build_sample
from tui.store.briefing import Briefing
from tui.workflows.import_pages import import_sources

DATA = Path(__file__).resolve().parents[2] / "data"


def content(store: Path) -> dict[str, bytes]:
    """Return what the files of a store hold; packed ones unpacked, for zlibs differ."""
    files = {
        path.relative_to(store).as_posix(): path.read_bytes() for path in store.rglob("*") if path.is_file()
    }
    return {name: gzip.decompress(data) if name.endswith(".gz") else data for name, data in files.items()}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return shutil.copytree(DATA / "store", tmp_path / "copy")


def test_the_store_is_current(tmp_path: Path) -> None:
    build_sample.build(DATA / "sources", tmp_path / "store")
    built, shipped = content(tmp_path / "store"), content(DATA / "store")
    differing = sorted(name for name in built.keys() | shipped.keys() if built.get(name) != shipped.get(name))
    assert differing == [], "data/store is not what data/sources give: run python -m tools.build_sample"


def test_a_build_replaces_the_one_before(tmp_path: Path) -> None:
    sources = shutil.copytree(DATA / "sources", tmp_path / "sources")
    build_sample.build(sources, tmp_path / "store")
    gone = min(sources.glob("2025-12-*.md"))
    gone.unlink()
    build_sample.build(sources, tmp_path / "store")
    briefing = Briefing.open(tmp_path / "store")
    assert sum(row["articles"] for row in briefing.rows()) == len(list(sources.glob("*.md")))
    assert gone.stem not in str(content(tmp_path / "store"))


def test_a_source_that_cannot_be_taken_is_named_and_the_store_left(tmp_path: Path) -> None:
    sources = shutil.copytree(DATA / "sources", tmp_path / "sources")
    build_sample.build(sources, tmp_path / "store")
    before = content(tmp_path / "store")
    (sources / "2099-empty.md").write_bytes(b"")
    with pytest.raises(build_sample.SampleError, match=r"2099-empty\.md"):
        build_sample.build(sources, tmp_path / "store")
    assert content(tmp_path / "store") == before
    assert {path.name for path in tmp_path.iterdir()} == {"sources", "store"}


def test_it_opens_without_complaint(copy: Path) -> None:
    briefing = Briefing.open(copy)
    rows = briefing.rows()
    assert briefing.title == build_sample.TITLE
    assert briefing.warnings == []
    assert [row["date"] for row in rows] == [
        "2025-12",
        "2025-07-01",
        "2022-02-21",
        "2022-02-20",
        "2022-02-12",
        "2022-02-10",
        "2022-01-31",
    ]
    assert not any(row["inferred"] for row in rows)
    assert all(row["quotes"] for row in rows)
    assert sum(row["articles"] for row in rows) == len(list((DATA / "sources").glob("*.md")))


def test_nothing_in_it_waits_to_be_undone(copy: Path) -> None:
    briefing = Briefing.open(copy)
    assert briefing.undo() is None
    assert briefing.redo() is None


def test_its_raw_pages_are_the_sources(copy: Path) -> None:
    briefing = Briefing.open(copy)
    for row in briefing.rows():
        for article in briefing.annotated(row["id"]).event.articles:
            source = DATA / "sources" / article.origin
            assert briefing.raw(article) == source.read_text(encoding="utf-8")


def test_importing_the_sources_again_changes_nothing(copy: Path) -> None:
    before = {path: path.read_bytes() for path in copy.rglob("*.json*")}
    briefing = Briefing.open(copy)
    done = import_sources(briefing, [DATA / "sources"])
    briefing.close()
    assert done.new == []
    assert len(done.known) == len(list((DATA / "sources").glob("*.md")))
    assert {path: path.read_bytes() for path in copy.rglob("*.json*")} == before


def test_no_machine_left_a_trace_in_it(copy: Path) -> None:
    names = {path.name for path in copy.rglob("*")}
    assert not [name for name in names if name.startswith((".", "index")) or name.endswith(".bak")]
    briefing = Briefing.open(copy)
    articles = [a for row in briefing.rows() for a in briefing.annotated(row["id"]).event.articles]
    assert {article.origin for article in articles} == {path.name for path in (DATA / "sources").iterdir()}
    assert {article.imported for article in articles} == {build_sample.WRITTEN}

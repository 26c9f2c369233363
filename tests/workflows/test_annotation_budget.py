"""What other programs hand over is read within the budget of a page: past it a file is refused by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.growth import growth
from tests.support.hostile import HANDED, page
from tui.cli.parser import main
from tui.exchange.importers.detect import handed_kind
from tui.exchange.importers.model import AnnotationFileError
from tui.exchange.importers.qda_texts import CleanPlaces
from tui.workflows.store_annotations import read


@pytest.mark.parametrize("kind", HANDED)
def test_every_kind_of_hostile_file_is_read_or_refused_in_words(kind: str, tmp_path: Path) -> None:
    (path := tmp_path / kind).write_bytes(page(kind, 6000))
    assert (known := handed_kind(path))
    try:
        assert read(path, known)
    except AnnotationFileError as error:
        assert str(error) and "\n" not in str(error)


def test_a_file_that_takes_too_much_is_refused_by_name_and_nothing_is_stored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    kind = "annotations-lists.jsonld"
    (tmp_path / kind).write_bytes(page(kind, 9_000_000))
    assert main(["import", "--memory", "200", kind, "--store", "store"]) == 1
    said = capsys.readouterr().err
    assert (
        f"{kind}: takes more memory than 200 MB, which a page may" in said and "nothing was imported" in said
    )
    assert not (tmp_path / "store").exists()


def test_a_large_file_says_what_a_small_one_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is read in a process of its own then, and comes from there whole."""
    (tmp_path / "codes.csv").write_bytes(page("codebook.csv", 300_000))
    assert main(["import", str(tmp_path / "codes.csv"), "--store", str(tmp_path / "store")]) == 0
    assert main(["tags", "--json", "--store", str(tmp_path / "store")]) == 0
    assert capsys.readouterr().out.count("tag1234") > 10
    (tmp_path / "none.qdc").write_bytes(b"<CodeBook>" + b" " * 200_000 + b"</CodeBook>")
    assert main(["import", str(tmp_path / "none.qdc"), "--store", str(tmp_path / "store")]) == 1
    assert "none.qdc: there is no code in it; nothing was imported" in capsys.readouterr().err


@pytest.mark.parametrize("kind", ["selections-nameless.qde", "selections-alike.qde", "codes.qdc"])
def test_what_took_the_square_of_its_size_does_so_no_more(kind: str, tmp_path: Path) -> None:
    """The place of each element was counted out along all beside it: eight times as many took sixty times as long."""

    def taken_out(size: int) -> None:
        (path := tmp_path / kind).write_bytes(page(kind, size))
        assert read(path, handed_kind(path))

    assert growth(taken_out, 400_000, 3_200_000) < 20


def test_places_in_a_text_with_foreign_line_ends_are_those_of_the_clean_text() -> None:
    raw = "One\r\ntwo\rthree\x0b e\u0301t\u00e9\r\n\u202efour\n"
    places = CleanPlaces(raw)
    clean = "One\ntwo\nthree\n \u00e9t\u00e9\nfour\n"
    assert clean[places.at(raw.index("two")) : places.at(raw.index("three"))] == "two\n"
    assert clean[places.at(raw.index("four")) :] == "four\n"
    assert CleanPlaces(clean).at(7) == 7

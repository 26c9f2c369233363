"""Help and docs name the kinds of files as the one table has them."""

from pathlib import Path

import pytest

from tui.cli.parser import main
from tui.reading.file_kinds import KINDS, kinds_table

GUIDE = Path(__file__).parents[2] / "docs/import.md"
README = Path(__file__).parents[2] / "README.md"
PAGES = {"an address", "a feed", "HTML", "MHTML", "text", "Markdown", "PDF", "JSON Lines", "a mail"}
"""What comes in beside the kinds of the table: pages, and what leads to them."""


def test_the_guide_has_the_table_of_kinds_as_it_is() -> None:
    lines = GUIDE.read_text(encoding="utf-8").split("\n")
    first = lines.index("| file | named | becomes |") + 2
    assert lines[first : first + len(KINDS)] == kinds_table()
    assert not lines[first + len(KINDS)]


def test_the_help_of_import_lists_the_kinds(capsys: pytest.CaptureFixture[str]) -> None:
    main(["import", "--help"])
    said = capsys.readouterr().out.split()
    for kind in KINDS:
        assert kind.name.split()[0].rstrip(",") in {word.rstrip(":,") for word in said}
        assert set(kind.endings.split()) <= set(said)


def test_the_readme_names_every_kind_in_a_table_of_eight_rows() -> None:
    lines = README.read_text(encoding="utf-8").split("\n")
    first = lines.index("<!-- kinds -->") + 3
    rows = lines[first : lines.index("", first)]
    named = [name for row in rows for name in row.split("|")[2].strip().split(", ")]
    assert sorted(named) == sorted([*PAGES, *(name for kind in KINDS for name in kind.name.split(", "))])
    assert len(rows) <= 8

"""Help and docs name the kinds of files as the one table has them."""

from pathlib import Path

import pytest

from tui.cli.parser import main
from tui.reading.file_kinds import KINDS, kinds_table

GUIDE = Path(__file__).parents[2] / "docs/import.md"


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

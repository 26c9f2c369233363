"""docs/verbs.md names the fields of `--json` as they are printed."""

import json
import re
from pathlib import Path

import pytest

from tui.cli.parser import main

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("verb", ["quotes", "statements"])
def test_the_guide_names_the_fields_of_a_verb(
    verb: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = str(tmp_path / "store")
    main(["import", str(ROOT / "data" / "sources"), "--store", store])
    capsys.readouterr()
    main([verb, "--store", store, "--json"])
    record = json.loads(capsys.readouterr().out.splitlines()[0])
    row = re.search(
        rf"^\| `{verb}` \| `([^`]+)`", (ROOT / "docs" / "verbs.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert row and row[1].split() == list(record)

"""A catalogue that was written before a row said all it says now."""

from __future__ import annotations

import json
from pathlib import Path

from tui.store.briefing import Briefing
from tui.store.maintenance.check import find_damage
from tui.workflows.import_pages import import_sources


def test_rows_without_the_number_of_unnamed_outlets_want_no_repair(tmp_path: Path) -> None:
    for number, head in enumerate(("outlet: Quay Post\n", "")):
        (tmp_path / f"{number}.md").write_text(
            f"---\n{head}published: 2025-03-18\nevent: A ferry\n---\n# Ferry {number}\n\nThe ferry left at {number}.\n",
            encoding="utf-8",
        )
    briefing = Briefing.open(tmp_path / "store", create=True)
    import_sources(briefing, sorted(tmp_path.glob("*.md")))
    briefing.close()
    path = tmp_path / "store" / "catalogue.json"
    held = json.loads(path.read_text(encoding="utf-8"))
    (row,) = held["events"].values()
    assert row.pop("unnamed") == 1
    path.write_text(json.dumps(held), encoding="utf-8")
    assert not [each for each in find_damage(tmp_path / "store") if each.file == path]
    row["articles"] = 7
    path.write_text(json.dumps(held), encoding="utf-8")
    assert [each for each in find_damage(tmp_path / "store") if each.file == path]

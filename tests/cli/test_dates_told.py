"""Days that a rule found are told apart from those that articles state, wherever they are printed."""

import csv
import json
from pathlib import Path

import pytest

from tui.cli.parser import main

SAID = "Ida Lund spoke on Tuesday in Arn. “The lock will open,” Ida Lund said.\n"


def test_a_day_that_was_inferred_is_told_apart(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stated = "---\noutlet: Courier\npublished: 2025-03-05\nevent_date: 2025-03-04\nevent: stated\n---\n# The lock\n\n"
    inferred = "---\noutlet: Ledger\npublished: 2025-03-05\nevent: inferred\n---\n# The other lock\n\n"
    for name, head in (("a", stated), ("b", inferred)):
        (tmp_path / f"{name}.md").write_text(head + SAID, encoding="utf-8")

    def say(verb: str, *words: str) -> str:
        capsys.readouterr()
        assert main([verb, *words, "--store", str(tmp_path / "s")]) == 0
        return capsys.readouterr().out

    say("import", str(tmp_path / "a.md"), str(tmp_path / "b.md"))
    for verb in ("quotes", "statements"):
        found = [json.loads(line) for line in say(verb, "--json").splitlines()]
        assert {each["event_date_inferred"] for each in found if each["event_name"] == "stated"} == {False}
        assert {each["event_date_inferred"] for each in found if each["event_name"] == "inferred"} == {True}
    table = list(csv.DictReader(say("export", "--format", "csv").splitlines()))
    assert {(row["outlet"], row["event_date_inferred"]) for row in table} == {
        ("Courier", ""),
        ("Ledger", "yes"),
    }
    (quote,) = {row["quote_id"] for row in table if row["outlet"] == "Ledger" and row["kind"] == "direct"}
    assert "inferred, ~2025-03-04" in say("show", quote)

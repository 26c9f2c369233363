"""What `import` says when it is done, in words of its own."""

from __future__ import annotations

from pathlib import Path

from tests.support.verbs import Run

ONE = "“We will wait for an answer from the port,” Quiroga said on Monday in the old town hall."
OTHER = "“Nobody has asked the sailors yet,” Marta Quiroga told the council at noon on Tuesday."


def test_a_surname_taken_for_a_name_is_told_in_a_sentence_and_so_is_the_key(run: Run, tmp_path: Path) -> None:
    for name, text in (("one", ONE), ("other", OTHER)):
        (tmp_path / f"{name}.md").write_text(f"# Port {name}\n\n{text}\n", encoding="utf-8")
    shown = run("import", str(tmp_path / "one.md"), str(tmp_path / "other.md"), "--briefing", "Port").stdout
    assert "“Quiroga”, named without a first name, is taken to be Marta Quiroga" in shown
    assert "taken for " not in shown.partition("\n")[2]
    assert " opens the reader; there the key P" in shown

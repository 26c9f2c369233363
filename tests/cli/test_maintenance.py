"""`check`, `backup` and `restore` as they are typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.verbs import Run, lines


def test_check_says_what_is_wrong_and_repair_mends_it(run: Run, pages: Path, tmp_path: Path) -> None:
    store = tmp_path / "my dossier ä"
    assert run("--store", str(store), "import", str(pages)).returncode == 0
    done = run("--store", str(store), "check")
    assert (done.returncode, done.stdout) == (0, f"{store}: all is well\n")
    event = next(store.glob("events/*.json"))
    whole = event.read_bytes()
    event.write_bytes(whole[:50])
    done = run("check", "--store", str(store))
    assert done.returncode == 1
    assert str(event) in done.stdout and "--repair" in done.stderr
    assert event.read_bytes() == whole[:50]
    done = run("check", "--repair", "--store", str(store))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "mended" in done.stdout and "all is well" in done.stdout
    assert lines(run("check", "--json", "--store", str(store))) == []
    assert len(lines(run("--store", str(store), "articles", "--json"))) == 3


def test_a_backup_is_restored_under_its_own_name_and_opened_by_it(
    run: Run, pages: Path, tmp_path: Path
) -> None:
    assert run("import", str(pages), "--briefing", "Grain").returncode == 0
    done = run("backup", "grain.zip", "--briefing", "Grain")
    assert done.returncode == 0 and "verified" in done.stdout
    before = lines(run("quotes", "--json", "--briefing", "Grain"))
    assert run("restore", "grain.zip").returncode == 0  # it is there, to the byte
    assert run("tag", before[0]["id"], "seen", "--briefing", "Grain").returncode == 0
    refused = run("restore", "grain.zip")
    assert refused.returncode == 1
    assert "is there already" in refused.stderr and "--briefing NAME gives it another name" in refused.stderr
    (record,) = lines(run("restore", "grain.zip", "--briefing", "Grain again", "--json"))
    assert record["name"] == "Grain again"
    assert before and lines(run("quotes", "--json", "--briefing", "Grain again")) == before
    assert run("restore", "grain.zip", "--store", str(tmp_path / "elsewhere" / "deep")).returncode == 0
    assert lines(run("quotes", "--json", "--store", str(tmp_path / "elsewhere" / "deep"))) == before


@pytest.mark.parametrize("arguments", [["restore", "no.zip"], ["backup", "x.zip", "--store", "nowhere"]])
def test_what_cannot_be_done_is_one_line(run: Run, arguments: list[str]) -> None:
    done = run(*arguments)
    assert done.returncode == 1 and done.stdout == ""
    assert len(done.stderr.splitlines()) == 1 and "Traceback" not in done.stderr

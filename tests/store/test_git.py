"""A briefing kept in Git: one change is one line, and what is of this machine alone stays out."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.support.crash import build
from tui.commands.annotations import AddTags, EditField, Star, WriteNote, target_of
from tui.core.model import Article, Quote
from tui.store.briefing import Briefing
from tui.store.maintenance import backup
from tui.store.maintenance.check import find_damage

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="Git is not installed")


def git(path: Path, *command: str) -> str:
    who = ("-c", "user.name=Ida", "-c", "user.email=ida@example.org", "-c", "core.autocrlf=false")
    plain = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C"}
    done = subprocess.run(
        ["git", *who, *command], cwd=path, env=plain, capture_output=True, text=True, check=True
    )
    return done.stdout


def commit(path: Path, what: str) -> None:
    git(path, "add", "--all")
    git(path, "commit", "--quiet", "--message", what)


def first(briefing: Briefing) -> tuple[Article, Quote]:
    _, article, quote = next(briefing.quotes())
    return article, quote


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A briefing with a tag and a note on the first quote, committed."""
    path = tmp_path / "store"
    build(path, articles=6)
    briefing = Briefing.open(path)
    _, quote = first(briefing)
    briefing.do(AddTags([target_of(quote)], ["one", *(f"tag {number}" for number in range(12))]))
    briefing.do(WriteNote(target_of(quote), "a note"))
    briefing.do(EditField(target_of(quote), "speaker", "Nils Alder"))
    briefing.counts()
    briefing.close()
    git(path, "init", "--quiet")
    commit(path, "First")
    return path


def test_one_tag_is_one_line_of_one_file(path: Path) -> None:
    briefing = Briefing.open(path)
    article, quote = first(briefing)
    other = (
        next(each for each in article.quotes if each.id != quote.id) if len(article.quotes) > 1 else article
    )
    for number in range(12):
        briefing.do(AddTags([target_of(other)], [f"tag {number}"]))
        assert git(path, "diff", "--numstat").split() == ["1", "0", f"notes/{article.id}.json"]
        assert git(path, "status", "--porcelain").split() == ["M", f"notes/{article.id}.json"]
        commit(path, f"tag {number}")
    briefing.do(Star([target_of(article)]))
    assert "1 file changed, 1 insertion(+)" in git(path, "diff", "--stat")
    briefing.undo()
    assert git(path, "status", "--porcelain") == ""


def test_a_note_that_is_changed_is_one_line_that_is_changed(path: Path) -> None:
    briefing = Briefing.open(path)
    article, quote = first(briefing)
    (note,) = briefing.annotated(article.event).of(quote.id, "commenting")
    briefing.do(WriteNote(target_of(quote), "another", note.id))
    assert git(path, "diff", "--numstat").split() == ["1", "1", f"notes/{article.id}.json"]


def test_a_document_is_a_line_and_keys_are_in_order(path: Path) -> None:
    for file in (*path.glob("*.json"), *path.glob("*/*.json")):
        if file.name == "place.json":
            continue
        tables = json.loads(file.read_bytes())
        lines = file.read_text().splitlines()
        documents = [line.strip(",").split(":", 1)[1] for line in lines if line.strip(",").startswith('"')]
        assert sorted(documents) == sorted(
            json.dumps(doc, separators=(",", ":"), ensure_ascii=False, sort_keys=True)
            for table in tables.values()
            for doc in table.values()
        )
        assert all(list(table) == sorted(table) for table in (tables, *tables.values()))


def test_a_clone_opens_without_a_word_and_holds_all(path: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", str(path), "clone")
    clone = tmp_path / "clone"
    assert not (clone / "journal.jsonl").exists() and not [*clone.rglob("*.bak")]
    assert [each for each in find_damage(clone) if not each.remark] == []
    there, here = Briefing.open(clone), Briefing.open(path)
    assert there.rows() == here.rows()
    assert all(there.annotated(row["id"]) == here.annotated(row["id"]) for row in here.rows())
    article, _ = first(there)
    assert there.raw(article)
    there.do(Star([target_of(article)]))
    there.undo()
    assert there.warnings == []
    assert git(clone, "status", "--porcelain") == ""


def test_what_an_older_state_had_not_stays_away(path: Path) -> None:
    briefing = Briefing.open(path)
    last = list(briefing.quotes())[-1][1]
    for words in ("once", "twice"):  # so that there is a previous generation beside it
        briefing.do(WriteNote(target_of(last), words))
    briefing.close()
    assert (path / "notes" / f"{last.id}.json.bak").exists()
    commit(path, "A note on another")
    git(path, "checkout", "--quiet", "HEAD~1")
    briefing = Briefing.open(path)
    assert briefing.annotated(last.event).note(last.id) == ""
    assert not briefing.counts()[last.event].notes
    assert briefing.warnings == []
    git(path, "checkout", "--quiet", "-")
    assert briefing.annotated(last.event).note(last.id) == "once\n\ntwice"


def test_two_branches_with_a_tag_each_are_joined(path: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", str(path), "clone")
    clone = tmp_path / "clone"
    for root, name in ((path, "here"), (clone, "there")):
        briefing = Briefing.open(root)
        article = list(briefing.quotes())[0 if name == "here" else -1][1]
        briefing.do(AddTags([target_of(article)], ["one"]))
        briefing.close()
        commit(root, name)
    git(path, "pull", "--quiet", "--no-rebase", str(clone))
    briefing = Briefing.open(path)
    articles = {article.id: article for _, article, _ in briefing.quotes()}.values()
    assert sum(bool(briefing.annotated(each.event).tags(each.id)) for each in articles) == 2
    assert briefing.warnings == []


def test_what_the_reader_made_of_the_two_files_stays(path: Path) -> None:
    (path / ".gitignore").write_text("nothing\n")
    briefing = Briefing.open(path)
    briefing.do(Star([target_of(first(briefing)[0])]))
    assert (path / ".gitignore").read_text() == "nothing\n"


def test_a_briefing_from_before_is_read_and_rewritten_where_it_changes(path: Path) -> None:
    for file in (*path.glob("*.json"), *path.glob("*/*.json")):
        file.write_text(json.dumps(json.loads(file.read_bytes())) + "\n")
    (path / ".gitignore").unlink()
    before = {file: file.read_bytes() for file in path.glob("*/*.json")}
    briefing = Briefing.open(path)
    article = first(briefing)[0]
    briefing.do(Star([target_of(article)]))
    changed = path / "notes" / f"{article.id}.json"
    assert [file for file in before if file.read_bytes() != before[file]] == [changed]
    assert changed.read_bytes().count(b"\n") > 14
    assert (path / ".gitignore").exists()
    assert briefing.warnings == []


def test_a_backup_leaves_the_repository_out(path: Path, tmp_path: Path) -> None:
    backup.backup(path, tmp_path / "kept.zip")
    backup.restore(tmp_path / "kept.zip", tmp_path / "again")
    assert not (tmp_path / "again" / ".git").exists()
    assert (tmp_path / "again" / ".gitignore").exists()

"""QualCoder's own importer reads what we write: run without its windows, skipped where it is not installed."""

from __future__ import annotations

import builtins
import sqlite3
import sys
import types
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import MagicMock

import pytest

from tests.exchange.test_quotes_gone import AFTER, BEFORE
from tests.store.test_versions import bring, saying
from tests.support.dossiers import FORMULA, PLAIN, SPLIT, build, find
from tui.commands.annotations import AddTags, Star, WriteNote, target_of
from tui.exchange.exporters.dossier import Dossier
from tui.exchange.exporters.formats import BY_ID, write
from tui.store.briefing import Briefing

# What its importer fills, as far as it does.
_TABLES = """
CREATE TABLE project(memo);
CREATE TABLE source(id INTEGER PRIMARY KEY, name UNIQUE, fulltext, mediapath, memo, owner, date, av_text_id);
CREATE TABLE annotation(anid INTEGER PRIMARY KEY, fid, pos0, pos1, memo, owner, date, UNIQUE(fid, pos0, pos1, owner));
CREATE TABLE attribute_type(name PRIMARY KEY, date, owner, memo, caseOrFile, valuetype);
CREATE TABLE attribute(attrid INTEGER PRIMARY KEY, name, attr_type, value, id, date, owner, UNIQUE(name, attr_type, id));
CREATE TABLE case_text(id INTEGER PRIMARY KEY, caseid, fid, pos0, pos1, owner, date, memo);
CREATE TABLE cases(caseid INTEGER PRIMARY KEY, name UNIQUE, memo, owner, date);
CREATE TABLE code_cat(catid INTEGER PRIMARY KEY, name UNIQUE, owner, date, memo, supercatid);
CREATE TABLE code_text(ctid INTEGER PRIMARY KEY, cid, fid, seltext, pos0, pos1, owner, date, memo, avid, important,
  UNIQUE(cid, fid, pos0, pos1, owner));
CREATE TABLE code_name(cid INTEGER PRIMARY KEY, name UNIQUE, memo, catid, owner, date, color, supercid);
CREATE TABLE journal(jid INTEGER PRIMARY KEY, name UNIQUE, jentry, date, owner);
"""


@pytest.fixture
def refi(monkeypatch: pytest.MonkeyPatch) -> Any:
    """QualCoder's module, with nothing of Qt behind it."""
    import importlib.util

    if not importlib.util.find_spec("qualcoder"):
        pytest.skip("QualCoder is not installed")
    for name in ("PyQt6", "PyQt6.QtWidgets", "PyQt6.QtCore", "PyQt6.QtGui"):
        module = types.ModuleType(name)
        module.__dict__.update({"QDialog": object, "__getattr__": lambda _: MagicMock()})
        monkeypatch.setitem(sys.modules, name, module)
    for name in (
        "qualcoder.helpers",
        "qualcoder.color_selector",
        "qualcoder.GUI.ui_dialog_refi_export_endings",
    ):
        monkeypatch.setitem(sys.modules, name, MagicMock(colors=["#aaaaaa"] * 120))
    monkeypatch.setattr(builtins, "_", str, raising=False)
    monkeypatch.delitem(sys.modules, "qualcoder.refi", raising=False)
    return importlib.import_module("qualcoder.refi")


@pytest.fixture
def marked(tmp_path: Path) -> Iterator[Briefing]:
    """A briefing in which there is a bit of everything, and a quote whose words are gone."""
    briefing = build(tmp_path / "store")
    bring(briefing, BEFORE)
    quotes = [article for _, article, _ in briefing.quotes() if "go to school" in article.text]
    briefing.do(AddTags([target_of(saying(quotes[0], "go to school"))], ["schools"]))
    bring(briefing, AFTER)
    assert any(article.gone for _, article, _ in briefing.quotes())
    yield briefing
    briefing.close()


def taken_in(refi: Any, path: Path, folder: Path) -> sqlite3.Connection:
    """Return QualCoder's database after it took a project in."""
    (folder / "documents").mkdir(parents=True)
    db = sqlite3.connect(folder / "data.qda")
    db.executescript(_TABLES)
    app = MagicMock(conn=db, project_path=str(folder), settings={"codername": "me", "ai_enable": "False"})
    made = refi.RefiImport.__new__(refi.RefiImport)
    asked = MagicMock(return_value=(str(path), True))
    refi.QtWidgets.__dict__["QFileDialog"] = MagicMock(getOpenFileName=asked)
    app.settings["directory"] = str(folder)
    made.__init__(app, MagicMock(), "qdpx")
    return db


def test_qualcoder_takes_all_of_it(refi: Any, marked: Briefing, tmp_path: Path) -> None:
    article, plain = find(marked, PLAIN)
    marked.do(Star([target_of(find(marked, FORMULA)[1])]))
    marked.do(AddTags([target_of(article)], ["on the article"]))
    marked.do(WriteNote(target_of(article), "On the article, a note."))
    write(BY_ID["qdpx"], Dossier.of(marked, made="2026-01-02T03:04:05Z"), tmp_path / "out.qdpx")
    db = taken_in(refi, tmp_path / "out.qdpx", tmp_path / "qualcoder")
    codings = db.execute(
        "SELECT seltext, name, code_text.memo FROM code_text JOIN code_name USING(cid)"
    ).fetchall()
    tagged = {(words, name) for words, name, _ in codings}
    expected = {
        (part.exact, marked.tags()[tag].name.rpartition("/")[2])
        for row in marked.rows()
        for event in (marked.annotated(row["id"]),)
        for each in event.event.articles
        for quote in each.quotes
        for tag in event.tags(quote.id)
        for part in quote.parts
    }
    assert tagged == expected
    assert "Ask *her* again." in next(memo for words, _, memo in codings if words == plain.words)
    # What a case says is the case's, in its text; and no annotation is blank.
    said = db.execute(
        "SELECT cases.name, substr(fulltext, pos0 + 1, pos1 - pos0) FROM case_text JOIN cases USING(caseid)"
        " JOIN source ON source.id = fid"
    ).fetchall()
    assert {("Mara Quay", words) for words in (PLAIN, *SPLIT, FORMULA)} <= set(said)
    assert not db.execute("SELECT * FROM annotation WHERE memo = ''").fetchall()
    # The tags of articles and events are their variables.
    values = {value for (value,) in db.execute("SELECT value FROM attribute WHERE name = 'article_tags'")}
    assert any("on the article" in value for value in values)
    assert db.execute("SELECT 1 FROM attribute WHERE name = 'event_tags' AND value = 'topic/lock'").fetchone()
    assert db.execute("SELECT 1 FROM source WHERE memo LIKE '%On the article, a note.%'").fetchone()
    assert {date[:2] for (date,) in db.execute("SELECT date FROM code_text")} == {"20"}

"""The journal: whole lines only, whatever happened to its end."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.crash import build
from tui.commands.annotations import Star, WriteNote, target_of
from tui.core.model import Article, Quote
from tui.store import executor
from tui.store.briefing import Briefing
from tui.store.disk import journal as journals
from tui.store.disk.journal import Journal


def test_lines_are_numbered_and_read_back(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    assert journal.last_seq() == 0 and journal.last() is None and not journal.is_complete()
    assert [journal.append({"label": name}) for name in ("a", "ñ\n", "c")] == [1, 2, 3]
    again = Journal(tmp_path)
    assert [(line.seq, line.says["label"]) for line in again.lines()] == [(1, "a"), (2, "ñ\n"), (3, "c")]
    assert again.last_seq() == 3 and again.is_complete()
    second = list(again.lines())[1]
    assert again.line(second.offset).says == second.says
    assert again.append({"label": "d"}) == 4


def test_a_line_is_read_without_its_changes_whatever_its_label_says(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    label = 'Noted "a","changes":[1] and more'
    changes = [["events/a.json", "articles", "a", None, {"b": 1}]]
    journal.append({"label": label, "shared": [], "changes": changes})
    journal.append({"label": "none"})
    journal.append({"label": "import", "changes": changes, "shared": ["speakers"]})
    lines = list(journal.lines(changes=False))
    assert [(line.seq, line.says["label"]) for line in lines] == [
        (1, label),
        (2, "none"),
        (3, "import"),
    ]
    assert lines[2].says["shared"] == ["speakers"]
    assert "changes" not in lines[0].says and journal.line(lines[0].offset).says["changes"]


@pytest.mark.parametrize("torn", [b'{"label":"half', b"\0\0\0\0\0\0", b'{"label":"x"}\n\0\0\0', b"{"])
def test_a_torn_end_is_cut_off_kept_and_written_over_by_nobody(tmp_path: Path, torn: bytes) -> None:
    journal = Journal(tmp_path)
    journal.append({"label": "a"})
    whole = journal.path.read_bytes()
    with journal.path.open("ab") as file:
        file.write(torn)
    again = Journal(tmp_path)
    assert not again.is_complete()
    assert [line.seq for line in again.lines()] == [1]
    assert again.append({"label": "b"}) == 2
    assert [line.says["label"] for line in again.lines()] == ["a", "b"]
    assert journal.path.read_bytes().startswith(whole)
    kept = b"".join(file.read_bytes() for file in sorted((tmp_path / "damaged").iterdir()))
    assert kept and torn.endswith(kept)


def test_every_cut_of_the_last_line_leaves_the_lines_before_it(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.append({"label": "a"})
    start = journal.path.stat().st_size
    journal.append({"label": "b" * 100})
    data = journal.path.read_bytes()
    for size in range(start + 1, len(data)):
        journal.path.write_bytes(data[:size])
        assert Journal(tmp_path).append({"label": "c"}) == 2, size
        assert [line.says["label"] for line in Journal(tmp_path).lines()] == ["a", "c"], size


def test_a_damaged_line_amid_is_passed_over(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    for name in ("a", "b", "c"):
        journal.append({"label": name})
    journal.path.write_bytes(journal.path.read_bytes().replace(b'"b"', b'"B"'))
    assert [line.says["label"] for line in journal.lines()] == ["a", "c"]
    assert journal.damaged_line_count() == 1
    assert journal.append({"label": "d"}) == 4


def noted(path: Path) -> tuple[Briefing, Briefing, Article, Quote]:
    """Return a briefing with sixty notes on one quote, the same as another author has it, its article and the quote."""
    build(path, articles=3)
    briefing, other = Briefing.open(path), Briefing.open(path, author="Ben".__str__)
    _, article, quote = next(briefing.quotes())
    for number in range(60):
        briefing.do(WriteNote(target_of(quote), f"note {number}"))
    return briefing, other, article, quote


def test_a_long_journal_is_packed_and_undo_poll_and_mending_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journals, "ROTATE_AT", 20_000)
    monkeypatch.setattr(journals, "KEPT_LINES", 10)
    path = tmp_path / "store"
    briefing, other, article, quote = noted(path)
    assert list((path / "journal").glob("*.gz"))
    assert (path / "journal.jsonl").stat().st_size < 40_000
    assert article.event in (other.changes_by_others() or ())
    assert other.changes_by_others() is None
    other.do(Star([target_of(quote)]))
    assert article.event in (briefing.changes_by_others() or ())

    notes = path / "notes" / f"{article.id}.json"
    before = briefing.annotated(article.event).annotations
    for file in (notes, notes.with_name(notes.name + ".bak")):
        file.write_bytes(b"{")
    assert briefing.annotated(article.event).annotations == before
    undone = briefing.undo()
    assert undone is not None and undone.seq > 60
    assert "note 59" not in briefing.annotated(article.event).note(quote.id)


def test_others_get_in_between_the_packing_of_a_long_journal_and_what_is_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "store"
    briefing, other, article, quote = noted(path)
    packed: list[int] = []

    def get_in() -> None:
        packed.append(len(list((path / "journal").glob("*.gz"))))
        other.do(Star([target_of(article)]))

    monkeypatch.setattr(executor, "let_others_in", get_in)
    monkeypatch.setattr(journals, "ROTATE_AT", 20_000)
    monkeypatch.setattr(journals, "KEPT_LINES", 10)
    monkeypatch.setattr(journals, "KEPT_BYTES", 10_000)
    undone = briefing.undo()
    assert undone is not None and packed == [1]
    now = briefing.annotated(article.event)
    assert now.note(quote.id).endswith("note 58") and now.starred(article.id)

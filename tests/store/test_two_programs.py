"""Several programs on one briefing: all that was written is there, and each sees what the others did."""

from __future__ import annotations

import multiprocessing
import os
import threading
from pathlib import Path

import pytest

from tests.support.convoys import saved
from tests.support.crash import build, faults, page
from tui.commands.annotations import AddTags, EditField, WriteNote, target_of
from tui.core.model import AnnotationTarget, Quote
from tui.store.briefing import Briefing
from tui.workflows.import_pages import import_sources


@pytest.fixture
def path(tmp_path: Path) -> Path:
    build(tmp_path / "store", articles=6)
    return tmp_path / "store"


def _write(path: Path, quote: Quote, who: int, count: int) -> None:
    briefing = Briefing.open(path)
    for number in range(count):
        briefing.do(WriteNote(target_of(quote), f"{who}/{number}"))
        briefing.do(AddTags([target_of(quote)], [f"tag {number}"]))
    briefing.close()


def _import(path: Path, first: int) -> None:
    briefing = Briefing.open(path)
    for number in range(first, first + 20, 4):
        briefing.add([page(each, "one event") for each in range(number, number + 4)])
    briefing.close()


def test_eight_processes_adding_notes_while_pages_come_in(path: Path) -> None:
    _, _, quote = next(Briefing.open(path).quotes())
    fork = multiprocessing.get_context("fork")
    workers = [fork.Process(target=_write, args=(path, quote, who, 12)) for who in range(8)]
    workers += [
        fork.Process(target=_import, args=(path, 500)),
        fork.Process(target=_import, args=(path, 508)),
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert [worker.exitcode for worker in workers] == [0] * 10
    briefing = Briefing.open(path)
    notes = briefing.annotated(briefing.event_of(quote.article)).note(quote.id).split("\n\n")
    assert sorted(notes) == sorted(f"{who}/{number}" for who in range(8) for number in range(12))
    names = [tag.name for tag in briefing.tags().values()]
    assert len(names) == len(set(names)) and {f"tag {number}" for number in range(12)} <= set(names)
    # The two imports overlap: 500 to 527 came in once each.
    assert sum(row["articles"] for row in briefing.rows()) == 6 + 28
    assert briefing.warnings == []


def _bring(path: Path, pages: Path) -> None:
    briefing = Briefing.open(path)
    done = import_sources(briefing, [pages], batch=3)
    briefing.close()
    os._exit(0 if len(done.new) == 24 and not done.stopped else 1)


def test_the_reader_writes_and_takes_back_while_an_import_runs(path: Path, tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    for number in range(600, 624):
        (tmp_path / "pages" / f"{number}.md").write_text(saved(number), encoding="utf-8")
    reader = Briefing.open(path)
    _, _, quote = next(reader.quotes())
    before = {row["id"] for row in reader.rows()}
    bringing = multiprocessing.get_context("fork").Process(target=_bring, args=(path, tmp_path / "pages"))
    bringing.start()
    written: list[str] = []
    seen: set[str] = set()
    while bringing.is_alive() or len(written) < 6:
        reader.do(WriteNote(target_of(quote), f"note {len(written)}"))
        written.append(f"note {len(written)}")
        if len(written) % 3 == 0:
            undone = reader.undo()
            assert undone is not None and "note" in undone.label  # and never the import's
            written[-1] = ""
        seen |= reader.changes_by_others() or set()
    bringing.join()
    seen |= reader.changes_by_others() or set()
    assert bringing.exitcode == 0
    annotated = reader.annotated(reader.event_of(quote.article))
    assert annotated.note(quote.id).split("\n\n") == [each for each in written if each]
    assert {row["id"] for row in reader.rows()} <= seen | before
    assert sum(row["articles"] for row in reader.rows()) == 30
    reader.close()
    assert faults(path, []) == []


def test_poll_names_what_others_changed_and_nothing_of_ones_own(path: Path) -> None:
    mine, theirs = Briefing.open(path), Briefing.open(path)
    _, article, quote = next(mine.quotes())
    assert mine.changes_by_others() is None
    mine.do(WriteNote(target_of(quote), "mine"))
    assert mine.changes_by_others() is None
    theirs.do(AddTags([target_of(quote)], ["theirs"]))
    assert set(mine.changes_by_others() or ()) == {article.event, "codebook"}
    assert mine.changes_by_others() is None
    theirs.do(EditField(target_of(article), "headline", "Theirs"))
    theirs.do(EditField(AnnotationTarget("event", article.event), "name", "Theirs too"))
    added = theirs.add([page(77)])
    assert set(mine.changes_by_others() or ()) - {"speakers"} == {article.event, "catalogue", *added.events}
    assert mine.annotated(article.event).event.name == "Theirs too"
    assert len(mine.rows()) == 3


def test_threads_share_one_briefing(path: Path) -> None:
    briefing = Briefing.open(path)
    _, article, quote = next(briefing.quotes())
    failures: list[BaseException] = []

    def work(who: int) -> None:
        try:
            for number in range(15):
                if who == 0:
                    briefing.add([page(900 + number)])
                elif who == 1:
                    briefing.counts(), briefing.select("convoy"), briefing.changes_by_others()
                else:
                    briefing.do(WriteNote(target_of(quote), f"{who}/{number}"))
                briefing.annotated(article.event)
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=work, args=(who,)) for who in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert not failures
    assert not any(thread.is_alive() for thread in threads)
    assert len(briefing.annotated(article.event).note(quote.id).split("\n\n")) == 45
    assert briefing.counts()[article.event].notes == 45
    assert sum(row["articles"] for row in briefing.rows()) == 21

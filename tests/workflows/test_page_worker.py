"""Pages read by workers of an archive's queue: the same as here, also where a worker is killed, and nothing carried out."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import postgres
from tests.support.dask_cluster import until
from tests.support.postgres import Server
from tests.workflows.test_cluster import PAGES, imported_the_same
from tui.cli.parser import main
from tui.settings.page_budget import PageBudget
from tui.store.archive.archive import Archive
from tui.store.archive.page_queue import PageQueue
from tui.workflows import archive, page_worker
from tui.workflows.far_pool import ClusterError
from tui.workflows.page_pool import PagePool
from tui.workflows.page_worker import QueuePool, unpacked

pytestmark = pytest.mark.skipif(bool(postgres.missing()), reason=postgres.missing() or "there")
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with postgres.kept() as found:
        found.ask("postgres", "create database desk")
        archive.init(found.address("desk"))
        yield found


@pytest.fixture
def workers(server: Server) -> Iterator[list[subprocess.Popen[bytes]]]:
    command = [sys.executable, "-m", "tui", "worker", server.address("desk")]
    found = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL) for _ in range(2)]
    yield found
    for each in found:
        each.kill()
        each.wait()


def test_what_is_read_is_the_same_though_a_worker_is_killed(
    server: Server, workers: list[subprocess.Popen[bytes]]
) -> None:
    with QueuePool(server.address("desk")) as pool:
        read = pool.parse([*PAGES, *PAGES, *PAGES])
        found = [next(read) for _ in range(3)]
        workers[0].kill()
        found += read
    with PagePool(PageBudget(workers=1)) as own:
        assert found == list(own.parse(PAGES)) * 3
    assert server.ask("desk", "select count(*) from briefing.task") == [(0,)]


def test_an_import_by_workers_stores_what_one_without_does(
    server: Server, workers: list[subprocess.Popen[bytes]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    imported_the_same(tmp_path, server.address("desk"), capsys)


def test_pages_over_which_three_workers_were_lost_are_read_by_whoever_imports_them(
    server: Server, workers: list[subprocess.Popen[bytes]]
) -> None:
    for each in workers:
        each.kill()
        each.wait()
    with QueuePool(server.address("desk")) as pool, Archive(server.address("desk")) as there:
        sent = pool._send(tuple(("parse", *page) for page in PAGES[:2]))
        server.ask("desk", "update briefing.task set tries = 3")
        task = PageQueue(there).take()
        assert task and task.id == sent
        page_worker._carry_out(server.address("desk"), PageQueue(there), lambda _: PagePool(), task)
        found = pool._fetch(tuple(("parse", *page) for page in PAGES[:2]), sent)
    with PagePool(PageBudget(workers=1)) as own:
        assert found == list(own.parse(PAGES[:2]))


def test_without_workers_the_import_ends_and_says_so(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_worker, "_SECONDS", 0.5)
    with (
        QueuePool(server.address("desk")) as pool,
        pytest.raises(ClusterError, match="no worker takes pages"),
    ):
        list(pool.parse(PAGES))


class Evil:
    def __reduce__(self) -> tuple[object, ...]:
        return os.system, ("touch evil",)


@pytest.mark.parametrize("made", [Evil(), Path("x"), subprocess.Popen], ids=["call", "path", "class"])
def test_nothing_but_records_of_pages_is_made_of_what_lies_in_the_queue(made: object) -> None:
    with pytest.raises(pickle.UnpicklingError, match="is no record of a page"):
        unpacked(pickle.dumps([made]))
    assert unpacked(pickle.dumps(PAGES)) == PAGES


def test_a_worker_says_at_once_that_it_reads(server: Server) -> None:
    command = [sys.executable, "-m", "tui", "worker", server.address("desk")]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as worker:
        assert worker.stdout
        assert "reads pages" in worker.stdout.readline()
        worker.kill()


def test_a_worker_without_an_archive_ends_in_one_line_and_with_one_waits(
    server: Server, workers: list[subprocess.Popen[bytes]], capsys: pytest.CaptureFixture[str]
) -> None:
    server.ask("postgres", "create database nothing")
    assert main(["worker", server.address("nothing")]) == 1
    assert "there is no archive" in capsys.readouterr().err
    assert main(["worker", server.address("nowhere")]) == 1
    assert "there is no such database" in capsys.readouterr().err
    for each in workers:
        assert each.poll() is None
    query = "select count(*) from pg_stat_activity where datname = 'desk'"
    until(lambda: server.ask("postgres", query) >= [(2,)])

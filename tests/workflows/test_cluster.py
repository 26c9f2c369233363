"""Pages read on a real Dask cluster: the same to the byte as here, also where a worker is killed in the middle."""

from __future__ import annotations

import json
import os
import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.dask_cluster import Cluster, connected, started
from tests.support.pages import FLOOD, HARBOUR
from tui.cli.parser import main
from tui.reading.sources import Source
from tui.settings.page_budget import PageBudget
from tui.workflows import cluster_pool
from tui.workflows.cluster_pool import answers
from tui.workflows.far_pool import ClusterError
from tui.workflows.page_pool import PagePool

pytest.importorskip("distributed")
ROOT = Path(__file__).resolve().parents[2]
PAGES = [
    (
        Source(f"page {at}", f"{HARBOUR if at % 2 else FLOOD}\n\nIt was day {at}.".encode(), "page"),
        frozenset[str](),
    )
    for at in range(40)
]


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    with started(tmp_path) as found:
        yield found


def _fatal_for_one(tasks: Any, *given: Any) -> object:
    if any(pickle.loads(task)[1].origin == "page 7" for task in tasks):
        os._exit(1)
    return answers(tasks, *given)


def test_what_is_read_is_the_same_to_the_byte_though_a_worker_is_killed(cluster: Cluster) -> None:
    with connected(cluster) as pool:
        read = pool.parse(PAGES)
        found = [next(read) for _ in range(3)]
        cluster.workers[0].kill()
        found += read
    with PagePool(PageBudget(workers=1)) as own:
        assert found == list(own.parse(PAGES))


def test_an_import_by_a_cluster_stores_what_one_without_does(
    cluster: Cluster, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    connected(cluster).__exit__()
    imported_the_same(tmp_path, cluster.address, capsys)


def imported_the_same(folder: Path, address: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Import pages here and by the workers at an address, and see that both store the same."""
    pages = folder / "pages"
    pages.mkdir()
    for at in range(8):
        (pages / f"{at}.txt").write_text((HARBOUR if at % 2 else FLOOD).replace(".", f", on day {at}."))
    found = []
    for name, words in (("here", []), ("there", ["--cluster", address])):
        store = ["--store", str(folder / name)]
        assert main(["import", str(pages), *store, *words]) == 0
        capsys.readouterr()
        assert main(["quotes", "--json", *store]) == 0
        quotes = map(json.loads, capsys.readouterr().out.splitlines())
        own = ("id", "article", "event", "speaker_id", "speakers")  # given anew by each store
        found.append(sorted(str({name: each[name] for name in each if name not in own}) for each in quotes))
    assert found[0] == found[1]
    assert len(found[0]) > 8


def test_pages_over_which_workers_were_lost_are_read_here_at_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES", "0")
    monkeypatch.setattr(cluster_pool, "answers", _fatal_for_one)
    with started(tmp_path) as cluster, connected(cluster) as pool:
        found = list(pool.parse(PAGES))
    with PagePool(PageBudget(workers=1)) as own:
        assert found == list(own.parse(PAGES))


def test_without_workers_the_import_ends_and_says_so(
    cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster_pool, "_SECONDS", 1)
    with connected(cluster) as pool:
        for each in cluster.workers:
            each.kill()
        with pytest.raises(ClusterError, match="has no workers any more"):
            list(pool.parse(PAGES))


def test_a_worker_of_another_version_reads_nothing(cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster_pool, "__version__", "0.0.9")
    with connected(cluster) as pool, pytest.raises(ClusterError, match=r"and not 0\.0\.9"):
        list(pool.parse(PAGES))


def test_where_no_scheduler_answers_one_line_says_so_and_nothing_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cluster_pool, "_SECONDS", 0.3)
    (tmp_path / "page.txt").write_text(HARBOUR)
    for address in ("tcp://127.0.0.1:9", "nonsense://x"):
        words = ["import", str(tmp_path / "page.txt"), "--store", str(tmp_path / "s"), "--cluster", address]
        assert main(words) == 1
        (line,) = capsys.readouterr().err.splitlines()
        assert f"no scheduler answers at {address}" in line
    assert not (tmp_path / "s").exists()

"""A real Dask cluster: a scheduler and two workers of one thread each, processes of their own."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tui.settings.page_budget import PageBudget
from tui.workflows.cluster_pool import ClusterPool
from tui.workflows.far_pool import ClusterError

ROOT = Path(__file__).resolve().parents[2]


def until(true: Callable[[], object], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "in vain"
        time.sleep(0.02)


class Cluster:
    """The processes; `address` is the scheduler's."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "scheduler.json"
        self._started = [self._start("scheduler", "--port", "0", "--no-dashboard")]
        until(self._file.exists)
        until(self._file.read_text)
        self.address = json.loads(self._file.read_text())["address"]
        self.workers = [
            self._start("worker", "--nthreads", "1", "--no-dashboard", "--no-nanny") for _ in "12"
        ]

    def _start(self, what: str, *words: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "dask", what, "--scheduler-file", str(self._file), *words]
        return subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL)

    def ready(self, pool: ClusterPool) -> ClusterPool:
        until(lambda: pool.workers_there() == len(self.workers))
        return pool

    def end(self) -> None:
        for each in (*self._started, *self.workers):
            each.kill()
            each.wait()


@contextmanager
def started(folder: Path) -> Iterator[Cluster]:
    """Give a cluster that leaves its notes in a folder, and end it."""
    cluster = Cluster(folder)
    try:
        yield cluster
    finally:
        cluster.end()


def connected(cluster: Cluster) -> ClusterPool:
    """Return the pool of a cluster once all its workers have come."""
    found: list[ClusterPool] = []

    def connects() -> bool:
        try:
            found.append(ClusterPool(cluster.address, PageBudget(workers=1)))
        except ClusterError:
            return False  # no worker has come yet
        return True

    until(connects)
    return cluster.ready(found[0])

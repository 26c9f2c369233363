"""What reading on a Dask cluster costs against processes of this machine: ``python -m benchmarks.cluster [PAGES]``.

A scheduler and two workers of one thread each are started here, and the same pages (400 of the project's own kind, each
another day) are read by them and by two processes, in turns; printed are the best seconds of three, and their ratio.
The results have to be the same.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.support.pages import FLOOD, HARBOUR
from tui.reading.result import ParsedArticle
from tui.reading.sources import Source
from tui.settings.page_budget import PageBudget
from tui.workflows.cluster_pool import ClusterError, ClusterPool
from tui.workflows.page_pool import Outcome, PagePool

_TIMES, _WORKERS = 3, 2


@contextmanager
def cluster(folder: Path) -> Iterator[str]:
    """Give the address of a scheduler with two workers."""
    file = folder / "scheduler.json"
    words = [sys.executable, "-m", "dask", "{}", "--scheduler-file", str(file), "--no-dashboard"]

    def started(what: str, *more: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen([*(word.format(what) for word in words), *more], stderr=subprocess.DEVNULL)

    running = [started("scheduler", "--port", "0")]
    try:
        while not (file.exists() and file.read_text()):
            time.sleep(0.1)
        running += [started("worker", "--nthreads", "1", "--no-nanny") for _ in range(_WORKERS)]
        yield json.loads(file.read_text())["address"]
    finally:
        for each in running:
            each.kill()
            each.wait()


def connected(address: str) -> ClusterPool:
    """Return a pool once both workers have come."""
    while True:
        try:
            pool = ClusterPool(address, PageBudget(workers=1))
            if pool.workers_there() == _WORKERS:
                return pool
            pool.__exit__()
        except ClusterError:
            time.sleep(0.1)


def read(pool: PagePool, pages: list[Source]) -> tuple[float, list[Outcome]]:
    """Return the seconds that reading pages takes, and what they hold."""
    began = time.perf_counter()
    found = list(pool.parse([(page, frozenset()) for page in pages]))
    quoted = list(pool.attribute([each for each in found if isinstance(each, ParsedArticle)]))
    return time.perf_counter() - began, quoted


def main(count: int = 400) -> None:
    """Print the figures."""
    long = "\n\n".join([HARBOUR, FLOOD] * 3)  # as long as a report of a paper
    texts = [f"{long}\n\nIt was day {at}.\n" for at in range(count)]
    pages = [Source(f"page {at}", text.encode(), "page") for at, text in enumerate(texts)]
    with (
        TemporaryDirectory() as name,
        cluster(Path(name)) as address,
        connected(address) as far,
        PagePool(PageBudget(workers=_WORKERS)) as near,
    ):
        for pool in (far, near):  # their processes are there
            read(pool, pages[:100])
        runs = [(read(near, pages), read(far, pages)) for _ in range(_TIMES)]
    assert all(here[1] == there[1] for here, there in runs)
    here, there = (min(run[place][0] for run in runs) for place in (0, 1))
    print(
        f"{count} pages: {_WORKERS} processes {here:.2f} s, {_WORKERS} workers {there:.2f} s, ratio {there / here:.2f}"
    )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))

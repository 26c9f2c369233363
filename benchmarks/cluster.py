"""What reading on a Dask cluster costs against processes of this machine: ``python -m benchmarks.cluster [PAGES]``.

A scheduler and two workers of one thread each are started here, and the same pages (400 of the project's own kind, each
another day) are read by them and by two processes, in turns. Printed are the best seconds of three and their ratio, by the
clock and of what was computed in all processes: here, by the scheduler, by the workers and by those that read for them.
What the cluster computes while it waits is in both. The results have to be the same.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.support.dask_cluster import connected, started
from tests.support.pages import FLOOD, HARBOUR
from tui.reading.result import ParsedArticle
from tui.reading.sources import Source
from tui.settings.page_budget import PageBudget
from tui.workflows.page_pool import Outcome, PagePool

_TIMES, _WORKERS = 3, 2  # as many as the cluster has


def computed() -> float:
    """Return the seconds that this process and all that it started have computed."""
    import psutil

    here = psutil.Process()
    times = [each.cpu_times() for each in (here, *here.children(recursive=True))]
    return float(sum(each.user + each.system for each in times))


def read(pool: PagePool, pages: list[Source]) -> tuple[dict[str, float], list[Outcome]]:
    """Return the seconds that reading pages takes and those computed for it, by name, and what they hold."""
    began, before = time.perf_counter(), computed()
    found = list(pool.parse([(page, frozenset()) for page in pages]))
    quoted = list(pool.attribute([each for each in found if isinstance(each, ParsedArticle)]))
    return {"by the clock": time.perf_counter() - began, "computed": computed() - before}, quoted


def main(count: int = 400) -> None:
    """Print the figures."""
    long = "\n\n".join([HARBOUR, FLOOD] * 3)  # as long as a report of a paper
    texts = [f"{long}\n\nIt was day {at}.\n" for at in range(count)]
    pages = [Source(f"page {at}", text.encode(), "page") for at, text in enumerate(texts)]
    with (
        TemporaryDirectory() as name,
        started(Path(name)) as cluster,
        connected(cluster) as far,
        PagePool(PageBudget(workers=_WORKERS)) as near,
    ):
        for pool in (far, near):  # their processes are there
            read(pool, pages[:100])
        runs = [(read(near, pages), read(far, pages)) for _ in range(_TIMES)]
    assert all(here[1] == there[1] for here, there in runs)
    for what in runs[0][0][0]:
        here, there = (min(run[pool][0][what] for run in runs) for pool in (0, 1))
        print(
            f"{count} pages, {what}: {_WORKERS} processes {here:.2f} s, {_WORKERS} workers {there:.2f} s, "
            f"ratio {there / here:.2f}"
        )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))

"""What reading on a Dask cluster costs against processes of this machine: ``python -m benchmarks.cluster [PAGES]``.

A scheduler and two workers of one thread each are started here, and the same pages (400 of the project's own kind, each
another day) are read by them and by two processes, in turns; printed are the best seconds of three, and their ratio.
The results have to be the same.
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
        started(Path(name)) as cluster,
        connected(cluster) as far,
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

"""Pages read by the workers of a Dask cluster, each in a process of its own there, as `page_pool` reads them here.

Reading is a pure function of a page, so that it makes no difference where it is done, or how often. Dask gives the
tasks of a worker that is lost to another; a page over which several were lost (more than three, as the scheduler's
`allowed-failures` is) is read here once more, and refused by name where it is to blame.
"""

from __future__ import annotations

import pickle
from concurrent.futures import CancelledError
from contextlib import suppress
from functools import cache
from typing import Any

from tui import __version__
from tui.core.extras import install_command
from tui.settings.page_budget import PageBudget
from tui.workflows.far_pool import ClusterError, FarPool
from tui.workflows.page_pool import Outcome, PagePool, Task
from tui.workflows.page_process import packed

_SECONDS = 10  # until a scheduler that does not answer is given up


class ClusterPool(FarPool[Any]):
    """The pool of a scheduler's `address` (such as tcp://10.0.0.5:8786). Raises `ClusterError`."""

    def __init__(self, address: str, budget: PageBudget | None = None) -> None:
        super().__init__(budget)
        self._address = address
        self._client = _client(address)

    def __exit__(self, *wrong: object) -> None:
        super().__exit__(*wrong)
        with suppress(Exception):  # that it is gone already is no fault
            self._client.close(_SECONDS)

    def workers_there(self) -> int:
        """Return how many pages the workers that are there read at once."""
        return sum(self._client.ncores().values())

    def _send(self, tasks: tuple[Task, ...]) -> Any:
        return self._client.submit(answers, tuple(map(packed, tasks)), self._budget, __version__, pure=False)

    def _fetch(self, tasks: tuple[Task, ...], sent: Any) -> list[Outcome]:
        from distributed import KilledWorker

        try:
            while True:
                with suppress(TimeoutError):
                    return [pickle.loads(each) for each in sent.result(_SECONDS)]
                if not self.workers_there():
                    raise ClusterError(f"the cluster at {self._address} has no workers any more")
        except KilledWorker:
            return [self.apart(task) for task in tasks]
        except (CancelledError, OSError) as error:
            raise ClusterError(f"the cluster at {self._address} is gone ({type(error).__name__})") from None
        except RuntimeError as error:
            raise ClusterError(f"the cluster at {self._address}: {error}") from None


def _client(address: str) -> Any:
    try:
        import distributed
    except ModuleNotFoundError:
        raise ClusterError(f"a cluster wants dask: {install_command('cluster')}") from None
    try:
        connect: Any = distributed.Client
        client = connect(address, timeout=_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:  # ValueError: no address at all
        raise ClusterError(f"no scheduler answers at {address} ({error})") from None
    if not client.ncores():
        client.close()
        raise ClusterError(
            f"the scheduler at {address} has no workers; start some with `dask worker {address}`"
        )
    return client


@cache
def _pool(budget: PageBudget) -> PagePool:
    """Return the processes of this worker."""
    return PagePool(budget).__enter__()


def answers(tasks: tuple[bytes, ...], budget: PageBudget, version: str) -> list[bytes]:
    """Return what comes of tasks, all packed, on a worker. Raises RuntimeError where that reads as another version does."""
    if version != __version__:
        raise RuntimeError(f"a worker has version {__version__} of the program, and not {version}")
    return [_pool(budget).passed_on(task) for task in tasks]

"""Pages of an archive's queue, read by workers on any machine: what asks for them, and what does it.

Tasks and outcomes travel as pickles of which nothing is made but records of pages: whoever may write into the queue can
have nothing carried out here.
"""

from __future__ import annotations

import io
import pickle
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import is_dataclass, replace
from functools import cache
from typing import Any, TypeVar
from uuid import uuid4

from tui import __version__
from tui.settings.page_budget import PageBudget
from tui.store.archive.archive import Archive
from tui.store.archive.connection import ArchiveAwayError, ArchiveError
from tui.store.archive.page_queue import ANSWERED, ASKED, PageQueue, QueuedTask
from tui.workflows.far_pool import ClusterError, FarPool
from tui.workflows.page_pool import Outcome, PagePool, Task

T = TypeVar("T")

_LOOK = 0.5  # seconds between two looks, where no notice comes
_SECONDS = 20  # until an import gives up where no worker takes its pages
_BEAT = 3.0  # between two words that a task is still being carried out
_TRIES = 3  # workers over which a page may be lost
_OUTSTANDING = 8  # tasks of one import that wait, at the least
_READERS = frozenset({"parse", "attribute", "read"})
_BUILTINS = frozenset({"frozenset", "set"})


class QueuePool(FarPool[int]):
    """The pool of an archive's address, whose workers are `briefing-tui worker`. Raises `ClusterError`."""

    def __init__(self, address: str, budget: PageBudget | None = None) -> None:
        super().__init__(budget)
        self._client = str(uuid4())
        try:
            self._archive = Archive(address)
            self._archive.listen(ANSWERED)
        except ArchiveError as error:
            raise ClusterError(str(error)) from None
        self._queue = PageQueue(self._archive)
        self._heard = time.monotonic()

    def __exit__(self, *wrong: object) -> None:
        super().__exit__(*wrong)
        with suppress(ArchiveError):  # that it is gone already is no fault
            self._queue.forget(self._client)
            self._archive.close()

    def workers_there(self) -> int:
        """Return how many tasks may wait at once, halved: as many as the workers have now, or some to begin with."""
        return max(_OUTSTANDING // 2, self._ask(self._queue.workers))

    def _send(self, tasks: tuple[Task, ...]) -> int:
        self._heard = time.monotonic()
        return self._ask(
            lambda: self._queue.put(self._client, __version__, pickle.dumps((tasks, self._budget)))
        )

    def _fetch(self, tasks: tuple[Task, ...], sent: int) -> list[Outcome]:
        while (answer := self._ask(lambda: self._queue.answer(sent))) is None:
            if self._ask(self._queue.workers):
                self._heard = time.monotonic()
            elif time.monotonic() - self._heard > _SECONDS:
                raise ClusterError(
                    f"no worker takes pages at {self._archive.shown}; start some with `briefing-tui worker ADDRESS`"
                )
            self._ask(lambda: self._archive.heard(_LOOK))
        self._heard = time.monotonic()
        found = unpacked(answer)
        if isinstance(found, str):
            raise ClusterError(f"a worker at {self._archive.shown}: {found}")
        return [self.apart(task) if each is None else each for task, each in zip(tasks, found, strict=True)]

    def _ask(self, ask: Callable[[], T]) -> T:
        try:
            return ask()
        except ArchiveError as error:
            raise ClusterError(str(error)) from None


Tell = Callable[[int, str], None]


def work(address: str, closed: threading.Event, tell: Tell) -> None:
    """Read pages of a queue until `closed`; `tell` how many have been read, and why nothing goes on, "" where it does.

    Raises `ArchiveError` where there is no archive.
    """
    done, begun = 0, False
    with ExitStack() as pools:

        @cache
        def pool(budget: PageBudget) -> PagePool:
            return pools.enter_context(PagePool(budget))

        while not closed.is_set():
            try:
                with Archive(address) as archive:
                    begun = True
                    archive.listen(ASKED)
                    tell(done, "")
                    queue = PageQueue(archive)
                    while not closed.is_set():
                        if task := queue.take():
                            done += _carry_out(address, queue, pool, task)
                            tell(done, "")
                        else:
                            archive.heard(_LOOK)
            except ArchiveAwayError as error:
                if not begun:
                    raise
                tell(done, str(error))
                closed.wait(1.0)


def _carry_out(
    address: str, queue: PageQueue, pool: Callable[[PageBudget], PagePool], task: QueuedTask
) -> int:
    """Read the pages of a task, with the budget of whoever asks; return how many."""
    if task.version != __version__:
        why = f"has version {__version__} of the program, and not {task.version}"
        queue.put_answer(task.id, pickle.dumps(why))
        return 0
    try:
        tasks, budget = unpacked(task.request)
        readers = pool(replace(budget, workers=1))
        tasks = [each for each in tasks if each[0] in _READERS]
    except (ValueError, TypeError, IndexError, pickle.UnpicklingError) as error:
        queue.put_answer(task.id, pickle.dumps(f"cannot read what it was asked ({error})"))
        return 0
    ended = threading.Event()
    beat = threading.Thread(target=_beat, args=(address, task.id, ended), daemon=True)
    beat.start()
    try:
        # Where several workers were lost over it, whoever asks reads each page for itself, and names the one.
        found = [None if task.tries > _TRIES else readers.apart(each) for each in tasks]
    finally:
        ended.set()
        beat.join()
    queue.put_answer(task.id, pickle.dumps(found))
    return len(found)


def _beat(address: str, task: int, ended: threading.Event) -> None:
    with suppress(ArchiveError):
        if not ended.wait(_BEAT):  # most tasks are done by then
            with Archive(address) as archive:
                while not ended.is_set():
                    PageQueue(archive).keep(task)
                    ended.wait(_BEAT)


class _Records(pickle.Unpickler):
    """Makes records of this program, and nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        if module == "builtins" and name in _BUILTINS:
            return super().find_class(module, name)
        if module.startswith(("tui.reading.", "tui.core.", "tui.settings.")):
            found = super().find_class(module, name)
            if isinstance(found, type) and (is_dataclass(found) or issubclass(found, tuple)):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is no record of a page")


def unpacked(data: bytes) -> Any:
    """Return what was packed. Raises `pickle.UnpicklingError` for what is not made of records of pages."""
    return _Records(io.BytesIO(data)).load()

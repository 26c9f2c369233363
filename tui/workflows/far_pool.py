"""Pages read elsewhere: some at once, for sending them takes as long as reading a few; what comes back keeps its order."""

from __future__ import annotations

from abc import abstractmethod
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Generic, TypeVar

from tui.store.disk.errors import StoreError
from tui.workflows.page_pool import Outcome, PagePool, Task

_TOGETHER = 50  # pages that are sent at once, at the most
_FEWEST = 5  # that are sent at the end, where there are so many
_PAGES = 100  # that are shared out among all workers: an import has a few hundred at a time
_WAITING = 2  # times that, for each worker

Sent = TypeVar("Sent")


class ClusterError(StoreError):
    """The workers cannot be reached, or cannot be used; half a sentence that says why."""


class FarPool(PagePool, Generic[Sent]):
    """A pool whose pages others read. Files and archives are opened here, and no process but their opener's started."""

    def start(self, count: int) -> None:
        """Start nothing: the workers are there."""

    @abstractmethod
    def workers_there(self) -> int:
        """Return how many pages the workers that are there read at once."""

    @abstractmethod
    def _send(self, tasks: tuple[Task, ...]) -> Sent:
        """Send tasks away; return what their outcomes are fetched by. Raises `ClusterError`."""

    @abstractmethod
    def _fetch(self, tasks: tuple[Task, ...], sent: Sent) -> list[Outcome]:
        """Wait for the outcomes of tasks. Raises `ClusterError`."""

    def _begun(self, tasks: Sequence[Task]) -> Iterator[Outcome]:
        found = self._far(tasks)
        return chain(next(found), chain.from_iterable(found))  # asked once, it has sent what may wait

    def _done(self, tasks: Iterable[Task], *, here: bool) -> Iterator[Outcome]:
        if here:  # few and small: sending them takes longer than reading them
            yield from super()._done(tasks, here=here)
            return
        yield from chain.from_iterable(self._far(tasks))

    def _far(self, tasks: Iterable[Task]) -> Iterator[Sequence[Outcome]]:
        """Yield outcomes, some at a time; before the first none at all, once as much was sent as may wait."""
        waiting: deque[tuple[tuple[Task, ...], Sent]] = deque()
        rest = iter(tasks)
        ahead: deque[Task] = deque()

        def send() -> None:
            workers = max(1, self.workers_there())
            size = max(1, min(_TOGETHER, _PAGES // workers))
            every = _WAITING * workers
            while len(waiting) < every:
                ahead.extend(islice(rest, max(0, every * size - len(ahead))))
                if not ahead:
                    break
                # Towards the end fewer at once: nobody is to wait for one that has many yet.
                count = min(size, len(ahead), max(_FEWEST, len(ahead) // every))
                some = tuple(ahead.popleft() for _ in range(count))
                waiting.append((some, self._send(some)))

        send()
        yield ()
        while waiting:
            yield self._fetch(*waiting.popleft())
            send()

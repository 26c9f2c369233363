"""Processes that read pages, so that a page which takes too much, or breaks what reads it, costs nothing but itself.

A few very small pages are read in this process, which is quicker than to start another. What a page may take is its
`PageBudget`: computing is ended by the system, memory is watched from here, and looked at once more when the page is
done, so that it makes no difference how often anybody looked.
"""

from __future__ import annotations

import os
import pickle
import queue
import signal
import subprocess
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from tui.reading.containers import Found, Pieces
from tui.reading.encoding import BadSourceError
from tui.reading.quotes import Spans
from tui.reading.result import ParsedArticle, UnreadablePage
from tui.reading.sources import Source
from tui.settings.page_budget import PageBudget
from tui.workflows.child_process import started
from tui.workflows.page_process import carried_out, packed, received, send

if TYPE_CHECKING:
    from tui.reading.events.similarity import ArticleBlock, Pair

Outcome = ParsedArticle | UnreadablePage
Task = tuple[object, ...]
"""The name of a task of `page_process`, and its arguments."""

_FEW = 4  # pages that are read here, where none of them is large
SMALL = 16_000
"""Bytes, or characters, up to which a few pages are read in this process: as many as the fuzzer tries."""
_PACKED = (b"PK", b"\x1f\x8b", b"%PDF-")  # what is small only until it is unpacked
_AHEAD = 4  # pages that wait for each process
_TICK = 0.05  # seconds between two looks at memory
_PATIENCE = 3  # times the seconds of computing that a page may take by the clock
_CHANGED = "[page] in config.toml changes that"
_SAID = ParsedArticle(text="“It rains,” Mara Lund said. Paul Roth said that it would stop.", language="en")


def is_small(raw: bytes) -> bool:
    """Tell whether bytes may be read in this process."""
    return len(raw) <= SMALL and not raw.startswith(_PACKED)


class PagePool:
    """Up to `workers` processes, as many as its budget says, started as they are needed. Ends with its `with`."""

    def __init__(self, budget: PageBudget | None = None) -> None:
        self._budget = budget or PageBudget()
        self.workers = self._budget.workers or _cores()
        self._idle: queue.SimpleQueue[PageProcess] = queue.SimpleQueue()
        self._all: list[PageProcess] = []
        self._guard = threading.Lock()  # many are begun at a time, and one that is missed would outlive this
        self._threads: ThreadPoolExecutor | None = None
        self._closed = threading.Event()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._closed.set()
        if self._threads:  # before the processes end, for what waits would start others
            self._threads.shutdown(wait=False, cancel_futures=True)
        for process in self._all:
            process.end()
        if self._threads:
            self._threads.shutdown()

    def start(self, count: int) -> None:
        """Have a process for each of `count` pages load what reads them, if they are more than a few."""
        if count > _FEW and self._threads is None:
            for _ in range(min(count, self.workers)):
                self._begin().submit(self.apart, ("attribute", _SAID))

    def parse(self, pages: Sequence[tuple[Source, frozenset[str]]]) -> Iterator[Outcome]:
        """Yield what each page holds, in their order; `frozenset` are the lines that recur at its outlet."""
        small = len(pages) <= _FEW and all(is_small(source.raw) for source, _ in pages)
        return self._done((("parse", *page) for page in pages), here=small)

    def attribute(self, readings: Sequence[ParsedArticle]) -> Iterator[Outcome]:
        """Yield each reading with its quotes, in their order: all are begun at once, before any is asked for."""
        small = len(readings) <= _FEW and all(len(reading.text) <= SMALL for reading in readings)
        tasks: list[Task] = [("attribute", reading) for reading in readings]
        return self._done(tasks, here=True) if small else self._begun(tasks)

    def read(self, sources: Iterable[Source], spans: Spans, *, here: bool) -> Iterator[Outcome]:
        """Yield what each source holds, with its quotes, in their order; `here`: one by one, small ones in this process."""
        return self._done((("read", source, spans) for source in sources), here=here)

    def alike(self, blocks: Iterable[ArticleBlock]) -> Iterator[list[Pair]]:
        """Yield the pairs of articles alike in each block, in their order; what breaks a process is compared in this one."""
        under_way: deque[ArticleBlock] = deque()

        def tasks() -> Iterator[Task]:
            for block in blocks:
                under_way.append(block)
                yield ("alike", *block)

        found: Any  # of this machine: blocks are too much to be sent far
        for found in PagePool._done(self, tasks(), here=False):
            block = under_way.popleft()
            yield carried_out("alike", *block) if isinstance(found, UnreadablePage) else found

    def _begun(self, tasks: Sequence[Task]) -> Iterator[Outcome]:
        threads = self._begin()
        waiting = deque(threads.submit(self.apart, task) for task in tasks)
        return (waiting.popleft().result() for _ in tasks)

    def _done(self, tasks: Iterable[Task], *, here: bool) -> Iterator[Outcome]:
        if here:
            for task in tasks:
                large = isinstance(task[1], Source) and not is_small(task[1].raw)
                yield self.apart(task) if large else carried_out(*task)  # type: ignore[arg-type]
            return
        threads = self._begin()
        waiting: deque[Future[Outcome]] = deque()
        rest = iter(tasks)
        while True:
            for task in islice(rest, self.workers * _AHEAD - len(waiting)):
                waiting.append(threads.submit(self.apart, task))
            if not waiting:
                return
            yield waiting.popleft().result()

    def carried_out(self, name: str, *given: object) -> object:
        """Return what comes of a task of `page_process`. Raises `BadSourceError`, also past the budget of a page."""
        if isinstance(found := self.apart((name, *given)), UnreadablePage):
            raise BadSourceError(found.reason)
        return found

    def apart(self, task: Task) -> Any:
        """Return what comes of a task that one of the processes carries out, `UnreadablePage` where that cannot be."""
        return pickle.loads(self.passed_on(packed(task)))

    def passed_on(self, task: bytes) -> bytes:
        """Return the pickle of what comes of the pickle of a task, as `apart`; neither is looked into here."""
        self._begin()
        process, answer = self._asked(task)
        self._give_back(process)
        return packed(UnreadablePage(process.why)) if answer is None else answer

    def pieces(self, name: str, *given: object) -> Iterator[Found]:
        """Yield what a task opens, of which each piece has the budget of a page. Raises `BadSourceError`."""
        self._begin()
        process, answer = self._asked(packed((name, *given)))
        ended = False
        try:
            while answer is not None and isinstance(told := pickle.loads(answer), Pieces):
                yield from told.found
                if ended := told.ended:
                    return
                answer = process.answer(packed(("more",)))
            raise BadSourceError(process.why if answer is None else told.reason)
        finally:
            if ended:
                self._give_back(process)
            else:
                process.end()

    def _begin(self) -> ThreadPoolExecutor:
        if self._threads is None:
            self._threads = ThreadPoolExecutor(self.workers)
            threading.Thread(target=self._watch, daemon=True).start()
        return self._threads

    def _asked(self, task: bytes) -> tuple[PageProcess, bytes | None]:
        """Have a task carried out; once more by a fresh process where one that had read others broke over it."""
        process = self._taken()
        fresh = process.fresh
        answer = process.answer(task)
        if answer is None and not (fresh or process.slow or self._closed.is_set()):
            process = self._taken()
            answer = process.answer(task)
        return process, answer

    def _give_back(self, process: PageProcess) -> None:
        if process.full:  # the next page is to have its own share
            process.end()
        elif process.usable:
            self._idle.put(process)

    def _taken(self) -> PageProcess:
        try:
            return self._idle.get_nowait()
        except queue.Empty:
            process = PageProcess(self._budget)
            with self._guard:
                self._all = [each for each in self._all if each.usable] + [process]
            return process

    def _watch(self) -> None:
        while not self._closed.wait(_TICK):
            for process in self._all:
                process.look()


class PageProcess:
    """One process, and the page it is at. `why` tells why there is no answer, half a sentence.

    `full` tells that it has held so much already that the next page is for another.
    """

    def __init__(self, budget: PageBudget) -> None:
        self._budget = budget
        self._process: subprocess.Popen[bytes] = started("tui.workflows.page_process", str(budget.seconds))
        self.fresh, self.usable, self.slow, self.full = True, True, False, False
        self.why = ""
        self._looks = -1  # since the page was begun; -1 between two pages

    def answer(self, task: bytes) -> bytes | None:
        """Return what comes of a task, both packed; None where the process did not outlive it, or took too much for it."""
        assert self._process.stdin
        assert self._process.stdout
        self._looks = 0
        told = None
        with suppress(OSError):
            send(self._process.stdin, task)
            told = received(self._process.stdout)
        self._looks = -1
        if told is None:
            self._ended()
            return None
        answer, peak = told
        assert isinstance(answer, bytes)
        if peak > self._budget.memory:
            self._greedy()
            self.end()
            return None
        self.fresh = False
        self.full = peak * 2 > self._budget.memory
        return answer

    def look(self) -> None:
        """End the process where the page under way takes too much of what the system does not look after."""
        if self._looks < 0 or not self.usable:
            return
        self._looks += 1  # counted, not measured: while this program is stopped no page is late
        if self._looks * _TICK > self._budget.seconds * _PATIENCE:
            self._late()
        elif _memory(self._process.pid) > self._budget.memory:
            self._greedy()
        else:
            return
        self._process.kill()

    def end(self) -> None:
        """End the process, whatever it is at: it keeps nothing."""
        self.usable = False
        self._process.kill()
        self._process.wait()

    def _ended(self) -> None:
        self.usable = False
        status = self._process.wait()
        if not self.why and status == -getattr(signal, "SIGPROF", 0):
            self._late()
        self.why = self.why or f"broke the process that read it ({_named(status)}); please report this page"

    def _late(self) -> None:
        self.slow = True
        self.why = (
            f"takes longer to read than {self._budget.seconds:g} seconds, which a page may ({_CHANGED})"
        )

    def _greedy(self) -> None:
        self.why = f"takes more memory than {self._budget.memory} MB, which a page may ({_CHANGED})"


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _named(status: int) -> str:
    try:
        return signal.Signals(-status).name
    except ValueError:
        return f"exit status {status}"


def _memory(pid: int) -> float:
    """Return what a process holds in MB; 0 where the system does not tell."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except (OSError, ValueError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE") / (1 << 20)

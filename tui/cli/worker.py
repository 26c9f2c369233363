"""`worker`: reads the pages that imports elsewhere put into an archive's queue."""

from __future__ import annotations

import threading
import time
from argparse import Namespace

from tui.cli.output import DONE, VerbError, counted, line, warn
from tui.core.text import one_line
from tui.store.archive.connection import ArchiveError
from tui.workflows.page_worker import work

_MINUTE = 60.0  # seconds between two lines about what was done


def read_pages(args: Namespace) -> int:
    """Read pages until Ctrl+C; return the exit status."""
    closed = threading.Event()
    done: dict[int, int] = {}
    failed: list[ArchiveError] = []
    said: dict[str, float] = {"": time.monotonic()}

    def tell(number: int, pages: int, why: str) -> None:
        done[number] = pages
        if why and time.monotonic() - said.get(why, -_MINUTE) > _MINUTE:
            said[why] = time.monotonic()
            warn(one_line(why))
        elif not why and time.monotonic() - said[""] > _MINUTE:
            said[""] = time.monotonic()
            line(f"{counted(sum(done.values()), 'page')} read")

    def run(number: int) -> None:
        try:
            work(args.address, closed, lambda pages, why: tell(number, pages, why))
        except ArchiveError as error:
            failed.append(error)
            closed.set()

    threads = [threading.Thread(target=run, args=(number,)) for number in range(max(1, args.workers))]
    for each in threads:
        each.start()
    try:
        while not closed.wait(0.2):
            pass
    except KeyboardInterrupt:
        closed.set()  # what is being read is put back first
    for each in threads:
        each.join()
    if failed:
        raise VerbError(one_line(str(failed[0])))
    line(f"{counted(sum(done.values()), 'page')} read")
    return DONE

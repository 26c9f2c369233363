"""A briefing kept as its archive is, and the archive as the briefing: at once, until it is to end.

Where the archive does not answer, all goes on here, and what was done meanwhile goes to and fro once it does.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping

from tui.store.archive.archive import Archive
from tui.store.archive.connection import ArchiveAwayError
from tui.store.briefing import Briefing
from tui.workflows.archive import archive_of, exchange

_LOOK = 0.2  # seconds between two looks at what was done here
_ASK = 2.0  # between two questions whether others brought anything, where no notice of it may come
_AGAIN = 1.0  # until an archive that did not answer is tried again

Tell = Callable[[Mapping[str, object]], None]


def follow(briefing: Briefing, closed: threading.Event, tell: Tell) -> None:
    """Exchange what is new as it comes, until `closed`; tell what went to and fro, and when the archive is away.

    Raises `StoreError` where it cannot go on: what is there is no archive any more, say.
    """
    away = False
    while not closed.is_set():
        try:
            with archive_of(briefing) as archive:
                if away:
                    tell({"away": ""})
                    away = False
                archive.listen()
                _keep(briefing, archive, closed, tell)
        except ArchiveAwayError as error:
            if not away:
                tell({"away": str(error)})
                away = True
            closed.wait(_AGAIN)


def _keep(briefing: Briefing, archive: Archive, closed: threading.Event, tell: Tell) -> None:
    """Exchange as long as the archive answers."""
    seen, last, asked = -1, 0, 0.0
    replica = briefing.replica()
    while not closed.is_set():
        heard = archive.heard(_LOOK)
        if heard or time.monotonic() - asked > _ASK:
            asked = time.monotonic()
            last = archive.last()
        if last != seen or replica.has_more:
            done = exchange(briefing, archive)
            seen = last
            if done.taken or done.given or done.held:
                tell(
                    {"taken": done.taken, "given": done.given, "held": done.held, "conflicts": done.conflicts}
                )

"""The index, made in a process of its own so that not one key waits for it.

The app starts it as ``python -m tui.workflows.index_worker FOLDER``. It writes lines "done total" while it goes
on, and ends early, what is done kept, once its standard input is closed.
"""

from __future__ import annotations

import os
import sys
import threading
from contextlib import suppress
from pathlib import Path


def main(folder: str) -> int:
    """Bring the index of a briefing up to its files; return the exit status."""
    from tui.store.briefing import Briefing
    from tui.store.disk.errors import StoreError

    with suppress(OSError):
        os.nice(10)
    try:
        briefing = Briefing.open(Path(folder))
    except StoreError:
        return 1

    def listen() -> None:
        sys.stdin.read()
        briefing.stop_indexing()

    threading.Thread(target=listen, daemon=True).start()

    def tell(done: int, total: int) -> None:
        sys.stdout.write(f"{done} {total}\n")
        sys.stdout.flush()

    try:
        briefing.refresh_index(tell)
    except (StoreError, OSError):  # stopped, or nobody listens any more
        return 1
    finally:
        briefing.close()
    return 0


if __name__ == "__main__":
    status = main(sys.argv[1])
    sys.stdout.flush()
    os._exit(status)  # the listening thread would be waited for

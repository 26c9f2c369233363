"""Builds the sample briefing: `python -m tools.build_sample` makes `data/store` from `data/sources`.

The sources go through the importer like any reader's pages. Ids that they do not state come from a
seeded generator and the clock stands still, so the same sources and the same reading of them give
the same files, and a test can tell whether the store that ships is current.
"""

from __future__ import annotations

import contextlib
import random
import shutil
import sys
import tempfile
import uuid
from collections.abc import Callable
from pathlib import Path

from tui.store.briefing import Briefing
from tui.workflows.import_pages import import_sources

TITLE = "France–Russia contacts over Ukraine, 2022–2025"
WRITTEN = "2026-11-23T00:00:00Z"  # when the accounts were written; imports are stamped with it
_SEED = 20220131
# What a briefing keeps about this machine and this session, or can make again. The first writing of a
# file has only a packed copy of itself for a previous generation, and packing differs between zlibs.
_NOT_SHIPPED = (".*", "index.sqlite*", "place.json", "arrivals.json", "*.bak")


class SampleError(Exception):
    """The sample cannot be built; the message names the source and what is wrong with it."""


def build(sources: Path, store: Path) -> int:
    """Make the briefing `store` anew from the Markdown files in `sources`; return how many there are.

    The store that was there is replaced only when all went well. Raises `SampleError` when a source
    cannot be read, or is taken for one that came before it.
    """
    with tempfile.TemporaryDirectory(dir=store.parent, prefix=f".{store.name}-") as folder:
        made = Path(folder, "store")
        briefing = Briefing.open(
            made, create=True, title=TITLE, new_id=_ids(), now=lambda: WRITTEN, author=str
        )
        try:
            # From within, so that an origin is a bare file name wherever the sources lie.
            with contextlib.chdir(sources):
                names = sorted(path.name for path in Path().glob("*.md"))
                done = import_sources(briefing, names, batch=len(names) + 1)
        finally:
            briefing.close()
        wrong = [str(each) for each in done.failed]
        wrong += [f"{origin}: is taken for an account that came before it" for origin, _ in done.known]
        if done.stopped:
            wrong.append(done.stopped)
        if wrong or not names:
            raise SampleError("\n".join(wrong) or f"{sources}: no sources here")
        for pattern in _NOT_SHIPPED:
            for path in list(made.rglob(pattern)):
                shutil.rmtree(path) if path.is_dir() else path.unlink()
        for path in (made, *made.rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)
        if store.exists():
            shutil.rmtree(store)
        made.rename(store)
    return len(names)


def _ids() -> Callable[[], str]:
    numbers = random.Random(_SEED)
    return lambda: uuid.UUID(int=numbers.getrandbits(128), version=4).hex


def main() -> int:
    """Build the sample in this checkout."""
    data = Path(__file__).resolve().parents[1] / "data"
    if not (data / "sources").is_dir():
        sys.stderr.write(f"{data / 'sources'}: not there; the sample is built in a checkout of the project\n")
        return 1
    try:
        count = build(data / "sources", data / "store")
    except SampleError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(f"data/store: {count} accounts\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

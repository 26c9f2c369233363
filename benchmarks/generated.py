"""Briefings of N articles that benchmarks measure, made first and kept where that is wanted."""

from __future__ import annotations

import tempfile
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.support.generate import generate
from tui.store.briefing import Briefing


@contextmanager
def arguments(
    about: str | None, *counts: int, flags: tuple[str, ...] = ()
) -> Iterator[tuple[Namespace, Path]]:
    """Yield what the command line says, N… as `counts` among it, and the folder to work in.

    That is `--keep FOLDER`, or one that is deleted at the end.
    """
    parser = ArgumentParser(description=about, formatter_class=RawDescriptionHelpFormatter)
    parser.add_argument("counts", nargs="*", type=int, default=counts, metavar="N", help="so many articles")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="make briefings once, in this folder")
    for flag in flags:
        parser.add_argument(flag, action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = given.keep or Path(made)
        folder.mkdir(parents=True, exist_ok=True)
        yield given, folder


def briefing_of(folder: Path, count: int) -> Briefing:
    """Open the briefing `b<count>` in `folder`; it is generated where it is not there yet."""
    store = folder / f"b{count}"
    if (store / "catalogue.json").exists():
        return Briefing.open(store)
    return generate(store, count)


def first_words(folder: Path, count: int) -> bytes:
    """Return what stands on the screen first, once the briefing has its index and begins at the first event."""
    briefing = briefing_of(folder, count)
    briefing.counts()
    name = briefing.rows()[0]["name"]
    briefing.close()
    (briefing.path / "place.json").unlink(missing_ok=True)
    return name[:12].encode()

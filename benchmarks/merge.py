"""How long copies of a briefing take to become one.

    python -m benchmarks.merge [ARTICLES [STEPS]]

Two copies of a generated briefing (2,000 articles), in each of which tags, notes and stars were written (500 steps),
are merged, by two folders and by way of a third. Printed are seconds by the clock, each beside that of copying the
folder in the same run, and the size of the steps.
"""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.support.generate import generate
from tui.commands.annotations import AddTags, Star, WriteNote, target_of
from tui.store.briefing import Briefing
from tui.workflows.merge import merge, sync


def _work(path: Path, author: str, steps: int) -> None:
    briefing = Briefing.open(path, author=partial(str, author))
    quotes = [quote for _, _, quote in briefing.quotes()]
    for at in range(steps):
        target = target_of(quotes[at * 7 % len(quotes)])
        deeds = (AddTags([target], [f"{author} {at % 9}"]), WriteNote(target, f"Note {at}."), Star([target]))
        briefing.do(deeds[at % 3])
    briefing.close()


def _timed(what: str, do: Callable[[], object]) -> None:
    start = time.perf_counter()
    do()
    print(f"{what:<44} {time.perf_counter() - start:8.2f} s")


def _synced(path: Path, shared: Path) -> None:
    briefing = Briefing.open(path)
    sync(briefing, shared)
    briefing.close()


def _merged(path: Path, other: Path) -> None:
    briefing = Briefing.open(path)
    merge(briefing, other)
    briefing.close()


def main(articles: int = 2000, steps: int = 500) -> None:
    """Print the figures."""
    with TemporaryDirectory() as name:
        root = Path(name)
        generate(root / "a", articles).close()
        _timed("copying the folder", lambda: shutil.copytree(root / "a", root / "b"))
        for each in "ab":
            _work(root / each, each, steps)
        for each in "ab":
            shutil.copytree(root / each, root / f"{each}2")
        _timed("merge of two folders, both ways", lambda: _merged(root / "a", root / "b"))
        _timed("merge again, nothing new", lambda: _merged(root / "a", root / "b"))
        (root / "shared").mkdir()
        _timed("sync, the first: all is given", lambda: _synced(root / "a2", root / "shared"))
        _timed("sync of the other: all is taken", lambda: _synced(root / "b2", root / "shared"))
        _timed("sync of the first: what the other did", lambda: _synced(root / "a2", root / "shared"))
        _timed("sync, nothing new", lambda: _synced(root / "a2", root / "shared"))
        _work(root / "a2", "c", 1)
        _timed("sync of one tag", lambda: _synced(root / "a2", root / "shared"))
        held = _size(root / "a" / "steps")
        print(f"steps {held:.1f} MB, the folder with them {_size(root / 'a'):.1f} MB")


def _size(folder: Path) -> float:
    return sum(each.stat().st_size for each in folder.rglob("*") if each.is_file()) / 1e6


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))

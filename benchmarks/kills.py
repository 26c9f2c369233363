"""Synchronising killed anywhere: ``python -m benchmarks.kills [TURNS]`` (60 by default).

Three copies of a small briefing are worked on in turns; each turn writes a tag in one of them and has two of them
synchronise by way of a folder, each killed (-9) after a random time. In the end all synchronise undisturbed, and have to
be the same, with every tag that was acknowledged, and without damage.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.support.dossiers import FORMULA, PLAIN, build, find
from tui.commands.annotations import AddTags, target_of
from tui.store.briefing import Briefing
from tui.store.maintenance.check import find_damage
from tui.workflows.merge import sync

_COPIES = "abc"


def tagged(path: Path, author: str, words: str, name: str) -> None:
    """Write a tag, and wait until it is acknowledged."""
    briefing = Briefing.open(path, author=partial(str, author))
    briefing.do(AddTags([target_of(find(briefing, words)[1])], [name]))
    briefing.close()


def killed(path: Path, shared: Path, seconds: float) -> bool:
    """Synchronise in a process that is killed after so long; tell whether it was still at it."""
    words = [sys.executable, "-m", "tui", "sync", str(shared), "--store", str(path)]
    running = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ)
    time.sleep(seconds)
    caught = running.poll() is None
    running.kill()
    running.wait()
    return caught


def state(path: Path, shared: Path) -> tuple[object, set[str]]:
    """Synchronise; return what the copy holds, and the names of its tags."""
    briefing = Briefing.open(path)
    sync(briefing, shared)
    found = briefing.replica().documents(), {tag.name for tag in briefing.tags().values()}
    briefing.close()
    return found


def main(turns: int = 60) -> int:
    """Print what came of it; return 1 where anything is lost."""
    chance = random.Random(turns)
    with TemporaryDirectory() as name:
        root = Path(name)
        (root / "shared").mkdir()
        build(root / "a").close()
        for each in _COPIES[1:]:
            shutil.copytree(root / "a", root / each)
        kills = 0
        for turn in range(turns):
            tagged(root / chance.choice(_COPIES), "ada", chance.choice((PLAIN, FORMULA)), f"tag {turn}")
            for each in chance.sample(_COPIES, 2):
                kills += killed(root / each, root / "shared", chance.uniform(0.15, 0.6))
        found = [state(root / each, root / "shared") for each in _COPIES * 3][-3:]
        lost = {f"tag {turn}" for turn in range(turns)} - found[0][1]
        alike = all(each == found[0] for each in found)
        damage = [str(each) for copy in _COPIES for each in find_damage(root / copy)]
    print(
        f"{kills} kills in {2 * turns} runs; copies alike: {alike}; tags lost: {len(lost)}; damage: {damage or 'none'}"
    )
    return int(bool(lost or damage or not alike))


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))

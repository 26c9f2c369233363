"""An import killed at any moment and begun anew makes the same briefing as one that nobody disturbed.

`python -m benchmarks.resumed_import [RUNS]` kills RUNS times.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tui.store.briefing import Briefing
from tui.workflows.import_pages import import_sources

_STORIES = 5
_REPORTS = 4
_BATCH = 3
_PLACES = ("Velmora", "Ostrand", "Tirlemount", "Casabeck", "Nordhaven")
_WORDS = "harbour ferry council winter ballot engine bridge tariff meadow treaty copper signal pilot quarry".split()
_OUTLETS = ("Coast Courier", "Valley Post", "Evening Sun", "Lake Herald")


def lay_out_pages(folder: Path) -> None:
    """Write reports of several happenings, those of one far apart, of which the last ones show what belongs together."""
    folder.mkdir(parents=True)
    for story, place in enumerate(_PLACES[:_STORIES]):
        chance = random.Random(story)
        facts = [
            f"In {place} the {chance.choice(_WORDS)} of the {chance.choice(_WORDS)} was {chance.choice(_WORDS)} "
            f"number {chance.randrange(1000)}."
            for _ in range(8)
        ]
        for report in range(_REPORTS):
            told = facts if report == _REPORTS - 1 else facts[report * 3 : report * 3 + 3]
            day = f"date: 2025-03-{1 + story * 2:02}\n" if report % 2 else ""
            word = _WORDS[(story * _REPORTS + report) % len(_WORDS)]
            (folder / f"{report}-{story}.md").write_text(
                f"---\ntitle: {place} and its {word}\noutlet: {_OUTLETS[report]}\n{day}---\n"
                + "\n\n".join(told)
                + f"\n\n“The {word} will hold,” said Ida Lund, the mayor.\n\nWrite to {_OUTLETS[report]} as ever.\n",
                encoding="utf-8",
            )


def meaning(path: Path) -> list[Any]:
    """Return what a briefing says, whatever ids it gave: its events, each with its articles and their quotes."""
    briefing = Briefing.open(path)
    events = []
    origins: dict[str, str] = {}
    for row in briefing.rows():
        event = briefing.annotated(row["id"]).event
        origins |= {article.id: article.source for article in event.articles}
        events.append(event)
    said = sorted(
        (
            sorted(
                (article.source, article.headline, article.text, origins.get(article.copy_of, ""),
                 [(quote.start, quote.end, quote.entity, quote.kind) for quote in article.quotes])
                for article in event.articles
            ),
            event.date,
        )
        for event in events
    )  # fmt: skip
    briefing.close()
    return said


def undisturbed(folder: Path) -> list[Any]:
    """Return what one import of the pages in `folder` makes that comes to its end."""
    path = folder.parent / "undisturbed"
    _bring(path, folder)
    return meaning(path)


def _bring(path: Path, folder: Path) -> list[str]:
    briefing = Briefing.open(path, create=True, title="Dossier")
    done = import_sources(briefing, [folder], batch=_BATCH)
    briefing.close()
    return [str(failure) for failure in done.failed] + ([done.stopped] if done.stopped else [])


def renames(folder: Path) -> int:
    """Return how often an undisturbed import puts a file in its place: so many points there are to kill it at."""
    count = 0

    def counted(*_: object) -> None:
        nonlocal count
        count += 1

    path = folder.parent / "counted"
    with _Replacing(counted):
        _bring(path, folder)
    shutil.rmtree(path)
    return count


class _Replacing:
    """Calls `before` whenever a file is put in its place."""

    def __init__(self, before: Callable[..., None]) -> None:
        self._before = before
        self._replace = os.replace

    def __enter__(self) -> None:
        def replace(*given: Any, **also: Any) -> None:
            self._before()
            self._replace(*given, **also)

        os.replace = replace

    def __exit__(self, *_: object) -> None:
        os.replace = self._replace


def trial(folder: Path, point: int, wanted: list[Any]) -> list[str]:
    """Kill an import before its `point`-th rename, import again; return what is wrong, [] for nothing."""
    path = folder.parent / f"killed-{point}"
    left = point

    def killed(*_: object) -> None:
        nonlocal left
        left -= 1
        if left <= 0:
            os.kill(os.getpid(), signal.SIGKILL)

    child = os.fork()
    if not child:
        with _Replacing(killed):
            _bring(path, folder)
        os._exit(0)
    os.waitpid(child, 0)
    wrong = _bring(path, folder)
    briefing = Briefing.open(path)
    wrong += [f"notice: {notice}" for notice in briefing.warnings]
    briefing.close()
    if meaning(path) != wanted:
        wrong.append(f"killed at {point}: another briefing than undisturbed")
    shutil.rmtree(path)
    return wrong


def main() -> int:
    """Kill at random points; return 1 where any briefing was another one than undisturbed."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "pages"
        lay_out_pages(folder)
        wanted, most = undisturbed(folder), renames(folder)
        chance = random.Random(runs)
        points = [chance.randrange(1, most + 1) for _ in range(runs)] if runs < most else range(1, most + 1)
        bad = [wrong for point in points if (wrong := trial(folder, point, wanted))]
    print(f"{len(list(points))} kills at {most} points, {len(bad)} made another briefing")
    print(*bad[:10], sep="\n")
    return 1 if bad else 0

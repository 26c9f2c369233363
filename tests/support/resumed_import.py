"""An import, or a restore, that is killed at any moment and begun anew makes the same briefing as one that nobody disturbed.

`python -m benchmarks.resumed_import [RUNS]` kills RUNS times.
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.support import kill_points
from tui.store.briefing import Briefing, StoreError
from tui.store.maintenance import backup
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


def points(folder: Path) -> int:
    """Return at how many points an undisturbed import can be killed."""
    path = folder.parent / "counted"
    count = kill_points.counted(lambda: _bring(path, folder))
    shutil.rmtree(path)
    return count


def trial(folder: Path, point: int, wanted: list[Any]) -> list[str]:
    """Kill an import at a point, import again; return what is wrong, [] for nothing."""
    path = folder.parent / f"killed-{point}"
    if not kill_points.killed(lambda: _bring(path, folder), point):
        return [f"it was over before {point}"]
    wrong = _bring(path, folder)
    briefing = Briefing.open(path)
    wrong += [f"notice: {notice}" for notice in briefing.warnings]
    briefing.close()
    if meaning(path) != wanted:
        wrong.append("another briefing than undisturbed")
    shutil.rmtree(path)
    return [f"killed at {point}: {each}" for each in wrong]


def restore_points(archive: Path) -> int:
    """Return at how many points a restore can be killed."""
    path = archive.parent / "counted"
    count = kill_points.counted(lambda: backup.restore(archive, path))
    shutil.rmtree(path)
    return count


def restore_trial(archive: Path, point: int, wanted: list[Any]) -> list[str]:
    """Kill a restore at a point, do it again; return what is wrong."""
    place = archive.parent / f"restored-{point}"
    place.mkdir()
    path = place / "again"
    if not kill_points.killed(lambda: backup.restore(archive, path), point):
        return [f"it was over before {point}"]
    wrong = []
    try:
        backup.restore(archive, path)
    except StoreError as error:
        wrong.append(str(error))
    if [each.name for each in place.iterdir()] != ["again"] or meaning(path) != wanted:
        wrong.append("another briefing than undisturbed, or something beside it")
    shutil.rmtree(place)
    return [f"restore killed at {point}: {each}" for each in wrong]


def spread(most: int, runs: int) -> list[int]:
    """Return `runs` points of 1 to `most`, or all, evenly spread."""
    return sorted({1 + most * number // runs for number in range(runs)})


def main() -> int:
    """Kill at points spread over an import and a restore; return 1 where any briefing was another one than undisturbed."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "pages"
        lay_out_pages(folder)
        wanted, most = undisturbed(folder), points(folder)
        bad = [wrong for point in spread(most, runs) for wrong in trial(folder, point, wanted)]
        print(f"import: {len(spread(most, runs))} kills at {most} points, {len(bad)} faults", flush=True)
        archive = Path(place) / "whole.zip"
        backup.backup(Path(place) / "undisturbed", archive, title="Dossier")
        most = restore_points(archive)
        worse = [wrong for point in spread(most, runs) for wrong in restore_trial(archive, point, wanted)]
        print(f"restore: {len(spread(most, runs))} kills at {most} points, {len(worse)} faults")
    print(*(bad + worse)[:10], sep="\n")
    return 1 if bad or worse else 0

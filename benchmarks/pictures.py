"""Pictures of a large briefing: ``python -m benchmarks.pictures [N…] [--keep FOLDER]`` (10000 by default).

Once the index is there: what each picture asks of it, and drawing it, in milliseconds of CPU; the goal is 300 for
100,000 articles. Then the page to hand on of the first thousand: its size, and seconds until Chromium has it open.
"""

from __future__ import annotations

import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.generated import arguments, briefing_of
from tui.core.day_columns import DayColumns
from tui.core.day_counts import LANES, DayCounts
from tui.core.heat_table import speakers_by_time, tags_by_speaker
from tui.core.time_axis import TimeAxis, known_days
from tui.exchange.exporters.dossier import Dossier
from tui.exchange.exporters.formats import BY_ID, write
from tui.store.briefing import Briefing

_TIMES = 5
_PAGE = 1000


def cpu(work: Callable[[], object]) -> float:
    """Return the milliseconds of CPU that some work takes, the median of several times."""
    taken = []
    for _ in range(_TIMES):
        began = time.process_time()
        work()
        taken.append((time.process_time() - began) * 1000)
    return sorted(taken)[_TIMES // 2]


def drawn(counts: DayCounts) -> None:
    """Add up what a timeline of 120 columns shows."""
    figures = DayColumns(TimeAxis.over(known_days(counts.quotes), 120), counts)
    assert figures.highest >= 0 and figures.outlets and figures.quotes


def pictures(briefing: Briefing) -> None:
    """Print what each picture of all events costs, and of a tenth of them, as after a search."""
    some = [row["id"] for row in briefing.rows()][::10]
    for events, about in ((None, "all"), (some, "a tenth")):
        _print_costs(briefing, events, about)


def _print_costs(briefing: Briefing, events: list[str] | None, about: str) -> None:
    def timeline(kind: str) -> Callable[[], None]:
        return lambda: drawn(briefing.day_counts(kind, events))

    works: dict[str, Callable[[], object]] = {
        **{f"timeline, {kind}": timeline(kind) for kind in LANES},
        "speakers by time": lambda: speakers_by_time(briefing.day_counts("speakers", events), 100),
        "tags by speaker": lambda: tags_by_speaker(briefing.tag_counts(events)),
        "who tells whom": lambda: briefing.ties(events),
    }
    for name, work in works.items():
        print(f"  {name:<20} {about:<8} {cpu(work):7.1f} ms CPU", flush=True)


def page(briefing: Briefing, folder: Path) -> None:
    """Print what the page of a thousand articles weighs, and how long Chromium takes to open it."""
    chosen: set[str] = set()
    articles = 0
    for row in briefing.rows():
        if articles + row["articles"] <= _PAGE:
            chosen.add(row["id"])
            articles += row["articles"]
    path = folder / "page.html"
    dossier = Dossier.of(briefing, lambda each: each if each.event.id in chosen else None)
    began = time.process_time()
    write(BY_ID["html"], dossier, path, force=True)
    taken = time.process_time() - began
    size = path.stat().st_size / 1e6
    print(f"  page of {articles} articles  {size:.1f} MB, written in {taken:.1f} s CPU")
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser:
        blank = folder / "blank.html"
        blank.write_text("<!doctype html><title>blank</title>")
        for each, about in ((blank, "an empty page"), (path, "this page")):
            taken = min(_opened(browser, each, folder / "profile") for _ in range(3))
            print(f"  opened by Chromium, from its start, {about:<14} {taken:.1f} s wall, the best of 3")


def _opened(browser: str, path: Path, profile: Path) -> float:
    quiet = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}", "--dump-dom"]
    quiet += [
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
    ]
    began = time.perf_counter()
    subprocess.run([browser, *quiet, path.as_uri()], capture_output=True, check=True)
    return time.perf_counter() - began


def main() -> None:
    """Measure briefings as the command line says."""
    with arguments(__doc__, 10_000) as (given, folder):
        for count in given.counts:
            briefing = briefing_of(folder, count)
            print(f"{count} articles")
            briefing.counts()  # the index is there
            pictures(briefing)
            page(briefing, folder)
            briefing.close()


if __name__ == "__main__":
    main()

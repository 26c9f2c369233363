"""Start and search beside newsboat: ``python -m benchmarks.newsboat [N…] [--keep FOLDER]`` (10000 by default).

Both programs hold the same N articles and run in the same pty, turn by turn: wall and CPU from the
start of the process to the first event, laid out anew and as the last screen that was left (newsboat: to its list of
feeds; Python printing the last screen's bytes),
and from a key of a search to its results on the screen. Where newsboat is not installed, it is left
out. Medians.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import time
from pathlib import Path
from xml.sax.saxutils import escape

from benchmarks.generated import arguments, first_words
from benchmarks.pty_run import Run
from benchmarks.start import RUNS, first_paint, percentile
from tests.support.generate import articles
from tui.store.briefing import Briefing

TYPED = (
    "treaty",
    "moreau",
    "railway outlet:courier",
    "speaker:duarte after:2012-05",
    "outlet:relais on:2009-03",
    "outlet:northern before:2011",
    "harbour outlet:evening after:2013",
    "is:unread outlet:daily",
    "note:again outlet:harbour",
    "speaker:halasz outlet:relais after:2015",
)
_FEED = '<?xml version="1.0"?><rss version="2.0"><channel><title>Generated</title><link>{0}</link>'


def feed_of(path: Path, count: int) -> None:
    """Write the articles of a generated briefing as one RSS feed."""
    link = "http://localhost/"
    with path.open("w") as file:
        file.write(f"{_FEED.format(link)}<description>-</description>")
        for number, one in enumerate(articles(count)):
            file.write(
                f"<item><title>{escape(one.reading.headline)}</title><link>{one.reading.url}</link>"
                f"<guid>{number}</guid><description>{escape(one.reading.text)}</description></item>"
            )
        file.write("</channel></rss>")


class Newsboat:
    """newsboat with its files in a folder of its own."""

    def __init__(self, folder: Path, count: int) -> None:
        self.program = shutil.which("newsboat") or ""
        self._folder = folder
        self._arguments = [
            f"--{name}-file={folder / f'newsboat-{name}'}" for name in ("url", "cache", "config")
        ]
        folder.mkdir(exist_ok=True)
        if self.program and not (folder / "newsboat-cache").exists():
            feed_of(folder / "feed.xml", count)
            (folder / "newsboat-url").write_text(f"file://{folder / 'feed.xml'}\n")
            (folder / "newsboat-config").write_text("")
            subprocess.run([self.program, *self._arguments, "-x", "reload"], check=True)

    @property
    def version(self) -> str:
        """What it calls itself."""
        said = subprocess.run([self.program, "--version"], check=True, capture_output=True, text=True).stdout
        return said.splitlines()[0].partition(" - ")[0]

    def start(self) -> tuple[float, float]:
        """Return wall and CPU seconds to its list of feeds."""
        run = Run(self._arguments, self._folder, self.program)
        wall = run.until(b"Generated")
        cpu = run.cpu()
        run.kill()
        return wall, cpu

    def search(self, word: str) -> float:
        """Return the seconds from Enter to the first title of what is found."""
        run = Run(self._arguments, self._folder, self.program)
        run.until(b"Generated")
        run.settle(0.5)
        os.write(run.fd, b"/" + word.encode())
        run.settle(0.3)
        after, at = len(run.output), time.perf_counter()
        os.write(run.fd, b"\r")
        run.until(b"Search results", after=after)
        taken = time.perf_counter() - at
        run.kill()
        return taken


def leave(reader: list[str], home: Path) -> Path:
    """Open the reader and quit; return the file that its last screen is kept in."""
    run = Run(reader, home)
    run.until(b"help")
    run.settle(1.5)
    os.write(run.fd, b"q")
    while run.read(2.0):
        pass
    run.kill()
    return next(home.glob("state/*/last-frame"))


def forget(home: Path) -> None:
    """Keep no last screen."""
    for frame in home.glob("state/*/last-frame"):
        frame.unlink()


def typed(store: Path, home: Path) -> list[tuple[float, float]]:
    """Return wall and CPU seconds from each letter of `TYPED` to the number of what is found on the screen."""
    briefing = Briefing.open(store)
    events = len(briefing.rows())
    run = Run(["-m", "tui", "--store", str(store)], home)
    run.until(b"help")
    run.settle(2.0)
    taken: list[tuple[float, float]] = []
    for query in TYPED:
        os.write(run.fd, b"/")
        run.settle(0.3)
        shown = -1
        for end in range(1, len(query) + 1):
            wanted = expected(briefing, query[:end])
            after, at, spent = len(run.output), time.perf_counter(), run.cpu()
            os.write(run.fd, query[end - 1 : end].encode())
            if wanted not in (-1, shown):  # nothing would tell that the same number is new
                run.until(f"{wanted} of {events}".encode(), after=after)
                taken.append((time.perf_counter() - at, run.cpu() - spent))
                shown = wanted
            run.settle(0.15)
        os.write(run.fd, b"\x1b")
        run.settle(0.3)
    run.kill()
    briefing.close()
    return taken


def expected(briefing: Briefing, query: str) -> int:
    """Return how many events a query finds, -1 for one that is not whole yet."""
    try:
        *_, last = briefing.iter_matches(query)
    except ValueError:  # half a field
        return -1
    return len(last.events)


def row(name: str, taken: list[tuple[float, float]]) -> tuple[float, float]:
    """Print a row of the table of starts; return its medians."""
    wall, cpu = (statistics.median(each[at] for each in taken) for at in (0, 1))
    print(f"{name:>20}      {wall * 1000:7.0f}   {cpu * 1000:7.0f}")
    return wall, cpu


def print_typed(taken: list[tuple[float, float]]) -> None:
    """Print how long letters of a search took: CPU says the same on a busy machine."""
    for name, values in zip(("wall", "CPU"), map(list, zip(*taken, strict=True)), strict=True):
        print(
            f"search as typed, key to screen, {name:<4}: median {statistics.median(values) * 1000:.1f} ms"
            f"   95th {percentile(values, 0.95) * 1000:.1f} ms   ({len(values)} keys)"
        )


def compare(folder: Path, count: int) -> None:
    """Print the table."""
    store = folder / f"b{count}"
    first = first_words(folder, count)
    peer = Newsboat(folder / f"newsboat-{count}", count)
    ours: list[tuple[float, float]] = []
    again: list[tuple[float, float]] = []
    printed: list[tuple[float, float]] = []
    floor: list[tuple[float, float]] = []
    theirs: list[tuple[float, float]] = []
    # as the command that is installed starts it
    start = "import sys; from tui.__main__ import main; sys.exit(main())"
    reader = ["-c", start, "--store", str(store)]
    for _ in range(RUNS):
        forget(folder)
        ours.append(first_paint(reader, first, folder))
        frame = leave(reader, folder)
        again.append(first_paint(reader, first, folder))
        printed.append(
            first_paint(["-c", f"import sys; sys.stdout.write(open({str(frame)!r}).read())"], first, folder)
        )
        floor.append(first_paint([str(Path(__file__).with_name("empty.py"))], b"quotes", folder))
        if peer.program:
            theirs.append(peer.start())
    print(f"{count} articles: start      wall ms    CPU ms")
    us = row("briefing-tui", ours)
    last = row("its last screen", again)
    bare = row("Python printing it", printed)
    print(f"{'ratio':>20}      {last[0] / bare[0]:7.2f}   {last[1] / bare[1]:7.2f}")
    row("empty Textual app", floor)
    if peer.program:
        them = row(peer.version, theirs)
        for name, each in (("ratio", us), ("ratio, last screen", last)):
            print(f"{name:>20}      {each[0] / them[0]:7.2f}   {each[1] / them[1]:7.2f}")
        found = [peer.search(word) for word in ("treaty", "moreau", "railway")]
        print(f"search, {peer.version}: median {statistics.median(found) * 1000:.0f} ms from Enter")
    print_typed(typed(store, folder))


def main() -> None:
    """Compare as the command line says."""
    with arguments(__doc__, 10_000) as (given, folder):
        for count in given.counts:
            compare(folder, count)


if __name__ == "__main__":
    main()

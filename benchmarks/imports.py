"""How fast the `import` verb takes pages in, and in how much memory.

``python -m benchmarks.imports [PAGES] [--cores|--statements|--growth]``. Pages are made in our own words, each with a
menu, a headline, a stamp, twelve paragraphs with quotes and a foot, by six outlets, five to an event. The whole command runs
in a process of its own: a fifth of the pages and then all of them, each into an empty briefing, and all of them once more
where they are already. Figures are by wall clock and by the time the processor spent on the command and its workers. With
``--cores`` the fifth is imported on one core and on all of them instead, in turns, where the system can tie a process to a
core; the best of each counts. With ``--statements`` with and without what is stored for the sake of statements and accounts,
which is whom speakers speak for: all else of them is derived where it is shown. With ``--growth`` (Linux) how much more
memory an import of all pages needs than one of a tenth of them, that of the workers apart, and what follows for 50,000.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

from benchmarks import ROOT
from tests.support.generate import OUTLETS, SPEAKERS, sentence

MENU = "Home\nWorld\nPolitics\nBusiness\nOpinion\nSport\nSign in\nSubscribe\nSearch\n"
FOOT = "Share this article\nFacebook\nTwitter\nRelated stories\n{related}\nTerms of use\nPrivacy policy\n"
OFFICES = ["the mayor of Aldby", "head of the harbour", "the union’s leader", "a teacher", "the minister"]
SYLLABLES = "al by cres dor el fen gar hol in jor kel lan mar nes or pel rin sol tan ul ver wick".split()
REPORTS = 5  # of one event
TURNS = 3
WITHOUT = """
from tui.store.index import affiliation_rows
affiliation_rows.put = lambda *_, **__: None
from tui.__main__ import main
raise SystemExit(main())
"""


def paragraph(rng: random.Random, number: int) -> str:
    """Return a paragraph; every second one holds somebody's words, told in one of several ways."""
    text = " ".join(sentence(rng) for _ in range(3))
    if number % 2 == 0:
        return text
    words, who = sentence(rng)[:-1], rng.choice(SPEAKERS)
    return rng.choice(
        (
            f"“{words},” {who} said. {text}",
            f"{text} “{words},” said {who}, {rng.choice(OFFICES)}.",
            f"{who} told reporters: “{words}.” {text}",
            f"“{words},” {who.split()[1]} added, “and {sentence(rng)[:-1].lower()}.” {text}",
            f"{text} {who} warned that {words.lower()}.",
        )
    )


def name(rng: random.Random) -> str:
    """Return the name of a place that no other event has."""
    return "".join(rng.choice(SYLLABLES) for _ in range(4)).capitalize()


def page(rng: random.Random, day: date, names: list[str]) -> str:
    """Return one saved page as text: a report of what happened in the places `names` on a day."""
    outlet = rng.choice(OUTLETS)
    headline = f"{names[0]} and {names[1]}: {sentence(rng).lower()[:60]}"
    place, when = names[0], day.strftime("%d %B %Y")
    told = [f"In {rng.choice(names)} {sentence(rng).lower()} " if n % 2 else "" for n in range(12)]
    body = "\n\n".join(told[number] + paragraph(rng, number) for number in range(12))
    related = "\n".join(sentence(rng)[:60] for _ in range(4))
    top = f"{MENU}\n{headline}\n\nBy {rng.choice(SPEAKERS)}\n{when} 14:20\n\n{place} — "
    return f"{top}{body}\n\n{FOOT.format(related=related)}© {day.year} {outlet}. All rights reserved.\n"


def pages(folder: Path, count: int) -> int:
    """Write `count` pages; return how many bytes they are."""
    rng, day, size = random.Random(5), date(2009, 1, 1), 0
    folder.mkdir()
    names: list[str] = []
    for number in range(count):
        if number % REPORTS == 0:
            day += timedelta(days=rng.choice((0, 1, 2)))
            names = [name(rng) for _ in range(4)]
        raw = page(rng, day, names).encode()
        (folder / f"{number:06}.txt").write_bytes(raw)
        size += len(raw)
    return size


def run(
    store: Path, sources: list[Path], program: tuple[str, str] = ("-m", "tui")
) -> tuple[float, float, float, str]:
    """Import into a briefing; return as `measured`."""
    command = [sys.executable, *program, "import", "--store", str(store), *map(str, sources)]
    return measured(command, store.with_suffix(".files"))


def measured(command: list[str], log: Path) -> tuple[float, float, float, str]:
    """Run a command; return seconds, seconds of processor, the most memory in MB, and the first line of what it said."""
    environment = dict(os.environ)
    environment.pop(
        "PYTHONDONTWRITEBYTECODE", None
    )  # as in `pty_run`: who reads the news has compiled modules
    start = time.perf_counter()
    with log.open("wb") as file:
        process = subprocess.Popen(command, cwd=ROOT, stdout=file, stderr=file, env=environment)
        _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if status:
        raise SystemExit(log.read_text("utf-8"))
    said = log.read_text("utf-8").strip().split("\n")[0]
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, said


def on_cores(folder: Path, sources: Path, count: int) -> None:
    """Print how fast pages are imported on one core and on all, and the ratio."""
    every = os.sched_getaffinity(0)
    best: dict[int, float] = {}
    for turn in range(TURNS):
        for cores in ({min(every)}, every):
            os.sched_setaffinity(0, cores)
            wall, *_ = run(folder / f"on{len(cores)}-{turn}", [sources])
            best[len(cores)] = min(wall, best.get(len(cores), wall))
    one, many = best[1], best[len(every)]
    print(
        f"  {count} pages: {count / one:.0f} pages/s on one core, {count / many:.0f} on {len(every)}:"
        f" {one / many:.2f} ×   ≥ 1.75 × on two"
    )


def for_statements(folder: Path, sources: Path, count: int) -> None:
    """Print what an import costs with and without what is stored for statements, in seconds of processor."""
    ways = {"with": ("-m", "tui"), "without": ("-c", WITHOUT)}
    best = dict.fromkeys(ways, float("inf"))
    for turn in range(TURNS):
        for way, program in ways.items():
            _, spent, *_ = run(folder / f"{way}-{turn}", [sources], program)
            best[way] = min(best[way], spent)
    more = best["with"] / best["without"] - 1
    print(f"  {count} pages: {best['with']:.2f} s CPU, {best['without']:.2f} without: {more:+.1%}   ≤ +10 %")


def peaks(store: Path, sources: Path) -> tuple[float, float]:
    """Import into a briefing; return the most memory in MB of the command itself, and of all its workers at one time."""
    command = [sys.executable, "-m", "tui", "import", "--store", str(store), str(sources)]
    own = others = 0.0
    with store.with_suffix(".log").open("wb") as log:
        process = subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=log)
        while process.poll() is None:
            own = max(own, _memory(process.pid, "VmHWM"))
            others = max(others, sum(_memory(each, "VmRSS") for each in _below(process.pid)))
            time.sleep(0.05)
    if process.returncode:
        raise SystemExit(store.with_suffix(".log").read_text("utf-8"))
    return own, others


def _memory(pid: int, what: str) -> float:
    """Return a figure of the memory of a process in MB, 0 where it has ended."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith(f"{what}:")), 0.0)


def _below(pid: int) -> Iterator[int]:
    """Yield the processes that a process started, and those that they did."""
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):
            for each in map(int, path.read_text().split()):
                yield each
                yield from _below(each)


def growth(folder: Path, few: tuple[Path, int], many: tuple[Path, int]) -> None:
    """Print the peak memory of an import of few pages and of many, and the ratio; that for 50,000 is reckoned from it.

    Where the few do not fill what is kept up to a bound, as 1,200 do, the figures are too high.
    """
    found = []
    for sources, count in (few, many):
        own, others = peaks(folder / f"growth-{count}", sources)
        print(f"  {count:>6} pages: {own:.1f} MB, and its workers {others:.1f}", flush=True)
        found.append(own)
    page = (found[1] - found[0]) / (many[1] - few[1])
    large, small = (found[0] + page * (count - few[1]) for count in (50_000, 5_000))
    print(
        f"  {found[1] / found[0]:.2f} ×, {page * 1024:.1f} KB a page;"
        f" 50,000 over 5,000, reckoned: {large:.0f} / {small:.0f} MB, {large / small:.2f} ×   ≤ 1.15 ×"
    )


def main() -> int:
    """Make pages, import them, print the figures."""
    count = next((int(each) for each in sys.argv[1:] if each.isdecimal()), 5000)
    part = count // (10 if "--growth" in sys.argv else 5)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        size = pages(folder / "all", count)
        some = folder / "some"
        some.mkdir()
        for each in sorted((folder / "all").iterdir())[:part]:
            os.link(each, some / each.name)
        print(f"{count} pages of {size / count / 1024:.1f} KB")
        if "--cores" in sys.argv:
            on_cores(folder, some, part)
            return 0
        if "--growth" in sys.argv:
            growth(folder, (some, part), (folder / "all", count))
            return 0
        if "--statements" in sys.argv:
            for_statements(folder, some, part)
            return 0
        rows = (
            (f"{part} pages", part, run(folder / "small", [some]), "≥ 50 pages/s"),
            (f"{count} pages", count, run(folder / "large", [folder / "all"]), "≥ 50 pages/s, memory flat"),
            ("all of them again", count, run(folder / "large", [folder / "all"]), "≥ 2,000 pages/s, flat"),
        )
        for what, number, (wall, spent, memory, said), wanted in rows:
            speed = f"{number / wall:>7.0f} pages/s {number / spent:>7.0f} a CPU second"
            print(f"  {what:<20}{speed} {memory:>7.0f} MB   {wanted}")
            print(f"    {said}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

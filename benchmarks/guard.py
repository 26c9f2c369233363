"""Whether the program has become dearer: ``python -m benchmarks.guard [N…] [--renew] [--keep FOLDER]``; status 1 if so.

Ratios that say the same on any machine are compared with those in ``guard.json``, which ``--renew`` writes anew:

- CPU from the start of the process to the first event on the screen, over that of an empty Textual app in the
  same run (medians, interleaved), of briefings with N articles (5 and 1,000 by default; 100,000 take long to make,
  but with --keep once);
- what `extract` of ten pages of the project's own sample takes, over a fixed piece of Python in the same
  interpreter: instructions by ``perf stat`` or ``valgrind --tool=callgrind``, else seconds of CPU.

Each kind of counting has a baseline of its own. Run by hand: a minute or two.
"""

from __future__ import annotations

import json
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks import ROOT
from benchmarks.generated import arguments, first_words
from benchmarks.start import first_paint

BASELINE = Path(__file__).with_name("guard.json")
PAGES = 10
RUNS = 9
_YARDSTICK = """
import re
words = [f"w{n % 997} said {n}" for n in range(60000)]
found = {}
for each in words:
    for part in re.findall(r"\\w+", each):
        found[part] = found.get(part, 0) + len(part)
print(sum(found.values()))
"""
_MARGINS = {"instructions": 1.03, "cpu": 1.15}
"""How many times its baseline a ratio may be: instructions hardly differ between runs, seconds do."""


def ratios(home: Path, counts: Sequence[int]) -> dict[str, float]:
    """Return all ratios by name, what each is counted in before a colon."""
    return start_ratios(home, counts) | extract_ratio()


def start_ratios(home: Path, counts: Sequence[int]) -> dict[str, float]:
    """Return what the start to the first paint takes over an empty app, by number of articles."""
    empty = [str(Path(__file__).with_name("empty.py"))]
    runs = {"empty": (empty, b"quotes")}
    for count in counts:
        reader = ["-m", "tui", "--store", str(home / f"b{count}")]
        runs[f"cpu: start, {count} articles"] = reader, first_words(home, count)
    taken: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(RUNS):
        for name, (command, words) in runs.items():
            taken[name].append(first_paint(command, words, home)[1])
    floor = statistics.median(taken.pop("empty"))
    return {name: statistics.median(values) / floor for name, values in taken.items()}


def extract_ratio() -> dict[str, float]:
    """Return what reading ten pages takes over the yardstick."""
    pages = sorted((ROOT / "data" / "sources").glob("*.md"))[:PAGES]
    extract = ["-m", "tui", "extract", *map(str, pages)]
    _run([sys.executable, *extract])  # writes the bytecode
    for count in (_by_perf, _by_valgrind):
        found, yardstick = count(extract), count(["-c", _YARDSTICK])
        if found and yardstick:
            return {"instructions: extract of ten pages": found / yardstick}
    times = [(_by_seconds(extract), _by_seconds(["-c", _YARDSTICK])) for _ in range(RUNS)]
    return {"cpu: extract of ten pages": statistics.median(a / b for a, b in times)}


def _by_perf(command: list[str]) -> float:
    """Return the instructions of a run of Python, 0 where they cannot be counted."""
    if not shutil.which("perf"):
        return 0
    said = _run(["perf", "stat", "-x,", "-e", "instructions:u", sys.executable, *command])
    found = re.search(r"^(\d+),.*instructions", said, re.MULTILINE)
    return float(found[1]) if found else 0


def _by_valgrind(command: list[str]) -> float:
    """As `_by_perf`."""
    if not shutil.which("valgrind"):
        return 0
    tool = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"]
    found = re.search(r"Collected\s*:\s*(\d+)", _run([*tool, sys.executable, *command]))
    return float(found[1]) if found else 0


def _by_seconds(command: list[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    _run([sys.executable, *command])
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _run(command: list[str]) -> str:
    """Run a command whose hashes are the same each time; return what it says beside its output. Raises where it fails."""
    environment = {**os.environ, "PYTHONHASHSEED": "0", "PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # as in `pty_run`
    done = subprocess.run(command, check=True, env=environment, cwd=ROOT, capture_output=True, text=True)
    return done.stderr


def main() -> int:
    """Print each ratio beside its baseline; return 1 where one is beyond its margin."""
    with arguments(__doc__, 5, 1000, flags=("--renew",)) as (given, home):
        found = ratios(home, given.counts)
        if given.renew:
            known = json.loads(BASELINE.read_text("utf-8")) if BASELINE.exists() else {}
            known |= {name: round(ratio, 3) for name, ratio in found.items()}
            BASELINE.write_text(json.dumps(known, indent=2, sort_keys=True) + "\n", "utf-8")
    baseline: dict[str, float] = json.loads(BASELINE.read_text("utf-8"))
    dearer = 0
    for name, ratio in found.items():
        was = baseline.get(name)
        if was is None:
            print(f"{name:<40} {ratio:6.3f}   no baseline: --renew notes it")
            continue
        worse = ratio > was * _MARGINS[name.split(":")[0]]
        dearer += worse
        print(f"{name:<40} {ratio:6.3f}   baseline {was:6.3f}   {'dearer' if worse else 'as it was'}")
    return 1 if dearer else 0


if __name__ == "__main__":
    raise SystemExit(main())

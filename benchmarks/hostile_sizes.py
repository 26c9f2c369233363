"""How reading takes pages made to wear it out: seconds, peak memory, and how either grows with size.

    python -m benchmarks.hostile_sizes [KIND…] [--sizes 0.2,0.4,0.8,1.6,3.2] [--most 40]

For each kind of `tests.support.hostile` (pages, then what other programs hand over) and each size (MB) it prints
seconds of computing and peak memory (MB, above an idle process); then the exponent of the time between the smallest
and the largest size, and what is over the limits: an exponent above 1.2 (where the largest took over a second), memory
above 150 MB + 20 times the input. Each page is read in a process of its own.
"""

from __future__ import annotations

import argparse
import gc
import math
import os
import resource
import signal
import sys
import tempfile
import time
from pathlib import Path

from tests.support.hostile import HANDED, KINDS, page

_EXPONENT = 1.2
_MEMORY = (150, 20)  # MB, and times the input
_PAGES = 20  # of a source that holds many that are read; the others are only taken out of it
_TELLING = 1.0  # seconds: of less the exponent says nothing


def _read(kind: str, raw: bytes) -> str:
    from tui.reading.containers import unfold
    from tui.reading.encoding import BadSourceError
    from tui.reading.formats.feeds import read_feed, read_outline
    from tui.reading.read import read
    from tui.reading.sources import Source, source_of

    said = ""
    for number, found in enumerate(unfold(source_of(kind, raw))):
        if not isinstance(found, Source):
            said = getattr(found, "reason", "")
        if not isinstance(found, Source) or number >= _PAGES:
            continue
        try:
            if found.kind == "feed":
                said = f"feed of {len(read_feed(found.raw).entries)}"
            elif found.kind == "outline":
                said = f"outline of {len(read_outline(found.raw))}"
            else:
                reading = read(found, spans="all")
                said = f"{found.kind} of {len(reading.text)}"
        except BadSourceError as error:
            said = str(error)
    return said


def _handed_over(kind: str, raw: bytes) -> str:
    from tui.exchange.importers.detect import handed_kind
    from tui.exchange.importers.model import AnnotationFileError
    from tui.workflows.store_annotations import read

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / kind
        path.write_bytes(raw)
        try:
            found = read(path, known := handed_kind(path))
        except AnnotationFileError as error:
            return str(error)
    return f"{known} of {len(found.pointers)} pointers, {len(found.codes)} codes, {len(found.texts)} texts"


def measured(kind: str, size: int, most: int) -> tuple[float, float, str]:
    """Return seconds, peak memory (MB above what an idle process has) and what came of it; inf where it is cut off."""
    raw = page(kind, size)
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        os.close(reader)
        resource.setrlimit(resource.RLIMIT_AS, (6 << 30, 6 << 30))
        signal.setitimer(signal.ITIMER_PROF, most)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        start = time.process_time()
        try:
            said = _handed_over(kind, raw) if kind in HANDED else _read(kind, raw)
        except BaseException as error:
            said = f"!! {type(error).__name__}: {error}"
        taken = time.process_time() - start
        peak = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
        os.write(writer, f"{taken}\t{peak}\t{said[:60]}".encode())
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as answers:
        answer = answers.read().decode()
    os.waitpid(child, 0)
    if not answer:
        return math.inf, math.inf, "cut off"
    seconds, memory, said = answer.split("\t", 2)
    return float(seconds), float(memory), said


def main() -> int:
    """Measure; return how many kinds are over a limit."""
    parser = argparse.ArgumentParser()
    parser.add_argument("kinds", nargs="*")
    parser.add_argument("--sizes", default="0.2,0.4,0.8,1.6,3.2")
    parser.add_argument("--most", type=int, default=40, help="seconds for one page")
    args = parser.parse_args()
    sizes = [float(each) for each in args.sizes.split(",")]
    for kind in (*KINDS, *HANDED):  # what is loaded once is not to count
        try:
            (_handed_over if kind in HANDED else _read)(kind, page(kind, 2000))
        except Exception as error:
            print(f"{kind}: {type(error).__name__}: {error}")
    gc.freeze()  # else what is loaded is looked through for garbage in each process, from some size on
    over = 0
    for kind in args.kinds or (*KINDS, *HANDED):
        told, known = [], []
        for size in sizes:
            taken, peak, said = measured(kind, int(size * 1e6), args.most)
            known.append((size, taken))
            allowed = peak <= _MEMORY[0] + _MEMORY[1] * size
            told.append(f"{taken:6.2f}s {peak:5.0f}{' ' if allowed else '!'}")
            if math.isinf(taken) or not allowed:
                break
        (small, first), (large, last) = known[0], known[-1]
        grown = math.log(last / max(first, 1e-3)) / math.log(large / small) if large > small else 0.0
        bad = math.isinf(last) or not allowed or (last > _TELLING and grown > _EXPONENT)
        over += bad
        print(f"{'!' if bad else ' '} {kind:38} {'  '.join(told)}  ^{grown:.2f}  {said}", flush=True)
    print(f"{over} over a limit")
    return over


if __name__ == "__main__":
    sys.exit(1 if main() else 0)

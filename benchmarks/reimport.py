"""A large import that brings nothing new: ``python -m benchmarks.reimport [N…] [--keep FOLDER]`` (10000, 100000 by default).

The pages of a generated briefing of N articles are imported once more by the verb, in a process of its
own: pages a second and the most memory, which is to be the same for all N.
"""

from __future__ import annotations

from pathlib import Path

from benchmarks.generated import arguments, briefing_of
from benchmarks.imports import run
from tests.support.generate import articles


def reimport(folder: Path, count: int) -> None:
    """Print what importing `count` unchanged pages costs."""
    store, pages = folder / f"b{count}", folder / f"pages{count}"
    briefing_of(folder, count).close()
    if not pages.exists():
        pages.mkdir()
        for number, one in enumerate(articles(count), 1):
            (pages / f"{number:06}.txt").write_bytes(one.raw)
    wall, spent, memory, said = run(store, [pages])
    print(
        f"{count:>7} pages  {count / wall:>7.0f} a second {count / spent:>7.0f} a CPU second {memory:>5.0f} MB"
    )
    print(f"        {said}", flush=True)


def main() -> None:
    """Measure as the command line says."""
    with arguments(__doc__, 10_000, 100_000) as (given, folder):
        for count in given.counts:
            reimport(folder, count)


if __name__ == "__main__":
    main()

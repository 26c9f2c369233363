"""Whether reading still says just what it said: a checksum of its whole output for each gold file.

    python -m benchmarks.fingerprints [--of CHECKOUT] [WORD…]

Runs the command line of a checkout (this one, or another to compare with) over the texts in ../shared/gold and
prints one SHA-256 a run (WORDs choose runs by their names): quotes with their speakers and reasons in each choice
of spans, pages from HTML and from lines of text, and events. Two checkouts that print the same lines read all of it
alike to the byte.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from benchmarks import GOLD, ROOT

# what it is called, the gold file, the verb and what it is told
RUNS = (
    ("quotes, all", "quotes/polnear_quoted.jsonl", ("extract", "--as", "article", "--spans", "all", "--why")),
    (
        "quotes, content",
        "quotes/polnear_ent80_viewA.jsonl",
        ("extract", "--as", "article", "--spans", "content"),
    ),
    ("quotes, quoted", "quotes/polnear_entgold.jsonl", ("extract", "--as", "article", "--why")),
    ("quotes, seeds", "quotes/seeds_quoted.jsonl", ("extract", "--as", "article", "--spans", "all", "--why")),
    ("pages, HTML", "extract/html.jsonl", ("extract", "--as", "html", "--why")),
    ("pages, lines", "extract/lines.jsonl", ("extract", "--as", "page", "--spans", "all", "--why")),
    ("pages, lines of bs4", "extract/lines_bs4.jsonl", ("extract", "--as", "page", "--why")),
    ("dates", "extract/dates.jsonl", ("extract", "--as", "article", "--why")),
    ("events", "events/events.jsonl", ("group",)),
    ("events, siblings", "events/ecb_siblings.jsonl", ("group",)),
)


def main() -> None:
    """Print a checksum for each run."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--of", type=Path, default=ROOT, metavar="CHECKOUT", help="whose command line is run")
    parser.add_argument("words", nargs="*", metavar="WORD", help="only runs with one of these in their name")
    given = parser.parse_args()
    runs = [run for run in RUNS if not given.words or any(word in run[0] for word in given.words)]
    with ThreadPoolExecutor(2) as pool:
        digests = pool.map(lambda run: digest_of(given.of, *run[1:]), runs)
        for (name, _, _), digest in zip(runs, digests, strict=True):
            print(f"{digest[:16]}  {name}", flush=True)


def digest_of(checkout: Path, file: str, arguments: tuple[str, ...]) -> str:
    """Return the SHA-256 of what the verb prints for the records of a gold file."""
    records = "".join(json.dumps(each) + "\n" for each in _records(GOLD / file))
    done = subprocess.run(
        [sys.executable, "-m", "tui", *arguments, "--jsonl"],
        input=records.encode(),
        cwd=checkout,
        capture_output=True,
        check=False,
    )
    return hashlib.sha256(done.stdout + str(done.returncode).encode()).hexdigest()


def _records(path: Path) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n")):
        if not line:
            continue
        gold = json.loads(line)
        record = {key: gold[key] for key in ("id", "url", "title", "date", "outlet") if gold.get(key)}
        record.setdefault("id", str(number))
        if "html_path" in gold:
            record["html"] = gzip.decompress((path.parent / gold["html_path"]).read_bytes()).decode(
                "utf-8", "replace"
            )
        else:
            record["text"] = gold.get("text") or "\n".join(gold.get("lines", ()))
        yield record


if __name__ == "__main__":
    main()

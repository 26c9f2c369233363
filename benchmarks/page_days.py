"""The day HTML pages were published, on the pages htmldate is tested with: `python -m benchmarks.page_days FOLDER`.

FOLDER is the folder `tests` of a checkout of https://github.com/adbar/htmldate. Its labels are of two minds
about pages that were changed later, and some of its pages are no articles; the news pages of 2020 are the set to go by.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

from tui.reading.encoding import BadSourceError
from tui.reading.formats.html import read_html

SETS = {
    "news pages of 2020": ("eval_mediacloud_2020.json", "test_set"),
    "pages of all kinds": ("eval_default.json", "eval"),
}


def right_of(folder: Path, labels: dict[str, dict[str, Any]], pages: str) -> Counter[str]:
    """Return how many days of some pages are right, wrong and not given."""
    counts: Counter[str] = Counter()
    for address, label in labels.items():
        places = [folder / each / label["file"] for each in (pages, "cache")]
        page = next((place for place in places if place.exists()), None)
        if page is not None and isinstance(label["date"], str):
            try:
                day = read_html(page.read_bytes(), address).published
            except BadSourceError:
                day = ""
            counts["right" if day == label["date"] else "wrong" if day else "not given"] += 1
    return counts


def main(arguments: list[str]) -> int:
    """Print a line a set."""
    if len(arguments) != 1 or not Path(arguments[0]).is_dir():
        print(__doc__)
        return 2
    folder = Path(arguments[0])
    for name, (labels, pages) in SETS.items():
        start = time.process_time()
        counts = right_of(folder, json.loads((folder / labels).read_text("utf-8")), pages)
        speed = counts.total() / (time.process_time() - start)
        share = counts["right"] / max(1, counts.total())
        print(f"{name:20} {share:.3f} of {counts.total()}  {dict(counts)}  {speed:.0f} pages/s", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

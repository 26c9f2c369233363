"""Whether reports of one happening in three languages meet: `python -m benchmarks.tongues`.

The twenty happenings of `tests.support.tongues`, all in one briefing: B-cubed F1 of the events, and how many of the
happenings are just one. Beside it the same without the pass across languages.
"""

from __future__ import annotations

from unittest.mock import patch

from benchmarks.events import bcubed
from tests.support.tongues import HAPPENINGS
from tui.reading.events import clustering
from tui.reading.events.clustering import ClusterItem, group


def items() -> list[ClusterItem]:
    """Return the reports; the id of each begins with the number of its happening."""
    return [
        ClusterItem(id=f"{number:02}-{language}", title=title, text=text, date=f"2025-03-{each.day:02}")
        for number, each in enumerate(HAPPENINGS)
        for language, (title, text) in (("en", each.en), ("fr", each.fr), ("de", each.de))
    ]


def main() -> None:
    """Print the figures."""
    gold = {item.id: item.id[:2] for item in items()}
    given = group(items())
    with patch.object(clustering, "_translate"):
        alone = group(items())
    for name, keys in (("one language at a time", alone), ("across languages", given)):
        whole = sum(
            len({keys[i] for i in gold if gold[i] == number}) == 1
            and sum(keys[i] == keys[f"{number}-en"] for i in gold) == 3
            for number in set(gold.values())
        )
        print(f"{name:24} B³ {bcubed(gold, keys):.3f}  just one event: {whole} of {len(HAPPENINGS)}")


if __name__ == "__main__":
    main()

"""How far two readers of the project's own gold agree.

    python -m benchmarks.agreement

`benchmarks/gold/second_reading.yaml` holds the labels of a third of the passages by a second reader, who had the texts
and the conventions and not the labels. Printed are what both found (F1; a quote is the same where half of all the
words of both are shared), and of that the shares with the same speaker, kind and polarity, and who differs.
"""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from benchmarks.own_gold import accepted
from tests.support.own_gold import Quote, parts, passages

_SECOND = Path(__file__).parent / "gold" / "second_reading.yaml"
# The conventions give it as an example, so nobody reads it blind.
_EXAMPLE = "offices-03"


def likeness(one: Quote, other: Quote) -> float:
    """Return the share of words that two labels have in common, 0 to 1."""
    mine, others = (set(re.findall(r"\w+", " ".join(parts(quote)).lower())) for quote in (one, other))
    return len(mine & others) / len(mine | others)


def main() -> None:
    """Print the agreement."""
    second = {each["id"]: each["quotes"] or [] for each in yaml.safe_load(_SECOND.read_text("utf-8"))}
    read = [p for half in ("development", "scored") for p in passages(half) if p["id"] in second]
    pairs: list[tuple[str, Quote, Quote]] = []
    labels = 0
    for passage in read:
        if passage["id"] == _EXAMPLE:
            continue
        first = [quote for quote in passage["quotes"] if not quote.get("scare")]
        free = [quote for quote in second[passage["id"]] if not quote.get("scare")]
        labels += len(first) + len(free)
        for quote in first:
            best = max(free, key=lambda other: likeness(quote, other), default=None)
            if best is not None and likeness(quote, best) >= 0.5:
                free.remove(best)
                pairs.append((passage["id"], quote, best))
    differing = [one for one in pairs if not any(name in accepted(one[1]) for name in accepted(one[2]))]
    print(f"{len(read) - 1} passages, {labels} labels; found by both: F1 {2 * len(pairs) / labels:.3f}")
    print(f"same speaker {1 - len(differing) / len(pairs):.1%} of {len(pairs)}")
    for field, usual in (("kind", ""), ("polarity", "asserted")):
        same = sum(one.get(field, usual) == other.get(field, usual) for _, one, other in pairs)
        print(f"same {field} {same / len(pairs):.1%}")
    for name, one, other in differing:
        print(f"  {name}: {accepted(one)[0]} or {accepted(other)[0]}")


if __name__ == "__main__":
    main()

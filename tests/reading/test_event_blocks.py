"""Articles are compared a block at a time, by whoever: what is alike, and how much, is the same to the last bit."""

from __future__ import annotations

import pickle
import random
from collections.abc import Iterable

import pytest

from tui.reading.events import similarity
from tui.reading.events.clustering import ClusterItem, group
from tui.reading.events.similarity import ArticleBlock, Pair, Vectors, alike
from tui.settings.page_budget import PageBudget
from tui.workflows.page_pool import PagePool


def elsewhere(blocks: Iterable[ArticleBlock]) -> Iterable[list[Pair]]:
    """Have blocks compared as another process would: by what was sent alone, and not in their order."""
    sent = list(map(pickle.dumps, blocks))
    found = {
        at: alike(*pickle.loads(sent[at])) for at in random.Random(1).sample(range(len(sent)), len(sent))
    }
    return [found[at] for at in sorted(found)]


def texts(chance: random.Random, count: int) -> list[tuple[str, str]]:
    """Return titles and texts that share a few words of many, often ones that are common."""
    words = [f"{first}{second}" for first in ("ice", "lock", "boat", "sum") for second in "abcdefghijkl"]
    return [
        (" ".join(chance.choices(words, k=3)), " ".join(chance.choices(words, k=chance.randint(0, 40))))
        for _ in range(count)
    ]


@pytest.mark.parametrize("seed", range(25))
def test_what_is_alike_is_the_same_in_blocks_of_any_size(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(seed)
    vectors = Vectors(texts(chance, chance.randint(2, 150)))
    order = chance.sample(range(len(vectors.vectors)), len(vectors.vectors))
    whole = list(vectors.pairs(order, 0.05))
    assert whole or len(order) < 20
    monkeypatch.setattr(similarity, "_BLOCK", chance.randint(1, 40))
    assert list(vectors.pairs(order, 0.05, share=elsewhere)) == whole
    assert list(vectors.pairs(order, 0.05)) == whole


def test_events_are_the_same_where_processes_compare_and_one_that_breaks_costs_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chance = random.Random(3)
    items = [
        ClusterItem(id=f"{at:03}", title=title, text=text, date=f"2025-07-{1 + at % 9:02}")
        for at, (title, text) in enumerate(texts(chance, 120))
    ]
    monkeypatch.setattr(similarity, "_BLOCK", 60)
    with PagePool(PageBudget(workers=2)) as pool:
        assert group(items, share=pool.alike) == group(items)
    with PagePool(PageBudget(workers=2, memory=1)) as pool:  # which each process breaks
        assert group(items, share=pool.alike) == group(items)

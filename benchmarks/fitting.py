"""Fitting linear weights to named features: which of several, and yes or no. Needs numpy."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]


@dataclass
class Example:
    """Alternatives, each with its features, how right each of them is (0 to 1), and how many examples it is worth."""

    options: list[list[str]]
    right: list[float]
    worth: float = 1.0


def _columns(examples: Sequence[Example], least: int) -> tuple[list[str], Any, Any]:
    counts = Counter(name for example in examples for names in example.options for name in names)
    vocabulary = {
        name: at for at, name in enumerate(sorted(n for n, count in counts.items() if count >= least))
    }
    columns: list[int] = []
    rows: list[int] = []
    row = 0
    for example in examples:
        for names in example.options:
            found = [vocabulary[name] for name in names if name in vocabulary]
            columns += found
            rows += [row] * len(found)
            row += 1
    return list(vocabulary), np.array(columns), np.array(rows)


def _descend(size: int, gradient: Callable[[Floats], Floats], decay: float, steps: int = 260) -> Floats:
    """Minimise by Adam with weight decay."""
    weight, first, second = np.zeros(size), np.zeros(size), np.zeros(size)
    for step in range(1, steps + 1):
        slope = gradient(weight) + decay * weight
        first = 0.9 * first + 0.1 * slope
        second = 0.99 * second + 0.01 * slope * slope
        rate = 0.15 * (1 - 0.9 * step / steps)
        weight -= rate * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return weight


def fit_choice(examples: Sequence[Example], decay: float, least: int = 3) -> dict[str, float]:
    """Return weights under which the right option of each example is the likeliest (softmax)."""
    names, columns, rows = _columns(examples, least)
    sizes = np.array([len(example.options) for example in examples])
    right = np.array([value for example in examples for value in example.right])
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    group = np.repeat(np.arange(len(sizes)), sizes)
    worth = np.array([example.worth for example in examples])[group]

    def gradient(weight: Floats) -> Floats:
        score = np.bincount(rows, weights=weight[columns], minlength=len(right))
        score -= np.maximum.reduceat(score, starts)[group]
        power = np.exp(score)
        share = power / np.add.reduceat(power, starts)[group]
        aim = power * right
        aim /= np.add.reduceat(aim, starts)[group]
        return np.asarray(np.bincount(columns, (worth * (share - aim))[rows], len(weight)), dtype=np.float64)

    return _table(names, _descend(len(names), gradient, decay))


def fit_yes_no(examples: Sequence[Example], decay: float, least: int = 3) -> dict[str, float]:
    """Return weights under which the right examples are likelier than not (logistic)."""
    names, columns, rows = _columns(examples, least)
    right = np.array([example.right[0] for example in examples])
    worth = np.array([example.worth for example in examples])

    def gradient(weight: Floats) -> Floats:
        score = np.bincount(rows, weights=weight[columns], minlength=len(right))
        slope = worth * (1 / (1 + np.exp(-score)) - right)
        return np.asarray(np.bincount(columns, slope[rows], len(weight)), dtype=np.float64)

    return _table(names, _descend(len(names), gradient, decay))


def fit_numbers(
    examples: Sequence[Example],
    numbers: Sequence[Sequence[float]],
    titles: Sequence[str],
    decay: float,
    least: int = 3,
) -> dict[str, float]:
    """Return what `fit_yes_no` does, and weights for the numbers of each example, which are called `titles`."""
    names, columns, rows = _columns(examples, least)
    right = np.array([example.right[0] for example in examples])
    dense = np.array(numbers)
    size = len(names)

    def gradient(weight: Floats) -> Floats:
        score = np.bincount(rows, weights=weight[columns], minlength=len(right)) + dense @ weight[size:]
        slope = 1 / (1 + np.exp(-score)) - right
        own = np.bincount(columns, slope[rows], size)
        return np.asarray(np.concatenate((own, dense.T @ slope)), dtype=np.float64)

    return _table([*names, *titles], _descend(size + len(titles), gradient, decay))


def _table(names: Sequence[str], weight: Floats) -> dict[str, float]:
    return {name: round(float(w), 2) for name, w in zip(names, weight, strict=True) if abs(w) >= 0.05}

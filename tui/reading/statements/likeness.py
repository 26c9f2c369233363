"""How sure it is that two wordings report one statement, and what speaks for it.

A handful of figures of a pair, weighed by a logistic model of ten numbers (`benchmarks.train_statements`): few, for
what is labelled is little. Likeness alone is not enough: of what one article gives, the wording that fits best is the
likelier one (`lead`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import exp

from tui.reading.statements.wording import Weights, Wording
from tui.reading.statements.words import stem

SAME = 0.36
"""From here on a pair is more likely one statement than not, all errors weighed alike."""
SHOWN = 0.75
"""From here on it is shown as one without being asked for.

On events the weights were not learned from, .94 of the pairs that then stand in one statement are one
(`benchmarks.train_statements`)."""
OFFERED = 0.3
"""From here on it is offered to the reader."""
_STAND_IN = 0.7  # what a word weighs that only means the same
_ENOUGH = 1.2  # what a shared stretch must weigh to count in full
_MOST = 4  # shared words that are counted
_LEAST = 0.08  # what the shorter must share of what it says for the rest to be looked at
_PLAIN_CUES = frozenset(map(stem, "said says say told saying added".split()))

WEIGHTS = {
    "dice": 2.604,
    "run": 3.239,
    "fragment": 1.913,
    "shared": 2.044,
    "refused": 1.176,
    "indirect": 0.361,
    "lead": 0.953,
    "cue": 1.468,
    "unlike": -0.791,
    "": -3.495,
}


@dataclass(frozen=True)
class Pair:
    """Two wordings side by side, and how much their words tell."""

    first: Wording
    second: Wording
    weights: Weights

    @cached_property
    def shared(self) -> frozenset[str]:
        """The words both have."""
        return self.first.words & self.second.words

    @cached_property
    def alike(self) -> dict[str, float]:
        """The words of the first that the second has others for, and what that weighs."""
        weigh = self.weights.by_stem
        keys: dict[object, float] = {}
        for word in self.second.words - self.shared:
            for key in self.second.keys[word]:
                keys[key] = max(keys.get(key, 0.0), weigh[word])
        found = {}
        for word in self.first.words - self.shared:
            best = max((keys[key] for key in self.first.keys[word] if key in keys), default=0.0)
            if best:
                found[word] = _STAND_IN * min(weigh[word], best)
        return found

    @cached_property
    def common(self) -> float:
        """What the shared words weigh, with those that stand in for one another."""
        return self.weights.total(self.shared) + sum(self.alike.values())

    @cached_property
    def lengths(self) -> tuple[float, float]:
        """What the words of either weigh."""
        return self.weights.total(self.first.words) or 0.3, self.weights.total(self.second.words) or 0.3

    @cached_property
    def fit(self) -> float:
        """How well they fit, to be compared with how others do (0 to 2.5)."""
        return self.dice + min(1.5, self.common / min(self.lengths))

    @cached_property
    def dice(self) -> float:
        """The share of what both say that they have in common."""
        return 2 * self.common / sum(self.lengths)

    @cached_property
    def run(self) -> float:
        """The heaviest stretch they share, as a share of the shorter."""
        return self.weights.run(self.first.stems, self.second) / min(self.lengths)

    @cached_property
    def fragment(self) -> float:
        """How much of what one gives word for word stands in the other."""
        if self.first.kind == self.second.kind == "direct":
            return 0.0
        best = 0.0
        for one, other in ((self.first, self.second), (self.second, self.first)):
            for stretch in one.fragments:
                run = self.weights.run(stretch, other)
                best = max(best, run / self.weights.length(stretch) * min(1, run / _ENOUGH))
        return best

    @property
    def same_cue(self) -> bool:
        """Whether one verb gives both, and not just any."""
        cue = stem(self.first.cue.lower())
        return cue == stem(self.second.cue.lower()) and cue not in {"", *_PLAIN_CUES}

    def figures(self, lead: float) -> dict[str, float]:
        """Return what the model weighs; `lead` is by how much they fit better than what else their articles give."""
        return {
            "dice": self.dice,
            "run": self.run,
            "fragment": self.fragment,
            "shared": min(len(self.shared) + len(self.alike), _MOST) / _MOST,
            "refused": float(self.both_refuse),
            "indirect": float((self.first.kind == "indirect") + (self.second.kind == "indirect")),
            "lead": max(-1.0, min(1.0, lead)),
            "cue": float(self.same_cue),
            "unlike": float(bool(self.first.refused) != bool(self.second.refused)),
        }

    @property
    def both_refuse(self) -> bool:
        """Whether both say that something is not so."""
        return bool(self.first.refused and self.second.refused)

    def score(self, lead: float) -> float:
        """Return how sure it is that they report one statement (0 to 1)."""
        if self.common < _LEAST * min(self.lengths):
            return 0.0
        total = WEIGHTS[""] + sum(WEIGHTS[name] * value for name, value in self.figures(lead).items())
        return 1 / (1 + exp(-total))

    def why(self) -> str:
        """Say what speaks for it: "same 3 of 7 words (“ceasefire”, “talks”), 2 alike, one stretch word for word"."""
        weights = self.weights.by_stem
        fewest = min(len(self.first.words), len(self.second.words))
        said = [f"same {len(self.shared)} of {fewest} words"]
        if telling := sorted(self.shared, key=lambda word: (-weights[word], word))[:3]:
            said[0] += f" ({', '.join(telling)})"
        if self.alike:
            said.append(f"{len(self.alike)} alike")
        if self.fragment > 0.5 or self.run > 0.5:
            said.append("a stretch word for word")
        if self.both_refuse:
            said.append("both say no")
        if self.same_cue:
            said.append(f"both “{self.first.cue}”")
        return ", ".join(said)

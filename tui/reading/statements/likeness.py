"""How sure it is that two wordings report one statement, and what speaks for it.

A handful of figures of a pair, weighed by a logistic model of nine numbers (`benchmarks.train_statements`): few, for
what is labelled is little. Likeness alone is not enough: of what one article gives, the wording that fits best is the
likelier one (`lead`).
"""

from __future__ import annotations

from collections.abc import Iterator
from math import exp
from operator import mul

from tui.core.lazy_value import lazy_value
from tui.reading.statements.wording import Weights, Wording
from tui.reading.statements.words import stem

SAME = 0.41
"""From here on a pair is more likely one statement than not, all errors weighed alike."""
SHOWN = 0.7
"""From here on it is shown as one without being asked for.

On events the weights were not learned from, .96 of the pairs that then stand in one statement are one
(`benchmarks.train_statements`)."""
OFFERED = 0.3
"""From here on it is offered to the reader."""
_UNSURE = SAME - 0.01  # what a pair has at most that is offered and no more
_STAND_IN = 45 / 64  # what a word weighs that only means the same
_ENOUGH = 1.2  # what a shared stretch must weigh to count in full
_WHOLE = 0.99  # of a wording, from which on it is all of it
_MARKED = 0.5  # of a marked stretch that stands in the other, from which on it speaks for them
_REASONS = 3  # of one kind that are told
_LEAST = 0.04  # what the shorter must share of what it says for the rest to be looked at
_PLAIN_CUES = frozenset({"", *map(stem, "said says say told saying added".split())})

WEIGHTS = {
    "dice": 4.019,
    "run": 3.331,
    "fragment": 2.168,
    "refused": 2.403,
    "indirect": 0.289,
    "lead": 1.130,
    "cue": 1.014,
    "unlike": -0.952,
    "": -2.712,
}


class Pair:
    """Two wordings side by side, and how much their words tell.

    `shared` are the words both have; `alike` those of the first that the second has others for, with what that weighs;
    `common` is what both kinds weigh together, `shorter` what the words of the shorter do. `dice` is the share of what
    both say that they have in common, `fit` how well they fit, to be compared with how others do (0 to 2.5).
    """

    def __init__(self, first: Wording, second: Wording, weights: Weights) -> None:
        self.first, self.second, self.weights = first, second, weights
        self.shared = first.words & second.words
        self.alike = self._alike()
        self.common = weights.total(self.shared) + sum(self.alike.values())
        lengths = weights.size(first), weights.size(second)
        self.shorter = min(lengths)
        self.dice = 2 * self.common / sum(lengths)
        self.fit = self.dice + min(1.5, self.common / self.shorter)

    def _alike(self) -> dict[str, float]:
        weigh, first, second = self.weights.by_stem, self.first.by_key, self.second.by_key
        found: dict[str, float] = {}
        if len(self.shared) in (len(self.first.words), len(self.second.words)):
            return found  # nothing is left of one that could stand for a word of the other
        for key in first.keys() & second.keys():
            if first[key] == second[key]:  # as mostly: all of these are shared
                continue
            others = [weigh[word] for word in second[key] if word not in self.shared]
            for word in first[key] if others else ():
                if word not in self.shared:
                    stands_in = _STAND_IN * min(weigh[word], max(others))
                    found[word] = max(found.get(word, 0.0), stands_in)
        return found

    @lazy_value
    def run(self) -> float:
        """What the heaviest stretch weighs that they share."""
        return self.weights.run(self.first.stretch, self.second.stretch)

    @lazy_value
    def fragment(self) -> float:
        """How much of what one gives word for word stands in the other."""
        if self.first.kind == self.second.kind == "direct":
            return 0.0
        best = 0.0
        for one, other in ((self.first, self.second), (self.second, self.first)):
            for stretch in one.fragments:
                held = self.run if stretch is one.stretch else self.weights.run(stretch, other.stretch)
                best = max(best, held / self.weights.length(stretch) * min(1, held / _ENOUGH))
        return best

    @property
    def same_cue(self) -> bool:
        """Whether one verb gives both, and not just any."""
        return self.first.cue_stem == self.second.cue_stem not in _PLAIN_CUES

    def figures(self, lead: float) -> dict[str, float]:
        """Return what the model weighs; `lead` is by how much they fit better than what else their articles give."""
        return {
            "dice": self.dice,
            "run": self.run / self.shorter,
            "fragment": self.fragment,
            "refused": float(self.both_refuse),
            "indirect": float((self.first.kind == "indirect") + (self.second.kind == "indirect")),
            "lead": max(-1.0, min(1.0, lead)),
            "cue": float(self.same_cue),
            "unlike": float(bool(self.first.refused) != bool(self.second.refused)),
        }

    @lazy_value
    def both_refuse(self) -> bool:
        """Whether both say of one thing that it is not so, in one word or in others for it."""
        return not self.first.refused_by_key.keys().isdisjoint(self.second.refused_by_key)

    def _counterparts(self) -> Iterator[tuple[str, str]]:
        """Yield the words of the first that the second has others for, each with one of those."""
        mine, theirs = self.first.by_key, self.second.by_key
        for key in mine.keys() & theirs.keys() if self.alike else ():
            yield from (
                (a, b) for a in mine[key] if a in self.alike for b in theirs[key] if b not in self.shared
            )

    def score(self, lead: float) -> float:
        """Return how sure it is that they report one statement (0 to 1)."""
        if self.common < _LEAST * self.shorter:
            return 0.0
        if self._is_of_cue_alone():
            return 0.0
        most = _UNSURE if self.is_of_one_word and not self._is_borne_out else 1.0
        figures = self.figures(lead)
        total = WEIGHTS[""] + sum(map(mul, map(WEIGHTS.__getitem__, figures), figures.values()))
        return min(most, 1 / (1 + exp(-total)))

    def _is_of_cue_alone(self) -> bool:
        """Tell whether all they share is the verb that gives one, in the words of the other: asked / “asked for a call”."""
        verbs = self.first.told_by_cue ^ self.second.told_by_cue
        return not self.alike and self.shared <= verbs

    @property
    def is_of_one_word(self) -> bool:
        """Whether all they share is one word, which neither gives as all that is said: “off the table”, “leave a table”."""
        return len(self.shared) + len(self.alike) == 1 and self.fragment < 1 and not self._is_held_whole

    @property
    def _is_borne_out(self) -> bool:
        """Whether more than the words they share speaks for them: what gives both, what both refuse, marked words."""
        return self.both_refuse or self.same_cue or self.fragment > _MARKED

    @property
    def _is_held_whole(self) -> bool:
        """Whether all that one says stands word for word in the other, and both are given so."""
        if not self.first.kind == self.second.kind == "direct":
            return False
        lengths = (self.weights.length(each.stretch) for each in (self.first, self.second))
        return self.run > _WHOLE * min(lengths)

    def why(self) -> str:
        """Say what speaks for it: "same 3 of 7 words (“truce”, “talks”), “assault” for “attack”, …"."""
        weights = self.weights.by_stem
        fewest = min(len(self.first.words), len(self.second.words))
        said = [f"same {len(self.shared)} of {fewest} words"]
        if telling := sorted(sorted(self.shared), key=weights.__getitem__, reverse=True)[:_REASONS]:
            said[0] += f" ({', '.join(f'“{self.first.written[word]}”' for word in telling)})"
        one, other = self.first.written, self.second.written
        said += sorted({f"“{one[a]}” for “{other[b]}”" for a, b in self._counterparts()})[:_REASONS]
        if self.run > 0.5 * self.shorter or self.fragment > 0.5:
            said.append("a stretch word for word")
        if self.both_refuse:
            mine, theirs = self.first.refused_by_key, self.second.refused_by_key
            refused = [word for key in mine.keys() & theirs.keys() for word in mine[key]]
            said.append(f"both negate “{one[max(refused, key=lambda word: (weights[word], word))]}”")
        if self.same_cue:
            said.append(f"both “{self.first.cue}”")
        return ", ".join(said)

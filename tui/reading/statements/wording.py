"""A wording: a quote as what is compared of it. And how much each of its words tells among those of its event."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from tui.core.model import Kind
from tui.reading.statements.concepts import concepts
from tui.reading.statements.words import SMALL, rarity, refusals, small_stems, stem, stems

_NAME = re.compile(r"(?<=.)\b[A-Z][\w.’'-]*", re.DOTALL)
_MARKED = re.compile(r"[“\"«„]([^”\"“«»„]+)[”\"“»]|(?<!\w)['‘]([^'’]{6,}?)['’](?!\w)")
_REACH = 4  # words that a "not" is about
_NAME_WEIGHT = 0.35  # names are what all that is said of an event has
_FEW = 2  # wordings that may share a word before it counts as the event's theme
_PREFIX = 5  # letters that two forms of a word share which their stems do not: evacuation, evacuee
# Stems of cues that tell nothing of what was said.
_GENERAL_CUES = frozenset(
    "say said tell told ad add accord call go went post wrote write state note report explain argu insist heard "
    "announc acknowledg describ believ want".split()
)


def marked(text: str) -> list[str]:
    """Return the stretches of some words that stand in quotation marks."""
    return [double or single for double, single in _MARKED.findall(text)]


@dataclass(frozen=True)
class Wording:
    """What one article gives as a speaker's words.

    `id` names it, `article` is where it stands, `text` the words, `cue` the verb that gives them, `language` that of
    the article ("" for English).
    """

    id: str
    article: str
    kind: Kind
    text: str
    cue: str = ""
    language: str = ""

    @cached_property
    def stems(self) -> list[str]:
        """All its words in order, the cue at the end where it tells what was said (“apologised for …”)."""
        found = stems(self.text, self.language or "en")
        cue = stem(self.cue.lower())
        return found if cue in {"", *_GENERAL_CUES} else [*found, cue]

    @cached_property
    def words(self) -> frozenset[str]:
        """The stems that say something."""
        return frozenset(self.stems) - small_stems(self.language or "en")

    @cached_property
    def names(self) -> frozenset[str]:
        """The stems of words with a capital, but for the first."""
        found = {
            each for match in _NAME.finditer(self.text) for each in stems(match[0], self.language or "en")
        }
        return self.words & found

    @cached_property
    def refused(self) -> frozenset[str]:
        """The words that a "not" or a "without" is about."""
        found: set[str] = set()
        for at, word in enumerate(self.stems):
            if word in refusals():
                found.update(self.stems[at + 1 : at + 1 + _REACH])
        return self.words & found

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each stem stands."""
        found: dict[str, list[int]] = {}
        for at, word in enumerate(self.stems):
            found.setdefault(word, []).append(at)
        return found

    @cached_property
    def fragments(self) -> tuple[list[str], ...]:
        """The stretches that are given word for word: all of it where it is direct, else what stands in marks."""
        if self.kind == "direct":
            return (self.stems,)
        parts = (stems(each, self.language or "en") for each in marked(self.text))
        return tuple(part for part in parts if part)

    @cached_property
    def keys(self) -> dict[str, tuple[object, ...]]:
        """What may stand for each of its words: the concepts it belongs to, and how it begins."""
        known = concepts() if self.language[:2] in {"", "en"} else {}
        return {
            word: (*known.get(word, ()), *((word[:_PREFIX],) if len(word) >= _PREFIX else ()))
            for word in self.words
        }


@dataclass(frozen=True)
class Weights:
    """How much each word tells among the wordings of one event: less the more of them have it.

    `by_stem` weighs names little, which nearly all that is said of an event has; `plain` leaves that aside.
    """

    by_stem: Mapping[str, float]
    plain: Mapping[str, float]

    @classmethod
    def of(cls, wordings: Iterable[Wording]) -> Weights:
        """Weigh the words of an event's wordings."""
        held = list(wordings)
        counts = Counter(word for wording in held for word in wording.words)
        names = {word for wording in held for word in wording.names}
        by_stem, plain = {}, {}
        for word, count in counts.items():
            own = 1.0 if word[0].isdigit() else 0.2 + rarity(word)
            theme = 1 + 3 * max(0, count - _FEW) / len(held)
            plain[word] = own / theme
            by_stem[word] = plain[word] * (_NAME_WEIGHT if word in names else 1)
        return cls(by_stem, plain)

    def total(self, words: Iterable[str]) -> float:
        """Return what some words that say something weigh together."""
        return sum(map(self.by_stem.__getitem__, words))

    def run(self, stretch: list[str], wording: Wording) -> float:
        """Return what the heaviest run of words weighs that a stretch and a wording have in common."""
        best, before = 0.0, dict[int, float]()
        for word in stretch:
            here = dict[int, float]()
            for at in wording.places.get(word, ()):
                here[at] = before.get(at - 1, 0.0) + self.by_stem.get(word, SMALL)
                best = max(best, here[at])
            before = here
        return best

    def length(self, stretch: Iterable[str]) -> float:
        """Return what all words of a stretch weigh together, as `run` weighs them."""
        return sum(self.by_stem.get(word, SMALL) for word in stretch)

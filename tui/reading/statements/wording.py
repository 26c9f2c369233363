"""A wording: a quote as what is compared of it. And how much each of its words tells among those of its event."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain, repeat, takewhile

from tui.core.lazy_value import lazy_value
from tui.core.model import Kind
from tui.reading.statements.facts import Facts, facts
from tui.reading.statements.words import (
    GRAIN,
    SMALL,
    concepts,
    rarity,
    refusals,
    small_stems,
    stem,
    stemmed,
    stems,
)

_MARKED = re.compile(r"[“\"«„]([^”\"“«»„]+)[”\"“»]|(?<!\w)['‘]([^'’]{6,}?)['’](?!\w)")
_REACH = 6  # words behind a "not" that it is about
_REACH_BACK = {"fr": 2, "de": 4}  # and before it: « ne fermera pas », „schließt sie nicht“
SENTENCES = re.compile(r"(?<=[.!?;…])[”\"»]?\s")
"""What parts the sentences of a wording."""
_RULED_OUT = ("rule", "out")
_OBJECTS = frozenset(("none", "noth"))  # are refused of the verb before them too: "fined none of them"
_OTHER_CLAUSE = frozenset(("while", "becaus", "sinc", "although", "though", "unless"))
_WITH_A_NOT = frozenset(("denied", "rejected", "refused", "declined", "ruled out", "negated"))
_NAME_WEIGHT = 0.35  # names are what all that is said of an event has
_FEW = 2  # wordings that may share a word before it counts as the event's theme
_NOTHING = 0.3  # what a wording weighs of which no word says anything
_WHOLE = 4  # words that say something only together, at least
_PREFIX = 5  # letters that two forms of a word share which their stems do not: evacuation, evacuee
# Stems of cues that tell nothing of what was said.
_GENERAL_CUES = frozenset(
    "say said tell told ad add accord call go went post wrote write state note report explain argu insist heard "
    "announc acknowledg describ believ want".split()
)


def marked(text: str) -> list[str]:
    """Return the stretches of some words that stand in quotation marks."""
    return [double or single for double, single in _MARKED.findall(text)]


def telling(cue: str, language: str) -> str:
    """Return the stem of a cue that tells what was said (“apologised”), "" of any other and of all but English ones."""
    found = _cue_stem(cue, language)
    return "" if found in _GENERAL_CUES else found


def _cue_stem(cue: str, language: str) -> str:
    """Return the stem of an English cue, "" of others: which of them are as plain as “said” is not known here."""
    # "accused the council of"
    return stem(cue.lower().partition(" ")[0]) if language[:2] in {"", "en"} else ""


@lru_cache(maxsize=50_000)
def _keys(word: str, *, english: bool) -> tuple[object, ...]:
    """Return what a stem may stand for: how it begins, and its concepts."""
    concept = concepts().get(word, ()) if english else ()
    return word if " " in word else word[:_PREFIX], *concept


class Phrase:
    """Words that follow one another: their stems, and where each stands."""

    __slots__ = ("places", "stems")

    def __init__(self, stems: list[str]) -> None:
        self.stems = stems
        self.places: dict[str, list[int]] = {}
        for at, each in enumerate(stems):
            if each in self.places:
                self.places[each].append(at)
            else:
                self.places[each] = [at]


@dataclass(frozen=True)
class Wording:
    """What one article gives as a speaker's words.

    `id` names it, `article` is where it stands, `text` the words, `cue` the verb that gives them, `language` that of
    the article ("" for English), `polarity` what the verb makes of the words. `also` are the other articles that give
    it in the same words.
    """

    id: str
    article: str
    kind: Kind
    text: str
    cue: str = ""
    language: str = ""
    also: frozenset[str] = frozenset()
    polarity: str = ""

    @lazy_value
    def articles(self) -> frozenset[str]:
        """All articles that give it in these words."""
        return self.also | {self.article}

    @lazy_value
    def cue_stem(self) -> str:
        """The stem of the verb that gives it, "" in other languages than English."""
        return _cue_stem(self.cue, self.language)

    @lazy_value
    def told_by_cue(self) -> frozenset[str]:
        """The word that only the verb tells which gives it, and it itself does not."""
        cue = telling(self.cue, self.language)
        return self.words & {cue} if self.stems.count(cue) == 1 else frozenset()

    @lazy_value
    def stems(self) -> list[str]:
        """All its words in order, the cue at the end where it tells what was said (“apologised for …”)."""
        return [each for each, _ in self._stemmed]

    @lazy_value
    def written(self) -> dict[str, str]:
        """Its words as they are written, by their stems; of those with one stem the first."""
        return dict(reversed(self._stemmed))

    @lazy_value
    def _stemmed(self) -> list[tuple[str, str]]:
        cue = telling(self.cue, self.language)
        return [*self._own, *([(cue, self.cue)] if cue else [])]

    @lazy_value
    def _own(self) -> list[tuple[str, str]]:
        return stemmed(self.text, self.language or "en")

    @lazy_value
    def words(self) -> frozenset[str]:
        """The stems that say something; where none does, all of them as one word: “what did he say”."""
        telling = frozenset(self.stems) - small_stems(self.language or "en")
        return telling or frozenset([" ".join(self.stems)] if len(self.stems) >= _WHOLE else ())

    @lazy_value
    def names(self) -> frozenset[str]:
        """The stems of words with a capital, but for what the first letter begins."""
        own = self._own[1:] if self.text[:1].isalpha() else self._own
        return self.words.intersection([each for each, word in own if word[0].isupper()])

    @lazy_value
    def refused(self) -> frozenset[str]:
        """The words that a "not" or a "without" is about wherever they stand; of what a verb denies, all the others."""
        language = self.language or "en"
        back, found, open_ = _REACH_BACK.get(language[:2], 0), set[str](), set[str]()
        refusing = refusals(language)
        turned = _RULED_OUT[0] in self.stems or not refusing.isdisjoint(self.stems)
        sentences = SENTENCES.split(self.text) if turned else []
        for sentence in sentences:
            said = stems(sentence, language) if len(sentences) > 1 else [each for each, _ in self._own]
            about: set[int] = set()
            for at, word in enumerate(said):
                if word in refusing or (word == _RULED_OUT[0] and said[at + 1 : at + 2] == [_RULED_OUT[1]]):
                    on = takewhile(lambda each: each not in _OTHER_CLAUSE, said[at : at + 1 + _REACH])
                    about.update(range(max(0, at - back - (word in _OBJECTS)), at + len([*on])))
            for at, word in enumerate(said):
                (found if at in about else open_).add(word)
        found -= open_ | refusing
        return self.words - found if self.polarity in _WITH_A_NOT else self.words & found

    @lazy_value
    def refused_by_key(self) -> dict[object, list[str]]:
        """The refused words by what they may stand for."""
        return self._keyed(self.refused)

    @lazy_value
    def facts(self) -> Facts:
        """The numbers, days and places that it tells."""
        return facts(self.text, self.language)

    @lazy_value
    def stretch(self) -> Phrase:
        """All its words, as they follow one another."""
        return Phrase(self.stems)

    @lazy_value
    def fragments(self) -> tuple[Phrase, ...]:
        """The stretches that are given word for word: all of it where it is direct, else what stands in marks."""
        if self.kind == "direct":
            return (self.stretch,)
        parts = (stems(each, self.language or "en") for each in marked(self.text))
        return tuple(Phrase(part) for part in parts if part)

    @lazy_value
    def by_key(self) -> dict[object, list[str]]:
        """Its words by what they may stand for: how they begin, and the concepts they belong to."""
        return self._keyed(self.words)

    def _keyed(self, words: frozenset[str]) -> dict[object, list[str]]:
        english, found = self.language[:2] in {"", "en"}, dict[object, list[str]]()
        for word in sorted(words):  # a set has another order each time
            for key in _keys(word, english=english):
                if key in found:
                    found[key].append(word)
                else:
                    found[key] = [word]
        return found


@dataclass(frozen=True)
class Weights:
    """How much each word tells among the wordings of one event, by stem.

    The less, the more of them have it; names little, which nearly all that is said of an event has.
    """

    by_stem: Mapping[str, float]
    _sizes: dict[frozenset[str], float] = field(default_factory=dict)
    _lengths: dict[Phrase, float] = field(default_factory=dict)

    @classmethod
    def of(cls, wordings: Iterable[Wording], *, names: float = _NAME_WEIGHT) -> Weights:
        """Weigh the words of an event's wordings, `names` by that share of what other words weigh."""
        held = list(wordings)
        each_time = [wording.words for wording in held for _ in wording.articles]
        counts, number = Counter(chain.from_iterable(each_time)), len(each_time)
        named = frozenset[str]().union(*(wording.names for wording in held))
        by_stem = {}
        for word, count in counts.items():
            own = 1.0 if word[0].isdigit() else 0.2 + rarity(word)
            theme = 1 + 3 * max(0, count - _FEW) / number
            by_stem[word] = round(own / theme * (names if word in named else 1) * GRAIN) / GRAIN
        return cls(by_stem)

    def total(self, words: Iterable[str]) -> float:
        """Return what some words that say something weigh together."""
        return sum(map(self.by_stem.__getitem__, words))

    def size(self, wording: Wording) -> float:
        """Return what all words of a wording that say something weigh together."""
        if wording.words not in self._sizes:
            self._sizes[wording.words] = self.total(wording.words) or _NOTHING
        return self._sizes[wording.words]

    def run(self, one: Phrase, other: Phrase) -> float:
        """Return what the heaviest run of words weighs that two stretches have in common."""
        heaviest = 0.0
        runs: dict[int, float] = {}  # what those weigh that end at a place of the other with the word before
        places, weigh = other.places, self.by_stem
        for word in one.stems:
            if word not in places:
                if runs:
                    runs = {}
                continue
            before, runs, weight = runs, {}, weigh.get(word, SMALL)
            for at in places[word]:
                runs[at] = total = before[at - 1] + weight if at - 1 in before else weight
                if total > heaviest:  # noqa: PLR1730 - a call would take as long as all else here
                    heaviest = total
        return heaviest

    def length(self, stretch: Phrase) -> float:
        """Return what all words of a stretch weigh together, as `run` weighs them."""
        if stretch not in self._lengths:
            self._lengths[stretch] = sum(map(self.by_stem.get, stretch.stems, repeat(SMALL)))
        return self._lengths[stretch]

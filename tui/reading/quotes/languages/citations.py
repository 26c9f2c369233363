"""Through whom words came: "the agency reports, citing a diplomat", "said the mayor to the daily", "quoted by the agency".

Who is cited speaks, and not who cites them; a paper to which somebody spoke is named beside them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal, NamedTuple

from tui.reading.quotes.languages.declension import nominative
from tui.reading.quotes.languages.grammar import Grammar, grammar_of
from tui.reading.quotes.languages.noun_phrases import NounPhrase
from tui.reading.quotes.languages.word_kinds import WordKinds
from tui.reading.quotes.languages.worded_text import DASHES, QUOTE, WordedText

_NEAR = 4  # words between who cites and "citing"
_FAR = 14  # words from a verb of saying to the paper that was told
_CLOSES = 3  # words behind who is cited, to the verb that closes the clause
_AGENCIES = frozenset(
    "afp ap dpa efe reuters tass ansa bbc cnn bloomberg тасс рейтер рейтерс интерфакс риа би-би-си".split()
)
_OBJECTS = {"ihn": "m", "sie": "f", "его": "m", "её": "f", "ее": "f"}
_COMPARING = frozenset({"как", "comme", "como", "según"})
_APART = frozenset({",", QUOTE, *DASHES})

Phrases = Sequence[NounPhrase]
NameReader = Callable[[int, tuple[str, ...], int, int], NounPhrase | None]


@dataclass(slots=True, kw_only=True)
class Cue:
    """What tells that somebody speaks: words `first` to `last` (exclusive), who does, and what it makes of the words.

    `verb` is the cue as it is written, `known` whether the tables hold it; `gender` is that of "his" or "her" in it,
    `through` are the papers and agencies the words came through.
    """

    first: int
    last: int
    speaker: NounPhrase | None
    verb: str
    polarity: str = ""
    way: Literal["verb", "according"] = "verb"
    gender: str = ""
    known: bool = True
    through: tuple[str, ...] = ()


class _Outlet(NamedTuple):
    """A paper or agency as it is called, and the word behind it."""

    name: str
    last: int


@lru_cache(maxsize=1 << 15)
def _may_be_told(language: str, lower: str) -> bool:
    """Tell whether a word may name a paper that something is told."""
    grammar = grammar_of(language)
    told = grammar.bends_names and grammar.told.fullmatch(lower)
    return bool(told) or lower in _AGENCIES or bool(grammar.outlets.fullmatch(lower))


class CitationReader:
    """Reads in the sentences of a text who is cited by whom; `named_behind` reads who stands behind some words."""

    def __init__(
        self, text: WordedText, grammar: Grammar, kinds: WordKinds, named_behind: NameReader
    ) -> None:
        self._text = text
        self._lower = text.lower
        self._grammar = grammar
        self._kinds = kinds
        self._named_behind = named_behind
        self._times = Counter(text.lower if grammar.nouns_have_capitals else ())
        self._firsts = {first for first, _ in text.sentences}
        self._cites = [(tuple(words.split()), set(ends.split())) for words, ends in grammar.cites.items()]
        self._cited_by = [tuple(words.split()) for words in grammar.cited_by]
        self._openings = {words[0] for words in (*(words for words, _ in self._cites), *self._cited_by)}

    def with_sources(self, first: int, last: int, phrases: Phrases, cues: Sequence[Cue]) -> list[Cue]:
        """Return the cues of a sentence, those of who cites others as theirs who are cited."""
        found = [self._with_quoter(one, phrases) for one in cues]
        for at in range(first, last):
            if self._lower[at] not in self._openings:
                continue
            found = self._with_cited(at, first, last, phrases, found)
            for words in self._cited_by:
                if tuple(self._lower[at : at + len(words)]) == words:
                    found = self._with_citer(at, at + len(words), last, found)
        return self._with_told(first, last, phrases, self._without_relay(first, last, found))

    def _with_quoter(self, cue: Cue, phrases: Phrases) -> Cue:
        """Return a cue of somebody whom a paper quotes with that: "quotes the daily a diplomat"."""
        if (
            self._lower[cue.first] not in self._grammar.citing
            or not cue.speaker
            or cue.speaker.first < cue.last
        ):
            return cue
        behind = self._outlet(cue.last, cue.speaker.first)
        before = next((one for one in phrases if one.last == cue.first), None)
        name = behind.name if behind else self._name_before(cue.first, before)
        return replace(cue, through=(name,)) if name else cue

    def _with_cited(self, at: int, first: int, last: int, phrases: Phrases, cues: list[Cue]) -> list[Cue]:
        """Return cues with that of who cites somebody at word `at` as theirs: "the agency said, citing a diplomat"."""
        for words, closing in self._cites:
            source = self._named_behind(at, words, first, last)
            if source is None or source.kind == "noun" or self._is_thing(source):
                continue
            end = source.last
            if closing:
                ahead = range(end, min(last, end + _CLOSES))
                end = next((word + 1 for word in ahead if self._lower[word] in closing), 0)
                if not end:
                    continue
            outside = [one for one in cues if not at <= one.first < end]
            citer = self._citer(at, outside)
            if citer is None:
                return cues
            beside = next(
                (one for one in phrases if 0 <= at - one.last <= (self._lower[at - 1] == ",")), citer.speaker
            )
            name = self._name_before(at, beside)
            cited = replace(
                citer, speaker=replace(source, last=end, before=words[-1]), through=(name,) if name else ()
            )
            return [cited if one is citer else one for one in outside]
        return cues

    def _is_thing(self, source: NounPhrase) -> bool:
        """Tell whether a German capital that stands once in the text may be any noun: "auf Unterlagen"."""
        alone = source.kind == "person" and source.last - source.first == 1
        return self._grammar.nouns_have_capitals and alone and self._times[self._lower[source.first]] == 1

    def _citer(self, at: int, cues: Sequence[Cue]) -> Cue | None:
        """Return the cue of who cites somebody at word `at`: who stands right before, else what is nearest."""
        beside = [one for one in cues if one.speaker and 0 <= at - one.speaker.last < _NEAR]
        return min(beside or cues, key=lambda one: abs(one.first - at), default=None)

    def _name_before(self, at: int, phrase: NounPhrase | None) -> str:
        """Return what is called who cites somebody at word `at`."""
        if phrase is not None and phrase.last <= at:
            if phrase.kind == "pronoun":
                return ""
            noun = phrase.head if phrase.head >= 0 else phrase.first
            if self._grammar.outlets.fullmatch(self._lower[noun]) and (outlet := self._outlet(noun, at)):
                return outlet.name
            start, end = phrase.name or phrase.label
            # "El Faro"
            article = self._text.words[phrase.first].istitle() and phrase.first not in self._firsts
            return self._text.name(phrase.first if article else start, end)
        at -= self._lower[at - 1] == ","
        if self._lower[at - 1] == QUOTE:
            return self._marked(at - 1)
        return self._text.words[at - 1] if self._grammar.outlets.fullmatch(self._lower[at - 1]) else ""

    def _with_citer(self, first: int, at: int, last: int, cues: list[Cue]) -> list[Cue]:
        """Return cues with the paper at word `at`, behind "quoted by" at word `first`, as that the words came through."""
        outlet = self._outlet(at, last)
        if outlet is None:
            return cues
        outside = [one for one in cues if not first <= one.first < outlet.last]
        if not outside:  # "quoted him the daily"
            gender = next((_OBJECTS[word] for word in self._lower[first:at] if word in _OBJECTS), "")
            return [replace(one, speaker=None, gender=gender, through=(outlet.name,)) for one in cues]
        return [replace(one, through=(*one.through, outlet.name)) for one in outside]

    def _without_relay(self, first: int, last: int, cues: list[Cue]) -> list[Cue]:
        """Return cues without one that only passes on who spoke: "…, said the mayor, the agency reports"."""
        for relay in [cues[0], cues[-1]] if len(cues) > 1 else []:
            others = [
                one for one in cues if one is not relay and one.way == "verb" and one.speaker is not None
            ]
            if relay.through or not others or not self._grammar.relaying.fullmatch(self._lower[relay.first]):
                continue
            outlet = self._outlet(relay.last, last)
            before = self._lower[relay.first - 1] if relay.first > first else ""
            set_apart = before in (_COMPARING if relay is cues[0] else _APART)
            if (
                outlet is not None
                and set_apart
                and all(
                    self._lower[one.speaker.first] != outlet.name.lower() for one in others if one.speaker
                )
            ):
                return [replace(one, through=(*one.through, outlet.name)) for one in cues if one is not relay]
        return cues

    def _with_told(self, first: int, last: int, phrases: Phrases, cues: list[Cue]) -> list[Cue]:
        """Return cues with the paper that somebody told: "said the mayor to the daily “…”"."""
        grammar = self._grammar
        if not cues:
            return cues
        for at in range(first + 1, last):
            if (
                not _may_be_told(grammar.language, self._lower[at])
                or not self._is_told(at)
                or any(one.first < at - 1 and at < one.last for one in phrases)
            ):
                continue
            outlet = self._outlet(at, last)
            beside = [
                one for one in cues if abs(one.first - at) < _FAR and one.way == "verb" and not one.through
            ]
            teller = min(beside, key=lambda one: abs(one.first - at), default=None)
            if outlet is None or teller is None:
                continue
            return [
                replace(one, through=(outlet.name,), speaker=self._not(one.speaker, at, outlet))
                if one is teller
                else one
                for one in cues
            ]
        return cues

    def _not(self, speaker: NounPhrase | None, at: int, outlet: _Outlet) -> NounPhrase | None:
        """Return a speaker, None for the paper itself that was told."""
        return None if speaker is not None and at <= speaker.first < outlet.last else speaker

    def _is_told(self, at: int) -> bool:
        """Tell whether word `at` is a paper in the case of whom something is told: "al diario", "газете"."""
        grammar, lower = self._grammar, self._lower
        named = grammar.outlets.fullmatch(lower[at]) or lower[at] in _AGENCIES
        if grammar.bends_names:
            return bool(grammar.told.fullmatch(lower[at])) or (
                lower[at] in _AGENCIES and lower[at - 1] in grammar.cues
            )
        begin = at - (
            grammar.nouns_have_capitals
            and lower[at - 1] not in grammar.determiners
            and self._kinds.is_adjective(at - 1)
        )
        return bool(named) and bool(grammar.told.fullmatch(lower[begin - 1]) or self._is_to_the(begin))

    def _is_to_the(self, at: int) -> bool:
        """Tell whether "to the" stands before word `at`."""
        before = " ".join(self._lower[max(0, at - 2) : at])
        return bool(self._grammar.told.fullmatch(before))

    def _outlet(self, at: int, last: int) -> _Outlet | None:
        """Return the paper or agency at word `at`, or behind articles there, as it is called; None for none."""
        kinds, words = self._kinds, self._text.words
        while at < last and self._lower[at] in self._grammar.determiners:
            at += 1
        if at >= last:
            return None
        if self._lower[at] == QUOTE:
            return _Outlet(self._marked(at), at + 1)
        if self._lower[at] in _AGENCIES or (
            words[at].isupper() and len(words[at]) > 2 and not kinds.is_noun(at)
        ):
            return _Outlet(words[at], at + 1)
        noun = at
        while noun < min(last, at + 2) and not self._grammar.outlets.fullmatch(self._lower[noun]):
            noun += 1
        if noun >= min(last, at + 2):
            return None
        if noun > at:
            return _Outlet(nominative(self._text.name(at, noun + 1), "de", after="die"), noun + 1)
        # "Radio Golfo"
        capital = words[at].istitle() and at not in self._firsts and not self._grammar.nouns_have_capitals
        name = at if capital else at + 1
        if name < last and words[name].islower() and kinds.is_adjective(name):
            name += 1  # "à la radio publique RNZ"
        if name < last and self._lower[name] == QUOTE:
            return _Outlet(self._marked(name), name + 1)
        end = name
        while end < last and (
            words[end][0].isupper() or words[end] == "&" or (end > name and self._is_of(end, last))
        ):
            end += 1
        return _Outlet(self._text.name(name, end) if end > name else words[at], max(end, at + 1))

    def _is_of(self, at: int, last: int) -> bool:
        """Tell whether "of the" stands at word `at` within a name: "El Faro del Sur"."""
        return self._lower[at] in self._grammar.of and at + 1 < last and self._text.words[at + 1][0].isupper()

    def _marked(self, at: int) -> str:
        """Return the words in marks that stand at word `at`."""
        stretch = self._text.stretches[self._text.quotes[at]]
        return self._text.text[stretch.start : stretch.end]

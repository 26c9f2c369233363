"""Verbs of saying and phrases like "according to", and whom each of them names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tui.reading.quotes.languages.grammar import Grammar
from tui.reading.quotes.languages.noun_phrases import NounPhrase, PhraseReader
from tui.reading.quotes.languages.worded_text import DASHES, QUOTE, WordedText

_BOUND = frozenset({";", ":", ".", "!", "?", "…", QUOTE})
_LEFT_OPEN = frozenset({",", ";", ":", QUOTE, *DASHES})
# These are much else besides; they name a speaker where a pause stands on either side.
_WEAK = frozenset({"pour", "para", "для", "so", "für", "dixit"})
_AT = frozenset("в во desde en à au aux dans chez de du aus im beim bei".split())
_REFLEXIVE = frozenset("se s' n' sich не no le les nos lui leur".split())
_RUSSIAN_VERB = re.compile(r".+(?:[аеиоуыюя]л[аио]?|л(?:ся|ась|ись)|[еаиую]тся|[еия]т|[юуая]т)")


@dataclass(slots=True)
class Cue:
    """What tells that somebody speaks: words `first` to `last` (exclusive), who does, and what it makes of the words."""

    first: int
    last: int
    speaker: NounPhrase | None
    polarity: str = ""
    verb: str = ""
    way: str = "verb"
    gender: str = ""


class CueFinder:
    """Finds what tells of speech in the sentences of a text."""

    def __init__(self, text: WordedText, grammar: Grammar, reader: PhraseReader) -> None:
        self._text = text
        self._reader = reader
        self._lower = text.lower
        self._grammar = grammar
        self._glue = (grammar.little | grammar.auxiliaries) - grammar.joining - grammar.that
        self._according: dict[str, list[tuple[str, ...]]] = {}
        for phrase in sorted(grammar.according, key=len, reverse=True):
            words = tuple(phrase.split())
            self._according.setdefault(words[0], []).append(words)
        self._theirs: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for phrase, gender in grammar.theirs.items():
            words = tuple(phrase.split())
            self._theirs.setdefault(words[0], []).append((words, gender))

    def cues(self, first: int, last: int, phrases: Sequence[NounPhrase]) -> list[Cue]:
        """Return the cues of a sentence, in order; `phrases` are those of it."""
        found = [
            self._according_at(at, first, last)
            for at in range(first, last)
            if self._lower[at] in self._according
        ]
        known = [cue for cue in found if cue is not None] + self._theirs_in(first, last)
        inside = {at for cue in known for at in range(cue.first, cue.last)}
        known += self._behind(first, last, phrases)
        for at in range(first, last):
            if (
                self._lower[at] in self._grammar.cues
                and at not in inside
                and self._is_verb(at, first, phrases)
            ):
                known.append(self._verb(at, first, last, phrases))
        return sorted(known, key=lambda cue: cue.first)

    def _according_at(self, at: int, first: int, last: int) -> Cue | None:
        for words in self._according[self._lower[at]]:
            end = at + len(words)
            if tuple(self._lower[at:end]) != words:
                continue
            named = self._reader.behind(end, first, last)
            if named is None:
                continue
            if words[0] in _WEAK and not self._paused(at, first, last, named):
                continue
            return Cue(at, end, named, verb=self._text.slice(at, end), way="according")
        return None

    def _theirs_in(self, first: int, last: int) -> list[Cue]:
        """Return "in her words", which names nobody."""
        return [
            Cue(
                at,
                at + len(words),
                None,
                verb=self._text.slice(at, at + len(words)),
                way="according",
                gender=gender,
            )
            for at in range(first, last)
            for words, gender in self._theirs.get(self._lower[at], ())
            if tuple(self._lower[at : at + len(words)]) == words
        ]

    def _paused(self, at: int, first: int, last: int, named: NounPhrase) -> bool:
        before = at == first or self._lower[at - 1] in _LEFT_OPEN
        after = named.last >= last or self._lower[named.last] in {",", ".", QUOTE, *DASHES}
        return before and after and named.kind != "noun"

    def _behind(self, first: int, last: int, phrases: Sequence[NounPhrase]) -> list[Cue]:
        found = []
        for one in phrases:
            if one.last < last and self._lower[one.last] in self._grammar.behind:
                found.append(
                    Cue(one.last, one.last + 1, one, verb=self._text.words[one.last], way="according")
                )
        return found

    def _is_verb(self, at: int, first: int, phrases: Sequence[NounPhrase]) -> bool:
        """Tell whether a form of a verb of saying is one here: "l'appel", "der Lob" and "wurde cité par" are none."""
        lower, grammar = self._lower, self._grammar
        before = lower[at - 1] if at > first else ""
        if self._text.words[at][:1].isupper() and before and before not in _LEFT_OPEN:
            return False
        if before in grammar.determiners and before != "lo" and grammar.language in ("fr", "es"):
            return False
        if before in grammar.prepositions and grammar.language != "de":
            return False
        if any(one.first <= at < one.last for one in phrases):
            return False
        if lower[at] not in grammar.participles:
            return True
        reach = first if grammar.language == "de" else max(first, at - 5)
        return any(word in grammar.auxiliaries for word in lower[reach:at])

    def _verb(self, at: int, first: int, last: int, phrases: Sequence[NounPhrase]) -> Cue:
        polarity = self._grammar.cues[self._lower[at]]
        if polarity in ("denied", "rejected", "doubted", "ruled out") and self._negated(at, first, last):
            polarity = "open"
        cue = Cue(at, at + 1, None, polarity, self._text.words[at])
        if self._lower[at] in self._grammar.citing:
            cited = [one for one in phrases if one.first > at and one.kind in ("person", "office")]
            if cited:
                cue.speaker = cited[-1]
                return cue
        cue.speaker = self._subject(at, first, last, phrases)
        return cue

    def _negated(self, at: int, first: int, last: int) -> bool:
        window = self._lower[max(first, at - 3) : at] + (
            self._lower[at + 1 : at + 4] if self._grammar.language in ("de", "fr") else []
        )
        return bool(self._grammar.not_.intersection(window))

    def _subject(self, at: int, first: int, last: int, phrases: Sequence[NounPhrase]) -> NounPhrase | None:
        start = self._clause_start(at, first)
        left = [one for one in phrases if start <= one.first and one.last <= at and one.may_speak]
        near, joined = self._walk_back(at, start, phrases)
        if near is not None:
            return near
        opening = None if left else self._reader.after_verb(start, at)
        if opening is not None and all(self._is_glue(word) for word in range(opening.last, at)):
            return opening
        if self._grammar.impersonal.intersection(self._lower[max(start, at - 1) : at + 2]) and (
            place := self._place(at, start, last, phrases)
        ):
            return place
        right = self._first_right(at, last, phrases, known=bool(left))
        if right is not None and (at - 1 < start or self._lower[at - 1] == "," or not left):
            return right
        if left:
            return left[0] if joined else self._likeliest(left)
        if place := self._place(at, start, last, phrases):
            return place
        over = [one for one in phrases if first <= one.first and one.last <= at and one.may_speak]
        final = all(not word[0].isalnum() for word in self._lower[at + 1 : last])
        return self._likeliest(over) if over and final else None

    def _clause_start(self, at: int, first: int) -> int:
        while at > first and self._lower[at - 1] not in _BOUND:
            at -= 1
        return at

    def _walk_back(
        self, at: int, start: int, phrases: Sequence[NounPhrase]
    ) -> tuple[NounPhrase | None, bool]:
        """Return the subject that stands right before a verb, but for little words, and whether "and" does instead."""
        ends = {one.last: one for one in phrases}
        word = at - 1
        if (
            self._lower[at - 1 : at] == [","]
            and (one := ends.get(at - 1))
            and self._commas(one)
            and one.may_speak
        ):
            return one, False
        while word >= start:
            one = ends.get(word + 1)
            if one is not None and one.may_speak:
                return one, False
            if one is not None and one.first > start:
                word = one.first - 1
            elif self._lower[word] in self._grammar.joining:
                return None, True
            elif self._lower[word] in self._glue or self._lower[word].endswith(("ment", "mente")):
                word -= 1
            elif self._lower[word] == "," and (one := ends.get(word)) and self._commas(one) and one.may_speak:
                return one, False
            else:
                break
        return None, False

    def open_verb(self, start: int, last: int, phrases: Sequence[NounPhrase]) -> Cue | None:
        """Return a verb that is not known, where one stands between a quote and who speaks: "…", quipped the mayor."""
        lower, grammar = self._lower, self._grammar
        at = start
        while at < min(last, start + 3) and (lower[at] in grammar.auxiliaries or lower[at] in _REFLEXIVE):
            at += 1
        if at > start and (said := self._infinitive(at, last, phrases)):
            return said
        if at + 1 >= last or not self._text.words[at].isalpha() or not self._text.words[at].islower():
            return None
        if (
            lower[at] in grammar.little | grammar.prepositions | grammar.that
            or lower[at] in grammar.determiners
        ):
            return None
        if grammar.language == "ru" and not _RUSSIAN_VERB.fullmatch(lower[at]):
            return None
        speaker = self._first_right(at, last, phrases)
        after = at + 1
        while after < last and self._is_glue(after):
            after += 1
        if speaker is None or speaker.first != after:
            return None
        return Cue(at, at + 1, speaker, verb=self._text.words[at])

    def _infinitive(self, at: int, last: int, phrases: Sequence[NounPhrase]) -> Cue | None:
        """Return "a voulu rassurer" before who says it, where words at `at` follow an auxiliary."""
        for end in (at + 2, at + 3):
            speaker = next(
                (one for one in phrases if one.first == end and one.may_speak and one.kind != "pronoun"), None
            )
            if speaker is not None and all(
                word.isalpha() and word.islower() for word in self._text.words[at:end]
            ):
                return Cue(end - 1, end, speaker, verb=self._text.words[end - 1])
        return None

    def _is_glue(self, word: int) -> bool:
        lower = self._lower[word]
        if (
            lower in self._grammar.pronouns
            or lower in self._grammar.determiners
            or lower in self._grammar.prepositions
        ):
            return False
        return lower in self._glue or lower.endswith(("ment", "mente"))

    def _commas(self, one: NounPhrase) -> bool:
        return "," in self._lower[one.first : one.last]

    def _first_right(
        self, at: int, last: int, phrases: Sequence[NounPhrase], *, known: bool = False
    ) -> NounPhrase | None:
        start = at + 1
        while start < last and self._is_glue(start):
            start += 1
        named = next((one for one in phrases if one.first >= start), None)
        if not known and (named is None or named.first > start or named.kind == "noun"):
            unknown = self._reader.after_verb(start, last)
            if unknown is not None:
                return unknown
        for one in phrases:
            if one.first <= at:
                continue
            between = self._lower[at + 1 : one.first]
            if _BOUND.intersection(between) or "," in between or self._grammar.that.intersection(between):
                return None
            if one.may_speak and one.last <= last:
                return one
        return None

    def _likeliest(self, left: Sequence[NounPhrase]) -> NounPhrase:
        people = [one for one in left if one.kind in ("person", "office", "pronoun")]
        return (people or list(left))[0]

    def _place(self, at: int, start: int, last: int, phrases: Sequence[NounPhrase]) -> NounPhrase | None:
        """Return the body in which "they" say something: "was announced in the ministry"."""
        beside = self._lower[max(start, at - 2) : at + 3]
        several = self._grammar.plural.fullmatch(self._lower[at]) or self._lower[at].endswith("тся")
        if not several and not self._grammar.impersonal.intersection(beside):
            return None
        near = [
            one
            for one in phrases
            if one.before in _AT and (one.kind == "body" or one.name) and start <= one.first < last
        ]
        return min(near, key=lambda one: abs(one.first - at), default=None)

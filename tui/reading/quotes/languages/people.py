"""Who is who in a text: one person under a full name, a surname, an office, a pronoun."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from tui.reading.quotes.languages.declension import name_key, nominative, nominative_name
from tui.reading.quotes.languages.grammar import Grammar
from tui.reading.quotes.languages.noun_phrases import NounPhrase
from tui.reading.quotes.languages.worded_text import WordedText

_NEXT = 40  # words back to a speaker without a name that "she" may mean
_NEAR = 400  # words back that a pronoun may reach


@dataclass(slots=True)
class Person:
    """Somebody with a name: their fullest name, the words of it, offices, votes for m and f.

    `places` are the words at which they are named, `subject` those at which a sentence is about them, or they speak.
    """

    name: str
    keys: tuple[str, ...]
    bent: bool
    offices: set[str] = field(default_factory=set)
    votes: dict[str, int] = field(default_factory=dict)
    places: list[int] = field(default_factory=list)
    subject: list[int] = field(default_factory=list)

    @property
    def gender(self) -> str:
        """Return m or f, "" for not known."""
        return max(self.votes, key=self.votes.__getitem__, default="")


class Holder(NamedTuple):
    """Whom a phrase stands for: the name, how that is known ("" where it is said), how sure it is, and others it may be."""

    name: str
    how: str = ""
    sure: float = 1.0
    others: tuple[str, ...] = ()


class PeopleOfText:
    """The people and bodies of a text; they are learned from all of its phrases first, then asked for in order."""

    def __init__(self, text: WordedText, grammar: Grammar) -> None:
        self._text = text
        self._grammar = grammar
        self._by_key: dict[str, list[Person]] = {}
        self._people: list[Person] = []
        self._bodies: dict[str, list[tuple[int, str]]] = {}
        self._cased = grammar.language == "ru"
        self._spoke: tuple[str, Person | None, str, int] = ("", None, "", -_NEAR)

    def learn(self, sentences: Sequence[Sequence[NounPhrase]]) -> None:
        """Take in all phrases of a text, sentence by sentence; full names come first."""
        phrases = [one for sentence in sentences for one in sentence]
        named = [one for one in phrases if one.name]
        for one in sorted(named, key=lambda one: (one.name[0] + 1 == one.name[1] if one.name else 0)):
            self._enter(one)
        for sentence in sentences:
            subject = next((one for one in sentence if not one.before and "o" not in one.marks), None)
            person = None if subject is None else self.named(subject)
            if person is not None and subject is not None:
                person.subject.append(subject.first)
        for one in phrases:
            if one.kind == "body" and one.name is None and one.label[1] - one.label[0] > 1:
                self._bodies.setdefault(self._stem(one.head), []).append((one.first, self._body_name(one)))

    def spoke(self, name: str, gender: str, at: int) -> None:
        """Keep in mind who spoke at word `at`."""
        person = next((one for one in self._people if one.name == name), None)
        self._spoke = name, person, gender, at
        if person is not None:
            person.subject.append(at)

    def named(self, phrase: NounPhrase) -> Person | None:
        """Return the person that a phrase with a name is of."""
        if phrase.name is None:
            return None
        keys = self._keys(phrase)
        return next((one for one in self._by_key.get(keys[-1], ()) if _fits(one.keys, keys)), None)

    def _keys(self, phrase: NounPhrase) -> tuple[str, ...]:
        assert phrase.name is not None
        return tuple(name_key(word, self._grammar.language) for word in self._text.lower[slice(*phrase.name)] if word[0].isalnum())

    def _enter(self, phrase: NounPhrase) -> None:
        assert phrase.name is not None
        keys = self._keys(phrase)
        if not keys:
            phrase.name = None
            return
        person = self.named(phrase)
        bent = bool(phrase.before) or "o" in phrase.marks
        if person is None:
            person = Person(self._text.slice(*phrase.name), keys, bent)
            self._people.append(person)
            self._by_key.setdefault(keys[-1], []).append(person)
        elif len(keys) > len(person.keys) or (person.bent and not bent and len(keys) == len(person.keys)):
            person.name, person.keys, person.bent = self._text.slice(*phrase.name), keys, bent
        person.places.append(phrase.first)
        if phrase.head >= 0:
            person.offices.add(self._stem(phrase.head))
        if phrase.gender:
            self._vote(person, phrase.gender)

    def _vote(self, person: Person, gender: str) -> None:
        person.votes[gender] = person.votes.get(gender, 0) + 1

    def _stem(self, head: int) -> str:
        """Return what the forms of an office share: ministre and ministres, Minister and Ministerin, министр and министра."""
        word = re.sub(r"^(?:vice|ex)-?", "", self._text.lower[head])
        if self._grammar.language == "de":
            word = re.sub(r"^.*(?=minister|kanzler|präsident|sprecher)", "", word)
            return re.sub(r"(?:innen|in|s|en|n)$", "", word)
        return word[: max(5, len(word) - 3)]

    def resolve(self, phrase: NounPhrase, at: int, verb: str = "") -> Holder:
        """Return whom a phrase stands for that is a speaker at word `at`; `verb` may tell their gender."""
        if phrase.kind == "pronoun":
            return self.pronoun(phrase.gender, at, self._text.words[phrase.first].lstrip("-"), several="p" in phrase.marks)
        if phrase.name is not None:
            return self._of_name(phrase, verb)
        label = self._body_name(phrase) if phrase.kind == "body" else self._label(phrase)
        if phrase.kind == "office" and "i" not in phrase.marks and "p" not in phrase.marks.replace("fp", "f"):
            return self._of_office(phrase, label, at)
        if phrase.kind == "body":
            return self._of_body(phrase, label)
        if phrase.kind == "noun":
            held = self.pronoun(phrase.gender, at, label, several=False)
            return Holder(held.name or label, held.how, 0.6 if held.name else 0.7, (label, *held.others) if held.name else ())
        return Holder(label, "", 0.9)

    def _of_name(self, phrase: NounPhrase, verb: str) -> Holder:
        person = self.named(phrase)
        if person is None:
            return Holder(self._text.slice(*(phrase.name or phrase.label)), "", 0.8)
        if self._cased and not phrase.before and (gender := verb_gender(verb)):
            self._vote(person, gender)
        written = self._text.slice(*phrase.name) if phrase.name else ""
        name = person.name
        if person.bent and self._cased:
            female = "f" in phrase.marks or person.gender == "f"
            name = nominative_name(person.name, female=female) if phrase.kind == "person" else person.name
        alone = len(person.keys) == 1
        how = f"{written} → {name}" if name != written else ""
        rivals = [one for one in self._by_key.get(person.keys[-1], ()) if one is not person]
        return Holder(name, how, 0.9 if alone else 0.7 if rivals and how else 1.0, tuple(one.name for one in rivals))

    def _of_office(self, phrase: NounPhrase, label: str, at: int) -> Holder:
        stem = self._stem(phrase.head)
        holders = [
            one for one in self._people if stem in one.offices and one.places[0] < at and _agrees(one.gender, phrase.gender)
        ]
        if "s" in phrase.marks:
            return Holder(label, "", 0.8)
        if not holders:
            return self._of_bare_office(phrase, label, at)
        latest = max(holders, key=lambda one: _last_before(one, at))
        others = tuple(one.name for one in holders if one is not latest)
        return Holder(latest.name, f"{label} → {latest.name}, named so before", 0.6 if others else 0.88, others)

    def _of_bare_office(self, phrase: NounPhrase, label: str, at: int) -> Holder:
        """Return who an office without a name is: who has just spoken, where the text has not told what they are."""
        name, person, _, place = self._spoke
        new = person is not None and not person.offices and _agrees(person.gender, phrase.gender)
        if new and at - place < _NEXT and phrase.gender and phrase.label[1] - phrase.label[0] < 5:
            return Holder(name, f"{label} → {name}, who spoke last", 0.55, (label,))
        return Holder(label, "", 0.8)

    def _of_body(self, phrase: NounPhrase, label: str) -> Holder:
        if phrase.label[1] - phrase.label[0] > 1 or phrase.head < 0:
            return Holder(label, "", 0.95)
        longer = [name for place, name in self._bodies.get(self._stem(phrase.head), ()) if place < phrase.first]
        if not longer:
            return Holder(label, "", 0.95)
        same = set(longer)
        return Holder(longer[-1], f"{label} → {longer[-1]}", 0.85 if len(same) == 1 else 0.5, tuple(same - {longer[-1]}))

    def pronoun(self, gender: str, at: int, word: str, *, several: bool) -> Holder:
        """Return whom "he" stands for at word `at`: who spoke last if they fit, else who was named last."""
        if several:
            return Holder("", f"{word} → several")
        last, spoke, last_gender, spoke_at = self._spoke
        if last and spoke is None and at - spoke_at < _NEXT and _agrees(last_gender, gender):
            return Holder(last, f"{word} → {last}, who spoke last", 0.8)
        near = [one for one in self._people if _agrees(one.gender, gender) and len(one.keys) > 0]
        near = [one for one in near if at - _NEAR < _last_before(one, at) < at and not self._is_place(one)]
        if not near:
            return Holder("")
        latest = max(near, key=lambda one: (_subject_before(one, at), _last_before(one, at)))
        others = tuple(one.name for one in near if one is not latest)
        known = [one for one in near if one.gender == gender or not gender]
        sure = 0.88 if not others else 0.8 if len(known) < 2 and latest in known else 0.62 if _subject_before(latest, at) > at - _NEXT else 0.5
        return Holder(latest.name, f"{word} → {latest.name}, the last who fits", sure, others)

    def _is_place(self, one: Person) -> bool:
        return len(one.keys) == 1 and (one.keys[0] in self._grammar.places or not one.offices and not one.votes)

    def _label(self, phrase: NounPhrase) -> str:
        begin = phrase.label[0] + (self._text.lower[phrase.label[0]] in self._grammar.prepositions and phrase.label[1] - phrase.label[0] > 1)
        words = self._text.slice(begin, phrase.label[1])
        first = self._text.words[begin]
        if self._grammar.language == "de" and "i" in phrase.marks and "o" in phrase.marks:
            return nominative(words, "de")
        if self._cased:
            return nominative(words, "ru") if "o" in phrase.marks else words
        mark = self._grammar.determiners.get(first.lower())
        return first.lower() + words[len(first) :] if mark is not None and len(words) > len(first) else words

    def _body_name(self, phrase: NounPhrase) -> str:
        """Return a body's name without its article, and as it is called where it speaks: "Auswärtiges Amt"."""
        first = phrase.label[0]
        while first < phrase.label[1] - 1 and "i" not in self._grammar.determiners.get(self._text.lower[first], "i"):
            first += 1
        words = self._text.slice(first, phrase.label[1])
        if self._cased and (phrase.before in ("в", "во") or "o" in phrase.marks):
            return nominative(words, "ru")
        if self._grammar.language == "de" and first > phrase.first:
            return nominative(words, "de", after=self._text.lower[first - 1])
        return words


def verb_gender(verb: str) -> str:
    """Return whose gender a Russian verb in the past is of; "" where it does not tell."""
    if verb.endswith(("ла", "лась")):
        return "f"
    return "m" if verb.endswith(("л", "лся", "ёк", "ек", "ерг", "нёс")) else ""


def _agrees(one: str, other: str) -> bool:
    return not one or not other or one == other


def _subject_before(person: Person, at: int) -> int:
    return max((place for place in person.subject if place < at), default=-1)


def _last_before(person: Person, at: int) -> int:
    return max((place for place in person.places if place < at), default=-1)


def _fits(known: tuple[str, ...], keys: tuple[str, ...]) -> bool:
    """Tell whether two names may be one person's: a surname alone is, two first names are not."""
    if known[-1] != keys[-1]:
        return False
    if len(known) == 1 or len(keys) == 1:
        return True
    return known[0] == keys[0] or (1 in (len(known[0]), len(keys[0])) and known[0][0] == keys[0][0])

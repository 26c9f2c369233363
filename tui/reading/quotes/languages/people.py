"""Who is who in a text: one person under a full name, a surname, an office, a pronoun."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from operator import itemgetter
from typing import Any, NamedTuple, TypeVar

from tui.reading.quotes.languages.declension import name_key, nominative_name, verb_gender
from tui.reading.quotes.languages.grammar import Grammar
from tui.reading.quotes.languages.noun_phrases import NounPhrase
from tui.reading.quotes.languages.office_ranks import OWN, rank, roots
from tui.reading.quotes.languages.phrase_names import PhraseNames
from tui.reading.quotes.languages.worded_text import WordedText
from tui.reading.quotes.words.first_names import sex_of

Told = TypeVar("Told", bound=tuple[Any, ...])

_NEXT = 40  # words back to a speaker whom "she" may mean though they have no name
_NEAR = 400  # words back that a pronoun may reach
_MENTIONS = 40  # mentions back, at most
_HOLDERS = 8
# What bodies say things in.
_PAPER = re.compile(
    r"stellungnahme|(?:presse)?(?:mitteilung|erklärung)|schreiben|communiqué|note|déclaration|comunicado|nota|заявлени[ие]|сообщени[ие]"
)
# What any body may be called.
_ANY_BODY = re.compile(
    r"ведомств|behörde|institution|organis|entidad|cartera|compañ|empres|entreprise|unternehmen|konzern"
)
# Who holds the same office elsewhere: "son homologue", "ihre Kollegin".
_PEER = re.compile(r"\w*kolleg(?:e|en|in)|homologues?|collègues?|homólog[oa]|colega|коллег\w")
_WHO = (["der"], ["die"], ["qui"], ["que"])  # relative pronouns
# How sure it is that a word stands for somebody without a name where others with one were told of.
_AMID_NAMES = 0.55
_UNTOLD = 0.72  # others may be of the gender too
# "The latter": whoever was named last.
_LATTER = frozenset(
    "последний последняя diese dieser letztere letzterer celui-ci celle-ci dernier dernière éste ésta".split()
)
_OFFICE_WORDS = 7  # an office said at more length is said of somebody new


@dataclass(slots=True, eq=False)
class Person:
    """Somebody with a name: their fullest name, the words of it, offices, of what these are, votes for m and f.

    `bent` tells that the name stands in a case in which nobody speaks, `likely` the gender by the first name,
    `role` what they were said to be first; `spoke` tells whether anything was given to them so far, `several` that they
    are many: "die Vereinten Nationen".
    """

    name: str
    keys: tuple[str, ...]
    bent: bool
    offices: set[str] = field(default_factory=set)
    of: set[str] = field(default_factory=set)
    votes: dict[str, int] = field(default_factory=dict)
    likely: str = ""
    role: str = ""
    spoke: bool = False
    several: bool = False

    @property
    def gender(self) -> str:
        """Return m or f, "" for not known."""
        return max(self.votes, key=self.votes.__getitem__, default=self.likely)

    def vote(self, gender: str) -> None:
        """Count what a mention tells of the gender."""
        if gender:
            self.votes[gender] = self.votes.get(gender, 0) + 1


class Referent(NamedTuple):
    """Whom a phrase stands for: the name, how that is known ("" where it is said), how sure it is, whom else it may be."""

    name: str
    how: str = ""
    sure: float = 1.0
    others: tuple[str, ...] = ()


class _Mention(NamedTuple):
    """A person named at a word, as what the sentence is about or beside that."""

    place: int
    subject: bool
    person: Person


class _Tenure(NamedTuple):
    """A person named with an office at a word, and the words that say of what it is."""

    place: int
    person: Person
    of: frozenset[str]


class _Unnamed(NamedTuple):
    """Somebody told of at a word by an office alone, and the words that say of what it is: "le porte-parole du port"."""

    place: int
    name: str
    of: frozenset[str]


class _Spoke(NamedTuple):
    """Who spoke last: their name, who that is, the gender told (n for a body), and the word at which they spoke."""

    name: str
    person: Person | None
    gender: str
    place: int


class PeopleOfText:
    """The people and bodies of a text; they are learned from all of its phrases first, then asked for in order."""

    def __init__(self, text: WordedText, grammar: Grammar, sentences: Sequence[Sequence[NounPhrase]]) -> None:
        self._text = text
        self._grammar = grammar
        self._names = PhraseNames(text, grammar)
        self._by_key: dict[str, list[Person]] = {}
        self._mentions: list[_Mention] = []
        self._holders: dict[str, list[_Tenure]] = {}
        self._unnamed: dict[str, list[_Unnamed]] = {}
        self._bodies: dict[str, list[tuple[int, str]]] = {}
        self._spoke = _Spoke("", None, "", -_NEAR)
        self._spoken: list[_Mention] = []
        self._topics: list[NounPhrase] = []
        self._told_bodies: list[tuple[int, str]] = []
        self._learn(sentences)
        everybody = [one for people in self._by_key.values() for one in people]
        bent = {nominative_name(one.name, female=one.gender == "f"): one for one in everybody if one.bent}
        self._by_name = (bent if grammar.bends_names else {}) | {one.name: one for one in everybody}

    def _learn(self, sentences: Sequence[Sequence[NounPhrase]]) -> None:
        """Take in all phrases, full names first."""
        sentences = [[*chain.from_iterable(map(_with_boss, sentence))] for sentence in sentences]
        phrases = [*chain.from_iterable(sentences)]
        for long in (True, False):
            for one in phrases:
                if self._is_surname(one):
                    one.name, one.kind, one.head = one.label, "person", -1
                if one.name is not None and (one.name[1] - one.name[0] > 1) == long:
                    self._enter(one)
        for sentence in sentences:
            subject = next((one for one in sentence if not one.before and "o" not in one.marks), None)
            if subject is not None and subject.kind != "pronoun":
                self._topics.append(subject)
            for one in sentence:
                if person := self._person(one):
                    self._mentions.append(_Mention(one.first, one is subject, person))
                    if one.head >= 0:
                        tenure = _Tenure(one.first, person, self._names.complement(one))
                        person.of |= tenure.of
                        bent = (one.before or "o" in one.marks) and not self._grammar.bends_names
                        person.role = person.role or ("" if bent else self._names.role(one))
                        self._hold(one, tenure)
                elif one.kind == "office" and (of := self._names.complement(one)):
                    untold = _Unnamed(one.first, self._names.name(one), of)
                    self._unnamed.setdefault(self._names.stem(one.head), []).append(untold)
                elif one.kind == "body":
                    self._learn_body(one)

    def _hold(self, phrase: NounPhrase, tenure: _Tenure) -> None:
        """Take in that somebody holds an office; "son homologue", that of whoever is named before."""
        offices = {self._names.stem(phrase.head)}
        if "s" in phrase.marks and _PEER.fullmatch(self._text.lower[phrase.head]):
            others = (each.person for each in reversed(self._mentions) if each.person is not tenure.person)
            offices |= next((one.offices for one in others), set())
        for stem in offices:
            self._holders.setdefault(stem, []).append(tenure)

    def _learn_body(self, phrase: NounPhrase) -> None:
        """Take in a body that is told of by more than its noun, or by its seat."""
        seat = self._names.seat(phrase)
        if seat or self._own_words(phrase) > 1:
            stem = self._names.stem_of(seat.noun) if seat else self._names.stem(phrase.head)
            self._told_bodies.append((phrase.first, self._names.name(phrase)))
            self._bodies.setdefault(stem, []).append(self._told_bodies[-1])

    def _own_words(self, phrase: NounPhrase) -> int:
        """Return how many words a label has beside its articles; one that tells of something new is one of them."""
        words = self._text.lower[slice(*phrase.label)]
        return sum("i" in self._grammar.determiners.get(word, "i") for word in words)

    def _is_surname(self, phrase: NounPhrase) -> bool:
        """Tell whether what looks like a German noun or office is the surname of somebody named: "sagte Richter"."""
        return (
            phrase.kind in ("noun", "office")
            and self._is_bare(phrase)
            and bool(self._by_key.get(name_key(self._text.lower[phrase.head], self._grammar.language)))
        )

    def _is_bare(self, phrase: NounPhrase) -> bool:
        """Tell whether a noun stands alone and goes back to nobody: "Händler" does not, "der Ruderer" does."""
        return phrase.last - phrase.first == 1 and self._grammar.nouns_have_capitals

    def _keys(self, phrase: NounPhrase) -> tuple[str, ...]:
        words = self._text.lower[slice(*phrase.name)] if phrase.name else []
        return tuple(name_key(word, self._grammar.language) for word in words if word[0].isalnum())

    def _person(self, phrase: NounPhrase) -> Person | None:
        keys = self._keys(phrase)
        return (
            next((one for one in self._by_key.get(keys[-1], ()) if self._fits(one.keys, keys)), None)
            if keys
            else None
        )

    def _fits(self, known: tuple[str, ...], keys: tuple[str, ...]) -> bool:
        """Tell whether two names may be one person's: a surname alone is, and two of them; two first names are not."""
        if len(keys) == 1 and keys[0] in known[1:] and self._grammar.two_surnames:
            return True
        if known[-1] != keys[-1]:
            return False
        if len(known) == 1 or len(keys) == 1 or known[-len(keys) :] == keys:
            return True
        return known[0] == keys[0] or (1 in (len(known[0]), len(keys[0])) and known[0][0] == keys[0][0])

    def _enter(self, phrase: NounPhrase) -> None:
        keys = self._keys(phrase)
        if not keys or phrase.name is None:
            return
        person = self._person(phrase)
        bent = bool(phrase.before) or "o" in phrase.marks
        if person is None:
            person = Person(self._text.name(*phrase.name), keys, bent)
            for key in {keys[-1], *(keys[1:] if self._grammar.two_surnames else ())}:
                self._by_key.setdefault(key, []).append(person)
        elif len(keys) > len(person.keys) or (person.bent and not bent and len(keys) == len(person.keys)):
            person.name, person.keys, person.bent = self._text.name(*phrase.name), keys, bent
        first = self._text.lower[phrase.name[0]]
        person.several |= "fp" in phrase.marks and len(keys) > 1 and first.endswith("en") and phrase.head < 0
        person.likely = self._likely(person)
        if phrase.head >= 0:
            person.offices.add(self._names.stem(phrase.head))
        person.vote(phrase.gender)

    def _likely(self, person: Person) -> str:
        """Return the gender of a name that ends as those of one gender do."""
        name = person.name.lower()
        if " " not in name or person.bent:
            return ""
        if self._grammar.female_names.fullmatch(name):
            return "f"
        if self._grammar.male_names.fullmatch(name):
            return "m"
        return {1: "m", -1: "f"}.get(sex_of(tuple(name.split())), "")

    def names(self) -> list[str]:
        """Return the full names of the text, those with an office first, each in the order of the text."""
        told = sorted(self._by_name.items(), key=lambda pair: not pair[1].offices)
        return [name for name, one in told if len(one.keys) > 1]

    def role(self, phrase: NounPhrase | None, name: str) -> str:
        """Return what the text says somebody is: beside a phrase, else where they were named with an office first."""
        own = self._names.role(phrase) if phrase is not None else ""
        person = self._by_name.get(name)
        return own or (person.role if person is not None else "")

    def spoke(self, name: str, gender: str, at: int) -> None:
        """Keep in mind who spoke at word `at`."""
        person = self._by_name.get(name)
        self._spoke = _Spoke(name, person, gender, at)
        if person is not None:
            self._spoken = [*self._spoken[-2:], _Mention(at, True, person)]
            person.spoke = True

    def resolve(self, phrase: NounPhrase, at: int, verb: str = "") -> Referent:
        """Return whom a phrase stands for that is a speaker at word `at`; `verb` may tell their gender."""
        if phrase.kind == "pronoun":
            word = self._text.words[phrase.first].rpartition("-")[2]  # "a-t-il"
            after = self._text.lower[phrase.last : phrase.last + 1]
            word = after[0] if word.lower() == "ce" and after and after[0] in _LATTER else word
            return (
                Referent("", f"{word} are several")
                if "p" in phrase.marks
                else self.pronoun(phrase.gender, at, word)
            )
        if phrase.name is not None:
            return self._of_name(phrase, verb)
        name = self._names.name(phrase)
        if "i" in phrase.marks and _PAPER.fullmatch(self._text.lower[phrase.head]):
            topic = self._topic(phrase.first, speaker=True)
            if topic is not None:
                return self.resolve(topic, at)._replace(
                    how=f"{name} → whom the text is about there", sure=0.6
                )
        if phrase.kind == "body":
            return self._of_body(phrase, name)
        if phrase.kind == "noun" and not self._is_bare(phrase):
            held = self.pronoun(phrase.gender, at, name)
            return (
                Referent(held.name, held.how, 0.6, (name, *held.others))
                if held.name
                else Referent(name, "", 0.7)
            )
        if "i" in phrase.marks or phrase.marks.replace("fp", "f").count("p"):
            return Referent(name, "", 0.85)
        return Referent(name, "", 0.75) if "s" in phrase.marks else self._of_office(phrase, name, at)

    def _of_name(self, phrase: NounPhrase, verb: str) -> Referent:
        written = self._text.name(*(phrase.name or phrase.label))
        person = self._person(phrase)
        if person is None:
            return Referent(written, "", 0.8)
        if self._grammar.bends_names and not phrase.before:
            person.vote(verb_gender(verb))
        name = person.name
        if self._grammar.bends_names and (person.bent or ("o" in phrase.marks and written == name)):
            name = nominative_name(name, female="f" in phrase.marks or person.gender == "f")
        rivals = tuple(one.name for one in self._by_key.get(person.keys[-1], ()) if one is not person)
        how = f"{written} → {name}" if name != written else ""
        sure = 0.7 if rivals and how else 1.0
        if len(person.keys) == 1 and phrase.kind != "body" and not person.offices:
            sure = 0.75  # a lone capital may be anything
        return Referent(name, how, sure, rivals)

    def _of_office(self, phrase: NounPhrase, name: str, at: int) -> Referent:
        """Return who was named with an office before; else who has just spoken, where nothing was said of theirs."""
        before = _before(self._holders.get(self._names.stem(phrase.head), []), at)
        of = self._names.complement(phrase)
        fitting = (one.person for one in reversed(before) if not of or roots(of) & roots(one.of))
        held = list(dict.fromkeys(one for one in fitting if _agrees(one.gender, phrase.gender)))
        if held and (since := self._told_since(phrase, at, held[0])) is not None:
            return Referent(since.name, f"{name} → {since.name}, told of last", 0.6, (held[0].name,))
        if held:
            others = tuple(one.name for one in held[1:])
            return Referent(
                held[0].name, f"{name} → {held[0].name}, named so before", 0.6 if others else 0.88, others
            )
        recent = self._recent(at)
        if recent is None or not self._may_hold(recent, phrase, of):
            mentions = _before(self._mentions, at, _MENTIONS)
            amid = any(each.place > at - _NEAR and self._may_be(each, phrase.gender) for each in mentions)
            return Referent(name, "", 0.75 if of or not amid else _AMID_NAMES)
        return Referent(recent.name, f"{name} → {recent.name}, named last", 0.6, (name,))

    def _may_hold(self, person: Person, phrase: NounPhrase, of: frozenset[str]) -> bool:
        """Tell whether an office that nobody was named with may be that of a person: "le syndicaliste", "глава ведомства".

        It is none of another rank than theirs, and of nothing that was not said of them.
        """
        own = rank(self._names.stem(phrase.head))
        if own == "source":
            return False
        ranks = {found for each in person.offices if (found := rank(each))}
        new = roots(of) - roots(person.of) - OWN
        definite = bool(phrase.gender) or self._grammar.bends_names
        return (
            definite
            and phrase.label[1] - phrase.label[0] < _OFFICE_WORDS
            and _agrees(person.gender, phrase.gender)
            and not (own and ranks and own not in ranks)
            and not (new and person.offices)
        )

    def _told_since(self, phrase: NounPhrase, at: int, holder: Person) -> _Unnamed | None:
        """Return who was told of by the office last, without a name, where its holder was not since and has another."""
        last = _before(self._unnamed.get(self._names.stem(phrase.head), []), at, 1)
        if not last or last[0].place >= phrase.first or self._names.complement(phrase):
            return None
        held = self._holders[self._names.stem(phrase.head)]
        theirs = frozenset().union(*(one.of for one in held if one.person is holder))
        near = [*_before(self._mentions, at, _MENTIONS), *self._spoken]
        since = any(one.person is holder and one.place > last[0].place for one in near)
        return None if since or last[0].of & theirs else last[0]

    def _recent(self, at: int) -> Person | None:
        """Return who has just spoken, or else whom a sentence just before was about."""
        before = _before(self._mentions, at)
        since = max(self._spoke.place, at - _NEXT)
        subjects = (one.person for one in reversed(before) if one.subject and one.place > since)
        named = next((one for one in subjects if not self._is_no_person(one)), None)
        return named or (self._spoke.person if at - self._spoke.place < _NEXT else None)

    def _of_body(self, phrase: NounPhrase, name: str) -> Referent:
        if self._own_words(phrase) > 1 or phrase.head < 0:
            return Referent(name, "", 0.95)
        longer = _before(self._bodies.get(self._names.stem(phrase.head), []), phrase.first)
        names = list(dict.fromkeys(one for _, one in reversed(longer)))
        if (
            not names
            and _ANY_BODY.match(self._text.lower[phrase.head])
            and (body := self.body(phrase.first)).name
        ):
            return body._replace(how=f"{name} → {body.name}, told of last")
        if not names:
            return Referent(name, "", 0.95)
        return Referent(names[0], f"{name} → {names[0]}", 0.5 if names[1:] else 0.85, tuple(names[1:]))

    def body(self, at: int) -> Referent:
        """Return the body that was told of last before word `at`, as "there" or "the department" does."""
        for place, name in _before(self._told_bodies, at, 1):
            if at - _NEAR < place:
                return Referent(name, "the body told of last", 0.62)
        return Referent("")

    def pronoun(self, gender: str, at: int, word: str) -> Referent:
        """Return whom "he" stands for at word `at`: who the sentences before were about, else who was named last."""
        last = self._spoke
        mentions = [each for each in _before(self._mentions, at, _MENTIONS) if self._may_be(each, gender)]
        since = [each for each in mentions if each.place > last.place]
        about = any(each.subject for each in since)
        unnamed = last.name and last.person is None and at - last.place < _NEXT and not about
        if unnamed and _agrees(last.gender, gender):
            alone = last.gender == gender and not any(each.place > at - _NEAR for each in since)
            sure = 0.8 if alone else _AMID_NAMES
            return Referent(last.name, f"{word} → {last.name}, who spoke last", sure)
        mentions += [each for each in self._spoken if self._may_be(each, gender)]
        near: dict[Person, tuple[int, int]] = {}
        for place, subject, person in mentions:
            if place >= at - _NEAR:
                held = near.get(person, (-1, -1))
                near[person] = (max(held[0], place) if subject else held[0], max(held[1], place))
        latest = max((place for place, _ in near.values()), default=-1)
        if newcomer := self._newcomer(gender, at, latest):
            return Referent(
                newcomer, f"{word} → {newcomer}, told of last", 0.6, tuple(one.name for one in near)
            )
        if not near:
            return self._coming(gender, at, word)
        latter = word.lower() in _LATTER
        chosen = max(near, key=lambda one: near[one][1] if latter else near[one])
        others = tuple(one.name for one in near if one is not chosen)
        certain = [one for one in near if one.gender == gender or not gender]
        sure = 0.5 if near[chosen][0] < at - _NEXT else 0.62
        sure = 0.88 if not others else _UNTOLD if certain == [chosen] else sure
        bent = self._grammar.bends_names and chosen.bent
        name = nominative_name(chosen.name, female=chosen.gender == "f") if bent else chosen.name
        return Referent(name, f"{word} → {name}, the last who fits", sure, others)

    def _newcomer(self, gender: str, at: int, since: int) -> str:
        """Return who is told of without a name, "a spokesman", in a sentence before word `at` and behind word `since`."""
        topic = self._topic(at)
        if (
            topic is None
            or topic.first < max(since, at - _NEXT)
            or "i" not in topic.marks
            or "p" in topic.marks
        ):
            return ""
        told = topic.kind == "office" or (
            topic.kind == "noun"
            and self._text.lower[topic.last : topic.last + 1] == [","]
            and self._text.lower[topic.last + 1 : topic.last + 2] in _WHO
        )
        return self._names.name(topic) if told and _agrees(topic.gender, gender) else ""

    def _topic(self, at: int, *, speaker: bool = False) -> NounPhrase | None:
        """Return the subject last named before word `at`; with `speaker` no mere noun and no pronoun."""
        known = bisect_left(self._topics, at, key=lambda one: one.first)
        before = self._topics[max(0, known - _HOLDERS) : known]
        return next(
            (one for one in reversed(before) if not speaker or one.kind not in ("noun", "pronoun")), None
        )

    def _coming(self, gender: str, at: int, word: str) -> Referent:
        """Return whom the next sentence is about, where a pronoun comes before any name."""
        number = _place(self._mentions, at)
        for each in self._mentions[number : number + 2]:
            if each.subject and each.place < at + _NEXT and self._may_be(each, gender):
                name = each.person.name
                return Referent(name, f"{word} → {name}, named next", 0.6)
        return Referent("")

    def _may_be(self, mention: _Mention, gender: str) -> bool:
        """Tell whether a mention may be of one person of a gender."""
        return _agrees(mention.person.gender, gender) and not self._is_no_person(mention.person)

    def _is_no_person(self, one: Person) -> bool:
        """Tell whether a name is of many, or one of one word that may be a place's or a body's."""
        known = one.keys[0] not in self._grammar.places and (one.offices or one.votes or one.spoke)
        return one.several or (len(one.keys) == 1 and not known)


def _with_boss(phrase: NounPhrase) -> Iterator[NounPhrase]:
    """Yield a phrase, and the one inside it of whom its bearer serves."""
    yield phrase
    if phrase.boss is not None and phrase.boss.name is not None:
        yield from _with_boss(phrase.boss)


def _agrees(one: str, other: str) -> bool:
    return not one or not other or one == other


def _before(those: list[Told], at: int, most: int = _HOLDERS) -> list[Told]:
    """Return the last of what was told before word `at`, at most so many."""
    known = _place(those, at)
    return those[max(0, known - most) : known]


def _place(those: Sequence[tuple[Any, ...]], at: int) -> int:
    """Return how many of what was told, each with its word first, stand before word `at`."""
    return bisect_left(those, at, key=itemgetter(0))

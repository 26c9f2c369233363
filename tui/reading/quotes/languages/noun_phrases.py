"""Who and what a sentence names: people with what they are, offices without a name, bodies, pronouns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from tui.reading.quotes.languages.declension import name_key
from tui.reading.quotes.languages.grammar import Grammar
from tui.reading.quotes.languages.worded_text import DASHES, QUOTE, WordedText

_PATRONYMIC = re.compile(r".+(?:вич|вна|ична|ична|вича|вны|вичем|вной)")
_RUSSIAN_PLACE = re.compile(r".+(?:ии|стана|аины|ландии)")
# A Russian noun that ends so is the subject or object of the sentence, unless it is one of many, in the genitive.
_NOMINATIVE = re.compile(r".*[бвгджзклмнпрстфхцчшщ]")
_MANY = re.compile(r".+(?:ов|ев)|дел|прав|сил|наук|войск|средств|связей|людей|тюрем|земель|стран|беженцев|границ|перевозок|ведомств")
# What somebody does, before a German name of two words or more, and first names that sound like it.
_CALLING = re.compile(r".{3,}(?:in|er|eur|or|ist|ent|ant|loge|nom|mann|frau|wirt|arzt|koch|bauer)")
_FIRST_NAMES = frozenset("alexander christopher valentin benjamin konstantin constantin katherin walther günther hermann".split())
_MOST = 14  # words that a phrase takes

PhraseKind = Literal["person", "office", "body", "pronoun", "noun"]


@dataclass(slots=True, kw_only=True)
class NounPhrase:
    """Words `first` to `last` (exclusive) that name somebody.

    `name` are the words of a person's own name, `head` the word that says what they are (-1 for none); `label` the
    words that stand for them where they have no name. `marks` are those of `Grammar`; `before` is the preposition
    that governs it.
    """

    first: int
    last: int
    kind: PhraseKind
    name: tuple[int, int] | None = None
    head: int = -1
    label: tuple[int, int] = (0, 0)
    marks: str = ""
    before: str = ""

    @property
    def gender(self) -> str:
        """Return m or f, "" where nothing tells."""
        return next((mark for mark in self.marks if mark in "mf"), "")


class PhraseReader:
    """Reads the noun phrases of a text, sentence by sentence."""

    def __init__(self, text: WordedText, grammar: Grammar) -> None:
        self._grammar = grammar
        self._words = text.words
        self._lower = text.lower
        self._capital_nouns = grammar.language == "de"
        self._cased = grammar.language == "ru"

    def phrases(self, first: int, last: int) -> list[NounPhrase]:
        """Return the phrases of the sentence between two words, in order."""
        found: list[NounPhrase] = []
        at = first
        while at < last:
            phrase = self._phrase(at, first, last)
            if phrase is None:
                at += 1
                continue
            self._govern(phrase, first)
            phrase.last = self._past_brackets(phrase.last, last)
            found.append(phrase)
            at = phrase.last
        return found

    def behind(self, at: int, first: int, last: int) -> NounPhrase | None:
        """Return the phrase at word `at`, behind "according to": any case, any noun."""
        found = self._phrase(at, first, last)
        return self.after_verb(at, last, any_case=True) if found is None or found.kind == "noun" else found

    def _past_brackets(self, at: int, last: int) -> int:
        if self._lower[at : at + 1] != ["("] or at >= last:
            return at
        end = next((word for word in range(at, min(last, at + 6)) if self._lower[word] == ")"), at - 1)
        return end + 1

    def _govern(self, phrase: NounPhrase, first: int) -> None:
        grammar, at = self._grammar, phrase.first
        if self._lower[at] in grammar.prepositions and phrase.kind != "pronoun":
            phrase.before = self._lower[at]  # "du", "del", "beim"
        elif at > first and self._lower[at - 1] in grammar.prepositions:
            phrase.before = self._lower[at - 1]

    def _phrase(self, at: int, first: int, last: int) -> NounPhrase | None:
        grammar, lower = self._grammar, self._lower
        word = lower[at]
        if word == QUOTE or not word[0].isalnum():
            mark = grammar.pronouns.get(word)
            return None if mark is None else NounPhrase(first=at, last=at + 1, kind="pronoun", marks=mark, label=(at, at + 1))
        pronoun = grammar.pronouns.get(word)
        if pronoun is not None and not self._determines(at, last):
            return NounPhrase(first=at, last=at + 1, kind="pronoun", marks=pronoun, label=(at, at + 1))
        begin, marks = at, ""
        while at < last and at < begin + 2 and lower[at] in grammar.determiners:
            marks += grammar.determiners[lower[at]]
            at += 1
        head = self._head(at, first, last)
        if head < 0:
            return None
        if self._is_name(head, first):
            return self._named(begin, head, marks, first, last)
        return self._headed(begin, at, head, marks, last)

    def _determines(self, at: int, last: int) -> bool:
        """Tell whether a word that may be a pronoun stands before a noun: "diese Ministerin", "его пресс-секретарь"."""
        grammar, lower = self._grammar, self._lower
        if lower[at] not in grammar.determiners or at + 1 >= last:
            return False
        after = self._head(at + 1, at, last)
        return after >= 0 and lower[after] not in grammar.cues

    def _head(self, at: int, first: int, last: int) -> int:
        """Return the noun that a phrase from word `at` on is about, past the adjectives before it; -1 for none."""
        for word in range(at, min(last, at + 5)):
            lower = self._lower[word]
            if self._is_noun(word) or self._is_name(word, first):
                return word
            capital = self._capital_nouns and self._words[word][:1].isupper() and first < at <= word
            if capital and not (self._is_adjective(word) and word + 1 < last and self._is_noun(word + 1)):
                return word
            if not self._is_adjective(word) or lower in self._grammar.cues:
                return -1
        return -1

    def _is_noun(self, word: int) -> bool:
        lower = self._lower[word]
        grammar = self._grammar
        if lower in grammar.little and not self._cased:
            return False
        if self._capital_nouns and not self._words[word][:1].isupper():
            return False
        if grammar.bodies.fullmatch(lower):
            return True
        if lower in grammar.cues and self._lower[word - 1] not in grammar.determiners:
            return False  # "on juge", and no judge
        return bool(grammar.offices.fullmatch(lower))

    def _is_adjective(self, word: int) -> bool:
        lower = self._lower[word]
        return bool(self._grammar.adjectives.fullmatch(lower)) and lower not in self._grammar.little

    def _is_name(self, word: int, first: int) -> bool:
        """Tell whether a word begins a name: a capital that no beginning of a sentence and no noun accounts for."""
        text, lower = self._words[word], self._lower[word]
        grammar = self._grammar
        if lower in grammar.courtesies:
            return word + 1 < len(self._words)
        if not text[:1].isupper() or lower in grammar.little or self._is_noun(word):
            return False
        if self._cased and self._is_adjective(word) and self._noun_follows(word):
            return False
        if self._capital_nouns:
            return self._is_german_name(word, first)
        return word > first or lower not in grammar.cues

    def _noun_follows(self, word: int) -> bool:
        return word + 1 < len(self._words) and (self._is_noun(word + 1) or (self._is_adjective(word + 1) and self._words[word + 1][:1].islower()))

    def _is_german_name(self, word: int, first: int) -> bool:
        """Tell whether a capital begins a name where all nouns have capitals: another follows, or no article stands before."""
        before = self._lower[word - 1] if word > first else ""
        follows = word + 1 < len(self._words) and self._is_capital(word + 1)
        if before in self._grammar.determiners or self._is_adjective(word - 1) and word > first and self._words[word - 1][:1].islower():
            return follows and self._lower[word + 1] not in self._grammar.cues and self._is_capital(word + 1) and before not in ("des", "der")
        return word > first or follows or self._cue_follows(word) or self._is_place(word)

    def _cue_follows(self, word: int) -> bool:
        after = self._lower[word + 1] if word + 1 < len(self._lower) else ""
        return after in self._grammar.cues or after in self._grammar.auxiliaries or not after[:1].isalpha()

    def _is_capital(self, word: int) -> bool:
        return self._words[word][:1].isupper() and self._lower[word] not in self._grammar.little and not self._is_noun(word)

    def _run(self, at: int, last: int) -> int:
        """Return the end of the run of capitals from word `at` on, particles and initials in it."""
        words, lower, grammar = self._words, self._lower, self._grammar
        end = at
        while end < last:
            if lower[end] in grammar.courtesies:
                end += 1 + (words[end + 1 : end + 2] == ["."])
            elif self._is_capital(end) and not (end > at and self._cased and self._is_adjective(end) and self._noun_follows(end)):
                end += 1
                if len(words[end - 1]) == 1 and words[end : end + 1] == ["."]:
                    end += 1
            elif end > at and (step := self._particles(end, last)):
                end += step
            else:
                break
        return end

    def _particles(self, at: int, last: int) -> int:
        """Return how many words lead on to the next capital of a name: "van der" Linde; 0 where that is no part of it."""
        step = 0
        while at + step < last and step < 3 and self._lower[at + step] in self._grammar.particles:
            step += 1
        lower = self._lower[at + step] if at + step < last else ""
        joined = self._lower[at] in self._grammar.joining
        joined = joined or self._lower[at] in self._grammar.determiners  # "von der Leyen", but not "Ansicht der"
        if not step or not self._is_capital(at + step) or joined or lower in self._grammar.places:
            return 0
        return step

    def _named(self, begin: int, head: int, marks: str, first: int, last: int) -> NounPhrase | None:
        """Return the phrase that begins with a name, and what is said of its bearer behind a comma."""
        grammar = self._grammar
        end = self._run(head, last)
        name = head
        while name < end - 1 and (self._lower[name] in grammar.courtesies or self._words[name] == "."):
            marks += _of_courtesy(self._lower[name])
            name += 1
        if name >= end or self._lower[name] in grammar.courtesies:
            return None
        alone = end - name == 1
        kind: PhraseKind = "body" if alone and self._is_place(name) else "person"
        phrase = NounPhrase(first=begin, last=end, kind=kind, name=(name, end), label=(name, end), marks=marks)
        if self._cased and name == begin and begin == first and end - name == 3 and self._is_calling(name):
            phrase.name, phrase.head = (name + 1, end), name
        if self._capital_nouns and end - name > 2 and _CALLING.fullmatch(self._lower[name]) and self._lower[name] not in _FIRST_NAMES:
            phrase.name, phrase.head, phrase.marks = (name + 1, end), name, phrase.marks + ("f" if self._lower[name].endswith("in") else "m")
        if self._genitive_before_noun(end, last, alone=alone):  # "Japans Botschafterin Chiharu …"
            return self._headed(begin, end, end, marks, last)
        self._add_apposition(phrase, last)
        return phrase

    def _is_calling(self, word: int) -> bool:
        """Tell whether the first of three capitals at the beginning of a Russian sentence is no name: no patronymic follows."""
        return not _PATRONYMIC.fullmatch(self._lower[word + 1]) and min(map(len, self._words[word : word + 3])) > 3

    def _genitive_before_noun(self, end: int, last: int, *, alone: bool) -> bool:
        return self._capital_nouns and alone and end < last and self._is_noun(end) and self._lower[end - 1].endswith(("s", "'"))

    def _add_apposition(self, phrase: NounPhrase, last: int) -> None:
        """Learn from ", the mayor" behind a name what its bearer is."""
        at = phrase.last
        if at + 1 >= last or self._words[at] not in {",", *DASHES} or phrase.kind == "body":
            return
        start = at + 1
        marks = ""
        while start < last and self._lower[start] in self._grammar.determiners:
            marks += self._grammar.determiners[self._lower[start]]
            start += 1
        head = self._head(start, start - 1, last)
        if head < 0 or not self._grammar.offices.fullmatch(self._lower[head]) or self._is_name(head, start):
            return
        said = self._headed(at + 1, start, head, marks, last, apposed=True)
        if said.name is None:
            phrase.last, phrase.head = said.last, said.head
            phrase.marks += said.marks

    def _headed(
        self, begin: int, start: int, head: int, marks: str, last: int, *, apposed: bool = False, office: bool = False
    ) -> NounPhrase:
        """Return the phrase about the noun `head`: what follows it, and the name that its bearer has."""
        grammar, lower = self._grammar, self._lower
        office = office or bool(grammar.offices.fullmatch(lower[head]))
        body = not office and bool(grammar.bodies.fullmatch(lower[head]))
        unknown = self._capital_nouns and not body and head > start - 1 and begin < head
        office = office or (unknown and self._run(head + 1, last) - head > 2)  # "der Trainer Ida Lund"
        end, name = self._complement(head, last, office=office)
        kind: PhraseKind = "office" if office else "body" if body else "noun"
        if grammar.oblique.fullmatch(lower[head]):
            marks += "o"
        if office or self._capital_nouns:
            female = bool(grammar.females.fullmatch(lower[head]))
            if self._capital_nouns:
                female = female or (not office and bool(grammar.feminine.fullmatch(lower[head])))
                if female and "der" in lower[begin:head]:
                    marks = marks.replace("m", "") + "o"
                marks = ("f" if female else "m" if office or "m" in marks else "") + marks
            elif female and "m" not in marks:
                marks += "f"
        label_end = end
        if office and name is None and not apposed:
            name, end = self._apposed_name(end, last)
        if not office:
            name = None
        phrase = NounPhrase(
            first=begin, last=end, kind="person" if name else kind, name=name, head=head, marks=marks,
            label=(begin, label_end),
        )
        return phrase

    def after_verb(self, at: int, last: int, *, any_case: bool = False) -> NounPhrase | None:
        """Return the phrase right behind a verb of saying, whatever noun it is about: "said a herdsman"."""
        begin, marks = at, ""
        while at < last and self._lower[at] in self._grammar.determiners:
            marks += self._grammar.determiners[self._lower[at]]
            at += 1
        bare = at == begin
        while at + 1 < last and self._is_adjective(at) and self._words[at + 1][:1].isalpha() and self._lower[at + 1] not in self._grammar.little | self._grammar.of:
            at += 1
        if at >= last or not self._lower[at][0].isalpha() or self._lower[at] == QUOTE:
            return None
        if self._lower[at] in self._grammar.little | self._grammar.prepositions | self._grammar.that:
            return None
        if (bare and not self._cased) or ("o" in marks and not any_case):
            return None
        known = bool(self._grammar.offices.fullmatch(self._lower[at]) or self._grammar.bodies.fullmatch(self._lower[at]))
        found = self._headed(begin, begin, at, marks, last, office=True)
        if found.name is None and not known and "i" not in marks and not bare:
            found.kind = "noun"
        return found

    def _apposed_name(self, end: int, last: int) -> tuple[tuple[int, int] | None, int]:
        """Return the name behind a comma, and the end of the phrase with it."""
        comma = self._past_place(end, last)
        if comma + 1 >= last or self._words[comma] not in {",", "("}:
            return None, end
        said = self._phrase(comma + 1, comma, last)
        if said is None or said.name is None or said.kind != "person" or said.first > comma + 3:
            return None, end
        closes = said.last >= last or not self._words[said.last][:1].isalnum() or self._words[said.last] == QUOTE
        return (said.name, said.last) if closes else (None, end)

    def _past_place(self, at: int, last: int) -> int:
        """Return the word behind "in Vienna", where that stands between what somebody is and the comma before the name."""
        if at >= last or self._lower[at] not in self._grammar.prepositions:
            return at
        end = at + 1
        while end < last and end < at + 4 and self._lower[end] not in {",", QUOTE}:
            end += 1
        return end if end + 1 < last and self._lower[end] == "," else at

    def _complement(self, head: int, last: int, *, office: bool) -> tuple[int, tuple[int, int] | None]:
        """Return the end of what belongs to a noun, and the name of its bearer where it follows at once."""
        at = head + 1
        limit = min(last, head + _MOST)
        while at < limit:
            step, name = self._step(head, at, limit, office=office)
            if name is not None:
                return name[1], name
            if not step:
                break
            at += step
        return at, None

    def _step(self, head: int, at: int, last: int, *, office: bool) -> tuple[int, tuple[int, int] | None]:
        """Return how many words at `at` still say what the noun is, or the name that follows it."""
        lower, grammar = self._lower, self._grammar
        word = lower[at]
        if word in grammar.courtesies or self._is_capital(at):
            return self._capitals(head, at, last, office=office)
        if lower[at - 1] == word or not word[0].isalnum() or word == QUOTE:
            return 0, None
        if self._cased:
            return self._russian_step(head, at), None
        if word in grammar.of:
            return self._of(head, at, last, office=office)
        if self._capital_nouns:
            return (1 if self._is_noun(at) and not grammar.oblique.fullmatch(lower[at]) and office else 0), None
        if word in grammar.joining and at + 1 < last and (lower[at + 1] in grammar.of or self._is_adjective(at + 1)):
            return (1 if at - 1 > head else 0), None
        adjective = self._is_adjective(at) or (self._is_noun(at) and office) or self._is_last_of_phrase(at, last)
        return (1 if adjective and word not in grammar.cues else 0), None

    def _is_last_of_phrase(self, at: int, last: int) -> bool:
        """Tell whether a word between a noun and a comma or a name still says what the noun is: "portavoz militar, …"."""
        lower, grammar = self._lower, self._grammar
        if lower[at] in grammar.little or lower[at] in grammar.prepositions or lower[at] in grammar.cues or at + 1 >= last:
            return False
        return self._words[at + 1] == "," or lower[at + 1] in grammar.cues or (self._is_capital(at + 1) and self._words[at].islower())

    def _of(self, head: int, at: int, last: int, *, office: bool) -> tuple[int, tuple[int, int] | None]:
        """Read "of the ministry of …": a preposition, an article, adjectives and a noun."""
        lower, grammar = self._lower, self._grammar
        noun = at + 1
        while noun < last and (lower[noun] in grammar.determiners or (self._capital_nouns and self._is_adjective(noun) and self._words[noun][:1].islower())):
            noun += 1
        if noun >= last or lower[noun] in grammar.little or not lower[noun][0].isalnum() or lower[noun] == QUOTE:
            return 0, None
        if self._capital_nouns and not self._words[noun][:1].isupper():
            return 0, None
        if not self._is_capital(noun) or self._capital_nouns and (noun + 1 >= last or not self._is_capital(noun + 1)):
            return noun + 1 - at, None
        run = self._run(noun, last)
        if not office:
            return run - at, None
        own = self._own_name(noun, run)
        return (run - at, None) if own is None else (0, (own, run))

    def _own_name(self, first: int, last: int) -> int | None:
        """Return where in capitals behind "minister of" the minister's own name begins; None where they hold none."""
        at = first
        while at < last and self._is_of_office(at):
            at += 1
        while at < last and at > first and self._lower[at] in self._grammar.particles:
            at += 1
        size = last - at
        if at > first:
            return at if size and self._lower[at - 1] not in self._grammar.particles else None
        if size > 2:
            return at + 1 if self._lower[at + 1] not in self._grammar.particles else None
        return None

    def _is_of_office(self, word: int) -> bool:
        lower, text = self._lower[word], self._words[word]
        return (text.isupper() and len(text) > 1) or lower in self._grammar.complements or self._is_place(word)

    def _is_place(self, word: int) -> bool:
        lower = self._lower[word]
        if self._cased:
            return lower in self._grammar.complements or name_key(lower, "ru") in self._grammar.places or lower[:-1] in self._grammar.places
        places = self._grammar.places
        return lower in places or (self._capital_nouns and lower.endswith("s") and lower[:-1] in places)

    def _capitals(self, head: int, at: int, last: int, *, office: bool) -> tuple[int, tuple[int, int] | None]:
        """Read the capitals right behind a noun: whose it is, then the name of its bearer."""
        run = self._run(at, last)
        name = at
        while name < run and (self._lower[name] in self._grammar.courtesies or self._words[name] == "."):
            name += 1
        if not office:
            return (run - at if self._cased or not self._capital_nouns else 0), None
        while name < run and self._is_of_office(name):
            name += 1
        if self._cased:
            name = self._russian_name(at, name, run)
        if name >= run:
            return run - at, None
        return 0, (name, run)

    def _russian_name(self, at: int, name: int, run: int) -> int:
        """Return where a name begins in capitals of which the first may say, in the genitive, of what state: the last two."""
        size = run - name
        if size == 1 and name == at and _RUSSIAN_PLACE.fullmatch(self._lower[name]):
            return run
        if size < 3 or _PATRONYMIC.fullmatch(self._lower[run - 2]):
            return name
        if size == 3 and not self._genitive(name):
            return name
        return run - 2

    def _genitive(self, word: int) -> bool:
        return self._lower[word][-1:] in "аяиыов" or self._is_of_office(word)

    def _russian_step(self, head: int, at: int) -> int:
        """Tell whether a small word still belongs to a noun: "министр иностранных дел", "представитель по правам"."""
        lower, grammar = self._lower[at], self._grammar
        if lower in grammar.of or (lower in ("в", "во", "из") and self._lower[head].startswith(("источни", "собеседни"))):
            return 1
        if lower in ("в", "во", "на") and at + 1 < len(self._words) and self._is_place(at + 1):
            return 1  # "посол в Норвегии"
        if lower in grammar.cues or lower in grammar.little or lower in grammar.prepositions:
            return 0
        if _NOMINATIVE.fullmatch(lower) and not _MANY.fullmatch(lower) and not (self._is_noun(at) or self._is_adjective(at)):
            return 0
        verb = len(lower) > 4 and re.fullmatch(r".+(?:[аеиоуыюя]л[аои]?|л(?:ся|ась|ись)|[еаиую]тся|[еия]т|ют|ут)", lower)
        return 0 if verb and not self._is_noun(at) else 1


def _of_courtesy(word: str) -> str:
    if word.startswith(("mme", "mad", "mlle", "frau", "sra", "señora", "doña", "dra", "г-жа", "госпожа")):
        return "f"
    return "m" if word.startswith(("m", "herr", "sr", "señor", "don", "г-н", "господин", "sir", "lord")) else ""

"""Who and what a sentence names: people with what they are, offices without a name, bodies, pronouns."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from tui.reading.quotes.languages.complements import ComplementReader
from tui.reading.quotes.languages.declension import case_of_man
from tui.reading.quotes.languages.word_kinds import WordKinds
from tui.reading.quotes.languages.worded_text import DASHES, QUOTE, ordinal

_ADJECTIVES = 5  # words that stand before a noun, with it
_BRACKETS = 6  # words in brackets behind a name: "(57 ans)"

PhraseKind = Literal["person", "office", "body", "pronoun", "noun"]
# German nouns of which only the article tells that a woman is meant: "die Gesandte".
_ARTICLE_TELLS = (
    "gesandte",
    "geordnete",
    "auftragte",
    "sitzende",
    "delegierte",
    "jährige",
    "gehörige",
    "gestellte",
)


@dataclass(slots=True, kw_only=True)
class NounPhrase:
    """Words `first` to `last` (exclusive) that name somebody.

    `name` are the words of a person's own name, `head` the word that says what they are (-1 for none); `label` the
    words that stand for them where they have no name. `marks` are those of `Grammar`; `before` is the preposition
    that governs it; `boss` is the phrase inside this one of whom its bearer serves.
    """

    first: int
    last: int
    kind: PhraseKind
    label: tuple[int, int]
    name: tuple[int, int] | None = None
    head: int = -1
    marks: str = ""
    before: str = ""
    boss: NounPhrase | None = None

    @property
    def gender(self) -> str:
        """Return m or f, "" where nothing tells."""
        return next((mark for mark in self.marks if mark in "mf"), "")

    @property
    def may_speak(self) -> bool:
        """Tell whether this can be the subject of a verb."""
        return not self.before and "o" not in self.marks and (self.kind != "noun" or "i" not in self.marks)


class PhraseReader:
    """Reads the noun phrases of a text, sentence by sentence."""

    def __init__(self, kinds: WordKinds) -> None:
        self.kinds = kinds
        self._complements = ComplementReader(kinds)
        self._grammar = kinds.grammar
        self._words = kinds.words
        self._lower = kinds.lower

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
            phrase.last = at = self._past_brackets(phrase.last, last)
            found.append(phrase)
        return found

    def behind(self, at: int, first: int, last: int) -> NounPhrase | None:
        """Return the phrase at word `at`, behind "according to": in any case, about any noun."""
        found = self._phrase(at, first, last) if at < last else None
        return found if found and found.kind != "noun" else self.after_verb(at, last, any_case=True)

    def after_verb(self, at: int, last: int, *, any_case: bool = False) -> NounPhrase | None:
        """Return the phrase right beside a verb of saying, whatever noun it is about: "said a herdsman"."""
        grammar, kinds, begin = self._grammar, self.kinds, at
        at, marks = self._past_determiners(at, last)
        bare = at == begin
        closed = grammar.little | grammar.prepositions | grammar.that
        while at + 1 < last and kinds.is_adjective(at) and self._words[at + 1].isalpha():
            if self._lower[at + 1] in closed or self._lower[at + 1] in grammar.of:
                break
            at += 1
        if at >= last or not self._words[at][0].isalpha() or self._lower[at] in closed:
            return None
        if (bare and not grammar.bends_names) or ("o" in marks and not any_case):
            return None
        found = self._headed(begin, at, marks, last, office=True)
        known = kinds.is_office(at) or kinds.is_body(at)
        if found.name is None and not known and "i" not in marks and not bare:
            found.kind = "noun"
        return found

    def _past_determiners(self, at: int, last: int) -> tuple[int, str]:
        marks = ""
        while at < last and self._lower[at] in self._grammar.determiners:
            marks += self._grammar.determiners[self._lower[at]]
            at += 1
        return at, marks

    def _past_brackets(self, at: int, last: int) -> int:
        if at >= last or self._lower[at] != "(":
            return at
        return next((end + 1 for end in range(at, min(last, at + _BRACKETS)) if self._lower[end] == ")"), at)

    def _govern(self, phrase: NounPhrase, first: int) -> None:
        prepositions, at = self._grammar.prepositions, phrase.first
        if self._lower[at] in prepositions and phrase.kind != "pronoun":
            phrase.before = self._lower[at]  # "du", "del", "beim"
            return
        if at - 2 > first and ordinal(self._lower, at - 1):
            at -= 2
        if at > first and self._lower[at - 1] in prepositions:
            phrase.before = self._lower[at - 1]

    def _phrase(self, at: int, first: int, last: int) -> NounPhrase | None:
        mark = self._grammar.pronouns.get(self._lower[at])
        if mark is not None and not self._determines(at, last):
            return NounPhrase(first=at, last=at + 1, kind="pronoun", marks=mark, label=(at, at + 1))
        if not self._words[at][0].isalnum():
            return None
        begin = at
        at, marks = self._past_determiners(at, last)
        if at >= last:
            return None  # a text that was cut off behind "the"
        if end := self.kinds.seat_end(at, last):
            return NounPhrase(first=begin, last=end, kind="body", label=(at, end), marks=marks)
        head = self._head(at, first, last)
        if head < 0:
            return None
        if self.kinds.is_name(head, first):
            return self._named(begin, head, marks, first, last)
        return self._headed(begin, head, marks, last)

    def _determines(self, at: int, last: int) -> bool:
        """Tell whether a word that may be a pronoun stands before a noun: "diese Ministerin"."""
        if self._lower[at] not in self._grammar.determiners or at + 1 >= last:
            return False
        after = self._head(at + 1, at, last)
        return after >= 0 and self._lower[after] not in self._grammar.cues

    def _head(self, at: int, first: int, last: int) -> int:
        """Return the noun that a phrase from word `at` on is about, past the adjectives before it; -1 for none."""
        kinds = self.kinds
        for word in range(at, min(last, at + _ADJECTIVES)):
            if kinds.is_noun(word) or kinds.is_name(word, first):
                return word
            adjective = kinds.is_adjective(word)
            capital = self._grammar.nouns_have_capitals and kinds.is_upper(word) and at > first
            if capital and not (adjective and word + 1 < last and kinds.is_noun(word + 1)):
                return word
            if not adjective or self._lower[word] in self._grammar.cues:
                return -1
        return -1

    def _named(self, begin: int, head: int, marks: str, first: int, last: int) -> NounPhrase | None:
        """Return the phrase that begins with a name, and what is said of its bearer behind a comma."""
        kinds = self.kinds
        end = kinds.run(head, last)
        name = kinds.past_courtesies(head, end)
        if name >= end:
            return None
        if self._grammar.nouns_have_capitals and "i" in marks:
            return self._headed(begin, head, marks, last)  # "eine Frist Dritter"
        marks += "".join(self._grammar.courtesies.get(word, "") for word in self._lower[head:name])
        alone = end - name == 1
        if alone and end < last and self._is_genitive_before_noun(end):
            return self._headed(begin, end, marks, last)
        if self._grammar.bends_names and name == first and end - name > 2 and kinds.is_of_office(name + 1):
            return self._headed(begin, name, marks, last, office=True)  # "Генсек НАТО Ида Лунд"
        if alone and begin < name == head and self._is_demonym(name, marks):
            return NounPhrase(first=begin, last=end, kind="noun", label=(begin, end), head=name, marks=marks)
        if not alone and self._grammar.bends_names and case_of_man(self._lower[name]):
            marks += "o"  # "сказал Олегу Ветрову посол Иван Лунин"
        kind: PhraseKind = "body" if alone and kinds.is_place(name) else "person"
        phrase = NounPhrase(
            first=begin, last=end, kind=kind, label=(name, end), name=(name, end), marks=marks
        )
        if kinds.is_calling(name, first, end):
            phrase.name, phrase.head = (name + 1, end), name
            phrase.marks += "f" if self._grammar.females.fullmatch(self._lower[name]) else ""
        self._add_apposition(phrase, last)
        return phrase

    def _is_demonym(self, word: int, marks: str) -> bool:
        """Tell whether a capital behind an article says where somebody is from: "le Marseillais"."""
        single = marks in ("m", "f") and self._grammar.nouns_behind_articles
        return single and self.kinds.is_adjective(word) and not self.kinds.is_of_office(word)

    def _is_genitive_before_noun(self, noun: int) -> bool:
        """Tell whether a German name before a noun says whose it is: "Japans Botschafterin"."""
        genitive = self._lower[noun - 1].endswith(("s", "'"))
        return self._grammar.nouns_have_capitals and genitive and self.kinds.is_noun(noun)

    def _add_apposition(self, phrase: NounPhrase, last: int) -> None:
        """Learn from ", the mayor" behind a name what its bearer is."""
        comma = phrase.last
        if comma + 1 >= last or self._words[comma] not in {",", *DASHES} or phrase.kind == "body":
            return
        start, marks = self._past_determiners(comma + 1, last)
        head = self._head(start, comma, last)
        if head < 0 or not self.kinds.is_office(head) or self.kinds.is_name(head, start):
            return
        said = self._headed(comma + 1, head, marks, last, apposed=True)
        if said.name is None:
            phrase.last, phrase.head = said.last, said.head
            phrase.marks += said.marks

    def _headed(
        self, begin: int, head: int, marks: str, last: int, *, apposed: bool = False, office: bool = False
    ) -> NounPhrase:
        """Return the phrase about the noun `head`: what follows it, and the name that its bearer has."""
        kinds = self.kinds
        office = office or kinds.is_office(head)
        body = not office and kinds.is_body(head)
        if self._grammar.nouns_have_capitals and not body and begin < head:
            office = office or kinds.run(head + 1, last) > head + 2  # "der Trainer Ida Lund"
        end, name, boss = self._complements.read(head, last, office=office)
        label = (begin, end)
        several = "p" in marks.replace("fp", "f")  # "Interrogé par des députés, le ministre …"
        under = self._boss(boss, last)
        ends = under is not None and under.last < last and self._words[under.last] not in {",", *DASHES}
        if under is not None and under.name is not None and (("i" in marks and ends) or under.last == end):
            end = max(end, under.last)  # "said a spokesman for the minister, Ida Lund.": her name, or his
        elif office and name is None and not apposed and not several:
            name, end = self._apposed_name(end, last)
        return NounPhrase(
            first=begin,
            last=end,
            kind="person" if name else "office" if office else "body" if body else "noun",
            label=label,
            name=name,
            head=head,
            marks=self._marks(begin, head, marks, office=office),
            boss=under,
        )

    def _boss(self, noun: int, last: int) -> NounPhrase | None:
        """Return the phrase about the office at a word, of whom another serves; None for no such word."""
        return (
            replace(self._headed(noun, noun, "", last), before=self._lower[noun - 1]) if noun >= 0 else None
        )

    def _marks(self, begin: int, head: int, marks: str, *, office: bool) -> str:
        """Return the marks of the articles before a noun, and what the noun itself tells of gender and case."""
        grammar, lower = self._grammar, self._lower[head]
        if grammar.oblique.fullmatch(lower):
            marks += "o"
        female = bool(grammar.females.fullmatch(lower))
        if not grammar.nouns_have_capitals:
            if grammar.bends_names and "o" in marks:
                return marks  # "политика" may be of a man
            told = "f" if female else "m" if grammar.males.fullmatch(lower) else ""
            return marks + told if office and not {"m", "f"}.intersection(marks) else marks
        female = female or ("f" in marks and grammar.nouns_have_capitals and lower.endswith(_ARTICLE_TELLS))
        if female or (not office and grammar.feminine.fullmatch(lower)):
            # "der Ministerin" is no subject
            return "f" + marks.replace("m", "") + ("o" if "der" in self._lower[begin:head] else "")
        return "m" + marks if office or "m" in marks else marks

    def _apposed_name(self, end: int, last: int) -> tuple[tuple[int, int] | None, int]:
        """Return the name behind a comma, and the end of the phrase with it."""
        comma = self._past_place(end, last)
        if comma + 1 >= last or self._words[comma] not in {",", "("}:
            return None, end
        said = self._phrase(comma + 1, comma, last)
        if said is None or said.name is None or said.kind != "person":
            return None, end
        closes = said.last >= last or not self._words[said.last][0].isalnum()
        return (said.name, said.last) if closes else (None, end)

    def _past_place(self, at: int, last: int) -> int:
        """Return the word behind "in Vienna", where that stands between what somebody is and the comma before the name."""
        if at >= last or self._lower[at] not in self._grammar.prepositions:
            return at
        words = range(at + 1, min(last, at + 5))
        return next((end for end in words if self._lower[end] in {",", QUOTE}), at)

"""What each word of a text may be: a noun for people or a body, an adjective, a place, a part of a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from tui.reading.quotes.languages.declension import name_key
from tui.reading.quotes.languages.grammar import Grammar, grammar_of
from tui.reading.quotes.languages.worded_text import POSTED_ON, QUOTE, WordedText
from tui.reading.quotes.words.first_names import is_first_name

# What somebody does, before a German name of two words or more, as first names sound too.
_CALLING = re.compile(r".{3,}(?:in|er|eur|or|ist|ent|ant|loge|nom|mann|frau|wirt|arzt|koch|bauer)")
# What stands between a subject and its verb, in French and Spanish.
CLITICS = frozenset("se s' n' ne sich não no le les la lo nos lui leur y en".split())
# German nouns that are nobody's name.
_ABSTRACT = re.compile(r".{3,}(?:ung|heit|keit|schaft|tion)(?:en)?|.{4,}tät(?:en)?")
# German nouns for what is said, with an adjective before them no name either: "Scharfe Kritik kam aus Wien".
_SAYINGS = frozenset(
    "kritik lob protest proteste reaktionen töne vorwürfe widerspruch worte zustimmung zweifel".split()
)
_FIRST = re.compile(r"premi(?:er|ère)s?")
_DOUBLE = re.compile(
    r"(?!(?i:vice|sous|sub|ex|contre|co|вице|экс|контр|со)-)[^\W\d_]\w*-[^\W\d_a-zà-ÿа-яё]\w+"
)
_ADVERB = re.compile(
    r".+(?:lich|ig|isch|weise|end|ends|ens|lings|wärts|mals|falls|halb)|zuletzt|zuerst|wiederholt"
)
_CONTRARY = frozenset("wiederum ebenfalls jedenfalls umgekehrt seinerseits ihrerseits nochmals".split())
_ADVERBS = 4  # words before a colon
_CALENDAR = frozenset("julio domingo august".split())  # months and days that are first names
_SEAT = 4  # words of a seat
_SEATS = frozenset("place rue hôtel palais palacio площадь".split())  # written small too
_WITH_ARTICLE = re.compile(r"(?:[ae][dlnrstz]|[ae]sh|ben|bin|ibn)-[^\W\d_a-zà-ÿ]")  # "Nasser al-Hitmi"
_PATRONYMIC = re.compile(r".+(?:вич|вна|ична|ича|вны|вичем|вной)")


class _Kind(NamedTuple):
    office: bool
    body: bool
    adjective: bool


@lru_cache(maxsize=1 << 15)
def _kind_of(language: str, lower: str) -> _Kind:
    grammar = grammar_of(language)
    return _Kind(
        bool(grammar.offices.fullmatch(lower)),
        bool(grammar.bodies.fullmatch(lower)),
        bool(grammar.adjectives.fullmatch(lower)) and lower not in grammar.little,
    )


@lru_cache
def _source_nouns(language: str) -> frozenset[str]:
    """Return the nouns of "according to", which no name begins with: "Angaben" of "nach Angaben von"."""
    return frozenset(word for phrase in grammar_of(language).according for word in phrase.split()[1:])


@lru_cache
def _first_words(language: str) -> frozenset[str]:
    """Return the words that seats begin with."""
    return frozenset(seat.split()[0] for seat in grammar_of(language).seats)


class WordKinds:
    """The kinds of the words of one text, asked for by the place of a word."""

    def __init__(self, text: WordedText, grammar: Grammar) -> None:
        self.words = text.words
        self.lower = text.lower
        self.grammar = grammar
        self._seats = _first_words(grammar.language)
        self._source_nouns = _source_nouns(grammar.language) if grammar.nouns_have_capitals else frozenset()
        self._firsts = {first for first, _ in text.sentences}
        inside = (at for at, word in enumerate(text.words) if word[0].isupper() and at not in self._firsts)
        self._inside = {text.lower[at] for at in inside}
        self._surnames = set(self._trades_as_surnames()) if grammar.nouns_have_capitals else set()

    def _trades_as_surnames(self) -> Iterator[str]:
        """Yield the nouns that are somebody's surname here: "Karl Richter", but not "Karl, Richter" or "der Karl"."""
        for name, noun in pairwise(range(len(self.words))):
            if self._kind(noun).office and self.is_upper(noun) and is_first_name(self.words[name]):
                alone = noun + 1 == len(self.words) or not self.is_upper(noun + 1)
                if alone and (name == 0 or self.lower[name - 1] not in self.grammar.determiners):
                    yield self.lower[noun]

    def _is_surname(self, word: int) -> bool:
        """Tell whether a word that may say what somebody is stands for who bears it as a name here."""
        if self.lower[word] not in self._surnames or not self.is_upper(word):
            return False
        return word == 0 or not (
            self.lower[word - 1] in self.grammar.determiners or self.is_adjective(word - 1)
        )

    def _kind(self, word: int) -> _Kind:
        return _kind_of(self.grammar.language, self.lower[word])

    def is_office(self, word: int) -> bool:
        """Tell whether a word says what somebody is: "ministre", "Sprecherin"; "premier" alone is an adjective."""
        after = self.lower[word + 1] if word + 1 < len(self.lower) else ""
        ordinal = _FIRST.fullmatch(self.lower[word]) and not self.is_upper(word) and after.isalpha()
        return self._kind(word).office and not (ordinal and not self._kind(word + 1).office)

    def is_body(self, word: int) -> bool:
        """Tell whether a word says what a body is: "ministère", "Regierung"."""
        return self._kind(word).body

    def is_adjective(self, word: int) -> bool:
        """Tell whether a word ends as adjectives do."""
        return self._kind(word).adjective

    def is_upper(self, word: int) -> bool:
        """Tell whether a word begins with a capital letter."""
        return self.words[word][:1].isupper()

    def is_noun(self, word: int) -> bool:
        """Tell whether a word is a noun for people or for a body, and no verb: "le juge", but not "on juge"."""
        lower, grammar, kind = self.lower[word], self.grammar, self._kind(word)
        if not (kind.office or kind.body):
            return False
        if lower in grammar.little or (grammar.nouns_have_capitals and not self.is_upper(word)):
            return False
        if self._is_surname(word):
            return False
        if not grammar.nouns_have_capitals and _DOUBLE.fullmatch(self.words[word]):
            return False  # "Sanabria-Rey"
        verb = lower in grammar.cues and self.lower[word - 1] not in grammar.determiners
        return kind.body or not verb

    def is_capital(self, word: int) -> bool:
        """Tell whether a word may be a part of a name."""
        lower, grammar = self.lower[word], self.grammar
        if grammar.nouns_have_capitals:
            other = lower in _SAYINGS or bool(_ABSTRACT.fullmatch(lower))
        else:
            other = lower in grammar.prepositions
        closed = (lower in grammar.little and not self._is_first_name(word)) or lower in self._source_nouns
        if _WITH_ARTICLE.match(self.words[word]):
            return True
        return self.is_upper(word) and not (closed or other) and not self.is_noun(word)

    def _is_first_name(self, word: int) -> bool:
        """Tell whether a word that is another as well is a first name: "dijo Julio Roth", "Minister August Roth"."""
        names = self.words[word : word + 2]
        if len(names) < 2 or not names[1][0].isupper() or not is_first_name(names[0]):
            return False
        if word in self._firsts:
            return self.lower[word] in _CALENDAR  # but not "Mañana Norlandia …", "Nur Lund …"
        told = self.lower[word - 1] in self.grammar.cues or self._kind(word - 1).office
        return told or not self.grammar.nouns_have_capitals  # but not "im August Lund"

    def is_place(self, word: int) -> bool:
        """Tell whether a word names a state or a city."""
        lower, grammar = self.lower[word], self.grammar
        if grammar.bends_names:
            known = name_key(lower, grammar.language) in grammar.places or lower[:-1] in grammar.places
            return known or lower in grammar.complements
        genitive = grammar.nouns_have_capitals and lower.endswith("s") and lower[:-1] in grammar.places
        return lower in grammar.places or genitive

    def is_of_office(self, word: int) -> bool:
        """Tell whether a capital says of what somebody is a minister, and is no part of their name."""
        text = self.words[word]
        if self.grammar.bends_names and text.isascii():
            return True  # "источник Reuters"
        return (
            (text.isupper() and len(text) > 1)
            or self.lower[word] in self.grammar.complements
            or self.is_place(word)
        )

    def is_name(self, word: int, first: int) -> bool:
        """Tell whether a word begins a name; `first` is the first word of its sentence."""
        lower, grammar = self.lower[word], self.grammar
        if lower in grammar.courtesies:
            return word + 1 < len(self.words)
        if not self.is_capital(word) or self._is_capital_adjective(word):
            return False
        if len(lower) == 1 and not self._is_initial(word):
            return False
        if grammar.nouns_have_capitals:
            return self._is_name_among_nouns(word, first)
        return word > first or (lower not in grammar.cues and self._is_name_at_first(word))

    def _is_initial(self, word: int) -> bool:
        """Tell whether a letter begins a name: "J. Roth", but not "sur X. Roth"."""
        stopped = self.words[word + 1 : word + 2] == ["."] and self.is_upper(
            min(word + 2, len(self.words) - 1)
        )
        return stopped and not (self.lower[word] == "x" and self.lower[word - 1] in POSTED_ON)

    def _is_name_at_first(self, word: int) -> bool:
        """Tell whether the capital that every sentence begins with is that of a name: "Nouakchott", but not "Quelques"."""
        after = word + 1
        if after >= len(self.words) or self.lower[word] in self._inside or self.is_place(word):
            return True
        if self.grammar.verbs.fullmatch(self.lower[word]) and not self.is_upper(after):
            return False
        follows = self.is_upper(after) or not self.lower[after][0].isalpha() or self._cue_follows(word)
        return (
            follows or bool(self.grammar.verbs.fullmatch(self.lower[after])) or self.lower[after] in CLITICS
        )

    def _is_capital_adjective(self, word: int) -> bool:
        """Tell whether a capital is the adjective of a noun, as in "Белый дом"."""
        if not self.grammar.bends_names or not self.is_adjective(word) or word + 1 >= len(self.words):
            return False
        return self.is_noun(word + 1) or (self.is_adjective(word + 1) and not self.is_upper(word + 1))

    def _is_name_among_nouns(self, word: int, first: int) -> bool:
        """Tell whether a German capital begins a name: another follows, or no article stands before it."""
        lower, grammar = self.lower, self.grammar
        follows = word + 1 < len(self.words) and self.is_capital(word + 1)
        if word == first:
            begins = self._cue_follows(word) or self._colon_follows(word)
            named = begins and not _ADVERB.fullmatch(lower[word])
            return follows or named or self.is_place(word)
        before = lower[word - 1]
        if self.is_place(word) and not (
            self.is_adjective(word) and self.is_noun(min(word + 1, len(lower) - 1))
        ):
            return True
        if before in grammar.determiners or (self.is_adjective(word - 1) and not self.is_upper(word - 1)):
            return follows and lower[word + 1] not in grammar.cues and before not in ("des", "der")
        return True

    def _cue_follows(self, word: int) -> bool:
        after = self.lower[word + 1] if word + 1 < len(self.lower) else ""
        return after in self.grammar.cues or after in self.grammar.auxiliaries or not after[:1].isalpha()

    def _colon_follows(self, word: int) -> bool:
        """Tell whether a word has only adverbs between it and a quote behind a colon: "Lund dagegen: „…“"."""
        at = word + 1
        while at < min(len(self.lower), word + _ADVERBS) and self._is_adverb(at):
            at += 1
        return at > word + 1 and self.words[at : at + 2] == [":", QUOTE]

    def _is_adverb(self, word: int) -> bool:
        """Tell whether a German word says how or when, or sets one thing against another."""
        lower = self.lower[word]
        return lower in self.grammar.little or lower in _CONTRARY or bool(_ADVERB.fullmatch(lower))

    def seat_end(self, at: int, last: int) -> int:
        """Return the end of the seat of a body at word `at`, as "Quai d'Orsay" is; 0 for none."""
        if self.lower[at] not in self._seats or not (self.is_upper(at) or self.lower[at] in _SEATS):
            return 0
        ends = range(min(last, at + _SEAT), at, -1)
        return next((end for end in ends if " ".join(self.lower[at:end]) in self.grammar.seats), 0)

    def run(self, at: int, last: int) -> int:
        """Return the end of the run of capitals from word `at` on, with the particles and initials in it."""
        words, lower = self.words, self.lower
        end = at
        while end < last:
            if lower[end] in self.grammar.courtesies:
                end += 1 + (words[end + 1 : end + 2] == ["."])
            elif self.is_capital(end) and not (end > at and self._is_capital_adjective(end)):
                end += 1 + (len(words[end]) == 1 and words[end + 1 : end + 2] == ["."])
            elif end > at and (step := self._particles(end, last)):
                end += step
            else:
                break
        return end

    def _particles(self, at: int, last: int) -> int:
        """Return how many words lead on to the next capital of a name, as "van der" do; 0 where they are none of it."""
        lower, grammar = self.lower, self.grammar
        end = at
        while end < min(last, at + 3) and lower[end] in grammar.particles:
            end += 1
        article = grammar.nouns_have_capitals and lower[at] in grammar.determiners  # "Ansicht der Leyen"
        if end == at or end >= last or article or lower[at] in grammar.joining:
            return 0
        return 0 if not self.is_capital(end) or lower[end] in grammar.places else end - at

    def past_courtesies(self, at: int, last: int) -> int:
        """Return the first word of a name behind "Mme" and "M."."""
        while at < last and (self.lower[at] in self.grammar.courtesies or self.words[at] == "."):
            at += 1
        return at

    def is_calling(self, word: int, first: int, last: int) -> bool:
        """Tell whether the first of several capitals says what somebody does, though the noun is not known."""
        lower = self.lower[word]
        if self.grammar.nouns_have_capitals:
            return last - word > 2 and bool(_CALLING.fullmatch(lower)) and not is_first_name(lower)
        if not self.grammar.bends_names or word != first or last - word != 3:
            return False
        return not _PATRONYMIC.fullmatch(self.lower[word + 1]) and min(map(len, self.words[word:last])) > 3

    def is_patronymic(self, word: int) -> bool:
        """Tell whether a word is the second of the three names of a Russian."""
        return bool(_PATRONYMIC.fullmatch(self.lower[word]))

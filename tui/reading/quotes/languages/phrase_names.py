"""What a phrase without a name is called where it speaks: in the nominative, a body without its article."""

from __future__ import annotations

import re

from tui.reading.quotes.languages.declension import name_key, nominative
from tui.reading.quotes.languages.grammar import Grammar, Seat
from tui.reading.quotes.languages.noun_phrases import NounPhrase
from tui.reading.quotes.languages.worded_text import WordedText

_PREFIX = re.compile(r"^(?:vice|vize|ex)-?")
_GERMAN_PREFIX = re.compile(r"^.*(?=minister|kanzler|präsident|sprecher)")
_GERMAN_ENDING = re.compile(r"(?:innen|in|s|en|n)$")
_IN = frozenset({"в", "во"})
# Everybody of rank has such: without whose it is, it would be one for all of them.
_STAFF = re.compile(
    r"(?:presse)?büro|team|stab|entourage|cabinet|bureau|équipe|services|oficina|gabinete|entorno|equipo|despacho"
)


class PhraseNames:
    """Names the phrases of one text."""

    def __init__(self, text: WordedText, grammar: Grammar) -> None:
        self._text = text
        self._grammar = grammar

    def name(self, phrase: NounPhrase) -> str:
        """Return what somebody without a name is called: "le ministre", "ein Diplomat", "МИД России"."""
        return self._of_body(phrase) if phrase.kind == "body" else self._of_person(phrase)

    def _of_person(self, phrase: NounPhrase) -> str:
        grammar, (first, last) = self._grammar, phrase.label
        if last - first > 1 and self._text.lower[first] in grammar.prepositions:
            first += 1  # "du ministre"
        words = self._text.name(first, last)
        if grammar.nouns_have_capitals and "o" in phrase.marks:
            article, _, rest = words.partition(" ")
            definite = "i" not in grammar.determiners.get(article.lower(), "i")
            return (
                nominative(rest, "de", after=article.lower())
                if rest and definite
                else nominative(words, "de")
            )
        if grammar.bends_names:
            return nominative(words, grammar.language) if "o" in phrase.marks else words
        article = self._text.words[first]
        if article.lower() in grammar.determiners and last - first > 1:
            return article.lower() + words[len(article) :]
        return words

    def _of_body(self, phrase: NounPhrase) -> str:
        if phrase.head < 0 and (seat := self.seat(phrase)):
            return seat.name
        grammar, lower, (first, last) = self._grammar, self._text.lower, phrase.label
        own = phrase.head >= 0 and phrase.marks == "s" and _STAFF.fullmatch(lower[phrase.head])
        while first < last - 1 and "i" not in grammar.determiners.get(lower[first], "i") and not own:
            first += 1
        words = self._text.name(first, last)
        words = words[0].lower() + words[1:] if own else words
        if grammar.bends_names and (phrase.before in _IN or "o" in phrase.marks or words.endswith("ства")):
            return nominative(words, grammar.language)
        if grammar.nouns_have_capitals and first > phrase.first:
            return nominative(words, grammar.language, after=lower[first - 1])
        return words

    def seat(self, phrase: NounPhrase) -> Seat | None:
        """Return the seat that a phrase names; None for none."""
        return self._grammar.seats.get(" ".join(self._text.lower[slice(*phrase.label)]))

    def role(self, phrase: NounPhrase) -> str:
        """Return what a phrase with a name says that its bearer is, in the words of the text: "la ministre de la mer"."""
        if phrase.name is None or phrase.head < 0:
            return ""
        grammar, first = self._grammar, phrase.first
        if phrase.head > phrase.name[0]:
            return self._text.name(phrase.name[1], phrase.last).strip(" ,—–")
        words = self._text.name(first, min(phrase.label[1], phrase.name[0])).strip(" ,(")
        if grammar.bends_names and (phrase.before or "o" in phrase.marks):
            return nominative(words, grammar.language)
        return words[0].lower() + words[1:] if self._text.lower[first] in grammar.determiners else words

    def complement(self, phrase: NounPhrase) -> frozenset[str]:
        """Return the words beside a noun that say of what, or from where, somebody is."""
        grammar, (first, last) = self._grammar, phrase.label
        words = (at for at in range(first, last) if at != phrase.head)
        if phrase.name is not None:
            words = (at for at in words if not phrase.name or not phrase.name[0] <= at < phrase.name[1])
        closed = grammar.determiners.keys() | grammar.prepositions | grammar.little
        return frozenset(
            name_key(self._text.lower[at], grammar.language)
            for at in words
            if self._text.lower[at][0].isalpha() and self._text.lower[at] not in closed
        )

    def stem(self, head: int) -> str:
        """Return what the forms of a noun share: ministre and ministres, Minister and Ministerin, министр and министра."""
        return self.stem_of(self._text.lower[head])

    def stem_of(self, noun: str) -> str:
        """Return the same of a noun in lower case."""
        word = _PREFIX.sub("", noun)
        if self._grammar.nouns_have_capitals:
            return _GERMAN_ENDING.sub("", _GERMAN_PREFIX.sub("", word))
        return word[: max(5, len(word) - 3)]

"""Who the subject of a verb of saying is: whoever stands beside it, before or behind, and no preposition governs."""

from __future__ import annotations

from collections.abc import Sequence

from tui.reading.quotes.languages.grammar import Grammar
from tui.reading.quotes.languages.noun_phrases import NounPhrase, PhraseReader
from tui.reading.quotes.languages.worded_text import QUOTE, ordinal

_BOUND = frozenset({";", ":", ".", "!", "?", "…", QUOTE})
WITHIN = frozenset("в во на desde en à au aux dans chez de du aus im beim bei".split())
_WHO = frozenset("qui quien".split())
_TO = frozenset("à au a al".split())  # before whom something is said to, who then speaks
_HAVING = frozenset("hat haben hatte hatten".split())
_LIKENING = frozenset("als wie".split())
_CLITICS = frozenset("lui leur le la les l' y en ne n' nous me se s' lo les".split())
ADVERBS = ("ment", "mente")

Phrases = Sequence[NounPhrase]


class SubjectFinder:
    """Finds the subjects of verbs in the sentences of a text; `lower` are its words in lower case."""

    def __init__(self, lower: Sequence[str], grammar: Grammar, reader: PhraseReader) -> None:
        self._lower = lower
        self._grammar = grammar
        self._reader = reader
        self._glue = (grammar.little | grammar.auxiliaries) - grammar.joining - grammar.that

    def subject(self, at: int, first: int, last: int, phrases: Phrases) -> NounPhrase | None:
        """Return the subject of the verb at word `at` of the sentence from `first` to `last`; None where it has none."""
        start = self._clause_start(at, first)
        if told := self._who(at, start, phrases):
            return told
        if german := self._beside_having(at, start, phrases):
            return german
        left = [one for one in phrases if start <= one.first and one.last <= at and one.may_speak]
        if self._lower[at - 1] == "en":  # "Lund a salué l'accord, tout en rappelant que"
            main = left or [one for one in phrases if one.last <= at and one.may_speak]
            return _likeliest(main) if main else None
        near, joined = self._walk_back(at, start, phrases)
        if near is not None and (other := self._behind_likened(at, near, phrases)):
            return other
        if near is not None:
            untold = "i" in self._grammar.determiners.get(self._lower[start], "")
            return (self._pronoun_behind(at, phrases) if untold else None) or near
        if joined:
            start = first  # "spoke of “…” and promised"
            left = [one for one in phrases if start <= one.first and one.last <= at and one.may_speak]
        if not left and (opening := self._opening(at, start) or self._untold(at, start)):
            return opening
        if self._is_impersonal(start, at, 1) and (place := self._place(at, start, last, phrases)):
            return place
        beside = next(
            (one for one in phrases if one.last == at and one.before in WITHIN and one.kind == "body"), None
        )
        if beside is not None and not left and self._grammar.plural.fullmatch(self._lower[at]):
            return beside  # "в министерстве сообщили"
        right = self.behind(at, last, phrases, known=bool(left))
        if right is not None and (at == start or self._lower[at - 1] == "," or not left):
            return right
        if left:
            return left[0] if joined else _likeliest(left)
        return self._place(at, start, last, phrases) or self._over_quote(at, first, last, phrases)

    def _who(self, at: int, start: int, phrases: Phrases) -> NounPhrase | None:
        """Return Petit in "a lancé Morel à Petit, qui lui a répondu": whose the relative pronoun before a verb is."""
        who = at - 1
        while who > start and self._lower[who] in self._grammar.auxiliaries | _CLITICS:
            who -= 1
        if self._lower[who] not in _WHO or who == start:
            return None
        end = who - (self._lower[who - 1] == ",")
        return next(
            (one for one in phrases if one.last == end and one.before in _TO and one.kind != "noun"), None
        )

    def _beside_having(self, at: int, start: int, phrases: Phrases) -> NounPhrase | None:
        """Return who stands beside the "hat" of a German participle: Lund in "Lund hat Roth gesagt"."""
        if not self._grammar.nouns_have_capitals or self._lower[at] not in self._grammar.participles:
            return None
        has = next((word for word in range(at - 1, start, -1) if self._lower[word] in _HAVING), -1)
        speaking = [one for one in phrases if one.may_speak and start <= one.first]
        before = next((one for one in speaking if one.last == has), None)
        if before is None and has > start and self._lower[has - 1] == ",":  # "Lund, 46, hat"
            before = next(
                (one for one in speaking if one.first == start and self._lower[one.last] == ","), None
            )
        return before or next((one for one in speaking if 0 < has == one.first - 1 and one.last <= at), None)

    def _behind_likened(self, at: int, near: NounPhrase, phrases: Phrases) -> NounPhrase | None:
        """Return Roth in "Anders als Lund sagte Roth", "Als Bürgermeisterin sagte Roth"; None in another build."""
        if self._lower[near.first - 1] not in _LIKENING or not self._grammar.nouns_have_capitals:
            return None
        return next((one for one in phrases if one.first == at + 1 and one.may_speak), None)

    def _pronoun_behind(self, at: int, phrases: Phrases) -> NounPhrase | None:
        """Return "she" right behind a German verb whose object stands before it: "Eine Frist schloss sie aus"."""
        if not self._grammar.nouns_have_capitals:
            return None
        return next((one for one in phrases if one.first == at + 1 and one.kind == "pronoun"), None)

    def behind(self, at: int, last: int, phrases: Phrases, *, known: bool = False) -> NounPhrase | None:
        """Return the subject behind the verb at word `at`; with `known` no noun that the tables do not hold."""
        start = self.past_glue(at + 1, last)
        named = next((one for one in phrases if one.first >= start), None)
        if not known and (named is None or named.first > start or named.kind == "noun"):
            unknown = self._reader.after_verb(start, last)
            object_of = (
                named is not None and unknown is not None and unknown.last == named.first and named.head >= 0
            )
            if unknown is not None and not (object_of and self._grammar.bends_names):
                return unknown  # but not the decision in "объяснил решение председатель комитета"
        for one in phrases:
            if one.first <= at:
                continue
            between = [
                self._lower[word] for word in range(at + 1, one.first) if not ordinal(self._lower, word)
            ]
            if _BOUND.intersection(between) or "," in between or self._grammar.that.intersection(between):
                return None
            if one.may_speak:
                return one
        return None

    def past_glue(self, at: int, last: int) -> int:
        """Return the first word from `at` on that is no adverb, auxiliary or the like."""
        while at < last and self._is_glue(at):
            at += 1
        return at

    def _is_glue(self, word: int) -> bool:
        lower, grammar = self._lower[word], self._grammar
        if lower in grammar.pronouns or lower in grammar.determiners or lower in grammar.prepositions:
            return False
        return lower in self._glue or lower.endswith(ADVERBS)

    def _clause_start(self, at: int, first: int) -> int:
        while at > first and (self._lower[at - 1] not in _BOUND or ordinal(self._lower, at - 1)):
            at -= 1
        return at

    def _walk_back(self, at: int, start: int, phrases: Phrases) -> tuple[NounPhrase | None, bool]:
        """Return the subject that stands right before a verb, but for little words, and whether "and" does instead."""
        lower, ends = self._lower, {one.last: one for one in phrases}
        word = at - 1
        while word >= start:
            one = ends.get(word + 1)
            enclosed = ends.get(word) if lower[word] == "," else None
            if one is not None and one.may_speak:
                return one, False
            if enclosed is not None and enclosed.may_speak and "," in lower[enclosed.first : enclosed.last]:
                return enclosed, False  # "the minister, Ida Lund, said"
            if one is not None and one.first > start:
                word = one.first - 1
            elif lower[word] in self._grammar.joining:
                return None, True
            elif lower[word] in self._glue or lower[word].endswith(ADVERBS):
                word -= 1
            else:
                break
        return None, False

    def _opening(self, at: int, start: int) -> NounPhrase | None:
        """Return the phrase at the beginning of a clause, about whatever noun, where the verb follows."""
        found = self._reader.after_verb(start, at)
        return found if found is not None and self.past_glue(found.last, at) == at else None

    def _untold(self, at: int, start: int) -> NounPhrase | None:
        """Return somebody not told of before, right before a verb: "a su lado, un jubilado asiente"."""
        first = at - 2
        untold = first >= start and "i" in self._grammar.determiners.get(self._lower[first], "")
        return self._reader.after_verb(first, at) if untold else None

    def _is_impersonal(self, start: int, at: int, reach: int) -> bool:
        beside = self._lower[max(start, at - reach) : at + reach + 1]
        return bool(self._grammar.impersonal.intersection(beside))

    def _place(self, at: int, start: int, last: int, phrases: Phrases) -> NounPhrase | None:
        """Return the body in which "they" say something: "was announced in the ministry"."""
        verb = self._lower[at]
        if not (
            self._grammar.plural.fullmatch(verb) or verb.endswith("тся") or self._is_impersonal(start, at, 2)
        ):
            return None
        near = [one for one in phrases if one.before in WITHIN and start <= one.first < last]
        near = [one for one in near if one.kind == "body" or one.name]
        return min(near, key=lambda one: abs(one.first - at), default=None)

    def _over_quote(self, at: int, first: int, last: int, phrases: Phrases) -> NounPhrase | None:
        """Return the subject before a quote whose verb ends the sentence: "Lund hat das „absurd“ genannt"."""
        left = [one for one in phrases if first <= one.first and one.last <= at and one.may_speak]
        final = not any(word[0].isalnum() for word in self._lower[at + 1 : last])
        return _likeliest(left) if left and final else None


def _likeliest(left: Phrases) -> NounPhrase:
    """Return the first person, or whatever comes first."""
    return next((one for one in left if one.kind in ("person", "office", "pronoun")), left[0])

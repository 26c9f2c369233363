"""Verbs of saying and phrases like "according to", and whom each of them names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tui.core.model import DISPUTED
from tui.reading.quotes.languages.citations import CitationReader, Cue
from tui.reading.quotes.languages.grammar import Grammar
from tui.reading.quotes.languages.noun_phrases import NounPhrase, PhraseReader
from tui.reading.quotes.languages.reticence import asks, reticence
from tui.reading.quotes.languages.verb_subjects import SubjectFinder
from tui.reading.quotes.languages.worded_text import DASHES, QUOTE, WordedText

_OPEN = frozenset({",", ";", ":", QUOTE, *DASHES})
_CLOSE = frozenset({",", ".", "weiter", QUOTE, *DASHES})
# These are much else besides; they name a speaker where a pause stands on either side.
WEAK = frozenset({"pour", "para", "для", "so", "für"})
_BEING = frozenset("ist sind sei wäre war est sont était es son fue era это".split())
COMPARING = frozenset("wie comme como как".split())  # "as the minister said"
AS_VERBS = frozenset({"según"})  # "as" before a verb, "according to" before anybody else
_MODAL = frozenset(
    "will wollte möchte wollen wollten möchten".split()
)  # "der seinen Namen nicht nennen will"
_WANTED = frozenset(("wollte",))
_HEARSAY = frozenset(("soll", "sollen"))  # "soll sie gesagt haben"
REFLEXIVE = frozenset("se s' n' sich не no le les nos lui leur".split())
_NOBODY = frozenset(
    "rien personne nul aucun aucune nada nadie ninguno ninguna nichts niemand keiner никто ничто ничего".split()
)
_CALLED = 8  # words to what somebody is called upon to do
_NEGATED = 3  # words to "not"
_REACH = 12  # words to the particle of a verb
_AUXILIARY = 5  # words back to "has"


class CueFinder:
    """Finds what tells of speech in the sentences of a text."""

    def __init__(self, text: WordedText, grammar: Grammar, reader: PhraseReader) -> None:
        self._text = text
        self._lower = text.lower
        self._grammar = grammar
        self._reader = reader
        self._subjects = SubjectFinder(text.lower, grammar, reader)
        self._according = _by_first(grammar.according)
        self._theirs = _by_first(grammar.theirs)
        self._citations = CitationReader(text, grammar, reader.kinds, self._named_behind)

    def cues(self, first: int, last: int, phrases: Sequence[NounPhrase]) -> list[Cue]:
        """Return the cues of a sentence, in order; `phrases` are those of it."""
        found = [*self._prepositions(first, last), *self._postpositions(last, phrases)]
        inside = {at for cue in found for at in range(cue.first, cue.last)}
        unsaid = list(self._reticent(first, last, phrases))
        inside.update(at for cue in unsaid for at in range(cue.first, cue.last))
        verbs = (
            at for at in range(first, last) if self._lower[at] in self._grammar.cues and at not in inside
        )
        told = [self._verb(at, first, last, phrases) for at in verbs if self._is_verb(at, first)] + unsaid
        found += [one for one in told if not self._is_nobodys(one, phrases)]
        found.sort(key=lambda cue: cue.first)
        return self._citations.with_sources(first, last, phrases, found)

    def open_verb(self, start: int, last: int, phrases: Sequence[NounPhrase]) -> Cue | None:
        """Return a verb that is not known, where one stands between a quote and who speaks: "…", quipped the mayor."""
        words, lower, grammar = self._text.words, self._lower, self._grammar
        at = start
        while at < min(last, start + 3) and (lower[at] in grammar.auxiliaries or lower[at] in REFLEXIVE):
            at += 1
        if at > start and (said := self._infinitive(at, phrases)):
            return said
        if at + 1 >= last or not (words[at].isalpha() and words[at].islower()):
            return None
        if (
            lower[at] in grammar.little
            or lower[at] in grammar.prepositions
            or lower[at] in grammar.determiners
        ):
            return None
        speaker = self._subjects.behind(at, last, phrases)
        if speaker is None or speaker.first != self._subjects.past_glue(at + 1, last):
            return None
        return Cue(first=at, last=at + 1, speaker=speaker, verb=words[at], known=False)

    def _infinitive(self, at: int, phrases: Sequence[NounPhrase]) -> Cue | None:
        """Return "a voulu rassurer" before who says it, where words at `at` follow an auxiliary."""
        for one in phrases:
            between = self._text.words[at : one.first]
            if (
                2 <= len(between) <= 3
                and one.may_speak
                and all(word.isalpha() and word.islower() for word in between)
            ):
                return Cue(first=one.first - 1, last=one.first, speaker=one, verb=between[-1])
        return None

    def _prepositions(self, first: int, last: int) -> Iterator[Cue]:
        """Yield "according to", "in her words" and the like."""
        for at in range(first, last):
            for words in self._according.get(self._lower[at], ()):
                named = self._named_behind(at, words, first, last)
                if named is not None:
                    yield self._phrase_cue(at, len(words), named)
                    break
            for words in self._theirs.get(self._lower[at], ()):
                if tuple(self._lower[at : at + len(words)]) == words:
                    yield self._phrase_cue(at, len(words), None, self._grammar.theirs[" ".join(words)])

    def _phrase_cue(self, at: int, size: int, speaker: NounPhrase | None, gender: str = "") -> Cue:
        verb = self._text.slice(at, at + size)
        return Cue(first=at, last=at + size, speaker=speaker, verb=verb, way="according", gender=gender)

    def _named_behind(self, at: int, words: tuple[str, ...], first: int, last: int) -> NounPhrase | None:
        """Return who stands behind `words` at word `at`; None where these are not there, or name nobody."""
        end = at + len(words)
        if tuple(self._lower[at:end]) != words:
            return None
        named = self._reader.behind(end, first, last)
        if named is not None and self._grammar.bends_names:
            # In this case a noun that looks like a woman's may be a man's: "политика".
            named.marks = (named.marks if named.name else named.marks.replace("f", "")) + "o"
        if named is None or words[0] not in WEAK:
            return named
        paused = at == first or self._lower[at - 1] in _OPEN - {QUOTE}  # but not "„ein Sieg“ für Norland"
        closed = named.last >= last or self._lower[named.last] in _CLOSE | _BEING
        return named if paused and closed and named.kind != "noun" else None

    def _postpositions(self, last: int, phrases: Sequence[NounPhrase]) -> Iterator[Cue]:
        for one in phrases:
            at = one.last + (self._lower[one.last : one.last + 1] == [","])
            if at < last and self._lower[at] in self._grammar.behind:
                yield self._phrase_cue(at, 1, one)

    def _is_verb(self, at: int, first: int) -> bool:
        """Tell whether a form of a verb of saying is one here: "l'appel" and "cité par" are none."""
        lower, grammar = self._lower, self._grammar
        before = lower[at - 1] if at > first else ""
        gerund = before == "en" and lower[at].endswith("ant") and at - 1 > first  # "tout en rappelant que"
        if not gerund and not grammar.nouns_have_capitals and before in grammar.prepositions - AS_VERBS:
            return False
        if grammar.nouns_behind_articles and before in grammar.determiners and before != "lo":
            return False
        if lower[at + 1 : at + 2] and lower[at + 1] in _MODAL:
            return False
        if lower[at] in _WANTED and not asks(lower, at, len(lower)):
            return False  # "wollte gehen, der müde war"
        if grammar.nouns_behind_articles and self._is_office(at, first):
            return False
        if particle := grammar.only_parted.get(lower[at]):
            near = range(at + 1, min(at + _REACH, len(lower) - 1))
            end = next((end for end in near if lower[end] in (particle, QUOTE)), at)
            return lower[end] == particle and lower[end + 1] in _OPEN | {"."}
        if lower[at] not in grammar.participles:
            return True
        reach = first if grammar.nouns_have_capitals else max(first, at - _AUXILIARY)
        auxiliaries = (
            grammar.auxiliaries | _HEARSAY if lower[at + 1 : at + 2] == ["haben"] else grammar.auxiliaries
        )
        return any(word in auxiliaries for word in lower[reach:at])

    def _is_office(self, at: int, first: int) -> bool:
        """Tell whether a form of a verb is a noun behind an article and an adjective: "l'ancien juge"."""
        lower, grammar = self._lower, self._grammar
        noun = (
            at - 1 > first and lower[at - 2] in grammar.determiners and grammar.offices.fullmatch(lower[at])
        )
        return (
            bool(noun)
            and self._reader.kinds.is_adjective(at - 1)
            and not grammar.offices.fullmatch(lower[at - 1])
        )

    def _verb(self, at: int, first: int, last: int, phrases: Sequence[NounPhrase]) -> Cue:
        lower, grammar = self._lower, self._grammar
        polarity = grammar.cues[lower[at]]
        particle, parted = grammar.parted.get(lower[at], ("", ""))
        ends = (end for end in range(at + 1, last) if lower[end] == particle)
        if any(end + 1 >= last or lower[end + 1] in _OPEN | {"."} | grammar.joining for end in ends):
            polarity = parted
        if lower[at] in grammar.opposing and any(
            lower[end] == "," and lower[end - 1] in grammar.claims
            for end in range(at + 2, min(last, at + _CALLED))
        ):
            polarity = "rejected"
        if lower[at] in grammar.calling and any(
            lower[to] in grammar.before_infinitives and grammar.orders.fullmatch(lower[to + 1])
            for to in range(at + 1, min(last - 1, at + _CALLED))
        ):
            polarity = "urged"
        if polarity in DISPUTED and self._is_negated(at, first):
            polarity = "open"
        cited = [one for one in phrases if one.first > at and one.kind in ("person", "office")]
        if lower[at] in grammar.citing and cited:
            speaker: NounPhrase | None = cited[-1]
        else:
            speaker = self._subjects.subject(at, first, last, phrases)
        return Cue(first=at, last=at + 1, speaker=speaker, verb=self._text.words[at], polarity=polarity)

    def _reticent(self, first: int, last: int, phrases: Sequence[NounPhrase]) -> Iterator[Cue]:
        """Yield the verbs with which somebody will not say something: "n'a pas voulu dire si"."""
        for at in range(first, last):
            if unsaid := reticence(self._lower, self._grammar, at, first, last):
                speaker = self._subjects.subject(at, first, last, phrases)
                end = unsaid.last
                within = speaker is not None and at < speaker.first < end
                if within or QUOTE in self._lower[at:end]:
                    end = at + 1  # "wollte Lund nicht sagen"
                verb = self._text.slice(at, end)
                yield Cue(first=at, last=unsaid.last, speaker=speaker, verb=verb, polarity=unsaid.polarity)

    def _is_nobodys(self, cue: Cue, phrases: Sequence[NounPhrase]) -> bool:
        """Tell whether nobody says what a verb does: "rien n'exclut une panne", but not "rien n'est sûr, a dit Lund"."""
        one = cue.speaker
        nobody = one is not None and one.last - one.first == 1 and self._lower[one.first] in _NOBODY
        return nobody and all(one.first != cue.last or one.kind == "noun" for one in phrases)

    def _is_negated(self, at: int, first: int) -> bool:
        window = self._lower[max(first, at - _NEGATED) : at]
        if self._grammar.not_stands_behind:
            window = window + self._lower[at + 1 : at + 1 + _NEGATED]
        return bool(self._grammar.not_.intersection(window))


def _by_first(phrases: Iterable[str]) -> dict[str, list[tuple[str, ...]]]:
    """Return phrases, the longest first, by their first word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append(words)
    return found

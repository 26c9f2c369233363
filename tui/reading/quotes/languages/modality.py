"""Verbs of saying in clauses that deny, ask or suppose that anything was said: "wenn Lund sagt", "n'a pas dit"."""

from __future__ import annotations

from tui.reading.quotes.languages.article_reading import ArticleReading, Sentence
from tui.reading.quotes.languages.citations import Cue
from tui.reading.quotes.languages.worded_text import DASHES, QUOTE

_BOUND = frozenset({",", ";", ":", "(", QUOTE, *DASHES})
_IF = frozenset("wenn falls sofern ob si если".split())
_IF_BEFORE = _IF | {"s'", "s’"}
_MODAL = frozenset(
    "soll sollen sollte sollten muss müssen musste müsste müssten könnte könnten würde würden will wollen".split()
)
_HAD = frozenset("hätte hätten".split())
# what a question begins with that may have a no
_ASKING = frozenset("hat haben hatte hatten est-ce ha han".split())
_UNLIKE = (["anders", "als"], ["entgegen", "dem", ",", "was"], ["im", "gegensatz", "zu", "dem", ",", "was"])
_CONTRARY = (
    ["contrario", "de", "lo", "que"],
    ["contrairement", "à", "ce", "que"],
    ["вопреки", "тому", ",", "что"],
)
_UNTRUE = frozenset("unwahr falsch unzutreffend faux inexact falso неправда неверно".split())
_TRUE = frozenset("wahr stimmt richtig zutreffend vrai exact cierto verdad правда верно".split())
_RUMOUR = frozenset("aurait auraient habría habrían angeblich soll sollen якобы".split())
_ACCUSED = frozenset("accusé accusée accusés soupçonné soupçonnée acusado acusada обвинили".split())
_CLAUSE = ([","], ["que"], ["qu'"], ["qu’"])
_REACH = 4  # words
HEARSAY = 0.5  # how sure it is at most that somebody said what he only "is said to have said"


def is_supposed(reading: ArticleReading, sentence: Sentence, cue: Cue) -> bool:
    """Tell whether nobody says what a verb reports: it is denied, asked, supposed, or only should be said."""
    lower, grammar = reading.text.lower, reading.grammar
    if cue.way != "verb":
        return False
    start = _clause(lower, sentence.first, cue)
    if not cue.polarity and _is_negated(reading, cue, start):
        return True
    clause = lower[start : cue.first]
    infinitive = grammar.nouns_have_capitals and lower[cue.first].endswith("en")
    if infinitive and cue.speaker is not None and not (_MODAL | _HAD).isdisjoint(clause):
        return True  # "hätte sagen sollen"
    if lower[start] in _HAD and cue.first > start and lower[cue.first] in grammar.participles:
        return True  # "Hätte Lund gesagt"
    that = next((at for at in range(cue.first - 1, start - 1, -1) if lower[at] in grammar.that), -1)
    near = set(lower[max(sentence.first, that - _REACH) : that]) if that >= 0 else set()
    if near & _UNTRUE or (near & _TRUE and near & grammar.not_):
        return True  # "es stimmt nicht, dass Lund sagte", "il est faux que Lund ait dit"
    if lower[cue.last : cue.last + 1] == ["ли"] or _asks(reading, sentence, cue):
        return True
    if cue.speaker is None or not start <= cue.speaker.first < cue.first:
        return False
    before = lower[sentence.first : cue.speaker.first]
    if any(before[-len(words) :] == words for words in (*_UNLIKE, *_CONTRARY)):
        return True
    return lower[start] in _IF or not _IF_BEFORE.isdisjoint(before[-1:])


def is_hearsay(reading: ArticleReading, sentence: Sentence, cue: Cue) -> bool:
    """Tell whether somebody unnamed has it that a thing was said: "aurait dit", "est accusé d'avoir dit"."""
    lower = reading.text.lower
    if cue.way != "verb":
        return False
    clause = lower[_clause(lower, sentence.first, cue) : cue.first]
    return not (_RUMOUR | _ACCUSED).isdisjoint(clause)


def _clause(lower: list[str], first: int, cue: Cue) -> int:
    """Return where the clause of a verb begins, with its subject where that stands before it."""
    at = cue.first
    while at > first and (lower[at - 1] not in _BOUND or _within(cue, at - 1)):
        at -= 1
    return at


def _within(cue: Cue, word: int) -> bool:
    return cue.speaker is not None and cue.speaker.first <= word <= cue.speaker.last < cue.first


def _is_negated(reading: ArticleReading, cue: Cue, start: int) -> bool:
    """Tell whether a verb has a "not": "hat nicht gesagt, dass", "sagte nie, der", "n'a pas dit que"."""
    lower, grammar, at = reading.text.lower, reading.grammar, cue.first
    before = (
        at - 1 - (at > start + 1 and not grammar.not_stands_behind and lower[at - 1] in grammar.auxiliaries)
    )
    if before >= start and lower[before] in grammar.not_:
        return True
    last = max(cue.last, cue.speaker.last) if cue.speaker is not None else cue.last
    behind = lower[last : last + 2]
    return (
        grammar.not_stands_behind and behind[:1] != [] and behind[0] in grammar.not_ and behind[1:] in _CLAUSE
    )


def _asks(reading: ArticleReading, sentence: Sentence, cue: Cue) -> bool:
    """Tell whether a sentence asks whether somebody said something: "Hat Lund gesagt, …?", "Lund a-t-elle dit que …?"."""
    lower, first = reading.text.lower, sentence.first
    if lower[sentence.last - 1] != "?" or not reading.grammar.whether.isdisjoint(lower[first : first + 3]):
        return False  # of "why did she say that" she did
    return lower[first] in _ASKING or (cue.speaker is not None and lower[cue.speaker.first].startswith("-"))

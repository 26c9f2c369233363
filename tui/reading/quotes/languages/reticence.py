"""Whoever will not say or confirm something: "n'a pas voulu dire si", "wollte weder bestätigen noch dementieren, dass"."""

from __future__ import annotations

from typing import NamedTuple

from tui.reading.quotes.languages.grammar import Grammar

_NEAR = 3  # words from "not" to a verb, and from that to the infinitive
_FAR = 12  # words of a German clause to its infinitive
_BOUND = frozenset((";", ":", ".", "!", "?", "…"))
_WANTING = {
    "fr": frozenset("voulu souhaité veut veulent voulait voulaient souhaite souhaitent souhaitait".split()),
    "es": frozenset("quiso quisieron quiere quieren quería querían querido deseó desea".split()),
    "de": frozenset("wollte wollten will wollen mochte mochten möchte konnte konnten kann können".split()),
    "ru": frozenset("стал стала стало стали захотел захотела захотели хочет хотят".split()),
}
_ABLE = frozenset("konnte konnten kann können".split())  # which does not tell that they will not
_INFINITIVES = {
    "fr": frozenset(
        "dire confirmer démentir infirmer préciser révéler commenter répondre indiquer exclure communiquer".split()
    ),
    "es": frozenset(
        "decir confirmar desmentir negar precisar revelar comentar responder aclarar adelantar descartar".split()
    ),
    "de": frozenset(
        "sagen bestätigen dementieren kommentieren äußern ausschließen verraten mitteilen nennen beantworten".split()
    ),
    "ru": frozenset(
        "говорить сказать подтверждать подтвердить опровергать опровергнуть комментировать раскрывать уточнять".split()
    ),
}
_NOT = {
    "fr": frozenset("pas ni jamais".split()),
    "es": frozenset(("no",)),
    "de": frozenset("nicht weder".split()),
    "ru": frozenset(("не",)),
}
_ASKING = frozenset("wissen erfahren".split())  # "wollte wissen, ob"
_EXCLUDING = frozenset("exclure descartar ausschließen исключать".split())  # what is not is open
_NEITHER = frozenset("ni weder noch ни".split())


class Reticence(NamedTuple):
    """Where the verbs end with which somebody will not say a thing, and whether they leave it open or decline."""

    last: int
    polarity: str


def reticence(lower: list[str], grammar: Grammar, at: int, first: int, last: int) -> Reticence | None:
    """Return that of the verb at word `at` of the sentence from `first` to `last`; None where it is no such verb."""
    language = grammar.language
    if lower[at] not in _WANTING[language]:
        return None
    behind = _FAR if grammar.nouns_have_capitals else _NEAR + 2
    near = range(at + 1, min(last, at + behind))
    stop = next((word for word in near if lower[word] in _BOUND), near.stop)
    said = [word for word in range(at + 1, stop) if lower[word] in _INFINITIVES[language]]
    negated = not _NOT[language].isdisjoint(lower[max(first, at - _NEAR) : said[0] if said else at])
    if not said or not negated:
        return None
    open_ = lower[said[0]] in _EXCLUDING or (
        len(said) > 1 and not _NEITHER.isdisjoint(lower[at + 1 : said[1]])
    )
    return Reticence(said[-1] + 1, "open" if open_ or lower[at] in _ABLE else "declined")


def asks(lower: list[str], at: int, last: int) -> bool:
    """Tell whether a German "wollte" is that of a question: "wollte wissen, ob"."""
    return not _ASKING.isdisjoint(lower[at + 1 : min(last, at + _FAR)])

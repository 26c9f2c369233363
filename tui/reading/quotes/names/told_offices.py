"""Which offices clauses about a name tell of: "Ida Lund became mayor", "who heads the port", "The mayor is Ida Lund"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tui.reading.quotes.names.appositions import is_office
from tui.reading.quotes.names.bodies import BODY_NOUNS
from tui.reading.quotes.names.mentions import Mention
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.offices_table import HELD_BY, country_of
from tui.reading.quotes.words.tokens import TokenizedArticle
from tui.reading.quotes.words.word_classes import NEGATIONS, PLURALS, THINGS, word_set

_LONGEST = 8  # words of an office
_LED = THINGS | BODY_NOUNS  # a panel or a party, but no search and no match
_CHARGES = {"ministry": "minister", "embassy": "ambassador"}  # what the head of a body is called
_BEING = word_set("is was been be")
_BECOMING = word_set("became becomes remains remained")
_NAMED_AS = word_set("appointed elected crowned named chosen sworn")
_TAKEN = (["took", "over", "as"], ["takes", "over", "as"])
_NO_OFFICE = word_set("no one another")


class ToldOffice(NamedTuple):
    """The noun of an office, the words that say of what matter and state it is, whether it was held once, and is no more."""

    noun: str
    words: list[str]
    former: bool = False
    left: bool = False


def told_behind(skeleton: TokenizedArticle, at: int) -> Iterator[ToldOffice]:
    """Yield the offices that the clause behind a name tells of, which ends before word `at`."""
    who = at + (skeleton.shape[at : at + 1] == ",")
    if skeleton.lower[who : who + 1] == ["who"]:
        yield from _charge(skeleton, who + 1)
        yield from _being(skeleton, who + 1)
    elif skeleton.shape[at : at + 1] in shapes.FINITE:
        yield from _being(skeleton, at)


def told_before(skeleton: TokenizedArticle, mention: Mention) -> Iterator[ToldOffice]:
    """Yield the offices that a sentence tells of before a name: "Her minister, the mayor of Norwick, is Ida Lund"."""
    shape, lower = skeleton.shape, skeleton.lower
    end = mention.first - 1
    first = skeleton.sentences[skeleton.sentence[mention.first]][0]
    once = lower[first] == "until" and lower[end] == "was"  # "Until noon the mayor was Ida Lund"
    if lower[end] != "is" and not once:
        return
    first = max(first, shape.find(shapes.DETERMINER, first, end)) if once else first
    full = mention.name_last - mention.name_first > 1 and not country_of(lower[mention.first : mention.last])
    if not full or not 0 < end - first <= 2 * _LONGEST:
        return
    while first < end:
        head = first
        while head < end and shape[head] in shapes.NOMINAL:
            head += 1
        comma = shape.find(",", first, end)
        comma = comma if comma >= 0 else end
        if head > first and _is_one(lower[head - 1]):
            yield ToldOffice(lower[head - 1], lower[first:comma], once, once)
        first = comma + 1


def _being(skeleton: TokenizedArticle, at: int) -> Iterator[ToldOffice]:
    """Yield what somebody is said to be, or to have become: "had been Norland's foreign minister for nine days"."""
    shape, lower = skeleton.shape, skeleton.lower
    first = at
    while first < len(shape) and shape[first] in shapes.PREVERB and lower[first] not in NEGATIONS:
        first += 1
    if lower[first : first + 3] in _TAKEN:
        first += 3
    elif lower[first - 1] in _BEING and _NAMED_AS.intersection(lower[first : first + 1]):
        first += 1
        first += lower[first : first + 1] == ["in"]  # "was sworn in as"
        first += lower[first : first + 1] == ["as"]
    elif first < len(shape) and (lower[first - 1] in _BEING or lower[first] in _BECOMING):
        first += lower[first] in _BECOMING
    else:
        return
    end = first
    while end < min(len(shape), first + _LONGEST) and shape[end] in shapes.NOMINAL:
        end += 1
    head = next((word for word in range(first, end) if shape[word + 1 : word + 2] not in shapes.NOMINAL), -1)
    if head >= first and lower[first] not in _NO_OFFICE and _is_one(lower[head]):
        of = lower[head + 1 : head + 3] if lower[head + 1 : head + 2] == ["of"] else []
        yield ToldOffice(lower[head], lower[first : head + 1] + of, lower[first - 1] == "was")


def _is_one(noun: str) -> bool:
    return noun not in PLURALS and is_office(noun)


def _charge(skeleton: TokenizedArticle, first: int) -> Iterator[ToldOffice]:
    """Yield the office of one who heads a body, by a verb at a word: "chairs the panel", "has run the ministry"."""
    shape, lower = skeleton.shape, skeleton.lower
    begin = first + 1 + (lower[first : first + 1] == ["has"])
    office = HELD_BY.get(" ".join(lower[first:begin]))
    if not office:
        return
    end = begin
    while end < len(shape) and shape[end] in shapes.NOUN_PHRASE:
        end += 1
    body = lower[end - 1]
    if body in _LED:
        of = lower[end + 1 : end + 3] if lower[end : end + 1] in (["of"], ["for"]) else []
        known = lower[begin:end] + of if body in _CHARGES else []
        yield ToldOffice(_CHARGES.get(body, office), known)  # later "the chairman", "the minister"

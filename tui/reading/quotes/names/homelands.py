"""Which state a clause gives to somebody in it: "Ida Lund, who speaks for Norway", "the Danish side, led by Ivo Roth".

A title says it outright ("Norwegian envoy Ida Lund"), and goes before. What a clause says is held apart from that, as it
is told of what somebody does; nobody is of a state for having visited or blamed it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.reading.quotes.names.introductions import Entity, note_role
from tui.reading.quotes.names.mentions import NAME, Mention
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.offices_table import HELD_BY, PERSONS, country_of
from tui.reading.quotes.words.tokens import TokenizedArticle
from tui.reading.quotes.words.word_classes import CLAUSE_JOINTS, PLURALS, word_set

_REACH = 12  # words of a clause
_FOR_NORWAY = len(("for", "new", "zealand", ","))
_ENDS = frozenset(".;:-()" + shapes.QUOTE + shapes.BREAK)
_BORDERS = _ENDS | {","}
_LEADING = word_set("led headed chaired fronted ran leading heading chairing representing") | {
    one for one in HELD_BY if " " not in one
}
_STANDING = word_set("represents represented representing")
_HEADING = _LEADING | _STANDING
_GOING = word_set(
    "left leaves leaving leave bound headed heading sailed departed voted votes made asked waited"
)
_SENDING = word_set("sent sends named names nominated appointed picked dispatched fielded posted")
_COMING = word_set("comes came coming is was hails hailed born")


def note_homelands(
    skeleton: TokenizedArticle, mentions: Sequence[Mention], entities: Sequence[Entity]
) -> None:
    """Note of all who are named which states the clauses about them give them."""
    _share_states(skeleton, mentions, entities)
    for mention in mentions:
        entity = entities[mention.entity] if mention.kind == NAME and mention.entity >= 0 else None
        if entity is None or entity.body is not None or mention.owner:
            continue
        if entity.person or (len(entity.words) > 1 and not country_of([*entity.words])):
            entity.homelands |= {*_behind(skeleton, mention), *_before(skeleton, mention)}


def _behind(skeleton: TokenizedArticle, mention: Mention) -> Iterator[str]:
    """Yield the state of "who represents Norway", "runs the Norwegian port", ", a Norwegian," behind a name."""
    lower, shape = skeleton.lower, skeleton.shape
    first = mention.last
    if shape[first : first + 3] == "(" + shapes.NAME + ")":
        yield from filter(None, [country_of([lower[first + 1]])])  # "Ida Lund (Norway)"
    comma = shape[first : first + 1] == ","
    first += comma
    if comma and shape[first : first + 1] not in (
        shapes.DETERMINER,
        shapes.RELATIVE,
        shapes.CONNECTIVE,
        *shapes.PARTICIPLE,
    ):
        return
    for at in range(first, min(len(lower), first + _REACH)):
        if shape[at] in _BORDERS or lower[at] in CLAUSE_JOINTS:
            return
        if shape[at] != shapes.NAME:
            continue
        state = country_of(lower[at : at + 1 + (shape[at : at + 2] == shapes.NAME * 2)])
        if not state:
            continue
        if at == first + 1 and lower[first] in ("a", "an"):
            # "a Norwegian who", not "a Norwegian court, said"
            alone = lower[at] in PERSONS and shape[at + 1 : at + 2] not in tuple(shapes.NOMINAL)
            yield from [state] if comma and alone else []
            return
        before = at - 1 - (shape[at - 1] == shapes.DETERMINER)
        word, verb = lower[before], lower[before - 1]
        led = before + 1 < at and _LEADING.intersection(lower[first : before + 1])
        acts = word == "for" and verb not in _GOING
        comes = word == "from" and (before == first or verb in _COMING)
        born = word == "in" and verb == "born"
        born = born or (word == "is" and before == mention.last and lower[at] in PERSONS)
        if word in _STANDING or led or acts or comes or born:
            yield state
        return


def _before(skeleton: TokenizedArticle, mention: Mention) -> Iterator[str]:
    """Yield the state of "Norway sent" and "the Norwegian side was led by" before a name; the verb may be left out."""
    lower, shape = skeleton.lower, skeleton.shape
    opens = skeleton.sentences[skeleton.sentence[mention.first]][0]
    if lower[opens] == "for" and shape[mention.first - 1] == "," and mention.first - opens <= _FOR_NORWAY:
        yield from filter(None, [country_of(lower[opens + 1 : mention.first - 1])])
        return
    verb = mention.first - 1
    by = lower[verb] == "by"
    verb -= by
    first = max(opens, verb - _REACH)
    begin = _behind_last(_BORDERS, shape, first, verb)
    if begin == verb and shape[verb - 1] == ",":  # "the Norwegian side, led by"
        begin = _behind_last(_BORDERS, shape, first, verb - 1)
    begin = _behind_last(CLAUSE_JOINTS, lower, begin, verb)
    words = lower[begin : verb + 1]
    led = by and (lower[verb] in _HEADING or _verbless(shape[begin : verb + 1]))
    if not led and lower[verb] not in _SENDING:
        return
    at = begin + (shape[begin] == shapes.DETERMINER)
    state = country_of(lower[at : at + 1 + (shape[at : at + 2] == shapes.NAME * 2)])
    if state and len(words) < _REACH:
        yield state


def _behind_last(ends: frozenset[str], of: Sequence[str], first: int, last: int) -> int:
    """Return where words begin behind the last of some `ends` among `first` to `last`, `first` where there is none."""
    return 1 + max((at for at in range(first, last) if of[at] in ends), default=first - 1)


def _verbless(shape: str) -> bool:
    """Tell whether a clause has left its verb to that before it: "…, the Danish one by Ivo Roth"."""
    return bool(shape) and set(shape) <= set(shapes.NOMINAL)


def _share_states(
    skeleton: TokenizedArticle, mentions: Sequence[Mention], entities: Sequence[Entity]
) -> None:
    """Give each of "his Norwegian and Danish colleagues, Ida Lund and Rosa Roth," the state that stands in their place.

    "His colleagues from Norway and Denmark" have theirs behind them.
    """
    lower, shape = skeleton.lower, skeleton.shape
    for mention in mentions:
        if lower[mention.head] not in PLURALS:
            continue
        first, end = mention.first, mention.last
        while first > 1 and lower[first - 1] in ("and", ",") and country_of([lower[first - 2]]):
            first -= 2
        words = lower[first : mention.head]
        if lower[end : end + 1] in (["from"], ["of"]):
            close = shape.find(",", end, end + _REACH)
            words, end = (lower[end + 1 : close], close) if close > 0 else ([], end)
        states = [state for word in words if (state := country_of([word]))]
        if lower[end : end + 1] != [","] or len(states) == 1 or not states:
            continue
        named = []
        for other in mentions[mention.number + 1 :]:
            if other.first < end:
                continue
            joined = lower[end : other.first] in ([","], ["and"], [",", "and"])
            if not joined or other.kind != NAME or other.entity < 0:
                break
            named.append(entities[other.entity])
            end = other.last
        if len(named) == len(states):
            for one, state in zip(named, states, strict=True):
                one.countries = (one.countries - {*states}) | {state}
                one.places -= {*words}
                note_role(one, lower[mention.head])

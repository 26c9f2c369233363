"""One speaker over time: what they said on one topic in order, where they repeat and where they contradict themselves."""

from __future__ import annotations

import operator
from collections import defaultdict
from collections.abc import Sequence

from tui.core.edtf import LATEST, days
from tui.core.statements import BY_RULE, Recollection
from tui.reading.statements.candidates import candidates
from tui.reading.statements.contradictions import contradiction
from tui.reading.statements.echoes import wording_of
from tui.reading.statements.facts import differing
from tui.reading.statements.likeness import SAME, Pair
from tui.reading.statements.wording import Weights

_LEAST = (
    0.25  # of what both say, what two statements share of which one may repeat the other, or contradict it
)
_TOPIC = 0.18  # and two on one topic
_NAMES = (
    0.7  # what a name tells of a topic, among words; of one event's statements nearly all have the same names
)
_FEWEST = 2  # words that both have, or words alike, numbers and years apart


def topics(said: Sequence[Recollection]) -> list[list[Recollection]]:
    """Return the statements of one speaker that share a topic, in order; those with most first, one alone by itself."""
    held = sorted(
        said, key=lambda each: (days(each.date) or (LATEST, LATEST), each.statement.base.quote.words)
    )
    wordings = [wording_of(each.statement.base.article, each.statement.base.quote) for each in held]
    weights, topical = Weights.of(wordings), Weights.of(wordings, names=_NAMES)
    place = {wording.id: at for at, wording in enumerate(wordings)}
    earlier: defaultdict[int, list[tuple[int, Pair]]] = defaultdict(list)
    topic = list(range(len(held)))
    for one, other in candidates(wordings, topical, operator.ne):
        pair, first, second = Pair(one, other, weights), place[one.id], place[other.id]
        about = [word for word in (*pair.shared, *pair.alike) if not word[0].isdigit()]
        if len(about) < _FEWEST:
            continue
        if pair.dice >= _LEAST:
            earlier[second].append((first, pair))
        if pair.dice >= _LEAST or Pair(one, other, topical).dice >= _TOPIC:
            topic = [topic[first] if each == topic[second] else each for each in topic]
    found: defaultdict[int, list[Recollection]] = defaultdict(list)
    for at, each in enumerate(held):
        found[topic[at]].append(_related(each, [(held[before], pair) for before, pair in earlier[at]]))
    return sorted(found.values(), key=len, reverse=True)


def _related(each: Recollection, before: Sequence[tuple[Recollection, Pair]]) -> Recollection:
    """Return a statement with what it is to the latest of those before it that it repeats, or contradicts, or
    tells another number than."""
    for other, pair in reversed(before):
        same = pair.score(0.0) >= SAME
        first, second = pair.first.facts, pair.second.facts
        told = differing(first, second) if same else differing(first.counted, second.counted)
        if why := ", ".join(told):
            return each._replace(relation="differs from", why=f"{BY_RULE}: {why}", to=other.date)
        if why := contradiction(pair):
            return each._replace(relation="contradicts", why=f"{BY_RULE}: {why}", to=other.date)
        if same:
            return each._replace(relation="repeats", why=f"{BY_RULE}: {pair.why()}", to=other.date)
    return each

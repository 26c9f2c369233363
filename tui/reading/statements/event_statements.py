"""The statements of an event: its quotes by speaker, those that report one thing together.

Nothing is merged by itself: what is sure enough is shown as one, still marked as found by rule; what is less sure, and
what tells another number, day or place, is offered; what the reader said of two quotes comes before either.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from itertools import product

from tui.core.garbage import garbage_pause
from tui.core.model import AnnotatedEvent, Quote, Speaker
from tui.core.speakers import speakers_of
from tui.core.statements import BY_READER, LEARNT, Statement
from tui.core.text import fold
from tui.reading.statements.assembly import Assembly, Known
from tui.reading.statements.echoes import Held, Repeat, fullest, repeats, spoken, wording_of
from tui.reading.statements.foreign_wordings import names_inside, translations
from tui.reading.statements.matches import matches
from tui.reading.statements.occasion import Occasion, clash, occasion_of
from tui.reading.statements.wording import Weights, Wording

SAME_STATEMENT = frozenset({"same", "translation", "paraphrase", "truncated"})
"""What the reader may say of two quotes that makes them one statement."""

# The wordings of the event that was looked at last: it is looked at again with each word that the reader puts there.
_LATELY: deque[Mapping[Wording, Wording]] = deque(({},), maxlen=1)
_Ties = Mapping[frozenset[str], str]


@garbage_pause()
def statements_of(annotated: AnnotatedEvent, speakers: Mapping[str, Speaker]) -> list[Statement]:
    """Return the statements of an event in the order in which its articles give them; every quote is in one."""
    held = [(article, quote) for article in annotated.event.articles for quote in article.quotes]
    who = {quote.id: _said_by(quote, speakers) for _, quote in held}
    occasions = {quote.id: occasion_of(article, quote) for article, quote in held}
    ties = _ties(annotated, (quote for _, quote in held))
    parted = {each for pair, relation in ties.items() if relation == "different" for each in pair}
    by_fullness = sorted(held, key=fullest)
    again = repeats(by_fullness, who, occasions, parted)
    for id, repeat in again.items():  # the same words on the day that one of their articles tells
        first = occasions[repeat.original]
        occasions[repeat.original] = first._replace(day=first.day or occasions[id].day)
    wordings = _wordings(held, again)
    weights = Weights.of(wordings.values())
    by_speaker: defaultdict[tuple[str, ...], list[Held]] = defaultdict(list)
    for article, quote in held:
        by_speaker[who[quote.id]].append((article, quote))
    published = {quote.id: article.published for article, quote in held}
    ranks = {quote.id: at for at, (_, quote) in enumerate(by_fullness)}
    statements = Assembly(wordings, weights, occasions, published, ranks)
    names = names_inside(wordings.values())
    tied = {each for pair in ties for each in pair}
    own = [each for each in held if each[1].id not in again or each[1].id in tied]
    decided = _decided(own, who, occasions, ties)
    for speaker, those in by_speaker.items():
        near = [wordings[quote.id] for _, quote in those if quote.id not in again]
        statements.know(matches(near, weights, least=0.0) if any(speaker) else [])
        statements.know_translations(translations(near, names) if any(speaker) else [])
    statements.part({pair: known for pair, known in decided.items() if not known.score})
    for each in by_fullness:
        if each[1].id not in again:
            statements.put(*each)
    for each in held:
        if each[1].id in again:
            statements.put_repeat(*each, again[each[1].id])
    statements.join({pair: known for pair, known in decided.items() if known.score})
    found = list(statements.told(annotated.event.id))
    order = {quote.id: at for at, (_, quote) in enumerate(held)}
    return sorted(found, key=lambda each: min(order[wording.quote.id] for wording in each.wordings))


def _wordings(held: Sequence[Held], again: Mapping[str, Repeat]) -> dict[str, Wording]:
    """Return what is compared, by the ids of the quotes: those that repeat nothing, with the articles that repeat them."""
    also: defaultdict[str, set[str]] = defaultdict(set)
    for article, quote in held:
        repeat = again.get(quote.id)
        if repeat and not repeat.copied:
            also[repeat.original].add(article.id)
    made = (
        wording_of(article, quote, frozenset(also.get(quote.id, ())))
        for article, quote in held
        if quote.id not in again
    )
    (known,) = _LATELY
    found = {each: known.get(each, each) for each in made}
    _LATELY.append(found)
    return {each.id: each for each in found.values()}


def _said_by(quote: Quote, speakers: Mapping[str, Speaker]) -> tuple[str, ...]:
    """Return what quotes of one speaker share: their ids, else the name the article gives; ("",) for nobody."""
    return tuple(sorted(each.id for each in speakers_of(quote, speakers))) or (fold(quote.entity),)


def _ties(annotated: AnnotatedEvent, quotes: Iterable[Quote]) -> _Ties:
    """Return what the reader said of two quotes, by their ids."""
    return {
        frozenset((quote.id, str(each.body["quote"]))): str(each.body["relation"])
        for quote in quotes
        for each in annotated.of(quote.id, "linking")
        if each.body.keys() >= {"quote", "relation"}
    }


def _decided(
    held: Sequence[Held], who: Mapping[str, tuple[str, ...]], occasions: Mapping[str, Occasion], ties: _Ties
) -> dict[tuple[str, str], Known]:
    """Return what the reader said of two quotes, and what that says of others that repeat both word for word.

    Copies and the same fragment in other outlets are decided with them, but not what was said on another occasion, or
    by somebody else. Two of different speakers, both of them known, are no one statement.
    """
    if not ties:
        return {}
    alike: defaultdict[object, list[Held]] = defaultdict(list)
    words = {quote.id: (who[quote.id], spoken(quote)) for _, quote in held}
    named = {quote.id: frozenset(who[quote.id] if quote.speakers else ()) for _, quote in held}
    for article, quote in held:
        alike[words[quote.id]].append((article, quote))
    learnt, said = {}, {}
    for pair, relation in ties.items():
        if len(pair) != 2 or not pair <= words.keys() or relation not in {*SAME_STATEMENT, "different"}:
            continue
        first, second = sorted(pair)
        score = float(relation in SAME_STATEMENT)
        if score and named[first] and named[second] and named[first].isdisjoint(named[second]):
            continue  # two say the same: each in a statement of their own
        said[first, second] = Known(score, BY_READER)
        if words[first] == words[second]:
            continue
        for (a, one), (b, other) in product(alike[words[first]], alike[words[second]]):
            apart = clash(occasions[one.id], occasions[first]) or clash(
                occasions[other.id], occasions[second]
            )
            if a.id != b.id and not apart and frozenset((one.id, other.id)) not in ties:
                learnt[one.id, other.id] = Known(score, LEARNT)
    return learnt | said

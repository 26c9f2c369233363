"""The statements of an event: its quotes by speaker, those that report one thing together.

Nothing is merged by itself: what is sure enough is shown as one, still marked as found by rule; what is less sure is
offered; what the reader said of two quotes comes before either.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import product

from tui.core.model import AnnotatedEvent, Article, Quote, Speaker
from tui.core.speakers import speakers_of
from tui.core.statements import BY_READER, BY_RULE, LEARNT, Statement, StatementWording
from tui.core.text import fold
from tui.reading.statements.likeness import OFFERED, SHOWN
from tui.reading.statements.matches import Match, matches
from tui.reading.statements.occasion import clash, setting_of
from tui.reading.statements.wording import Weights, Wording

SAME_STATEMENT = frozenset({"same", "translation", "paraphrase", "truncated"})
"""What the reader may say of two quotes that makes them one statement."""
_DECIDED = frozenset({BY_READER, LEARNT})
_COPY = f"{BY_RULE}: the same words in a copy"
_FULLNESS = {"direct": 2, "mixed": 1, "indirect": 0}

_Held = tuple[Article, Quote]
_Ties = Mapping[frozenset[str], str]


def statements_of(annotated: AnnotatedEvent, speakers: Mapping[str, Speaker]) -> list[Statement]:
    """Return the statements of an event in the order in which its articles give them; every quote is in one."""
    held = [(article, quote) for article in annotated.event.articles for quote in article.quotes]
    wordings = {quote.id: wording_of(article, quote) for article, quote in held}
    ties = _ties(annotated, (quote for _, quote in held))
    copied = _copied(held, {each for pair in ties for each in pair})
    weights = Weights.of(wording for wording in wordings.values() if wording.id not in copied)
    by_speaker: defaultdict[tuple[str, ...], list[_Held]] = defaultdict(list)
    for article, quote in held:
        by_speaker[_said_by(quote, speakers)].append((article, quote))
    _join_tied(by_speaker, ties)
    found: list[Statement] = []
    for who, those in by_speaker.items():
        own = [each for each in those if each[1].id not in copied]
        near = matches([wordings[quote.id] for _, quote in own], weights, OFFERED) if any(who) else []
        copies = [(*each, copied[each[1].id]) for each in those if each[1].id in copied]
        found += _assembled(annotated.event.id, own, copies, near, ties)
    order = {quote.id: at for at, (_, quote) in enumerate(held)}
    return sorted(found, key=lambda each: min(order[wording.quote.id] for wording in each.wordings))


def wording_of(article: Article, quote: Quote) -> Wording:
    """Return a quote as what is compared of it."""
    return Wording(quote.id, article.id, quote.kind, quote.words, quote.cue, article.language)


def _join_tied(by_speaker: dict[tuple[str, ...], list[_Held]], ties: _Ties) -> None:
    """Put the quotes of two speakers together where the reader said that one of each are one statement."""
    for pair, relation in ties.items():
        if relation not in SAME_STATEMENT:
            continue
        first, *others = [
            who for who, those in by_speaker.items() if any(quote.id in pair for _, quote in those)
        ] or [()]
        for other in others:
            by_speaker[first] += by_speaker.pop(other)


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


def _copied(held: Sequence[_Held], decided: Container[str]) -> dict[str, str]:
    """Return of which quote each is a copy that a copied article repeats; of one that the reader decided on, nothing.

    They go where that goes, and weigh nothing themselves: so copies never raise a count.
    """
    if not any(article.copy_of for article, _ in held):
        return {}
    leading: dict[tuple[object, ...], str] = {}
    copied = {}
    for article, quote in sorted(held, key=lambda each: (bool(each[0].copy_of), each[0].id)):
        key = article.copy_of or article.id, quote.speakers, quote.entity, quote.kind, _spoken(quote)
        first = leading.setdefault(key, quote.id)
        if article.copy_of and first != quote.id and quote.id not in decided:
            copied[quote.id] = first
    return copied


def _assembled(
    event: str,
    held: Sequence[_Held],
    copies: Sequence[tuple[Article, Quote, str]],
    near: Sequence[Match],
    ties: _Ties,
) -> list[Statement]:
    """Put each quote to the statement that has what it fits best, the fullest ones first."""
    settings = {quote.id: setting_of(article, quote) for article, quote in held}
    scores: defaultdict[str, dict[str, tuple[float, str]]] = defaultdict(dict)
    for match in near:
        known = (match.score, f"{BY_RULE}: {match.why}")
        if clash(settings[match.first], settings[match.second]):
            known = (min(match.score, SHOWN - 0.01), f"{known[1]}, but said on two occasions")
        scores[match.first][match.second] = scores[match.second][match.first] = known
    for (one, other), known in _decided(held, settings, ties).items():
        scores[one][other] = scores[other][one] = known
    found: list[list[StatementWording]] = []
    offered: list[list[StatementWording]] = []
    place: dict[str, int] = {}
    for article, quote in sorted(held, key=_fullest):
        at, score, why = _best(scores[quote.id], place)
        if score >= SHOWN and why not in _DECIDED and not _fits_all(article, scores[quote.id], found[at]):
            score, why = SHOWN - 0.01, f"{why}, but another wording of it says something else"
        wording = StatementWording(quote, article, score, why)
        if score >= SHOWN:
            found[at].append(wording)
            place[quote.id] = at
            continue
        if score >= OFFERED:
            offered[at].append(wording)
        place[quote.id] = len(found)
        found.append([StatementWording(quote, article)])
        offered.append([])
    for article, quote, original in copies:
        found[place[original]].append(StatementWording(quote, article, 1.0, _COPY))
    return [
        Statement(
            event,
            those[0].quote.speakers,
            tuple(those),
            tuple(more),
            next(filter(None, (settings.get(each.quote.id) for each in those)), ""),
        )
        for those, more in zip(found, offered, strict=True)
    ]


def _decided(
    held: Sequence[_Held], settings: Mapping[str, str], ties: _Ties
) -> dict[tuple[str, str], tuple[float, str]]:
    """Return what the reader said of two quotes, and what that says of others that repeat both word for word.

    Copies and the same fragment in other outlets are decided with them, but not what was said on another occasion.
    """
    if not ties:
        return {}
    alike: defaultdict[str, list[_Held]] = defaultdict(list)
    words = {quote.id: _spoken(quote) for _, quote in held}
    for article, quote in held:
        alike[words[quote.id]].append((article, quote))
    learnt, said = {}, {}
    for pair, relation in ties.items():
        if len(pair) != 2 or not pair <= words.keys() or relation not in {*SAME_STATEMENT, "different"}:
            continue
        first, second = sorted(pair)
        score = float(relation in SAME_STATEMENT)
        said[first, second] = score, BY_READER
        if words[first] == words[second]:
            continue
        for (a, one), (b, other) in product(alike[words[first]], alike[words[second]]):
            apart = clash(settings[one.id], settings[first]) or clash(settings[other.id], settings[second])
            if a.id != b.id and not apart and frozenset((one.id, other.id)) not in ties:
                learnt[one.id, other.id] = score, LEARNT
    return learnt | said


def _spoken(quote: Quote) -> str:
    """Return the words of a quote, without what outlets set otherwise: marks, case, accents."""
    return " ".join(re.findall(r"\w+", fold(quote.words)))


def _best(scores: Mapping[str, tuple[float, str]], place: Mapping[str, int]) -> tuple[int, float, str]:
    """Return which statement a quote fits best, how well and why.

    A statement fits as well as the wording in it that fits best; not at all where the reader said so of any, or that
    follows from what was said.
    """
    fits: dict[int, tuple[float, str]] = {}
    refused = set()
    for other, known in scores.items():
        if other not in place:
            continue
        if not known[0]:
            refused.add(place[other])
        fits[place[other]] = max(fits.get(place[other], known), known)
    open_ = ((*fits[at], at) for at in fits.keys() - refused)
    score, why, at = max(open_, default=(0.0, "", -1))
    return at, score, why


def _fits_all(
    article: Article, scores: Mapping[str, tuple[float, str]], those: Iterable[StatementWording]
) -> bool:
    """Tell whether a quote may report what every wording of a statement does: two parts of a long one do not.

    Wordings of one article are not compared, nor is what the reader put there.
    """
    compared = (each for each in those if each.article.id != article.id and each.why not in _DECIDED)
    return all(each.quote.id in scores for each in compared)


def _fullest(held: _Held) -> tuple[int, int, bool, str]:
    article, quote = held
    return -_FULLNESS[quote.kind], -len(quote.words), bool(article.copy_of), f"{article.published} {quote.id}"

"""The statements of an event: its quotes by speaker, those that report one thing together.

Nothing is merged by itself: what is sure enough is shown as one, still marked as found by rule; what is less sure, and
what tells another number, day or place, is offered; what the reader said of two quotes comes before either.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product, takewhile
from typing import NamedTuple

from tui.core.model import AnnotatedEvent, Article, Quote, Speaker
from tui.core.speakers import speakers_of
from tui.core.statements import BY_READER, BY_RULE, LEARNT, Statement, StatementWording
from tui.core.text import fold
from tui.reading.statements.candidates import apart
from tui.reading.statements.echoes import Held, Repeat, fullest, repeats, spoken, wording_of
from tui.reading.statements.facts import differing, facts
from tui.reading.statements.likeness import OFFERED, SHOWN, Pair
from tui.reading.statements.matches import Match, matches
from tui.reading.statements.occasion import clash, setting_of
from tui.reading.statements.wording import Weights, Wording

SAME_STATEMENT = frozenset({"same", "translation", "paraphrase", "truncated"})
"""What the reader may say of two quotes that makes them one statement."""
_DECIDED = frozenset({BY_READER, LEARNT})
_UNSURE = SHOWN - 0.01  # what a pair has at most that is not to be shown as one
_COPY, _REPEATED = f"{BY_RULE}: the same words in a copy", f"{BY_RULE}: the same words"

_Ties = Mapping[frozenset[str], str]


def statements_of(annotated: AnnotatedEvent, speakers: Mapping[str, Speaker]) -> list[Statement]:
    """Return the statements of an event in the order in which its articles give them; every quote is in one."""
    held = [(article, quote) for article in annotated.event.articles for quote in article.quotes]
    who = {quote.id: _said_by(quote, speakers) for _, quote in held}
    settings = {quote.id: setting_of(article, quote) for article, quote in held}
    ties = _ties(annotated, (quote for _, quote in held))
    again = repeats(held, who, settings, {each for pair in ties for each in pair})
    wordings = _wordings(held, again)
    weights = Weights.of(wordings.values())
    by_speaker: defaultdict[tuple[str, ...], list[Held]] = defaultdict(list)
    for article, quote in held:
        by_speaker[who[quote.id]].append((article, quote))
    _join_tied(by_speaker, ties)
    found: list[Statement] = []
    for speaker, those in by_speaker.items():
        own = [each for each in those if each[1].id not in again]
        near = matches([wordings[quote.id] for _, quote in own], weights, least=0.0) if any(speaker) else []
        statements = _Assembly(wordings, weights, settings)
        statements.know(near)
        statements.know_decided(_decided(own, settings, ties))
        for each in sorted(own, key=fullest):
            statements.put(*each)
        for each in those:
            if each[1].id in again:
                statements.put_repeat(*each, again[each[1].id])
        found += statements.told(annotated.event.id)
    order = {quote.id: at for at, (_, quote) in enumerate(held)}
    return sorted(found, key=lambda each: min(order[wording.quote.id] for wording in each.wordings))


def _wordings(held: Sequence[Held], again: Mapping[str, Repeat]) -> dict[str, Wording]:
    """Return what is compared, by the ids of the quotes: those that repeat nothing, with the articles that repeat them."""
    also: defaultdict[str, set[str]] = defaultdict(set)
    for article, quote in held:
        repeat = again.get(quote.id)
        if repeat and not repeat.copied:
            also[repeat.original].add(article.id)
    return {
        quote.id: wording_of(article, quote, frozenset(also.get(quote.id, ())))
        for article, quote in held
        if quote.id not in again
    }


def _join_tied(by_speaker: dict[tuple[str, ...], list[Held]], ties: _Ties) -> None:
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


class _Known(NamedTuple):
    """What is known of two wordings: how surely they are one statement, and how that is told, or by which pair."""

    score: float
    how: str = ""
    pair: Pair | None = None

    @property
    def rank(self) -> tuple[float, bool]:
        """What is more with what is surer; what the reader said is surest."""
        return self.score, self.how == BY_READER

    @property
    def why(self) -> str:
        """How it is known."""
        return f"{BY_RULE}: {self.pair.why()}{self.how}" if self.pair else self.how


class _Assembly:
    """The statements of one speaker as they come about: each quote goes to the one that has what it fits best."""

    def __init__(
        self, wordings: Mapping[str, Wording], weights: Weights, settings: Mapping[str, str]
    ) -> None:
        self._wordings, self._weights, self._settings = wordings, weights, settings
        self._known: defaultdict[str, dict[str, _Known]] = defaultdict(dict)
        self._found: list[list[StatementWording]] = []
        self._offered: list[list[StatementWording]] = []
        self._place: dict[str, int] = {}

    def know(self, near: Iterable[Match]) -> None:
        """Take what the rule says of two wordings."""
        for match in near:
            one, other = match.ids
            known = _Known(match.score, "", match.pair)
            if clash(self._settings[one], self._settings[other]):
                known = _Known(min(match.score, _UNSURE), ", but said on two occasions", match.pair)
            elif known.score >= SHOWN and _differs(match.pair.first.text, match.pair.second.text):
                known = known._replace(score=_UNSURE)
            self._known[one][other] = self._known[other][one] = known

    def know_decided(self, decided: Mapping[tuple[str, str], _Known]) -> None:
        """Take what the reader said of two, which comes before the rule."""
        for (one, other), known in decided.items():
            self._known[one][other] = self._known[other][one] = known

    def put(self, article: Article, quote: Quote) -> None:
        """Put a quote where it belongs, fuller ones having been put before."""
        at, known = _best(self._known[quote.id], self._place)
        score, why = known.score, known.why if known.score >= OFFERED else ""
        if score >= SHOWN and known.pair and not self._fits_all(quote, at):
            score, why = _UNSURE, f"{why}, but another wording of it says something else"
        wording = StatementWording(quote, article, score, why)
        if score >= SHOWN:
            self._found[at].append(wording)
            self._place[quote.id] = at
            return
        if score >= OFFERED:
            self._offered[at].append(wording)
        self._place[quote.id] = len(self._found)
        self._found.append([StatementWording(quote, article)])
        self._offered.append([])

    def put_repeat(self, article: Article, quote: Quote, repeat: Repeat) -> None:
        """Put a quote where that is whose words it repeats."""
        those = self._found[self._place[repeat.original]]
        (original,) = (each for each in those if each.quote.id == repeat.original)
        if repeat.copied or original is those[0]:
            those.append(StatementWording(quote, article, 1.0, _COPY if repeat.copied else _REPEATED))
        else:
            those.append(original._replace(quote=quote, article=article))

    def _fits_all(self, quote: Quote, at: int) -> bool:
        """Tell whether a quote may report what every wording of a statement does: two parts of a long one do not.

        Nor does what tells another number, day or place. Wordings of one article are not compared otherwise, nor is
        what the reader put there.
        """
        if any(
            _differs(each.quote.words, quote.words) for each in self._found[at] if each.why not in _DECIDED
        ):
            return False
        known, own = self._known[quote.id], self._wordings[quote.id]
        others = [self._wordings[each.quote.id] for each in self._found[at] if each.why not in _DECIDED]
        others = [each for each in others if apart(own, each)]
        if any(known[each.id].score < OFFERED for each in others if each.id in known):
            return False
        far = (each for each in others if each.id not in known)
        return all(Pair(own, each, self._weights).score(0.0) >= OFFERED for each in far)

    def told(self, event: str) -> Iterator[Statement]:
        """Yield the statements, the fullest wording of each first."""
        for (first, *others), offered in zip(self._found, self._offered, strict=True):
            those = (first, *sorted(others, key=lambda each: fullest((each.article, each.quote))))
            setting = next(filter(None, (self._settings[each.quote.id] for each in those)), "")
            told, more = (
                tuple(each._replace(differs=_from_fuller(each, those)) for each in some)
                for some in (those, offered)
            )
            yield Statement(event, first.quote.speakers, told, more, setting)


def _differs(words: str, others: str) -> tuple[str, ...]:
    """Return the numbers, days and places that two wordings tell in two ways."""
    return () if words == others else tuple(differing(facts(words), facts(others)))


def _from_fuller(wording: StatementWording, those: Sequence[StatementWording]) -> tuple[str, ...]:
    """Return what a wording tells otherwise than the first of a statement's that it differs from, those before it asked."""
    before = takewhile(lambda each: each.quote.id != wording.quote.id, those)
    told = (_differs(each.quote.words, wording.quote.words) for each in before)
    return next(filter(None, told), ())


def _decided(held: Sequence[Held], settings: Mapping[str, str], ties: _Ties) -> dict[tuple[str, str], _Known]:
    """Return what the reader said of two quotes, and what that says of others that repeat both word for word.

    Copies and the same fragment in other outlets are decided with them, but not what was said on another occasion.
    """
    if not ties:
        return {}
    alike: defaultdict[str, list[Held]] = defaultdict(list)
    words = {quote.id: spoken(quote) for _, quote in held}
    for article, quote in held:
        alike[words[quote.id]].append((article, quote))
    learnt, said = {}, {}
    for pair, relation in ties.items():
        if len(pair) != 2 or not pair <= words.keys() or relation not in {*SAME_STATEMENT, "different"}:
            continue
        first, second = sorted(pair)
        score = float(relation in SAME_STATEMENT)
        said[first, second] = _Known(score, BY_READER)
        if words[first] == words[second]:
            continue
        for (a, one), (b, other) in product(alike[words[first]], alike[words[second]]):
            apart = clash(settings[one.id], settings[first]) or clash(settings[other.id], settings[second])
            if a.id != b.id and not apart and frozenset((one.id, other.id)) not in ties:
                learnt[one.id, other.id] = _Known(score, LEARNT)
    return learnt | said


def _best(known: Mapping[str, _Known], place: Mapping[str, int]) -> tuple[int, _Known]:
    """Return which statement a quote fits best, and what is known of that.

    A statement fits as well as the wording in it that fits best; not at all where the reader said so of any, or that
    follows from what was said.
    """
    fits: dict[int, _Known] = {}
    refused = set()
    for other, each in known.items():
        if other not in place:
            continue
        at = place[other]
        if not each.score:
            refused.add(at)
        if at not in fits or fits[at].rank < each.rank:
            fits[at] = each
    open_ = sorted(fits.keys() - refused)
    at = max(open_, key=lambda at: fits[at].rank, default=-1)
    return at, fits.get(at, _Known(0.0))

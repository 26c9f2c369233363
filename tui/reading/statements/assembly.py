"""Statements as they come about: each quote goes to the one it fits best, then those are joined that the reader joined."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from tui.core.model import Article, Quote
from tui.core.statements import BY_READER, BY_RULE, LEARNT, Statement, StatementWording
from tui.reading.dates.day_distance import gap
from tui.reading.statements.candidates import apart
from tui.reading.statements.contradictions import contradiction
from tui.reading.statements.differences import with_differences
from tui.reading.statements.echoes import Repeat
from tui.reading.statements.facts import differing
from tui.reading.statements.foreign_wordings import Translation, language_of, of_names_alone
from tui.reading.statements.likeness import OFFERED, SHOWN, Pair
from tui.reading.statements.matches import Match
from tui.reading.statements.occasion import Occasion, clash
from tui.reading.statements.wording import Weights, Wording

_DECIDED = frozenset({BY_READER, LEARNT})
_UNSURE = SHOWN - 0.01  # what a pair has at most that is not to be shown as one
_DIFFERING = 0.55  # and of two numbers: one that tells the same in other words comes first
_BUT = ", but"
_NEXT_DAY = 1
_NEAR = 3  # days between which outlets print what was said once
_COPY, _REPEATED = f"{BY_RULE}: the same words in a copy", f"{BY_RULE}: the same words"


class Known(NamedTuple):
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


class Assembly:
    """The statements of an event; quotes are put there, fuller ones first, once it is known which may be one."""

    def __init__(
        self,
        wordings: Mapping[str, Wording],
        weights: Weights,
        occasions: Mapping[str, Occasion],
        days: Mapping[str, str],
        ranks: Mapping[str, int],
    ) -> None:
        """Where and when each was said, as far as it is told, are the `occasions`; `days` are when it was published.

        All by the ids of quotes, as are the `ranks`, the fullest first.
        """
        self._wordings, self._weights, self._occasions, self._days = wordings, weights, occasions, days
        self._ranks = ranks
        self._known: defaultdict[str, dict[str, Known]] = defaultdict(dict)
        self._found: list[list[StatementWording]] = []
        self._offered: list[list[StatementWording]] = []
        self._place: dict[str, int] = {}

    def know(self, near: Iterable[Match]) -> None:
        """Take what the rule says of two wordings."""
        for match in near:
            one, other = match.ids
            if of_names_alone(match.pair):  # `know_translations` says more of these
                continue
            known = Known(match.score, "", match.pair)
            if clashing := clash(self._occasions[one], self._occasions[other]):
                known = Known(min(match.score, _UNSURE), f"{_BUT} {clashing}", match.pair)
            elif known.score > _DIFFERING:
                doubt = self._doubt(match.pair) if known.score >= SHOWN else ""
                most = (
                    _DIFFERING if _differs(match.pair.first, match.pair.second) else _UNSURE if doubt else 1
                )
                known = Known(min(match.score, most), doubt, match.pair)
            self._known[one][other] = self._known[other][one] = known

    def know_translations(self, near: Iterable[Translation]) -> None:
        """Take what may be one in two languages, as far as it came out about one day."""
        for one, other, score, shared in near:
            apart_in_time = (gap(self._days[one], self._days[other]) or 0) > _NEXT_DAY
            clashing = clash(self._occasions[one], self._occasions[other])
            if apart_in_time or clashing or _differs(self._wordings[one], self._wordings[other]):
                continue
            known = self._known[one].get(other, Known(0.0))
            self._known[one][other] = self._known[other][one] = Known(
                max(score, known.score), f"{BY_RULE}: {shared}"
            )

    def _doubt(self, pair: Pair) -> str:
        """Return what speaks against two wordings that are alike, "" for nothing: a language, opposite words, many days."""
        first, second = pair.first, pair.second
        if language_of(first) != language_of(second):
            return f"{_BUT} in another language"
        if opposed := contradiction(pair):
            return f"{_BUT} {opposed}"
        if pair.is_of_one_word:
            return f"{_BUT} that is all"
        days = gap(self._days[first.id], self._days[second.id]) or 0
        if days > _NEAR and pair.run < pair.shorter:  # the very words may be quoted again
            return f"{_BUT} printed {days} days apart"
        return ""

    def part(self, decided: Mapping[tuple[str, str], Known]) -> None:
        """Take which two are different, as the reader said, which comes before the rule."""
        for (one, other), known in decided.items():
            self._known[one][other] = self._known[other][one] = known

    def put(self, article: Article, quote: Quote) -> None:
        """Put a quote where it belongs, fuller ones having been put before."""
        at, known = _best(self._known[quote.id], self._place)
        score, why = known.score, known.why if known.score >= OFFERED else ""
        if score >= SHOWN and known.pair and not self._fits_all(quote, at):
            score, why = _UNSURE, f"{why}{_BUT} another wording of it says something else"
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
        self._place[quote.id] = self._place[repeat.original]
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
        held = [self._wordings[each.quote.id] for each in self._found[at] if each.why not in _DECIDED]
        known, own = self._known[quote.id], self._wordings[quote.id]
        if any(_differs(each, own) for each in held):
            return False
        others = [each for each in held if apart(own, each)]
        near = [known[each.id] for each in others if each.id in known]
        if any(each.score < OFFERED or each.how.startswith(_BUT) for each in near):
            return False
        far = (each for each in others if each.id not in known)
        return all(Pair(own, each, self._weights).score(0.0) >= OFFERED for each in far)

    def join(self, decided: Mapping[tuple[str, str], Known]) -> None:
        """Put the statements together of which the reader said that they are one, each with all that the rule put there."""
        ways: dict[str, str] = {}
        for pair, known in decided.items():
            ways |= {each: known.how for each in pair if ways.get(each) != BY_READER}
        circles = {each: circle for circle in _connected(decided) for each in circle}
        for near in _connected((*decided, *((each, self._place[each]) for each in ways))):
            self._join(sorted(each for each in near if isinstance(each, int)), ways, circles)

    def _join(
        self, places: Sequence[int], ways: Mapping[str, str], circles: Mapping[object, frozenset[object]]
    ) -> None:
        """Join some statements; what the reader said is another than what he joined stays behind.

        `ways` say how it is known of a quote that it is one with those in its circle.
        """
        together: list[StatementWording] = []
        left: defaultdict[int, list[StatementWording]] = defaultdict(list)
        held = [each for at in places for each in self._found[at]]
        for each in sorted(held, key=lambda each: (each.quote.id not in ways, self._rank(each))):
            if any(self._refused(each.quote.id, other.quote.id) for other in together):
                left[self._place[each.quote.id]].append(each)
            else:
                together.append(each)
        lead, *others = sorted(together, key=self._rank)
        first = self._place[lead.quote.id]
        heard = {circles.get(lead.quote.id)}
        shown = [lead._replace(score=1.0, why="")]
        for each in sorted(others, key=lambda each: self._place[each.quote.id] != first):
            circle = circles.get(each.quote.id)
            if circle and circle in heard:
                shown.append(each._replace(score=1.0, why=ways[each.quote.id]))
            else:
                shown.append(self._beside(each, ways))
            heard.add(circle)
        ids = {each.quote.id for each in together}
        offered = {each.quote.id: each for at in places for each in self._offered[at]}
        for at in places:
            self._found[at], self._offered[at] = [], []
        self._found[first] = shown
        self._offered[first] = [
            each
            for id, each in offered.items()
            if id not in ids and not any(self._refused(id, other) for other in ids)
        ]
        for those in left.values():
            self._found.append([those[0]._replace(score=1.0, why=""), *those[1:]])
            self._offered.append([])

    def _refused(self, one: str, other: str) -> bool:
        """Tell whether the reader said that two quotes are different, or that follows from what he said."""
        known = self._known[one].get(other)
        return bool(known and known.how in _DECIDED and not known.score)

    def _beside(self, wording: StatementWording, tied: Container[str]) -> StatementWording:
        """Return a wording as it stands where another leads: what led is as sure as what it is joined by."""
        _, *others = self._found[self._place[wording.quote.id]]
        if wording.why not in {"", _REPEATED}:
            return wording
        by = max([each for each in others if each.quote.id in tied] or others, key=lambda each: each.score)
        return wording._replace(score=by.score, why=by.why)

    def _rank(self, wording: StatementWording) -> int:
        return self._ranks[wording.quote.id]

    def told(self, event: str) -> Iterator[Statement]:
        """Yield the statements, the fullest wording of each first."""
        for held, offered in zip(self._found, self._offered, strict=True):
            if not held:  # joined to another
                continue
            first, *others = held
            those = (first, *sorted(others, key=self._rank))
            occasions = [self._occasions[each.quote.id] for each in those]
            setting = next(filter(None, (each.setting for each in occasions)), "")
            day = next(filter(None, (each.day for each in occasions)), "")
            told, more = with_differences(those), with_differences(offered, those)
            yield Statement(event, first.quote.speakers, told, more, setting, day)


def _connected(pairs: Iterable[tuple[object, object]]) -> list[frozenset[object]]:
    """Return what pairs hold together, each set once."""
    found: dict[object, set[object]] = {}
    for one, other in pairs:
        both, more = found.setdefault(one, {one}), found.setdefault(other, {other})
        both |= more
        found |= dict.fromkeys(more, both)
    return list(dict.fromkeys(map(frozenset, found.values())))


def _differs(one: Wording, other: Wording) -> bool:
    """Tell whether two wordings tell a number, a day or a place in two ways."""
    return next(differing(one.facts, other.facts), None) is not None


def _best(known: Mapping[str, Known], place: Mapping[str, int]) -> tuple[int, Known]:
    """Return which statement a quote fits best, and what is known of that.

    A statement fits as well as the wording in it that fits best; not at all where the reader said so of any, or that
    follows from what was said.
    """
    fits: dict[int, Known] = {}
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
    return at, fits.get(at, Known(0.0))

"""How far those who tag agree: per tag the raw share, Cohen's kappa of each two, Krippendorff's alpha of all.

A unit is a quote, a code is a tag: given or not. Somebody has judged all quotes of each article on which, or on a
quote of which, they wrote anything but that it is read; of other articles nothing is known of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations

from tui.core.model import AnnotatedEvent, Tag
from tui.store.briefing import StoreError
from tui.store.queries import BriefingReader
from tui.workflows.reports import KINDS

KIND, TITLE = "agreement", "How far those who tag agree"
COUNTS = {**KINDS, KIND: TITLE}
"""All that there is to count, by what it is asked for."""
HEADINGS = ["tag", "coders", "quotes", "both", "alone", "raw", "kappa", "alpha"]


@dataclass(frozen=True, slots=True)
class JudgedQuote:
    """A quote that somebody has judged: by each who did, the names of the tags they gave it, maybe none."""

    event: str
    quote: str
    tags: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class PairAgreement:
    """Two coders on one tag: how many quotes both judged, to which both gave it, and to which one alone did."""

    coders: tuple[str, str]
    quotes: int
    both: tuple[JudgedQuote, ...]
    first: tuple[JudgedQuote, ...]
    second: tuple[JudgedQuote, ...]

    @property
    def differing(self) -> tuple[JudgedQuote, ...]:
        """The quotes on which they are not of one mind."""
        return self.first + self.second

    @property
    def raw(self) -> float:
        """The share of quotes on which they are of one mind, 0 to 1."""
        return 1 - len(self.differing) / self.quotes

    @property
    def kappa(self) -> float | None:
        """Cohen's kappa (1960), -1 to 1; None where all quotes bear the tag or none: they could not have differed."""
        ours, theirs = (len(self.both + alone) / self.quotes for alone in (self.first, self.second))
        chance = ours * theirs + (1 - ours) * (1 - theirs)
        return None if chance == 1 else (self.raw - chance) / (1 - chance)


@dataclass(frozen=True, slots=True)
class TagAgreement:
    """One tag: each two who judged quotes in common, and alpha of all (-1 to 1; None where it is not defined)."""

    tag: str
    pairs: tuple[PairAgreement, ...]
    alpha: float | None

    @property
    def rows(self) -> list[list[str]]:
        """What is shown of it, a row for each two coders, as `HEADINGS` has it."""
        return [
            [
                self.tag,
                " · ".join(each.coders),
                str(each.quotes),
                str(len(each.both)),
                f"{len(each.first)} + {len(each.second)}",
                f"{each.raw:.1%}",
                _share(each.kappa),
                _share(self.alpha),
            ]
            for each in self.pairs
        ]


def judged_quotes(briefing: BriefingReader, stop: Callable[[], bool] | None = None) -> Iterator[JudgedQuote]:
    """Yield the quotes that anybody whose name is known has judged; nothing more once `stop` answers true.

    Broken events are passed over.
    """
    tags = briefing.tags()
    for row in briefing.rows():
        if stop and stop():
            return
        try:
            yield from _judged(briefing.annotated(row["id"]), tags)
        except StoreError:
            continue


def _judged(annotated: AnnotatedEvent, tags: Mapping[str, Tag]) -> Iterator[JudgedQuote]:
    for article in annotated.event.articles:
        written = {quote.id: annotated.annotations.get(quote.id, ()) for quote in article.all_quotes}
        work = chain(annotated.annotations.get(article.id, ()), *written.values())
        coders = {each.creator for each in work if each.creator and each.motivation != "reading"}
        for quote, theirs in written.items() if coders else ():
            given = [
                (a.creator, tags[tag].name)
                for a in theirs
                if a.motivation == "tagging" and (tag := str(a.body["tag"])) in tags
            ]
            by_coder = {coder: frozenset(tag for who, tag in given if who == coder) for coder in coders}
            yield JudgedQuote(annotated.event.id, quote, by_coder)


def agreement(quotes: Iterable[JudgedQuote]) -> list[TagAgreement]:
    """Return how far coders agree on each tag that any of them gave, by name; nothing where no two judged one quote.

    Raises `ModuleNotFoundError` without the package of the extra `agreement`.
    """
    shared = [each for each in quotes if len(each.tags) > 1]
    coders = sorted({coder for each in shared for coder in each.tags})
    names = {tag for each in shared for tags in each.tags.values() for tag in tags}
    return [
        TagAgreement(name, tuple(_pairs(name, coders, shared)), _alpha(name, coders, shared))
        for name in sorted(names, key=str.casefold)
    ]


def _pairs(tag: str, coders: Sequence[str], quotes: Sequence[JudgedQuote]) -> Iterator[PairAgreement]:
    for one, other in combinations(coders, 2):
        common = [each for each in quotes if one in each.tags and other in each.tags]
        by_vote: dict[tuple[bool, bool], list[JudgedQuote]] = {}
        for each in common:
            by_vote.setdefault((tag in each.tags[one], tag in each.tags[other]), []).append(each)
        if common:
            yield PairAgreement(
                coders=(one, other),
                quotes=len(common),
                both=tuple(by_vote.get((True, True), ())),
                first=tuple(by_vote.get((True, False), ())),
                second=tuple(by_vote.get((False, True), ())),
            )


def _alpha(tag: str, coders: Sequence[str], quotes: Sequence[JudgedQuote]) -> float | None:
    import krippendorff

    nan = float("nan")
    votes = [
        [float(tag in each.tags[coder]) if coder in each.tags else nan for each in quotes] for coder in coders
    ]
    if len({tag in given for each in quotes for given in each.tags.values()}) < 2:
        return None
    return float(krippendorff.alpha(reliability_data=votes, level_of_measurement="nominal"))


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"

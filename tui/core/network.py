"""Who tells whom: ties between those who say, those words come through, and the outlets that print them. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal, NamedTuple

from tui.core.query.completion import written
from tui.core.text import one_line, pluralize

Role = Literal["speaker", "through", "outlet"]
KINDS = ("through others", "through nobody", "same text")


class TieEnd(NamedTuple):
    """Somebody, as one end of a tie: the same name may be a speaker here and an outlet there."""

    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class Tie:
    """`number` quotes that `source` handed to `target`; between two outlets, articles with the same text."""

    source: TieEnd
    target: TieEnd
    number: int

    @property
    def kind(self) -> str:
        """One of `KINDS`: words that came through somebody, words an outlet has from the speaker, a text printed again."""
        roles = self.source.role, self.target.role
        return {("speaker", "outlet"): KINDS[1], ("outlet", "outlet"): KINDS[2]}.get(roles, KINDS[0])

    @property
    def counted(self) -> str:
        """What is counted."""
        return "article" if self.kind == KINDS[2] else "quote"

    @property
    def told(self) -> str:
        """Its ends and what its number counts, in words: "Lund → Post: 8 quotes, said by the one, printed by the other"."""
        number = pluralize(self.number, self.counted)
        of = "said" if self.source.role == "speaker" else "passed on"
        how = "printed" if self.target.role == "outlet" else "passed on"
        told = f"{of} by the one, {how} by the other"
        if self.kind == KINDS[2]:
            told = "printed by the one, and again by the other"
        return f"{self.source.name} → {self.target.name}: {number}, {told}"

    @property
    def query(self) -> str:
        """The query that finds what the tie is made of."""
        source, target = self.source.name, self.target.name
        if self.kind == KINDS[2]:
            return f"{written('outlet', target)} {written('copy', source)}"
        return written("via", f"{source} → {target}")


@dataclass(slots=True)
class Network:
    """The ties, the strongest first; `left_out` says how many weaker ones there are beside them.

    `of_nobody` are the quotes that came through something that names nobody, `of_no_outlet` those of articles whose
    outlet is not known.
    """

    ties: list[Tie] = field(default_factory=list)
    left_out: int = 0
    of_nobody: int = 0
    of_no_outlet: int = 0

    @property
    def without(self) -> str:
        """What is not among the ties, in words, "" where all is: "12 weaker not listed, 3 quotes of no named outlet"."""
        weaker = f"{self.left_out:,} weaker not listed" if self.left_out else ""
        counted = (self.of_nobody, "through nobody named"), (self.of_no_outlet, "of no named outlet")
        quotes = [f"{pluralize(number, 'quote')} {what}" for number, what in counted if number]
        return ", ".join(filter(None, (weaker, *quotes)))

    def of_kind(self, kind: str) -> list[Tie]:
        """Return the ties of a kind, all for ""."""
        return [tie for tie in self.ties if not kind or tie.kind == kind]

    def about(self, name: str) -> tuple[list[Tie], list[Tie]]:
        """Return from whom somebody has it, and whom they hand it to."""
        wanted = _plain(name)
        return (
            [tie for tie in self.ties if _plain(tie.target.name) == wanted],
            [tie for tie in self.ties if _plain(tie.source.name) == wanted],
        )

    def query_of(self, name: str) -> str:
        """Return the query that finds what somebody said, handed on or printed."""
        before, after = self.about(name)
        roles = {tie.target.role for tie in before} | {tie.source.role for tie in after}
        fields = {"speaker": "speaker", "through": "via", "outlet": "outlet"}
        terms = [written(word, name) for role, word in fields.items() if role in roles]
        return terms[0] if len(terms) == 1 else f"({' OR '.join(terms)})"


def network(
    paths: Iterable[tuple[Sequence[str], Sequence[str], str, int]],
    copies: Iterable[tuple[str, str, int]],
    is_nobody: Callable[[str], bool],
    most: int | None = None,
) -> Network:
    """Return the ties of quotes and copies; of those from a speaker straight to an outlet the `most` frequent, None for all.

    A path is who said it, whom it came through, nearest the speaker first, the outlet, and how many quotes; a copy
    is the outlet of the text, the one that prints it again, and how many articles. "" is nobody known. What came
    through somebody who `is_nobody` makes no tie.
    """
    made: dict[tuple[bool, str, str], Tie] = {}

    def add(source: TieEnd, target: TieEnd, number: int) -> None:
        if not (source.name and target.name and _plain(source.name) != _plain(target.name)):
            return
        tie = Tie(source, target, number)
        key = tie.kind == KINDS[2], _plain(source.name), _plain(target.name)
        if before := made.get(key):  # of one name, whatever it is here and there
            kept = before if before.kind == KINDS[0] else tie
            tie = Tie(kept.source, kept.target, before.number + number)
        made[key] = tie

    direct: Counter[tuple[str, str]] = Counter()
    of_nobody = of_no_outlet = 0
    for speakers, chain, outlet, number in paths:
        of_no_outlet += number if speakers and not outlet else 0
        if any(map(is_nobody, chain)):
            of_nobody += number
        elif not chain:
            for each in speakers:
                direct[each, outlet] += number
        else:
            later = [*(TieEnd(each, "through") for each in chain), TieEnd(one_line(outlet), "outlet")]
            begins = ((TieEnd(each, "speaker"), later[0]) for each in speakers)
            for source, target in [*begins, *pairwise(later)]:
                add(source, target, number)
    handed = {key[1:] for key in made}
    kept = direct if most is None else dict(direct.most_common(most))
    for (speaker, outlet), number in direct.items():
        if (speaker, outlet) in kept or (_plain(speaker), _plain(outlet)) in handed:
            add(TieEnd(speaker, "speaker"), TieEnd(one_line(outlet), "outlet"), number)
    for first, again, number in copies:
        add(TieEnd(one_line(first), "outlet"), TieEnd(one_line(again), "outlet"), number)
    ties = sorted(_named(made.values()), key=lambda tie: (-tie.number, tie.source, tie.target))
    return Network(ties, max(0, len(direct) - len(kept)), of_nobody, of_no_outlet)


def _plain(name: str) -> str:
    """Return a name by which ends are told apart: "The Northern Herald" is "Northern Herald"."""
    return name.casefold().removeprefix("the ")


def _named(ties: Collection[Tie]) -> Iterator[Tie]:
    """Yield ties with one name for each end: of two the shorter, by which a query finds both."""
    names: dict[str, str] = {}
    for end in (end for tie in ties for end in (tie.source, tie.target)):
        names[_plain(end.name)] = min(names.get(_plain(end.name), end.name), end.name, key=len)
    for tie in ties:
        source, target = (each._replace(name=names[_plain(each.name)]) for each in (tie.source, tie.target))
        yield Tie(source, target, tie.number)

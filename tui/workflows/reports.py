"""Quotes counted two ways at once: tags by speaker, by outlet, by month; speakers by month; tags together.

Pure: what is counted is handed in, a row a quote, and every cell keeps the quotes it counts. Statements are counted
alike: a quote names the one it is a wording of, and a cell counts each once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tui.core.assessment import STATUSES
from tui.core.model import ASSERTED, NO_OUTLET, POLARITIES, AnnotatedEvent, Quote, Speaker, reported
from tui.core.speakers import attributed_names
from tui.core.statements import PREFIX
from tui.core.text import one_line
from tui.reading.quotes.names.speakers import is_nobody
from tui.store.briefing import Briefing, StoreError

KINDS = {
    "tags-speakers": "Tags by speaker",
    "tags-outlets": "Tags by outlet",
    "tags-months": "Tags by month",
    "tags-tags": "Tags that stand together",
    "speakers-months": "Quotes of each speaker by month",
    "outlets-months": "Quotes in each outlet by month",
    "speakers-outlets": "Quotes of each speaker by outlet",
    "speakers-through": "Through whom the words of each speaker came",
    "speakers-polarities": "What each speaker asserts, denies, refuses, asks",
    "through-outlets": "Through whom the words in each outlet came",
    "status-speakers": "Status of quotes by speaker",
    "status-outlets": "Status of quotes by outlet",
    "ratings-outlets": "Reliability and credibility by outlet",
}
NOBODY, NOWHERE, UNDATED, NO_ONE = "nobody named", NO_OUTLET, "undated", "nobody between"


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedQuote:
    """A quote as a report sees it. `month` is ``2025-07``, or "" for an undated event.

    `through` are those the words came through. `ratings` are such as "source B" and "words 2". `statement` is the
    id of what it is a wording of where statements are counted, "" where quotes are.
    """

    event: str
    article: str
    quote: str
    speakers: tuple[str, ...] = ()
    through: tuple[str, ...] = ()
    outlet: str = ""
    month: str = ""
    polarity: str = ASSERTED
    tags: tuple[str, ...] = ()
    status: str = STATUSES[0]
    ratings: tuple[str, ...] = ()
    statement: str = ""

    @property
    def counts_as(self) -> str:
        """The id of what is counted."""
        return self.statement or self.quote


@dataclass(slots=True)
class Report:
    """A table of quotes, or of `statements`. `rows` and `columns` are names in the order shown."""

    kind: str
    statements: bool = False
    rows: list[str] = field(default_factory=list)
    columns: list[str] = field(default_factory=list)
    cells: dict[tuple[str, str], list[CountedQuote]] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """What the report is called."""
        title = KINDS[self.kind]
        if not self.statements:
            return title
        said = title.replace("Quotes", "Statements").replace("quotes", "statements")
        return said if said != title else f"{title}, statements"

    def count(self, row: str, column: str) -> int:
        """Return the number in a cell."""
        return len({each.counts_as for each in self.cells.get((row, column), ())})

    def total(self, row: str | None = None, *, column: str | None = None) -> int:
        """Return how many quotes or statements a row has, a column, or all of it, each counted once."""
        return len(
            {
                each.counts_as
                for (down, across), quotes in self.cells.items()
                if row in (None, down) and column in (None, across)
                for each in quotes
            }
        )

    def table(self, *, totals: bool = False) -> list[list[str]]:
        """Return the report as lines of cells, a heading first and the total last in each; `totals` adds a line of them."""
        lines = [["", *self.columns, "all"]]
        for row in self.rows:
            counts = [self.count(row, column) for column in self.columns]
            lines.append([row, *(str(count) if count else "" for count in counts), str(self.total(row))])
        if totals:
            sums = [self.total(column=column) for column in self.columns]
            lines.append(["all", *map(str, sums), str(self.total())])
        return lines


def report(kind: str, quotes: Iterable[CountedQuote]) -> Report:
    """Return a report of `quotes`, of their statements where they name them. Raises `ValueError` for an unknown `kind`."""
    if kind not in KINDS:
        raise ValueError(f"there are no counts called {kind!r}: {', '.join(KINDS)}")
    down, _, across = kind.partition("-")
    made = Report(kind)
    totals: tuple[Counter[str], Counter[str]] = Counter(), Counter()
    for each in quotes:
        for row in _NAMES[down](each):
            for column in _NAMES[across](each):
                if kind == "tags-tags" and row == column:
                    continue
                made.cells.setdefault((row, column), []).append(each)
        made.statements = made.statements or bool(each.statement)
    for row, column in made.cells:
        totals[0][row] += made.count(row, column)
        totals[1][column] += made.count(row, column)
    made.rows, made.columns = _ordered(totals[0], down), _ordered(totals[1], across)
    return made


_NAMES: dict[str, Callable[[CountedQuote], Sequence[str]]] = {
    "tags": lambda each: each.tags,
    "status": lambda each: (each.status,),
    "ratings": lambda each: each.ratings,
    "speakers": lambda each: each.speakers or (NOBODY,),
    "through": lambda each: each.through or (NO_ONE,),
    "polarities": lambda each: (each.polarity,),
    "outlets": lambda each: (each.outlet or NOWHERE,),
    "months": lambda each: (each.month or UNDATED,),
}
"""What a quote is counted under, by each side that a report may have."""


def _ordered(totals: Counter[str], by: str) -> list[str]:
    """Return months as they run, status, ratings and polarities by rank, all else by weight."""
    if by == "status":
        return [state for state in STATUSES if state in totals]
    if by == "polarities":
        return [each for each in (ASSERTED, *POLARITIES) if each in totals]
    if by == "ratings":
        return sorted(totals, key=lambda rating: (rating.startswith("words"), rating))
    if by == "months":
        return sorted(totals, key=lambda month: (month == UNDATED, month))
    return sorted(totals, key=lambda name: (-totals[name], name.casefold()))


def counted(
    briefing: Briefing, kind: str = "", stop: Callable[[], bool] | None = None, *, statements: bool = False
) -> Iterator[CountedQuote]:
    """Yield the quotes that a report of this kind counts, "" for every quote of a briefing.

    With `statements` each names what it is a wording of, and has the month in which that was first reported.
    Broken events are passed over; nothing more comes once `stop` answers true.

    A quote in an article that copies another is the same words again: it counts only where the reader
    has tagged it or given it a status.
    """
    speakers, tags = briefing.speakers(), briefing.tags()
    marks = briefing.counts() if kind.startswith("tags-") and not briefing.index_is_behind() else {}
    for row in briefing.rows():
        if stop and stop():
            return
        if row["id"] in marks and not marks[row["id"]].tagged:
            continue  # the index knows: of 20,000 events, not one has to be read for nothing
        try:
            annotated = briefing.annotated(row["id"])
        except StoreError:
            continue
        of = _statements(annotated, speakers, row["date"]) if statements else {}
        for article in annotated.event.articles:
            month = _month(reported(article, row["date"]))
            for quote in article.all_quotes:
                known = annotated.assessment(quote.id, article.id)
                names = tuple(annotated.tag_names(quote.id, tags))
                if article.copy_of and not names and "status" not in known:
                    continue
                ratings = {"source": known.get("reliability"), "words": known.get("credibility")}
                statement, when = of.get(quote.id, (f"{PREFIX}{quote.id}" if statements else "", month))
                yield CountedQuote(
                    event=row["id"],
                    article=article.id,
                    quote=quote.id,
                    speakers=_named(quote, speakers),
                    through=tuple(dict.fromkeys(map(one_line, quote.chain))),
                    outlet=article.outlet,
                    month=when,
                    polarity=quote.polarity or ASSERTED,
                    tags=names,
                    status=known.get("status", STATUSES[0]),
                    ratings=tuple(f"{what} {rating}" for what, rating in ratings.items() if rating),
                    statement=statement,
                )


def _named(quote: Quote, speakers: Mapping[str, Speaker]) -> tuple[str, ...]:
    """Return whom a quote is attributed to; () for what names nobody, as "it" and "the report"."""
    names = attributed_names(quote, speakers)
    return names if quote.speakers else tuple(each for each in names if not is_nobody(each))


def _statements(
    annotated: AnnotatedEvent, speakers: Mapping[str, Speaker], date: str
) -> dict[str, tuple[str, str]]:
    """Return the statement of each quote of an event, and the month in which it was first reported."""
    from tui.reading.statements.event_statements import statements_of

    found: dict[str, tuple[str, str]] = {}
    for statement in statements_of(annotated, speakers):
        known = [_month(reported(each.article, date)) for each in statement.wordings]
        first = min(filter(None, known), default="")
        found |= {each.quote.id: (statement.id, first) for each in statement.wordings}
    return found


def _month(day: str) -> str:
    return day[:7] if day[:4].isdigit() else ""

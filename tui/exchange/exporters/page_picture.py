"""The picture at the head of the page: quotes over time as columns, each of which leads to its first event (SVG)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape
from urllib.parse import quote

from tui.core.day_counts import Days
from tui.core.edtf import days
from tui.core.model import AnnotatedEvent, reported
from tui.core.text import pluralize
from tui.core.time_axis import TimeAxis, known_days

_COLUMNS = 60
_WIDTH, _HEIGHT, _BELOW = 720, 120, 18  # of the drawing, and of the ticks below it


class DayTally:
    """What goes by of a dossier, counted by day: quotes, but for those that a copy says again."""

    def __init__(self) -> None:
        self.quotes: Days = Counter()
        self.events: list[tuple[str, str, str]] = []  # first and last day, id
        self.articles = self.undated = 0
        self.statements = 0  # none where they are not counted
        self._passed: list[str] = []
        self._pages: dict[str, str] = {}

    def passed(self, events: Iterator[AnnotatedEvent]) -> Iterator[AnnotatedEvent]:
        """Yield events, and count what is in them."""
        for annotated in events:
            event = annotated.event
            self._passed.append(event.id)
            if known := days(event.date):
                self.events.append((*known, event.id))
            self.articles += len(event.articles)
            for article in event.articles:
                said = 0 if article.copy_of else len(article.all_quotes)
                if when := days(reported(article, event.date)):
                    self.quotes[when] += said
                else:
                    self.undated += said
            yield annotated

    @property
    def told(self) -> str:
        """How much there is, in words; statements where some are in several quotes."""
        quotes = self.quotes.total() + self.undated
        said = f"{pluralize(self.articles, 'article')}, {pluralize(quotes, 'quote')}"
        several = 0 < self.statements < quotes
        return f"{said} in {pluralize(self.statements, 'statement')}" if several else said

    def of_pages(self, names: Sequence[str]) -> DayTally:
        """Have each event, in the order in which they passed, lie in the file of a name; return this."""
        self._pages = dict(zip(self._passed, map(quote, names), strict=True))
        return self

    def svg(self) -> str:
        """Return the drawing with what it says in words, "" where nothing has a date."""
        dated = known_days(self.quotes)
        if not dated or not any(self.quotes.values()):
            return ""
        axis = TimeAxis.over(dated, _COLUMNS)
        counts, vague = axis.columns(self.quotes)
        highest = max(counts)
        if not highest:
            return ""
        step = _WIDTH / axis.count
        leads: dict[int, str] = {}  # of each column, the first event in it
        for first, last, event in self.events:
            if (column := axis.within(first, last)) is not None:
                leads.setdefault(column, f"{self._pages.get(event, '')}#e-{event}")
        bars = "".join(
            _bar(
                f"{axis.label(column)}: {pluralize(count, 'quote')}",
                leads.get(column, ""),
                column * step,
                step,
                count / highest,
            )
            for column, count in enumerate(counts)
            if count
        )
        ticks = "".join(self._ticks(axis, step))
        label = f"Quotes by {axis.unit}, {axis.label(0)} to {axis.label(axis.count - 1)}"
        said = f"{label}; the highest is {pluralize(highest, 'quote')}"
        if vague:
            said += f"; {pluralize(vague, 'quote')} with a date too vague for a {axis.unit}"
        if self.undated:
            said += f"; {pluralize(self.undated, 'quote')} without a date"
        return (
            f'<figure class="picture" role="group" aria-label="{escape(label)}">'
            f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT + _BELOW}">\n{bars}'
            f'<line x1="0" y1="{_HEIGHT}" x2="{_WIDTH}" y2="{_HEIGHT}"/>\n{ticks}</svg>\n'
            f"<figcaption>{escape(said)}</figcaption></figure>\n"
        )

    def _ticks(self, axis: TimeAxis, step: float) -> Iterator[str]:
        """Yield the names below the columns, those that have room."""
        wide = max(1, int(step / 6.5))  # so many letters a column
        at = 0
        line = axis.ticks(0, axis.count, wide)
        for text in line.split():
            at = line.index(text, at)
            yield f'<text x="{at / wide * step:.1f}" y="{_HEIGHT + 13}">{escape(text)}</text>\n'
            at += len(text)


def _bar(about: str, link: str, left: float, step: float, high: float) -> str:
    """Return a column that leads somewhere ("" for nowhere); `high` is 1 for the highest."""
    height, wide, said = max(1.5, high * (_HEIGHT - 6)), max(1.0, step * 0.8), escape(about)
    bar = (
        f'<rect x="{left:.1f}" y="{_HEIGHT - height:.1f}" width="{wide:.1f}" height="{height:.1f}">'
        f"<title>{said}</title></rect>"
    )
    return f'<a href="{escape(link)}" aria-label="{said}">{bar}</a>\n' if link else f"{bar}\n"

"""Who tells whom in what is exported, counted while it goes by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from tui.core.model import AnnotatedEvent
from tui.core.network import Network, network
from tui.core.text import one_line
from tui.exchange.exporters.dossier import Dossier
from tui.reading.quotes.names.speakers import hands_nothing_on


@dataclass(slots=True)
class TieTally:
    """The ways of quotes and the copies that have passed."""

    paths: Counter[tuple[tuple[str, ...], tuple[str, ...], str]] = field(default_factory=Counter)
    copies: Counter[tuple[str, str]] = field(default_factory=Counter)

    def passed(self, dossier: Dossier, events: Iterator[AnnotatedEvent]) -> Iterator[AnnotatedEvent]:
        """Yield events, and count what is in them."""
        for annotated in events:
            event = annotated.event
            for article in event.articles:
                if article.copy_of:
                    text = event.article(article.copy_of)
                    self.copies[text.outlet if text else "", article.outlet] += 1
                    continue
                for quote in article.all_quotes:
                    speakers = tuple(one_line(each.name) for each in dossier.said_by(quote))
                    chain = tuple(filter(None, map(one_line, quote.chain)))
                    self.paths[speakers, chain, article.outlet] += 1
            yield annotated

    def network(self) -> Network:
        """Return the ties of all that has passed."""
        return network(
            ((*path, number) for path, number in self.paths.items()),
            ((*pair, number) for pair, number in self.copies.items()),
            hands_nothing_on,
        )

"""A query asked of the articles of a briefing, and of their quotes. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from tui.core.model import AnnotatedEvent, Article, Quote, Speaker, Tag
from tui.core.query.nodes import Node
from tui.core.query.subject import FoldedNames, Subject


class Matcher:
    """Asks one query about the articles of a briefing, of which those are `new` that came in last."""

    def __init__(
        self,
        node: Node,
        speakers: Mapping[str, Speaker],
        tags: Mapping[str, Tag],
        new: Collection[str] = (),
    ) -> None:
        self.node = node
        self._names = FoldedNames(speakers, tags, new)

    def article(self, annotated: AnnotatedEvent, article: Article) -> bool:
        """Tell whether the query holds for an article of an event."""
        return self.node.holds(Subject(self._names, annotated, article))

    def quotes(self, annotated: AnnotatedEvent, article: Article) -> list[Quote]:
        """Return the quotes of an article for which the query holds, those that are gone from it too."""
        subject = Subject(self._names, annotated, article)
        return [each.quote for each in subject.quotes if self.node.holds(each)]

    def both(self, annotated: AnnotatedEvent, article: Article) -> tuple[bool, list[Quote]]:
        """Return what `article` and `quotes` return, for less."""
        subject = Subject(self._names, annotated, article)
        found = [each.quote for each in subject.quotes if self.node.holds(each)]
        return self.node.holds(subject), found

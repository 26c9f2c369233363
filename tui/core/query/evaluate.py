"""A query asked of the articles of a briefing, and of their quotes. Pure."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping

from tui.core.model import AnnotatedEvent, Article, Quote, Speaker, Tag
from tui.core.query.nodes import Node
from tui.core.query.subject import FoldedNames, Subject
from tui.core.statements import Statement


class Matcher:
    """Asks one query about the articles of a briefing.

    Its `statements` are derived where it asks for them only; `new` are the articles that came in last.
    """

    def __init__(
        self,
        node: Node,
        speakers: Mapping[str, Speaker],
        tags: Mapping[str, Tag],
        statements: Callable[[AnnotatedEvent], Iterable[Statement]],
        new: Collection[str] = (),
    ) -> None:
        self.node = node
        self._names = FoldedNames(speakers, tags, new)
        self._derive = statements
        self._derived: tuple[AnnotatedEvent, dict[str, Statement]] | None = None  # those of one event

    def article(self, annotated: AnnotatedEvent, article: Article) -> bool:
        """Tell whether the query holds for an article of an event."""
        return self.node.holds(self._subject(annotated, article))

    def quotes(self, annotated: AnnotatedEvent, article: Article) -> list[Quote]:
        """Return the quotes of an article for which the query holds, those that are gone from it too."""
        subject = self._subject(annotated, article)
        return [each.quote for each in subject.quotes if self.node.holds(each)]

    def both(self, annotated: AnnotatedEvent, article: Article) -> tuple[bool, list[Quote]]:
        """Return what `article` and `quotes` return, for less."""
        subject = self._subject(annotated, article)
        found = [each.quote for each in subject.quotes if self.node.holds(each)]
        return self.node.holds(subject), found

    def _subject(self, annotated: AnnotatedEvent, article: Article) -> Subject:
        return Subject(self._names, annotated, article, self._statements)

    def _statements(self, annotated: AnnotatedEvent) -> dict[str, Statement]:
        if self._derived is None or self._derived[0] is not annotated:
            found = {each.quote.id: one for one in self._derive(annotated) for each in one.wordings}
            self._derived = annotated, found
        return self._derived[1]

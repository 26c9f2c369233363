"""What a query is asked of: an article as a whole, or one of its quotes; folded when it is asked for. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cached_property

from tui.core.edtf import days
from tui.core.model import SET_BY_READER, AnnotatedEvent, Annotation, Article, Event, Quote, Speaker, Tag
from tui.core.speakers import final_speaker, parted
from tui.core.statements import Statement
from tui.core.text import fold_case

UNCHECKED = "unchecked"  # the status of a quote nobody has looked at yet


Statements = Callable[[AnnotatedEvent], Mapping[str, Statement]]
"""Tells of an event what each of its quotes, by its id, is a wording of."""


def called_by(quote: Quote) -> list[str]:
    """Return what the article calls who said a quote; nothing once the reader said who it was."""
    return [] if "speaker" in quote.edited else [*parted(quote.entity), *filter(None, (quote.speaker_text,))]


def day_set(event: Event) -> tuple[str, str]:
    """Return the first and last day that the date may stand for which the reader gave an event; "" for none."""
    return days(event.date) or ("", "") if event.basis.get("date") == SET_BY_READER else ("", "")


class FoldedNames:
    """What the speakers and tags of a briefing are called, folded, by their ids.

    `new` are the articles (ids) that came in since the reader looked last.
    """

    def __init__(
        self, speakers: Mapping[str, Speaker], tags: Mapping[str, Tag], new: Collection[str] = ()
    ) -> None:
        self._speakers = speakers
        self.new = frozenset(new)
        self.tags = {each.id: fold_case(each.name) for each in tags.values()}

    @cached_property
    def speakers(self) -> dict[str, list[str]]:
        """All names each goes by: whoever they were merged into goes by theirs too."""
        names: dict[str, list[str]] = {}
        final = {each: final_speaker(each, self._speakers) for each in self._speakers}
        for each, speaker in self._speakers.items():
            into = final[each]
            names.setdefault(into.id if into else each, []).extend(map(fold_case, speaker.names))
        return {each: names[into.id if into else each] for each, into in final.items()}

    def of(self, speakers: Iterable[str], called: Iterable[str] = ()) -> list[str]:
        """Return all that speakers (ids) are called, also by an article, where that says more than their name.

        What stands beside a full name is an office or a house (“Kremlin spokesman Dmitry Peskov”) and no name of theirs.
        """
        names = [name for each in speakers for name in self.speakers.get(each, ())]
        last = {words[-1] for words in map(_words, names) if len(words) > 1}
        return [*names, *(each for each in called if last.isdisjoint(_words(each)))]


def _words(folded: str) -> list[str]:
    return re.findall(r"\w+", folded)


class Subject:
    """An article, as a query asks about it; `QuoteSubject` is one of its quotes."""

    def __init__(
        self, names: FoldedNames, annotated: AnnotatedEvent, article: Article, statements: Statements
    ) -> None:
        self.names = names
        self.annotated = annotated
        self.article = article
        self.statements = statements

    @cached_property
    def quotes(self) -> list[QuoteSubject]:
        """The article's quotes, those that are gone from it too."""
        return [QuoteSubject(self, quote) for quote in self.article.all_quotes]

    def any_quote(self, holds: Callable[[QuoteSubject], bool]) -> bool:
        """Tell whether something holds for any quote of the article; of a quote, whether it does for this one."""
        return any(map(holds, self.quotes))

    @property
    def days(self) -> list[tuple[str, str]]:
        """The first and last day it may be of: by its own date or else its event's, and by that the reader gave the event.

        "" for none.
        """
        event = self.annotated.event
        return [days(self.article.published) or days(event.date) or ("", ""), day_set(event)]

    @cached_property
    def annotations(self) -> list[Annotation]:
        """What the reader wrote on it and its event, of an article also on its quotes."""
        return self.annotations_on(self.article.all_quotes)

    def annotations_on(self, quotes: Iterable[Quote]) -> list[Annotation]:
        """Return what the reader wrote on the event, the article and some of its quotes."""
        ids = (self.annotated.event.id, self.article.id, *(quote.id for quote in quotes))
        return [each for target in ids for each in self.annotated.annotations.get(target, ())]

    @property
    def tags(self) -> list[str]:
        """The names of the tags on it, folded; "" for one that is not in the codebook."""
        tagging = (each for each in self.annotations if each.motivation == "tagging")
        return [self.names.tags.get(str(each.body["tag"]), "") for each in tagging]

    @property
    def authors(self) -> list[str]:
        """Who wrote on it, folded; nobody where that is not known."""
        return [fold_case(each.creator) for each in self.annotations if each.creator]

    @property
    def notes(self) -> list[str]:
        """The notes on it, folded."""
        return folded_notes(self.annotations)

    @cached_property
    def texts(self) -> list[str]:
        """Where words are looked for, folded: headline, text, the event's name, what is gone, and notes."""
        article = self.article
        own = (article.headline, article.text, self.annotated.event.name)
        return [*map(fold_case, (*own, *(quote.words for quote in article.gone))), *self.notes]

    @property
    def orphans(self) -> list[Annotation]:
        """What the reader wrote on words of it that are gone."""
        return [each for each in self.annotated.orphans if each.target.article == self.article.id]


class QuoteSubject(Subject):
    """One quote of an article; `own` is what the reader wrote on just this."""

    def __init__(self, of: Subject, quote: Quote) -> None:
        super().__init__(of.names, of.annotated, of.article, of.statements)
        self.quote = quote
        self.own = of.annotated.annotations.get(quote.id, ())

    def any_quote(self, holds: Callable[[QuoteSubject], bool]) -> bool:
        return holds(self)

    @cached_property
    def annotations(self) -> list[Annotation]:
        return self.annotations_on((self.quote,))

    @property
    def speakers(self) -> list[str]:
        """All that who said it is called, folded, also by the article."""
        return self.names.of(self.quote.speakers, map(fold_case, called_by(self.quote)))

    @property
    def statement(self) -> Statement | None:
        """What it is a wording of, None for a quote whose words are gone."""
        return self.statements(self.annotated).get(self.quote.id)

    @property
    def assessment(self) -> dict[str, str]:
        """What the reader said last of how far it can be trusted; see `AnnotatedEvent.assessment`."""
        return self.annotated.assessment(self.quote.id, self.article.id)

    @cached_property
    def texts(self) -> list[str]:
        """Where words are looked for, folded: its own, its notes, and who said it."""
        return [fold_case(self.quote.words), *folded_notes(self.own), *self.speakers]

    @property
    def orphans(self) -> list[Annotation]:
        return [each for each in super().orphans if each.target.id == self.quote.id]


def folded_notes(annotations: Iterable[Annotation]) -> list[str]:
    """Return the words of the notes among annotations."""
    return [fold_case(str(each.body["value"])) for each in annotations if each.motivation == "commenting"]

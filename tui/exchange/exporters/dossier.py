"""What is exported: a briefing or part of it, one event at a time, so that memory does not grow with it."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from tui.core.edtf import LATEST, days
from tui.core.model import AnnotatedEvent, Annotation, AnnotationTarget, Article, Event, Quote, Speaker, Tag
from tui.core.speakers import SEVERAL, attributed_name, attributed_names, names_of, speakers_of
from tui.core.statements import BY_READER, Statement, StatementWording
from tui.core.text import one_line

if TYPE_CHECKING:
    from tui.core.accounts import Board, Standing
    from tui.reading.statements.sides import Told
    from tui.store.briefing import Briefing

Choose = Callable[[AnnotatedEvent], AnnotatedEvent | None]
"""Takes an event and returns what of it is wanted, None for nothing."""

NAMESPACE = uuid.UUID("0f1c3f0e-7a5b-5f7e-9a52-6a1b5f4c2d10")
_HEX = re.compile(r"[0-9a-f]{32}")


class LinkedQuote(NamedTuple):
    """Another quote: what the one is to it ("denied by"), its words, and the ids of its article and of itself."""

    relation: str
    words: str
    article: str
    quote: str


@dataclass(frozen=True, kw_only=True)
class Dossier:
    """What is to be exported.

    `events` yields it anew at each call, oldest first, undated last, the reader's corrections in it;
    `title` is the briefing's. What was deleted or discarded is not there. `gone` gathers, while it is
    read, the ids of the quotes in it whose words their articles no longer have, `bare` those
    of articles whose references lack an "outlet" or a "day", by these. `every` asks formats that carry marks
    alone for quotes too that nothing was written on. `derived` keeps the statements of the event that is written.
    """

    title: str
    tags: Mapping[str, Tag]
    speakers: Mapping[str, Speaker]
    events: Callable[[], Iterator[AnnotatedEvent]]
    whole: bool = True
    every: bool = False
    made: str = ""
    briefing: Briefing | None = field(default=None, repr=False)
    gone: set[str] = field(default_factory=set, repr=False)
    bare: dict[str, set[str]] = field(default_factory=dict, repr=False)
    derived: list[tuple[AnnotatedEvent, list[Statement]]] = field(default_factory=list, repr=False)
    redacted: bool = False  # without the notes

    @classmethod
    def of(
        cls, briefing: Briefing, choose: Choose | None = None, made: str = "", *, every: bool = False
    ) -> Dossier:
        """Return the dossier of a briefing, with `choose` of a part of it; `made` is when (ISO 8601).

        Raises `StoreError` while it is read when an event is broken: half an export tells of nothing missing.
        """

        gone: set[str] = set()

        def events() -> Iterator[AnnotatedEvent]:
            rows = sorted(
                briefing.rows(), key=lambda row: (days(row["date"]) or (LATEST, LATEST), row["date"])
            )
            for row in rows:
                annotated = briefing.annotated(row["id"])
                chosen = choose(annotated) if choose else annotated
                if chosen is not None and (chosen.event.articles or choose is None):
                    gone.update(quote.id for article in chosen.event.articles for quote in article.gone)
                    yield chosen

        tags, speakers = briefing.tags(), briefing.speakers()
        return cls(
            title=briefing.title,
            tags=tags,
            speakers=speakers,
            events=events,
            whole=choose is None,
            every=every,
            made=made,
            briefing=briefing,
            gone=gone,
        )

    def without_notes(self) -> Dossier:
        """Return it with nothing of what the reader noted, on whatever it is."""
        return replace(self, events=lambda: map(_unnoted, self.events()), redacted=True)

    def articles(self) -> Iterator[tuple[AnnotatedEvent, Article]]:
        """Yield each article with its event."""
        for annotated in self.events():
            for article in annotated.event.articles:
                yield annotated, article

    def quotes(self) -> Iterator[tuple[AnnotatedEvent, Article, Quote]]:
        """Yield each quote with its event and article, those whose words are gone too."""
        for annotated, article in self.articles():
            for quote in article.all_quotes:
                yield annotated, article, quote

    def said_by(self, quote: Quote) -> tuple[Speaker, ...]:
        """Return whose words a quote is, merges followed; () where nobody is known."""
        return speakers_of(quote, self.speakers)

    def attributed(self, quote: Quote) -> list[tuple[str, Speaker | None]]:
        """Return the names of whom a quote is attributed to, each with their record where there is one."""
        if known := self.said_by(quote):
            return [(each.name, each) for each in known]
        return [(name, None) for name in attributed_names(quote, self.speakers)]

    def speaker_name(self, quote: Quote) -> str:
        """Return whom a quote is attributed to in one line, several parted by "; "; "" for nobody named."""
        return attributed_name(quote, self.speakers)

    def place(self, link: LinkedQuote) -> Article | None:
        """Return the article of a linked quote, None where the quote does not go out."""
        event_id = self.briefing.event_of(link.article) if self.briefing and self.whole else ""
        if not event_id or self.briefing is None:
            return None
        article = self.briefing.annotated(event_id).event.article(link.article)
        return article if article and article.quote(link.quote) else None

    def other_names(self, speaker: Speaker) -> list[str]:
        """Return by what other names a speaker goes, those of whoever was merged into them too."""
        names = map(one_line, names_of(speaker, self.speakers))
        return [name for name in names if name and name != one_line(speaker.name)]

    def noted(self, speaker: Speaker) -> AnnotatedEvent:
        """Return what was written on a speaker, under their id."""
        if self.briefing is None:
            return AnnotatedEvent(Event("", ""))
        noted = self.briefing.notes(AnnotationTarget("speaker", speaker.id))
        return _unnoted(noted) if self.redacted else noted

    def role(self, quote: Quote) -> str:
        """Return what the speaker of a quote is, as the reader says or else the article; of several, each one's."""
        roles = (each.role for each in self.said_by(quote))
        return SEVERAL.join(filter(None, roles)) or quote.role

    def side(self, quote: Quote) -> str:
        """Return for whom the speaker of a quote speaks, as the reader says; of several, for whom each."""
        return SEVERAL.join(dict.fromkeys(each.side for each in self.said_by(quote) if each.side))

    def statement_ids(self, annotated: AnnotatedEvent) -> dict[str, str]:
        """Return the id of the statement that each quote of an event is a wording of, by the quote's."""
        return {each.quote.id: one.id for one in self._statements(annotated) for each in one.wordings}

    def repeated(self, annotated: AnnotatedEvent) -> list[Statement]:
        """Return the statements of an event of which more than one wording goes out, with those that do."""
        return [each for each in self.statements(annotated) if len(each.wordings) > 1]

    def board(self, annotated: AnnotatedEvent) -> Board:
        """Return the accounts of what goes out of an event."""
        from tui.reading.statements.accounts import board_of

        return board_of(annotated, self.statements(annotated), self.speakers, self._told)

    def sides(self, annotated: AnnotatedEvent) -> dict[str, Standing]:
        """Return whose side each speaker of an event is on, by whom its quotes are attributed to in one line."""
        from tui.reading.statements.sides import sides_of

        return sides_of(annotated, self._statements(annotated), self.speakers, self._told)

    @property
    def _told(self) -> Told | None:
        return self.briefing.affiliations if self.briefing else None

    def statements(self, annotated: AnnotatedEvent) -> list[Statement]:
        """Return the statements of an event that go out, each with the wordings that do."""
        out = {quote.id for article in annotated.event.articles for quote in article.quotes}
        return [left for each in self._statements(annotated) if (left := each.among(out))]

    def _statements(self, annotated: AnnotatedEvent) -> list[Statement]:
        """Return the statements of all of an event: what is one does not hang on which quotes were chosen."""
        from tui.reading.statements.event_statements import statements_of
        from tui.reading.statements.record import with_record

        if not self.derived or self.derived[0][0] is not annotated:
            event = (
                self.briefing.annotated(annotated.event.id) if self.briefing and not self.whole else annotated
            )
            found = with_record(event, statements_of(event, self.speakers), self.speakers, self._told)
            self.derived[:] = [(annotated, found)]
        return self.derived[0][1]

    def tag_names(self, annotated: AnnotatedEvent, target_id: str) -> list[str]:
        """Return the names of the tags on a target, oldest first."""
        return annotated.tag_names(target_id, self.tags)


def _unnoted(annotated: AnnotatedEvent) -> AnnotatedEvent:
    def kept(of: Iterable[Annotation]) -> tuple[Annotation, ...]:
        return tuple(each for each in of if each.motivation != "commenting")

    left = {target: kept(those) for target, those in annotated.annotations.items()}
    return replace(
        annotated,
        annotations={target: those for target, those in left.items() if those},
        orphans=kept(annotated.orphans),
    )


def narrowed(annotated: AnnotatedEvent, wanted: Callable[[Quote], bool]) -> AnnotatedEvent | None:
    """Return an event with the quotes that are `wanted` and the articles they stand in; None without any."""
    found = {}
    for article in annotated.event.articles:
        if quotes := tuple(quote.id for quote in article.all_quotes if wanted(quote)):
            found[article.id] = quotes
    return selected(annotated, found)


def selected(annotated: AnnotatedEvent, found: Mapping[str, Collection[str]]) -> AnnotatedEvent | None:
    """Return an event with the articles that are `found`, by id, and of each the quotes with these ids."""

    def among(quotes: Iterable[Quote], wanted: Collection[str]) -> tuple[Quote, ...]:
        return tuple(quote for quote in quotes if quote.id in wanted)

    articles = tuple(
        replace(
            article,
            quotes=among(article.quotes, found[article.id]),
            gone=among(article.gone, found[article.id]),
        )
        for article in annotated.event.articles
        if article.id in found
    )
    return replace(annotated, event=replace(annotated.event, articles=articles)) if articles else None


def told(wording: StatementWording) -> str:
    """Return how a wording stands to the fullest one and to the record: "mixed, ? found by rule: …, not in the record"."""
    same = "set by the reader" if wording.why == BY_READER else wording.why and f"? {wording.why}"
    return ", ".join(filter(None, (wording.quote.kind, one_line(same), one_line(wording.record))))


def signature(note: Annotation) -> str:
    """Return who wrote a note and on which day: "ida, 2025-07-03"."""
    return ", ".join(filter(None, (one_line(note.creator), one_line(note.last_written)[:10])))


def verdict(annotated: AnnotatedEvent, quote: Quote) -> tuple[str, str, str]:
    """Return the status of a quote, its ratings ("B2") and the evidence; three times "" where nothing was said."""
    said = annotated.assessment(quote.id, quote.article)
    rating = said.get("reliability", "") + said.get("credibility", "")
    return (said.get("status", "unchecked"), rating, said.get("evidence", "")) if said else ("", "", "")


def links(annotated: AnnotatedEvent, quote_id: str) -> list[str]:
    """Return what a quote is to others: “denies “…””."""
    return [f"{each.relation} “{each.words}”" for each in linked(annotated, quote_id)]


def marked_as(annotated: AnnotatedEvent, quote: Quote) -> str:
    """Return what was written on a quote that is neither tag nor note: "starred; status: disputed"."""
    said = ["starred"] if annotated.starred(quote.id) else []
    said += [f"{name}: {value}" for name, value in annotated.assessment(quote.id).items()]
    said += links(annotated, quote.id)
    own = annotated.of(quote.id, "editing")
    edited = (str(each.body["field"]) for each in own if not each.body.get("as_read"))
    return "; ".join([*said, *(f"{name} set by the reader" for name in edited)])


def linked(annotated: AnnotatedEvent, quote_id: str) -> list[LinkedQuote]:
    """Return the quotes that a quote is linked to, and what it is to each."""
    from tui.core.assessment import said_of_link

    return [
        LinkedQuote(
            said_of_link(str(each.body["relation"]), inverse=bool(each.body.get("inverse"))),
            one_line(str(each.body.get("exact", ""))),
            str(each.body.get("article", "")),
            str(each.body["quote"]),
        )
        for each in annotated.of(quote_id, "linking")
    ]


def guid(stable_id: str) -> str:
    """Return an id as a UUID: our ids are UUIDs without hyphens, others become one that is always the same."""
    if _HEX.fullmatch(stable_id):
        return str(uuid.UUID(stable_id))
    return str(uuid.uuid5(NAMESPACE, stable_id))


def urn(stable_id: str) -> str:
    """Return the URN of an id."""
    return f"urn:uuid:{guid(stable_id)}"

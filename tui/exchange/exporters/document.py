"""A briefing to be read: timeline, quotes by speaker, notes, sources. `html` and `docx` set it in type."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from tui.core.edtf import NO_YEAR, without_time, year_of
from tui.core.model import NO_OUTLET, AnnotatedEvent, Article, Quote, Speaker, reported
from tui.core.quote_state import GONE
from tui.core.speakers import SEVERAL
from tui.core.statements import Statement, StatementWording
from tui.core.text import clean, one_line
from tui.core.typography import quoted
from tui.exchange.exporters.dossier import Dossier, links, signature, told, verdict
from tui.exchange.exporters.serialize import event_day, web_address


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of the report: what it is, its words, and what stands under them.

    `anchor` is where links lead to; `link` is the anchor or address that `detail` leads to. `level` is
    that of a heading, 1 to 3. A wording is another outlet's of the quote above it. A note is Markdown, all else plain text.
    """

    kind: Literal["title", "heading", "line", "quote", "wording", "note", "source"]
    text: str
    detail: str = ""
    link: str = ""
    anchor: str = ""
    level: int = 0
    tags: tuple[str, ...] = ()


_People = list[tuple[str, Speaker | None]]
"""Those who said a quote, by name, with their records; ("", None) for nobody."""


@dataclass
class _Kept:
    said: dict[str, list[Piece]] = field(default_factory=dict)
    notes: list[Piece] = field(default_factory=list)
    sources: list[Piece] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)
    people: dict[str, Speaker] = field(default_factory=dict)

    def quote(self, dossier: Dossier, annotated: AnnotatedEvent, wording: StatementWording) -> None:
        """Keep a quote for its speaker's section; its article is among the sources."""
        self._keep(dossier, annotated, wording, _people(dossier, wording.quote))

    def statement(self, dossier: Dossier, annotated: AnnotatedEvent, statement: Statement) -> None:
        """Keep a statement as a block in its speaker's section: its fullest wording, the others below it."""
        people = _people(dossier, statement.base.quote)
        for each in statement.wordings:
            self._keep(dossier, annotated, each, people, remark=told(each))

    def _keep(
        self,
        dossier: Dossier,
        annotated: AnnotatedEvent,
        wording: StatementWording,
        people: _People,
        *,
        remark: str = "",
    ) -> None:
        """Keep a quote below the names of those who said it."""
        quote, article = wording.quote, wording.article
        names = [name for name, _ in people]
        words = quoted(clean(quote.words), quote.kind, quote.stance)
        star = "★" if annotated.starred(quote.id) else ""
        where = (
            reported(article, annotated.event.date),
            one_line(article.outlet),
            f"[{self.numbers[article.id]}]",
            remark,
            star,
        )
        piece = Piece(
            kind="wording" if wording.why else "quote",
            text="\n".join([words, *_about(annotated, quote)]),
            detail=", ".join(filter(None, where)),
            link=f"s-{article.id}",
            anchor=f"q-{quote.id}",
            tags=tuple(dossier.tag_names(annotated, quote.id)),
        )
        for name, speaker in people:
            others = SEVERAL.join(each for each in names if each != name)
            shared = replace(piece, text=f"{piece.text}\n(together with {others})") if others else piece
            # A link to the quote leads to where it stands first.
            self.said.setdefault(name, []).append(shared if name == names[0] else replace(shared, anchor=""))
            if speaker:
                self.people.setdefault(name, speaker)
        self.noted(annotated, quote.id, f"{SEVERAL.join(names) or 'nobody named'}: {words}", f"q-{quote.id}")

    def noted(self, annotated: AnnotatedEvent, target_id: str, about: str, anchor: str) -> None:
        """Keep the notes on something."""
        for each in annotated.notes(target_id):
            text, detail = clean(str(each.body["value"])), f"{about} ({signature(each)})"
            self.notes.append(Piece(kind="note", text=text, detail=detail, link=anchor))


def _people(dossier: Dossier, quote: Quote) -> _People:
    return [(one_line(name), speaker) for name, speaker in dossier.attributed(quote)] or [("", None)]


def pieces(dossier: Dossier) -> Iterator[Piece]:
    """Yield the report in order."""
    kept = _Kept()
    yield Piece(kind="title", text=one_line(dossier.title), detail=dossier.made[:10])
    yield Piece(kind="heading", text="Timeline", anchor="timeline", level=1)
    year = ""
    for annotated in dossier.events():
        event = annotated.event
        this = year_of(event.date) or NO_YEAR.capitalize()
        if this != year:
            year = this
            yield Piece(kind="heading", text=year, level=2)
        yield from _event(dossier, annotated, kept)
    if kept.said:
        yield Piece(kind="heading", text="Quotes by speaker", anchor="speakers", level=1)
    for name in sorted(kept.said, key=lambda name: (not name, name.casefold())):
        yield _speaker(dossier, name, kept)
        yield from kept.said[name]
    if kept.notes:
        yield Piece(kind="heading", text="Notes", anchor="notes", level=1)
        yield from kept.notes
    if kept.sources:
        yield Piece(kind="heading", text="Sources", anchor="sources", level=1)
        yield from kept.sources


def _speaker(dossier: Dossier, name: str, kept: _Kept) -> Piece:
    speaker = kept.people.get(name)
    if speaker is None:
        return Piece(kind="heading", text=name or "Nobody named", level=2)
    anchor = f"p-{speaker.id}"
    kept.noted(dossier.noted(speaker), speaker.id, name, anchor)
    others = ", ".join(dossier.other_names(speaker))
    detail = "; ".join(
        filter(None, (one_line(speaker.role), one_line(speaker.side), others and f"also {others}"))
    )
    return Piece(kind="heading", text=name, detail=detail, anchor=anchor, level=2)


def _event(dossier: Dossier, annotated: AnnotatedEvent, kept: _Kept) -> Iterator[Piece]:
    event = annotated.event
    tags = tuple(dossier.tag_names(annotated, event.id))
    day = " ".join(filter(None, (event_day(event), "★" if annotated.starred(event.id) else "")))
    yield Piece(
        kind="heading", text=one_line(event.name), detail=day, anchor=f"e-{event.id}", level=3, tags=tags
    )
    kept.noted(annotated, event.id, one_line(event.name), f"e-{event.id}")
    first = {(article.id, quote.words) for article in event.articles for quote in article.quotes}
    held: dict[str, StatementWording] = {}
    for article in event.articles:
        kept.numbers[article.id] = number = len(kept.sources) + 1
        source = f"s-{article.id}"
        outlet = one_line(article.outlet) or NO_OUTLET
        headline = one_line(article.headline) or "(no headline)"
        kept.sources.append(_source(annotated, article, number, source))
        tags = tuple(dossier.tag_names(annotated, article.id))
        copy = " (repeats another report)" if article.copy_of else ""
        star = " ★" if annotated.starred(article.id) else ""
        yield Piece(
            kind="line",
            text=f"{outlet}: {headline}{copy}",
            detail=f"[{number}]{star}",
            link=source,
            tags=tags,
        )
        kept.noted(annotated, article.id, f"{outlet}: {headline}", source)
        for quote in article.all_quotes:
            # Words that are there only because a text was copied were said once.
            if (article.copy_of, quote.words) in first and quote.id not in annotated.annotations:
                continue
            held[quote.id] = StatementWording(quote, article)
    blocks = {each.base.quote.id: each for one in dossier.repeated(annotated) if (each := one.among(held))}
    placed = {each.quote.id for block in blocks.values() for each in block.wordings} - blocks.keys()
    for quote_id in (each for each in held if each not in placed):
        if block := blocks.get(quote_id):
            kept.statement(dossier, annotated, block)
        else:
            kept.quote(dossier, annotated, held[quote_id])


def _about(annotated: AnnotatedEvent, quote: Quote) -> list[str]:
    lines = [f"[{GONE}]"] if quote.gone else []
    lines += ["(the speaker is a guess)"] if quote.unsure else []
    lines += [f"(through {one_line(', '.join(quote.chain))})"] if quote.chain else []
    if quote.original:
        by = f"; translated by {one_line(quote.translator)}" if quote.translator else ""
        lines.append(f"(in the original: {one_line(quote.original)}{by})")
    said = filter(None, map(one_line, verdict(annotated, quote)))
    lines += [f"[{found}]"] if (found := ", ".join(said)) else []
    return lines + [f"[{each}]" for each in links(annotated, quote.id)]


def _source(annotated: AnnotatedEvent, article: Article, number: int, anchor: str) -> Piece:
    rated = annotated.assessment(article.id)
    rating = ", ".join(filter(None, (rated.get("reliability", ""), rated.get("evidence", ""))))
    parts = [article.outlet, article.author, f"“{article.headline}”", without_time(article.published)]
    parts += [f"reliability {rating}"] if rating else []
    text = ", ".join(one_line(part) for part in parts if part.strip("“”"))
    address = web_address(one_line(article.url))
    return Piece(kind="source", text=f"[{number}] {text}", detail=address, link=address, anchor=anchor)

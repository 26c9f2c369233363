"""What another program handed over goes into a briefing. All of it was read before anything is stored."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from tui.anchors import find
from tui.commands import target_of
from tui.exchange.kinds import HandedKind
from tui.exchange.records import Handed, HandedError, Mark, Passage, Text, in_order
from tui.intake import TakeIn
from tui.model import STATED, Article, Quote, Selector, Target
from tui.reading.records import Found, Reading
from tui.store.briefing import Briefing, StoreError
from tui.store.incoming import Incoming
from tui.text import counted

_BATCH = 200
_LARGEST = 200_000_000  # bytes of what is read at once


@dataclass(slots=True)
class Taken:
    """What was taken in: ids of new articles and of those that were there; counts; what was left out and why.

    `missing` are passages that are no quotes yet, `places` the others by what the file calls them.
    """

    @property
    def nothing(self) -> bool:
        """Tell whether there was something, and all of it was left out."""
        return bool(self.left) and not (self.new or self.known or self.codes or self.marks)

    new: list[str] = field(default_factory=list)
    known: list[str] = field(default_factory=list)
    codes: int = 0
    marks: int = 0
    left: list[str] = field(default_factory=list)
    missing: list[tuple[Article, Passage]] = field(default_factory=list)
    places: dict[str, Target] = field(default_factory=dict)

    def said(self) -> str:
        """Return what was taken in, without an end to the sentence."""
        new, tags = counted(len(self.new), "new article"), counted(self.codes, "new tag")
        return f"{new}, {tags}, tags and notes on {counted(self.marks, 'thing')}"


def read(path: Path, kind: HandedKind) -> Handed:
    """Return what a file says. Raises `HandedError`, without the file's name in it."""
    try:
        if kind == "qdpx":
            from tui.exchange.qda import read_project

            return read_project(path)
        if path.stat().st_size > _LARGEST:
            raise HandedError(f"is too large for such a file (over {_LARGEST // 1_000_000} MB)")
        raw = path.read_bytes()
    except OSError as error:
        raise HandedError(f"cannot be read: {error.strerror or error}") from None
    if kind == "qdc":
        from tui.exchange.qda import read_codebook

        return read_codebook(raw)
    if kind == "codebook":
        from tui.exchange.codebook import read as read_table

        return read_table(raw)
    from tui.exchange.annotations import read as read_annotations

    return read_annotations(raw)


def take(briefing: Briefing, handed: Handed, origin: str) -> Taken:
    """Store what a file says: texts as articles, passages as quotes, the rest in one step that can be undone.

    Raises `StoreError`; it says so where texts are stored by then. Taking the file in again does the rest.
    """
    taken = Taken(left=list(handed.left))
    try:
        _take(briefing, handed, origin, taken)
    except StoreError as error:
        if not taken.new:
            raise
        number = f"{len(taken.new)} article{'s' * (len(taken.new) != 1)}"
        raise StoreError(
            f"{number} of it are stored, but not what was written on them: import it again ({error})"
        ) from None
    return taken


def _take(briefing: Briefing, handed: Handed, origin: str, taken: Taken) -> None:
    tags = len(briefing.tags())
    marks: list[tuple[Target, Mark]] = []
    placed = _articles(briefing, handed.texts, origin, taken)
    events: dict[str, str] = {}
    for text, article_id in placed:
        event_id = briefing.event_of(article_id)
        events.setdefault(text.event, event_id)
        article = _article(briefing, event_id, article_id)
        if article is None:
            taken.left.append(
                f"{text.headline}: it was deleted here, and so its tags and notes were left out"
            )
            continue
        marks.append((Target("article", article_id, article_id), text.mark))
        marks += _marks(article, text, taken)
        marks += _gone(article, text, taken)
    for name, mark in handed.events:
        if name in events:
            marks.append((Target("event", events[name]), mark))
    if handed.pointers:
        from tui.exchange.pointing import pointed

        marks += pointed(briefing, handed.pointers, taken)
    marks = [(target, mark) for target, mark in marks if mark != Mark()]
    passages = [(target_of(article), passage) for article, passage in taken.missing]
    ties = [tie for tie in handed.ties if tie.id != tie.other]
    if marks or handed.codes or passages or handed.people or ties:
        briefing.do(TakeIn(origin, handed.codes, marks, passages, handed.people, ties, taken.places))
    taken.codes, taken.marks = len(briefing.tags()) - tags, len(marks) + len(passages)


def _articles(briefing: Briefing, texts: Sequence[Text], origin: str, taken: Taken) -> list[tuple[Text, str]]:
    named = {row["name"].casefold(): row["id"] for row in briefing.rows()}
    placed: list[tuple[Text, str]] = []
    for start in range(0, len(texts), _BATCH):
        batch = texts[start : start + _BATCH]
        incoming = [_incoming(text, named.get(text.event.casefold(), ""), origin) for text in batch]
        added = briefing.add(incoming)
        for number, text in enumerate(batch):
            new = added.articles.get(number, "")
            there = new or added.known.get(number, "") or added.changed.get(number, "")
            if there:
                (taken.new if new else taken.known).append(there)
                placed.append((text, there))
        if added.stopped:
            taken.left.append(added.stopped)
        for text in batch:
            if text.event in added.keys:
                named[text.event.casefold()] = added.keys[text.event]
    return placed


def _incoming(text: Text, event_id: str, origin: str) -> Incoming:
    stated = {
        "headline": text.headline,
        "outlet": text.outlet,
        "author": text.author,
        "published": text.published,
    }
    reading = Reading(
        text.text,
        headline=text.headline,
        outlet=text.outlet,
        author=text.author,
        published=text.published,
        event_date=text.event_date,
        url=text.url,
        language=text.language,
        quotes=tuple(_found(text)),
        basis={
            **{key: STATED for key, value in stated.items() if value},
            **({"event_date": STATED} if text.event_date else {}),
        },
    )
    return Incoming(
        reading,
        text.text.encode("utf-8", "replace"),
        f"{origin}: {text.origin}",
        event=event_id or text.event,
        event_name=text.event,
    )


def _found(text: Text) -> Iterable[Found]:
    for group, passage in enumerate(text.passages):
        for start, end in passage.parts:
            yield Found(
                start,
                end,
                text.text[start:end],
                passage.kind,
                group,
                entity=passage.speaker,
                why="as imported",
            )


def _article(briefing: Briefing, event_id: str, article_id: str) -> Article | None:
    articles = briefing.annotated(event_id).event.articles if event_id else ()
    return next((article for article in articles if article.id == article_id), None)


def _marks(article: Article, text: Text, taken: Taken) -> Iterable[tuple[Target, Mark]]:
    """Yield the marks on an article's quotes; passages that are none yet become quotes of the reader's own.

    The article may have been there before, in other words than the file has: they are looked for.
    """
    lost, seen = 0, set()
    for passage in text.passages:
        parts = passage.parts
        if article.text != text.text:
            found = [find(article.text, Selector.at(text.text, *part)) for part in parts]
            parts = in_order((each.start, each.end) for each in found if each is not None)
            if None in found:
                lost += 1
                continue
        if parts in seen:
            continue
        seen.add(parts)
        quote = quote_at(article, parts)
        if quote is not None:
            taken.places[passage.id] = target_of(quote)
            yield target_of(quote), passage.mark
        else:
            taken.missing.append((article, replace(passage, parts=parts)))
    if lost:
        taken.left.append(f"{text.headline}: {lost} passages whose words are not in the text here")


def _gone(article: Article, text: Text, taken: Taken) -> Iterable[tuple[Target, Mark]]:
    """Yield the marks on words that the text of the file no longer had, unless they are in the article here."""
    for gone in text.gone:
        own = gone.id.replace("-", "")
        quote = next(
            (each for each in article.all_quotes if own == each.id or each.words == gone.words), None
        )
        if quote is None and gone.mark == Mark():
            taken.left.append(
                f"{text.headline}: “{gone.words[:60]}” is no longer in it, and nothing is on it"
            )
        elif quote is None:
            target = Target("quote", own, article.id, Selector(gone.words, start=gone.start, end=gone.end))
            fields = (("speaker", gone.speaker),) if gone.speaker else ()
            taken.places[gone.id] = target
            yield target, replace(gone.mark, fields=(*gone.mark.fields, *fields))
        else:
            taken.places[gone.id] = target_of(quote)
            yield target_of(quote), gone.mark


def quote_at(article: Article, parts: tuple[tuple[int, int], ...]) -> Quote | None:
    """Return the quote with these parts; what is no letter at their ends does not count."""
    wanted = _core(article.text, parts)
    for quote in article.quotes:
        if _core(article.text, tuple((part.start, part.end) for part in quote.parts)) == wanted:
            return quote
    return None


def _core(text: str, parts: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """Return each part from its first letter to its last."""
    found = []
    for start, end in parts:
        places = [at for at in range(start, min(end, len(text))) if text[at].isalnum()] or [start, end - 1]
        found.append((places[0], places[-1] + 1))
    return tuple(found)

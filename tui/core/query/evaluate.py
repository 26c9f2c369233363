"""Whether a query holds for an article, and for which of its quotes. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache

from tui.core.model import (
    SURE_ENOUGH,
    AnnotatedEvent,
    Annotation,
    Article,
    Quote,
    Speaker,
    Tag,
    latest_assessment,
)
from tui.core.query.parser import And, FieldTerm, Node, Not, Or, Words, days, leaves
from tui.core.quote_state import words_before
from tui.core.speakers import final_speaker
from tui.core.text import fold_case

UNCHECKED = "unchecked"  # the status of a quote nobody has looked at yet


def folded_names(speakers: Mapping[str, Speaker]) -> dict[str, list[str]]:
    """Return for each speaker's id all names he goes by, whoever he was merged into, folded."""
    names: dict[str, list[str]] = {}
    final = {each: final_speaker(each, speakers) for each in speakers}
    for each, speaker in speakers.items():
        into = final[each]
        names.setdefault(into.id if into else each, []).extend(
            map(fold_case, (speaker.name, *speaker.aliases))
        )
    return {each: names[into.id if into else each] for each, into in final.items()}


def called_by(quote: Quote) -> list[str]:
    """Return what the article calls who said a quote; nothing once the reader said who it was."""
    return [] if "speaker" in quote.edited else [name for name in (quote.entity, quote.speaker_text) if name]


def is_unsure(quote: Quote) -> bool:
    """Tell whether the speaker of a quote is a guess that nobody has confirmed."""
    return quote.confidence < SURE_ENOUGH and "speaker" not in quote.edited


def status_of(annotations: Iterable[Annotation]) -> str:
    """Return the status the reader gave a quote last."""
    return latest_assessment(annotations).get("status", UNCHECKED)


def dated(article: Article, event_date: str) -> tuple[str, str] | None:
    """Return the first and last day an article may be of: its own date, or else its event's."""
    return days(article.published) or days(event_date)


@lru_cache(maxsize=64)
def pattern(words: Words) -> re.Pattern[str]:
    """Return what finds words in a folded text, from the beginning of a word on."""
    first, *others = words.tokens
    # That a word begins there is looked at after its letters: so `re` can leap from one to the next.
    begins = rf"{re.escape(first)}(?<![^\W_].{{{len(first)}}})"
    end = "" if words.prefix else r"(?![^\W_])"
    return re.compile(r"[\W_]+".join([begins, *map(re.escape, others)]) + end, re.DOTALL)


def holds_words(words: Words, folded: Iterable[str]) -> bool:
    """Tell whether any of some folded texts holds these words."""
    search = pattern(words).search
    return any(search(text) for text in folded)


class Matcher:
    """Asks a query about the articles of a briefing."""

    def __init__(self, node: Node, speakers: Mapping[str, Speaker], tags: Mapping[str, Tag]) -> None:
        self.node = node
        self._speakers = speakers
        self._tags = {each.id: fold_case(each.name) for each in tags.values()}

    def article(self, annotated: AnnotatedEvent, article: Article) -> bool:
        """Tell whether the query holds for an article of an event."""
        return _holds(self.node, _Facts(self, annotated, article), None)

    def quotes(self, annotated: AnnotatedEvent, article: Article) -> list[Quote]:
        """Return the quotes of an article for which the query holds, those that are gone from it too."""
        facts = _Facts(self, annotated, article)
        return [quote for quote in facts.quotes if _holds(self.node, facts, quote)]

    def both(self, annotated: AnnotatedEvent, article: Article) -> tuple[bool, list[Quote]]:
        """Return what `article` and `quotes` return, for less."""
        facts = _Facts(self, annotated, article)
        found = [quote for quote in facts.quotes if _holds(self.node, facts, quote)]
        return _holds(self.node, facts, None), found

    @cached_property
    def names_of(self) -> dict[str, list[str]]:
        """The folded names of each speaker, those of speakers merged into him among them."""
        return folded_names(self._speakers)

    def names(self, quote: Quote) -> list[str]:
        """Return the folded names of who said a quote."""
        called = map(fold_case, called_by(quote))
        return [*self.names_of.get(quote.speaker, ()), *called]

    def tagged(self, annotations: Iterable[Annotation]) -> list[str]:
        """Return the folded names of the tags among annotations."""
        return [
            self._tags.get(str(each.body["tag"]), "") for each in annotations if each.motivation == "tagging"
        ]


class _Facts:
    """What a query asks about one article, folded when it is asked for."""

    def __init__(self, matcher: Matcher, annotated: AnnotatedEvent, article: Article) -> None:
        self.matcher = matcher
        self.annotated = annotated
        self.article = article
        self.quotes = article.all_quotes
        self._event = annotated.annotations.get(annotated.event.id, ())
        self._own = annotated.annotations.get(article.id, ())

    def written(self, quote: Quote | None) -> tuple[Annotation, ...]:
        """Return what the reader wrote on the quote, its article and event; without one, on all of them."""
        of = self.annotated.annotations
        some = self.quotes if quote is None else (quote,)
        return (*self._event, *self._own, *(one for each in some for one in of.get(each.id, ())))

    @property
    def orphans(self) -> tuple[Annotation, ...]:
        """What the reader wrote on quotes that the article no longer has."""
        return tuple(each for each in self.annotated.orphans if each.target.article == self.article.id)

    @cached_property
    def texts(self) -> list[str]:
        """The article's words: headline, text, event and notes."""
        article = self.article
        notes = [str(one.body["value"]) for one in self.written(None) if one.motivation == "commenting"]
        gone = (quote.words for quote in article.gone)
        own = (article.headline, article.text, self.annotated.event.name)
        return [fold_case(text) for text in (*own, *gone, *notes)]

    def words(self, quote: Quote) -> list[str]:
        """Return a quote's words, speaker and notes."""
        own = self.annotated.annotations.get(quote.id, ())
        notes = [str(one.body["value"]) for one in own if one.motivation == "commenting"]
        return [*(fold_case(text) for text in (quote.words, *notes)), *self.matcher.names(quote)]


def _holds(node: Node, facts: _Facts, quote: Quote | None) -> bool:
    match node:
        case Words():
            return holds_words(node, facts.texts if quote is None else facts.words(quote))
        case FieldTerm():
            return _said(node, facts, quote)
        case Or(parts):
            return any(_holds(part, facts, quote) for part in parts)
        case Not(part):
            return not _holds(part, facts, quote)
        case And(parts):
            together = bound(parts) if quote is None else ()
            return all(_holds(part, facts, quote) for part in parts if part not in together) and (
                not together
                or any(all(_holds(part, facts, each) for part in together) for each in facts.quotes)
            )


def bound(parts: tuple[Node, ...]) -> tuple[Node, ...]:
    """Return those of some parts side by side that are about one and the same quote, () for none."""
    of_one = tuple(
        part
        for part in parts
        if not isinstance(part, And)
        and all(
            _of_quotes(leaf) or (isinstance(leaf, FieldTerm) and leaf.of_anything) for leaf in leaves(part)
        )
    )
    named = (part for part in of_one if not isinstance(part, Not))
    return of_one if any(_of_quotes(leaf) for part in named for leaf in leaves(part)) else ()


def _of_quotes(leaf: Words | FieldTerm) -> bool:
    return isinstance(leaf, FieldTerm) and leaf.of_quotes


def _said(field: FieldTerm, facts: _Facts, quote: Quote | None) -> bool:
    if field.of_quotes:
        some = facts.quotes if quote is None else (quote,)
        return any(_of_quote(field, facts, each) for each in some)
    words = field.words
    match field.name:
        case "outlet":
            outlet = facts.article.outlet
            return bool(outlet) if words is None else holds_words(words, [fold_case(outlet)])
        case "tag":
            tags = facts.matcher.tagged(facts.written(quote))
            return bool(tags) if words is None else holds_words(words, tags)
        case "note":
            notes = [str(one.body["value"]) for one in facts.written(quote) if one.motivation == "commenting"]
            return bool(notes) if words is None else holds_words(words, map(fold_case, notes))
        case "is":
            return _is(field.value, facts, quote)
    span = dated(facts.article, facts.annotated.event.date)
    if span is None:
        return False
    if field.name == "after":
        return span[0] > field.last
    return (
        span[1] < field.first if field.name == "before" else field.first <= span[0] and span[1] <= field.last
    )


def _of_quote(field: FieldTerm, facts: _Facts, quote: Quote) -> bool:
    words = field.words
    match field.name:
        case "speaker":
            names = facts.matcher.names(quote)
            return bool(names) if words is None else holds_words(words, names)
        case "kind":
            return quote.kind == field.value
        case "status":
            status = status_of(facts.annotated.annotations.get(quote.id, ()))
            return status != UNCHECKED if words is None else holds_words(words, [fold_case(status)])
        case "reliability" | "credibility":
            rated = facts.annotated.assessment(quote.id, facts.article.id).get(field.name, "")
            return rated.casefold() == field.value if field.value else bool(rated)
    if field.value == "moved":
        return bool(words_before(quote, facts.annotated.annotations.get(quote.id, ())))
    return is_unsure(quote)


def _is(state: str, facts: _Facts, quote: Quote | None) -> bool:
    match state:
        case "unread":
            return not facts.annotated.read(facts.article.id)
        case "starred":
            return any(each.motivation == "bookmarking" for each in facts.written(quote))
        case "undated":
            return days(facts.article.published) is None
    return any(quote is None or each.target.id == quote.id for each in facts.orphans)

"""A new reading of an article beside the one there was: which of its quotes are the same.

What a reader writes hangs on the ids of quotes, so a quote that is found again keeps its id: by its
words, by the place where its words stand now, or, where the reader wrote on it, by that place alone.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict, deque
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise, takewhile
from typing import Any

from tui.core.edtf import days, without_time
from tui.core.model import SET_BY_READER, STATED, Article, Quote, Selector
from tui.core.quote_state import attributed_to
from tui.core.speakers import is_another_name
from tui.core.typography import normalize
from tui.reading.result import ParsedArticle

_OVERLAP = 0.5
_MANY = 10_000  # pairs of the same words that are weighed each against each
FIELDS = ("headline", "outlet", "author", "published", "url", "language")

Places = Callable[[Selector], tuple[int, int] | None]


def plain(text: str) -> str:
    """Return what two texts have in common that differ in blanks and the form of marks alone."""
    return normalize(unicodedata.normalize("NFKC", text))


def locator(old: str, new: str) -> Places:
    """Return a function that finds a selector of the text `old` in `new`: (start, end), None where it is gone."""
    from tui.core.alignment.versions import VersionAlignment

    @cache  # aligning two texts takes a while, and most quotes do not need it
    def alignment() -> VersionAlignment:
        return VersionAlignment(old, new)

    def place(selector: Selector) -> tuple[int, int] | None:
        found = alignment().find(selector)
        return (found.start, found.end) if found else None

    return place


def match_quotes(
    old: Sequence[Quote],
    fresh: Sequence[Quote],
    text: str,
    place: Places,
    *,
    written: Collection[str] = (),
    lost: Collection[Quote] = (),
) -> tuple[Quote, ...]:
    """Return the quotes of a new reading of `text`, those found again under the ids they had.

    `fresh` are its quotes with new ids, `old` those of the earlier reading; `written` the ids of
    quotes that the reader wrote on: they stay as long as their words are in the text, even where
    reading sees no quote there. `lost` are quotes of readings before that, whose words the earlier one
    had no more: they come back with their words.
    """
    match = _Matching(old, fresh, text, written)
    match.by_words()
    match.by_place(place)
    match.by_return(lost)
    return match.result()


class _Matching:
    """Which new quote goes by which old id, so far."""

    def __init__(
        self, old: Sequence[Quote], fresh: Sequence[Quote], text: str, written: Collection[str]
    ) -> None:
        self.old, self.fresh, self.text, self.written = old, fresh, text, written
        self.same: dict[int, Quote] = {}  # by the number of the new quote
        self.kept: list[Quote] = []

    def by_words(self) -> None:
        """Match the quotes with the same words; of several the ones in the likest surroundings."""
        those: defaultdict[str, list[Quote]] = defaultdict(list)
        for quote in self.old:
            those[plain(quote.words)].append(quote)
        found: defaultdict[str, list[int]] = defaultdict(list)
        for number, quote in enumerate(self.fresh):
            found[plain(quote.words)].append(number)
        for words, numbers in found.items():
            was = those.get(words, [])
            if len(was) == len(numbers) and not any(
                map(_are_others, was, (self.fresh[number] for number in numbers))
            ):
                self.same |= dict(zip(numbers, was, strict=True))
                continue
            if len(was) * len(numbers) > _MANY:
                self._in_order(was, numbers)
                continue
            pairs = [
                (_around(quote, self.fresh[number]), quote.id in self.written, -at, -number, quote, number)
                for at, quote in enumerate(was)
                for number in numbers
                if not _are_others(quote, self.fresh[number])  # those are told by their place alone
            ]
            self._best(pairs)

    def _in_order(self, was: Sequence[Quote], numbers: Sequence[int]) -> None:
        """Match the same words said very often: those in the very same surroundings, in their order."""
        waiting: defaultdict[tuple[str, str], deque[Quote]] = defaultdict(deque)
        for quote in was:
            waiting[_between(quote)].append(quote)
        for number in numbers:
            those = waiting.get(_between(self.fresh[number]))
            if those and not _are_others(those[0], self.fresh[number]):
                self.same[number] = those.popleft()

    def _best(self, pairs: Iterable[tuple[int, bool, int, int, Quote, int]]) -> None:
        taken: set[str] = set()
        for *_, quote, number in sorted(pairs, key=lambda pair: pair[:4], reverse=True):
            if number not in self.same and quote.id not in taken:
                self.same[number] = quote
                taken.add(quote.id)

    def by_place(self, place: Places) -> None:
        """Match the others by where their words stand now; keep what the reader wrote on."""
        taken = {quote.id for quote in self.same.values()}
        rest = [quote for quote in self.old if quote.id not in taken]
        for quote in sorted(rest, key=lambda quote: quote.id not in self.written):
            if quote.id not in self.written and len(self.same) == len(self.fresh):
                continue  # nothing is left to give its id to
            longest = max(quote.parts, key=lambda part: len(part.exact))
            at = place(longest)
            if at is None:
                continue
            number = self._free_at(*at)
            if number is not None:
                self.same[number] = quote
            elif quote.id in self.written and not self._is_of_another(quote, *at):
                self.kept += _moved(quote, self.text, place)

    def by_return(self, lost: Collection[Quote]) -> None:
        """Match what an earlier reading had lost and this one has again."""
        from tui.core.alignment.anchors import find_anchor

        def place(selector: Selector) -> tuple[int, int] | None:
            # Where it stood in a text before the last says little of where to expect it.
            found = find_anchor(self.text, selector)
            return (found.start, found.end) if found else None

        for quote in lost:
            at = place(max(quote.parts, key=lambda part: len(part.exact)))
            if not at or self._is_of_another(quote, *at):
                continue
            number = self._free_at(*at)
            if number is not None:
                self.same[number] = quote
            elif quote.id in self.written and "added" not in quote.edited:
                self.kept += _moved(quote, self.text, place)

    def _free_at(self, start: int, end: int) -> int | None:
        """Return the number of the new quote, not matched yet, that shares most of a place."""
        free = [number for number in range(len(self.fresh)) if number not in self.same]
        return self._at(start, end, free)

    def _is_of_another(self, quote: Quote, start: int, end: int) -> bool:
        """Tell whether a place holds the words of somebody else, though they may be the same."""
        number = self._at(start, end, range(len(self.fresh)))
        return number is not None and _are_others(quote, self.fresh[number])

    def _at(self, start: int, end: int, numbers: Iterable[int]) -> int | None:
        """Return which of the new quotes shares most of a place."""
        best, most = None, 0
        for number in numbers:
            for part in self.fresh[number].parts:
                shared = min(end, part.end) - max(start, part.start)
                if shared > most and shared >= _OVERLAP * min(end - start, part.end - part.start):
                    best, most = number, shared
        return best

    def result(self) -> tuple[Quote, ...]:
        """Return the quotes in the order of the text."""
        quotes = [
            _under(self.same[number], quote) if number in self.same else quote
            for number, quote in enumerate(self.fresh)
        ]
        return tuple(sorted([*quotes, *self.kept], key=lambda quote: (quote.start, quote.end)))


def _under(old: Quote, new: Quote) -> Quote:
    """Return a new quote under an old one's id; its speakers stay who they were unless they are others."""
    if new.entity == old.entity:
        return replace(new, id=old.id, speakers=old.speakers)
    return replace(new, id=old.id)


def _are_others(old: Quote, new: Quote) -> bool:
    """Tell whether two quotes are said by two people; not where either of them is nobody's."""
    return is_another_name(attributed_to(old), attributed_to(new))


def _between(quote: Quote) -> tuple[str, str]:
    return quote.parts[0].prefix, quote.parts[-1].suffix


def _around(a: Quote, b: Quote) -> int:
    """Return how many characters before and after two quotes are the same, from the words outwards."""
    before = _common(a.parts[0].prefix[::-1], b.parts[0].prefix[::-1])
    return before + _common(a.parts[-1].suffix, b.parts[-1].suffix)


def _common(one: str, other: str) -> int:
    """Return how many characters two texts have in common at their beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _moved(quote: Quote, text: str, place: Places) -> list[Quote]:
    """Return a quote where its words stand now, [] when some of them are gone."""
    spots = [place(part) for part in quote.parts]
    found = [spot for spot in spots if spot]
    if len(found) != len(spots) or any(a[1] > b[0] for a, b in pairwise(found)):
        found = [max(found, key=lambda spot: spot[1] - spot[0])] if found else []
    if not found:
        return []
    parts = tuple(Selector.at(text, start, end) for start, end in found)
    shift = parts[0].start - quote.parts[0].start
    start, end = quote.speaker_start + shift, quote.speaker_end + shift
    if quote.speaker_start < 0 or start < 0 or text[start:end] != quote.speaker_text:
        start = end = -1
    return [replace(quote, parts=parts, speaker_start=start, speaker_end=end, gone=False)]


_RANKS = {SET_BY_READER: 0, STATED: 1}


def basis_rank(basis: str) -> int:
    """Return how well something is known: 0 set by the reader, 1 stated, 2 inferred, 3 from the publication."""
    return _RANKS.get(basis, 3 if "day of publication" in basis else 2)


def better_fields(
    old: Article, now: Mapping[str, str], basis: Mapping[str, str]
) -> dict[str, tuple[str, str]]:
    """Return the fields of an article that a new reading does not know better: value and basis of each.

    They are those the reader set, those that were stated and now are but inferred, and those that the
    new reading lacks.
    """
    found = {}
    for name in FIELDS:
        was, before, after = getattr(old, name), old.basis.get(name, ""), basis.get(name, "")
        better = before == SET_BY_READER or (before == STATED and after not in ("", STATED))
        if was and (better or not now.get(name)):
            found[name] = was, before
    return found


def merge_readings(old: Article, new: Article) -> Article:
    """Return a new reading with those of the old fields that are known better, or that it lacks.

    Id, event, count of versions and whose copy it is are the old article's.
    """
    mine = better_fields(old, {name: getattr(new, name) for name in FIELDS}, new.basis)
    basis = {name: how for name, how in new.basis.items() if name not in mine}
    basis |= {name: how for name, (_, how) in mine.items() if how}
    basis |= {name: old.basis[name] for name in ("event",) if name in old.basis}
    fields: dict[str, Any] = {name: value for name, (value, _) in mine.items()}
    place: dict[str, Any] = {"id": old.id, "event": old.event, "copy_of": old.copy_of}
    return replace(new, versions=old.versions, basis=basis, **place, **fields)


def changed(old: Article, headline: str, text: str) -> bool:
    """Tell whether a page says something else than an article: blanks and forms of marks apart."""
    if plain(text) != plain(old.text):
        return True
    was, now = plain(old.headline).casefold(), plain(headline).casefold()
    # A headline with the outlet's name behind it is the same headline.
    return bool(was and now) and was not in now and now not in was


def is_earlier(day: str, other: str) -> bool:
    """Tell whether one EDTF date lies before another, as far as both are known."""
    if len(day) > 16 and len(other) > 16 and day[:10] == other[:10]:
        from datetime import datetime

        try:
            return datetime.fromisoformat(day) < datetime.fromisoformat(other)
        except (ValueError, TypeError):  # one of them without its zone
            return False
    first, second = days(day), days(other)
    return first is not None and second is not None and first[1] < second[0]


def better_date(date: str, basis: str, found: str, how: str) -> bool:
    """Tell whether the date `found` for an event is to replace the one it has.

    What is set by the reader comes before what is stated, that before what a text lets infer, and
    that before the day of publication; of two inferred ones the earlier counts, in whatever order
    they come. A date with its year comes before one without, unless that is set by the reader.
    """
    if not found:
        return False
    if not date:
        return True
    was, now = basis_rank(basis), basis_rank(how)
    yearless, still = date.startswith("XXXX"), found.startswith("XXXX")
    if yearless != still and basis != SET_BY_READER != how:
        return yearless
    return now < was or (now == was > 1 and is_earlier(found, date))


def event_dates(readings: Iterable[tuple[str, ParsedArticle]]) -> dict[str, tuple[str, str]]:
    """Return for each event the best date that its articles give it, and how it is known."""
    told: dict[str, list[tuple[str, str, str]]] = {}
    for event, reading in readings:
        basis = reading.basis.get("event_date", STATED)
        told.setdefault(event, []).append((reading.event_date, basis, reading.published))
    return {event: best for event, dates in told.items() if (best := best_date(dates))[0]}


def best_date(dates: Iterable[tuple[str, str, str]]) -> tuple[str, str]:
    """Return the best of the dates that articles give their event, and how it is known; ("", "") for none.

    `dates` are the day of the event as an article has it, the basis of that, and when it was published.
    """
    date, how = "", ""
    for told, stated, published in dates:
        day, basis = (
            (told, stated) if told else (without_time(published), "inferred from the day of publication")
        )
        if better_date(date, how, day, basis) or (
            basis_rank(basis) == basis_rank(how) and is_earlier(day, date)
        ):
            date, how = day, basis
    return date, how

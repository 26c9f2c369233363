"""Lines that recur on an outlet's pages: its menus, appeals and notices, whatever they say.

What the outlet's pages in the briefing hold is counted along with a batch of new ones, so that a page
that comes alone is read as well as one among many.
"""

from __future__ import annotations

from collections import Counter, OrderedDict, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

# A line is an outlet's furniture when it stands on this many of its pages, and on this share.
_LEAST = 3
_SHARE = 0.1
_SHORT = 15  # characters; what is shorter is no sentence, and reading drops it anyway
STORED = 40  # pages of an outlet that are looked back at
_OUTLETS = 32  # whose stored pages are kept in mind

_Lines = frozenset[str]


@dataclass(frozen=True, slots=True)
class PageText:
    """A new page: its outlet, the headline and body that were read, and its whole text."""

    outlet: str
    headline: str
    body: str
    text: str


class RecurringLines:
    """What recurs on the pages of each outlet, as far as one import has come.

    `stored` yields the texts of an outlet's newest pages in the briefing (`STORED` are enough); it is
    asked by the outlet's name without case, once as long as the outlet is kept in mind.
    """

    def __init__(self, stored: Callable[[str], Iterable[str]]) -> None:
        self._stored = stored
        self._known: OrderedDict[str, list[_Lines]] = OrderedDict()

    def of(self, pages: Sequence[PageText | None]) -> Iterator[tuple[int, _Lines]]:
        """Yield the positions of the pages in whose body such lines stand, and the outlet's lines.

        A page without an outlet, and None, are passed over.
        """
        outlets: defaultdict[str, list[tuple[int, PageText, _Lines]]] = defaultdict(list)
        for number, page in enumerate(pages):
            if page and page.outlet:
                outlets[page.outlet.casefold()].append((number, page, _lines(page.text)))
        for outlet, those in outlets.items():
            before = self._before(outlet)
            recurring = _often(before, those)
            for number, page, lines in those:
                if any(line in page.body for line in lines & recurring):
                    yield number, recurring
            self._known[outlet] = [*(lines for _, _, lines in those[-STORED:]), *before][:STORED]

    def _before(self, outlet: str) -> list[_Lines]:
        if outlet not in self._known:
            self._known[outlet] = [_lines(text) for text in self._stored(outlet)]
            if len(self._known) > _OUTLETS:
                self._known.popitem(last=False)
        self._known.move_to_end(outlet)
        return self._known[outlet]


def _lines(text: str) -> _Lines:
    return frozenset(line for raw in text.split("\n") if len(line := raw.strip()) >= _SHORT)


def _often(before: Sequence[_Lines], pages: Sequence[tuple[int, PageText, _Lines]]) -> _Lines:
    if len(before) + len(pages) < _LEAST:
        return frozenset()
    # Counted by headline: an article saved thrice is not furniture.
    headlines: defaultdict[str, set[str]] = defaultdict(set)
    for _, page, lines in pages:
        headlines[page.headline] |= lines
    seen = Counter(line for lines in (*before, *headlines.values()) for line in lines)
    least = max(_LEAST, round((len(before) + len(pages)) * _SHARE))
    return frozenset(line for line, count in seen.items() if count >= least)

"""A row of the quotes pane as lines: who said it, the words, and what is known and written of them. Pure: no screen."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from tui.core.model import SET_BY_READER, Article, Quote
from tui.core.quote_state import CONFIRM
from tui.core.records import record
from tui.core.speakers import parted
from tui.ui import format
from tui.ui.panes.search_highlight import Terms, find, lit
from tui.ui.panes.wrap import Piece, cut_pieces, fit, fit_name, wrap

LONG = 12  # lines of one quote in the list; all of it stands in the article


@record(frozen=True, slots=True, kw_only=True)
class QuoteRow:
    """A row: a quote with all that is shown of it, or a heading (`quote` is None)."""

    quote: Quote | None
    speaker: str
    event_id: str = ""
    article: Article | None = None
    tags: tuple[str, ...] = ()
    note: str = ""
    starred: bool = False
    heading: str = ""
    source: str = ""
    signs: tuple[Piece, ...] = ()  # the tags as they are shown, each with its colour
    status: str = ""
    rating: str = ""
    links: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()  # as they are shown
    before: str = ""  # the words it was marked with, where a later version has others
    confirm: str = ""  # the key that confirms what was said of those
    coverage: str = (
        ""  # of a statement's fullest wording: which outlets have it, and how; of another: what differs
    )
    folded: tuple[str, ...] = ()  # the ids of its other wordings, while they are not listed
    label: str = ""  # of another wording under it: outlet and kind, in place of the speaker
    words: tuple[Piece, ...] = ()  # what only it has by weight

    @property
    def speakers(self) -> tuple[str, ...]:
        """The names of those who say it, () of a heading."""
        return parted(self.speaker) if self.quote else ()


def quote_lines(item: QuoteRow, room: int, terms: Terms, *, again: bool) -> list[list[Piece]]:
    """Return the lines of a row of `room` cells; the last is the blank one that sets it apart.

    `terms` are lit up. A quote comes `again` from the speaker who stands above it.
    """
    quote = item.quote
    if quote is None:
        head, dot, number = item.heading.rpartition(" · ")
        heading = fit(fit(head, max(1, room - 3 - cell_len(dot + number))) + dot + number, room - 3)
        return [[(heading, "heading"), (f" {'─' * (room - cell_len(heading) - 1)}", "dim")], []]
    if item.label:
        return _wording(item, room)
    words = _words(format.marked(quote), room, terms, "dim" if quote.gone else "")
    if not again:
        lines = [*_speaker(item, quote, room, terms), *words]
    elif item.source:
        lines = [*_source(item, quote, room), *words]
    else:
        (said,) = _source(item, quote, room)
        lines = _joined(words, said, room) if any(text for text, _ in said) else words
    lines += _known(item, quote, room)
    if item.source and not again:
        lines.append([(fit(item.source, room), "dim")])
    if item.tags:
        lines += _tag_lines(item.signs, room)
    for note in item.notes:
        lines += [lit(line, terms) for line in _wrapped(note, "note", room)]
    return [*lines, []]


def _known(item: QuoteRow, quote: Quote, room: int) -> list[list[Piece]]:
    """Return what is known of a quote beside who said it: doubts, earlier words, the original, links, other outlets."""
    lines: list[list[Piece]] = []
    if quote.unsure:
        lines.append([(fit(f"{format.UNSURE} {_doubt(quote)}", room), "dim")])
    if item.before:
        lines += _wrapped(f"{format.CHANGED} {CONFIRM} ({item.confirm}) · was {item.before}", "accent", room)
    if quote.original or quote.translator:
        by = f" (translated by {quote.translator})" if quote.translator else ""
        lines += _wrapped(f"{format.ORIGINAL} {quote.original}{by}", "dim", room)
    for link in item.links:
        lines.append([(fit(f"{format.LINK} {link}", room), "dim")])
    return lines + (_wrapped(item.coverage, "dim", room) if item.coverage else [])


def _speaker(item: QuoteRow, quote: Quote, room: int, terms: Terms) -> list[list[Piece]]:
    """Return the first line of a quote, or two: who said it, how, and what the reader made of it."""
    unsure, star, kind = _standing(item, quote)
    name = fit_name(item.speaker, room - len(unsure) - len(star))
    known = quote.speakers or quote.entity or quote.speaker_text
    named = "strong" if known and not quote.gone else "dim"
    line = [*lit([(name, named)], terms), (unsure, "accent")]
    if cell_len(name) + len(unsure) + len(star) + len(kind) + 3 <= room:
        return [[*line, (f" · {kind}", "dim"), (star, "accent")]]
    return [[*line, (star, "accent")], *_wrapped(kind, "dim", room)]


def _standing(item: QuoteRow, quote: Quote) -> tuple[str, str, str]:
    """Return the signs of doubt and of a star, and how a quote is said and stands."""
    yours = f"{', '.join(quote.edited)} {SET_BY_READER}" if quote.edited else ""
    yours = "added by you" if "added" in quote.edited else yours
    stands = [format.status(item.status, moved=bool(item.before)), item.rating]
    gone = f"{format.GONE} words gone" if quote.gone else ""
    via = "" if item.coverage else format.via(quote.chain, item.article.outlet if item.article else "")
    said = "" if item.coverage else quote.kind  # which the line about the outlets says
    kind = " · ".join(filter(None, [gone, said, yours, via, *stands]))
    return f" {format.UNSURE}" * quote.unsure, f" {format.STAR}" * item.starred, kind


def _source(item: QuoteRow, quote: Quote, room: int) -> list[list[Piece]]:
    """Return what is said of a quote whose speaker stands above: when and where in place of who, and how."""
    unsure, star, kind = _standing(item, quote)
    signs: list[Piece] = [(unsure, "accent"), (star, "accent")]
    said = " · ".join(filter(None, [item.source, kind]))
    left = room - len(unsure) - len(star)
    if item.source and cell_len(said) > left:
        return [[(fit(item.source, room), "dim")], [(fit(kind, left), "dim"), *signs]]
    return [[(fit(said, left), "dim"), *signs]]


def _joined(words: list[list[Piece]], said: list[Piece], room: int) -> list[list[Piece]]:
    """Return words with what is said of them behind them, on a line of its own where the last has no room."""
    *before, last = words
    gap = "  " if said[0][0] else ""  # signs have a blank before them
    cells = sum(cell_len(text) for text, _ in (*last, (gap, ""), *said))
    return [*before, [*last, (gap, ""), *said]] if cells <= room else [*words, said]


def _wording(item: QuoteRow, room: int) -> list[list[Piece]]:
    """Return the lines of another wording of the statement above it, a step to the right."""
    edge: Piece = ("  ", "")
    stands = format.status(item.status, moved=bool(item.before)), item.rating
    label = " · ".join(filter(None, (item.label, *stands))) + f" {format.STAR}" * item.starred
    lines = [[edge, *line] for line in _wrapped(label, "dim", room - 2)]
    text = "".join(words for words, _ in item.words)
    lines += [[edge, *cut_pieces(item.words, start, end)] for start, end in wrap(text, room - 2)[:LONG]]
    lines += [[edge, *line] for line in _wrapped(item.coverage, "dim", room - 2)]
    for remark in filter(None, (item.before, *item.notes)):
        lines += [[edge, *line] for line in _wrapped(remark, "note", room - 2)]
    if item.tags:
        lines += [[edge, *line] for line in _tag_lines(item.signs, room - 2)]
    return [*lines, []]


def _wrapped(text: str, style: str, room: int) -> list[list[Piece]]:
    return [[(text[start:end], style)] for start, end in wrap(text, room)]


def _words(words: str, room: int, terms: Terms, style: str) -> list[list[Piece]]:
    spans = wrap(words, room)
    more = len(spans) > LONG
    spans = spans[:LONG]
    matches = find(words, terms)
    lines: list[list[Piece]] = []
    for at, (start, end) in enumerate(spans):
        line: list[Piece] = []
        here = start
        for first, last in matches:
            if first < end and last > start:
                line += [
                    (words[here : max(first, here)], style),
                    (words[max(first, here) : min(last, end)], "match"),
                ]
                here = min(last, end)
        line.append((words[here:end], style))
        if more and at == LONG - 1:
            line.append((" …", "dim"))
        lines.append(line)
    return lines


def _doubt(quote: Quote) -> str:
    """Return how sure a speaker is, who else it may be, and how they were found; all of it stands in the form."""
    weighed = f"or {', '.join(quote.candidates[:3])}" if quote.candidates else ""
    return " · ".join(filter(None, [f"{quote.confidence:.0%} sure", weighed, quote.why]))


def _tag_lines(signs: Sequence[Piece], room: int) -> list[list[Piece]]:
    """Return tags in lines, each tag in its colour."""
    lines: list[list[Piece]] = []
    left = 0
    for sign, style in signs:
        text = fit(sign, room)
        if not lines or left < cell_len(text) + 2:
            lines.append([])
            left = room
        else:
            lines[-1].append(("  ", ""))
            left -= 2
        lines[-1].append((text, style))
        left -= cell_len(text)
    return lines

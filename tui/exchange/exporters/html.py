"""`html`: a page to hand on, to be read in a browser or printed: one file that loads nothing and reaches nobody.

Above `PAGE` articles a file has further pages beside it, which the first leads to; each is read by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape
from itertools import islice
from pathlib import Path
from urllib.parse import quote

from markdown_it import MarkdownIt

from tui.core.board_grid import BoardCell, BoardGrid, by_sides
from tui.core.edtf import without_time
from tui.core.model import AnnotatedEvent
from tui.core.text import clean, one_line, pluralize
from tui.exchange.exporters.document import Piece, pieces
from tui.exchange.exporters.dossier import Dossier
from tui.exchange.exporters.page_network import scrolled, section
from tui.exchange.exporters.page_picture import DayTally
from tui.exchange.exporters.page_style import POLICY, SCRIPT, STYLE
from tui.exchange.exporters.tie_tally import TieTally

PAGE = 1000
"""Articles of a page at most, but that an event is not parted."""
CLOSING = "</body>\n</html>\n"
GUESSED = "A ? marks what is found by rule; how claims stand to one another is told where the reader said so."
_WIDE = "body { max-width: none } table { width: 100% } td, th { min-width: 12rem }\n"
_FIND = (
    '<div class="find" role="search" hidden><label for="find">Find</label> '
    '<input id="find" type="search"> <output class="detail" for="find"></output></div>\n'
)


def opening(title: str, *, wide: bool = False) -> str:
    """Return the beginning of a page that loads nothing; a `wide` one leaves its tables all the room there is."""
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{escape(title)}</title>\n<style>{STYLE}{_WIDE if wide else ''}</style>\n</head>\n<body>\n"
    )


def table(grid: BoardGrid) -> str:
    """Return the accounts of an event as a table, and below it what a – stands for."""
    lines = []
    for row in grid.rows:
        filled = ("".join(map(_cell, row.get(at, ()))) or "–" for at in range(len(grid.columns)))
        lines.append(f"<tr>{''.join(f'<td>{each}</td>' for each in filled)}</tr>\n")
    silences = (f'<p class="detail">{escape(one_line(each))}</p>\n' for each in grid.silences)
    return f"{scrolled(grid.title, grid.columns, ''.join(lines))}\n{''.join(silences)}"


def _cell(cell: BoardCell) -> str:
    words = "<br>".join(map(escape, clean(cell.words).split("\n")))
    return f'<p dir="auto">{words}<br><bdi class="detail">{escape(one_line(cell.source))}</bdi></p>'


def files(dossier: Dossier, path: Path) -> list[tuple[Path, Iterator[str]]]:
    """Return the pages with where they go, "name-2.html" and so on beside the first, which comes last.

    They are to be read in this order: each takes its events from where the one before ended.
    """
    tally = DayTally()
    sizes = [(len(each.event.articles), each.event.date) for each in tally.passed(dossier.events())]
    parts = _parted(sizes, path.name)
    if len(parts) == 1:
        return [(path, chunks(dossier))]
    picture = tally.of_pages([part.name for part in parts for _ in range(part.events)])
    events = dossier.events()
    first = iter(list(islice(events, parts[0].events)))
    return [
        *(
            (path.with_name(each.name), _part(dossier, events, parts, at))
            for at, each in enumerate(parts)
            if at
        ),
        (path, _part(dossier, first, parts, 0, picture)),
    ]


def _part(
    dossier: Dossier,
    events: Iterator[AnnotatedEvent],
    parts: Sequence[_Part],
    at: int,
    picture: DayTally | None = None,
) -> Iterator[str]:
    held = list(islice(events, parts[at].events))
    yield from chunks(replace(dossier, events=lambda: iter(held)), picture, _leading(parts, at))


@dataclass(frozen=True, slots=True)
class _Part:
    """A page of several: its file, how many events it has, and their first and last day."""

    name: str
    events: int
    first: str
    last: str


def _parted(sizes: Sequence[tuple[int, str]], name: str) -> list[_Part]:
    """Return the pages of events, of which each has so many articles and a date."""
    stem, _, suffix = name.rpartition(".")
    runs: list[list[str]] = [[]]
    articles = 0
    for number, day in sizes:
        if runs[-1] and articles + number > PAGE:
            runs.append([])
            articles = 0
        runs[-1].append(day)
        articles += number
    return [
        _Part(
            name if at == 1 else f"{stem or suffix}-{at}.{suffix if stem else 'html'}",
            len(days),
            *_ends(days),
        )
        for at, days in enumerate(runs, 1)
    ]


def _ends(days: Sequence[str]) -> tuple[str, str]:
    known = [without_time(day) for day in days if day]
    return (known[0], known[-1]) if known else ("undated", "undated")


def _leading(parts: Sequence[_Part], here: int) -> str:
    """Return what leads from one page to the others."""
    links = []
    for at, part in enumerate(parts):
        said = escape(
            f"{at + 1}: {part.first} to {part.last}" if part.first != part.last else f"{at + 1}: {part.first}"
        )
        links.append(f"<b>{said}</b>" if at == here else f'<a href="{escape(quote(part.name))}">{said}</a>')
    return f'<nav aria-label="Pages">Page {" · ".join(links)}</nav>\n'


def chunks(dossier: Dossier, picture: DayTally | None = None, pages: str = "") -> Iterator[str]:
    """Yield one page, however long; its `picture` may be of more than its own events, and is of these without one.

    `pages` is what leads to others.
    """
    tally, ties, boards = DayTally(), TieTally(), dict[str, BoardGrid]()
    seen = replace(dossier, events=lambda: ties.passed(dossier, dossier.events()))
    found = list(pieces(replace(dossier, events=lambda: _passed(seen, tally, boards))))
    anchors = {piece.text: piece.anchor for piece in found if piece.anchor.startswith("p-")}
    network = section(ties.network(), anchors)
    sections = [piece for piece in found if piece.level == 1]
    places = [(each.anchor, each.text) for each in sections] + [("ties", "Who tells whom")] * bool(network)
    links = " · ".join(f'<a href="#{escape(place)}">{escape(text)}</a>' for place, text in places)
    drawn = picture or tally
    yield opening(dossier.title)
    yield (
        f'<a class="skip" href="#timeline">To the timeline</a>\n<header><h1>{escape(dossier.title)}</h1>\n'
        f'<p class="detail">{escape(", ".join(filter(None, (drawn.told, dossier.made[:10]))))}</p>\n'
        f'{pages}<nav aria-label="Sections">{links}</nav>{drawn.svg()}</header>\n{_FIND}<main>\n'
    )
    yield from _sections(found[1:], boards)
    yield network
    yield f"</main>\n<footer>Made with briefing-tui {escape(dossier.made[:10])}{pages}</footer>\n"
    yield f"<script>{SCRIPT}</script>\n{CLOSING}"


def _passed(dossier: Dossier, tally: DayTally, boards: dict[str, BoardGrid]) -> Iterator[AnnotatedEvent]:
    """Yield the events, and keep what stands at the head of the page and in the sections of events."""
    for annotated in tally.passed(dossier.events()):
        tally.statements += len(dossier.statements(annotated))
        if len(annotated.event.articles) > 1:
            sides = by_sides(dossier.board(annotated), annotated.event.name, {**dossier.speakers}).stated()
            if len(sides.columns) > 1:
                boards[f"e-{annotated.event.id}"] = sides
        yield annotated


def _sections(found: Sequence[Piece], boards: dict[str, BoardGrid]) -> Iterator[str]:
    """Yield the pieces, each heading with what follows it in a section of its own."""
    # Images would be loaded from elsewhere, and tell there that somebody reads.
    notes = MarkdownIt("commonmark", {"html": False}).disable("image").enable("table")
    open_: list[Piece] = []
    wordings = 0
    for at, piece in enumerate(found):
        if wordings and piece.kind != "wording":
            wordings = 0
            yield "</details>\n"
        if piece.kind == "heading":
            while open_ and open_[-1].level >= piece.level:
                yield _closed(open_.pop(), boards)
            open_.append(piece)
            yield "<section>\n"
        if piece.kind == "wording" and not wordings:
            wordings = next(
                (n for n, each in enumerate(found[at:]) if each.kind != "wording"), len(found) - at
            )
            yield f"<details><summary>{pluralize(wordings, 'more wording')}</summary>\n"
        yield _piece(piece, notes)
    if wordings:
        yield "</details>\n"
    for each in reversed(open_):
        yield _closed(each, boards)


def _closed(heading: Piece, boards: dict[str, BoardGrid]) -> str:
    """Return the end of a section; an event's has its accounts there."""
    board = boards.get(heading.anchor)
    if board is None:
        return "</section>\n"
    about = f'<p class="detail">{escape(GUESSED)}</p>\n'
    return f"<details data-item><summary>What each side says</summary>\n{about}{table(board)}</details>\n</section>\n"


def _rendered(notes: MarkdownIt, text: str) -> str:
    """Return a note in HTML, its headings below that of the section in which notes stand."""
    tokens = notes.parse(text)
    for each in tokens:
        if each.type in ("heading_open", "heading_close"):
            each.tag = f"h{min(6, int(each.tag[1:]) + 2)}"
    return str(notes.renderer.render(tokens, notes.options, {}))


def _piece(piece: Piece, notes: MarkdownIt) -> str:
    text, tags = escape(piece.text), "".join(f'<span class="tag">{escape(tag)}</span>' for tag in piece.tags)
    anchor = f' id="{escape(piece.anchor)}"' if piece.anchor else ""
    detail = escape(piece.detail)
    if piece.link:
        href = piece.link if "://" in piece.link else f"#{piece.link}"
        detail = f'<a href="{escape(href)}">{detail}</a>'
    match piece.kind:
        case "heading":
            after = f' <span class="detail">{detail}</span>' if piece.detail else ""
            below = f"<p>{tags}</p>\n" if tags else ""
            return f"<h{piece.level + 1}{anchor}>{text}{after}</h{piece.level + 1}>\n{below}"
        case "quote" | "wording":
            # Each line says by its letters which way it runs.
            lines = "".join(f'<p dir="auto">{line}</p>' for line in text.split("\n"))
            among = ' class="wording"' if piece.kind == "wording" else ""
            return (
                f"<figure{anchor}{among} data-item><blockquote>{lines}</blockquote>"
                f"<figcaption>{detail} {tags}</figcaption></figure>\n"
            )
        case "note":
            return (
                f'<div class="note" data-item><p class="detail"><bdi>{detail}</bdi></p>\n'
                f'<div dir="auto">{_rendered(notes, piece.text)}</div></div>\n'
            )
        case _:
            return f'<p{anchor} data-item><bdi>{text}</bdi> <span class="detail">{detail}</span> {tags}</p>\n'

"""`html`: a page to hand on, to be read in a browser or printed: one file that loads nothing and reaches nobody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import escape

from markdown_it import MarkdownIt

from tui.core.board_grid import BoardCell, BoardGrid, by_sides
from tui.core.model import AnnotatedEvent
from tui.core.text import clean, one_line, pluralize
from tui.exchange.exporters.document import Piece, pieces
from tui.exchange.exporters.dossier import Dossier
from tui.exchange.exporters.page_picture import DayTally
from tui.exchange.exporters.page_style import POLICY, SCRIPT, STYLE

CLOSING = "</body>\n</html>\n"
GUESSED = (
    "A ? marks what is found by rule; all else of how claims stand to one another was set by the reader."
)
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
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{escape(title)}</title>\n<style>{STYLE}{_WIDE if wide else ''}</style>\n</head>\n<body>\n"
    )


def table(grid: BoardGrid) -> str:
    """Return the accounts of an event as a table."""
    columns = "".join(f'<th scope="col">{escape(one_line(each))}</th>' for each in grid.columns)
    place = '<div class="scroll" role="region" aria-label="Accounts" tabindex="0">'
    lines = [f"{place}<table>\n<thead><tr>{columns}</tr></thead>\n<tbody>\n"]
    for row in grid.rows:
        filled = (
            "".join(map(_cell, row[at])) if at in row else f'<p class="detail">{escape(silent)}</p>'
            for at, silent in enumerate(grid.silent)
        )
        lines.append(f"<tr>{''.join(f'<td>{each}</td>' for each in filled)}</tr>\n")
    return "".join([*lines, "</tbody>\n</table></div>\n"])


def _cell(cell: BoardCell) -> str:
    words = "<br>".join(map(escape, clean(cell.words).split("\n")))
    return f'<p dir="auto">{words}<br><bdi class="detail">{escape(one_line(cell.source))}</bdi></p>'


def chunks(dossier: Dossier) -> Iterator[str]:
    """Yield the page."""
    tally, boards = DayTally(), dict[str, BoardGrid]()
    found = list(pieces(replace(dossier, events=lambda: _passed(dossier, tally, boards))))
    sections = [piece for piece in found if piece.level == 1]
    links = " · ".join(f'<a href="#{escape(each.anchor)}">{escape(each.text)}</a>' for each in sections)
    numbers = f"{pluralize(tally.articles, 'article')}, {pluralize(tally.quotes.total(), 'quote')}"
    yield opening(dossier.title)
    yield (
        f'<a class="skip" href="#timeline">To the timeline</a>\n<header><h1>{escape(dossier.title)}</h1>\n'
        f'<p class="detail">{escape(", ".join(filter(None, (numbers, dossier.made[:10]))))}</p>\n'
        f'<nav aria-label="Sections">{links}</nav></header>\n{tally.svg()}{_FIND}<main>\n'
    )
    yield from _sections(found[1:], boards)
    yield f"</main>\n<footer>Made with briefing-tui {escape(dossier.made[:10])}</footer>\n"
    yield f"<script>{SCRIPT}</script>\n{CLOSING}"


def _passed(dossier: Dossier, tally: DayTally, boards: dict[str, BoardGrid]) -> Iterator[AnnotatedEvent]:
    """Yield the events, and keep what stands at the head of the page and in the sections of events."""
    from tui.store.statements import board

    for annotated in tally.passed(dossier.events()):
        if dossier.briefing and len(annotated.event.articles) > 1:
            sides = by_sides(board(dossier.briefing, annotated), annotated.event.name, {**dossier.speakers})
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

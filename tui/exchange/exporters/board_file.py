"""The accounts of an event as a file: a table by sides and one by outlets, in Markdown, HTML or a workbook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from tui.core.board_grid import BoardCell, BoardGrid
from tui.core.text import clean, one_line
from tui.exchange.exporters import html
from tui.exchange.exporters.formats import ALSO, BY_ID, ExportError, Format
from tui.exchange.exporters.markdown_text import plain

FORMATS = ("markdown", "html", "xlsx")
"""The ids of the formats a board goes out in."""
_SHEETS = ("Accounts", "Outlets")
_NOBODY = "Nobody is named for what is said of this event."


def format_of(name: str) -> Format:
    """Return a format by what it is called. Raises `ExportError` for one that a board does not go out in."""
    called = ALSO.get(name.lower(), name)
    if called not in FORMATS:
        raise ExportError(f"accounts go out as {', '.join(FORMATS)}, not as “{one_line(name)}”")
    return BY_ID[called]


def chunks(chosen: Format, grids: Sequence[BoardGrid]) -> Iterable[str | bytes]:
    """Return the file of the grids of one event, piece by piece. Raises `ExportError` where nothing is said at all."""
    if not any(grid.rows for grid in grids):
        raise ExportError("nothing is quoted of this event, so there are no accounts of it")
    grids = [grid.stated() if grid.rows else BoardGrid(grid.title, (_NOBODY,), ("",), ()) for grid in grids]
    match chosen.id:
        case "markdown":
            return _markdown(grids)
        case "html":
            return _html(grids)
    if chosen.missing:
        raise ExportError(f"{chosen.id} {chosen.missing}")
    from tui.exchange.exporters import workbook

    sheets = [
        (name, grid.columns, map(workbook.texts, _rows(grid)))
        for name, grid in zip(_SHEETS, grids, strict=True)
    ]
    return workbook.book(sheets, wrapped=True)


def _rows(grid: BoardGrid) -> Iterator[list[str]]:
    """Yield the rows as text, a claim a paragraph with who reports it below; then what a – stands for."""
    for row in grid.rows:
        yield [
            "\n\n".join(f"{each.words}\n— {each.source}" for each in row.get(at, ())) or "–"
            for at in range(len(grid.columns))
        ]
    yield from ([each, *[""] * (len(grid.columns) - 1)] for each in grid.silences)


def _markdown(grids: Sequence[BoardGrid]) -> Iterator[str]:
    yield f"{html.GUESSED}\n"
    for grid in grids:
        yield f"\n# {plain(clean(grid.title))}\n\n"
        yield _line(map(plain, grid.columns)) + _line("---" for _ in grid.columns)
        for row in grid.rows:
            yield _line("<br>".join(map(_marked, row.get(at, ()))) or "–" for at in range(len(grid.columns)))
        yield from (f"\n{plain(clean(each))}\n" for each in grid.silences)


def _line(texts: Iterable[str]) -> str:
    return f"| {' | '.join(texts)} |\n"


def _marked(cell: BoardCell) -> str:
    words = "<br>".join(map(plain, clean(cell.words).split("\n")))
    return f"{words}<br>— *{plain(clean(cell.source))}*"


def _html(grids: Sequence[BoardGrid]) -> Iterator[str]:
    title = one_line(grids[0].title)
    yield f'{html.opening(title, wide=True)}<h1>{escape(title)}</h1>\n<p class="detail">{escape(html.GUESSED)}</p>\n'
    for at, grid in enumerate(grids):
        heading = f"<h2>{escape(one_line(grid.title))}</h2>\n" if at else ""
        yield f"{heading}{html.table(grid)}"
    yield html.CLOSING

"""What changed between two versions of an article, as the lines a pane of some width shows. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from tui.core.alignment.word_diff import word_diff
from tui.core.model import Article, Version
from tui.ui import format
from tui.ui.panes.article_layout import LayoutLine, measure
from tui.ui.panes.wrap import Piece, cut_pieces, wrap

# By sign and by weight: struck out or underlined is not seen on every terminal, nor is colour.
_SIGNS = {"delete": ("[-", "-]", "gone"), "insert": ("{+", "+}", "new")}


def diff_lines(article: Article, version: Version, at: int, width: int) -> list[LayoutLine]:
    """Return the article with what `version`, the `at`-th before it (from 1), had otherwise."""
    room = measure(width)
    which = "the version before" if at == 1 else f"{at} versions ago"
    when = f", imported {format.date(version.imported[:10])}" if version.imported else ""
    about = (
        "[-gone-]  {+new+}  · ] [ walk the changes · D shows the version before that, then the article again"
    )
    lines = [
        LayoutLine(),
        LayoutLine(pieces=((f"Changed since {which}{when}", "heading"),)),
        *(LayoutLine(pieces=((about[start:end], "dim"),)) for start, end in wrap(about, room)),
        LayoutLine(),
    ]
    if version.headline != article.headline:
        lines += [*_lines(word_diff(version.headline, article.headline), room), LayoutLine()]
    return [*lines, *_lines(word_diff(version.text, article.text), room), LayoutLine()]


def dressed(changes: Sequence[tuple[str, str]]) -> list[Piece]:
    """Return the words of two texts in one, what only one has between signs and in a style of its own."""
    pieces: list[Piece] = []
    for op, words in changes:
        before, after, style = _SIGNS.get(op, ("", "", ""))
        core = words.rstrip()  # a sign alone on the next line would tell nothing
        pieces.append((f"{before}{core}{after}", style))
        if blank := words[len(core) :]:
            pieces.append((blank, ""))
    return pieces


def _lines(changes: Sequence[tuple[str, str]], room: int) -> list[LayoutLine]:
    """Return the words of both versions in one text, wrapped, each stretch in its style."""
    pieces, begins = dressed(changes), _begins(changes)
    text = "".join(words for words, _ in pieces)
    return [
        LayoutLine(
            pieces=tuple(cut_pieces(pieces, start, end)), change=any(start <= at < end for at in begins)
        )
        for start, end in wrap(text, room)
    ]


def _begins(changes: Sequence[tuple[str, str]]) -> list[int]:
    """Return where changes begin in the one text; what replaces something is one change with it."""
    found, at, same = [], 0, True
    for op, words in changes:
        before, after, style = _SIGNS.get(op, ("", "", ""))
        if style and same:
            found.append(at + len(before) + len(words) - len(words.lstrip()))
        same = not style
        at += len(before) + len(words) + len(after)
    return found

"""What changed between two versions of an article, as the lines a pane of some width shows. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from tui.core.alignment.word_diff import word_diff
from tui.core.model import Article, Version
from tui.ui import format
from tui.ui.panes.article_layout import LayoutLine, measure
from tui.ui.panes.wrap import Piece, wrap

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
        lines += [*_dressed(word_diff(version.headline, article.headline), room), LayoutLine()]
    return [*lines, *_dressed(word_diff(version.text, article.text), room), LayoutLine()]


def _dressed(changes: Sequence[tuple[str, str]], room: int) -> list[LayoutLine]:
    """Return the words of both versions in one text, wrapped, each stretch in its style."""
    text, spans, begins, same = "", [], [], True
    for op, words in changes:
        before, after, style = _SIGNS.get(op, ("", "", ""))
        start, core = len(text), words.rstrip()  # a sign alone on the next line would tell nothing
        if style and same:  # what replaces something is one change with it
            begins.append(start + len(before) + len(core) - len(core.lstrip()))
        same = not style
        text += f"{before}{core}{after}"
        spans.append((start, len(text), style))
        if blank := words[len(core) :]:
            spans.append((len(text), len(text) + len(blank), ""))
            text += blank
    lines, first = [], 0
    for start, end in wrap(text, room):
        pieces: list[Piece] = []
        while first < len(spans) and spans[first][1] <= start:
            first += 1
        for opens, ends, style in spans[first:]:
            if opens >= end:
                break
            pieces.append((text[max(opens, start) : min(ends, end)], style))
        change = any(start <= at < end for at in begins)
        lines.append(LayoutLine(pieces=tuple(pieces), change=change))
    return lines

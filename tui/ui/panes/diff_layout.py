"""What changed between two versions of an article, as the lines a pane of some width shows. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui.core.alignment.word_diff import word_diff
from tui.core.model import Article, Version
from tui.ui import format
from tui.ui.panes.article_layout import LayoutLine, measure
from tui.ui.panes.wrap import Piece, wrap

_STYLES = {"delete": "gone", "insert": "new"}
_SIGNS = {"delete": ("[-", "-]"), "insert": ("{+", "+}")}  # where there is no colour


def diff_lines(
    article: Article, version: Version, at: int, width: int, *, colored: bool = True
) -> list[LayoutLine]:
    """Return the article with what `version`, the `at`-th before it (from 1), had otherwise.

    What is gone and what is new is told by what lies behind it, or by brackets where nothing is `colored`.
    """
    signs = {} if colored else _SIGNS
    room = measure(width)
    which = "the version before" if at == 1 else f"{at} versions ago"
    when = f", imported {format.date(version.imported[:10])}" if version.imported else ""
    about = "D shows the version before that, then the article again"
    legend: list[Piece] = []
    for op, said in (("delete", "gone"), ("insert", "new")):
        before, after = signs.get(op, ("", ""))
        legend += [(f"{before}{said}{after}", _STYLES[op]), ("  ", "")]
    lines = [
        LayoutLine(),
        LayoutLine(pieces=((f"Changed since {which}{when}", "heading"),)),
        LayoutLine(pieces=tuple(legend)),
        *(LayoutLine(pieces=((about[start:end], "dim"),)) for start, end in wrap(about, room)),
        LayoutLine(),
    ]
    if version.headline != article.headline:
        lines += [*_dressed(word_diff(version.headline, article.headline), room, signs), LayoutLine()]
    return [*lines, *_dressed(word_diff(version.text, article.text), room, signs), LayoutLine()]


def _dressed(
    changes: Sequence[tuple[str, str]], room: int, signs: Mapping[str, tuple[str, str]]
) -> list[LayoutLine]:
    """Return the words of both versions in one text, wrapped, each stretch in its style."""
    text, spans = "", []
    for op, words in changes:
        (before, after), style = signs.get(op, ("", "")), _STYLES.get(op, "")
        start, core = len(text), words.rstrip()  # a sign alone on the next line would tell nothing
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
        for begins, ends, style in spans[first:]:
            if begins >= end:
                break
            pieces.append((text[max(begins, start) : min(ends, end)], style))
        lines.append(LayoutLine(pieces=tuple(pieces)))
    return lines

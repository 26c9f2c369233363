"""What changed between two versions of an article, as the lines a pane of some width shows. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from tui.model import Article, Version
from tui.view import show
from tui.view.article_lines import Line, measure
from tui.view.wrap import Piece, wrap
from tui.worddiff import word_diff

# By sign and by weight: struck out or underlined is not seen on every terminal, nor is colour.
_SIGNS = {"delete": ("[-", "-]", "gone"), "insert": ("{+", "+}", "new")}


def diff_lines(article: Article, version: Version, at: int, width: int) -> list[Line]:
    """Return the article with what `version`, the `at`-th before it (from 1), had otherwise."""
    room = measure(width)
    which = "the version before" if at == 1 else f"{at} versions ago"
    when = f", imported {show.date(version.imported[:10])}" if version.imported else ""
    about = "[-gone-]  {+new+}  · D shows the version before that, then the article again"
    lines = [
        Line(),
        Line(pieces=((f"Changed since {which}{when}", "heading"),)),
        *(Line(pieces=((about[start:end], "dim"),)) for start, end in wrap(about, room)),
        Line(),
    ]
    if version.headline != article.headline:
        lines += [*_dressed(word_diff(version.headline, article.headline), room), Line()]
    return [*lines, *_dressed(word_diff(version.text, article.text), room), Line()]


def _dressed(changes: Sequence[tuple[str, str]], room: int) -> list[Line]:
    """Return the words of both versions in one text, wrapped, each stretch in its style."""
    text, spans = "", []
    for op, words in changes:
        before, after, style = _SIGNS.get(op, ("", "", ""))
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
        lines.append(Line(pieces=tuple(pieces)))
    return lines

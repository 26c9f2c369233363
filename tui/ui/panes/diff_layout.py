"""What changed between two versions of an article, as the lines a pane of some width shows. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from tui.core.alignment.word_diff import word_diff
from tui.core.model import Article, Version
from tui.ui import format
from tui.ui.panes.article_layout import LayoutLine
from tui.ui.panes.wrap import Piece, cut_pieces, wrap

_STYLES = {"delete": "gone", "insert": "new"}
_SIGNS = {"delete": ("[-", "-]"), "insert": ("{+", "+}")}  # where there is no colour


Signs = Mapping[str, tuple[str, str]]


def diff_lines(
    article: Article, version: Version, at: int, room: int, key: format.KeyOf, *, colored: bool
) -> list[LayoutLine]:
    """Return the article, in lines of `room` cells, with what `version`, the `at`-th before it (from 1), had otherwise.

    What is gone and what is new is told by what lies behind it, or by brackets where nothing is `colored`.
    """
    signs: Signs = {} if colored else _SIGNS
    which = "the version before" if at == 1 else f"{at} versions ago"
    when = f", imported {format.date(version.imported[:10])}" if version.imported else ""
    walk, back = f"{key('next_article')} {key('previous_article')}", key("changes")
    about = f"{walk} walk the changes · {back} shows the version before that, then the article again"
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
        lines += [*_lines(word_diff(version.headline, article.headline), room, signs), LayoutLine()]
    return [*lines, *_lines(word_diff(version.text, article.text), room, signs), LayoutLine()]


def _dressed(changes: Sequence[tuple[str, str]], signs: Signs) -> list[Piece]:
    """Return the words of two texts in one, what only one has in a style of its own, and between `signs`."""
    pieces: list[Piece] = []
    for op, words in changes:
        before, after = signs.get(op, ("", ""))
        core = words.rstrip()  # a sign alone on the next line would tell nothing
        pieces.append((f"{before}{core}{after}", _STYLES.get(op, "")))
        if blank := words[len(core) :]:
            pieces.append((blank, ""))
    return pieces


def _lines(changes: Sequence[tuple[str, str]], room: int, signs: Signs) -> list[LayoutLine]:
    """Return the words of both versions in one text, wrapped, each stretch in its style."""
    changes = changes if signs else _apart(changes)
    pieces, begins = _dressed(changes, signs), _begins(changes, signs)
    text = "".join(words for words, _ in pieces)
    return [
        LayoutLine(
            pieces=tuple(cut_pieces(pieces, start, end)), change=any(start <= at < end for at in begins)
        )
        for start, end in wrap(text, room)
    ]


def _apart(changes: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return changes with a blank between words that are gone and those in their place, where nothing else parts them."""
    return [
        (op, f"{words} " if op == "delete" and then == "insert" and words[-1:].strip() else words)
        for (op, words), (then, _) in pairwise([*changes, ("", "")])
    ]


def _begins(changes: Sequence[tuple[str, str]], signs: Signs) -> list[int]:
    """Return where changes begin in the one text; what replaces something is one change with it."""
    found, at, same = [], 0, True
    for op, words in changes:
        before, after = signs.get(op, ("", ""))
        if op != "equal" and same:
            found.append(at + len(before) + len(words) - len(words.lstrip()))
        same = op == "equal"
        at += len(before) + len(words) + len(after)
    return found

"""The statements of an event as rows of the quotes pane: each by its fullest wording, the others under it. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Sequence
from dataclasses import replace

from tui.core.alignment.word_diff import word_diff
from tui.core.model import NO_OUTLET, AnnotatedEvent
from tui.core.statements import Statement, StatementWording
from tui.ui import format
from tui.ui.panes.diff_layout import SIGNS, dressed
from tui.ui.panes.quote_layout import QuoteRow
from tui.ui.panes.quote_rows import LabelLookup, item_of, items_gone
from tui.ui.panes.wrap import Piece

_MOST = 3  # outlets of a kind, and people the words came through, that are named
_COMMON = 0.4  # of a wording, what must be the fullest's words for the others to be marked


def items_of_statements(
    annotated: AnnotatedEvent, statements: Sequence[Statement], names: LabelLookup, unfolded: Container[str]
) -> list[QuoteRow]:
    """Return the statements of an event under their speakers, those with most to say, and most reported, first.

    `unfolded` are the ids of the fullest wordings whose other wordings are listed too.
    """
    said: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        said[format.speaker_name(statement.base.quote, names.speakers)].append(statement)
    items: list[QuoteRow] = []
    for speaker in sorted(said, key=lambda name: (-len(said[name]), name.casefold())):
        those = sorted(said[speaker], key=lambda each: -len(each.outlets))
        role = next((each.base.quote.role for each in those if each.base.quote.role), "")
        heading = " · ".join(filter(None, (speaker, role, format.counted(len(those), "statement"))))
        items.append(QuoteRow(quote=None, speaker=speaker, heading=heading))
        for statement in those:
            items += _rows(annotated, statement, names, statement.base.quote.id in unfolded)
    for article in annotated.event.articles:
        items += items_gone(annotated, article, names)
    return items


def _rows(
    annotated: AnnotatedEvent, statement: Statement, names: LabelLookup, unfolded: bool
) -> list[QuoteRow]:
    base = item_of(annotated, statement.base.article, statement.base.quote, names)
    others = (*statement.wordings[1:], *statement.offered)
    folded = () if unfolded else tuple(each.quote.id for each in statement.wordings[1:])
    rows = [replace(base, coverage=coverage(statement, unfolded=unfolded), folded=folded)]
    if unfolded:
        rows += [_wording(annotated, statement, each, names) for each in others]
    return rows


def coverage(statement: Statement, *, unfolded: bool = False) -> str:
    """Return who reports a statement and how: "3 outlets · direct in North · indirect in Ledger, Courier · told CNN"."""
    outlets = statement.outlets
    by_kind: defaultdict[str, list[str]] = defaultdict(list)
    for wording in statement.wordings:
        outlet = wording.article.outlet or NO_OUTLET
        if outlet not in by_kind[wording.quote.kind]:
            by_kind[wording.quote.kind].append(outlet)
    told = []
    if len(outlets) > 1:
        told.append(f"{format.counted(len(outlets), 'outlet')}{_sources(statement)}")
        for kind in ("direct", "mixed", "indirect"):
            if those := by_kind[kind]:
                more = f" and {len(those) - _MOST} more" if len(those) > _MOST else ""
                told.append(f"{kind} in {', '.join(those[:_MOST])}{more}")
    else:
        told.append(statement.base.article.outlet or NO_OUTLET)
    through = dict.fromkeys(
        name for wording in statement.wordings for name in wording.quote.chain if name[:1].isupper()
    )
    told += [f"via {', '.join(list(through)[:_MOST])}"] if through else []
    told += [statement.setting] if statement.setting and statement.setting not in through else []
    told += [statement.base.record] if statement.base.record else []
    if statement.offered:
        told.append(f"{format.UNSURE} {len(statement.offered)} to decide")
    sign = "" if len(statement.wordings) + len(statement.offered) == 1 else "▾ " if unfolded else "▸ "
    return sign + " · ".join(told)


def _sources(statement: Statement) -> str:
    return (
        f", {format.counted(statement.sources, 'source')}"
        if statement.sources < len(statement.outlets)
        else ""
    )


def _wording(
    annotated: AnnotatedEvent, statement: Statement, wording: StatementWording, names: LabelLookup
) -> QuoteRow:
    """Return the row of another wording: its outlet, and its words with what the fullest has otherwise."""
    row = item_of(annotated, wording.article, wording.quote, names)
    offered = wording in statement.offered
    sign = f"{format.UNSURE} " if offered else ""
    how = f" · {wording.why} ({wording.score:.2f})" if offered else ""
    record = f" · {wording.record}" if wording.record else ""
    label = f"{sign}{wording.article.outlet or NO_OUTLET} · {wording.quote.kind}{how}{record}"
    return replace(row, label=label, words=tuple(_compared(statement.base.quote.words, wording.quote.words)))


def _compared(base: str, words: str) -> list[Piece]:
    """Return the words of a wording, what it adds marked; what it leaves out at either end is only an ellipsis.

    Other words altogether stand as they are.
    """
    changes = word_diff(base, words)
    if sum(len(text) for op, text in changes if op == "equal") < _COMMON * len(words):
        return [(words, "")]
    first = 1 if changes[0][0] == "delete" else 0
    last = len(changes) - (1 if len(changes) > first and changes[-1][0] == "delete" else 0)
    cut_before, cut_after = first > 0, last < len(changes)
    pieces = dressed(changes[first:last], SIGNS)
    return [*([("[…] ", "dim")] if cut_before else []), *pieces, *([(" […]", "dim")] if cut_after else [])]

"""The statements of an event as rows of the quotes pane: each by its fullest wording, the others under it. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Sequence
from dataclasses import replace

from tui.core.alignment.word_diff import word_diff
from tui.core.model import NO_OUTLET, AnnotatedEvent
from tui.core.statements import BY_RULE, Statement, StatementWording, by_speaker
from tui.ui import format
from tui.ui.panes.quote_layout import QuoteRow
from tui.ui.panes.quote_rows import LabelLookup, item_of, items_gone
from tui.ui.panes.wrap import Piece

_MOST = 3  # outlets of a kind, and people the words came through, that are named
_EDGES = " ,.;:“”…"
_COMMON = 0.4  # of a wording, what must be the fullest's words for the others to be marked


def items_of_statements(
    annotated: AnnotatedEvent,
    statements: Sequence[Statement],
    names: LabelLookup,
    unfolded: Container[str],
    passing: Container[str] | None = None,
) -> list[QuoteRow]:
    """Return the statements of an event under their speakers, those with most to say, and most reported, first.

    `unfolded` are the ids of the fullest wordings whose other wordings are listed too. Where a search leaves only the
    quotes that are `passing`, a statement stands there for any of its wordings, and those that pass under it.
    """
    if passing is not None:
        statements = [
            each for each in statements if any(wording.quote.id in passing for wording in each.wordings)
        ]
    items: list[QuoteRow] = []
    for speaker, those in by_speaker(statements, lambda quote: format.speaker_name(quote, names.speakers)):
        role = next((each.base.quote.role for each in those if each.base.quote.role), "")
        number = format.counted(len(those), "statement")
        languages = dict.fromkeys(each.base.article.language[:2] or "en" for each in those)
        if len(languages) > 1:  # no rule joins what is said in two
            number += f" in {', '.join(languages)}: {names.key('same_statement')} joins"
        heading = " · ".join(filter(None, (speaker, role, number)))
        items.append(QuoteRow(quote=None, speaker=speaker, heading=heading))
        for statement in those:
            items += _rows(annotated, statement, names, statement.base.quote.id in unfolded, passing)
    for article in annotated.event.articles if passing is None else ():
        items += items_gone(annotated, article, names)
    return items


def _rows(
    annotated: AnnotatedEvent,
    statement: Statement,
    names: LabelLookup,
    unfolded: bool,
    passing: Container[str] | None,
) -> list[QuoteRow]:
    base = item_of(annotated, statement.base.article, statement.base.quote, names)
    others = [*statement.wordings[1:], *statement.offered]
    if passing is not None:
        others = [each for each in others if each.quote.id in passing]
        unfolded = bool(others)
    folded = () if unfolded else tuple(each.quote.id for each in statement.wordings[1:])
    rows = [replace(base, coverage=coverage(statement, names.key, unfolded=unfolded), folded=folded)]
    return rows + [_wording(annotated, statement, each, names) for each in others if unfolded]


def coverage(statement: Statement, key: format.KeyOf, *, unfolded: bool = False) -> str:
    """Return who reports a statement and how: "3 outlets · direct in North · indirect in Ledger, Courier · told CNN"."""
    outlets = statement.outlets
    by_kind: defaultdict[str, list[str]] = defaultdict(list)
    for wording in statement.wordings:
        outlet = wording.article.outlet or NO_OUTLET
        if outlet not in by_kind[wording.quote.kind]:
            by_kind[wording.quote.kind].append(outlet)
    told = []
    base = statement.base
    doubt = max(each.doubt for each in statement.wordings)
    if len(outlets) > 1:
        told.append(f"{format.counted(len(outlets), 'outlet')}{_sources(statement)}{doubt}")
        for kind in ("direct", "mixed", "indirect"):
            if those := by_kind[kind]:
                more = f" and {len(those) - _MOST} more" if len(those) > _MOST else ""
                told.append(f"{kind} in {', '.join(those[:_MOST])}{more}")
    else:
        number = len(statement.wordings)
        several = f", {format.counted(number, 'wording')}{doubt}" if number > 1 else ""
        told.append(f"{base.article.outlet or NO_OUTLET}{several} · {base.quote.kind}")
    told_of = statement.wordings
    if len(outlets) > 1 and unfolded:  # each of the others says its own below
        told.append(f"these words in {base.article.outlet or NO_OUTLET}")
        told_of = (base,)
    through = dict.fromkeys(
        name
        for wording in told_of
        for name in wording.quote.chain
        if format.via([name], wording.article.outlet)  # not "via Tribune" of what it was told itself
    )
    told += [format.via(tuple(through)[:_MOST])] if through else []
    told += (
        [statement.setting]
        if statement.setting and statement.setting.removeprefix("told ") not in through
        else []
    )
    told += [f"said {format.INFERRED}{format.date(statement.day)}"] if statement.day else []
    told += [statement.base.record] if statement.base.record else []
    if statement.offered:
        decide = f"{key('same_statement')} or {key('other_statement')} on each"
        how = decide if unfolded else f"{key('pane_right')} shows them"
        told.append(f"{format.UNSURE} {len(statement.offered)} to decide, {how}")
    told += differing((*statement.wordings, *statement.offered))
    sign = (
        ""
        if len(statement.wordings) + len(statement.offered) == 1
        else "▾ "
        if unfolded
        else f"{format.FOLDED} "
    )
    return sign + " · ".join(told)


def differing(wordings: Sequence[StatementWording]) -> list[str]:
    """Return what wordings tell otherwise than fuller ones, as a guess: "≠ 40 / 60 mines ?"; [] for nothing."""
    told = dict.fromkeys(each for wording in wordings for each in wording.differs)
    return [f"≠ {', '.join(told)} {format.UNSURE}"] if told else []


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
    via = format.via(wording.quote.chain, wording.article.outlet)
    via = f" · {via}" * bool(via)
    label = f"{sign}{wording.article.outlet or NO_OUTLET} · {wording.quote.kind}{via}{how}{record}"
    words, changes = _compared(statement.base, wording)
    if wording.quote.kind != "indirect":  # in marks, as everywhere
        words = (("“", ""), *words, ("”", ""))
    if wording.quote.stance:
        words = ((f"{wording.quote.stance}: ", ""), *words)
    # What a rule put together is no fact, and says what speaks for it.
    joined = (
        f" · one statement? {wording.why.removeprefix(f'{BY_RULE}: ')}"
        if wording.doubt and not offered
        else ""
    )
    told = " · ".join((changes, *differing([wording])))
    return replace(row, label=label, words=words, coverage=f"{told}{joined}")


def _compared(base: StatementWording, wording: StatementWording) -> tuple[tuple[Piece, ...], str]:
    """Return the words of a wording, what only it has by weight, and what that is and what it leaves out, in words.

    Of one in another language than the fullest that alone is said.
    """
    words, (own, other) = (
        wording.quote.words.removesuffix(","),
        (each.article.language[:2] for each in (wording, base)),
    )
    if own and other and own != other:
        return ((words, ""),), f"in another language: {own}, the fullest in {other}"
    changes = word_diff(base.quote.words.removesuffix(","), words, case=False)
    if sum(len(text) for op, text in changes if op == "equal") < _COMMON * len(words):
        return ((words, ""),), "in other words"
    pieces = tuple((text, "strong" if op == "insert" else "") for op, text in changes if op != "delete")
    told = [
        f"{sign} {', '.join(f'“{part}”' for part in parts)}"
        for sign, wanted in (("+", "insert"), ("−", "delete"))
        if (parts := [part for op, text in changes if op == wanted and (part := text.strip(_EDGES))])
    ]
    return pieces, " · ".join(told) or "the same words as the fullest"

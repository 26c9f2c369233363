"""The statements of an event in Markdown: what stands in several wordings, a block each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from tui.core.model import NO_OUTLET, Quote
from tui.core.statements import Statement
from tui.exchange.exporters.dossier import Dossier, told
from tui.exchange.exporters.markdown_text import plain


def statement_blocks(
    dossier: Dossier, repeated: Sequence[Statement], level: str, shown: Callable[[Quote], list[str]]
) -> list[str]:
    """Return a section of these statements below headings of a level: the fullest wording of each, then the others."""
    lines = [f"{level} In several wordings", ""] if repeated else []
    for statement in repeated:
        quote = statement.base.quote
        who = (dossier.speaker_name(quote) or "nobody named") + " ?" * quote.unsure
        title = (who, statement.setting, f"{len(statement.wordings)} wordings")
        lines += [f"{level}# {plain(' · '.join(filter(None, title)))}", ""]
        for each in statement.wordings:
            outlet = plain(each.article.outlet) or NO_OUTLET
            lines += [f"{outlet}, {plain(told(each))}:", "", *shown(each.quote)]
    return lines


def held(repeated: Iterable[Statement]) -> set[str]:
    """Return the ids of the quotes that stand in these statements."""
    return {each.quote.id for statement in repeated for each in statement.wordings}

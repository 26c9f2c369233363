"""`accounts`: what each side says of one event, side by side."""

from __future__ import annotations

from argparse import Namespace

from tui.cli.context import find_event, open_briefing
from tui.cli.output import DONE, USAGE, VerbError, counted, faint, json_line, line, strong, warn
from tui.core.accounts import OTHERS, Board, Claim
from tui.core.model import ASSERTED, Speaker
from tui.core.quote_state import marked
from tui.core.speakers import attributed_name
from tui.core.statements import BY_READER
from tui.core.text import clean, one_line
from tui.exchange.json_records import Record

_SAID = {"same": "says so too", "denies": "denies", "denied by": "is denied", "contradicts": "contradicts"}


def print_accounts(args: Namespace) -> int:
    """Print the board of an event: a line a row for programs, a paragraph for people; or write it as a file."""
    from tui.store.statements import board

    if args.format or args.output:
        return _export(args)
    with open_briefing(args, reading=True) as briefing:
        annotated = briefing.annotated(find_event(briefing, args.event))
        found, speakers = board(briefing, annotated), briefing.speakers()
    if args.json:
        for row in found.rows:
            first = next(iter(row.values()))[0]
            claims = [_record(each, first, side, speakers) for side in row for each in row[side]]
            json_line({"event": found.event, "claims": claims})
        return DONE
    if not found.rows:
        warn("nobody is named for what is said of this event")
    _print(found, clean(annotated.event.name), speakers)
    return DONE


def _export(args: Namespace) -> int:
    from tui.cli.export import put
    from tui.exchange.exporters import board_file
    from tui.exchange.exporters.formats import ExportError
    from tui.exchange.exporters.formats import put as write
    from tui.store.statements import grids

    if args.json or not args.format:
        raise VerbError(
            "--json prints, --format F writes" if args.json else "-o FILE wants --format F", USAGE
        )
    try:
        chosen = board_file.format_of(args.format)
    except ExportError as error:
        raise VerbError(str(error), USAGE) from None
    with open_briefing(args, reading=True) as briefing:
        found = grids(briefing, briefing.annotated(find_event(briefing, args.event)))
    parts = board_file.chunks(chosen, found)
    put(chosen, args, parts, lambda path: write(path, parts, chosen.suffix, force=args.force))
    if guesses := found[0].guesses:
        warn(f"without {counted(guesses, 'answer')} that only a rule found: `link` makes one a fact")
    return DONE


def _record(claim: Claim, first: Claim, side: str, speakers: dict[str, Speaker]) -> Record:
    """Return a claim: its column, its own side and how that is known, what it is to the first of its row, the statement.

    `quote` and `answers` are the wordings of both in which that was found: its own, and that of the `first`.
    """
    statement = claim.statement
    own, answered = claim.between
    return {
        "side": clean(side),
        "own_side": clean(claim.standing.side),
        "own_side_sure": claim.standing.sure,
        "own_side_why": clean(claim.standing.why),
        "relation": claim.relation,
        "why": clean(claim.why),
        "quote": own or statement.base.quote.id,
        "answers": (answered or first.statement.base.quote.id) if claim.relation else "",
        "statement": statement.id,
        "speaker": clean(attributed_name(statement.base.quote, speakers)),
        "text": clean(statement.base.quote.words),
        "kind": statement.base.quote.kind,
        "polarity": statement.base.quote.polarity or ASSERTED,
        "cue": clean(statement.base.quote.cue),
        "outlets": [clean(outlet) for outlet in statement.outlets],
        "tellers": [clean(outlet) for outlet in claim.tellers],
    }


def _print(board: Board, name: str, speakers: dict[str, Speaker]) -> None:
    line(strong(one_line(name)))
    for side in board.sides:
        told = f"{counted(side.statements, 'claim')} in {counted(len(side.articles), 'article')}"
        line(f"  {clean(side.name)}{' ?' * (not side.sure)}: {told}")
    if board.left_out:
        line(f"  {board.left_out}")
    for row in board.rows:
        line()
        for name_of_side, claims in row.items():
            for claim in claims:
                _claim(claim, clean(name_of_side), speakers)


def _claim(claim: Claim, side: str, speakers: dict[str, Speaker]) -> None:
    quote = claim.statement.base.quote
    who = clean(attributed_name(quote, speakers)) + " ?" * claim.statement.unsure
    if side == OTHERS and claim.standing.side != attributed_name(quote, speakers):
        who += f", {clean(claim.standing.told)}"
    elif not claim.standing.sure:
        who += ", of this side?"
    doubt = "" if claim.why in ("", BY_READER) else "?"
    relation = f" {_SAID[claim.relation]}{doubt}" if claim.relation in _SAID else ""
    outlets = clean(", ".join(claim.outlets))
    said = one_line(marked(quote))
    line(f"{side}{f' ({who})' if who != side else ''}{relation}: {said}  {faint(outlets)}")

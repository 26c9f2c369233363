"""`speakers`: who is quoted, under which names and how often; renaming, merging, splitting."""

from __future__ import annotations

from argparse import Namespace
from collections import Counter
from collections.abc import Callable, Mapping

from tui.cli.context import carry_out, check_words, find, open_briefing, print_step, short
from tui.cli.output import DONE, USAGE, VerbError, counted, faint, json_line, table
from tui.commands.base import Command
from tui.commands.speakers import (
    AddAlias,
    MergeSpeakers,
    RemoveAlias,
    RenameSpeaker,
    SetRole,
    SetSide,
    SplitSpeaker,
)
from tui.core.model import NO_OUTLET, Speaker
from tui.core.speakers import called, distinct, final_speaker
from tui.core.text import fold, one_line
from tui.exchange import json_records
from tui.store.briefing import Briefing

_WANTED = {"rename": 2, "merge": 2, "split": 2, "alias": 2, "role": 1, "side": 1}


def speakers(args: Namespace) -> int:
    """List the speakers, or change who is who."""
    with open_briefing(args, reading=not args.do) as briefing:
        if not args.do:
            return _list(briefing, as_json=args.json, by_statements=args.statements)
        check_words(args, _WANTED)
        print_step(args, carry_out(briefing, _command(briefing, args)))
    return DONE


def _command(briefing: Briefing, args: Namespace) -> Command:
    first, *rest = args.words
    who = named(briefing, first)
    match args.do:
        case "rename":
            return RenameSpeaker(who.id, " ".join(rest))
        case "merge":
            into = named(briefing, rest[-1])
            return MergeSpeakers([who.id, *(named(briefing, each).id for each in rest[:-1])], into.id)
        case "alias":
            return (RemoveAlias if args.remove else AddAlias)(who.id, " ".join(rest))
        case "role":
            return SetRole(who.id, " ".join(rest))
        case "side":
            return SetSide(who.id, " ".join(rest))
        case _:
            quotes = [find(briefing, each) for each in rest] if args.quotes else []
            if any(target.type != "quote" for target in quotes):
                raise VerbError("speakers split --quotes: give ids of quotes")
            if quotes and not args.name:
                raise VerbError("speakers split --quotes: --name says whose they are", USAGE)
            return SplitSpeaker(who.id, () if quotes else rest, quotes, args.name)


def named(briefing: Briefing, wanted: str) -> Speaker:
    """Return the speaker meant by an id, the start of one, a name or words of one. Raises `VerbError`."""
    speakers = briefing.speakers()
    folded = fold(wanted)
    own = {each.id for each in speakers.values() if fold(each.name) == folded and not each.merged_into}
    also = _called(speakers, lambda name: name == folded)
    begun = {each for each in speakers if len(wanted) > 3 and each.startswith(wanted)}
    words = set(folded.split())  # “Novak” is enough for one Novak
    meant = (
        own or also or begun or (_called(speakers, lambda name: words <= {*name.split()}) if words else ())
    )
    if len(meant) > 1:
        some = "; ".join(f"{short(each)} {one_line(speakers[each].name)}" for each in sorted(meant)[:5])
        raise VerbError(f"“{one_line(wanted)}” could be several speakers: {some}")
    found = final_speaker(next(iter(meant), ""), speakers)
    if found is None:
        raise VerbError(f"there is no speaker “{one_line(wanted)}”; `briefing-tui speakers` lists them")
    return found


def _called(speakers: Mapping[str, Speaker], fits: Callable[[str], bool]) -> set[str]:
    """Return who goes by a name, folded, that fits; of merged ones whom they were merged into."""
    those = (each for each in speakers.values() if any(fits(fold(name)) for name in each.names))
    return {found.id for each in those if (found := final_speaker(each.id, speakers))}


def _list(briefing: Briefing, *, as_json: bool, by_statements: bool) -> int:
    """Print the speakers, those with most quotes or statements first; merged ones stand with whom they were merged into."""
    known = briefing.speakers()
    counts = dict.fromkeys((each.id for each in known.values() if final_speaker(each.id, known) == each), 0)
    also: dict[str, list[str]] = {each: [] for each in counts}
    for each in known.values():
        found = final_speaker(each.id, known)
        if found:
            also[found.id] += [*([each.name] if found != each else []), *each.aliases]
    said_at: dict[str, str] = {}
    for _, article, quote in briefing.quotes():
        stated = called(quote)
        for who in quote.speakers:
            if who in counts:
                counts[who] += 1
                said_at.setdefault(who, f"{article.outlet or NO_OUTLET}, {article.published or 'undated'}")
                also[who] += filter(None, [stated.get(who, "")])
    alike = Counter(fold(known[each].name) for each in counts)  # as "a spokesman" of each of many articles
    said, unit = counts, "quote"
    if by_statements:
        from tui.cli.statement_numbers import by_speaker

        said, unit = by_speaker(briefing), "statement"
    ranked = sorted(counts, key=lambda each: (-said[each], known[each].name.casefold()))
    rows = []
    for who in ranked:
        others = distinct([known[who].name, *also[who]])[1:]
        if as_json:
            record = json_records.speaker_record(known[who], counts[who], {})
            record |= {"statements": said[who]} if by_statements else {}
            json_line({**record, "aliases": [one_line(name) for name in others]})
        else:
            names = f"  ({', '.join(others)})" if others else ""
            role = f", {known[who].role}" if known[who].role else ""
            side = f", of {known[who].side}'s side" if known[who].side else ""
            place = f" · {said_at.get(who, 'no quote')}" if alike[fold(known[who].name)] > 1 else ""
            text = one_line(f"{known[who].name}{role}{side}{names}{place}")
            rows.append((faint(short(who)), counted(said[who], unit), text))
    if not as_json:
        table(rows, right=(1,), none="no speakers yet")
    return DONE

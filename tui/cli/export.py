"""`export`: a briefing, or part of it, in an open format."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path

from tui.cli.context import find_event, open_briefing
from tui.cli.listing import queried, quote_filter
from tui.cli.output import DONE, USAGE, VerbError, answer, counted, json_line, line, warn
from tui.core.model import AnnotatedEvent
from tui.core.records import attributes
from tui.core.text import one_line
from tui.core.timestamps import utc_now
from tui.exchange.exporters.dossier import Choose, Dossier, narrowed, selected
from tui.exchange.exporters.formats import ALSO, BY_ID, FORMATS, Format, chunks, lost, lost_in_short, write
from tui.exchange.exporters.note_count import note_count
from tui.store.briefing import Briefing


def export(args: Namespace) -> int:
    """Export; what the format cannot carry is told at the end, on standard error, or asked for without exporting."""
    if not args.format:
        if any(
            (
                args.output,
                args.event,
                args.speaker,
                args.tag,
                args.query,
                args.title,
                args.redact,
                args.notes,
                args.all,
                args.losses,
            )
        ):
            raise VerbError("export: name the --format; without anything else `export` lists them", USAGE)
        for each in FORMATS:
            if args.json:
                json_line({"format": each.id, **attributes(each, "suffix about loses missing")})
            else:
                line(f"{each.id:<14} {each.about}{f' ({each.missing})' if each.missing else ''}")
        return DONE
    chosen = BY_ID.get(ALSO.get(args.format.lower(), args.format))
    if chosen is None:
        names = ", ".join(BY_ID)
        raise VerbError(f"there is no format “{one_line(args.format)}” (there are: {names})", USAGE)
    if args.losses:
        answer(args, {"format": chosen.id, "file": "", "lost": chosen.loses}, chosen.loses)
        return DONE
    if args.json and args.output in ("", "-"):
        raise VerbError("export: --json tells of a file; -o FILE names it", USAGE)
    with open_briefing(args, reading=True) as briefing:
        part = _choose(briefing, args)
        number = note_count(briefing, part, chosen.notes)
        dossier = Dossier.of(briefing, part, utc_now(), every=args.all)
        left_out = bool(args.redact) or (chosen.for_others and not args.notes)
        dossier = _as_wanted(dossier, args, left_out)
        parts = chunks(chosen, dossier)
        put(chosen, args, parts, lambda path: write(chosen, dossier, path, force=args.force))
    if number and left_out and not args.redact:
        warn(f"without {counted(number, 'note')} of yours: --notes puts them in")
    if args.json:
        json_line({"format": chosen.id, "file": args.output, "lost": lost(chosen, dossier)})
    else:
        told = lost_in_short(chosen, dossier)
        more = "" if chosen.loses in told else " (--losses tells all)"
        warn(f"what {chosen.id} cannot carry: {told}{more}")
    return DONE


def _as_wanted(dossier: Dossier, args: Namespace, left_out: bool) -> Dossier:
    if title := one_line(args.title):
        dossier = replace(dossier, title=title)
    return dossier.without_notes() if left_out else dossier


def put(chosen: Format, args: Namespace, parts: Iterable[str | bytes], write: Callable[[Path], str]) -> None:
    """Print the parts of a file, or `write` it where the arguments say."""
    if args.output and args.output != "-":
        path = Path(args.output).expanduser()
        if not (args.parents or path.parent.is_dir()):
            raise VerbError(one_line(f"{path.parent} is no folder that is there; --parents makes it"), USAGE)
        written = write(path)
        if not args.json:
            line(one_line(f"Wrote {written}"))
        return
    if not chosen.is_text and sys.stdout.isatty():
        raise VerbError(f"{chosen.id} is nothing to read in a terminal: -o FILE names a file", USAGE)
    out = getattr(sys.stdout, "buffer", None)
    for part in parts:
        data = part.encode("utf-8", "replace") if isinstance(part, str) else part
        if out is None:
            sys.stdout.write(data.decode("utf-8", "replace"))
        else:
            out.write(data)


def _choose(briefing: Briefing, args: Namespace) -> Choose | None:
    """Return what narrows the export as the arguments say, None where all of the briefing is wanted."""
    if not (args.event or args.speaker or args.tag or args.query):
        return None
    event_id = find_event(briefing, args.event) if args.event else ""
    found, wanted = queried(briefing, args.query), quote_filter(briefing, args)

    def choose(annotated: AnnotatedEvent) -> AnnotatedEvent | None:
        if event_id and annotated.event.id != event_id:
            return None
        chosen = annotated if found is None else selected(annotated, found.quotes)
        if chosen is None or not (args.speaker or args.tag):
            return chosen
        return narrowed(chosen, partial(wanted, chosen))

    return choose

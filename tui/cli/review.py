"""`review`: the tagged quotes of a day, or of days, with their sources, to be sent around."""

from __future__ import annotations

import sys
from argparse import Namespace

from tui.cli.context import open_briefing
from tui.cli.output import BAD_INPUT, DONE, USAGE, VerbError, answer, counted, json_line, warn
from tui.core.text import one_line
from tui.reading.formats.front_matter import edtf
from tui.workflows.press_review import UNDATED, note_count, quotes_of, review, tagged_days


def print_review(args: Namespace) -> int:
    """Print the review of a day or of several, or the days there are; return the exit status."""
    day = UNDATED if args.day == UNDATED else edtf(args.day)
    with open_briefing(args, reading=True) as briefing:
        if not args.day:
            for each, count in tagged_days(briefing).items():
                answer(args, {"day": each, "quotes": count}, f"{each}  {counted(count, 'tagged quote')}")
            return DONE
        try:
            found, unsure = quotes_of(briefing, day)
        except ValueError:
            told = f"--day {one_line(args.day)}: write it as 2025-07-01, 2025-07-01/2025-07-07, 2025-07 or undated"
            raise VerbError(told, USAGE) from None
        if unsure:
            warn(f"without {counted(unsure, 'tagged quote')} of which only a longer time is known")
        if not found:
            days = ", ".join(list(tagged_days(briefing))[:5]) or "none yet"
            warn(f"there are no tagged quotes of {day}; days that have some: {days}")
            return BAD_INPUT
        if args.json:
            for said in found:
                json_line({"quote": said.quote.id, "article": said.article.id, "tags": list(said.tags)})
        else:
            sys.stdout.write(review(briefing, day, args.format, found, with_notes=args.notes))
            if (number := note_count(found)) and not args.notes:
                warn(f"without {counted(number, 'note')} of yours: --notes puts them in")
    return DONE

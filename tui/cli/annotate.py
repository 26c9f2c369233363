"""`tag` and `note`: what the reader writes."""

from __future__ import annotations

import re
import sys
from argparse import Namespace

from tui.cli.context import carry_out, find, open_briefing, place_of, print_step, warn_of_new_speakers
from tui.cli.output import DONE, USAGE, VerbError, json_line, line
from tui.commands.annotations import AddTags, DeleteNotes, RemoveTags, Star, WriteNote
from tui.commands.quotes import format_ranges, moved_parts
from tui.core.model import AnnotationTarget
from tui.core.text import clean, one_line
from tui.core.timestamps import byline
from tui.core.typography import MARKS
from tui.exchange import json_records
from tui.store.briefing import Briefing
from tui.workflows.field_correction import correction

_CUT = re.compile(r"\s*(?:…|\.\.\.)\s*")  # between the parts of a quote
_NUMBERS = re.compile(r"\s*\d+\s*[-–]\s*\d[\d\s,–-]*")  # "120-180, 200-230"
_AROUND = "".join(MARKS) + " "


def tag(args: Namespace) -> int:
    """Tag a quote, an article or an event, or take tags off."""
    names = [one_line(name).lstrip("#") for name in args.names]
    if not all(names):
        raise VerbError("tag: a name is empty", USAGE)
    with open_briefing(args) as briefing:
        target = _markable(briefing, args.id)
        step = carry_out(briefing, (RemoveTags if args.remove else AddTags)((target,), names))
        _told(briefing, target, step.label, args.json)
    return DONE


def star(args: Namespace) -> int:
    """Star quotes, articles and events, or take the stars off."""
    with open_briefing(args) as briefing:
        targets = [_markable(briefing, each) for each in args.ids]
        print_step(args, carry_out(briefing, Star(targets, on=not args.remove)))
    return DONE


def edit(args: Namespace) -> int:
    """Correct a field of a quote, an article, an event or a speaker."""
    with open_briefing(args) as briefing:
        target = find(briefing, args.id)
        before, value = briefing.speakers(), " ".join(args.value)
        if (args.field, target.type) == ("borders", "quote"):
            value = _borders(briefing, target, value, args.first, args.last)
        elif args.first or args.last:
            raise VerbError("edit: --first and --last are for the borders of a quote", USAGE)
        try:
            command = correction(target, args.field, value)
        except ValueError as error:
            raise VerbError(error, USAGE) from None
        print_step(args, carry_out(briefing, command))
        if args.field == "speaker":
            warn_of_new_speakers(briefing, before)
    return DONE


def _borders(briefing: Briefing, target: AnnotationTarget, value: str, first: str, last: str) -> str:
    """Return borders as the command takes them: numbers as they are, words of the article as where these stand.

    Words are those of the whole quote, its parts with an ellipsis between them, as lists print them; or the `first`
    and the `last` ones, of which that which is not given stays.
    """
    article = briefing.around(target).event.article(target.article)
    quote = article.quote(target.id) if article else None
    if not (value or first or last):
        raise VerbError("edit: say the words of the quote, or its --first and --last ones", USAGE)
    if value and (first or last):
        raise VerbError("edit: give all the words of the quote, or its --first and --last ones", USAGE)
    if article is None or quote is None or _NUMBERS.fullmatch(value):
        return value
    if value:
        from tui.core.alignment.normalize import places_of

        whole = places_of(value.strip(_AROUND), article.text)
        # the article may have an ellipsis of its own
        parts = [value] if whole else filter(None, _CUT.split(value))
        return format_ranges([place_of(each.strip(_AROUND), article.text, "edit") for each in parts])
    start = place_of(first, article.text, "edit")[0] if first else quote.start
    end = place_of(last, article.text, "edit")[1] if last else quote.end
    if start >= end:
        raise VerbError(f"edit: “{one_line(last or first)}” would end the quote before it begins")
    return format_ranges(
        moved_parts(article.text, [(each.start, each.end) for each in quote.parts], start, end)
    )


def note(args: Namespace) -> int:
    """Write a note on a quote, an article, an event or a speaker; show its notes, or delete them."""
    if args.delete and args.text:
        raise VerbError("note: --delete takes no text", USAGE)
    if args.delete or not args.text:
        with open_briefing(args, reading=not args.delete) as briefing:
            target = find(briefing, args.id)
            if args.delete:
                step = briefing.do(DeleteNotes(target))
                _told(briefing, target, step.label if step.seq else "No note to delete", args.json)
            else:
                _told(briefing, target, _noted(briefing, target) or "No note yet", args.json)
        return DONE
    if args.text == ["-"]:
        text = clean(sys.stdin.buffer.read().decode("utf-8", "replace")).strip()
    else:
        text = clean(" ".join(args.text)).strip()
    if not text:
        raise VerbError("note: the note is empty, so nothing was written; --delete deletes what is there")
    with open_briefing(args) as briefing:
        target = find(briefing, args.id)
        step = carry_out(briefing, WriteNote(target, text))
        _told(briefing, target, step.label, args.json)
    return DONE


def _markable(briefing: Briefing, wanted: str) -> AnnotationTarget:
    target = find(briefing, wanted)
    if target.type == "speaker":
        raise VerbError(f"{wanted} is a speaker; quotes, articles and events can be marked")
    return target


def _told(briefing: Briefing, target: AnnotationTarget, label: str, as_json: bool) -> None:
    if not as_json:
        for each in label.split("\n"):
            line(one_line(each))
        return
    annotated, tags = briefing.around(target), briefing.tags()
    json_line(
        {
            "type": target.type,
            "id": target.id,
            "tags": [*map(clean, annotated.tag_names(target.id, tags))],
            "note": clean(annotated.note(target.id)),
            "notes": json_records.notes_of(annotated, target.id),
        }
    )


def _noted(briefing: Briefing, target: AnnotationTarget) -> str:
    found = [
        (clean(str(each.body["value"])).strip(), byline(each.creator, each.created, each.modified))
        for each in briefing.around(target).notes(target.id)
    ]
    return "\n\n".join(f"{text}\n({by})" for text, by in found)

"""`quotes`: who said what, and what the reader makes of it: new quotes, split, joined, discarded ones."""

from __future__ import annotations

from argparse import Namespace

from tui.cli.context import (
    carry_out,
    check_words,
    find,
    open_briefing,
    place_of,
    print_step,
    warn_of_new_speakers,
)
from tui.cli.listing import list_quotes
from tui.cli.output import DONE, USAGE, VerbError
from tui.commands.annotations import DiscardQuote
from tui.commands.base import Command
from tui.commands.quotes import AddQuote, JoinQuotes, SplitQuote, format_ranges
from tui.core.model import AnnotationTarget
from tui.core.text import one_line
from tui.store.briefing import Briefing

_WANTED = {"add": 2, "split": 1, "join": 2, "discard": 1, "restore": 1}


def quotes(args: Namespace) -> int:
    """List the quotes, or change them."""
    if not args.do:
        return list_quotes(args)
    check_words(args, _WANTED)
    with open_briefing(args) as briefing:
        before = briefing.speakers()
        print_step(args, carry_out(briefing, _command(briefing, args)))
        if args.do == "add":
            warn_of_new_speakers(briefing, before)
    return DONE


def _command(briefing: Briefing, args: Namespace) -> Command:
    first, *rest = args.words
    match args.do:
        case "add":
            return _new(briefing, find(briefing, first), " ".join(rest), args)
        case "join":
            return JoinQuotes([_quote(briefing, each) for each in args.words])
        case "split":
            return SplitQuote(_only(briefing, args))
        case _:
            return DiscardQuote(_only(briefing, args), on=args.do == "discard")


def _new(briefing: Briefing, target: AnnotationTarget, words: str, args: Namespace) -> Command:
    """Return the command for words of an article, which stand in it just once."""
    article = briefing.around(target).event.article(target.id)
    if target.type != "article" or article is None:
        raise VerbError("quotes add: name the article by its id, then the words of the quote", USAGE)
    place = place_of(words, article.text, "quotes add")
    return AddQuote(target, format_ranges([place]), args.speaker, args.kind)


def _only(briefing: Briefing, args: Namespace) -> AnnotationTarget:
    if len(args.words) > 1:
        raise VerbError(f"quotes {args.do}: name one quote", USAGE)
    return _quote(briefing, args.words[0])


def _quote(briefing: Briefing, wanted: str) -> AnnotationTarget:
    target = find(briefing, wanted)
    if target.type != "quote":
        raise VerbError(f"{one_line(wanted)} is of type {target.type}; name quotes by their ids", USAGE)
    return target

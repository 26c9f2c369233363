"""`tags`: renaming, moving, merging, deleting, describing. What is touched is told first."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections import Counter

from tui.cli.context import carry_out, check_words, find_tags, open_briefing, print_step
from tui.cli.output import DONE, USAGE, VerbError, counted, json_line, table, warn
from tui.commands.base import Command
from tui.commands.codebook import DeleteTags, DescribeTag, MergeTags, MoveTag, RenameTag, below, levels
from tui.core.model import TARGET_TYPES, Tag
from tui.core.text import clean, fold, one_line
from tui.store.briefing import Briefing
from tui.store.id_lookup import LEAST, plain_id

_WANTED = {"rename": 2, "move": 1, "merge": 2, "delete": 1, "describe": 1}


def tags(args: Namespace) -> int:
    """List the tags, or change them."""
    with open_briefing(args, reading=not args.do) as briefing:
        uses = briefing.tag_uses()
        if not args.do:
            return _list(briefing, uses, args.json)
        check_words(args, _WANTED)
        command, touched = _command(briefing, args)
        if args.do != "describe":
            told = ", ".join(one_line(tag.name) for tag in touched[:5]) + (" …" if len(touched) > 5 else "")
            warn(f"{told}: on {said(touched, uses)}")
        if args.do in ("merge", "delete") and not args.yes and not _agreed():
            raise VerbError("nothing was changed; --yes does it")
        print_step(args, carry_out(briefing, command))
    return DONE


def said(touched: list[Tag], uses: dict[str, Counter[str]]) -> str:
    """Return on how many things tags are: "14 quotes, 1 event"."""
    total: Counter[str] = sum((uses.get(tag.id, Counter()) for tag in touched), Counter())
    return listed(total) or "nothing"


def listed(uses: Counter[str]) -> str:
    """Return how many things of each kind there are: "14 quotes, 1 event"; "" for none."""
    return ", ".join(counted(uses[kind], kind) for kind in TARGET_TYPES if uses[kind])


def tag_record(tag: Tag, uses: Counter[str]) -> dict[str, object]:
    """Return a tag, and on how many things of each kind it is."""
    about = {"id": tag.id, "name": clean(tag.name), "description": clean(tag.description)}
    counts = {f"{kind}s": uses[kind] for kind in TARGET_TYPES}
    return {**about, "color": clean(tag.color), "sign": clean(tag.sign), **counts}


def tag_meant(briefing: Briefing, wanted: str) -> Tag | None:
    """Return the one tag of this id, as it is printed anywhere, or of this name; None where there is none."""
    tags = briefing.tags().values()
    begun = plain_id(wanted)
    named = [tag for tag in tags if fold(tag.name) == fold(wanted.lstrip("#"))]
    found = named or [tag for tag in tags if len(begun) >= LEAST and tag.id.startswith(begun)]
    return found[0] if len(found) == 1 else None


def _list(briefing: Briefing, uses: dict[str, Counter[str]], as_json: bool) -> int:
    every = sorted(briefing.tags().values(), key=lambda tag: [part.casefold() for part in levels(tag.name)])
    if as_json:
        for tag in every:
            json_line(tag_record(tag, uses.get(tag.id, Counter())))
        return DONE
    rows = []
    for tag in every:
        name = levels(one_line(tag.name)) or [one_line(tag.name)]
        # A level that is no tag of its own is not in the list: the name stands whole.
        parent = any(each.name == "/".join(levels(tag.name)[:-1]) for each in every)
        shown = "  " * (len(name) - 1) + name[-1] if parent else "/".join(name)
        number = sum(uses.get(tag.id, Counter()).values())
        rows.append((str(number), f"{one_line(tag.sign) or '#'} {shown}", one_line(tag.description)))
    table(rows, right=(0,), none="no tags yet; `briefing-tui tag ID NAME` makes one")
    return DONE


def _command(briefing: Briefing, args: Namespace) -> tuple[Command, list[Tag]]:
    """Return what is to be done, and the tags it touches."""
    every = briefing.tags()
    named = [
        _named(briefing, word)
        for word in args.words[: 1 if args.do in ("rename", "move", "describe") else None]
    ]
    first, rest = named[0], [one_line(word) for word in args.words[1:]]
    touched = [tag for each in named for tag in (each, *below(every.values(), each.name))]
    match args.do:
        case "rename":
            return RenameTag(first.id, " ".join(rest)), touched
        case "move":
            return MoveTag(first.id, " ".join(rest)), touched
        case "merge":
            *merged, into = named
            gone = [tag for each in merged for tag in (each, *below(every.values(), each.name))]
            return MergeTags([tag.id for tag in merged], into.id), gone
        case "delete":
            return DeleteTags([tag.id for tag in named]), touched
        case _:
            text = " ".join(rest) if rest else None
            if text is None and args.color is None and args.sign is None:
                raise VerbError("tags describe: give a text, --color or --sign", USAGE)
            return DescribeTag(first.id, text, args.color, args.sign), [first]


def _named(briefing: Briefing, name: str) -> Tag:
    found = find_tags(briefing, name)
    tags = [tag for tag in briefing.tags().values() if tag.id in found]
    own = next((tag for tag in tags if fold(tag.name) == fold(name.lstrip("#"))), None)
    if own is None:
        below = ", ".join(sorted(one_line(tag.name) for tag in tags))
        raise VerbError(f"“{one_line(name)}” is no tag of its own, but a level of {below}; name one of these")
    return own


def _agreed() -> bool:
    """Ask in a terminal whether to go on."""
    if not sys.stdin.isatty():
        return False
    sys.stderr.write("Go on? [y/N] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().casefold() in ("y", "yes")

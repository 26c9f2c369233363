"""Which briefing a verb works on, and what in it a person means by an id, a name or a few words."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.output import USAGE, VerbError, answer, warn
from tui.core.model import AnnotatedEvent, AnnotationTarget, EventRow, Speaker
from tui.core.speakers import final_speaker, people_called
from tui.core.statements import PREFIX
from tui.core.text import one_line
from tui.store import library
from tui.store.briefing import Briefing
from tui.store.disk.errors import StoreError
from tui.store.undo import Step

if TYPE_CHECKING:
    from tui.commands.base import Command


def briefing_folder(args: Namespace, *, reading: bool = False) -> Path:
    """Return the folder of the briefing the arguments name, or of the one opened last, without opening it.

    For `reading` no copy of the sample is made.
    """
    if args.briefing:
        return library.find_briefing(args.briefing, copied=not reading).path
    return library.briefing_to_open(args.store or "", copied=not reading).path


def tell(notice: str) -> None:
    """Print a notice, on one line."""
    warn(one_line(notice))


@contextmanager
def open_briefing(args: Namespace, *, for_import: bool = False, reading: bool = False) -> Iterator[Briefing]:
    """Open the briefing the arguments name, or the one opened last; what had to be mended is told.

    For `reading` its folder is left as it is. That which an import goes to is made where there is none, goes again
    where nothing came in, and is never the sample.
    """
    begun = ""
    if for_import:
        info = library.briefing_for_import(args.store or "", args.briefing)
        begun = info.name if info.begun else ""
        briefing = Briefing.open(info.path, create=True, title=info.title or info.name, waiting=tell)
    else:
        folder = briefing_folder(args, reading=reading)
        briefing = Briefing.open(folder, waiting=tell, reading=reading)
    try:
        yield briefing
        if for_import:  # what is asked next leaves the folder as it is
            briefing.refresh_index()
    finally:
        for notice in briefing.warnings:
            warn(one_line(notice))
        vain = begun and all(step.op == "create" for step in briefing.history(2))
        briefing.close()
        if vain:
            library.drop_begun(info)
            warn("nothing came in, so no briefing was begun")
        elif begun:
            warn(f"began the briefing “{one_line(begun)}”")


def set_last(args: Namespace, briefing: Briefing) -> None:
    """Let the briefing that something came into be the one opened next, unless it was named by its folder."""
    if library.briefing_at(args.store or "") is None:
        name, before = briefing.path.name, library.last_briefing()
        if before is None or before.name != name:
            warn(f"verbs without --briefing are of “{one_line(name)}” now")
        library.set_last(name)


def check_words(args: Namespace, wanted: Mapping[str, int]) -> None:
    """Raise `VerbError` where less is said than what is to be done wants: so many words at the least."""
    if len(args.words) < wanted[args.do]:
        raise VerbError(
            f"{args.verb} {args.do}: say more; `briefing-tui {args.verb} --help` shows how", USAGE
        )


def carry_out(briefing: Briefing, command: Command) -> Step:
    """Do a command. Raises `VerbError`, of wrong usage, for a value that cannot be."""
    try:
        return briefing.do(command)
    except ValueError as error:
        raise VerbError(error, USAGE) from None


def print_step(args: Namespace, step: Step, **more: object) -> None:
    """Print what was done, of what goes from one to another by name; `more` is for programs alone."""
    label = one_line(step.label)
    back = "; `briefing-tui undo` takes it back" if "→" in step.about and step.op == "do" else ""
    answer(args, {"seq": step.seq, "label": label, **more}, f"{one_line(step.sentence)}{back}")


def events(
    briefing: Briefing, wanted: str = "", among: Collection[str] | None = None
) -> Iterator[tuple[EventRow, AnnotatedEvent]]:
    """Yield the events, newest first, with what the reader wrote; only `wanted` where it is given.

    `among` are ids outside which none is looked at.

    A broken event is named and passed over.
    """
    rows: Iterable[EventRow] = briefing.rows()
    if wanted:
        found = find_event(briefing, wanted)
        rows = [row for row in rows if row["id"] == found]
    for row in rows:
        if among is not None and row["id"] not in among:
            continue
        try:
            yield row, briefing.annotated(row["id"])
        except StoreError as error:
            warn(one_line(str(error)))


def find_event(briefing: Briefing, wanted: str) -> str:
    """Return the id of the event meant by an id, the start of one, or words of its name."""
    rows = briefing.rows()
    words = wanted.casefold().split()
    named = [row for row in rows if row["name"].casefold() == wanted.casefold()]
    named = named or [row for row in rows if row["id"] == wanted]
    if not named:
        try:
            target = briefing.find(wanted)
        except StoreError:
            named = [row for row in rows if all(word in row["name"].casefold() for word in words)]
        else:
            return target.id if target.type == "event" else briefing.event_of(target.article or target.id)
    if not named:
        raise VerbError(f"there is no event “{one_line(wanted)}”; `briefing-tui events` lists them")
    if len(named) > 1:
        some = "; ".join(f"{short(row['id'])} {one_line(row['name'])}" for row in named[:5])
        more = f" and {len(named) - 5} more" if len(named) > 5 else ""
        raise VerbError(f"“{one_line(wanted)}” could be several events: {some}{more}")
    return named[0]["id"]


def find(briefing: Briefing, wanted: str) -> AnnotationTarget:
    """Return what an id, the start of one, or the name of an event, a speaker (or a surname) or an article stands for.

    Raises `VerbError`.
    """
    try:
        target = briefing.find(wanted)
        return _going_on(briefing, target) if target.type == "event" else target
    except StoreError as error:
        name = wanted.casefold()
        named = [
            AnnotationTarget("event", row["id"]) for row in briefing.rows() if row["name"].casefold() == name
        ]
        named += [AnnotationTarget("speaker", each) for each in _called(briefing.speakers(), name)]
        if not named:  # a surname
            those = people_called(wanted, briefing.speakers())
            named = [AnnotationTarget("speaker", each.id) for each in those] or list(_headed(briefing, name))
        if len(named) == 1:
            return named[0]
        if named:
            some = "; ".join(f"{each.type} {short(each.id)}" for each in named[:5])
            raise VerbError(f"“{one_line(wanted)}” could be several things: {some}") from None
        raise VerbError(error) from None


def _going_on(briefing: Briefing, target: AnnotationTarget) -> AnnotationTarget:
    """Return the event that one which has no articles any more was merged into, itself where it has some."""
    if briefing.annotated(target.id).event.articles:
        return target
    into = briefing.merged_into(target.id)
    if into and briefing.annotated(into).event.articles:
        return AnnotationTarget("event", into)
    raise VerbError(
        f"{short(target.id)}: this event has no articles any more, they were deleted or lie in other"
        " events; `briefing-tui events` lists those there are"
    )


def _called(speakers: Mapping[str, Speaker], name: str) -> set[str]:
    """Return the speakers that go by a name, case-folded; of merged ones, those they were merged into."""
    those = (
        final_speaker(each.id, speakers)
        for each in speakers.values()
        if name in (other.casefold() for other in each.names)
    )
    return {each.id for each in those if each}


def _headed(briefing: Briefing, name: str) -> Iterator[AnnotationTarget]:
    """Yield the articles of a headline, case-folded; one word alone is taken for an id that is none."""
    from tui.core.query.parser import QueryError

    words = name.replace('"', " ").split()
    try:
        hits = briefing.select(f'"{" ".join(words)}"', whole=True) if len(words) > 1 else []
    except QueryError:  # signs alone
        return
    for hit in hits:
        article = briefing.annotated(hit.event).event.article(hit.article)
        if article and article.headline.casefold() == name:
            yield AnnotationTarget("article", article.id, article.id)


def place_of(words: str, text: str, verb: str) -> tuple[int, int]:
    """Return where words stand in an article's text, in code points. Raises `VerbError` unless it is just once."""
    from tui.core.alignment.normalize import places_of

    places = places_of(words, text)
    if len(places) != 1:
        how = "stand in it more than once; give more of them" if places else "are not in this article"
        raise VerbError(f"{verb}: the words “{one_line(words)}” {how}")
    return places[0]


def find_tags(briefing: Briefing, name: str) -> set[str]:
    """Return the ids of the tag of this name and of those below it, whatever case and accents.

    Raises `VerbError`.
    """
    from tui.core.text import fold

    tags = briefing.tags().values()
    wanted = fold(name.lstrip("#"))
    found = {tag.id for tag in tags if f"{fold(tag.name)}/".startswith(f"{wanted}/")}
    if not found:
        names = ", ".join(sorted(one_line(tag.name) for tag in tags)) or "none yet"
        raise VerbError(f"there is no tag “{one_line(name)}” (there are: {names})")
    return found


def short(whole: str) -> str:
    """Return the beginning of an id, enough for a person to name it by."""
    return whole[: 8 + len(PREFIX) * whole.startswith(PREFIX)]


def warn_of_new_speakers(briefing: Briefing, before: Mapping[str, Speaker]) -> None:
    """Tell who is a new person, and who goes by nearly the same name."""
    from tui.core.fuzzy_names import nearest

    for each in briefing.speakers().values():
        if each.id not in before:
            near = nearest(each.name, (other.name for other in before.values() if not other.merged_into))
            meant = f"; did you mean {one_line(near)}? `briefing-tui undo` takes it back" if near else ""
            warn(f"{one_line(each.name)} is a new person{meant}")

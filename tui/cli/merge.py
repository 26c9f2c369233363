"""`merge`, `sync` and `conflicts`: copies of a briefing that went different ways become one again."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from tui.cli.context import open_briefing, print_step
from tui.cli.output import DONE, USAGE, VerbError, counted, faint, json_line, line, warn
from tui.core.replica.shared_step import SINGULAR
from tui.core.text import one_line
from tui.settings.paths import author
from tui.store.briefing import Briefing
from tui.store.disk.errors import StoreError
from tui.store.replica.backlog import OtherBriefingError
from tui.workflows.merge import MergeResult, check_shared, merge, named, sync, told


def merge_briefings(args: Namespace) -> int:
    """Merge with another copy; return the exit status."""
    return _shared(args, lambda briefing: merge(briefing, Path(args.other).expanduser(), anyway=args.anyway))


def sync_briefing(args: Namespace) -> int:
    """Share by way of a folder; return the exit status. A briefing that is not there yet is made of what is shared."""
    folder = Path(args.folder).expanduser()
    check_shared(folder)
    return _shared(args, lambda briefing: sync(briefing, folder, anyway=args.anyway), new=True)


def _shared(args: Namespace, share: Callable[[Briefing], MergeResult], *, new: bool = False) -> int:
    with open_briefing(args, for_import=new) as briefing, joining():
        return print_result(args, share(briefing))


@contextmanager
def joining() -> Iterator[None]:
    """Let what keeps copies from becoming one be told. Raises `VerbError`."""
    try:
        yield
    except StoreError as error:
        more = "; --anyway joins them" if isinstance(error, OtherBriefingError) else ""
        raise VerbError(one_line(f"{error}{more}")) from None


def print_result(args: Namespace, result: MergeResult) -> int:
    """Print what went to and fro; return the exit status."""
    if args.json:
        json_line({name: value for name, value in asdict(result).items() if name != "step"})
        return DONE
    took = counted(result.taken, "step") if result.taken else "nothing new"
    gave = counted(result.given, "step") if result.given else "nothing new"
    line(f"took in {took}, gave {gave}")
    if result.late:
        warn(f"{counted(result.late, 'step')} wait for others that have not come yet; sync again later")
    if result.held:
        warn(kept_here(result.held, result.barred))
    if result.conflicts:
        warn(
            f"{counted(result.conflicts, 'thing')} two people changed differently; `briefing-tui conflicts` lists them"
        )
    return DONE


_NAMED = 3  # things that are told by name


def kept_here(steps: int, barred: Sequence[str]) -> str:
    """Return what is said of steps that one may not bring to the archive, or that build on what is `barred`."""
    stay = "1 step stays here" if steps == 1 else f"{steps} steps stay here"
    if not barred:
        return f"{stay}: your role in the archive may not bring {'it' if steps == 1 else 'them'}"
    more = f" and {len(barred) - _NAMED} more" if len(barred) > _NAMED else ""
    return f"{stay}: your role in the archive may not bring {', '.join(barred[:_NAMED])}{more}, nor what builds on it"


def conflicts(args: Namespace) -> int:
    """List what copies changed differently, or decide on one of it; return the exit status."""
    with open_briefing(args, reading=args.number is None) as briefing:
        replica = briefing.replica()
        found = replica.conflicts()
        if args.number is not None:
            try:
                conflict = found[args.number - 1]
                chosen = told(conflict)[(args.choice or 0) - 1]
            except IndexError:
                raise VerbError("conflicts: there is none of this number, or no such choice", USAGE) from None
            if args.number < 1 or (args.choice or 0) < 1:
                raise VerbError("conflicts: name the number of one, and that of a choice", USAGE)
            step = replica.decide(conflict, args.choice - 1, author())
            if step:
                print_step(args, step)
            else:
                line(f"it stays: {one_line(chosen)}")
            return DONE
        for number, conflict in enumerate(found, 1):
            choices = told(conflict)
            if args.json:
                record = {
                    "number": number,
                    "what": SINGULAR[conflict.table],
                    "id": conflict.id,
                    "field": conflict.field,
                }
                json_line({**record, "choices": choices})
                continue
            line(f"{number}  {named(conflict)} {faint(one_line(conflict.id))}")
            for place, choice in enumerate(choices, 1):
                line(f"   {place}{' shown' if place == 1 else '      '}  {one_line(choice)}")
        if not found and not args.json:
            warn("nothing is to be decided")
    return DONE

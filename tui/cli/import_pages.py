"""`import`: saved pages go into a briefing."""

from __future__ import annotations

import shlex
import signal
import time
from argparse import Namespace
from collections.abc import Iterator
from types import FrameType

from tui.cli.context import open_briefing, set_last, short
from tui.cli.output import (
    BAD_INPUT,
    DONE,
    USAGE,
    ProgressLine,
    VerbError,
    counted,
    cut,
    json_line,
    line,
    table,
    warn,
)
from tui.cli.page_readers import page_pool
from tui.core.pace import Pace
from tui.core.text import one_line
from tui.store.briefing import Briefing
from tui.workflows.import_pages import import_sources
from tui.workflows.import_result import (
    ImportOptions,
    ImportProgress,
    ImportResult,
    container,
    publication_date,
)

_SHOWN = 20  # lines of a kind in the table at the end
_STATUSES = {
    "new": "new",
    "changed": "changed",
    "restored": "taken in again",
    "known": "already there",
    "deleted": "deleted here",
}
"""What became of a page, as `ImportResult` has it and as it is told."""


def bring(args: Namespace) -> int:
    """Import files and folders; return the exit status."""
    from tui.cli.import_annotations import handed_paths, take

    if handed := handed_paths(args.paths):  # what other programs hand over is no page
        take(args, handed)
        args.paths = [path for path in args.paths if path not in handed]
        if not args.paths:
            return DONE
    date = publication_date(args.date)
    if args.date and not date:
        raise VerbError(
            f"--date {one_line(args.date)}: write the day as 2025-07-01 (or 2025-07, 2025, “1 July 2025”)",
            USAGE,
        )
    told = ImportOptions(one_line(args.outlet), date, one_line(args.event))
    pool = page_pool(args)
    with open_briefing(args, for_import=True) as briefing, Bar() as bar, InterruptFlag() as stopping:
        try:
            done = import_sources(
                briefing,
                args.paths,
                told=told,
                progress=bar,
                stop=stopping.asked,
                pool=pool,
                restore=args.restore,
            )
        except ValueError as error:
            raise VerbError(error, USAGE) from None
    if done.new:
        set_last(args, briefing)
    _report(done, briefing, args.store or "", args.json)
    if stopping.asked():
        return 130
    if done.stopped:
        return BAD_INPUT
    there = done.new or done.changed or done.known or done.deleted or done.restored
    return DONE if there or done.feeds else BAD_INPUT


class InterruptFlag:
    """Ctrl+C ends an import after the page under way, so that what was read is stored."""

    def __init__(self) -> None:
        self._asked = False

    def asked(self) -> bool:
        """Tell whether Ctrl+C was pressed."""
        return self._asked

    def __enter__(self) -> InterruptFlag:
        try:
            self._before = signal.signal(signal.SIGINT, self._note)
        except ValueError:  # not in the main thread
            self._before = None
        return self

    def __exit__(self, *_: object) -> None:
        if self._before is not None:
            signal.signal(signal.SIGINT, self._before)

    def _note(self, _number: int, _frame: FrameType | None) -> None:
        if self._asked:  # twice: at once
            raise KeyboardInterrupt
        self._asked = True


class Bar(ProgressLine):
    """Progress of an import, and the time left; failures stand above the line at once, of those of one file the first."""

    def __init__(self) -> None:
        super().__init__()
        self._pace = Pace()
        self._warned: set[tuple[str, str]] = set()

    def __call__(self, progress: ImportProgress) -> None:
        """Paint how far it is; name what failed."""
        failure = progress.failure
        kind = (container(failure), failure.reason) if failure else ("", "")
        if failure and kind not in self._warned:
            self.clear()
            warn(str(failure))
            if kind[0]:
                self._warned.add(kind)
        left = self._pace.left(time.monotonic(), progress.done, progress.total)
        far = f"{progress.done} of {progress.total}{f', {left}' if left and not progress.doing else ''}"
        self.paint(cut(f"{far}  {progress.doing or progress.origin}", 78))


def _report(done: ImportResult, briefing: Briefing, store: str, as_json: bool) -> None:
    if done.stopped:
        warn(f"import ended early: {done.stopped}; what was stored by then is kept")
    for said in done.carried:
        warn(one_line(said))
    if as_json:
        for status in _STATUSES:
            for origin, article in getattr(done, status):
                json_line({"origin": origin, "status": status, "article": article})
        for failure in done.failed:
            json_line({"origin": failure.origin, "status": "failed", "reason": failure.reason})
        for left in done.left:
            json_line({"origin": left.origin, "status": "left out", "reason": left.reason})
        return
    if not (done.failed or any(getattr(done, status) for status in _STATUSES)):
        if done.stopped:
            return
        warn(
            "there are no pages there (`briefing-tui import --help` names the kinds), so nothing was imported"
        )
        return
    for said in done.left_out:
        warn(said)
    line(f"{one_line(briefing.title)}: {', '.join(_summary(done))}.")
    _table(done)
    how = f"briefing-tui --store {shlex.quote(store)}" if store else "briefing-tui"
    for hint in _hints(done, how):
        line(hint)


def _hints(done: ImportResult, how: str) -> Iterator[str]:
    """Yield what to do next, a line each; `how` is how the program is called."""
    if done.unknown:
        yield f"{' and '.join(done.unknown_where)}: --outlet and --date say it of all pages, `edit` or the key e of one"
    if done.new or done.changed:
        yield f"Read them: {how} opens the reader; there the key P (capital) shows one new article after the other"
    if done.changed:
        yield f"What changed: {how} show {short(done.changed[0][1])} --diff"


def _summary(done: ImportResult) -> list[str]:
    """Return what went in, and what did not, a few words each."""
    parts = [f"{counted(len(done.new), 'new article')} in {counted(len(done.events), 'new event')}"]
    if not done.new:
        parts = [] if done.changed else ["nothing new"]
    elif not done.events:
        parts = [f"{counted(len(done.new), 'new article')} in events that were there"]
    if done.changed:
        confirm = [f"{counted(done.moved, 'quote')} to confirm"] if done.moved else []
        if done.lost:
            its = "its" if done.lost == 1 else "their"
            confirm.append(f"{counted(done.lost, 'quote')} without {its} words")
        told = f" ({', '.join(confirm)})" if confirm else ""
        parts.append(f"{counted(len(done.changed), 'article')} changed{told}")
    parts += [
        f"{len(found)} {said}"
        for found, said in (
            (done.known, "already there"),
            (done.restored, "taken in again"),
            (done.deleted, "deleted here before (--restore takes them in again)"),
            (done.failed, "failed"),
        )
        if found
    ]
    if done.remarked:
        parts.append(f"notes and tags of {counted(done.remarked, 'article')} taken in")
    parts += done.passed_over
    if done.surnames:
        parts.append(f"{counted(len(done.surnames), 'surname')} taken for a full name of other articles")
    if done.feeds:
        parts.append(f"{counted(len(done.feeds), 'feed')} subscribed to")
    return parts


def _table(done: ImportResult) -> None:
    """Print what went in, what was there already, and what failed and why, a line each, the first of many."""
    rows: list[tuple[str, str, str]] = []
    for status, called in _STATUSES.items():
        found = getattr(done, status)
        rows += [(called, one_line(origin), short(article)) for origin, article in sorted(found)[:_SHOWN]]
        if len(found) > _SHOWN:
            rows.append((called, f"and {len(found) - _SHOWN} more", ""))
    failed = done.gathered
    if len(failed) <= _SHOWN:
        rows += [("failed", one_line(failure.origin), failure.reason) for failure in failed]
    else:
        reasons: dict[str, list[str]] = {}
        for failure in failed:
            reasons.setdefault(failure.reason, []).append(one_line(failure.origin))
        for reason, origins in sorted(reasons.items(), key=lambda each: -len(each[1])):
            more = f" and {len(origins) - 1} more" if len(origins) > 1 else ""
            rows.append(("failed", f"{origins[0]}{more}", reason))
    table(rows)
    for surname, name in sorted(done.surnames.items())[:_SHOWN]:
        line(
            one_line(
                f"“{surname}”, named without a first name, is taken to be {name}, whom other articles name"
            )
        )
    if len(done.surnames) > _SHOWN:
        line(f"and {len(done.surnames) - _SHOWN} more surnames")

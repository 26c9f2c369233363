"""`import`: saved pages go into a briefing."""

from __future__ import annotations

import signal
import sys
import time
from argparse import Namespace
from types import FrameType

from tui import settings
from tui.importing import Imported, Progress, Told, import_sources
from tui.reading.markdown import edtf
from tui.store.briefing import Briefing
from tui.store.errors import StoreError
from tui.text import one_line
from tui.verbs.output import BAD_INPUT, DONE, USAGE, VerbError, counted, cut, json_line, line, warn

_SECONDS = 0.1  # between two repaints of the progress line


def bring(args: Namespace) -> int:
    """Import files and folders; return the exit status."""
    from tui.verbs.take import handed_paths, take

    if handed := handed_paths(args.paths):  # what other programs hand over is no page
        take(args, handed)
        args.paths = [path for path in args.paths if path not in handed]
        if not args.paths:
            return DONE
    date = edtf(args.date)
    if args.date and not date:
        raise VerbError(
            f"--date {one_line(args.date)}: write the day as 2025-07-01 (or 2025-07, 2025, “1 July 2025”)",
            USAGE,
        )
    told = Told(one_line(args.outlet), date, one_line(args.event))
    try:
        info = settings.import_into(args.store or "", args.briefing)
        briefing = Briefing.open(info.path, create=True, title=info.title or info.name)
    except (settings.SettingsError, StoreError) as error:
        raise VerbError(one_line(str(error))) from None
    bar = _Bar()
    stopping = _Stopping()
    try:
        with stopping:
            done = import_sources(briefing, args.paths, told=told, progress=bar, stop=stopping.asked)
    except (StoreError, ValueError) as error:
        raise VerbError(one_line(str(error))) from None
    finally:
        bar.clear()
        for notice in briefing.notices:
            warn(one_line(notice))
        briefing.close()
    if settings.named(args.store or "") is None and done.new:
        settings.set_last(info.name)
    _report(done, info, briefing, args.json)
    if stopping.asked():
        return 130
    return DONE if done.new or done.changed or done.known else BAD_INPUT


class _Stopping:
    """Ctrl+C ends an import after the page under way, so that what was read is stored."""

    def __init__(self) -> None:
        self._asked = False

    def asked(self) -> bool:
        """Tell whether Ctrl+C was pressed."""
        return self._asked

    def __enter__(self) -> _Stopping:
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


class _Bar:
    """Progress on standard error, one line that is painted over; failures stand above it at once."""

    def __init__(self) -> None:
        self._live = sys.stderr.isatty()
        self._painted = 0.0

    def __call__(self, progress: Progress) -> None:
        if progress.failure:
            self.clear()
            warn(str(progress.failure))
        now = time.monotonic()
        if self._live and now - self._painted > _SECONDS:
            self._painted = now
            text = cut(f"{progress.done} of {progress.total}  {progress.origin}", 78)
            sys.stderr.write(f"\r\x1b[K{text}")
            sys.stderr.flush()

    def clear(self) -> None:
        """Take the line away."""
        if self._live and self._painted:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def _report(done: Imported, info: settings.Info, briefing: Briefing, as_json: bool) -> None:
    if done.stopped:
        warn(f"import ended early: {done.stopped}; what was stored by then is kept")
    if as_json:
        for origin, article in done.new:
            json_line({"origin": origin, "status": "new", "article": article})
        for origin, article in done.changed:
            json_line({"origin": origin, "status": "changed", "article": article})
        for origin, article in done.known:
            json_line({"origin": origin, "status": "known", "article": article})
        for failure in done.failed:
            json_line({"origin": failure.origin, "status": "failed", "reason": failure.reason})
        return
    if not (done.new or done.changed or done.known or done.failed):
        warn("there are no pages there (.txt, .md, .html, also .gz), so nothing was imported")
        return
    parts = [f"{counted(len(done.new), 'new article')} in {counted(len(done.events), 'new event')}"]
    if not done.new:
        parts = [] if done.changed else ["nothing new"]
    elif not done.events:
        parts = [f"{counted(len(done.new), 'new article')} in events that were there"]
    if done.changed:
        parts.append(f"{counted(len(done.changed), 'article')} changed")
    if done.known:
        parts.append(f"{len(done.known)} already there")
    if done.failed:
        parts.append(f"{len(done.failed)} failed")
    if done.ignored:
        kinds = ", ".join(sorted(one_line(kind) for kind in done.ignored))
        parts.append(f"{counted(done.ignored.total(), 'other file')} left out ({cut(kinds, 40)})")
    line(f"{one_line(briefing.title)}: {', '.join(parts)}.")
    if done.new:
        how = (
            "briefing-tui"
            if info == settings.last() or not settings.named()
            else f"briefing-tui --store {info.path}"
        )
        line(f"Read them: {how}")

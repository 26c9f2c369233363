"""Work beside the reader, in a process of its own, so that not one key waits for it.

The app starts it as ``python -m tui.workflows.worker FOLDER`` and writes one line of JSON, a request. Its ``session``
is whose the steps are to take back; what is wanted is one of

- ``{"paths": […]}`` or ``{"text": …, "url": …}``: an import, with ``outlet``, ``date`` and ``event`` where they are told;
- ``{"refresh": [address…]}``: a look at these feeds, or at all;
- ``{"subscribe": NAME}``: a subscription to the feed of an address, or to those of an OPML file, and a look at them;
- ``{"regroup": true}``: the events found anew, in one step;
- ``{"follow": true}``: what is done goes to the archive and comes from it, until the end; each time ``{"taken", "given",
  "held", "conflicts"}`` is told, and ``{"away"}``, why it does not answer, "" once it does again;
- ``{"index": true}``: the index brought up to the files, at a low priority; what is done of it is kept.

It answers in JSON Lines: ``{"done", "total", "doing"}`` while it goes on, and at the end ``{"error", "stored"}``, what
went wrong and whether a step was stored before, or what it did, with ``stopped``, "" where nothing ended it early. Once
its standard input is closed it stores what it has read and ends; a step that is not made by then is not made.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TextIO, TypeVar

from tui.core.text import one_line

if TYPE_CHECKING:
    from tui.store.briefing import Briefing
    from tui.workflows.import_result import ImportProgress, ImportResult

Answer = Callable[[Mapping[str, object]], None]
Request = Mapping[str, object]
Says = dict[str, object]

_T = TypeVar("_T")
_SECONDS = 0.1  # between two lines of progress
_STOPPED = "stopped"


class _StoppedError(Exception):
    """The reader wants it no more."""


class Work:
    """One request under way in a briefing; `closed` tells that the reader wants no more of it."""

    def __init__(self, briefing: Briefing, closed: threading.Event, answer: Answer) -> None:
        self.briefing = briefing
        self.closed = closed
        self._answer = answer
        self._last, self._phase, self._storing = 0.0, "", False

    def do(self, request: Request) -> Says:
        """Carry it out; return what is to be answered. Raises `StoreError`, `ValueError`, `OSError`."""
        if "regroup" in request:
            return self._regroup()
        if "refresh" in request:
            return self._refresh(_texts(request["refresh"]))
        if "subscribe" in request:
            return self._subscribe(str(request["subscribe"]))
        if "index" in request:
            return self._index()
        if "follow" in request:
            return self._follow()
        return self._bring(request)

    def _tell(self, done: int, total: int, doing: str = "") -> None:
        phase = doing.partition(" ")[0]
        if phase != self._phase or time.monotonic() - self._last > _SECONDS:
            self._last, self._phase = time.monotonic(), phase
            self._answer({"done": done, "total": total, "doing": one_line(doing)})

    def _progress(self, now: ImportProgress) -> None:
        self._tell(now.done, now.total, now.doing)

    # Imports

    def _bring(self, request: Request) -> Says:
        from tui.workflows.import_pages import import_sources, import_text
        from tui.workflows.import_result import ImportOptions

        told = ImportOptions(*(str(request.get(name) or "") for name in ("outlet", "date", "event")))
        if text := str(request.get("text") or ""):
            url = one_line(str(request.get("url") or ""))
            return self._brought(import_text(self.briefing, text, told=told, url=url))
        wanted = _texts(request.get("paths"))
        if len(wanted) == 1 and (taken := self._take(Path(wanted[0]))):
            return taken
        stop, progress = self.closed.is_set, self._progress
        return self._brought(import_sources(self.briefing, wanted, told=told, progress=progress, stop=stop))

    def _take(self, path: Path) -> Says:
        """Take in what another program handed over; {} for what is a page."""
        from tui.exchange.importers.detect import handed_kind

        kind = handed_kind(path)
        if not kind:
            return {}
        from tui.exchange.importers.model import AnnotationFileError
        from tui.settings.config_reader import page_budget
        from tui.workflows.guarded_opener import read_apart
        from tui.workflows.store_annotations import take

        if kind == "archive":
            raise ValueError(
                f"{path.name} is a whole briefing: briefing-tui import {path} opens it as its own"
            )
        try:
            done = take(self.briefing, read_apart(path, kind, page_budget()), path.name)
        except AnnotationFileError as error:
            raise ValueError(f"{path.name}: {error}; nothing was imported") from None
        return {
            "new": len(done.new),
            "changed": 0,
            "known": len(done.known),
            "failed": [one_line(f"{path.name}: left out: {left}") for left in done.left],
            "stopped": "",
            "articles": done.new,
            "said": done.said() if done.codes or done.marks else "",
            **self._where(done.new),
        }

    def _brought(self, done: ImportResult) -> Says:
        articles = [article for _, article in done.new]
        return {
            "new": len(articles),
            "changed": len(done.changed),
            "known": len(done.known),
            "deleted": [article for _, article in done.deleted],
            "failed": [one_line(str(failure)) for failure in done.gathered],
            "failures": len(done.failed),
            "left": done.left_out,
            "stopped": one_line(done.stopped) or (_STOPPED if self.closed.is_set() else ""),
            "articles": articles,
            "moved": done.moved_on,
            "to_confirm": done.moved,
            "surnames": done.surnames,
            "lost": done.lost,
            "passed_over": done.unknown + done.passed_over,
            "carried": done.carried,
            **self._where(articles),
        }

    def _where(self, articles: list[str]) -> Says:
        """Return the event that the one article is in that came; {} for none and for several."""
        event = self.briefing.event_of(articles[0]) if len(articles) == 1 else ""
        return {"event": self.briefing.annotated(event).event.name} if event else {}

    # Feeds

    def _refresh(self, urls: list[str]) -> Says:
        from tui.workflows.refresh_feeds import refresh

        looks, done = refresh(self.briefing, urls, progress=self._progress, stop=self.closed.is_set)
        feeds = [
            {
                "title": look.feed.title or look.feed.url,
                "new": look.new,
                "failed": look.failed,
                "error": one_line(look.error),
            }
            for look in looks
        ]
        return {**self._brought(done), "feeds": feeds}

    def _subscribe(self, name: str) -> Says:
        from tui.commands.feeds import Subscribe
        from tui.core.addresses import public
        from tui.reading.encoding import BadSourceError
        from tui.web.errors import WebError
        from tui.workflows.refresh_feeds import subscriptions

        def look() -> dict[str, str]:
            try:
                return subscriptions(name)
            except (BadSourceError, WebError) as error:
                raise ValueError(f"{public(name)}: {error}") from None
            except Exception as error:  # whatever a server sends, the reader is told
                raise ValueError(f"{public(name)}: cannot be read ({type(error).__name__})") from None

        found = self._while_wanted(look)
        if found is None:
            return {"added": [], "stopped": _STOPPED}
        before = self.briefing.feeds()
        self.briefing.do(Subscribe(list(found.items())))
        new = {
            url: feed.title or feed.url for url, feed in self.briefing.feeds().items() if url not in before
        }
        return {"added": list(new.values()), **(self._refresh(list(new)) if new else {"stopped": ""})}

    # Regrouping and indexing

    def _regroup(self) -> Says:
        from tui.workflows.regroup import STORING, regroup

        def tell(doing: str, done: int, total: int) -> None:
            self._storing = doing == STORING  # set before `closed` is asked, see _while_wanted
            if self.closed.is_set():
                self._storing = False
                raise _StoppedError
            self._tell(done, total, f"{doing} {done} of {total}")

        if (done := self._while_wanted(lambda: regroup(self.briefing, progress=tell))) is None:
            return {"said": "", "changed": False, "stopped": _STOPPED}
        said = "; ".join((done.said(len(self.briefing.rows())), *done.carried))
        return {"said": said, "changed": done.step is not None, "stopped": ""}

    def _index(self) -> Says:
        def stop() -> None:
            self.closed.wait()
            self.briefing.stop_indexing()

        with suppress(OSError):
            os.nice(10)
        threading.Thread(target=stop, daemon=True).start()
        self.briefing.refresh_index(self._tell)
        return {"stopped": ""}

    def _follow(self) -> Says:
        from tui.workflows.archive_feed import follow

        follow(self.briefing, self.closed, self._answer)
        return {"stopped": ""}

    def _while_wanted(self, work: Callable[[], _T]) -> _T | None:
        """Return what `work` does; None, with nothing stored, as soon as the reader has enough.

        It may be deep in numbers or wait for a server just then: it is not waited for, unless it is storing.
        """
        done: list[_T] = []
        failed: list[Exception] = []

        def run() -> None:
            try:
                done.append(work())
            except Exception as error:  # raised below
                failed.append(error)

        thread = threading.Thread(target=run, daemon=True)
        thread.start()
        # Asked in this order, so that what begins to store in between is either waited for or ends itself.
        while thread.is_alive() and not (self.closed.is_set() and not self._storing):
            thread.join(_SECONDS)
        if thread.is_alive() or (failed and isinstance(failed[0], _StoppedError)):
            return None
        if failed:
            raise failed[0]
        return done[0]


def main(folder: str, requests: TextIO, answers: TextIO) -> int:
    """Carry out the one request that `requests` holds; return the exit status."""
    from tui.store.briefing import Briefing, StoreError

    request = json.loads(requests.readline())
    closed, turn = threading.Event(), threading.Lock()

    def answer(says: Mapping[str, object]) -> None:
        try:
            with turn:
                answers.write(json.dumps(says) + "\n")
                answers.flush()
        except BrokenPipeError:  # the app is gone: what was read by now is stored all the same
            closed.set()

    def listen() -> None:
        requests.read()
        closed.set()

    threading.Thread(target=listen, daemon=True).start()
    try:
        briefing = Briefing.open(Path(folder), owner=str(request.get("session") or ""))
    except StoreError as error:
        answer({"error": one_line(str(error))})
        return 1
    tail = briefing.step_tail()
    try:
        answer(Work(briefing, closed, answer).do(request))
    except (StoreError, ValueError, OSError) as error:
        stored = any(step is None or step.session == briefing.session for step in tail.steps())
        answer({"error": one_line(str(error)), "stored": stored})
        return 1
    finally:
        briefing.close()
    return 0


def _texts(given: object) -> list[str]:
    return [*map(str, given)] if isinstance(given, list) else []


if __name__ == "__main__":
    # Not by way of the interpreter's end: a thread still waits for standard input.
    os._exit(main(sys.argv[1], sys.stdin, sys.stdout))

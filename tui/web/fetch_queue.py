"""What paths and addresses name, as it becomes ready: files in their order, pages as they arrive.

Several pages are fetched at once, each in a thread of its own, few from any one server; what is slow
or broken holds up nothing else. Feeds give their entries, OPML the entries of its feeds.
"""

from __future__ import annotations

import os
import queue
import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from tui.core.addresses import host, is_address, public
from tui.core.model import FailedEntry
from tui.reading.encoding import BadSourceError
from tui.reading.formats.feeds import Entry, advertised
from tui.reading.portions import Lead
from tui.reading.source_kind import HOLDERS
from tui.reading.sources import Failure, Source
from tui.web.client import FetchedPage, Web
from tui.web.errors import WebError
from tui.web.opener import Opener

AT_ONCE = 8
PER_HOST = 3
PAGES = 500
"""How many pages a feed may have fetched at one look: it is not the reader who names them."""
_IDLE = 1.0  # seconds without anything new after which what has come so far should be stored
_TICK = 0.1
_GRACE = 5.0  # seconds after a deadline until a thread that hangs in the system is given up
_PAGE = "~"  # begins what is remembered of an entry that leads to a page
KEPT = "what the feed says of it was kept"
_NO_FEED = "is no feed (RSS, Atom or JSON Feed), and names none"


@dataclass(frozen=True, slots=True)
class AlreadyStored:
    """An entry the briefing has already: its address and the article's id ("" where that is not known)."""

    origin: str
    article: str = ""


@dataclass(slots=True, kw_only=True)
class FeedFetch:
    """A look at a feed: what was known of it before, and what came of it.

    `feed` is the address that is subscribed to, "" where none is; `seen` says of each entry, by a hash
    of its address, what it was like; `failed` are those to be tried again. Of this look, `entries` are
    each entry's origin with these two, `dated` the days they are of, `fetched` counts the pages it led
    to, `left` those it leads to beyond; `looked` tells whether it came to an end, well or with an
    `error` (half a sentence).
    """

    address: str
    feed: str = ""
    title: str = ""
    etag: str = ""
    modified: str = ""
    seen: dict[str, str] = field(default_factory=dict)
    failed: Mapping[str, FailedEntry] = field(default_factory=dict)
    entries: dict[str, tuple[str, str]] = field(default_factory=dict)  # origin -> key, mark
    dated: dict[str, str] = field(default_factory=dict)  # origin -> day the feed says it was published
    looked: bool = False
    unchanged: bool = False
    fetched: int = 0
    left: int = 0
    error: str = ""


@dataclass(frozen=True, slots=True)
class _Job:
    address: str
    origin: str
    strange: bool = False  # a page of the web led here
    entry: Entry | None = None
    visit: FeedFetch | None = None
    dated: str = ""  # the day that a list of addresses says the page is of


class FetchQueue:
    """The sources that `named` paths and addresses and the feeds of `visits` hold; to be iterated once.

    Yields a `Source`, a `Failure`, `AlreadyStored` for an entry that `find` knows the article of by its address,
    and None when nothing is ready at the moment. `total` grows as feeds are read. `outlines` are the
    (address, title) of feeds that OPML named, `subscribe` is called with them. `opener` opens what is read.
    """

    def __init__(
        self,
        named: Sequence[str | bytes | Path | Failure],
        *,
        visits: Iterable[FeedFetch] = (),
        find: Callable[[str], str] | None = None,
        stop: Callable[[], bool] | None = None,
        subscribe: Callable[[list[tuple[str, str]]], None] | None = None,
        web: Web | None = None,
        opener: Opener | None = None,
    ) -> None:
        self._named = deque(each for each in named if not _is_web(each))
        self._find = find or (lambda _: "")
        self._stop = stop or (lambda: False)
        self._subscribe = subscribe
        self._web = web or Web()
        self._opener = opener or Opener()
        self._hosts: OrderedDict[str, deque[_Job]] = OrderedDict()
        self._running: dict[int, tuple[_Job, float]] = {}
        self._busy: dict[str, int] = {}
        self._results: queue.SimpleQueue[tuple[int, FetchedPage | WebError]] = queue.SimpleQueue()
        self._asked: set[str] = set()
        self._next = 0
        self.total = len(named)
        self.visits: list[FeedFetch] = []
        for each in named:
            if _is_web(each):
                self._want(_Job(str(each).strip(), public(str(each))))
        for visit in visits:
            self.total += 1
            self._visit(visit)

    def __iter__(self) -> Iterator[Source | Failure | AlreadyStored | None]:
        try:
            self._start()
            while self._named:
                each = self._named.popleft()  # a name that is done with makes room for what came of it
                for found in (
                    [each] if isinstance(each, Failure) else self._opener.file(Path(os.fsdecode(each)))
                ):
                    yield from self._held(found)
                    yield from self._arrived()
                    if self._stop():
                        return
            quiet = time.monotonic()
            while (self._running or self._hosts) and not self._stop():
                for ready in self._arrived(_TICK):
                    yield ready
                    quiet = time.monotonic()
                if time.monotonic() - quiet > _IDLE:
                    yield None
                    quiet = time.monotonic()
        finally:
            self._web.close()

    # Fetching

    def _want(self, job: _Job) -> bool:
        """Have an address fetched, unless it is under way already."""
        if job.address in self._asked:
            self.total -= 1
            return False
        self._asked.add(job.address)
        self._hosts.setdefault(host(job.address), deque()).append(job)
        return True

    def _start(self) -> None:
        """Begin as many fetches as may be under way, servers in turn."""
        for name in list(self._hosts):
            if len(self._running) >= AT_ONCE:
                return
            waiting = self._hosts[name]
            while waiting and self._busy.get(name, 0) < PER_HOST and len(self._running) < AT_ONCE:
                job = waiting.popleft()
                self._next += 1
                self._running[self._next] = (job, time.monotonic())
                self._busy[name] = self._busy.get(name, 0) + 1
                threading.Thread(target=self._fetch, args=(self._next, job), daemon=True).start()
            if waiting:
                self._hosts.move_to_end(name)
            else:
                del self._hosts[name]

    def _fetch(self, number: int, job: _Job) -> None:
        visit = job.visit
        try:
            asked = {"etag": visit.etag, "modified": visit.modified} if visit else {}
            self._results.put((number, self._web.fetch(job.address, strange=job.strange, **asked)))
        except WebError as error:
            self._results.put((number, error))
        except BaseException as error:  # whatever it is, the import must not wait for it
            self._results.put((number, WebError(f"cannot be fetched ({type(error).__name__})")))

    def _arrived(self, wait: float = 0.0) -> Iterator[Source | Failure | AlreadyStored]:
        """Yield what has been fetched by now, or within `wait` seconds."""
        self._start()
        while self._running:
            try:
                number, result = self._results.get(timeout=wait) if wait else self._results.get_nowait()
            except queue.Empty:
                yield from self._overdue()
                return
            wait = 0.0
            if number in self._running:
                job, _ = self._ended(number)
                yield from (
                    self._failed(job, result) if isinstance(result, WebError) else self._got(job, result)
                )
            self._start()

    def _ended(self, number: int) -> tuple[_Job, float]:
        job, since = self._running.pop(number)
        self._busy[host(job.address)] -= 1
        return job, since

    def _overdue(self) -> Iterator[Source | Failure]:
        """Give up fetches that hang where no deadline reaches, as in a look-up of a name."""
        limit = time.monotonic() - self._web.limits.deadline - _GRACE
        for number in [number for number, (_, since) in self._running.items() if since < limit]:
            job, _ = self._ended(number)
            yield from self._failed(job, WebError("does not answer; try again later", passing=True))

    # What came of it

    def _failed(self, job: _Job, error: WebError) -> Iterator[Source | Failure]:
        if job.visit:
            job.visit.error, job.visit.looked = str(error), True
        stand_in = job.entry.stand_in() if job.entry else b""
        kept = f"; {KEPT}" if stand_in else ""
        yield Failure(job.origin, f"{error}{kept}", error.passing)
        if stand_in:
            self.total += 1
            yield Source(job.origin, stand_in, "record")

    def _got(self, job: _Job, got: FetchedPage) -> Iterator[Source | Failure | AlreadyStored]:
        if got.unchanged and job.visit:
            job.visit.unchanged = job.visit.looked = True
            self.total -= 1
            yield from self._again(job.visit, not got.local)
            return
        try:
            source = self._opener.page(job.origin, got, _known(job, got))
        except BadSourceError as error:
            yield from self._failed(job, WebError(str(error)))
            return
        if job.visit and source.kind == "html" and (own := advertised(source.raw, got.address)):
            job.visit.address = own
            if self._want(_Job(own, job.origin, not got.local, visit=job.visit)):
                return
        if job.visit and source.kind != "feed":
            yield from self._failed(job, WebError(_NO_FEED))
        elif job.entry and source.kind in HOLDERS:
            yield from self._failed(job, WebError("is a list of pages, where a page should be"))
        else:
            if job.visit:
                job.visit.etag, job.visit.modified = got.etag, got.modified
            yield from self._held(source, job.visit, got)

    def _held(
        self, found: Source | Failure | Lead, visit: FeedFetch | None = None, got: FetchedPage | None = None
    ) -> Iterator[Source | Failure | AlreadyStored]:
        """Yield what a source holds: itself, or what a feed or an outline leads to."""
        strange = got is not None and not got.local
        try:
            if isinstance(found, Lead):
                yield from self._led(found)
            elif isinstance(found, Failure) or found.kind not in HOLDERS | {"refused"}:
                yield found
            elif found.kind == "feed":
                yield from self._entries(found, visit or FeedFetch(address=found.origin), got)
            elif found.kind == "outline":
                self._outline(found, strange)
            else:
                yield from self._unfolded(found, strange)
        except BadSourceError as error:
            if visit:
                visit.error, visit.looked = str(error), True
            yield Failure(getattr(found, "origin", ""), str(error))

    def _unfolded(self, source: Source, strange: bool) -> Iterator[Source | Failure | AlreadyStored]:
        """Yield what a source of many holds, and have the addresses in it fetched."""
        led = 0
        for each in self._opener.within(source):
            if not isinstance(each, Lead):
                yield from self._held(each)
            elif strange and led >= PAGES:
                yield Failure(
                    each.place, f"is one address too many of the web (at most {PAGES} a list)", True
                )
            else:
                led += 1
                yield from self._led(each, strange)

    def _led(self, lead: Lead, strange: bool = False) -> Iterator[AlreadyStored]:
        """Have an address fetched that a file names, unless the briefing has its page."""
        origin = public(lead.url)
        self.total += 1
        if article := self._find(lead.url):
            yield AlreadyStored(origin, article)
        else:
            self._want(_Job(lead.url, origin, strange, dated=lead.published))

    def _entries(
        self, source: Source, visit: FeedFetch, got: FetchedPage | None
    ) -> Iterator[Source | Failure | AlreadyStored]:
        feed = self._opener.feed(source.raw, got.address if got else "")
        strange = got is not None and not got.local
        subscribed = any(each is visit for each in self.visits)
        visit.title = feed.title or visit.title
        visit.error, visit.looked = feed.broken, True
        self.total += len(feed.entries) - (not feed.broken)
        if feed.broken:
            yield Failure(source.origin, feed.broken, passing=True)
        elif not feed.entries and not subscribed:
            self.total += 1
            yield Failure(source.origin, "is a feed without entries")
        for number, entry in enumerate(feed.entries, 1):
            yield from self._entry(entry, visit, f"{source.origin}, entry {number}", strange)
        yield from self._again(visit, strange)
        if visit.left:
            self.total += 1
            said = f"leads to more pages than {PAGES} ({visit.left} are left); do it again for the next"
            yield Failure(source.origin, said, passing=True)

    def _entry(
        self, entry: Entry, visit: FeedFetch, name: str, strange: bool
    ) -> Iterator[Source | Failure | AlreadyStored]:
        whole = bool(entry.html or entry.text)
        origin = entry.url or name
        key = _hash(entry.url or entry.title)
        mark = _hash(entry.record()) if whole else _PAGE + _hash("\n".join(_told(entry)))
        visit.entries[origin], visit.dated[origin] = (key, mark), entry.published
        seen = visit.seen.get(key)
        article = self._find(entry.url) if entry.url else ""
        # Of what came from this feed, what it says otherwise since is looked at again. "" is of what `_again` fetched.
        if (article and seen is None) or seen == mark or (seen == "" and not whole):
            yield AlreadyStored(origin, article)
        elif whole:
            yield Source(origin, entry.record(), "record")
        elif entry.url and visit.fetched >= PAGES:
            visit.left += 1
            self.total -= 1
        elif entry.url:
            visit.fetched += 1
            self._want(_Job(entry.url, origin, strange, entry))
        else:
            yield Failure(origin, "has neither text nor an address")

    def _again(self, visit: FeedFetch, strange: bool) -> Iterator[AlreadyStored]:
        """Have the entries fetched that failed before, though the feed names them no more."""
        for url, missed in visit.failed.items():
            if url in visit.entries:
                continue
            self.total += 1
            visit.entries[url], visit.dated[url] = (_hash(url), ""), missed.published
            if article := self._find(url):
                yield AlreadyStored(url, article)
            else:
                entry = Entry(url=url, published=missed.published, outlet=visit.title)
                self._want(_Job(url, url, strange, entry))

    def _outline(self, source: Source, strange: bool) -> None:
        found = self._opener.outline(source.raw)
        if self._subscribe:
            self._subscribe(found)
        self.total += len(found) - 1
        for address, title in found:
            self._visit(FeedFetch(address=address, feed=public(address), title=title), strange)

    def _visit(self, visit: FeedFetch, strange: bool = False) -> None:
        if self._want(_Job(visit.address, public(visit.address), strange, visit=visit)):
            self.visits.append(visit)


def holds_text(mark: str) -> bool:
    """Tell by what is remembered of an entry whether the feed held its text."""
    return bool(mark) and not mark.startswith(_PAGE)


def _told(entry: Entry) -> tuple[str, ...]:
    """Return what a feed says of a page it leads to, which is otherwise where the page was changed."""
    return entry.title, entry.published, entry.updated, entry.summary


def _known(job: _Job, got: FetchedPage) -> dict[str, str]:
    """Return what is known of a page before it is read, as `Source.meta` has it."""
    entry = job.entry or Entry()
    known = {
        "address": public(got.address),
        "dated": entry.published,
        "listed": job.dated,
        "feed": entry.outlet,
        "named": entry.title,
        "stand_in": entry.stand_in().decode(),
    }
    return {name: said for name, said in known.items() if said}


def _is_web(named: object) -> bool:
    return isinstance(named, str) and is_address(named)


def _hash(text: str | bytes) -> str:
    return sha256(text if isinstance(text, bytes) else text.encode("utf-8", "replace")).hexdigest()[:12]

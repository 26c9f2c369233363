"""`feeds`: subscriptions, and bringing in what is new in them."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Collection

from tui.cli.context import carry_out, open_briefing, set_last
from tui.cli.import_pages import Bar, InterruptFlag
from tui.cli.output import BAD_INPUT, DONE, VerbError, answer, counted, cut, json_line, line, table, warn
from tui.cli.page_readers import settled_budget
from tui.commands.feeds import Subscribe, Unsubscribe
from tui.core.model import Feed
from tui.core.records import attributes
from tui.core.text import one_line
from tui.reading.encoding import BadSourceError
from tui.reading.sources import display_name
from tui.store.briefing import Briefing
from tui.web.errors import WebError
from tui.workflows.refresh_feeds import brought, refresh, subscriptions, when, wrong

_NONE = "no feeds yet; `briefing-tui feeds add URL` subscribes to one"


def feeds(args: Namespace) -> int:
    """Add, list, remove or refresh subscriptions; return the exit status."""
    if args.action in ("add", "refresh"):
        settled_budget()
    if args.action == "add":
        return _add(args)
    with open_briefing(args, reading=args.action == "list") as briefing:
        if args.action == "remove":
            return _remove(args, briefing)
        if args.action == "refresh":
            return _refresh(args, briefing)
        return _list(args, briefing)


def _add(args: Namespace) -> int:
    found: dict[str, str] = {}
    for name in args.names:
        try:
            found |= subscriptions(name)
        except (BadSourceError, WebError) as error:
            warn(f"{display_name(name)}: {error}")
    if not found:
        return BAD_INPUT
    with open_briefing(args, for_import=True) as briefing:
        before = set(briefing.feeds())
        carry_out(briefing, Subscribe(list(found.items())))
        new = briefing.feeds().keys() - before
        there = len(found) - len(new)
        if not args.json:
            line(f"{counted(len(new), 'feed')} added{f', {there} there already' if there else ''}.")
        set_last(args, briefing)
        status = _bring(args, briefing, new) if new else DONE
        after = briefing.feeds()
    if args.json:
        for url in found:
            if url in after:
                json_line({**_record(after[url]), "status": "known" if url in before else "new"})
    return 130 if status == 130 else DONE


def _remove(args: Namespace, briefing: Briefing) -> int:
    urls = [_meant(name, briefing).url for name in args.names]
    there = briefing.feeds()
    briefing.do(Unsubscribe(urls))
    for url in urls:
        answer(
            args,
            {**_record(there[url]), "status": "removed"},
            f"Removed {there[url].title or url}; its articles stay.",
        )
    return DONE


def _meant(name: str, briefing: Briefing) -> Feed:
    """Return the feed that an address, or words of its title or address, stand for."""
    there = briefing.feeds()
    if name in there:
        return there[name]
    words = one_line(name).casefold().split()
    found = [f for f in there.values() if all(w in f"{f.title} {f.url}".casefold() for w in words)]
    if len(found) == 1:
        return found[0]
    if found:
        some = "; ".join(feed.title or feed.url for feed in found[:5])
        raise VerbError(f"“{one_line(name)}” could be several feeds: {some}")
    raise VerbError(f"there is no subscription to “{one_line(name)}”; `briefing-tui feeds` lists them")


def _list(args: Namespace, briefing: Briefing) -> int:
    every = list(briefing.feeds().values())
    if args.json:
        for feed in every:
            json_line(_record(feed))
    else:
        rows = [(feed.title or "(no title)", when(feed), wrong(feed), feed.url) for feed in every]
        table(rows, none=_NONE)
    return DONE


def _refresh(args: Namespace, briefing: Briefing) -> int:
    urls = {_meant(name, briefing).url for name in args.names}
    if not briefing.feeds():
        raise VerbError(_NONE)
    return _bring(args, briefing, urls)


def _bring(args: Namespace, briefing: Briefing, urls: Collection[str]) -> int:
    """Bring in what is new in feeds, all where none is named, and tell of it; of feeds just added, their records tell."""
    with Bar() as bar, InterruptFlag() as stopping:
        looks, done = refresh(briefing, urls, progress=bar, stop=stopping.asked)
    if done.stopped:
        warn(f"refresh ended early: {done.stopped}; what was stored by then is kept")
    for look in looks:
        if args.json and args.action == "refresh":
            what = attributes(look, "status new changed known failed given_up error")
            json_line({**attributes(look.feed, "url title"), **what})
    if not args.json:
        table([(look.feed.title or look.feed.url, cut(brought(look), 200)) for look in looks])
        line(f"{counted(len(done.new), 'new article')} in {counted(len(done.events), 'new event')}.")
    if stopping.asked():
        return 130
    if done.stopped:
        return BAD_INPUT
    return DONE if any(look.status in ("read", "unchanged") for look in looks) else BAD_INPUT


def _record(feed: Feed) -> dict[str, object]:
    failed = [{"url": url, **attributes(each, "reason times")} for url, each in feed.failed.items()]
    return {
        **attributes(feed, "url title added refreshed error"),
        "entries": len(feed.seen),
        "failed": failed,
    }

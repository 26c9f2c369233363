"""`reread`: the stored pages are read anew."""

from __future__ import annotations

from argparse import Namespace

from tui.cli.context import find, find_event, open_briefing, short
from tui.cli.output import (
    BAD_INPUT,
    DONE,
    USAGE,
    ProgressLine,
    VerbError,
    counted,
    faint,
    json_line,
    line,
    warn,
)
from tui.cli.page_readers import settled_budget
from tui.core.alignment.word_diff import word_diff
from tui.core.text import one_line
from tui.reading.revision import FIELDS
from tui.store.briefing import Briefing
from tui.store.revise import RevisedArticle
from tui.workflows.reread import RereadResult, reread

_LISTED = 20


def reread_pages(args: Namespace) -> int:
    """Read articles anew; return the exit status."""
    if bool(args.ids) + bool(args.event) + bool(args.all) != 1:
        raise VerbError("name what to read anew: ids, --event or --all, and one of these only", USAGE)
    settled_budget()
    with open_briefing(args) as briefing:
        events = _wanted(briefing, args)
        with ProgressLine() as bar:
            done = reread(
                briefing, events.items(), progress=lambda read: bar.paint(f"{counted(read, 'article')} read")
            )
        _report(done, as_json=args.json)
        briefing.refresh_index()
    return BAD_INPUT if done.stopped or (done.failed and not (done.changed or done.same)) else DONE


def _wanted(briefing: Briefing, args: Namespace) -> dict[str, set[str]]:
    """Return the articles to read by event, none of an event that is to be read whole."""
    if args.all:
        return {row["id"]: set() for row in briefing.rows()}
    if args.event:
        return {find_event(briefing, args.event): set()}
    events: dict[str, set[str]] = {}
    whole: set[str] = set()
    for each in args.ids:
        target = find(briefing, each)
        if target.type == "speaker":
            raise VerbError(f"{one_line(each)}: a speaker has no page; name an article or an event")
        if target.type == "event":
            whole.add(target.id)
        else:
            article = target.article or target.id
            events.setdefault(briefing.event_of(article), set()).add(article)
    return events | {event: set() for event in whole}


def _report(done: RereadResult, *, as_json: bool) -> None:
    for failure in done.failed:
        warn(f"{failure}; its reading stays as it is")
    if done.stopped:
        warn(f"ended early: {done.stopped}; what was done by then is kept")
    if as_json:
        for each in done.changed:
            json_line(_record(each))
        return
    for each in done.changed[:_LISTED]:
        headline = one_line(each.new.headline) or "(no headline)"
        line(f"{faint(short(each.new.id))}  {headline}: {', '.join(_differences(each))}")
    if len(done.changed) > _LISTED:
        line(f"… and {len(done.changed) - _LISTED} more; --json lists all")
    parts = [f"{counted(len(done.changed), 'article')} read differently", f"{done.same} as before"]
    if done.failed:
        parts.append(f"{len(done.failed)} failed")
    line(f"{', '.join(parts)}.")


def _record(each: RevisedArticle) -> dict[str, object]:
    came, went = _words(each)
    old, new = ({quote.id: quote for quote in article.quotes} for article in (each.old, each.new))
    return {
        "article": each.new.id,
        "headline": one_line(each.new.headline),
        "fields": [name for name in FIELDS if getattr(each.old, name) != getattr(each.new, name)],
        "words_added": came,
        "words_removed": went,
        "quotes_added": len(new.keys() - old.keys()),
        "quotes_removed": len(old.keys() - new.keys()),
        "quotes_changed": sum(
            (old[one].words, old[one].kind, old[one].speakers)
            != (new[one].words, new[one].kind, new[one].speakers)
            for one in new.keys() & old.keys()
        ),
        "words_gone": each.lost,
    }


def _differences(each: RevisedArticle) -> list[str]:
    """Return what is different, in words; at least one of them."""
    found = _record(each)
    fields = found["fields"]
    parts = [*fields] if isinstance(fields, list) else []
    if found["words_added"] or found["words_removed"]:
        parts.append(f"text (+{found['words_added']} −{found['words_removed']} words)")
    quotes = [
        f"{sign}{found[key]}"
        for sign, key in (("+", "quotes_added"), ("−", "quotes_removed"), ("±", "quotes_changed"))
        if found[key]
    ]
    if quotes:
        parts.append(f"quotes ({' '.join(quotes)})")
    if found["words_gone"]:
        parts.append(f"{counted(found['words_gone'], 'quote')} you wrote on gone from the text")
    return parts or ["how it is known"]


def _words(each: RevisedArticle) -> tuple[int, int]:
    """Return how many words came into the text and how many went."""
    if each.old.text == each.new.text:
        return 0, 0
    ops = word_diff(each.old.text, each.new.text)
    came = sum(len(text.split()) for op, text in ops if op == "insert")
    return came, sum(len(text.split()) for op, text in ops if op == "delete")

"""`show`: one thing of a briefing, whole."""

from __future__ import annotations

import textwrap
from argparse import Namespace
from collections import Counter
from collections.abc import Iterable

from tui.cli.assess import print_links
from tui.cli.context import events, find, open_briefing, short
from tui.cli.listing import date, doubt, marks_suffix, reports, speaker_of
from tui.cli.output import DONE, VerbError, counted, faint, json_line, line, strong, width
from tui.cli.statements import statement
from tui.cli.tags import listed, tag_meant, tag_record
from tui.cli.versions import list_versions, print_diff, print_gone
from tui.cli.whole_record import article_of, record_of, said
from tui.core.edtf import in_words
from tui.core.model import NO_OUTLET, STATED, AnnotationTarget, Tag, is_inferred
from tui.core.quote_state import GONE
from tui.core.statements import PREFIX
from tui.core.text import clean, one_line
from tui.core.timestamps import byline
from tui.core.typography import quoted
from tui.exchange.json_records import Record, turned_down
from tui.store.briefing import Briefing


def show(args: Namespace) -> int:
    """Print an event, an article, a quote, a statement, a speaker or a tag."""
    with open_briefing(args, reading=True) as briefing:
        wanted = args.id.strip().lower().removeprefix("^")
        if wanted.startswith(PREFIX):
            statement(briefing, find(briefing, wanted.removeprefix(PREFIX)), as_json=args.json)
            return DONE
        try:
            target = find(briefing, args.id)
        except VerbError:
            if (tag := tag_meant(briefing, args.id)) is None:
                raise
            _tag(briefing, tag, as_json=args.json)
            return DONE
        if args.raw or args.versions or args.diff:
            _page(briefing, target, args)
            return DONE
        record = record_of(briefing, target)
        if args.statements:
            record["statements"] = _statements(briefing, target)
        if args.json:
            json_line({"type": target.type, **record})
        elif target.type == "event":
            _event(record)
        elif target.type == "article":
            _article(record)
        elif target.type == "quote":
            _quote(record)
        else:
            _speaker(record)
    return DONE


def _page(briefing: Briefing, target: AnnotationTarget, args: Namespace) -> None:
    """Print an article as it came in, its versions, or what changed from one to the next."""
    if target.type not in ("article", "quote"):
        what = "--raw shows the page of an article" if args.raw else "only articles have versions"
        raise VerbError(f"{what}; {target.id} is of type {target.type}")
    annotated = briefing.around(target)
    article = article_of(annotated, target)
    if args.raw:
        raw = clean(briefing.raw(article))
        json_line({"article": article.id, "raw": raw}) if args.json else line(raw)
    elif args.diff:
        print_diff(briefing, article, as_json=args.json)
    else:
        list_versions(briefing, article, as_json=args.json)


def _statements(briefing: Briefing, target: AnnotationTarget) -> int:
    """Return how many statements an event or a speaker has. Raises `VerbError` for what has none of its own."""
    from tui.cli.statement_numbers import by_speaker, of_event

    if target.type == "speaker":
        return by_speaker(briefing)[target.id]
    if target.type != "event":
        raise VerbError(
            f"--statements counts those of an event or a speaker; {target.id} is of type {target.type}"
        )
    return of_event(briefing, briefing.annotated(target.id))


# For people


def _number(record: Record) -> str:
    """Return how much was said, in statements where these were asked for."""
    if "statements" in record:
        return counted(record["statements"], "statement")
    return counted(record["quotes"], "quote")


def _event(record: Record) -> None:
    line(strong(_of(record, "name")))
    _field("date", record, "date")
    told = reports(record["articles"], record["sources"], len(record["outlets"]))
    copied = " (those of copies once)" if record["sources"] != record["articles"] else ""
    quotes = f"{told}, {_number(record)}{copied}"
    line(f"{quotes}{marks_suffix(record)}   {faint(_of(record, 'id'))}")
    _note(record)
    for each in record["accounts"]:
        line()
        line(f"{_short(each, 'id')}  {_of(each, 'headline') or '(no headline)'}{marks_suffix(each)}")
        outlet = _of(each, "outlet") or NO_OUTLET
        changed = ", changed" if each["versions"] else ""
        changed += f", copy of {_short(each, 'copy_of')}" if each["copy_of"] else ""
        line(
            f"          {outlet}, {date(_of(each, 'published'))}, {counted(each['quotes'], 'quote')}{changed}"
        )


def _article(record: Record) -> None:
    line(strong(_of(record, "headline") or "(no headline)"))
    for name, label in _FIELDS.items():
        _field(label, record, name)
    line(f"event      {_of(record, 'event_name')}  {_short(record, 'event')}")
    line(f"from       {_of(record, 'origin')}")
    if record["copy_of"]:
        line(f"copy of    {_of(record, 'copy_of')}")
    line(f"id         {record['id']}{marks_suffix(record)}")
    if record.get("changed_since"):
        line(f"changed    since {_of(record, 'changed_since')}; --diff shows what")
    _note(record)
    line()
    _paragraphs(record["text"])
    if record["said"]:
        line()
        line(strong("Quotes"))
        for each in record["said"]:
            line(f"{_short(each, 'id')}  {speaker_of(each)}: {_words(each)}{marks_suffix(each)}")
    print_gone(record["words_gone"])


def _quote(record: Record) -> None:
    _paragraphs(_words(record))
    via = f", through {', '.join(record['chain'])}" if record["chain"] else ""
    how = ", ".join(part for part in (_of(record, "kind"), _of(record, "why")) if part)
    role = f", {_of(record, 'role')}" if record["role"] else ""
    line(f"— {speaker_of(record)}{role}{via} ({how})")
    if record["candidates"]:
        line(faint(f"  or {', '.join(record['candidates'])}"))
    line()
    line(f"article    {_of(record, 'headline')}  {_short(record, 'article')}")
    published = date(_of(record, "published"), is_inferred(record["published_basis"]))
    line(f"outlet     {_of(record, 'outlet') or NO_OUTLET}, {published}")
    event = f"{_of(record, 'event_name')}, {date(_of(record, 'event_date'), record['event_date_inferred'])}"
    line(f"event      {event}  {_short(record, 'event')}")
    line(f"id         {record['id']}{marks_suffix(record)}")
    rating = f"{record['reliability']}{record['credibility']}"
    evidence = f": {_of(record, 'evidence')}" if record["evidence"] else ""
    changed = "speaker" if record["speaker_before"] else "words"
    doubt = f", {changed} changed since" if record["text_changed"] else ""
    line(f"status     {record['status']}{doubt}{evidence}{f'  ({rating})' if rating else ''}")
    if record["words_gone"]:
        line(f"words gone {GONE}; below, where it stood before the article changed")
    if record["text_changed"]:
        line(f"changed    confirm with: status {short(record['id'])} {record['status']}")
        line(f"before     “{_of(record, 'words_before')}”  {_of(record, 'speaker_before')}".rstrip())
    for name in ("original", "translator"):
        if record[name]:
            line(f"{name:<10} {_of(record, name)}")
    print_links(record["links"])
    _note(record)
    line()
    _paragraphs(record["context"], "  ")


def _speaker(record: Record) -> None:
    others = f" ({', '.join(record['aliases'])})" if record["aliases"] else ""
    line(strong(_of(record, "name")) + others)
    line(f"{_number(record)}   {faint(_of(record, 'id'))}")
    _note(record)
    _list({**each, "guess": " (speaker ?)" * bool(doubt(each))} for each in record["words"])


def _tag(briefing: Briefing, tag: Tag, *, as_json: bool) -> None:
    """Print a tag and the quotes that bear it."""
    uses = briefing.tag_uses().get(tag.id, Counter())
    record = tag_record(tag, uses)
    words = [
        said(row, article, quote)
        for row, annotated in events(briefing)
        for article in annotated.event.articles
        for quote in article.all_quotes
        if tag.id in annotated.tags(quote.id)
    ]
    if as_json:
        json_line({"type": "tag", **record, "words": words})
        return
    line(strong(f"{one_line(tag.sign) or '#'} {_of(record, 'name')}"))
    line(f"{listed(uses) or 'on nothing'}   {faint(tag.id)}")
    if tag.description:
        _paragraphs(str(record["description"]))
    _list(words)


def _list(words: Iterable[Record]) -> None:
    for each in words:
        source = f"{date(each['event_date'], each['event_date_inferred'])}  {each['outlet'] or NO_OUTLET}"
        line(f"{_short(each, 'id')}  {source}: {_words(each)}{each.get('guess', '')}")


_MISSING = {"outlet": NO_OUTLET}
_DATES = ("date", "published")
_FIELDS = {"outlet": "outlet", "author": "author", "published": "published", "url": "address"}


def _of(record: Record, name: str) -> str:
    return one_line(str(record[name]))


def _short(record: Record, name: str) -> str:
    return faint(short(record[name]))


def _words(record: Record) -> str:
    return quoted(_of(record, "text"), _of(record, "kind"), turned_down(record))


def _field(label: str, record: Record, name: str) -> None:
    value = in_words(_of(record, name)) or "undated" if name in _DATES else _of(record, name)
    how = record["basis"].get(name, "")
    remark = f"  ({how})" if value and how not in ("", STATED) else ""
    line(f"{label:<10} {value or _MISSING.get(name, '(not known)')}{remark}")


def _note(record: Record) -> None:
    """Print who did what to something, and the notes on it."""
    for each in record.get("deeds", ()):
        by = byline(each["creator"], each["created"], each["modified"])
        said = " ".join(filter(None, (one_line(each["value"]), faint(f"({by})"))))
        line(f"{each['what']:<10} {said}")
    for each in record["notes"]:
        line()
        _paragraphs(each["text"], "  ✎ ", "    ")
        line(faint(f"    {byline(each['creator'], each['created'], each['modified'])}"))


def _paragraphs(text: str, first: str = "", rest: str | None = None) -> None:
    """Print text folded at the terminal's edge, a pipe's at 100 columns."""
    rest = first if rest is None else rest
    columns = min(100, width())
    for number, paragraph in enumerate(text.split("\n")):
        start = first if number == 0 else rest
        for part in textwrap.wrap(paragraph, columns, initial_indent=start, subsequent_indent=rest) or [""]:
            line(part)

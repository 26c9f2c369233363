"""`search`: the articles a query finds, what fits best first."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Collection, Sequence
from itertools import islice

from tui.cli.context import open_briefing
from tui.cli.listing import article_row, understood
from tui.cli.output import DONE, cut, json_line, line, strong, table, warn, width
from tui.core.model import AnnotatedEvent, Article
from tui.core.query.completion import written
from tui.core.query.likely_names import likely_name
from tui.core.query.parser import parse
from tui.core.query.terms import Words
from tui.core.text import clean, fold_case, one_line
from tui.exchange import json_records
from tui.store.briefing import Briefing

_AROUND = 70  # characters of a snippet before and after what was found


def search(args: Namespace) -> int:
    """Print what a query finds, by relevance, with a snippet of each."""
    query = " ".join(args.query)
    if args.archive:
        return _search_archive(args, query)
    found = 0
    with open_briefing(args, reading=True) as briefing:
        tags = briefing.tags()
        wanted = understood(query)
        for hit in islice(briefing.ranked(query), args.limit or None):
            annotated = briefing.annotated(hit.event)
            article = next(one for one in annotated.event.articles if one.id == hit.article)
            record = json_records.article_record(article, annotated, tags)
            snippet = _snippet(annotated, article, hit.quotes, wanted)
            found += 1
            if args.json:
                json_line({**record, "quotes_found": list(hit.quotes), "snippet": "".join(snippet)})
                continue
            table([article_row(record, article, annotated.event.date)])
            before, words, after = snippet
            line(f"          {cut(before, max(20, width() - 20))}{strong(words)}{after}"[: width() + 8])
        near = "" if found else _near(briefing, query)
    return _told(args, found, "first", near)


def _search_archive(args: Namespace, query: str) -> int:
    """Print the newest articles that a query finds in the archive the briefing is fed from."""
    from tui.store.archive.archive_search import newest
    from tui.workflows.archive import archive_of

    wanted = understood(query)
    with open_briefing(args, reading=True) as briefing, archive_of(briefing) as archive:
        found = newest(archive, parse(query), args.limit)
    for each in found:
        before, words, after = around((each.text, each.headline), wanted)
        if args.json:
            json_line(
                {
                    **{name: value for name, value in each._asdict().items() if name != "text"},
                    "snippet": f"{before}{words}{after}",
                }
            )
            continue
        table([(each.day, cut(one_line(each.outlet), 24), one_line(each.headline))])
        line(f"          {cut(before, max(20, width() - 20))}{strong(words)}{after}"[: width() + 8])
    return _told(args, len(found), "newest")


def _near(briefing: Briefing, query: str) -> str:
    names = [name for each in briefing.speakers().values() for name in each.names]
    return likely_name(parse(query), names)


def _told(args: Namespace, found: int, which: str, near: str = "") -> int:
    if not found:
        warn(
            f"nothing found; did you mean {written('speaker', one_line(near))}?" if near else "nothing found"
        )
    elif found == args.limit and not args.json:
        warn(f"the {which} {found}; --limit 0 prints all")
    return DONE


def _snippet(
    annotated: AnnotatedEvent, article: Article, quotes: Collection[str], wanted: tuple[Words, ...]
) -> tuple[str, str, str]:
    """Return what was found with some before and after: of a quote rather than of the text or a note."""
    texts = [quote.words for quote in article.all_quotes if quote.id in quotes]
    notes = [annotated.note(quote.id) for quote in article.all_quotes]
    return around((*texts, article.text, annotated.note(article.id), *notes), wanted)


def around(texts: Sequence[str], wanted: tuple[Words, ...]) -> tuple[str, str, str]:
    """Return the words that stand first in some texts with some before and after; of none the beginning of the first."""
    for text in texts:
        folded = fold_case(text)
        places = [match for each in wanted for match in [each.pattern.search(folded)] if match]
        if places:
            first = min(places, key=lambda match: match.start())
            # Folding may change the length; then the place is near enough.
            start, end = first.span()
            while end < len(text) and text[end].isalnum():
                end += 1
            left, right = max(0, start - _AROUND), end + _AROUND
            before = ("…" if left else "") + one_line(text[left:start]) + " " * text[:start][-1:].isspace()
            after = " " * text[end : end + 1].isspace() + one_line(text[end:right])
            return clean(before), one_line(text[start:end]), after + "…" * (right < len(text))
    shown = one_line(next(iter(texts), ""))
    return cut(shown, 2 * _AROUND), "", ""

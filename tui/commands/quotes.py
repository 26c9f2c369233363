"""Corrections that make or remake quotes: added, cut, split, joined."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import pairwise

from tui.commands.annotations import KINDS, DiscardQuote
from tui.commands.base import Command, Workspace
from tui.commands.helpers import (
    Span,
    check_word,
    parse_ranges,
    set_annotation,
    set_field,
    speaker_ids,
    tag_too,
)
from tui.core.model import AnnotationTarget, Article, Quote, Selector
from tui.core.quote_state import USER_MOTIVATIONS
from tui.core.text import one_line
from tui.core.typography import CLOSING_MARKS, DOUBLE_MARKS, MARKS, OPENING_MARKS


def strip_marks(text: str, start: int, end: int) -> Span:
    """Return a stretch of `text` without white space at its ends, nor the marks that enclose all of it."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if end - start > 2 and text[start] in OPENING_MARKS and text[end - 1] in MARKS:
        return strip_marks(text, start + 1, end - 1)
    if end - start > 1 and start > 0 and text[start - 1] in OPENING_MARKS and text[end - 1] in CLOSING_MARKS:
        return strip_marks(text, start, end - 1)
    if (
        end - start > 1
        and text[start] in OPENING_MARKS
        and not any(mark in text[start + 1 : end] for mark in MARKS)
    ):
        return strip_marks(text, start + 1, end)
    return start, end


def is_enclosed(text: str, start: int, end: int) -> bool:
    """Tell whether quotation marks stand around (or at the ends of) a stretch of `text`."""
    first, last = strip_marks(text, start, end)
    return (
        first > 0 and text[first - 1] in OPENING_MARKS and last < len(text) and text[last : last + 1] in MARKS
    )


def split_at_marks(text: str, start: int, end: int) -> list[Span]:
    """Return the parts that a stretch of `text` makes as a quote: it is cut where marks close and open again.

    “No,” he said, “never” are two parts; a stretch that begins or ends outside of marks is one.
    """
    first, last = strip_marks(text, start, end)
    marks = [at for at in range(first, last) if text[at] in DOUBLE_MARKS]
    if first >= last or not marks or len(marks) % 2 or not is_enclosed(text, first, last):
        return [(first, last)]
    edges = [first - 1, *marks, last]
    found = [
        strip_marks(text, before + 1, after) for before, after in zip(edges[::2], edges[1::2], strict=True)
    ]
    whole = all(any(char.isalnum() for char in text[slice(*span)]) for span in found)
    return found if whole else [(first, last)]


def moved_parts(text: str, parts: Sequence[Span], start: int, end: int) -> list[Span]:
    """Return the parts of a quote whose outer borders were moved to `start` and `end`; gaps between parts stay."""
    left = [(max(first, start), min(last, end)) for first, last in parts if first < end and last > start]
    if len(left) < 2:
        return split_at_marks(text, start, end)
    begin, *inner, finish = left
    return [*split_at_marks(text, start, begin[1]), *inner, *split_at_marks(text, finish[0], end)]


def format_ranges(parts: Sequence[Span]) -> str:
    """Return parts as `EditField` takes them: "120-180, 200-230"."""
    return ", ".join(f"{start}-{end}" for start, end in parts)


def kind_of(text: str, parts: Sequence[Span]) -> str:
    """Return what kind of quote parts of `text` make, going by the marks."""
    if any(mark in text[start:end] for start, end in parts for mark in DOUBLE_MARKS):
        return "mixed"
    return "direct" if all(is_enclosed(text, *part) for part in parts) else "indirect"


@dataclass(frozen=True)
class AddQuote(Command):
    """Make words of an article (a target) a quote.

    `borders` as in `EditField`: "120-180". `speaker` as there too; with `whole_names` no name is a surname. `quote_id` is
    the id it is to have, "" for a fresh one.
    """

    article: AnnotationTarget
    borders: str
    speaker: str = ""
    kind: str = "direct"
    quote_id: str = ""
    whole_names: bool = False

    def label(self) -> str:
        return "Added 1 quote"

    def apply(self, workspace: Workspace) -> None:
        if self.article.type != "article":
            raise ValueError("a quote is added to an article")
        check_word(self.kind, KINDS)
        article = workspace.article(self.article.article)
        parts = parse_ranges(article.text, self.borders)
        for quote in article.quotes:
            if _spans(quote) == parts and not _is_discarded(workspace, quote):
                raise ValueError("there is a quote of these very words already")
        speakers = speaker_ids(workspace, one_line(self.speaker), article, whole=self.whole_names).split()
        _add(workspace, article, parts, kind=self.kind, speakers=speakers, quote_id=self.quote_id)


@dataclass(frozen=True)
class RemoveWordsFromQuote(Command):
    """Take words out of a quote (code points, `end` exclusive): it goes on behind them as another part."""

    quote: AnnotationTarget
    start: int
    end: int

    def label(self) -> str:
        return "Cut words out of 1 quote"

    def apply(self, workspace: Workspace) -> None:
        text = workspace.article(self.quote.article).text
        old = _spans(_in_text(workspace, self.quote))
        left = []
        for start, end in old:
            for piece in ((start, min(end, self.start)), (max(start, self.end), end)):
                first, last = strip_marks(text, *piece) if piece[0] < piece[1] else (0, 0)
                if first < last and any(char.isalnum() for char in text[first:last]):
                    left.append((first, last))
        if not left:
            raise ValueError("nothing would be left of the quote: discard it instead")
        if left == old:
            raise ValueError("these words are not in the quote")
        _set_borders(workspace, self.quote, left)


@dataclass(frozen=True)
class SplitQuote(Command):
    """Let each part of a quote be a quote of its own."""

    quote: AnnotationTarget

    def label(self) -> str:
        return "Split 1 quote"

    def apply(self, workspace: Workspace) -> None:
        quote = _in_text(workspace, self.quote)
        first, *rest = _spans(quote)
        if not rest:
            raise ValueError("the quote has one part only: select words in it to cut it there")
        _set_borders(workspace, self.quote, [first])
        article = workspace.article(self.quote.article)
        for span in rest:
            _add(
                workspace, article, [span], kind=quote.kind, speakers=quote.speakers, polarity=quote.polarity
            )


@dataclass(frozen=True)
class JoinQuotes(Command):
    """Let quotes of one article be one: the first keeps its speakers and gets what is on the others.

    Of their status it takes the history only where it has none of its own. A single quote loses the gaps
    between its parts.
    """

    quotes: Sequence[AnnotationTarget]

    def label(self) -> str:
        count = len(self.quotes)
        return f"Joined {count} quotes" if count > 1 else "Joined the parts of 1 quote"

    def apply(self, workspace: Workspace) -> None:
        if len({target.article for target in self.quotes}) != 1:
            raise ValueError("only quotes of one article can be joined; a link ties quotes of two together")
        first, *others = {target.id: target for target in self.quotes}.values()
        if not others:
            old = _spans(_in_text(workspace, first))
            if len(old) == 1:
                raise ValueError("the quote has one part only")
            _set_borders(workspace, first, [(old[0][0], old[-1][1])])
            return
        text = workspace.article(first.article).text
        spans = sorted(span for target in self.quotes for span in _spans(_in_text(workspace, target)))
        merged = _merged(spans, text)
        _set_borders(workspace, first, merged)
        words = " … ".join(text[start:end] for start, end in merged)
        joined = {target.id for target in self.quotes}
        for target in others:
            _hand_over(workspace, target, first, words, joined)
            DiscardQuote(target).apply(workspace)


def _hand_over(
    workspace: Workspace,
    target: AnnotationTarget,
    first: AnnotationTarget,
    words: str,
    joined: Collection[str],
) -> None:
    """Put on the quote that others are joined to, whose words are `words`, what is on one of them."""
    own = workspace.annotations(first)
    assessed = any(each.motivation == "assessing" for each in own)
    fields = {"original", "translator"} - {str(each.body.get("field")) for each in own}
    for each in workspace.annotations(target):
        by = workspace.signed(each.creator, each.created)
        match each.motivation:
            case "editing" if each.body["field"] in fields:
                set_annotation(by, first, "editing", each.body, str(each.body["field"]))
            case "tagging":
                tag_too(by, first, str(each.body["tag"]))
            case "bookmarking":
                set_annotation(by, first, "bookmarking", {})
            case "commenting":
                workspace.put(replace(each, target=first))
            case "assessing" if not assessed:
                workspace.put(replace(each, target=first))
            case "linking":
                other = AnnotationTarget("quote", str(each.body["quote"]), str(each.body.get("article", "")))
                workspace.drop(each)
                links = (one for one in workspace.annotations(other) if one.motivation == "linking")
                if back := next((one for one in links if one.body.get("quote") == target.id), None):
                    workspace.drop(back)
                if other.id not in joined:
                    set_annotation(by, first, "linking", each.body, other.id)
                    body = {**back.body, "quote": first.id, "exact": words} if back else None
                    set_annotation(by, other, "linking", body, first.id)


@dataclass(frozen=True)
class ReanchorQuote(Command):
    """Give a quote whose words are gone other words of its article; `borders` as in `EditField`."""

    quote: AnnotationTarget
    borders: str

    def label(self) -> str:
        return "Gave 1 quote words of the text again"

    def apply(self, workspace: Workspace) -> None:
        quote = workspace.quote(self.quote)
        if not quote.gone:
            raise ValueError("the words of this quote are in the text: set its borders")
        article = workspace.article(self.quote.article)
        parts = parse_ranges(article.text, self.borders)
        _add(workspace, article, parts, kind=quote.kind, speakers=quote.speakers, quote_id=quote.id)
        first, *rest = (Selector.at(article.text, *part) for part in parts)
        for each in workspace.annotations(self.quote):
            # Said of these words from now on, and not to be confirmed.
            if each.motivation in USER_MOTIVATIONS:
                target = replace(each.target, selector=first, rest=tuple(rest))
                workspace.put(replace(each, target=target))


def _in_text(workspace: Workspace, target: AnnotationTarget) -> Quote:
    quote = workspace.quote(target)
    if quote.gone:
        raise ValueError("the words of this quote are gone from its article")
    return quote


def _spans(quote: Quote) -> list[Span]:
    return [(part.start, part.end) for part in quote.parts]


def _is_discarded(workspace: Workspace, quote: Quote) -> bool:
    target = AnnotationTarget("quote", quote.id, quote.article)
    return any(each.body.get("field") == "discarded" for each in workspace.annotations(target))


def _merged(spans: Sequence[Span], text: str) -> list[Span]:
    """Return sorted stretches, those with nothing but marks and blanks between them as one."""
    found: list[Span] = []
    for start, end in spans:
        if found and (start <= found[-1][1] or not text[found[-1][1] : start].strip()):
            found[-1] = found[-1][0], max(found[-1][1], end)
        else:
            found.append((start, end))
    return found


def _set_borders(workspace: Workspace, target: AnnotationTarget, spans: Sequence[Span]) -> None:
    if any(a[1] > b[0] for a, b in pairwise(spans)):
        raise ValueError("the parts of a quote do not overlap")
    set_field(workspace, target, "borders", [list(span) for span in spans])


def _add(
    workspace: Workspace,
    article: Article,
    spans: Sequence[Span],
    *,
    kind: str,
    speakers: Sequence[str],
    quote_id: str = "",
    polarity: str = "",
) -> None:
    parts = tuple(Selector.at(article.text, start, end) for start, end in spans)
    target = AnnotationTarget("quote", quote_id or workspace.new_id(), article.id, parts[0], rest=parts[1:])
    said = {"kind": kind, "speaker": " ".join(speakers), "parts": [asdict(part) for part in parts]}
    set_annotation(workspace, target, "editing", {"field": "added", "value": True, **said}, "added")
    if polarity:
        set_field(workspace, target, "polarity", polarity)

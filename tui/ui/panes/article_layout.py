"""An article, or its raw page, as the lines a pane of some width shows. Pure: no screen."""

from __future__ import annotations

import re
from pathlib import PurePath

from rich.cells import cell_len

from tui.core.model import NO_OUTLET, SET_BY_READER, SUMMARY, AnnotatedEvent, Article, Tag, is_inferred
from tui.core.records import record
from tui.ui import format
from tui.ui.panes.wrap import Piece, fit, fit_name, wrap

MEASURE = 76
"""Cells of a line of text, unless the reader wants more or fewer."""

GUTTER = 4
_DOCUMENTS = {
    ".pdf": "PDF",
    ".docx": "Word document",
    ".odt": "ODT document",
    ".rtf": "RTF document",
    ".epub": "chapter",
}
_CHAPTER = re.compile(r"\.epub, [^,]*$", re.IGNORECASE)


@record(frozen=True, slots=True)
class LayoutLine:
    """One screen line: of the body (`start`, `end` into the text), or with pieces of its own.

    `field` is the field of the article that `e` edits there, `quote` the id of a quote that is gone and
    stands there below the text. `change`: what an outlet changed begins there, in a line of a comparison. `tabs` are the
    cells in which a click opens an article, each with its id.
    """

    start: int = -1
    end: int = -1
    pieces: tuple[Piece, ...] = ()
    field: str = ""
    quote: str = ""
    change: bool = False
    tabs: tuple[tuple[int, int, str], ...] = ()

    @property
    def has_words(self) -> bool:
        """Whether there is something to read in it: the cursor rests on no other line."""
        return self.end > self.start or any(text.strip("─ ") for text, _ in self.pieces)


def no_article(key: format.KeyOf) -> list[str]:
    """Return the lines that stand in place of an article where there is none: what to press next."""
    return [
        "",
        "No article yet.",
        "",
        f"{key('import')} imports pages, {key('feeds')} follows feeds.",
        f"{key('events')} goes to the events, {key('briefings')} to another briefing, {key('help')} shows all keys.",
    ]


def measure(width: int, most: int = MEASURE) -> int:
    """Return how many cells a line of text gets in a pane of `width` cells, `most` where there is room."""
    return max(10, min(most, width - GUTTER - 1))


def margin(width: int, most: int = MEASURE) -> int:
    """Return how many cells stand left of the gutter in a pane of `width` cells: the text is in the middle."""
    return max(0, (width - measure(width, most) - GUTTER) // 2)


def article_lines(
    annotated: AnnotatedEvent, article: Article, tags: dict[str, Tag], room: int, key: format.KeyOf
) -> list[LayoutLine]:
    """Return headline, what is known of the article, the reader's words on it, and its text, in lines of `room` cells."""
    lines = [LayoutLine()]
    lines += _wrapped(article.headline or "No headline", "heading", room, "headline")
    lines += [LayoutLine(), *_source_lines(article, room, key)]
    if article.copy_of:
        lines += _wrapped(_copy_of(annotated, article), "accent", room)
    if len(annotated.event.articles) > 1:
        lines += _outlets(annotated, article, room)
    lines += _reader_lines(annotated, article, tags, room)
    lines += [LayoutLine(pieces=(("─" * room, "dim"),)), LayoutLine()]
    lines += [LayoutLine(start, end) for start, end in wrap(article.text, room)]
    lines += [LayoutLine(), *_orphans(annotated, article, tags, room)]
    return lines


def _orphans(
    annotated: AnnotatedEvent, article: Article, tags: dict[str, Tag], room: int
) -> list[LayoutLine]:
    """Return what the reader wrote on words that the article no longer has, below its text."""
    lines: list[LayoutLine] = []
    for quote in article.gone:
        lines += [
            LayoutLine(),
            *_wrapped(f"{format.GONE} {format.marked(quote)}", "dim", room, quote=quote.id),
        ]
        signs = [format.STAR] if annotated.starred(quote.id) else []
        signs += [shown for shown, _ in format.signed_tags(annotated, quote.id, tags)]
        signs += filter(None, [format.status(annotated.status(quote.id))])
        if signs:
            lines += _wrapped("  ".join(signs), "accent", room, quote=quote.id)
        for note in format.notes(annotated, quote.id):
            lines += _wrapped(note, "note", room, quote=quote.id)
    there = {quote.id for quote in article.quotes}
    for each in annotated.orphans:  # borders the reader set, of quotes that are still there
        if each.target.id in there and each.target.article == article.id and each.target.selector:
            lines += [LayoutLine(), *_wrapped(f"“{each.target.words}”", "dim", room)]
    if lines:
        lines.insert(
            0, LayoutLine(pieces=(("Words gone from the text, and marked by you".ljust(room), "heading"),))
        )
    return lines


def _wrapped(text: str, style: str, room: int, field: str = "", quote: str = "") -> list[LayoutLine]:
    return [
        LayoutLine(pieces=((text[start:end], style),), field=field, quote=quote)
        for start, end in wrap(text, room)
    ]


def _copy_of(annotated: AnnotatedEvent, article: Article) -> str:
    first = next((one for one in annotated.event.articles if one.id == article.copy_of), None)
    if first is None:
        return "a copy of a text that lies elsewhere in the briefing"
    name = first.outlet or first.headline or "another outlet"
    return f"a copy of what {name} published first" if first.published else f"a copy of the text of {name}"


def _source_lines(article: Article, room: int, key: format.KeyOf) -> list[LayoutLine]:
    """Outlet, date and author, each with a sign where it is inferred, and how it was."""
    basis = article.basis
    known = {
        "outlet": article.outlet or NO_OUTLET,
        "published": format.date(article.published),
        "author": article.author,
    }
    given = {"outlet": article.outlet, "published": article.published, "author": article.author}
    inferred = [name for name in ("headline", *given) if is_inferred(basis.get(name, ""))]
    yours = [name for name in ("headline", *given) if basis.get(name) == SET_BY_READER]
    signed = {name for name in inferred if given.get(name)}
    parts = [(format.INFERRED if name in signed else "") + value for name, value in known.items() if value]
    lines = _wrapped(" · ".join(parts), "", room, "outlet")
    if article.url:
        lines.append(LayoutLine(pieces=((fit(article.url, room), "dim"),), field="url"))
    remarks = [f"{name} {basis[name]}" for name in inferred if name == "headline" or name in signed]
    if remarks:
        lines += _wrapped(f"{format.INFERRED} {'; '.join(remarks)}", "dim", room, "outlet")
    if basis.get("text") == SUMMARY:
        lines += _wrapped(f"{SUMMARY}: its page could not be read, and is tried again", "accent", room)
    if yours:
        lines += _wrapped(f"{', '.join(yours)} {SET_BY_READER}", "dim", room, "outlet")
    if article.versions:
        times = "once" if article.versions == 1 else f"{article.versions} times"
        said = f"changed {times} since it first came in: {key('changes')} shows what"
        lines += _wrapped(f"{format.CHANGED} {said}", "accent", room)
    return lines


def _outlets(annotated: AnnotatedEvent, article: Article, room: int) -> list[LayoutLine]:
    """The event's articles, this one marked: what `]` and `[` walk through."""
    articles = annotated.event.articles
    here = next((at for at, one in enumerate(articles) if one.id == article.id), 0)
    pieces: list[Piece] = []
    tabs: list[tuple[int, int, str]] = []
    cells = 0
    # Start early enough for the present one to be in the row, and stop where the row is full.
    for at in range(max(0, here - 2), len(articles)):
        one = articles[at]
        unread = (
            "" if annotated.read(one.id) else format.CHANGED if annotated.changed(one.id) else format.UNREAD
        )
        name = fit_name(f"{unread}{one.outlet or one.headline or NO_OUTLET}", 28)
        if cells + cell_len(name) + (4 if at + 1 < len(articles) else 2) > room:
            pieces.append((" …", "dim"))
            break
        pieces.append((f"[{name}]" if at == here else f" {name} ", "strong" if at == here else "dim"))
        tabs.append((cells, cells + cell_len(name) + 2, one.id))
        cells += cell_len(name) + 2
    return [LayoutLine(pieces=tuple(pieces), tabs=tuple(tabs))]


def _reader_lines(
    annotated: AnnotatedEvent, article: Article, tags: dict[str, Tag], room: int
) -> list[LayoutLine]:
    """Star, tags and note of the event and of the article."""
    lines: list[LayoutLine] = []
    for target, whose in ((annotated.event.id, "event "), (article.id, "")):
        signs = [format.STAR] if annotated.starred(target) else []
        signs += [shown for shown, _ in format.signed_tags(annotated, target, tags)]
        if signs:
            lines += _wrapped(whose + "  ".join(signs), "accent", room)
        for note in format.notes(annotated, target):
            lines += _wrapped(f"{format.NOTE} {whose}{note.removeprefix(f'{format.NOTE} ')}", "note", room)
    return lines


def shown_whole(origin: str) -> str:
    """Return what the raw view of an article from there shows; of what is no text, its words."""
    ending = PurePath(_CHAPTER.sub(".epub", origin)).suffix.lower()
    return f"the words of the {_DOCUMENTS[ending]}" if ending in _DOCUMENTS else "the page as it came"


def raw_lines(raw: str, article: Article, room: int, key: format.KeyOf) -> list[LayoutLine]:
    """Return the raw page in lines of `room` cells, what was cut from it set off with the reason."""
    reasons = {number: cut.reason for cut in article.cut for number in range(cut.first, cut.last + 1)}
    known = bool(article.cut)
    shown = shown_whole(article.origin)
    lines = [
        LayoutLine(),
        LayoutLine(pieces=((f"{shown[0].upper()}{shown[1:]}: {article.origin}", "heading"),)),
    ]
    cut = key("cut")
    about = (
        f"┊ marks what was cut; {cut} shows the article again"
        if known
        else f"nothing was cut; {cut} goes back"
    )
    lines += [LayoutLine(pieces=((about, "dim"),)), LayoutLine()]
    before = ""
    for number, text in enumerate(raw.split("\n")):
        reason = reasons.get(number, "")
        if reason != before and reason:
            lines.append(LayoutLine(pieces=((f"┊ {reason} ".ljust(room, "┄"), "accent"),)))
        before = reason
        sign = "┊ " if reason else "  "
        style = "dim" if reason else ""
        for start, end in wrap(text, room - 2):
            lines.append(LayoutLine(pieces=((sign, "accent"), (text[start:end], style))))
    return lines

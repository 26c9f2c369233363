"""How dates, counts and signs look. Pure: the same words in every pane and in what is copied."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from tui.core import quote_state, text
from tui.core.assessment import STATUS_NAMES
from tui.core.authorship import deeds as find_deeds
from tui.core.edtf import in_words, month_of, without_time
from tui.core.model import STATED, AnnotatedEvent, Article, Quote, Speaker, Tag
from tui.core.quote_state import cited_speaker
from tui.core.speakers import attributed_name, is_outlet, shown_name
from tui.core.timestamps import byline
from tui.core.typography import quoted
from tui.settings.paths import author

FOLDED = "▸"  # what stands for more than itself
UNREAD, STAR, TAG, NOTE, UNSURE, INFERRED, BAR, CHANGED = "●", "★", "#", "✎", "?", "~", "▌", "Δ"
SHOWN = "▏"
LINK, ORIGINAL, GONE, PICKED = "⇄", "≈", "∅", "◆"
counted, speaker_name, marked = text.pluralize, shown_name, quote_state.marked
STATUS_SIGNS = {"seen": "+", "matched": "✓", "disputed": "≠", "retracted": "✗"}
KeyOf = Callable[[str], str]
"""Returns the first key of an action (its id), as the reader has it."""


def legend(key: KeyOf) -> list[tuple[str, str]]:
    """Return the signs that panes show, each with what it says."""
    return [
        (BAR, "where you are: the keys go there"),
        (SHOWN, "what is shown, in a pane that has not the keys"),
        (UNREAD, "unread"),
        (STAR, "starred"),
        (TAG, "tagged"),
        (NOTE, "note"),
        ("12”", "so many quotes"),
        ("12 st.", "so many statements"),
        (INFERRED, f"inferred: {key('edit')} says how"),
        (UNSURE, "unsure of the speaker"),
        (CHANGED, f"changed by its outlet, in the timeline since you read it: {key('changes')} shows how"),
        *((sign, STATUS_NAMES[state]) for state, sign in STATUS_SIGNS.items()),
        (LINK, f"linked to another quote: {key('linked')} goes there"),
        (ORIGINAL, "the original wording"),
        (GONE, "a quote whose words are gone from its article"),
        (PICKED, "one of several that you marked"),
        ("“", "in the text: a quote begins in this line"),
        ("›", "in the text: what somebody said, without quotation marks"),
        ("│", "in the text: it goes on"),
    ]


def place_mark(*, here: bool, live: bool) -> str:
    """Return the cell before a row: where the keys go, what is only shown, or neither."""
    return (BAR if live else SHOWN) if here else " "


def day(edtf: str) -> str:
    """Return the day as the timeline has it, six cells at the most: ``12 Feb``, ``1 Jul–`` for a span, ``Jul?``."""
    start, span, end = without_time(edtf).partition("/")
    if span and start in ("", ".."):
        return _fit_day(f"–{day(end)}")
    sure = start.rstrip("?~%")
    parts = sure.lstrip("Y-").split("-")
    said = month_of(start)
    if len(parts) > 2 and parts[2] != "XX" and said:
        said = f"{parts[2].removeprefix('0')} {said}"
    return _fit_day(f"{said}{'?' if said and sure != start else ''}{'–' if said and span else ''}")


def _fit_day(said: str) -> str:
    return said if len(said) <= 6 else said.replace(" ", "")[:6]


def date(edtf: str) -> str:
    """Return a date in full: ``12 Feb 2022``, with the time and zone a stamp states."""
    return in_words(edtf) or "undated"


def status(state: str, *, moved: bool = False) -> str:
    """Return a quote's status with its sign, nothing for one that is unchecked; `moved`: it is to be confirmed."""
    if moved and state in STATUS_SIGNS:
        return f"{STATUS_SIGNS[state]}? {state}, text changed since"
    return f"{STATUS_SIGNS[state]} {STATUS_NAMES[state]}" if state in STATUS_SIGNS else ""


def basis(basis: str) -> str:
    """Return how a field is known as a remark behind it, nothing where it is stated."""
    return "" if basis in ("", STATED) else basis


_SHORT = 48  # letters of a quote in a title


def short(words: str) -> str:
    """Return the beginning of some words in marks: what a title has room for."""
    words = " ".join(words.split())
    return f"“{words[:_SHORT]}{'…' if len(words) > _SHORT else ''}”"


def short_quote(quote: Quote) -> str:
    """Return the beginning of a quote's words as `marked` has them: what a title has room for."""
    words = " ".join(quote.words.split())
    cut = f"{words[:_SHORT]}…" if len(words) > _SHORT else words
    return quoted(cut, quote.kind, quote.stance)


def whose_words(quote: Quote, speakers: dict[str, Speaker]) -> str:
    """Return what a quote is called in a title: ``Ida Lund's “We have…”``, ``Ida Lund, denied: that it…``."""
    name, words = attributed_name(quote, speakers), short_quote(quote)
    if not name:
        return f"{words} (nobody named)"
    return f"{name}, {words}" if quote.stance or quote.kind == "indirect" else f"{name}'s {words}"


def via(chain: Sequence[str], outlet: str = "") -> str:
    """Return whom words came through, as "via the embassy, Reuters"; "" for nobody but the `outlet` that prints them."""
    others = [each for each in chain if not is_outlet(each, outlet)]
    return f"via {', '.join(map(text.one_line, others))}" if others else ""


def citation(quote: Quote, article: Article, speaker: str) -> str:
    """Return a quote with its source, as it is copied: words, speaker, outlet, date, address.

    On one line, for a shell into which it is pasted carries out what stands before a line end.
    """
    source = ", ".join(filter(None, (article.outlet, f"“{article.headline}”", date(article.published))))
    return text.one_line(f"{marked(quote)} — {cited_speaker(quote, speaker)} ({source}) {article.url}")


def tag(tag: Tag) -> str:
    """Return a tag as it is shown: its own sign, or else a #, before its name."""
    return f"{tag.sign or TAG}{tag.name}"


def signed_tags(annotated: AnnotatedEvent, target: str, known: Mapping[str, Tag]) -> list[tuple[str, Tag]]:
    """Return the tags on something as they are shown, each with itself: one of Ana Moreau is ``#talks·AM``."""
    mine = {"", author()}
    found = []
    for own in annotated.tags(target):
        if own in known:
            by = {each.creator for each in annotated.of(target, "tagging") if each.body["tag"] == own}
            signs = "" if by & mine else "".join(f"·{initials(name)}" for name in sorted(by))
            found.append((tag(known[own]) + signs, known[own]))
    return found


def initials(name: str) -> str:
    """Return what stands for somebody's name where there is little room: "Ana Moreau" is AM, "bo" BO."""
    words = re.findall(r"[^\W_]+", name)
    return ("".join(word[0] for word in words[:3]) if len(words) > 1 else name[:2]).upper()


def notes(annotated: AnnotatedEvent, target: str) -> list[str]:
    """Return the notes on something, oldest first, each with its sign, who wrote it and when."""
    return [
        f"{NOTE} {each.body['value']}  ({byline(each.creator, each.created, each.modified)})"
        for each in annotated.of(target, "commenting")
    ]


def deeds(annotated: AnnotatedEvent, target: str, tags: Mapping[str, Tag]) -> str:
    """Return who did what to something, in a line: "tag talks (ida, 2025-07-01) · star (ben, 2025-07-02)"."""
    said = (
        (" ".join(filter(None, (each.what, each.value))), byline(each.creator, each.created, each.modified))
        for each in find_deeds(annotated.annotations.get(target, ()), tags)
    )
    return " · ".join(f"{what} ({by})" for what, by in said)


def color(tag: Tag) -> str:
    """Return the style a tag is shown in: its colour, where it has one that is one."""
    return tag.color if re.fullmatch(r"#[0-9a-fA-F]{6}", tag.color) else "accent"

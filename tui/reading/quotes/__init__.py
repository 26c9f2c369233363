"""Who said what in an article: quoted and reported speech, and its speakers."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Any, Literal

from tui.core.garbage import garbage_pause
from tui.reading.language_parts import Place, language_parts
from tui.reading.result import QuoteSpan

Spans = Literal["quoted", "content", "all"]
_GAP = "\n\n"  # between two paragraphs
_PORTION = 500_000  # characters, of which the words take a hundred times as many bytes


@garbage_pause()
def find_quotes(
    text: str, language: str = "en", *, spans: Spans = "quoted", headline: str = ""
) -> list[QuoteSpan]:
    """Return what is said in `text`, in order, with who said it.

    `text` is an article's text, cleaned, `language` its language (ISO 639; "" is taken for English). In others
    than English, French, German, Russian and Spanish nobody is named. With `spans="quoted"` each record is a
    stretch between quotation marks; with `spans="content"` it is the whole of what is reported to have been said,
    indirect speech too; with `spans="all"` it is the stretches between marks, and beside them what is
    reported without any, where that is likelier speech than not; the last two take the turns of a transcript
    whole. Whom the text calls by a surname alone has the full name of the `headline`, if that has one. Never raises,
    and takes time linear in the length of the text; one longer than any article is read in portions, each by itself,
    so that memory does not grow with it, as are the parts of one in two languages, each in its own.
    """
    from tui.reading.quotes.names.headline_names import with_full_names

    parts = language_parts(text, language)
    if len(text) <= _PORTION and len(parts) == 1:
        return with_full_names(_quotes(text, language, spans, headline), headline)
    found: list[QuoteSpan] = []
    for spoken, places in parts:
        joined = _GAP.join(text[first:last] for first, last in places)
        begins = list(accumulate((last - first + len(_GAP) for first, last in places[:-1]), initial=0))
        for start, end in _portions(joined):
            group = 1 + max((one.group for one in found), default=-1)
            for one in _quotes(joined[start:end], spoken, spans, headline):
                found.append(_moved(one, start, begins, places, group))
    found.sort(key=lambda one: (one.start, one.end))
    return with_full_names(found, headline)


def _portions(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the portions of a text begin and end, between two paragraphs, or else two words."""
    start = 0
    while start < len(text):
        end = start + _PORTION
        if end < len(text):
            half = start + _PORTION // 2
            end = text.rfind("\n\n", half, end) + 1 or text.rfind(" ", half, end) + 1 or end
        yield start, min(end, len(text))
        start = end


def _moved(one: QuoteSpan, by: int, begins: Sequence[int], places: Sequence[Place], group: int) -> QuoteSpan:
    """Return a quote of a portion, `by` characters into the joined `places` of a text, as one of the whole text."""

    def place(at: int) -> int:
        number = bisect_right(begins, at + by) - 1
        return at + by - begins[number] + places[number][0]

    names = ("start", "end", "speaker_start", "speaker_end", "cue_start", "cue_end")
    moved: dict[str, Any] = {name: place(at) for name in names if (at := getattr(one, name)) >= 0}
    return replace(one, group=one.group + group, **moved)


def _quotes(text: str, language: str, spans: Spans, headline: str) -> list[QuoteSpan]:
    known = language[:2].lower()
    if known and known != "en":
        return _in_other_language(text, known, headline, indirect=spans != "quoted")
    if spans == "content":
        from tui.reading.quotes.indirect.reported_speech import contents as find
    elif spans == "all":
        from tui.reading.quotes.indirect.reported_speech import everything as find
    else:
        from tui.reading.quotes.resolution.attribution import quoted as find
    found = find(text)
    return _with_turns(text, found, headline) if spans != "quoted" else found


def _in_other_language(text: str, language: str, headline: str, *, indirect: bool) -> list[QuoteSpan]:
    from tui.reading.quotes.languages.grammar import LANGUAGES

    if language in LANGUAGES:
        from tui.reading.quotes.languages.utterances import utterances

        return utterances(text, language, indirect=indirect, headline=headline)
    from tui.reading.quotes.words.quotation_marks_only import marked

    return marked(text)


def _with_turns(text: str, found: list[QuoteSpan], headline: str) -> list[QuoteSpan]:
    """Return the quotes of a text with the turns of a transcript or interview in the place of what was found in them."""
    from tui.reading.quotes.turns import interviews, transcripts

    group = 1 + max((one.group for one in found), default=0)
    turns = transcripts.spans(text, group, headline) or interviews.turns(text, group, headline)
    if not turns:
        return found
    ends = [turn.end for turn in turns]
    behind = [bisect_right(ends, one.start) for one in found]
    outside = [
        one
        for one, at in zip(found, behind, strict=True)
        if at == len(turns)
        or one.end <= turns[at].start  # between two turns the writer may tell of something
    ]
    return sorted([*outside, *turns], key=lambda one: (one.start, one.end))

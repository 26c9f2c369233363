"""Who said what in an article: quoted and reported speech, and its speakers."""

from __future__ import annotations

from typing import Literal

from tui.reading.result import QuoteSpan


def find_quotes(
    text: str, language: str = "en", *, spans: Literal["quoted", "content", "all"] = "quoted"
) -> list[QuoteSpan]:
    """Return what is said in `text`, in order, with who said it.

    `text` is an article's text, cleaned, `language` its language (ISO 639; "" is taken for English). In others
    than English, French, German, Russian and Spanish nobody is named. With `spans="quoted"` each record is a
    stretch between quotation marks; with `spans="content"` it is the whole of what is reported to have been said,
    indirect speech too; with `spans="all"` it is the stretches between marks, and beside them what is
    reported without any, where that is likelier speech than not; the last two take the turns of a transcript
    whole. Never raises, and takes
    time linear in the length of the text.
    """
    known = language[:2].lower()
    if known and known != "en":
        return _in_other_language(text, known, indirect=spans != "quoted")
    if spans == "content":
        from tui.reading.quotes.reported_speech import contents as find
    elif spans == "all":
        from tui.reading.quotes.reported_speech import everything as find
    else:
        from tui.reading.quotes.attribution import quoted as find
    found = find(text)
    return _with_turns(text, found) if spans != "quoted" else found


def _in_other_language(text: str, language: str, *, indirect: bool) -> list[QuoteSpan]:
    from tui.reading.quotes.languages.grammar import LANGUAGES

    if language in LANGUAGES:
        from tui.reading.quotes.languages.utterances import utterances

        return utterances(text, language, indirect=indirect)
    from tui.reading.quotes.quotation_marks_only import marked

    return marked(text)


def _with_turns(text: str, found: list[QuoteSpan]) -> list[QuoteSpan]:
    """Return the quotes of a text with the turns of a transcript or interview in the place of what was found in them."""
    from tui.reading.quotes import interviews, transcripts

    group = 1 + max((one.group for one in found), default=0)
    turns = transcripts.spans(text, group) or interviews.turns(text, group)
    if not turns:
        return found
    first, last = turns[0].start, turns[-1].end
    outside = [one for one in found if one.end <= first or one.start >= last]
    return sorted([*outside, *turns], key=lambda one: (one.start, one.end))

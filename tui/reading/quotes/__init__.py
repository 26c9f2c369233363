"""Who said what in an article: quoted and reported speech, and its speakers."""

from __future__ import annotations

from typing import Literal

from tui.reading.result import QuoteSpan


def find_quotes(text: str, *, spans: Literal["quoted", "content", "all"] = "quoted") -> list[QuoteSpan]:
    """Return what is said in `text`, in order, with who said it.

    `text` is an article's text, cleaned. With `spans="quoted"` each record is a stretch between
    quotation marks; with `spans="content"` it is the whole of what is reported to have been said,
    indirect speech too; with `spans="all"` it is the stretches between marks, and beside them what is
    reported without any, where that is likelier speech than not. Never raises, and takes
    time linear in the length of the text.
    """
    if spans == "content":
        from tui.reading.quotes.reported_speech import contents

        return contents(text)
    if spans == "all":
        from tui.reading.quotes.reported_speech import everything

        return everything(text)
    from tui.reading.quotes.attribution import quoted

    return quoted(text)

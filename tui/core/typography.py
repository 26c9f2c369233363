"""Quotation marks and dashes: which characters are one, and one form for all that are written alike.

How the marks of a text are paired is told by `tui.reading.quotes.words.quotation_marks`.
"""

from __future__ import annotations

DOUBLE_MARKS = '"“”„‟«»'
MARKS = DOUBLE_MARKS + "'‘’‚‛‹›"
OPENING_MARKS = "\"“„‟«'‘‚‹"
CLOSING_MARKS = "\"”“»'’›"
"""With “, which closes what „ opens."""

_FORMS = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′`´", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "…": "...",
    }
)


def normalize(text: str) -> str:
    """Return `text` with one form of white space, quotation marks and dashes, for texts to be compared."""
    return " ".join(text.translate(_FORMS).split())


def quoted(words: str, kind: str, polarity: str = "") -> str:
    """Return the words of a quote as they are shown and cited: in quotation marks, unless they are indirect.

    The comma that American style puts inside the marks (“We will wait,” she said) is their sentence's and stays there.
    What is not asserted says so: "denied: that the envoy had come"; `polarity` is `Quote.stance`.
    """
    shown = words if kind == "indirect" else f"“{words.removesuffix(',')}”"
    return f"{polarity}: {shown}" if polarity else shown

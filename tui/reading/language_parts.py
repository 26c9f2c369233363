"""A text in two languages, one below the other, as joint statements are printed: the part that is in each."""

from __future__ import annotations

import re

from tui.reading.language import language_of

_ENDS = 400  # characters at either end of a text that tell whether it may be in two languages
_PARAGRAPH = 12  # words from which a paragraph tells its language
_PART = 40  # words from which its paragraphs are a part, and not what somebody is quoted with
_SHARE = 0.2  # of the text, from which they are one

_Part = tuple[int, int, str]


def language_parts(text: str, language: str) -> list[_Part]:
    """Return where the parts of a text begin and end, and the language of each; of nearly all texts it is one."""
    whole = [(0, len(text), language)]
    ends = {language_of(text[:_ENDS]), language_of(text[-_ENDS:])} - {""}
    if ends <= {(language or "en")[:2].lower()}:
        return whole
    parts: list[_Part] = []
    for paragraph in re.finditer(r"[^\n]+(?:\n(?!\n)[^\n]+)*", text):
        words = len(paragraph[0].split())
        own = language_of(paragraph[0]) if words >= _PARAGRAPH else ""
        if parts and own in ("", parts[-1][2]):
            parts[-1] = (parts[-1][0], paragraph.end(), parts[-1][2])
        else:
            parts.append((paragraph.start(), paragraph.end(), own))
    # What stands above the first paragraph that tells its language goes with that.
    if len(parts) > 1 and not parts[0][2]:
        parts[:2] = [(parts[0][0], *parts[1][1:])]
    sizes = [len(text[start:end].split()) for start, end, _ in parts]
    large = all(size >= max(_PART, _SHARE * sum(sizes)) for size in sizes)
    return parts if len(parts) > 1 and large else whole

"""A text in two languages, as joint statements are printed: the part that is in each."""

from __future__ import annotations

import re

from tui.reading.language import language_of

_ENDS = 400  # characters at either end of a text that tell whether it may be in two languages
_PARAGRAPH = 12  # words from which a paragraph tells its language
_PART = 40  # words from which the paragraphs in a language are a part, and not what somebody is quoted with
_SHARE = 0.2  # of the text, from which they are one

_WITHIN_MARKS = re.compile(r"\s*[“„«\"].*[”“»\"]\W*\Z", re.DOTALL)

Place = tuple[int, int]


def language_parts(text: str, language: str) -> list[tuple[str, list[Place]]]:
    """Return the languages of a text and where what is in each begins and ends; of nearly all texts it is one.

    A joint statement has one below the other, or a paragraph in each by turns.
    """
    whole = [(language, [(0, len(text))])]
    ends = {language_of(text[:_ENDS]), language_of(text[-_ENDS:])} - {""}
    if ends <= {(language or "en")[:2].lower()}:
        return whole
    places: list[tuple[str, Place]] = []
    for paragraph in re.finditer(r"[^\n]+(?:\n(?!\n)[^\n]+)*", text):
        quoted = len(paragraph[0].split()) < _PARAGRAPH or _WITHIN_MARKS.match(paragraph[0])
        own = "" if quoted else language_of(paragraph[0])
        if places and own in ("", places[-1][0]):
            places[-1] = places[-1][0], (places[-1][1][0], paragraph.end())
        elif len(places) == 1 and not places[0][0]:
            # What stands above the first paragraph that tells its language goes with that.
            places = [(own, (places[0][1][0], paragraph.end()))]
        else:
            places.append((own, paragraph.span()))
    parts = {own: [place for each, place in places if each == own] for own, _ in places}
    sizes = [sum(len(text[slice(*place)].split()) for place in those) for those in parts.values()]
    large = all(size >= max(_PART, _SHARE * sum(sizes)) for size in sizes)
    return [*parts.items()] if len(parts) > 1 and large else whole

"""How far a name reaches over small words: "Ministry for Foreign Affairs", "Prado de Lund", "Security in Europe"."""

from __future__ import annotations

from tui.reading.quotes.names.bodies import BODY_NOUNS
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.offices_table import COUNTRIES, FIELDS, MATTERS
from tui.reading.quotes.words.tokens import TokenizedArticle
from tui.reading.quotes.words.word_classes import NAME_JOINTS, OFFICE_WORDS

_ALSO = (",", "and", "&")
_REGIONS = ("europe", "africa", "asia", "america", "arabia", "eurasia")


def name_end(skeleton: TokenizedArticle, anchor: int, last: int) -> int:
    """Return where a name goes on over "of", "de" or "&"."""
    shape, lower = skeleton.shape, skeleton.lower
    joint = lower[last]
    after = last + 1
    if joint in _ALSO and (lower[anchor] in MATTERS or lower[anchor] == "peace"):
        end = after
        while end < len(shape) and end < after + 4 and shape[end] == shapes.NAME:
            end += 1
        # "African Union Peace and Security Council"
        return end if end - after > 1 and lower[after] in MATTERS and lower[end - 1] in BODY_NOUNS else last
    if joint in ("of", "for", "on") and lower[anchor] in OFFICE_WORDS:
        if after < len(shape) and lower[after] == "the":
            after += 1
    elif joint not in NAME_JOINTS and not _serves(lower, last):
        return last
    end = after
    while end < len(shape) and end < after + 5 and shape[end] == shapes.NAME:
        end += 1
    if joint == "of" and lower[anchor] not in OFFICE_WORDS:  # "Port of Norwick Authority"
        return end if end - after > 1 and lower[end - 1] in BODY_NOUNS else last
    body = end > after and lower[anchor] in BODY_NOUNS
    while (
        body
        and lower[end : end + 1]
        and lower[end] in _ALSO
        and FIELDS.intersection(lower[end + 1 : end + 2])
    ):
        end += 2  # "Department for Work and Pensions"
        while shape[end : end + 1] == shapes.NAME and lower[end] in FIELDS:
            end += 1
    if body:
        end = _region(skeleton, end, alone=lower[end - 1] in BODY_NOUNS)
    return end if end > after else last


def _region(skeleton: TokenizedArticle, end: int, *, alone: bool) -> int:
    """Return where a body's name ends with the region behind it: "the Commission of the Council of Europe".

    Where the name does not end in another body's (`alone`) only what it is for has a region: "… for Security in Europe".
    """
    shape, lower = skeleton.shape, skeleton.lower
    joint = lower[end : end + 1]
    region = lower[end + 1 : end + 2]
    named = shape[end + 1 : end + 2] == shapes.NAME and region and region[0] in _REGIONS
    return (
        end + 2
        if named and (joint == ["of"] if alone else joint == ["in"] and lower[end - 1] in FIELDS)
        else end
    )


def name_start(skeleton: TokenizedArticle, first: int, at: int, letters: str) -> int:
    """Return where the words of some classes before word `at` begin, over "de" and the like between names."""
    shape, lower = skeleton.shape, skeleton.lower
    while at > first:
        before = at - 1
        while before > first and shape[at] == shapes.NAME and _joins(lower, before):
            before -= 1
        joined = before < at - 1
        if shape[before] not in (shapes.NAME if joined else letters):
            break
        at = before
    return at


def _joins(lower: list[str], at: int) -> bool:
    """Tell whether a word can stand within a name: "de", or the "for" of "Ministry for Foreign Affairs"."""
    if lower[at] == "the":  # "Minister of the Interior"
        return at > 1 and lower[at - 1] in ("of", "for") and lower[at - 2] in OFFICE_WORDS
    if lower[at] in _ALSO:
        return lower[at + 1] in FIELDS
    if lower[at] == "in":  # "Organization for Security in Europe"
        return at > 0 and lower[at - 1] in FIELDS and lower[at + 1] in _REGIONS
    office = lower[at] == "for" and at > 0 and lower[at - 1] in OFFICE_WORDS
    return lower[at] in NAME_JOINTS or office or _serves(lower, at)


def _serves(lower: list[str], at: int) -> bool:
    """Tell whether a word is the "for" of "Transport for London"."""
    around = lower[at - 1 : at + 2]
    return len(around) > 2 and around[1] == "for" and around[0] in MATTERS and around[2] in COUNTRIES

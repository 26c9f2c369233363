"""The fields of the query language: the one table that the parser and the help are made of, and docs/query.md agrees with.

Apart from what the fields mean (`terms`), for the help of the command line is made at every start.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from tui.core.model import POLARITIES


class Field(NamedTuple):
    """What may stand before a colon.

    `takes` is what stands after it: words (or ``*`` for any at all), names with arrows between, a date, the beginning
    of an id, a number with or without a sign of comparison, or one of the `values` (of a rating, or ``*``). `finds` says
    what that finds where the values do not say it for themselves. `common`
    fields are named in an empty search line.
    """

    name: str
    takes: Literal["words", "route", "date", "choice", "rating", "id", "number"]
    finds: str = ""
    values: Mapping[str, str] = {}
    common: bool = True


_LETTERS, _FIGURES = dict.fromkeys("abcdef", ""), dict.fromkeys("123456", "")
FIELDS = {
    each.name: each
    for each in (
        Field("speaker", "words", "quotes by any name their speaker goes by"),
        Field("outlet", "words", "articles by their outlet"),
        Field("via", "route", 'quotes that came through somebody; "A → B": to another', common=False),
        Field("copy", "words", "articles that repeat the text of another outlet's", common=False),
        Field("tag", "words", "what is tagged, itself or by its article or event"),
        Field("event", "words", "articles by the name of their event", common=False),
        Field("note", "words", "what has a note, itself or by its article or event"),
        Field("author", "words", "what somebody tagged, noted, corrected or checked", common=False),
        Field(
            "kind",
            "choice",
            values={
                "direct": "quotes that stand between quotation marks",
                "mixed": "quotes of which a part does",
                "indirect": "quotes that are reported without marks",
            },
        ),
        Field(
            "polarity",
            "choice",
            values={
                "asserted": "quotes whose words are asserted",
                "denied": "what was denied; likewise rejected, asked, accused, open …",
                **{each.replace(" ", "-"): "" for each in POLARITIES if each != "denied"},
            },
            common=False,
        ),
        Field("status", "words", "quotes by how far they are checked: unchecked, disputed …", common=False),
        Field(
            "reliability", "rating", "quotes by how reliable their source is, A to F", _LETTERS, common=False
        ),
        Field(
            "credibility", "rating", "quotes by how credible their words are, 1 to 6", _FIGURES, common=False
        ),
        Field(
            "is",
            "choice",
            values={
                "unread": "articles that are not marked as read",
                "new": "articles that came in or changed since you last were here",
                "starred": "what is starred, itself or by its article or event",
                "undated": "articles without a date of their own",
                "changed": "articles that their outlet changed, and are unread again",
                "unsure": "quotes whose speaker is a guess",
                "linked": "quotes that are linked to another",
                "text-changed": "quotes whose words or speaker changed since your mark",
                "words-gone": "quotes whose words are gone, and their articles",
            },
        ),
        Field("statement", "id", "wordings of a statement, by the beginning of its id", common=False),
        Field("outlets", "number", "quotes by how many outlets have them: >2, >=2, <3 or 2", common=False),
        Field("after", "date", "what is or may be later: after:2025-07 is from August on"),
        Field("before", "date", "what is or may be earlier than a date"),
        Field("on", "date", "what is or may be of a day, month, year or 2025-07/2025-09"),
    )
}


def fields_help() -> list[tuple[str, str]]:
    """Return what narrows a search, as it is written, and what each finds."""
    return [
        (f"{field.name}:{value}", finds)
        for field in FIELDS.values()
        for value, finds in ({"": field.finds} if field.finds else field.values).items()
        if finds
    ]


def placeholder() -> str:
    """Return what an empty search line says."""
    names = [f"{field.name}:" for field in FIELDS.values() if field.common]
    return "  ".join(["words", '"a phrase"', *names, "OR", "NOT"])

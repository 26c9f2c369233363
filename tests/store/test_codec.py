"""Every field of a record comes back from the disk, whichever way it is decoded."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

from tui.core.model import Article, CutLines, Quote, Selector, Speaker
from tui.store import codec

# What the reader says of a quote is kept as annotations, and where an article lies with its event.
NOT_IN_IT = {"edited", "original", "translator", "gone", "article"}

PART = Selector("the lock opens", "said that ", " on Tuesday", 10, 24)
QUOTE = Quote(
    id="q1",
    article="a1",
    kind="mixed",
    parts=(PART, Selector("at noon", "", ".", 40, 47)),
    speakers=("s1", "s2"),
    speaker_text="the mayor",
    speaker_start=1,
    speaker_end=9,
    entity="Ida Lund; Otto Roth",
    cue="denied",
    why="subject of 'denied'",
    confidence=0.5,
    chain=("a spokesman",),
    candidates=("Vera Lund",),
    role="mayor",
    polarity="denied",
)


def through_json(record: Any) -> Any:
    return json.loads(json.dumps(codec.document(record)))


def test_every_field_of_a_quote_and_its_article_comes_back() -> None:
    given: dict[str, Any] = {
        name: name for name in "headline outlet author published url language text source origin".split()
    }
    article = Article(
        id="a1",
        event="e1",
        imported="2025-07-01T06:00:00Z",
        versions=2,
        event_date="2025-07-01",
        copy_of="a0",
        cut=(CutLines(1, 2, "menu"),),
        quotes=(QUOTE,),
        basis={"outlet": "stated"},
        **given,
    )
    blank_quote, blank = (
        Quote(id="", article="", kind="direct", parts=()),
        Article(id="", event="", headline=""),
    )
    for record, empty, besides in ((QUOTE, blank_quote, NOT_IN_IT), (article, blank, {"gone"})):
        same = {
            each.name for each in fields(record) if getattr(record, each.name) == getattr(empty, each.name)
        }
        assert same <= besides, "a new field of a record: give it a value here"
    assert codec.article(through_json(article), "e1", "a0") == article


def test_every_field_of_a_speaker_comes_back() -> None:
    names = [each.name for each in fields(Speaker)]
    given: dict[str, Any] = {name: ("Ida",) if name == "aliases" else name for name in names}
    speaker = Speaker(**given)
    assert codec.RECORDS["speakers"](through_json(speaker)) == speaker

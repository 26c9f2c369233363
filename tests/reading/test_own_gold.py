"""The project's own gold is well formed: what is labelled stands in its text, and the halves are apart."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from html import unescape

import pytest

from tests.support.own_gold import Passage, parts, passages

HALVES = ("development", "scored")
ENGLISH = set(
    "institutions offices polarity titles readouts several transcripts posts pronouns spellings mixed".split()
)
KINDS = ENGLISH | {"french", "german", "russian", "spanish"}
POLARITIES = set(
    "asserted denied refuted rejected ruled-out not-ruled-out not-denied declined refused neither asked urged".split()
)
# No people.
BOTH = {
    "states",
    "government",
    "d'orsay",
    "agency",
    "europe",
    "international",
    "military",
    "officials",
    "watch",
    "service",
    "secretary",
    "news",
}
BODIES = re.compile(
    r"Ministry|ministry|Office|office|Commission|Guard|Department|Committee|presidency|palace|army|force"
    r"|a spokes|minist|leader|Mission|mission|embassy|delegation|coast guard"
)


@cache
def every(half: str) -> tuple[Passage, ...]:
    return tuple(passages(half))


@pytest.mark.parametrize("half", HALVES)
def test_the_labels_stand_in_the_text_in_its_order(half: str) -> None:
    for passage in every(half):
        text, at = unescape(passage["text"]), 0  # of a web page as it is read
        assert passage["format"] in {"article", "transcript", "html"}
        assert passage["quotes"], passage["id"]
        for quote in passage["quotes"]:
            assert quote["kind"] in {"direct", "mixed", "indirect"}, passage["id"]
            for part in parts(quote):
                found = text.find(part, at)
                assert found >= 0, (passage["id"], part)
                at = found + len(part)
            if quote.get("scare"):
                continue
            assert quote["mention"] in text, (passage["id"], quote["mention"])
            assert ("speaker" in quote) != ("speakers" in quote), passage["id"]
            assert quote.get("polarity", "asserted") in POLARITIES, passage["id"]


@pytest.mark.parametrize("half", HALVES)
def test_each_half_holds_every_kind(half: str) -> None:
    counts = Counter(passage["kind"] for passage in every(half))
    assert set(counts) == KINDS
    assert sum(counts[kind] for kind in ENGLISH) >= 75
    assert min(counts.values()) >= 8


def test_ids_are_of_one_passage_each() -> None:
    ids = Counter(passage["id"] for half in HALVES for passage in every(half))
    assert max(ids.values()) == 1


def test_the_halves_share_no_sentence_and_no_person() -> None:
    sentences: list[set[str]] = []
    people: list[set[str]] = []
    for half in HALVES:
        texts = [passage["text"] for passage in every(half)]
        sentences.append({s for t in texts for s in re.split(r"(?<=[.?!])\s+", t) if len(s) > 30})
        names: set[str] = set()
        for passage in every(half):
            for quote in passage["quotes"]:
                for name in quote.get("speakers", [quote.get("speaker", "")]):
                    if len(name.split()) > 1 and name[0].isupper() and not BODIES.search(name):
                        names.add(name.split()[-1].casefold())
        people.append(names)
    assert not sentences[0] & sentences[1]
    assert len(people[0]) > 100
    assert not (people[0] & people[1]) - BOTH

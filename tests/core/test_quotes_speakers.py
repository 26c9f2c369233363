"""Whom a briefing knows already by another name."""

from __future__ import annotations

import pytest

from tui.reading.quotes.speakers import match_speaker

KNOWN = [
    ("ber", "Irina Beres", ["Ruthenian President Irina Beres"]),
    ("kol", "Pavel Kolar", ["French President Pavel Kolar", "Kolar"]),
    ("spo", "Anna Weiss", ["Kremlin spokeswoman Anna Weiss"]),
    ("lav", "Igor Petrov", ["Russian Foreign Minister Igor Petrov"]),
    ("gov", "Marta Stone", ["Gov. Marta Stone"]),
    ("jud", "Henry Stone", ["Judge Henry Stone"]),
    ("pal", "Elysee Palace", []),
    ("sen", "Tom Reed", []),
    ("min", "Foreign Ministry", []),
]


@pytest.mark.parametrize(
    ("entity", "identifier"),
    [
        ("Kolar", "kol"),
        ("President Pavel Kolar", "kol"),
        ("P. Kolar", "kol"),
        ("the French president", "kol"),
        ("the French leader", "kol"),
        ("President of France", "kol"),
        ("the Kremlin spokesperson", "spo"),
        ("the Russian foreign minister", "lav"),
        ("the Élysée", "pal"),
        ("the Élysée Palace", "pal"),
        ("Marta Stone", "gov"),
        ("Governor Marta Stone", "gov"),
        ("Reed", "sen"),
    ],
)
def test_other_names_of_a_speaker(entity: str, identifier: str) -> None:
    assert match_speaker(entity, KNOWN) == identifier


@pytest.mark.parametrize(
    "entity",
    [
        "Stone",  # two bear it
        "Judith Stone",
        "Tom Reed Jr.",
        "Alice Reed",
        "Kolar's office",
        "the Defense Ministry",
        "the Polish president",
        "the spokesman",
        "the statement",
        "he",
        "",
    ],
)
def test_who_is_not_clearly_known_is_somebody_new(entity: str) -> None:
    assert match_speaker(entity, KNOWN) == ""


def test_order_of_the_known_does_not_matter() -> None:
    for entity in ("Kolar", "Stone", "the French president"):
        assert match_speaker(entity, KNOWN) == match_speaker(entity, KNOWN[::-1])

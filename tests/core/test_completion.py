"""What is being typed at the end of a query, and how a value is written there."""

import pytest

from tui.core.query.completion import Unfinished, unfinished, written
from tui.core.query.parser import parse
from tui.core.query.terms import SpeakerTerm, Words


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", Unfinished(0, "", "")),
        ("spea", Unfinished(0, "", "spea")),
        ("grain spea", Unfinished(6, "", "spea")),
        ("-speaker:da", Unfinished(1, "speaker", "da")),
        ("dam -spea", Unfinished(5, "", "spea")),
        ("NOT (Tag:den", Unfinished(5, "tag", "den")),
        ("speaker:", Unfinished(0, "speaker", "")),
        ('speaker:"Ana Mo', Unfinished(0, "speaker", "Ana Mo")),
        ('speaker:"Ana Moreau" ', Unfinished(21, "", "")),
        ('"no deal" out', Unfinished(10, "", "out")),
        ('"no out', None),  # within a phrase
        ("speeker:a", None),
    ],
)
def test_what_is_being_typed(query: str, found: Unfinished | None) -> None:
    assert unfinished(query) == found


def test_a_value_is_asked_for_as_it_is_called() -> None:
    assert written("tag", "topic/ceasefire") == "tag:topic/ceasefire"
    assert written("outlet", "Le “Grand” Soir") == 'outlet:"Le Grand Soir"'
    query = written("speaker", "Ana Moreau")
    assert parse(query) == SpeakerTerm(Words(("ana", "moreau"), prefix=False))

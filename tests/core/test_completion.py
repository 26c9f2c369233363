"""What is being typed at the end of a query, and how a value is written there."""

import pytest

from tui.core.query.completion import UnfinishedTerm, unfinished, written
from tui.core.query.parser import parse
from tui.core.query.terms import SpeakerTerm, Words


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", UnfinishedTerm(0, "", "")),
        ("spea", UnfinishedTerm(0, "", "spea")),
        ("grain spea", UnfinishedTerm(6, "", "spea")),
        ("-speaker:da", UnfinishedTerm(1, "speaker", "da")),
        ("dam -spea", UnfinishedTerm(5, "", "spea")),
        ("NOT (Tag:den", UnfinishedTerm(5, "tag", "den")),
        ("speaker:", UnfinishedTerm(0, "speaker", "")),
        ('speaker:"Ana Mo', UnfinishedTerm(0, "speaker", "Ana Mo")),
        ('speaker:"Ana Moreau" ', UnfinishedTerm(21, "", "")),
        ('"no deal" out', UnfinishedTerm(10, "", "out")),
        ('"no out', None),  # within a phrase
        ("speeker:a", None),
    ],
)
def test_what_is_being_typed(query: str, found: UnfinishedTerm | None) -> None:
    assert unfinished(query) == found


def test_a_value_is_asked_for_as_it_is_called() -> None:
    assert written("tag", "topic/ceasefire") == "tag:topic/ceasefire"
    assert written("outlet", "Le “Grand” Soir") == 'outlet:"Le Grand Soir"'
    query = written("speaker", "Ana Moreau")
    assert parse(query) == SpeakerTerm(Words(("ana", "moreau"), prefix=False))

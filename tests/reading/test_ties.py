"""What is tied to the wrong one most often is shown as unsure; what hardly ever is, is not."""

from __future__ import annotations

import pytest

from tui.core.model import SURE_ENOUGH
from tui.reading.quotes import find_quotes


def _sure(text: str) -> bool:
    return find_quotes(text, spans="all")[-1].confidence >= SURE_ENOUGH


@pytest.mark.parametrize(
    "text",
    [
        # a noun that nothing ties to what was named
        "The Coastal Rescue Union met in Oslo. “We have two boats left,” the agency said.",
        # one spelled as nobody else in the text is
        "Ms Ada Altuzar and Mr Per Holm came. “It was cold here,” Altuzzarra said.",
        # an office of a state that nobody was told to be of
        "Defence Minister Hamish Burn spoke in Wellington. “We are disappointed with that,” the French minister said.",
        # a title alone of a state that nobody was told to be of
        "Hamish Burn spoke to Ada Lund. The Russian President confirmed that all contracts would be honoured in full.",
        # a people's name for one man
        "Two lawyers, Lavinia Prest of Ohio and Beau Crane, came. “It drowns us in paper,” the Louisianan said.",
        # a thing of which nobody has told whose it is
        "Lund had reached both of them that day, the site reported, and had put forward a talk.",
        # a noun cut from what tells which one
        "The pause was odd. A trade union near Bergen said the pause was a gift to landlords.",
    ],
)
def test_what_may_be_somebody_named_before_is_unsure(text: str) -> None:
    assert not _sure(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lund opened the bridge. “It will hold for years,” Lund said.",
        "Captain Ada Lund opened the bridge. “It will hold for years,” the captain said.",
        "The bridge was shut. “It will hold for years,” the Norwegian transport ministry said.",
        "The bridge was shut. “It will hold for years,” the IMF said.",
        "The bridge was shut. “It will hold for years,” Mr Lund said.",
    ],
)
def test_a_name_in_full_or_tied_to_one_is_sure(text: str) -> None:
    assert _sure(text)


@pytest.mark.parametrize(
    "said",
    [
        "“The draft was read twice,” a senior official said.",
        "“The draft was read twice,” said a diplomat in the city who was in the room.",
        "A source at the ministry said the draft had been read twice.",
        "Residents said the bridge had been shut for a year.",
        "“The draft was read twice,” sources told the paper.",
        "“The draft was read twice,” one diplomat said.",
    ],
)
def test_who_bears_no_name_is_mistaken_for_nobody(said: str) -> None:
    text = f"Ada Lund met Per Holm in Oslo. {said}"
    assert find_quotes(text, spans="all")[0].confidence >= SURE_ENOUGH


@pytest.mark.parametrize("who", ["Two officials", "Both ministers", "One"])
def test_some_of_those_told_of_may_be_named(who: str) -> None:
    assert not _sure(f"Ada Lund met Per Holm in Oslo. {who} said the draft had been read twice.")

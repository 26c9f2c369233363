"""Who holds an office that changed hands, and who held it before, by what the text tells of the change."""

from __future__ import annotations

import pytest

from tui.core.model import SURE_ENOUGH
from tui.reading.quotes import find_quotes

HANDED_OVER = [
    ("Emil Roth, who took over from Ida Lund last week as minister, said that it was dry.", "Ida Lund"),
    ("Emil Roth, 44, was followed by nobody. Taking over from Ida Lund in May, Emil Roth said that it was dry.", "Ida Lund"),
    ("Emil Roth, who succeeded Ida Lund last week as minister, said that it was dry.", "Ida Lund"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "before"), HANDED_OVER)
def test_a_predecessor_is_who_was_taken_over_from(text: str, before: str) -> None:
    *_, last = find_quotes(f"{text} His predecessor had said that it was wet.", spans="all")
    assert last.entity == before


def test_whoever_held_an_office_until_then_holds_it_no_more() -> None:
    text = "Until noon the mayor of Norwick was Emil Roth. “He left,” the mayor said. The former mayor said it was dry."
    new, former = find_quotes(text, spans="all")
    assert former.entity == "Emil Roth"
    assert new.confidence < SURE_ENOUGH


def test_an_office_learned_later_is_the_successors_too() -> None:
    text = (
        "For years Emil Roth ran the central bank, and the governor said the same about bread. His successor has "
        "dropped it. “Bread is no coin,” Ida Lund said on taking office. The governor herself says that she meant nobody."
    )
    assert find_quotes(text, spans="all")[-1].entity == "Ida Lund"


def test_a_successor_who_is_not_found_yet_is_nobody_who_is_named() -> None:
    text = (
        "The finance minister, Emil Roth, was glad. The deputy governor stays until a successor is found. “I will not "
        "change the locks,” Ida Lund said. The finance minister said it was over."
    )
    assert find_quotes(text, spans="all")[-1].entity == "Emil Roth"


RANKED = [
    "The vice-minister, Ida Lund, met Otto Roth. Roth laughed. The vice-minister said it was late.",
    "Norland's vice-president, Ida Lund, met Otto Roth. Roth laughed. The vice-president said it was late.",
    "Ida Lund, Norland's ex-minister, met Otto Roth. Roth laughed. The ex-minister said it was late.",
]


@pytest.mark.parametrize("text", RANKED)
def test_an_office_with_its_rank_before_a_hyphen_is_one(text: str) -> None:
    assert find_quotes(text, spans="all")[-1].entity == "Ida Lund"


def test_an_under_secretary_is_not_the_home_secretary() -> None:
    text = (
        "It was seen by his under-secretary, Ida Lund. The home secretary told the Courier that it was late."
    )
    assert find_quotes(text, spans="all")[-1].entity != "Ida Lund"

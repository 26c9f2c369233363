"""Who "the Norwegian" is, where only a clause tells of somebody's state: "Lund, who speaks for Norway"."""

from __future__ import annotations

import pytest

from tests.support.sayings import last
from tui.core.model import SURE_ENOUGH
from tui.reading.quotes import find_quotes


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Ida Lund runs the Norwegian port agency; Ivar Brand sits for Iceland. “No,” the Norwegian said.",
            "Ida Lund",
        ),
        (
            "Ola Renn, who represents Italy on the board, and Ana Roth, who speaks for Croatia, met. "
            "The Croatian called the vote “a farce”.",
            "Ana Roth",
        ),
        (
            "The Ghanaian delegation was led by Kofi Adare, the Togolese one by Awa Trell. "
            "The Ghanaian called the fence “a mistake”.",
            "Kofi Adare",
        ),
        ("Russia sent Oleg Barin. Finland sent Matti Sall. The Finn called it “a joke”.", "Matti Sall"),
        (
            "Hans Berg, an Austrian who lives in Graz, and Beth Cole, an American, bought it. "
            "The Austrian called it “a wreck”.",
            "Hans Berg",
        ),
        ("At the table sat Omar Hadd (Jordan) and Liv Bern (Norway). The Jordanian said “no”.", "Omar Hadd"),
        (
            "Minister Bela Tott met his colleagues from Slovakia and Serbia, Jan Holl and Milan Savv. "
            "The Slovak called the pipe “safe”.",
            "Jan Holl",
        ),
        (
            "For Spain, Elena Duarr spoke. For Portugal, Rui Matt did. The Spaniard read “a poem”.",
            "Elena Duarr",
        ),
        ("Sweden's Elin Brask and Finland's Matti Orr signed. The Swede called it “late”.", "Elin Brask"),
        (
            "The Ukrainian side was led by Roman Hryt, the Moldovan one by Ion Bratt. "
            "The Moldovan negotiator spoke of “some progress”.",
            "Ion Bratt",
        ),
        (
            "Ida Lund sits for Norway; Ivar Brand sits for Iceland. The Icelander smiled. “We do,” he said.",
            "Ivar Brand",
        ),
        (
            "Ola Renn, from Norway, and Ravi Thell, from Nepal, met. The Nepali said the rope “sang”.",
            "Ravi Thell",
        ),
    ],
)
def test_somebody_is_called_after_the_state_of_which_a_clause_tells(text: str, who: str) -> None:
    assert last(text) == who


@pytest.mark.parametrize(
    "text",
    [
        "Ida Lund visited Sweden, and Ola Renn left for Sweden. The Swede called it “late”.",
        "Norway blamed Ida Lund and Ola Renn. The Norwegian called it “late”.",
        "Ida Lund, who sits for Norway, met Ola Renn, who plays for Norway. The Norwegian called it “late”.",
    ],
)
def test_whom_a_state_has_to_do_with_is_not_of_it(text: str) -> None:
    (quote,) = find_quotes(text)
    assert quote.entity not in {"Ida Lund", "Ola Renn"} or quote.confidence < SURE_ENOUGH


def test_the_minister_of_a_state_is_who_is_of_it_and_not_the_one_of_no_state_who_spoke_last() -> None:
    text = (
        "Minister Hrach Galst met his Azerbaijani and Georgian colleagues, Rauf Mirz and Nino Chikv. "
        "Mr Galst stated that the road was open. The Georgian minister called it “late”."
    )
    assert last(text) == "Nino Chikv"


def test_a_title_without_a_name_is_no_third_between_two_who_met() -> None:
    text = (
        "Secretary of State Walter Bruck spoke with Kazakh Deputy Prime Minister Nur Sapar. The Deputy Prime Minister "
        "thanked him. Secretary Bruck welcomed the plan. His counterpart called it “late”."
    )
    assert last(text) == "Nur Sapar"

"""Reports of one happening in several languages lie in one event."""

from __future__ import annotations

import random

import pytest

from tests.support.tongues import HAPPENINGS
from tui.reading.events.clustering import ClusterItem, group
from tui.reading.events.translations import skeleton


def item(id_: str, title: str, text: str, day: int) -> ClusterItem:
    return ClusterItem(id=id_, title=title, text=text, date=f"2025-03-{day:02}")


def reports(numbers: range | list[int]) -> list[ClusterItem]:
    return [
        item(f"{n:02}-{language}", *said, HAPPENINGS[n].day)
        for n in numbers
        for language, said in zip(("en", "fr", "de"), HAPPENINGS[n][1:], strict=True)
    ]


def whole(keys: dict[str, str], number: int) -> bool:
    """Tell whether the three reports of a happening are an event by themselves."""
    own = {i for i, key in keys.items() if key == keys[f"{number:02}-en"]}
    return own == {f"{number:02}-{language}" for language in ("en", "fr", "de")}


def test_twenty_happenings_in_three_languages_are_told_apart_and_together() -> None:
    keys = group(reports(range(20)))
    assert sum(whole(keys, number) for number in range(20)) >= 18


def test_so_are_a_few_of_them_alone() -> None:
    chance = random.Random(7)
    picks = [sorted(chance.sample(range(20), 3)) for _ in range(20)]
    right = sum(whole(keys, n) for pick in picks for keys in (group(reports(pick)),) for n in pick)
    assert right >= 54  # of 60


RUSSIAN = {
    13: (
        "Лавина близ Фенбю засыпала лыжников",
        "Лавина во вторник засыпала шестерых лыжников близ Фенбю. Крутизна склона была 38 градусов, сказал спасатель Ларс"
        " Хаген.",
    ),
    15: (
        "Беспилотники ударили по складу в Белореке",
        "Беспилотники в среду ударили по складу топлива в Белореке. Губернатор Павел Орлов сообщил, что горят 14"
        " резервуаров.",
    ),
}


@pytest.mark.parametrize("number", RUSSIAN)
def test_a_report_in_another_script_joins_them(number: int) -> None:
    of_day = [n for n in range(20) if HAPPENINGS[n].day == HAPPENINGS[number].day]
    keys = group([*reports(of_day), item("ru", *RUSSIAN[number], HAPPENINGS[number].day)])
    assert keys["ru"] == keys[f"{number:02}-fr"] == keys[f"{number:02}-de"]


def test_another_day_or_other_people_keep_them_apart() -> None:
    en, fr, de = reports([4])
    later = item("ru", *RUSSIAN[15], 20)
    keys = group([en, fr, de, later, *reports([15])])
    assert keys["ru"] != keys["15-fr"] != keys["04-fr"]


@pytest.mark.parametrize(
    "spellings",
    [
        "Sorokin Sorokine Сорокин Сорокиным",
        "Golubev Golubew Goloubev Голубев",
        "Selenskyj Zelensky Зеленский",
    ],
)
def test_the_spellings_of_a_name_have_one_skeleton(spellings: str) -> None:
    assert len({skeleton(name) for name in spellings.split()}) == 1

"""Which reports are laid in one event."""

from __future__ import annotations

import random

from tui.reading.events import Item, group, name_event

FIRE = "A fire broke out in the harbour warehouse of Port Elwin and two dockers were taken to hospital."
FIRE2 = "Two dockers are in hospital after a fire in the harbour warehouse of Port Elwin was put out at dawn."
VOTE = "The council of Marsk voted by nine to four to close the swimming hall for the whole winter."
VOTE2 = "Marsk closes its swimming hall: the council voted nine to four to keep it shut through winter."
CALL = "President Arvid Holm and Chancellor Mira Sten spoke by telephone about the border at Tolna."


def make(id_: str, text: str, date: str = "2024-03-05", **more: str) -> Item:
    return Item(id_, text[:60], text, date, **more)


def together(keys: dict[str, str], *ids: str) -> bool:
    return len({keys[i] for i in ids}) == 1


def test_reports_of_one_happening_lie_together() -> None:
    keys = group([make("a", FIRE), make("b", VOTE), make("c", FIRE2), make("d", VOTE2)])
    assert together(keys, "a", "c") and together(keys, "b", "d") and not together(keys, "a", "b")


def test_the_day_keeps_look_alikes_apart() -> None:
    days = ["2024-03-01", "2024-03-02", "2024-03-09"]
    keys = group([make(d, CALL, "2024-03-10", event_date=d) for d in days])
    assert len(set(keys.values())) == 3


def test_order_does_not_matter() -> None:
    items = [make("a", FIRE), make("b", VOTE), make("c", FIRE2), make("d", VOTE2), make("e", CALL)]
    expected = group(items)
    for seed in range(5):
        random.Random(seed).shuffle(items)
        assert group(items) == expected


def test_placed_articles_stay_and_others_join_them() -> None:
    keys = group(
        [make("a", FIRE, event="E1"), make("b", FIRE2, event="E2"), make("c", FIRE), make("d", VOTE)]
    )
    assert keys["a"] == "E1" and keys["b"] == "E2" and keys["c"] == "E1" and keys["d"] not in {"E1", "E2"}


def test_the_name_is_the_most_central_headline() -> None:
    titles = ["Fire in Port Elwin warehouse", "Warehouse fire in Port Elwin hurts two", "What we know so far"]
    name = name_event([Item(t, t, "", "") for t in titles])
    assert "Port Elwin" in name
    assert name_event([]) == ""

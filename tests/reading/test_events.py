"""Which reports are laid in one event."""

from __future__ import annotations

import random

import pytest

from tui.reading.dates.day_distance import gap
from tui.reading.events.clustering import ClusterItem, group, name_headlines
from tui.reading.events.placement import trusted_event_day

FIRE = "A fire broke out in the harbour warehouse of Port Elwin and two dockers were taken to hospital."
FIRE2 = "Two dockers are in hospital after a fire in the harbour warehouse of Port Elwin was put out at dawn."
VOTE = "The council of Marsk voted by nine to four to close the swimming hall for the whole winter."
VOTE2 = "Marsk closes its swimming hall: the council voted nine to four to keep it shut through winter."
CALL = "President Arvid Holm and Chancellor Mira Sten spoke by telephone about the border at Tolna."


def make(id_: str, text: str, date: str = "2024-03-05", **more: str) -> ClusterItem:
    return ClusterItem(id=id_, title=text[:60], text=text, date=date, **more)


def together(keys: dict[str, str], *ids: str) -> bool:
    return len({keys[i] for i in ids}) == 1


def test_reports_of_one_happening_lie_together() -> None:
    keys = group([make("a", FIRE), make("b", VOTE), make("c", FIRE2), make("d", VOTE2)])
    assert together(keys, "a", "c") and together(keys, "b", "d") and not together(keys, "a", "b")


def test_the_day_keeps_look_alikes_apart() -> None:
    days = ["2024-03-01", "2024-03-02", "2024-03-09"]
    keys = group([make(d, CALL, "2024-03-10", event_date=d) for d in days])
    assert len(set(keys.values())) == 3


def test_an_inferred_day_is_a_hint_and_no_verdict() -> None:
    keys = group([make("a", FIRE, event_date="2024-03-04?"), make("b", FIRE2, event_date="2024-03-05?")])
    assert together(keys, "a", "b")


def test_a_month_or_a_day_without_its_year_agrees_with_the_days_in_it() -> None:
    keys = group(
        [
            make("a", CALL, "", event_date="XXXX-03-02"),
            make("b", CALL, "", event_date="2024-03-02"),
            make("c", CALL, "", event_date="2024-05"),
        ]
    )
    assert together(keys, "a", "b") and not together(keys, "b", "c")


def test_an_undated_article_joins_no_look_alike_and_bridges_none() -> None:
    first = make("a", f"{CALL} They spoke of fishing rights in the Sound.", event_date="2024-03-01")
    second = make("b", f"{CALL} They spoke of the grain transport by rail.", event_date="2024-03-09")
    undated = make(
        "c", "Chancellor Sten and President Holm again talked by telephone about Tolna's border.", ""
    )
    keys = group([first, second, undated])
    assert len(set(keys.values())) == 3


@pytest.mark.parametrize(
    "detail",
    ["The line was cut after 83 minutes.", "“We will not give up one metre of it,” the President said."],
)
def test_an_undated_article_joins_by_a_shared_detail(detail: str) -> None:
    undated = make("b", f"Holm and Sten telephoned about Tolna, the border town. {detail}", "")
    keys = group([make("a", f"{CALL} {detail}", event_date="2024-03-01"), undated])
    assert together(keys, "a", "b")


def test_a_look_alike_joins_the_placed_event_of_its_day() -> None:
    keys = group(
        [
            make("a", CALL, event_date="2024-03-01", event="E1"),
            make("b", CALL, event_date="2024-03-09", event="E2"),
            make("c", CALL, event_date="2024-03-09"),
        ]
    )
    assert keys == {"a": "E1", "b": "E2", "c": "E2"}


def test_a_new_key_is_never_that_of_an_event_there_is() -> None:
    keys = group([make("a", FIRE, event="b"), make("b", VOTE)])
    assert not together(keys, "a", "b")


@pytest.mark.parametrize("text", ["", "\n", "…", "北京的天气" * 40, "a" * 100_000])
def test_odd_texts_are_no_trouble(text: str) -> None:
    assert set(group([make("a", text, ""), make("b", text, "not a date"), make("c", FIRE)])) == {
        "a",
        "b",
        "c",
    }


@pytest.mark.parametrize(
    ("a", "b", "days"),
    [
        ("2024-03-01", "2024-03-04", 3),
        ("2024-03", "2024-03-31", 0),
        ("2024", "2025-01-02", 2),
        ("XXXX-12-31", "2025-01-01", 1),
        ("XXXX-02-29", "XXXX-03-01", 1),
        ("2024-03-01?", "2024-03-01", 0),
        ("2024-03-01/2024-03-03", "2024-03-05", 2),
        ("", "2024", None),
        ("soon", "2024", None),
    ],
)
def test_days_between_dates_of_every_precision(a: str, b: str, days: int | None) -> None:
    assert gap(a, b) == gap(b, a) == days


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
    name = name_headlines((title, "Gazette", "") for title in titles)
    assert "Port Elwin" in name
    assert name_headlines([]) == ""


def test_an_outlets_headline_names_an_event_before_that_of_a_ministrys_own_release() -> None:
    release = "Minister opens strait", "Ministry of Transport of Norland", ""
    report = "Strait opens again to grain ships after a year, minister says", "Tarn Courier", ""
    assert name_headlines([release, report]) == report[0]
    assert name_headlines([release]) == release[0]


@pytest.mark.parametrize("agency", ["Meridian News Agency", "Lake Press Service", "The Press Association"])
def test_a_news_agency_names_an_event_before_a_transcript(agency: str) -> None:
    text = "The ships went through the strait in the morning, and the minister spoke to all of the reporters."
    transcript = "Transcript: Strait and grain ships", "Ministry of Transport of Norland", text
    report = "Strait opens again to grain ships after a year, minister says", agency, text
    assert name_headlines([transcript, report]) == report[0]


def test_a_headline_whose_language_is_not_told_may_name_an_event() -> None:
    text = "Der Frachter lief am Montag aus dem Hafen aus, und der Minister sprach mit den Leuten, die am Kai warteten."
    reports = [
        ("Norland frees Alma Star", "Globe", ""),
        ("Alma Star leaves Norland", "Mail", ""),
        ("Frachter verlässt Hafen", "Bote", text),
    ]
    assert name_headlines(reports) == "Norland frees Alma Star"


STRAIT = "Strait opens again to grain ships after a year", "Tarn Courier", ""


@pytest.mark.parametrize(
    ("title", "outlet"),
    [
        ("CORRECTION: Strait and grain ships", "Norpress"),
        ("Corrected—Strait opens to ships", "Norpress"),
        ("Korrektur: Strait opens to ships", "Norpress"),
        ("Harbours & Locks #12: Strait, ships, grain", "Harbours & Locks"),
        ("The Lock Letter, No. 7 – grain ships again", "Lock Letter"),
        ("Lock Letter: strait opens to ships", "Lock Letter"),
    ],
)
@pytest.mark.parametrize(
    "other", [STRAIT, ("Statement on the strait and its grain ships", "Ministry of Transport", "")]
)
def test_a_correction_or_an_issue_of_a_newsletter_names_an_event_only_where_nothing_else_does(
    title: str, outlet: str, other: tuple[str, str, str]
) -> None:
    assert name_headlines([(title, outlet, ""), other]) == other[0]
    assert name_headlines([(title, outlet, "")]) == title


def test_a_headline_with_a_number_or_with_its_papers_name_names_an_event() -> None:
    body = "The ships went through the strait in the morning, and the minister spoke to all of the reporters."
    longer = "Minister speaks to reporters for a long time about all that he has seen", "Tarn Courier", body
    for title in (
        "Strait opens to ship No. 7 again",
        "Correction of the strait begins",
        "Tarn Courier wins prize",
    ):
        assert name_headlines([(title, "Tarn Courier", body), longer]) == title


@pytest.mark.parametrize(
    ("day", "basis", "published", "expected"),
    [
        ("2024-03-04", "set by you", "2024-03-20", "2024-03-04"),
        ("2024-03-04", "stated", "2024-03-05", "2024-03-04~"),
        ("2024-03-04", "stated", "2024-03-20", ""),
        ("2024-03-04", "stated", "", "2024-03-04"),
        ("2024-02-02", "stated", "2024-03-20", "2024-02-02"),
        ("2024-03-04", "inferred from “on Monday”", "2024-03-05", ""),
    ],
)
def test_a_day_in_the_text_counts_where_the_report_is_fresh_and_a_given_one_always(
    day: str, basis: str, published: str, expected: str
) -> None:
    text = f"On 4 March 2024 {CALL}"
    assert trusted_event_day(day, basis, text, published) == expected


def test_days_told_by_reports_keep_apart_what_lies_further_off_than_a_day_or_two() -> None:
    days = ["2024-03-01~", "2024-03-02~", "2024-03-09~"]
    keys = group([make(d, CALL, "2024-03-10", event_date=d) for d in days])
    assert together(keys, *days[:2]) and not together(keys, *days[1:])


@pytest.mark.parametrize(
    "title", ["Press briefing by Minister Ida Lund", "Remarks by the minister", "Morning Wire"]
)
def test_what_a_text_is_names_no_event_beside_a_headline(title: str) -> None:
    assert name_headlines([(title, "Morning Wire", ""), STRAIT]) == STRAIT[0]
    assert name_headlines([(title, "Morning Wire", "")]) == title


def test_of_as_many_headlines_in_two_languages_the_english_one_names_an_event() -> None:
    german = "Der Frachter lief am Montag aus dem Hafen aus, und der Minister sprach mit den Leuten, die am Kai warteten."
    english = "The ship left the harbour on Monday, and the minister spoke to the people who were waiting on the quay."
    both = [
        ("Frachter verlässt Hafen", "Bote", german),
        ("Freighter leaves harbour after a year", "Mail", english),
    ]
    assert name_headlines(both) == "Freighter leaves harbour after a year"
    assert (
        name_headlines([*both, ("Alma Star läuft aus", "Blatt", german)])
        != "Freighter leaves harbour after a year"
    )


def test_a_press_conference_and_the_readouts_of_a_call_are_two_events() -> None:
    told = {
        "a": ("Norland offers three compromises", "Foreign Minister Ida Lund of Norland made them for grain ships.", "Post"),
        "b": ("Press briefing by Minister Ida Lund", "Ida Lund of Norland: We offered grain ships three compromises.", ""),
        "c": (
            "Mediator Nora Berg speaks with Foreign Minister Ida Lund",
            "Mediator Nora Berg had a telephone conversation with Ida Lund of Norland on the grain ships.",
            "Office of the Mediator",
        ),
        "d": (
            "Readout of the call between Foreign Minister Ida Lund and Mediator Nora Berg",
            "Foreign Minister Ida Lund of Norland spoke with the mediator about the grain ships.",
            "Foreign Ministry of Norland",
        ),
    }  # fmt: skip
    keys = group(
        [
            ClusterItem(id=each, title=title, text=text, date=f"2025-03-0{5 + (each > 'b')}", outlet=outlet)
            for each, (title, text, outlet) in told.items()
        ]
    )
    assert together(keys, "a", "b") and together(keys, "c", "d") and not together(keys, "b", "c")

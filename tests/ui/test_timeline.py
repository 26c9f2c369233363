"""The events under their years: plain functions, no screen."""

from tui.core.model import EventRow
from tui.ui.panes.timeline import Timeline


def row(number: int, date: str, name: str = "A ferry leaves") -> EventRow:
    return EventRow(
        id=f"e{number}", name=name, date=date, inferred=False, outlets=["Courier"], articles=1, quotes=0
    )


def shown(timeline: Timeline) -> list[str]:
    return [entry if isinstance(entry := timeline[at], str) else entry["id"] for at in range(len(timeline))]


ROWS = [row(1, "2025-07-01"), row(2, "2025-03"), row(3, "2022-02-12"), row(4, ""), row(5, "XXXX-02-12")]


def test_each_year_stands_once_above_its_events() -> None:
    assert shown(Timeline(ROWS)) == ["2025", "e1", "e2", "2022", "e3", "Year not stated", "e4", "e5"]


def test_a_search_keeps_the_years_of_what_it_finds_and_no_other() -> None:
    timeline = Timeline(ROWS)
    timeline.narrow({"e2": 1, "e5": 1})
    assert shown(timeline) == ["2025", "e2", "Year not stated", "e5"]
    assert timeline.events == 2
    assert [timeline.place_of(each) for each in ("e1", "e2", "e5", "none")] == [-1, 1, 3, -1]
    timeline.narrow({})
    assert shown(timeline) == []
    timeline.narrow(None)
    assert shown(timeline) == shown(Timeline(ROWS))


def test_neighbours_pass_over_years_and_go_round_only_when_asked() -> None:
    timeline = Timeline(ROWS)
    assert timeline.neighbour("e2", 1) == "e3"
    assert timeline.neighbour("e3", -1) == "e2"
    assert (timeline.neighbour("e1", -1), timeline.neighbour("e5", 1)) == ("", "")
    assert (timeline.neighbour("e1", -1, around=True), timeline.neighbour("e5", 1, around=True)) == (
        "e5",
        "e1",
    )
    timeline.narrow({"e3": 1})
    assert timeline.neighbour("e1", 1) == "e3"
    assert timeline.neighbour("e3", 1, around=True) == "e3"
    assert Timeline().neighbour("e1", 1, around=True) == ""


def test_the_order_is_the_readers() -> None:
    rows = [row(1, "2025-07", "a"), row(2, "2025-02", "b"), row(3, "2024", "c"), row(4, "", "d")]

    def listed(order: str, unread: tuple[str, ...] = ()) -> list[str]:
        timeline = Timeline(rows, order, unread)
        return [timeline.event(at) or str(timeline[at]) for at in range(len(timeline))]

    assert listed("newest first") == ["2025", "e1", "e2", "2024", "e3", "Year not stated", "e4"]
    assert listed("oldest first") == ["2024", "e3", "2025", "e2", "e1", "Year not stated", "e4"]
    assert listed("unread first", ("e2", "e4")) == [
        *("Unread · 2025", "e2", "Unread · Year not stated", "e4"),
        *("Read · 2025", "e1", "Read · 2024", "e3"),
    ]


def test_a_row_is_as_high_as_its_name_needs_two_lines_of_it_at_most() -> None:
    long = "word " * 20
    timeline = Timeline([row(1, "2025", "short"), row(2, "2025", long), row(3, "2024", "寿" * 12)])
    assert timeline.heights(20) == [1, 2, 3, 2, 3]
    timeline.narrow({"e2": 1})
    assert timeline.heights(20) == [1, 3]
    assert timeline.heights(120) == [1, 2]


def test_a_blank_line_stands_below_each_event_where_all_have_room_and_a_search_moves_none() -> None:
    timeline = Timeline([row(1, "2025"), row(2, "2025"), row(3, "2024")])
    assert timeline.heights(40, 12) == [1, 3, 3, 1, 3]
    timeline.narrow({"e3": 1})
    assert timeline.heights(40, 12) == [1, 3]
    timeline.narrow(None)
    assert timeline.heights(40, 9) == [1, 2, 2, 2, 2]


def test_a_folded_year_stands_for_its_events_until_a_search_asks_for_them() -> None:
    timeline = Timeline(ROWS)
    timeline.fold(["2025", "1999"])
    timeline.narrow(None)
    assert shown(timeline) == ["2025", "2022", "e3", "Year not stated", "e4", "e5"]
    assert timeline.folded(0) == ["e1", "e2"]
    assert not timeline.folded(1)
    assert (timeline.place_of("e2"), timeline.fold_of("e2"), timeline.headings_over(2)) == (-1, 0, ("2022",))
    assert timeline.neighbour("e3", -1) == "e2"  # what is unread may lie there
    timeline.narrow({"e2": 1})
    assert shown(timeline) == ["2025", "e2"]
    assert not timeline.folded(0)


def test_a_year_of_many_events_has_months_which_fold_by_themselves() -> None:
    july = [row(at, f"2025-07-{at:02}") for at in range(28, 8, -1)]
    rows = [*july, *[row(40 + at, "2025-03-02") for at in range(6)], row(50, "2025"), row(51, "2024-05-01")]
    timeline = Timeline(rows)
    headings = [entry for entry in shown(timeline) if not entry.startswith("e")]
    assert headings == ["2025", "Jul 2025", "Mar 2025", "2025, no month", "2024"]
    assert timeline.heights(40)[:3] == [1, 1, 2]
    timeline.fold(["Jul 2025", "2025, no month"])
    timeline.narrow(None)
    assert shown(timeline)[:4] == ["2025", "Jul 2025", "Mar 2025", "e40"]
    assert len(timeline.folded(1)) == 20
    assert (timeline.fold_of("e20"), timeline.headings_of("e20")) == (1, ("2025", "Jul 2025"))
    assert (timeline.neighbour("e9", 1), timeline.neighbour("e50", 1)) == ("e40", "e51")
    timeline.fold(["Jul 2025", "2025"])
    timeline.narrow(None)
    assert shown(timeline) == ["2025", "2024", "e51"]
    assert len(timeline.folded(0)) == 27
    timeline.narrow({"e20": 1, "e50": 1, "e51": 1})
    assert shown(timeline) == ["2025", "Jul 2025", "e20", "2025, no month", "e50", "2024", "e51"]

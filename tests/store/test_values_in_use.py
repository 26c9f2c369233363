"""What fields of a query may ask for in a briefing: what is there most, first."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from tests.support.crash import build
from tui.commands.annotations import AddTags, target_of
from tui.core.speakers import final_speaker
from tui.store.briefing import Briefing


def test_names_come_with_how_often_they_are_there(tmp_path: Path) -> None:
    build(tmp_path / "store", articles=6)
    briefing = Briefing.open(tmp_path / "store")
    quotes = [quote for _, _, quote in briefing.quotes()]
    briefing.do(AddTags([target_of(quote) for quote in quotes[:2]], ["denial"]))
    briefing.do(AddTags([target_of(quotes[0])], ["to check"]))
    tags = dict(briefing.values_in_use("tag"))
    assert (tags["denial"], tags["to check"]) == (2, 1)
    assert list(tags.values()) == sorted(tags.values(), reverse=True)
    said = Counter(
        speaker.name
        for quote in quotes
        for each in quote.speakers
        if (speaker := final_speaker(each, briefing.speakers()))
    )
    named = briefing.values_in_use("speaker")
    assert said and Counter(dict(named)) == said
    assert [count for _, count in named] == sorted(said.values(), reverse=True)
    rows = briefing.rows()
    assert Counter(dict(briefing.values_in_use("event"))) == Counter(
        {row["name"]: row["articles"] for row in rows}
    )
    assert {name for name, _ in briefing.values_in_use("outlet")} == {
        name for row in rows for name in row["outlets"]
    }
    assert dict(briefing.values_in_use("status")) == {"unchecked": len(quotes)}
    briefing.close()

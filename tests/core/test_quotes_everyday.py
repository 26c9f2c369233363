"""Everyday forms of attribution: which words belong together, and whose they are."""

from __future__ import annotations

import pytest

from tui.reading.quotes import find_quotes


@pytest.mark.parametrize(
    "text",
    [
        "“What we saw,” Lund told the committee, “was a farce.”",
        "“We will not wait,” Ros said. “Nobody should.”",
        "“We will not wait,” Ros said on Monday in Oslo, adding: “Nobody should.”",
        "“We will not wait,” said Ros, who was on his way home. “Nobody should.”",
        "“We have a list,” the mayor, Tove Anders, told reporters, “and it is long.”",
        "“Yes,” according to Ros, “it is long.”",
    ],
)
def test_a_quote_goes_on_after_its_attribution(text: str) -> None:
    found = find_quotes(text)
    assert len(found) == 2
    assert found[0].group == found[1].group


@pytest.mark.parametrize(
    "text",
    [
        "“The price is fair, and it stays,” he said, adding that he would not “haggle in public”.",
        "Lund called it “fair” and said he was “open to talks”.",
        "“We have a list,” Ros said, and called the plan “a farce”.",
        "“We have a list,” Ros said. He called the plan “a farce”.",
        "The “fair” offer was, Lund said, “final”.",
        "“It is fair,” said Ros, but not “final”.",
    ],
)
def test_words_of_the_reporter_between_them_part_quotes_of_one_speaker(text: str) -> None:
    found = find_quotes(text)
    assert len(found) == 2
    assert found[0].group != found[1].group
    assert found[0].entity == found[1].entity

"""How sure a speaker is: plain where the sentence says it, a `?` where it is a guess."""

from __future__ import annotations

import pytest

from tui.core.model import SURE_ENOUGH, stance
from tui.core.typography import quoted
from tui.reading.quotes import find_quotes


def confidence(text: str) -> float:
    return find_quotes(text)[-1].confidence


@pytest.mark.parametrize(
    "text",
    [
        "“We waited a long time for this bridge,” Mayor Ida Lund said on Monday.",
        "Ida Lund was in town on Monday. “We waited a long time for this bridge,” said Lund.",
        "Spokesman Ola Renn came late. “We waited a long time for this bridge,” he said.",
        "John Lund told Reuters so. “We waited a long time for this bridge,” he said.",
        "John Lund met Riga's council. “We waited a long time for this bridge,” he said.",
        "The villagers were not amused. “Nobody has asked us to do it.”",
        "The talks ended on Friday. The Kremlin said they had been “useful and frank”. No date was set.",
        "“We waited a long time for this bridge,” the Élysée said in a statement.",
        "The Kremlin complained on Monday that the talks had been “stolen” and that no one had been told.",
        "Per Holm spoke with Ida Lund on Monday. Holm told her the ferry was late, that nobody had been asked, and that he"
        " “would not wait any longer”.",
        "Harbour master Per Holm came too. Minister Ola Renn, who had slept on the quay, praised “the calm of the crew”."
        "\n\nAsked if the row was over, Brask, the town's spokesman, smiled. “Ask the cod about it,” he said.",
        "Chief Ola Renn met Mayor Per Holm. The clerk told Jon Berg of it.\n\nPer Holm read the note twice. The guard"
        " laughed. “Shut for good,” he said.",
    ],
)
def test_who_is_said_to_say_it_is_sure(text: str) -> None:
    assert confidence(text) >= SURE_ENOUGH


@pytest.mark.parametrize(
    "text",
    [
        "Governor Auli Ronk met Minister Veri Hasan in Riga.\n\n“We waited a long time for this bridge,” his host said.",
        "Mayor Auli Ronk met Minister Veri Hasan on the bridge.\n\n“We waited for long,” she said.",
        "Mayor Ola Renn lost. The clerk asked where the bridge was. It was gone. He smiled, and said it was “shut”.",
        "Rescue ship “Aurora Prima” was sent back on Friday.",
        "Mayor Ida Lund was told the bridge would be “shut for good”.",
        "John Lund met Hassan in Riga. “We waited a long time for this bridge,” he said.",
        "Karl Lund left in May. The colonel's story did not convince. “We waited for long,” he said.",
        "The mines were not cleared. “Nobody has asked us to do it.”",
    ],
    ids=[
        "host of whom",
        "one of two",
        "clerk or mayor",
        "ship",
        "told by nobody",
        "met",
        "the colonel",
        "mines",
    ],
)
def test_a_guess_bears_a_question_mark(text: str) -> None:
    assert all(found.confidence < SURE_ENOUGH for found in find_quotes(text))


def test_whom_a_rule_takes_bears_a_question_mark_where_another_may_be_meant() -> None:
    text = "Norway and Envoy Bo Lund wrote to the council. The road, it said, would be shut."
    assert {found.confidence < SURE_ENOUGH for found in find_quotes(text, spans="all")} == {True}


def test_a_speaker_further_off_is_less_sure() -> None:
    words = "We waited a long time for this bridge, all of us"
    beside = confidence(f"“{words},” Mayor Ida Lund said.")
    before = confidence(f"“Good,” Mayor Ida Lund said. It rained.\n\n“{words}.”")
    assert before < beside


def test_a_speech_left_open_goes_on_as_sure_as_it_began_whoever_stands_below_it() -> None:
    speech = "\n\n".join(
        f'"It was dark at {hour}, and we had to start again.' for hour in ("six", "seven", "eight")
    )
    text = f'Speaking in Norwick, the mayor, Ida Lund, said: {speech}"\n\nForeign Secretary Carl Munson said he was glad.'
    found = [one for one in find_quotes(text) if one.kind == "direct"]
    assert [one.entity for one in found] == ["Ida Lund"] * 3
    assert len({one.confidence for one in found}) == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Minister Ida Lund said on Monday that neither side “wants a war over cod”.",
            "said on Monday that neither side: “wants a war over cod”",
        ),
        ("Nobody here “wants a war over cod”, Ida Lund said.", "Nobody here: “wants a war over cod”"),
        ("The line would not be “safe to run”, Ida Lund said.", "would not be: “safe to run”"),
        ("Minister Ida Lund said on Monday that the line was “not safe to run”.", "“not safe to run”"),
        ("Minister Ida Lund said on Monday that the line was not only “safe to run”.", "“safe to run”"),
    ],
)
def test_words_that_a_not_before_the_marks_turns_round_are_told_with_it(text: str, told: str) -> None:
    """The words alone say the opposite of what she said; who said them is in no doubt."""
    (found,) = find_quotes(text)
    assert quoted(found.text, found.kind, stance(found.polarity, found.cue_text, ())) == told
    assert found.confidence >= SURE_ENOUGH


def test_what_is_denied_is_not_asserted_by_the_reports_of_it() -> None:
    (found,) = find_quotes("Ida Lund came. She denied reports that he had cancelled a visit.", spans="all")
    assert (found.text, found.polarity) == ("that he had cancelled a visit", "denied")

"""What stands beside words that are reported, and is theirs or is none of them: tails, asides, who judges them."""

from __future__ import annotations

import pytest

from tests.support.sayings import reported, said
from tui.core.model import SURE_ENOUGH
from tui.reading.quotes import find_quotes


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ada Renn said without giving details that the port was full.", "that the port was full"),
        ("The army said without elaborating that it had hit the port.", "that it had hit the port"),
        ("The army said without providing evidence it had hit the port.", "it had hit the port"),
        ("Said Ada Renn on Monday that the port was full.", "that the port was full"),

        ("Ada Renn said the toll will be known and announced on Monday.", "the toll will be known and announced on Monday"),
        ("Ada Renn said the note will be ready and published in Riga.", "the note will be ready and published in Riga"),
        ("Ada Renn said the note is long and announced so on Friday.", "the note is long"),
        ("Ada Renn said the town would pave the road, to begin in May.", "the town would pave the road, to begin in May"),
        ("Ada Renn announced a reform of the courts, to begin in May.", "a reform of the courts"),
    ],
)  # fmt: skip
def test_what_is_said_begins_behind_how_and_ends_with_what_belongs_to_it(text: str, words: str) -> None:
    assert reported(text) == [words]
    assert find_quotes(text, spans="all")[0].entity in ("Ada Renn", "The army")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ada Renn said the guards had left the port and said it was full.",
         ["the guards had left the port", "it was full"]),
        ("Ada Renn confirmed the guards hit the port and announced that they would wait.",
         ["the guards hit the port", "that they would wait"]),
        ("Ada Renn told the guards they could not leave until dawn, and the guards burned the port.",
         ["they could not leave until dawn"]),
        ("Ada Renn said the port would stay full, but the guards had to leave it.", ["the port would stay full"]),
        ("Ada Renn said the port had been full at dawn, but the guards emptied it.", ["the port had been full at dawn"]),
        ("Ada Renn said the guards burned the port, and the mayor left it.",
         ["the guards burned the port, and the mayor left it"]),
        ("Ada Renn said the port would be full, and the guards could leave it.",
         ["the port would be full, and the guards could leave it"]),
    ],
)  # fmt: skip
def test_what_was_said_next_or_done_then_is_no_part_of_what_was_said(text: str, words: list[str]) -> None:
    assert reported(text) == words


@pytest.mark.parametrize(
    ("cue", "parts"),
    [
        ("says Ada Renn, a judge, and nobody will mend it", ["The law", "and nobody will mend it"]),
        ("said Ada Renn, a judge, and left the room", []),
        ("said Ada Renn, a judge in Riga, will be mended", ["The law", "will be mended"]),
        ("said Ada Renn, who is retiring, is a choice", ["The law", "is a choice"]),
        ("said Ada Renn, who is retiring, and nobody will mend it", ["The law", "and nobody will mend it"]),
    ],
)
def test_what_a_speaker_is_parts_the_words_and_is_none_of_them(cue: str, parts: list[str]) -> None:
    whole = "" if "is a" in cue.rpartition(", ")[2] or "will be" in cue else " is too old"
    found = said(f"The law{whole}, {cue}.")
    assert {who for _, who in found} == {"Ada Renn"}
    assert [words for words, _ in found] == [f"The law{whole}", *parts[1:]]


def test_who_agrees_with_what_another_says_does_not_say_it_with_them() -> None:
    found = find_quotes(
        "The law is old, says Ada Renn, a judge, and Ivo Stern, a lawyer, agrees.", spans="all"
    )
    assert [one.entity for one in found] == ["Ada Renn"]


@pytest.mark.parametrize(
    "sender",
    ["State television reports", "Norland's state media report", "Local radio reports", "Officials report"],
)
def test_a_station_reports_and_has_no_reports(sender: str) -> None:
    ((words, who),) = said(f"{sender} that the bridge has fallen.")
    assert (words, who) == ("that the bridge has fallen", sender.rpartition(" ")[0])


@pytest.mark.parametrize("reports", ["State television reports", "Media reports", "State media reports"])
def test_reports_that_were_false_are_nobodys(reports: str) -> None:
    assert said(f"{reports} that the bridge had fallen were false.") == []


@pytest.mark.parametrize(
    "judging",
    [
        "Ada Renn called it safe, and nobody left",
        "Ada Renn denied it",
        "the ministry described it as safe",
        "a charge Ada Renn denies",
        "a claim the ministry rejected as false",
    ],
)
def test_who_judges_what_another_says_does_not_pass_it_on(judging: str) -> None:
    found = next(
        one for one in find_quotes(f"Ivo Stern said that the town was lost, {judging}.", spans="all")
    )
    assert (found.text, found.entity, found.chain) == ("that the town was lost", "Ivo Stern", ())


def test_two_officials_pass_on_what_another_demands() -> None:
    found = find_quotes("Kalmar had demanded a share, two officials said.", spans="all")
    assert [one.chain for one in found] == [("two officials",)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ada Renn hopes that the port will open in May.", ["that the port will open in May"]),
        ("In Riga Ada Renn hopes that the port will open. It is shut.", ["that the port will open"]),
        ("The port, Ada Renn fears, will close in May.", ["The port", "will close in May"]),
        ("The port will open, Ada Renn hopes.", ["The port will open"]),
        ("Ada Renn's hopes that the port would open were dashed.", []),
        ("Hopes that the port would open were dashed, Ada Renn thought.", []),
    ],
)
def test_what_somebody_hopes_is_not_asserted_and_doubted(text: str, words: list[str]) -> None:
    found = find_quotes(text, spans="all")
    assert [one.text for one in found] == words
    assert all((one.polarity, one.entity) == ("expressed", "Ada Renn") for one in found)
    assert all(one.confidence < SURE_ENOUGH for one in found)


def test_what_is_announced_beside_another_deed_is_told() -> None:
    found = said("Ada Renn condemned the attack and announced a day of mourning on Friday.")
    assert found == [("a day of mourning on Friday", "Ada Renn")]


@pytest.mark.parametrize(
    "named", ["Brothers Aro and Ivo Stern", "The twins Aro and Ivo Stern", "Aro and Ivo Stern, two brothers,"]
)
def test_kin_share_the_surname_that_stands_behind_the_last(named: str) -> None:
    assert said(f"{named} ran the shop. “I carried stones,” Aro said.")[-1][1] == "Aro Stern"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ada Renn said the dam was old but that as the work was free, it may never end.",
         "the dam was old but that as the work was free, it may never end"),
        ("Ada Renn told Kanal that the letter sent to Ivo Brandt, the former mayor, reminded her of a pirate.",
         "that the letter sent to Ivo Brandt, the former mayor, reminded her of a pirate"),
        ("Ada Renn said having guests in town until the week before Easter will, by definition, put a brake on sales.",
         "having guests in town until the week before Easter will, by definition, put a brake on sales"),
        ("Norland gets closest to the sun — an event called the nearness — on Wednesday at noon, Ada Renn said.",
         "Norland gets closest to the sun — an event called the nearness — on Wednesday at noon"),
        ("In May, Ada Renn called on the Storting, or Norland parliament, to renounce the pact.",
         "the Storting, or Norland parliament, to renounce the pact"),
        ("Ada Renn said that, judging by the injuries, the bomb was not as large as those used in previous attacks.",
         "that, judging by the injuries, the bomb was not as large as those used in previous attacks"),
        ("Ada Renn said the bus was full, and that after the blast, he continued to drive until he could stop.",
         "the bus was full, and that after the blast, he continued to drive until he could stop"),
        ("Ada Renn predicts the boat will stay at sea for a while.", "the boat will stay at sea for a while"),
    ],
)  # fmt: skip
def test_what_an_aside_parts_is_heard_to_its_end(text: str, words: str) -> None:
    assert reported(text) == [words]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ada Renn revealed that the port had found the boats -- and said little else.",
         "that the port had found the boats"),
        ("Ada Renn told the children that their father had died when in fact he was in prison.",
         "that their father had died"),
        ("Ada Renn told the court that she had been robbed a dozen times, but the programme did not name the accused.",
         "that she had been robbed a dozen times"),
        ("Ada Renn said that she understands why many distrust the police as she made a one-day tour of the town.",
         "that she understands why many distrust the police"),
        ("While Ada Renn has said that there will be a look into the firm, so far other leaders are standing behind it.",
         "that there will be a look into the firm"),
        ("Ada Renn admitted in September 2015 to using software to cheat tests in Norland and has since paid out money.",
         "to using software to cheat tests in Norland"),
    ],
)  # fmt: skip
def test_what_was_done_since_or_was_so_in_fact_is_no_part_of_what_was_said(text: str, words: str) -> None:
    assert reported(text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Recent films have shown rebels from a group called the Harbour Movement firing guns at tanks.",
        "During talks in Riga yesterday, Ada Renn continued to take notes, meeting with Ivo Brandt, the envoy.",
        "The discoveries announced Wednesday came from data collected before the failure.",
        "Ada Renn went on, calling out Speaker of the House Ivo Brandt (N-Riga).",
    ],
)
def test_what_one_is_called_or_goes_on_to_do_is_nothing_said(text: str) -> None:
    assert not reported(text)


def test_who_is_reported_as_saying_something_says_it_alone() -> None:
    text = "The Norpress agency reported the head of the town's assembly, Ivo Brandt, as saying the cabinet was out."
    assert reported(text) == ["the cabinet was out"]


@pytest.mark.parametrize(
    "text",
    [
        "Ida Lund called the Palace twice, on Sunday and on Monday.",
        "Ida Lund called Jan Roth again.",
        "Ida Lund called Roth and Stern over the weekend.",
        "Ida Lund calls Norland every week.",
        "Ida Lund called Roth back an hour later.",
        "Ida Lund called the ministry on Tuesday.",
    ],
)
def test_who_is_called_by_telephone_is_called_nothing(text: str) -> None:
    assert reported(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ida Lund called Jan Roth a liar.", "Jan Roth a liar"),
        ("Ida Lund called Roth on Monday a liar.", "Roth on Monday a liar"),
        ("Ida Lund called Roth and Stern liars.", "Roth and Stern liars"),
        (
            "Ida Lund called Norland in 2020 a partner of great value.",
            "Norland in 2020 a partner of great value",
        ),
        (
            "Ida Lund called Roth on Monday the worst mayor in years.",
            "Roth on Monday the worst mayor in years",
        ),
    ],
)
def test_what_somebody_is_called_is_told(text: str, words: str) -> None:
    assert reported(text) == [words]

"""Who holds an office, and who goes on: "the Turkish president said no. “Never,” he said"."""

from __future__ import annotations

import pytest

from tests.support.sayings import last
from tui.core.model import SURE_ENOUGH
from tui.reading.quotes import find_quotes

_TWO = "Norwegian President Nils Lund and Turkish President Emre Kaya spoke by telephone on Monday. "


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            f"{_TWO}Kaya called it useful. The Turkish president said that the straits were open.\n\nSpeaking to "
            "reporters in Bergen, the Norwegian president said the call had been frank. “Nobody hung up,” he said.",
            "Nils Lund",
        ),
        (
            f"{_TWO}His minister, Per Holm, was stern. Lawmaker Ida Roth asked the minister about a ship. "
            "“Not one,” he replied.",
            "Per Holm",
        ),
        (  # another was asked in the sentence before
            "The mayor, Nils Lund, met the envoy, Emre Kaya. Lund asked whether it would rain. “No,” he replied.",
            "Emre Kaya",
        ),
        (
            "The lawyers of Per Holm, who is in prison, met on Monday. One of them, Nils Lund, said he had not seen his "
            "client. “A guard takes notes when he coughs,” he said.",
            "Nils Lund",
        ),
        (
            "The council likes it. Hungary, its justice minister, Ivo Kun, said in Bergen, does not. “We will see,” "
            "he added.",
            "Ivo Kun",
        ),
    ],
)
def test_who_spoke_in_the_sentence_before_goes_on(text: str, who: str) -> None:
    """A pronoun beside the next words is who said the words before them, by whatever name."""
    assert last(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Nils Lund, who chairs the panel, met Senator Ida Roth. The chairman said it was late.",
            "Nils Lund",
        ),
        (
            "Nils Lund, who leads the team, met Senator Ida Roth. “No,” the leader of the team said.",
            "Nils Lund",
        ),
        (
            "Nils Lund, who chairs it no more, met Ida Roth. The chairman, Per Holm, said it was late.",
            "Per Holm",
        ),
        (
            "Norwegian Foreign Ministry spokeswoman Ida Lund met Per Roth. “We know arithmetic,” the diplomat noted.",
            "Ida Lund",
        ),
        ("Norway's foreign minister, Nils Lund, met Per Roth. “No,” the top diplomat said.", "Nils Lund"),
        (  # a ministry of roads has no diplomats
            "Transport Ministry spokeswoman Ida Lund met Ambassador Per Roth. “No,” the diplomat said.",
            "Per Roth",
        ),
        (
            "The truce was signed, Qatar's foreign minister said.\n\n“Both will be held to it,” Sheikh Nasser al-Marzouq "
            "told reporters. “Both have signed,” the Qatari minister said.",
            "Nasser al-Marzouq",
        ),
        (
            "In Ankara, Foreign Minister Emre Kaya was stern. Norwegian Foreign Minister Nils Lund laughed. “No,” the "
            "Turkish minister said.",
            "Emre Kaya",
        ),
        (
            "In Ankara, Foreign Minister Emre Kaya was stern. He said no.\n\nThe foreign ministry said three ships had "
            "waited.",
            "Turkish foreign ministry",
        ),
        (  # of which of two nobody says
            "Turkish Foreign Minister Emre Kaya met Norwegian Foreign Minister Nils Lund.\n\nThe foreign ministry said "
            "three ships had waited.",
            "foreign ministry",
        ),
        (
            "The Elysee Palace sent a note. Macron rang up Berlin. The two agreed, the palace said.",
            "Elysee Palace",
        ),
    ],
)
def test_whom_an_office_or_a_body_stands_for(text: str, who: str) -> None:
    """What somebody leads, where they spoke, and what a ministry's people are called all tell who is meant."""
    assert last(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Lawmaker Nils Lund called on Minister Ida Roth to resign. “No,” he said.\n\nShe has the backing of President "
            "Per Holm. He said in a speech that she was brave.",
            "Per Holm",
        ),
        (
            "Minister Ida Roth spoke to Nils Lund, who is in prison. His appeal went to Justice Rabia Malik. She "
            "said it would be fair.",
            "Rabia Malik",
        ),
        (  # one who was named before is no newcomer
            "Minister Nils Lund met President Per Holm. Lund said no.\n\n“Never,” he said. It was up to Holm. He said so "
            "twice: “Never”.",
            "Nils Lund",
        ),
    ],
)
def test_he_is_who_the_sentence_before_brings_in(text: str, who: str) -> None:
    """The only one of the sentence before who may be meant, and is new, is meant, as whatever he stands there."""
    assert last(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Nils Roth, the US envoy, arrived on Monday. Ida Lund, who represents the families of the hostages, met him. "
            "The envoy said the talks would go on.",
            "Nils Roth",
        ),
        (
            "Per Holm told President Nils Lund that the dam was old. “I looked at it twice,” he said.",
            "Per Holm",
        ),
        ("Per Holm called Nils Lund a liar. “He never pays,” he said.", "Per Holm"),
    ],
)
def test_whom_an_office_or_he_does_not_stand_for(text: str, who: str) -> None:
    """Who represents somebody is no envoy, and who tells another something goes on speaking."""
    assert last(text) == who


@pytest.mark.parametrize(
    "text",
    [
        "In Kyiv, Foreign Minister Ida Lund said Germany would help. Ukraine's foreign minister said it was late.",
        "Moscow denied it. Foreign Minister Ida Lund said she would help. Russia's foreign minister said it was a mistake.",
        "Ida Lund, who led the search, said two were found. The rebel leader was out. The leader said it was late.",
        "Ida Lund, who represented the widow in court, was pleased. The envoy said the talks would go on.",
        "Foreign Ministry spokeswoman Ida Lund spoke. The Danish ambassador came. “We stay,” the diplomat said.",
        "Ida Lund, who led Norland's team to the final, resigned. The leader said it was late.",
        "Ida Lund, who chaired the panel until May, came to Norwick. “We stay,” the chairman said.",
    ],
)
def test_an_office_is_not_surely_whose_it_may_be(text: str) -> None:
    """A minister speaks in other countries too; who leads a search is no leader, who led a team is one no longer."""
    found = find_quotes(text, spans="all")[-1]
    assert found.entity != "Ida Lund" or found.confidence < SURE_ENOUGH


@pytest.mark.parametrize(
    ("short", "noun"), [("Rear Adm.", "admiral"), ("Lt. Col.", "colonel"), ("Capt.", "captain")]
)
def test_a_rank_is_known_by_its_abbreviation(short: str, noun: str) -> None:
    text = f"{short} Cruz Evangelio told a briefing that it was late. “It flew low,” the {noun} said."
    assert find_quotes(text, spans="all")[-1].entity == "Cruz Evangelio"


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("The mayor of Norwick is Ida Korb.", "Ida Korb"),
        ("The mayor is Ida Korb.", "Ida Korb"),
        ("Her new minister, the mayor of Norwick, is Ida Korb.", "Ida Korb"),
        ("The mayor is no friend of Ida Korb.", "The mayor"),
        ("The question for the mayor is Ida Korb.", "The mayor"),
        ("The next town on the mayor's list is New York.", "The mayor"),
    ],
)
def test_whom_a_sentence_says_to_be_the_mayor_is_the_mayor(told: str, who: str) -> None:
    assert last(f"{told} It rained. The mayor said that it would stay so.") == who


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("Ida Lund, a member of the Norland Parliament who leads the mission, spoke", "their head"),
        ("Ida Lund, a fellow of the Norland Academy who heads the mission, spoke", "their head"),
        ("Ida Lund, who heads the mission, spoke", "Ida Lund"),
    ],
)
def test_who_leads_a_mission_is_no_parliament(told: str, who: str) -> None:
    assert last(f"The monitors left on Friday, their head said. {told} in the lobby.") == who


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("The witness, former customs chief Ida Korb, said", "Ida Korb"),
        ("The plaintiff, retired schoolteacher Ida Korb, said", "Ida Korb"),
        ("The embassy reopened. Its head, Chargé d'affaires Ida Korb, said", "Ida Korb"),
        ("The witness, a rival of former mayor Ida Korb, said", "The witness"),
        ("The witness, unlike former mayor Ida Korb, said", "The witness"),
    ],
)
def test_who_is_named_by_an_older_office_behind_a_noun_is_meant_by_it(told: str, who: str) -> None:
    assert last(f"{told} that it was “a wet year.”") == who

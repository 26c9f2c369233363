"""Builds of sentences and passages that news has, and who speaks in each."""

from __future__ import annotations

import pytest

from tui.core.model import SURE_ENOUGH
from tui.reading.quotes import find_quotes

WHO = [
    ("Pumps fail, Ida Lund conceded, but they do not fail twice.", "but they do not", "Ida Lund"),
    ("Ida Lund had not slept, she said, and she had not been asked.", "and she had not", "Ida Lund"),
    ("But the text, according to two envoys who have seen it, no longer names a date.", "no longer", "two envoys"),
    ("Asked about it, a spokeswoman for Oslo said only that all were safe.", "all were safe", "a spokeswoman for Oslo"),
    ("The tide turned, the Courier reported on Friday, quoting a source at the port.", "The tide", "a source at the port"),
    ("The tide turned, the Courier reported on Friday, citing documents.", "The tide", "Courier"),
    ("The palace said little. Mayor Lund, it said, had replied that it rained.", "it rained", "Lund"),
    ("The Courier quoted the Danish envoy to Norwick, Ida Lund, as saying the buses were ready.", "buses", "Ida Lund"),
    ("“It is open,” the governor of the Tarn region, Ida Lund, had posted on her channel.", "open", "Ida Lund"),
    ("The governor of the Tarn region said it was open.", "open", "the governor of the Tarn region"),
    ("Bishop Emeritus Erik Holm has come. “We wait,” the bishop said.", "wait", "Erik Holm"),
    ("A man was held, the Prosecutor's Office said. He was paid in cash, it added.", "paid", "Prosecutor's Office"),
    ("The Port of Norwick Authority said loading went on.", "loading", "Port of Norwick Authority"),
    ("British PM Ann Lund was late. The PM said she was sorry.", "sorry", "Ann Lund"),
    ("Lund spoke. Holm's press secretary said she writes, “including the commas”.", "commas", "Holm's press secretary"),
    ("The minister did not speak: she was tired, Omar Roth told the agency.", "she was tired", "Omar Roth"),
    ("The bridge is shut, the Courier quoted Mayor Ida Lund as saying.", "bridge", "Ida Lund"),
    ("Ida Lund came. Asked by the Courier, Mayor Omar Roth said Oslo “had seen boats before”.", "boats", "Omar Roth"),
    ("It was late, Omar al-Rashed told the Courier, “by any clock”.", "clock", "Omar al-Rashed"),
    ("Officials from Peru and Ecuador said on Thursday that the fish had moved.", "fish", "Officials from Peru and Ecuador"),
    ("General Omar Roth was away. The attorney general said that she was free.", "free", "The attorney general"),
    ("The Ministry of Public Works of Honduras said the road would close.", "road", "Honduran Ministry of Public Works"),
    ("Ida Lund of Oslo and Omar Roth met. Two drivers said it had not snowed.", "snowed", "Two drivers"),
    ("According to two lawmakers briefed on the call, Ida Lund had left.", "had left", "two lawmakers briefed on the call"),
    ("According to the Courier, which named nobody, Oslo had been told.", "Oslo", "Courier"),
    ("Shells fell on Riga, a doctor at the last hospital said.", "Riga", "a doctor at the last hospital"),
    ("In Oslo the Trade Ministry, which handles ties, urged Riga to answer.", "to answer", "Norwegian Trade Ministry"),
    ("The Iraqi premier's office said it was late.", "late", "Iraqi premier's office"),
    ("Executive Vice-President for Cohesion Ida Lund-Roth said it was late.", "late", "Ida Lund-Roth"),
    ("The letter, signed by Omar Roth, blames a flood. “We wait,” it reads.", "We wait", "The letter"),
    ("It was signed in December 2025. “It holds,” Ida Lund said.", "holds", "Ida Lund"),
    ("The African Union Peace and Security Council said it was late.", "late", "African Union Peace and Security Council"),
    ("@Harbor_Watch wrote that the boat was late.", "late", "@Harbor_Watch"),
    ("Mr Emil Lund came. It was wise to talk to Mr Omar Roth, he said.", "wise", "Emil Lund"),
    ("Egypt's Culture Ministry waited. The Prussian Heritage Fund said no note came.", "note", "Prussian Heritage Fund"),
    ("The directorate named two trawlers. The boats had moved, it said.", "boats", "The directorate"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "speaker"), WHO)
def test_words_are_theirs_whatever_the_build(text: str, words: str, speaker: str) -> None:
    assert [one.entity for one in find_quotes(text, spans="all") if words in one.text] == [speaker]


TOGETHER = [
    ("Kenya and Somalia on Monday said they would open the road.", ("Kenya", "Somalia")),
    (
        "The head of the Norland Port Authority and the director of the Norland Rail Agency said checks would be shared.",
        ("the head of the Norland Port Authority", "the director of the Norland Rail Agency"),
    ),
]


@pytest.mark.parametrize(("text", "speakers"), TOGETHER)
def test_those_who_say_a_thing_together_are_several(text: str, speakers: tuple[str, ...]) -> None:
    assert find_quotes(text, spans="all")[-1].speakers == speakers


def test_ministers_are_no_towns() -> None:
    text = (
        "Flights between Nairobi and Mogadishu will resume. Kenya's minister, Joel Sang, and Somalia's minister, "
        "Osman Egal, signed a paper. “We are neighbours,” both ministers told the press."
    )
    assert "Nairobi" not in find_quotes(text, spans="all")[-1].entity


def test_a_title_before_a_surname_is_no_first_name() -> None:
    text = (
        "Ambassador Lund-Roth on the air\n\nHost Ann Holm: With me is Ida Lund-Roth. Is the dam full?\n\n"
        "Lund-Roth: It is full to the brim.\n\nHolm: Will it hold?\n\nLund-Roth: It will hold, I am told."
    )
    assert [one.entity for one in find_quotes(text, spans="all")] == ["Ann Holm", "Ida Lund-Roth"] * 2


DOUBTED = [
    ("Lund and Holm argued. A clerk came out of the hall. He said it was full.", "it was full", "a clerk"),
    ("Norway will wait, its interior minister said. “Never,” Ida Lund told the press.", "Norway", "Ida Lund"),
]


@pytest.mark.parametrize(("text", "words", "speaker"), DOUBTED)
def test_who_is_told_by_the_place_alone_is_doubted(text: str, words: str, speaker: str) -> None:
    found = next(one for one in find_quotes(text, spans="all") if words in one.text)
    assert (found.entity.casefold(), found.confidence < SURE_ENOUGH) == (speaker.casefold(), True)


INSERTED = [  # and what each is told to have said, from before the cue to behind it
    ("Ida Lund came. No mayor, she said, had ever been thanked.", ["No mayor", "had ever been thanked"]),
    ("Ida Lund came. The mayor, she said, had been accused of it.", ["The mayor", "had been accused of it"]),
    ("The mayor, Ida Lund said, thanked the crews.", ["The mayor", "thanked the crews"]),
    ("The crane, Ida Lund believes, will run by May.", ["The crane", "will run by May"]),
    ("It sank, falling, a clerk in Riga said, declining to be named as he is new.", ["It sank, falling"]),
    ("It sank, falling, a clerk said, insisting on anonymity.", ["It sank, falling"]),
    ("The two filmed the pier, the mayor said without giving details.", ["The two filmed the pier"]),
    ("Ida Lund said the boat sank, though she would not say from where.", ["the boat sank", "from where"]),
    ("President Ida Lund has not ruled out going.", ["going"]),
]


@pytest.mark.parametrize(("text", "said"), INSERTED)
def test_what_is_said_around_a_cue_is_not_lost(text: str, said: list[str]) -> None:
    assert [one.text for one in find_quotes(text, spans="all")] == said


OWN_ACTS = [
    ("The mayor, the paper said, asked for a pause.", "a pause", "The mayor"),
    ("Emil Roth, the ministry said, thanked the king and made clear that it rains.", "it rains", "Emil Roth"),
]


@pytest.mark.parametrize(("text", "said", "speaker"), OWN_ACTS)
def test_what_one_asks_for_is_his_whoever_tells_it(text: str, said: str, speaker: str) -> None:
    assert [(one.text, one.entity) for one in find_quotes(text, spans="all")] == [(said, speaker)]


NOT_SAID = [  # words that tell of the saying or of who speaks, and what is said beside them
    ("“Is it over?” asked Ida Lund, pointing at a crane that had fallen.", ["Is it over?"]),
    ("“It is shut,” said the mayor, speaking on condition of anonymity.", ["It is shut,"]),
    ("The two had “filmed the pier”, the mayor said without naming anybody.", ["filmed the pier"]),
    ("Ida Lund said it was over, pointing out that it rains.", ["it was over", "that it rains"]),
    ("The pier, warns Ida Lund, a judge in Riga, would be shut.", ["The pier", "would be shut"]),
]


@pytest.mark.parametrize(("text", "said"), NOT_SAID)
def test_what_tells_of_the_speaker_is_not_said(text: str, said: list[str]) -> None:
    assert [one.text for one in find_quotes(text, spans="all")] == said

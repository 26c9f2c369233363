"""Whose words: of an office, a paper, a body without a name, one named only before or behind, several who met."""

from __future__ import annotations

import pytest

from tests.support.sayings import last
from tui.core.model import SURE_ENOUGH
from tui.reading.quotes import find_quotes
from tui.reading.quotes.words.first_names import sex_of


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Mayor Nils Berg will not come, his office said, giving “no reason”.", "Nils Berg's office"),
        (
            "Mayor Nils Berg is ill. His office denied it. The office later said it was “a cold”.",
            "Nils Berg's office",
        ),
        (
            "Mr Berg's press office said the mayor was “resting”. Nils Berg was seen at noon.",
            "Nils Berg's press office",
        ),
        (
            "The junta wrote two messages. The junta said so in a message. Another message called it “late”.",
            "The junta",
        ),
        (
            "The Moscow Times took the news from the palace. Oslo and Riga were talking, the newspaper noted.",
            "Moscow Times",
        ),
        (
            "Ida Lund left. The bishops' conference was briefer: “There was tea,” it said.",
            "The bishops' conference",
        ),
        ("The agency wrote again. Lund was willing, it reported on Monday.", "The agency"),
        ("The Norwick Fund will pause its loans, it said on Wednesday.", "Norwick Fund"),
        (
            "The army said it won. Norwick Port Authority was brief; this time it said the sea “was calm”.",
            "Norwick Port Authority",
        ),
    ],
)
def test_an_office_a_paper_and_it_are_whose_the_text_says(text: str, who: str) -> None:
    found = find_quotes(text, spans="all")[-1]
    assert found.entity == who
    assert found.confidence < SURE_ENOUGH + 0.15


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("In Moscow, the foreign ministry called it “a fable”.", "Russian foreign ministry"),
        (
            "Beijing had seen another film. The Ministry of Defense called it “a fable”.",
            "Chinese Ministry of Defense",
        ),
        (
            "The Norwick Atomic Energy Agency left. The NAEA said it was “asked to”.",
            "Norwick Atomic Energy Agency",
        ),
        (
            "The Norwick Security Service (KAPO) spoke. KAPO said it was “no secret”.",
            "Norwick Security Service",
        ),
        ("Unram, the UN agency for refugees, says its lorries “were sent back”.", "Unram"),
        (
            "The company, Norwick Steel, says it was given “nine days”. The company said it “will sue”.",
            "Norwick Steel",
        ),
        ("The charity Lifeline left. “We will come back,” the charity said.", "Lifeline"),
        ("The UN human rights office in Geneva said nobody “was asked”.", "UN human rights office"),
        ("Belarus's state border committee said it “has pictures”.", "Belarusian state border committee"),
        ("Norwick's city hall said it was “not asked”.", "Norwick's city hall"),
    ],
)
def test_a_body_has_its_whole_name_and_its_state(text: str, who: str) -> None:
    assert last(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ida Lund had been Norway's foreign minister for nine days. “No,” the minister said.", "Ida Lund"),
        ("Kenya's Owen Hale met Rosa Coll of Chad. “No,” the Kenyan president said.", "Owen Hale"),
        (
            "The President of the Republic, Ida Lund, met President Rosa Coll. “No,” the President of the Republic said.",
            "Ida Lund",
        ),
        ("Her predecessor rang a paper. Minister Ida Lund was out. “No,” Nils Berg said.", "Nils Berg"),
        (
            "The speaker left. “No,” said the speaker. Speaker Ida Lund said it was late. The speaker"
            " was “tired”, the speaker said.",
            "Ida Lund",
        ),
        (
            "Vice President Ida Lund met Mayor Nils Berg. The Vice President underlined that it was late.",
            "Ida Lund",
        ),
        ("An aide told him it was “a fair question”. The aide, Rosa Coll, is a senator now.", "Rosa Coll"),
        ("Ida Lund left the hall. The engineer called it “a tomb”.", "Ida Lund"),
        ("Chihuahua's Remo Tala met his Texas counterpart, Judd Lass. “No,” replied the Texan.", "Judd Lass"),
        (
            "Attorney General Ida Lund dropped the case against Nils Berg. “Good,” his lawyer said.",
            "his lawyer",
        ),
        ("Her host was Nils Berg. He asked “how many winters”.", "Nils Berg"),
        (
            "Mayor Rosa Coll spoke. A sergeant at the gate was asked for his view. “I count,” he said.",
            "a sergeant at the gate",
        ),
        ("Mayor Ida Lund, who heads the port and who says it is “full”, left.", "Ida Lund"),
        ("“I miss the siren,” she says.\n\nDagny Moe left the ministry a year ago.", "Dagny Moe"),
        ("Hon. Nyabo Lual left. “December is a month,” Hon. Nyabo said.", "Nyabo Lual"),
        ("Tan Sri Lim Eng Hua builds it. “It is late,” Tan Sri Lim said.", "Lim Eng Hua"),
        (
            "OSLO (AP) — Norland will not let its airspace be used for strikes, the acting oil"
            " minister, Sheikh Nayef Talal, said Monday.",
            "Nayef Talal",
        ),
    ],
)
def test_a_person_is_who_the_words_around_tell_of(text: str, who: str) -> None:
    assert last(text) == who


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Ida Lund met Mayor Nils Berg. They spoke of rail. The two mayors said it was late.",
        "Mayor Ida Lund met Governor Nils Berg. Both said it was late.",
        "President Ida Lund and her Danish counterpart, Nils Berg, spoke. The presidents said it was late.",
        "Neither Mayor Ida Lund, nor her deputy, Nils Berg, would say what the price was.",
        "It was late, Ida Lund and Nils Berg said.",
    ],
)
def test_two_who_met_speak_together(text: str) -> None:
    assert find_quotes(text, spans="all")[-1].speakers == ("Ida Lund", "Nils Berg")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ida Lund told the Norwick Times she had no regrets.", "she had no regrets"),
        ("Ida Lund said on state television that the road was open.", "that the road was open"),
        ("Ida Lund made it clear that nobody had asked.", "nobody had asked"),
        ("Ida Lund let it be known through a friend that she would run.", "she would run"),
        ("Nobody stayed. Two, she told him.", "Two"),
    ],
)
def test_what_is_said_begins_behind_who_is_told_and_where(text: str, said: str) -> None:
    assert [found.text for found in find_quotes(text, spans="all")] == [said]


def test_both_sides_of_a_cue_are_said() -> None:
    found = find_quotes("The dam, Ida Lund pointed out, was older than the town.", spans="all")
    assert [one.text for one in found] == ["The dam", "was older than the town"]
    found = find_quotes(
        "It would take weeks, Ida Lund said; the fuel would be pumped off first.", spans="all"
    )
    assert [one.text for one in found] == ["It would take weeks", "the fuel would be pumped off first"]


def test_first_names_tell_he_from_she_in_many_languages() -> None:
    assert {sex_of((name, "x")) for name in ("ophélie", "zubeda", "pirkko", "thenmozhi")} == {-1}
    assert {sex_of((name, "x")) for name in ("loïc", "kagiso", "ojārs", "raghunath")} == {1}


def test_a_ship_is_no_he() -> None:
    assert (
        last("Captain Reza Far left. His ship, the MV Golden Wren, was boarded. “They were polite,” he says.")
        == "Reza Far"
    )


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The officials guarding Varland have said that the sea is empty.", "The officials"),
        ("Sen. Ida Lund (R-Ky.), who was there too, told Harbour News that the man ran.", "Ida Lund"),
        ("One child leaving the school told the Courier that there was glass everywhere.", "One child"),
        ("Lawyers representing some of the victims have said their clients were heard.", "Lawyers"),
        ("Shares fell on a Harbour Bank note that said the firm might leave.", "a Harbour Bank note"),
        ("Mr Renn apologised to Lord Berg saying he was not the man.", "Renn"),
        ("He was held after his wife contacted the police saying she was afraid.", "his wife"),
        ("The popular Norland broadcasting network has asked readers to be patient.", "network"),
    ],
)
def test_who_says_it_is_the_head_of_the_phrase_before_the_verb(text: str, who: str) -> None:
    assert last(text) == who


def test_they_are_those_who_spoke_last_and_not_two_of_whom_they_spoke() -> None:
    text = "Law officials said Mr. Renn grew up in Riga, after Mayor Lund was seen. They said he had left."
    assert last(text) == "Law officials"
    text = "Mayor Ida Lund met Mayor Ola Renn in Riga. They said the dam was old."
    assert last(text) == "Ida Lund; Ola Renn"
    text = "The mayor, Ida Lund, said that the procedural votes take much time. They add that the dam is old."
    assert last(text) != "the procedural votes"


def test_a_name_that_stands_alone_first_is_not_the_longer_one_it_begins() -> None:
    text = "A new camera\n\nNorlink made a phone. It has the Norlink Maps inside. Norlink said it is ready."
    assert last(text) == "Norlink"
    text = "A new camera\n\nThe Norlink Corporation made a phone. Norlink said it is ready."
    assert last(text) == "Norlink Corporation"
    text = "A new camera\n\nNorlink made a phone.\n\nNorlink Maps said it was out. Norlink said it is ready."
    assert last(text) == "Norlink"
    text = "A new camera\n\nRenn made a phone. It was Mr. Renn Berg, they wrote. Renn said it is ready."
    assert last(text) == "Renn Berg"


@pytest.mark.parametrize(
    ("before", "who"),
    [
        ("Late in the evening ambassador Aino Salmi came to the harbour.", "Aino Salmi"),
        ("The Finnish ambassador, Aino Salmi, came to the harbour.", "Aino Salmi"),
        ("On Tuesday Finland's ambassador Aino Salmi protested.", "Aino Salmi"),
        ("At noon ambassador Aino Salmi protested against it.", "Aino Salmi"),
        ("On Tuesday the ambassador, Olaf Salmi, protested.", "Greta Holm"),
        ("On Tuesday ambassador Aino Salmi heard Greta Holm.", "Greta Holm"),
        ("On Tuesday it was seen by ambassador Aino Salmi.", "Greta Holm"),
        ("On Tuesday Aino Salmi Ltd protested.", "Greta Holm"),
    ],
)
def test_she_is_who_the_sentence_before_brings_in_as_its_subject(before: str, who: str) -> None:
    text = f"Minister Greta Holm closed the harbour. “It is not safe,” she said. {before} “Nobody gains by this,” she said."
    assert last(text) == who


@pytest.mark.parametrize("told", ["Dahl had told", "Dahl has already told", "Dahl told"])
def test_she_is_in_doubt_behind_one_who_may_be_a_woman_and_speaks(told: str) -> None:
    text = f"Greta Holm said the port was closed.\n\n{told} reporters: “It will open.” She said she would go on Friday."
    found = find_quotes(text, spans="all")[-1]
    assert found.confidence < SURE_ENOUGH
    assert "Dahl" in (found.entity, *found.candidates)


def test_she_is_sure_behind_a_man_who_speaks() -> None:
    text = "Greta Holm said the port was closed.\n\nTom Dahl had told reporters: “It will open.” She said she would go."
    found = find_quotes(text, spans="all")[-1]
    assert (found.entity, found.confidence >= SURE_ENOUGH) == ("Greta Holm", True)


@pytest.mark.parametrize(
    "text",
    [
        "Ivo Stern, the coach, praised the team. As for Olaf Roth, he told reporters: “He is out for six weeks.”",
        "Ivo Stern, the prime minister, spoke to reporters. As for Donald Trump, he said the tariffs would stay.",
        "Mary Hall met the board.\n\nAs for Ida Lund, she said it was late.",
    ],
)
def test_one_spoken_about_is_a_guess_where_another_did_something_right_before(text: str) -> None:
    assert find_quotes(text, spans="all")[-1].confidence < SURE_ENOUGH


def test_one_spoken_about_is_sure_where_nobody_else_may_be_meant() -> None:
    text = "Olaf Roth praised the team. As for Ida Lund, she said it was late."
    assert last(text) == "Ida Lund" and find_quotes(text, spans="all")[-1].confidence >= SURE_ENOUGH


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "One organiser of the Norwick protest, Per Holm, told the BBC that it was late.",
            "Per Holm",
        ),
        ("The governor, a Republican, told The Star on Monday that he was tired.", "The governor"),
        ("Rebel leaders speaking from Tarsk said they had little choice.", "Rebel leaders"),
    ],
)
def test_neither_who_is_told_nor_a_place_nor_what_somebody_is_says_it(text: str, who: str) -> None:
    assert last(text) == who


@pytest.mark.parametrize(
    "before",
    [
        "Rebels in Tarsk are to leave.",
        "Rebels in Tarsk Province refused.",
        "The list went to Norwick.com in May.",
        "A spokesman for Yung Green Co., which builds mills, was at the quay.",
    ],
)
def test_he_and_the_pilot_are_no_town_firm_or_site(before: str) -> None:
    named = {last(f"{before} {who} said that soldiers had been there.") for who in ("He", "The pilot")}
    assert not named & {"Tarsk", "Tarsk Province", "Norwick.com", "Yung Green Co"}


def test_he_is_who_is_trusted_in() -> None:
    """A name behind “in” is a town's, but not behind “faith in”."""
    text = "Brandt spoke in Riga on Monday. Many have lost faith in Brandt. He said the port would open."
    assert [one.entity for one in find_quotes(text, spans="all")] == ["Brandt"]


def test_who_does_something_behind_a_town_is_not_the_town() -> None:
    text = "On a flight bound for Norwick from Tarsk, the pilot directed that one be taken off. The pilot said it was late."
    assert last(text) == "The pilot"


def test_the_age_behind_a_name_is_not_what_its_bearer_said() -> None:
    text = "She heard screams, said her brother, Ivo Holm, 17."
    assert [quote.text for quote in find_quotes(text, spans="all")] == ["She heard screams"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Olaf Roth, the mayor, called Ida Lund's proposal “one-sided and late.”", "Olaf Roth"),
        ("Ida Lund's proposal “strikes a fair balance,” Olaf Roth said in a statement.", "Olaf Roth"),
        ("Olaf Roth voted against Ida Lund's offer because “it came too late.”", "Olaf Roth"),
        ("Olaf Roth rejected Ida Lund's call for “calm and order”.", "Ida Lund"),
        ("Olaf Roth recalled Ida Lund's remark at a dinner about the “lazy half” of the town.", "Ida Lund"),
    ],
)
def test_a_demand_holds_words_only_behind_for_of_or_about(text: str, who: str) -> None:
    assert last(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "The dispute was related to “fears that some firms broke rules,” the statement said.",
            "the statement",
        ),
        ("The fire was reported at noon and raised “serious doubts,” the railway said.", "the railway"),
        ("The two agreed “to hold a second round,” the ministry said.", "two"),
        ("The council said the bridge “was never safe,” the agency reported.", "The council"),
        ("As Senator Ida Lund, of Norland, put it, “the bridge was never safe.”", "Ida Lund"),
    ],
)
def test_what_happens_and_it_say_nothing_that_others_report(text: str, who: str) -> None:
    assert last(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ambassador Ivo Holm left. A Western diplomat said it was late. “Too late,” the diplomat said.",
         "a Western diplomat"),
        ("Mayor Ida Lund spoke. A former mayor, Per Holm, left. “Too late,” the mayor said.", "Ida Lund"),
        ("Ambassador Ivo Holm met a diplomat. Holm left. “Too late,” the ambassador said.", "Ivo Holm"),
    ],
)  # fmt: skip
def test_who_is_told_of_without_a_name_since_is_not_who_was_named_before(text: str, who: str) -> None:
    assert last(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Paula Venn denies the article's claims as “hogwash”.", "Paula Venn"),
        ("Paula Venn dismissed the union's demands as “hogwash”.", "Paula Venn"),
        ("The judges' reports annoyed Paula Venn, who called them “thin”.", "Paula Venn"),
        ("Paula Venn left. She claims it was “thin”.", "Paula Venn"),
        ("The Norwick Fund claims it was “thin”.", "Norwick Fund"),
        ("The ministry's spokeswoman says it was “thin”.", "the ministry's spokeswoman"),
    ],
)
def test_somebodys_claims_are_a_noun(text: str, who: str) -> None:
    assert last(text).casefold() == who.casefold()


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Captain Reza Amini commands the Alborz. The Alborz left on Friday. He said it was “well”.",
            "Reza Amini",
        ),
        ("Senator Iris Pohl met the Taliban. The Taliban agreed. She said it was “lost”.", "Iris Pohl"),
        (
            "Minister Stefan Kral met Ludmila Haas. Radio Brno was there. He said it was “shut”.",
            "Stefan Kral",
        ),
        ("Per Holm spoke in May. Europe told him to wait. He said it was “asleep”.", "Per Holm"),
        ("The Pope left. He said it was “late”.", "Pope"),
        ("Asia Argento left. She called it “grand”.", "Asia Argento"),
        ("Mr Star met Per Holm. Ida Lund stood by. She said it was “lost”.", "Ida Lund"),
        ("Captain Reza Amini met the Dane, Ida Lund. She said it was “lost”.", "Ida Lund"),
        ("Captain Reza Amini met Alborz. Alborz left. “It was late,” he said.", "Alborz"),
    ],
)
def test_he_and_she_are_no_ship_station_or_continent(text: str, who: str) -> None:
    assert last(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Minister Ida Lund left. Mina Roth gave Rosa Holm the plan, which she called “bold”.", "Mina Roth"),
        ("Minister Ida Lund wrote. In her letter she praised the plan, which she called “bold”.", "Ida Lund"),
        ("Minister Ida Lund wrote a letter, which Mina Roth read. She called it “bold”.", "Ida Lund"),
        ("Mina Roth left. The paper got the plan, which she called “bold”.", "Mina Roth"),
    ],
)
def test_a_pronoun_behind_which_is_who_its_sentence_is_about(text: str, who: str) -> None:
    assert last(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The prosecutor told the court that Marek Dusek had lied. He called it “late”.", "The prosecutor"),
        ("The police chief said Marek Dusek was armed. She called it “late”.", "The police chief"),
        ("The judge told Marek Dusek that he was free. He called it “late”.", "Marek Dusek"),
        ("The lawyer asked Marek Dusek about the money. He called it “late”.", "Marek Dusek"),
        ("The coach said Marek Dusek was fit. Dusek trained on Monday. He called it “late”.", "Marek Dusek"),
        ("Maria Kolb left. The prosecutor said Kolb had lied. She called it “late”.", "Maria Kolb"),
        ("The mayor, Ida Lund, said Per Holm had lied. She called it “late”.", "Ida Lund"),
    ],
)
def test_who_spoke_without_a_name_speaks_on(text: str, who: str) -> None:
    assert last(text) == who


@pytest.mark.parametrize(
    "text",
    [
        "Norland's minister, Ida Lund, said the boat was far off and dismissed the account as “a tale for the "
        "evening”, the Norland Courier reported.",
    ],
)
def test_neither_who_is_told_nor_the_paper_that_tells_of_it_says_it(text: str) -> None:
    assert [one.entity for one in find_quotes(text)] == ["Ida Lund"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The envoy met the Secretary-General of the United Nations, who said that the pier would reopen.",
         "Secretary-General"),
        ("He passed on a letter from the foreign minister of Norway, who said that the pier would reopen.",
         "the foreign minister of Norway"),
        ("She read a note by the king of Norway, who said that the pier would reopen.", "the king of Norway"),
    ],
)  # fmt: skip
def test_who_behind_an_office_is_whoever_holds_it_and_no_state_or_body(text: str, speaker: str) -> None:
    found = [one.entity for one in find_quotes(text, spans="all")]
    assert found == [speaker]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "The Kremlin rejected the charge before Ida Lund made it on Monday, saying that it was old.",
            "Kremlin",
        ),
        ("The talks broke off when Ida Lund came in on Monday, saying that it was late.", "Ida Lund"),
    ],
)
def test_a_participle_behind_a_comma_is_of_whoever_acts_in_the_main_clause(text: str, who: str) -> None:
    (said,) = (each for each in find_quotes(text, spans="all") if each.cue_text == "saying")
    assert said.entity == who

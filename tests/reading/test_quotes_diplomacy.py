"""Who said what where states speak: bodies that end in one word, offices of several states, titles of many words."""

from __future__ import annotations

import pytest

from tests.support.sayings import last
from tui.core.model import SURE_ENOUGH
from tui.reading.formats.html import read_html
from tui.reading.page.page import read_page
from tui.reading.quotes import Spans, find_quotes
from tui.reading.quotes.names.speakers import is_local, known_names, match_speaker


def speakers(text: str) -> list[str]:
    return [found.entity for found in find_quotes(text)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "The Norwegian Defense Ministry called it “a drill.” The Norwegian Foreign Ministry called it “an error.” "
            "The Danish Foreign Ministry said it was “watching.”",
            ["Norwegian Defense Ministry", "Norwegian Foreign Ministry", "Danish Foreign Ministry"],
        ),
        (
            "The Justice Department said it was “content.” The State Department said it was “not.”",
            ["Justice Department", "State Department"],
        ),
        (
            "The Estonian Foreign Ministry summoned the envoy on Monday. “This must end,” the ministry said.",
            ["Estonian Foreign Ministry"],
        ),
        (
            "The Estonian Foreign Ministry and the Latvian Defence Ministry met. “This must end,” the ministry said.",
            ["the ministry"],
        ),
        (
            "Foreign Ministry answers\n\n“We have no comment,” the Foreign Ministry said. The Greek Foreign Ministry "
            "had been asked on Friday.",
            ["Greek Foreign Ministry"],
        ),
    ],
)
def test_a_body_is_told_by_its_whole_name(text: str, who: list[str]) -> None:
    assert speakers(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Secretary of State Owen Hale said “it is late.”", "Owen Hale"),
        ("“It is late,” said U.S. Secretary of Defense Rita Coll on Friday.", "Rita Coll"),
        ("Minister for Foreign Affairs and Trade Pal Orban said “we wait.”", "Pal Orban"),
        ("Permanent Representative to the United Nations Ivo Stern said “no.”", "Ivo Stern"),
        ("Secretary-General of NATO Tove Lind said “yes.”", "Tove Lind"),
        ("“Enough,” said Chief of Staff Nils Berg.", "Nils Berg"),
        ("Special Envoy for Sudan Alma Reyes said “soon.”", "Alma Reyes"),
        ("President of Norland Erik Holm said “soon.”", "Erik Holm"),
        ("President of the European Council Josep Maes said “fine.”", "Josep Maes"),
        ("“It is over,” a senior Polish official told reporters.", "a senior Polish official"),
        ("National Security Adviser Hugh Penn said “all is well.”", "Hugh Penn"),
    ],
)
def test_a_name_begins_after_the_whole_title(text: str, who: str) -> None:
    assert speakers(text) == [who]


def test_an_office_goes_to_nobody_who_holds_another() -> None:
    text = "President Armand Vidal and President Pavel Sorin spoke on Tuesday. “We must talk,” the French president said."
    (found,) = find_quotes(text)
    assert found.entity == "the French president"
    assert found.confidence < 0.75
    text = text.replace("President Armand", "French President Armand").replace(
        "President Pavel", "Russian President Pavel"
    )
    (found,) = find_quotes(text)
    assert (found.entity, found.confidence >= SURE_ENOUGH) == ("Armand Vidal", True)
    text = "Foreign Minister Ada Lund met Defence Minister Karl Roth. “We agree,” the foreign minister said."
    assert speakers(text) == ["Ada Lund"]
    text = "Foreign Minister Ada Lund met her Chinese counterpart Li Wen. “We agree,” the Chinese foreign minister said."
    assert speakers(text) == ["Li Wen"]
    text = "President Ada Lund flew to Rome. “We agree,” the former president said."
    assert speakers(text) == ["the former president"]


def test_a_spokesman_speaks_for_his_own_body() -> None:
    text = (
        "“The gate is shut,” said a spokesman for the embassy. “It stays shut,” said the spokesman.\n\n"
        "“The road is open,” said a spokesman for Fjord Rail."
    )
    embassy, rail = "a spokesman for the embassy", "a spokesman for Fjord Rail"
    assert speakers(text) == [embassy, embassy, rail]


def test_across_articles_bodies_are_themselves_and_bare_words_are_nobodys() -> None:
    known = [
        *known_names("minister", ["Ada Lund", "Danish Foreign Minister Ada Lund"]),
        *known_names("ministry", ["Danish Foreign Ministry"]),
    ]
    assert match_speaker("Denmark's Foreign Ministry", known) == "ministry"
    assert match_speaker("Ministry of Foreign Affairs of Denmark", known) == "ministry"
    assert match_speaker("the Danish foreign minister", known) == "minister"
    assert match_speaker("Foreign Ministry", known) == ""
    assert match_speaker("Danish Defence Ministry", known) == ""
    unnamed = "a spokesman for the ministry", "officials", "Officials", "Senior diplomats close to the talks"
    for name in (*unnamed, "the minister", "the Foreign Ministry"):
        assert is_local(name), name
    for name in (
        "Danish officials",
        "Kremlin officials",
        "Republicans",
        "Reuters",
        "Marks",
        "the Danish minister",
        "Lund",
        "State Department",
        "Danish Foreign Ministry",
        "习近平",
    ):
        assert not is_local(name), name


@pytest.mark.parametrize(
    ("text", "words", "polarity"),
    [
        (
            "Ada Lund denied that the envoy had met anybody in Riga.",
            "that the envoy had met anybody in Riga",
            "denied",
        ),
        ("Ada Lund neither confirmed nor denied that troops would leave.", "that troops would leave", "open"),
        (
            "The Danish embassy rejected claims that it had paid them.",
            "claims that it had paid them",
            "rejected",
        ),
        ("Ada Lund did not rule out a second round.", "a second round", "open"),
        ("The Kremlin ruled out any talks before the summer.", "any talks before the summer", "ruled out"),
        ("Karl Roth refused to say whether he would resign.", "to say whether he would resign", "refused"),
        ("Ada Lund urged Oslo to “open the pass at once.”", "open the pass at once.", "urged"),
        ("“Will you open it?” Ada Lund asked.", "Will you open it?", "asked"),
        ("Ada Lund dismissed the plan as “dead.”", "dead.", ""),
        ("Ada Lund denied it on Monday. “There was no meeting,” she said.", "There was no meeting,", ""),
        ("Ida Lund declined to comment, but noted that the town “was not asked”.", "was not asked", ""),
        ("Ida Lund denied the report and called it “a fairy tale”.", "a fairy tale", ""),
        ("Ida Lund denied that the vote “was late”.", "was late", "denied"),
    ],
)
def test_what_is_turned_down_does_not_stand_as_said(text: str, words: str, polarity: str) -> None:
    found = {one.text: one.polarity for one in find_quotes(text, spans="all")}
    assert found[words] == polarity


def test_what_a_body_gives_out_whole_is_its_own() -> None:
    text = (
        "OSLO, May 3 (Agency) - President Ada Lund and her Chinese counterpart Li Wen spoke for an hour, "
        "the Norwegian presidency said in a statement. Lund “stressed the need for talks,” according to the readout.\n\n"
        "The embassy called it “useful.” Li told Lund that the pass was “a matter for two,” it said."
    )
    found = {one.text: one for one in find_quotes(text, spans="all")}
    whole = found["President Ada Lund and her Chinese counterpart Li Wen spoke for an hour"]
    assert (whole.entity, whole.kind) == ("Norwegian presidency", "indirect")
    stressed = found["stressed the need for talks,"]
    assert (stressed.entity, stressed.chain) == ("Ada Lund", ("readout",))
    two = found["a matter for two,"]
    assert (two.entity, two.chain) == ("Li Wen", ("The embassy",))


TRANSCRIPT = """News conference after the talks

May 3, 2025
The Palace, Oslo

President of Norway Ada Lund: Good evening, all of you.

We have finished our talks. They were long, and I would call them frank.

Premier Karl Roth (retranslated): Thank you. “Frank” is the word.

Question: Ines Vidal, the Harbour Agency. Ms Lund, will you meet again?

Ada Lund: I do not rule it out.
"""


def test_each_turn_of_a_transcript_is_its_speakers() -> None:
    found = find_quotes(TRANSCRIPT, spans="all")
    assert [(one.entity, one.text.split()[0], one.kind) for one in found] == [
        ("Ada Lund", "Good", "direct"),
        ("Ada Lund", "We", "direct"),
        ("Karl Roth", "Thank", "direct"),
        ("Ines Vidal", "Ines", "direct"),
        ("Ada Lund", "I", "direct"),
    ]
    assert found[0].group == found[1].group != found[2].group


def test_questions_and_answers_of_an_interview() -> None:
    text = (
        "Interview with Foreign Minister Ada Lund\n\nQ: Is the pass open?\n\nA: It is shut. It stays shut.\n\n"
        "Q: Until when?\n\nA: Until they pay."
    )
    found = find_quotes(text, spans="all")
    assert [one.entity for one in found] == ["the interviewer", "Ada Lund", "the interviewer", "Ada Lund"]
    assert [one.polarity for one in found] == ["asked", "", "asked", ""]


def test_spellings_of_one_name_are_one_person() -> None:
    text = (
        "President Sergei Avdonin called. “It is late,” Serguei Avdonin said. "
        "“It is over,” said Avdonin's aide, Ida Lund."
    )
    assert speakers(text) == ["Sergei Avdonin", "Ida Lund"]
    assert speakers("Dragan Čubelić came. “We have one stove,” Cubelic said.") == ["Dragan Čubelić"]


def test_several_who_speak_together_are_several() -> None:
    assert speakers("“We are ready,” Lund, Roth and Vidal said in a joint statement.") == [
        "Lund; Roth; Vidal"
    ]
    assert speakers("In Riga, Lund said: “We are ready.”") == ["Lund"]


def test_words_that_are_led_in_are_whom_they_come_from() -> None:
    text = (
        "“Ida is an expert.” –Commissioner Otto Roth\n\n"
        "And from Chairwoman Vera Lund:\n\n“Ida kept us all connected.”"
    )
    assert speakers(text)[-1] == "Vera Lund"


PAGE = """<html><body><article><h1>Ferry to sail again</h1><p>The harbour council of Norwick met on Tuesday to discuss the
ferry line, which has been shut since the storm in spring and which carried two thousand people a day.</p>%s<p>The budget
is to be voted next month, and two parties have said that they will abstain from it for want of figures.</p>
</article></body></html>"""


@pytest.mark.parametrize(
    "quote",
    [
        "<p><q>We will reopen before the autumn</q>, said Ida Brandt, who chairs the council.</p>",
        "<blockquote><p>We will reopen before the autumn.</p><cite>Ida Brandt</cite></blockquote>",
        '<blockquote class="post"><p>We will reopen before the autumn.</p>&mdash; Ida Brandt (@brandt) '
        '<a href="https://example.org/1">March 4</a></blockquote>',
    ],
)
def test_elements_that_quote_are_quotes(quote: str) -> None:
    found = find_quotes(read_html(PAGE % quote).text)
    assert [(one.entity, one.text.strip(".")) for one in found] == [
        ("Ida Brandt", "We will reopen before the autumn")
    ]


def test_a_short_question_of_an_interview_is_no_furniture() -> None:
    page = """Home
World
Sport

Interview: the minister on the pass

Ada Lund has been foreign minister for six years. She spoke to us about the pass and the ships that wait there.

Q: Minister, is the pass dead?

A: No. It has been shut, and that is a different thing. We will come back to it in the spring.

Q: Which spring?

A: The next one, and we have told them so many times that nobody asks.

Share
Terms of use
"""
    assert "Q: Which spring?" in read_page(page).text


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Former president Dmitry Holm, now deputy chairman of the council, left on Monday.\n\n"
            "On X, Lund’s chief of staff hit back: “Trolls do not make policy.”",
            "Lund’s chief of staff",
        ),
        (
            "President Marc Lund spoke on Friday. The talks were long. “No,” said the chief of staff.",
            "the chief of staff",
        ),
        (
            "“Friends, the road is open,” read a message posted on the Telegram channel of the governor of Norland, "
            "Piet Haas.",
            "Piet Haas",
        ),
        ("“The bridge is shut,” read a message on Ida Berg’s official channel on Monday.", "Ida Berg"),
        ("“It is cold,” said a post on the X account of Rosa Lind.", "Rosa Lind"),
    ],
)
def test_who_works_for_somebody_is_not_them_and_a_channel_speaks_for_its_owner(text: str, who: str) -> None:
    assert speakers(text) == [who]


def test_what_a_readout_says_that_somebody_did_is_theirs_and_came_through_it() -> None:
    (found,) = find_quotes(
        "Lund “stressed the lasting support of Norland for the treaty” before he left, according to the readout.",
        spans="content",
    )
    assert (found.entity, found.chain) == ("Lund", ("readout",))


@pytest.mark.parametrize("spans", ["all", "content"])
def test_what_a_list_says_that_its_subject_did_is_theirs(spans: Spans) -> None:
    text = (
        "In the communiqué, the Nordic ministers:\n\n- condemned “in plain words” the raid on the harbour;\n"
        "- called on Sudland to “come back to the table”;\n- reaffirmed that Norland “may choose its friends”."
    )
    found = find_quotes(text, spans=spans)
    assert len(found) >= 2 and {each.entity for each in found} == {"the Nordic ministers"}


@pytest.mark.parametrize(
    ("text", "who", "chain", "polarity"),
    [
        # A capital is not the paper that is called after it, and a people not its president.
        ("The Moscow Times met nobody. Moscow denied that it had a plan.", "Moscow", (), "denied"),
        (
            "The French president, Emma Lund, called. The French asked for “more time”, and went.",
            "the French",
            (),
            "asked",
        ),
        # Whom the words came through is who passed them on, not where they are, nor whom they were said to.
        (
            "Lund had told Brandt that “talks” were over. Brandt answered nothing, and Brandt left.",
            "Lund",
            (),
            "",
        ),
        # What was not to be done is not what was asked for.
        ("The president, Ivo Roth, asked everyone not to spread “panic”.", "Ivo Roth", (), "urged against"),
        ("Mr Roth warned the council against “cheap tricks”.", "Roth", (), "urged against"),
    ],
)
def test_whom_words_are_given_to_what_they_came_through_and_what_was_made_of_them(
    text: str, who: str, chain: tuple[str, ...], polarity: str
) -> None:
    found = find_quotes(text, spans="all")[0]
    assert (found.entity, found.chain) == (who, chain)
    assert found.polarity == polarity


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("Nazmul Huda Chowdhury", "Mr Choudhury"),
        ("Zarghuna Ebtehaji", "Ebtihaji"),
        ("Abbas Mohajerani-Fard", "Mohadjerani-Fard"),
        ("Abdulqadir al-Maqtari", "Mr Maktari"),
        ("Shafiqul Islam Mridha", "Shofiqul Mridha"),
        ("Mahbubur Rahman Talukder", "Mahbub Talukdar"),
        ("Koo Hyun-seok", "Hyunseok Koo"),
    ],
)
def test_a_name_in_another_spelling_or_the_other_way_round_is_the_same_one(first: str, then: str) -> None:
    assert last(f"{first} spoke in Oslo. {then} said that it was late.") == first


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("Alexander Lundkvist", "Alexandra Lundkvist"),
        ("Daria Ivanovskaya", "Dora Ivanovskaya"),
        ("Ali Hasan", "Ali Hussein"),
    ],
)
def test_a_name_that_is_only_like_another_is_not_that(first: str, then: str) -> None:
    assert last(f"{first} spoke in Oslo. {then} said that it was late.") == then


def test_two_whom_and_joins_are_two_however_alike_their_names_are() -> None:
    text = "Mikhail Shchedrov and Mikhailo Shchedrov are cousins. Mikhailo said that he had no stamps."
    assert last(text) == "Mikhailo Shchedrov"

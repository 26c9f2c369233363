"""What is reported without marks and is no statement of anybody: deeds, names, places; and where a statement ends."""

from __future__ import annotations

import pytest

from tests.support.sayings import reported, said
from tui.core.model import SURE_ENOUGH
from tui.reading.quotes import find_quotes


@pytest.mark.parametrize(
    "text",
    [
        "Ida Lund posted a picture of her garden.",
        "Ida Lund called the palace twice before the vote.",
        "Ida Lund called him on Monday and again on Friday.",
        "Ida Lund called the minister again after that.",
        "Ida Lund apologised to the two guards.",
        "The plan promises to be dear.",
        "The mayor means that the weir is late.",
        "Ida Lund denied this later in the day.",
        "It is estimated that the army has moved 600 men.",
        "Danish estimates that the army has moved were late.",
        "Ida Lund left after estimates that the army has moved.",
        "Ida Lund rejected that in parliament.",
        "Ida Lund said that in a letter to the board.",
        "Ida Lund spoke first. Moments later, Ola Renn tweeted about the dam in the town.",
        "The fans of the Riga club celebrate on the field after winning the cup.",
        "Ida Lund announced the election date on Monday.",
        "Ida Lund called Ola Renn to concede the race.",
        "Ida Lund did not respond to questions about the dam.",
        "Ida Lund has not said whether she will stay.",
        "Ida Lund stopped short of saying that the dam had failed.",
        "The minister was criticised for not doing more about the dam.",
        "There was evidence to suggest that the dam had been weak.",
        "An earlier version of this article said that the dam was in Riga.",
        "The price varies according to who asks for it.",
        "The tariffs were a new step in a long trade dispute that has split the towns.",
        "Ida Lund said little about her time in Riga.",
        "Few of the fans who left that night believed the team would win again.",
        "The renders also suggest that the camera will keep its place.",
        "The beetles were caught most often by the river, indicating that they had come with the flood.",
        "Ida Lund offered a plan much like the one of 2019.",
        "Ida Lund discussed the idea in a talk that was shown on Monday.",
        "Some of the guests were estimated to be from Riga.",
        "Ola Renn was in Riga when, say, the mayor bought the garden.",
        "The work was due to his refusal to say that he would go.",
        "Two officials, who asked not to be named because of the trial, were in the room.",
        "Ida Lund declined to meet the mayor in private.",
        "Many women found that comment odd.",
        "Nor does the other side say what the mayor replied.",
        "Ida Lund stood by the dam, which the town had said many times before.",
        "The two mayors had not been able to agree on using the dam.",
        "Ida Lund told the town's parliament shortly before the vote.",
        "Both repeated their demand in a talk on Monday.",
        "The official insisted on anonymity to speak of the matter.",
        "The Norwick Star has been closed amid reports that the town might burn.",
        "A court would find that the mayor was wrong.",
        "The relatives screamed and cried outside the court.",
        "Ida Lund left without telling the mayor what she was up to.",
        "Ola Renn is expected to announce on Monday that he will run.",
        "The dam cracked, and it is important to emphasise that it was old.",
        "And to emphasise that she was not shying away from it, Ida Lund concluded her post: “Share.”",
        "Ida Lund has not yet announced a bid for the seat.",
        "Ida Lund had not yet said that she would run.",
        "The wins in Norland, Velmora and Wisconsin -- states that Ida Lund had won -- were small.",
        "Influential guests such as the mayor have all made mention of the hit song.",
        "Ministers meeting in Riga yesterday added four men to the list of people being sanctioned.",
        "On one occasion, Ida Lund tweeted a link to a cache of leaked mails.",
        "The mayor resumed the campaign by reporting on a step taken in the winter.",
        "General Stern's spokesman, Ivo Lund, said Mr. Stern and the envoy, Ola Renn, had warned of it.",
        "Ida Lund told fans there was no way to read it Click to share on WhatsApp (Opens in new window).",
        "It is worth noting that Ida Lund is ahead.",
        "Ola Renn was found dressed in a black coat with his shoes in hand.",
        "Neither the clerk nor Ida Lund invited Ola Renn to make any findings.",
        "According to legend, Ivo Lund was so cross that he shut the port.",
        "While Ola Renn took some of the blame, said guests who heard her speech, she was calm.",
        "History will say the dam was Lund's.",
        "Nearly 54 percent of voters said no, while the others stayed at home.",
        "Some 78% of those questioned said she should leave her post.",
        "The percentage of those polled who said they felt well rose.",
        "Ola Renn was old. He decided long ago that it was wise to leave.",
        "One woman scolded the guards for hours.",
        "Two friends remembered the former senator from Riga and two-time nominee.",
        "Hundreds of guests mourned the loss of lives at a vigil that was held after the flood.",
        "The envoy mentions neither Lund nor Ola Renn, with whom he worked in the past.",
        "Ola Renn suggested few ideas for how to win the town back.",
        "Citing two officials involved in the matter, Ida Lund left.",
        "The threats followed other reports that the town may have a bomb.",
    ],
)
def test_what_nobody_says_is_no_quote(text: str) -> None:
    assert not reported(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The dam was full, said Ida Lund, a judge in Riga.", ["The dam was full"]),
        ("Ida Lund denied that in Riga the dam was old.", ["that in Riga the dam was old"]),
        ("Ida Lund denied that dams fail.", ["that dams fail"]),
        (
            "One guest tweeted that her parents in Riga, New Norland, thought it was a storm.",
            ["that her parents in Riga, New Norland, thought it was a storm"],
        ),
        (
            "Ida Lund also warned that the Third Brigade, the group charged with the house, appeared to be weak.",
            ["that the Third Brigade, the group charged with the house, appeared to be weak"],
        ),
        (
            "Ida Lund urged the town and its rival Norwick, which holds the dam, to talk.",
            ["the town and its rival Norwick, which holds the dam, to talk"],
        ),
        (
            "Ola Renn asked Lund if he and the president, Ivo Stern, swam together.",
            ["if he and the president, Ivo Stern, swam together"],
        ),
        (
            "Ida Lund said the point is not proving the theft but showing enough to go on.",
            ["the point is not proving the theft but showing enough to go on"],
        ),
        (
            "Ola Renn denied ever hiding a bill and last week spoke of his wish to be heard.",
            ["hiding a bill"],
        ),
        (
            "Ten dams were found before today, which was just under a tenth, Ida Lund said.",
            ["Ten dams were found before today, which was just under a tenth"],
        ),
        (
            "Reflecting the role of floods, more than 60 houses were lost, according to Ida Lund.",
            ["more than 60 houses were lost"],
        ),
        ("Ida Lund warned that doubt remains high.", ["that doubt remains high"]),
        ("Friends remembered her as a kind judge.", ["her as a kind judge"]),
        ("Ola Renn called the ruling a mistake.", ["the ruling a mistake"]),
        ("Through the window she called out that it was late.", ["that it was late"]),
        ("Mayor Ida Lund said Sunday's flood was the worst so far.", ["Sunday's flood was the worst so far"]),
        (
            "Ida Lund called for access to the dam, a request that Ola Renn's friends say was ignored.",
            ["access to the dam"],
        ),
        ("Ida Lund estimates that the army has moved 600 men.", ["the army has moved 600 men"]),
        ("Ida Lund reckoned that the army had moved 600 men.", ["the army had moved 600 men"]),
        ("Ida Lund noted that the dam was old and thanked Ola Renn for his work.", ["that the dam was old"]),
        (
            "Ida Lund noted that Ola Renn had built the dam and thanked him.",
            ["that Ola Renn had built the dam and thanked him"],
        ),
        (
            "Ida Lund said the dam was sound and called for a new pier.",
            ["the dam was sound", "a new pier"],
        ),
        (
            "Ida Lund said that a clerk saw the dam and told the mayor of it.",
            ["that a clerk saw the dam and told the mayor of it"],
        ),
        (
            "Ida Lund said her son was asleep when the gunman came and asked for water.",
            ["her son was asleep when the gunman came and asked for water"],
        ),
        (
            "Ida Lund said the guests were reminded of the flood and asked to leave.",
            ["the guests were reminded of the flood and asked to leave"],
        ),
        ("The dam was full, said Ida Lund, Norwegian judge and writer.", ["The dam was full"]),
        ("The dam was full, Ida Lund said this year after the flood in Riga.", ["The dam was full"]),
        ("Ida Lund said the dam would hold, without giving any reasons.", ["the dam would hold"]),
        ("Ida Lund accused the men of great theft and the players were asked to go.", ["great theft"]),
        ("Ida Lund accused the mayor of hiding the note and forced him out.", ["hiding the note"]),
        (
            "Ida Lund said that while the town had called on the mayor, Ola Renn, to go, it had kept his money.",
            ["that while the town had called on the mayor, Ola Renn, to go, it had kept his money"],
        ),
        (
            "Ida Lund said that neither the ministry nor the Office of Dams, an agency that looks at leaks, was asked.",
            ["that neither the ministry nor the Office of Dams, an agency that looks at leaks, was asked"],
        ),
        ("Ida Lund said the note and the file had been burnt.", ["the note and the file had been burnt"]),
        (
            "Ida Lund said the notes belied the claim that the dam was sound.",
            ["the notes belied the claim that the dam was sound"],
        ),
        (
            "Ida Lund said the work was done between March 3, 1974, and May 4, 1974, by the town.",
            ["the work was done between March 3, 1974, and May 4, 1974, by the town"],
        ),
        (
            "Ida Lund said the dam, or what was left of it, had been blown up on Monday.",
            ["the dam, or what was left of it, had been blown up on Monday"],
        ),
        ("After insisting that the dam was sound, the ministry closed it.", ["that the dam was sound"]),
        ("Ida Lund told The Norwick Star on Saturday that the dam was sound.", ["that the dam was sound"]),
        ("Ida Lund said in a statement it was aware of the leak.", ["it was aware of the leak"]),
        (
            "Several of the hurt were taken to Riga by bus, Ola Renn, the deputy director of the service, "
            "said in a statement.",
            ["Several of the hurt were taken to Riga by bus"],
        ),
        ("Hours later, President Lund, who had warned of a flood, met the mayor.", ["a flood"]),
        (
            "In a letter on Monday, Ida Lund claimed, falsely, that the dam was sound.",
            ["that the dam was sound"],
        ),
    ],
)
def test_a_statement_begins_and_ends_with_its_clause(text: str, said: list[str]) -> None:
    assert reported(text) == said


@pytest.mark.parametrize("who", ["Privacy advocates", "A rights advocate", "advocates"])
def test_who_advocates_something_for_a_living_is_a_speaker(who: str) -> None:
    found = find_quotes(f"In Riga, {who} said that the law was weak.", spans="all")
    assert [(one.entity, one.text) for one in found] == [(who, "that the law was weak")]


def test_who_will_not_confirm_or_deny_something_leaves_it_open() -> None:
    (found,) = find_quotes("Ida Lund would not confirm or deny that the weir had burst.", spans="all")
    assert (found.text, found.polarity) == ("that the weir had burst", "open")


def test_what_is_not_denied_stays() -> None:
    assert reported("Ida Lund did not deny that the dam had failed.") == ["that the dam had failed"]


@pytest.mark.parametrize(
    "text",
    [
        "“We have to decide what town we want to be,” Ida Lund said on Sunday as she mourned the dead.",
        "“It goes back 20 years,” spokesman Ola Renn told the Courier in an emailed note.",
        "Renn reflected on that defeat in a September piece in The Courier, calling it “a setback” that hurt.",
    ],
)
def test_when_and_to_whom_a_quote_was_said_is_no_second_one(text: str) -> None:
    assert not reported(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Two stations were closed, according to Ola Renn, the Harbour Police Deputy Commissioner.",
            ["Two stations were closed"],
        ),
        (
            "The seven schools in the town were closed, said Ida Lund, of the Norwick School District.",
            ["The seven schools in the town were closed"],
        ),
        (
            "They argued that he could not be fair because his father, a police officer, was shot and killed by a "
            "man while on duty when Ola Renn was a boy.",
            ["that he could not be fair because his father, a police officer, was shot and killed by a man"],
        ),
    ],
)
def test_what_is_said_ends_with_its_clause_and_not_in_the_name(text: str, said: list[str]) -> None:
    assert reported(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "The lawyers left before noon. Experts believe the dam will hold until the spring.",
        "Few had heard of the judge’s lament that all of the money was gone.",
        "The army moved three brigades south in a week, indicating that it would not wait for the spring.",
        "Ida Lund has no regrets about anything she has said or written since the vote in the spring.",
        "The line of the ministry has not been challenged by any of the papers of the capital so far.",
        "The airline said in statements that apologised to its guests for the delay of last Monday.",
        "The younger Lund is said in the files to have held an account in Riga. Predict the winner of the vote.",
        "The police left before noon. They believe it was all done by one of the guards.",
        "Now accounts begin to differ. Lund doesn't think the bridge was open for more than a week.",
        "The visit saw the mayor wading deeper into it even after a weekend tweet landed him in hot water.",
        "Even so, Lund roundly criticized the mayor’s plan.",
        "The mayor is 65 years old, and according to the paper, the doctors found him well.",
        "NASA has revealed a stunning satellite view of the broken dam.",
    ],
)
def test_what_is_thought_shown_or_only_goes_on_is_no_statement(text: str) -> None:
    assert [each.text for each in find_quotes(text, spans="all") if each.kind == "indirect"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Two men stood in the dock. Karl Roth, 24, denied the murder of Olaf Brandt, one count of theft and an attack.",
        "The clock above the stands is old. A clock above the left-field stands said it was two in the morning.",
    ],
)
def test_what_happens_or_lies_there_is_no_speaker(text: str) -> None:
    speakers = {each.entity.lower() for each in find_quotes(text, spans="all")}
    assert not any("murder" in each or "stands" in each for each in speakers)


def test_a_clause_behind_an_aside_or_a_comma_is_heard_to_its_end() -> None:
    text = "Ida Lund said the stance of the group, which was first told in the paper, should be seen as a change."
    assert [each.text for each in find_quotes(text, spans="all")] == [
        "the stance of the group, which was first told in the paper, should be seen as a change"
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ida Lund said this week that the dam would hold.", "that the dam would hold"),
        ("The ministry said on its Twitter account it had sent ten boats.", "it had sent ten boats"),
        (
            "The campaign announced it had hired the Washington, D.C., law firm Roth and Lund in the case.",
            "it had hired the Washington, D.C., law firm Roth and Lund in the case",
        ),
    ],
)
def test_a_statement_begins_and_ends_where_its_clause_does(text: str, said: str) -> None:
    assert reported(text) == [said]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ida Lund told reporters that was not true.", "that was not true"),
        ("Ida Lund warned lawmakers that would cost jobs.", "that would cost jobs"),
        (
            "Ida Lund said in a statement that was read out in court that he was sorry.",
            "that he was sorry",
        ),
        ("Ida Lund told a hearing that was held in Oslo that the dam was weak.", "that the dam was weak"),
        ("What Ida Lund said about one of the men was true.", None),
        ("Ida Lund has said about a dozen things on the radio.", None),
        ("Ida Lund told a crowd that was waiting outside.", None),
        ("Ida Lund said in a note that was signed by two others.", None),
    ],
)
def test_a_number_or_a_that_opens_a_statement_and_a_topic_or_a_noun_does_not(
    text: str, said: str | None
) -> None:
    assert reported(text) == [said] * (said is not None)
    assert reported(f"{text} The port is old.") == [said] * (said is not None)


@pytest.mark.parametrize(
    "behind",
    [
        "and she showed a letter to the reporters",
        "and she began to weep",
        "and it went quiet in the room",
        "and they left the hall",
    ],
)
def test_what_the_writer_saw_behind_a_cue_is_no_part_of_what_was_said(behind: str) -> None:
    assert reported(f"She would run again, Ida Lund said, {behind}.") == ["She would run again"]


@pytest.mark.parametrize("behind", ["and they knew it", "and he had not been there", "and it was late"])
def test_a_state_behind_a_cue_goes_on_with_what_was_said(behind: str) -> None:
    assert reported(f"The dam was weak, Ida Lund said, {behind}.") == ["The dam was weak", behind]


@pytest.mark.parametrize(
    "before", ["Speaking in Oslo", "Asked about the port", "Addressing the council", "Pressed on the port"]
)
def test_where_and_to_whom_one_speaks_is_no_part_of_what_is_said(before: str) -> None:
    assert reported(f"{before}, Ida Lund said, the port would reopen.") == ["the port would reopen"]


def test_the_subject_of_what_is_said_is_kept_before_its_cue() -> None:
    assert reported("Speaking Norse, Ida Lund said, is easy.") == ["Speaking Norse", "is easy"]


@pytest.mark.parametrize(
    ("who", "name"),
    [
        ("A witness to the murder", "a witness to the murder"),
        ("Witnesses to the crash", "Witnesses to the crash"),
        ("A survivor of the crash", "a survivor of the crash"),
        ("The crisis", ""),
        ("The bus", ""),
        ("The price of gold", ""),
    ],
)
def test_people_at_what_happened_speak_and_what_happened_does_not(who: str, name: str) -> None:
    assert [each.entity for each in find_quotes(f"{who} said it was late.", spans="all")] == [name]


@pytest.mark.parametrize("verb", ["reported", "reports"])
def test_how_many_a_body_reports_is_said_by_it(verb: str) -> None:
    assert reported(f"The ministry {verb} nine dead.") == ["nine dead"]
    assert reported(f"The ministry {verb} to the council.") == []


@pytest.mark.parametrize(
    "name", ["Reporters Without Borders", "Mothers Against War", "Physicians Beyond Frontiers"]
)
def test_a_small_word_in_capitals_is_part_of_a_name(name: str) -> None:
    (found,) = find_quotes(f"{name} said it was late.", spans="all")
    assert found.entity == name


@pytest.mark.parametrize(
    "text",
    [
        "Ida Lund couldn't say whether the dam would hold.",
        "Ola Renn tried to ask her whether she would stay.",
        "Ida Lund came close to suggesting that the dam had failed.",
        "Ida Lund would be the first to admit that the dam had failed.",
        "Her younger daughter has asked a lot of questions about the dam that failed.",
        "The dam held.Image caption The pier",
    ],
)
def test_what_was_only_tried_or_asked_about_is_no_statement(text: str) -> None:
    assert reported(text) == []


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        # a full stop without a space behind it, or only that of "a.m.", ends a sentence too
        ("Two boats left the town.Ida Lund said the pier was shut.", "Ida Lund", "the pier was shut"),
        ("Ida Lund said the bell rang at 9 a.m. The crew stood by.", "Ida Lund", "the bell rang at 9 a.m."),
        (
            "Ida Lund said the bell rang at 9 a.m. GMT in Riga.",
            "Ida Lund",
            "the bell rang at 9 a.m. GMT in Riga",
        ),
        # captions run into the text
        (
            "Image copyright Harbour Views Image caption Ida Lund announced that the pier was shut.",
            "Ida Lund",
            "that the pier was shut",
        ),
        # a time is nobody
        (
            "The pier office in Riga met in May, and this month said it was content.",
            "pier office in Riga",
            "it was content",
        ),
        # what the speaker did next, not what was said
        (
            "Ida Lund said the harbour is her greatest worry and joked about selling it.",
            "Ida Lund",
            "the harbour is her greatest worry",
        ),
        (
            "Ola Renn told Channel News that guards would cost millions and acknowledged the doubts of some members.",
            "Ola Renn",
            "that guards would cost millions",
        ),
        (
            "Ida Lund said the report is long and published online.",
            "Ida Lund",
            "the report is long and published online",
        ),
        (
            "Ida Lund said the harbour was shut and accused of theft.",
            "Ida Lund",
            "the harbour was shut and accused of theft",
        ),
    ],
)
def test_a_statement_is_of_who_says_it_up_to_where_that_ends(text: str, name: str, words: str) -> None:
    assert (name, words) in [(one.entity, one.text) for one in find_quotes(text, spans="all")]


def test_public_records_and_who_is_promised_something_are_no_speakers() -> None:
    records = "Ola Renn met the press. The dam failed in May, according to public records."
    assert [one.entity for one in find_quotes(records, spans="all")] == [""]
    promised = "In the days before the vote, Ida Lund, a guard, promised some changes to calm the town, among them a pier."
    assert "some changes" not in {one.entity for one in find_quotes(promised, spans="all")}


def test_a_denial_of_what_others_reported_stays_a_denial() -> None:
    found = find_quotes("Ola Renn denied preliminary reports that the dam had failed.", spans="all")
    assert [(one.entity, one.text, one.polarity) for one in found] == [
        ("Ola Renn", "that the dam had failed", "denied")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "“I will decide soon,” Ola Renn said from Riga, where he was raising money for his house.",
        "“I am no king,” Ola Renn said inside the hall of the school.",
        "See the cover below, and tell us whether you think it is odd.",
        "The Herald, citing the law, refused and the court ruled in its favour.",
    ],
)
def test_where_one_speaks_and_what_readers_are_asked_is_no_statement(text: str) -> None:
    assert reported(text) == []


def test_who_asks_to_be_identified_by_a_name_alone_says_nothing_by_it() -> None:
    one = "One guard, who asked to be identified only by his first name, said the pier was shut."
    assert reported(one) == ["the pier was shut"]


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        (
            "The plane went back to Port Lund, a harbour source said. It had been late, according to the source.",
            "a harbour source",
            "It had been late",
        ),
        (
            "Ola Renn said he had reported the incident to the Norland police, who urged him not to speak.",
            "Norland police",
            "not to speak",
        ),
        ("Recent reports allege that Ola Renn has left.", "Recent reports", "that Ola Renn has left"),
        (
            "Ida Lund proposed that three members from Norland and Sudland share the duties of the board.",
            "Ida Lund",
            "that three members from Norland and Sudland share the duties of the board",
        ),
        ("Ola Renn urged the guards to pay for it and praised the mayor.", "Ola Renn", "to pay for it"),
        (
            "Ola Renn urged the guards to free the jailed and wounded men.",
            "Ola Renn",
            "to free the jailed and wounded men",
        ),
    ],
)
def test_a_statement_is_of_the_nearest_who_is_told_to_say_it(text: str, name: str, words: str) -> None:
    assert (name, words) in [(one.entity, one.text) for one in find_quotes(text, spans="all")]


@pytest.mark.parametrize(
    "text",
    [
        "The Herald apologised to two guards who were kicked off the pier.",
        "“Maybe with a little more time,” suggested Representative Ida Lund, a judge in Riga.",
        "Ola Renn did not cite what Ida Lund said that he considered a lie.",
    ],
)
def test_a_name_a_listener_and_who_speaks_are_nothing_said(text: str) -> None:
    assert reported(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "A law enforcement official familiar with the case says the pier was shut.",
            "a law enforcement official familiar with the case",
        ),
        ("One industry watcher said the pier was shut.", "One industry watcher"),
        (
            "The decision brought anger from Norlanders, who called it an odd abuse of power and vowed to overturn it.",
            "Norlanders",
        ),
    ],
)
def test_the_whole_of_who_speaks_is_heard_also_behind_who(text: str, name: str) -> None:
    assert [one.entity for one in find_quotes(text, spans="all") if one.kind == "indirect"] == [name]


def test_whom_something_is_according_to_may_be_a_he() -> None:
    text = "Ida Lund left early. Ola Renn saw it otherwise: according to him, there had been a fire."
    assert [one.entity for one in find_quotes(text, spans="all")] == ["Ola Renn"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("On May 30, Minister Ida Lund announced that the only case the town had brought into the alleged theft at the port,"
         " headed by special judge Ola Renn, would be closed without anyone being charged.",
         "that the only case the town had brought into the alleged theft at the port, headed by special judge Ola Renn,"
         " would be closed without anyone being charged"),
        ("Lund said once Renn is heard and all papers on the 2012 flood are shared, the committee will set a time for him.",
         "once Renn is heard and all papers on the 2012 flood are shared, the committee will set a time for him"),
        ("Lund said she’s learned that the mother of the pilot, Eva Renn, was found in the port.",
         "she’s learned that the mother of the pilot, Eva Renn, was found in the port"),
        ("In a letter to the town, Ida Lund said it had to either change the look of the bars or raise the price.",
         "it had to either change the look of the bars or raise the price"),
        ("Ida Lund later said that the mayor was nowhere near the dam, was not believed to be involved, and was helping.",
         "that the mayor was nowhere near the dam, was not believed to be involved, and was helping"),
        ("Ida Lund is now insisting that the council give $5 for that dam, while Norlanders want a bridge.",
         "that the council give $5 for that dam"),
        ("Ida Lund promised to leave the council as she drew cheers at a bar near the port.", "to leave the council"),
    ],
)  # fmt: skip
def test_a_statement_has_the_verb_of_its_own_clause_and_what_is_joined_to_it(text: str, words: str) -> None:
    assert reported(text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Ida Lund refused an order from the port for a cake.",
        "Ida Lund offered no hint of what had moved the mayor.",
        "The growth Ida Lund promised has turned into a loss.",
        "A poll of readers for the Riga Daily suggested that two thirds wanted a bridge.",
        "The Riga Ministry of Works believes it can mend the dam in May.",
        "“It is ours,” Ida Lund said inside the hall at the school where she was head of her class.",
        "“It is a loss for all of us,” Mr. Lund said on Sunday as he mourned the nation’s worst flood.",
        "Reading from a letter that the council had signed, Ida Lund added, “It is ours.”",
        "They did not give his name or say if he was hurt in the fire.",
        "He was found in the port, said an official who was not allowed to speak and asked not to be named.",
    ],
)
def test_what_is_declined_offered_or_counted_and_when_a_quote_was_said_is_no_statement(text: str) -> None:
    assert reported(text) in ([], ["He was found in the port"])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ida Lund accused the guards of theft from the hall and forced them off the boat.", ["theft from the hall"]),
        ("Ola Renn said no, and a joke made the rounds that there was a list in the hall.", []),
        ("Ola Renn said yes, she would go to Riga on Monday.", ["yes, she would go to Riga on Monday"]),
        ("Ola Renn offered that she would go to Riga on Monday.", ["that she would go to Riga on Monday"]),
        ("Ola Renn said the port must close as it lost money in May.", ["the port must close as it lost money in May"]),
        ("Ola Renn said the port must close as she left the hall.", ["the port must close"]),
        ("The roads Ida Lund vowed to mend have sunk into the sand.", []),
        ("The only announced guest for the feast is Ida Lund, who came in May.", []),
        ("Lund said under the plans the share of women on the council would rise to a third by May.",
         ["under the plans the share of women on the council would rise to a third by May"]),
        ("The fund declined 2.5 percent to 1,311, extending its retreat.", []),
    ],
)  # fmt: skip
def test_a_thing_done_to_somebody_a_bare_no_and_an_adjective_are_no_statements(
    text: str, words: list[str]
) -> None:
    assert reported(text) == words


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The mayor, Ida Lund, left. State television said the port was shut on Monday.", "State television"),
        ("Ida Lund spoke in Riga. Advocates say the port is a danger to the town.", ""),
        ("Half gave the talk to Ida Lund, and 22 percent said they believed the mayor was the winner.", ""),
        ("Eva Holm, head of the Media Research Center and ForAmerica, said she was tired.", "Eva Holm"),
        ("Eva Holm, a Catholic and chairwoman of the House Budget Committee, said the letters were late.", "Eva Holm"),
        ("The rebels in Oslo freed seven foreign observers and the Kremlin said it was late.", "Kremlin"),
    ],
)  # fmt: skip
def test_words_of_somebody_unnamed_are_nobody_elses_and_what_one_is_is_no_second_speaker(
    text: str, name: str
) -> None:
    assert [one.entity for one in find_quotes(text, spans="all")] == [name]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("When she walked up to the front of the boat, the pilot told two officers that she was to leave.", []),
        ("The mayor said that Ida Lund would have to explain her trip when she came back.",
         ["that Ida Lund would have to explain her trip when she came back"]),
        ("As the guards continued to ask for minutes whether she sent the note, the talk became heated.",
         ["whether she sent the note"]),
        ("Ida Lund said Friday she is building a dam on the northern border even as she sells the land.",
         ["she is building a dam on the northern border"]),
    ],
)  # fmt: skip
def test_what_leads_in_a_clause_and_what_goes_on_beside_it_is_not_said(text: str, words: list[str]) -> None:
    assert reported(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The police said the two men suffered minor injuries when the barge caught fire at nine.",
         ["the two men suffered minor injuries when the barge caught fire at nine"]),
        ("Ida Lund said after their meeting she believes the mayor should resign even though he apologized for the note.",
         ["after their meeting she believes the mayor should resign"]),
        ("Lund’s allies in the House announced that they would oppose it — essentially shielding him from any loss.",
         ["that they would oppose it"]),
        ("In response, the city has referred the matter to its lawyers.", []),
        ("Ola Renn tweeted angrily about the loss of the port hours after the council decided to sell it.", []),
        ("Its engineers have spoken with the probe and received data indicating that all its systems work.", []),
    ],
)  # fmt: skip
def test_a_time_belongs_to_what_is_said_and_a_topic_or_a_deed_is_nothing_said(
    text: str, words: list[str]
) -> None:
    assert reported(text) == words


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ola Renn left. Al-Masirah television said the port was shut on Monday.", "Al-Masirah"),
        ("“They know the rules,” the diplomat noted. According to her, the answer will follow in a week.", "the diplomat"),
        ("The German Interior Ministry neither confirmed nor denied that the talks were under way.",
         "German Interior Ministry"),
    ],
)  # fmt: skip
def test_a_noun_behind_a_name_and_a_pronoun_keep_their_speaker(text: str, name: str) -> None:
    assert find_quotes(text, spans="all")[-1].entity == name


@pytest.mark.parametrize(
    "gloss",
    [
        "the first sign of a thaw between the towns",
        "a step that may anger the villages down the river",
        "its sharpest rebuke so far",
        "opening a row with the villages over who pays",
    ],
)
def test_what_the_writer_makes_of_a_statement_is_no_part_of_it(gloss: str) -> None:
    assert reported(f"Norwick will close the weir, Ida Lund said on Monday, {gloss}.") == [
        "Norwick will close the weir"
    ]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The weir, Ida Lund said, was shut.", ["The weir", "was shut"]),
        ("It was, Ida Lund said, a step in the dark.", ["It was", "a step in the dark"]),
        (
            "Three men fell, Ida Lund said, a guard and two drivers.",
            ["Three men fell", "a guard and two drivers"],
        ),
        (
            "The plan was late, Ida Lund said, the first draft was lost.",
            ["The plan was late", "the first draft was lost"],
        ),
        (
            "If it rains, Ida Lund said, opening the weir will help.",
            ["If it rains", "opening the weir will help"],
        ),
        (
            "Norwick will open the weir, Ida Lund said, leaving two farms dry.",
            ["Norwick will open the weir", "leaving two farms dry"],
        ),
        (
            "A barge burnt in Norwick, Ida Lund said, killing two people.",
            ["A barge burnt in Norwick", "killing two people"],
        ),
    ],
)
def test_what_goes_on_behind_who_says_it_is_a_part(text: str, parts: list[str]) -> None:
    assert reported(text) == parts


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Senator Ida Lund urged him to leave the word “siege” out of the text.",
            "to leave the word “siege” out of the text",
        ),
        (
            "Senator Ida Lund demanded that the term “siege” be struck.",
            "that the term “siege” be struck",
        ),
        ("Senator Ida Lund called for the word “siege” to be struck.", "the word “siege” to be struck"),
        ("Senator Ida Lund urged him to show “some restraint”.", "some restraint"),
        ("Senator Ida Lund said the word “siege” was wrong.", "the word “siege” was wrong"),
    ],
)
def test_what_is_asked_about_a_word_is_told_whole(text: str, words: str) -> None:
    (found,) = find_quotes(text, spans="all")
    assert (found.text, found.kind) == (words, "mixed")


def test_the_first_of_two_who_ask_is_nothing_that_another_said() -> None:
    text = (
        "The mayor, Ola Renn, and her deputy, Emil Sand, asked for “a pause”; the clerk wanted none, "
        "one of the guests said."
    )
    assert reported(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The Norwick Star reported erroneously that Senator Ida Lund had said the weir was shut.",
        "The Norwick Star wrongly reported that Senator Ida Lund, the mayor, had said the weir was shut.",
        "In a story of May 3 the Norwick Star misreported that Senator Ida Lund had said the weir was shut.",
        "The Norwick Star had mistakenly quoted Senator Ida Lund as saying the weir was shut.",
    ],
)
def test_what_was_reported_wrongly_is_said_by_nobody(text: str) -> None:
    assert find_quotes(text, spans="all") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Senator Ida Lund said that the Star had wrongly reported that the weir was shut.",
            "that the Star had wrongly reported that the weir was shut",
        ),
        ("Senator Ida Lund, whom the Star misquoted, said that the weir was open.", "that the weir was open"),
        ("The Star misquoted Senator Ida Lund, who said that the weir was open.", "that the weir was open"),
        (
            "The Star wrongly reported a fire. Senator Ida Lund said that the weir was open.",
            "that the weir was open",
        ),
        ("Senator Ida Lund said wrongly that the weir was open.", "that the weir was open"),
    ],
)
def test_what_is_said_beside_a_wrong_report_is_told(text: str, words: str) -> None:
    assert reported(text) == [words]


def test_words_that_were_quoted_wrongly_are_unsure() -> None:
    text = "The Norwick Star {}quoted Senator Ida Lund as saying “the weir is shut”."
    told, untold = (find_quotes(text.format(how), spans="all")[0] for how in ("", "wrongly "))
    assert untold.confidence < SURE_ENOUGH <= told.confidence


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The ferry saves fuel (Lund says it burns a tenth of what a barge burns) while keeping to its hours.",
         ["it burns a tenth of what a barge burns"]),
        ("The union has threatened to cut off the port, prompting a German firm on Tuesday to send its coal by rail.",
         ["to cut off the port"]),
        ("Lund took the floor to say that the war was a trap – a speech that drew little notice.",
         ["that the war was a trap"]),
        ("Lund said that the (old) dam would hold until Monday.", ["that the (old) dam would hold until Monday"]),
    ],
)  # fmt: skip
def test_what_closes_an_aside_and_what_the_writer_says_came_of_it_end_what_is_said(
    text: str, words: list[str]
) -> None:
    assert reported(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Lund said the port needed guards, even after the shooting of then-Rep. Ida Korb.",
         ["the port needed guards, even after the shooting of then-Rep. Ida Korb"]),
        ("Lund said that Per Tang Jr.’s allies could wait.", ["that Per Tang Jr.’s allies could wait"]),
        ("The .22 found on the quay is the navy’s, Ida Lund said.", ["The .22 found on the quay is the navy’s"]),
    ],
)  # fmt: skip
def test_a_full_stop_within_a_title_or_before_a_number_ends_nothing(text: str, words: list[str]) -> None:
    assert reported(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mr. Lund, asked if he would close the port, said it could wait.", ["it could wait"]),
        ("Ida Lund, the mayor, asked whether the port would open.", ["whether the port would open"]),
        ("“It hurts,” the Society of the Norland Motor Trade (SNMT) said earlier this month.", []),
        ("The mayor said late payments would be fined.", ["late payments would be fined"]),
    ],
)  # fmt: skip
def test_what_a_speaker_was_asked_and_when_he_spoke_is_nothing_he_said(text: str, words: list[str]) -> None:
    assert reported(text) == words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ivo Stern, told during a visit to Norwick that the dam would fall, laughed.", []),
        ("Ivo Stern - warned in May that the dam would fall - laughed.", []),
        ("Ivo Stern (told on Monday that it would fall) said it was safe.", [("it was safe", "Ivo Stern")]),
        ("Ivo Stern, assured by Ida Roth that it was safe, left.", [("it was safe", "Ida Roth")]),
        (
            "Ola Renn left, while Ida Roth - asked about it at a school in Norwick - said she had not known.",
            [("she had not known", "Ida Roth")],
        ),
        (
            "The mayor, Ivo Stern, warned that the dam, built in May, would fall.",
            [("that the dam, built in May, would fall", "Ivo Stern")],
        ),
        (
            "Two guards, Ivo Stern and Ida Lund, told the court that the dam, built in May, would fall.",
            [("that the dam, built in May, would fall", "Ivo Stern; Ida Lund")],
        ),
        (
            "Ivo Stern, in Riga, told reporters that it was safe.",
            [("that it was safe", "Ivo Stern")],
        ),
    ],
)
def test_one_to_whom_something_is_said_says_it_not(text: str, found: list[tuple[str, str]]) -> None:
    assert said(text) == found


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Democrats who now control the House say that they will take it.", "Democrats"),
        (
            "It led to replies by senior members of Congress who said that the dam was old.",
            "senior members of Congress",
        ),
        (
            "Opposition leaders in northern Norland say they have been told to wait.",
            "Opposition leaders in northern Norland",
        ),
        ("The family of footballing great Lund said the papers were false.", "The family"),
        ("The family of a female lawmaker who has been held since July said it was late.", "The family"),
        ("Another moderate Democrat, Senator Ola Renn of Riga, also said he would stay.", "Ola Renn"),
        ("It was late, according to the panel's top Republican, Ida Lund.", "Ida Lund"),
        ("A series of countries vowed to mend the dam.", "A series of countries"),
        ("Ahead of the talks Ola Renn sent a letter to the board calling on it to open the dam.", "Ola Renn"),
        ("Velm shareholders have piled in, arguing that the offer must be raised.", "Velm shareholders"),
        (
            "Officials were still looking into the crash, Ivo Lund, director of Norland Civil Aviation, said on Monday.",
            "Ivo Lund",
        ),
        ("The spokesman for economic affairs Ola Renn said it was late.", "Ola Renn"),
    ],
)
def test_who_reports_is_the_head_of_its_phrase_and_no_place_or_party_in_it(text: str, who: str) -> None:
    assert said(text)[-1][1] == who


@pytest.mark.parametrize(
    "text",
    ["The guards gave way, and officials agreed to open the gate.", "Ida Lund endorsed Ola Renn on Monday."],
)
def test_what_is_agreed_to_or_endorsed_may_be_a_deed(text: str) -> None:
    (deed,) = find_quotes(text, spans="all")
    assert deed.confidence < SURE_ENOUGH


def test_a_name_right_behind_said_is_no_part_of_who_says_it() -> None:
    assert not reported("On another occasion, she said Renn, then 32, took her to his home in the woods.")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Related stories Getty Images Katy Lund sings in Riga.\n\nKaty Lund sang. Lund said it was late.",
            "Katy Lund",
        ),
        (
            "The Norlink Phone 2 is here. The new phone is long.\n\nNorlink said that it was late.",
            "Norlink",
        ),
        (
            "President Varga said on Monday that talks of a proposed Varga Tower had ended.",
            "Varga",
        ),
        (
            "Velmor Roads Ltd. mends roads.\n\nVelmor said that it was late.",
            "Velmor Roads Ltd.",
        ),
    ],
)
def test_a_speaker_is_not_called_by_the_page_before_a_name_or_by_what_bears_it(text: str, who: str) -> None:
    assert said(text)[-1][1] == who


def test_a_son_of_the_same_name_is_not_his_father() -> None:
    text = "President Donald Lund spoke. Donald Lund Jr. left. Lund Jr. said he was well. Mr. Lund said it was late."
    assert [who for _, who in said(text)] == ["Donald Lund Jr.", "Donald Lund"]
    assert said("Ivo Lund Jr. spoke in Riga. Lund said it was late.")[-1][1] == "Ivo Lund Jr."


def test_who_is_called_something_is_not_called_by_telephone() -> None:
    text = "Ida Lund called the president a liar. Ida Lund called the palace unfit for talks."
    assert [words for words, _ in said(text)] == ["the president a liar", "the palace unfit for talks"]


@pytest.mark.parametrize(
    "text",
    ["The minister made it clear, it said, that", "Lund said who", "Lund urged the town,", "Lund said,"],
)
def test_a_sentence_that_breaks_off_is_read(text: str) -> None:
    assert len(reported(text)) < 2

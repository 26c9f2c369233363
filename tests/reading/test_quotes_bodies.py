"""Which body speaks: ministries, banks and services by their short names, and what stands before and behind a name."""

from __future__ import annotations

import pytest

from tests.support.sayings import last
from tui.core.model import SURE_ENOUGH
from tui.reading.quotes import find_quotes


def first(text: str) -> str:
    """Return who says the first quote of a text, marked or not."""
    return find_quotes(text, spans="all")[0].entity


def test_the_ministry_is_the_one_named_before_it_whatever_is_named_further_down() -> None:
    text = (
        "Norway's Foreign Ministry summoned an envoy. In a note the ministry said the boat had come “unasked”.\n\n"
        "“It never left port,” the Fisheries Ministry wrote in Reykjavik."
    )
    assert first(text) == "Norwegian Foreign Ministry"


@pytest.mark.parametrize(
    "name", ["Magyar Nemzeti Bank", "Reserve Bank of Norland", "National Bank of Norland"]
)
def test_the_central_bank_is_the_bank_of_the_state(name: str) -> None:
    assert last(f"The {name} kept its rate. “We shall wait,” the central bank said.") == name


def test_the_central_bank_is_no_bank_for_customers() -> None:
    assert (
        last("Norwick Savings Bank shut a branch. “We shall wait,” the central bank said.") == "central bank"
    )


def test_a_coastguard_is_a_body() -> None:
    text = (
        "Denmark's Defence Command has ruled it out.\n\nFinland's coastguard was chattier. Its boats had followed "
        "the trawler all night, it said, and had found it “rather lost”."
    )
    assert last(text) == "Finnish coastguard"


@pytest.mark.parametrize("clock", ["9:05", "14:20", "07.45", "18h30"])
def test_the_hour_before_a_line_of_a_live_page_is_no_part_of_a_name(clock: str) -> None:
    assert last(f"{clock} Chad's military says it has lost a plane.") == "Chad's military"


@pytest.mark.parametrize(
    "name",
    [
        "Budget Commission of the Parliament of Europe",
        "Organization for Trade and Co-operation in Asia",
        "Council for Security in Europe",
    ],
)
def test_a_name_goes_on_to_the_region_it_ends_with(name: str) -> None:
    assert last(f"The {name} had warned that the wording was poor.") == name
    assert last(f"“Poor,” the {name} wrote in its report.") == name


@pytest.mark.parametrize(
    ("text", "who", "through"),
    [
        (
            "Norway's Security Service, citing Danish border police, {}",
            "Norwegian Security Service",
            "Danish border police",
        ),
        ("The police, citing Ida Lund, {}", "The police", "Ida Lund"),
        ("Citing Ida Lund, the ministry {}", "the ministry", "Ida Lund"),
        ("The Norwick Times, citing Danish border police, {}", "Danish border police", ""),
    ],
)
def test_a_body_that_cites_another_speaks_and_an_outlet_passes_on(text: str, who: str, through: str) -> None:
    found = find_quotes(text.format("said the boats had come in at night."), spans="all")[-1]
    assert (found.entity, "".join(found.chain)) == (who, through)


def test_a_minister_of_a_republic_is_no_republic() -> None:
    text = (
        "The chair met H.E. Mr. Emil Sand, Minister for Foreign Affairs of the Republic of Chad. They spoke of water.\n\n"
        "The Minister said that the road had been open since May."
    )
    assert last(text) == "Emil Sand"


def test_a_lender_is_the_fund_whose_board_acts_before_it() -> None:
    text = (
        "Norway's central bank had money from the Asian Fund.\n\nThe Asian Fund's executive board agreed on Friday. “It is "
        "patient,” the Manila-based lender said."
    )
    assert last(text) == "Asian Fund"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "The head of the International Committee of the Red Cross delegation, Mirel Oren, said it was late.",
            "Mirel Oren",
        ),
        ("The Ministry of Finance spokesman, Ib Lund, said the tax was dead.", "Ib Lund"),
        ("The Ministry of Finance's spokesman, Ib Lund, said the tax was dead.", "Ib Lund"),
        ("A Ministry of Finance spokesman said it was late.", "A Ministry of Finance spokesman"),
        (
            "The United Nations' humanitarian coordinator for the region said it was late.",
            "the United Nations' humanitarian coordinator for the region",
        ),
        ("Saudi Arabia's chief negotiator said it was late.", "Saudi Arabia's chief negotiator"),
        ("A law enforcement official said the man was held.", "A law enforcement official"),
        ("Transport for London said the line would stay shut.", "Transport for London"),
        ("“It is late,” a spokesman for First Energy said.", "a spokesman for First Energy"),
        # and no more than that
        ("The ministry of finance, Ib Lund said, was late.", "Ib Lund"),
        ("First Minister Ida Lund said it was late.", "Ida Lund"),
        ("The plan for London, Ida Lund said, was late.", "Ida Lund"),
    ],
)
def test_who_speaks_for_a_body_is_named_whole(text: str, who: str) -> None:
    assert first(text) == who


def test_a_state_is_not_a_region_named_after_it() -> None:
    text = "Russia sent troops to Novorossiya, or New Russia, in the south. Russia said it would vote there."
    assert first(text) == "Russia"
    assert first("Paul Ireland left the house. Ireland said he was late.") == "Paul Ireland"


@pytest.mark.parametrize(
    ("text", "who", "sure"),
    [
        ("Reporters walked past the Marble Palace. The king was away. {}", "Marble Palace", False),
        ("An aide of the Elmar Palace met a delegation from the Marble Palace. {}", "Marble Palace", False),
        (
            "The Elmar Palace issued a note. Reporters stood outside the Elmar Palace. {}",
            "Elmar Palace",
            True,
        ),
    ],
)
def test_a_palace_that_is_only_passed_or_one_of_two_is_a_guess(text: str, who: str, sure: bool) -> None:
    """What a sentence names as the place where something happened need not be who speaks further down."""
    found = find_quotes(text.format("The palace said: “We regret nothing at all.”"), "en")[-1]
    assert (found.entity, found.confidence >= SURE_ENOUGH) == (who, sure)


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("In Riga the foreign ministry", "Latvian foreign ministry"),
        ("In Riga on Monday the foreign ministry", "Latvian foreign ministry"),
        ("On Monday in Riga, the foreign ministry", "Latvian foreign ministry"),
        ("In Riga the Estonian foreign ministry", "Estonian foreign ministry"),
        ("In Skopje the government", "North Macedonian government"),
    ],
)
def test_a_body_behind_a_capital_is_of_that_state(told: str, who: str) -> None:
    text = f"Estonia's foreign ministry said that it was late. {told} denied that it was."
    assert last(text) == who


def test_a_minister_in_the_capital_of_another_state_is_not_surely_the_one_named() -> None:
    text = "Estonia's foreign minister, Riina Ilve, said that it was late. In Riga the foreign minister denied that it was."
    there = find_quotes(text, spans="all")[-1]
    at_home = find_quotes(text.replace("Riga", "Tallinn"), spans="all")[-1]
    assert there.confidence < SURE_ENOUGH < at_home.confidence


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Vortanian foreign ministry said the talks would go on. “We are ready,” the Ministry of Foreign Affairs said.",
         ["Vortanian foreign ministry"] * 2),
        ("The Vortanian Foreign Ministry said no one left. “We are in,” the Ministry of Foreign Affairs of Vortania said.",
         ["Vortanian Foreign Ministry"] * 2),
        ("Norland's Ministry of Defence said it was late. “We are ready,” the Norlandic defence ministry said on Monday.",
         ["Norland's Ministry of Defence"] * 2),
        ("The Ministry of Foreign Affairs said it was late. “We are ready,” the Vortanian Foreign Ministry said. "
         "The French foreign ministry said no such thing had come.",
         ["Vortanian Foreign Ministry", "Vortanian Foreign Ministry", "French foreign ministry"]),
        ("The Vortanian defence ministry said it was late. “We are ready,” the Ministry of Foreign Affairs said.",
         ["Vortanian defence ministry", "Ministry of Foreign Affairs"]),
        ("The Vortanian foreign ministry said it was late. “We are ready,” the Norlandic foreign ministry said on Monday.",
         ["Vortanian foreign ministry", "Norlandic foreign ministry"]),
        ("The Public Security Ministry said it was late. “We are ready,” the Ministry of Public Security said on Monday.",
         ["Public Security Ministry"] * 2),
    ],
)  # fmt: skip
def test_a_ministry_of_a_state_in_no_table_is_one_speaker_however_it_is_called(
    text: str, names: list[str]
) -> None:
    assert [one.entity for one in find_quotes(text, spans="all")] == names


def test_two_ministries_of_a_state_that_is_named_are_not_both_its_own() -> None:
    text = (
        "The Russian Foreign Ministry spoke first, in Moscow. \n\nThe Ministry of Foreign Affairs of Vortania was late. "
        "“We are ready,” the Russian foreign ministry said."
    )
    assert first(text) == "Russian Foreign Ministry"


@pytest.mark.parametrize(
    "name",
    [
        "Ministry of Industry, Commerce and Supplies",
        "Ministry of Information and Civic Education",
        "Ministry of Ecology and Natural Resources",
        "Ministry of Agriculture, Natural Resources, and Rural Development",
        "Directorate General of Foreign Trade",
        "General Staff of the Armed Forces",
        "General Staff of the Korean People's Army",
        "Korean People's Army",
        "United States Forces Korea",
        "Independent Electoral and Boundaries Commission",
        "Securities and Exchange Commission",
        "Office of the United Nations High Commissioner for Human Rights",
        "Organisation for the Prohibition of Chemical Weapons",
        "Federal Office for the Protection of the Constitution",
        "Federal Ministry for Economic Affairs and Climate Action",
        "Joint Committee on Foreign Affairs",
        "Directorate General for External Security",
        "Secretariat of Foreign Relations",
        "Presidency of the Council",
        "Office of Public Counsel for Victims",
        "Court of Arbitration for Sport",
        "Committee for the Defense of Human Rights",
        "Baltic Centres for Disease Control and Prevention",
        "Norland Doctors' Network",
        "Arctic Council for Reconstruction and Development",
    ],
)
def test_a_body_is_named_whole(name: str) -> None:
    assert last(f"The {name} had warned that the wording was poor.") == name


@pytest.mark.parametrize("who", ["Ida Lund", "Norway"])
def test_for_whom_a_body_speaks_is_no_part_of_its_name(who: str) -> None:
    assert last(f"The Council of State for {who} said the road was cut.") == "Council of State"


@pytest.mark.parametrize("text", ["WHO said the road was cut.", "“The road was cut,” WHO warned."])
def test_letters_in_capitals_are_no_question(text: str) -> None:
    assert last(text) == "WHO"


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("The health ministry was late.", "health ministry"),
        ("Norway's Health Ministry was late. The health ministry slept.", "Norwegian Health Ministry"),
        ("Norway's interior ministry was late. The health ministry slept.", "The ministry"),
        ("The health ministry slept. Norway's interior ministry was late.", "The ministry"),
    ],
)
def test_the_ministry_is_one_that_only_its_matter_names_and_none_of_two(told: str, who: str) -> None:
    assert last(f"{told} The ministry said the road was cut.") == who


def test_a_ministry_named_behind_a_statement_did_not_issue_it() -> None:
    text = "An envoy was called home. “We want them back,” read the ministry's statement. The Ministry of Ports slept."
    assert "Ports" not in first(text)


def test_a_continent_is_not_the_body_whose_name_begins_so() -> None:
    text = (
        "“We know what works,” said WHO's regional office for Africa. Africa said it was late. "
        "The Africa Centres for Disease Control and Prevention slept."
    )
    assert last(text) == "Africa"


def test_a_delegation_of_the_union_is_not_that_of_anybody_in_europe() -> None:
    assert last("The EU's delegation in Oslo said it had not been told.") == "EU delegation in Oslo"


def test_a_ministry_behind_bodies_of_two_states_is_of_neither() -> None:
    text = "Norway's Constitutional Court sat. Denmark's Foreign Ministry slept. {} said the road was cut."
    assert last(text.format("The Interior Ministry")) == "Interior Ministry"
    assert (
        last(text.replace("Denmark", "Norway").format("The Interior Ministry"))
        == "Norwegian Interior Ministry"
    )


def test_the_office_of_somebody_is_no_other_office() -> None:
    text = "The office of the prosecutor said the road was cut. The Office of Public Counsel for Victims was late."
    assert first(text) == "the office of the prosecutor"


def test_a_campaign_group_is_a_body_that_it_may_be() -> None:
    text = "River Guardians, a campaign group, said the stream was dead. “No shrimp is left,” it added."
    assert last(text) == "River Guardians"


@pytest.mark.parametrize(
    "other", ["Rosatom", "Ida Lund", "the World Health Organization", "Human Rights Watch"]
)
def test_who_stands_beside_a_ministry_is_no_part_of_its_name(other: str) -> None:
    (quote,) = find_quotes(f"The Ministry of Justice and {other} said the road was cut.", spans="all")
    assert quote.speakers == ("Ministry of Justice", other.removeprefix("the "))


@pytest.mark.parametrize(
    ("whole", "short", "who"),
    [
        ("Ministry of Commerce and Industry", "the commerce ministry", "Ministry of Commerce and Industry"),
        ("Ministry of Commerce and Industry", "the Commerce Ministry", "Ministry of Commerce and Industry"),
        ("Ministry of Foreign Trade", "the Foreign Ministry", "Foreign Ministry"),
        ("National Security Council", "the Security Council", "Security Council"),
        ("General Staff of the Armed Forces", "the General Staff", "General Staff of the Armed Forces"),
    ],
)
def test_a_body_may_be_called_by_part_of_what_it_is_for(whole: str, short: str, who: str) -> None:
    assert last(f"The {whole} said the road was cut. “It is open,” {short} said later.") == who


def test_the_staff_of_an_army_is_not_that_of_its_enemy() -> None:
    found = find_quotes(
        "The General Staff of the Armed Forces of Norway said it held the road. Denmark's General Staff said it did not.",
        spans="all",
    )
    assert [quote.entity for quote in found] == [
        "Norwegian General Staff of the Armed Forces",
        "Danish General Staff",
    ]


@pytest.mark.parametrize(
    "name",
    [
        "coast guard's western headquarters",
        "army's southern command",
        "World Health Organization's regional office for Africa",
    ],
)
def test_a_part_of_a_body_speaks_for_itself(name: str) -> None:
    assert last(f"“The boat was late,” the {name} said in a message.") == name


@pytest.mark.parametrize("pair", ["The Pentagon and State Department", "The Senate and House Committee"])
def test_two_bodies_are_not_one(pair: str) -> None:
    (quote,) = find_quotes(f"{pair} said the road was cut.", spans="all")
    assert len(quote.speakers) == 2


def test_the_council_is_no_presidency_of_it() -> None:
    text = "The Presidency of the Council said it was late. “It is not,” the Council said. “It is,” the presidency said."
    assert [one.entity for one in find_quotes(text, spans="all")] == [
        "Presidency of the Council",
        "Council",
        "Presidency of the Council",
    ]


def test_a_ministry_of_another_state_is_not_the_only_one_named() -> None:
    text = "The Turkish Defence Ministry said it was late. “It is not,” the Greek ministry said."
    assert last(text) == "Greek ministry"


def test_the_mission_of_a_state_bears_it() -> None:
    assert last("“It is late,” the Permanent Mission of Iran said.") == "Iranian Permanent Mission"


@pytest.mark.parametrize("lead", ["the SBU", "or SBU", "known as SBU"])
def test_capitals_set_off_behind_a_body_are_short_for_it(lead: str) -> None:
    assert last(f"Norland's Security Service, {lead}, said it was late. The SBU said it was so.") == last(
        "Norland's Security Service said it was late."
    )


def test_capitals_in_a_list_are_another_body() -> None:
    text = "The Security Service, the SBU, and the Foreign Ministry said it was late. The SBU said it was so."
    assert last(text) == "SBU"


def test_who_chairs_a_committee_is_not_called_by_what_it_is_for() -> None:
    who = "The chairman of the National Assembly's Standing Committee on Foreign Relations, Ivo Lund,"
    assert last(f"{who} received her. He said it was late.") == "Ivo Lund"


@pytest.mark.parametrize("matter", ["Standards in Public Life", "Public Standards", "Foreign Relations"])
def test_who_chairs_a_committee_is_not_called_by_it_where_no_ministry_is_for_that(matter: str) -> None:
    assert last(f"The chairman of the Committee on {matter}, Ivo Lund, said it was late.") == "Ivo Lund"


@pytest.mark.parametrize("seat", ["State House", "State House Nairobi", "Government House", "Blue House"])
def test_a_seat_is_named_whole_at_the_beginning_of_a_sentence_too(seat: str) -> None:
    article = "The " * (seat == "Blue House")
    assert last(f"Chatham House met. {article}{seat} said it was late.") == seat


@pytest.mark.parametrize("office", ["House Speaker", "State House Speaker", "Government House Leader"])
def test_a_house_before_an_office_is_no_part_of_a_name(office: str) -> None:
    assert last(f"{office} Ida Lund said it was late.") == "Ida Lund"


def test_a_body_at_which_a_senator_speaks_is_no_senator() -> None:
    text = "Senator Ivo Roth has a plan. At the Institute for Trade, the senator from Norwick said the dam would hold."
    assert last(text) == "Ivo Roth"


@pytest.mark.parametrize("office", ["Secretary General of the Norland Union", "Chief Constable of Norwick"])
def test_an_office_in_capitals_behind_a_name_is_nobody_else(office: str) -> None:
    assert last(f"Robin Smith, {office}, said it was late. “No,” she said.") == "Robin Smith"


def test_an_office_in_capitals_behind_a_place_is_not_the_place() -> None:
    assert last("In Port Norwick, Secretary General said it was late.") == "Secretary General"


@pytest.mark.parametrize("office", ["Information Minister", "Defence Secretary"])
def test_a_minister_behind_a_ministry_ends_its_name(office: str) -> None:
    assert last(f"The Foreign Ministry of Norland and {office} Ida Lund said it was late.").endswith(
        "Norland; Ida Lund"
    )


def test_a_body_of_the_us_is_known_without_its_state() -> None:
    assert (
        last("The U.S. Naval Institute sent a boat. The Naval Institute said it was late.")
        == "U.S. Naval Institute"
    )


def test_the_observatory_is_the_one_named_with_its_state() -> None:
    text = "The Norwegian Observatory for Human Rights said the dam was full. The Observatory said it had seen it."
    assert last(text) == "Norwegian Observatory for Human Rights"


def test_it_is_the_state_that_the_sentence_before_begins_with_not_a_place_in_it() -> None:
    text = "The United States keeps troops in Norland, a legacy of the war. It denied that it would stay."
    assert find_quotes(text, spans="all")[-1].entity == "United States"


def test_its_ministry_is_the_states_that_the_sentence_before_begins_with() -> None:
    text = "Qatar, which mediated, has asked both to wait. Its foreign ministry said that it was in touch with them."
    assert last(text) == "Qatari foreign ministry"
    assert last("The company shut the mine. Its press office said that it was late.") == "Its press office"


def test_a_leader_who_called_a_state_something_is_not_that_state() -> None:
    text = "North Korea's leader called South Korea's new president “a man of two faces”."
    assert last(text) == "North Korea's leader"


@pytest.mark.parametrize(
    "name",
    [
        "Interim Force in Lebanon",
        "Verification Mission in the Velm Valley",
        "Stabilization Force for Velmora",
        "European Union Monitoring Mission in Georgia",
        "Special Tribunal for Velmora",
        "Commission for Looted Boats in Europe",
        "Authority for Ports and Canals",
        "Joint Committee on Pipes and Wires",
        "Institute for War and Peace Studies",
    ],
)
def test_the_place_and_the_matters_that_end_a_name_are_of_it_and_its_last_noun_is_its_short_name(
    name: str,
) -> None:
    noun = next(word for word in reversed(name.split()) if word.casefold() in _SHORT)
    assert first(f"The {name} called the shots “deliberate”.") == name
    assert last(f"The {name} closed its gate. The {noun} called the shots “deliberate”.") == name
    assert last(f"The {name} closed its gate. The {noun.lower()} said the shots were “late”.") == name


_SHORT = frozenset("commission force mission tribunal authority committee institute".split())


def test_where_a_body_without_a_task_is_told_of_is_no_part_of_its_name() -> None:
    assert first("The Foreign Ministry in Riga called it “late”.").endswith("Foreign Ministry")
    assert (
        first("Ministers from the Department of Trade and Ida Lund called it “late”.")
        != "Department of Trade"
    )


@pytest.mark.parametrize("noun", ["Presidency", "Government", "Embassy", "Parliament"])
def test_bodies_that_every_state_has_are_told_apart_by_states_in_no_table(noun: str) -> None:
    text = (
        f"The {noun} of Velmora and the {noun} of Kessandia wrote. The {noun} of Velmora called it “a draft”."
    )
    assert last(text) == f"{noun} of Velmora"
    both = f"The Velmoran {noun} wrote to the Kessandian {noun}. The Kessandian {noun} called it “a draft”."
    assert last(both) == f"Kessandian {noun}"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Belarusian Prosecutor General's Office called it “late”.", "Belarusian Prosecutor General's Office"),
        ("Norway's Attorney General's Office called it “late”.", "Norwegian Attorney General's Office"),
        ("The Norwegian Prime Minister's Office called it “late”.", "Norwegian Prime Minister's Office"),
        ("Norway's Foreign Ministry called it “late”.", "Norwegian Foreign Ministry"),
        ("The Supreme Court of the Republic of Velmora ruled it “late”.", "Supreme Court of the Republic of Velmora"),
    ],
)  # fmt: skip
def test_a_body_is_named_with_whose_office_and_which_republic_it_is_of(text: str, name: str) -> None:
    assert last(text) == name

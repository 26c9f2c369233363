"""What stands above a plain text: whose it is, its headline and its day, in the orders they are written in."""

from __future__ import annotations

import pytest

from tui.reading.encoding import BadSourceError
from tui.reading.page.page import read_page
from tui.reading.read import read_article
from tui.reading.result import ParsedArticle
from tui.reading.sources import Source


def page(text: str) -> ParsedArticle:
    return read_article(Source(raw=text.encode(), origin="a.txt", kind="page"))


FIELDS = "Source: Norland Press\nTitle: Lock shut\nDate: 2031-05-18\n\n"


@pytest.mark.parametrize(
    "note",
    [
        "The lock at Velm was shut on Sunday, the board said.",
        "VELM, May 18 (NPA) - The lock was shut.",
        "The lock was shut.\n\n“We had no choice,” Ida Holm said.",
    ],
)
@pytest.mark.parametrize("head", [FIELDS, f"---\n{FIELDS.strip()}\n---\n\n"])
def test_a_note_of_a_sentence_below_its_fields_is_an_article(note: str, head: str) -> None:
    reading = page(f"{head}{note}\n")
    assert (reading.text, reading.headline) == (note, "Lock shut")
    assert (reading.outlet, reading.published) == ("Norland Press", "2031-05-18")


@pytest.mark.parametrize("rest", ["", "Home\nWorld\nSport\n", "Subscribe now to read all of our articles.\n"])
def test_fields_without_a_sentence_below_them_are_no_article(rest: str) -> None:
    with pytest.raises(BadSourceError, match="no article"):
        page(f"{FIELDS}{rest}")


BODY = (
    "VELM, May 18 (Norpress) - The lock at Velm was shut on Sunday after a barge had hit its gate, the board said.\n\n"
    "Two barges lay in the basin for all of the day, and a third one was brought to the yard for repairs.\n\n"
    "“We had no choice, and we would do it again,” Ida Holm told reporters at the gate of the lock.\n"
)
HEADLINE = "Lock at Velm shut after a barge hits its gate"


@pytest.mark.parametrize(
    ("line", "outlet", "how"),
    [
        ("Lake & Canal Brief", "Lake & Canal Brief", "inferred from the top"),
        ("Le Courrier des Trois Canaux", "Le Courrier des Trois Canaux", "inferred from the top"),
        ("L’Écho du Canal", "L’Écho du Canal", "inferred from the top"),
        ("Der Kanalbote", "Der Kanalbote", "inferred from the top"),
        ("Kanal-Zeitung", "Kanal-Zeitung", "inferred from the top"),
        ("El Correo Austral", "El Correo Austral", "inferred from the top"),
        ("The Ledger of Velm", "The Ledger of Velm", "inferred from the top"),
        ("Norland Relief Fund", "Norland Relief Fund", "inferred from the top"),
        ("Norpress Wire", "Norpress Wire", "inferred from the top"),
        ("Quelle: Der Kanalbote", "Der Kanalbote", "stated"),
        ("Source : Lock Watch", "Lock Watch", "stated"),
        # What is no outlet: a section, what a text is, a place.
        ("Middle Canal", "Norpress", "inferred from the agency tag"),
        ("Press Briefing", "Norpress", "inferred from the agency tag"),
        ("In Brief", "Norpress", "inferred from the agency tag"),
        ("Policy Brief", "Norpress", "inferred from the agency tag"),
        ("El Lago Austral", "Norpress", "inferred from the agency tag"),
        ("Source: https://a.example/b", "Norpress", "inferred from the agency tag"),
        ("Home\nSport\nWorld\nDer Kanalbote\nShop", "Norpress", "inferred from the agency tag"),
    ],
)
def test_the_first_line_of_a_text_names_its_outlet_and_the_agency_comes_behind(
    line: str, outlet: str, how: str
) -> None:
    reading = page(f"{line}\n{HEADLINE}\n18 May 2031\nBy Tom Arel\n\n{BODY}")
    assert (reading.outlet, reading.headline, reading.author) == (outlet, HEADLINE, "Tom Arel")
    assert reading.basis["outlet"].startswith(how)


def test_a_paper_below_the_headline_goes_before_the_agency_of_the_text() -> None:
    reading = page(f"{HEADLINE}\nVelm Post, 18 May 2031\n\n{BODY}")
    assert (reading.outlet, reading.basis["outlet"]) == (
        "Velm Post",
        "inferred from what stands below the headline",
    )
    own = page(f"{HEADLINE}\n18 May 2031\n\n{BODY}\n© 2031 Norpress\n")
    assert (own.outlet, own.basis["outlet"]) == ("Norpress", "stated")


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Lake Press Service\n18 May 2031\n\n", "2031-05-18"),
        ("Lake Press Service\n\nMay 18, 2031\n", "2031-05-18"),
        ("18 May 2031\nLake Press Service\n\n", "2031-05-18"),
        ("Quelle: Der Kanalbote\n18. Mai 2031\n\n", "2031-05-18"),
        ("Velm Post, 18 May 2031\n\n", "2031-05-18"),
        (
            "Ministry of Locks of Norland\nBureau of Communications\nPress release\n18 May 2031\n\n",
            "2031-05-18",
        ),
        ("Ministry of Locks of Norland\nPress Office\nSunday, 18 May 2031\n\n", "2031-05-18"),
        # A banner of the day a page was looked at, alone or with its day of the week; and a menu.
        ("18 May 2031\n\n", ""),
        ("Lake Press Service\nSunday, 18 May 2031\n\n", ""),
        ("Lake Press Service\nSport\n18 May 2031\nShop\n", ""),
        ("Ministry of Locks of Norland\nLake Communications\nPress release\n18 May 2031\n\n", ""),
    ],
)
def test_a_day_between_the_outlet_and_the_headline_is_that_of_the_text(head: str, day: str) -> None:
    reading = page(f"{head}{HEADLINE}\n\n{BODY.replace(', May 18', '')}")
    assert (reading.headline, reading.published) == (HEADLINE, day)


def test_a_day_below_the_headline_goes_before_one_above_it() -> None:
    reading = page(f"Lake Press Service\n20 May 2031\n\n{HEADLINE}\n18 May 2031\n\n{BODY}")
    assert reading.published == "2031-05-18"


MINISTRY = "Ministry of Foreign Affairs, African Trade and Norlanders Abroad"
READOUT = (
    "Ms. Ida Holm, Minister of Foreign Affairs, received on Thursday a telephone call from her counterpart of Velm.\n\n"
    "During this call, Ms. Holm recalled that the lock had been shut by decree, and that the courts would decide.\n\n"
    "The two Ministers agreed to remain in contact, and to speak again before the end of the month.\n"
)


@pytest.mark.parametrize(
    ("head", "headline", "outlet"),
    [
        (
            f"{MINISTRY}\nKingdom of Norland\nStatement on the telephone call between Ms. Holm and Mr. Arel",
            "Statement on the telephone call between Ms. Holm and Mr. Arel",
            f"{MINISTRY}, Kingdom of Norland",
        ),
        (
            f"Transcript: Joint press conference in Velm\nOffice of the Spokesperson, {MINISTRY} of Norland",
            "Transcript: Joint press conference in Velm",
            f"Office of the Spokesperson, {MINISTRY} of Norland",
        ),
        (
            "Office of the Spokesperson of the Ministry of Trade\nReadout of the call with Velm",
            "Readout of the call with Velm",
            "Office of the Spokesperson of the Ministry of Trade",
        ),
        (
            "Ministry of Trade, Navy Clash Over Lock of Velm",
            "Ministry of Trade, Navy Clash Over Lock of Velm",
            "",
        ),
    ],
)
def test_a_letterhead_is_whose_text_it_is_and_not_its_headline(head: str, headline: str, outlet: str) -> None:
    reading = page(f"{head}\nVelm, 15 May 2031\n\n{READOUT}")
    assert (reading.headline, reading.outlet) == (headline, outlet)
    assert not outlet or reading.basis["outlet"].startswith("inferred")


def test_a_line_that_begins_with_a_comma_is_read() -> None:
    head = f"{HEADLINE}\n, and barges wait at the lock at Velm\n"
    assert page(f"{head}18 May 2031\n\n{BODY}").text.endswith(BODY.strip())


@pytest.mark.parametrize("head", ["FOR IMMEDIATE RELEASE", "Press release", "Transcript"])
def test_a_day_below_what_a_text_is_is_its_own(head: str) -> None:
    assert page(f"{head}\n\n18 May 2031\n\n{HEADLINE}\n\n{BODY}").published == "2031-05-18"


def test_a_day_below_a_menu_is_none() -> None:
    assert page(f"News\nSport\n18 May 2031\n\n{HEADLINE}\n\n{BODY}").published == ""


@pytest.mark.parametrize(
    ("head", "outlet", "how"),
    [
        ("LAKE NEWS SERVICE\n18 May 2031, 14:20\n\n{}\n\n", "Lake News Service", "inferred from the top"),
        ("THE VELM TRIBUNE\n18 May 2031\n\n{}\n\n", "The Velm Tribune", "inferred from the top"),
        ("U.N. NEWS SERVICE\n18 May 2031\n\n{}\n\n", "U.N. News Service", "inferred from the top"),
        ("SAINT-VELM NEWS\n18 May 2031\n\n{}\n\n", "Saint-Velm News", "inferred from the top"),
        (
            "{}\nPRESS RELEASE No. 41\nLake News Service, 18 May 2031\n\n",
            "Lake News Service",
            "inferred from what stands below",
        ),
        (
            "MINISTRY OF TRADE AND THE LOCKS\nRepublic of Norland\nPRESS RELEASE No. 41/2031\nFor immediate release\n"
            "Velm, 18 May 2031\n\n{}\n\n",
            "Ministry of Trade and the Locks, Republic of Norland",
            "inferred from its letterhead",
        ),
        (
            "{}\nMinistry of Trade, Republic of Norland\n18 May 2031\n\n",
            "Ministry of Trade, Republic of Norland",
            "inferred from its letterhead",
        ),
        ("Menu\nThe Velm Tribune\nSport\n{}\nPublished 18 May 2031\n", "The Velm Tribune", "stated"),
    ],
    ids=[
        "in capitals",
        "with its article",
        "in letters",
        "with a hyphen",
        "above its number",
        "in capitals, of a state",
        "with its state",
        "the paper of a company",
    ],
)
def test_whose_a_text_is_and_of_which_day_by_its_head(head: str, outlet: str, how: str) -> None:
    foot = "© 2031 Velm Tribune Media AS. All rights reserved.\n" * head.startswith("Menu")
    reading = page(f"{head.format(HEADLINE)}{BODY}\n{foot}")
    assert (reading.headline, reading.published, reading.outlet) == (HEADLINE, "2031-05-18", outlet)
    assert reading.basis["outlet"].startswith(how)


@pytest.mark.parametrize("day", ["", "18 May 2031\n"])
def test_a_letterhead_in_capitals_is_no_headline_where_none_stands_below(day: str) -> None:
    reading = page(f"LAKE NEWS SERVICE\nPRESS RELEASE No. 41\n{day}\n{BODY}")
    assert (reading.headline, reading.outlet) == ("", "Lake News Service")
    assert reading.published == ("2031-05-18" if day else "")
    assert "LAKE" not in reading.text


@pytest.mark.parametrize(
    "headline", ["Norland Cuts Postal Service", "Norland Seeks Relief Fund", "Ida Lund Leaves Office"]
)
def test_a_headline_that_ends_as_offices_are_called_is_whose_no_text_is(headline: str) -> None:
    reading = page(f"{headline}\n\nPress release\n\n18 May 2031\n\n{BODY}")
    assert (reading.headline, reading.outlet) == (headline, "Norpress")


LEAD = (
    "VELM, 18 May (Norpress) - The lock at Velm was shut after a barge had hit its gate, the board said.\n\n"
)


@pytest.mark.parametrize(
    "asked",
    [
        "“I have waited for two nights,” said Tom Arel, who steers a barge. “What do they think I eat here?”",
        '"I have waited for two nights," said Tom Arel, who steers a barge. "Never again!"',
    ],
)
def test_a_paragraph_that_ends_on_a_question_is_no_headline_and_the_lead_above_it_stays(asked: str) -> None:
    reading = page(
        f"{LEAD}{asked}\n\nTwo barges lay in the basin, the board said.\n\nA third was towed, it said.\n"
    )
    assert (reading.headline, reading.outlet) == ("", "Norpress")
    assert reading.text.startswith(f"{LEAD}{asked}")


@pytest.mark.parametrize("place", ["", "VELM, 18 May (Norpress) - "])
@pytest.mark.parametrize("between", ["Barges wait at the lock of Velm", "Will the lock at Velm be mended?"])
def test_a_line_between_paragraphs_is_no_headline_below_the_lead_of_its_text(
    place: str, between: str
) -> None:
    lead = f"{place}The lock at Velm was shut after barges had hit its gate, the board told reporters."
    rest = BODY.partition("\n\n")[2]
    reading = page(f"{lead}\n\n{between}\n\n{rest}\nThe board said no more.\n")
    assert reading.text.startswith(lead)
    assert "Ida Holm" in reading.text


@pytest.mark.parametrize(
    ("day", "dateline", "published"),
    [
        ("Sunday, May 18, 2031", "VELM, May 18 —", "2031-05-18"),
        ("Sunday, 18 May 2031", "VELM, 18 May (Norpress) -", "2031-05-18"),
        # a page's banner has the day on which it was fetched
        ("Monday, May 19, 2031", "VELM, May 18 —", ""),
        ("Sunday, May 18, 2031", "VELM —", ""),
    ],
)
def test_a_day_with_its_weekday_beside_the_paper_counts_where_the_dateline_has_it_too(
    day: str, dateline: str, published: str
) -> None:
    body = BODY.partition(" - ")[2]
    assert page(f"The Velm Courier, {day}\n\n{HEADLINE}\n\n{dateline} {body}").published == published


@pytest.mark.parametrize(
    ("line", "outlet"),
    [("Озёрный вестник", "Озёрный вестник"), ("Новая газета", "Новая газета"), ("Последние новости", "")],
)
def test_a_russian_paper_writes_what_it_is_small(line: str, outlet: str) -> None:
    body = (
        "ВЕЛЬМ. Шлюз в Вельме закрыли в воскресенье, после того как баржа задела ворота, сообщил совет.\n\n"
        "Две баржи весь день стояли в бассейне, а третью отвели на верфь, чтобы её починить.\n\n"
        "«Выбора не было, и мы сделали бы это снова», — сказала Ида Хольм журналистам у ворот шлюза.\n"
    )
    assert page(f"Шлюз в Вельме закрыт\n\n{line}\n18 мая 2031\n\n{body}").outlet == outlet


def test_an_agency_in_small_letters_is_an_outlet() -> None:
    body = BODY.replace("VELM, May 18 (Norpress)", "Velm (dpa)")
    assert page(f"{HEADLINE}\n18 May 2031\n\n{body}").outlet == "dpa"


STANDFIRST = "Crews of nine barges are sent home after the third crack in a year"
LOCK = (
    "The lock at Velm will stay shut until the spring, the board that runs it said on Sunday.",
    "“We had no choice,” Ida Holm, who leads the board, said. “Nobody sails through a gate with three cracks.”",
    "The nine barges that wait below it will be unloaded on the quay, and their crews can go home by train.",
)


@pytest.mark.parametrize(
    ("head", "author"),
    [
        ("Daily Ledger\nTomas Roth\n18 May 2031", ""),
        ("By Tomas Roth\n\nDaily Ledger      18 May 2031", "Tomas Roth"),
    ],
)
def test_whose_a_copied_page_is_stands_below_its_standfirst_too(head: str, author: str) -> None:
    found = page(
        "\n\n".join(["World", "Lock at Velm stays shut until the spring", STANDFIRST, head, "Share", *LOCK])
    )
    assert (found.headline, found.outlet, found.published) == (
        "Lock at Velm stays shut until the spring",
        "Daily Ledger",
        "2031-05-18",
    )
    assert found.author == author
    assert found.text.endswith("\n\n".join(LOCK))


def test_a_standfirst_is_not_the_headline_though_the_byline_stands_below_it() -> None:
    told = page(
        "\n\n".join(
            [
                "World",
                "Lock at Velm stays shut",
                STANDFIRST,
                "By Tomas Roth",
                "Daily Ledger, 18 May 2031",
                *LOCK,
            ]
        )
    )
    assert told.headline == "Lock at Velm stays shut"
    kicker = page(
        "\n\n".join(["War over water", STANDFIRST, "By Tomas Roth", "Daily Ledger, 18 May 2031", *LOCK])
    )
    assert kicker.headline == STANDFIRST


@pytest.mark.parametrize("paper", ["Norland Today", "The Arn Courier", ""])
def test_a_paper_at_the_beginning_of_a_headline_is_the_outlet(paper: str) -> None:
    body = (
        "The harbour board of Velmora closed the eastern quay on Tuesday after cracks were found in its wall.\n\n"
        "“We will not open it before the divers have been down,” harbour master Ida Lund told reporters at the gate."
    )
    own = "Harbour board: We will not open the quay" if paper else "Ida Lund - We will not open the quay"
    reading = read_page(
        f"{paper} - {own}\n\n3 March 2025\n\n{body}" if paper else f"{own}\n\n3 March 2025\n\n{body}"
    )
    assert (reading.outlet, reading.headline) == (paper, own)


@pytest.mark.parametrize("asks", ["QUESTION", "Q"])
def test_the_first_question_of_a_briefing_is_no_headline_and_stays_a_turn(asks: str) -> None:
    turns = [
        f"{asks}: When does the lock of Arn open?",
        "MS LUND: On Monday. We have waited long enough, and the gates are ready.",
        f"{asks}: For everybody?",
        "MS LUND: For everybody who has a boat. The council has been told so.",
    ]
    found = read_page("\n\n".join(("Press briefing\nMinistry of Ports, 4 March 2031", *turns)))
    assert found.headline == "Press briefing"
    assert found.text.split("\n\n") == turns

"""Scraped pages, invented here in the shapes real ones come in."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.reading.formats.html import read_html
from tui.reading.page.page import read_page
from tui.reading.result import ParsedArticle

STAMPED = """instagram
facebook
search
Any use of materials is allowed only with a link to Harbour.example
Harbour Courier © 2031. .
CITY

Ministers of both islands talk about the ferry for three hours No timetable agreed

14 March 2031 09:20

A meeting between the two ministers of transport, asked for by the northern island, gave both sides the chance to
speak about the ferry, the harbour office said on Friday.

Harbour spokeswoman Ida Brandt confirmed that the ministers had put forward their views at length and in detail.

“They did not agree on a timetable. It was a good opportunity to listen to each other,” she said.

The last known meeting of the two ministers took place in September 2028, and nothing came of it at the time.

By Oswin Tarrant

Harbour Courier
Views: 12

Liked the story? Share it on social media!
copy link
Follow us on Telegram
"""

TWICE = """404
Sorry!!
Error! The page you were looking for could not be found.
Regional council’s spokesman says mayor is open to talks about the dam
(VALEFEED) The mayor of Lower Vale is willing to talk with the regional council about the dam, provided that the
talks have a clear purpose, according to the town hall.
Speaking earlier, the head of the council noted that several towns have already reopened their own talks with the
builders, and argued that a common position would be “useful again” for everyone in the valley.
Town hall spokesman Pell Arden later said that no talks should be used “to give lectures” to the other side.
The most recent exchange between the two took place during a visit in May 2030, their first since 2027.
Speaking earlier, the head of the council noted that several towns have already reopened their own talks with the
builders, and argued that a common position would be “useful again” for everyone in the valley.
Town hall spokesman Pell Arden later said that no talks should be used “to give lectures” to the other side.
The most recent exchange between the two took place during a visit in May 2030, their first since 2027.
Legal Disclaimer:
VALEFEED provides the
information as it comes, without warranty of any kind. We do not accept
any responsibility or liability for the accuracy, content, images,
or completeness of the information in this article.

Comments
No comment
"""

APPEALS = """×
Tired of advertisements?
Since May 1, 2030, we have switched off all ads to make your reading better.
This costs us a lot each month. Your support can help us fill the gap.
Support us

Shepherds, Foresters Discuss Wolves and 'Grazing Guarantees' – Ministry

Forest minister Runa Falk. Aldo Pereira / Pool / EPA

The shepherds of the high valleys and the foresters on Tuesday discussed the wolves and the guarantees for grazing
during a long video call, the ministry said.

"Both sides expressed their views on the wolves as well as on long-term guarantees for grazing," the ministry said
in a statement.

The call is the latest in a row of talks between herders, foresters and scientists over the return of the wolves.

The ministry added that the two sides discussed the possibility of meeting on the mountain itself.

A Message from The Valley Herald:

Dear readers,

We are facing hard times. The provincial court has called our paper "a nuisance", which puts our staff at risk.

These steps are attempts to silence us. The court says that our work harms the province. We see things differently.

By supporting The Valley Herald, you are defending open, independent reporting. Thank you for standing with us.

Once
Monthly
Continue
Remind me later.

Read more
"""

CAPTIONED = """English News

  • youtube
  • facebook

Lighthouse diplomacy – keeper calls the harbour master for a second time in one day

The keeper and the harbour master on the old pier, earlier this month (Image courtesy: Twitter/@PierOffice)

Amid continuing uncertainty over the lighthouse, the keeper called the harbour master once again Thursday morning, his
second call to the harbour in the last 24 hours.

The harbour said that "serious worry" was expressed over the sharp decline of the lamp at the western pier.

"The reason for the decline is the salt. Attention is drawn to the old wiring, which is pushing the keeper towards
candles," said the harbour in a statement today.

The keeper's office stated that both men have accepted the principle of a meeting on November 24.

Also Read: How should the town respond to the dark pier?
"""


def cut_lines(reading: ParsedArticle, reason: str) -> set[int]:
    return {n for cut in reading.cut if cut.reason == reason for n in range(cut.first, cut.last + 1)}


def test_body_headline_stamp_author_and_outlet_of_a_page() -> None:
    reading = read_page(STAMPED)
    assert (
        reading.headline
        == "Ministers of both islands talk about the ferry for three hours No timetable agreed"
    )
    assert reading.text.startswith("A meeting between")
    assert reading.text.endswith("nothing came of it at the time.")
    assert reading.text.count("\n\n") == 3
    assert reading.published == "2031-03-14"
    assert reading.basis["published"] == "stated"
    assert reading.author == "Oswin Tarrant"
    assert reading.outlet == "Harbour Courier"
    assert reading.basis["outlet"] == "stated"


def test_a_day_told_by_its_name_is_resolved_against_the_stamp() -> None:
    reading = read_page(STAMPED)
    assert reading.event_date == "2031-03-14"
    assert reading.basis["event_date"].startswith("inferred from “")


def test_an_error_banner_a_second_copy_and_a_legal_note_go() -> None:
    reading = read_page(TWICE)
    assert reading.headline == "Regional council’s spokesman says mayor is open to talks about the dam"
    assert reading.text.startswith("(VALEFEED) The mayor")
    assert reading.text.endswith("their first since 2027.")
    assert reading.text.count("Town hall spokesman") == 1
    assert "warranty" not in reading.text
    assert "not be found" not in reading.text
    assert reading.outlet == "VALEFEED"
    assert reading.published == reading.event_date == ""
    assert 10 in cut_lines(reading, "repeat")


def test_appeals_above_and_below_the_article_go_and_name_the_outlet() -> None:
    reading = read_page(APPEALS)
    assert reading.headline == "Shepherds, Foresters Discuss Wolves and 'Grazing Guarantees' – Ministry"
    assert reading.text.startswith("The shepherds of the high valleys")
    assert reading.text.endswith("on the mountain itself.")
    assert reading.outlet == "The Valley Herald"
    assert reading.published == ""
    assert "Aldo Pereira" not in reading.text


def test_a_caption_and_an_invitation_to_read_on_go() -> None:
    reading = read_page(CAPTIONED)
    assert reading.headline.startswith("Lighthouse diplomacy")
    assert reading.text.startswith("Amid continuing uncertainty")
    assert reading.text.endswith("on November 24.")
    assert reading.published == ""
    assert cut_lines(reading, "related")


def test_lines_wrapped_by_hand_become_one_paragraph() -> None:
    assert "gave both sides the chance to speak about the ferry" in read_page(STAMPED).text


def test_kept_lines_and_cuts_share_out_every_written_line() -> None:
    for page in (STAMPED, TWICE, APPEALS, CAPTIONED):
        reading = read_page(page)
        lines = page.split("\n")
        cut = {n for each in reading.cut for n in range(each.first, each.last + 1)}
        kept = set(reading.kept_lines)
        assert not cut & kept
        assert cut | kept == {n for n, line in enumerate(lines) if line.strip()}
        assert [word for n in reading.kept_lines for word in lines[n].split()] == reading.text.split()


def test_a_line_known_to_recur_is_furniture() -> None:
    line = "The lamp of the harbour burns for all who are at sea, and it always has, in every weather."
    page = STAMPED.replace("The last known meeting", f"{line}\n\nThe last known meeting")
    assert line in read_page(page).text
    assert line not in read_page(page, recurring=[line]).text


@pytest.mark.parametrize(
    "banner",
    ["Thursday, 9 January 2031", "© 2031 Harbour Courier", "9 January 2031 14:05 Weather 3°C"],
)
def test_a_date_above_the_headline_is_no_stamp(banner: str) -> None:
    page = CAPTIONED.replace("English News", f"English News\n{banner}")
    assert read_page(page).published == ""


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("Published: 3 May 2031, 10:00", "2031-05-03"),
        ("May 3, 2031 at 4:15 PM ET", "2031-05-03"),
        ("2031-05-03T08:00:00Z", "2031-05-03"),
        ("Updated May 4, 2031", "2031-05-04"),
        ("3 мая 2031, 18:20", "2031-05-03"),
        ("03/04/2031 10:10", ""),  # the third of April or the fourth of March
        ("Photo taken on May 3, 2031", ""),
    ],
)
def test_what_is_a_stamp_below_the_headline(stamp: str, day: str) -> None:
    page = STAMPED.replace("14 March 2031 09:20", stamp)
    assert read_page(page).published == day


@pytest.mark.parametrize(
    "raw", ["", "\n\n", "Home\nNews\nSport\nLogin\n© 2031 Harbour Courier", "\x1b[2J\x00", "{" * 5000]
)
def test_a_page_without_an_article_gives_an_empty_text(raw: str) -> None:
    reading = read_page(raw)
    assert reading.text == ""
    assert reading.kept_lines == ()


def test_another_script_is_read_whole() -> None:
    paragraphs = [
        "港の事務所は金曜日、二つの島の大臣が渡し船について三時間にわたり話し合ったと発表した。会談は北の島の求めで開かれた。",
        "報道官によると、両大臣はそれぞれの考えを詳しく説明したが、新しい時刻表については合意に至らなかったという。",
        "二人の大臣が前回会ったのは三年前の秋で、そのときも目立った成果はなかったと関係者は振り返っている。",
    ]
    reading = read_page(
        "ホーム\nニュース\n\n島の大臣、渡し船について三時間協議\n\n" + "\n\n".join(paragraphs) + "\n\n© 2031"
    )
    assert reading.text == "\n\n".join(paragraphs)


def test_fragments_of_a_paragraph_are_joined_again() -> None:
    page = STAMPED.replace(
        "Harbour spokeswoman Ida Brandt confirmed that the ministers",
        "Harbour spokeswoman\nIda Brandt\nconfirmed that the ministers",
    )
    assert "Harbour spokeswoman Ida Brandt confirmed that the ministers" in read_page(page).text
    headed = STAMPED.replace("Harbour spokeswoman", "2. THE HARBOUR\nHarbour spokeswoman")
    assert "\n\nHarbour spokeswoman Ida Brandt confirmed that the ministers" in read_page(headed).text
    broken = STAMPED.replace("Harbour spokeswoman Ida Brandt", "Harbour spokeswoman\nIDA BRANDT\n")
    assert "Harbour spokeswoman IDA BRANDT confirmed that the ministers" in read_page(broken).text


def test_the_five_pages_kept_by_hand(shared: Path) -> None:
    from tests.support.reading_gold import seeds

    rows = {what: figure for what, figure, _ in seeds(shared / "gold")}
    assert rows["false publication dates"] == "0"
    bodies = [figure.split(" / ") for what, figure in rows.items() if what.endswith("body P / R")]
    assert len(bodies) == 5
    assert all(float(precision) >= 0.97 and float(recall) >= 0.98 for precision, recall in bodies)
    assert not [what for what in rows if what.endswith(("headline", "outlet", "published", "author"))]


@pytest.mark.parametrize(
    ("top", "outlet"),
    [
        ("The Quay Gazette", "The Quay Gazette"),
        ("The Mirror of Valmare", "The Mirror of Valmare"),
        (
            "Ministry of Transport of Valmare",
            "Ministry of Transport of Valmare",
        ),
        ("Office of the President", "Office of the President"),
        ("Office supplies", ""),
        ("World News", ""),
    ],
)
def test_a_papers_name_alone_at_the_top_is_the_outlet(top: str, outlet: str) -> None:
    body = (
        "The crews of the harbour ferries walked out again on Monday, the port said in a note to all the skippers.",
        "Two boats lay idle at the pier for all of the day, and the third was brought to the yard for repairs.",
        "A second round of talks is planned for the week after the fair, the council of the town said.",
    )
    reading = read_page("\n\n".join((f"Home\nMenu\n{top}", "Ferry strike goes on at the quay", *body)))
    assert (reading.outlet, reading.headline) == (outlet, "Ferry strike goes on at the quay")
    assert reading.basis.get("outlet", "") == ("inferred from the top of the page" if outlet else "")


@pytest.mark.parametrize(
    ("head", "outlet", "author"),
    [
        ("The Saltmarsh Herald, 14 October 2026", "The Saltmarsh Herald", ""),
        ("The Saltmarsh Inquirer, 14 October 2026", "The Saltmarsh Inquirer", ""),
        ("By Anna Weiss, Coast Times, 14 October 2026", "Coast Times", "Anna Weiss"),
        ("Harbour Monitor\n14 October 2026", "Harbour Monitor", ""),
        ("Reuters, 14 October 2026", "Reuters", ""),
        ("The Saltmarsh Globe, 14 October 2026", "The Saltmarsh Globe", ""),
        ("Le Courrier du Large, 14 octobre 2026", "Le Courrier du Large", ""),
        ("The Press Conference\n14 October 2026", "", ""),
        ("Le Havre, 14 octobre 2026", "", ""),
        ("Local News\n14 October 2026", "", ""),
        ("Port Valmare, 14 October 2026", "", ""),
    ],
)
def test_an_outlet_below_the_headline_is_named_with_the_day_or_the_author(
    head: str, outlet: str, author: str
) -> None:
    body = (
        "The crews of the harbour ferries walked out again on Monday, the port said in a note to all the skippers.",
        "Two boats lay idle at the pier for all of the day, and the third was brought to the yard for repairs.",
    )
    reading = read_page("\n\n".join(("Ferry strike goes on at the quay", head, *body)))
    assert (reading.outlet, reading.author, reading.published) == (outlet, author, "2026-10-14")
    assert reading.basis.get("outlet", "") == (
        "inferred from what stands below the headline" if outlet else ""
    )


GERMAN = (
    "Die Fähre nach Tessel bleibt bis zum Frühjahr im Hafen, teilte das Verkehrsministerium am Freitag mit.",
    "Gutachter haben an drei von sieben Spanten Risse gefunden, die tiefer sind als bisher bekannt.",
    "„Die Sicherheit geht vor“, sagte Ministerin Ida Holt im Landtag.",
    "Pendler müssen bis dahin einen Umweg von 22 Kilometern fahren.",
)


@pytest.mark.parametrize(
    "above", ["", "Pressemitteilung Nr. 88 vom 5. März 2024\n\nMinisterium für Verkehr\n\n"]
)
def test_a_text_with_next_to_nothing_about_it_keeps_its_first_and_last_sentence(above: str) -> None:
    found = read_page(f"{above}Fähre nach Tessel bleibt im Hafen\n\n" + "\n\n".join(GERMAN))
    assert found.text.split("\n\n") == list(GERMAN)
    assert found.headline == "Fähre nach Tessel bleibt im Hafen"
    assert found.published == ("2024-03-05" if above else "")


FRENCH = (
    "La ministre des Transports Ida Holt a appelé jeudi les pêcheurs « à la patience ».",
    "« La sécurité passe avant », a-t-elle déclaré sur le quai. Trois ponts sont touchés.",
    "Le maire Ole Vik a dit qu’il attendrait « sans conditions ».",
)


@pytest.mark.parametrize("blank", [" ", "\xa0", "\u202f"])
def test_a_sentence_that_ends_on_words_in_spaced_marks_is_body(blank: str) -> None:
    body = [part.replace("« ", f"«{blank}").replace(" »", f"{blank}»") for part in FRENCH]
    found = read_page(
        "Le bac de Tessel reste au port\n\nLe Quotidien du Phare\n5 mars 2024\n\n" + "\n\n".join(body)
    )
    assert [" ".join(part.split()) for part in found.text.split("\n\n")] == list(FRENCH)
    assert (found.headline, found.outlet) == ("Le bac de Tessel reste au port", "Le Quotidien du Phare")


ENGLISH = (
    "The ferry to Tessel stays in harbour until the spring, the transport ministry said on Friday.",
    "Surveyors found cracks in three of seven ribs, deeper than what was known, and the yard has no date for repairs.",
    "Commuters have to go round by the causeway until then, which is a detour of 22 kilometres.",
)


@pytest.mark.parametrize(
    ("body", "last"),
    [
        (ENGLISH, "Her reply: “No.”"),
        (ENGLISH, 'Minister Ida Holt ended with the words: "Please be patient."'),
        (ENGLISH, "“I crossed it on foot, in the fog.” — Ida Holt, minister of transport"),
        (GERMAN, "Ida Holt dazu: „Wir haben nichts gewusst.“"),
        (GERMAN, "Die Antwort der Ministerin: »Nein.«"),
        (ENGLISH, "Ida Holt a conclu : « Nos amis ont offert le café. »"),
        (ENGLISH, "Su respuesta: «Nadie»."),
    ],
)
def test_a_text_ends_on_what_somebody_answered_however_short(body: tuple[str, ...], last: str) -> None:
    assert read_page("The ferry to Tessel\n\n" + "\n\n".join((*body, last))).text.endswith(last)


@pytest.mark.parametrize(
    "last", ["Read more: “The ferry.”", "Photo: “The ferry.”", "Tags: “ferry”, “Tessel”."]
)
def test_a_line_of_the_pages_own_words_is_no_answer(last: str) -> None:
    assert "“" not in read_page("The ferry to Tessel\n\n" + "\n\n".join((*ENGLISH, last))).text


def test_who_signs_in_the_line_below_a_quote_is_kept_with_it() -> None:
    quote = ("“I crossed it on foot, in the fog, and so did half of the island.”", "— Ida Holt, minister")
    text = read_page("The ferry to Tessel\n\n" + "\n\n".join((*ENGLISH, *quote))).text
    assert text.endswith("\n\n".join(quote))


def test_what_a_text_is_called_is_no_headline() -> None:
    found = read_page(
        "For immediate release\n\nPress release 112/2024\n\nFähre bleibt im Hafen\n\n" + "\n\n".join(GERMAN)
    )
    assert found.headline == "Fähre bleibt im Hafen"


@pytest.mark.parametrize(
    "source", ["Alpha Post, 3 November 2026", "By Ana Vik\n3 November 2026", "Alpha Post\n2026-11-03"]
)
@pytest.mark.parametrize(
    "body",
    [
        "The lock was closed overnight, the board said.",
        'The board meets again on Friday. "We will pay half of it," Ida Holm said on Monday.\n\nShe gave no day.',
    ],
)
def test_a_flash_of_a_sentence_or_two_is_an_article(source: str, body: str) -> None:
    read = read_page(f"Repair bill\n{source}\n\n{body}\n")
    assert (read.headline, read.text, read.published) == ("Repair bill", body, "2026-11-03")


def test_the_answer_of_a_server_is_none() -> None:
    assert not read_page("404 Not Found\nTue, 3 Nov 2026 10:00:00 GMT\n\nThe page could not be found.\n").text


@pytest.mark.parametrize(
    "source", ["Ministry of Foreign Affairs of Ostmark", "Élysée", "The Kremlin", "Office of the President"]
)
def test_an_office_below_the_headline_is_whose_page_it_is(source: str) -> None:
    body = "The ministers met in Riga on Monday and spoke of the bridge for two hours, with no one else in the room."
    read = read_page(
        f"Readout of the talks in Riga\n{source}\n2 March 2026\n\n{body}\n\nThey will meet again in May.\n"
    )
    assert (read.outlet, read.headline) == (source, "Readout of the talks in Riga")
    assert read.basis["outlet"].startswith("inferred")


BODIES = """{head}

The minister for harbours met her colleague from Tervia on Monday and spoke with him of the ferry for two hours.

The colleague accepted that the ferry had been late on each day of the week, and asked for patience until May.

Both ministers agreed that the timetable of the summer would be looked at once more before the end of the month.
"""


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        (
            "Federal Public Service Harbours, Kingdom of Belgium\nPress release\nTalks on the late ferry\n3 March 2025",
            "Federal Public Service Harbours, Kingdom of Belgium",
        ),
        (
            "Ministry of Harbours, Inland Waters and Trade\nKingdom of Norway\nThe ferry talks with Tervia\n3 March 2025",
            "Ministry of Harbours, Inland Waters and Trade, Kingdom of Norway",
        ),
        ("The Élysée’s readout: ferry talks with Tervia go on\n3 March 2025", "Élysée"),
        # A paper that prints it speaks for itself, and so does one that writes of an office.
        ("The Alder Post\nMinistry of Harbours, Kingdom of Norway\nPress release on ferry talks", "The Alder Post"),
        ("Ministry of Harbours Talks of Ferry With Tervia\n3 March 2025", ""),
        ("Ministry of Harbours, Slow to Answer, Blames Tervia\nRepublic of Delays\n3 March 2025", ""),
        ("European Parliament\nStatement on late ferries divides the members from Tervia\n3 March 2025", ""),
        ("Kremlin readout of ferry talks leaves out Tervia\n3 March 2025", ""),
    ],
)  # fmt: skip
def test_a_release_is_of_the_body_whose_letterhead_stands_above_it(head: str, outlet: str) -> None:
    reading = read_page(BODIES.format(head=head))
    assert reading.outlet == outlet
    assert reading.basis.get("outlet", "inferred").startswith("inferred")


def test_the_office_at_the_head_of_a_release_is_not_its_headline() -> None:
    reading = read_page(
        "Ministry of Foreign Affairs of Alder\nPress release, 3 March 2025\n\n"
        "Alder secures withdrawal of Tervian blockade, canal to reopen\n\n"
        "Foreign Minister Jonas Reval met the Minister of Transport of Tervia, Ilse Brandt, in Port Orsa on Monday.\n\n"
        "“Alder never closed the canal,” Minister Reval said. “Tervia did, and Tervia has now thought better of it.”\n\n"
        "The Minister said that Alder's boats would leave the canal by Friday. He stressed that tolls remained open.\n"
    )
    assert reading.headline == "Alder secures withdrawal of Tervian blockade, canal to reopen"
    assert (reading.outlet, reading.published) == ("Ministry of Foreign Affairs of Alder", "2025-03-03")


@pytest.mark.parametrize("name", ["Nordkurier", "Aftonbladet", "European External Action Service"])
def test_a_paper_in_one_word_and_a_service_are_outlets_below_the_headline(name: str) -> None:
    reading = read_page(
        f"Orsa canal opens to barges again\n\n{name}\n3 March 2025\n\n"
        "The Orsa canal opened to barges again on Monday after five weeks, the minister of transport said.\n\n"
        "The first of them carried grain, and the lock held, as those who had mended it over the winter had hoped.\n"
    )
    assert (reading.outlet, reading.published) == (name, "2025-03-03")


def test_a_lead_is_body_where_it_says_what_the_headline_says_or_ends_on_a_colon() -> None:
    lead = "RIGA - Norland's minister Ida Lund met today in Riga with the minister of Ostmark, Olaf Roth."
    text = f"Ministers meet in Riga\nReuters\n2 March 2026\n\n{lead}\n\n“We go on,” Lund said.\n\nHe was “not asked”.\n"
    assert read_page(text).text.startswith(lead)
    lead = "The ministers of Norland and Ostmark, meeting in Riga on 2 March, issued the following joint statement:"
    text = f"Joint statement on the bridge\nReuters\n2 March 2026\n\n{lead}\n\n“The bridge will open on 4 May. We go on.”\n"
    assert read_page(text).text.startswith(lead)


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ("By Anna Weiss\nAdditional reporting by Ben Roth", ""),
        ("By Anna Weiss, with additional reporting by Ben Roth in Oslo", ""),
        ("By Anna Weiss", "(Additional reporting by Ben Roth; editing by Cyr Hale)"),
        ("Reporting by Anna Weiss; Writing by Ben Roth; Editing by Cyr Hale", ""),
        ("Von Anna Weiss\nUnter Mitarbeit von Ben Roth", ""),
        ("Par Anna Weiss, avec la collaboration de Ben Roth", ""),
        ("By Anna Weiss in Oslo and Ben Roth in Port Elwin", ""),
        ("By Anna Weiss in New York, Ben Roth", ""),
        ("Von Anna Weiss in Bern und Ben Roth in Oslo", ""),
        ("3 March 2025", "(Reporting by Anna Weiss in Bern and Ben Roth in Oslo; editing by Cyr Hale)"),
    ],
)
def test_who_helped_with_the_reporting_is_an_author_behind_the_first(head: str, foot: str) -> None:
    body = (
        "The crews of the harbour ferries walked out again on Monday, the port said in a note to all the skippers.",
        "Two boats lay idle at the pier for all of the day, and the third was brought to the yard for repairs.",
    )
    title = "Ferry strike goes on at the quay"
    assert read_page("\n\n".join((title, head, *body, foot))).author == "Anna Weiss, Ben Roth"
    lines = "".join(f"<p>{line}</p>" for line in (*head.split("\n"), *body, foot))
    page = f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{lines}</article></body>"
    assert read_html(page.encode()).author == "Anna Weiss, Ben Roth"


COMMUNIQUE = """\
Joint communiqué of the northern ministers

Oslo, 4 March 2031

1. The ministers of Norway, Iceland and Corvany met in Oslo to discuss the cables in northern waters.

2. They reaffirmed that the cables are protected by a convention, and condemned any attempt to cut them.

3. The Icelandic side proposed a common register of vessels.

4. The ministers agreed to meet again in Reykjavik in June.
"""


def test_numbered_paragraphs_are_a_text_and_no_list() -> None:
    page = read_page(COMMUNIQUE)
    assert all(each in page.text for each in COMMUNIQUE.split("\n\n")[2:-1])
    most_read = "\n\n".join(
        f"{at}. {name}" for at, name in enumerate(("Cables cut", "Ships held", "Snow"), 1)
    )
    assert "Ships held" not in read_page(f"{COMMUNIQUE}\n\nMost read\n\n{most_read}").text

"""For whom a speaker speaks, as articles say it: of one event, and of a whole briefing."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace

import pytest

from tui.core.accounts import Affiliation
from tui.core.model import AnnotatedEvent, Article, Event, Quote, Selector, Speaker
from tui.core.statements import BY_READER
from tui.reading.statements.accounts import board_of
from tui.reading.statements.affiliations import (
    affiliations,
    state_of_name,
    state_of_office,
    state_of_outlet,
)
from tui.reading.statements.event_statements import statements_of
from tui.reading.statements.offices import is_own
from tui.reading.statements.sides import sides_of


def report(outlet: str, text: str, *said: tuple[Speaker, str], role: str = "") -> Article:
    """Return a report of a text that gives some speakers words of it."""
    quotes = []
    for at, (who, words) in enumerate(said):
        start = text.index(words)
        part = Selector.at(text, start, start + len(words))
        quotes.append(
            Quote(
                id=f"{outlet}{at}",
                article=outlet,
                kind="direct",
                parts=(part,),
                speakers=(who.id,),
                entity=who.name,
                role=role,
            )
        )
    return Article(id=outlet, event="e", headline="", outlet=outlet, text=text, quotes=tuple(quotes))


def side(who: Speaker, *articles: Article, others: tuple[Speaker, ...] = ()) -> str:
    """Return the side of one speaker of an event as it is told."""
    annotated = AnnotatedEvent(Event("e", "A call", "2025-03-04", articles))
    speakers = {each.id: each for each in (who, *others)}
    return sides_of(annotated, statements_of(annotated, speakers), speakers)[who.name].told


ORLOVA, ARDEN = Speaker("orlova", "Maria Orlova"), Speaker("arden", "Mira Arden")


@pytest.mark.parametrize(
    ("told", "state"),
    [
        ("President Ruslan Dadayev spoke. Dadayev's", "Maria Orlova"),
        ("President Dadayev spoke. Dadayev's", "Maria Orlova"),
        ("President Ruslan Velmor spoke. Velmora's", "Velmora"),
    ],
)
def test_whose_minister_somebody_is_may_be_a_president_and_is_no_state(told: str, state: str) -> None:
    text = f"{told} foreign minister, Maria Orlova, said it was “never asked for”."
    assert side(ORLOVA, report("Post", text, (ORLOVA, "never asked for"))) == state


@pytest.mark.parametrize(
    "of",
    ["Velmora's navy", "the Velmoran army", "Velmora's foreign ministry", "Velmora's armed forces"],
)
def test_a_voice_of_a_body_that_only_states_have_is_on_the_side_of_a_state_in_no_table(of: str) -> None:
    named = "Velmora's defence minister, Sergey Orlov, left."
    text = f"Maria Orlova, a spokeswoman for {of}, said it was “never asked for”. {named}"
    assert side(ORLOVA, report("Post", text, (ORLOVA, "never asked for"))) == "Velmora"
    text = f"Maria Orlova, a spokeswoman for Lund's army, said it was “never asked for”. President Lund left. {named}"
    assert side(ORLOVA, report("Post", text, (ORLOVA, "never asked for"))) == "Maria Orlova"


@pytest.mark.parametrize(
    "text",
    [
        "Maria Orlova, the spokeswoman of the Russian foreign ministry, said it was “never asked for”.",
        "Maria Orlova, spokeswoman for Russia’s Foreign Ministry, said it was “never asked for”.",
        "Russia's foreign ministry spokeswoman Maria Orlova said it was “never asked for”.",
        "The spokeswoman of the Russian foreign ministry, Maria Orlova, said it was “never asked for”.",
        "Russian Foreign Ministry spokesperson Orlova said it was “never asked for”.",
        "It was “never asked for”, said Orlova (the Kremlin spokeswoman).",
        "Maria Orlova of Russia said it was “never asked for”.",
        "They met in Paris with the Foreign Minister of Russia, Maria Orlova, and it was “never asked for”.",
        "He met in Paris with Russian minister Maria Orlova: it was “never asked for”.",
    ],
)
def test_a_speaker_is_of_the_state_whose_office_the_article_says_is_theirs(text: str) -> None:
    assert side(ORLOVA, report("Sabah", text, (ORLOVA, "never asked for"))) == "Russia"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "La porte-parole du ministère russe des Affaires étrangères, Maria Orlova, a parlé d’un “refus net”.",
        ),
        ("fr", "La ministre russe Orlova a parlé d’un “refus net”."),
        ("fr", "Maria Orlova, l’ambassadrice de Russie à Paris, a parlé d’un “refus net”."),
        ("de", "Die russische Außenministerin Maria Orlova sprach von einem “refus net”."),
        ("de", "Maria Orlova, Sprecherin des russischen Außenministeriums, sprach von einem “refus net”."),
        ("de", "Russlands Botschafterin in Berlin, Maria Orlova, sprach von einem “refus net”."),
        ("es", "La portavoz de la Cancillería rusa, Maria Orlova, habló de un “refus net”."),
        ("es", "La embajadora de Rusia en España, Maria Orlova, habló de un “refus net”."),
        ("ru", "Официальный представитель МИД России Maria Orlova говорила о “refus net”."),
        ("ru", "Министр иностранных дел РФ Orlova говорила о “refus net”."),
    ],
)
def test_a_speaker_is_of_a_state_in_other_languages_too(language: str, text: str) -> None:
    article = replace(report("Le Jour", text, (ORLOVA, "refus net")), language=language)
    assert side(ORLOVA, article) == "Russia"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "L’ancienne ministre russe Maria Orlova a parlé d’un “refus net”."),
        ("fr", "Le président russe a vu Maria Orlova, qui a parlé d’un “refus net”."),
        ("de", "Die frühere russische Ministerin Maria Orlova sprach von einem “refus net”."),
        ("de", "Die Russland-Expertin Maria Orlova sprach von einem “refus net”."),
        ("es", "La periodista rusa Maria Orlova habló de un “refus net”."),
        ("ru", "Бывший министр обороны России Maria Orlova говорила о “refus net”."),
    ],
)
def test_who_was_of_a_state_is_not_of_its_side_in_other_languages(language: str, text: str) -> None:
    article = replace(report("Le Jour", text, (ORLOVA, "refus net")), language=language)
    assert side(ORLOVA, article) == "Maria Orlova"


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("das russische Außenministerium", "russia"),
        ("МИД России", "russia"),
        ("Kreml", "russia"),
        ("le gouvernement allemand", "germany"),
        ("Москва", "russia"),
        ("Maison-Blanche", "united-states"),
        ("Ministerio de Defensa de Ucrania", "ukraine"),
        ("ambassade de Russie à Kiev", "russia"),
        ("Елена Франциск", ""),
        ("der russische Autor", ""),
        ("Regierungssprecher", ""),
    ],
)
def test_a_name_in_another_language_tells_the_state_of_its_office(name: str, state: str) -> None:
    assert state_of_name(name) == state


@pytest.mark.parametrize(
    "text",
    [
        "Orlova, a former Russian minister, said it was “never asked for”.",
        "The exiled Russian opposition leader Maria Orlova said it was “never asked for”.",
        "Orlova, an analyst in Moscow, said it was “never asked for”.",
        "Orlova met the Russian president. It was “never asked for”.",
        "Orlova, in Berlin with the president of France, said it was “never asked for”.",
    ],
)
def test_who_was_of_it_or_only_lives_there_is_not_of_its_side(text: str) -> None:
    assert side(ORLOVA, report("Sabah", text, (ORLOVA, "never asked for"))) == "Maria Orlova"


@pytest.mark.parametrize(
    "text",
    [
        "They met in Lisbon with the Foreign Minister of Valdoria, Maria Orlova, and it was “never asked for”.",
        "Valdoria's foreign minister, Maria Orlova, said it was “never asked for”.",
        "Valdoria's prime minister Maria Orlova said it was “never asked for”.",
    ],
)
def test_a_state_in_no_table_is_the_side_of_its_ministers(text: str) -> None:
    assert side(ORLOVA, report("Sabah", text, (ORLOVA, "never asked for"))) == "Valdoria"


@pytest.mark.parametrize(
    ("told", "state"),
    [
        ("US special envoy to Ukraine", "united-states"),
        ("envoy to Ukraine", ""),
        ("president of Russia", "russia"),
        ("spokesman for the Russian foreign ministry", "russia"),
        ("adviser to the French president", "france"),
        ("one of us", ""),
        ("French reporter", ""),
        ("président de la République française", "france"),
        ("président du Paris FC", ""),
        ("président de la Banque de France", ""),
        ("jefe de la Selección Española", ""),
        ("глава Банка России", ""),
        ("президент Российской Федерации", "russia"),
        ("chef du bureau de Moscou", ""),
        ("représentant de l'ONU en Ukraine", ""),
    ],
)
def test_an_office_is_of_the_state_that_has_it_and_not_of_the_one_it_deals_with(
    told: str, state: str
) -> None:
    assert state_of_office(told) == state


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("Moscow", "russia"),
        ("Élysée", "france"),
        ("the French side", "france"),
        ("Russian Foreign Ministry", "russia"),
        ("the leaders of the European Union", "eu"),
        ("Moscow Times", ""),
        ("chef de la mission de l'ONU en Ukraine", ""),
        ("Jordan Peterson", ""),
        ("Russian media", ""),
    ],
)
def test_a_name_tells_a_side_where_it_is_a_state_or_an_office_of_one(name: str, state: str) -> None:
    assert state_of_name(name) == state


def sides_over(shown: tuple[Article, ...], *elsewhere: Article, people: tuple[Speaker, ...]) -> list[str]:
    """Return the columns of the board of an event, where a briefing has other articles, too."""
    told: defaultdict[str, Counter[Affiliation]] = defaultdict(Counter)
    ids = {name: each.id for each in people for name in (each.id, each.name)}
    for article in (*shown, *elsewhere):
        for key, those in affiliations(article).items():
            told[ids.get(key, "")].update(those)
    annotated = AnnotatedEvent(Event("e", "A call", "2025-03-04", shown))
    speakers = {each.id: each for each in people}
    found = board_of(annotated, statements_of(annotated, speakers), speakers, lambda _: told)
    return [f"{each.name} {each.statements}" for each in found.sides]


def test_the_office_of_the_next_name_is_not_that_of_the_one_before() -> None:
    text = "According to Orlova, the French envoy, Mira Arden, had gone for good. “Not asked for”, he wrote."
    shown = report("Sabah", text, (ORLOVA, "had gone for good"), (ARDEN, "Not asked for"))
    assert side(ORLOVA, shown, others=(ARDEN,)) == "Maria Orlova"
    assert side(ARDEN, shown, others=(ORLOVA,)) == "France"
    text = "They met Maria Orlova, the French envoy, Mira Arden, and others. “Not asked for”, she wrote."
    assert side(ORLOVA, report("Sabah", text, (ORLOVA, "Not asked for"))) == "France"


def test_a_body_is_of_the_state_that_its_own_release_names_unless_two_states_have_one() -> None:
    body = Speaker("body", "Ministry of Finance")
    own = report(
        "Ministry of Finance of Velmora", "The Ministry said “not asked for”.", (body, "not asked for")
    )
    assert side(body, own) == "Velmora"
    assert side(body, replace(own, outlet="Sabah")) == "Ministry of Finance"
    assert side(body, own, replace(own, id="post", outlet="Post")) == "Velmora ?"
    other = report("Ministry of Finance of Norland", "It said “not optimal”.", (body, "not optimal"))
    assert side(body, own, other) == "Ministry of Finance"


def test_a_state_in_no_table_is_one_side_under_its_name_and_its_adjective() -> None:
    voice, ministry = Speaker("voice", "A senior Velmora official"), Speaker("ministry", "Velmoran navy")
    text = "Orlova said it was “never asked for”. Arden: “not optimal”. Others: “a cold morning”, “an old quarrel”."
    shown = report(
        "Sabah",
        text,
        (ORLOVA, "never asked for"),
        (ARDEN, "not optimal"),
        (voice, "a cold morning"),
        (ministry, "an old quarrel"),
    )
    one = report("Post", "The Velmoran president, Maria Orlova, left.")
    other = report("Globe", "Velmora's foreign minister, Mira Arden, stayed.")
    people = (ORLOVA, ARDEN, voice, ministry)
    assert sides_over((shown,), one, other, people=people) == ["Velmora 4"]


def test_a_state_that_ends_as_germany_does_is_one_with_its_adjective() -> None:
    ministry = Speaker("ministry", "Corvan navy")
    shown = report("Sabah", "The Corvan navy called it “a cold morning”.", (ministry, "a cold morning"))
    assert sides_over(
        (shown,), report("Post", "Corvany's premier, Maria Orlova, left."), people=(ministry,)
    ) == ["Corvany 1"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He called Prime Minister Maria Orlova of Velmora."),
        ("en", "He met the Minister of Foreign Affairs of Velmora, Maria Orlova."),
        ("en", "He met the Ambassador of Velmora to Norland, Maria Orlova."),
        ("en", "Velmora's premier spoke. He met his Velmoran counterpart, Maria Orlova, on Friday."),
        ("es", "Se reunió con la primera ministra de Velmora, Maria Orlova, en Lisboa."),
        ("fr", "Il a vu la présidente de Velmora, Maria Orlova, à Lisbonne."),
        ("de", "Er traf die Präsidentin von Velmora, Maria Orlova, in Lissabon."),
    ],
)
def test_whom_an_article_names_beside_an_office_without_quoting_them_is_known_in_other_events(
    language: str, text: str
) -> None:
    shown = report("Sabah", "Orlova said it was “never asked for”.", (ORLOVA, "never asked for"))
    named = report("Post", "Velmora's government fell.")
    elsewhere = replace(report("Globe", text), language=language)
    assert sides_over((shown,), named, elsewhere, people=(ORLOVA,)) == ["Velmora 1"]


def test_the_matter_of_an_office_is_no_state_nor_is_whose_minister_somebody_is() -> None:
    spanish = replace(
        report("Matin", "El ministro de Defensa, Maria Orlova, habló.", (ORLOVA, "habló")), language="es"
    )
    assert side(ORLOVA, spanish) == side(ORLOVA, report("Post", "Minister of Finance", (ORLOVA, "Minister")))
    shown = report(
        "Sabah",
        "Arden: “not optimal”. Arden's finance minister, Maria Orlova, agreed: “never asked for”.",
        (ORLOVA, "never asked for"),
        (ARDEN, "not optimal"),
    )
    office = report("Globe", "French President Mira Arden left.")
    assert sides_over((shown,), office, people=(ORLOVA, ARDEN)) == ["France 2"]


def test_who_speaks_for_somebody_is_on_their_side() -> None:
    text = "A spokeswoman for Arden, Maria Orlova, said it was “never asked for”."
    shown = report("Sabah", text, (ORLOVA, "never asked for"))
    office = report("Globe", "French President Mira Arden left.")
    assert sides_over((shown,), office, people=(ORLOVA, ARDEN)) == ["France 1"]


@pytest.mark.parametrize("boss", ["Foreign Minister", "President", "Deputy Prime Minister"])
def test_an_office_whose_adviser_speaks_is_nobodys_side(boss: str) -> None:
    text = f"An adviser to {boss} Maria Orlova smiled. Maria Orlova said it was “never asked for”."
    assert side(ORLOVA, report("Sabah", text, (ORLOVA, "never asked for"))) == "Maria Orlova"
    text = f"A spokeswoman for {boss} Arden, Maria Orlova, said it was “never asked for”."
    shown = report("Sabah", text, (ORLOVA, "never asked for"))
    office = report("Globe", "French President Mira Arden left.")
    assert sides_over((shown,), office, people=(ORLOVA, ARDEN)) == ["France 1"]


def test_an_office_of_a_state_in_no_table_calls_its_own_minister_so_and_of_two_neither_is_known() -> None:
    text = "FOREIGN MINISTER ORLOVA: It was “never asked for”.\nFOREIGN MINISTER ARDEN: It is “not optimal”."
    said = report("Ministry of Foreign Affairs of Velmora", text, (ORLOVA, "never asked for"))
    (quote,) = said.quotes
    said = replace(said, quotes=(replace(quote, speaker_text="FOREIGN MINISTER ORLOVA"),))
    assert side(ORLOVA, said) == "Velmora ?"
    both = report(said.outlet, text, (ORLOVA, "never asked for"), (ARDEN, "not optimal"))
    labels = ("FOREIGN MINISTER ORLOVA", "FOREIGN MINISTER ARDEN")
    quotes = [replace(each, speaker_text=label) for each, label in zip(both.quotes, labels, strict=True)]
    assert side(ORLOVA, replace(both, quotes=tuple(quotes)), others=(ARDEN,)) == "Maria Orlova"


def test_who_is_not_named_has_no_column_and_of_many_the_third_is_a_state() -> None:
    text = "“never asked for”, “not optimal”, “a cold morning”, “an old quarrel”, “one more word”, “the last of it”"
    reporter, oakes = Speaker("r", "a reporter"), Speaker("o", "Pia Oakes")
    said = zip(
        (reporter, reporter, ORLOVA, ARDEN, oakes, Speaker("n", "Norland's navy")),
        text.strip("“”").split("”, “"),
        strict=True,
    )
    shown = report("Sabah", text, *said)
    roles = report(
        "Globe", "French President Mira Arden met Russian minister Maria Orlova in Norland's navy."
    )
    people = (reporter, oakes, ORLOVA, ARDEN, Speaker("n", "Norland's navy"))
    assert sides_over((shown,), roles, people=people) == ["France 1", "Norland 1", "Russia 1", "Others 3"]


def test_a_minister_of_no_named_state_is_guessed_to_be_of_the_office_that_reports_it() -> None:
    text = "Foreign Minister Maria Orlova said it was “never asked for”."
    readout = report("Kremlin readout", text, (ORLOVA, "never asked for"))
    assert side(ORLOVA, readout) == "Russia ?"
    assert side(ORLOVA, replace(readout, outlet="Sabah")) == "Maria Orlova"
    # Where that office is another's, a minister of another state is meant.
    other = report("Post", "Russian Foreign Minister Mira Arden was “not optimal”.", (ARDEN, "not optimal"))
    assert side(ORLOVA, readout, other, others=(ARDEN,)) == "Maria Orlova"


def test_what_articles_say_differently_is_a_guess() -> None:
    one = report("Sabah", "Russian minister Maria Orlova “never asked for” it.", (ORLOVA, "never asked for"))
    other = report(
        "Post", "Ukrainian minister Maria Orlova “never asked for” it.", (ORLOVA, "never asked for")
    )
    assert side(ORLOVA, one, other).endswith(" ?")


def test_what_the_reader_says_comes_first_and_quotes_they_took_from_another_say_nothing() -> None:
    text = "Russian minister Maria Orlova said it was “never asked for”."
    said = report("Sabah", text, (ORLOVA, "never asked for"), role="Russian minister")
    assert side(replace(ORLOVA, side="Opposition"), said) == "Opposition"
    (quote,) = said.quotes
    given = replace(said, quotes=(replace(quote, speakers=(ARDEN.id,), edited=("speaker",)),))
    assert ARDEN.id not in affiliations(given)
    assert side(ARDEN, given, others=(ORLOVA,)) == "Mira Arden"


def test_one_state_is_one_side_over_all_events_and_an_office_of_a_person_is_of_theirs() -> None:
    office = Speaker("office", "Mira Arden's office")
    text = "Arden said it was “not optimal”. Her office said it was “never asked for”."
    annotated = AnnotatedEvent(
        Event("e", "A call", "", (report("Post", text, (ARDEN, "not optimal"), (office, "never asked for")),))
    )
    speakers = {each.id: each for each in (ARDEN, office)}
    elsewhere = affiliations(
        report("Matin", "French President Mira Arden said “oui”.", (ARDEN, "oui"), role="French President")
    )
    found = statements_of(annotated, speakers)
    alone = board_of(annotated, found, speakers)
    assert [each.name for each in alone.sides] == ["Mira Arden", "Mira Arden's office"]
    told = {id: dict.fromkeys(those, 1) for id, those in elsewhere.items()}
    (both,) = board_of(annotated, found, speakers, lambda _: told).sides
    assert both.name == "France" and both.statements == 2
    standings = sides_of(annotated, found, speakers, lambda _: told)
    assert standings["Mira Arden"].why == "by “French President”"
    assert BY_READER not in standings["Mira Arden's office"].why


def test_what_two_say_together_is_on_both_their_sides() -> None:
    text = "Russian minister Maria Orlova and French President Mira Arden said it was “never asked for”."
    said = report("Sabah", text, (ORLOVA, "never asked for"))
    (quote,) = said.quotes
    joint = replace(quote, speakers=(ORLOVA.id, ARDEN.id), entity="Maria Orlova; Mira Arden")
    annotated = AnnotatedEvent(Event("e", "A call", "", (replace(said, quotes=(joint,)),)))
    speakers = {each.id: each for each in (ORLOVA, ARDEN)}
    (found,) = sides_of(annotated, statements_of(annotated, speakers), speakers).values()
    assert found.side == "France and Russia" and found.sure


@pytest.mark.parametrize(
    "name",
    [
        "a spokesman for the Norland government",
        "Norland government spokeswoman",
        "a senior official of the Norland government",
    ],
)
def test_who_speaks_for_a_body_by_the_name_alone_is_on_its_side(name: str) -> None:
    voice, body = Speaker("voice", name), Speaker("body", "the Norland government")
    text = "It said “talks will resume” and “the line stays shut”."
    reports = report("Globe", text, (voice, "talks will resume"), (body, "the line stays shut"))
    assert side(voice, reports, others=(body,)) == side(body, reports, others=(voice,)) == body.name
    alone = report("Globe", text, (voice, "talks will resume"))
    assert side(voice, alone) == "Norland government"
    nobody = Speaker("nobody", "a spokesman for the government")
    assert side(nobody, report("Globe", text, (nobody, "talks will resume"))) == nobody.name


@pytest.mark.parametrize(
    "name",
    [
        "a former Norland official",
        "Former Norland government spokesman",
        "a former spokesman for the Norland government",
        "an ex-official of the Norland government",
        "a retired Norland official",
        "one fired spokeswoman for the Norland government",
        "Norland's former spokesman",
        "an official at the Hilton Hotel",
        "a spokesman from Norwick",
        "officials at Norwick Airport",
    ],
)
def test_who_spoke_for_a_body_once_or_is_only_at_a_place_is_on_no_side_but_their_own(name: str) -> None:
    voice, body = Speaker("voice", name), Speaker("body", "Norland")
    text = "It said “talks will resume” and “the line stays shut”."
    reports = report("Globe", text, (voice, "talks will resume"), (body, "the line stays shut"))
    assert side(voice, reports, others=(body,)) == name


@pytest.mark.parametrize("name", ["A spokesman", "A senior official", "The spokeswoman", "Senior officials"])
def test_the_capital_that_begins_a_sentence_is_no_body(name: str) -> None:
    voice = Speaker("voice", name)
    assert side(voice, report("Globe", "It said “talks will resume”.", (voice, "talks will resume"))) == name


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("a senior Norland official", "Norland"),
        ("A senior Norland official", "Norland"),
        ("a spokesman for the former Norland Party", "former Norland Party"),
        ("two high-ranking Norland officials", "Norland"),
        ("an al-Nour spokesman", "al-Nour"),
        ("spokespeople for Late Harvest", "Late Harvest"),
    ],
)
def test_the_body_that_somebody_speaks_for_is_named_without_their_rank(name: str, body: str) -> None:
    voice = Speaker("voice", name)
    assert side(voice, report("Globe", "It said “talks will resume”.", (voice, "talks will resume"))) == body


def test_what_the_release_of_one_side_says_that_another_said_is_told_by_that_release() -> None:
    text = "Maria Orlova conceded the quay was late. Mira Arden said it was on time."
    release = report(
        "Ministry of Trade, Kingdom of Norway", text, (ORLOVA, "was late"), (ARDEN, "was on time")
    )
    known = {each.id: each for each in (replace(ORLOVA, side="Russia"), replace(ARDEN, side="Norway"))}

    def told(*articles: Article) -> list[tuple[str, ...]]:
        annotated = AnnotatedEvent(Event("e", "E", "2025-07-01", articles))
        board = board_of(annotated, statements_of(annotated, known), known)
        return [claim.outlets for row in board.rows for claims in row.values() for claim in claims]

    assert told(release) == [("told by Ministry of Trade, Kingdom of Norway",), (release.outlet,)]
    assert told(replace(release, outlet="Norway Today")) == [("Norway Today",), ("Norway Today",)]


@pytest.mark.parametrize(
    ("outlet", "state"),
    [
        ("Ministry of Trade, European Union and Ports of Spain", "Spain"),
        ("Federal Public Service Finance, Kingdom of Belgium", "Belgium"),
        ("Foreign Office, Republic of Kenya", "Kenya"),
        ("US Department of State", "United States"),
    ],
)
def test_an_office_that_puts_out_a_release_is_of_the_state_that_its_name_ends_with(
    outlet: str, state: str
) -> None:
    assert state_of_outlet(outlet) == state and is_own("", outlet)


@pytest.mark.parametrize(
    ("outlet", "own"),
    [
        ("Meridian News Agency", False),
        ("Atlantic Press Service", False),
        ("Presidential Press Service", True),
        ("Kremlin Press Service", True),
        ("Press Service of the President", True),
    ],
)
def test_a_news_agency_is_no_office(outlet: str, own: bool) -> None:
    assert is_own("Ships sail", outlet) == own
    assert is_own("Transcript: ships sail", outlet)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Peru protested. Its foreign minister, Maria Orlova, called it “never asked for”.", "Peru ?"),
        (
            "LIMA - Peru sent home two for what Foreign Minister Maria Orlova called “never asked for”.",
            "Peru ?",
        ),
        ("Peru and Chile met. Its foreign minister, Maria Orlova, said “never asked for”.", "Maria Orlova"),
        ("The storm hit. Foreign Minister Maria Orlova called it “never asked for”.", "Maria Orlova"),
        ("Peru gave way. Chile's foreign minister, Maria Orlova, called it “never asked for”.", "Chile"),
        ("The bank's mission chief for Peru, Maria Orlova, called it “never asked for”.", "Maria Orlova"),
        ("The spokeswoman for Peru, Maria Orlova, called it “never asked for”.", "Peru"),
    ],
)
def test_a_minister_of_no_state_may_be_of_the_one_the_sentence_begins_with(text: str, told: str) -> None:
    assert side(ORLOVA, report("Post", text, (ORLOVA, "never asked for"))) == told


@pytest.mark.parametrize(
    ("name", "told"), [("Fund's mission", "Fund's mission"), ("Velmora's mission", "Velmora")]
)
def test_a_mission_is_of_the_state_whose_it_is_and_of_no_body(name: str, told: str) -> None:
    mission = Speaker("mission", name)
    assert (
        side(mission, report("Post", f"The {name} said “never asked for”.", (mission, "never asked for")))
        == told
    )

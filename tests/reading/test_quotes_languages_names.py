"""How speakers are named in French, German, Russian and Spanish: offices, cases, and how sure it is who is meant."""

from __future__ import annotations

import pytest

from tests.reading.test_quotes_languages_reported import only
from tui.core.model import SURE_ENOUGH
from tui.reading.quotes import find_quotes
from tui.reading.quotes.languages.declension import nominative, nominative_name


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        ("fr", "« Non », a dit la ministre de la Mer, Ida Lund.", "la ministre de la Mer"),
        ("fr", "« Non », a dit Ida Lund, maire de Brest.", "maire de Brest"),
        ("de", "„Nein“, sagte Verkehrsministerin Ida Lund.", "Verkehrsministerin"),
        ("ru", "«Нет», — сказала министр торговли Эстонии Ида Лунд.", "министр торговли Эстонии"),
        ("es", "«No», dijo el alcalde de Lugo, Iván Mora.", "el alcalde de Lugo"),
    ],
)
def test_what_the_speaker_is_stands_in_the_words_of_the_text(language: str, text: str, role: str) -> None:
    assert only(text, language).role == role


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        (
            "fr",
            "Le ministre danois des Finances, Bo Skov, salue « un pas ». Le ministre suédois parle d'« un piège tendu ».",
            ["Bo Skov", "le ministre suédois"],
        ),
        (
            "de",
            "Die Sprecherin der Polizei, Ida Lund, sprach von „Ruhe“. „Es brennt“, sagte die Sprecherin der Feuerwehr.",
            ["Ida Lund", "die Sprecherin der Feuerwehr"],
        ),
        (
            "ru",
            "Представитель МИД Иван Лунин назвал это «шуткой». «Мы ждём», — заявила представитель мэрии.",
            ["Иван Лунин", "представитель мэрии"],
        ),
        (
            "es",
            "La alcaldesa de Lugo, Ida Lund, pidió “calma”. “Es tarde”, dijo la alcaldesa de Vigo.",
            ["Ida Lund", "la alcaldesa de Vigo"],
        ),
    ],
)
def test_an_office_of_another_place_is_somebody_else(language: str, text: str, who: list[str]) -> None:
    assert [quote.entity for quote in find_quotes(text, language)] == who


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Ida Lund a rencontré Eva Moen. « Nous restons », a-t-elle dit."),
        ("fr", "L'usine « a fait des efforts » depuis un an."),
        ("de", "Ida Lund traf Eva Moen. „Wir bleiben“, sagte sie."),
        ("de", "Für das Dorf ist es „ein schwerer Schlag“."),
        ("fr", "Eva Moen et Luc Moen sont venus. « Nous restons », a dit Moen."),
        ("de", "Minister Luc Vey kam. Minister Jan Moen kam. „Wir bleiben“, sagte der Minister."),
        ("ru", "Анна Белова встретила Ольгу Мохову. «Мы остаёмся», — сказала она."),
        ("es", "Ida Lund recibió a Eva Moen. “Nos quedamos”, dijo."),
    ],
)
def test_what_the_text_leaves_open_is_not_told_as_sure(language: str, text: str) -> None:
    assert only(text, language).confidence < 0.75


def test_it_is_told_how_a_speaker_is_known() -> None:
    text = "« Non », a dit Ida Lund. « Jamais », a-t-elle ajouté. Selon la ministre, « tout est prêt »."
    assert [quote.why for quote in find_quotes(text, "fr")] == [
        "named right after 'dit'",
        "subject of 'ajouté'; elle → Ida Lund, the last who fits",
        "named beside 'Selon'; la ministre → Ida Lund, named last",
    ]


@pytest.mark.parametrize(
    ("genitive", "name"),
    [
        ("Сергея Лунина", "Сергей Лунин"),
        ("Анны Луниной", "Анна Лунина"),
        ("Марии Ковтун", "Мария Ковтун"),
        ("Дмитрия Островского", "Дмитрий Островский"),
        ("Льва Мохова", "Лев Мохов"),
    ],
)
def test_a_russian_name_is_put_as_it_is_called(genitive: str, name: str) -> None:
    assert nominative_name(genitive, female=False) == name
    assert only(f"По словам {genitive}, порт «почти готов».", "ru").entity == name


@pytest.mark.parametrize(
    ("words", "after", "name"),
    [
        ("Auswärtigen Amtes", "des", "Auswärtiges Amt"),
        ("Weißen Haus", "dem", "Weißes Haus"),
        ("Europäischen Kommission", "der", "Europäische Kommission"),
        ("Ministeriums", "des", "Ministerium"),
        ("einen Diplomaten", "", "ein Diplomat"),
    ],
)
def test_a_german_body_is_named_in_the_nominative(words: str, after: str, name: str) -> None:
    assert nominative(words, "de", after=after) == name


@pytest.mark.parametrize(
    ("language", "named", "told", "quote", "who"),
    [
        (
            "fr",
            "Luc Kervel, porte-parole du port, est venu.",
            "Le porte-parole de la mairie a démenti.",
            "« Il pleut », a dit le porte-parole.",
            "le porte-parole de la mairie",
        ),
        (
            "de",
            "Jan Moor, Sprecher des Hafens, kam.",
            "Ein Sprecher der Bahn sagte ab.",
            "„Es ist spät“, sagte der Sprecher.",
            "ein Sprecher der Bahn",
        ),
        (
            "es",
            "Iván Mora, portavoz del puerto, llegó.",
            "Un portavoz de la alcaldía lo negó.",
            "«Llueve», dijo el portavoz.",
            "un portavoz de la alcaldía",
        ),
    ],
)
def test_a_bare_office_is_who_was_told_of_last_with_a_doubt(
    language: str, named: str, told: str, quote: str, who: str
) -> None:
    (found,) = find_quotes(f"{named} {told} {quote}", language)
    assert found.entity == who and found.confidence < SURE_ENOUGH
    (found,) = find_quotes(f"{told} {named} {quote}", language)
    assert found.entity == named.partition(",")[0]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ein Makler schwieg. Aus Kreisen der Bank hieß es, man sei „ratlos“. „Ich nicht“, sagte er.", "de"),
        ("Un diplomático dijo: «No». Casilda Montero, la portavoz, calló un rato. «Quizá», zanjó.", "es"),
        (
            "Le général Abdou Ndoye est parti. Ida Renn, colonelle, reste. « Nous tenons », dit la commandante.",
            "fr",
        ),
    ],
    ids=["of several unnamed", "nobody beside the verb", "an office amid names"],
)
def test_who_bears_no_name_amid_some_who_do_is_a_guess(text: str, language: str) -> None:
    assert find_quotes(text, language, spans="all")[-1].confidence < SURE_ENOUGH


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("« C'est la loi », dit le patron du port. Il ajoute que le quai « sera vide ».", "fr"),
        ("„Wir warten“, sagte der Kapitän. „Noch lange“, sagte er.", "de"),
    ],
)
def test_who_bears_no_name_where_nobody_does_is_sure(text: str, language: str) -> None:
    assert find_quotes(text, language, spans="all")[-1].confidence >= SURE_ENOUGH


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("ru", "«Всё уже кончено», — сказал Олегу Ветрову посол Иван Лунин.", "Иван Лунин"),
        ("ru", "«Всё уже кончено», — сказал помощник Олега Ветрова.", "помощник Олега Ветрова"),
        (
            "ru",
            "Мэр Олег Ветров встретил посла Ивана Лунина. «Всё кончено», — сказал последний.",
            "Иван Лунин",
        ),
        (
            "fr",
            "Le maire Jean Morel a reçu le préfet Luc Roux. « C'est bien fini », a dit ce dernier.",
            "Luc Roux",
        ),
        ("de", "Richterin Eva Holm traf Botschafterin Ida Roth. „Es ist vorbei“, sagte diese.", "Ida Roth"),
    ],
)
def test_whose_case_or_the_latter_tells_who_speaks(language: str, text: str, who: str) -> None:
    assert [one.entity for one in find_quotes(text, language)] == [who]


def test_who_leads_in_another_who_speaks_reports_nothing_of_their_own() -> None:
    text = "Eva Mora contó que Luis Paz le dijo: «Todo ha terminado»."
    (found,) = find_quotes(text, "es", spans="all")
    assert found.entity == "Luis Paz"


def test_he_is_not_sure_where_another_may_be_a_man_too() -> None:
    text = "Министр Олег Ветров встретил посла Ивана Лунина. «Всё уже кончено», — сказал он."
    (found,) = find_quotes(text, "ru")
    assert found.confidence < 0.75


@pytest.mark.parametrize(
    ("led", "who"),
    [
        ("Berg dagegen", "Karl Berg"),
        ("Berg am Abend hingegen", "Karl Berg"),
        ("Berg schriftlich", "Karl Berg"),
        ("Rothe wiederum", "Rothe"),  # though nobody else tells who that is
        ("Später dagegen", "Ida Lund"),
        ("Wörtlich dann", "Ida Lund"),
        ("Ganz anders dann", "Ida Lund"),
        ("Und weiter", "Ida Lund"),
    ],
)
def test_a_german_name_with_an_adverb_before_a_colon_speaks(led: str, who: str) -> None:
    text = (
        "Der Abgeordnete Karl Berg hörte zu. Die Ministerin Ida Lund sagte: „Das Wehr bleibt zu.“ "
        f"{led}: „Es ist doch längst offen.“"
    )
    assert find_quotes(text, "de")[-1].entity == who


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Senator Ida Lund said the freighter “Alma Star” had been late."),
        ("en", "The tug “Alma” lies in Norwick, Senator Ida Lund said."),
        ("de", "Ministerin Ida Lund forderte, die Seeleute des Frachters „Alma Star“ freizulassen."),
        ("fr", "La ministre Ida Lund a demandé la libération des marins du cargo « Alma Star »."),
        ("es", "La ministra Ida Lund pidió liberar a los marinos del carguero «Alma Star»."),
    ],
)
def test_the_name_of_a_ship_is_nobodys_words(language: str, text: str) -> None:
    assert not [one for one in find_quotes(text, language, spans="all") if one.text.startswith("Alma")]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "Senator Ida Lund called the freighter “rusty”.", "rusty"),
        ("de", "Ministerin Ida Lund nannte den Frachter „Schrott“.", "Schrott"),
        ("de", "Ministerin Ida Lund nannte den Frachter „eine Schande für Kiel“.", "eine Schande für Kiel"),
    ],
)
def test_what_a_ship_is_called_is(language: str, text: str, words: str) -> None:
    assert only(text, language).text == words


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("fr", "« Rien n'a été payé », a dit Youssef el-Bari, porte-parole du ministère.", "Youssef el-Bari"),
        (
            "fr",
            "« Je veux dormir », a soufflé cet homme de 46 ans à sa descente du train.",
            "cet homme de 46 ans",
        ),
        ("de", "„Wir haben nichts gezahlt“, sagte Karl Hauptmann am Freitag in Tessel.", "Karl Hauptmann"),
        ("de", "Petra Richter ist wieder da. „Ich will schlafen“, sagte Richter.", "Petra Richter"),
        ("de", "Petra Richter klagt seit Mai. „Das dauert“, sagte der Richter Karl Holm.", "Karl Holm"),
        ("de", "„Wir haben nichts gezahlt“, sagte die Richterin Karla Holm.", "Karla Holm"),
        # first names that are words too
        ("de", "„Wir haben nichts gezahlt“, sagte August Seel am Freitag.", "August Seel"),
        ("de", "„Wir haben nichts gezahlt“, sagte Verkehrsminister Davor Seel.", "Davor Seel"),
        ("de", "„Wir haben nichts gezahlt“, sagte die Richterin im August Journalisten.", "die Richterin"),
        ("es", "«No pagamos nada», dijo Julio Mora a la prensa.", "Julio Mora"),
        ("es", "Domingo Mora vino ayer. «No pagamos nada», dijo Mora.", "Domingo Mora"),
        (
            "de",
            "Scharfe Kritik kam aus Wien. „Das war falsch“, sagte der Sprecher der Liste.",
            "der Sprecher der Liste",
        ),
    ],
)
def test_a_name_is_whole_with_its_article_or_where_it_is_a_trade(
    language: str, text: str, speaker: str
) -> None:
    assert [found.entity for found in find_quotes(text, language)] == [speaker]


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("de", "Präsidentin Eva Seel wolle „Ruhe“, teilte ihr Büro mit.", "ihr Büro"),
        ("fr", "« Eva Roth veut le calme », a fait savoir son cabinet.", "son cabinet"),
        ("es", "«Eva Mora quiere calma», dijo su oficina.", "su oficina"),
        ("de", "„Eva Seel will Ruhe“, sagte ihre Regierung.", "Regierung"),
    ],
)
def test_an_office_that_many_have_is_called_as_whose_it_is(language: str, text: str, who: str) -> None:
    assert find_quotes(text, language)[-1].entity == who


@pytest.mark.parametrize("adverb", ["Darin", "Darauf", "Hierüber"])
def test_a_german_adverb_at_the_head_of_a_sentence_is_nobody(adverb: str) -> None:
    (quote,) = find_quotes(f"Eva Seel kam. {adverb} warnt der Rat vor „den Folgen für alle“.", "de")
    assert quote.speaker_text == "der Rat"


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("de", "„Nein“, sagte Ida Lund.\n\n„Doch“, sagte Ida  Lund.", "Ida Lund"),
        ("de", "„Nein“, teilte das  velmorische  Bauamt mit.", "velmorisches Bauamt"),
        ("fr", "« Non », a dit Ida\u00a0 Lund.", "Ida Lund"),
        ("es", "«No», dijo el  ministro  de la Mar.", "el ministro de la Mar"),
        ("de", "Ida  Lund: Es regnet.\n\nIda Lund: Ja.\n\nBo Skov: Nein.\n\nBo Skov: Doch.", "Ida Lund"),
    ],
)
def test_a_name_is_one_however_many_spaces_stand_in_it(language: str, text: str, who: str) -> None:
    assert {one.entity for one in find_quotes(text, language, spans="all")} - {"Bo Skov"} == {who}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "de",
            "„nein“, sagte der unterhändler korbinian am montag. „doch“, sagte der unterhändler korbinian.",
        ),
        (
            "fr",
            "« Non », ont dit ses soutiens. « Si », ont dit ses soutiens. « Peut-être », a dit ses soutiens.",
        ),
    ],
)
def test_nobody_is_offered_in_the_place_of_themselves(language: str, text: str) -> None:
    found = find_quotes(text, language, spans="all")
    assert found
    assert not any(one.entity in one.candidates for one in found)

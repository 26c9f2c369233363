"""What is told of in French, German, Russian and Spanish without marks, or as denied, asked, charged."""

from __future__ import annotations

import pytest

from tui.core.model import stance
from tui.core.typography import quoted
from tui.reading.quotes import find_quotes
from tui.reading.quotes.languages.modality import HEARSAY
from tui.reading.result import QuoteSpan


def only(text: str, language: str) -> QuoteSpan:
    """Return the one quote of a text, unmarked speech included."""
    (quote,) = find_quotes(text, language, spans="all")
    return quote


@pytest.mark.parametrize(
    ("language", "text", "words", "who"),
    [
        (
            "fr",
            "Le ministère a précisé lundi que la visite était reportée.",
            "la visite était reportée",
            "ministère",
        ),
        ("de", "Ida Lund erklärte, die Gespräche gingen weiter.", "die Gespräche gingen weiter", "Ida Lund"),
        ("de", "Ida Lund sagte, dass der Hafen offen bleibt.", "der Hafen offen bleibt", "Ida Lund"),
        ("ru", "Посол заявил, что порт останется открытым.", "порт останется открытым", "Посол"),
        (
            "es",
            "La alcaldesa dijo que el puerto seguirá abierto.",
            "el puerto seguirá abierto",
            "la alcaldesa",
        ),
    ],
)
def test_what_is_said_without_marks_is_found_where_that_is_asked_for(
    language: str, text: str, words: str, who: str
) -> None:
    quote = only(text, language)
    assert (quote.kind, quote.text, quote.entity) == ("indirect", words, who)
    assert find_quotes(text, language) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ministerin Ida Lund hat am 10. März auf dem Markt in Wendel bestritten, dass der Damm bricht.",
        "Nach dem Treffen mit Jan Roth am 3. Mai betonte die Ministerin Ida Lund, der Damm sei „sicher gebaut“.",
        "Die Ministerin Ida Lund sagte am 21. April, dass der Damm nicht bricht.",
        "Am 3. Oktober erklärte am Wehr die Ministerin Ida Lund, der Damm werde „noch lange halten“.",
    ],
)
def test_a_day_of_the_month_in_german_is_nobody_and_ends_no_clause(text: str) -> None:
    assert {quote.entity for quote in find_quotes(text, "de", spans="all")} == {"Ida Lund"}


@pytest.mark.parametrize(
    ("language", "text", "words", "who", "polarity"),
    [
        (
            "fr",
            "Le ministère a démenti avoir vendu le phare.",
            ["avoir vendu le phare"],
            "ministère",
            "denied",
        ),
        (
            "fr",
            "Jean Morel n'a pas nié avoir vendu le phare.",
            ["avoir vendu le phare"],
            "Jean Morel",
            "open",
        ),
        ("fr", "Selon Jean Morel, le phare est vendu.", ["le phare est vendu"], "Jean Morel", ""),
        (
            "fr",
            "Selon le gouvernement du Norland, le phare est vendu.",
            ["le phare est vendu"],
            "gouvernement du Norland",
            "",
        ),
        ("fr", "Le phare est vendu, a annoncé Jean Morel.", ["Le phare est vendu"], "Jean Morel", ""),
        ("fr", "Le phare, selon le maire, est vendu.", ["Le phare", "est vendu"], "le maire", ""),
        ("fr", "Le préfet, a rappelé Jean Morel, est parti.", ["Le préfet", "est parti"], "Jean Morel", ""),
        (
            "fr",
            "Les prix ont monté de 6 %, a dit Jean Morel, du port de Brest.",
            ["Les prix ont monté de 6 %"],
            "Jean Morel",
            "",
        ),
        (
            "de",
            "Jan Moor bestritt, Geld erhalten zu haben.",
            ["Geld erhalten zu haben"],
            "Jan Moor",
            "denied",
        ),
        ("de", "Laut Jan Moor ist der Turm verkauft.", ["ist der Turm verkauft"], "Jan Moor", ""),
        ("de", "Der Turm ist verkauft, sagte Jan Moor.", ["Der Turm ist verkauft"], "Jan Moor", ""),
        ("de", "Der Turm sei verkauft, so Jan Moor.", ["Der Turm sei verkauft"], "Jan Moor", ""),
        ("de", "Der Turm, so Jan Moor, sei verkauft.", ["Der Turm", "sei verkauft"], "Jan Moor", ""),
        ("es", "Eva Mora negó haber vendido el faro.", ["haber vendido el faro"], "Eva Mora", "denied"),
        ("es", "Según Eva Mora, el faro está vendido.", ["el faro está vendido"], "Eva Mora", ""),
        ("ru", "По словам Ивана Мохова, маяк уже продан.", ["маяк уже продан"], "Иван Мохов", ""),
        ("ru", "Маяк уже продан, сообщил Иван Мохов.", ["Маяк уже продан"], "Иван Мохов", ""),
    ],
)
def test_what_is_denied_having_done_and_what_stands_beside_a_cue_apart_is_said(
    language: str, text: str, words: list[str], who: str, polarity: str
) -> None:
    found = find_quotes(text, language, spans="all")
    assert [one.text for one in found] == words
    assert {(one.kind, one.entity, one.polarity, one.group) for one in found} == {
        ("indirect", who, polarity, 1)
    }


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        (
            "fr",
            "Jean Morel a accusé le port d'« avoir vendu le phare ».",
            "accusé le port d': “avoir vendu le phare”",
        ),
        (
            "fr",
            "Jean Morel a accusé le port d'avoir vendu le phare.",
            "accusé le port d': avoir vendu le phare",
        ),
        ("es", "Eva Mora acusó al puerto de “vender el faro”.", "acusó al puerto de: “vender el faro”"),
        (
            "de",
            "Jan Moor warf dem Amt vor, den Turm verkauft zu haben.",
            "warf dem Amt vor: den Turm verkauft zu haben",
        ),
        ("ru", "Иван Мохов обвинил порт в «продаже маяка».", "обвинил порт в: “продаже маяка”"),
        ("fr", "« Vous avez vendu le phare », a accusé Jean Morel.", "“Vous avez vendu le phare”"),
        ("de", "Jan Moor warf ein, der Turm sei verkauft.", "der Turm sei verkauft"),
    ],
)
def test_what_another_is_accused_of_names_whom(language: str, text: str, told: str) -> None:
    found = only(text, language)
    assert quoted(found.text, found.kind, stance(found.polarity, found.cue_text, ())) == told
    assert text[found.cue_start : found.cue_end] == found.cue_text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le port a été accusé d'avoir vendu le phare."),
        ("fr", "Selon la loi, le phare doit fermer."),
        ("fr", "Jean Morel est venu, a salué la ministre et est parti."),
        ("fr", "Pour le maire, il a peint le phare."),
        ("de", "Im Namen von Jan Moor legte er Blumen nieder."),
        ("de", "Gemäß dem Gesetz bleibt der Turm offen."),
        ("de", "Es war spät, so Jan Moor nicht schon schlief."),
        ("de", "Es war kalt, so kalt wie im März."),
        ("fr", "On n'exclut pas une intervention militaire au nord."),
        ("es", "No se descarta una huelga general."),
        ("de", "Karl Roth kam. Wie erwartet, siegte seine Partei klar."),
        ("de", "Karl Roth sprach. Wie sich zeigte, war er alt."),
    ],
)
def test_what_nobody_says_is_not_told_as_said(language: str, text: str) -> None:
    assert find_quotes(text, language, spans="all") == []


@pytest.mark.parametrize(
    ("language", "text", "polarity"),
    [
        ("fr", "Le préfet Jean Morel a nié « toute bavure policière ».", "denied"),
        ("fr", "Le préfet Jean Morel n'a pas exclu « une autre piste ».", "open"),
        ("fr", "« Qui a signé ? », a demandé le préfet.", "asked"),
        ("fr", "« Je n'ai rien signé », a nié le préfet.", ""),
        ("de", "Minister Jan Moor bestritt „jede Absprache mit der Firma“.", "denied"),
        ("de", "Minister Jan Moor forderte „mehr Geld für alle“.", "urged"),
        ("ru", "Министр Иван Мохов опроверг «слухи об отставке».", "denied"),
        ("ru", "Министр Иван Мохов не исключил «новых переговоров».", "open"),
        ("es", "La ministra Eva Mora rechazó “las presiones del gremio”.", "rejected"),
        ("es", "La ministra Eva Mora no descartó “otras medidas”.", "open"),
    ],
)
def test_a_verb_that_does_not_assert_says_so(language: str, text: str, polarity: str) -> None:
    assert only(text, language).polarity == polarity


@pytest.mark.parametrize(
    ("language", "text", "first"),
    [
        ("fr", "« La mer, prévient le pilote Luc Kervel, ne pardonne pas. »", "La mer"),
        ("fr", "— Demain, répond Luc Kervel. Avec un bateau.\n— Bien, dit Ida.", "Demain"),
        ("de", "„Das Meer“, warnt Lotse Jan Kehr, „verzeiht nicht.“", "Das Meer"),
        ("ru", "«Море, — предупредил лоцман Иван Керн, — не прощает».", "Море"),
        ("es", "—Mañana —dijo Iván Mora—. Con un barco.\n—Bien —dijo Ida.", "Mañana"),
    ],
)
def test_what_says_who_spoke_is_no_part_of_the_words(language: str, text: str, first: str) -> None:
    one, other, *_ = find_quotes(text, language)
    assert (one.text, one.entity, one.group) == (first, other.entity, other.group)
    assert one.speaker_text not in one.text + other.text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le préfet Luc Kervel a dénoncé « une rumeur absurde » et promis « une enquête »."),
        ("de", "Lotse Jan Kehr sprach von „einem Gerücht“ und versprach „eine Prüfung“."),
        ("ru", "Лоцман Иван Керн назвал это «слухами» и пообещал «полную проверку»."),
        ("es", "El alcalde Iván Mora habló de “rumores” y prometió “una investigación”."),
    ],
)
def test_two_verbs_of_one_subject_are_two_quotes_of_it(language: str, text: str) -> None:
    one, other = find_quotes(text, language)
    assert one.entity == other.entity == one.speaker_text
    assert one.group != other.group


@pytest.mark.parametrize(
    ("language", "text", "who", "said"),
    [
        (
            "fr",
            "Paul Roth est venu lundi. Selon lui, l'écluse rouvrira en juin.",
            "Paul Roth",
            "l'écluse rouvrira en juin",
        ),
        (
            "fr",
            "Paul Roth est venu lundi. L'écluse rouvrira en juin, selon lui.",
            "Paul Roth",
            "L'écluse rouvrira en juin",
        ),
        (
            "ru",
            "Павел Рот приехал. По его словам, шлюз откроется в июне.",
            "Павел Рот",
            "шлюз откроется в июне",
        ),
    ],
)
def test_what_is_said_according_to_him_is_his(language: str, text: str, who: str, said: str) -> None:
    (found,) = find_quotes(text, language, spans="all")
    assert (found.entity, found.text) == (who, said)


def test_where_a_source_is_does_not_belong_to_its_words() -> None:
    quote = only("Selon une source à l'Élysée, Paris propose un délai d'un mois.", "fr")
    assert quote.text == "Paris propose un délai d'un mois"


@pytest.mark.parametrize(
    ("language", "text", "who", "said"),
    [
        (
            "ru",
            "По словам главы МИД Карла Острова, река никого не ждет.",
            "Карл Остров",
            "река никого не ждет",
        ),
        ("es", "Eva Mora advirtió de que los contratos vencen hoy.", "Eva Mora", "los contratos vencen hoy"),
    ],
)
def test_a_ministry_in_capitals_and_a_preposition_before_that_part_no_speaker_from_his_words(
    language: str, text: str, who: str, said: str
) -> None:
    quote = only(text, language)
    assert (quote.entity, quote.text) == (who, said)


def test_what_is_according_to_nobody_named_is_no_quote() -> None:
    assert not find_quotes("Selon lui, l'écluse rouvrira en juin.", "fr", spans="all")


@pytest.mark.parametrize("opening", ["Zugleich räumte sie", "Dagegen räumte sie", "Daraufhin räumte sie"])
def test_an_adverb_that_opens_a_german_sentence_is_no_speaker(opening: str) -> None:
    text = f"Anna Holm wies die Vorwürfe zurück. {opening} ein, dass der Bericht verspätet sei."
    assert [one.entity for one in find_quotes(text, "de", spans="all")] == ["Anna Holm", "Anna Holm"]


def test_who_is_called_like_an_adverb_speaks() -> None:
    found = find_quotes("Sebastian Kurz kam nach Wien. „Die Tür bleibt zu“, sagte Kurz.", "de")
    assert [one.entity for one in found] == ["Sebastian Kurz"]


def test_where_something_is_posted_ends_its_sentence() -> None:
    text = "Die Tür werde aufgehen, schrieb Anna Holm auf X. Paul Roth erklärte, die Tür bleibe zu."
    assert [one.entity for one in find_quotes(text, "de", spans="all")] == ["Anna Holm", "Paul Roth"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Rien n'exclut une panne du réseau."),
        ("fr", "La loi n'exclut pas une amende de mille euros."),
        ("fr", "Personne n'a dit que la route était sûre."),
        ("es", "Nada excluye una avería de la red."),
    ],
)
def test_nothing_and_a_law_say_nothing(language: str, text: str) -> None:
    assert find_quotes(text, language, spans="all") == []


def test_nothing_in_what_is_said_leaves_it_to_who_says_it() -> None:
    assert only("Rien ne dit que la route est sûre, a déclaré Anne Morel.", "fr").entity == "Anne Morel"


@pytest.mark.parametrize(
    ("text", "words", "polarity"),
    [
        ("Anna Holm wies jede Verantwortung zurück.", "jede Verantwortung", "rejected"),
        ("Anna Holm ließ offen, ob der Rat darauf eingeht.", "ob der Rat darauf eingeht", "open"),
        ("Anna Holm schloss aus, dass der Rat darauf eingeht.", "der Rat darauf eingeht", "ruled out"),
        ("Anna Holm schloss nicht aus, dass der Rat darauf eingeht.", "der Rat darauf eingeht", "open"),
        ("Anna Holm schloss daraus, dass der Rat darauf eingeht.", "der Rat darauf eingeht", ""),
        ("Anna Holm wies darauf hin, dass die Boote zurück seien.", "die Boote zurück seien", ""),
    ],
)
def test_a_german_verb_with_its_particle_tells_how_something_is_meant(
    text: str, words: str, polarity: str
) -> None:
    quote = only(text, "de")
    assert (quote.text, quote.polarity) == (words, polarity)


@pytest.mark.parametrize("text", ["Anna Holm ließ das Fenster offen.", "Anna Holm wies den Minister zurück."])
def test_a_window_left_open_and_a_man_turned_away_are_no_statement(text: str) -> None:
    assert find_quotes(text, "de", spans="all") == []


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("fr", "Anne Morel se dit prête à rendre les clés.", ["prête à rendre les clés"]),
        ("fr", "Anne Morel s’est dite disposée à venir.", ["disposée à venir"]),
        ("es", "Ana Morel se declaró dispuesta a pagar la multa.", ["dispuesta a pagar la multa"]),
        ("es", "Ana Morel se comprometió a pagar la multa.", ["a pagar la multa"]),
        ("es", "La empresa ofreció a su mujer un puesto en Riga.", []),
        ("fr", "Anne Morel a promis de rendre les clés.", ["de rendre les clés"]),
        ("fr", "Le port a engagé à Riga trois marins.", []),
        ("de", "Anna Morel bot an, die Schlüssel abzugeben.", ["die Schlüssel abzugeben"]),
        ("de", "Anna Morel hatte angeboten, zu warten.", ["zu warten"]),
        ("de", "Es wurden Zimmer angeboten, die teuer waren.", []),
        ("fr", "Le bac est dit prêt à partir.", []),
        ("fr", "Anne Morel est prête à partir.", []),
    ],
)
def test_what_one_is_ready_for_or_offers_is_told(language: str, text: str, words: list[str]) -> None:
    found = find_quotes(text, language, spans="all")
    assert [one.text for one in found] == words
    assert all(one.entity.endswith("Morel") for one in found)


@pytest.mark.parametrize(
    "said",
    [
        "hat Riga aufgefordert, die Grenze zu öffnen.",
        "hat am Montag die Regierung in Riga aufgefordert, die Grenze zu öffnen.",
        "hat Ivo Stern gesagt, dass es spät sei.",
        "hat Riga gebeten, zu warten.",
        "forderte Riga auf, die Grenze zu öffnen.",
    ],
)
def test_a_german_participle_is_of_who_stands_beside_its_hat(said: str) -> None:
    assert [one.entity for one in find_quotes(f"Ida Lund {said}", "de", spans="all")] == ["Ida Lund"]


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("Ida Lund, die Bürgermeisterin, hat Ivo Stern", "Ida Lund"),
        ("Die Bürgermeisterin, Ida Lund, hat Ivo Stern", "Ida Lund"),
        ("Ida Lund, 46, hat Ivo Stern", "Ida Lund"),
        ("In Riga, der Hauptstadt, hat Ivo Stern", "Ivo Stern"),
        ("Weil Ida Lund krank war, hat Ivo Stern", "Ivo Stern"),
    ],
)
def test_a_german_subject_set_apart_by_commas_is_it_still(told: str, who: str) -> None:
    found = only(f"{told} gesagt, dass der Damm voll sei.", "de")
    assert (found.entity, found.text) == (who, "der Damm voll sei")


@pytest.mark.parametrize(
    ("led", "words"),
    [
        ("Gestern sagte Ivo Stern,", "der Damm sei voll"),
        ("Anders als Ida Lund sagte Ivo Stern,", "der Damm sei voll"),
        ("Als Bürgermeister sagte Ivo Stern,", "dass der Damm voll sei"),
        ("Am Montag sagte Ivo Stern, Minister in Riga,", "er habe den Damm gesehen"),
    ],
)
def test_who_stands_behind_a_german_verb_says_the_clause_behind_a_comma(led: str, words: str) -> None:
    found = only(f"{led} {words}.", "de")
    assert (found.entity, found.text) == ("Ivo Stern", words.removeprefix("dass "))


@pytest.mark.parametrize(
    "text",
    [
        "Gestern sagte Ivo Stern, der krank sei, nichts.",
        "Anders als Ida Lund sagte, ist der Damm nicht voll.",
    ],
)
def test_what_tells_of_who_speaks_or_against_them_is_not_said(text: str) -> None:
    assert not find_quotes(text, "de", spans="all")


@pytest.mark.parametrize(
    ("language", "text", "words", "polarity"),
    [
        ("es", "Ivo Stern llamó a las partes a respetar la tregua.", "a respetar la tregua", "urged"),
        ("de", "Ivo Stern bat Riga, zu warten.", "zu warten", "urged"),
        ("fr", "Ivo Stern a salué l'accord, tout en rappelant que le lac est plein.", "le lac est plein", ""),
        ("fr", "Ivo Stern est parti en affirmant que le lac est plein.", "le lac est plein", ""),
        ("fr", "Ivo Stern a salué l'accord. Et d'ajouter : « Le lac est plein. »", "Le lac est plein.", ""),
        ("fr", "Ivo Stern a un plan : selon lui, le lac est plein.", "le lac est plein", ""),
    ],
)
def test_calls_gerunds_and_what_is_added_are_told(
    language: str, text: str, words: str, polarity: str
) -> None:
    found = only(text, language)
    assert (found.entity, found.text, found.polarity) == ("Ivo Stern", words, polarity)


@pytest.mark.parametrize(
    "text", ["Ivo Stern llamó a su madre a las tres.", "En affirmant que oui, Ivo Stern a menti."]
)
def test_who_is_rung_up_and_what_one_lies_by_saying_is_no_order(text: str) -> None:
    assert not find_quotes(text, "es" if "llamó" in text else "fr", spans="all")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Ida Lund a vu Ivo Stern. Ivo Stern est là. Selon elle, le lac est plein."),
        ("de", "Ida Lund sah Ivo Stern. Ivo Stern ist da. Sie sagte, der See sei voll."),
    ],
)
def test_a_first_name_tells_her_from_him_in_other_languages(language: str, text: str) -> None:
    assert only(text, language).entity == "Ida Lund"


def test_what_stands_before_a_gerund_is_said_with_the_verb_before() -> None:
    text = "Ivo Stern a ajouté que le lac était « ouvert à tous », tout en rappelant que l'eau est froide."
    found = find_quotes(text, "fr", spans="all")
    assert [(one.cue_text, one.entity) for one in found] == [
        ("ajouté", "Ivo Stern"),
        ("rappelant", "Ivo Stern"),
    ]


def test_what_is_reported_before_further_words_in_marks_is_told() -> None:
    text = "Ana Morel aseguró que el puerto está abierto y tachó la queja de «cuento viejo»."
    assert [one.text for one in find_quotes(text, "es", spans="all")] == [
        "el puerto está abierto",
        "cuento viejo",
    ]


def test_a_german_verb_that_wants_its_particle_says_nothing_without_it() -> None:
    text = "Das Museum bietet „Kunst für alle“ an, sagte Anna Morel."
    assert [one.entity for one in find_quotes(text, "de", spans="all")] == ["Anna Morel"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "« Le port est fermé, déplore Ida Lund, candidate à Riga, et il pleut. »",
            ["Le port est fermé", "et il pleut."],
        ),
        (
            "« Le port est fermé, déplore Ida Lund, et demain, il pleut. »",
            ["Le port est fermé", "et demain, il pleut."],
        ),
        ("Le port est fermé, a fait savoir l'ancien juge Ivo Stern.", ["Le port est fermé"]),
        ("Le nouveau maire juge que la loi est longue.", ["la loi est longue"]),
    ],
)
def test_a_french_office_beside_a_name_is_neither_said_nor_a_verb(text: str, words: list[str]) -> None:
    assert [one.text for one in find_quotes(text, "fr", spans="all")] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Karl Seel kam. Die Stadt habe niemanden gefragt, fügte er hinzu.",
            "Die Stadt habe niemanden gefragt",
        ),
        ("Karl Seel kam. Man habe Eva Holm gewarnt, sagte er.", "Man habe Eva Holm gewarnt"),
    ],
)
def test_a_german_verb_behind_a_comma_says_who_spoke_and_is_nothing_said(text: str, words: str) -> None:
    quote = only(text, "de")
    assert (text[quote.start : quote.end], quote.entity) == (words, "Karl Seel")


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("de", "Karl Seel kam. Es gebe „keinen Grund“ für Eile, sagte er.", "Karl Seel"),
        ("de", "„Ein guter Tag“ für Polen sei das, sagte Karl Seel.", "Karl Seel"),
        ("fr", "C'est « un beau jour » pour la Pologne, a dit Paul Roth.", "Paul Roth"),
        ("es", "Es «un buen día» para Polonia, dijo Juan Mora.", "Juan Mora"),
    ],
)
def test_whom_what_is_said_is_good_for_did_not_say_it(language: str, text: str, who: str) -> None:
    assert only(text, language).entity == who


@pytest.mark.parametrize("said", ["soll Eva Holm gesagt haben", "soll Eva Holm gewarnt haben"])
def test_what_somebody_is_said_to_have_said_in_german_is_theirs_with_a_doubt(said: str) -> None:
    quote = only(f"Eva Holm kam. „Das ist das Ende“, {said}.", "de")
    assert (quote.entity, quote.confidence) == ("Eva Holm", HEARSAY)


def test_words_in_marks_of_a_german_sentence_that_goes_on_in_reported_speech_are_the_same_speakers() -> None:
    text = "Man werde nichts zahlen, sagte Karl Seel. Sein Land brauche „mehr als warme Worte“."
    before, quote = find_quotes(text, "de", spans="all")
    assert (quote.text, quote.entity) == ("mehr als warme Worte", "Karl Seel")
    assert quote.group != before.group


def test_a_question_that_somebody_leaves_open_does_not_go_on_with_what_they_said() -> None:
    text = "Karl Seel nannte es „ein Ende“. Ob er im Mai noch komme, ließ er offen."
    assert [found.text for found in find_quotes(text, "de", spans="all")] == ["ein Ende"]

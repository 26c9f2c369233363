"""Who said what in whole reports in French, German, Russian and Spanish: kinds that short passages do not have."""

from __future__ import annotations

import pytest

from tui.core.model import SURE_ENOUGH
from tui.reading.quotes import find_quotes
from tui.reading.result import QuoteSpan


def last(text: str, language: str) -> QuoteSpan:
    return find_quotes(text, language, spans="all")[-1]


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        (
            "fr",
            "Paul Roth, secrétaire du syndicat, est venu. « C'est non », a dit le syndicaliste.",
            "Paul Roth",
        ),
        ("es", "La canciller Eva Mora habló ayer. «Es tarde», dijo la ministra.", "Eva Mora"),
        ("de", "Bundesrätin Eva Holm kam nach Bern. „Es ist spät“, sagte die Aussenministerin.", "Eva Holm"),
        ("ru", "Министр транспорта Карл Остров приехал. «Нет», — сказал глава ведомства.", "Карл Остров"),
    ],
)
def test_an_office_that_nobody_was_named_with_is_that_of_who_was_named_last_with_doubt(
    language: str, text: str, who: str
) -> None:
    quote = last(text, language)
    assert quote.entity == who
    assert quote.confidence < SURE_ENOUGH


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        # another rank, of something else, of another gender, a source
        ("fr", "Le président Paul Roth est venu. « C'est non », a dit le ministre.", "le ministre"),
        (
            "fr",
            "Le ministre Paul Roth est venu. « C'est non », a dit le directeur du port.",
            "le directeur du port",
        ),
        ("es", "El ministro Juan Mora habló ayer. «Es tarde», dijo la alcaldesa.", "la alcaldesa"),
        ("ru", "Министр Карл Остров приехал. «Нет», — сказал источник.", "источник"),
    ],
)
def test_an_office_that_cannot_be_theirs_stays_as_it_is_written(language: str, text: str, who: str) -> None:
    assert last(text, language).entity == who


def test_who_was_told_of_since_somebody_spoke_holds_the_office() -> None:
    text = "«Да», — сказал Карл Остров. Премьер Иван Белов его услышал. «Нет», — сказал глава правительства."
    assert last(text, "ru").entity == "Иван Белов"


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        (
            "fr",
            "Quelques minutes plus tôt, sa collègue, Eva Roth, avait parlé. « Ce n'est pas non », s'est-elle défendue.",
            "Eva Roth",
        ),
        (
            "es",
            "Según el ministro, todo va bien. La dirigente Eva Mora-Rey dijo: «Es tarde».",
            "Eva Mora-Rey",
        ),
        ("ru", "Состоялся разговор с Карлом Островым. «Нет», — сказал Остров.", "Карл Остров"),
        ("ru", "Состоялся разговор с президентом Ливии Карлом Родичем. «Нет», — сказал Родич.", "Карл Родич"),
        ("ru", "«Нет», — сказал премьер на пресс-конференции.", "премьер"),
        ("ru", "«Нет», — сказала министр Боснии и Герцеговины Эмина Драго.", "Эмина Драго"),
    ],
)
def test_a_name_begins_and_ends_with_its_own_words(language: str, text: str, who: str) -> None:
    assert last(text, language).entity == who


@pytest.mark.parametrize("word", ["Vienne", "Vernaz"])
def test_a_name_that_begins_a_sentence_speaks(word: str) -> None:
    assert last(f"La ville de Vernaz dort. {word} n'exclut pas « un nouveau format ».", "fr").entity == word


def said(text: str, language: str) -> list[tuple[str, str]]:
    return [(one.text, one.entity) for one in find_quotes(text, language, spans="all")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Das Schiff sei alt.",
        "Er habe das Schiff nie gesehen.",
        "Die Mannschaft werde am Montag erwartet.",
        "Die Matrosen hätten geschlafen.",
    ],
)
def test_german_sentences_in_the_mood_of_reported_speech_go_on_with_it(sentence: str) -> None:
    quotes = find_quotes(f"Anna Holm sagte, der Hafen sei leer. {sentence}", "de", spans="all")
    assert [(one.text, one.entity, one.kind) for one in quotes[1:]] == [
        (sentence[:-1], "Anna Holm", "indirect")
    ]
    assert quotes[1].group != quotes[0].group
    assert quotes[1].why.startswith("goes on in reported speech")


@pytest.mark.parametrize(
    "text",
    [
        "Anna Holm sagte, der Hafen sei leer. Das Schiff ist alt.",
        "Anna Holm sagte, der Hafen sei leer. Es wirkt so, als sei er verlassen.",
        "Anna Holm sagte, der Hafen sei leer.\n\nDas Schiff sei alt.",
        "Anna Holm sagte, der Hafen sei leer. Ich habe nachgesehen.",
    ],
)
def test_what_the_writer_tells_goes_on_with_nothing(text: str) -> None:
    assert said(text, "de") == [("der Hafen sei leer", "Anna Holm")]


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("de", "Anna Holm kam. Eine Frist Dritter schloss sie aus: „Es bleibt dabei.“", "Anna Holm"),
        (
            "de",
            "Anna Holm kam. „Ja“, sagte sie. Ein Sprecher des Amtes widersprach. „Nein“, sagte er.",
            "ein Sprecher des Amtes",
        ),
        ("de", "Die Klinik meldete „zwei Verletzte“. Anna Holm kam. „Ja, leider“, sagte sie.", "Anna Holm"),
        ("de", "„Das bleibt so“, sagt Anna Holm-Kist von der Universität Linz.", "Anna Holm-Kist"),
        ("de", "„Das bleibt so“, sagt Ursula von der Marken.", "Ursula von der Marken"),
        ("es", "Juan Mora Lillo vino. Mora reprochó a Lima «años de silencio».", "Juan Mora Lillo"),
        ("es", "Juan Mora Lillo vino. El presidente Mora Lillo dijo: «Es tarde».", "Juan Mora Lillo"),
    ],
)
def test_somebody_told_of_before_is_known_again(language: str, text: str, who: str) -> None:
    assert last(text, language).entity == who


@pytest.mark.parametrize(
    ("language", "text", "quotes"),
    [
        (
            "fr",
            "Eva Roth a condamné « cet acte » et a rappelé que la France aiderait le port.",
            [("cet acte", "Eva Roth"), ("la France aiderait le port", "Eva Roth")],
        ),
        (
            "es",
            "Eva Mora reconoció que aún faltan guardias, pero insistió en que la orden sigue en pie.",
            [("aún faltan guardias", "Eva Mora"), ("la orden sigue en pie", "Eva Mora")],
        ),
        (
            "ru",
            "Карл Остров рассказал «Волне», что шлюз пока закрыт.",
            [("шлюз пока закрыт", "Карл Остров")],
        ),
        (
            "de",
            "Anna Holm sagte dem Sender „Seefunk“, der Hafen sei leer.",
            [("der Hafen sei leer", "Anna Holm")],
        ),
        (
            "es",
            "«Dure lo que dure», cuenta Eva Mora, que regenta una tienda en la plaza.",
            [("Dure lo que dure", "Eva Mora")],
        ),
        ("de", "Anna Holm sagte, ihr Land werde „niemals“ zahlen.", [("niemals", "Anna Holm")]),
    ],
)
def test_each_verb_of_a_sentence_reports_its_own_clause(
    language: str, text: str, quotes: list[tuple[str, str]]
) -> None:
    assert said(text, language) == quotes


INTERVIEWS = {
    "de": "Interview: Paul Roth\n\nDie Botschafterin Eva Holm kam nach Wien.\n\nFrage: Was nun?\n\n"
    "Holm: Wir bleiben.\n\nFrage: Warum?\n\nHolm: Aus Gewohnheit.\n\nEva Holm segelt. Ihr Buch erscheint.",
    "es": "Entrevista de Paul Roth\n\nLa escritora Eva Holm llegó ayer.\n\nPregunta: ¿Y ahora?\n\n"
    "Respuesta: Nos quedamos.\n\nPregunta: ¿Por qué?\n\nRespuesta: Por costumbre.\n\nEva Holm navega. Su libro sale hoy.",
    "fr": "Propos recueillis par Paul Roth\n\nL'ambassadrice Eva Holm est à Vienne.\n\nQuestion : Et maintenant ?\n\n"
    "Réponse : Nous restons.\n\nQuestion : Pourquoi ?\n\nRéponse : Par habitude.\n\nEva Holm navigue. Son livre paraît.",
    "ru": "Беседовал Павел Рот\n\nПосол Ева Хольм приехала в Вену.\n\nВопрос: Что теперь?\n\nОтвет: Мы остаёмся.\n\n"
    "Вопрос: Почему?\n\nОтвет: По привычке.\n\nЕва Хольм ходит под парусом.",
}


@pytest.mark.parametrize("language", INTERVIEWS)
def test_who_answers_is_told_of_above_and_who_asks_is_named_there(language: str) -> None:
    asked, answered = ("Павел Рот", "Ева Хольм") if language == "ru" else ("Paul Roth", "Eva Holm")
    assert [who for _, who in said(INTERVIEWS[language], language)] == [asked, answered] * 2


def test_of_two_who_may_answer_none_is_sure() -> None:
    asked = "Question : Quoi ?\n\nRéponse : Rien.\n\nQuestion : Ah ?\n\nRéponse : Oui."
    text = f"Le maire Jean Morel et Eva Holm sont là.\n\n{asked}"
    answers = [one for one in find_quotes(text, "fr", spans="all") if one.speaker_text == "Réponse"]
    assert [one.confidence < SURE_ENOUGH for one in answers] == [True, True]


def test_what_a_sentence_is_about_is_no_speech_though_it_stands_in_marks() -> None:
    text = "Eva Mora nació en Lima. «La mesa larga» llegará a las librerías hoy."
    assert said(text, "es") == []
    assert said("Eva Mora nació en Lima. «La mesa larga», dijo.", "es") == [("La mesa larga", "Eva Mora")]


@pytest.mark.parametrize(
    ("language", "text", "quotes", "polarity"),
    [
        ("fr", "Eva Roth a exhorté Paris à ne pas payer.", [("à ne pas payer", "Eva Roth")], "urged"),
        ("ru", "Карл Остров призвал всех не платить долги.", [("не платить долги", "Карл Остров")], "urged"),
        (
            "fr",
            "Eva Roth a refusé de dire si un contact existait.",
            [("si un contact existait", "Eva Roth")],
            "refused",
        ),
        (
            "es",
            "Eva Mora se preguntó quién pagará las obras.",
            [("quién pagará las obras", "Eva Mora")],
            "asked",
        ),
        (
            "ru",
            "Ева Острова отказалась говорить, готов ли шлюз.",
            [("готов ли шлюз", "Ева Острова")],
            "refused",
        ),
        (
            "ru",
            "Карл Остров жив. Как он отметил, шлюз пока закрыт.",
            [("шлюз пока закрыт", "Карл Остров")],
            "",
        ),
        ("fr", "Comme l'a dit Eva Roth, le port est fermé.", [("le port est fermé", "Eva Roth")], ""),
        ("fr", "Eva Roth a demandé le silence de la salle.", [], ""),
        ("fr", "Eva Roth a dit bonjour à tous.", [], ""),
    ],
)
def test_what_somebody_is_urged_to_what_is_asked_and_what_follows_as_she_said_is_reported(
    language: str, text: str, quotes: list[tuple[str, str]], polarity: str
) -> None:
    found = find_quotes(text, language, spans="all")
    assert [(one.text.strip(), one.entity) for one in found] == quotes
    assert [one.polarity for one in found] == [polarity] * len(quotes)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("«Нет», — объяснил решение председатель комитета по морским делам Карл Остров.", "Карл Остров"),
        ("«Нет, не дадим», — считает руководитель фонда «Живая река» Ева Острова.", "Ева Острова"),
        (
            "В министерстве обороны России обвинения отвергли. Там заявили, что шлюз пока закрыт.",
            "министерство обороны России",
        ),
        (
            "Министерство экономики Армении ждёт. «Нет, не дадим», — отметили в ведомстве.",
            "Министерство экономики Армении",
        ),
        ("Приехал Карл Остров. Сам Остров уточнил, что шлюз пока закрыт.", "Карл Остров"),
        ("Приехал министр иностранных дел Карл Остров. «Нет, не дадим», — сказал глава МИД.", "Карл Остров"),
        ("Ева Острова приехала. Карл Лунин ждал. «Нет, не дадим», — сказала она.", "Ева Острова"),
    ],
)
def test_a_russian_speaker_is_told_from_what_stands_beside(text: str, who: str) -> None:
    assert last(text, "ru").entity == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("El ministro Paco Mora vino con Nawal Rey. La ministra precisó que el pacto sigue.", "la ministra"),
        (
            "El presidente de la Comisión Europea saludó «un paso valiente».",
            "el presidente de la Comisión Europea",
        ),
        ("Eva Mora vino. «Ya es tarde», ha escrito en la red social X.", "Eva Mora"),
    ],
)
def test_a_spanish_speaker_is_told_from_what_stands_beside(text: str, who: str) -> None:
    assert last(text, "es").entity == who


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        (
            "fr",
            "La ministre des Affaires étrangères, Eva Roth, est venue. « C'est non », a dit Roth.",
            "la ministre des Affaires étrangères",
        ),
        ("de", "Außenministerin Eva Holm kam. „Es ist spät“, sagte sie.", "Außenministerin"),
        (
            "ru",
            "Министр иностранных дел Карл Остров приехал. «Нет», — сказал Остров.",
            "Министр иностранных дел",
        ),
        ("es", "Eva Mora, ministra de Defensa, vino. «Es tarde», dijo Mora.", "ministra de Defensa"),
        ("es", "Eva Mora vino. «Es tarde», dijo Mora.", ""),
        ("ru", "Рядом с министром Карлом Островым сидел врач. «Нет», — сказал Остров.", "министр"),
    ],
)
def test_who_was_told_to_be_something_before_has_that_role(language: str, text: str, role: str) -> None:
    assert last(text, language).role == role


@pytest.mark.parametrize(
    ("language", "text", "quotes"),
    [
        # ruled out, an inverted pronoun, a verb that ends its clause, a mood that only reported speech has
        (
            "fr",
            "Eva Roth n'exclut pas une intervention des secours.",
            [("une intervention des secours", "Eva Roth")],
        ),
        ("es", "Eva Mora descartó la venta de la isla, de momento.", [("la venta de la isla", "Eva Mora")]),
        (
            "fr",
            "Eva Roth est là. Le port serait fermé, a-t-elle précisé.",
            [("Le port serait fermé", "Eva Roth")],
        ),
        ("de", "Wie Anna Holm mitteilte, bleibt der Hafen leer.", [("bleibt der Hafen leer", "Anna Holm")]),
        ("de", "Der Hafen sei leer, kritisierte Anna Holm.", [("Der Hafen sei leer", "Anna Holm")]),
        ("de", "Der Hafen ist leer, begrüßte Anna Holm.", []),
        ("fr", "Eva Roth a exclu son adjoint.", []),
        (
            "de",
            "Die Staatsanwaltschaft Wien bestätigte, dass ermittelt werde.",
            [("ermittelt werde", "Staatsanwaltschaft Wien")],
        ),
        (
            "ru",
            "Карл Остров написал это в соцсети X. По словам политика, шлюз пока закрыт.",
            [("шлюз пока закрыт", "Карл Остров")],
        ),
        (
            "es",
            "A su lado, un jubilado asiente: «Y cada vez lo mismo».",
            [("Y cada vez lo mismo", "un jubilado")],
        ),
        (
            "es",
            "«Es tarde ya», contó Suyapa. «Nadie sabe nada», añadió ella.",
            [("Es tarde ya", "Suyapa"), ("Nadie sabe nada", "Suyapa")],
        ),
        (
            "ru",
            "«Набрали в вёдра», — делится Ева Острова. — «Дождь пойдёт, и его соберём».",
            [("Набрали в вёдра", "Ева Острова"), ("Дождь пойдёт, и его соберём", "Ева Острова")],
        ),
    ],
)
def test_reported_speech_is_told_by_its_verb_and_mood(
    language: str, text: str, quotes: list[tuple[str, str]]
) -> None:
    assert said(text, language) == quotes


def test_a_further_paragraph_behind_the_last_label_may_be_the_writers() -> None:
    text = "Question : Quoi ?\n\nEva Roth : Rien.\n\nQuestion : Ah ?\n\nEva Roth : Oui.\n\nElle élève des abeilles à Brest."
    *_, answer, after = find_quotes(text, "fr", spans="all")
    assert answer.confidence > SURE_ENOUGH > after.confidence


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("ru", "В областном правительстве заявили, что дамба стоит.", "областное правительство"),
        (
            "ru",
            "Мэр Нинель Рукавишникова приехала. Жители улицы Береговой ждут. По её словам, дамба пока стоит.",
            "Нинель Рукавишникова",
        ),
        ("ru", "Катрин Фогель приехала. Карл Лунин ждал. «Нет, не дадим», — ответила она.", "Катрин Фогель"),
        (
            "fr",
            "Le Premier ministre, Paul Roth, est venu. « C'est non », a dit le premier ministre.",
            "Paul Roth",
        ),
    ],
)
def test_a_name_is_whose_it_looks_like_in_its_case(language: str, text: str, who: str) -> None:
    assert last(text, language).entity == who


def test_first_findings_say_nothing() -> None:
    assert said("Selon les premiers éléments, le feu serait parti du port.", "fr") == []


def test_a_pronoun_before_any_name_is_whom_the_next_sentence_is_about() -> None:
    quote = last("« Je pars demain », dit-elle. Eva Roth, ministre, quitte le port.", "fr")
    assert quote.entity == "Eva Roth" and quote.confidence < SURE_ENOUGH


def test_an_office_that_no_table_knows_is_none_of_the_name() -> None:
    quote = last("Спецпосланник НАТО Ева Лунд заявила: «Нет, не дадим».", "ru")
    assert (quote.entity, quote.role) == ("Ева Лунд", "Спецпосланник НАТО")


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        (
            "es",
            "Eva Mora vino. «Eso no es política», ha escrito en la red social X. Nadie respondió.",
            "Eva Mora",
        ),
        (
            "es",
            "La Comisión Económica para América Latina estima que la zona se seca.",
            "Comisión Económica para América Latina",
        ),
        (
            "de",
            "Das Amt in Bern ging auf Abstand: Der Rat spreche für sich, hieß es in einer Stellungnahme.",
            "Amt",
        ),
    ],
)
def test_who_speaks_is_no_network_no_half_of_a_name_and_no_paper(language: str, text: str, who: str) -> None:
    assert last(text, language).entity == who


def test_who_asks_is_not_one_with_whose_answer_follows() -> None:
    text = "Interrogé par des députés, le ministre de la Mer, Jean Roth, n'a pas exclu une grève."
    assert said(text, "fr") == [("une grève", "Jean Roth")]


def test_what_is_ruled_out_rules_nothing_out() -> None:
    text = "Interrogé hier, n'a pas exclu une grève."
    assert all("grève" not in who for _, who in said(text, "fr"))


def test_those_named_together_who_may_be_they_are_a_guess() -> None:
    text = "Москва и Ереван обсудили транзит. Вчера подтвердили, что переговоры идут."
    (found,) = find_quotes(text, "ru", spans="all")
    assert (found.speakers, found.confidence < SURE_ENOUGH) == (("Москва", "Ереван"), True)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        # "sie" is the agreement, not Eva Holm
        (
            "Eva Holm kam. Ihr Kollege Emil Roth sprach. Die Lage sei „gut“, betonte er. Am Plan ändere sie nichts. "
            "„Niemand sollte etwas hineinlesen.“",
            "Emil Roth",
        ),
        (
            "Die Bürgermeisterin Eva Holm kam.\n\nDas norländische Verteidigungsministerium wies die Schuld zurück. "
            "Dort sei keine Einheit aktiv gewesen, hieß es in einer Mitteilung.",
            "norländisches Verteidigungsministerium",
        ),
        (
            "Die Ministerin Eva Holm kam. Ihr sei wichtig, dass die Vereinten Nationen die Leitung übernähmen, sagte sie.",
            "Eva Holm",
        ),
        (
            "Die Ministerin Eva Holm kam. Die UN-Gesandte Mara Roth lobte das. Zugleich warnte sie, der Pakt hänge „am "
            "seidenen Faden“.",
            "Mara Roth",
        ),
        (
            "Die Ministerin Eva Holm kam. Der UN-Gesandte Ivo Roth blieb. Zugleich warnte sie, der Pakt hänge „am seidenen "
            "Faden“.",
            "Eva Holm",
        ),
        # "she" herself does something there, and speaks
        ("Emil Roth sagte: „Nein.“ Da ging sie. Eva Holm stand auf. „Ich gehe jetzt auch.“", "Eva Holm"),
    ],
)
def test_whose_words_a_german_report_goes_on_with(text: str, who: str) -> None:
    """A thing may be "sie" too, a paper is the body's that was told of, and many are not one she."""
    assert last(text, "de").entity == who


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "La ministre Eva Roth est venue. Son homologue danoise, Ida Holm, a écouté. « Oui », a dit la ministre.",
        ),
        (
            "fr",
            "La ministre Eva Roth est venue avec Ida Holm, sa collègue danoise. « Oui », a dit la ministre.",
        ),
        (
            "de",
            "Ministerin Eva Roth kam. Ihre dänische Kollegin Ida Holm hörte zu. „Ja“, sagte die Ministerin.",
        ),
        ("es", "La ministra Eva Roth vino. Su homóloga danesa, Ida Holm, escuchó. «Sí», dijo la ministra."),
    ],
)
def test_an_office_may_be_that_of_a_colleague_who_was_named_since(language: str, text: str) -> None:
    quote = last(text, language)
    assert quote.entity == "Ida Holm"
    assert quote.candidates == ("Eva Roth",)
    assert quote.confidence < SURE_ENOUGH

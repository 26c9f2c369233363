"""Pages in other languages: told apart, kept whole, their quotes marked; nobody is guessed in a language not known."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.reading.language import language_of
from tui.reading.read import read
from tui.reading.sources import Source
from tui.store.briefing import Briefing
from tui.workflows.import_pages import import_sources

# language: (headline, paragraphs, the words said)
STORIES = {
    "fr": (
        "Le ferry de nuit circulera tout l’hiver à Aldby",
        [
            "Le conseil du port a décidé mardi que le ferry de nuit circulerait tout l’hiver, après un débat.",
            "« Nous garderons le ferry de nuit tout l’hiver », a déclaré Inès Duarte, présidente du conseil.",
            "Les propriétaires de bateaux jugent le coût trop élevé et la prochaine réunion aura lieu en avril.",
        ],
        "Nous garderons le ferry de nuit tout l’hiver",
    ),
    "de": (
        "Nachtfähre fährt auch im Winter weiter",
        [
            "Der Hafenrat hat am Dienstag beschlossen, dass die Nachtfähre den ganzen Winter über weiterfährt.",
            "„Wir lassen die Nachtfähre auch im Winter fahren“, sagte Ines Duarte, die den Rat leitet.",
            "Die Bootsbesitzer halten die Kosten für zu hoch, und die nächste Sitzung findet im April statt.",
        ],
        "Wir lassen die Nachtfähre auch im Winter fahren",
    ),
    "ru": (
        "Ночной паром будет ходить всю зиму",
        [
            "Совет порта во вторник решил, что ночной паром будет ходить всю зиму, после долгих споров.",
            "«Мы сохраним ночной паром на всю зиму», — сказала председатель совета Инна Белова.",
            "Владельцы лодок считают расходы слишком высокими, следующее заседание пройдет в апреле.",
        ],
        "Мы сохраним ночной паром на всю зиму",
    ),
    "ar": (
        "العبارة الليلية تواصل رحلاتها في الشتاء",
        [
            "قرر مجلس الميناء يوم الثلاثاء أن تواصل العبارة الليلية رحلاتها طوال فصل الشتاء بعد نقاش طويل.",
            "«سنبقي العبارة الليلية عاملة في الشتاء»، قالت رئيسة المجلس ليلى حداد بعد الاجتماع.",
            "ويرى أصحاب القوارب أن التكلفة مرتفعة جدا، وسيعقد الاجتماع القادم في الشهر المقبل.",
        ],
        "سنبقي العبارة الليلية عاملة في الشتاء",
    ),
    "he": (
        "מעבורת הלילה תמשיך לפעול בחורף",
        [
            "מועצת הנמל החליטה ביום שלישי שמעבורת הלילה תמשיך לפעול לאורך כל החורף, לאחר דיון ארוך.",
            '"נשאיר את מעבורת הלילה פועלת גם בחורף", אמרה יושבת ראש המועצה רות לוי אחרי הישיבה.',
            "בעלי הסירות טוענים שהעלות גבוהה מדי, והישיבה הבאה תתקיים בחודש הבא.",
        ],
        "נשאיר את מעבורת הלילה פועלת גם בחורף",
    ),
}


def page(language: str, *, encoding: str = "utf-8") -> Source:
    headline, paragraphs, _ = STORIES[language]
    text = "\n\n".join([headline, "2024-03-05", *paragraphs]) + "\n"
    return Source(f"{language}.txt", text.encode(encoding), "page")


SPEAKERS = {"fr": "Inès Duarte", "de": "Ines Duarte", "ru": "Инна Белова"}


@pytest.mark.parametrize("language", STORIES)
def test_a_page_keeps_its_words_and_its_quote_and_names_nobody_by_a_guess(language: str) -> None:
    headline, paragraphs, said = STORIES[language]
    reading = read(page(language))
    assert (reading.headline, reading.text) == (headline, "\n\n".join(paragraphs))
    assert (reading.language, reading.basis["language"]) == (language, "inferred from its words")
    (quote,) = reading.quotes
    assert reading.text[quote.start : quote.end] == quote.text == said
    assert quote.speaker_text == quote.entity == SPEAKERS.get(language, "")


@pytest.mark.parametrize("language", STORIES)
def test_the_encoding_of_a_page_makes_no_difference(language: str) -> None:
    assert read(page(language, encoding="utf-16")) == read(page(language))


def test_marks_of_scripts_without_spaces_are_quotes_and_titles_are_not() -> None:
    text = "港の評議会は火曜日に決めた。「冬の間も夜の船を続ける」と議長は述べた。雑誌「海」も伝えた。"
    (quote,) = read(Source("x", text.encode(), "article")).quotes
    assert (quote.text, quote.entity) == ("冬の間も夜の船を続ける", "")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ja", "港の評議会は火曜日に決めた。冬の間も夜の船を続けると議長は述べた。"),
        ("zh", "港务委员会星期二决定，夜间渡轮将在整个冬季继续运营。"),
        ("ko", "항만 위원회는 화요일에 야간 여객선을 겨울에도 운항하기로 결정했다."),
        ("uk", "Рада порту вирішила, що нічний пором ходитиме всю зиму, і жителі цьому раді."),
        (
            "es",
            "El consejo del puerto decidió el martes que el ferry de la noche no se parará en los meses de frío.",
        ),
        (
            "en",
            "The council of the port said on Tuesday that the night ferry is to run for all of the winter.",
        ),
        ("en", "“Nous verrons,” said the mayor of the town, and he went from the hall by the back door."),
        ("", "Ferry Aldby Birkholm"),
        ("", "1 2 3 4"),
        ("", ""),
    ],
)
def test_the_language_of_a_text_is_told_or_left_open(language: str, text: str) -> None:
    assert language_of(text) == language


def test_reports_in_other_scripts_are_stored_and_lie_in_their_own_events(tmp_path: Path) -> None:
    for language in STORIES:
        source = page(language)
        (tmp_path / source.origin).write_bytes(source.raw)
    briefing = Briefing.open(tmp_path / "briefing", create=True)
    done = import_sources(briefing, [tmp_path / f"{language}.txt" for language in STORIES])
    assert (len(done.new), len(done.failed)) == (len(STORIES), 0)
    stored = {a.language: a for row in briefing.rows() for a in briefing.annotated(row["id"]).event.articles}
    assert {each: article.headline for each, article in stored.items()} == {
        each: story[0] for each, story in STORIES.items()
    }
    assert all(len(article.quotes) == 1 for article in stored.values())
    assert len(done.events) == len(STORIES)
    briefing.close()


def test_one_person_in_three_languages_is_one_speaker(tmp_path: Path) -> None:
    said = {
        "de": "„Wir warten auf eine Antwort“, sagte Außenminister Sergej Lawrenow am Dienstag.",
        "ru": "«Мы будем ждать ответа», — заявил во вторник министр иностранных дел Сергей Лавренов.",
        "fr": "« Nous attendrons une réponse », a déclaré mardi son adjoint, Ivan Lavrenov.",
    }
    for language, words in said.items():
        headline, (before, _, after), _ = STORIES[language]
        (tmp_path / f"{language}.txt").write_text("\n\n".join([headline, before, words, after]), "utf-8")
    english = "“We shall wait for an answer,” said the foreign minister, Sergei Lavrenov, on Tuesday in the capital."
    (tmp_path / "en.md").write_text(f"---\ntitle: The answer\n---\n{english}\n", "utf-8")
    briefing = Briefing.open(tmp_path / "briefing", create=True)
    import_sources(briefing, [*(tmp_path / f"{language}.txt" for language in said), tmp_path / "en.md"])
    articles = [a for row in briefing.rows() for a in briefing.annotated(row["id"]).event.articles]
    speakers = {a.quotes[0].entity: a.quotes[0].speakers for a in articles}
    assert len(speakers) == 4
    assert len({speakers[name] for name in ("Sergei Lavrenov", "Sergej Lawrenow", "Сергей Лавренов")}) == 1
    assert speakers["Ivan Lavrenov"] not in (speakers["Sergei Lavrenov"], ())
    briefing.close()


@pytest.mark.parametrize(
    ("template", "told"),
    [("en", "fr"), ("fr", "fr"), ("fr-CA", "fr"), ("oc", "oc"), ("", "fr")],
)
def test_the_words_of_a_page_tell_its_language_and_its_template_does_not(template: str, told: str) -> None:
    headline, paragraphs, _ = STORIES["fr"]
    body = "".join(f"<p>{each}</p>" for each in paragraphs)
    html = f'<html lang="{template}"><head><title>{headline}</title></head><body><article>{body}</article></body></html>'
    assert read(Source("a.html", html.encode(), "html")).language == told


def test_a_page_too_short_to_tell_is_in_the_language_it_states() -> None:
    note = Source("a.md", b"---\ntitle: Kort\nlanguage: da\n---\nFarvel.\n", "markdown")
    reading = read(note)
    assert (reading.language, reading.basis["language"]) == ("da", "stated")

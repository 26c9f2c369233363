"""A briefing that is hard to hand on: scripts of every kind, names that clash, words that look like markup."""

from __future__ import annotations

from pathlib import Path

from tests.support.dossiers import span
from tui.commands.annotations import AddTags, EditField, Star, WriteNote, target_of
from tui.commands.assessment import Assess, LinkQuotes
from tui.commands.codebook import DescribeTag, MergeTags
from tui.commands.quotes import AddQuote
from tui.commands.speakers import AddAlias, MergeSpeakers, SetRole
from tui.core.model import AnnotatedEvent, AnnotationTarget, Article, Quote
from tui.exchange.exporters.dossier import Dossier
from tui.reading.result import ParsedArticle
from tui.store.briefing import Briefing
from tui.store.ingest_types import NewArticle

RTL = "لن نفتح الميناء قبل يوم الاثنين 🚢"
ASTRAL = "𝕎𝕖 shall 👩‍👩‍👧 not 🇫🇷 wait, 𠮷野 said"
SPLIT = ("First 🌊 words", "second | words", "third `words`")
PIPED = "a | b [[c]] ^d #e $f$ ==g== %%h%% <!-- i --> {{j}} k:: l"
SUMS = ("=1+1", "＝SUM(A1)", "-2+3", "@cmd", "\u00a0=cmd|' /C calc'!A0", "+49 30 1234", "％=1")
NOTE = (
    "=cmd|' /C calc'!A0\n\n# Not *a* `heading`\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\n```js\nx\n```\n"
    "<script>alert(1)</script> <img src=x onerror=alert(2)> [[Link]] ^block\n\n- [ ] todo\n---\ntype: event\n"
)
HEADLINE = "Same: headline / for “two” <b>articles</b> & more?"


def build(path: Path) -> Briefing:
    """Make the briefing: three events, six articles, one of them without date, outlet and address."""
    briefing = Briefing.open(path, create=True, title='Дело № 1: "порт" / مرفأ 🛥️ <x>')
    briefing.add(
        [
            _page(HEADLINE, [(RTL,), (ASTRAL,)], "دارين الخطيب", "صوت الميناء", "2025-03-04", "one", "ar"),
            _page(HEADLINE, [SPLIT], "Łukasz Żółć", "Gazeta & „Port”", "2025-03-04T23:59+02:00", "one", "pl"),
            _page("𝔑𝔬 outlet", [(PIPED,), ("A second one",)], "Pilot Óskar Þór", "", "", "two", ""),
            _page("CON", [("Reserved",)], "=Evil Name", "=Outlet", "2025", "two", "en"),
            _page("Sums", [(each,) for each in SUMS], "Ana", "+Plus", "2025-06", "three", "en"),
            _page("", [("No headline",)], "", "Ünïcode 24", "2024-12-31", "three", "de"),
        ]
    )
    quotes = {quote.words: quote for _, _, quote in briefing.quotes()}
    articles = {(article.headline, article.outlet): article for _, article, _ in briefing.quotes()}
    rtl, split, piped = target_of(quotes[RTL]), target_of(quotes[" … ".join(SPLIT)]), target_of(quotes[PIPED])
    briefing.do(AddTags([rtl, split], ["тема/перемирие/día 1", "тема/перемирие"]))
    briefing.do(AddTags([piped], ["тема", "2025", "=1+1", "a & <b>"]))
    briefing.do(AddTags([rtl], ["gone"]))
    tags = {tag.name: tag.id for tag in briefing.tags().values()}
    briefing.do(MergeTags([tags["gone"]], tags["тема"]))
    briefing.do(DescribeTag(tags["тема"], description="=Описание\n“two” lines", color="#ff8800", sign="§"))
    for target in (rtl, split, piped):
        briefing.do(WriteNote(target, NOTE))
    briefing.do(WriteNote(rtl, "Second note 🖊"))
    briefing.do(Star([split]))
    briefing.do(Assess([rtl], "disputed", "https://e.example/a?b=c&d=[1]|2", "B", "3"))
    briefing.do(Assess([split], "retracted", "=evidence | with *marks*"))
    briefing.do(Assess([target_of(articles[HEADLINE, "صوت الميناء"])], reliability="A"))
    briefing.do(EditField(rtl, "original", "We shall not open | the port"))
    briefing.do(EditField(rtl, "translator", "O. “Ole” Müller"))
    briefing.do(LinkQuotes(rtl, split, "contradicts"))
    briefing.do(LinkQuotes(piped, rtl, "paraphrase"))
    first = quotes[" … ".join(SPLIT)]
    briefing.do(MergeSpeakers([quotes[PIPED].speakers[0]], first.speakers[0]))
    briefing.do(AddAlias(first.speakers[0], "=Luke; “the Pole”"))
    briefing.do(SetRole(first.speakers[0], "harbour master <b>"))
    briefing.do(WriteNote(AnnotationTarget("speaker", first.speakers[0]), "A note on *him*: =1+1"))
    for (headline, outlet), words in (((HEADLINE, "Gazeta & „Port”"), NOTE), (("CON", "=Outlet"), "=note")):
        target = target_of(articles[headline, outlet])
        briefing.do(WriteNote(target, words))
        briefing.do(AddTags([target], ["тема/перемирие", "a, b"]))
    event = briefing.annotated(first.article and articles[HEADLINE, "صوت الميناء"].event).event
    briefing.do(AddTags([target_of(event)], ["тема"]))
    briefing.do(WriteNote(target_of(event), NOTE))
    article = articles["𝔑𝔬 outlet", ""]
    start = article.text.index("and the end")
    briefing.do(EditField(target_of(quotes["A second one"]), "speaker", "Łukasz Żółć; Ana"))
    briefing.do(AddQuote(target_of(article), f"{start}-{start + 11}", "Łukasz Żółć", "indirect"))
    return briefing


def _page(
    headline: str,
    said: list[tuple[str, ...]],
    who: str,
    outlet: str,
    published: str,
    event: str,
    language: str,
) -> NewArticle:
    text = f"🗞️ {headline or 'Without a name'}.\n\n"
    found = []
    for group, parts in enumerate(said):
        text += "“" + "” – she said – “".join(parts) + f"”, {who or 'somebody'} told us.\n\n"
        for part in parts:
            named = text.rindex(who) if who else -1
            found.append(span(text.rindex(part), part, named, who, group, cue_text="told"))
    text += "= a line\n- [ ] and the end <script>alert(1)</script> of `it` 𠮷."
    reading = ParsedArticle(
        text=text,
        headline=headline,
        outlet=outlet,
        author=who,
        published=published,
        event_date="2025-03-04" if event == "one" else "",
        url=f"https://port.example/ü?q={len(text)}&x=[1]#f{{}}" if outlet else "",
        language=language,
        quotes=tuple(found),
    )
    return NewArticle(
        reading=reading,
        raw=text.encode(),
        origin=f"{headline or 'x'}.txt",
        event=event,
        event_name=f"Event: {event} / #1",
    )


def quoted(dossier: Dossier) -> list[tuple[AnnotatedEvent, Article, Quote]]:
    """Return every quote of a dossier with its event and article."""
    return [
        (annotated, article, quote)
        for annotated in dossier.events()
        for article in annotated.event.articles
        for quote in article.quotes
    ]

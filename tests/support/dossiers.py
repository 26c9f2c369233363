"""A small briefing with everything in it that an export must carry, and words that try to break out."""

from __future__ import annotations

from pathlib import Path

from tui.commands.annotations import AddTags, EditField, Star, WriteNote, target_of
from tui.commands.assessment import Assess, LinkQuotes
from tui.core.model import Article, Quote
from tui.reading.result import ParsedArticle, QuoteSpan
from tui.store.briefing import Briefing
from tui.store.ingest_types import NewArticle

PLAIN = "We shall open the lock on Monday 🌊"
SPLIT = ("No boat", "will wait")
FORMULA = '=HYPERLINK("http://nobody.example";"<b>open</b>")'


def build(path: Path) -> Briefing:
    """Make the briefing: two events, three articles, four quotes, three tags, notes and a star."""
    briefing = Briefing.open(path, create=True, title="Locks & <boats>")
    briefing.add(
        [
            page("The lock opens", "Ada Tern and Ole van Strand", "2025-03-04T08:30+01:00", PLAIN, "one"),
            page("Boats | wait [no] more #lock", "Harbour desk", "2025-03-05", SPLIT, "one"),
            page("A clerk's sum", "", "", FORMULA, "two"),
        ]
    )
    quotes = {quote.words: quote for _, _, quote in briefing.quotes()}
    plain, formula = quotes[PLAIN], quotes[FORMULA]
    split = quotes[" … ".join(SPLIT)]
    briefing.do(AddTags([target_of(plain), target_of(split)], ["topic/lock"]))
    briefing.do(AddTags([target_of(plain)], ["no deal"]))
    briefing.do(AddTags([target_of(formula)], ["+plus"]))
    briefing.do(WriteNote(target_of(plain), "Ask *her* again.\n\nBy Friday."))
    briefing.do(Star([target_of(split)]))
    article = next(each for _, each, quote in briefing.quotes() if quote.id == plain.id)
    briefing.do(WriteNote(target_of(article), "The **only** report."))
    briefing.do(Assess([target_of(article)], reliability="A"))
    briefing.do(Assess([target_of(split)], "disputed", "https://record.example/7", "B", "3"))
    briefing.do(EditField(target_of(split), "original", "Kein Boot wartet"))
    briefing.do(LinkQuotes(target_of(formula), target_of(plain), "denies"))
    event = briefing.annotated(article.event).event
    briefing.do(AddTags([target_of(event)], ["topic/lock"]))
    return briefing


def find(briefing: Briefing, words: str) -> tuple[Article, Quote]:
    """Return the quote of these words and its article."""
    return next((article, quote) for _, article, quote in briefing.quotes() if quote.words == words)


def span(
    start: int, words: str, named: int, who: str, group: int = 0, *, entity: str = "", cue_text: str = ""
) -> QuoteSpan:
    """Return words that stand at `start` of a text and are said by `who`, named at `named` (-1: nowhere)."""
    return QuoteSpan(
        start=start,
        end=start + len(words),
        text=words,
        kind="direct",
        group=group,
        speaker_text=who,
        speaker_start=named,
        speaker_end=named + len(who),
        entity=entity or who,
        cue_text=cue_text,
    )


def page(
    headline: str, author: str, published: str, said: str | tuple[str, ...], event: str, more: str = ""
) -> NewArticle:
    """Return a page in which Mara Quay says something, in one part or several; `more` stands at its end."""
    parts = (said,) if isinstance(said, str) else said
    words = "” – she said – “".join(parts)
    text = f"{headline}.\n\n“{words},” said Mara <i>Quay</i>.\n\n- The <script>alert(1)</script> end.{more}"
    who = text.index("Mara")
    found = tuple(
        span(text.index(part), part, who, "Mara", entity="Mara Quay", cue_text="said") for part in parts
    )
    reading = ParsedArticle(
        text=text,
        headline=headline,
        outlet="The Courier",
        author=author,
        published=published,
        event_date="2025-03-04" if event == "one" else "",
        url=f"https://courier.example/{len(headline)}?a=1&b=2",
        language="en",
        quotes=found,
    )
    return NewArticle(
        reading=reading, raw=text.encode(), origin=f"{headline}.txt", event=event, event_name=f"Event {event}"
    )

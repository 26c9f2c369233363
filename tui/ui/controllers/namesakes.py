"""Speakers who are called alike, as "a spokesman" of each of many articles: told apart by where they speak."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from tui.core.model import NO_OUTLET, Article, Quote, Speaker
from tui.core.query.completion import written
from tui.core.speakers import namesakes, speakers_of
from tui.ui import format
from tui.ui.choice import Choice
from tui.ui.dialogs.choice_list import ChoiceList
from tui.ui.disk_queue import OPENS

if TYPE_CHECKING:
    from tui.ui.context import Context

_ALL = "all:"  # before a name: the row for all others who are called so
_MOST = 200  # articles that are read for such a row


def places(context: Context) -> dict[str, str]:
    """Return where those speak who are open or listed: by id, "Le Monde, 12 Feb 2022"."""
    opened, speakers = context.open, context.briefing.speakers()
    articles = opened.annotated.event.articles if opened.annotated else ()
    said = [(article, quote) for article in articles for quote in article.all_quotes]
    said += [(item.article, item.quote) for item in opened.items if item.article and item.quote]
    found: dict[str, str] = {}
    for article, quote in said:
        for each in speakers_of(quote, speakers):
            found.setdefault(each.id, _place(article))
    return found


def _place(article: Article) -> str:
    return f"{article.outlet or NO_OUTLET}, {format.date(article.published)}"


def rows_of(name: str, those: Sequence[Speaker], said_at: Mapping[str, str]) -> list[Choice]:
    """Return the rows for a name: one by it for the one of that name, or for nobody yet; of several, by id, those in sight.

    All others of several have one together, which opens a list of them (`take`).
    """
    if len(those) < 2:
        return [Choice(name, name, those[0].role if those else "")]
    near = [Choice(each.id, each.name, said_at[each.id]) for each in those if each.id in said_at]
    if others := len(those) - len(near):
        near.append(Choice(f"{_ALL}{name}", f"{name}…", f"{others} of that name, in other articles"))
    return near


def take(context: Context, chosen: str, then: Callable[[str], None], *, apart: str = "") -> None:
    """Go on with what was chosen; where it stands for several, with the id of the one that is chosen from a list.

    The one with the id `apart` is not in it.
    """
    name = chosen.removeprefix(_ALL)
    if name == chosen:
        then(chosen)
        return

    def fetch() -> tuple[str, list[tuple[Speaker, Article, Quote]]]:
        speakers = context.briefing.speakers()
        wanted = {each.id for each in namesakes(name, speakers)} - {apart}
        hits = context.briefing.select(written("speaker", name))
        said: dict[str, tuple[Speaker, Article, Quote]] = {}
        for hit in hits[:_MOST]:
            article = context.briefing.annotated(hit.event, keep=False).event.article(hit.article)
            for quote in article.quotes if article else ():
                for each in speakers_of(quote, speakers):
                    if article and each.id in wanted:
                        said.setdefault(each.id, (each, article, quote))
        left, why = len(wanted) - len(said), "that are not read" if len(hits) > _MOST else "without quotes"
        return f" · {left} more {why}" if left else "", list(said.values())

    def show(found: tuple[str, list[tuple[Speaker, Article, Quote]]]) -> None:
        more, said = found
        rows = [Choice(each.id, _place(article), format.short_quote(quote)) for each, article, quote in said]
        context.choose(ChoiceList(f"Which “{name}”{more}", rows, sentences=True), then)

    context.read(fetch, show, OPENS)

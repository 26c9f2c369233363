"""What the reader marks: tags, stars, what was read. Each key becomes a command."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from tui.commands.annotations import Command, DiscardQuote, MarkRead, SetTags, Star, target_of
from tui.commands.articles import DeleteArticle, DeleteEvent, RestoreArticles, TakeBackImport
from tui.core.model import AnnotatedEvent, AnnotationTarget, Article, Event, Quote, Speaker
from tui.core.speakers import namesakes, speaker_named
from tui.store.briefing import StoreError
from tui.ui import format
from tui.ui.choice import Choice
from tui.ui.context import SAVES
from tui.ui.controllers.drafts import DraftController, tags_on
from tui.ui.controllers.registry import Controller
from tui.ui.controllers.tag_prompt import ask_tags
from tui.ui.dialogs.choice_list import ChoiceList
from tui.ui.messages import QuoteChosen

if TYPE_CHECKING:
    from tui.store.undo import Step
    from tui.ui.context import Context


class AnnotationController(Controller):
    """The keys that change the briefing. Saving happens beside the screen, in the order of the keys."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._turn = asyncio.Lock()
        self.imported: Sequence[str] = ()
        """The articles (ids) of an import that was the last thing done."""
        self.deleted: Sequence[str] = ()
        """Those of its pages that the reader had deleted here."""
        self.undone = 0
        """How many steps were taken back since an import began, which redo does again before all else."""
        self._left: list[tuple[str, str, str]] = []  # event, article if it is one, quote: deleted here

    def one_of(self, speakers: Sequence[Speaker], then: Callable[[Speaker], None]) -> None:
        """Go on with the one who says a quote; of several, with the one that is chosen."""
        if not speakers:
            edit = self.context.key("edit")
            self.context.say(f"Nobody is named for this quote; {edit} names the speaker.")
        elif len(speakers) == 1:
            then(speakers[0])
        else:
            from tui.ui.controllers.namesakes import places

            people, said_at = {each.id: each for each in speakers}, places(self.context)
            rows = [Choice(each.id, each.name, each.role or said_at.get(each.id, "")) for each in speakers]
            dialog = ChoiceList("Which of the speakers", rows)
            self.context.choose(dialog, lambda chosen: then(people[chosen]))

    # Carrying out.

    def do(self, *commands: Command) -> None:
        """Carry commands out and show what they changed."""
        for command in commands:
            self.run(partial(self.context.briefing.do, command))

    def run(
        self, work: Callable[[], Step | None], nothing: str = "", draft: str = "", *, passive: bool = False
    ) -> None:
        """Do some work beside the screen, `passive` where nobody asked for it; `draft` is the id of what was typed."""
        if not passive:
            self.context.program.reshelved = None  # which is the last thing done no longer
            self.imported = self.deleted = ()
        self.context.run_beside(self._carry_out(work, nothing, draft), SAVES, exclusive=False)

    async def _carry_out(self, work: Callable[[], Step | None], nothing: str, draft: str) -> bool:
        """Return whether it is done; what failed is said."""
        async with self._turn:
            try:
                step = await asyncio.to_thread(work)
            except (StoreError, ValueError, OSError) as error:
                kept = "; what you typed is kept, and is there when you try again" if draft else ""
                self.context.say(f"! {error}{kept}")
                return False
            if draft:
                self.context.controller(DraftController).done(draft)
            if step is None:
                self.context.say(nothing)
            elif step.passive:
                self.context.news.show_changes(step.events, step.shared)
            elif not step.seq:
                self.context.say(f"{step.label}.")
            else:
                back = step.op == "undo" or (step.reverse and step.op == "do")
                self.undone = self.undone + 1 if back else max(0, self.undone - 1) if step.op == "redo" else 0
                again = f"{self.context.key('redo')} redoes" if back else f"{self.context.key('undo')} undoes"
                said = f"{step.sentence} · {again}"
                if self.context.mode == "search":  # where the key is a letter
                    said = f"{step.sentence}."
                elif step.about and (back or step.op != "do") and step.sentence == step.label:
                    told = f"{step.label} · {step.about} · {again}"  # it may be out of sight
                    said = told if len(told) <= self.context.app.size.width - 10 else said
                self.context.news.show_step(step, said)
                if back and self._left:
                    last = self._left[-1]
                    self.context.read(partial(self._come_back, last), partial(self._go_back, last))
            return True

    @property
    def later(self) -> str:
        """What was done after the last step, and is none itself: an import, a briefing put elsewhere; "" for nothing."""
        last = self.context.program.reshelved
        if last and not last.undone:
            return "A briefing was renamed or laid away last"
        return "An import came last" if self.imported else ""

    async def do_undo(self) -> None:
        """Take the last step back, an import's articles, or what was done last to a briefing as a whole."""
        program = self.context.program
        if (last := program.reshelved) and not last.undone:
            program.reshelved = last._replace(undone=True)
            await last.undo()
            return
        briefing, imported = self.context.briefing, self.imported
        self.run(
            partial(self._take_back, imported) if imported else briefing.undo,
            nothing=f"Nothing to undo; “undo the import” in {self.context.key('palette')} takes out what came in last.",
        )

        self.imported = imported  # which is still the last thing done here where that was done elsewhere

    def _take_back(self, imported: Sequence[str]) -> Step | None:
        step = self.context.briefing.take_back_import(TakeBackImport(_articles(imported)))
        if step and step.reverse and step.op == "do":
            self.imported = ()
        return step

    async def do_redo(self) -> None:
        """Do again what was undone; after an import, take in again what of it had been deleted here."""
        program = self.context.program
        if (last := program.reshelved) and last.undone:
            program.reshelved = last._replace(undone=False)
            await last.redo()
            return
        deleted = self.deleted
        self.run(self._do_again, nothing="Nothing to redo.")
        self.deleted = deleted  # which wait for what was undone meanwhile

    def _do_again(self) -> Step | None:
        briefing, deleted = self.context.briefing, self.deleted
        if deleted and not self.undone:
            step = briefing.do(RestoreArticles(_articles(deleted)))
            self.deleted = ()
            return step
        return briefing.redo()

    # What is meant.

    def current_object(self) -> Event | Article | Quote | None:
        """Return what the keys act on: the event, the quote under the cursor, or the article."""
        context = self.context
        opened, pane = context.open, context.panes.current
        if pane == "events":
            return opened.annotated.event if opened.annotated else None
        return opened.quote or (opened.article if pane == "article" else None)

    def speakers_under_cursor(self) -> tuple[Speaker, ...]:
        """Return whose heading the cursor is on: all who are called so."""
        name, speakers = self.context.open.speaker, self.context.briefing.speakers()
        one = speaker_named(name, speakers) if name else None
        return namesakes(name, speakers) or (one,) if one else ()

    def resolve_target(self) -> tuple[AnnotationTarget, str, AnnotatedEvent] | None:
        """Return the target, what to call it, and its event; or say that there is nothing."""
        thing = self.current_object()
        context = self.context
        annotated = context.listing.home_of(thing) if isinstance(thing, Quote) else context.open.annotated
        if thing is None or annotated is None:
            self.context.say("There is nothing here to write on.")
            return None
        return target_of(thing), self.label(thing), annotated

    def label(self, thing: Event | Article | Quote) -> str:
        """Return what something is called in the title of a prompt."""
        match thing:
            case Quote():
                return format.whose_words(thing, self.context.briefing.speakers())
            case Article():
                pane = self.context.panes.article
                far = self.context.panes.current == "article" and thing.quotes and pane.place()[0] >= 0
                return f"the article “{thing.headline[:56]}”{' (no quote is near)' if far else ''}"
            case _:
                return f"the event “{thing.name[:56]}”"

    # Tags, stars, read marks.

    def do_tag(self) -> None:
        if meant := self.resolve_target():
            target, called, annotated = meant
            context = self.context
            tags = context.open.tags
            present = [tags[tag].name for tag in annotated.tags(target.id) if tag in tags]

            def write(names: list[str]) -> None:
                if names != present:
                    self.run(partial(context.briefing.do, SetTags(target, names)), draft=tags_on(target))
                else:
                    context.controller(DraftController).done(tags_on(target))

            ask_tags(context, target, called, present, write, event=annotated.event.id)

    def do_star(self) -> None:
        if meant := self.resolve_target():
            target, _, annotated = meant
            self.do(Star([target], on=not annotated.starred(target.id)))

    def do_read(self) -> None:
        """Mark the article as read or unread; in the timeline, all articles of the event."""
        context = self.context
        annotated = context.open.annotated
        if annotated is None:
            return
        if context.panes.current == "events":
            articles = annotated.event.articles
        else:
            articles = (context.open.article,) if context.open.article else ()
        if articles:
            on = not all(annotated.read(article.id) for article in articles)
            self.do(MarkRead([target_of(article) for article in articles], on=on))

    def mark_as_read(self) -> None:
        """Mark the article that is being read; no step to undo."""
        context = self.context
        article, annotated = context.open.article, context.open.annotated
        if article and annotated and not context.briefing.read_only and not annotated.read(article.id):
            command = MarkRead([target_of(article)], passive=True)
            self.run(partial(context.briefing.do, command), passive=True)

    def delete(self, thing: Article | Event | None = None) -> None:
        """Discard the quote that `t` and `a` would mean, delete the article or the event; `u` brings it back."""
        match thing or self.current_object():
            case Quote() as quote:
                event = self.context.listing.home_of(quote)
                event_id = event.event.id if event else ""
                self._delete(DiscardQuote(target_of(quote)), event_id, quote.article, quote.id)
            case Article() as article:
                self._delete(DeleteArticle(target_of(article)), self.context.open.event_id, article.id)
            case Event() as event:
                articles = [target_of(each) for each in event.articles]
                self._delete(DeleteEvent(target_of(event), articles), event.id)

    def _delete(self, command: Command, event_id: str, article_id: str = "", quote_id: str = "") -> None:
        def work() -> Step:
            step = self.context.briefing.do(command)
            self._left.append((event_id, article_id, quote_id))
            return step

        self.run(work)

    def _come_back(self, left: tuple[str, str, str]) -> bool:
        """Tell whether what was deleted is there again."""
        event_id, article_id, quote_id = left
        try:
            there = self.context.briefing.annotated(event_id)
        except StoreError:
            return False
        article = there.event.article(article_id)
        return not article_id or (
            article is not None and (not quote_id or article.quote(quote_id) is not None)
        )

    def _go_back(self, left: tuple[str, str, str], come_back: bool) -> None:
        """Go where it is again: the reader was led to what stands beside it."""
        if come_back and left in self._left:  # else the undo before has led there
            self._left.remove(left)
            event_id, article_id, quote_id = left
            self.context.open_event(event_id, article_id, partial(self._choose, quote_id))

    def _choose(self, quote_id: str) -> None:
        if quote_id:
            panes = self.context.panes
            panes.quotes.post_message(QuoteChosen(quote_id, in_article=panes.current != "quotes"))

    do_delete = delete


def _articles(ids: Sequence[str]) -> list[AnnotationTarget]:
    return [AnnotationTarget("article", each, each) for each in dict.fromkeys(ids)]

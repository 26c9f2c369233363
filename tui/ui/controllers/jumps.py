"""Lists over the whole briefing that lead somewhere, and the way back: notes, and what was done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui.core.model import AnnotatedEvent, Annotation, Article, Quote
from tui.core.query.completion import written
from tui.core.speakers import final_speaker
from tui.core.text import one_line
from tui.core.timestamps import local_time
from tui.ui import format
from tui.ui.choice import Choice
from tui.ui.controllers.drafts import DraftController
from tui.ui.controllers.registry import Controller
from tui.ui.controllers.search import SearchController
from tui.ui.dialogs.choice_list import ChoiceList
from tui.ui.disk_queue import OPENS

if TYPE_CHECKING:
    from tui.core.event_rows import EventRows
    from tui.store.undo import Step
    from tui.ui.context import Context

_STEPS = 500
_CONFLICTS = "conflicts"
_OPS = {"create": "Began the briefing"}
_DRAFT = "draft "  # before the id of one in the list of notes
_PLACES = 50  # jumps that can be gone back

NoteRow = tuple[Choice, tuple[str, str, str]]
"""A note in the list, and where it leads: event, article, and what it is on."""


class Jump(NamedTuple):
    """Where a jump began: what was open, and where in it."""

    event_id: str
    article_id: str
    quote_id: str
    pane: str
    cursor: int
    top: int


class JumpController(Controller):
    """The keys that jump across the briefing."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._places: list[Jump] = []

    # Going.

    def go(
        self, event_id: str, article_id: str = "", quote_id: str = "", then: Callable[[], None] = lambda: None
    ) -> None:
        """Show a place, remember the one left for `jump_back`, and go on."""
        context = self.context

        def arrive() -> None:
            if quote := _quote_of(context.open.article, quote_id):
                context.choose_quote(quote.id)
                context.panes.article.show_quote(quote)
            context.panes.go_to("article" if article_id else "events")
            then()

        self.leave()
        context.open_event(event_id, article_id, arrive)

    def leave(self, pane: str = "") -> None:
        """Remember the place that is about to be left, in a `pane` where that is not the one with the keys."""
        context = self.context
        opened, pane = context.open, pane or context.panes.current
        here = Jump(opened.event_id, opened.article_id, opened.quote_id, pane, *context.panes.article.place())
        self._places = [*self._places[-_PLACES + 1 :], here]

    def do_jump_back(self) -> None:
        if not self._places:
            self.context.say("There is no jump to go back from.")
            return
        place = self._places.pop()

        def arrive() -> None:
            self.context.choose_quote(place.quote_id)
            self.context.panes.article.go_to(place.cursor, place.top)
            self.context.panes.go_to(place.pane)

        self.context.open_event(place.event_id, place.article_id, arrive)

    # Notes.

    def do_notes(self) -> None:
        self.context.read(self._gather_notes, self._list_notes, OPENS)

    def _gather_notes(self) -> list[NoteRow]:
        """Return all notes, the newest first. Reads the disk."""
        context = self.context
        opened: dict[str, AnnotatedEvent] = {}
        rows: list[tuple[str, NoteRow]] = []
        for event_id, note in context.briefing.written("commenting"):
            if event_id and event_id not in opened:
                opened[event_id] = context.briefing.annotated(event_id)
            by = f" · {one_line(note.creator)}" if note.creator else ""
            about = f"{self._about(opened.get(event_id), note)}{by}"
            text = one_line(str(note.body.get("value", "")))
            at = note.last_written
            place = (event_id, note.target.article, note.target.id)
            rows.append((at, (Choice(note.id, text, about, end=local_time(at)), place)))
        return [row for _, row in sorted(rows, key=lambda each: each[0], reverse=True)]

    def _begun(self) -> list[NoteRow]:
        """Return what was begun and not saved, as rows of the list of notes."""
        rows = []
        for id, draft in self.context.controller(DraftController).all().items():
            kind, _, target = id.rpartition("/")
            said = f"not saved yet · {kind or 'note'} on {draft.called}"
            text = one_line(" ".join(draft.texts.values()))
            rows.append((Choice(f"{_DRAFT}{id}", text, said), (draft.event, draft.article, target)))
        return rows

    def _about(self, annotated: AnnotatedEvent | None, note: Annotation) -> str:
        """Return what a note is about: speaker and words, outlet, day."""
        target = note.target
        if target.type == "speaker":
            speaker = self.context.briefing.speakers().get(target.id)
            return speaker.name if speaker else "a speaker"
        if annotated is None:
            return "an article that is gone"
        event = annotated.event
        article = next((one for one in event.articles if one.id == target.article), None)
        parts = [format.date(event.date), article.outlet if article else event.name]
        if target.type == "quote":
            quote = _quote_of(article, target.id)
            who = format.speaker_name(quote, self.context.briefing.speakers()) if quote else "discarded"
            parts.insert(0, f"{format.GONE} {who}" if quote and quote.gone else who)
        return " · ".join(part for part in parts if part)

    def _list_notes(self, rows: list[NoteRow]) -> None:
        rows = [*self._begun(), *rows]
        if not rows:
            self.context.say(f"There are no notes yet; {self.context.key('note')} writes one.")
            return
        places = {choice.id: place for choice, place in rows}

        async def go(chosen: str) -> None:
            if places[chosen][0]:
                self.go(*places[chosen])
            elif chosen.startswith(_DRAFT):
                self.context.say("It is there when you write on such again.")
            else:
                await self._show_speaker(places[chosen][2])

        saved = sum(not choice.id.startswith(_DRAFT) for choice, _ in rows)
        said = [f"{format.counted(saved, 'note')}, newest first"] if saved else []
        title = ", ".join([*said, *([f"{len(rows) - saved} not saved yet"] if saved < len(rows) else [])])
        self.context.choose(
            ChoiceList(title, [each for each, _ in rows], enter="goes to what it is about", sentences=True),
            go,
        )

    async def _show_speaker(self, speaker_id: str) -> None:
        """List what a speaker said, which is as far as a note on one leads."""
        context = self.context
        speaker = final_speaker(speaker_id, context.briefing.speakers())
        if speaker is None:
            context.say("What this note is about is not there any more.")
            return
        self.leave()
        context.listing.set_scope("briefing")
        await context.controller(SearchController).show(written("speaker", speaker.name), "quotes")

    # What was done.

    def do_history(self) -> None:
        """List what was done to the briefing; Enter goes to the event it was about."""
        briefing = self.context.briefing
        self.context.read(
            lambda: (briefing.history(_STEPS), briefing.replica().waiting), self._list_history, OPENS
        )

    def _list_history(self, found: tuple[Sequence[Step], int]) -> None:
        context = self.context
        steps, waiting = found
        if not steps:
            context.say("Nothing was done yet.")
            return
        events = {str(step.seq): min(step.events, default="") for step in steps}

        async def go(chosen: str) -> None:
            if chosen == _CONFLICTS:
                await context.act(_CONFLICTS)
            elif events[chosen]:
                self.go(events[chosen])

        several = len({step.author for step in steps if step.author}) > 1
        choices = [
            Choice(
                str(step.seq),
                step.label or _OPS.get(step.op, step.op),
                " · ".join(filter(None, (step.author * several, _about(step, context.open.rows)))),
                end=local_time(step.at),
            )
            for step in steps
        ]
        if waiting:
            what = f"{format.counted(waiting, 'thing')} two people changed differently"
            choices.insert(0, Choice(_CONFLICTS, what, end="Enter decides"))
        context.choose(ChoiceList("What was done, newest first", choices, enter="goes to the event"), go)


def _quote_of(article: Article | None, quote_id: str) -> Quote | None:
    every = article.all_quotes if article else ()
    return next((one for one in every if one.id == quote_id), None)


def _about(step: Step, rows: EventRows) -> str:
    """Return what a step was about: words, or its one event."""
    event = rows.name_of(next(iter(step.events))) if len(step.events) == 1 else ""
    return one_line(step.about or event)

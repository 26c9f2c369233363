"""Many quotes marked in the list, until something is done to all of them at once: a step, undone by one key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tui.commands.annotations import (
    AddTags,
    CompositeCommand,
    DiscardQuote,
    EditField,
    RemoveTags,
    Star,
    WriteNote,
    target_of,
)
from tui.commands.base import Command
from tui.commands.quotes import JoinQuotes
from tui.core.model import NO_OUTLET, AnnotationTarget, Quote
from tui.core.text import one_line
from tui.ui import format
from tui.ui.controllers.assessment import AssessmentController, assessing
from tui.ui.controllers.clipboard import ClipboardController
from tui.ui.controllers.drafts import SEVERAL, DraftController, tags_on
from tui.ui.controllers.notes import NEW, NoteDraft, NotePrompt
from tui.ui.controllers.registry import Controller
from tui.ui.controllers.speakers import SpeakerController
from tui.ui.controllers.tag_prompt import ask_tags
from tui.ui.panes.quote_layout import QuoteRow
from tui.ui.panes.quote_list import once

if TYPE_CHECKING:
    from tui.ui.context import Context

_NAMED = 4  # outlets of a statement's wordings that are named where something is put on all of them


class BulkSelectionController(Controller):
    """The keys of marked quotes. They are marked from where `v` was pressed to the cursor, and one by one."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._on = False
        self._kept: set[str] = set()
        self._from = ""  # the quote that a stretch begins at, "" while the cursor moves freely

    @property
    def on(self) -> bool:
        """Whether quotes are being marked."""
        return self._on

    @property
    def says(self) -> str:
        """How many are marked."""
        return f"{len(self.marked())} marked:"

    # What is marked.

    def marked(self) -> list[QuoteRow]:
        """Return the marked quotes in the order of the list."""
        ids = self._ids()
        return [item for item in once(self.context.open.items) if item.quote and item.quote.id in ids]

    def _ids(self) -> set[str]:
        found = self._kept | self._stretch()
        return found & {item.quote.id for item in self.context.open.items if item.quote}

    def _stretch(self) -> set[str]:
        ids = [item.quote.id if item.quote else "" for item in self.context.open.items]
        here = self.context.panes.quotes.cursor
        if not self._from or self._from not in ids or not 0 <= here < len(ids):
            return set()
        begun = min((at for at, each in enumerate(ids) if each == self._from), key=lambda at: abs(at - here))
        low, high = sorted((begun, here))
        return set(ids[low : high + 1]) - {""}

    def follow(self) -> None:
        """Show what is marked now; nothing where none of it is listed any more."""
        if not self._on:
            return
        if self._from and not self._stretch():
            self._from = ""
        ids = self._ids()
        if not ids and not self._from:
            self.end()
            return
        self.context.panes.quotes.mark(frozenset(ids))
        self.context.refresh_lines()

    def end(self) -> None:
        """Mark nothing any more."""
        if self._on:
            self._on, self._kept, self._from = False, set(), ""
            self.context.panes.quotes.mark(frozenset())
            self.context.refresh_lines()

    def do_mark_from_here(self) -> None:
        """Begin at the quote under the cursor; again: keep what is marked and move on freely, or begin anew."""
        item = self.context.panes.quotes.chosen
        if item is None or item.quote is None:
            self.context.say("There are no quotes here to mark.")
            return
        if self._on and self._from:
            self._kept, self._from = self._kept | self._stretch(), ""
        else:
            self._on, self._from = True, item.quote.id
            down, up, again, each = map(self.context.key, ("down", "up", "select", "toggle_mark"))
            said = f"{down} {up} mark all on the way. For single ones: {again} again, then {each} on each."
            self.context.say(said, holds=lambda: bool(self._on and self._from))
        self.follow()

    def do_toggle_mark(self) -> None:
        """Mark the quote under the cursor, or take the mark off; what is marked stays so while it moves on."""
        item = self.context.panes.quotes.chosen
        if item and item.quote:
            self._kept, self._from = (self._kept | self._stretch()) ^ {item.quote.id}, ""
            self.context.panes.quotes.mark(frozenset(self._ids()))
            self.context.refresh_lines()

    # What is done to them.

    def do_tag_marked(self) -> None:
        """Tag them: the line begins with the tags that all of them have."""
        items, targets = self._whole()
        if not items:
            return
        present = [tag for tag in items[0].tags if all(tag in item.tags for item in items)]

        def write(names: list[str]) -> None:
            self.context.controller(DraftController).done(tags_on(SEVERAL))
            added = [name for name in names if name not in present]
            taken = [name for name in present if name not in names]
            commands: list[Command] = [RemoveTags(targets, taken)] if taken else []
            commands += [AddTags(targets, added)] if added else []
            called = self._called(items)
            told = [f"Took {_tags(taken)} off {called}"] if taken else []
            told += [f"Tagged {called} {_tags(added)}"] if added else []
            self._do(commands, "" if self._on else "; ".join(told))

        ask_tags(self.context, SEVERAL, self._called(items), present, write)

    def do_note_marked(self) -> None:
        items, targets = self._whole()

        drafts, called = self.context.controller(DraftController), f"each of {self._called(items)}"
        typed = drafts.typing(SEVERAL.id, called, SEVERAL)

        def write(written: NoteDraft) -> None:
            if not written.save:
                typed(written.texts)
                drafts.left(SEVERAL.id, "note")
            else:
                drafts.done(SEVERAL.id)
                if text := written.texts.get(NEW):
                    label = f"Wrote a note on {self._called(items)}"
                    self._do([WriteNote(target, text) for target in targets], label)

        if items:
            drafts.when_read(
                lambda: self.context.choose(NotePrompt(called, (), drafts.begun(SEVERAL.id), typed), write)
            )

    def do_star_marked(self) -> None:
        items, targets = self._whole()
        if items:
            star = Star(targets, on=not all(item.starred for item in items))
            told = f"{'Starred' if star.on else 'Took the stars off'} {self._called(items)}"
            self._do([star], "" if self._on else told)

    def do_discard_marked(self) -> None:
        items, targets = self._meant()
        if items:
            self._do([DiscardQuote(target) for target in targets], f"Discarded {_all(targets)}")

    def do_speaker_marked(self) -> None:
        items, targets = self._meant()
        if not items:
            return
        named = dict.fromkeys(
            name for item in items if item.quote and item.quote.speakers for name in item.speakers
        )

        def write(name: str) -> None:
            label = f"Set the speaker of {_all(targets)} to {chooser.told(name)}"
            self._do([EditField(target, "speaker", name) for target in targets], label)

        about = f"now {', '.join(named)}" if named else ""
        chooser = self.context.controller(SpeakerController)
        chooser.choose(f"Whose words {_all(targets)} are", write, near=tuple(named), about=about)

    def do_status_marked(self) -> None:
        items, targets = self._whole()
        if not items:
            return
        states = {item.status or "unchecked" for item in items}

        def write(changed: Mapping[str, str]) -> None:
            if changed:
                self._do([assessing(targets, changed)])

        title = f"Status of {self._called(items)}" + (": they differ" if len(states) > 1 else "")
        known = {"status": states.pop() if len(states) == 1 else ""}
        self.context.controller(AssessmentController).offer(title, known, write)

    def do_copy_marked(self) -> None:
        self.context.controller(ClipboardController).copy_all(self.marked())
        self.end()

    def do_join_marked(self) -> None:
        items, targets = self._meant()
        if len(items) == 1:
            self.context.say(f"One quote is marked: {self.context.key('join')} joins several of one article.")
        elif items:
            self._do([JoinQuotes(targets)])

    def _meant(self) -> tuple[list[QuoteRow], list[AnnotationTarget]]:
        items = self.marked()
        quotes: list[Quote] = [item.quote for item in items if item.quote]
        return items, [target_of(quote) for quote in quotes]

    def _whole(self) -> tuple[list[QuoteRow], list[AnnotationTarget]]:
        """Return the marked quotes, else the one under the cursor; each with the wordings that are folded under it."""
        listing, here = self.context.listing, self.context.panes.quotes.chosen
        rows = self.marked() if self._on else [here] if here and here.quote else []
        items = [each for row in rows for each in listing.wordings(row)]
        return items, [target_of(item.quote) for item in items if item.quote]

    def _called(self, items: Sequence[QuoteRow]) -> str:
        """Return what they are called: of a folded statement where its wordings stand, a ? where a rule put one to it."""
        if self._on:
            return _all(items)
        quotes = [item.quote for item in items if item.quote]
        statement = self.context.listing.statements.of(quotes[0].id)
        doubts = {each.quote.id: each.doubt for each in statement.wordings} if statement else {}
        places = [
            f"{one_line(item.article.outlet) or NO_OUTLET}{doubts.get(item.quote.id, '')}"
            for item in items
            if item.quote and item.article
        ]
        more = f" and {len(places) - _NAMED} more" if len(places) > _NAMED else ""
        return f"all {len(items)} wordings ({', '.join(places[:_NAMED])}{more})"

    def _do(self, commands: Sequence[Command], label: str = "") -> None:
        if commands:
            one = commands[0] if len(commands) == 1 and not label else CompositeCommand(commands, label)
            self.context.do(one)
            self.end()  # else the next key, which may mean one quote, does something to all of them

    do_leave_marks = end


def _tags(names: Sequence[str]) -> str:
    return ", ".join(f"#{one_line(name)}" for name in names)


def _all(targets: Sequence[object]) -> str:
    return format.counted(len(targets), "quote")

"""Many quotes marked in the list, and what is done to all of them at once: a step each, undone by one key."""

from __future__ import annotations

from collections.abc import Sequence
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
from tui.commands.assessment import Assess
from tui.commands.base import Command
from tui.commands.quotes import JoinQuotes
from tui.core.model import AnnotationTarget, Quote
from tui.settings.paths import author
from tui.ui import format
from tui.ui.controllers.notes import NEW, NoteDraft, NotePrompt
from tui.ui.controllers.tags import known_tags
from tui.ui.dialogs.assessment_form import check, of_assessment, state_named
from tui.ui.dialogs.base import Form, FormField, TagPrompt
from tui.ui.panes.quote_list import QuoteRow

if TYPE_CHECKING:
    from tui.ui.main_screen import MainScreen

_HINTS = (
    ("tag", "tag"),
    ("star", "star"),
    ("status", "status"),
    ("speaker", "speaker"),
    ("note", "note"),
    ("delete", "discard"),
    ("copy", "copy"),
    ("read_on", "one more or less"),
    ("back", "leave"),
    ("join", "join"),
    ("select", "from here"),
)
# These move the cursor, or have nothing to do with what is marked.
_HARMLESS = frozenset(
    "down up first last half_down half_up page_down page_up help palette undo redo zoom theme history".split()
)


class BulkSelectionController:
    """The keys of marked quotes. They are marked from where `v` was pressed to the cursor, and one by one."""

    def __init__(self, screen: MainScreen) -> None:
        self.screen = screen
        self._on = False
        self._kept: set[str] = set()
        self._from = ""  # the quote that a stretch begins at, "" while the cursor moves freely

    @property
    def on(self) -> bool:
        """Whether quotes are being marked."""
        return self._on

    @property
    def hints(self) -> tuple[tuple[str, str], ...]:
        """What can be done with them, by action."""
        return _HINTS

    @property
    def says(self) -> str:
        """How many are marked."""
        return f"{len(self.marked())} marked:"

    def passes(self, action: str) -> bool:
        """Tell whether an action is one of the marked quotes'; any other ends it first, unless it is harmless."""
        if self.screen.pane != "quotes":
            self.end()
            return False
        if not self._on:
            return action == "select"
        if hasattr(self, f"do_{action}"):
            return True
        if action not in _HARMLESS:
            self.end()
        return False

    # What is marked.

    def marked(self) -> list[QuoteRow]:
        """Return the marked quotes in the order of the list."""
        return [item for item in self.screen.items if item.quote and item.quote.id in self._ids()]

    def _ids(self) -> set[str]:
        found = self._kept | self._stretch()
        return found & {item.quote.id for item in self.screen.items if item.quote}

    def _stretch(self) -> set[str]:
        ids = [item.quote.id if item.quote else "" for item in self.screen.items]
        here = self.screen.quote_list.cursor
        if not self._from or self._from not in ids or not 0 <= here < len(ids):
            return set()
        low, high = sorted((ids.index(self._from), here))
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
        self.screen.quote_list.mark(frozenset(ids))
        self.screen.refresh_lines()

    def end(self) -> None:
        """Mark nothing any more."""
        if self._on:
            self._on, self._kept, self._from = False, set(), ""
            self.screen.quote_list.mark(frozenset())
            self.screen.refresh_lines()

    def do_select(self) -> None:
        """Begin at the quote under the cursor; again: keep what is marked and move on freely, or begin anew."""
        item = self.screen.quote_list.chosen
        if item is None or item.quote is None:
            self.screen.say("There are no quotes here to mark.")
            return
        if self._on and self._from:
            self._kept, self._from = self._kept | self._stretch(), ""
        else:
            self._on, self._from = True, item.quote.id
        self.follow()

    def do_read_on(self) -> None:
        """Mark the quote under the cursor, or take the mark off; what is marked stays so while it moves on."""
        item = self.screen.quote_list.chosen
        if item and item.quote:
            self._kept, self._from = (self._kept | self._stretch()) ^ {item.quote.id}, ""
            self.screen.quote_list.mark(frozenset(self._ids()))
            self.screen.refresh_lines()

    def do_back(self) -> None:
        """Leave."""
        self.end()

    do_quit = do_back

    # What is done to them.

    def do_tag(self) -> None:
        """Tag them: the line begins with the tags that all of them have."""
        items, targets = self._meant()
        if not items:
            return
        present = [tag for tag in items[0].tags if all(tag in item.tags for item in items)]

        def write(names: list[str] | None) -> None:
            if names is None:
                return
            added = [name for name in names if name not in present]
            taken = [name for name in present if name not in names]
            commands: list[Command] = [RemoveTags(targets, taken)] if taken else []
            commands += [AddTags(targets, added)] if added else []
            self._do(commands)

        title = f"Tags of {_all(targets)}"
        self.screen.app.push_screen(TagPrompt(title, present, known_tags(self.screen)), write)

    do_tag_all = do_tag

    def do_note(self) -> None:
        """Write one note on each of them."""
        items, targets = self._meant()

        def write(written: NoteDraft | None) -> None:
            if written and written.save and (text := written.texts.get(NEW)):
                label = f"Wrote a note on {_all(targets)}"
                self._do([WriteNote(target, text, creator=author()) for target in targets], label)

        if items:
            self.screen.app.push_screen(NotePrompt(f"each of {_all(targets)}"), write)

    def do_star(self) -> None:
        """Star them, or take the stars off where all have one."""
        items, targets = self._meant()
        if items:
            self._do([Star(targets, on=not all(item.starred for item in items))])

    def do_delete(self) -> None:
        """Discard them."""
        items, targets = self._meant()
        if items:
            self._do([DiscardQuote(target) for target in targets], f"Discarded {_all(targets)}")

    def do_speaker(self) -> None:
        """Say whose words they are."""
        items, targets = self._meant()
        if not items:
            return
        speakers = self.screen.briefing.speakers()
        known = tuple(each.name for each in speakers.values() if not each.merged_into)
        named = tuple(dict.fromkeys(item.speaker for item in items if item.quote and item.quote.speaker))
        same = named[0] if len(named) == 1 and all(item.speaker == named[0] for item in items) else ""

        def write(changed: dict[str, str] | None) -> None:
            if changed:
                name = changed["speaker"]
                label = f"Set the speaker of {_all(targets)} to {name or 'nobody'}"
                self._do([EditField(target, "speaker", name) for target in targets], label)

        field = FormField(
            id="speaker",
            label="speaker",
            value=same,
            basis="" if same else "they differ",
            suggestions=named,
            known=known,
        )
        title = f"Whose words {_all(targets)} are"
        self.screen.app.push_screen(Form(title, [field], "speaker", lambda _, __: ""), write)

    def do_status(self) -> None:
        """Say how far they can be trusted."""
        items, targets = self._meant()
        if not items:
            return
        states = {item.status or "unchecked" for item in items}
        fields = of_assessment({"status": states.pop() if len(states) == 1 else ""})

        def write(changed: dict[str, str] | None) -> None:
            if changed:
                state = state_named(changed.get("status", ""))
                said = changed.get("evidence", ""), changed.get("reliability"), changed.get("credibility")
                self._do([Assess(targets, state or None, *said, author())])

        title = f"Status of {_all(targets)}: what is left as it is, stays"
        self.screen.app.push_screen(Form(title, fields, "status", check), write)

    def do_copy(self) -> None:
        """Copy them, each with its source."""
        self.screen.doers.get("clipboard").copy_all(self.marked())

    def do_join(self) -> None:
        """Join them into one."""
        items, targets = self._meant()
        if len(items) == 1:
            self.screen.say("One quote is marked: J joins several of one article.")
        elif items:
            self._do([JoinQuotes(targets)])

    def _meant(self) -> tuple[list[QuoteRow], list[AnnotationTarget]]:
        items = self.marked()
        quotes: list[Quote] = [item.quote for item in items if item.quote]
        return items, [target_of(quote) for quote in quotes]

    def _do(self, commands: Sequence[Command], label: str = "") -> None:
        if commands:
            one = commands[0] if len(commands) == 1 and not label else CompositeCommand(commands, label)
            self.screen.annotator.do(one)


def _all(targets: Sequence[AnnotationTarget]) -> str:
    return format.counted(len(targets), "quote")

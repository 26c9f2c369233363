"""Notes: several on one thing, each of as many lines as it needs, written here or in $EDITOR."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from tui.commands.annotations import Command, CompositeCommand, WriteNote, target_of
from tui.core.model import AnnotatedEvent, Annotation, AnnotationTarget, Speaker
from tui.core.text import clean
from tui.core.timestamps import byline
from tui.ui.controllers.annotations import AnnotationController
from tui.ui.controllers.drafts import DraftController
from tui.ui.controllers.registry import Controller
from tui.ui.dialogs.keys_line import KeysLine
from tui.ui.disk_queue import OPENS
from tui.ui.text_editor import ask_first, edit

NEW = ""  # stands for the id of a note that is yet to be written


class NoteDraft(NamedTuple):
    """What became of the notes on one thing: the text of each that changed, by id, and whether to save it."""

    texts: dict[str, str]
    save: bool


class _Lines(TextArea):
    """Lines in which Enter saves, as it does everywhere else."""

    class Entered(Message):
        """Enter was pressed."""

    async def _on_key(self, event: events.Key) -> None:
        if event.key in ("shift+enter", "alt+enter", "ctrl+j"):
            event.key = "enter"  # which a text area takes for a line break
        elif event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(self.Entered())

    async def _on_paste(self, event: events.Paste) -> None:
        event.text = clean(event.text)


class NotePrompt(ModalScreen[NoteDraft | None]):
    """The notes on one thing at the foot of the screen, one at a time; the text above is left in view."""

    BINDINGS = [
        Binding("escape", "leave", priority=True),
        Binding("ctrl+n", "turn(1)", priority=True),
        Binding("ctrl+p", "turn(-1)", priority=True),
    ]

    def __init__(
        self,
        called: str,
        notes: Sequence[Annotation] = (),
        begun: Mapping[str, str] | None = None,
        typed: Callable[[Mapping[str, str]], None] = lambda _: None,
    ) -> None:
        """`begun` are texts that were not saved, by the ids of their notes; `typed` is told of each letter."""
        super().__init__()
        self._called, self._notes, self._typed = called, list(notes), typed
        self._before = {note.id: str(note.body["value"]) for note in notes} | {NEW: ""}
        self._texts = {**self._before, **(begun or {})}
        self._ids = list(self._before)
        self._at = len(notes) if not notes or (begun and NEW in begun) else len(notes) - 1

    def compose(self) -> ComposeResult:
        """Which note it is, its lines, and what the keys do."""
        with Vertical(classes="foot"):
            yield Static(classes="title")
            yield _Lines(compact=True, highlight_cursor_line=False)
            yield KeysLine()

    def on_mount(self) -> None:
        """Begin at the newest note, at its end."""
        self._show()

    def _show(self) -> None:
        note = self._notes[self._at] if self._at < len(self._notes) else None
        if note is None:
            title = f"{'New note' if self._notes else 'Note'} on {self._called}"
            other = "Ctrl+P earlier" if self._notes else ""
        else:
            number = f" {self._at + 1} of {len(self._notes)}" if len(self._notes) > 1 else ""
            by = byline(note.creator, note.created, note.modified, time=True)
            title = f"Note{number} on {self._called} ({by})"
            other = "Ctrl+N new note" if note is self._notes[-1] else "Ctrl+N next"
            other += " · Ctrl+P earlier" if self._at else ""
        here = self._ids[self._at]
        title += " · not saved yet" if self._texts[here] != self._before[here] else ""
        self.query_one(".title", Static).update(Content(title))
        hint = " · ".join(filter(None, ("Enter saves", "Ctrl+J new line", other, "Esc leaves")))
        self.query_one(".hint", Static).update(Content(hint))
        area = self.query_one(_Lines)
        area.load_text(self._texts[here])
        area.move_cursor(area.document.end)
        area.focus()

    def _keep(self) -> None:
        self._texts[self._ids[self._at]] = self.query_one(_Lines).text

    def action_turn(self, step: int) -> None:
        """Turn to another note, or to a new one behind the last; what is typed stays."""
        self._keep()
        self._at = min(max(self._at + step, 0), len(self._ids) - 1)
        self._show()

    def _changed(self) -> dict[str, str]:
        self._keep()
        cleaned = {key: clean(text).strip() for key, text in self._texts.items()}
        return {key: text for key, text in cleaned.items() if text != self._before[key].strip()}

    def on_text_area_changed(self) -> None:
        """Tell of what is typed: it may end here."""
        self._typed(self._changed())

    def action_leave(self) -> None:
        """Leave without saving."""
        self.dismiss(NoteDraft(self._changed(), save=False))

    def on__lines_entered(self) -> None:
        """Save."""
        self.dismiss(NoteDraft(self._changed(), save=True))


class NoteController(Controller):
    """The keys that write notes. What is typed is kept until it is on the disk."""

    def do_note(self) -> None:
        self._note(self._write_here, in_editor=False)

    def do_note_editor(self) -> None:
        self._note(self._write_there, in_editor=True)

    def _note(
        self, write: Callable[[AnnotationTarget, str, AnnotatedEvent], None], *, in_editor: bool
    ) -> None:
        """Have the note written on the speaker whose heading the cursor is on, or on what is meant."""
        annotator = self.context.controller(AnnotationController)
        if speakers := annotator.speakers_under_cursor():
            annotator.one_of(speakers, partial(self.note_speaker, in_editor=in_editor))
        elif meant := annotator.resolve_target():
            write(*meant)

    def note_speaker(self, speaker: Speaker, *, in_editor: bool) -> None:
        """Write the note on a speaker, here or in $EDITOR."""
        target = target_of(speaker)
        write = partial(
            self._write_there if in_editor else self._write_here, target, f"the speaker {speaker.name}"
        )
        self.context.read(lambda: self.context.briefing.notes(target), write, OPENS)

    def _write_here(self, target: AnnotationTarget, called: str, annotated: AnnotatedEvent) -> None:
        drafts = self._drafts
        notes = annotated.of(target.id, "commenting")
        there = {NEW, *(note.id for note in notes)}

        def write(written: NoteDraft) -> None:
            if written.save:
                self._save(target, written.texts)
            else:
                typed(written.texts)
                drafts.left(target.id, "note")

        typed = drafts.typing(target.id, called, target, annotated.event.id)

        def show() -> None:
            begun = {key: text for key, text in drafts.begun(target.id).items() if key in there}
            self.context.choose(NotePrompt(called, notes, begun, typed), write)

        drafts.when_read(show)

    @property
    def _drafts(self) -> DraftController:
        return self.context.controller(DraftController)

    def _save(self, target: AnnotationTarget, texts: Mapping[str, str]) -> None:
        annotator = self.context.controller(AnnotationController)
        if not texts:
            self._drafts.done(target.id)
            return
        commands: list[Command] = [WriteNote(target, text, key or None) for key, text in texts.items()]
        command = commands[0] if len(commands) == 1 else CompositeCommand(commands)
        annotator.run(partial(self.context.briefing.do, command), draft=target.id)

    def _write_there(self, target: AnnotationTarget, called: str, annotated: AnnotatedEvent) -> None:
        edit_there = partial(self._edit_there, target, called, annotated)
        self._drafts.when_read(partial(ask_first, self.context, "the note", edit_there))

    def _edit_there(self, target: AnnotationTarget, called: str, annotated: AnnotatedEvent) -> None:
        notes = annotated.of(target.id, "commenting")
        kept = self._drafts.begun(target.id)
        key = NEW if NEW in kept or not notes else notes[-1].id
        before = str(notes[-1].body["value"]) if key else ""
        try:
            after = self._in_editor(kept.get(key, before))
        except OSError as error:
            self.context.say(f"! The editor could not be run: {error}. Set $EDITOR.")
            return
        if after is not None and clean(after).strip() != before.strip():
            texts = {**kept, key: clean(after).strip()}
            self._drafts.typing(target.id, called, target, annotated.event.id)(texts)
            self._save(target, texts)

    def _in_editor(self, text: str) -> str | None:
        """Return the text as the reader's editor left it, None where the editor failed."""
        with tempfile.TemporaryDirectory(prefix="briefing-note-") as folder:
            path = Path(folder, "note.md")
            path.write_text(text, encoding="utf-8")
            if problem := edit(path, self.context.app):
                self.context.say(f"! {problem} The note is as it was.")
                return None
            return path.read_text(encoding="utf-8", errors="replace")

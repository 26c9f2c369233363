"""What is typed into a line and not saved: kept as it grows, and offered when the line opens again."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from tui.core.model import AnnotationTarget
from tui.settings.actions import BY_ID, key_name
from tui.store.drafts import Draft, DraftFile
from tui.ui.controllers.registry import Controller
from tui.ui.disk_queue import OPENS

if TYPE_CHECKING:
    from pathlib import Path

    from textual.timer import Timer

    from tui.ui.context import Context
    from tui.ui.dialogs.kept_lines import KeptLines

Answer = TypeVar("Answer")

_SECONDS = 0.5  # typing fast writes twice a second at the most

SEVERAL = AnnotationTarget("quote", "several", "")
"""Stands for what is written on several things at once."""


class DraftController(Controller):
    """The drafts of one briefing."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._file = DraftFile(context.briefing.path)
        self._timer: Timer | None = None

    def all(self) -> dict[str, Draft]:
        """Return what was begun and not saved on something that can be gone to, by the ids of drafts."""
        return {id: draft for id, draft in self._file.all().items() if draft.called}

    def when_read(self, then: Callable[[], None], kind: str = OPENS) -> None:
        """Go on once what was begun before is read: a line that opened earlier would be without it, and put it away."""
        if self._file.known:
            then()
        else:
            self.context.read(self._file.read, lambda _: then(), kind)

    def begun(self, id: str) -> Mapping[str, str]:
        """Return the texts that were begun under an id."""
        return self._file.all().get(id, Draft()).texts

    def ask(
        self,
        dialog: KeptLines[Answer],
        then: Callable[[Answer], Awaitable[None] | None],
        action: str,
        *,
        id: str = "",
        about: Draft | None = None,
        until_done: bool = False,
    ) -> None:
        """Open a dialog that an action asks, with what was begun in it, and hand on what it gives.

        What is typed is kept under the `id`, else under what the dialog asks, as long as it is left by Esc; with
        `until_done` also where it is answered, until `done` tells that the answer is on the disk.
        """
        id = id or dialog.asks

        def answered(answer: Answer | None) -> Awaitable[None] | None:
            if answer is None:
                self.left(id, action)
                return None
            if not until_done:
                self.done(id)
            return then(answer)

        def show() -> None:
            begun = {field: text for field, text in self.begun(id).items() if field in dialog.saved}
            dialog.begin(begun, lambda texts: self._put(id, replace(about or Draft(), texts=dict(texts))))
            self.context.push(dialog, answered)

        self.when_read(show)

    def typing(
        self, id: str, called: str, target: AnnotationTarget, event: str = ""
    ) -> Callable[[Mapping[str, str]], None]:
        """Return what a line tells what is typed into it and differs from what is saved."""
        about = Draft(called=called, event=event, article=target.article)
        return lambda texts: self._put(id, replace(about, texts=dict(texts)))

    def _put(self, id: str, draft: Draft) -> None:
        self._file.put(id, draft)
        self._put_off()

    def _put_off(self) -> None:
        if self._file.behind and self._timer is None:
            self._timer = self.context.app.set_timer(_SECONDS, self._write)

    def _write(self) -> None:
        self._timer = None
        self.context.run_beside(self._file.write, "drafts", exclusive=False)

    def save(self) -> None:
        """Write down at once what was typed."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self._file.write()

    def move_to(self, folder: Path) -> None:
        """Write to the folder that the briefing is now."""
        self._file.move_to(folder)
        self._put_off()

    def left(self, id: str, action: str) -> None:
        """Say which key brings back what was typed, where there is something."""
        if self.begun(id):
            keys = self.context.program.keys_of(BY_ID[action])
            again = f"{key_name(keys[0])} brings it back" if keys else "it is there again next time"
            self.context.say(f"Not saved, but kept: {again}.")

    def done(self, id: str) -> None:
        """Keep nothing of what is saved by now."""
        self._put(id, Draft())

    def remind(self) -> None:
        """Say that notes were begun when the briefing was last open; the line of a field has its text when it opens."""

        def show() -> None:
            drafts = [draft for id, draft in self.all().items() if "/" not in id]
            if drafts:
                key = self.context.key("notes")
                what = drafts[0].called if len(drafts) == 1 else f"{len(drafts)} things"
                self.context.say(f"Begun and not saved, on {what}: {key} lists it first.", patient=True)

        self.when_read(show, "")  # which opens nothing


def tags_on(target: AnnotationTarget) -> str:
    """Return the id of what is begun in the line of tags."""
    return f"tags/{target.id}"

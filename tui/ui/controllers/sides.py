"""Whose side a speaker is on: chosen from the sides of the event and the states, or typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from tui.commands.speakers import SetSide
from tui.core.fuzzy_names import begins_words, fitting
from tui.core.model import Speaker
from tui.core.speakers import speakers_of
from tui.core.text import fold
from tui.ui.choice import Choice
from tui.ui.controllers.annotations import AnnotationController
from tui.ui.controllers.registry import Controller
from tui.ui.dialogs.choice_list import ChoiceList
from tui.ui.disk_queue import OPENS

if TYPE_CHECKING:
    from tui.commands.base import Command
    from tui.store.statements import SideChoice
    from tui.store.undo import Step

_AS_READ, _TYPED = "as read", "+"


class SideController(Controller):
    """The side of a speaker, said by the reader."""

    def do_side(self) -> None:
        """Say whose side the speaker is on, of the quote or under the cursor."""
        context = self.context
        if speakers := context.controller(AnnotationController).speakers_under_cursor():
            self.choose(speakers)
        elif quote := context.open.quote:
            self.choose(speakers_of(quote, context.briefing.speakers()))

    def choose(self, speakers: Sequence[Speaker], then: Callable[[], None] = lambda: None) -> None:
        """Have the side chosen of one of some speakers, and go on `then` once it is stored."""
        self.context.controller(AnnotationController).one_of(speakers, lambda one: self._read(one, then))

    def do(self, command: Command, then: Callable[[], None]) -> None:
        """Carry a command out, and go on `then` once it is stored."""
        self._run(partial(self.context.briefing.do, command), then)

    def undo(self, then: Callable[[], None]) -> None:
        """Take the last step back, and go on `then`; what came after it is for the key of the panes to take back first."""
        if later := self.context.controller(AnnotationController).later:
            self.context.say(
                f"{later}: {self.context.key('undo')} in the panes takes that back first, Esc leads there."
            )
        else:
            self._run(self.context.briefing.undo, then, "Nothing to undo.")

    def _read(self, speaker: Speaker, then: Callable[[], None]) -> None:
        from tui.store.statements import side_choice

        context, annotated = self.context, self.context.open.annotated
        if annotated:
            context.read(
                lambda: side_choice(context.briefing, annotated, speaker),
                partial(self._ask, speaker, then),
                OPENS,
            )

    def _ask(self, speaker: Speaker, then: Callable[[], None], known: SideChoice) -> None:
        read = known.read
        told = f"{read.told}, {read.why}" if read.why else f"nothing: {read.told}"
        rows = [Choice(_AS_READ, "As the articles say", told)]
        sides = [each for each in dict.fromkeys([speaker.side, *known.sides, speaker.name]) if each]
        rows += [
            Choice(f"{_TYPED}{each}", each, "of nobody else's" * (each == speaker.name)) for each in sides
        ]
        names = [*sides, *(each for each in known.states if each not in sides)]

        def chosen(side: str) -> None:
            wanted = "" if side == _AS_READ else side.removeprefix(_TYPED)
            if wanted != speaker.side:
                self.do(SetSide(speaker.id, wanted), then)

        now = f"now {known.now.told}" + (f", {known.now.why}" if known.now.why else "")
        self.context.choose(
            ChoiceList(
                f"For whom {speaker.name} speaks; {now}",
                rows,
                chosen=f"{_TYPED}{speaker.side}" if speaker.side else _AS_READ,
                typed=partial(_typed, names=names),
            ),
            chosen,
        )

    def _run(self, work: Callable[[], Step | None], then: Callable[[], None], nothing: str = "") -> None:
        def done() -> Step | None:
            step = work()
            self.context.app.call_from_thread(then)
            return step

        self.context.controller(AnnotationController).run(done, nothing)


def _typed(line: str, names: Sequence[str]) -> list[Choice]:
    """Return the sides a line may be the beginning of, the line itself as one of its own, and the others it fits.

    A line of whole words is a name already: “Velmora” comes before “Velmora City”, and “Velm” behind it.
    """
    found, words = fitting(line, names), set(fold(line).split())
    begun = [each for each in found if begins_words(line, each)]
    named = any(fold(line) == fold(each) for each in found)
    ahead = [] if not named and any(words <= set(fold(each).split()) for each in begun) else begun
    others = [each for each in found if each not in ahead]
    new = [] if named else [Choice(f"{_TYPED}{line}", f"Another side: {line}")]
    return [
        *(Choice(f"{_TYPED}{each}", each) for each in ahead),
        *new,
        *(Choice(f"{_TYPED}{each}", each) for each in others),
    ]

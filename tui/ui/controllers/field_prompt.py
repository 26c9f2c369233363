"""The lines that ask for the fields of an event, an article or a quote, and what saves them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from tui.commands.annotations import CompositeCommand, target_of
from tui.store.drafts import Draft
from tui.ui.controllers.annotations import AnnotationController
from tui.ui.controllers.drafts import DraftController

if TYPE_CHECKING:
    from tui.core.model import Article, Event, Quote
    from tui.ui.context import Context
    from tui.ui.dialogs.kept_lines import KeptLines

Answer = TypeVar("Answer")


def ask_fields(
    context: Context,
    thing: Event | Article | Quote,
    what: str,
    dialog: KeptLines[Answer],
    edits: Callable[[Answer], dict[str, str]],
) -> None:
    """Open a dialog for fields of a thing, and save in one step what its answer changes, by their ids.

    What is typed is kept as `what` was begun on the thing, until it is on the disk.
    """
    drafts, annotator = context.controller(DraftController), context.controller(AnnotationController)
    target = target_of(thing)
    draft = f"{what}/{target.id}"

    def write(answer: Answer) -> None:
        from tui.workflows.field_correction import correction

        commands = [correction(target, field, value) for field, value in edits(answer).items()]
        if not commands:
            drafts.done(draft)
            return
        command = commands[0] if len(commands) == 1 else CompositeCommand(commands)
        annotator.run(partial(context.briefing.do, command), draft=draft)

    about = Draft(called=annotator.label(thing), event=context.open.event_id, article=target.article)
    drafts.ask(dialog, write, "edit", id=draft, about=about, until_done=True)

"""The line that asks for tags, whatever they are put on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tui.store.disk.errors import StoreError
from tui.store.drafts import Draft
from tui.ui.controllers.drafts import DraftController, tags_on
from tui.ui.dialogs.base import TagPrompt

if TYPE_CHECKING:
    from tui.core.model import AnnotationTarget
    from tui.ui.context import Context


def ask_tags(
    context: Context,
    target: AnnotationTarget,
    called: str,
    present: Sequence[str],
    write: Callable[[list[str]], None],
    *,
    event: str = "",
) -> None:
    """Ask for the tags of what is `called` so, and `write` them; what is typed and not saved is there again.

    Tags given lately come first: the journal is read for them beside the line.
    """
    tags = context.open.tags
    known = sorted((tag.name for tag in tags.values()), key=str.casefold)

    def recent() -> list[str]:
        try:
            return [tags[tag].name for tag in context.briefing.recent_tags() if tag in tags]
        except StoreError as error:
            context.app.call_from_thread(context.say, str(error))
            return []

    context.controller(DraftController).ask(
        TagPrompt(f"Tags of {called}", present, known, recent),
        write,
        "tag",
        id=tags_on(target),
        about=Draft(called=called, event=event, article=target.article),
        until_done=True,
    )

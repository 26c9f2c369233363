"""When an article counts as read: it stood there with the keys for a while, or the reader went on in it.

Who skims the timeline, looks into an article and steps out again, or walks past some by `]` has read none of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.ui.controllers.registry import Controller

if TYPE_CHECKING:
    from textual.timer import Timer

    from tui.ui.context import Context

GLANCE_SECONDS = 2.0  # an article that was there for less was looked at, and not read


class ReadMarks(Controller):
    """The read marks that nobody sets: of the article that is shown where its pane has the keys."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._article = ""
        self._timer: Timer | None = None

    def follow(self) -> None:
        """Look again whether an article is being read, and which."""
        context = self.context
        here = context.open.article_id if context.panes.current == "article" else ""
        if here == self._article:
            return
        self._article = here
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if here:
            self._timer = context.panes.article.set_timer(GLANCE_SECONDS, self.read_on)

    def read_on(self) -> None:
        """Mark the article: the reader went on in it."""
        from tui.ui.controllers.annotations import AnnotationController

        if self._article and self._article == self.context.open.article_id:
            self.context.controller(AnnotationController).mark_as_read()

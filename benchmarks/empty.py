"""An empty three-pane Textual app: the floor that the start of the reader is measured against."""

from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static


class Empty(App[None]):
    """Three panes with a word in each."""

    CSS = "Static { width: 1fr; height: 1fr; border-top: solid $accent; }"

    def compose(self) -> ComposeResult:
        """Yield three panes."""
        with Horizontal():
            for word in ("events", "article", "quotes"):
                yield Static(word)


if __name__ == "__main__":
    Empty().run()

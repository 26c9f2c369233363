"""What everybody is shown: the few keys of the help's first page, and the footers of the panes. All else goes by name."""

from __future__ import annotations

# The rows of the README's table of keys.
SURFACE: tuple[tuple[str, str], ...] = (
    ("down up", "The next, the previous: event, line or quote"),
    ("enter back", "Go in: event to article, quote to its sentence; step back"),
    ("events article quotes", "To the events, the article, the quotes"),
    (
        "read_on next_article previous_article",
        "Read on, at the end in the next unread article; the next, the previous article of the event",
    ),
    ("search", "Find as you type, in this pane or everywhere"),
    ("note tag star", "Write a note, tag, star what is under the cursor"),
    (
        "select whose_quotes",
        "Select words for a new quote, or several quotes; list them by statement or speaker",
    ),
    ("edit", "Correct what is under the cursor, say how far a quote is checked"),
    ("delete undo", "Discard the quote, delete the article or event; take back what was done last"),
    ("copy export", "Copy the quote with its source; export in a format to choose"),
    ("import", "Bring pages in"),
    ("palette help quit", "Every action by name; help; step out, quit"),
)
ON_SURFACE = frozenset(id for ids, _ in SURFACE for id in ids.split())

# What stands in the footer of a pane, what matters most first, and what is called otherwise there.
FOOTERS: dict[str, tuple[str, ...]] = {
    pane: tuple(ids.split())
    for pane, ids in {
        "events": "enter quotes search import star tag note edit export",
        "article": "read_on note tag next_article select quotes search copy edit back",
        "quotes": "enter note tag whose_quotes edit copy select delete search star back",
    }.items()
}
CALLED_THERE = {("events", "enter"): "read", ("quotes", "select"): "several", ("quotes", "delete"): "discard"}

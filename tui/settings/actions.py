"""The one table of actions.

Key bindings, the hint line, the command palette, the help screen, remapping in config.toml and the
key table of the README are all made from it. No import of Textual: the command line prints it too.
"""

from __future__ import annotations

from typing import NamedTuple


class Action(NamedTuple):
    """Something a key does. `hint` names the panes (e, a, q) in whose hint line it stands."""

    id: str
    keys: tuple[str, ...]
    label: str
    help: str
    group: str
    hint: str = ""


ACTIONS: tuple[Action, ...] = (
    Action("down", ("j", "down"), "down", "Next event, line or quote", "Move"),
    Action("up", ("k", "up"), "up", "Previous event, line or quote", "Move"),
    Action("first", ("g", "home"), "first", "To the first", "Move"),
    Action("last", ("G", "end"), "last", "To the last", "Move"),
    Action("half_down", ("ctrl+d",), "half page down", "Half a page down", "Move"),
    Action("half_up", ("ctrl+u",), "half page up", "Half a page up", "Move"),
    Action("page_down", ("pagedown",), "page down", "A page down", "Move"),
    Action("page_up", ("pageup",), "page up", "A page up", "Move"),
    Action("read_on", ("space",), "read on", "A page down; at the end, the next unread article", "Move", "a"),
    Action("enter", ("enter",), "open", "Go in: event to article, quote to its sentence", "Panes", "eq"),
    Action("back", ("escape",), "back", "Step back; end a search or a filter", "Panes"),
    Action("pane_left", ("h", "left"), "left", "The pane before", "Panes"),
    Action("pane_right", ("l", "right"), "right", "The pane after", "Panes"),
    Action("pane_next", ("tab",), "next pane", "The next pane, round and round", "Panes", "eaq"),
    Action("pane_previous", ("shift+tab",), "previous pane", "The previous pane", "Panes"),
    Action("events", ("1",), "events", "To the events", "Panes"),
    Action("article", ("2",), "article", "To the article", "Panes"),
    Action("quotes", ("3",), "quotes", "To the quotes", "Panes"),
    Action("zoom", ("z",), "zoom", "Give the pane the whole screen, and back", "Panes", "a"),
    Action(
        "next_article",
        ("right_square_bracket", "full_stop"),
        "next article",
        "Next article of the event",
        "Read",
        "a",
    ),
    Action(
        "previous_article",
        ("left_square_bracket", "comma"),
        "previous article",
        "Previous article of the event",
        "Read",
    ),
    Action("next", ("n",), "next", "Next match of a search; otherwise the next unread article", "Read", "e"),
    Action("previous", ("N",), "previous", "Previous match; otherwise the previous unread article", "Read"),
    Action("search", ("slash",), "search", "Search as you type, in the pane you are in", "Read", "eaq"),
    Action("save_view", ("F",), "keep search", "Keep the search that is live under a name", "Read"),
    Action("views", ("O",), "saved views", "Open a search that was kept under a name", "Read"),
    Action("filter", ("f",), "filter", "Filter the quotes by speaker, tag, kind or a query", "Read", "q"),
    Action(
        "scope", ("s",), "scope", "Quotes of the article, the event, or everybody's by speaker", "Read", "q"
    ),
    Action("notes", ("W",), "notes", "All notes in one list; Enter goes to what one is about", "Read"),
    Action("jump_back", ("backspace",), "jump back", "Back to where a jump began", "Read"),
    Action("arrived", ("P",), "what came in", "To what came in last, an article at each press", "Read"),
    Action(
        "report",
        ("R",),
        "report",
        "Count quotes by tag, speaker, outlet, month, status; a cell opens its quotes",
        "Read",
    ),
    Action("cut", ("c",), "cut", "Show the raw page, and what was cut from it", "Read"),
    Action("changes", ("D",), "changes", "Show what changed since an earlier version", "Read"),
    Action("tag", ("t",), "tag", "Tag the quote, article or event", "Annotate", "aq"),
    Action("tag_all", ("T",), "tag all", "Tag all quotes that are shown", "Annotate"),
    Action("codebook", ("C",), "codebook", "All tags: rename, move, merge, describe, delete", "Annotate"),
    Action(
        "note",
        ("a",),
        "note",
        "Write a note on it, here; a second one, a note of several lines",
        "Annotate",
        "aq",
    ),
    Action("note_editor", ("A",), "note in $EDITOR", "Write the note in $EDITOR", "Annotate"),
    Action("star", ("m",), "star", "Star it, or take the star away", "Annotate"),
    Action("read", ("r",), "read", "Mark as read or unread", "Annotate", "e"),
    Action("edit", ("e",), "edit", "Edit the fields of the event, article or quote", "Annotate", "q"),
    Action("merge", ("M",), "merge", "Merge another event into this one", "Annotate"),
    Action("move", ("V",), "move", "Move the article to another event, or to a new one", "Annotate"),
    Action(
        "delete", ("d",), "delete", "Discard the quote under the cursor, or delete the article", "Annotate"
    ),
    Action(
        "select",
        ("v",),
        "select",
        "Select words of the article, Enter makes them a quote; in the quotes: mark several",
        "Correct",
        "aq",
    ),
    Action("borders", ("B",), "borders", "In a selection: the borders of the chosen quote", "Correct"),
    Action(
        "split",
        ("X",),
        "split",
        "In a selection: cut it out of the quote; else each part a quote of its own",
        "Correct",
    ),
    Action("letter_back", ("less_than_sign",), "a letter back", "In a selection: a letter back", "Correct"),
    Action("letter_on", ("greater_than_sign",), "a letter on", "In a selection: a letter on", "Correct"),
    Action("join", ("J",), "join", "Join the quote with the next one, or its parts into one", "Correct"),
    Action("restore", ("Z",), "restore", "Take a discarded quote back in", "Correct"),
    Action(
        "speaker", ("p",), "speaker", "Who the speaker is: rename, merge, split off, role", "Correct", "q"
    ),
    Action("status", ("S",), "status", "Status of the quote, evidence, reliability", "Correct", "q"),
    Action("link", ("L",), "link", "Link two quotes: press it on one, then on the other", "Correct"),
    Action("linked", ("w",), "linked quote", "Go to the quote this one is linked to", "Correct"),
    Action("undo", ("u",), "undo", "Undo", "Annotate"),
    Action("redo", ("U",), "redo", "Redo", "Annotate"),
    Action("history", ("H",), "history", "List what was done, step by step", "Annotate"),
    Action("copy", ("y",), "copy", "Copy quote, speaker, outlet, date and address", "Out", "q"),
    Action("copy_url", ("Y",), "copy address", "Copy the article's address", "Out"),
    Action(
        "open_url",
        ("o",),
        "open address",
        "Open the article's address in the browser; in a selection, its other end",
        "Out",
    ),
    Action("export", ("x",), "export", "Export the briefing or the event, in a format to choose", "Out"),
    Action(
        "import",
        ("i",),
        "import",
        "Import a file, a folder, an address, or paste a page",
        "Program",
        "e",
    ),
    Action("feeds", ("I",), "feeds", "Feeds: bring in what is new, subscribe, end a subscription", "Program"),
    Action("regroup", (), "regroup", "Regroup: find all events anew, in one step", "Program"),
    Action("briefings", ("b",), "briefings", "Switch to another briefing, or begin one", "Program", "e"),
    Action("theme", (), "theme", "Choose a theme", "Program"),
    Action("palette", ("colon", "ctrl+p"), "palette", "All actions by name", "Program"),
    Action("help", ("question_mark", "f1"), "help", "This help", "Program"),
    Action("quit", ("q",), "quit", "Step out; from the main screen, quit", "Program"),
    Action("quit_now", ("ctrl+q",), "quit at once", "Quit from anywhere", "Program"),
)

BY_ID = {action.id: action for action in ACTIONS}

_SHOWN = {
    "right_square_bracket": "]",
    "left_square_bracket": "[",
    "full_stop": ".",
    "comma": ",",
    "slash": "/",
    "colon": ":",
    "question_mark": "?",
    "f1": "F1",
    "enter": "Enter",
    "escape": "Esc",
    "space": "Space",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "backspace": "Backspace",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "home": "Home",
    "end": "End",
}


def key_name(key: str) -> str:
    """Return a key as a person would write it."""
    return _SHOWN.get(key, key)


def key_table() -> str:
    """Return the Markdown table of keys that stands in the README."""
    lines = ["| key | what it does | id |", "|---|---|---|"]
    for action in ACTIONS:
        keys = " ".join(f"`{key_name(key)}`" for key in action.keys) or "by name in `:`"
        lines.append(f"| {keys} | {action.help} | {action.id} |")
    return "\n".join(lines)

"""The one table of actions.

Key bindings, the hint line, the command palette, the help screen, remapping in config.toml and the
key tables of README and docs/keys.md are all made from it. No import of Textual: the command line prints it too.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from typing import NamedTuple
from unicodedata import lookup

from tui.settings.surface import CALLED_THERE, FOOTERS, ON_SURFACE


class Action(NamedTuple):
    """Something a key does.

    An action of a `mode` is bound in that mode only, to keys of its own and to those of the actions it stands
    `instead_of`, however config.toml has them; one whose `hint` is "m" stands in the footer of its mode, in the
    order of this table. What stands in the footers of the panes is in `FOOTERS`.
    """

    id: str
    keys: tuple[str, ...]
    label: str
    help: str
    group: str
    hint: str = ""
    mode: str = ""
    instead_of: tuple[str, ...] = ()

    @property
    def surface(self) -> bool:
        """Whether it is one of the few that everybody is shown; all others are reached by name."""
        return self.id in ON_SURFACE


def footer(place: str) -> list[tuple[Action, str]]:
    """Return the actions in the footer of a pane or a mode, each with what it is called there."""
    if place in FOOTERS:
        return [(BY_ID[id], CALLED_THERE.get((place, id), BY_ID[id].label)) for id in FOOTERS[place]]
    found = [
        (action, action.label)
        for action in ACTIONS
        if action.hint and is_within(place, action.mode) and in_mode(place, action.id) is action
    ]
    return sorted(found, key=lambda hint: hint[0].mode != place)  # before those of the mode around it


def _in_group(group: str) -> Callable[[str, str, str, str], Action]:
    """Return what makes the actions of a group that are of no mode: id, keys, label, help."""
    return lambda id, keys, label, help: Action(id, tuple(keys.split()), label, help, group)


def _in_mode(mode: str, group: str) -> Callable[..., Action]:
    """Return what makes the actions of a mode: id, the ids it stands instead of, label, help, hint, keys."""

    def action(id: str, instead_of: str, label: str, help: str, hint: str = "", *keys: str) -> Action:
        return Action(id, keys, label, help, group, hint, mode, tuple(instead_of.split()))

    return action


_move = _in_group("Move")
_panes = _in_group("Panes")
_read = _in_group("Read")
_annotate = _in_group("Annotate")
_correct = _in_group("Correct")
_out = _in_group("Out")
_program = _in_group("Program")
_select = _in_mode("select", "While words are selected")
_borders = _in_mode("borders", "While borders are moved")
_mark = _in_mode("mark", "While quotes are marked")
_search = _in_mode("search", "In the search line")


ACTIONS: tuple[Action, ...] = (
    _move("down", "j down", "down", "Next event, line or quote"),
    _move("up", "k up", "up", "Previous event, line or quote"),
    _move("first", "g home", "first", "To the first"),
    _move("last", "G end", "last", "To the last"),
    _move("half_down", "ctrl+d", "half page down", "Half a page down"),
    _move("half_up", "ctrl+u", "half page up", "Half a page up"),
    _move("page_down", "pagedown", "page down", "A page down"),
    _move("page_up", "pageup", "page up", "A page up"),
    _move("read_on", "space", "read on", "A page down; at the end the next unread article"),
    _move("next", "n", "next", "Next match; without one, next unread article"),
    _move("previous", "N", "previous", "Previous match, or else unread article"),
    _panes("enter", "enter", "open", "Go in: event to article, quote to its sentence"),
    _panes("back", "escape", "back", "Step back; end a search or a filter"),
    _panes("pane_left", "h left", "left", "The pane before; fold a statement or a month"),
    _panes("pane_right", "l right", "right", "The pane after; unfold a statement or a month"),
    _panes("pane_next", "tab", "next pane", "The next pane, round and round"),
    _panes("pane_previous", "shift+tab", "previous pane", "The previous pane"),
    _panes("events", "1", "events", "To the events"),
    _panes("article", "2", "article", "To the article"),
    _panes("quotes", "3", "quotes", "To the quotes"),
    _panes("zoom", "z", "zoom", "Give the pane the whole screen, and back"),
    _read(
        "next_article",
        "right_square_bracket full_stop",
        "next article",
        "The event's next article; the next wording",
    ),
    _read(
        "previous_article",
        "left_square_bracket comma",
        "previous article",
        "The event's article before; the wording before",
    ),
    _read("search", "slash", "find", "Find as you type, in this pane or everywhere"),
    _read("save_search", "F", "save search", "Name this search to save it; no name deletes it"),
    _read("saved_searches", "O", "saved searches", "Find, with the searches you saved listed"),
    _read("everywhere", "ctrl+r", "everywhere", "Search all three panes, or where it was begun"),
    _read("filter", "f", "filter", "Find quotes by speaker, tag, kind or words"),
    _read("whose_quotes", "s", "whose quotes", "List quotes by article, statement or speaker"),
    _read("accounts", "E", "accounts", "What each side says of it; who printed what"),
    _read("sort", "", "sort", "Timeline by newest, oldest or unread first"),
    _read("fold_years", "", "fold years", "Fold all years and months but this, or unfold"),
    _read("notes", "W", "notes", "All notes in one list; Enter goes to its place"),
    _read("jump_back", "backspace", "jump back", "Back to where a jump began"),
    _read("arrived", "P", "what came in", "To what came in last, an article at each press"),
    _read("counts", "R", "counts", "Count quotes by tag, speaker, outlet, month"),
    _read(
        "count_statements",
        "number_sign",
        "count statements",
        "Count statements instead of quotes, or back",
    ),
    _read("pictures", "percent_sign", "pictures", "Draw the events listed: days, heat, who tells"),
    _read("cut", "c", "cut", "Show the raw page, and what was cut from it"),
    _read("changes", "D", "changes", "Show what changed since an earlier version"),
    _annotate("tag", "t", "tag", "Tag the quote, article or event"),
    _annotate("tag_all", "T", "tag all", "Tag all quotes that are shown"),
    _annotate("tags", "C", "tags", "All tags: rename, move, merge, describe, delete"),
    _annotate("note", "a", "note", "Write a note on it; again: in several lines"),
    _annotate("note_editor", "A", "note in $EDITOR", "Write the note in $EDITOR"),
    _annotate("star", "m", "star", "Star it, or take the star away"),
    _annotate("read", "r", "read", "Mark as read or unread"),
    _annotate("take_back_import", "", "undo the import", "Take out the last import; U brings it back"),
    _annotate("read_to_here", "", "read to here", "Mark all down to here in the timeline as read"),
    _annotate("edit", "e", "correct", "Correct what is under the cursor, from one menu"),
    _annotate("merge", "M", "merge", "Merge another event into this one"),
    _annotate("move", "V", "move", "Move the article to another or a new event"),
    _annotate("delete", "d", "delete", "Discard the quote; delete article or event"),
    _annotate("undo", "u", "undo", "Undo"),
    _annotate("redo", "U", "redo", "Redo"),
    _annotate("history", "H", "history", "List what was done, step by step"),
    _annotate("conflicts", "", "conflicts", "Decide on what two people changed differently"),
    _correct("select", "v", "select", "Select words for a new quote; or several quotes"),
    _correct("split", "X", "split", "Make each part of the quote a quote of its own"),
    _correct("join", "J", "join", "Join the quote with the next, or its parts"),
    _correct("restore", "Z", "restore", "Take a discarded quote back in"),
    _correct("speaker", "p", "speaker", "The speaker: rename, merge, split, role, side"),
    _correct("over_time", "", "over time", "The speaker over time: repeated, contradicted"),
    _correct("side", "", "side", "For whom the speaker speaks, in all accounts"),
    _correct("status", "S", "status", "Status of the quote, evidence, reliability"),
    _correct("link", "L", "link", "Link two quotes: press it on each of the two"),
    _correct(
        "same_statement", "equals_sign", "same statement", "Marked quotes, or wordings, are one statement"
    ),
    _correct("other_statement", "minus", "other statement", "Marked quotes, or wordings, are two statements"),
    _correct("linked", "w", "linked quote", "Go to the quote this one is linked to"),
    _out("copy", "y", "copy", "Copy quote, speaker, outlet, date and address"),
    _out("copy_url", "Y", "copy address", "Copy the article's address"),
    _out("open_url", "o", "open address", "Open the article's address in the browser"),
    _out("pipe", "vertical_line", "pipe", "Give quote or article to a shell command"),
    _out("press_review", "", "press review", "Press review: tagged quotes of a day or a week"),
    _out("export", "x", "export", "Export briefing or event, in a chosen format"),
    _program("import", "i", "import", "Import a file, folder, address or pasted page"),
    _program("feeds", "I", "feeds", "Feeds: fetch what is new, subscribe, end one"),
    _program("regroup", "", "regroup", "Regroup: find all events anew, in one step"),
    _program("briefings", "b", "briefings", "Switch to another briefing, or begin one"),
    _program("rename_briefing", "", "rename briefing", "Rename this briefing"),
    _program("archive_briefing", "", "archive briefing", "Lay this briefing in the archive"),
    _program("delete_briefing", "", "delete briefing", "Delete this briefing; b keeps it for 30 days"),
    _program("theme", "", "theme", "Choose a theme; each shows as you walk"),
    _program("text_width", "", "width", "Width of the text, 60 to 100 columns"),
    _program("settings", "", "settings", "Open config.toml, keys and theme, in $EDITOR"),
    _program("save_screen", "f2", "save screen", "Save a picture of the screen (SVG)"),
    _program("save_screen_png", "", "screen as PNG", "Save a picture of the screen as PNG"),
    _program("repaint", "ctrl+l", "repaint", "Draw the screen anew, if something wrote on it"),
    _program("palette", "colon ctrl+p", "palette", "All actions by name"),
    _program("help", "question_mark f1", "help", "This help"),
    _program("quit", "q", "quit", "Step out; from the main screen, quit"),
    _program("quit_now", "ctrl+q", "quit at once", "Quit from anywhere"),
    _select("create_quote", "enter", "new quote", "Make the words a quote", "m"),
    _select("borders", "", "borders", "Set the chosen quote's borders to the words", "m", "B"),
    _select("cut_out", "split", "cut out", "Cut the words out of the chosen quote", "m"),
    _select("word_on", "pane_right linked notes edit", "word", "A word on", "m"),
    _select("swap_end", "open_url saved_searches", "other end", "Grow at the other end", "m"),
    _select("next_sentence", "next_article", "sentence", "A sentence on", "m", "right_parenthesis"),
    _select("leave_selection", "back quit", "leave", "Leave the words", "m"),
    _select("letter_on", "read_on", "letter", "A letter on", "m", "greater_than_sign"),
    _select("letter_back", "", "a letter back", "A letter back", "", "less_than_sign"),
    _select("word_back", "pane_left briefings", "a word back", "A word back"),
    _select(
        "previous_sentence", "previous_article", "a sentence back", "A sentence back", "", "left_parenthesis"
    ),
    _select("paragraph_on", "", "a paragraph on", "A paragraph on", "", "right_curly_bracket"),
    _select("paragraph_back", "", "a paragraph back", "A paragraph back", "", "left_curly_bracket"),
    _select("line_start", "", "line's start", "To the beginning of the line", "", "0", "circumflex_accent"),
    _select("line_end", "", "line's end", "To the end of the line", "", "dollar_sign"),
    _select("line_on", "down", "a line on", "A line on"),
    _select("line_back", "up", "a line back", "A line back"),
    _select("half_page_on", "half_down", "half a page on", "Half a page on"),
    _select("half_page_back", "half_up", "half a page back", "Half a page back"),
    _select("to_start", "first", "to the start", "To the beginning of the text"),
    _select("to_end", "last", "to the end", "To the end of the text"),
    _select("copy_words", "copy", "copy", "Copy the words"),
    _select("pipe_words", "pipe", "pipe", "Give the words to a shell command"),
    _select(
        "quote_first",
        "tag tag_all tags note note_editor star read status speaker delete join link restore merge move history"
        " accounts same_statement other_statement save_search filter whose_quotes"
        " arrived counts count_statements pictures cut changes copy_url export import feeds next previous search",
        "a quote first",
        "Say that the words are to be made a quote first",
    ),
    _borders("take_borders", "create_quote borders", "take them", "Take the borders as they are now", "m"),
    _borders("keep_borders", "leave_selection", "leave", "Leave the quote as it was", "m"),
    _mark("tag_marked", "tag tag_all", "tag", "Tag them", "m"),
    _mark("toggle_mark", "read_on", "one more or less", "Mark one more, or take its mark off", "m"),
    _mark("star_marked", "star", "star", "Star them, or take the stars away", "m"),
    _mark("status_marked", "status", "status", "Status of them all", "m"),
    _mark("speaker_marked", "speaker edit", "speaker", "Whose words they are", "m"),
    _mark("note_marked", "note", "note", "Write a note on each of them", "m"),
    _mark("discard_marked", "delete", "discard", "Discard them", "m"),
    _mark("copy_marked", "copy", "copy", "Copy them, each with its source", "m"),
    _mark("same_marked", "same_statement", "same", "Say that they are one statement", "m"),
    _mark("other_marked", "other_statement", "not the same", "Say that they are different statements", "m"),
    _mark("leave_marks", "back quit", "leave", "Mark nothing any more", "m"),
    _mark("join_marked", "join", "join", "Join them into one", "m"),
    _mark("mark_from_here", "select", "from here", "Keep the marks, move freely; again: from here", "m"),
    _search("keep_search", "enter", "keep", "Leave the line; n and N walk what is found", "m"),
    _search("end_search", "back", "end", "End the search", "m"),
    _search("complete_search", "pane_next", "complete", "Complete a field, or one of its values in use", "m"),
    _search("widen_search", "everywhere", "everywhere", "Find in all three panes, or only here again", "m"),
    _search("name_search", "", "save", "Save the search, or rename or delete it", "m", "ctrl+o"),
    _search("next_offer", "down", "choose", "The next that is offered: saved, fields, values", "m"),
    _search("previous_offer", "up", "choose", "The one before"),
)

BY_ID = {action.id: action for action in ACTIONS}

# What actions were called before: config.toml may still say so, and the palette finds them by it.
FORMER_IDS = {
    "scope": "whose_quotes",
    "save_view": "save_search",
    "views": "saved_searches",
    "report": "counts",
    "codebook": "tags",
}

_IN_MODE = {(action.mode, other): action for action in ACTIONS for other in action.instead_of}

# What leaves a mode as it is. Any other action that is not of the mode ends it first; while a search is
# typed nothing else is done at all.
_KEPT_BY = {
    "select": frozenset("select help palette undo redo zoom jump_back theme".split()),
    "mark": frozenset(
        "down up first last half_down half_up page_down page_up help palette undo redo zoom theme history".split()
    ),
}


_WITHIN = {"borders": "select"}
"""Modes within another: what they do not stand instead of is done there too."""


def is_within(mode: str, other: str) -> bool:
    """Tell whether what is done in `other` is done in `mode` too."""
    return mode == other or (mode in _WITHIN and is_within(_WITHIN[mode], other))


def in_mode(mode: str, action_id: str, own: Container[str] = ()) -> Action:
    """Return what is done in a mode ("" for none) where an action is asked for.

    `own` are the ids that config.toml has keys for: what has keys of its own stands instead of nothing.
    """
    if mode in _WITHIN:
        action_id = in_mode(_WITHIN[mode], action_id, own).id
    action = _IN_MODE.get((mode, action_id))
    return BY_ID[action_id] if action is None or action.id in own else action


def ends_mode(mode: str, action: Action) -> bool:
    """Tell whether a mode is over before an action is done."""
    outer = _WITHIN.get(mode, mode)
    return outer in _KEPT_BY and action.mode not in (mode, outer) and action.id not in _KEPT_BY[outer]


def keys_of(action: Action, own: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Return the keys of an action, `own` being those of config.toml by action."""
    if action.id in own:
        return tuple(own[action.id])
    return (*action.keys, *(key for other in action.instead_of for key in keys_of(BY_ID[other], own)))


_SHOWN = {
    **{f"f{number}": f"F{number}" for number in range(1, 25)},
    "at": "@",
    "backslash": "\\",
    "backspace": "Backspace",
    "down": "↓",
    "end": "End",
    "enter": "Enter",
    "escape": "Esc",
    "greater_than_sign": ">",  # which Unicode writes with a hyphen
    "home": "Home",
    "left": "←",
    "less_than_sign": "<",
    "minus": "-",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "plus": "+",
    "right": "→",
    "shift+tab": "Shift+Tab",
    "slash": "/",
    "space": "Space",
    "tab": "Tab",
    "underscore": "_",
    "up": "↑",
}


def key_name(key: str) -> str:
    """Return a key as a person would write it."""
    if key.startswith("ctrl+"):
        with_it = key_name(key.removeprefix("ctrl+"))
        return f"Ctrl+{with_it.upper() if len(with_it) == 1 else with_it}"
    if key in _SHOWN or len(key) == 1:
        return _SHOWN.get(key, key)
    try:  # keys of signs have the names that Unicode gives them
        sign = lookup(key.replace("_", " "))
    except KeyError:
        return key
    return sign if sign.isprintable() else key

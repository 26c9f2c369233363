"""What can be done now, and what is said where it can't: asked by Textual, footer, palette and help alike."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.core.addresses import is_address
from tui.settings.actions import Action, in_mode, is_within

if TYPE_CHECKING:
    from tui.ui.context import Context


def is_bound(action: Action, context: Context) -> bool:
    """Tell whether the keys of an action are its own in the mode they are in."""
    mode = context.mode
    if (action.mode or mode == "search") and not is_within(mode, action.mode):
        return False
    return in_mode(mode, action.id, context.program.config.keys) is action


def is_of_place(action: Action) -> bool:
    """Tell whether an action is done to what the cursor stands on, and wants that open."""
    return action.id in _NEEDS


def missing(action: Action, context: Context) -> str:
    """Return the sentence that says what an action lacks to be done now, "" where it lacks nothing."""
    if context.briefing.barred and action.id in _WRITES:
        return context.briefing.barred
    if action.id in _OF_TERMINAL and context.app.is_web:
        return "There is no terminal behind a browser: run briefing-tui in one for this."
    if context.gone and action.id not in _ANYWHERE and action.group not in ("Move", "Panes"):
        return context.gone
    if action.id in _NEEDS and context.panes.current == "events" and context.panes.events.on_heading:
        return f"These events are folded: {context.key('pane_right')} unfolds them."
    needs, said = _NEEDS.get(action.id, (None, ""))
    lacking = _KEY.sub(lambda each: context.key(each[1]), said) if needs and not needs(context) else ""
    goes_on = action.id in _GOES_ON and context.panes.current == "events"
    return (
        f"There are no events yet: {context.key('import')} imports pages."
        if (lacking or goes_on) and not context.open.rows
        else lacking
    )


def is_available(action: Action, context: Context) -> bool:
    """Tell whether an action can be done now: in the mode the keys are in, with what it needs at hand."""
    return is_bound(action, context) and not missing(action, context)


# What says whether it is there, and the sentence where it is not, {id} in the place of an action's key.
Needs = tuple[Callable[["Context"], bool], str]
_KEY = re.compile(r"\{(\w+)\}")


def _has_quote(context: Context) -> bool:
    return context.panes.current != "events" and context.open.quote is not None


def _is_inside(context: Context) -> bool:
    """A quote, or the article where that has the keys."""
    return _has_quote(context) or (context.panes.current == "article" and context.open.article is not None)


_EVENT: Needs = (
    lambda context: context.open.annotated is not None,
    "No event is open: {events} goes to the events, {enter} opens one.",
)
_ARTICLE: Needs = (lambda context: context.open.article is not None, "There is no article here.")
_QUOTE: Needs = (_has_quote, "There is no quote here: go to one first, in the article or the quotes.")
_THING: Needs = (
    lambda context: (
        context.open.annotated is not None if context.panes.current == "events" else _is_inside(context)
    ),
    "There is nothing here to write on.",
)
_SPEAKER: Needs = (lambda context: bool(context.open.speaker) or _has_quote(context), _QUOTE[1])
_WRITABLE: Needs = (lambda context: bool(context.open.speaker) or _THING[0](context), _THING[1])
_ADDRESS: Needs = (
    lambda context: context.open.article is not None and is_address(context.open.article.url),
    "No address is known for this article; {edit} sets one.",
)

_GOES_ON = frozenset("enter next".split())

# What can be done where the briefing that is open was taken away.
_ANYWHERE = frozenset("briefings palette help quit quit_now repaint theme text_width settings".split())

_WRITES = frozenset(
    """
    tag tag_all note note_editor star read read_to_here edit merge move delete undo redo split join restore speaker side
    status link same_statement other_statement save_search name_search import feeds regroup rename_briefing
    archive_briefing delete_briefing create_quote borders cut_out take_borders tag_marked star_marked status_marked
    speaker_marked note_marked discard_marked same_marked other_marked join_marked
    """.split()
)
_OF_TERMINAL = frozenset("pipe pipe_words note_editor settings".split())

_NEEDS: dict[str, Needs] = {
    **dict.fromkeys("next_article previous_article cut changes move".split(), _ARTICLE),
    **dict.fromkeys("split join status link linked same_statement other_statement".split(), _QUOTE),
    "speaker": _SPEAKER,
    "over_time": _SPEAKER,
    "side": _SPEAKER,
    **dict.fromkeys("tag star".split(), _THING),
    **dict.fromkeys("note note_editor edit".split(), _WRITABLE),
    **dict.fromkeys("read read_to_here restore accounts".split(), _EVENT),
    **dict.fromkeys("copy_url open_url".split(), _ADDRESS),
    **dict.fromkeys(
        ("copy", "pipe"),
        (
            lambda context: context.open.article is not None or _has_quote(context),
            "There is nothing here to copy or to hand on.",
        ),
    ),
    "delete": (_THING[0], "There is nothing here to discard or delete."),
    "merge": (
        lambda context: context.open.annotated is not None and len(context.open.rows) > 1,
        "There are no two events here to merge.",
    ),
    "tag_all": (
        lambda context: any(item.quote for item in context.open.items),
        "There are no quotes shown to tag.",
    ),
    "everywhere": (
        lambda context: context.open.asked is not None,
        "No search is live: {search} finds, in this pane or everywhere.",
    ),
    "save_search": (
        lambda context: context.open.asked is not None,
        "No search is live: {search} finds, then {name_search} saves it under a name.",
    ),
    "pictures": (lambda context: bool(context.open.rows), "There is nothing here yet to draw."),
    "tags": (lambda context: bool(context.open.tags), "There are no tags yet; {tag} makes one."),
    "select": (
        lambda context: (
            _has_quote(context) if context.panes.current == "quotes" else context.open.article is not None
        ),
        "There is nothing here to select.",
    ),
}

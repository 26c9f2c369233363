"""What can be done now: the one place that footer, palette, help and Textual's `check_action` ask."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.core.addresses import is_address
from tui.settings.actions import Action, in_mode

if TYPE_CHECKING:
    from tui.ui.context import Context


def is_bound(action: Action, mode: str) -> bool:
    """Tell whether a key of an action does something in a mode, be it that it says what is missing."""
    return action.mode in ("", mode) or bool(action.keys)


def is_available(action: Action, context: Context) -> bool:
    """Tell whether an action can be done now: in the mode the keys are in, with what it needs at hand."""
    mode = context.mode
    if action.mode != mode and (action.mode or mode == "search" or in_mode(mode, action.id) is not action):
        return False
    needs = _NEEDS.get(action.id)
    return needs is None or needs(context)


def _quote(context: Context) -> bool:
    return context.pane != "events" and context.quote is not None


def _inside(context: Context) -> bool:
    """A quote, or the article where that has the keys."""
    return _quote(context) or (context.pane == "article" and context.article is not None)


def _event(context: Context) -> bool:
    return context.annotated is not None


def _thing(context: Context) -> bool:
    return _event(context) if context.pane == "events" else _inside(context)


def _address(context: Context) -> bool:
    return context.article is not None and is_address(context.article.url)


def _article(context: Context) -> bool:
    return context.article is not None


_NEEDS: dict[str, Callable[[Context], bool]] = {
    **dict.fromkeys("next_article previous_article cut changes move copy".split(), _article),
    **dict.fromkeys("split join speaker status link linked".split(), _quote),
    **dict.fromkeys("tag note note_editor star edit".split(), _thing),
    **dict.fromkeys("read restore".split(), _event),
    **dict.fromkeys("copy_url open_url".split(), _address),
    "delete": _inside,
    "merge": lambda context: _event(context) and len(context.rows) > 1,
    "tag_all": lambda context: any(item.quote for item in context.items),
    "save_view": lambda context: context.asked is not None,
    "codebook": lambda context: bool(context.tags),
    "select": lambda context: _quote(context) if context.pane == "quotes" else _article(context),
}

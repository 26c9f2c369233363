"""Which actions fit what is typed in the palette: by id, label, what they were called, sentence, synonyms. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tui.core.fuzzy_names import fitting
from tui.core.text import fold
from tui.settings.actions import FORMER_IDS, Action
from tui.settings.synonyms import SYNONYMS

_OLD_NAMES: Mapping[str, list[str]] = {
    new: [old for old, other in FORMER_IDS.items() if other == new] for new in set(FORMER_IDS.values())
}
_LAST = ("Move", "Panes")  # groups; who looks for a name does not look for these


def ranked(typed: str, actions: Sequence[Action], recent: Sequence[str] = ()) -> list[Action]:
    """Return the actions that fit, best first; where nothing is typed, all, those that are `recent` before others."""
    first = {name: at for at, name in enumerate(recent)}
    order = sorted(actions, key=lambda action: (first.get(action.id, len(first)), _late(action)))
    wanted = _plain(typed)
    if not wanted:
        return order
    ranks = {action.id: _rank(wanted, action) for action in order}
    found = sorted((each for each in order if ranks[each.id] < _NO), key=lambda each: ranks[each.id])
    return found or _nearly(wanted, order)


def _late(action: Action) -> int:
    """Return how late an action is offered unasked: what is learned by its key comes after what is not."""
    return 2 if action.group in _LAST else int(action.surface)


_NO = 6  # the rank of what does not fit


def _rank(wanted: str, action: Action) -> int:
    """Return how well an action fits: 0 for its very name, `_NO` for not at all."""
    names = [_plain(name) for name in (action.id, action.label, *_OLD_NAMES.get(action.id, ()))]
    others = [_plain(name) for name in SYNONYMS.get(action.id, "").split(",")]
    if wanted in names:
        return 0
    if any(name.startswith(wanted) for name in names):
        return 1
    if wanted in others:
        return 2
    if _begins_word(wanted, " ".join(names)):
        return 3
    if _begins_word(wanted, " ".join(others)):
        return 4
    every = f"{' '.join([*names, *others])} {_plain(action.help)}"
    return 5 if all(_begins_word(word, every) for word in wanted.split()) else _NO


def _nearly(wanted: str, actions: Sequence[Action]) -> list[Action]:
    """Return the actions with a name that is a letter or two apart from what is typed."""
    called: dict[str, Action] = {}
    for action in actions:
        for name in (action.id, action.label, *SYNONYMS.get(action.id, "").split(",")):
            called.setdefault(_plain(name), action)
    found = [called[name] for name in fitting(wanted, list(called))]
    return list({action.id: action for action in found}.values())


def _begins_word(wanted: str, text: str) -> bool:
    return f" {wanted}" in f" {text}"


def _plain(text: str) -> str:
    return " ".join(re.split(r"[\W_]+", fold(text))).strip()

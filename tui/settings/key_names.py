"""Keys as people write them in config.toml, as Textual calls them, and which of them no terminal sends."""

from __future__ import annotations

import unicodedata

from tui.settings.paths import SettingsError

_NAMED = frozenset(
    "enter escape space tab backspace delete insert home end pageup pagedown up down left right".split()
) | {f"f{number}" for number in range(1, 25)}
_SHORT = {"pgdn": "pagedown", "pgup": "pageup", "esc": "escape", "del": "delete", "ins": "insert"}
_MODIFIERS = frozenset("alt ctrl hyper meta shift super".split())
_OTHERWISE_CALLED = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}

_TERMINAL = "terminals keep it for themselves"
TAKEN = {
    **dict.fromkeys(("ctrl+b", "ctrl+a"), "tmux and screen keep it for themselves"),
    **dict.fromkeys(("ctrl+z", "ctrl+s", "ctrl+backslash"), _TERMINAL),
    "ctrl+h": "it is Backspace in a terminal",
    "ctrl+i": "it is Tab in a terminal",
    "ctrl+j": "it is Enter in a terminal",
    "ctrl+m": "it is Enter in a terminal",
    "ctrl+c": "it is for copying",
    "f1": "it is help, wherever you are",
    "f2": "it saves the screen, wherever you are",
    **{f"alt+{n}": _TERMINAL for n in range(10)},
}


def parse_key(written: str) -> str:
    """Return Textual's name of a key written as a person would: `]`, `PgDn`, `Ctrl+T`.

    Raises `SettingsError` for what no terminal sends, with what may have been meant.
    """
    if name := _named(written):
        return name
    meant = written.strip("<>").replace("-", "+")
    perhaps = f"; write “{meant.lower()}”" if meant != written and _named(meant) else ""
    raise SettingsError(f"“{written}” is no key that a terminal sends{perhaps}")


def _named(written: str) -> str:
    """Return the name of a key, "" for none."""
    if len(written) == 1:
        return _character(written)
    *modifiers, key = written.replace(" ", "").lower().split("+")
    if not _MODIFIERS.issuperset(modifiers):
        return ""
    key = _SHORT.get(key, key)
    if len(key) == 1:
        if modifiers == ["shift"] and key.isalpha():  # Shift+t is T to a terminal
            return key.upper()
        key = _character(key)
    elif key not in _NAMED and not _is_character(key):
        return ""
    return "+".join([*sorted(set(modifiers)), key]) if key else ""


def _character(key: str) -> str:
    if key.isalnum():
        return key
    name = unicodedata.name(key, "").lower().replace("-", "_").replace(" ", "_")
    return _OTHERWISE_CALLED.get(name, name)


def _is_character(name: str) -> bool:
    """Tell whether a name is one that `_character` gives."""
    if name in _OTHERWISE_CALLED.values():
        return True
    try:
        return bool(unicodedata.lookup(name.replace("_", " ")))
    except KeyError:
        return False

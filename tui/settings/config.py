"""What may stand in config.toml: keys for actions, and the form in which quotes are copied.

[keys]
tag = "ctrl+t"                   # an action's id, and a key or several
next = ["n", "ctrl+n"]

[copy]
format = "markdown"         # or plain, csl, latex
quote = "{quote} ({speaker}, {outlet}, {date}) {url}"  # a form of one's own, instead of a format
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tui.settings.paths import SettingsError, config_file, error_reason

COPY_FIELDS = ("quote", "speaker", "outlet", "headline", "author", "date", "url", "event", "tags", "note")

COPY_FORMATS = ("plain", "markdown", "csl", "latex")


def parse_config(raw: bytes, actions: Iterable[tuple[str, Sequence[str]]] | None = None) -> Config:
    """Return what a config.toml says; `actions` as in `load_config`.

    Raises `SettingsError`, a line without the file's name.
    """
    try:
        table = tomllib.loads(raw.decode("utf-8-sig"))
    except ValueError as error:
        raise SettingsError(f"is no TOML: {error}") from None
    keys = _keys(table.get("keys", {}))
    if keys:
        if actions is None:
            from tui.settings.actions import ACTIONS

            actions = [(action.id, action.keys) for action in ACTIONS]
        check_keys(actions, keys)
    copy = table.get("copy", {})
    return Config(keys, _copy_form(copy), _copy_format(copy))


def check_keys(actions: Iterable[tuple[str, Sequence[str]]], remap: Mapping[str, Sequence[str]]) -> None:
    """Refuse a remapping that would leave two actions on one key: Textual would drop one silently.

    Raises `SettingsError`, a line naming the key and both actions.
    """
    defaults = dict(actions)
    for action in remap:
        if action not in defaults:
            raise SettingsError(f"[keys] {action}: there is no such action{_perhaps(action, defaults)}")
    owner: dict[str, str] = {}
    # The remapped first, so that the line blames what the reader wrote.
    for action in (*remap, *(other for other in defaults if other not in remap)):
        for key in remap.get(action, defaults[action]):
            if key in _TAKEN:
                if action in remap:
                    raise SettingsError(f"[keys] {action}: {key} cannot be used, {_TAKEN[key]}")
            elif key in owner and owner[key] != action and (action in remap or owner[key] in remap):
                raise SettingsError(
                    f"[keys] {owner[key]}: the key {key} is that of “{action}” already;"
                    f" give “{action}” another key as well"
                )
            owner.setdefault(key, action)


_TERMINAL = "terminals keep it for themselves"
_TAKEN = {
    **dict.fromkeys(("ctrl+b", "ctrl+a"), "tmux and screen keep it for themselves"),
    **dict.fromkeys(("ctrl+z", "ctrl+s", "ctrl+backslash"), _TERMINAL),
    "ctrl+h": "it is Backspace in a terminal",
    "ctrl+i": "it is Tab in a terminal",
    "ctrl+j": "it is Enter in a terminal",
    "ctrl+m": "it is Enter in a terminal",
    "ctrl+c": "it is for copying",
    **{f"alt+{n}": _TERMINAL for n in range(10)},
}


def _keys(table: object) -> dict[str, tuple[str, ...]]:
    if not isinstance(table, dict):
        raise SettingsError('[keys] is a table: lines such as tag = "ctrl+t"')
    keys: dict[str, tuple[str, ...]] = {}
    for action, given in table.items():
        several = [given] if isinstance(given, str) else given
        if not isinstance(several, list) or not all(isinstance(key, str) and key for key in several):
            raise SettingsError(f'[keys] {action}: write a key or several: "V" or ["V", "ctrl+t"]')
        keys[action] = tuple(_key(key) for key in several)
    return keys


_KEY_NAMES = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}


def _key(key: str) -> str:
    """Return Textual's name of a key written as a person would: `]`, `PgDn`, `Ctrl+T`."""
    if len(key) == 1:
        if key.isalnum():
            return key
        import unicodedata

        name = unicodedata.name(key, key).lower().replace("-", "_").replace(" ", "_")
        return _KEY_NAMES.get(name, name)
    *modifiers, last_ = key.replace(" ", "").split("+")
    if not last_:
        raise SettingsError(f"[keys] “{key}” is no key")
    if len(last_) > 1:
        last_ = last_.lower()
        last_ = {"pgdn": "pagedown", "pgup": "pageup", "esc": "escape", "del": "delete"}.get(last_, last_)
    else:
        # Ctrl+T is ctrl+t to a terminal, and Shift+t is T.
        last_ = _key(last_.lower())
        if modifiers in (["shift"], ["Shift"]):
            return last_.upper()
    order = sorted({modifier.lower() for modifier in modifiers})
    return "+".join([*order, last_])


def _copy_format(table: dict[str, object]) -> str:
    chosen = table.get("format", "plain")
    if chosen not in COPY_FORMATS:
        raise SettingsError(f"[copy] format is one of {', '.join(COPY_FORMATS)}, not {str(chosen)[:40]!r}")
    return str(chosen)


def _copy_form(table: object) -> str:
    if not isinstance(table, dict) or not isinstance(form := table.get("quote", ""), str):
        raise SettingsError('[copy] quote is a text such as "{quote} ({speaker}, {outlet})"')
    for name in re.findall(r"\{([^{}]*)\}", form):
        if name not in COPY_FIELDS:
            raise SettingsError(f"[copy] quote: there is no {{{name}}}; there are {', '.join(COPY_FIELDS)}")
    return form


def format_copy(form: str, fields: Mapping[str, str]) -> str:
    """Return `form` with its `{names}` filled in; lines that only held empty fields are left out."""
    lines = []
    for line in form.split("\n"):
        filled = re.sub(r"\{([^{}]*)\}", lambda match: fields.get(match[1], match[0]), line)
        if filled.strip() or not line.strip():
            lines.append(filled)
    return "\n".join(lines)


def _perhaps(word: str, known: Iterable[str]) -> str:
    import difflib

    near = difflib.get_close_matches(word, list(known), 1)
    return f"; did you mean “{near[0]}”?" if near else "; the help (?) and README name them"


@dataclass(frozen=True, slots=True)
class Config:
    """What `config.toml` says: keys by action id, in Textual's names, and how quotes are copied.

    `copy` is a form of the reader's own, which `format_copy` fills in, "" where there is none;
    `copy_as` is then one of `COPY_FORMATS`.
    """

    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    copy: str = ""
    copy_as: str = "plain"


def load_config(actions: Iterable[tuple[str, Sequence[str]]] | None = None) -> Config:
    """Return what config.toml says, the defaults where there is none.

    `actions` are the ids and keys that can be remapped; without them those of the reader. Raises
    `SettingsError` for a file that is no TOML, and for keys that clash or cannot be bound.
    """
    path = config_file()
    if not path.is_file():
        return Config()
    try:
        return parse_config(path.read_bytes(), actions)
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read: {error_reason(error)}") from None
    except SettingsError as error:
        raise SettingsError(f"{path}: {error}") from None

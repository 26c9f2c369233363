"""What may stand in config.toml: a theme, keys, the width of text, the form of copied quotes, what a page may take.

theme = "nord"              # any that `theme` in the palette lists

[keys]
tag = "ctrl+t"                   # an action's id, and a key or several
next = ["n", "ctrl+n"]

[text]
width = 72                  # columns of a line of an article

[copy]
format = "markdown"         # or plain, csl, latex
quote = "{quote} ({speaker}, {outlet}, {date}) {url}"  # a form of one's own, instead of a format

[page]                      # past this a page is refused
seconds = 20
memory = 500                # MB
workers = 0                 # pages read at once; 0: one for each core
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field

from tui.core.records import record
from tui.settings.key_names import parse_key
from tui.settings.page_budget import PageBudget
from tui.settings.paths import SettingsError, config_file, error_reason
from tui.settings.state import TEXT_WIDTHS

COPY_FIELDS = ("quote", "speaker", "outlet", "headline", "author", "date", "url", "event", "tags", "note")

COPY_FORMATS = ("plain", "markdown", "csl", "latex")


def parse_config(raw: bytes, actions: Iterable[tuple[str, Sequence[str]]] | None = None) -> Config:
    """Return what a config.toml says; `actions` as in `load_config`.

    Raises `SettingsError`, a line without the file's name, but with the number of the line that is meant.
    """
    import tomllib  # few have a config.toml

    try:
        text = raw.decode("utf-8-sig")
        table = tomllib.loads(text)
    except ValueError as error:
        raise SettingsError(f"is no TOML: {error}") from None
    try:
        return _understood(table, actions)
    except SettingsError as error:
        raise SettingsError(f"{_line_of(str(error), text)}{error}") from None


def _understood(table: dict[str, object], actions: Iterable[tuple[str, Sequence[str]]] | None) -> Config:
    for name in table:
        if name not in _TABLES:
            raise SettingsError(f"{name}: there is no such setting{_perhaps(name, _TABLES)}")
    keys = _keys(table.get("keys", {}))
    if keys:
        if actions is None:
            from tui.settings.actions import ACTIONS

            # While a search is typed no other action has its keys: there the same key may do something else.
            actions = [(each.id, () if each.mode == "search" else each.keys) for each in ACTIONS]
        check_keys(actions, keys)
    copy = _settings(table, "copy", ("format", "quote"))
    page = _page(_settings(table, "page", ("seconds", "memory", "workers")))
    text = _settings(table, "text", ("width",))
    return Config(
        keys=keys,
        copy=_copy_form(copy),
        copy_as=_copy_format(copy),
        theme=_theme(table.get("theme", "")),
        width=_width(text.get("width", 0)),
        page=page,
    )


def _line_of(problem: str, text: str) -> str:
    """Return where what a problem names first stands, as a beginning of the sentence; "" where it is not found."""
    named = re.match(r"(?:\[(\w+)\] )?([\w-]+)", problem)
    if not named:
        return ""
    table, inside = named[1] or "", ""
    for number, line in enumerate(text.splitlines(), start=1):
        if heading := re.match(r"\s*\[+\s*([\w.-]+)", line):
            inside = heading[1]
            if not table and inside == named[2]:
                return f"line {number}: "
        elif inside == table and re.match(rf"\s*[\"']?{re.escape(named[2])}[\"']?\s*[=.]", line):
            return f"line {number}: "
    return ""


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
                if action in remap and (key, action) not in (("f1", "help"), ("f2", "save_screen")):
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
    "f1": "it is help, wherever you are",
    "f2": "it saves the screen, wherever you are",
    **{f"alt+{n}": _TERMINAL for n in range(10)},
}


def _keys(table: object) -> dict[str, tuple[str, ...]]:
    if not isinstance(table, dict):
        raise SettingsError('keys: write a table, [keys], with lines such as tag = "ctrl+t" below it')
    from tui.settings.actions import RENAMED

    keys: dict[str, tuple[str, ...]] = {}
    for name, given in table.items():
        action = RENAMED.get(name, str(name))
        if action in keys:
            raise SettingsError(f"[keys] {name}: it is “{action}” now, which has keys here already")
        several = [given] if isinstance(given, str) else given
        if not isinstance(several, list) or not all(isinstance(key, str) and key for key in several):
            raise SettingsError(f'[keys] {name}: write a key or several: "V" or ["V", "ctrl+t"]')
        try:
            keys[action] = tuple(parse_key(key) for key in several)
        except SettingsError as error:
            raise SettingsError(f"[keys] {name}: {error}") from None
    return keys


_TABLES = ("theme", "keys", "copy", "text", "page")


def _settings(table: Mapping[str, object], name: str, known: Sequence[str]) -> dict[str, object]:
    """Return a table of the file. Raises `SettingsError` for what is none, and for names that are not `known`."""
    inside = table.get(name, {})
    if not isinstance(inside, dict):
        raise SettingsError(f"{name}: write it as a table, [{name}], with {' and '.join(known)} below it")
    for each in inside:
        if each not in known:
            raise SettingsError(f"[{name}] {each}: there is no such setting{_perhaps(each, known)}")
    return inside


def _page(given: Mapping[str, object]) -> PageBudget:
    try:
        return PageBudget().with_values(given)
    except SettingsError as error:
        raise SettingsError(f"[page] {error}") from None


def _theme(name: object) -> str:
    if not isinstance(name, str):
        raise SettingsError('theme: write its name, such as "nord"')
    return name


def _width(cells: object) -> int:
    if not isinstance(cells, int) or (cells and cells not in TEXT_WIDTHS):
        least, most = TEXT_WIDTHS[0], TEXT_WIDTHS[-1]
        raise SettingsError(
            f"[text] width: the columns of a line, {least} to {most}, not {str(cells)[:40]!r}"
        )
    return cells


def _copy_format(table: Mapping[str, object]) -> str:
    chosen = table.get("format", "plain")
    if chosen not in COPY_FORMATS:
        raise SettingsError(f"[copy] format: one of {', '.join(COPY_FORMATS)}, not {str(chosen)[:40]!r}")
    return str(chosen)


def _copy_form(table: Mapping[str, object]) -> str:
    if not isinstance(form := table.get("quote", ""), str):
        raise SettingsError('[copy] quote: write a text such as "{quote} ({speaker}, {outlet})"')
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


_FEW = 30  # names that a line can tell


def _perhaps(word: str, known: Iterable[str]) -> str:
    import difflib

    names = list(known)
    near = difflib.get_close_matches(word, names, 1)
    if near:
        return f"; did you mean “{near[0]}”?"
    return f"; there are {', '.join(names)}" if len(names) < _FEW else "; docs/keys.md names all actions"


@record(frozen=True, slots=True)
class Config:
    """What `config.toml` says: keys by action id, in Textual's names, how quotes are copied, a theme, what a page may take.

    `copy` is a form of the reader's own, which `format_copy` fills in, "" where there is none; `copy_as` is then
    one of `COPY_FORMATS`. `theme` is "", and `width`, in cells of a line of text, 0 where that is left to what was
    chosen last.
    """

    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    copy: str = ""
    copy_as: str = "plain"
    theme: str = ""
    width: int = 0
    page: PageBudget = field(default_factory=PageBudget)


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


def page_budget() -> PageBudget:
    """Return what config.toml lets a page take; the default where it cannot be read, which others tell."""
    try:
        return load_config().page
    except SettingsError:
        return PageBudget()


def check_theme(name: str, known: Iterable[str]) -> None:
    """Refuse a theme of config.toml that there is none of. Raises `SettingsError` naming file and line."""
    names = list(known)
    if name not in names:
        path = config_file()
        problem = f"theme: there is none called “{name}”{_perhaps(name, names)}"
        raise SettingsError(f"{path}: {_line_of(problem, path.read_text('utf-8-sig'))}{problem}")

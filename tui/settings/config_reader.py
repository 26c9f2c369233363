"""Reading of config.toml, of which `config_template` has every setting: what is said wrongly costs no other setting."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from typing import TypeVar

from tui.core.text import clean, one_line
from tui.settings.config import COPY_FIELDS, COPY_FORMATS, COUNTED, Config, Mistake
from tui.settings.key_names import TAKEN, parse_key
from tui.settings.page_budget import PageBudget
from tui.settings.paths import SettingsError, config_file, error_reason
from tui.settings.state import TEXT_WIDTHS

_TABLES = {
    "keys": (),  # the ids of actions
    "copy": ("format", "quote"),
    "text": ("width",),
    "page": ("seconds", "memory", "workers"),
}
_SETTINGS = ("theme", "count", *_TABLES)

Value = TypeVar("Value")


def load_config(themes: Iterable[str] | None = None) -> Config:
    """Return what config.toml says, the defaults where there is none, and what is wrong in it.

    `themes` are the names of those there are, without which that of a theme is taken as it stands.
    """
    path = config_file()
    if not path.is_file():
        return Config()
    try:
        return parse_config(path.read_bytes(), themes)
    except OSError as error:
        return Config(mistakes=(Mistake(0, "", "", f"cannot be read: {error_reason(error)}"),))


def page_budget() -> PageBudget:
    """Return what config.toml lets a page take; the default where it cannot be read, which others tell."""
    return load_config().page


def parse_config(raw: bytes, themes: Iterable[str] | None = None) -> Config:
    """Return what a config.toml says, the default for what it says wrongly, and all its mistakes; see `load_config`."""
    return _ConfigReader(raw).read(themes)


class _ConfigReader:
    """Reads one file: each setting by itself, so that a mistake costs no other."""

    def __init__(self, raw: bytes) -> None:
        self.mistakes: list[Mistake] = []
        text = raw.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
        self._lines = text.replace("\r\n", "\n").split("\n")

    def read(self, themes: Iterable[str] | None) -> Config:
        table = self._table()
        for name in table:
            if name not in _SETTINGS:
                self._wrong("", name, f"there is no such setting{_perhaps(name, _SETTINGS)}")
        keys, copy, text, page = (self._settings(table, name) for name in _TABLES)
        budget = PageBudget()
        for name, value in page.items():
            budget = self._checked("page", name, lambda one: budget.with_values({name: one}), value, budget)  # noqa: B023
        return Config(
            keys=self._keys(keys),
            copy=self._checked("copy", "quote", _copy_form, copy.get("quote", ""), ""),
            copy_as=self._checked("copy", "format", _copy_format, copy.get("format", "plain"), "plain"),
            theme=self._checked("", "theme", lambda name: _theme(name, themes), table.get("theme", ""), ""),
            width=self._checked("text", "width", _width, text.get("width", 0), 0),
            count=self._checked("", "count", _counted, table.get("count", ""), ""),
            page=budget,
            mistakes=tuple(sorted(self.mistakes)),
        )

    def _wrong(self, table: str, name: str, what: str, line: int = 0) -> None:
        at = line or self._line_of(table, name)
        self.mistakes.append(Mistake(at, table, one_line(clean(name)), one_line(clean(what))))

    def _line_of(self, table: str, name: str) -> int:
        """Return the number of the line where a setting stands, or else its table; 0 where neither is found."""
        heading, inside = 0, ""
        for number, line in enumerate(self._lines, start=1):
            if found := re.match(r"\s*\[+\s*([\w.-]+)", line):
                inside = found[1]
                if inside == (table or name):
                    heading = heading or number
            elif found := re.match(r"\s*[\"']?([\w-]+)[\"']?\s*(?:[=.]\s*([\w-]*))", line):
                if (inside == table and found[1] == name) or (not inside and found.groups() == (table, name)):
                    return number
                if not inside and found[1] == table:
                    heading = number
        return heading

    def _table(self) -> dict[str, object]:
        """Return the file as TOML; a line that is none is told, and left out with what stands below its heading."""
        import tomllib  # few have a config.toml

        lines = list(self._lines)
        for at, line in enumerate(lines):
            if "\ufffd" in line:
                self._wrong("", "", "is no UTF-8", at + 1)
                lines[at] = ""
        while True:
            try:
                return tomllib.loads("\n".join(lines))
            except ValueError as error:
                where = re.search(r" \(at (?:line (\d+), column \d+|end of document)\)", str(error))
                at = int((where and where[1]) or 0) or _last_begun(lines)
                why = str(error)[: where.start() if where else None]
                if "'\\n'" in why:
                    why = "something begins on this line, as a quotation mark does, and is not ended on it"
                self._wrong("", "", f"is no TOML: {why}", at)
                if not 0 < at <= len(lines) or not lines[at - 1]:
                    return {}
                end = at
                while lines[at - 1].lstrip().startswith("[") and end < len(lines):
                    if lines[end].lstrip().startswith("["):
                        break
                    end += 1
                lines[at - 1 : end] = [""] * (end - at + 1)

    def _settings(self, table: Mapping[str, object], name: str) -> dict[str, object]:
        """Return a table of the file, without what there is no setting for."""
        inside, known = table.get(name, {}), _TABLES[name]
        if not isinstance(inside, dict):
            such = " and ".join(known) or 'lines such as tag = "ctrl+t"'
            self._wrong("", name, f"write it as a table, [{name}], with {such} below it")
            return {}
        for each in inside:
            if known and each not in known:
                self._wrong(name, each, f"there is no such setting{_perhaps(each, known)}")
        return {each: value for each, value in inside.items() if not known or each in known}

    def _checked(
        self, table: str, name: str, check: Callable[[object], Value], given: object, default: Value
    ) -> Value:
        try:
            return check(given)
        except SettingsError as error:
            self._wrong(table, name, str(error).removeprefix(f"{name}: "))
            return default

    def _keys(self, table: Mapping[str, object]) -> dict[str, tuple[str, ...]]:
        if not table:
            return {}
        from tui.settings.actions import ACTIONS, FORMER_IDS

        keys: dict[str, tuple[str, ...]] = {}
        written: dict[str, str] = {}
        for name, given in table.items():
            action = FORMER_IDS.get(name, name)
            if action in keys:
                self._wrong("keys", name, f"it is “{action}” now, which has keys here already")
            elif (found := self._checked("keys", name, _parsed_keys, given, None)) is not None:
                keys[action], written[action] = found, name
        # While a search is typed no other action has its keys: there the same key may do something else.
        defaults = {each.id: () if each.mode == "search" else each.keys for each in ACTIONS}
        while clash := _clash(defaults, keys):  # one that falls back on its own key may meet another there
            action, what = clash
            self._wrong("keys", written[action], what)
            del keys[action]
        return keys


def _last_begun(lines: Sequence[str]) -> int:
    """Return the number of the line from which on lines are no TOML, however few of the rest are left out."""
    import tomllib

    for at in range(len(lines), 0, -1):
        with suppress(ValueError):
            tomllib.loads("\n".join(lines[: at - 1]))
            return at
    return 0


def _clash(
    defaults: Mapping[str, Sequence[str]], remap: Mapping[str, Sequence[str]]
) -> tuple[str, str] | None:
    """Return an action that cannot have the keys it is given, and why: of two on one key Textual would drop one silently."""
    for action in remap:
        if action not in defaults:
            return action, f"there is no such action{_perhaps(action, defaults)}"
    owner: dict[str, str] = {}
    # The remapped first, so that the line blames what the reader wrote.
    for action in (*remap, *(other for other in defaults if other not in remap)):
        for key in remap.get(action, defaults[action]):
            if key in TAKEN:
                if action in remap and (key, action) not in (("f1", "help"), ("f2", "save_screen")):
                    return action, f"{key} cannot be used, {TAKEN[key]}"
            elif key in owner and owner[key] != action and (action in remap or owner[key] in remap):
                return owner[key], (
                    f"the key {key} is that of “{action}” already; give “{action}” another key as well"
                )
            owner.setdefault(key, action)
    return None


def _parsed_keys(given: object) -> tuple[str, ...] | None:
    several = [given] if isinstance(given, str) else given
    if not isinstance(several, list) or not all(isinstance(key, str) and key for key in several):
        raise SettingsError('write a key or several: "V" or ["V", "ctrl+t"]')
    return tuple(parse_key(key) for key in several)


def _theme(name: object, known: Iterable[str] | None) -> str:
    if not isinstance(name, str):
        raise SettingsError('write its name, such as "nord"')
    if name and known is not None and name not in (names := list(known)):
        raise SettingsError(f"there is none called “{name}”{_perhaps(name, names)}")
    return name


def _width(cells: object) -> int:
    if not isinstance(cells, int) or (cells and cells not in TEXT_WIDTHS):
        least, most = TEXT_WIDTHS[0], TEXT_WIDTHS[-1]
        raise SettingsError(f"the columns of a line, {least} to {most}, not {str(cells)[:40]!r}")
    return cells


def _counted(chosen: object) -> str:
    if chosen not in ("", *COUNTED):
        raise SettingsError(f"{' or '.join(COUNTED)}, not {str(chosen)[:40]!r}")
    return str(chosen)


def _copy_format(chosen: object) -> str:
    if chosen not in COPY_FORMATS:
        raise SettingsError(f"one of {', '.join(COPY_FORMATS)}, not {str(chosen)[:40]!r}")
    return str(chosen)


def _copy_form(form: object) -> str:
    if not isinstance(form, str):
        raise SettingsError('write a text such as "{quote} ({speaker}, {outlet})"')
    for name in re.findall(r"\{([^{}]*)\}", form):
        if name not in COPY_FIELDS:
            raise SettingsError(f"there is no {{{name}}}; there are {', '.join(COPY_FIELDS)}")
    return form


_FEW = 30  # names that a line can tell


def _perhaps(word: str, known: Iterable[str]) -> str:
    import difflib

    names = list(known)
    near = difflib.get_close_matches(word, names, 1)
    if near:
        return f"; did you mean “{near[0]}”?"
    return f"; there are {', '.join(names)}" if len(names) < _FEW else "; docs/keys.md names all actions"

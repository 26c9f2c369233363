"""Where briefings live, which one opens, and what config.toml may say."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from tui.settings import config, config_reader, paths, state
from tui.settings.actions import Action, key_name
from tui.settings.config import COPY_FIELDS, format_copy
from tui.settings.config_template import TEMPLATE
from tui.settings.page_budget import PageBudget
from tui.settings.paths import SettingsError
from tui.store import library, shelf
from tui.store.briefing import Briefing
from tui.store.library import SAMPLE

ACTIONS = [
    Action(id, tuple(keys.split()), "", "", "")
    for id, keys in (("tag", "t"), ("note", "a"), ("next", "n ctrl+n"), ("theme", ""))
]
THEMES = ["nord", "dracula"]


@pytest.fixture(autouse=True)
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh machine: nothing in any of the platform's folders."""
    for name in ("DATA", "STATE", "CONFIG", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    monkeypatch.delenv("BRIEFING_STORE", raising=False)
    return tmp_path


def configured(text: str) -> config.Config:
    path = paths.config_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("tui.settings.actions.ACTIONS", ACTIONS)
        return config_reader.load_config(THEMES)


def mistakes_in(text: str) -> list[str]:
    return [mistake.told for mistake in configured(text).mistakes]


def test_a_fresh_machine_opens_its_own_copy_of_the_sample() -> None:
    info = library.briefing_to_open()
    assert info.name == SAMPLE
    assert info.path.is_relative_to(paths.briefings_dir())
    assert Briefing.open(info.path).rows()
    shipped = paths.shipped("store")
    (info.path / "catalogue.json").write_bytes(b"changed")
    assert (shipped / "catalogue.json").read_bytes() != b"changed"
    assert library.briefing_to_open().path == info.path
    assert (info.path / "catalogue.json").read_bytes() == b"changed"


def test_the_copy_can_be_written_though_what_ships_cannot() -> None:
    for path in library.sample().path.rglob("*"):
        assert os.access(path, os.W_OK)


def test_the_briefing_opened_last_opens_until_it_is_gone() -> None:
    mine = library.create_briefing("Grain talks")
    library.set_last(mine.name)
    assert library.briefing_to_open().path == mine.path
    for path in sorted(mine.path.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    mine.path.rmdir()
    assert library.briefing_to_open().name == SAMPLE


def test_a_folder_named_comes_before_the_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library.set_last(library.create_briefing("other").name)
    monkeypatch.setenv("BRIEFING_STORE", str(tmp_path / "by-variable"))
    assert library.briefing_to_open().path == tmp_path / "by-variable"
    assert library.briefing_to_open(str(tmp_path / "by-option")).path == tmp_path / "by-option"


def test_a_folder_of_other_things_is_not_made_a_briefing(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear …")
    with pytest.raises(SettingsError, match="holds other things"):
        library.briefing_to_open(str(tmp_path))
    with pytest.raises(SettingsError, match="is a file"):
        library.briefing_to_open(str(tmp_path / "letter.txt"))


def test_imports_never_go_to_the_sample_by_themselves() -> None:
    library.set_last(library.sample().name)
    into = library.briefing_for_import()
    assert into.name == library.OWN
    assert library.briefing_for_import() == into
    library.set_last(library.create_briefing("Second").name)
    assert library.briefing_for_import().name == "Second"
    assert library.briefing_for_import(briefing="third").name == "third"


def test_briefings_are_listed_by_name_with_the_sample_last() -> None:
    library.sample()
    for name in ("beta", "Alpha", "Ελλάδα 2024"):
        library.create_briefing(name)
    assert [info.name for info in library.list_briefings()] == ["Alpha", "beta", "Ελλάδα 2024", SAMPLE]
    assert library.list_briefings()[-1].title != SAMPLE
    assert library.find_briefing("ALPHA").name == "Alpha"
    with pytest.raises(SettingsError, match="Alpha, beta"):
        library.find_briefing("gamma")
    with pytest.raises(SettingsError, match="already"):
        library.create_briefing("ALPHA")


@pytest.mark.parametrize("name", ["", "..", "../up", "a/b", "a\\b", ".hidden", "CON", "x" * 100, "a\x1bb"])
def test_a_name_that_could_leave_the_folder_is_refused(name: str) -> None:
    with pytest.raises(SettingsError, match="cannot be the name"):
        library.create_briefing(name)


def test_undo_leaves_a_renamed_briefing_the_name_that_its_folder_has() -> None:
    library.create_briefing("Locks")
    path = shelf.rename_briefing("Locks", "Boats").path
    briefing = Briefing.open(path)
    assert briefing.undo() is None
    assert briefing.title == path.name == "Boats"
    briefing.close()


def test_the_theme_and_the_last_briefing_are_remembered_beside_each_other() -> None:
    state.set_theme("nord")
    library.set_last(library.create_briefing("one").name)
    assert state.get_theme() == "nord"
    assert library.briefing_to_open().name == "one"


@pytest.mark.parametrize("broken", [b"", b"{", b"[]", b'{"last": 3, "theme": null}', b'{"last": "../.."}'])
def test_a_broken_state_costs_no_more_than_what_it_remembered(broken: bytes) -> None:
    paths.state_dir().mkdir(parents=True)
    (paths.state_dir() / "state.json").write_bytes(broken)
    assert library.briefing_to_open().name == SAMPLE
    assert state.get_theme() == ""


def test_without_a_config_there_are_no_keys() -> None:
    assert config_reader.load_config() == config.Config()


def test_keys_are_taken_as_people_write_them() -> None:
    keys = configured('[keys]\ntag = ["T", "]"]\nnext = "Ctrl+T"\ntheme = "PgDn"').keys
    assert keys == {"tag": ("T", "right_square_bracket"), "next": ("ctrl+t",), "theme": ("pagedown",)}


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("alt+x", "alt+x"),
        ("Shift+t", "T"),
        ("shift+F3", "shift+f3"),
        ("Ctrl+]", "ctrl+right_square_bracket"),
        ("exclamation_mark", "exclamation_mark"),
        ("é", "é"),
        ("Esc", "escape"),
        ("-", "minus"),
        ("ctrl+shift+Left", "ctrl+shift+left"),
    ],
)
def test_a_key_that_terminals_send_is_taken(written: str, key: str) -> None:
    assert configured(f'[keys]\ntag = "{written}"').keys == {"tag": (key,)}


def test_what_an_action_was_called_before_is_understood() -> None:
    paths.config_file().parent.mkdir(parents=True)
    paths.config_file().write_text('[keys]\nscope = "ctrl+e"\nreport = "ctrl+t"')
    assert config_reader.load_config().keys == {"whose_quotes": ("ctrl+e",), "counts": ("ctrl+t",)}
    paths.config_file().write_text('[keys]\nscope = "ctrl+e"\nwhose_quotes = "ctrl+r"')
    (mistake,) = config_reader.load_config().mistakes
    assert mistake.line == 3 and "whose_quotes" in str(mistake)


def test_a_theme_that_there_is_none_of_is_refused() -> None:
    assert configured('theme = "nord"').theme == "nord"
    (told,) = mistakes_in('theme = "norde"')
    assert re.search(r"config.toml: line 1: theme: .*did you mean “nord”", told)
    assert configured('theme = "norde"').theme == ""
    assert config_reader.load_config().theme == "norde"  # a verb knows none of them


def test_two_actions_may_swap_their_keys() -> None:
    assert configured('[keys]\ntag = "a"\nnote = "t"').keys == {"tag": ("a",), "note": ("t",)}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[keys]\ntag = "a"', ("tag", "note", "key a")),
        ('[keys]\ntag = "x"\nnote = "x"', ("tag", "note", "key x")),
        ('[keys]\ntga = "x"', ("tga", "did you mean “tag”")),
        ('[keys]\ntag = "ctrl+z"', ("tag", "ctrl+z", "terminals")),
        ('[keys]\ntag = "ctrl+m"', ("tag", "Enter")),
        ("[keys]\ntag = 3", ("tag", "a key or several")),
        ("keys = 3", ("[keys]",)),
        ("[keys", ("no TOML",)),
        ('theme = "nord\n# a remark', ("line 1: ", "is not ended on it")),
        ('[copy]\nquote = "{words}"', ("{words}", "speaker")),
        ('[keys]\n\ntag = "ctrl+tt"', ("line 3: ", "tag", "“ctrl+tt”", "no key")),
        ('[copy]\nformat = "latex"\n[keys]\nnote = ["a", "Ctrl-T"]', ("line 4: ", "note", "write “ctrl+t”")),
        ('[keys]\ntag = "<leader>"', ("line 2: ", "tag", "<leader>", "no key")),
        ('[keys]\ntag = "f1"', ("line 2: ", "f1", "help")),
        ('[keys]\ntag = "f30"', ("f30", "no key")),
        ('[keys]\ntag = "control+t"', ("control+t", "no key")),
        ('[keys]\ntag = "a"', ("line 2: ",)),
        ('\n[key]\ntag = "ctrl+t"', ("line 2: ", "key", "did you mean “keys”")),
        ('[copy]\nformats = "latex"', ("line 2: ", "formats", "did you mean “format”")),
        ("theme = 3", ("line 1: ", "theme")),
    ],
)
def test_what_cannot_be_is_told_in_one_line_that_names_it(text: str, words: tuple[str, ...]) -> None:
    (line,) = mistakes_in(text)
    assert "\n" not in line
    assert all(word in line for word in ("config.toml", *words)), line


def test_what_is_counted_is_said_in_the_config() -> None:
    assert configured('count = "statements"').count == "statements" and configured("").count == ""
    for wrong in ('count = "words"', "count = true"):
        (told,) = mistakes_in(wrong)
        assert "line 1: count: quotes or statements, not " in told
        assert configured(wrong).count == ""


def test_each_mistake_is_told_and_costs_only_what_it_stands_at() -> None:
    chosen = configured(
        'theme = "norde"\ncolour = 3\n[text]\nwidth = 88\n[keys]\ntag = "ctrl+tt"\nnote = "ctrl+e"\nnext = "x"\n'
        'theme = "x"\n[copy]\nformat = "word"\nquote = "{quote}"\n[page]\nseconds = 0\nmemory = 800\n'
    )
    assert [mistake.line for mistake in chosen.mistakes] == [1, 2, 6, 8, 11, 14]
    assert chosen.keys == {"note": ("ctrl+e",), "theme": ("x",)}
    assert (chosen.theme, chosen.width, chosen.copy, chosen.copy_as) == ("", 88, "{quote}", "plain")
    assert (chosen.page.seconds, chosen.page.memory) == (20, 800)


def test_what_is_no_toml_costs_its_line_and_a_broken_heading_what_stands_below_it() -> None:
    chosen = configured(
        'theme = "nord\n[text]\nwidth = 88\n[keys\ntag = "x"\n[page]\nmemory : 3\nseconds = 5\n'
    )
    assert [mistake.line for mistake in chosen.mistakes] == [1, 4, 7]
    assert (chosen.theme, chosen.width, chosen.keys, chosen.page.seconds) == ("", 88, {}, 5)
    assert mistakes_in('[text]\nwidth = 88\n[copy]\nquote = """{quote}') != []  # to the end of the file


def test_a_mistake_at_the_end_costs_only_the_line_where_it_begins() -> None:
    chosen = configured('theme = "nord"\n[text]\nwidth = 88\nwidth = 90\n\n')
    assert (chosen.theme, chosen.width, [each.line for each in chosen.mistakes]) == ("nord", 88, [4])
    chosen = configured('theme = "nord"\n[copy]\nquote = """{quote}\n[text]\nwidth = 88')
    assert (chosen.theme, chosen.width, [each.line for each in chosen.mistakes]) == ("nord", 88, [3])


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["\u2028", "\x85", ""])
def test_a_line_ends_where_toml_ends_it(mark: str, end: str) -> None:
    chosen = configured(f'theme = "nord"  # a{mark}b\n[text]\nwidth = 88\n'.replace("\n", end))
    assert (chosen.theme, chosen.width, chosen.mistakes) == ("nord", 88, ())


@pytest.mark.parametrize(
    "line",
    ["memory = inf", "memory = nan", "seconds = inf", "seconds = nan", "seconds = 1e300", "workers = inf"],
)
def test_a_page_may_take_no_more_than_can_be_counted(line: str) -> None:
    chosen = configured(f"[page]\n{line}\n")
    assert [each.line for each in chosen.mistakes] == [2] and chosen.page == PageBudget()


def test_one_that_falls_back_on_its_own_key_may_not_meet_another_there() -> None:
    chosen = configured('[keys]\ntag = "a"\nnote = "t"\nnext = "t"')
    assert len(chosen.mistakes) == 3 and chosen.keys == {}


def test_a_line_in_another_encoding_costs_no_other() -> None:
    configured("")
    paths.config_file().write_bytes(b'theme = "nord"  # sch\xf6n\n[text]\nwidth = 88\n')
    chosen = config_reader.load_config()
    assert [mistake.line for mistake in chosen.mistakes] == [1] and chosen.width == 88


def test_the_readers_own_actions_can_be_remapped_without_naming_them() -> None:
    configured('[keys]\ntag = "ctrl+t"')
    assert config_reader.load_config().keys == {"tag": ("ctrl+t",)}
    paths.config_file().write_text('[keys]\ntag = "a"')
    assert "note" in str(config_reader.load_config().mistakes[0])


def test_copying_fills_the_form_and_leaves_empty_lines_out() -> None:
    form = configured('[copy]\nquote = "{quote} ({speaker})\\n{url}\\n{note}"').copy
    fields = dict.fromkeys(COPY_FIELDS, "") | {"quote": "“{speaker}”", "speaker": "Ann", "note": "odd"}
    assert format_copy(form, fields) == "“{speaker}” (Ann)\nodd"


def test_the_format_of_what_is_copied_is_one_that_there_is() -> None:
    assert configured('[copy]\nformat = "latex"').copy_as == "latex"
    assert "markdown" in mistakes_in('[copy]\nformat = "word"')[0]


def test_the_width_of_text_has_its_limits() -> None:
    assert configured("[text]\nwidth = 88").width == 88
    for wrong in ("59", "101", '"wide"', "true"):
        assert re.search(r"line 2: .*60 to 100", mistakes_in(f"[text]\nwidth = {wrong}")[0])


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("asterisk", "*"),
        ("left_parenthesis", "("),
        ("plus", "+"),
        ("f6", "F6"),
        ("delete", "delete"),
        ("m", "m"),
    ],
)
def test_a_key_is_named_by_the_sign_on_it(key: str, name: str) -> None:
    assert key_name(key) == name


def test_the_template_shows_the_width_that_a_text_has_by_default() -> None:
    from tui.ui.panes.article_layout import MEASURE

    assert f"# width = {MEASURE} " in TEMPLATE

"""A value that cannot be is wrong usage (2), in one line, for every option of every verb, as the parser names them."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.test_manners import PAGE
from tui.cli.parser import main, parser

WRONG = {  # by what an option is called in help, values of it that cannot be
    "N": ("many", "-5"),
    "DAY": ("soon", "2025-13-01"),
    "DATE": ("soon", "2025-13"),
    "F": ("origami",),
    "QUERY": ("(grain", "kind:sung", "after:soon"),
    "#RRGGBB": ("reddish",),
    "C": ("abc",),
    "A-F": ("Z",),
    "1-6": ("9",),
    "STATE": ("certain",),
    "RELATION": ("cousin",),
    "FIELD": ("colour",),
    "KIND": ("days-moods",),
    "NUMBER": ("7", "0", "one"),
    "CHOICE": ("7", "0", "one"),
}
FREE = set(
    "DIR ADDRESS NAME FILE TEXT WORDS ID OTHER EVENT VALUE WHAT WHO FEED SOURCE ID|NAME ID|WORDS".split()
)
GIVEN = {  # what else a verb wants before it looks at a value
    "ID": "QUOTE",
    "OTHER": "OTHER",
    "EVENT": "lock",
    "SOURCE": "PAGE",
    "NAME": "words",
    "QUERY": "lock",
    "FIELD": "kind",
    "NUMBER": "1",
}
BEFORE = {
    ("tags", "--color"): "describe grain",
    ("tags", "--sign"): "describe grain",
    ("export", "--query"): "--format csv",
}
AT_WORK = {  # what verbs do, by words that are no options
    ("events", "date lock soon"),
    ("edit", "ARTICLE published soon"),
    ("edit", "QUOTE kind sung"),
    ("edit", "QUOTE borders 9-2"),
    ("edit", "QUOTE borders 1-999999"),
    ("speakers", "split Lund"),
    ("quotes", "split ARTICLE"),
    ("quotes", "join QUOTE"),
    ("events", "merge lock"),
    ("tags", "rename grain"),
    ("briefings", "rename one"),
    ("export", "-o FILE"),
    ("export", "--query lock"),
    ("link", "QUOTE OTHER"),
    ("reread", ""),
}


def _options() -> Iterator[tuple[str, str, str]]:
    """Yield verb, option ("" of a positional) and what stands for its value."""
    for verb, options in _verbs():
        for each in options._actions:
            kind = "choice" if each.choices and not isinstance(each.choices, dict) else str(each.metavar)
            if each.nargs != 0 and each.help != argparse.SUPPRESS and each.metavar != "ACTION":
                yield verb, each.option_strings[-1] if each.option_strings else each.dest, kind


def _verbs() -> Iterator[tuple[str, argparse.ArgumentParser]]:
    (verbs,) = (each.choices for each in parser()._actions if isinstance(each.choices, dict))
    yield from verbs.items()


def _cases() -> Iterator[tuple[str, str, str]]:
    for verb, option, metavar in _options():
        kind = "DATE" if option == "--date" else metavar
        for value in ("nonsense",) if kind == "choice" else WRONG.get(kind, ()):
            yield verb, option, value


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("values")
    (folder / "page.md").write_text(PAGE, encoding="utf-8")
    assert main(["import", "--store", str(folder / "s"), str(folder / "page.md"), "--event", "The lock"]) == 0
    return folder / "s"


def test_every_option_is_free_or_has_values_that_cannot_be() -> None:
    kinds = {kind for _, option, kind in _options() if option != "--date"} - {"choice"}
    assert kinds <= FREE | set(WRONG)


def _run(verb: str, words: list[str], store: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    capsys.readouterr()
    ids = {}
    for name, listing in (("QUOTE", "quotes"), ("ARTICLE", "articles")):
        main([listing, "--store", str(store)])
        ids[name] = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    known = {
        "QUOTE": ids["QUOTE"][0],
        "OTHER": ids["QUOTE"][1],
        "ARTICLE": ids["ARTICLE"][0],
        "PAGE": str(store.parent / "page.md"),
    }
    main(["tag", known["QUOTE"], "grain", "--store", str(store)])
    capsys.readouterr()
    where = (
        [] if verb in ("briefings", "extract", "group", "completion", "schema") else ["--store", str(store)]
    )
    status = main([verb, *where, *(known.get(each, each) for each in words)])
    return status, capsys.readouterr().err


@pytest.mark.parametrize(("verb", "option", "value"), sorted(set(_cases())))
def test_a_value_that_cannot_be(
    verb: str, option: str, value: str, store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = BEFORE.get((verb, option), "").split()
    if not words:
        for each in dict(_verbs())[verb]._actions:
            if each.option_strings or each.metavar == "ACTION":
                continue
            if each.dest == option:
                words.append(value)
            elif each.nargs in (None, "+"):
                words.append(GIVEN.get(str(each.metavar), "x"))
    if option.startswith("-"):
        words = [*words, f"{option}={value}"]
    status, said = _run(verb, words, store, capsys)
    assert (status, said.strip().count("\n") > 0 and "usage" not in said) == (2, False), (words, said)


@pytest.mark.parametrize(("verb", "words"), sorted(AT_WORK))
def test_words_that_cannot_be(verb: str, words: str, store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, said = _run(verb, words.split(), store, capsys)
    assert (status, said.count("\n")) == (2, 1), said

"""docs/verbs.md names the fields of `--json` as they are printed."""

import re
from pathlib import Path

import pytest

from tui.cli.schemas import VERBS, schema

GUIDE = (Path(__file__).parents[2] / "docs" / "verbs.md").read_text(encoding="utf-8")
COMMON = GUIDE.partition("## Fields")[2].partition("| verb |")[0]
# Whose rows name the fields of other rows too, as "the fields above".
ABOVE = {
    "search": ("articles",),
    "statements": ("quotes",),
    "archive": ("sync",),
    "show": ("events", "articles", "quotes", "tags", "statements"),
}


def words(text: str) -> set[str]:
    """Return the words of code in a text."""
    return {word for code in re.findall(r"`([^`]+)`", text) for word in re.findall(r"\w+", code)}


def row_of(verb: str) -> str:
    """Return what the rows of a verb say."""
    rows = re.findall(r"^\| (.+?) \| (.+) \|$", GUIDE, re.MULTILINE)
    return " ".join(said for verbs, said in rows if verb in words(verbs))


@pytest.mark.parametrize("verb", VERBS)
def test_the_guide_names_the_fields_of_every_verb(verb: str) -> None:
    named = words(" ".join([COMMON, row_of(verb), *map(row_of, ABOVE.get(verb, ()))]))
    assert row_of(verb)
    for name, record in schema(verb)["$defs"].items():
        assert not record["properties"].keys() - named, f"{verb}: {name}"


@pytest.mark.parametrize(
    "verb", ["events", "articles", "quotes", "statements", "accounts", "reread", "feeds", "review"]
)
def test_the_guide_names_no_field_that_is_not_printed(verb: str) -> None:
    printed = {name for record in schema(verb)["$defs"].values() for name in record["properties"]}
    lists = [
        code.split() for code in re.findall(r"`([^`]+)`", row_of(verb)) if re.fullmatch(r"\w+( \w+)+", code)
    ]
    assert lists and {field for each in lists for field in each} <= printed

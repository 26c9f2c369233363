"""What every verb prints with --json is as its JSON Schema says, and each record of a schema is really printed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.support import postgres
from tests.support.postgres import Server as PostgresServer
from tests.support.server import Server, body
from tests.workflows.test_feeds import atom
from tui.cli.parser import main
from tui.cli.schemas import VERBS, schema
from tui.store.briefing import Briefing

PAGE = """---
url: https://courier.example/lock
outlet: {outlet}
date: 2025-07-01
---
# The lock opens

The mayor of Arn opened the new lock on Tuesday at noon. "It will last a century and then some," said Ida Lund, who built it.

"Nobody has asked us about the lock," said Otto Roth, who fishes there. The boats went through it {how}.
"""


class Printed:
    """What verbs printed, each line held against its verb's schema."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.seen: set[tuple[str, str]] = set()
        self._folder, self._capsys = folder, capsys

    def __call__(self, verb: str, *words: str, store: bool = True, status: int = 0) -> list[dict[str, Any]]:
        where = ["--store", str(self._folder / "s")] if store else []
        form = [] if verb in ("extract", "group") else ["--json"]
        self._capsys.readouterr()
        found = main([verb, *words, *where, *form])
        said = self._capsys.readouterr()
        assert found == status, (verb, words, said.err)
        records: list[dict[str, Any]] = [json.loads(line) for line in said.out.splitlines()]
        whole = schema(verb)
        for record in records:
            jsonschema.validate(record, whole)
            fitting = [
                name
                for name in VERBS[verb].split(", ")
                if jsonschema.Draft202012Validator(
                    {"$ref": f"#/$defs/{name.replace(' ', '%20')}", "$defs": whole["$defs"]}
                ).is_valid(record)
            ]
            self.seen |= {(verb, name) for name in fitting}
        return records


@pytest.fixture
def printed(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Printed:
    for variable in ("HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(variable, str(tmp_path / "home"))
    monkeypatch.delenv("BRIEFING_STORE", raising=False)
    return Printed(tmp_path, capsys)


def _import(say: Printed, folder: Path) -> tuple[str, str]:
    for name, outlet, how in (("a", "Courier", "all day"), ("b", "Ledger", "all day long")):
        page = PAGE.format(outlet=outlet, how=how).replace("courier.example", f"{outlet.lower()}.example")
        (folder / f"{name}.md").write_text(page, encoding="utf-8")
    (folder / "none.txt").write_text("")
    say("import", *(str(folder / name) for name in ("a.md", "b.md", "none.txt")))
    (folder / "a.md").write_text(PAGE.format(outlet="Courier", how="without a stop, and into the night"))
    say("import", str(folder / "a.md"))
    article = next(each for each in say("articles") if each["versions"])
    quote = next(each for each in say("quotes") if each["article"] == article["id"])
    return str(article["id"]), str(quote["id"])


def _read(say: Printed, article: str, quote: str) -> None:
    (event, *_) = say("events")
    statement = str(say("statements")[0]["id"])
    for wanted in (
        event["id"],
        article,
        quote,
        "Ida Lund",
        "#locks",
        str(say("tags")[0]["id"]),
        statement,
        statement.upper(),
        f"^{statement[:11]}",
    ):
        (shown,) = say("show", wanted)
        assert shown["type"]
    for option in ("--raw", "--versions", "--diff"):
        assert say("show", article, option)
    for verb in ("statements", "tags", "speakers", "where", "check", "export", "counts", "review"):
        say(verb)
    assert say("accounts", event["id"])
    assert say("search", "lock")
    assert say("counts", "tags-speakers") and say("counts", "tags-speakers", "--statements")
    assert [each["tag"] for each in say("counts", "agreement")] == ["locks", "rivers"]
    assert say("review", "--day", "2025-07-01")


def _write(say: Printed, article: str, quote: str) -> None:
    other = next(each["id"] for each in say("quotes") if each["id"] != quote)
    say("tag", quote, "locks", "rivers")
    with pytest.MonkeyPatch.context() as other_desk:
        other_desk.setenv("BRIEFING_AUTHOR", "otto")
        say("tag", quote, "locks")
    say("note", quote, "Ask the desk.")
    say("note", "Ida Lund", "Builds.")
    say("star", quote, article)
    say("edit", article, "headline", "The lock opens at last")
    say("status", quote, "seen", "--evidence", "the page")
    say("link", quote, other, "denies")
    say("quotes", "add", article, "opened the new lock", "--kind", "indirect")
    say("tags", "describe", "locks", "of canals")
    say("speakers", "role", "Ida Lund", "builder")
    assert say("undo") and say("redo")
    say("events", "rename", say("events")[0]["id"], "The lock")


def _share(say: Printed, folder: Path) -> None:
    shutil.copytree(folder / "s", folder / "t")
    (folder / "shared").mkdir()
    for name, where in (("river", "s"), ("stream", "t")):
        assert main(["tags", "rename", "rivers", name, "--store", str(folder / where)]) == 0
    assert say("merge", str(folder / "t"))
    assert say("sync", str(folder / "shared"))
    assert say("conflicts")
    assert say("conflicts", "1", "2")


def _share_by_archive(say: Printed, server: PostgresServer) -> None:
    server.ask("postgres", "create database desk")
    address = server.address("desk")
    say("archive", "init", address, store=False)
    say("archive", "join", address)
    say("archive", "push", address)
    say("archive", "status", address)
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("PGPASSWORD", "s3cret%word")
        assert say("search", "lock", "--archive")
    say("archive", "leave")


def _files(say: Printed, folder: Path) -> None:
    for name in ("out.qdpx", "out.zip", "again.zip"):
        kind = "qdpx" if name.endswith("qdpx") else "briefing"
        if name != "again.zip":
            say("export", "--format", kind, "-o", str(folder / name))
    say("import", str(folder / "out.qdpx"), store=False)
    say("import", str(folder / "out.zip"), "--briefing", "again", store=False)
    say("briefings", store=False)
    say("briefings", "rename", "again", "once more", store=False)
    say("backup", str(folder / "back.zip"))
    say("restore", str(folder / "back.zip"), "--briefing", "back", store=False)
    say("extract", str(folder / "a.md"), "--why", store=False)
    (folder / "lines").write_text(
        '{"id": "1", "title": "Lock", "text": "A lock opens.", "date": "2025-07-01"}\n'
    )
    say("group", str(folder / "lines"), store=False)
    said = '{"id": "1", "kind": "direct", "text": "It will last a century"}'
    (folder / "groups").write_text(f'{{"group": "g", "quotes": [{said}]}}\n')
    (folder / "pairs").write_text(f'{{"id": "p", "a": {said}, "b": {said}}}\n')
    say("statements", "--groups", str(folder / "groups"))
    say("statements", "--pairs", str(folder / "pairs"))
    say("regroup")
    broken = next((folder / "s" / "events").glob("*.json"))
    broken.write_bytes(broken.read_bytes()[:50])
    say("check", status=1)
    say("check", "--repair")


def test_all_that_is_printed_is_as_the_schema_says(printed: Printed, server: Server, tmp_path: Path) -> None:
    article, quote = _import(printed, tmp_path)
    _write(printed, article, quote)
    _read(printed, article, quote)
    server.answers["/feed"] = body(atom(server), "application/atom+xml")
    printed("feeds", "add", f"{server.url}/feed")
    printed("feeds", "refresh")
    printed("feeds", "list")
    printed("feeds", "remove", f"{server.url}/feed")
    raw = Briefing.open(tmp_path / "s")
    for each in (tmp_path / "s" / "events").glob("*.json"):  # as an earlier version read it
        each.write_text(
            each.read_text(encoding="utf-8").replace("and then some", "and then on"), encoding="utf-8"
        )
    raw.close()
    assert printed("reread", "--all")
    _share(printed, tmp_path)
    _files(printed, tmp_path)
    wanted = {(verb, name) for verb, names in VERBS.items() for name in names.split(", ")}
    if postgres.missing():
        wanted -= {each for each in wanted if "archive" in each[0] or "archived" in each[1]}
    else:
        with postgres.kept() as database:
            _share_by_archive(printed, database)
    assert wanted - printed.seen == set()


@pytest.mark.parametrize("verb", VERBS)
def test_a_schema_is_one_and_refuses_what_is_another_record(verb: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(verb))
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"id": "", "colour": 3}, schema(verb))

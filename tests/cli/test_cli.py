"""The command line as a person and a program use it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.support.pages import HARBOUR
from tests.support.verbs import ROOT, Run, lines


def test_the_help_teaches_and_the_version_is_told(run: Run) -> None:
    done = run("--help")
    assert done.returncode == 0
    for verb in (
        "import",
        "events",
        "articles",
        "quotes",
        "show",
        "tag",
        "note",
        "where",
        "briefings",
        "extract",
    ):
        assert f"briefing-tui {verb}" in done.stdout or f"\n    {verb} " in done.stdout
        assert run(verb, "--help").returncode == 0
    assert run("--version").stdout.startswith("briefing-tui 0.")


def test_wrong_usage_is_status_two(run: Run) -> None:
    for arguments in (
        ["nonsense"],
        ["import"],
        ["quotes", "--colour"],
        ["--store"],
        ["--store", "x", "--json"],
    ):
        done = run(*arguments)
        assert (done.returncode, done.stdout) == (2, ""), arguments
        assert "briefing-tui" in done.stderr
    assert run("import", "x", "--date", "someday").returncode == 2


def test_the_reader_without_a_terminal_says_so(run: Run) -> None:
    done = run()
    assert done.returncode == 2
    assert "needs a terminal" in done.stderr
    run("where")
    for arguments in (["sample"], ["--briefing", "sample"]):
        assert "needs a terminal" in run(*arguments).stderr
    for arguments in (["smaple"], ["--briefing", "smaple"]):
        done = run(*arguments)
        assert (done.returncode, done.stdout) == (2, "")
        assert (
            "there is no briefing “smaple” (there are: sample); `briefing-tui --help` lists the verbs"
            in done.stderr
        )


def test_an_import_that_brings_nothing_begins_no_briefing(spawn: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    for name in ("empty.txt", "none.txt"):
        done = spawn("import", str(tmp_path / name))
        assert done.returncode == 1
        assert "nothing came in, so no briefing was begun" in done.stderr
        assert [b["name"] for b in lines(spawn("briefings", "--json"))] == ["sample"]
    (tmp_path / "tags.csv").write_text("Tag,Description\ngrain,ships with it\n")
    assert spawn("import", str(tmp_path / "tags.csv")).returncode == 0
    assert [b["name"] for b in lines(spawn("briefings", "--json"))] == ["my-briefing"]


def test_a_fresh_machine_lists_the_sample_and_imports_beside_it(spawn: Run, pages: Path) -> None:
    sample = lines(spawn("events", "--json"))
    assert len(sample) >= 6
    assert [b["name"] for b in lines(spawn("briefings", "--json"))] == ["sample"]
    done = spawn("import", str(pages))
    assert done.returncode == 0
    assert done.stdout.startswith("my-briefing: 3 new articles")
    assert "began the briefing “my-briefing”" in done.stderr
    assert "verbs without --briefing are of “my-briefing” now" in done.stderr
    assert "now" not in spawn("import", str(pages)).stderr
    mine = lines(spawn("events", "--json"))
    assert sum(event["articles"] for event in mine) == 3
    assert [b["name"] for b in lines(spawn("briefings", "--json"))] == ["my-briefing"]
    assert lines(spawn("events", "--json", "--briefing", "sample")) == sample


def test_a_first_import_that_fails_leaves_the_verbs_with_the_sample(spawn: Run, tmp_path: Path) -> None:
    failed = spawn("import", str(tmp_path / "none.txt"))
    assert failed.returncode == 1
    assert "verbs without --briefing" not in failed.stderr
    assert len(lines(spawn("events", "--json"))) >= 6


def test_importing_again_and_in_part_failing_is_done_and_only_failing_is_not(run: Run, pages: Path) -> None:
    assert run("import", str(pages)).returncode == 0
    again = run("import", str(pages))
    assert again.returncode == 0
    assert "nothing new, 3 already there" in again.stdout
    (pages / "empty.txt").write_bytes(b"")
    part = run("import", str(pages))
    assert part.returncode == 0
    assert "empty.txt: is empty" in part.stderr
    only = run("import", str(pages / "empty.txt"), "gone.txt")
    assert only.returncode == 1
    assert {line.split(":")[1].strip().rsplit("/", 1)[-1] for line in only.stderr.splitlines()} == {
        "empty.txt",
        "gone.txt",
    }
    records = [json.loads(line) for line in run("import", "--json", str(pages)).stdout.splitlines()]
    assert sorted(record["status"] for record in records) == ["failed", "known", "known", "known"]


def test_notes_and_tags_of_references_are_counted(run: Run, pages: Path) -> None:
    said = "The mayor opened the new lock on Tuesday. “It will last a century,” said Ada Quill, who built it."
    one = f"TY  - NEWS\nTI  - A lock opens\nT2  - Arn Courier\nAB  - {said}\n"
    (pages / "refs.ris").write_text(f"{one}KW  - water\nN1  - ask the desk\nER  - \n", "utf-8")
    done = run("import", str(pages / "refs.ris"))
    assert "1 new article in 1 new event, notes and tags of 1 article taken in." in done.stdout
    assert "taken in" not in run("import", str(pages)).stdout
    (pages / "table.csv").write_text(f'title,text,tags\nA lock opens,"{said}",water\n', "utf-8")
    assert "notes and tags of 1 record left out." in run("import", str(pages / "table.csv")).stdout


def test_the_store_is_named_by_option_before_or_after_the_verb_or_by_variable(
    run: Run, pages: Path, tmp_path: Path
) -> None:
    store = str(tmp_path / "dossier")
    assert run("import", str(pages), "--store", store).returncode == 0
    ways = [
        run("--store", store, "events", "--json"),
        run("events", "--store", store, "--json"),
        run("events", "--json", env={"BRIEFING_STORE": store}),
    ]
    assert len({way.stdout for way in ways}) == 1
    assert len(lines(ways[0])) == len(lines(ways[1])) >= 2
    missing = run("events", "--store", str(tmp_path / "missing"))
    assert missing.returncode == 1
    assert "missing" in missing.stderr
    assert not (tmp_path / "missing").exists()


def test_quotes_are_filtered(run: Run, pages: Path) -> None:
    run("import", str(pages))
    every = lines(run("quotes", "--json"))
    assert len(every) == 5
    by_paul = lines(run("quotes", "--json", "--speaker", "ekholm"))
    assert len(by_paul) == 2
    assert len(lines(run("quotes", "--json", "--event", "Norwick strike"))) < 5
    assert run("quotes", "--speaker", "nobody at all").stdout == ""
    none = run("quotes", "--tag", "none such")
    assert none.returncode == 1
    assert "none such" in none.stderr


def test_a_quote_is_tagged_noted_and_found_by_its_tag(run: Run, pages: Path) -> None:
    run("import", str(pages))
    quote = lines(run("quotes", "--json", "--speaker", "Lindqvist"))[0]
    short = quote["id"][:8]
    assert run("tag", short, "strike", "#good words").returncode == 0
    assert run("note", short, "Ask", "her again.").returncode == 0
    assert run("note", short, "-", stdin="From a pipe:\ntwo lines.\n").returncode == 0
    (found,) = lines(run("quotes", "--json", "--tag", "Strike"))
    assert found["id"] == quote["id"]
    assert found["tags"] == ["strike", "good words"]
    assert found["note"] == "Ask her again.\n\nFrom a pipe:\ntwo lines."
    assert run("tag", short, "strike", "--remove").returncode == 0
    told = lines(run("tag", short, "last", "--json"))
    assert told[0]["tags"] == ["good words", "last"]
    shown = run("note", short).stdout.splitlines()
    assert [shown[0], *shown[2:5]] == ["Ask her again.", "", "From a pipe:", "two lines."]
    refused = run("note", short, "")
    assert (refused.returncode, "--delete" in refused.stderr) == (1, True)
    assert run("note", short, "--delete", "x").returncode == 2
    assert "Deleted" in run("note", short, "--delete").stdout
    assert lines(run("note", short, "--json"))[0]["note"] == ""
    assert "No note to delete" in run("note", short, "--delete").stdout
    assert run("tag", "ffffffff", "x").returncode == 1


def test_show_prints_each_kind_of_thing_whole(run: Run, pages: Path) -> None:
    run("import", str(pages))
    quote = lines(run("quotes", "--json", "--speaker", "Lindqvist"))[0]
    shown = run("show", quote["id"]).stdout
    assert "we came for" in shown
    assert "Mara Lindqvist" in shown
    (article,) = lines(run("show", quote["article"], "--json"))
    assert article["type"] == "article"
    for part in quote["parts"]:
        assert article["text"][part["start"] : part["end"]] == part["text"]
    assert run("show", quote["article"], "--raw").stdout.rstrip("\n") == HARBOUR.rstrip("\n")
    event = run("show", quote["event"][:8]).stdout
    assert article["headline"] in event
    said = run("show", quote["speaker_id"]).stdout
    assert "Mara Lindqvist" in said
    # Only what stood in marks has marks.
    for each in lines(run("quotes", "--json", "--speaker", "Lindqvist")):
        assert (f": “{each['text'].removesuffix(',')}”" in said) == (each["kind"] != "indirect")
    assert run("show", "0000").returncode == 1


def test_where_names_paths_and_counts(run: Run, pages: Path, tmp_path: Path) -> None:
    run("import", str(pages))
    (record,) = lines(run("where", "--json"))
    assert Path(record["briefing"]).is_relative_to(tmp_path / "data")
    assert (record["articles"], record["quotes"], record["unread"]) == (3, 5, 3)
    assert str(tmp_path / "config") in run("where").stdout


def test_mistakes_in_the_config_are_all_told_and_stop_only_what_they_are_about(
    run: Run, pages: Path, tmp_path: Path
) -> None:
    settings = tmp_path / "config" / "briefing-tui" / "config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('[keys]\ntag = "ctrl+tt"\n[copy]\nformat = "word"\n')
    done = run("import", str(pages))
    assert done.returncode == 0
    told = [line for line in done.stderr.splitlines() if str(settings) in line]
    assert [line.partition("line ")[2][:8] for line in told] == ["2: [keys", "4: [copy"]
    assert [line for line in run("where").stderr.splitlines() if str(settings) in line] == told
    settings.write_text('[page]\nsecond = 9\nmemory = "much"\n')
    for verb in (["import", str(pages)], ["reread", "--all"], ["feeds", "refresh"]):
        done = run(*verb)
        assert done.returncode == 2, verb
        assert "line 2: [page] second" in done.stderr and "line 3: [page] memory" in done.stderr
    settings.write_text('[page]\nmemory = "much"\n')
    done = run("import", "--memory", "600", str(pages))
    assert done.returncode == 0 and "line 2: [page] memory" in done.stderr


def test_a_pipe_that_closes_early_is_no_error(run: Run, pages: Path, tmp_path: Path) -> None:
    text = "".join(
        json.dumps({"id": n, "text": "A plain sentence of some words. " * 400}) + "\n" for n in range(60)
    )
    (tmp_path / "many.jsonl").write_text(text)
    command = f"{sys.executable} -m tui extract --as article --jsonl many.jsonl | head -c 10"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, '{"id":"0",', "")


def test_output_to_a_pipe_has_no_colour_and_no_control_bytes(run: Run, tmp_path: Path) -> None:
    evil = "\x1b]52;c;QUJD\x07\x9b31m\u202e[/][b "
    path = tmp_path / f"evil{chr(27)}]0;x{chr(7)}.txt"
    path.write_text(
        HARBOUR.replace("Harbour workers", f"\0{evil}Harbour workers").replace("Mara", f"Ma{evil}ra")
    )
    outputs = [run("import", str(path), "--outlet", evil + "Post", "--event", evil + "Strike")]
    outputs += [run(*verb) for verb in (["events"], ["articles"], ["quotes"], ["briefings"], ["where"])]
    (quote, *_) = lines(run("quotes", "--json"))
    outputs.append(run("tag", quote["id"], evil + "tag"))
    outputs.append(run("note", quote["id"], evil + "note"))
    for name in ("id", "article", "event", "speaker_id"):
        outputs += [run("show", quote[name]), run("show", quote[name], "--json")] if quote[name] else []
    outputs += [
        run("quotes", "--json"),
        run("articles", "--json"),
        run("events", "--json"),
        run("extract", str(path)),
    ]
    outputs += [
        run("show", evil),
        run("quotes", "--event", evil),
        run("quotes", "--tag", evil),
        run("import", evil),
    ]
    for done in outputs:
        for text in (done.stdout, done.stderr):
            foreign = {c for c in text if (not c.isprintable() and c not in "\n\t")}
            assert not foreign, (done.args, foreign)


def test_text_is_utf8_wherever_it_goes(spawn: Run, pages: Path) -> None:
    spawn("import", str(pages))
    poor = spawn("quotes", env={"PYTHONIOENCODING": "ascii"})
    assert poor.returncode == 0
    rich = spawn("quotes", "--json", env={"PYTHONIOENCODING": "ascii"})
    assert "’s" in rich.stdout or "“" in rich.stdout or rich.stdout.isascii()
    assert len(rich.stdout.splitlines()) == 5


def test_a_note_says_who_wrote_it_and_stands_on_speakers_too(run: Run, pages: Path) -> None:
    who = "Ida"
    run("import", str(pages))
    quote = lines(run("quotes", "--json", "--speaker", "Lindqvist"))[0]
    speaker = quote["speaker_id"]
    assert run("note", speaker, "Speaks", "for the union.", env={"BRIEFING_AUTHOR": who}).returncode == 0
    (told,) = lines(run("note", speaker, "--json"))
    (note,) = told["notes"]
    assert (note["text"], note["creator"], note["modified"]) == ("Speaks for the union.", who, "")
    today = note["created"][:10]
    assert f"Speaks for the union.\n({who}, {today})" in run("note", speaker).stdout
    shown = run("show", speaker).stdout
    assert "✎ Speaks for the union." in shown and f"{who}, {today}" in shown
    assert run("note", speaker, "--delete").returncode == 0
    assert "No note yet" in run("note", speaker).stdout
    refused = run("tag", speaker, "union")
    assert refused.returncode == 1 and "is a speaker" in refused.stderr


def test_briefings_are_put_in_order_by_name(run: Run, pages: Path) -> None:
    run("import", str(pages), "--briefing", "First")
    assert "is called “Ferry” from now on" in run("briefings", "rename", "first", "Ferry").stdout
    assert run("briefings", "rename", "Ferry", "a/b").returncode == 1
    assert lines(run("where", "--briefing", "Ferry", "--json"))[0]["title"] == "Ferry"
    for verb, shelf in ("archive", "archived"), ("delete", "deleted"):
        assert run("briefings", verb, "Ferry").returncode == 0
        assert "there is no briefing" in run("events", "--briefing", "Ferry").stderr
        told = {each["name"]: each["shelf"] for each in lines(run("briefings", "--json"))}
        assert told["Ferry"] == shelf
        assert run("briefings", "restore", "ferry").returncode == 0
        assert len(lines(run("articles", "--briefing", "Ferry", "--json"))) == 3
    assert run("briefings", "restore", "Ferry").returncode == 1
    run("briefings", "delete", "Ferry")
    assert "for good: Ferry" in run("briefings", "purge").stdout
    assert run("briefings", "restore", "Ferry").returncode == 1
    assert run("briefings", "rename", "Ferry").returncode == 2

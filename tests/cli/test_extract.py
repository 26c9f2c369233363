"""`extract` and `group`: what reading makes of sources, as programs take it."""

from __future__ import annotations

import gzip
import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support.pages import FLOOD, HARBOUR, NOTE
from tui.cli.parser import main

FIELDS = ["id", "title", "outlet", "author", "published", "published_basis", "text", "kept_lines", "quotes"]
QUOTE_FIELDS = ["start", "end", "text", "kind", "group", "speaker_text", "speaker_start", "speaker_end"]
QUOTE_FIELDS += ["entity", "speakers", "cue_text", "cue_start", "cue_end", "polarity"]
CLEAN = "  Two 🌊 words of Ann’s.\n\n“We stay,” said Ann Bell. “All of us.”\n"


@pytest.fixture
def extract(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Any:
    """Run a verb in this process; returns its status, records and what went to standard error."""

    def run(*arguments: str, stdin: bytes = b"") -> tuple[int, list[dict[str, Any]], str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capfdbinary.readouterr()
        status = main(arguments)
        out, error = capfdbinary.readouterr()
        return status, [json.loads(line) for line in out.splitlines()], error.decode()

    return run


def test_a_page_gives_the_documented_fields(extract: Any, tmp_path: Path) -> None:
    path = tmp_path / "harbour.txt"
    path.write_text(HARBOUR, encoding="utf-8")
    status, (record,), _ = extract("extract", str(path))
    assert status == 0
    assert list(record) == FIELDS
    assert (record["id"], record["title"]) == (str(path), "Harbour workers end their strike in Norwick")
    assert (record["published"], record["published_basis"]) == ("2024-03-05", "stated")
    kept = [HARBOUR.split("\n")[number] for number in record["kept_lines"]]
    assert "\n\n".join(kept) == record["text"]
    assert len(record["quotes"]) == 2
    for quote in record["quotes"]:
        assert list(quote) == QUOTE_FIELDS
        assert record["text"][quote["start"] : quote["end"]] == quote["text"]
        assert record["text"][quote["speaker_start"] : quote["speaker_end"]] == quote["speaker_text"]
        assert record["text"][quote["cue_start"] : quote["cue_end"]] == quote["cue_text"] != ""


def test_json_is_what_it_prints_anyway(extract: Any) -> None:
    arguments = ("extract", "--as", "article", "-")
    plain = extract(*arguments, stdin=CLEAN.encode())
    assert plain[0] == 0
    assert extract(*arguments, "--json", stdin=CLEAN.encode()) == plain


def test_an_article_comes_back_as_it_went_in_and_offsets_are_code_points(extract: Any) -> None:
    _, (record,), _ = extract("extract", "--as", "article", "-", stdin=CLEAN.encode())
    assert record["text"] == CLEAN
    assert record["kept_lines"] == [0, 1, 2, 3]
    first, second = record["quotes"]
    assert CLEAN[first["start"] : first["end"]] == "We stay,"
    assert (second["text"], second["entity"]) == ("All of us.", "Ann Bell")


def test_why_adds_how_each_thing_is_known(extract: Any) -> None:
    _, (record,), _ = extract("extract", "--why", stdin=HARBOUR.encode())
    assert list(record)[: len(FIELDS)] == FIELDS
    assert record["basis"]["published"] == "stated"
    assert {each["reason"] for each in record["cut"]}
    assert set(record["quotes"][0]) - set(QUOTE_FIELDS) == {
        "why",
        "confidence",
        "candidates",
        "chain",
        "role",
    }


def test_content_spans_hold_whole_attributions(extract: Any) -> None:
    text = "The mayor said that the lamps would be bought. “At last,” said Ann Bell."
    _, (quoted,), _ = extract("extract", "--as", "article", stdin=text.encode())
    _, (content,), _ = extract("extract", "--as", "article", "--spans", "content", stdin=text.encode())
    assert [q["kind"] for q in quoted["quotes"]] == ["direct"]
    assert "indirect" in [q["kind"] for q in content["quotes"]]


def test_what_import_keeps_beside_the_words_between_marks_is_told_where_nobody_said_which(
    extract: Any,
) -> None:
    text = "The mayor said that the lamps would be bought. “At last,” said Ann Bell."
    told = "--spans all adds what is reported without, as import keeps it"
    assert told in extract("extract", "--as", "article", stdin=text.encode())[2]
    assert not extract("extract", "--as", "article", "--spans", "quoted", stdin=text.encode())[2]
    row = json.dumps({"id": 1, "text": text}).encode()
    assert not extract("extract", "--as", "article", "--jsonl", stdin=row)[2]  # for programs


def test_json_lines_go_in_and_come_out_in_order_whatever_is_wrong_with_one(extract: Any) -> None:
    rows = [{"id": "one", "text": CLEAN}, {"id": 2, "text": ""}, {"id": "three", "text": FLOOD}]
    raw = "\n".join(json.dumps(row) for row in rows).encode() + b'\nnot json\n\n{"id": "x"}\n'
    status, records, error = extract("extract", "--as", "article", "--jsonl", "-", stdin=raw)
    assert status == 0
    assert [record["id"] for record in records] == ["one", "2", "three"]
    assert [record["text"] for record in records] == [CLEAN, "", FLOOD]
    assert error.count("\n") == 2
    assert "line 4: is not JSON" in error
    assert "line 6" in error
    assert extract("extract", "--jsonl", stdin=b"not json\n")[0] == 1


def test_kept_lines_are_lines_of_the_input_whatever_its_line_breaks(extract: Any) -> None:
    plain = HARBOUR.split("\n")
    expected = extract("extract", stdin=HARBOUR.encode())[1][0]["kept_lines"]
    windows = "\r\n".join(plain)
    assert extract("extract", stdin=windows.encode())[1][0]["kept_lines"] == expected
    odd = "\n".join(["Home\u2028World\x0cSport", *plain[2:]])
    kept = extract("extract", "--jsonl", stdin=json.dumps({"id": 1, "text": odd}).encode())[1][0][
        "kept_lines"
    ]
    assert kept == [number - 1 for number in expected]


def test_several_files_folders_and_kinds(extract: Any, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt.gz").write_bytes(gzip.compress(HARBOUR.encode()))
    (folder / "b.md").write_text(NOTE, encoding="utf-8")
    (folder / "c.txt").write_bytes(b"")
    status, records, error = extract("extract", str(folder), str(tmp_path / "gone.txt"))
    assert status == 0
    assert [record["title"] for record in records] == [
        "Harbour workers end their strike in Norwick",
        "Norwick port: what the strike cost",
    ]
    assert "c.txt: is empty" in error
    assert "gone.txt" in error
    assert extract("extract", str(folder / "c.txt"))[0] == 1


def test_records_are_printed_as_they_are_done(tmp_path: Path) -> None:
    import subprocess

    with subprocess.Popen(
        [sys.executable, "-m", "tui", "extract", "--as", "article", "--jsonl"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).resolve().parents[2],
    ) as process:
        assert process.stdin
        assert process.stdout
        for name in ("one", "two"):
            process.stdin.write(json.dumps({"id": name, "text": CLEAN}).encode() + b"\n")
            process.stdin.flush()
            # Answered while the input is still open: nothing waits for its end.
            assert json.loads(process.stdout.readline())["id"] == name
        process.stdin.close()
    assert process.returncode == 0


def test_group_puts_reports_of_one_happening_together(extract: Any) -> None:
    again = HARBOUR.replace("Harbour workers end their strike", "Strike of the harbour workers is over")
    rows = [
        {
            "id": "a",
            "title": "Harbour workers end their strike in Norwick",
            "text": HARBOUR,
            "date": "2024-03-05",
        },
        {"id": "b", "title": "River bursts its banks at Tarn Mill", "text": FLOOD, "date": "2023-11-18"},
        {"id": "c", "title": "Strike of the harbour workers is over", "text": again, "date": "2024-03-06"},
        {"id": "d", "title": "", "text": "", "date": None},
    ]
    raw = "\n".join(json.dumps(row) for row in rows).encode()
    status, records, _ = extract("group", "--jsonl", stdin=raw)
    assert status == 0
    assert [record["id"] for record in records] == ["a", "b", "c", "d"]
    events = [record["event"] for record in records]
    assert events[0] == events[2]
    assert len(set(events)) == 3
    assert extract("group", "--jsonl", stdin=raw)[1] == records
    assert extract("group", stdin=b"not json")[0] == 1


def test_several_pages_are_read_at_once_and_come_out_in_their_order(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [{"id": str(at), "text": f'"We sail on day {at}," said Ida Lund.'} for at in range(12)]
    (tmp_path / "many.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    words = ["extract", "--as", "article", "--jsonl", str(tmp_path / "many.jsonl")]
    printed = []
    for more in ([], ["--workers", "2"]):
        assert main([*words, *more]) == 0
        printed.append(capsys.readouterr().out)
    assert printed[0] == printed[1]
    assert [json.loads(line)["id"] for line in printed[0].splitlines()] == [row["id"] for row in rows]


def test_a_page_that_takes_too_much_is_refused_by_name_and_the_rest_goes_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = 'The mayor of Arn opened the lock on Tuesday. "It will last," said Ida Lund, who built it.\n\n'
    (tmp_path / "large.txt").write_text(text * 80_000)
    (tmp_path / "small.txt").write_text(f"The lock opens\n\n{text}The boats went through it all day.\n")
    assert main(["extract", "--seconds", "1", str(tmp_path / "large.txt"), str(tmp_path / "small.txt")]) == 0
    said = capsys.readouterr()
    assert "large.txt: takes longer to read than 1 seconds" in said.err
    assert [json.loads(line)["title"] for line in said.out.splitlines()] == ["The lock opens"]


@pytest.mark.parametrize("words", [["--jsonl"], []])
def test_what_comes_on_standard_input_has_the_budget_of_a_page(extract: Any, words: list[str]) -> None:
    """A line of lists takes twenty times its size; it was taken apart in the process that reads all others."""
    rows = [
        {"id": "a", "text": CLEAN},
        {"id": "b", "text": CLEAN, "c": [[]] * 3_000_000},
        {"id": "c", "text": CLEAN},
    ]
    raw = "".join(f"{json.dumps(row)}\n" for row in rows).encode()
    status, records, error = extract("extract", "--memory", "200", *words, stdin=raw)
    assert status == 0 and len(records) == 2
    assert "line 2: takes more memory than 200 MB" in error


def test_a_file_that_takes_too_much_to_open_is_refused_by_name(extract: Any, tmp_path: Path) -> None:
    (tmp_path / "much.json").write_text(json.dumps({"articles": [], "c": [[]] * 3_000_000}))
    (tmp_path / "small.txt").write_text(HARBOUR)
    status, records, error = extract("extract", "--memory", "200", str(tmp_path))
    assert status == 0 and len(records) == 1
    assert "much.json: takes more memory than 200 MB" in error


def test_the_help_says_that_only_quoted_words_are_printed_by_default(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["extract", "--help"]) == 0
    assert "quoted (default): only the words between marks" in " ".join(capsys.readouterr().out.split())

"""`statements` as it is typed."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import openpyxl
import pytest

from tests.support.verbs import Run, lines

NORTH = """---
outlet: North Wire
published: 2025-03-04
event: A call about the port
---
# No offer before Monday

“We have seen no offer, and there was none to see before Monday,” Sergey Orlov, the foreign minister, said in Port Arlen.
"""
LEDGER = """---
outlet: Ledger
published: 2025-03-04
event: A call about the port
---
# Minister: nothing on the table

Sergey Orlov, the foreign minister, said that there was “none to see before Monday”.
"""

HARBOUR = """---
outlet: Harbour Post
published: 2025-03-04
event: A call about the port
---
# Envoy speaks of shells

Lena Brandt, the envoy, said that the grain port had been shelled on Sunday morning.

Sergey Orlov, the foreign minister, denied that the grain port had been shelled on Sunday morning.
"""


def bring(run: Run, page: Path, text: str) -> None:
    page.write_text(text, encoding="utf-8")
    assert run("import", str(page), "--briefing", "Port").returncode == 0


@pytest.fixture
def ready(run: Run, tmp_path: Path) -> Run:
    bring(run, tmp_path / "north.md", NORTH)
    bring(run, tmp_path / "ledger.md", LEDGER)
    return run


def test_a_statement_has_its_wordings_outlet_by_outlet(ready: Run) -> None:
    (found,) = lines(ready("statements", "--speaker", "orlov", "--json"))
    assert found["outlets"] == ["North Wire", "Ledger"] and found["sources"] == 2
    assert [each["kind"] for each in found["wordings"]] == ["direct", "mixed"]
    assert found["id"] == "st-" + found["wordings"][0]["id"]
    shown = ready("statements").stdout
    assert "Sergey Orlov" in shown and shown.index("North Wire") < shown.index("Ledger")
    assert "no statements like that" in ready("statements", "--speaker", "nobody").stderr


def test_a_statement_bears_the_day_of_its_own_report_and_not_that_of_the_event(
    ready: Run, tmp_path: Path
) -> None:
    said = {"2025-03-09": "The quay was dark when we came,", "": "The crane stood still on that day,"}
    for at, (day, words) in enumerate(said.items()):
        head = f"---\noutlet: Post {at}\n{f'published: {day}' if day else ''}\nevent: A call about the port\n---\n# Port\n\n"
        bring(ready, tmp_path / f"{at}.md", f"{head}“{words}” Lena Brandt, the envoy, said.\n")
    shown = ready("statements").stdout.split("\n\n")
    orlov, later, undated = (
        next(each.splitlines()[0] for each in shown if words in each) for words in ("offer", "quay", "crane")
    )
    assert " · reported 2025-03-04 " in orlov and " · reported 2025-03-09 " in later
    assert " · event of ~2025-03-0" in undated


def test_a_guess_of_the_speaker_looks_like_one_as_in_the_pane(ready: Run, tmp_path: Path) -> None:
    said = "Lena Brandt, the envoy, met Ada Holm, the mayor, in Port Arlen. “The pier is sound and dry,” she said.\n"
    head = "---\noutlet: Harbour Post\npublished: 2025-03-05\nevent: A pier\n---\n# A pier\n\n"
    bring(ready, tmp_path / "guess.md", head + said)
    (found,) = lines(ready("statements", "--query", "pier", "--json"))
    shown = ready("statements", "--query", "pier").stdout
    assert shown.startswith(f"{found['speaker']} ? · ")
    quote = found["wordings"][0]["id"]
    assert ready("edit", quote, "speaker", "Lena Brandt").returncode == 0
    assert ready("statements", "--query", "pier").stdout.startswith("Lena Brandt · ")


def test_a_speaker_who_is_sure_in_one_wording_is_no_guess_above_them(ready: Run, tmp_path: Path) -> None:
    told = "“The pier is sound and dry, and it will stay,” she said."
    for outlet, text in (
        ("Harbour Post", f"Lena Brandt, the envoy, met Ada Holm, the mayor, in Port Arlen. {told}"),
        ("Quay", "Lena Brandt, the envoy, said: “The pier is sound and dry.”"),
    ):
        head = f"---\noutlet: {outlet}\npublished: 2025-03-05\nevent: A pier\n---\n# A pier\n\n"
        (tmp_path / f"{outlet}.md").write_text(f"{head}{text}\n", encoding="utf-8")
        assert ready("import", str(tmp_path / f"{outlet}.md"), "--briefing", "Port").returncode == 0
    shown = ready("statements", "--query", "pier").stdout
    assert shown.startswith("Lena Brandt · ") and "  Harbour Post · direct ?: “The pier" in shown
    assert "Brandt ?" not in ready("accounts", "pier").stdout
    assert (
        ready("export", "--format", "markdown", "-o", str(tmp_path / "out" / "x"), "--parents").returncode
        == 0
    )
    told = ready("show", "Lena Brandt").stdout
    assert told.count("(speaker ?)") == 1 and "it will stay” (speaker ?)" in told
    (page,) = (tmp_path / "out" / "x").rglob("Lena Brandt*.md")
    assert "it will stay" in page.read_text() and page.read_text().count("(speaker ?)") == 1


def test_the_verb_lists_by_speaker_and_marks_what_is_inferred_as_the_pane_does(
    ready: Run, tmp_path: Path
) -> None:
    bring(ready, tmp_path / "harbour.md", HARBOUR)
    found = lines(ready("statements", "--json"))
    assert [(each["speaker"], len(each["outlets"])) for each in found] == [
        ("Sergey Orlov", 2),
        ("Sergey Orlov", 1),
        ("Lena Brandt", 1),
    ]
    shown = ready("statements").stdout
    assert shown.index("Sergey Orlov") < shown.index("Lena Brandt") and "Ledger · mixed" in shown
    (ledger,) = (each for each in shown.splitlines() if each.startswith("  Ledger"))
    assert " · one statement? same " in ledger
    base, other = (each["id"] for each in found[0]["wordings"])
    assert ready("link", base, other, "same").returncode == 0
    assert "one statement?" not in ready("statements").stdout


def test_the_reader_parts_what_was_put_together(ready: Run) -> None:
    (found,) = lines(ready("statements", "--json"))
    first, second = (each["id"] for each in found["wordings"])
    assert ready("link", first, second, "different").returncode == 0
    assert len(lines(ready("statements", "--json"))) == 2
    assert ready("link", first, second, "--remove").returncode == 0
    assert len(lines(ready("statements", "--json"))) == 1


def test_a_statement_is_shown_by_its_id_and_named_in_the_table_of_quotes(ready: Run, tmp_path: Path) -> None:
    (found,) = lines(ready("statements", "--json"))
    (shown,) = lines(ready("show", found["id"][:9], "--json"))
    assert shown == {"type": "statement", **found}
    assert "Ledger" in ready("show", found["id"]).stdout
    table = list(csv.DictReader(ready("export", "--format", "csv").stdout.lstrip("\ufeff").splitlines()))
    assert [row["statement_id"] for row in table] == [found["id"]] * 2


def test_the_accounts_of_an_event_are_printed_by_side(ready: Run) -> None:
    (row,) = lines(ready("accounts", "port", "--json"))
    (claim,) = row["claims"]
    assert (
        claim["speaker"] == "Sergey Orlov"
        and claim["outlets"] == ["North Wire", "Ledger"]
        and not claim["relation"]
    )
    shown = ready("accounts", "port").stdout
    assert "A call about the port" in shown and "1 claim in 2 articles" in shown
    assert ready("accounts", "nothing of the kind").returncode == 1


def test_quotes_are_asked_for_by_statement_and_by_how_many_outlets_have_it(
    ready: Run, tmp_path: Path
) -> None:
    bring(ready, tmp_path / "harbour.md", HARBOUR)
    (shared,) = (each for each in lines(ready("statements", "--json")) if len(each["wordings"]) == 2)
    wordings = [each["id"] for each in shared["wordings"]]
    for query in (f"statement:{shared['id']}", f"statement:{shared['id'][:9]}", "outlets:>1", "outlets:2"):
        found = [each["id"] for each in lines(ready("quotes", "--query", query, "--json"))]
        assert sorted(found) == sorted(wordings), query
    assert len(lines(ready("quotes", "--query", "outlets:<2", "--json"))) == 2
    (listed,) = lines(ready("statements", "--query", "outlets:>=2", "--json"))
    assert listed["id"] == shared["id"]
    csv_rows = ready("export", "--format", "csv", "--query", "outlets:>1").stdout.splitlines()
    assert len(csv_rows) == 3
    assert ready("quotes", "--query", "outlets:several").returncode == 2


def test_counts_are_of_quotes_or_of_statements(ready: Run) -> None:
    (quotes,) = lines(ready("counts", "speakers-months", "--json"))
    (statements,) = lines(ready("counts", "speakers-months", "--statements", "--json"))
    (found,) = lines(ready("statements", "--json"))
    assert quotes["count"] == 2 and statements["count"] == 1
    assert statements["statements"] == [found["id"]] and statements["quotes"] == quotes["quotes"]
    assert "statements" not in quotes


def test_the_accounts_go_out_as_a_table_with_what_is_guessed_marked(ready: Run, tmp_path: Path) -> None:
    bring(ready, tmp_path / "harbour.md", HARBOUR)
    shown = ready("accounts", "port", "--format", "md").stdout
    assert "# Accounts · A call about the port" in shown
    (heading,) = (each for each in shown.splitlines() if each.startswith("| ") and "claim" in each)
    (row, *_) = (each for each in shown.splitlines() if "had been shelled" in each)
    assert heading.count("|") == row.count("|") == 3
    assert row.count("had been shelled") == 2 and "Harbour Post" in row and "denies" not in shown
    assert "North Wire, Ledger ?" in shown and "? marks what is found by rule" in shown
    assert "one statement?" in shown.partition("# Who printed what")[2]
    assert shown.count("– under Lena Brandt: ") == 1 and shown.count("–: not in this outlet") == 1
    web = ready("accounts", "port", "--format", "html").stdout
    assert web.count("– under Lena Brandt: ") == 1 and "<td>–</td>" in web
    assert "denies" not in web and "North Wire, Ledger ?" in web and "one statement?" in web
    told = ready("accounts", "port").stdout
    assert "denies?" in told and "North Wire, Ledger ?" in told
    book = tmp_path / "board.xlsx"
    assert f"Wrote {book}" in ready("accounts", "port", "--format", "xlsx", "-o", str(book)).stdout
    sheets = openpyxl.load_workbook(book)
    assert sheets.sheetnames == ["Accounts", "Outlets"]
    assert "denies" not in " ".join(str(cell) for line in sheets["Accounts"].values for cell in line)
    assert "North Wire, Ledger ?" in " ".join(
        str(cell) for line in sheets["Accounts"].values for cell in line
    )
    assert "one statement?" in " ".join(str(cell) for line in sheets["Outlets"].values for cell in line)
    printed = [str(cell) for cell in next(sheets["Outlets"].values)]
    assert printed == ["Harbour Post · 2", "Ledger · 1", "North Wire · 1"]
    again = ready("accounts", "port", "--format", "xlsx", "-o", str(book))
    assert again.returncode == 1 and "--force" in again.stderr
    assert ready("accounts", "port", "--format", "xlsx", "-o", str(book), "--force").returncode == 0


def test_a_denial_that_a_rule_found_goes_out_once_the_reader_says_so(ready: Run, tmp_path: Path) -> None:
    bring(ready, tmp_path / "harbour.md", HARBOUR)
    claims = [each for row in lines(ready("accounts", "port", "--json")) for each in row["claims"]]
    (answer,) = (each for each in claims if each["relation"])
    quotes = {each["id"]: each["polarity"] for each in lines(ready("quotes", "--query", "shelled", "--json"))}
    assert {answer["quote"], answer["answers"]} == quotes.keys()
    assert (quotes[answer["quote"]] == "denied") == (answer["relation"] == "denies")
    assert not any(each["answers"] for each in claims if not each["relation"])
    before = ready("accounts", "port", "--format", "md")
    assert "denies" not in before.stdout and "without 1 answer that only a rule found" in before.stderr
    said = lines(ready("quotes", "--query", "shelled", "--json"))
    denied, claimed = sorted(said, key=lambda each: each["polarity"] != "denied")
    assert ready("link", denied["id"], claimed["id"], "denies").returncode == 0
    after = ready("accounts", "port", "--format", "md")
    assert "⊘ denies" in after.stdout and "denies?" not in after.stdout and "without" not in after.stderr


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--format", "ris"], "accounts go out as markdown, html, xlsx, not as “ris”"),
        (["-o", "board.md"], "wants --format"),
        (["--json", "--format", "md"], "--json"),
    ],
)
def test_a_form_that_accounts_have_not_is_refused_by_name(ready: Run, options: list[str], said: str) -> None:
    done = ready("accounts", "port", *options)
    assert done.returncode == 2 and said in done.stderr and not done.stdout


def test_groups_and_pairs_of_a_file_are_judged_without_a_briefing(run: Run, tmp_path: Path) -> None:
    said = [
        {
            "id": "a",
            "art": "1",
            "kind": "direct",
            "cue": "said",
            "text": "The port will stay shut until Friday.",
        },
        {
            "id": "b",
            "art": "2",
            "kind": "indirect",
            "cue": "said",
            "text": "that the port would stay shut until Friday",
        },
        {"id": "c", "art": "2", "kind": "direct", "cue": "said", "text": "Nobody asked us about wages."},
    ]
    groups, pairs = tmp_path / "groups.jsonl", tmp_path / "pairs.jsonl"
    groups.write_text(
        json.dumps({"group": "g", "event": "e", "quotes": said}) + "\nnonsense\n", encoding="utf-8"
    )
    pairs.write_text(
        "".join(
            json.dumps({"id": f"p{at}", "event": "e", "a": said[0], "b": other}) + "\n"
            for at, other in enumerate(said[1:])
        ),
        encoding="utf-8",
    )
    done = run("statements", "--groups", str(groups))
    assert lines(done) == [{"group": "g", "clusters": [["a", "b"], ["c"]]}]
    assert done.returncode == 0 and "line 2" in done.stderr
    found = lines(run("statements", "--pairs", str(pairs)))
    assert [each["same"] for each in found] == [True, False]
    assert "port" in found[0]["why"] and found[0]["score"] > found[1]["score"]
    missing = run("statements", "--groups", str(tmp_path / "none.jsonl"))
    assert (
        missing.returncode == 1 and "none.jsonl" in missing.stderr and len(missing.stderr.splitlines()) == 1
    )


OUTLETS = (("Globe", 40), ("Matin", 60), ("Courier", 50))


def test_rows_that_tie_stand_in_the_same_order_whichever_page_came_first(run: Run, tmp_path: Path) -> None:
    head = "---\noutlet: {outlet}\npublished: 2025-03-04\nevent: Mines off the port\n---\n# Mines\n\n"
    said = (
        "{number} mines had been found off the port since January",
        "the harbour police had arrested {number} smugglers",
        "only {number} ferries would sail to Tarn",
        "the ministry owed the divers {number} thousand crowns",
    )
    places = [(outlet, each.format(number=number)) for each in said for outlet, number in OUTLETS]
    pages = []
    for at, (outlet, words) in enumerate(places):
        page = tmp_path / f"{at}.md"
        page.write_text(
            f"{head.format(outlet=outlet)}Sergey Orlov, the minister, said that {words}.\n", encoding="utf-8"
        )
        pages.append(str(page))
    told = []
    for name, these in (("One", pages), ("Two", pages[::-1])):
        for origin in these:
            assert run("import", origin, "--briefing", name).returncode == 0
        found = lines(run("statements", "--briefing", name, "--json"))
        rows = [[(w["outlet"], w["text"], w["differs"]) for w in each["wordings"]] for each in found]
        told.append((rows, run("accounts", "Mines off the port", "--briefing", name).stdout))
    assert told[0] == told[1] and len(told[0][0]) > len(said)


@pytest.mark.parametrize("border", [". ", " She "])
def test_what_another_sentence_tells_is_no_part_of_an_indirect_quote(
    run: Run, tmp_path: Path, border: str
) -> None:
    ends = f"an inquiry into the ferry before the vote{border}Lund added that she should face no charges"
    said = [
        {"art": "one", "kind": "indirect", "text": "that the mayor would face no charges"},
        {"art": "two", "kind": "indirect", "text": ends},
    ]
    pairs = tmp_path / "pairs.jsonl"
    pairs.write_text(json.dumps({"id": "p", "event": "e", "a": said[0], "b": said[1]}), encoding="utf-8")
    assert [each["same"] for each in lines(run("statements", "--pairs", str(pairs)))] == [False]


def test_guesses_of_what_differs_go_out_nowhere(ready: Run, tmp_path: Path) -> None:
    said = "Lena Brandt, the envoy, said that 12 sailors were hurt when the ship burnt.\n\n"
    said += "Sergey Orlov, the foreign minister, said that 20 sailors were hurt when the ship burnt.\n"
    head = "---\noutlet: Harbour Post\npublished: 2025-03-04\nevent: A call about the port\n---\n# A fire\n\n"
    bring(ready, tmp_path / "ship.md", head + said)
    for format in ("md", "html"):
        shown = ready("accounts", "port", "--format", format).stdout
        assert "12 sailors" in shown and "so too" not in shown and "differs" not in shown


def test_the_side_of_a_speaker_is_said_and_stays_through_another_import_and_a_new_reading(
    ready: Run, tmp_path: Path
) -> None:
    def claim() -> dict[str, object]:
        rows = lines(ready("accounts", "port", "--json"))
        claims = (each for row in rows for each in row["claims"])
        return dict(next(each for each in claims if each["speaker"] == "Sergey Orlov"))

    assert claim()["side"] == "Sergey Orlov"
    assert ready("speakers", "side", "orlov", "Arlen").returncode == 0
    assert (claim()["side"], claim()["own_side_why"]) == ("Arlen", "set by you")
    bring(ready, tmp_path / "harbour.md", HARBOUR)
    assert ready("reread", "--all").returncode == 0
    assert claim()["side"] == "Arlen" and "Arlen: 2 claims" in ready("accounts", "port").stdout
    exported = ready("export", "--format", "schema.org").stdout
    assert '"affiliation"' in exported and "Arlen" in exported
    assert ready("edit", "Sergey Orlov", "side").returncode == 0
    assert claim()["side"] == "Sergey Orlov"


def test_a_guess_of_whose_side_somebody_is_on_looks_like_one(ready: Run, tmp_path: Path) -> None:
    head = "---\noutlet: Kremlin readout\npublished: 2025-05-06\nevent: A readout\n---\n# On the grain\n\n"
    bring(ready, tmp_path / "readout.md", f"{head}“The grain is ours,” Foreign Minister Pavel Sorin said.\n")
    shown = ready("accounts", "readout").stdout
    assert "Russia ?: 1 claim" in shown and "of this side?" in shown


def test_a_statement_bears_the_day_its_article_tells_and_that_it_is_inferred(
    ready: Run, tmp_path: Path
) -> None:
    head = "---\noutlet: Harbour Post\npublished: 2025-03-07\nevent: A pier\n---\n# A pier\n\n"
    said = "“The pier is sound and dry,” Lena Brandt, the envoy, said on Wednesday.\n"
    bring(ready, tmp_path / "p.md", head + said)
    (found,) = lines(ready("statements", "--query", "pier", "--json"))
    assert (found["day"], found["day_inferred"]) == ("2025-03-05", True)
    assert " · said ~2025-03-05 " in ready("statements", "--query", "pier").stdout


def test_one_ministry_is_one_speaker_however_each_outlet_calls_it(ready: Run, tmp_path: Path) -> None:
    called = (
        "the Vortanian foreign ministry",
        "the Ministry of Foreign Affairs of Vortania",
        "Vortania's foreign ministry",
    )
    for at, who in enumerate(called):
        head = f"---\noutlet: Post {at}\npublished: 2025-03-05\nevent: Talks\n---\n# Talks\n\n"
        words = f"“We are ready for the talks in May,” {who} said on Monday.\n"
        bring(ready, tmp_path / f"{at}.md", head + words)
    (found,) = lines(ready("statements", "--event", "talks", "--json"))
    assert set(found["outlets"]) == {"Post 0", "Post 1", "Post 2"}


def test_the_events_are_listed_with_their_statements_instead_of_their_quotes(ready: Run) -> None:
    assert "2 quotes" in ready("events").stdout
    told = ready("events", "--statements").stdout
    assert "1 statement " in told and "quote" not in told
    (event,) = lines(ready("events", "--statements", "--json"))
    assert (event["statements"], event["quotes"]) == (1, 2)
    assert "statements" not in lines(ready("events", "--json"))[0]


def test_verbs_that_tell_how_much_there_is_count_statements_where_they_are_to(ready: Run) -> None:
    (speaker,) = lines(ready("speakers", "--json"))
    (event,) = lines(ready("events", "--json"))
    for verb in (("speakers",), ("show", event["id"]), ("show", speaker["id"])):
        plain, told = ready(*verb).stdout, ready(*verb, "--statements").stdout
        assert "2 quotes" in plain and "statement" not in plain
        assert "1 statement " in told and "2 quotes" not in told
        (record,) = lines(ready(*verb, "--statements", "--json"))
        assert (record["statements"], record["quotes"]) == (1, 2)
    everything = ready("where", "--statements").stdout.split()
    assert everything[everything.index("statements") + 1] == "1" and "statements" not in ready("where").stdout
    article = lines(ready("articles", "--json"))[0]["id"]
    refused = ready("show", article, "--statements")
    assert refused.returncode == 1 and "counts those of an event or a speaker" in refused.stderr


def test_a_statement_is_found_by_the_id_of_each_of_its_wordings(ready: Run) -> None:
    (found,) = lines(ready("statements", "--json"))
    for wording in found["wordings"]:
        told = lines(ready("quotes", "--query", f"statement:{wording['id'][:8]}", "--json"))
        assert {each["id"] for each in told} == {each["id"] for each in found["wordings"]}
        assert lines(ready("show", f"st-{wording['id']}", "--json"))[0]["id"] == found["id"]

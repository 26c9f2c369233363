"""What `import` says when it is done, in words of its own."""

from __future__ import annotations

from pathlib import Path

from tests.support.verbs import Run

ONE = "“We will wait for an answer from the port,” Quiroga said on Monday in the old town hall."
OTHER = "“Nobody has asked the sailors yet,” Marta Quiroga told the council at noon on Tuesday."


def test_a_surname_taken_for_a_name_is_told_in_a_sentence_and_so_is_the_key(run: Run, tmp_path: Path) -> None:
    for name, text in (("one", ONE), ("other", OTHER)):
        (tmp_path / f"{name}.md").write_text(f"# Port {name}\n\n{text}\n", encoding="utf-8")
    shown = run("import", str(tmp_path / "one.md"), str(tmp_path / "other.md"), "--briefing", "Port").stdout
    assert "“Quiroga”, named without a first name, is taken to be Marta Quiroga" in shown
    assert "taken for " not in shown.partition("\n")[2]
    assert " opens the reader; there the key P" in shown


def test_what_fails_of_one_file_for_one_reason_is_a_line_with_how_many(run: Run, tmp_path: Path) -> None:
    item = "<item><title>{}</title><description>{}</description></item>"
    words = f"{OTHER} {ONE} " * 3
    items = "".join(item.format(f"Notice {number}", "" if number != 4 else words) for number in range(1, 8))
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "port.rss").write_text(
        f'<rss version="2.0"><channel><title>Port Radio</title>{items}</channel></rss>', encoding="utf-8"
    )
    done = run("import", str(folder), "--briefing", "Port")
    assert "1 new article" in done.stdout and "6 failed" in done.stdout
    assert done.stderr.count("neither text nor an address") == 1
    (row,) = (line for line in done.stdout.splitlines() if line.startswith("failed"))
    assert "port.rss, entry 1 and 5 more" in row


def test_of_a_page_with_too_little_text_it_is_told_how_it_is_taken_whole(run: Run, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(f"{OTHER}\n", encoding="utf-8")
    refused = run("extract", str(tmp_path / "one.txt"))
    assert "too little to tell it from menus and the like; --as article takes it whole" in refused.stderr
    assert "Marta Quiroga" in run("extract", "--as", "article", str(tmp_path / "one.txt")).stdout


def test_what_is_not_known_of_new_pages_is_counted_with_how_to_say_it(run: Run, tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    body = f"The {{}} ferry stays in harbour until the spring.\n\n{ONE}\n\n{OTHER}"
    for name in ("north", "south"):
        (tmp_path / "pages" / f"{name}.txt").write_text(f"The {name} ferry\n\n{body.format(name)}\n")
    told = run("import", str(tmp_path / "pages"), "--briefing", "Ferries").stdout
    assert (
        "2 without an outlet (north.txt, south.txt) and 2 without a day (north.txt, south.txt): --outlet"
        in told
    )
    said = "--outlet", "Post", "--date", "2031-03-14"
    told = run("import", str(tmp_path / "pages" / "north.txt"), "--briefing", "Told", *said).stdout
    assert "1 new article" in told and "without" not in told

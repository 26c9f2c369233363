"""Markdown notes: what a library reads in them, and what stays of what a person writes into them."""

from __future__ import annotations

import re
from pathlib import Path

import frontmatter
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.support import nasty
from tests.support.dossiers import FORMULA, PLAIN, find
from tui.commands.annotations import AddTags, DiscardQuote, EditField, RemoveTags, WriteNote, target_of
from tui.commands.articles import DeleteArticle
from tui.exchange.exporters.dossier import Dossier
from tui.exchange.exporters.formats import BY_ID, ExportError, write
from tui.exchange.exporters.merge_notes import merged
from tui.store.briefing import Briefing

MARKDOWN = BY_ID["markdown"]


def export(briefing: Briefing, root: Path) -> None:
    write(MARKDOWN, Dossier.of(briefing), root)


def page(root: Path, page_id: str) -> Path:
    (found,) = (
        path
        for path in root.rglob("*.md")
        if frontmatter.load(str(path)).get("id") == page_id and ".brief" not in str(path)
    )
    return found


def pages(root: Path) -> list[Path]:
    return [
        path
        for path in root.rglob("*.md")
        if not any(p.startswith(".") for p in path.relative_to(root).parts)
    ]


def test_front_matter_is_read_by_another_library(briefing: Briefing, tmp_path: Path) -> None:
    export(briefing, tmp_path / "notes")
    article, quote = find(briefing, PLAIN)
    read = frontmatter.load(str(page(tmp_path / "notes", article.id)))
    assert read["type"] == "article"
    assert read["outlet"] == "The Courier"
    assert read["published"] == "2025-03-04T08:30+01:00"
    assert re.fullmatch(r"\[\[.+\]\]", str(read["event"]))
    assert f"^{quote.id}" in read.content
    kinds = sorted(str(frontmatter.load(str(each))["type"]) for each in pages(tmp_path / "notes"))
    assert kinds == ["article"] * 3 + ["briefing"] + ["event"] * 2 + ["speaker"]
    event = frontmatter.load(str(page(tmp_path / "notes", article.event)))
    assert event["tags"] == ["topic/lock"]


def test_quotes_are_callouts_with_a_block_id_behind_them(briefing: Briefing, tmp_path: Path) -> None:
    export(briefing, tmp_path / "notes")
    article, quote = find(briefing, PLAIN)
    text = page(tmp_path / "notes", article.id).read_text(encoding="utf-8")
    said = f"> [!quote] [[Mara Quay]] (direct)\n> “{PLAIN}”\n>\n"
    assert f"{said}> Status: unchecked, A\n> denied by [[" in text
    assert f"\n>\n> #topic/lock #no-deal\n\n^{quote.id}\n" in text
    assert "> Ask *her* again.\n>\n> By Friday.\n" in text


def test_every_link_leads_to_a_page_and_every_block_is_there(briefing: Briefing, tmp_path: Path) -> None:
    export(briefing, tmp_path / "notes")
    texts = {each.stem: each.read_text(encoding="utf-8") for each in pages(tmp_path / "notes")}
    links = [link for text in texts.values() for link in re.findall(r"\[\[([^\]|]+)", text)]
    assert len(links) > 10
    for link in links:
        name, _, block = link.partition("#")
        assert name in texts
        assert not block or f"\n{block}\n" in texts[name]


def test_words_from_outside_are_shown_and_nothing_more(briefing: Briefing, tmp_path: Path) -> None:
    export(briefing, tmp_path / "notes")
    article, _ = find(briefing, FORMULA)
    text = frontmatter.load(str(page(tmp_path / "notes", article.id))).content
    html = MarkdownIt("commonmark").render(text)
    assert "<script" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert FORMULA.replace('"', "&quot;").replace("<", "&lt;").replace(">", "&gt;") in html
    assert "<li>" not in html.partition("Text</h2>")[2]  # “- The” is a dash of the text, not a list


def test_exporting_again_changes_nothing(briefing: Briefing, tmp_path: Path) -> None:
    export(briefing, tmp_path / "notes")
    before = {each: (each.read_bytes(), each.stat().st_mtime_ns) for each in pages(tmp_path / "notes")}
    export(briefing, tmp_path / "notes")
    assert {
        each: (each.read_bytes(), each.stat().st_mtime_ns) for each in pages(tmp_path / "notes")
    } == before


def test_exporting_again_updates_and_keeps_what_was_added(briefing: Briefing, tmp_path: Path) -> None:
    root = tmp_path / "notes"
    export(briefing, root)
    article, quote = find(briefing, PLAIN)
    path = page(root, article.id)
    text = path.read_text(encoding="utf-8")
    text = text.replace("type: article\n", "type: article\nrating: 5\n")
    text = text.replace("tags:\n", "tags:\n", 1).replace("## Quotes\n", "My own paragraph.\n\n## Quotes\n")
    text = text.replace(f"^{quote.id}\n", f"^{quote.id}\n\nShe said this before.\n") + "\nA last word.\n"
    path.write_text(text, encoding="utf-8")
    moved = root / "mine" / "Lock, renamed.md"
    moved.parent.mkdir()
    path.rename(moved)

    briefing.do(WriteNote(target_of(quote), "A second note."))
    briefing.do(EditField(target_of(article), "outlet", "The Messenger"))
    briefing.do(AddTags([target_of(article)], ["fresh"]))
    export(briefing, root)

    assert page(root, article.id) == moved
    read = frontmatter.load(str(moved))
    assert (read["rating"], read["outlet"], read["tags"]) == (5, "The Messenger", ["fresh"])
    for words in (
        "My own paragraph.",
        "She said this before.",
        "A last word.",
        "A second note.",
        "Messenger",
    ):
        assert read.content.count(words) == 1
    assert "· The Courier" not in read.content
    speaker = page(root, briefing.speakers()[quote.speakers[0]].id)
    assert "[[Lock, renamed#^" in speaker.read_text(encoding="utf-8")


def test_remarks_and_spelling_of_front_matter_stay_as_they_are(briefing: Briefing, tmp_path: Path) -> None:
    root = tmp_path / "notes"
    export(briefing, root)
    article, _ = find(briefing, PLAIN)
    path = page(root, article.id)
    text = path.read_text(encoding="utf-8").replace(
        "---\n", "---\n# mine: ours\n\"rating\": 'five' # of ten\n", 1
    )
    path.write_text(text, encoding="utf-8")
    briefing.do(EditField(target_of(article), "outlet", "The Messenger"))
    briefing.do(AddTags([target_of(article)], ["fresh"]))
    export(briefing, root)
    now = path.read_text(encoding="utf-8")
    assert now.startswith("---\n# mine: ours\n\"rating\": 'five' # of ten\nid: ")
    read = frontmatter.load(str(path))
    assert (read["outlet"], read["tags"], read["rating"]) == ("The Messenger", ["fresh"], "five")
    assert now.count("outlet:") == 1


def test_pages_of_what_is_gone_say_so_and_keep_what_was_added(briefing: Briefing, tmp_path: Path) -> None:
    root = tmp_path / "notes"
    export(briefing, root)
    article, _ = find(briefing, PLAIN)
    path = page(root, article.id)
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("## Quotes\n", "Mine, above.\n\n## Quotes\n") + "\nMine, below.\n", encoding="utf-8"
    )
    export(Briefing.open(tmp_path / "other", create=True, title="Another one"), root)  # in the same vault
    assert "Mine, above." in path.read_text(encoding="utf-8") and PLAIN in path.read_text(encoding="utf-8")

    briefing.do(DeleteArticle(target_of(article)))
    export(briefing, root)
    now = frontmatter.load(str(path))
    assert (now["id"], now["gone"], now["title"]) == (article.id, True, "The lock opens")
    assert "[!warning] no longer in the briefing" in now.content
    assert PLAIN not in now.content
    assert now.content.count("Mine, above.") == now.content.count("Mine, below.") == 1
    briefing.undo()
    export(briefing, root)
    back = frontmatter.load(str(path))
    assert "gone" not in back.metadata
    assert PLAIN in back.content
    assert back.content.count("Mine, above.") == back.content.count("Mine, below.") == 1


def test_what_was_written_beside_a_quote_outlives_it(briefing: Briefing, tmp_path: Path) -> None:
    root = tmp_path / "notes"
    export(briefing, root)
    article, quote = find(briefing, PLAIN)
    path = page(root, article.id)
    text = path.read_text(encoding="utf-8").replace(
        f"> “{PLAIN}”\n", f"> “{PLAIN}”\n> (sic, says the desk)\n"
    )
    path.write_text(
        text.replace(f"^{quote.id}\n", f"^{quote.id}\n\nShe said this before.\n"), encoding="utf-8"
    )
    briefing.do(DiscardQuote(target_of(quote)))
    briefing.do(EditField(target_of(article), "headline", "Another headline altogether"))
    export(briefing, root)
    now = path.read_text(encoding="utf-8")
    assert f"^{quote.id}" not in now
    assert now.count("(sic, says the desk)") == now.count("She said this before.") == 1
    assert now.count("# Another headline altogether") == 1


def test_links_of_quotes_lead_to_the_other_quote(tmp_path: Path) -> None:
    hard = nasty.build(tmp_path / "store")
    export(hard, tmp_path / "notes")
    texts = {each.stem: each.read_text(encoding="utf-8") for each in pages(tmp_path / "notes")}
    for each in texts.values():
        frontmatter.loads(each)
    links = [link for text in texts.values() for link in re.findall(r"(?<!\\)\[\[([^\]|\n]+)", text)]
    own = [link for link in links if link != "Link"]  # of the note's own
    assert len(own) > 30
    for link in own:
        name, _, block = link.partition("#")
        assert not block or f"\n{block}\n" in texts[name]
    assert len([text for text in texts.values() if re.search(r"contradicts \[\[.+#\^", text)]) == 2
    export(hard, tmp_path / "one.md")
    one = frontmatter.load(str(tmp_path / "one.md")).content
    for block in re.findall(r"\[\[#(\^[\w-]+)", one):
        assert f"\n{block}\n" in one
    assert "### Łukasz Żółć\n\nharbour master \\<b\\>" in one
    with pytest.raises(ExportError, match="another briefing"):
        export(Briefing.open(tmp_path / "other", create=True, title="Another one"), tmp_path / "one.md")
    hard.close()


def test_a_tag_of_the_users_own_stays_and_one_taken_off_goes(briefing: Briefing, tmp_path: Path) -> None:
    root = tmp_path / "notes"
    export(briefing, root)
    article, _ = find(briefing, PLAIN)
    event = briefing.annotated(article.event).event
    path = page(root, event.id)
    path.write_text(
        path.read_text(encoding="utf-8").replace("- topic/lock\n", "- topic/lock\n- mine\n"), encoding="utf-8"
    )
    briefing.do(RemoveTags([target_of(event)], ["topic/lock"]))
    briefing.do(AddTags([target_of(event)], ["new"]))
    export(briefing, root)
    assert frontmatter.load(str(path))["tags"] == ["mine", "new"]


def test_notes_that_lost_their_memory_lose_no_line(briefing: Briefing, tmp_path: Path) -> None:
    import shutil

    root = tmp_path / "notes"
    export(briefing, root)
    article, _ = find(briefing, PLAIN)
    path = page(root, article.id)
    path.write_text(path.read_text(encoding="utf-8") + "\nMine.\n", encoding="utf-8")
    shutil.rmtree(root / ".briefing-tui")
    briefing.do(EditField(target_of(article), "headline", "Another headline"))
    export(briefing, root)
    text = path.read_text(encoding="utf-8")
    assert "Mine." in text
    assert "Another headline" in text


def test_one_file_is_brought_up_to_date_as_well(briefing: Briefing, tmp_path: Path) -> None:
    path = tmp_path / "briefing.md"
    export(briefing, path)
    path.write_text(path.read_text(encoding="utf-8") + "\nMine.\n", encoding="utf-8")
    briefing.do(WriteNote(target_of(find(briefing, FORMULA)[1]), "Odd."))
    export(briefing, path)
    read = frontmatter.load(str(path))
    assert read["title"] == "Locks & <boats>"
    assert "Mine." in read.content
    assert "> Odd." in read.content


def test_a_strangers_file_is_left_alone(briefing: Briefing, tmp_path: Path) -> None:
    diary = tmp_path / "diary.md"
    diary.write_text("# My diary\n", encoding="utf-8")
    with pytest.raises(ExportError, match="no export"):
        export(briefing, diary)
    (tmp_path / "vault").mkdir()
    (tmp_path / "vault" / "Mara Quay.md").write_text("My own page about her.\n", encoding="utf-8")
    export(briefing, tmp_path / "vault")
    assert (tmp_path / "vault" / "Mara Quay.md").read_text(encoding="utf-8") == "My own page about her.\n"
    assert diary.read_text(encoding="utf-8") == "# My diary\n"


LINES = st.lists(st.sampled_from(["a", "b", "c", "d", "", "> q"]), max_size=8)


@given(LINES, LINES, st.data())
def test_a_line_somebody_added_is_never_lost(old: list[str], new: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(old)))
    theirs = [*old[:at], "MINE", *old[at:]]
    text = merged(*("".join(f"{line}\n" for line in lines) for lines in (old, theirs, new)))
    assert text.count("MINE") == 1
    rest = iter(text.splitlines())
    assert all(line in rest for line in new if line)  # all that is exported stands there, in order
    if len({*old}) == len(old) and len({*new}) == len(new):  # lines told apart: nothing is there twice
        assert sorted(text.split()) == sorted(" ".join([*new, "MINE"]).split())


def test_a_line_added_among_like_ones_costs_none_of_them() -> None:
    old, theirs, new = ("".join(f"{line}\n" for line in lines) for lines in ("bbababa", "bba+baba", "aababa"))
    assert merged(old, theirs, new) == "a\na\n+\nb\na\nb\na\n"


@given(LINES, LINES)
def test_what_nobody_touched_is_as_it_is_exported(old: list[str], new: list[str]) -> None:
    before, after = ("".join(f"{line}\n" for line in lines) for lines in (old, new))
    assert merged(before, before, after) == after

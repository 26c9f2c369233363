"""Chats that a messenger exported as text, and messages of channels: who wrote what, on which day."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.reading.test_file_kinds import articles, found, refused
from tests.support.files import TEXTS
from tui.reading.formats.feeds import read_feed
from tui.reading.read import read
from tui.reading.sources import Failure, Source

SAID = [
    ("Nora Lind", "Good morning, the board meets at ten."),
    ("Per Holm", "Who speaks for the works?"),
    ("Nora Lind", "Ida Holt does. She is there at nine."),
]
TURNS = "\n\n".join(f"{who}: {what}" for who, what in SAID)
NOTICE = "Messages and calls are end-to-end encrypted. No one outside of this chat can read them."
FORMS = {
    "iOS": ("[14/08/2023, 09:1{}:33] {}: {}", f"[14/08/2023, 09:12:30] Harbour desk: \u200e{NOTICE}", "Harbour desk"),
    "Android, month first": ("8/14/23, 9:1{}\u202fAM - {}: {}", f"8/14/23, 9:12\u202fAM - {NOTICE}", ""),
    "German": ("14.08.23, 09:1{} - {}: {}", "14.08.23, 09:12 - Nora Lind hat die Gruppe „Hafen“ erstellt", ""),
    "ISO": ("[2023-08-14 09:1{}] {}: {}", "[2023-08-14 09:12] Per Holm: <Media omitted>", ""),
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_a_day_of_a_chat_is_an_article_and_each_message_a_turn(tmp_path: Path, form: str) -> None:
    line, first, name = FORMS[form]
    lines = [line.format(minute, *said) for minute, said in enumerate(SAID, 3)]
    (reading, *left) = found(tmp_path / "chat.txt", "\n".join([first, *lines]))
    assert isinstance(reading, Source)
    told = read(reading, spans="all")
    assert (told.text, told.published, told.outlet) == (TURNS, "2023-08-14", name)
    assert {(quote.speaker_text, quote.text) for quote in told.quotes} == set(SAID)
    assert [each.reason for each in left if isinstance(each, Failure)] == (
        ["1 message without words (pictures, recordings, signs)"] if form == "ISO" else []
    )


def test_a_message_of_signs_alone_is_counted_and_no_article(tmp_path: Path) -> None:
    said = ("👍👍", "The board meets at ten.", "😂")
    chat = "\n".join(f"14.08.23, 09:1{minute} - Per Holm: {words}" for minute, words in enumerate(said))
    reading, left = found(tmp_path / "chat.txt", chat)
    assert isinstance(reading, Source) and isinstance(left, Failure)
    assert read(reading).text == "Per Holm: The board meets at ten."
    assert left.left_out and "2 messages without words" in left.reason


def test_a_message_of_several_lines_is_one_and_days_of_a_chat_are_apart(tmp_path: Path) -> None:
    chat = (
        "14.08.23, 09:13 - Nora Lind: The board meets at ten.\nBring the plans.\n14.08.23, 09:14 - Per Holm: I will.\n"
        "15.08.23, 08:00 - Per Holm: They are on the table."
    )
    first, second = articles(tmp_path / "chat.txt", chat)
    assert first.text.startswith("Nora Lind: The board meets at ten. Bring the plans.")
    assert (first.published, second.published) == ("2023-08-14", "2023-08-15")


def test_a_day_that_can_be_read_two_ways_is_none_until_other_days_tell(tmp_path: Path) -> None:
    lines = [
        f"8/{day}/23, 9:13 AM - {'Per Holm' if day % 2 else 'Nora Lind'}: I come at ten."
        for day in (1, 3, 4, 6)
    ]
    assert [each.published for each in articles(tmp_path / "a.txt", "\n".join([lines[0]] * 3))] == [""]
    days = [each.published for each in articles(tmp_path / "b.txt", "\n".join(lines))]
    assert days == ["2023-08-01", "2023-08-03", "2023-08-04", "2023-08-06"]


def test_a_chat_of_pictures_is_refused_by_what_it_is(tmp_path: Path) -> None:
    chat = "\n".join(f"14.08.23, 09:1{n} - Per Holm: <Medien ausgeschlossen>" for n in range(4))
    assert refused(tmp_path / "chat.txt", chat) == "is a chat without words"


def test_the_first_line_of_a_post_is_its_headline_where_it_is_one(tmp_path: Path) -> None:
    text = next(iter(TEXTS.values())).replace("\n\n", " ")
    posts: list[tuple[object, str]] = [
        (f"⚡️ Ferry sails again\n{text}", "Ferry sails again"),
        ([{"type": "bold", "text": "Does the ferry sail?"}, f"\n\n{text}"], "Does the ferry sail?"),
        (f"Good morning to all of you!\n{text}", ""),
        (f"Today at noon:\n{text}", ""),
        (text, ""),
    ]
    rows = [
        {"id": n, "type": "message", "date": "2024-03-08T08:00:00", "from": "County", "text": said}
        for n, (said, _) in enumerate(posts)
    ]
    export = json.dumps({"name": "County", "type": "public_channel", "id": 5, "messages": rows})
    readings = articles(tmp_path / "result.json", export)
    assert [each.headline for each in readings] == [title for _, title in posts]
    assert all(each.text.endswith(text) for each in readings) and readings[0].text == text


def test_documents_of_newsbank_have_outlet_day_and_author(tmp_path: Path) -> None:
    document = (
        "{}\nAugust {}, 2023 | Merle Herald, The (Arn)\nAuthor: Nora Lind, Staff Writer | Section: Local | 412 Words\n"
        "Page: A3\nOpenURL Link\n\n{}\n\n• Record Number: 192A3B4C5D6E7F8{}\n• Copyright (c) 2023\n\n"
    )
    texts = list(TEXTS.items())
    raw = "".join(document.format(title, 14 + n, text, n) for n, (title, text) in enumerate(texts))
    readings = articles(tmp_path / "a.txt", f"Access World News\n\n{raw}")
    for n, ((title, text), reading) in enumerate(zip(texts, readings, strict=True)):
        assert (reading.headline, reading.text, reading.published) == (title, text, f"2023-08-{14 + n}")
        assert (reading.outlet, reading.author) == ("The Merle Herald", "Nora Lind")


def test_a_transcript_that_names_who_speaks_from_when_on_is_their_turns(tmp_path: Path) -> None:
    turns = "\n\n".join(f"{who}  00:{minute}3\n{what}" for minute, (who, what) in enumerate(SAID))
    head = "Board of the harbour\nMon, Aug 14, 2023 9:12AM • 32:10\nSPEAKERS\nNora Lind, Per Holm"
    (reading,) = articles(tmp_path / "otter.txt", f"{head}\n\n{turns}\n\nTranscribed by https://otter.ai\n")
    assert (reading.text, reading.headline, reading.published) == (
        TURNS,
        "Board of the harbour",
        "2023-08-14",
    )


def test_a_note_of_google_keep_is_an_article(tmp_path: Path) -> None:
    title, text = next(iter(TEXTS.items()))
    note = {
        "color": "DEFAULT",
        "textContent": text,
        "title": title,
        "userEditedTimestampUsec": 1692004320000000,
    }
    (reading,) = articles(tmp_path / "note.json", json.dumps(note))
    assert (reading.headline, reading.text, reading.published) == (title, text, "2023-08-14")


def test_an_archive_of_twitter_is_refused_by_name(tmp_path: Path) -> None:
    assert "Twitter" in refused(tmp_path / "tweets.js", 'window.YTD.tweets.part0 = [ { "tweet" : { } } ]')


def test_of_an_export_of_wordpress_only_what_was_published_is_an_article() -> None:
    item = "<item><title>{0}</title><link>https://blog.example/{0}</link>{1}</item>"
    kinds = [
        ("post", "publish"),
        ("page", "publish"),
        ("post", "draft"),
        ("attachment", "inherit"),
        ("nav_menu_item", "publish"),
    ]
    items = "".join(
        item.format(f"n{n}", f"<wp:status>{state}</wp:status><wp:post_type>{kind}</wp:post_type>")
        for n, (kind, state) in enumerate(kinds)
    )
    names = 'xmlns:wp="http://wordpress.org/export/1.2/"'
    feed = f"<rss version='2.0' {names}><channel><title>Blog</title>{items}</channel></rss>"
    assert [entry.title for entry in read_feed(feed.encode()).entries] == ["n0", "n1"]


def test_a_log_is_no_chat(tmp_path: Path) -> None:
    log = "\n".join(
        f"[2024-03-08 09:1{n}:00] app.ERROR: The gate of lock {n} does not answer." for n in range(6)
    )
    assert refused(tmp_path / "app.txt", log) == "is the log of a program, not a page"

"""A mail that passes another on, in whatever way, is read as the other: its sender, its day, its words and no more."""

from __future__ import annotations

import re
import textwrap
from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.support.documents import PARAGRAPHS
from tui.reading.containers import iter_sources
from tui.reading.read import read
from tui.reading.result import ParsedArticle
from tui.reading.sources import Failure, Source

TEXT = "\n\n".join(PARAGRAPHS)
TITLE = "Ferry to Tessel stays in harbour"
HTML = "".join(f"<p>{part}</p>" for part in PARAGRAPHS)
QUOTED = "\n".join(
    f"> {line}".rstrip() for part in PARAGRAPHS for line in [*textwrap.wrap(part, 68), ""]
)  # fmt: skip
OUTLOOK = (
    "For the file.\n\nJo\n\n________________________________\nFrom: Arn Courier <news@courier.example>\n"
    f"Sent: Tuesday, March 5, 2024 8:30 AM\nTo: Jo Lind\nCc: Nora\nSubject: {TITLE}\n\n{TEXT}\n"
)
GERMAN = (
    "Zur Kenntnis\n\nVon: Arn Courier <news@courier.example>\nGesendet: Dienstag, 5. März 2024 08:30\n"
    f"An: Jo Lind\nBetreff: {TITLE}\n\n{TEXT}\n"
)
GMAIL = (
    "see below\n\n---------- Forwarded message ---------\nFrom: Arn Courier <news@courier.example>\n"
    f"Date: Tue, 5 Mar 2024 at 08:30\nSubject: {TITLE}\nTo: <jo@example.org>\n\n\n{TEXT}\n"
)
SPANISH = (
    "<html><body><div>Para el archivo.</div><hr><p><b>De:</b> Arn Courier &lt;news@courier.example&gt;<br>"
    "<b>Enviado el:</b> martes, 5 de marzo de 2024 8:30<br><b>Para:</b> jo@example.org<br>"
    f"<b>Asunto:</b> {TITLE}</p>{HTML}</body></html>"
)


def mail(
    subject: str, text: str = "", html: str = "", sender: str = "Jo Lind <jo@example.org>"
) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["Subject"] = sender, subject
    message["Date"] = "Fri, 08 Mar 2024 10:00:00 +0100"
    message.set_content(html or text, subtype="html" if html else "plain")
    return message


def articles(path: Path, raw: bytes) -> list[ParsedArticle]:
    path.write_bytes(raw)
    sources = list(iter_sources(path))
    assert all(isinstance(each, Source) for each in sources), sources
    return [read(each) for each in sources if isinstance(each, Source)]


@pytest.mark.parametrize("ends", [b"\n", b"\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize(
    ("subject", "text", "html"),
    [
        (f"FW: {TITLE}", OUTLOOK, ""),
        (f"WG: {TITLE}", GERMAN, ""),
        ("Fwd: worth a read", GMAIL, ""),
        (f"RV: {TITLE}", "", SPANISH),
        (f"Re: {TITLE}", f"Thanks!\n\nOn Tue, 5 Mar 2024 at 08:30, Arn Courier <a@b.example> wrote:\n\n{QUOTED}", ""),
        (f"RE: {TITLE}", f"Gracias\n\nEl mar, 5 mar 2024 a las 8:30, Arn Courier (<a@b.example>) escribió:\n\n{QUOTED}", ""),
        (f"AW: {TITLE}", f"Danke.\n\nAm 05.03.24 um 08:30 schrieb Arn Courier:\n{QUOTED}", ""),
        (f"Re: {TITLE}", f"Le mar. 5 mars 2024 à 08:30, Arn Courier <news@courier.example>\na écrit :\n\n{QUOTED}", ""),
    ],
    ids=["Outlook", "Outlook in German", "Gmail", "HTML", "quoted", "in brackets", "quoted in German", "broken line"],
)  # fmt: skip
def test_a_mail_passed_on_is_its_senders(
    tmp_path: Path, subject: str, text: str, html: str, ends: bytes
) -> None:
    raw = mail(subject, text, html).as_bytes().replace(b"\n", ends)
    (found,) = articles(tmp_path / "one.eml", raw)
    assert (found.headline, found.outlet, found.published) == (TITLE, "Arn Courier", "2024-03-05")
    assert found.text == TEXT


@pytest.mark.parametrize(
    ("body", "own"), [(OUTLOOK, "For the file.\n\nJo"), (GERMAN, "Zur Kenntnis"), (GMAIL, "see below")]
)
@pytest.mark.parametrize("said", ["The number of ribs is wrong: ask Nora before noon.", "FYI", ""])
def test_what_is_written_above_a_mail_passed_on_is_a_note_on_it(
    tmp_path: Path, body: str, own: str, said: str
) -> None:
    raw = mail(f"FW: {TITLE}", body.replace(own, said, 1)).as_bytes()
    (found,) = articles(tmp_path / "one.eml", raw)
    assert found.text == TEXT
    assert found.remarks.notes == ((f"Jo Lind, who passed it on: {said}",) if "ribs" in said else ())


def test_what_is_written_above_an_attached_mail_is_a_note_on_it(tmp_path: Path) -> None:
    cover = mail("Fwd: ferry", "The number of ribs is wrong.")
    cover.add_attachment(mail(TITLE, TEXT, sender="Arn Courier <news@x.example>"))
    (found,) = articles(tmp_path / "one.eml", cover.as_bytes())
    assert (found.outlet, found.text) == ("Arn Courier", TEXT)
    assert found.remarks.notes == ("Jo Lind, who passed it on: The number of ribs is wrong.",)


def test_a_reply_with_words_of_its_own_stays_its_writers(tmp_path: Path) -> None:
    raw = mail("Re: ferry", f"{TEXT}\n\nOn Tue, 5 Mar 2024, Bob wrote:\n> any news?\n").as_bytes()
    (found,) = articles(tmp_path / "own.eml", raw)
    assert found.outlet == "Jo Lind"
    assert all(part in found.text for part in PARAGRAPHS)


def test_an_answer_to_a_long_question_is_its_writers(tmp_path: Path) -> None:
    asked = f"On Tue, 5 Mar 2024 at 08:30, Bob <bob@example.org> wrote:\n\n{QUOTED}"
    (found,) = articles(tmp_path / "a.eml", mail("Re: ferry", f"We have no comment.\n\n{asked}").as_bytes())
    assert found.outlet == "Jo Lind"
    assert "We have no comment." in found.text


def test_what_a_mail_answers_is_told_and_not_read_as_its_writers(tmp_path: Path) -> None:
    wrote = "On Tue, 5 Mar 2024 at 08:30, Bob Orr <bob@example.org> wrote:"
    asked = f"{wrote}\n\n> Is the ferry safe?\n> And who says so?\n\n{PARAGRAPHS[0]}\n\n> Who pays?\n\n{PARAGRAPHS[1]}\n"
    plain, marked = mail("Re: ferry", f"Dear Bob,\n\n{asked}"), mail("Re: ferry")
    html = f"<p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p><div class='gmail_quote'><p>Who pays? {PARAGRAPHS[2]}</p></div>"
    marked.set_content(html, subtype="html")
    for message, who in ((plain, "Bob Orr"), (marked, "somebody")):
        (found,) = articles(tmp_path / "a.eml", message.as_bytes())
        assert PARAGRAPHS[0] in found.text and PARAGRAPHS[1] in found.text
        assert "Who pays?" not in found.text
        assert [each.split(" (")[0] for each in found.unread] == [f"what {who} wrote, which it answers"]


def test_an_article_that_says_who_wrote_what_is_no_reply(tmp_path: Path) -> None:
    text = f"{PARAGRAPHS[0]}\n\nOn Tuesday, the minister wrote:\n\n" + "\n\n".join(PARAGRAPHS[1:])
    (found,) = articles(tmp_path / "a.eml", mail(TITLE, text).as_bytes())
    assert all(part in found.text for part in PARAGRAPHS)


def test_mails_attached_to_one_in_a_mailbox_are_an_article_each(tmp_path: Path) -> None:
    cover = mail("Fwd: two for you", "two for you")
    for outlet in ("Arn Courier", "Tessel Post"):
        cover.add_attachment(mail(f"{TITLE}, says {outlet}", TEXT, sender=f"{outlet} <news@x.example>"))
    box = b"From jo@example.org Fri Mar  8 10:00:00 2024\n" + cover.as_bytes()
    both = articles(tmp_path / "a.mbox", box)
    assert [(each.outlet, each.text) for each in both] == [("Arn Courier", TEXT), ("Tessel Post", TEXT)]
    assert {each.remarks.notes for each in both} == {("Jo Lind, who passed it on: two for you",)}


def test_a_newsletter_is_called_by_its_subject_where_its_own_name_stands_above_it(tmp_path: Path) -> None:
    page = f"<html><body><h1>Arn Courier</h1><h2>{TITLE}</h2>{HTML}</body></html>"
    raw = mail(
        "Arn Courier: ferry, budget, storm", html=page, sender="Arn Courier <a@courier.example>"
    ).as_bytes()
    (found,) = articles(tmp_path / "letter.eml", raw)
    assert (found.headline, found.outlet) == ("Arn Courier: ferry, budget, storm", "Arn Courier")


def test_what_stands_below_a_newsletter_of_its_sending_is_left_out(tmp_path: Path) -> None:
    foot = (
        "<tr><td><p>You receive this because you signed up.</p><p>Arn Media, 4 Quay Street</p>"
        "<a href=x>Unsubscribe</a></td></tr>"
    )
    table = "".join(f"<tr><td>{part}</td></tr>" for part in PARAGRAPHS)
    html = f"<html><body><table><tr><td><h1>{TITLE}</h1></td></tr>{table}{foot}</table></body></html>"
    (found,) = articles(tmp_path / "letter.eml", mail(TITLE, html=html).as_bytes())
    assert found.text == TEXT


def test_a_newsletter_of_several_stories_is_an_article_each(tmp_path: Path) -> None:
    titles = ["Ferry stays in harbour", "Teachers walk out in Karlby", "Lake Tamm freezes over"]
    stories = [
        f"<h2><a href='https://arn.example/{n}'>{title}</a></h2><p>{title}, the town said on Monday. {PARAGRAPHS[n]}</p>"
        f"<p>{PARAGRAPHS[n - 1]}</p>"
        for n, title in enumerate(titles)
    ]
    foot = "<p>You receive this mail because you asked for it. Unsubscribe</p>"
    linked = mail("Your Tuesday", html=f"<h1>Arn Morning</h1><p>Good morning.</p>{''.join(stories)}{foot}")
    linked["List-Unsubscribe"] = "<https://arn.example/out>"
    (tmp_path / "news.eml").write_bytes(linked.as_bytes())
    *sources, left = iter_sources(tmp_path / "news.eml")
    found = [read(each) for each in sources if isinstance(each, Source)]
    assert [(each.headline, each.outlet, each.published) for each in found] == [
        (title, "Jo Lind", "2024-03-08") for title in titles
    ]
    assert not any("Unsubscribe" in each.text for each in found)
    assert isinstance(left, Failure) and left.left_out and "words above its stories" in left.reason
    (tmp_path / "news.mbox").write_bytes(b"From arn Tue Mar  5 08:30:00 2024\n" + linked.as_bytes())
    assert len(list(iter_sources(tmp_path / "news.mbox"))) == len(titles) + 1
    essay = mail("An essay", html=re.sub("</?a[^>]*>", "", f"{''.join(stories)}{foot}"))
    essay["List-Unsubscribe"] = "<https://arn.example/out>"
    assert len(articles(tmp_path / "essay.eml", essay.as_bytes())) == 1

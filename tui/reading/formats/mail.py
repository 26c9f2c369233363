"""Saved mails (.eml) and web archives (.mhtml) become articles: the part that is read, and what the head says."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from email import policy
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from tui.core.model import STATED
from tui.core.text import clean, one_line
from tui.reading.encoding import BadSourceError, decode, decoded_as
from tui.reading.formats.mail_text import unflowed, unquoted
from tui.reading.result import ParsedArticle, Remarks, whole_text

_FORWARDED = re.compile(r"^\s*(?:(?:re|aw|wg|fwd?|tr|sv|rv|vs|i)\s*:\s*)+", re.IGNORECASE)
_PASSED_ON = re.compile(r"^\s*(?:wg|fwd?|tr|rv|i|vs|doorst|пересл\w*)\s*:", re.IGNORECASE)
_FOOT = re.compile(
    r"\bunsubscribe\b|you(?:’re|'re| are)? (?:receive|receiving|received) (?:this|our)|view (?:this|it|in) .{0,20}browser"
    r"|sie erhalten diese (?:e-?mail|nachricht)|\babbestellen\b|newsletter abmelden|vous recevez ce(?:t|tte)?\b"
    r"|se désabonner|se désinscrire"
    r"|recibe este (?:correo|boletín)|darse de baja|отписаться|вы получили это письмо",
    re.IGNORECASE,
)
_FOOT_LINES = 5  # paragraphs at the end among which it begins
_PARTS = 1000
_NOTE = 300  # characters of a note above an attached mail from which on it is more than that
_HEAD = 4000  # characters of a line of the head that are read: the library takes the square of a longer one
_NOTHING = "is a mail without text; save its attachment and import that"


@dataclass(frozen=True, slots=True)
class Mail:
    """A message: its text, plain or HTML, and what its head says, "" for what it does not.

    `sent` is an EDTF date, and "" for a web archive, whose date is when somebody saved the page. `passed_on` where its
    subject says that it is another's. `note` is what was written to go with it by whoever passed it on, `answered` what
    is told of a mail that it quotes and answers, which is left out.
    """

    text: str
    html: str = ""
    subject: str = ""
    sender: str = ""
    sent: str = ""
    url: str = ""
    passed_on: bool = False
    note: str = ""
    answered: str = ""


class _ShortHeads(policy.EmailPolicy):
    """Reads the head of a message as far as anybody would."""

    def header_fetch_parse(self, name: str, value: str) -> Any:
        """Return a line of the head; of a longer one its first `_HEAD` characters, a subject with a mark that it goes on."""
        if len(value) > _HEAD:
            value = value[:_HEAD] + (" …" if name.lower() == "subject" else "")
        return _head_line(name, value)


@lru_cache(maxsize=512)
def _head_line(name: str, value: str) -> Any:
    """Return a line of a head, parsed: the library does it anew each time it is asked what a part of a message is."""
    return policy.default.header_fetch_parse(name, value)


def message_of(raw: bytes) -> EmailMessage:
    """Return the message that `raw` is."""
    message = BytesParser(policy=_ShortHeads()).parsebytes(raw)
    assert isinstance(message, EmailMessage)
    return message


def attached(message: EmailMessage) -> list[EmailMessage]:
    """Return the messages that are attached to one, but for those attached to these."""
    if not message.is_multipart():
        return []
    found: list[EmailMessage] = []
    for part in message.iter_parts():
        if part.get_content_type() == "message/rfc822":
            within = part.get_payload()
            found += (
                [each for each in within if isinstance(each, EmailMessage)]
                if isinstance(within, list)
                else []
            )
        elif part.is_multipart() and isinstance(part, EmailMessage):
            found += attached(part)
    return found


def plain_text(message: EmailMessage) -> str:
    """Return what a message says in its plain part, "" where it has none."""
    return _text(_part(message, "plain")).strip()


def parse(raw: bytes) -> Mail:
    """Return what a message holds; one that passes one other on is that other. Raises `BadSourceError`."""
    cover = None
    try:
        message = message_of(raw)
        within = attached(message)
        if len(within) == 1 and len(plain_text(message)) < _NOTE:
            message, cover = within[0], message
        mail = _mail(message)
    except BadSourceError:
        raise
    except (MessageError, ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        # The library trips over some heads that are none.
        raise BadSourceError("cannot be read as a mail; save its text and import that") from error
    from tui.reading.formats.mail_forwards import (
        answers,
        covering,
        forwarded,
        forwarded_bare,
        passes_on,
        quoted,
    )

    if cover is not None:
        mail = replace(mail, note=covering(plain_text(cover), _sender(cover)))
    text = mail.text
    if not passes_on(text) and (passes_on(mail.html) or (mail.passed_on and not text.strip())):
        from tui.reading.formats.block_text import text_of_html

        text = text_of_html(mail.html)
    bare = forwarded_bare(text) if mail.passed_on else None
    passed_on = forwarded(text) or bare or quoted(text)
    if passed_on is None:
        # What it answers is another's, and not read as the words of its sender.
        own, answered = answers(mail.text, mail.html)
        if not mail.text.strip():
            return replace(mail, html=own or mail.html, answered=answered)
        return replace(
            mail, text=own or unquoted(mail.text), html="" if own else mail.html, answered=answered
        )
    return replace(
        mail,
        text=passed_on.text,
        html="",
        subject=_FORWARDED.sub("", passed_on.subject) or mail.subject,
        sender=passed_on.sender,
        sent=passed_on.sent,
        note=covering(passed_on.above, mail.sender) or mail.note,
    )


def _mail(message: EmailMessage) -> Mail:
    html, plain = _part(message, "html"), _part(message, "plain")
    if html is None and plain is None:
        raise BadSourceError(_NOTHING)
    address = _address(message, html)
    archive = bool(address) or "saved by" in _head(message, "From").lower()
    return Mail(
        text=_text(plain),
        html=_text(html),
        subject=_FORWARDED.sub("", _head(message, "Subject")),
        sender="" if archive else _sender(message),
        sent="" if archive else _day(message),
        url=address,
        passed_on=bool(_PASSED_ON.match(_head(message, "Subject"))),
    )


def _sender(message: EmailMessage) -> str:
    return parseaddr(_head(message, "From"))[0].strip(" '\"")


def read_mail(raw: bytes) -> ParsedArticle:
    """Return the article in a message. Raises `BadSourceError` where there is none."""
    mail = parse(raw)
    reading = _reading(mail)
    if mail.note:
        reading = replace(reading, remarks=Remarks(notes=(clean(mail.note),)))
    if mail.answered:
        reading = replace(reading, unread=(clean(mail.answered),))
    basis = dict(reading.basis)
    # The name of a newsletter at its top says no more than its sender does.
    named = not mail.html or reading.headline.casefold() == mail.sender.casefold()
    fields: dict[str, str] = {}
    for name, value, how in (
        ("headline", mail.subject, STATED),
        ("outlet", mail.sender, "inferred from the sender"),
        ("published", mail.sent, "inferred from the day the mail was sent"),
        ("url", mail.url, STATED),
    ):
        # A subject is the headline as its sender put it; all else the page itself knows better.
        if value and (not getattr(reading, name) or (name == "headline" and named)):
            fields[name] = value
            basis[name] = how
    if "published" in fields:
        from tui.reading.dates.event_date import event_date

        day, how = event_date(reading.text, mail.sent)
        fields["event_date"], basis["event_date"] = day, how
    return replace(reading, **fields, basis={name: how for name, how in basis.items() if how})  # type: ignore[arg-type]


def text_of(raw: bytes) -> str:
    """Return the part of a message that is read, clean: its lines are what a reading of it counts."""
    mail = parse(raw)
    return clean(_page(mail) or mail.html)


def _page(mail: Mail) -> str:
    """Return the plain part as a page with its headline, which else would be looked for in its first lines."""
    return f"{mail.subject}\n\n{mail.text}" if mail.subject and mail.text.strip() else mail.text


def _reading(mail: Mail) -> ParsedArticle:
    refused: BadSourceError | None = None
    if mail.html:
        from tui.reading.formats.html import read_html

        try:
            reading = read_html(mail.html, mail.url)
            return replace(reading, text=without_foot(reading.text))
        except BadSourceError as error:
            refused = error
    if not mail.text.strip():
        raise BadSourceError(str(refused) if refused else _NOTHING)
    from tui.reading.page.page import read_page

    reading = read_page(_page(mail))
    if reading.text.strip():
        return reading
    # A short mail looks like furniture; whoever imports it wants it all the same.
    return whole_text(clean(mail.text).strip())


def without_foot(text: str) -> str:
    """Return a text without what its sender says below it of the sending."""
    paragraphs = text.split("\n\n")
    last = max(1, len(paragraphs) - _FOOT_LINES)
    foot = next((n for n in range(last, len(paragraphs)) if _FOOT.search(paragraphs[n])), len(paragraphs))
    return "\n\n".join(paragraphs[:foot])


def _part(message: EmailMessage, kind: str) -> EmailMessage | None:
    try:
        found = message.get_body(preferencelist=(kind,))
    except (KeyError, AttributeError):
        found = None
    if isinstance(found, EmailMessage):
        return found
    for number, part in enumerate(message.walk()):
        if number > _PARTS:
            break
        if part.get_content_type() == f"text/{kind}" and isinstance(part, EmailMessage):
            return part
    return None


def _text(part: EmailMessage | None) -> str:
    if part is None:
        return ""
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes) or not payload.strip():
        return ""
    named = part.get_content_charset()
    text = decoded_as(payload, named) if named else None
    text = (text if text is not None else decode(payload)).replace("\r\n", "\n")
    if part.get_content_subtype() != "plain":
        return text
    if str(part.get_param("format", "")).lower() == "flowed":
        text = unflowed(text, str(part.get_param("delsp", "")).lower() == "yes")
    return text


def _head(part: EmailMessage, name: str) -> str:
    try:
        return one_line(str(part.get(name, "")))
    except (ValueError, LookupError, AttributeError, IndexError, TypeError):
        return ""


def _day(message: EmailMessage) -> str:
    try:
        return parsedate_to_datetime(_head(message, "Date")).date().isoformat()
    except (ValueError, TypeError, OverflowError):
        return ""


def _address(message: EmailMessage, html: EmailMessage | None) -> str:
    heads = [_head(message, "Snapshot-Content-Location")]
    heads += [_head(part, "Content-Location") for part in (html, message) if part is not None]
    for address in heads:
        try:
            if urlsplit(address).scheme in ("http", "https"):
                return address
        except ValueError:
            continue
    return ""

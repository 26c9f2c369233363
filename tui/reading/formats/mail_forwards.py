"""Mails passed on in the text of another: what programs for mail write above them, and whose the words are then."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parseaddr
from itertools import takewhile

from tui.core.text import one_line, pluralize
from tui.reading.dates.stamp_day import stamp_day
from tui.reading.formats.field_day import day_of

_WORDS = (
    r"(?:(?:begin )?forwarded message|original message|message transféré|début du message réexpédié|message d'origine"
    r"|(?:anfang der )?weitergeleiteten? nachricht|ursprüngliche nachricht|mensaje reenviado|mensaje original"
    r"|messaggio inoltrato|messaggio originale|mensagem encaminhada|doorgestuurd bericht|oorspronkelijk bericht)"
)
_MENTION = re.compile(_WORDS, re.I)
_MARK = re.compile(rf"^[ \t>]*(?:-{{3,}}[ \t]*)?{_WORDS}[ \t]*:?[ \t]*(?:-{{3,}})?[ \t]*$", re.I | re.M)
_HEAD = re.compile(r"[ \t>]*\*?(?P<name>[^\W\d][\w -]{1,20}?)\*?[ \t]?:\*?[ \t]*(?P<said>.*)$")
_FIELDS = {
    "from": "sender", "von": "sender", "de": "sender", "da": "sender", "van": "sender",
    "date": "sent", "sent": "sent", "datum": "sent", "gesendet": "sent", "envoyé": "sent", "fecha": "sent",
    "data": "sent", "enviado": "sent", "enviado el": "sent", "envoyé le": "sent", "gesendet am": "sent",
    "отправлено": "sent", "дата": "sent",
    "от": "sender", "тема": "subject", "inviato": "sent", "verzonden": "sent",
    "subject": "subject", "betreff": "subject", "objet": "subject", "asunto": "subject", "oggetto": "subject",
    "assunto": "subject", "onderwerp": "subject",
}  # fmt: skip
_OTHER = frozenset(
    "to cc bcc reply-to importance an kopie antwort à copie répondre para aan a per responder beantwoorden".split()
)
_OPENS = re.compile(r"^[ \t>]*\*?(?:from|von|de|da|van|от)\*?[ \t]?:\*?[ \t]*\S", re.I | re.M)
_NOTE = 80  # characters of a reply that is no more than thanks for what it quotes
_THANKS = re.compile(
    r"\b(?:thanks|thank you|thx|fyi|danke|z\.? ?k\.?|zur kenntnis|merci|pour info|gracias|grazie|спасибо)\b",
    re.I,
)
_WROTE = re.compile(
    r"^[ \t]*(?:On (?P<on>.{6,60}?),? (?P<who>[^,\n]{2,80}?)(?:\s*\(?<[^<>\n]*>\)?)?,?\s+wrote"
    r"|Am (?P<am>.{6,60}?) schrieb (?P<wer>[^,\n]{2,80}?)(?:\s*\(?<[^<>\n]*>\)?)?"
    r"|(?:Le|El|Il) (?P<le>.{6,60}?),? (?P<qui>[^,\n]{2,80}?)(?:\s*\(?<[^<>\n]*>\)?)?\s+(?:a écrit|escribió|ha scritto)"
    r")[ \t\xa0]*:[ \t]*$",
    re.M,
)
_BROKEN = re.compile(
    r"^((?:On|Am|Le|El|Il) [^\n]{10,90})\n"
    r"([^\n>]{0,90}(?:wrote|schrieb[^\n:]*|a écrit|escribió|ha scritto)[ \xa0]?:)[ \t]*$",
    re.M,
)
_PARTED = re.compile(r"\n[ \t]*\n\s*")
_CITED = re.compile(
    r"<(?:div|blockquote)\b[^<>]*(?:class=[\"']?(?:gmail_quote|moz-cite|yahoo_quoted)|type=[\"']?cite|divRplyFwdMsg)",
    re.I,
)
_TAG = re.compile(r"(?s)<style.*?</style>|<[^<>]*>")
_RULE = re.compile(r"^[ \t]*_{5,}[ \t]*$", re.M)  # what Outlook draws above the head
_WITHIN = 24  # lines below the mark that may be its head


@dataclass(frozen=True, slots=True)
class ForwardedMail:
    """A mail in the text of another: its text, and what its head says; `sent` is an EDTF date.

    `above` is what was written above it by whoever passed it on.
    """

    text: str
    above: str = ""
    sender: str = ""
    sent: str = ""
    subject: str = ""


def passes_on(text: str) -> bool:
    """Tell whether a text, or HTML, may pass a mail on."""
    return bool(_MENTION.search(text))


def forwarded(text: str) -> ForwardedMail | None:
    """Return the mail that is passed on last in a text, None where there is none."""
    marks = list(_MARK.finditer(text))
    for mark in reversed(marks):
        lines = text[mark.end() :].lstrip("\n").split("\n")
        fields, below = _head(lines)
        body = "\n".join(_unquoted(lines[below:])).strip()
        if "sender" in fields and body:
            return _mail(fields, body, text[: mark.start()])
    return None


def forwarded_bare(text: str) -> ForwardedMail | None:
    """Return the mail that is passed on as Outlook does it, with nothing above it but its head; None where there is none."""
    for opens in _OPENS.finditer(text):
        lines = text[opens.start() :].split("\n")
        fields, below = _head(lines)
        body = "\n".join(_unquoted(lines[below:])).strip()
        if {"sender", "sent", "subject"} <= fields.keys() and body:
            return _mail(fields, body, text[: opens.start()])
    return None


def quoted(text: str) -> ForwardedMail | None:
    """Return the mail that a reply of no more than thanks quotes, under a line that says whose it is; None for any other."""
    text = _joined(text)
    wrote = _WROTE.search(text)
    if wrote is None:
        return None
    lines = text[wrote.end() :].strip("\n").split("\n")
    theirs = list(takewhile(lambda line: line.startswith(">") or not line.strip(), lines))
    own = (text[: wrote.start()] + "\n".join(lines[len(theirs) :])).strip()
    # An answer is its writer's, however short.
    thanks = not own or (len(own) <= _NOTE and _THANKS.search(own))
    if not thanks or not any(line.strip("> ") for line in theirs):
        return None
    when = wrote["on"] or wrote["am"] or wrote["le"]
    day = stamp_day(when, "" if wrote["on"] else "de")  # of these only English has the month first
    return ForwardedMail(text="\n".join(_unquoted(theirs)).strip(), sender=_name(wrote), sent=day)


def covering(text: str, who: str) -> str:
    """Return what somebody wrote to go with a mail of another's, as a note on that; "" where it is no more than thanks."""
    words = _RULE.sub("", text.replace("\r\n", "\n").partition("\n-- \n")[0]).strip()
    if not words or (len(words) <= _NOTE and _THANKS.search(words)):
        return ""
    return f"{who or 'Somebody'}, who passed it on: {words}"


def answers(text: str, html: str = "") -> tuple[str, str]:
    """Return a reply without the mail that it quotes, plain or else as HTML, and what is told of that; "" for what is none.

    Its own words may stand above that mail, below it, and between its parts.
    """
    text = _joined(text)
    wrote = _WROTE.search(text)
    if wrote is None or not text[wrote.end() :].lstrip().startswith(">"):
        return _answers_marked("" if text.strip() else html)
    above, below = text[: wrote.start()].strip(), _PARTED.split(text[wrote.end() :].strip())
    if above.startswith(">"):
        return "", ""
    own = "\n\n".join(filter(None, (above, *(each for each in below if not each.startswith(">")))))
    theirs = [each for each in below if each.startswith(">")]
    return own, _answered(_name(wrote), " ".join(theirs).replace(">", " ")) if own else ""


def _answers_marked(html: str) -> tuple[str, str]:
    """Return as `answers` for HTML, where a program for mail marks what is quoted."""
    cited = _CITED.search(html)
    if cited is None or not _TAG.sub(" ", html[: cited.start()]).strip():
        return "", ""
    return html[: cited.start()], _answered("", _TAG.sub(" ", html[cited.start() :]))


def _answered(who: str, words: str) -> str:
    return f"what {who or 'somebody'} wrote, which it answers ({pluralize(len(words.split()), 'word')})"


def _name(wrote: re.Match[str]) -> str:
    return one_line(wrote["who"] or wrote["wer"] or wrote["qui"]).strip("\"'")


def _joined(text: str) -> str:
    """Return a text with the line that says whose the words below are in one piece: it is broken as all are."""
    return _BROKEN.sub(r"\1 \2", text)


def _mail(fields: Mapping[str, str], body: str, above: str) -> ForwardedMail:
    try:
        name, address = parseaddr(fields["sender"])
    except RecursionError:  # remarks in brackets within brackets, hundreds deep
        name, address = "", ""
    return ForwardedMail(
        text=body,
        above=above,
        sender=one_line(name) or address.partition("@")[2],
        sent=day_of(fields.get("sent", "")),
        subject=one_line(fields.get("subject", "")),
    )


def _head(lines: list[str]) -> tuple[dict[str, str], int]:
    """Return the fields above a mail, and the line on which it begins."""
    fields: dict[str, str] = {}
    last = ""
    for number, line in enumerate(lines[:_WITHIN]):
        found = _HEAD.match(line)
        name = found["name"].lower() if found else ""
        if not line.strip(" \t>"):
            last = ""
        elif found and name in _FIELDS:
            last = _FIELDS[name]
            fields.setdefault(last, found["said"].strip())
        elif name.split(" ")[0] in _OTHER:
            last = ""
        elif last and line[:1] in " \t":
            fields[last] += f" {line.strip()}"
        else:
            return fields, number
    return fields, min(_WITHIN, len(lines))


def _unquoted(lines: list[str]) -> list[str]:
    """Return lines without the marks of a quoted mail, where all have one."""
    if all(line.startswith(">") for line in lines if line.strip()):
        return [re.sub(r"^> ?", "", line) for line in lines]
    return lines

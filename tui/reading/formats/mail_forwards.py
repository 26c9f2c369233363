"""Mails passed on in the text of another: what programs for mail write above them, and whose the words are then."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email.utils import parseaddr

from tui.core.text import one_line
from tui.reading.formats.row_articles import day_of

_WORDS = (
    r"(?:(?:begin )?forwarded message|original message|message transféré|début du message réexpédié|message d'origine"
    r"|(?:anfang der )?weitergeleiteten? nachricht|ursprüngliche nachricht|mensaje reenviado|mensaje original"
    r"|messaggio inoltrato|messaggio originale|mensagem encaminhada|doorgestuurd bericht|oorspronkelijk bericht)"
)
_MENTION = re.compile(_WORDS, re.I)
_MARK = re.compile(rf"^[ \t>]*(?:-{{3,}}[ \t]*)?{_WORDS}[ \t]*:?[ \t]*(?:-{{3,}})?[ \t]*$", re.I | re.M)
_HEAD = re.compile(
    r"[ \t>]*\*?(?P<name>[^\W\d][\w -]{1,20}?)\*?[ \t]?:\*?[ \t]*(?P<said>.*)$",
)
_FIELDS = {
    "from": "sender", "von": "sender", "de": "sender", "da": "sender", "van": "sender",
    "date": "sent", "sent": "sent", "datum": "sent", "gesendet": "sent", "envoyé": "sent", "fecha": "sent",
    "data": "sent", "enviado": "sent", "inviato": "sent", "verzonden": "sent",
    "subject": "subject", "betreff": "subject", "objet": "subject", "asunto": "subject", "oggetto": "subject",
    "assunto": "subject", "onderwerp": "subject",
}  # fmt: skip
_OTHER = frozenset(
    "to cc bcc reply-to importance an kopie antwort à copie répondre para aan a per responder beantwoorden".split()
)
_WITHIN = 24  # lines below the mark that may be its head


@dataclass(frozen=True, slots=True)
class ForwardedMail:
    """A mail in the text of another: its text, and what stands above it; `sent` is an EDTF date."""

    text: str
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
            name, address = parseaddr(fields["sender"])
            return ForwardedMail(
                text=body,
                sender=one_line(name) or address.partition("@")[2],
                sent=day_of(fields.get("sent", "")),
                subject=one_line(fields.get("subject", "")),
            )
    return None


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

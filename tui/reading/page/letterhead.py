"""Letterheads: the head of a release says which ministry, office or seat of power puts it out."""

from __future__ import annotations

import re
from collections.abc import Sequence

NAME = r"[A-ZÀ-ÞА-Я][\w.&’'-]*(?: (?:of|the|and|&|de|la|le|for|[A-ZÀ-ÞА-Я0-9][\w.&’'-]*)){0,6}"
TITLE_WORD = re.compile(r"(?:of|the|and|&|de|la|le|el|del|der|die|des|du|von|di|[A-ZÀ-ÞА-Я0-9][\w.&’'-]*)$")
OFFICE_WORD = re.compile(rf"(?:in|for|für|et|[dl]’?'?[A-ZÀ-Þ]\w+)$|{TITLE_WORD.pattern}")
HEAD = 6  # lines with words in which it is looked for
# What offices that give out readouts and transcripts of their own are called by: "Ministry of Foreign Affairs of Norland".
OFFICES = frozenset(
    "ministry ministère ministerium ministerio министерство office embassy department presidency présidence "
    "chancellery secretariat".split()
)
SEATS = frozenset(
    ("kremlin", "élysée", "elysée", "white house", "downing street", "state department", "auswärtiges amt")
)
# At the end of what others are called by: "European External Action Service".
OFFICES_LAST = frozenset(
    "service commission council parliament authority agency directorate fund programme".split()
)
# Of these a release names one more in its head: what it is, or whose state.
_RELEASE = re.compile(
    r"(?:for immediate release|(?:press|media|news|joint) (?:release|statement|note|communiqu[eé])|communiqu[eé]"
    r"|read-?out|transcript|pressemitteilung|comunicado|nota de prensa|пресс-релиз|(?:statement|remarks)(?! \w))\b",
    re.IGNORECASE,
)
_STATE = re.compile(
    r"(?:The )?(?:(?:Kingdom|Republic|Federation|Commonwealth|State|Principality|Government) of (?:the )?"
    r"|(?:République|Royaume|República|Reino) (?:de la |du |de |d[’']))[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)*$"
    r"|[A-Z]\w+ Republic$"
)
# In a headline that ends as what an office is called: "Norland Cuts Postal Service", "Ida Lund Leaves Office".
_DOES = frozenset(
    "adopts approves asks backs bans blocks calls closes cuts defies denies enters faces fines gets gives holds hits joins"
    " launches leaves loses makes meets moves names opens plans quits raids rejects resigns returns runs says seeks sells"
    " sets shuts signs slams sues takes tells to urges visits votes wants warns wins".split()
)
_PUBLIC_SERVICE = "federal public service"  # "Federal Public Service Finance"
_PARTS = frozenset("directorate directorate-general bureau division section".split())
_LETTERHEAD_WORDS = 18
_SMALL = frozenset("OF AND FOR THE IN DE DU DES LA LE ET".split())
_LETTERS = 4  # of a word in capitals that may be letters each: "BBC"
_CAPITALS = re.compile(r"[^\W\d_]+(?:['’]S\b)?")
_OWN_RELEASE = re.compile(
    rf"^(?:The )?(?P<name>{NAME}?)(?:[’']s)? (?i:read-?out|press release|communiqué)(?=:|$)"
)


def letterhead(lines: Sequence[str], first: int) -> str:
    """Return the body whose own release a page is by the head above line `first`; "" for none.

    It stands on a line of its own, in a head that says what it is ("Press release") or, on the next line, of which
    state. Where that is so the state belongs to the name; a line is as long as it is, and no sentence.
    """
    told = [written(line.strip()) for line in lines[:first] if line.strip()][:HEAD]
    for at, line in enumerate(told):
        if match := _OWN_RELEASE.match(line):
            name = match["name"].removesuffix("’s").removesuffix("'s")
            if is_body(name):
                return name
        elif is_body(line):
            state = "".join(told[at + 1 : at + 2])
            if _STATE.match(state):
                return f"{line}, {state}"
            if any(map(says_what, told)) or _STATE.match(line.rpartition(", ")[2]):
                return line
    return ""


def says_what(line: str) -> bool:
    """Tell whether a line of a head says that a text is a release or a record, or of which state whoever puts it out is."""
    return _RELEASE.match(line) is not None or _STATE.match(line) is not None


def written(line: str) -> str:
    """Return a line in capitals as names are written: "Ministry of Trade" of "MINISTRY OF TRADE"; others as they are."""
    if not line.isupper() or " " not in line:
        return line
    first, *others = line.split()
    small = [word.lower() if word in _SMALL else _name(word) for word in others]
    return " ".join((first.capitalize() if first in _SMALL else _name(first), *small))


def _name(word: str) -> str:
    """Return a word in capitals with its first alone, and one behind a hyphen or "L’"; "BBC" and "U.N." as they are."""
    if len(word) < _LETTERS or "." in word[:-1]:
        return word
    return _CAPITALS.sub(lambda match: match[0].capitalize(), word)


def is_body(line: str) -> bool:
    """Tell whether a line is what an office that gives out releases is called, with its state or what it belongs to."""
    words = line.replace(",", "").split()
    first = line.partition(",")[0].casefold().removeprefix("the ").split()
    if not first or line[-1] in ".:!?" or len(words) > _LETTERHEAD_WORDS:
        return False
    office = not OFFICES.isdisjoint(first) or _PUBLIC_SERVICE in " ".join(first)
    named = " ".join(first) in SEATS or (len(words) > 1 and (office or first[-1] in OFFICES_LAST))
    return named and not tells(first) and all(map(OFFICE_WORD.match, words))


def is_part(line: str) -> bool:
    """Tell whether a line is what a part of an office is called: "Directorate of Communications"."""
    words = line.split()
    return (
        0 < len(words) <= _LETTERHEAD_WORDS
        and words[0].casefold() in _PARTS
        and all(map(OFFICE_WORD.match, words))
    )


def tells(words: Sequence[str]) -> bool:
    """Tell whether words in small letters are a headline that ends as what an office is called, and no office."""
    return not _DOES.isdisjoint(words[1:])

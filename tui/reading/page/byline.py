"""Who wrote an article, where a line of the page says so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain

BY = (
    r"(?:written |story |report |posted |published |words |interview |reporting )?(?:by|von|par|por)"
    r"|propos recueillis par|entretien(?: réalisé)? par|entrevista de|(?:das )?interview führten?|беседовал[аи]?"
    r"|(?:interview|text|texte|texto|entrevista|интервью|текст)(?=\s*:)"
)
"""A pattern of the words before whoever wrote an article, case apart."""
PREPOSITION = re.compile(r"^(?:by|von|par|por)\s+", re.IGNORECASE)
"""What may stand before the name in a field that holds nothing else."""
_BY = re.compile(
    rf"^(?:{BY}|author|authors|reporter|di|автор)(?P<colon>\s*:)?\s*(?P<name>.*)$", re.IGNORECASE
)
_BYLINE = 120  # letters of a line that names authors, at most
# Before those who helped whoever wrote it, behind or below their names.
_ALSO = re.compile(
    r"[\s(.;,–—-]*(?<!\w)(?:(?:with|and) )?(?:(?:(?:additional|further) reporting(?: was provided)?|writing) by|(?:unter )?mitarbeit(?: von|:)"
    r"|avec la (?:collaboration|contribution) de|con (?:la colaboración|información) de|при участии)\s*:?\s+",
    re.IGNORECASE,
)
_OTHER_WORK = re.compile(r"[;.(]\s*(?=(?:edit|photo|graphic)\w* by\b)", re.IGNORECASE)
_PERSON = re.compile(r"^[^\W\d_][\w.’'-]*(?: (?:[^\W\d_][\w.’'-]*)){1,3}$")
_BETWEEN_NAMES = re.compile(r",| and | & | et | und | y | и ")
# Behind a name and a comma: where they write from, or what they are: "Berlin", "envoyée spéciale à Dakar".
_ASIDE = re.compile(r"[A-ZÀ-ÞА-Я][\w-]+|[^\W\d_A-ZÀ-ÞА-Я].*")
# Before another name: "Anna Weiss in Oslo and Ben Roth in New York".
_WHENCE = re.compile(
    r" (?:in|à|en)(?: [A-ZÀ-Þ][\w’'-]*){1,3}(?=(?:,| and| &| et| und| y)(?: [A-ZÀ-Þ][\w.’'-]+){2})"
)
_AFTER_NAME = re.compile(
    r"\s*(?:\||•|·|\d|@|[-–—] |\bfor\b|\bin\b|\bpublished\b|\bupdated\b|\bstaff\b|\bcorrespondent\b|\bavec\b|\breporter\b|\beditor\b|\(|,? (?:senior|chief|political|special|the)\b).*$",
    re.IGNORECASE,
)


def author(lines: Sequence[str], near: Sequence[int]) -> tuple[str, int]:
    """Return the author and the number of the line that names them, ("", -1) for none.

    `near` are the line numbers to look at, the likeliest first. Of several, parted by commas, who only helped with the
    reporting comes last: in the same line, or in another of these.
    """
    for number in near:
        line = lines[number].strip().lstrip("(")  # "(Reporting by Anna Weiss)", below the text
        if len(line) > _BYLINE:
            continue
        match = _BY.match(line)
        if match is None:
            continue
        glued = line[:2] in {"By", "BY"} and line[2:3].isupper()
        if not (glued or match["colon"] or not match["name"] or line[match.start("name") - 1].isspace()):
            continue
        name, at = match["name"].strip(), number
        if not name and number + 1 < len(lines):
            name, at = lines[number + 1].strip(), number + 1
        first, *with_them = _ALSO.split(name)
        people = _people(first)
        if people:
            with_them += chain.from_iterable(helpers(lines[each]) for each in near)
            return ", ".join(dict.fromkeys(chain(people, *map(_people, with_them)))), at
    return "", -1


def helpers(line: str) -> list[str]:
    """Return the names behind "additional reporting by" and the like in a line that begins so, [] for another line."""
    first, *names = _ALSO.split(line.strip(" ()")) if len(line) <= _BYLINE else [line]
    return [] if first else names


def _people(names: str) -> list[str]:
    """Return the people that a line of names is of, [] where it is none."""
    names = _AFTER_NAME.sub("", _WHENCE.sub("", _OTHER_WORK.split(names)[0])).strip(" ,.;:()")
    people = [part.strip() for part in _BETWEEN_NAMES.split(names) if part.strip()]
    while len(people) > 1 and _ASIDE.fullmatch(people[-1]):
        people.pop()
    return (
        people
        if people and all(_PERSON.match(p) and p[0].isupper() for p in people[:3]) and len(names) <= 80
        else []
    )


def is_byline(line: str) -> bool:
    """Tell whether a line says who wrote a page, and no more."""
    return bool(author([line], [0])[0])

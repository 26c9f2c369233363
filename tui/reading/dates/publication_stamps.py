"""The line of a page that says when it was published.

A stamp is a date that stands by itself near the headline ("02 July 2025 15:15"), or one that says
what it is ("Published: …"). A copyright year, the day's date in the page's banner, a day in a
sentence or in a caption is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tui.reading.dates.day_names import WrittenDate, written
from tui.reading.dates.stamp_day import day_first

_PUBLISHED = re.compile(
    r"\b(?:press release|pressemitteilung|communiqué de presse|nota de prensa|пресс-релиз|first published|published|posted|issued|publi[ée]e?s?(?: le)?|mise? en ligne|publicad[oa]|pubblicat[oa]|veröffentlicht|erstellt"
    r"|erschienen|опубликован[оа]?|опубліковано|gepubliceerd|opublikowano|publicerad|yayınlan\w+|date|datum|fecha|data|дата|pub\w* date|created)\b",
    re.IGNORECASE,
)
# A label on a line of its own, with its day on the next.
_LABEL = re.compile(
    r"(?:first )?(?:published|posted|issued|release date|date of (?:issue|publication)|date|publi[ée]e?(?: le)?|date de publication"
    r"|mise? en ligne(?: le)?|datum|erschienen(?: am)?|veröffentlicht(?: am)?|erstellt(?: am)?|veröffentlichungsdatum|fecha"
    r"|fecha de publicación|publicado(?: el| em)?|data|data di pubblicazione|pubblicato(?: il)?|дата|дата публикации"
    r"|опубликовано)\s*:?",
    re.IGNORECASE,
)
# "Dieser Beitrag wurde am 3. Dezember 2011 um 10:00 Uhr veröffentlicht und unter … abgelegt."
_FILED = re.compile(
    r"\b(?:entry|post|article|beitrag|artikel|eintrag|billet|entrada|artículo|articolo|wurde)\b.{0,100}?"
    r"\b(?:was|wurde|a été|fue|è stat[oa])\b(?=(.{0,90}))",
    re.IGNORECASE,
)
_ANY_DATE = re.compile(r"(?:date|datum|fecha|data|дата)\s*:?", re.IGNORECASE)
_ITS_FILING = re.compile(r"(?: (?:was|wurde|a été|fue|è stat[oa])\b(.{0,90}))")
_FILING = re.compile(
    r"\b(?:posted|published|written|veröffentlicht|gepostet|geschrieben|verfasst|erstellt|publié|posté|publicad[oa]"
    r"|pubblicat[oa])\b",
    re.IGNORECASE,
)
# "Senn, 3 July 2025": a place by its name, no day of the week, no word for today.
_PLACE = re.compile(
    r"^([^\W\d_][^\W\d_.'’-]+(?:[ '’-][^\W\d_][^\W\d_.'’-]*){0,4})\s*(?:,|[–—-])\s*(?:(?:le|den|am|el|the|a)\s+)?$",
    re.IGNORECASE,
)
_NO_PLACE = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|now|last|latest|edition|issue|updated?|published|posted"
    r"|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|heute|stand|ausgabe|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    r"|aujourd.hui|édition|lunes|martes|miércoles|jueves|viernes|sábado|domingo|hoy|edición|lunedì|martedì|mercoledì|giovedì"
    r"|venerdì|sabato|domenica|oggi)\b",
    re.IGNORECASE,
)
_LONGEST = 300  # characters of a line that is searched for when an entry was filed
_LINE = 100  # characters of a place and a day
_FEW = 2  # words of a label above such a line; more are another headline
UPDATED = re.compile(
    r"\b(?:last )?(?:updated?|modified|edited|reviewed|aktualisiert|geändert|mise? à jour|actualisée?|modifiée?|actualizad[oa]|última actualización"
    r"|aggiornat[oa]|aggiornamento|atualizad[oa]|bijgewerkt|aktualizacja|uppdaterad|güncellen\w+|güncelleme|stand)\b|обновл[её]но|изменено|оновлено",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\b\d\d?[:.h]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?\b)?|\b\d\d?\s*[ap]\.?m\b\.?|T\d\d:\d\d\S*", re.IGNORECASE
)
_MINOR = re.compile(
    r"\b(?:mon|tues?|wednes|wed|thurs?|fri|satur|sat|sun)(?:day)?\b\.?|\b(?:at|on|by|in|the|and|am|pm|utc|gmt|[ecmp][sd]?t|bst|ist|cet|msk"
    r"|min(?:ute)?s?|read|hours?|uhr|local time|updated|published|posted)\b|[^\w]+|\d+",
    re.IGNORECASE,
)
_NOT_A_STAMP = re.compile(
    r"©|copyright|\(c\)|all rights|\b(?:photo|image|picture|credit|file|courtesy|until|bis|hasta|jusqu|expires?|getty|reuters/|ap photo)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…][\"”’»)]*$")
_BRIEF = 30  # characters of a date that may end in a full stop
_YEAR = re.compile(r"(?:19|20)\d\d|\d[./-]\d\d(?!\d)")
_AMERICAN = re.compile(r"[ap]\.?m\.?\b|\b[ECMP][SD]?T\b", re.IGNORECASE)
_WEEK = "mon tue wed thu fri sat sun".split()
_WEEKDAY = re.compile(rf"\b({'|'.join(_WEEK)})(?:s|nes|rs|ur)?(?:day)?\b", re.IGNORECASE)
_CLOSE = 15  # characters between the word that says a day is that of publication and that day
_REACH = 30  # lines after the headline in which a bare date is still the stamp
_STANDFIRST = 2  # lines taken for body that may stand between the headline and its stamp
_OWN_WORDS = 45  # letters a stamp may hold beside its date: names, a place


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date on the line `line` that says when a page came out; `updated` when it only says when it changed."""

    line: int
    day: str
    cue: str
    updated: bool = False


def _by_weekday(line: str, found: WrittenDate) -> str:
    """Return the one of two readings of a date in figures that falls on the weekday before it; "" where none tells."""
    names = _WEEKDAY.findall(line[: found.start])
    days = [
        day
        for day in (found.edtf, found.other)
        if names and _WEEK[date.fromisoformat(day).weekday()] == names[-1].lower()
    ]
    return days[0] if len(days) == 1 else ""


def filed(number: int, line: str, language: str, headline: str = "") -> Stamp | None:
    """Return the stamp of a sentence that says when an entry, or the one of a `headline`, was filed, None for any other."""
    own = headline and line.casefold().startswith(headline.casefold())
    said = _ITS_FILING.match(line, len(headline)) if own else _FILED.search(line[:_LONGEST])
    if not said or not _FILING.search(said[1]):
        return None
    told = next(written(said[1]), None)
    if told is None or told.edtf.startswith("XXXX") or (told.other and not day_first(language)):
        return None
    return Stamp(number, told.edtf, "cue")


def is_label(line: str) -> bool:
    """Tell whether a line is what stands above, or before, the day a page came out."""
    return _LABEL.fullmatch(line.strip()) is not None


def by_label(lines: Sequence[str], language: str = "") -> list[Stamp]:
    """Return the one stamp of a page that stands below a label, wherever that is; none where there are several.

    “Date” by itself may be that of anything there, such as an event.
    """
    labels = (n for n, line in enumerate(lines) if is_label(line) and not _ANY_DATE.fullmatch(line.strip()))
    stamps = (_stamp(n + 1, _labelled(lines, n + 1), language) for n in labels if n + 1 < len(lines))
    found = {stamp.day: stamp for stamp in stamps if stamp}
    return list(found.values()) if len(found) == 1 else []


def _stamp(number: int, line: str, language: str) -> Stamp | None:
    if not _YEAR.search(line[:_LONGEST]):
        return None
    if entry := filed(number, line, language):
        return entry
    if not 6 <= len(line) <= 160 or _NOT_A_STAMP.search(line):
        return None
    dates = [found for found in written(line, short=True) if not found.edtf.startswith("XXXX")]
    if not dates:
        return None
    cue = _PUBLISHED.search(line)
    change = UPDATED.search(line)
    first = dates[0]
    if not cue and change and change.start() > first.start:
        change = None  # "12 May 2024, updated 13 May 2024": the first is the stamp
    rest = line
    for found in reversed(dates):
        rest = rest[: found.start] + " " + rest[found.end :]
    own = len(_MINOR.sub("", _TIME.sub(" ", rest)))
    sentence = line.endswith((".", "!", "?")) and own > 12
    said = any(
        0 <= found.start - each.end() <= _CLOSE for each in _PUBLISHED.finditer(line) for found in dates
    )
    if own > _OWN_WORDS * (2 if said else 1) or (sentence and not cue and not change):
        return None
    chosen = first
    if cue and change and change.start() < cue.start():
        chosen, change = next((d for d in dates if d.start > cue.start()), first), None
    day = chosen.edtf
    if chosen.other and not day_first(language):
        told = _by_weekday(line, chosen)
        if not told and not _AMERICAN.search(rest):
            return None  # 03/04/2024 can be read two ways and nothing says which
        day = told or chosen.other
    kind = "cue" if cue else "time" if _TIME.search(rest) else "bare"
    return Stamp(number, day, kind, bool(change and not cue))


def _placed(lines: Sequence[str], number: int, headline: int) -> Stamp | None:
    """Return the stamp of a line above the headline that is a place and a day, as above a press release.

    A page's banner may have one as well: this one stands right above, by itself or below a label.
    """
    line = lines[number].strip()
    if len(line) > _LINE or not _YEAR.search(line):  # to look for days in what is none is dear
        return None
    dates = list(written(line, short=True))
    if (
        len(dates) != 1
        or dates[0].other
        or dates[0].edtf.startswith("XXXX")
        or line[dates[0].end :].strip(" .")
    ):
        return None
    place = _PLACE.match(line[: dates[0].start])
    between = [each.strip() for each in lines[number + 1 : headline]]
    above = lines[number - 1].split() if number else []
    named = place and all(word[0].isupper() for word in re.split(r"[ -]", place[1]) if len(word) > _FEW + 1)
    alone = not any(between) and len(above) <= _FEW
    return Stamp(number, dates[0].edtf, "place") if named and alone and not _NO_PLACE.search(line) else None


def _labelled(lines: Sequence[str], number: int) -> str:
    """Return a line with the label that stands on a line of its own above it, where there is one."""
    above = next((each.strip() for each in reversed(lines[max(0, number - 2) : number]) if each.strip()), "")
    line = lines[number].strip()
    return f"{above.rstrip(': ')}: {line}" if len(line) <= _BRIEF and _LABEL.fullmatch(above) else line


def above(lines: Sequence[str], headline: int, language: str = "") -> Stamp | None:
    """Return the stamp of the line right above the headline that does not say what it is, None for none.

    A page's banner, which may stand there as well, names the day of the week.
    """
    line = lines[headline - 1].strip() if headline > 0 else ""
    stamp = _stamp(headline - 1, line, language)
    banner = stamp is not None and stamp.cue == "bare" and _NO_PLACE.search(line)
    return None if banner else stamp


def says_when(line: str, language: str = "") -> bool:
    """Tell whether a line says when a page came out, and in so many words that it is that."""
    stamp = _stamp(0, line, language)
    return stamp is not None and stamp.cue == "cue"


def is_stamp(line: str, language: str = "") -> bool:
    """Tell whether a line is a date, with who and where at most, and no sentence."""
    sentence = len(line) > _BRIEF and _SENTENCE_END.search(line)
    return not sentence and _stamp(0, line, language) is not None


def stamps(
    lines: Sequence[str],
    headline: int,
    kept: Sequence[int],
    language: str = "",
    *,
    head: Sequence[int] = (),
    office: bool = False,
    dateline: str = "",
) -> list[Stamp]:
    """Return the stamps of a page, the best first.

    `headline` is the number of the headline's line (-1 for none), `kept` those of the body. A bare
    date counts between the headline and the body, where a standfirst may stand above it. Above the
    headline and below the body only a date that says what it is counts, for a page's banner carries the
    day it was fetched, a place with a day right above the headline, and a day on one of the lines `head`, with which
    a text begins, with its weekday only where an `office` puts it out or its `dateline` (EDTF without a year) has that
    day. The `language` of the page (ISO 639-1) tells how it writes dates in figures.
    """
    body, end = (kept[0], kept[-1]) if kept else (0, -1)
    top = headline if headline >= 0 else max(0, body - 4)
    inside = set(kept)
    last = min(len(lines), top + _REACH)
    if len(kept) > _STANDFIRST:
        last = min(last, kept[_STANDFIRST])
    found: list[tuple[int, Stamp]] = []

    def own(stamp: Stamp) -> bool:
        return office or (bool(dateline) and stamp.day.endswith(dateline.removeprefix("XXXX")))

    for number in range(max(0, top - 6), max(last, min(body, len(lines)))):
        stamp = None if number in inside else _stamp(number, _labelled(lines, number), language)
        bare = stamp is None or stamp.cue == "bare"
        if number < headline and bare and (placed := _placed(lines, number, headline)):
            found.append((0, placed))
        elif stamp and number in head and (own(stamp) or not (bare and _NO_PLACE.search(lines[number]))):
            found.append((1, stamp))
        elif stamp and (number > top or headline < 0 or (stamp.cue == "cue" and not stamp.updated)):
            found.append((0, stamp))
    for number in range(end + 1, min(len(lines), end + 7)) if kept else ():
        stamp = _stamp(number, _labelled(lines, number), language)
        if stamp and stamp.cue == "cue":
            found.append((1, stamp))
    days = {stamp.day for _, stamp in found if stamp.cue == "bare"}
    if headline < 0 and len(days) > 1:  # the days of several posts, none of them this one's
        found = [pair for pair in found if pair[1].cue != "bare"]
    order = {"cue": 0, "time": 1, "bare": 2, "place": 3}
    return [
        s
        for _, s in sorted(
            found, key=lambda pair: (pair[1].updated, pair[0], order[pair[1].cue], pair[1].line)
        )
    ]

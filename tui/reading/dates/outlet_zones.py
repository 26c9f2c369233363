"""The day at the outlet of a stamp in universal time: by the clock of its page, its country or its language.

"2025-07-02T23:30Z" is 3 July in Rome. Where an outlet's clock hangs is told by another stamp of the page, by the end of
its address, or by a language of one country; zones are those of the IANA database. Of a country with several it counts
what all of them agree on.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

UNIVERSAL = re.compile(
    r"((?:19|20)\d\d-?\d\d-?\d\d)[T ](\d\d):(\d\d)(?::\d\d?(?:\.\d+)?)?(?:Z|[+-]00:?00| ?UTC)$"
)
_OFFSET = re.compile(r"(?:19|20)\d\d-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?([+-])(\d\d):?(\d\d)\b")
_GREENWICH = re.compile(r"\d:\d\d (?:GMT|UTC?|Z|[+-]0000)\s*$")
_BROWSER = re.compile(r" GMT(?=\+0000 \()(.{5}).*")  # "… 00:23:33 GMT+0000 (Coordinated Universal Time)"
_EARLY, _LATE = 8, 20  # hours before and from which it may well be another day where people live
BY_CLOCK = "inferred from its time where the outlet is"
BY_STAMP = "inferred from a time in Greenwich"

_NEW_YORK, _LOS_ANGELES = "America/New_York", "America/Los_Angeles"
_COUNTRIES = {
    "ae": "Asia/Dubai", "am": "Asia/Yerevan", "ar": "America/Argentina/Buenos_Aires", "at": "Europe/Vienna",
    "au": "Australia/Sydney Australia/Perth", "az": "Asia/Baku", "ba": "Europe/Sarajevo", "bd": "Asia/Dhaka",
    "be": "Europe/Brussels", "bg": "Europe/Sofia", "bo": "America/La_Paz", "br": "America/Sao_Paulo", "by": "Europe/Minsk",
    "ca": "America/Halifax America/Vancouver", "ch": "Europe/Zurich", "cl": "America/Santiago", "cn": "Asia/Shanghai",
    "cz": "Europe/Prague", "de": "Europe/Berlin", "dk": "Europe/Copenhagen", "dz": "Africa/Algiers", "ee": "Europe/Tallinn",
    "eg": "Africa/Cairo", "es": "Europe/Madrid", "fi": "Europe/Helsinki", "fr": "Europe/Paris", "ge": "Asia/Tbilisi",
    "gr": "Europe/Athens", "hk": "Asia/Hong_Kong", "hr": "Europe/Zagreb", "hu": "Europe/Budapest", "id": "Asia/Jakarta",
    "ie": "Europe/Dublin", "il": "Asia/Jerusalem", "in": "Asia/Kolkata", "ir": "Asia/Tehran", "it": "Europe/Rome",
    "jp": "Asia/Tokyo", "ke": "Africa/Nairobi", "kr": "Asia/Seoul", "kz": "Asia/Almaty", "lb": "Asia/Beirut",
    "lk": "Asia/Colombo", "lt": "Europe/Vilnius", "lu": "Europe/Luxembourg", "lv": "Europe/Riga", "ma": "Africa/Casablanca",
    "md": "Europe/Chisinau", "mx": "America/Mexico_City", "my": "Asia/Kuala_Lumpur", "ng": "Africa/Lagos",
    "nl": "Europe/Amsterdam", "no": "Europe/Oslo", "np": "Asia/Kathmandu", "nz": "Pacific/Auckland", "pe": "America/Lima",
    "ph": "Asia/Manila", "pk": "Asia/Karachi", "pl": "Europe/Warsaw", "pt": "Europe/Lisbon", "ro": "Europe/Bucharest",
    "rs": "Europe/Belgrade", "ru": "Europe/Moscow", "sa": "Asia/Riyadh", "se": "Europe/Stockholm", "sg": "Asia/Singapore",
    "si": "Europe/Ljubljana", "sk": "Europe/Bratislava", "th": "Asia/Bangkok", "tr": "Europe/Istanbul", "tw": "Asia/Taipei",
    "ua": "Europe/Kyiv", "uk": "Europe/London", "us": f"{_NEW_YORK} {_LOS_ANGELES}", "uy": "America/Montevideo",
    "ve": "America/Caracas", "vn": "Asia/Ho_Chi_Minh", "za": "Africa/Johannesburg",
}  # fmt: skip
# Languages that nearly all outlets write in one country, or in countries with one clock.
_LANGUAGES = {
    "bg": "bg", "bn": "bd", "cs": "cz", "da": "dk", "de": "de", "el": "gr", "fi": "fi", "he": "il", "hi": "in", "hr": "hr",
    "hu": "hu", "it": "it", "ja": "jp", "ko": "kr", "lt": "lt", "lv": "lv", "nb": "no", "nl": "nl", "no": "no", "pl": "pl",
    "ro": "ro", "sk": "sk", "sl": "si", "sv": "se", "th": "th", "tr": "tr", "uk": "ua", "vi": "vn",
}  # fmt: skip


def outlet_day(stamp: str, url: str, language: str, page: str = "") -> tuple[str, str]:
    """Return the day of a stamp in universal time at its outlet (EDTF), and how that is known ("" where it says so itself).

    `url` is the article's address, `language` its language, `page` what may hold stamps with an offset. Both are ""
    where `stamp` is none in universal time.
    """
    found = UNIVERSAL.search(as_iso(stamp))
    if found is None:
        return "", ""
    try:
        moment = datetime.fromisoformat(f"{found[1]}T{found[2]}:{found[3]}").replace(tzinfo=UTC)
    except ValueError:
        return "", ""
    stated = moment.date().isoformat()
    clocks = _of_page(page) or _of_place(url, language)
    days = {moment.astimezone(clock).date().isoformat() for clock in clocks}
    near = not _EARLY <= moment.hour < _LATE
    if len(days) == 1:
        day = days.pop()
        return day, BY_CLOCK if day != stated else ""
    return stated, BY_STAMP if near else ""


def as_iso(stamp: str) -> str:
    """Return a stamp of RFC 822, or of a browser, in universal time as ISO 8601, any other as it is."""
    stamp = _BROWSER.sub(r" \1", stamp)
    if not _GREENWICH.search(stamp):
        return stamp
    try:
        return parsedate_to_datetime(stamp).strftime("%Y-%m-%dT%H:%MZ")
    except (ValueError, TypeError, OverflowError):
        return stamp


def _of_page(page: str) -> list[tzinfo]:
    """Return the clock that all stamps of a page with an offset show, [] where they differ by more than summer does."""
    offsets = {
        (1 if sign == "+" else -1) * timedelta(hours=int(hours), minutes=int(minutes))
        for sign, hours, minutes in _OFFSET.findall(page)
        if int(hours) <= 14 and (hours, minutes) != ("00", "00")
    }
    if not offsets or max(offsets) - min(offsets) > timedelta(hours=1):
        return []
    return [timezone(offset) for offset in offsets]


def _of_place(url: str, language: str) -> list[tzinfo]:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    end = (urlsplit(url).hostname or "").rpartition(".")[2] if url else ""
    zones = _COUNTRIES.get(end) or _COUNTRIES.get(_LANGUAGES.get(language[:2].lower(), ""), "")
    try:
        return [ZoneInfo(zone) for zone in zones.split()]
    except ZoneInfoNotFoundError:  # a machine without the database
        return []

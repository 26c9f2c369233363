"""Names of months and weekdays in the languages stamps are met in, and dates read out of text.

Nothing here knows what a date is for: `publication_stamps` decides which one a page was published on, and
`event_date` turns words such as "on Monday" into a day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

_MONTH_NAMES = (
    "jan january januar janvier enero gennaio janeiro января січня stycznia januari ocak",
    "feb february februar février fevrier febrero febbraio fevereiro февраля лютого lutego februari şubat",
    "mar march märz mars marzo março марта березня marca maart mart",
    "apr april avril abril aprile апреля квітня kwietnia nisan",
    "may mai mayo maggio maio мая травня maja mei mayıs",
    "jun june juni juin junio giugno junho июня червня czerwca haziran",
    "jul july juli juillet julio luglio julho июля липня lipca temmuz",
    "aug august août aout agosto августа серпня sierpnia augustus augusti ağustos",
    "sep sept september septembre septiembre settembre setembro сентября вересня września eylül",
    "oct october oktober octobre octubre ottobre outubro октября жовтня października okt ekim",
    "nov november novembre noviembre novembro ноября листопада listopada kasım",
    "dec december dezember décembre decembre diciembre dicembre dezembro декабря грудня grudnia dez aralık",
)
MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
# Forms that stand in stamps alone: in running text they are words of their own ("set 30", "mag 4").
_SHORT_NAMES = (
    "janv ene gen янв січ sty oca ianuarie siječnja ledna tammikuuta január ιανουαρίου ιαν يناير",
    "févr fév fevr fev фев лют lut şub februarie veljače února helmikuuta február φεβρουαρίου φεβ فبراير شباط",
    "mär mrz mrt мар бер martie ožujka března maaliskuuta március maret μαρτίου μαρ مارس آذار",
    "avr abr апр квіт кві kwi nis aprilie travnja dubna huhtikuuta április απριλίου απρ أبريل ابريل إبريل نيسان",
    "mag май трав тра maj svibnja května toukokuuta május μαΐου μαΐ μαι مايو أيار",
    "giu июн июнь черв чер cze haz iunie lipnja června kesäkuuta június ιουνίου ιουν يونيو حزيران",
    "juil lug июл июль лип lip tem iulie srpnja července heinäkuuta július ιουλίου ιουλ يوليو تموز",
    "ago авг серп сер sie ağu kolovoza srpna elokuuta augusztus agustus αυγούστου αυγ أغسطس اغسطس آب",
    "set сен сент вер вересень wrz eyl septembrie rujna září syyskuuta szeptember σεπτεμβρίου σεπ سبتمبر أيلول",
    "ott out окт жовт жов paź eki octombrie října lokakuuta október οκτωβρίου οκτ أكتوبر اكتوبر",
    "ноя нояб лист лис lis kas noiembrie studenoga listopadu marraskuuta νοεμβρίου νοε نوفمبر",
    "dic déc дек груд гру gru ara decembrie prosinca prosince joulukuuta δεκεμβρίου δεκ ديسمبر",
)
_ALL_MONTHS = MONTHS | {
    name: number for number, names in enumerate(_SHORT_NAMES, 1) for name in names.split()
}
ENGLISH_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tue tues",
            "wednesday wed",
            "thursday thu thur thurs",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}


@cache  # made when it is first wanted, for it takes longer than to load most of what is around it
def _pattern(short: bool) -> re.Pattern[str]:
    """Return what a date looks like, with `short` one whose month may be a short name."""
    names = _ALL_MONTHS if short else MONTHS
    name = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    return re.compile(
        rf"""
      (?P<y1>(?:19|20)\d\d)(?P<s1>[-/.])(?P<m1>\d\d?)(?P=s1)(?P<d1>\d\d?)(?!\d)
    | (?P<y2>(?:19|20)\d\d)\s*年\s*(?P<m2>\d\d?)\s*月\s*(?P<d2>\d\d?)\s*日
    | (?P<y5>(?:19|20)\d\d)\s*년\s*(?P<m5>\d\d?)\s*월\s*(?P<d5>\d\d?)\s*일
    | (?<!\d)(?P<d3>\d\d?)(?:st|nd|rd|th|er|[.º])?[\s/-]*(?:of\s+|de\s+)?(?P<n3>{name})\b[.,]?(?:\s*/\s*(?:{name})\b)?
      (?:[\s,/-]*(?:de\s+|del\s+)?(?P<y3>(?:19|20)\d\d)(?!\d))?
    | \b(?P<n4>{name})\b\.?\s*(?P<d4>\d\d?)(?:st|nd|rd|th)?(?!\d|:\d|\s*[ap]\.?m\b|[\s.-]*(?:{name})\b)
      (?:\s*,?\s+(?P<y4>(?:19|20)\d\d)(?!\d))?
    | (?P<y7>(?:19|20)\d\d)[.,]?\s+(?P<n7>{name})\b\.?\s+(?P<d7>\d\d?)(?![\d:])
    | (?<![\d./-])(?P<a6>\d\d?)(?P<s6>[./-])\s?(?P<b6>\d\d?)(?P=s6)\s?(?P<y6>(?:19|20)\d\d|\d\d)(?![\d/-])
    """,
        re.IGNORECASE | re.VERBOSE,
    )


_HINT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as it stands in a text: `edtf` is "XXXX-MM-DD" where no year is given.

    `other` is the second way to read an all-figures date such as 03/04/2024 (month first), "" where
    there is only one.
    """

    start: int
    end: int
    edtf: str
    other: str = ""


def _day(year: int | None, month: int, day: int) -> str:
    try:
        found = date(2000 if year is None else year, month, day)
    except ValueError:
        return ""
    return found.isoformat() if year is not None else f"XXXX-{month:02d}-{day:02d}"


def written(text: str, *, short: bool = False) -> Iterator[WrittenDate]:
    """Yield the calendar dates written in `text`, in order; impossible ones are left out.

    `short` also knows the short names of months, which in running text are other words.
    """
    if not _HINT.search(text):
        return
    for match in _pattern(short).finditer(text):
        group = match.groupdict()
        other = ""
        if group["a6"]:
            first, second, year = int(group["a6"]), int(group["b6"]), int(group["y6"])
            year += 2000 if year < 100 else 0
            edtf, other = _day(year, second, first), _day(year, first, second)
            if group["s6"] == ".":
                other = ""
            elif not edtf or edtf == other:
                edtf, other = other, ""
        elif group["n3"] or group["n4"] or group["n7"]:
            number = "3" if group["n3"] else "4" if group["n4"] else "7"
            found = group["y" + number]
            edtf = _day(
                int(found) if found else None,
                _ALL_MONTHS[group["n" + number].lower()],
                int(group["d" + number]),
            )
        else:
            number = "1" if group["y1"] else "2" if group["y2"] else "5"
            edtf = _day(int(group["y" + number]), int(group["m" + number]), int(group["d" + number]))
        if edtf:
            yield WrittenDate(match.start(), match.end(), edtf, other)

"""The words in which five languages tell how many, when and where, a table each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from tui.reading.statements.words import NUMBERS


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The words of one language, phrases parted by "|"; the `weekdays` and `numbers` (those `COUNTED`) in their order.

    `before_month` are the words behind which a month's name is a month; `scales` are what makes a number a hundred, a
    thousand, a million and a thousand million; `point` stands before a fraction and `groups` are what may
    stand between thousands; `clock` is what stands before a time of day.
    """

    language: str
    numbers: str
    scales: tuple[str, str, str, str]
    at_least: str
    at_most: str
    about: str
    percent: str
    hours: str
    minutes: str
    also: str
    joints: str
    people: str
    of_all: str
    weekdays: str
    inside: str
    toward: str
    away: str
    articles: str
    before_month: str
    point: str = ","
    groups: str = " "
    clock: str = ""
    months_have_capitals: bool = False
    nouns_have_capitals: bool = False


_ENGLISH = Vocabulary(
    language="en",
    numbers=" ".join(word for word in NUMBERS if word != "zero"),
    scales=("hundred", "thousand", "million", "billion"),
    at_least="at least|more than|over",
    at_most="up to|fewer than|less than|under",
    about="about|around|nearly|almost|some",
    percent="%|per ?cent",
    hours="hours?|h",
    minutes="min(?:ute)?s?",
    also="and",
    joints="and|or|but|while|in|on|at|from|to|for|by|of|with|since|after|before|than",
    people="people person persons man men woman women others more",
    of_all="of (?:the|its|their|all|some)",
    weekdays="Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    inside="in|at|near|outside|inside",
    toward="to",
    away="from",
    articles="the",
    before_month="in|of|by|until|till|since|before|after|from|through|early|late|mid|last|next|this",
    point=".",
    groups=",",
    months_have_capitals=True,
)
_OTHERS = {
    "fr": Vocabulary(
        language="fr",
        numbers="deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit"
        " dix-neuf vingt trente quarante cinquante soixante soixante-dix quatre-vingts|quatre-vingt quatre-vingt-dix",
        scales=("cents?", "mille", "millions?", "milliards?"),
        at_least="au moins|plus de|plus d[’']",
        at_most="jusqu[’']à|moins de|moins d[’']|au plus",
        about="environ|près de|quelque|presque|autour de",
        percent="%|pour cent",
        hours="heures?|h",
        minutes="min(?:ute)?s?",
        also="et",
        joints="et|ou|mais|dans|en|à|au|aux|sur|de|du|des|pour|par|avec|depuis|après|avant|que|qui",
        people="personne personnes homme hommes femme femmes gens autres",
        of_all="(?:de|sur) (?:les|ses|leurs)|des",
        weekdays="lundi mardi mercredi jeudi vendredi samedi dimanche",
        inside="à|en|dans|près de",
        toward="vers",
        away="depuis",
        articles="la|le|les",
        before_month="en|fin|début|mi|de|d[’']|depuis|dès|avant|après|jusqu[’']en",
        clock="à|vers|dès|avant|après|depuis",
    ),
    "de": Vocabulary(
        language="de",
        numbers="zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn"
        " achtzehn neunzehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
        scales=("hundert", "tausend", "Million(?:en)?|Mio", "Milliarden?|Mrd"),
        at_least="mindestens|wenigstens|mehr als|über",
        at_most="bis zu|weniger als|unter|höchstens",
        about="etwa|rund|ungefähr|fast|knapp|circa",
        percent="%|Prozent",
        hours="Stunden?|h",
        minutes="Min(?:uten?)?",
        also="und",
        joints="und|oder|aber|in|im|an|am|auf|aus|von|vom|für|mit|seit|nach|vor|zu|bei|als",
        people="Mensch Menschen Person Personen Mann Männer Frau Frauen Leute weitere",
        of_all="(?:der|von|seiner|ihrer)",
        weekdays="Montag Dienstag Mittwoch Donnerstag Freitag Samstag|Sonnabend Sonntag",
        inside="in|bei|nahe",
        toward="nach",
        away="aus",
        articles="der|die|dem|den",
        before_month="im|Ende|Anfang|Mitte|bis|seit|ab|vom|vor|nach",
        groups=". ",
        months_have_capitals=True,
        nouns_have_capitals=True,
    ),
    "es": Vocabulary(
        language="es",
        numbers="dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete"
        " dieciocho diecinueve veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
        scales=("cientos", "mil", "millones|millón", "mil millones"),
        at_least="al menos|por lo menos|más de",
        at_most="hasta|menos de|como máximo",
        about="unos|unas|cerca de|casi|alrededor de",
        percent="%|por ciento",
        hours="horas?|h",
        minutes="min(?:uto)?s?",
        also="y",
        joints="y|o|pero|en|a|al|de|del|por|para|con|desde|tras|antes|que",
        people="persona personas hombre hombres mujer mujeres gente otros otras",
        of_all="de (?:los|las|sus|todos|todas)",
        weekdays="lunes martes miércoles jueves viernes sábado domingo",
        inside="en|cerca de",
        toward="hacia",
        away="desde",
        articles="el|la|los|las",
        before_month="en|de|desde|hasta|para|a",
        groups=". ",
        clock="a las?|hacia las?|desde las?",
    ),
    "ru": Vocabulary(
        language="ru",
        numbers="два|две|двух три|трех|трёх четыре|четырех пять|пяти шесть|шести семь|семи восемь|восьми девять|девяти"
        " десять|десяти одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать"
        " девятнадцать двадцать|двадцати тридцать|тридцати сорок|сорока пятьдесят шестьдесят семьдесят восемьдесят"
        " девяносто",
        scales=("сотен|сот", "тысяч[аиу]?|тыс", "миллион(?:а|ов)?|млн", "миллиард(?:а|ов)?|млрд"),
        at_least="не менее|по меньшей мере|как минимум|более|больше|свыше",
        at_most="до|менее|меньше|не более",
        about="около|почти|примерно|порядка",
        percent="%|процент(?:а|ов)?",
        hours="час(?:а|ов)?|ч",
        minutes="мин(?:ут[аы]?)?",
        also="и",
        joints="и|или|но|в|во|на|из|от|с|со|у|за|по|при|для|до|после|чем|о|об",
        people="человек человека людей люди мужчин женщин других",
        of_all="из",
        weekdays="понедельник[аи]? вторник[аи]? сред[ауы] четверг[аи]? пятниц[ауы] суббот[ауы] воскресень[ея]",
        inside="в|во|на|под|около",
        toward="к",
        away="из",
        articles="",
        before_month="конца|конце|концу|начала|начале|середины|середине|до|с|после",
        clock="в|во|до|после|с",
    ),
}


@cache
def vocabulary(language: str) -> Vocabulary:
    """Return the words of a language (ISO 639), English ones for one of which there is no table."""
    return _OTHERS.get(language[:2].lower(), _ENGLISH)

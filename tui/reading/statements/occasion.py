"""Where and when a quote was said, as far as the sentence around it tells: "told CNN", "on Telegram", "on Thursday"."""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.core.model import Article, Quote
from tui.core.text import one_line
from tui.reading.statements.saying_day import saying_day, surroundings

_WORD = r"(?:(?:[A-Z]\.)+|[A-Z](?:[\w’'&-]|\.(?=\w))*)"  # a full stop ends a name: "told the Globe. She"
_NAME = rf"{_WORD}(?: {_WORD}){{0,6}}"  # "told Norwegian Foreign Minister Ida Lund"
# "told the Norwegian parliament", "told the Norwegian daily Saltmarsh Herald"
_OF_MEDIA = (
    r"(?: (?:state|public|national|radio|television|TV|media|press|reporters|journalists|lawmakers|parliament|senators))*"
    r"(?: (?:news )?(?:newspaper|daily|weekly|magazine|paper|broadcaster|agency|channel|website|site|outlet)"
    rf"(?: {_NAME})?)?"
)
_GENERAL = frozenset(("told reporters", "told journalists", "in a statement", "in an interview"))
_LINE = r"(Telegram|Twitter|X|Facebook|Instagram|TikTok|WhatsApp)\b"
# A name as it stands in other languages, in marks or bare.
_WORDS = r"(?:[\w’'&-]|\.(?=\w))*"
_FOREIGN = rf"[«„“\"]?\s?([A-ZÀ-ÞА-ЯЁ]{_WORDS}(?: [A-ZÀ-ÞА-ЯЁ0-9]{_WORDS}){{0,3}})"
# What tells a setting in each language, with what it is called in English.
_WRITTEN = {
    "en": {
        rf"\btold (?:the )?({_NAME}{_OF_MEDIA}|reporters|journalists|lawmakers|parliament)\b": "told {}",
        rf"\bin an? (?:[\w-]+ ){{0,2}}(interview with (?:the )?{_NAME})\b": "in an {}",
        r"\bin an? (?:[\w-]+ ){0,2}(interview)\b": "in an {}",
        r"\bin an? (?:[\w-]+ ){0,2}(statement|letter|speech|tweet|post)\b": "in a {}",
        r"\b(?:at|during) an? (?:[\w-]+ ){0,2}"
        + r"(news conference|press conference|briefing|press briefing|rally|summit)\b": "at a {}",
        r"\bon (Telegram|Twitter|X|Facebook|Instagram|Truth Social|WhatsApp|television|state television)\b": "on {}",
    },
    "de": {
        rf"\bin einem (?:[\w-]+ )?(?:Interview|Gespräch) mit (?:dem|der) (?:[\w-]+ )?{_FOREIGN}": "in an interview with {}",
        r"\b(?:im|in einem) (?:[\w-]+-)?(Interview)\b": "in an interview",
        r"\b(?:dem|der) (?:(?:[A-Z][a-zäöü]*)?(?:[Ss]ender|[Zz]eitung|[Aa]gentur|[Mm]agazin|[Pp]ortal|[Rr]adio)) "
        + _FOREIGN: "told {}",
        r"\b(?:vor (?:den )?Journalisten|gegenüber Reportern|vor der Presse)\b": "told reporters",
        r"\b(?:auf|bei|in) (?:einer|der) (?:Bundes)?[Pp]ressekonferenz\b": "at a press conference",
        r"\bin einer (?:[\w-]+ )?(?:Presse)?(?:[Mm]itteilung|[Ee]rklärung|[Ss]tellungnahme)\b": "in a statement",
        rf"\b(?:auf|bei|via|über) {_LINE}": "on {}",
    },
    "fr": {
        r"\bdans (?:un|une) (?:entretien|interview) (?:accordée? )?(?:à|au|avec) (?:la |le |l['’])?(?:\w+ )?"
        + _FOREIGN: "in an interview with {}",
        r"\bdans (?:un|une) (?:entretien|interview)\b": "in an interview",
        r"\b(?:à l['’]agence|(?:à la|au) (?:radio|chaîne|journal|quotidien|magazine|site)(?: [a-zà-ÿ]+)?) "
        + _FOREIGN: "told {}",
        r"\bà la ([A-Z]{2,})\b": "told {}",
        r"\b(?:devant la presse|aux journalistes)\b": "told reporters",
        r"\b(?:lors d['’]une|en) conférence de presse\b": "at a press conference",
        r"\bdans un communiqué\b": "in a statement",
        rf"\bsur {_LINE}": "on {}",
    },
    "es": {
        rf"\ben una entrevista (?:concedida )?(?:a|al|con) (?:la |el )?(?:[a-zà-ÿ]+ )?{_FOREIGN}": "in an interview with {}",
        r"\ben una entrevista\b": "in an interview",
        r"\b(?:al|a la|con|a) (?:radio|cadena|emisora|agencia|diario|periódico|canal|revista)(?: [a-zà-ÿ]+)? "
        + _FOREIGN: "told {}",
        r"\ba los (?:periodistas|medios)\b": "told reporters",
        r"\ben (?:una )?(?:rueda|conferencia) de prensa\b": "at a press conference",
        r"\ben un comunicado\b": "in a statement",
        rf"\ben (?:la red social |su cuenta de )?{_LINE}": "on {}",
    },
    "ru": {
        rf"\bв интервью (?:(?:телеканалу|агентству|газете|изданию|радио|журналу) )?{_FOREIGN}": "in an interview with {}",
        r"\bв интервью\b": "in an interview",
        rf"\b(?:телеканалу|агентству|газете|изданию|радиостанции|журналу) {_FOREIGN}": "told {}",
        r"\bна пресс-конференции\b": "at a press conference",
        r"\bна брифинге\b": "at a briefing",
        r"\bжурналистам\b": "told reporters",
        rf"\b[вВ] (?:соцсети |своём |своем )?{_LINE}": "on {}",
    },
}
_FORMS = {
    language: tuple((re.compile(form), said) for form, said in forms.items())
    for language, forms in _WRITTEN.items()
}


class Occasion(NamedTuple):
    """Where something was said ("told CNN", "at a briefing") and on which day (EDTF), "" for what is not told."""

    setting: str = ""
    day: str = ""


def occasion_of(article: Article, quote: Quote) -> Occasion:
    """Return where and when a quote was said, as far as its sentence tells."""
    around = surroundings(article.text, quote)
    return Occasion(_setting(around, article, quote), saying_day(article, quote, around))


def _setting(around: tuple[str, str], article: Article, quote: Quote) -> str:
    """Return where a quote was said, as "told CNN", "at a briefing"; "" where its sentence does not tell.

    Whom somebody "told" counts only where this is the cue of the quote: the same sentence may give others' words.
    """
    for part in around:
        for form, said in _FORMS.get(article.language[:2], _FORMS["en"]):
            if (match := form.search(part)) and (
                not match[0].startswith("told") or "told" in (quote.cue or "told")
            ):
                return said.format(one_line(match[1]).rstrip(".")) if "{}" in said else said
    return ""


def clash(one: Occasion, other: Occasion) -> str:
    """Return what tells that two occasions are two, "" for nothing: two days, or two settings that each is just one."""
    if one.day and other.day and one.day != other.day:
        return "said on two days"
    named = one.setting and other.setting and one.setting != other.setting
    return "said on two occasions" if named and not {one.setting, other.setting} & _GENERAL else ""

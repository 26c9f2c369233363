"""A small table of the world's capitals, demonyms and seats of power.

"The Russian president", "the president of Russia" and a president who was introduced in Moscow's name
have a country in common; this table says so. No office holder is in it.
"""

from __future__ import annotations

from itertools import pairwise

from tui.reading.quotes.word_classes import word_set

_TABLE = """
afghanistan: afghan kabul | albania: albanian tirana | algeria: algerian algiers | argentina:
argentine argentinian armenia: armenian yerevan | australia: australian canberra | austria: austrian
vienna | azerbaijan: azerbaijani azeri baku | bangladesh: bangladeshi dhaka | belarus: belarusian
belarussian minsk | belgium: belgian brussels bolivia: bolivian | bosnia: bosnian sarajevo | brazil:
brazilian brasilia | britain: british uk u.k. london downing-street united-kingdom english whitehall
| bulgaria: bulgarian sofia | cambodia: cambodian | canada: canadian ottawa | chile: chilean
santiago | china: chinese beijing | colombia: colombian bogota | croatia: croatian zagreb cuba:
cuban havana | cyprus: cypriot nicosia | czechia: czech prague | denmark: danish copenhagen | egypt:
egyptian cairo | estonia: estonian tallinn | ethiopia: ethiopian | finland: finnish helsinki |
france: french paris elysee élysée elysée | georgia: georgian tbilisi | germany: german berlin |
greece: greek athens | hungary: hungarian budapest iceland: icelandic | india: indian new-delhi
delhi | indonesia: indonesian jakarta | iran: iranian tehran iraq: iraqi baghdad | ireland: irish
dublin | israel: israeli jerusalem | italy: italian rome quirinale japan: japanese tokyo | jordan:
jordanian amman | kazakhstan: kazakh astana | kenya: kenyan nairobi | kosovo: kosovar pristina |
kuwait: kuwaiti | kyrgyzstan: kyrgyz bishkek | latvia: latvian riga | lebanon: lebanese beirut
libya: libyan tripoli | lithuania: lithuanian vilnius | malaysia: malaysian | mexico: mexican |
moldova: moldovan chisinau | mongolia: mongolian | montenegro: montenegrin | morocco: moroccan rabat
| myanmar: burmese nepal: nepalese | netherlands: dutch hague | nigeria: nigerian abuja |
north-korea: pyongyang | norway: norwegian oslo pakistan: pakistani islamabad | palestine:
palestinian ramallah | peru: peruvian lima | philippines: philippine filipino manila | poland:
polish warsaw | portugal: portuguese lisbon | qatar: qatari doha | romania: romanian bucharest
russia: russian moscow kremlin russian-federation | saudi-arabia: saudi riyadh | serbia: serbian
belgrade slovakia: slovak bratislava | slovenia: slovenian ljubljana | somalia: somali |
south-africa: pretoria south-korea: korean seoul | spain: spanish madrid | sudan: sudanese khartoum
| sweden: swedish stockholm switzerland: swiss bern | syria: syrian damascus | taiwan: taiwanese
taipei | tajikistan: tajik | thailand: thai bangkok tunisia: tunisian tunis | turkey: turkish
turkiye türkiye ankara | turkmenistan: turkmen | ukraine: ukrainian kyiv kiev emirates: emirati uae
| united-states: american u.s. us washington white-house usa u.s.a. america uzbekistan: uzbek
tashkent | vatican: holy-see | venezuela: venezuelan caracas | vietnam: vietnamese hanoi yemen:
yemeni sanaa | zimbabwe: zimbabwean harare | eu: european european-union european-commission | nato:
alliance un: united-nations u.n.
"""


def _read() -> dict[str, str]:
    countries: dict[str, str] = {}
    country = ""
    for word in _TABLE.replace("|", " ").split():
        if word.endswith(":"):
            country = word[:-1]
            countries[country] = country
        else:
            countries[word] = country
    return countries


COUNTRIES = _read()
"""Demonym, capital or seat of power, lower case with hyphens -> country."""

# First words of the table that are no adjectives.
_PLACES = word_set("pyongyang pretoria alliance holy-see united-nations")


def _adjectives() -> dict[str, str]:
    words = _TABLE.replace("|", " ").split()
    first = {word: nxt for word, nxt in pairwise(words) if word.endswith(":") and not nxt.endswith(":")}
    return {country[:-1]: word for country, word in first.items() if word not in _PLACES}


ADJECTIVES = _adjectives()
"""Country -> its adjective, lower case."""


def _demonyms() -> frozenset[str]:
    return frozenset(ADJECTIVES.values()) | word_set(
        "argentinian azeri belarussian english emirati u.s. us uk"
    )


DEMONYMS = _demonyms()
"""Adjectives of states, lower case: what comes from there, and nobody by itself before a noun."""

# Titles of which one stands for another.
SAME_ROLE = {
    "spokesman": "spokesperson", "spokeswoman": "spokesperson", "sen": "senator",
    "rep": "representative", "gov": "governor", "congressman": "representative",
    "congresswoman": "representative", "businesswoman": "businessman", "chairwoman": "chairman",
    "chair": "chairman", "chairperson": "chairman", "advisor": "adviser", "lawmaker": "representative",
    "actress": "actor", "prof": "professor", "gen": "general", "dr": "doctor", "physician": "doctor",
    "attorney": "lawyer", "ceo": "executive", "frontrunner": "candidate", "front-runner": "candidate",
    "hopeful": "candidate", "contender": "candidate", "nominee": "candidate", "rev": "pastor",
    "reverend": "pastor", "premier": "minister", "secretary": "minister", "mogul": "businessman",
    "tycoon": "businessman", "billionaire": "businessman", "entrepreneur": "businessman",
    "pontiff": "pope", "monarch": "king", "ambassador": "envoy", "analyst": "expert",
    "pollster": "expert", "aide": "adviser", "scholar": "expert", "strategist": "adviser",
    "consultant": "adviser", "head": "leader", "chief": "leader",
}  # fmt: skip
# A "leader" may be any of these.
LEADERS = word_set("president chancellor king queen prime leader pope")
# Words that tell one minister, secretary or adviser from another.
PORTFOLIOS = word_set("""
    prime foreign defense defence finance interior justice economy economic energy education health
    labor labour agriculture transport environment trade culture security press state treasury
    commerce home external internal european
""")
# Words without which an office is another one.
RANKS = word_set("former ex-president vice deputy acting outgoing incoming late")
LAWMAKERS = word_set("senator representative lawmaker legislator politician")


def role_of(noun: str) -> str:
    """Return the plain form of a role: "spokeswoman" and "spokesman" are one."""
    return SAME_ROLE.get(noun, noun)


def country_of(words: list[str]) -> str:
    """Return the country that lower-case words of a phrase point to, or ""."""
    for number, word in enumerate(words):
        pair = f"{word}-{words[number + 1]}" if number + 1 < len(words) else ""
        found = COUNTRIES.get(pair) or COUNTRIES.get(word.rstrip("."), "") or COUNTRIES.get(word, "")
        if found:
            return found
    return ""

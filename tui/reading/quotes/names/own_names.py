"""Where the own words of a name begin: behind titles, states, honours; and the surname that "Gerda and Hans Holm" share."""

from __future__ import annotations

import re

from tui.reading.quotes.names.bodies import is_body
from tui.reading.quotes.names.mentions import Mention
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.first_names import is_first_name, sex_of
from tui.reading.quotes.words.offices_table import COUNTRIES, MATTERS, country_of
from tui.reading.quotes.words.tokens import TokenizedArticle
from tui.reading.quotes.words.turn_labels import lowered
from tui.reading.quotes.words.word_classes import (
    OUTLETS,
    PEOPLE,
    SUFFIXES,
    THINGS,
    TITLES,
    word_set,
)

AGENCIES = word_set(
    "AFP AP EFE ANSA APA DPA RIA NTV RTL ARD ZDF SRF ORF RAI RTVE NHK KBS SBS MBC ABC NBC CBS CNN BBC ITV UPI RTE"
)
# People's names too, or of towns: "Cook Islands", "Guy Lund Roth".
_OFFICES = PEOPLE - word_set(
    "baker butcher cook chef guy man woman boy duke king prince native merchant carpenter fisherman pope"
)
_NAMES_TOO = word_set(
    "haji hajia imam fra tun seri justice dean judge king father sister brother canon vicar"
)
_BEFORE_TITLE = (
    TITLES | MATTERS | COUNTRIES.keys() | PEOPLE | word_set("the and of retired staff senior chief")
)
# With these the names of bodies end that have no office, and keep their state: "the Norwegian Red Cross".
_ESTABLISHMENTS = word_set("""
    enterprise crescent cross society railways railway airlines airways centre center front observatory academy trust
    forces guards corps lines museum theatre telecom registry services company post coordination initiative brotherhood
""")
_NO_PERSON = THINGS | _ESTABLISHMENTS
_TITLED = _OFFICES & TITLES
_MATTERS = MATTERS | {"staff"}  # "Chief of the General Staff Ida Lund"
_PARTIES = word_set("green labour tory centrist communist leftist nationalist islamist")
_AGENTS = ("ellor", "elor", "ator", "itor", "woman", "person", "andrite", "attaché")
_BEFORE_RANK = word_set("senior junior deputy chief first second state special")
_SEATS = ("state", "government", "blue")  # of which houses are
_ADDRESS = word_set("mr mrs ms miss madam sir dear")
_PAIR = 3  # words: "and Hans Holm"
KIN = word_set("brothers sisters siblings twins parents spouses cousins grandparents")
_HONOURS = (["tan", "sri"], ["puan", "sri"], ["toh", "puan"])
_SPACED = re.compile(r" (,|['’](?:s\b|(?= )))")  # "Trade , Industry", "People 's Army"
_AROUND_TITLE = re.compile(r"^(ex|vice|deputy|co)-|-(elect|designate)$")


def parts(skeleton: TokenizedArticle, mention: Mention) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what stands before a name, titles and the like, and the name's own words, lower case."""
    first = own_words(skeleton, mention)
    words = [word.rstrip(".") for word in skeleton.lower[mention.name_first : mention.name_last]]
    last = len(words)
    first -= mention.name_first
    while last > first + 1 and words[last - 1] in SUFFIXES:
        last -= 1
    titles = (part for word in words[:first] for part in word.split("/"))
    return tuple(titles), tuple(words[first:last])


def own_words(skeleton: TokenizedArticle, mention: Mention) -> int:
    """Return where a name's own words begin: after "French President" or "Secretary of State"."""
    lower = skeleton.lower
    first = mention.name_first
    if is_body(lower[first : mention.name_last]):
        return first
    first = _behind_titles(lower, mention)
    if lower[first : first + 2] in _HONOURS and mention.name_last - first > 2:
        first += 2
    person = lower[first] in _OFFICES and lower[first + 1 : first + 2] != ["without"]
    if first == mention.name_first and mention.name_last - first > 2 and person:
        first += 1  # "Councillor Ida Lund", "Vendor Ida Lund"
    if (
        first == mention.name_first
        and mention.name_last - first > 2
        and _NO_PERSON.isdisjoint((lower[mention.name_last - 1], _before_of(lower, first, mention.name_last)))
        and _ESTABLISHMENTS.isdisjoint(lower[first + 1 : mention.name_last])  # "United States Forces Korea"
        and not OUTLETS.intersection(lower[mention.name_first : mention.name_last])
    ):
        # "Russian Federation Dmitry Peskov": a country before a name of two words
        pair = 2 if f"{lower[first]}-{lower[first + 1]}" in COUNTRIES else 0
        width = pair or (1 if lower[first] in COUNTRIES else 0)
        if width and mention.name_last - first - width > 1:
            first += width
    if lower[first] in ("of", "for") and mention.name_last - first > 3:
        first += 1 + (lower[first + 1] == "the")
        first += 1 + ("-".join(lower[first : first + 2]) in COUNTRIES)  # "of South Norland Ida Lund"
    while mention.name_first < first < mention.name_last - 1 and lower[first] in _MATTERS:
        first += 1  # "Minister of Foreign Affairs Ida Lund"
    if first >= mention.name_last or lower[first] in SUFFIXES or lower[first] in ("of", "for"):
        return mention.name_first
    return first


def office_alone(skeleton: TokenizedArticle, mention: Mention) -> str:
    """Return the words, lower case, of a name that is but an office, whoever holds it: "prime minister"; "" for others."""
    lower, last = skeleton.lower, mention.name_last
    words = lower[mention.name_first : last]
    alone = len(words) > 1 and words[-1] in _TITLED and own_words(skeleton, mention) == last - 1
    return " ".join(words) if alone and words[0].rstrip(".") not in _ADDRESS else ""


def _behind_titles(lower: list[str], mention: Mention) -> int:
    """Return where a name goes on behind the last title in it; its first word where it has none."""
    for at in range(mention.name_last - 2, mention.name_first - 1, -1):
        word = lower[at].rstrip(".")
        if word in _NAMES_TOO and at > mention.name_first and lower[at - 1].rstrip(".") not in _BEFORE_TITLE:
            continue  # "Rosa Haji Lund"
        if word == "house" and lower[at - 1] in _SEATS and at > mention.name_first:
            continue  # "State House Nairobi"
        if word == "first" and lower[mention.name_last - 1] not in TITLES:
            continue  # "First Energy"
        if word in TITLES or (not word.isalpha() and _are_titles(word.split("/"))):
            return at + 1
        if mention.name_last - at > len(("Ida", "Lund")) and _is_rank(lower, at, word):
            return at + 1
    return mention.name_first


def _is_rank(lower: list[str], at: int, word: str) -> bool:
    """Tell whether a word in no table is what somebody is: "Counsellor Ivo Lund", "the Finnish Green Ida Lund"."""
    named = is_first_name(lower[at + 1])
    if word in _PARTIES:
        return named or bool(country_of([lower[at - 1]]))
    ranked = lower[at - 1] in _BEFORE_RANK or named
    return ranked and word.endswith(_AGENTS) and not is_first_name(word) and word not in COUNTRIES


def _are_titles(words: list[str]) -> bool:
    """Tell whether words are titles, or less what is hyphened to them: "ex-President", "Representative/Vice-President"."""
    return all(word in TITLES or _AROUND_TITLE.sub("", word) in TITLES for word in words)


def _before_of(lower: list[str], first: int, last: int) -> str:
    """Return the word before the first "of" of a name: "society" of "Society of Diseases"; "" where it has none."""
    return next((lower[at - 1] for at in range(first + 1, last) if lower[at] == "of"), "")


def with_surname(skeleton: TokenizedArticle, mention: Mention, core: tuple[str, ...]) -> tuple[str, ...]:
    """Return a first name with the surname of whom it stands beside: of the other sex, or kin ("brothers Aro and Ivo Holm").

    Two of one sex may be a surname and a name: "Kelly and Ida Holm".
    """
    lower, last = skeleton.lower, mention.last
    if lower[last : last + 1] != ["and"]:
        return core
    end = last + 1
    while end < len(lower) and skeleton.shape[end] == shapes.NAME:
        end += 1
    if end - last != _PAIR:
        return core
    surname = lower[end - 1]
    kin = {skeleton.word_before(mention.name_first), *lower[end + 1 : end + 3 : 2], *lower[end + 2 : end + 3]}
    if not KIN.isdisjoint(
        kin if lower[end : end + 1] == [","] else {skeleton.word_before(mention.name_first)}
    ):
        return core[0], surname
    other = sex_of((lower[last + 1], surname))
    return (core[0], surname) if other and sex_of((core[0], surname)) == -other else core


def written_name(skeleton: TokenizedArticle, mention: Mention) -> str:
    """Return a name as it stands in the text, without what stands before its own words."""
    first = mention.name_first if office_alone(skeleton, mention) else own_words(skeleton, mention)
    words, last = skeleton.text[first : mention.name_last], mention.name_last
    # "HESTER QUILL", "TOMA BREL (Corvany)"
    of_state = skeleton.lower[last : last + 1] == ["("] and skeleton.lower[last + 2 : last + 3] == [")"]
    shouted = len(words) > 1 and "".join(words).isupper() and words[0] not in AGENCIES
    if shouted and (of_state or sex_of(tuple(skeleton.lower[first:last]))):
        words = [*map(lowered, words)]
    return _SPACED.sub(r"\1", " ".join(words))

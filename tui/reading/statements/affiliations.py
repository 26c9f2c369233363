"""What articles say somebody speaks for: the state of an office, a ministry or an envoy, by the words around a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from tui.core.accounts import Affiliation
from tui.core.model import Article
from tui.core.speakers import called
from tui.reading.quotes.names.bodies import BODY_NOUNS, SEATS, is_body
from tui.reading.quotes.words.offices_table import COUNTRIES, DEMONYMS, country_of
from tui.reading.statements.foreign_states import (
    is_foreign,
    office_before,
    office_behind,
    state_named,
    state_of_foreign_body,
    state_of_foreign_office,
)
from tui.reading.statements.offices import is_record
from tui.reading.statements.unlisted_states import state_before, state_in_outlet, state_unlisted, states_named

_WORD = re.compile(r"[^\W_](?:[\w.-]*\w)?")
_W = r"[\w’'-]+"
_OFFICES = (
    "president|minister|chancellor|premier|prime minister|leader|spokesman|spokeswoman|spokesperson|speaker"
    "|ambassador|envoy|diplomat|official|secretary|adviser|advisor|king|queen|emir|commander|general|governor|chief"
    "|negotiator|representative|head|senator|lawmaker|counterpart|colleague"
).split("|")
_OFFICE = f"(?:(?i:{'|'.join(_OFFICES)})s?)"
_OF = rf"(?:,? (?:of|for) (?:the )?{_W}(?: {_W}){{0,4}})?"
_TITLE = re.compile(
    rf"\b((?:{_W} ){{1,4}}{_OFFICE}|{_OFFICE}{_OF},|(?:{_W} ){{0,4}}{_OFFICE}{_OF},) (?:{_W} )?$"
)
_LONGEST = 20  # letters of the last word of an office
_TITLE_ENDS = (*_OFFICES, *(f"{word}s" for word in _OFFICES), ",")
_APPOSED = re.compile(rf"(?:, | [(])((?:{_W} ){{0,5}}{_OFFICE}{_OF})(?=[,.;:)–—-])")
# "According to Orlov, the French envoy, Mira Arden, left": the office behind a name is the next one's, if no list goes on.
_HOLDER = re.compile(
    rf", [A-ZÀ-Þ]{_W}(?: [A-ZÀ-Þ]{_W}){{0,2}},? (?!(?:and|or|und|et|y|и|the|an?|who|whose|die|der|la|le|el)\b)[^\W\dA-ZÀ-Þ]"
)
_OF_STATE = re.compile(rf" of ((?:the )?[A-Z]{_W}(?: [A-Z]{_W})?)")
_NAMES_OFFICE = re.compile(rf"\b{_OFFICE}\b")
_FAR = 600  # characters before a name in which its sentence begins
_OWNING = ("'s", "’s", "s’", "s'")
_REACH = 100  # characters before a name that may say who that is
# Somebody is not of the state's side who was, or is against it; who reports or studies; and what stands behind these
# words is another's: where they are, to whom they are sent.
_NOT_OF_IT = re.compile(
    r"\b(?:former|ex-\w+|exiled?|opposition|dissident|defected|ousted|late|reporters?|correspondents?|columnists?|editors?"
    r"|journalists?|bloggers?|analysts?|experts?|professor|historian|economists?|media|newspapers?|dail(?:y|ies)|sites?"
    r"|broadcasters?|news)\b|-(?:born|based)\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(r"\b(?:on|in(?! chief)|with|against|about|at|from|en|auprès|в|на|при)\b.*")
# "In Lisbon with the Foreign Minister of Norland" tells where before it tells an office.
_WHERE = re.compile(rf"(?:(?!\b{_OFFICE}\b).)*\b(?:on|in|with|at|from)\b (?=.*\b{_OFFICE}\b)")
_SENT = re.compile(
    r"\b(envoy|ambassador|representative|mission|minister|secretary"
    r"|(?:chief|head|director|manager|coordinator|rapporteur)(?= for ))s? (?:to|for) .*",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"(?:the )?((?:(?:deputy|prime|foreign|defen[cs]e|interior|finance) )?(?:president|minister|chancellor|premier))",
    re.IGNORECASE,
)
_BARE_END = re.compile(
    rf"(?:\b(?P<its>its|the) )?\b{_BARE.pattern.removeprefix('(?:the )?')},?$", re.IGNORECASE
)
_SENTENCE = re.compile(r"\n|[.!?][”\"]? (?=[A-ZÀ-Þ])| [–—-] ")
_SUBJECT = re.compile(rf"(?:the )?((?:{_W} ){{1,3}})", re.IGNORECASE)
_OWN = re.compile(
    rf"{_BARE.pattern}|(?:the )?spokes(?:man|woman|person)", re.IGNORECASE
)  # of the office that reports it
_NAME = r"[A-ZÀ-Þ][\w-]+(?: [A-ZÀ-Þ][\w-]+)?"
_CAPITALS = re.compile(r"[A-ZÀ-Þ][\w-]+(?: [A-ZÀ-Þ][\w-]+)+")
# "A spokeswoman for Arden", "Mira Arden's adviser": on the side of whom they speak for.
_VOICE_OF = re.compile(
    rf"\b(?:spokes(?:man|woman|person)|aide|advis[eo]r) (?:for|to) (?:the )?"
    rf"(?:(?:{_W} )?(?i:{'|'.join(_OFFICES)}) )*(?P<of>{_NAME})$"
    rf"|^(?P<whose>{_NAME})['’]s? (?:[a-z-]+ )?(?:spokes(?:man|woman|person)|aide|advis[eo]r)$"
)
_LANGUAGES = frozenset(("de", "es", "fr", "ru"))
_INITIALS = 4  # letters of a name that is initials: EU, NATO


def state_written(state: str) -> str:
    """Return a state of the table as it is written: "United States", "EU"; "" for none."""
    return state.replace("-", " ").title() if len(state) > _INITIALS or state in _SHORT else state.upper()


_SHORT = frozenset("chad cuba fiji iran iraq laos mali oman peru togo".split())
STATES = tuple(sorted({state_written(state) for state in COUNTRIES.values()}))
"""All states, as they are written."""


def state_of_office(told: str) -> str:
    """Return the state of which somebody is what an article says they are, "" for none: "French President"."""
    if _NOT_OF_IT.search(told):
        return ""
    abroad = state_of_foreign_office(told)
    if abroad or is_foreign(told):
        return abroad
    return _country(_SENT.sub(r"\1", _ELSEWHERE.sub("", told)) or told)


@lru_cache(maxsize=4096)  # the same people speak in one article after the other
def state_of_name(name: str) -> str:
    """Return the state that a name alone tells, "" for none: a state, its capital, a body or an office of it.

    "Moscow" and "the Russian Foreign Ministry" are Russia's, "Moscow Times" and "Jordan Peterson" are nobody's.
    """
    plain = _plain(name).removeprefix("The ").removeprefix("the ")
    words = plain.split()
    lower = [word.lower().rstrip(".") for word in words]
    if not words or _NOT_OF_IT.search(plain):
        return ""
    if found := COUNTRIES.get("-".join(lower)) or state_named(lower) or state_of_foreign_office(plain):
        return found
    if SEATS & {lower[0], "-".join(lower[:2])}:
        return _country(" ".join(words[:2]))
    local = words[-1].islower() and any(word in DEMONYMS for word in lower)
    if is_body(lower) or BODY_NOUNS & set(lower) or local or _NAMES_OFFICE.search(plain):
        return state_of_office(plain)
    return ""


def state_of_outlet(outlet: str) -> str:
    """Return the state, as it is written, of the office by whose name an outlet goes, "" for none: "Kremlin readout"."""
    last = outlet.rpartition(" of ")[2]  # "Ministry of Foreign Affairs and European Union of Spain"
    state = _country(last) or _country(outlet) or state_of_foreign_body(outlet)
    return state_written(state) or state_in_outlet(outlet)


def _plain(told: str) -> str:
    return told.replace("’s", " ").replace("'s", " ").strip()


def _country(told: str) -> str:
    words = _WORD.findall(_plain(told))
    return country_of([word.lower() for word in words if word != "us"])


def affiliations(article: Article) -> dict[str, tuple[Affiliation, ...]]:
    """Return what an article says its speakers speak for, by their ids; what the reader said of a speaker is not asked.

    What it says of others stands under their whole names, and under "", of nobody, the states in no table of which it
    names an office.
    """
    found: dict[str, dict[Affiliation, None]] = {}
    told = [quote for quote in article.quotes if "speaker" not in quote.edited]
    names = dict.fromkeys(named for quote in told for named in called(quote).items())
    roles = dict.fromkeys(
        (*quote.speakers, quote.role) for quote in told if quote.role and len(quote.speakers) == 1
    )
    labels = {
        (*quote.speakers, quote.speaker_text.rpartition(" ")[0].lower()): None
        for quote in told
        if quote.speaker_text.isupper() and len(quote.speakers) == 1  # FOREIGN MINISTER ARDEN:
    }
    for speaker, role in (*roles, *labels):
        for each in _told(role, article):
            found.setdefault(speaker, {})[each] = None
    for speaker, name in names:
        found.setdefault(speaker, {}).update(dict.fromkeys(introductions(name, article)))
    for name in {*_introduced(article.text)} - {name for _, name in names}:
        found.setdefault(name, {}).update(dict.fromkeys(introductions(name, article)))
    named = dict.fromkeys(Affiliation(*each) for each in states_named(article))
    if is_record(article) and (state := state_in_outlet(article.outlet)):
        named[Affiliation(state, article.outlet)] = None
    found[""] = named | {each: None for those in found.values() for each in those if each.side not in STATES}
    return {speaker: tuple(those) for speaker, those in found.items() if those}


def _introduced(text: str) -> Iterator[str]:
    """Yield the names of two words beside which a text may name an office: set off by a comma, or behind its word."""
    for found in _CAPITALS.finditer(text):
        *_, first, last = found[0].split(" ")
        start = found.end() - len(f"{first} {last}")
        before = text[max(0, start - _LONGEST) : start].casefold().rstrip()
        if before.endswith(_TITLE_ENDS) or text.startswith((",", " of ", " ("), found.end()):
            yield f"{first} {last}"


def introductions(name: str, article: Article) -> Iterator[Affiliation]:
    """Yield what an article says of somebody by name right before or behind it: "French President X", "X, the envoy"."""
    words = name.rsplit(maxsplit=1)
    if not words or not words[-1][:1].isupper() or state_of_name(name):
        return
    text = article.text
    for first, last in _places(words[-1], text):
        before = _title_at_end(text[max(0, first - _REACH) : first])
        of = _OF_STATE.match(text, last)
        if before and (not before[1].endswith(",") or text[last : last + 1] in {",", ".", ")"}):
            yield from _told(before[1].strip(" ,"), article)
            yield from _of_subject(text[max(0, first - _FAR) : first], before[1].strip(" ,"))
            if of and (office := office_in(before[1])) and not COUNTRIES.get(_hyphened(of[1])):
                yield Affiliation(of[1].removeprefix("the "), f"{office} of {of[1]}")
        behind = _APPOSED.match(text, last, last + _REACH)
        if behind and _HOLDER.match(text, behind.end()):
            continue
        if behind and not _ELSEWHERE.match(behind[1]):
            yield from _told(behind[1], article)
        elif article.language in _LANGUAGES:
            near = text[max(0, first - _REACH) : first]
            unlisted = Affiliation(*state_before(near))
            if unlisted.side and not state_of_office(unlisted.told):
                yield unlisted
            for told in (office_before(near), office_behind(text, last)):
                yield from _told(told, article)
        elif of and (state := COUNTRIES.get(_hyphened(of[1]))):
            yield Affiliation(state_written(state), f"of {of[1]}")


def _of_subject(text: str, told: str) -> Iterator[Affiliation]:
    """Yield the state that a sentence begins with, of an office in it of no state; "its" has that of the sentence before.

    "Peru protested. Its foreign minister, X": a guess.
    """
    found = _BARE_END.search(told)
    if not found or state_of_office(told) or told[: found.start()].rstrip().endswith(_OWNING):
        return
    *_, before, sentence = ("", *_SENTENCE.split(text[: text.rindex(told) + found.start()]))
    if not sentence and (found["its"] or "").lower() == "its":
        sentence = before + " "
    words = subject[1].split() if (subject := _SUBJECT.match(sentence)) else []
    ends = (number for number in range(len(words), 0, -1) if words[number : number + 1] != ["and"])
    names = (" ".join(words[:number]) for number in ends)
    if state := next((COUNTRIES[each] for each in map(_hyphened, names) if each in COUNTRIES), ""):
        yield Affiliation(
            state_written(state), f"{told} in a sentence about {state_written(state)}", sure=False
        )


def _places(name: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield where a name stands in a text by itself, without an expression, which each name would need made for it."""
    first = text.find(name)
    while first >= 0:
        last = first + len(name)
        if _is_border(text, first) and _is_border(text, last):
            yield first, last
            first = text.find(name, last)
        else:
            first = text.find(name, first + 1)


def _is_border(text: str, at: int) -> bool:
    """Tell whether a word begins or ends at a place of a text."""
    before, behind = text[at - 1 : at] if at else "", text[at : at + 1]
    return (before.isalnum() or before == "_") != (behind.isalnum() or behind == "_")


def _title_at_end(text: str) -> re.Match[str] | None:
    """Return the office that ends a text, with a first name behind it at the most; the search for it takes long."""
    title = text.removesuffix("\n")
    if not title.endswith(" "):
        return None
    title = title[:-1].casefold()  # or with a first name behind it
    near = title.endswith(_TITLE_ENDS) or title.rpartition(" ")[0].endswith(_TITLE_ENDS)
    return _TITLE.search(text) if near and any(word in title for word in _OFFICES) else None


def _hyphened(name: str) -> str:
    return _plain(name).lower().removeprefix("the ").replace(" ", "-")


def _told(told: str, article: Article) -> Iterator[Affiliation]:
    told = _WHERE.sub("", " ".join(told.split()), count=1)
    if state := state_of_office(told):
        yield Affiliation(state_written(state), told)
    elif _OWN.fullmatch(told) and is_record(article) and (state := state_of_outlet(article.outlet)):
        # An office calls its own minister "the foreign minister".
        yield Affiliation(state, f"{told} in {article.outlet}", sure=False)
    elif article.language in ("", "en") and not _NOT_OF_IT.search(told):
        sent = _SENT.sub(r"\1", told)
        if state := state_unlisted(sent, article) or state_unlisted(told, article):
            yield Affiliation(state, told)
        elif (voice := _VOICE_OF.search(told)) and not _NAMES_OFFICE.search(
            of := voice["of"] or voice["whose"]
        ):
            yield Affiliation(of, told)  # but not of "Foreign Minister", whose name stands behind it


def office_in(told: str) -> str:
    """Return which office words name, without its state and holder: "foreign minister"; "" for none that is one's alone."""
    words = [word.lower() for word in _WORD.findall(told)]
    for first, second in pairwise(words):
        if _BARE.fullmatch(f"{first} {second}"):
            return f"{first} {second}"
    return next((word for word in words if _BARE.fullmatch(word)), "")

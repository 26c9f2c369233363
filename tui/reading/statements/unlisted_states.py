"""States in no table, by what articles call their offices: "Velmora's foreign minister", "the Velmoran president"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from tui.core.model import Article
from tui.reading.quotes.words.offices_table import MATTERS, country_of
from tui.reading.statements.foreign_states import OFFICE_WORDS

ADJECTIVE_ENDS = "(?:an|ese|ish|i)"
"""How adjectives of states end that are in no table: "Velmoran", "Kessani"."""

_HIGH = "(?:president|minister|chancellor|premier|ambassador|king|queen|emir)"
# Bodies that only states have, of which somebody is a voice or a head: "a spokesman for Velmora's navy".
_BODY = "(?:navy|army|armed forces|(?:foreign|defen[cs]e|interior|finance) ministry)"
_N = r"[A-ZÀ-Þ][\w-]+"
_STATE = rf"(?P<state>{_N}(?: {_N})?)"
_FOR = r"(?:(?:of|for) (?:the )?(?:[\w-]+ ){1,3}?)?"  # "minister of finance of", "minister for foreign affairs of"
_OFFICE_OF = (
    re.compile(rf"(?:^|\b){_STATE}['’]s? (?:[\w-]+ ){{0,3}}(?i:{_HIGH}|{_BODY})\b"),
    re.compile(rf"\b(?i:{_HIGH}) {_FOR}of (?:the )?{_STATE}(?: to (?:the )?{_N}(?: {_N})?)?\W*$"),
    re.compile(
        rf"(?:^|\b(?i:the|his|her|its) )(?P<state>{_N}{ADJECTIVE_ENDS})"
        rf" (?:[\w-]+ ){{0,2}}(?i:{_HIGH}|{_BODY}|counterpart|colleague)\b"
    ),
)
# Offices and bodies that only states have, wherever an article names them: presidents are of firms and clubs, too.
# It begins with a set of letters, for `re` leaps from one such letter to the next, and looks before it only then.
_NAMED = re.compile(
    r"[A-ZÀ-Þmpark](?<![\w'’].)(?:"
    rf"(?<=[A-ZÀ-Þ])(?P<state>[\w-]+(?: {_N})?)['’]s? (?:[\w-]+ ){{0,2}}?"
    r"(?i:minister|premier|ambassador|government|navy|parliament)\b"
    r"|(?i:(?<=m)inist(?:er|ry)|(?<=p)(?:remier|rimer ministro|remière? ministre)|(?<=a)mbassador|(?<=r)epublic"
    rf"|(?<=k)ingdom) {_FOR}(?:of|de|du) (?:the |la )?(?P<of>{_N}))",
    re.DOTALL,
)
_OF_OUTLET = re.compile(rf" of (?:the )?{_STATE}$")
# "La presidenta de Torra, Marguerite Arden", "le premier ministre de Norland Mira Arden": what stands before a name.
_ABROAD = re.compile(
    r"\b(?P<told>(?:[\w-]+ ){0,2}(?i:presidenta?|présidente?|ministr[eoa]s?|canciller|chanceli(?:er|ère)"
    r"|embajadora?|ambassad(?:eur|rice)|(?:\w+)?(?:minister|präsident|kanzler|botschafter)(?:in)?)"
    r"(?: de [a-zà-ÿ]\w+(?: [a-zà-ÿ]\w+)?)?"
    rf" (?:de (?:la )?|du |d['’]|von |del ){_STATE}),? (?:{_N} ){{0,2}}$"
)
_STEM = 4  # letters
_ADJECTIVE = re.compile(rf"(?:ian|{ADJECTIVE_ENDS})$")


def state_unlisted(told: str, article: Article) -> str:
    """Return the state in no table that an office is said to be of, as it is written there; "" for none.

    None is who holds an office in the article: "Lund's foreign minister" where it tells of President Lund.
    """
    found = next(filter(None, (each.search(told) for each in _OFFICE_OF)), None)
    state = _state(found["state"]) if found else ""
    return "" if state and _is_holder(state, article) else state


def _is_holder(name: str, article: Article) -> bool:
    """Tell whether an article tells of somebody by the office before a name, or before a first name and it."""
    holder = rf"\b(?i:{_HIGH}|mr\.?|mrs\.?|ms\.?) (?:{_N} )?{re.escape(name)}\b"
    return bool(re.search(holder, article.text))


def state_before(text: str) -> tuple[str, str]:
    """Return the state of the office, in French, German or Spanish, that `text` gives the name behind it, and its words."""
    found = _ABROAD.search(text)
    state = _state(found["state"]) if found else ""
    return (state, found["told"]) if found and state else ("", "")


def state_in_outlet(outlet: str) -> str:
    """Return the state of the office that an outlet is by its name, "" for none: "Ministry of Finance of Norland"."""
    found = _OF_OUTLET.search(outlet)
    return _state(found["state"]) if found else ""


def states_named(article: Article) -> Iterator[tuple[str, str]]:
    """Yield the states in no table of which an article names an office, and the words that do."""
    for found in _NAMED.finditer(f"{article.headline}\n{article.text}"):
        state = _state(found["of"] or found.string[found.start() : found.end("state")])
        if state and not country_of(state.lower().split()) and not _is_holder(state, article):
            yield state, " ".join(found[0].split())


def _state(words: str) -> str:
    """Return words that may be a state's name, "" where they are what an office is for: "Minister of Finance"."""
    each = words.lower().split()
    return "" if MATTERS.intersection(each) or OFFICE_WORDS.intersection(each) else words.removeprefix("The ")


def state_meant(side: str, states: Iterable[str]) -> str:
    """Return the one of some states whose adjective a side is: "Torsania" for "Torsanian"; the side itself for none."""
    stem = _ADJECTIVE.sub("", side)
    if stem == side or len(stem) < _STEM:
        return side
    same = re.compile(rf"{re.escape(stem)}(?:ia|a|y|e|n)?|{re.escape(side)}y")  # as Germany is German
    return next((each for each in sorted(states) if each != side and same.fullmatch(each)), side)


def state_known(name: str, states: Collection[str]) -> str:
    """Return which of some states a name begins with, as a noun or an adjective; "" for none: "the Torsanian navy"."""
    words = re.sub(r"^(?i:the|an?) ", "", name).split()
    for end in (2, 1):
        first = re.sub(r"['’]s?$", "", " ".join(words[:end]))
        if (state := state_meant(first, states)) in states:
            return state
    return ""

"""Institutions: which names are those of one body, and which only end in the same word.

"The Russian Foreign Ministry", "Russia's Ministry of Foreign Affairs" and, where it is the only one, "the
Foreign Ministry" are one body; the Russian Defense Ministry and the French Foreign Ministry are others. What
tells bodies apart is the whole name: the state, and the words for what the body does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tui.reading.quotes.words.offices_table import ADJECTIVES, COUNTRIES, FIELDS, MATTERS, country_of
from tui.reading.quotes.words.word_classes import word_set

# Nouns that end, or begin before "of", the name of a body.
BODY_NOUNS = word_set("""
    ministry department embassy presidency commission agency council committee court parliament senate
    office bureau directorate administration service secretariat consulate mission delegation staff
    command chancellery cabinet government assembly congress authority institute union bank fund
    organization organisation guard judiciary foundation association chamber board tribunal treasury navy army police
    military forces force coastguard gendarmerie constabulary headquarters
    observatory academy
""")
# Houses that speak for those within.
SEATS = frozenset(
    "kremlin elysee élysée elysée white-house downing-street whitehall quirinale vatican nato"
    " state-house government-house blue-house".split()
)
# With these a name of several words may end too; none is a surname.
_BODIES = SEATS | word_set("""
    company corporation university college party movement club league federation regime palace network newspaper media
    group coalition alliance parties nations states society agencies ministries
""")
_SPELLINGS = {
    "defence": "defense",
    "organisation": "organization",
    "centre": "center",
    "affairs": "",
    "the": "",
}
_ADJECTIVE = re.compile("(?:an|ese|ish|ic|i)$")  # "Vortanian", "Kessani"
# End so, and say of what a ministry is.
_OF_ANY_STATE = word_set(
    "public domestic urban human civilian republican metropolitan atomic ethnic islamic scientific"
)
_LETTERS = 5  # by which a state in no table is known: "Vortanian", "Vortania"
_JOINTS = word_set("of for and on the in to")
_HEAD_JOINTS = frozenset(("of", "for", "on", "in"))


_OF_EACH = frozenset(("ministry", "presidency", "government", "embassy", "parliament"))  # each state has one
_MINISTRIES = frozenset(("ministry", "department"))
_STAFFS = (("general", "staff"), ("joint", "staff"))
_STAFF_ENDS = ("staff", "general")
_STAFF_WORDS = tuple(map(frozenset, _STAFFS))
_OF_STAFF = word_set("armed forces army people military")


class BodyName(NamedTuple):
    """What a body is called: its state ("" where none is said), and the words for what it does."""

    country: str
    words: frozenset[str]


def is_body(words: Sequence[str]) -> bool:
    """Tell whether the words of a name, lower case, are those of an institution."""
    if not words:
        return False
    at = head_of_body(words)
    return words[-1] in BODY_NOUNS or words[at] in BODY_NOUNS or heads_body(words, at)


def head_of_body(words: Sequence[str]) -> int:
    """Return where the word of a body's name stands that says what it is: "fund", the "council" of "Council for Trade"."""
    if _HEAD_JOINTS.isdisjoint(words):
        return len(words) - 1
    joints = (at for at in range(1, len(words)) if words[at] in _HEAD_JOINTS)
    return next(joints, len(words)) - 1


def heads_body(words: Sequence[str], at: int) -> bool:
    """Tell whether a word and the one before it name a body, which an "of" goes on with: "General Staff"."""
    if words[at] not in _STAFF_ENDS:
        return False
    pair = tuple(words[max(at - 1, 0) : at + 1])
    return pair in _STAFFS or (pair[-1] == "general" and pair[0] in BODY_NOUNS)  # "Directorate General"


def is_short_for(one: BodyName, other: BodyName) -> bool:
    """Tell whether the name of a body leaves out only some of what another says it is for, or whose it is.

    So "the Trade Ministry" is the "Ministry of Trade and Industry", "the General Staff" that "of the Armed Forces".
    "The Foreign Ministry" is none of "Foreign Trade".
    """
    left = other.words - one.words
    told = one.words & FIELDS and one.words & _MINISTRIES and left <= MATTERS
    return one.words < other.words and bool(told or (left <= _OF_STAFF and one.words in _STAFF_WORDS))


def is_institution(name: str) -> bool:
    """Tell whether a speaker's name is that of a body, a house or a state, by its words or its capitals, and no person's."""
    words = [each.removesuffix("'s").removesuffix("’s") for each in name.casefold().split()]
    words = words[words[:1] == ["the"] :]
    whole = "-".join(words)
    initials = len(words) == 1 and len(name) > 1 and name.isupper()
    return bool(words) and (
        initials or whole in SEATS or whole in COUNTRIES or words[-1] in _BODIES or is_body(words)
    )


def body_name(words: Iterable[str]) -> BodyName:
    """Return what the words of a name, lower case, say of the body they name."""
    said = [word.rstrip(".") for word in words]
    words = [word.removesuffix("'s").removesuffix("’s") for word in said]
    country = country_of(words)
    each = not _OF_EACH.isdisjoint(words)
    if not country and each and (state := _unlisted(words, owned=words != said)):
        return BodyName(state[:_LETTERS], body_name(word for word in words if word != state).words)
    kept = []
    skip = False
    for number, word in enumerate(words):
        if skip:
            skip = False
            continue
        pair = f"{word}-{words[number + 1]}" if number + 1 < len(words) else ""
        both_say = not {word, *words[number + 1 : number + 2]} & BODY_NOUNS
        if country and both_say and COUNTRIES.get(pair) == country:
            skip = True
        elif word not in _JOINTS and not (country and country_of([word]) == country):
            kept.append(_SPELLINGS.get(word, word))
    return BodyName(country, frozenset(filter(None, kept)))


def _unlisted(words: Sequence[str], *, owned: bool) -> str:
    """Return the word for a state in no table in the name of a body that each has: "vortanian", "vortania"; "" for none.

    It leads the name or stands behind its last "of", and all other words are of what a ministry does; `owned` tells
    whether one has an 's.
    """
    words = words[words[0] in ("the", "a") :]
    own = [
        word for word in words if word and word not in _JOINTS | _OF_EACH and word not in ("the", "affairs")
    ]
    others = [word for word in own if word not in MATTERS]
    few = len(own) < 1 + ("ministry" in words)  # "the Ministry of Plenty"
    if len(others) != 1 or few or not others[0].isalpha() or len(others[0]) < _LETTERS:
        return ""
    (state,) = others
    behind = len(words) > 2 and words[-2:] == ["of", state]
    of_state = owned or (_ADJECTIVE.search(state) and state not in _OF_ANY_STATE)
    return state if behind or (words[0] == state and of_state) else ""


def state_adjective(country: str) -> str:
    """Return the adjective of a country of the table as it stands in names: "Russian"; "" where it has none."""
    word = ADJECTIVES.get(country, "")
    if country == "eu":
        return "EU"  # "European delegation" may be anybody's
    return word.upper() if "." in word else word.replace("-", " ").title()


def same_state(one: BodyName, other: BodyName) -> bool:
    """Tell whether no two states are said of two bodies."""
    return not one.country or not other.country or one.country == other.country

"""How far a name reaches over small words: "Ministry for Foreign Affairs", "Prado de Lund", "Security in Europe"."""

from __future__ import annotations

from tui.reading.media_names import ONE_WORD
from tui.reading.quotes.names.bodies import BODY_NOUNS, heads_body
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.first_names import sex_of
from tui.reading.quotes.words.offices_table import COUNTRIES, FIELDS, MATTERS
from tui.reading.quotes.words.tokens import TokenizedArticle
from tui.reading.quotes.words.word_classes import NAME_JOINTS, OFFICE_WORDS, PEOPLE, SINGULAR

_ALSO = (",", "and", "&")
_LONGEST = 5  # words of one thing that a body is for
_FAR = 9  # words
_FOR = frozenset(("for", "of", "on"))
# May stand before "and" in the name of a body, beside what ministries are for.
_FIRST = frozenset("peace electoral securities truth food ways independent medical legal".split())
_ACTS = ("tion", "sion", "ment")
_COMMISSIONED = ("commissioner", "representative", "coordinator", "rapporteur")
_CENTRES = ("center", "centre", "centers", "centres", "network", "campaign", "coalition", "alliance")
# Bodies that are sent to the place that ends their names.
_SENT = frozenset("force forces mission operation presence".split())
_SENT_TO = frozenset(
    "interim observer monitoring peacekeeping hybrid assistance advisory training support".split()
)
_POLITIES = ("republic", "kingdom", "state", "federation", "commonwealth", "principality", "emirate")
REGIONS = ("europe", "africa", "asia", "america", "arabia", "eurasia")


def name_end(skeleton: TokenizedArticle, anchor: int, last: int) -> int:
    """Return where a name goes on over "of", "de" or "&"."""
    shape, lower = skeleton.shape, skeleton.lower
    joint = lower[last]
    after = last + 1
    if joint in _ALSO and (joint != "&" or _pair_end(skeleton, last) > last):
        return _pair_end(skeleton, last)
    sent = joint in ("in", "for") and _is_sent(lower, anchor)
    if sent or (joint in ("of", "for", "on") and _is_of(lower, anchor)):
        if after < len(shape) and lower[after] == "the":
            after += 1
    elif joint not in NAME_JOINTS and not _serves(lower, last):
        return last
    end = _run_end(skeleton, after)
    if joint == "of" and not _is_of(lower, anchor):  # "Port of Norwick Authority"
        return end if end - after > 1 and lower[end - 1] in BODY_NOUNS else last
    body = end > after and (_is_body(lower[anchor]) or heads_body(lower, anchor))
    if body:
        end = _whole_end(skeleton, end)
    while body and (listed := _list_end(skeleton, end)) > end:
        end = listed  # "Department for Work and Pensions"
    if body:
        end = _region(skeleton, end, alone=lower[end - 1] in BODY_NOUNS)
    return end if end > after else last


def _run_end(skeleton: TokenizedArticle, first: int) -> int:
    """Return where the words with capitals end that begin at a word."""
    end = first
    while end < first + _LONGEST and (
        skeleton.shape[end : end + 1] == shapes.NAME or is_of_people(skeleton, end)
    ):
        end += 1
    return end


def _pair_end(skeleton: TokenizedArticle, at: int) -> int:
    """Return where a body's name ends with an "and" at word `at`: "Peace and Security Council"; `at` for none."""
    lower = skeleton.lower
    end = _run_end(skeleton, at + 1)
    known = lower[at - 1] in _FIRST or (
        lower[at - 1] in MATTERS and MATTERS.intersection(lower[at + 1 : at + 2])
    )
    return end if known and end - at > 2 and lower[end - 1] in BODY_NOUNS else at


def _whole_end(skeleton: TokenizedArticle, end: int) -> int:
    """Return where a body's name goes on to behind what it does: "Public Counsel" to "for Victims", "Prohibition" to "of …".

    A state, a person or a region behind a "for" is for whom something is said, and no part of it.
    """
    lower = skeleton.lower
    joint = lower[end : end + 1]
    act = joint == ["of"] and (lower[end - 1].endswith(_ACTS) or lower[end - 3 : end - 1] == ["for", "the"])
    act = act or (joint == ["of"] and lower[end - 1] in _POLITIES)  # "Ministry of the Republic of Chad"
    if not act and joint != ["for"]:
        return end
    first = end + 1 + (lower[end + 1 : end + 2] == ["the"])
    behind = _run_end(skeleton, first)
    if behind == first:
        return end
    whole = act or lower[end - 1] in _COMMISSIONED
    if not whole and (
        sex_of(tuple(lower[first:behind]))
        or lower[end - 1] in COUNTRIES
        or lower[first] in COUNTRIES
        or lower[first] in REGIONS
    ):
        return end
    owns = skeleton.shape[behind : behind + 1] == shapes.POSSESSIVE
    return behind if whole or not owns else end


def _list_end(skeleton: TokenizedArticle, at: int) -> int:
    """Return where what a body is for goes on from the "," or "and" at word `at`: "and Civic Education"; `at` if nowhere."""
    shape, lower = skeleton.shape, skeleton.lower
    first = at + 1
    if lower[at : first + 1] == [",", "and"]:
        first += 1
    end = first
    while end < first + _LONGEST and shape[end : end + 1] == shapes.NAME:
        end += 1
    if end == first or lower[at] not in _ALSO:
        return at
    if lower[first] in FIELDS:
        stop = next((word for word in range(first, end) if lower[word] not in FIELDS), end)
        return at if lower[stop : stop + 1] in (["minister"], ["secretary"]) else stop
    # "Ministry of Ecology and Natural Resources"
    first_of = lower[at - 1] in MATTERS or (lower[at - 2] in ("of", "for") and lower[at - 3] in BODY_NOUNS)
    if lower[end - 1].endswith(_ACTS) and end - first == 1 and {"of", "for"}.intersection(lower[at - 3 : at]):
        return end  # "Centre for Disease Control and Prevention"
    pair = end - first == 1 and lower[at - 2] in ("of", "for", "on") and _is_body(lower[at - 3])
    if pair and _are_things(lower[at - 1], lower[first]):
        return end  # "Authority for Ports and Canals"
    return end if lower[end - 1] in FIELDS and first_of else at


def _are_things(*words: str) -> bool:
    """Tell whether words in capitals are those of things, several of each, and nobody's name."""
    return all(word.endswith("s") and word not in COUNTRIES and word not in ONE_WORD for word in words)


def _is_body(word: str) -> bool:
    return word in BODY_NOUNS or word in _CENTRES


def _region(skeleton: TokenizedArticle, end: int, *, alone: bool) -> int:
    """Return where a body's name ends with the region behind it: "the Commission of the Council of Europe".

    Where the name does not end in another body's (`alone`) only what it is for has a region: "… for Security in Europe".
    """
    shape, lower = skeleton.shape, skeleton.lower
    joint = lower[end : end + 1]
    region = lower[end + 1 : end + 2]
    named = shape[end + 1 : end + 2] == shapes.NAME and region and region[0] in REGIONS
    return end + 2 if named and joint == (["of"] if alone else ["in"]) else end


def name_start(skeleton: TokenizedArticle, first: int, at: int, letters: str) -> int:
    """Return where the words of some classes before word `at` begin, over "de" and the like between names."""
    shape = skeleton.shape
    while at > first:
        before = at - 1
        while before > first and shape[at] == shapes.NAME and _joins(skeleton, before):
            before -= 1
        joined = before < at - 1
        if shape[before] not in (shapes.NAME if joined else letters):
            break
        at = before
    return at


def _joins(skeleton: TokenizedArticle, at: int) -> bool:
    """Tell whether a word can stand within a name: "de", or the "for" of "Ministry for Foreign Affairs"."""
    lower = skeleton.lower
    if is_of_people(skeleton, at):
        return True
    if lower[at] == "the":  # "Minister of the Interior"
        return at > 1 and (
            (lower[at - 1] in ("in", "for") and _is_sent(lower, at - 2))
            or (lower[at - 1] in ("of", "for") and _is_of(lower, at - 2))
            or (lower[at - 1] == "of" and lower[at - 2].endswith(_ACTS))
        )
    if lower[at] in _ALSO:
        return _list_end(skeleton, at) > at or _pair_end(skeleton, at) > at
    if lower[at] in ("in", "for") and _is_sent(lower, at - 1):
        return True
    if lower[at] == "in":  # "Organization for Security in Europe"
        what_for = not _FOR.isdisjoint(lower[max(0, at - _LONGEST) : at])
        return lower[at + 1] in REGIONS and what_for
    office = lower[at] == "for" and at > 0 and _is_of(lower, at - 1)
    office = office or (lower[at] == "on" and at > 0 and lower[at - 1] in BODY_NOUNS)
    if lower[at] == "for" and "of" in lower[max(0, at - _FAR) : at]:  # "Office of the High Commissioner for"
        body = any(_is_body(word) for word in lower[max(0, at - _FAR) : at])
        office = office or (body and _whole_end(skeleton, at) > at)
    return lower[at] in NAME_JOINTS or office or _serves(lower, at)


def is_of_people(skeleton: TokenizedArticle, at: int) -> bool:
    """Tell whether a word is the 's within a name: of "Korean People's Army", "Norland Doctors' Union"."""
    around = skeleton.lower[at - 2 : at + 2]
    named = skeleton.shape[at - 2 : at + 2] == shapes.NAME * 2 + shapes.POSSESSIVE + shapes.NAME
    people = named and (around[1] == "people" or SINGULAR.get(around[1]) in PEOPLE)
    return people and (around[1] == "people" or around[3] in OFFICE_WORDS or around[3] in BODY_NOUNS)


def _is_sent(lower: list[str], at: int) -> bool:
    """Tell whether a word ends what a body is called before where it is: "Interim Force", "Verification Mission"."""
    return lower[at] in _SENT and (lower[at - 1] in _SENT_TO or lower[at - 1].endswith(_ACTS))


def _is_of(lower: list[str], at: int) -> bool:
    """Tell whether a name goes on over "of" behind a word: "Ministry", "Directorate General", "General Staff"."""
    if lower[at] in OFFICE_WORDS or lower[at] in _CENTRES or heads_body(lower, at):
        return True
    of = at + 2 + (lower[at + 2 : at + 3] == ["the"])
    matters = any(word in MATTERS or word in BODY_NOUNS for word in lower[of : of + 2])
    return matters and lower[at] in BODY_NOUNS and lower[at + 1 : at + 2] == ["of"]


def _serves(lower: list[str], at: int) -> bool:
    """Tell whether a word is the "for" of "Transport for London"."""
    around = lower[at - 1 : at + 2]
    return len(around) > 2 and around[1] == "for" and around[0] in MATTERS and around[2] in COUNTRIES

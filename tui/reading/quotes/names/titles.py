"""Titles of several words: where "Secretary of State" ends and the name of its holder begins."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from tui.reading.quotes.names.bodies import BODY_NOUNS, head_of_body, heads_body
from tui.reading.quotes.names.mentions import NAME, NOUN, Mention
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.offices_table import COUNTRIES, DEMONYMS, FIELDS, PORTFOLIOS
from tui.reading.quotes.words.small_words import OF_MATTERS
from tui.reading.quotes.words.tokens import TokenizedArticle
from tui.reading.quotes.words.word_classes import NOUNS, PEOPLE, TITLES, word_set

# Offices that are "of", "for" or "to" something.
_OFFICES = word_set("""
    secretary minister representative director president chief chancellor commissioner envoy ambassador
    adviser advisor head chairman chairwoman chair governor speaker undersecretary secretary-general general
    prosecutor delegate commander deputy leader coordinator rapporteur premier
""")
_ALSO = frozenset(("and", "&"))
# What an office may be of, beside states, portfolios and bodies.
_MATTERS = word_set("""
    state affairs exchequer staff united nations nato un eu g7 osce council relations cooperation policy development
    integration war peace intelligence federal republic federation kingdom states europe africa asia
    east west middle climate human rights industry science technology digital information strategic
    communications planning operations army forces armed general reintegration reconstruction sanctions
    privy seal duchy northern ireland wales scotland home budget internal market competition enlargement
""")
OFFICE_MATTERS = _MATTERS | FIELDS | PORTFOLIOS | BODY_NOUNS | frozenset(COUNTRIES)
_NOUNS = shapes.NOUN + shapes.OTHER
_QUALIFIERS = shapes.OTHER + shapes.ADJECTIVE
_SOMEBODY = ("official", "executive")  # "a Hamas official"
_BOSSES = (TITLES & PEOPLE) - OFFICE_MATTERS  # words before a name that say who somebody is
_LONGEST = 3  # things that an office is of: "for Foreign Affairs, Trade and Defence"


def join_titles(skeleton: TokenizedArticle, mentions: list[Mention]) -> list[Mention]:
    """Return the mentions with each title of several words joined to the name behind it.

    "the Secretary" + "of" + "State Marc Rubin" is one mention, whose name is "Marc Rubin". An office without a
    name behind it stays as it was found.
    """
    joined: list[Mention] = []
    at = 0
    while at < len(mentions):
        office = _whole(skeleton, mentions[at])
        if joined and (office.first, office.last) == (joined[-1].first, joined[-1].last):
            at += 1  # a name that went on over "of" is found again behind it
            continue
        if (begin := _begin(skeleton, office)) < office.first:
            if office.first == office.name_first:
                office = replace(office, name_first=min(_name_first(skeleton, office), office.name_last - 1))
            joined.append(replace(office, first=begin))
            at += 1
            while at < len(mentions) and mentions[at].first < office.last:
                at += 1
            continue
        end = _reach(skeleton, mentions, at) if _is_office(skeleton, office) else at
        if end > at:
            whole = mentions[end]
            first = min(_name_first(skeleton, whole), whole.name_last - 1)
            joined.append(replace(whole, first=office.first, name_first=first))
            at = end + 1
        else:
            joined.append(office)
            at += 1
            while (
                office.last > mentions[at - 1].last
                and at < len(mentions)
                and mentions[at].first < office.last
            ):
                at += 1  # the noun of "the Japanese central bank"
    return joined


def _whole(skeleton: TokenizedArticle, mention: Mention) -> Mention:
    """Return a mention with the noun that its adjective of a state belongs to: "a senior French" + "official"."""
    lower, shape = skeleton.lower, skeleton.shape
    at = mention.last
    if at >= len(lower) or mention.owner:
        return mention
    state = mention.kind == NAME and DEMONYMS.issuperset(lower[mention.name_first : at])
    someone = shape[mention.first] == shapes.DETERMINER and lower[at] in _SOMEBODY
    if not state and not (someone and shape[at + 1 : at + 2] not in shapes.HEAD + shapes.ADJECTIVE):
        return mention
    # "official" and the like are adjectives elsewhere
    qualifies = shape[at] == shapes.ADJECTIVE and lower[at + 1 : at + 2] and lower[at + 1] in NOUNS
    if not (shape[at] in _NOUNS or lower[at] in NOUNS or qualifies) or not skeleton.text[at][0].islower():
        return mention
    while (
        at + 1 < len(lower)
        and shape[at] in _QUALIFIERS
        and lower[at] not in _SOMEBODY
        and (shape[at + 1] in _NOUNS or lower[at + 1] in _SOMEBODY)
    ):
        at += 1
    return replace(mention, last=at + 1, head=at, kind=NOUN, name_first=-1, name_last=-1)


def _begin(skeleton: TokenizedArticle, mention: Mention) -> int:
    """Return where the office begins that stands right before a name: "Secretary of" before "State Marc Rubin"."""
    lower, shape = skeleton.lower, skeleton.shape
    at = mention.first - 1
    if at > 0 and lower[at] == "the":
        at -= 1
    if lower[at] == "for" and lower[at - 2 : at] == ["of", "state"]:
        at -= 2  # "secretary of state for trade Ida Lund"
    if (
        mention.kind != NAME
        or at < 1
        or lower[at] not in ("of", "for")
        or (skeleton.word_before(mention.first) == "for" and _is_boss(skeleton, mention))
        or lower[at - 1].rpartition("-")[2] not in _OFFICES
        or shape[at - 1] not in shapes.HEAD + shapes.ADJECTIVE  # "Chief"
        or not (
            mention.name_first < _name_first(skeleton, mention) < mention.name_last
            or OFFICE_MATTERS.issuperset(lower[mention.first : mention.name_first] or ("",))
        )
    ):
        return mention.first  # "state Ida Lund"
    at -= 1
    while at > 0 and shape[at - 1] in shapes.HEAD + shapes.ADJECTIVE:
        at -= 1
    return at - 1 if at > 0 and lower[at - 1] == "the" else at


def _is_office(skeleton: TokenizedArticle, mention: Mention) -> bool:
    if mention.kind not in (NAME, NOUN) or mention.owner:
        return False
    words = skeleton.lower[mention.first : mention.last]
    if words[-1].rstrip(".").rpartition("-")[2] in _OFFICES:  # "Vice-President"
        return True
    return not OF_MATTERS.isdisjoint(words) and any(
        one in _OFFICES and two in OF_MATTERS and not heads_body(words, number)
        for number, (one, two) in enumerate(pairwise(words))  # "Secretary of State"
    )


def _reach(skeleton: TokenizedArticle, mentions: list[Mention], at: int) -> int:
    """Return the number of the mention in which the title begun at `at` ends with a name; `at` where none does."""
    lower = skeleton.lower
    whole = OF_MATTERS.isdisjoint(lower[mentions[at].first : mentions[at].last])
    joints = OF_MATTERS if whole else OF_MATTERS | _ALSO
    for number in range(at + 1, min(len(mentions), at + 1 + _LONGEST)):
        before, mention = mentions[number - 1], mentions[number]
        gap = lower[before.last : mention.first]
        # "to the United Nations": the article may stand with the mention or before it
        if not gap or gap[0] not in joints or gap[1:] not in ([], ["the"]) or mention.kind != NAME:
            return at
        if gap[0] in _ALSO and not _OFFICES.isdisjoint(lower[mention.first : mention.last]):
            return at  # another office
        if gap in (["to"], ["for"]) and _is_boss(skeleton, mention):
            return at  # "an adviser to Foreign Minister Ida Lund"
        first = _name_first(skeleton, mention)
        noun = skeleton.word_before(mention.name_first) if mention.name_first > mention.first else ""
        if mention.name_first < first < mention.name_last or noun in BODY_NOUNS:
            return number
        joints = OF_MATTERS | _ALSO
    return at


def _is_boss(skeleton: TokenizedArticle, mention: Mention) -> bool:
    """Tell whether a name has an office before it that another serves: "Foreign Minister Ida Lund"."""
    words = skeleton.lower[mention.first : mention.last - 1]
    # but not "the President for Trade Ida Lund"
    return not _BOSSES.isdisjoint(words) and OF_MATTERS.isdisjoint(words)


def _name_first(skeleton: TokenizedArticle, mention: Mention) -> int:
    """Return the first word of a name that is not the matter of an office; its end where all are."""
    words = skeleton.lower[mention.name_first : mention.name_last]
    at = head_of_body(words)
    if words[at] in BODY_NOUNS and OFFICE_MATTERS.issuperset(words[at + 2 :]):
        # of the "Norland Aviation Authority", "Standing Committee on Foreign Relations"
        return mention.name_last
    first = max(mention.name_first, mention.first)
    while first < mention.name_last and skeleton.lower[first].rstrip(".") in OFFICE_MATTERS:
        first += 1
    # "Eurasian Affairs Ida Lund", whatever the first of these words is
    for at in range(first, mention.name_last - 1):
        if skeleton.lower[at] in FIELDS:
            first = at + 1
    plain = OF_MATTERS.isdisjoint(skeleton.lower[mention.name_last - 2 : mention.name_last])
    if first == max(mention.name_first, mention.first) and mention.name_last - first > 2 and plain:
        return mention.name_last - 2  # a place that is in no table, and a name
    # a matter in no table: "Committee on Standards"
    return mention.name_last if skeleton.lower[first : first + 1] == ["on"] else first

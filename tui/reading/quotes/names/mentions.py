"""Who and what an article speaks of: names, "the spokesman", "he"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tui.reading.quotes.names.bodies import BODY_NOUNS
from tui.reading.quotes.names.name_joints import is_of_people, name_end, name_start
from tui.reading.quotes.names.noun_compounds import is_compound, is_of_matters, qualifies_people
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.cue_verbs import CUES
from tui.reading.quotes.words.first_names import sex_of
from tui.reading.quotes.words.offices_table import COUNTRIES, MATTERS, QUALIFYING, country_of
from tui.reading.quotes.words.tokens import TokenizedArticle
from tui.reading.quotes.words.word_classes import NAME_JOINTS, ROLES, word_set

_RUN = re.compile(f"[{shapes.PRONOUN}{shapes.NOUN_PHRASE}]+|{shapes.RELATIVE}|{shapes.OTHER_PRONOUN}")
_BRIDGE = shapes.ADJECTIVE + shapes.NUMBER  # may stand between two nouns of one phrase
_LEADING = shapes.PARTICIPLE + shapes.OTHER  # is cut from the front: "walking the city's"
_BARE = shapes.HEAD + shapes.ADJECTIVE  # belongs to a noun without an article
_VERB_NEXT = shapes.PREVERB + shapes.CUE
_OF_STATES = ROLES | {"secretary", "speaker"}  # whoever bears one, it is told of which state
_QUALIFIER = shapes.ADJECTIVE + shapes.OTHER
_PASSING_ON = ("quote", "cite")
NAME, NOUN, PRONOUN = "name", "noun", "pron"
_OF_PLACES = ("city", "state", "republic", "islands", "island", "province", "county", "of")
_CREDITS = word_set("images image photo reuters afp epa shutterstock instagram facebook twitter email")
_MAX_RUN = 24
_NUMBERED = (shapes.NUMBER + shapes.CUE, shapes.NUMBER + shapes.ADVERB, shapes.NUMBER + shapes.AUXILIARY)
_CLOCK = re.compile(r"[012]?\d[:.h][0-5]\d")


@dataclass(slots=True, kw_only=True)
class Mention:
    """One mention: words `first` to `last` (exclusive) of the skeleton.

    `kind` is name, noun or pron; `head` the place of its main word; `name_first`, `name_last` the
    range of its name, if it has one; `owner` is true where it only says whose the next thing is.
    """

    first: int
    last: int
    head: int
    kind: str
    name_first: int = -1
    name_last: int = -1
    owner: bool = False
    number: int = -1
    entity: int = -1


def find_mentions(skeleton: TokenizedArticle) -> list[Mention]:
    """Return the mentions outside quotes, in order of their first word."""
    shape, lower = skeleton.shape, skeleton.lower
    found: list[Mention] = []
    for match in _RUN.finditer(shape):
        first, last = match.span()
        if shape[first] == shapes.RELATIVE:
            if lower[first] in ("who", "which"):
                found.append(Mention(first=first, last=first + 1, head=first, kind=PRONOUN))
            continue
        if _is_quoted(skeleton, first, last):
            found.append(Mention(first=first, last=last, head=first, kind=PRONOUN))
        elif shape[first] != shapes.OTHER_PRONOUN:
            # a name that went on over "of" has taken the words of this run already
            first = max(first, found[-1].last) if found else first
            _read_run(skeleton, first, last, found)
    for number, mention in enumerate(found):
        mention.number = number
    return found


def _is_quoted(skeleton: TokenizedArticle, first: int, last: int) -> bool:
    """Tell whether words are "him" or "her" whose words another passes on: "quoted her as saying", "cited him:"."""
    shape, lower = skeleton.shape, skeleton.lower
    if (
        last - first > 1
        or lower[first] not in ("him", "her")
        or CUES.get(lower[first - 1]) not in _PASSING_ON
    ):
        return False
    return shape[last : last + 2] in (shapes.AS_SAYING, ":" + shapes.QUOTE, "," + shapes.QUOTE)


def _read_run(skeleton: TokenizedArticle, first: int, last: int, found: list[Mention]) -> None:
    """Cut a run of nominal words into mentions."""
    shape = skeleton.shape
    first += (
        last - first > 1 and shape[first] == shapes.NUMBER and bool(_CLOCK.fullmatch(skeleton.lower[first]))
    )
    start = first  # where the mention being read begins
    anchor = -1  # the last name or noun seen
    at = first
    while at < last:
        letter = shape[at]
        if letter == shapes.PRONOUN:
            _close(skeleton, start, anchor, found)
            found.append(Mention(first=at, last=at + 1, head=at, kind=PRONOUN))
            start, anchor = at + 1, -1
        elif letter == shapes.DETERMINER:
            if at > start:
                _close(skeleton, start, anchor, found, at)
                start, anchor = at, -1
        elif letter == shapes.POSSESSIVE and not is_of_people(skeleton, at):
            if anchor == at - 1 and anchor >= start:
                _close(skeleton, start, anchor, found)
                if found and found[-1].last == at:
                    found[-1].owner = True
                anchor = -1  # the next mention includes its owner
            elif shape[start] == shapes.DETERMINER and shape[at - 1] == shapes.OTHER and start < at - 1:
                anchor = -1  # "the fishermen's union": the owner is no mention of its own
            else:
                start, anchor = at + 1, -1
        elif letter in shapes.HEAD:
            if anchor >= 0 and anchor < at - 1 and not _goes_together(skeleton, anchor, at):
                _close(skeleton, start, anchor, found)
                start = at
            anchor = at
        at += 1
        if at == last and 0 <= anchor < last - 1 and is_compound(skeleton, start, anchor, last):
            anchor = last - 1  # "city hall said"
        if at == last and anchor == last - 1 and last < len(shape) and shape[anchor] == shapes.NAME:
            extended = name_end(skeleton, anchor, last)
            if extended > last:
                at, last = extended, _with_noun(shape, extended)
                anchor = extended - 1
    _close(skeleton, start, anchor, found, last)


def _behind_credit(skeleton: TokenizedArticle, first: int, last: int) -> int:
    """Return where a person's name begins behind what stands above it on a page: "Getty Images | Ida Lund"."""
    lower = skeleton.lower
    names = [at for at in range(last - 1, first, -1) if lower[at - 1] in _CREDITS]
    agency = first + 2 in names and lower[first : first + 2] == ["getty", "images"]
    return next((at for at in names if agency or sex_of(tuple(lower[at : last + 1]))), first)


def _with_noun(shape: str, end: int) -> int:
    """Return where a run ends in which a name that went on over "of" qualifies a noun: "Ministry of Finance spokesman"."""
    behind = _RUN.match(shape, end)
    return behind.end() if behind and shape[end] in (shapes.NOUN, shapes.POSSESSIVE) else end


def _goes_together(skeleton: TokenizedArticle, anchor: int, at: int) -> bool:
    """Tell whether the heads at two words are of one phrase, as in "press office chief" and "Prado de Lund"."""
    shape = skeleton.shape
    if shape[anchor] == shape[at] == shapes.NAME:
        return NAME_JOINTS.issuperset(skeleton.lower[anchor + 1 : at]) or is_of_people(skeleton, at - 1)
    return _bridge(shape, anchor + 1, at) or is_of_matters(skeleton, anchor, at)


def _bridge(shape: str, first: int, last: int) -> bool:
    """Tell whether the words between two nouns can belong to one noun phrase."""
    return last - first <= 2 and all(letter in _BRIDGE for letter in shape[first:last])


def _close(skeleton: TokenizedArticle, start: int, anchor: int, found: list[Mention], end: int = -1) -> None:
    """Add the mention that begins at `start` with its last noun at `anchor`, if it is one."""
    shape = skeleton.shape
    if anchor < start:
        if start < end:
            _close_plain(skeleton, start, end, found)
        return
    first = start
    while shape[first] in _LEADING and shapes.POSSESSIVE in shape[first:anchor] and first < anchor:
        first += 1
    if shape[first] != shapes.DETERMINER and shapes.POSSESSIVE not in shape[first : anchor + 1]:
        # without an article only words that can stand before a noun belong to it
        core = name_start(skeleton, first, anchor, _BARE)
        first = core - (
            core > start and qualifies_people(skeleton, core - 1) and shape[anchor] == shapes.NOUN
        )
        if (native := _native(skeleton, start, core, anchor)) >= 0:
            first = native
        while (
            shape[first] == shapes.ADJECTIVE
            and first < anchor
            and first > start
            and shape[first - 1] == shapes.OTHER
        ):
            first += 1
    if anchor - first > _MAX_RUN:
        first = anchor - _MAX_RUN
    if shape[anchor] == shapes.NAME:
        name_first = name_start(skeleton, first, anchor, shapes.NAME)
        if (own := _behind_credit(skeleton, name_first, anchor)) > name_first:
            first = name_first = own
        office = _office(skeleton, name_first, anchor)
        of = skeleton.lower[office + 1 : office + 2] == ["of"]
        # "Minister of Foreign Affairs Ida Lund"
        behind = skeleton.lower[office + 2 : anchor + 1]
        field = of and bool(MATTERS.intersection(behind[:1]))
        named = field and anchor - office > 2 and skeleton.lower[anchor] not in MATTERS
        # "President of Norland Ida Lund"
        width = 2 if "-".join(behind[:2]) in COUNTRIES else int(behind[:1] != [] and behind[0] in COUNTRIES)
        named = named or (width > 0 and len(behind) - width > 1)
        # or of a place in no table
        named = named or (
            len(behind) > 2 and BODY_NOUNS.isdisjoint(behind) and bool(sex_of(tuple(behind[-2:])))
        )
        alone = name_first < office == anchor and shape[first] == shapes.DETERMINER  # "the Prime Minister"
        noun = skeleton.lower[office]
        if (alone and noun in ROLES) or (of and noun in _OF_STATES and anchor - office < 5 and not named):
            # "the President of France", "the Prime Minister of France", and no name after it
            found.append(Mention(first=first, last=anchor + 1, head=office, kind=NOUN))
            return
        if _opens_with_seat(skeleton, name_first, anchor):  # "In Muscat Lund said"
            at = name_first
            found.append(Mention(first=at, last=at + 1, head=at, kind=NAME, name_first=at, name_last=at + 1))
            first = name_first = at + 1
        last = anchor + 1
        if shape[last : last + 2] in _NUMBERED and skeleton.lower[last].isdigit():
            last += 1  # "Channel 13"
        found.append(
            Mention(first=first, last=last, head=anchor, kind=NAME, name_first=name_first, name_last=last)
        )
        return
    name_last = anchor
    while name_last > first and shape[name_last - 1] != shapes.NAME:
        name_last -= 1
    name_first = name_last
    while name_first > first and shape[name_first - 1] == shapes.NAME:
        name_first -= 1
    if name_last == name_first or shapes.POSSESSIVE in shape[name_last:anchor]:
        name_first = name_last = -1
    last = anchor + 1
    found.append(
        Mention(first=first, last=last, head=anchor, kind=NOUN, name_first=name_first, name_last=name_last)
    )


def _office(skeleton: TokenizedArticle, first: int, anchor: int) -> int:
    """Return where the noun of an office stands in a name that may be one: behind the "Deputy Prime" of "Minister"."""
    at = first
    while at < anchor and skeleton.lower[at] in QUALIFYING:
        at += 1
    return at


def _opens_with_seat(skeleton: TokenizedArticle, first: int, anchor: int) -> bool:
    """Tell whether a state or its seat stands before the name of who speaks there, who begins with the next word."""
    lower = skeleton.lower
    where = first > 0 and skeleton.text[first - 1] == "In" and lower[first] in COUNTRIES
    speaks = skeleton.shape[anchor + 1 : anchor + 2] == shapes.CUE
    return where and speaks and anchor > first and lower[first + 1] not in _OF_PLACES


def _native(skeleton: TokenizedArticle, start: int, core: int, anchor: int) -> int:
    """Return where "Danish border police" begins, whose noun is at `anchor` and known words at `core`; -1 for no state."""
    at = core - 1
    while at > start and at > core - 3 and skeleton.shape[at] == shapes.OTHER:
        at -= 1
    body = skeleton.lower[anchor] in BODY_NOUNS and skeleton.shape[anchor] == shapes.NOUN
    return at if body and start <= at < core - 1 and country_of([skeleton.lower[at]]) else -1


def _close_plain(skeleton: TokenizedArticle, start: int, end: int, found: list[Mention]) -> None:
    """Add a mention without a known noun: "the gambling tycoon's", "another", "doctors" before a verb."""
    shape, lower = skeleton.shape, skeleton.lower
    owned = shapes.POSSESSIVE in shape[start:end]
    while owned and shape[start] == shapes.PAST:
        start += 1  # "came Lund's"
    if shape[start] == shapes.DETERMINER or owned:
        last = start + 1
        while last < end and last < start + 5 and not (shape[last] in shapes.PARTICIPLE and last > start + 1):
            last += 1
        if last == start + 1 and lower[start] in (
            "the",
            "a",
            "an",
            "my",
            "your",
            "its",
            "their",
            "his",
            "her",
            "no",
        ):
            return
        if last == start + 1 and shape[last : last + 1] == shapes.TIME:  # "this month"
            return
        found.append(Mention(first=start, last=last, head=last - 1, kind=NOUN))
        return
    last = end
    while last > start and shape[last - 1] in shapes.PARTICIPLE:
        last -= 1
    if last == start:
        return
    following = shape[last] if last < len(shape) else "."
    cited = start > 0 and CUES.get(lower[start - 1]) in _PASSING_ON and following == ","
    if lower[last - 1].endswith("s") and (following in _VERB_NEXT or cited):
        first = last - 1
        while first > start and first > last - 3 and shape[first - 1] in _QUALIFIER:
            first -= 1
        found.append(Mention(first=first, last=last, head=last - 1, kind=NOUN))

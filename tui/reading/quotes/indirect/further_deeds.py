"""What the writer tells behind a content of how it was said, or of what else was done: no words of its speaker's."""

from __future__ import annotations

import re

from tui.reading.quotes.cues.confidence import PLAIN
from tui.reading.quotes.cues.speaker_features import CLAUSAL
from tui.reading.quotes.indirect.content_starts import SUBORDINATORS, WITHHOLDING, main_verb
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.cue_verbs import CUES
from tui.reading.quotes.words.tokens import TokenizedArticle
from tui.reading.quotes.words.word_classes import word_set

_OF_THINGS = word_set("announce describe demand ask urge cite express reject")
_BEGINS_OBJECT = frozenset(shapes.DETERMINER + shapes.NAME + shapes.CONNECTIVE)
_TAKEN = frozenset((*_BEGINS_OBJECT, shapes.OTHER_PRONOUN))
_CLAUSES = tuple(who + shapes.PAST for who in shapes.HEAD + shapes.PRONOUN)
_AS_SHE_WENT = (shapes.PRONOUN + shapes.PAST, shapes.PRONOUN + shapes.CUE)
_LEFT = re.compile(f"{shapes.PAST}[{shapes.ADVERBIAL}]*[.,{shapes.BREAK}]")
_SPEAKERS = word_set("he she they")
_OF_PEOPLE = word_set(
    "thanked congratulated praised commended greeted saluted apologised apologized"
)  # no dam does that
_NOT_PAST = word_set("is are will can may must shall has have")
_BEHIND_PASSIVE = word_set("of to by as")
_BARE_ENDS = frozenset(place + "." for place in shapes.ADVERBIAL + shapes.ADJECTIVE + shapes.CONNECTIVE)
_OF_FUTURE = word_set("will would can could shall should may might must")
_LEADS = word_set("that there")
_SINCE = (["has", "since"], ["have", "since"])
_NO_MORE = [["when", "in", "fact"]]
_NO_MORE += [[side, "said", what] for side in ("and", "but") for what in ("little", "nothing", "no")]
_SIDES = word_set("and but")
_OF_STATES = word_set("is are was were will would can could may might must should")
# "will be known and announced on Monday": of a verb that takes an object and has none
_PUBLISHED = word_set(
    "announce publish report reveal confirm disclose release issue discuss present declare explain"
)
_PLACED = re.compile(
    f"(?:[{shapes.ADVERBIAL}]|{shapes.CONNECTIVE}[{shapes.NAME}{shapes.TIME}{shapes.NUMBER}]+)+[,.{shapes.BREAK}]"
)


def without_deeds(skeleton: TokenizedArticle, first: int, last: int) -> int:
    """Return where a content ends before what the writer says of how it was said, or of what else was done.

    "He would go on⟧, without giving a reason", "accused her of stealing it⟧ and forced her out".
    """
    shape, lower = skeleton.shape, skeleton.lower
    if first >= last:
        return last
    opening = lower[first].endswith("ing") and shape[first] != shapes.CUE
    if lower[first] in ("no", "yes") and lower[first + 1 : first + 3] in ([",", "and"], [",", "but"]):
        return first + 1  # "said no, | and they left"
    if (cut := min(_thing_end(skeleton, first, last), _told_end(skeleton, first, last))) < last:
        return cut
    for at in range(first + 2, last - 1):
        if _is_set_beside(skeleton, first, at):
            return first + len(shape[first:at].rstrip(",-"))
        if lower[at] == "without" and lower[at + 1] in WITHHOLDING and shape[at - 1] == ",":
            return at - 1 - (lower[at - 2] == "and")
        if lower[at] == "and" and lower[at + 1] in _OF_PEOPLE and _is_of_things(shape, first, at):
            return at  # "that the dam was old | and thanked the mayor"
        if lower[at] == "and" and _said_on(skeleton, first, at + 1):
            return at - (shape[at - 1] == ",")  # "that the dam was old | and called for a new one"
        # "denied hiding it | and last week left"
        past = at + 1 + 2 * (opening and shape[at + 2 : at + 3] == shapes.TIME)
        if lower[at] != "and" or shape[past : past + 1] != shapes.PAST or "," in shape[first:at]:
            continue
        if opening or (lower[first] == "to" and shape[at + 2 : at + 3] in tuple(_BEGINS_OBJECT)):
            return at  # "to pay | and praised the mayor", but not "to free jailed and wounded men"
    return last


def _is_set_beside(skeleton: TokenizedArticle, first: int, at: int) -> bool:
    """Tell whether word `at` begins what was so meanwhile, in fact or since, or that no more was said.

    "That the dam holds | as she left the hall", "that it was full | when in fact it was dry", "to hiding it | and has
    since paid", "that it was full – | and said little else".
    """
    shape, lower = skeleton.shape, skeleton.lower
    went = lower[at] == "as" and lower[at + 1] in _SPEAKERS and shape[at + 1 : at + 3] in _AS_SHE_WENT
    since = lower[at] == "and" and lower[at + 1 : at + 3] in _SINCE and main_verb(skeleton, first, at) < 0
    told = lower[at : at + 3] in _NO_MORE or lower[at : at + 2] == ["even", "as"]
    return since or told or (went and _is_now(skeleton, first, at))


def is_published(skeleton: TokenizedArticle, first: int, at: int) -> bool:
    """Tell whether a verb at word `at` is of what is done to a thing: "the toll will be known and announced on Monday".

    It takes an object and has none, and another participle stands before it.
    """
    helped = shapes.AUXILIARY in skeleton.shape[first:at] and skeleton.lower[at + 1 : at + 2] != ["so"]
    return (
        helped and CUES.get(skeleton.lower[at]) in _PUBLISHED and bool(_PLACED.match(skeleton.shape, at + 1))
    )


def _said_on(skeleton: TokenizedArticle, first: int, at: int) -> bool:
    """Tell whether a past verb of saying at word `at` goes on with no such clause as it follows: "is old", "will come"."""
    said, following = (*skeleton.lower[at : at + 2], "")[:2]
    if skeleton.shape[at] != shapes.CUE or CUES[said] == said or said.endswith("ing"):
        return False
    if following in _BEHIND_PASSIVE:  # "that he was ill | and accused of theft" goes on
        return False
    if skeleton.shape[at + 1 : at + 3] in _BARE_ENDS:  # "that it is long and published online"
        return False
    if is_published(skeleton, first, at):
        return False
    end = skeleton.sentences[skeleton.sentence[at]][1]
    clause = following in _LEADS or skeleton.shape[at + 1] in shapes.BEGINS_SUBJECT
    goes_on = clause and main_verb(skeleton, at + 1, end) > at + 1
    if goes_on and CUES[said] in PLAIN & CLAUSAL and main_verb(skeleton, first, at - 1) >= 0:
        return True  # "that the dam had burst | and said it was old"
    verb = main_verb(skeleton, first, at - 1)
    if (
        verb < 0
        or skeleton.lower[verb] not in _OF_STATES
        or not SUBORDINATORS.isdisjoint(skeleton.lower[verb:at])
    ):
        return False
    return {shapes.PAST, shapes.CUE}.isdisjoint(skeleton.shape[verb : at - 1])


def _told_end(skeleton: TokenizedArticle, first: int, last: int) -> int:
    """Return where a content ends before what was done then: "that the strike would go on, | and the mayor left"."""
    joints = (
        at
        for at in shapes.places(",", skeleton.shape, first + 2, last - 2)
        if skeleton.lower[at + 1] in _SIDES
    )
    return next((at for at in joints if _is_done(skeleton, first, at, last)), last)


def _is_done(skeleton: TokenizedArticle, first: int, comma: int, last: int) -> bool:
    """Tell whether a clause behind "and" or "but" tells in the past what was done, where the first tells what would be.

    "That he would wait, | and she left"; and "that he had waited, | but she left", where the first is of what was before.
    """
    lower, shape = skeleton.lower, skeleton.shape
    verb, done = main_verb(skeleton, first, comma), main_verb(skeleton, comma + 2, last)
    if min(verb, done - comma - 2) < 1 or shape[comma + 2] not in shapes.BEGINS_SUBJECT:
        return False
    past = shape[done] == shapes.PAST or lower[done : done + 2] in (["had", "to"], ["did", "not"])
    return past and (lower[verb] in _OF_FUTURE or (lower[verb] == "had" and lower[comma + 1] == "but"))


def _is_of_things(shape: str, first: int, last: int) -> bool:
    """Tell whether a clause has a verb, and names nobody before it: "that the dam was old"."""
    verb = next((at for at in range(first, last) if shape[at] in shapes.FINITES), first)
    return verb > first and {*shapes.HEAD, shapes.PRONOUN}.isdisjoint(shape[first:verb])


def _is_now(skeleton: TokenizedArticle, first: int, last: int) -> bool:
    """Tell whether a clause or infinitive is of no past: then a past tense behind it tells of how it was said."""
    verb = main_verb(skeleton, first, last)
    present = skeleton.shape[verb] == shapes.CUE and skeleton.lower[verb].endswith(
        "s"
    )  # "that she knows why"
    return (
        skeleton.lower[first] in ("to", "that") if verb < 0 else present or skeleton.lower[verb] in _NOT_PAST
    )


def _thing_end(skeleton: TokenizedArticle, first: int, last: int) -> int:
    """Return where a thing ends that a verb takes, before a clause that is joined: "of theft | and they left"."""
    shape, lower = skeleton.shape, skeleton.lower
    if not _takes_things(skeleton, first):
        return last
    joint = -1
    for at in range(first, last):
        if shape[at] in shapes.RELATIVE or lower[at] in SUBORDINATORS:
            return last
        if lower[at] == "and" and shape[at + 1 : at + 2] == shapes.PAST and shape[at + 2 : at + 3] in _TAKEN:
            return at  # "of theft | and forced them out"
        if shape[at] == "," and lower[at + 1 : at + 2] == ["and"] and _LEFT.match(shape, at + 2):
            return at  # "a reform, | and left"
        if shape[at] == "," or lower[at] == "and":
            joint = (
                at - (lower[at] == "and" and shape[at - 1] == ",") if joint < 0 or shape[at] == "," else joint
            )
        elif shape[at] == shapes.AUXILIARY or shape[at - 1 : at + 1] in _CLAUSES:
            return joint if joint > first else last
    return last


def _takes_things(skeleton: TokenizedArticle, first: int) -> bool:
    """Tell whether what begins at a word is led in as a thing: "of theft", "at a boycott", "described as a cult"."""
    led = skeleton.word_before(first) in ("of", "for", "at", "as", "against") and first > 1
    return led or CUES.get(skeleton.word_before(first)) in _OF_THINGS

"""Where what somebody is reported to say ends behind its verb, once it is known where it begins."""

from __future__ import annotations

from tui.reading.quotes.indirect.verb_complements import clause_end
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.cue_verbs import CUES
from tui.reading.quotes.words.tokens import TokenizedArticle
from tui.reading.quotes.words.word_classes import word_set

SUBORDINATORS = word_set(
    "if when while although though because as after before since unless once until considering given whether whereas"
)
_OF_THINGS = word_set("announce describe demand ask urge cite express reject")
_GIVING = word_set(
    "giving providing elaborating naming specifying saying offering explaining going citing adding"
)
_FINITE = frozenset(shapes.FINITE)
_VERBS = frozenset(shapes.VERB)
_OF_SUBJECT = frozenset(shapes.NOUN_PHRASE)
_BEGINS_CLAUSE = frozenset(shapes.NOMINAL + shapes.PRONOUN)
_BEGINS_SUBJECT = frozenset(shapes.DETERMINER + shapes.NAME + shapes.NOUN + shapes.PRONOUN)
_BEGINS_OBJECT = frozenset(shapes.DETERMINER + shapes.NAME + shapes.CONNECTIVE)
_JOINING = word_set("and but or nor who which that")
_CLAUSES = tuple(who + shapes.PAST for who in shapes.HEAD + shapes.PRONOUN)
_LEADING = word_set("despite under in after before with without given by on at during since for following")
_IN_STATE = f"{shapes.NAME},{shapes.NAME},"
_OPENED = 5  # words
_OPENING = 14  # words of a clause that opens a sentence
_SUBJECT = 8  # words of a subject
_FEWEST = 3  # words that can be a statement
_YEAR = 4  # digits


def whole(skeleton: TokenizedArticle, first: int, last: int) -> int:
    """Return where a content ends that seems to end at word `last`: not inside a date or before an aside."""
    shape, lower = skeleton.shape, skeleton.lower
    end = skeleton.sentences[skeleton.sentence[first]][1]
    if (
        lower[last - 1] in ("that", "who", "which") and shape[last : last + 1] == ","
    ):  # "he took a pill, a drug that"
        return max(shape.rfind(",", first, last), first) or last
    joined = (
        lower[last : last + 1] == ["and"]
        and shape[last + 1 : last + 2] in tuple(_BEGINS_CLAUSE)
        and lower[first] != "to"
    )
    if joined and not _VERBS.intersection(shape[first:last]):  # "said the note and the file had been burnt"
        return clause_end(skeleton, last + 1)
    if shape[last : last + 1] != "," or last + 2 >= end:
        return last
    if "-" in lower[last - 1] and "-" in lower[last + 1]:  # "a heat-seeking, shoulder-fired missile"
        return clause_end(skeleton, last + 2)
    year = lower[last + 1]
    if shape[last - 1] in shapes.NUMBER + shapes.TIME and len(year) == _YEAR and year.isdigit():
        return clause_end(skeleton, last + 2)
    if shape[last - 1 : last + 3] == _IN_STATE and shape[last + 3 : last + 4] in (shapes.OTHER, shapes.NOUN):
        return clause_end(skeleton, last + 3)  # "a Washington, D.C., law firm"
    if (going := _opened_end(skeleton, first, last, end)) > 0:
        return going
    if shape[last + 1] == shapes.PAST and not _VERBS.intersection(shape[first:last]):
        return clause_end(skeleton, last + 1)  # "asked if he and his host, the mayor, prayed"
    relative = shape.find("," + shapes.RELATIVE, first, last)
    said = relative if relative > 0 else last  # "the stance, which was told, should"
    if relative > 0 and shape[last + 1] == shapes.AUXILIARY and _wants_verb(skeleton, first, said):
        return clause_end(skeleton, last + 1)
    aside = shape.find(",", last + 1, end)
    if aside < 0 or lower[last + 1] in ("and", "but") or aside + 1 >= end:
        return last
    # "said the report, or what was left of it, had been burnt"
    follows = shape[aside + 1]
    bare = not _VERBS.intersection(shape[first:said])
    if follows == shapes.AUXILIARY or (bare and follows == shapes.PAST):
        return clause_end(skeleton, aside + 1) if _wants_verb(skeleton, first, said) else last
    return last


def _opened_end(skeleton: TokenizedArticle, first: int, last: int, end: int) -> int:
    """Return where a content ends in which the comma at word `last` only closes what opens it, 0 for no such one.

    "That under the law, it was", "that while the mayor, Lund, slept, they ran", "that neither she, a judge, nor he was".
    """
    shape, lower = skeleton.shape, skeleton.lower
    if lower[first] == "that" and shape[first + 1] == ",":  # "that, judging by the sound, it was"
        return clause_end(skeleton, last + 1)
    helping = (at for at in range(first, last) if shape[at] == shapes.AUXILIARY and lower[at] != "being")
    led = lower[first + 1] in _LEADING and next(helping, -1) < 0
    bare = not _VERBS.intersection(shape[first:last])
    if lower[first] != "that" or not (
        bare or led or (lower[first + 1] in SUBORDINATORS and "," not in shape[first:last])
    ):
        return 0
    comma = last
    while comma > 0 and comma + 1 < end:
        loose = (led or shape[first + 1] == shapes.CONNECTIVE) and not _VERBS.intersection(shape[last:comma])
        goes_on = bool(loose and _FINITE.intersection(shape[comma + 1 : end])) or clause_at(
            skeleton, comma + 1, end
        )
        if shape[comma + 1] in _BEGINS_CLAUSE and goes_on:
            return clause_end(skeleton, comma + 1)
        comma = shape.find(",", comma + 1, end)
    short = (
        last - first < _OPENED
        and shape[last - 1] in shapes.OTHER + shapes.ADJECTIVE
        and shape[first + 1] == shapes.DETERMINER
    )
    return (
        clause_end(skeleton, last + 1) if bare and short else 0
    )  # "that an independent, well-led body be asked"


def _wants_verb(skeleton: TokenizedArticle, first: int, last: int) -> bool:
    """Tell whether a clause still wants its verb: it has none, or only that of what is believed."""
    shape = skeleton.shape
    opened = [at for at in range(first, last) if skeleton.lower[at] in SUBORDINATORS]
    first = opened[-1] if opened else first  # "could not judge because his father"
    verbs = [at for at in range(first, last) if shape[at] in _VERBS]
    return not verbs or (len(verbs) == 1 and shape[verbs[0]] == shapes.CUE and last - verbs[0] > 1)


def own_clause(skeleton: TokenizedArticle, verb: int, first: int, last: int) -> int:
    """Return where a content ends whose verb stands in a clause that opens the sentence: "After saying …, Lund left"."""
    shape, lower = skeleton.shape, skeleton.lower
    for at in range(first + _FEWEST, last - 2):
        if shape[at] == "," and lower[at + 1] == "while" and _FINITE.intersection(shape[first:at]):
            another = shape[at + 2] == shapes.NAME or shapes.CUE in shape[at:last]
            last = at if another else last
            break
    begin = skeleton.sentences[skeleton.sentence[verb]][0]
    begin += lower[begin] in ("and", "but", "yet", "so")
    if not _opens(skeleton, begin, verb) or SUBORDINATORS.intersection(lower[first : first + 2]):
        return last
    at = shape.find(",", first + _FEWEST - 1, last)
    while at >= 0:
        if at + 1 < last and shape[at + 1] in _BEGINS_SUBJECT and clause_at(skeleton, at + 1, last):
            return at
        at = shape.find(",", at + 1, last)
    return last


def _opens(skeleton: TokenizedArticle, begin: int, verb: int) -> bool:
    """Tell whether the words `begin` to `verb` open a sentence whose main clause is still to come."""
    shape, lower = skeleton.shape, skeleton.lower
    if lower[verb] == "according" or verb - begin > _OPENING:
        return False
    before = shape[begin:verb]
    if lower[verb].endswith("ing"):
        return verb - begin < _FEWEST + 1 and not _VERBS.intersection(before)
    return lower[begin] in SUBORDINATORS and "," not in before


def clause_at(skeleton: TokenizedArticle, at: int, end: int) -> bool:
    """Tell whether a clause with its verb begins at word `at`: "the mayor was", "she said"."""
    shape = skeleton.shape
    reach = min(end, at + _SUBJECT)
    if shape[at : at + 1] == shapes.PRONOUN:
        return at + 1 < end and skeleton.lower[at + 1] not in _JOINING
    while at < reach and (shape[at] in _OF_SUBJECT and shape[at] not in _FINITE):
        at += 1
    while at < reach and shape[at] == shapes.ADVERB:
        at += 1
    return at < end and shape[at] in _VERBS


def without_deeds(skeleton: TokenizedArticle, first: int, last: int) -> int:
    """Return where a content ends before what the writer says of how it was said, or of what else was done.

    "He would go on⟧, without giving a reason", "accused her of stealing it⟧ and forced her out".
    """
    shape, lower = skeleton.shape, skeleton.lower
    if first >= last:
        return last
    opening = lower[first].endswith("ing") and shape[first] != shapes.CUE
    if (cut := _thing_end(skeleton, first, last)) < last:
        return cut
    for at in range(first + 2, last - 1):
        if lower[at] == "without" and lower[at + 1] in _GIVING and shape[at - 1] == ",":
            return at - 1 - (lower[at - 2] == "and")
        if lower[at] != "and" or shape[at + 1] != shapes.PAST or "," in shape[first:at]:
            continue
        if opening or (lower[first] == "to" and shape[at + 2] in _BEGINS_OBJECT):
            return at  # "to pay | and praised the mayor", but not "to free jailed and wounded men"
    return last


def _thing_end(skeleton: TokenizedArticle, first: int, last: int) -> int:
    """Return where a thing ends that a verb takes, before a clause that is joined: "of theft | and they left"."""
    shape, lower = skeleton.shape, skeleton.lower
    if not _takes_things(skeleton, first):
        return last
    joint = -1
    for at in range(first, last):
        if shape[at] in shapes.RELATIVE or lower[at] in SUBORDINATORS:
            return last
        if shape[at] == "," or lower[at] == "and":
            joint = (
                at - (lower[at] == "and" and shape[at - 1] == ",") if joint < 0 or shape[at] == "," else joint
            )
        elif shape[at] == shapes.AUXILIARY or shape[at - 1 : at + 1] in _CLAUSES:
            return joint if joint > first else last
    return last


def _takes_things(skeleton: TokenizedArticle, first: int) -> bool:
    """Tell whether what begins at a word is led in as a thing: "of theft", "at a boycott", "described as a cult"."""
    led = skeleton.lower[first - 1] in ("of", "for", "at", "as", "against") and first > 1
    return led or CUES.get(skeleton.lower[first - 1]) in _OF_THINGS

"""Where what somebody is reported to say ends behind its verb, once it is known where it begins."""

from __future__ import annotations

from tui.reading.quotes.indirect.content_starts import SUBORDINATORS, main_verb
from tui.reading.quotes.indirect.further_deeds import is_published
from tui.reading.quotes.indirect.verb_complements import clause_end
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.small_words import JOINING
from tui.reading.quotes.words.tokens import TokenizedArticle
from tui.reading.quotes.words.word_classes import word_set

_OF_SUBJECT = frozenset(shapes.NOUN_PHRASE)
_BEGINS_CLAUSE = frozenset(shapes.NOMINAL + shapes.PRONOUN)
_JOINING = word_set("and but or nor who which that")
_LEADING_IN = word_set("whether that if how")
_PARTICIPLES = word_set("being having")
_OPENERS = SUBORDINATORS - {"whether"}
_IN_STATE = f"{shapes.NAME},{shapes.NAME},"
_SET_FOR = word_set("begin start open end run last take be")
_MODALS = word_set("will would can could shall should may might must")
_THEM = word_set("me him her it us them")
_OPENING = 14  # words of a clause that opens a sentence
_SUBJECT = 8  # words of a subject
_FEWEST = 3  # words that can be a statement
_YEAR = 4  # digits


def whole(skeleton: TokenizedArticle, first: int, last: int, *, clausal: bool = True) -> int:
    """Return where a content ends that seems to end at word `last`: not inside a date or before an aside.

    With `clausal` its verb reports clauses.
    """
    shape, lower = skeleton.shape, skeleton.lower
    end = skeleton.sentences[skeleton.sentence[min(first, len(shape) - 1)]][1]  # of a text that breaks off
    if lower[last - 1] in ("that", "who", "which") and shape[last : last + 1] == ",":
        return max(shape.rfind(",", first, last), first) or last  # "he took a pill, a drug that"
    last -= lower[last - 1] == "even" and lower[last : last + 1] in (["though"], ["if"])
    timed = (
        last + 1 < end and lower[last] == "when" and lower[last + 1] not in ("asked", "pressed", "questioned")
    )
    if timed and main_verb(skeleton, first, last) >= 0:
        return clause_end(skeleton, last + 1)  # "that the men were hurt | when the boat burnt"
    if last + 1 < end and lower[last] in JOINING:
        return _joined_end(skeleton, first, last, clausal or lower[first] == "that")
    if shape[last : last + 1] != "," or last + 2 >= end:
        return last
    if _belongs(skeleton, last):
        return clause_end(skeleton, last + 2)
    if _is_condition(skeleton, first, last):
        return clause_end(skeleton, last + 1)
    if shape[last - 1 : last + 3] == _IN_STATE and shape[last + 3 : last + 4] in (shapes.OTHER, shapes.NOUN):
        return clause_end(skeleton, last + 3)  # "a Washington, D.C., law firm"
    close = shape.find(",", last + 1, end - 1)
    if lower[last - 1] in _MODALS and close > 0:
        return clause_end(skeleton, close + 1)  # "will, by law, close"
    # "the stance, which was told, should"; "the report, or what was left of it, had been burnt"
    resumed = last + 1
    if lower[resumed] not in ("and", "but") and shape[resumed] not in shapes.FINITES:
        resumed = 1 + shape.find(",", resumed, end - 1)
    if (
        resumed <= last
        or not (shape[resumed] in shapes.FINITES or _tells_them(skeleton, resumed))
        or lower[first] == "to"
        or lower[resumed] in _PARTICIPLES
    ):
        return last
    wanting = _wants_verb(skeleton, first, last)
    if wanting and not clausal and lower[first] not in ("that", "if", "whether"):
        return last  # "a man called Lund, is"
    helped = shape[resumed] in shapes.AUXILIARY + shapes.CUE and not shapes.VERBS.intersection(
        shape[last:resumed]
    )
    return clause_end(skeleton, resumed) if wanting or helped else last


def _tells_them(skeleton: TokenizedArticle, at: int) -> bool:
    """Tell whether a verb at word `at` has whom it tells behind it: "the letter, a plain one, reminded her"."""
    return skeleton.shape[at] == shapes.CUE and not _THEM.isdisjoint(skeleton.lower[at + 1 : at + 2])


def _is_condition(skeleton: TokenizedArticle, first: int, last: int) -> bool:
    """Tell whether a clause ends at word `last` that leads in the one it is said with: "but that as it is free, it may".

    Or "that, judging by the light, it was".
    """
    lower = skeleton.lower
    that = next((at for at in range(last - 2, first, -1) if lower[at] == "that"), -1)
    opens = lower[first : first + 2] == ["that", ","] and main_verb(skeleton, first + 2, last) < 0
    return opens or (that > 0 and lower[that + 1] in _OPENERS and "," not in skeleton.shape[that:last])


def _belongs(skeleton: TokenizedArticle, comma: int) -> bool:
    """Tell whether what stands behind a comma belongs to the words before it, whatever follows.

    "A heat-seeking, shoulder-fired missile", "on May 2, 2024", "would pave the road, to begin in May".
    """
    lower, before, year = skeleton.lower, skeleton.shape[comma - 1], skeleton.lower[comma + 1]
    dated = before in shapes.NUMBER + shapes.TIME and len(year) == _YEAR and year.isdigit()
    set_for = lower[comma + 1] == "to" and lower[comma + 2] in _SET_FOR
    alike = "-" in lower[comma - 1] or lower[comma - 2] in ("a", "an")  # "an independent, non-partisan body"
    return dated or set_for or (alike and "-" in lower[comma + 1])


def _joined_end(skeleton: TokenizedArticle, first: int, last: int, clausal: bool) -> int:
    """Return where a content ends that seems to end before "and", "or" or "but" at word `last`.

    What is joined there may be no clause, but a part of its own: "the note | and the file had been burnt", "calls |
    and letters", "has to sell it | or close".
    """
    shape, lower = skeleton.shape, skeleton.lower
    end = clause_end(skeleton, last + 1)
    if lower[last] == "and" and is_published(skeleton, first, last + 1):
        return end
    if lower[last] == "but" and "not" in lower[first:last] and main_verb(skeleton, last + 1, end) < 0:
        return end  # "is not proving it | but showing enough"
    if (shape[last + 1] == shapes.CUE and end > last + 2) or end <= last + 1:
        return last
    led = next((at for at in range(last - 1, first, -1) if lower[at] in _LEADING_IN), -1)
    if led > 0 and shapes.FINITES.isdisjoint(shape[led:last]) and main_verb(skeleton, led + 1, end) > last:
        return end  # "doubts over whether Norland | and Sudland could agree"
    wanting = _wants_verb(skeleton, first, last)
    subject = wanting and clausal and lower[last] != "but" and shape[last + 1] in _BEGINS_CLAUSE
    if subject and lower[first] != "to":
        return end if main_verb(skeleton, first, end) > last else last
    if shapes.QUOTE in shape[last:end]:
        return last
    either = lower[last] == "or" and (
        "either" in lower[first:last] or shape[last - 1] == shape[last + 1] == shapes.PAST
    )
    alike = (
        shapes.ING not in shape[last : last + _FEWEST + 1]
        or not wanting
        or shape[first] in shapes.ING + shapes.ADVERB
    )
    return end if either or (alike and main_verb(skeleton, last + 1, end) < 0) else last


def _wants_verb(skeleton: TokenizedArticle, first: int, last: int) -> bool:
    """Tell whether a clause still wants its verb: it has none, or only that of what is believed."""
    heard = next((at for at in range(last - 1, first, -1) if skeleton.lower[at] == "that"), first)
    if skeleton.shape[heard - 1] == shapes.CUE and heard > first:
        return main_verb(skeleton, heard, last) < 0  # "that he had heard that the guard"
    verb = main_verb(skeleton, first, last)
    believed = verb >= 0 and skeleton.shape[verb] == shapes.CUE and last - verb > 1
    return verb < 0 or (believed and main_verb(skeleton, verb + 1, last) < 0)


def own_clause(skeleton: TokenizedArticle, verb: int, first: int, last: int) -> int:
    """Return where a content ends whose verb stands in a clause that opens the sentence: "After saying …, Lund left"."""
    shape, lower = skeleton.shape, skeleton.lower
    for at in range(first + _FEWEST, last - 2):
        if shape[at] == "," and lower[at + 1] == "while":
            another = shape[at + 2] == shapes.NAME or shapes.CUE in shape[at:last]
            last = at if another else last
            break
    begin = skeleton.sentences[skeleton.sentence[verb]][0]
    begin += lower[begin] in ("and", "but", "yet", "so")
    if not _opens(skeleton, begin, verb) or _OPENERS.intersection(lower[first : first + 2]):
        return last
    at = shape.find(",", first + _FEWEST - 1, last)
    while at >= 0:
        begin = at + 1 + 2 * (lower[at + 1 : at + 3] == ["so", "far"])
        if begin < last and shape[begin] in shapes.BEGINS_SUBJECT and clause_at(skeleton, begin, last):
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
        return verb - begin < _FEWEST + 1 and not shapes.VERBS.intersection(before)
    return lower[begin] in SUBORDINATORS and "," not in before


def clause_at(skeleton: TokenizedArticle, at: int, end: int) -> bool:
    """Tell whether a clause with its verb begins at word `at`: "the mayor was", "she said"."""
    shape = skeleton.shape
    reach = min(end, at + _SUBJECT)
    if shape[at : at + 1] == shapes.PRONOUN:
        return at + 1 < end and skeleton.lower[at + 1] not in _JOINING
    while at < reach and (shape[at] in _OF_SUBJECT and shape[at] not in shapes.FINITES):
        at += 1
    while at < reach and shape[at] == shapes.ADVERB:
        at += 1
    return at < end and shape[at] in shapes.VERBS

"""What a cue makes of the words it reports: asserted, denied, rejected, declined, doubted, asked, urged, left open.

"Denied that the envoy had come" reports words which nobody stands for; taken for an assertion they would be
put in the wrong mouth. So every such cue says its polarity, and what it governs is found by rule, from the cue to
the end of its clause.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.cue_verbs import CUES
from tui.reading.quotes.words.tokens import TokenizedArticle
from tui.reading.quotes.words.word_classes import NEGATIONS, OTHER_SIDE, word_set

# By the lemma of the cue. What stands in no row is asserted.
_POLARITY = {
    "denied": word_set("deny refute rebut disavow debunk"),
    "rejected": word_set("reject dismiss rebuff repudiate"),
    "declined": word_set("decline"),
    "refused": word_set("refuse"),
    "doubted": word_set("doubt dispute question contest challenge"),
    "asked": word_set("ask inquire enquire wonder query"),
    "urged": word_set("urge appeal demand implore beg exhort request command instruct order encourage plead"),
}
_OF_LEMMA = {lemma: polarity for polarity, lemmas in _POLARITY.items() for lemma in lemmas}
_CALLS = word_set("call calls called calling")
# What these report is somebody else's deed: without whom they name it reads as the speaker's own.
_ACCUSING = {"accuse": "accused", "charge": "accused", "blame": "accused", "suspect": "suspected"}
_ACCUSED_OF = ("of", "with", "for")
_WHOM_REACH = 16  # words of "accused the interim minister of the interior of"

_TAKERS = word_set(
    "that to reports report claims claim allegations allegation accusations accusation suggestions "
    "suggestion rumours rumors speculation charges charge assertions assertion idea notion any having being"
)
_TELLING = word_set("say confirm disclose reveal specify")
_OPEN_QUESTION = word_set("who what when where why how whether if which that")
_CLAUSE = _TAKERS | _OPEN_QUESTION
_LED_BY = word_set("from to by for with at on in of about")
_ANY = word_set("the a an any all such these those his her its their")
_NOUN_REACH = 5  # words of "a recent U.N. report"
_OWN_REACH = 6  # words from "as" to the quote
# Words between a cue and a quote that make the quote's words the speaker's own: "rejected the plan as “dead”".
_OWN_WORDS = word_set(
    "as calling saying telling warning describing adding insisting stressing because branding labelling labeling terming"
)


_NEGATING = 6  # words before the marks
_NEGATING_WORDS = NEGATIONS | word_set("neither nor no nobody none nothing hardly without")
_BEING_DONE = ("be", "been", "being")  # "will not let itself be told"
_PARTING = frozenset(",.;:-()" + shapes.QUOTE + shapes.BREAK)


class Stance(NamedTuple):
    """A cue of more or less than assertion: the words `first` to `last` (exclusive) of it, and its polarity."""

    first: int
    last: int
    verb: int
    polarity: str


def stance_at(skeleton: TokenizedArticle, verb: int) -> Stance | None:
    """Return what the verb at word `verb` makes of what it reports; None where that is asserted."""
    lower = skeleton.lower
    word = lower[verb]
    if word in _CALLS:
        on = lower[verb + 1 : verb + 2] == ["on"] and skeleton.shape[verb + 2 : verb + 3] != shapes.TIME
        return Stance(verb, verb + 2, verb, "urged") if on else None
    polarity = _OF_LEMMA.get(CUES.get(word, ""), "")
    if not polarity and word not in _FORMS:
        return None
    begin = skeleton.sentences[skeleton.sentence[verb]][0]
    before = lower[max(begin, verb - 4) : verb]
    negated = bool(NEGATIONS.intersection(before[-3:]))
    if (
        word in ("deny", "denied", "denies")
        and "nor" in before[-1:]
        and lower[max(begin, verb - 3)] == "neither"
    ):
        return Stance(verb - 3, verb + 1, verb, "open")
    if word in ("deny", "denied") and before[-1:] == ["or"] and "confirm" in before:
        return Stance(verb - 2, verb + 1, verb, "open")
    if word in ("rule", "rules", "ruled", "ruling") and lower[verb + 1 : verb + 2] == ["out"]:
        return Stance(verb, verb + 2, verb, "open" if negated else "ruled out")
    behind = lower[verb + 1] if verb + 1 < len(lower) else ""
    possible = behind in ("a", "an", "the", "that") or behind.endswith("ing")  # "did not exclude an appeal"
    if word == "exclude" and negated and possible and "from" not in lower[verb : verb + _OWN_REACH]:
        return Stance(verb, verb + 1, verb, "open")
    unwilling = before[-2:] in (["would", "not"], ["will", "not"])
    asked = verb + 1 + (behind in _LED_BY and verb + 2 < len(lower))  # "would not say from where"
    if unwilling and word in _TELLING and asked < len(lower) and lower[asked] in _OPEN_QUESTION:
        return Stance(verb, verb + 1, verb, "declined")  # "would not say how"
    if not polarity:
        return None
    if negated and polarity in ("denied", "rejected", "doubted"):
        polarity = "open"
    return Stance(verb, verb + 1, verb, polarity)


def stances(context: ArticleAnalysis) -> Iterator[Stance]:
    """Yield the cues of an article that leave something open, deny it, or turn it down, in order."""
    skeleton = context.skeleton
    for verb in skeleton.places(_FORMS):
        if (stance := stance_at(skeleton, verb)) and stance.polarity in _NOT_ASSERTED:
            yield stance


_NOT_ASSERTED = frozenset({"denied", "rejected", "declined", "refused", "doubted", "ruled out", "open"})
_FORMS = (
    _TELLING
    | word_set("exclude rule rules ruled ruling deny denied denies denying")
    | {form for form, lemma in CUES.items() if _OF_LEMMA.get(lemma, "") in _NOT_ASSERTED}
)


def governed(context: ArticleAnalysis, stance: Stance) -> tuple[int, int] | None:
    """Return the words that a cue turns down, up to the end of its clause; None where it has no such object.

    "Denied that …", "rejected claims that …", "declined to say …" have one; "the request was denied" has not.
    """
    skeleton = context.skeleton
    lower, shape = skeleton.lower, skeleton.shape
    _, end = skeleton.sentences[skeleton.sentence[stance.verb]]
    first = _behind_own_words(skeleton, stance.last, end)
    if first >= end or (
        not _takers(skeleton, first, end) & _TAKERS and stance.polarity not in ("open", "ruled out")
    ):
        return None
    if lower[first] == "to" and lower[first + 1 : first + 2] in (["comment"], ["respond"], ["answer"]):
        return None  # nothing is reported that could be quoted
    last = first
    while last < end and shape[last] not in (".", ";", shapes.BREAK):
        if (
            shape[last] == ","
            and last + 1 < end
            and (lower[last + 1] in OTHER_SIDE or lower[last + 1] in _OWN_WORDS)
        ):
            break
        if lower[last] in OTHER_SIDE and last > first + 1:
            break
        if lower[last : last + 2] == [",", "and"] and shapes.CUE in shape[last:end]:
            break  # another's denial
        if lower[last] == "and" and shape[last + 1 : last + 2] in (shapes.CUE, shapes.PAST):
            break  # another thing that is done
        last += 1
    enough = last - first > 1 or lower[first].endswith("ing")  # "has not ruled out going"
    return (first, last) if enough else None


def _takers(skeleton: TokenizedArticle, first: int, end: int) -> set[str]:
    """Return the words that may say that a clause follows: the first, or those of "the U.N. report", "Lund's claim"."""
    shape, lower = skeleton.shape, skeleton.lower
    if lower[first] in _CLAUSE:
        return {lower[first], "that"}
    if not (lower[first] in _ANY or shapes.POSSESSIVE in shape[first : first + 3]):
        return {lower[first]}
    last = first + 1
    while last < min(end, first + _NOUN_REACH) and shape[last] in shapes.NOMINAL:
        last += 1
    return set(lower[first:last])


def _behind_own_words(skeleton: TokenizedArticle, at: int, end: int) -> int:
    """Return where the object of a cue begins: behind a day, and behind "as “a fairy tale”"."""
    shape, lower = skeleton.shape, skeleton.lower
    while at < end and (shape[at] in shapes.ADVERBIAL or shape[at : at + 2] == shapes.ON_DAY):
        at += 1
    if lower[at : at + 2] in ([",", "though"], [",", "however"], [",", "meanwhile"]):
        at += 3  # "did not deny, though, that"
    if at < end and lower[at] == "as":
        mark = shape.find(shapes.QUOTE, at, min(end, at + _OWN_REACH))
        return mark + 1 if mark > 0 and mark + 1 < end else at
    return at


def accusation(context: ArticleAnalysis, verb: int, at: int) -> Stance | None:
    """Return the cue that charges somebody with what begins at word `at`: "accused the ministry of".

    None where the verb at word `verb` (-1 for none) does not, or only says so: "charged that the ministry lied".
    """
    skeleton = context.skeleton
    lower, shape = skeleton.lower, skeleton.shape
    polarity = _ACCUSING.get(CUES.get(lower[verb], ""), "") if 0 <= verb < at else ""
    between = lower[verb + 1 : at]
    if not polarity or _OWN_WORDS.intersection(between) or {";", ":"}.intersection(between):
        return None
    if lower[at] == "that" or "that" in between[:1]:
        return None
    first, last = verb, at if len(between) <= _WHOM_REACH else verb + 1
    begin = skeleton.sentences[skeleton.sentence[verb]][0]
    if "by" in between[:1]:  # "the ministry was accused by Lund of"
        while first > begin and shape[first - 1] in shapes.PREVERB:
            first -= 1
        while first > begin and shape[first - 1] in shapes.NOUN_PHRASE + shapes.PRONOUN:
            first -= 1
    return Stance(first, last, verb, polarity)


def is_accused_of(context: ArticleAnalysis, at: int) -> bool:
    """Tell whether the quote at word `at` goes on a phrase, as behind "accused the ministry of"."""
    return context.skeleton.lower[at - 1] in _ACCUSED_OF


def of_quote(context: ArticleAnalysis, at: int, cue: int, kind: str) -> str:
    """Return the polarity of the quoted words at word `at`, whose cue is word `cue` (-1 for none)."""
    if cue < 0:
        return ""
    lower = context.skeleton.lower
    if kind == "mixed" and CUES.get(lower[cue]) == "warn" and "against" in lower[cue + 1 : at]:
        return "urged against"
    stance = stance_at(context.skeleton, cue)
    if stance is None:
        return ""
    if kind == "direct":  # words of the speaker's own, whatever the verb; a question is asked
        return stance.polarity if stance.polarity == "asked" else ""
    if (further := _further_cue(context, cue, at)) >= 0:
        return of_quote(context, at, further, kind)
    between = lower[cue + 1 : at]
    if cue > at or _OWN_WORDS.intersection(between) or (";" in between):
        return ""
    if stance.polarity not in ("asked", "urged") or "to" not in between:
        return stance.polarity
    # The marks hold "panic" alone in "asked everyone not to spread “panic”": without this it was asked for.
    return "urged against" if between[between.index("to") - 1 : between.index("to")] == ["not"] else "urged"


def _further_cue(context: ArticleAnalysis, cue: int, at: int) -> int:
    """Return the verb of saying that goes on before word `at`: "declined to comment, but noted that …"; -1 for none."""
    lower, shape = context.skeleton.lower, context.skeleton.shape
    for joint in range(cue + 1, at):
        if lower[joint] in ("but", "and"):
            verb = joint + 1
            while verb < at and shape[verb] in shapes.ADVERB:
                verb += 1
            if verb < at and shape[verb] == shapes.CUE and not lower[verb].endswith("ing"):
                return verb
    return -1


def negation(context: ArticleAnalysis, cue: int, at: int) -> Stance | None:
    """Return what turns the marked words at word `at` round, None for nothing: "said he would not allow “any talks”".

    It is told from the cue at word `cue` (-1 for none) on where that is near, else from before the "not".
    """
    skeleton = context.skeleton
    lower, shape = skeleton.lower, skeleton.shape
    first = skeleton.sentences[skeleton.sentence[at]][0]
    found = -1
    for back in range(at - 1, max(first, at - _NEGATING) - 1, -1):
        if lower[back] in _NEGATING_WORDS and lower[back + 1] != "only":
            found = back
            break
        if shape[back] == shapes.CUE and lower[back - 1] not in _BEING_DONE:
            found = next(
                (near for near in (back - 1, back - 2) if near >= first and lower[near] in NEGATIONS), -1
            )
            break
        if shape[back] in _PARTING:
            break
    if found < 0:
        return None
    begin = cue if first <= cue < found and at - cue <= _WHOM_REACH else found
    while begin == found > first and shape[found - 1] == shapes.AUXILIARY:
        found = begin = found - 1
    return Stance(begin, at, max(cue, 0), "negated")

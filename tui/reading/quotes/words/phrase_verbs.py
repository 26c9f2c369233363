"""Words of which a row is one verb of saying, or begins a name: "pointed out", "made it clear", "New Delhi"."""

from __future__ import annotations

from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.offices_table import MATTERS

_NEW_PLACES = frozenset("delhi york zealand jersey hampshire mexico orleans caledonia guinea".split())
LEADING = ("Due", "Thanks", "Prior", "Contrary", "Owing", "Subject", "Next", "Close")  # to something
# Begin a sentence right before a name, and no name: "Following Lund's arrest", "Everything Lund said".
BEFORE_NAMES = {
    **dict.fromkeys("Following Pending Barring Notwithstanding".split(), shapes.CONNECTIVE),
    **dict.fromkeys("Hence Furthermore Surely Clearly Certainly".split(), shapes.ADVERB),
    **dict.fromkeys(
        "Everything Something Anything Whatever Whoever Wherever Recent Early Latest Past Possible Potential Angry"
        " Disgraced Embattled Beleaguered Ousted Jailed Exiled Controversial Sorry Poor Watch Meet Listen Contact Follow"
        " Get Make Take Call Dear Hello".split(),
        shapes.OTHER,
    ),
}
_POINTING = ("pointed", "pointing")
_RANKED = frozenset(("minister", "deputy", "vice", "secretary", "lady"))  # "the first minister"
_OFFICES = frozenset(
    "minister ministers ministry ministries secretary secretaries department spokesman spokeswoman commissioner"
    " adviser advisor official officials".split()
)
# The ends of phrases that say nothing beside themselves, and how these may begin.
_SAYING_NO_MORE = {
    "comment": (["declined", "to"], ["refused", "to"]),
    "named": (["asked", "not", "to", "be"],),
}
PHRASES = frozenset(
    ("opposite", "made", "makes", "make", "making", "let", "anonymity", *_SAYING_NO_MORE, *_POINTING)
)
_CLEAR = ("clear", "plain", "known", "public")


def join_phrase(lower: list[str], classes: list[str], at: int, first: int) -> None:
    """Class the words of "pointed out", "made it clear that" and "let it be known" as one verb of saying with adverbs.

    An "opposite number" is a counterpart. "Requested anonymity" and "declined to comment" are no verbs of saying.
    `first` is the first word of the sentence.
    """
    word, behind = lower[at], lower[at + 1 : at + 4]
    if word == "anonymity":
        near = (before for before in (at - 1, at - 2) if before >= first and classes[before] == shapes.CUE)
        if (verb := next(near, -1)) >= 0:
            classes[verb] = shapes.PAST
    elif word in _SAYING_NO_MORE:
        for begin in _SAYING_NO_MORE[word]:
            if lower[max(first, at - len(begin)) : at] == begin:
                classes[at - len(begin)] = shapes.PAST
    elif word == "opposite":
        if behind[:1] == ["number"]:
            classes[at], classes[at + 1], lower[at + 1] = shapes.ADJECTIVE, shapes.NOUN, "counterpart"
    elif word in _POINTING:
        out = behind[:1] == ["out"]
        classes[at] = shapes.CUE if out else shapes.ING if word.endswith("ing") else shapes.PAST
        classes[at + 1 : at + 1 + out] = shapes.ADVERB * out
    elif behind == ["it", "be", "known"]:
        classes[at : at + 3] = shapes.ADVERB * 3  # "let it be"; "known" is the verb
    elif word != "let":
        end = at + 1 + (behind[:1] == ["it"])
        if (
            lower[end : end + 1]
            and lower[end] in _CLEAR
            and lower[end + 1 : end + 2] in (["that"], [","], ["to"])
        ):
            classes[at + 1 : end + 1] = shapes.ADVERB * (end - at)


def opener(word: str, letter: str, behind: list[str]) -> str:
    """Return the class of a sentence's first word: "Neither Ida Lund nor …" begins no name, "New Delhi" does."""
    if word in LEADING:
        return shapes.CONNECTIVE if behind == ["to"] else letter
    if word != "New":
        return shapes.OTHER if word == "Nothing" else shapes.DETERMINER
    return shapes.NAME if behind and behind[0] in _NEW_PLACES else letter


def thing(low: str) -> str:
    """Return the class of a form of a verb of saying behind an article: "had a say", "the accused"."""
    return shapes.PAST if low.endswith("ed") else shapes.ING if low.endswith("ing") else shapes.OTHER


def joins_names(words: list[str], at: int) -> bool:
    """Tell whether the word at `at` is one of a name: "Lund & Roth", and no "Ida Lund & Olaf Roth"."""
    if not 0 < at < len(words) - 1 or words[at].islower():
        return False
    further = "".join(word[0] for word in (*words[max(0, at - 2) : at - 1], *words[at + 2 : at + 3]))
    people = len(further) > 1 and further.isupper()
    return not people and (words[at - 1][0] + words[at + 1][0]).isupper()


def qualifies(word: str, office: str) -> bool:
    """Tell whether a word says which office the next one is: "interior minister", "first secretary"."""
    if word == "first":
        return office in _RANKED
    return office in _OFFICES and word in MATTERS

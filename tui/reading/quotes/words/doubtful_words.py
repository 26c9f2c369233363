"""What a word is that its letters leave open: a month or a surname, a noun or a verb, by the words beside it."""

from __future__ import annotations

from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.word_classes import SINGULAR

TELLING = frozenset(("reports", "claims", "demands", "estimates"))
_PRESS = frozenset(("media", "press", "news", "newspaper", "television"))  # qualifies "reports"
_BEFORE_MEMBER = shapes.DETERMINER + shapes.ADJECTIVE + shapes.OTHER + shapes.POSSESSIVE
_BEHIND_MEMBER = shapes.VERB + shapes.CONNECTIVE + shapes.RELATIVE + ",.;" + shapes.BREAK
_NO_NAMES = ("ing", "ed", "ly")
STATIONS = frozenset(("television", "tv", "radio"))
SENDERS = frozenset(("state", "public", "local", "national", "regional"))
_MONTH_BEHIND = frozenset(
    "in of since until till from by through last this early late mid next every each during".split()
)
_COURTESIES = ("mr", "mrs", "ms", "miss", "lady")
_NEVER_BARE = ("Jan", "Sun", "Mar", "Team")  # before a name: "Jan. 5", "on Sun.", "the team"
_MAY_NAME = shapes.CONNECTIVE + shapes.TIME
_SUBJECTS = frozenset(shapes.NAME + shapes.PRONOUN + shapes.NOUN)
_CLOSING = frozenset(shapes.BREAK + ".;:,")
_BEGINS_CLAUSE = frozenset(
    shapes.PRONOUN + shapes.DETERMINER + shapes.NAME + shapes.RELATIVE + shapes.CONNECTIVE
)


def is_object(classes: list[str], lower: list[str], at: int) -> bool:
    """Tell whether a plural is no verb behind its adjective or noun: "denied early reports that", "Media reports that"."""
    if lower[at + 1 : at + 2] not in (["that"], ["of"]):
        return False
    if (
        lower[at - 1] in _PRESS and lower[at] in TELLING
    ):  # but "the press reports that", "Associated Press reports"
        sends = lower[at - 1] in STATIONS or (at > 1 and lower[at - 2] in SENDERS)
        if sends and lower[at + 1] == "that" and not _has_main_verb(classes, lower, at + 2):
            return False  # "State television reports that it fell", and no "media reports that it fell were false"
        return at < 2 or classes[at - 2] not in (shapes.DETERMINER, shapes.NAME)
    qualified = classes[at - 1] in (shapes.ADJECTIVE, shapes.OTHER) and classes[at - 2] == shapes.CUE
    return qualified and lower[at - 1][-1] != "s"


def is_member(classes: list[str], at: int) -> bool:
    """Tell whether the name of a party's member stands for somebody, as an office does: no "Republican plan"."""
    qualified = at > 0 and classes[at - 1] in _BEFORE_MEMBER
    return qualified and "".join(classes[at + 1 : at + 2]) in _BEHIND_MEMBER


def says(classes: list[str], lower: list[str], at: int) -> bool:
    """Tell whether a word that is a noun else is a verb: "the agencies report that it fell", "Lund hopes that it holds"."""
    before, behind = classes[at - 1], lower[at + 1 : at + 2]
    if behind == ["that"]:
        several = lower[at - 1] in _PRESS or lower[at - 1] in SINGULAR
        subject = before in _SUBJECTS if lower[at] != "report" else before == shapes.NOUN and several
        return subject and not _has_main_verb(classes, lower, at + 2)
    goes_on = "".join(classes[at + 1 : at + 2]) in (*shapes.DETERMINER, *shapes.PRONOUN, ",", ".")
    return lower[at] != "report" and before in shapes.NAME + shapes.PRONOUN and goes_on


def _has_main_verb(classes: list[str], lower: list[str], at: int) -> bool:
    """Tell whether a clause is followed by a verb that is not its own: "it had fallen | were false"."""
    helped = False
    while at < len(classes) and classes[at] not in _CLOSING:
        if classes[at] == shapes.AUXILIARY and lower[at] not in ("been", "be", "being"):
            if helped:
                return True
            helped = True
        elif classes[at] in shapes.FINITE:
            helped = True
        elif classes[at] in _BEGINS_CLAUSE:
            helped = False
        at += 1
    return False


def is_first_name(words: list[str], classes: list[str], at: int, *, fresh: bool) -> bool:
    """Tell whether a small word begins a name: "minister Per Lund", "Per Lund said", but not "Per Reuters, …"."""
    if classes[at + 1 : at + 2] != [shapes.NAME]:
        return False
    if words[at] == "Said" and fresh:  # "Said Lund carried it", "Said al-Lund", but not "Said Lund: “…”"
        end = next((one for one in range(at + 1, len(words)) if classes[one] != shapes.NAME), len(words))
        return words[at + 1][0].islower() or "".join(classes[end : end + 1]) in tuple(shapes.VERB)
    if classes[at] == shapes.TIME and not fresh:
        return words[at] in _NEVER_BARE  # "in April Lund said"
    before_verb = "".join(classes[at + 2 : at + 3]) in shapes.VERB
    if fresh and not (classes[at] in _MAY_NAME and before_verb) and words[at] not in _NEVER_BARE:
        return False
    return words[at] != "Will" or not words[at - 1][0].isupper()  # of a headline


def is_surname(words: list[str], lower: list[str], classes: list[str], at: int) -> bool:
    """Tell whether "May" is somebody: "Theresa May", "Mrs May", "May told them"; not "in May", "Oslo May 5"."""
    before = lower[at - 1].rstrip(".") if at else ""
    if before in _COURTESIES or (at and classes[at - 1] == shapes.NAME):
        return not words[at + 1 : at + 2] or not (words[at + 1][0].isupper() or words[at + 1][0].isdigit())
    subject = classes[at + 1 : at + 2] == [shapes.CUE] and lower[at + 1].endswith(
        ("ed", "said", "told", "says")
    )
    return subject and before not in _MONTH_BEHIND and not before.isdigit()


def is_no_name(words: list[str], classes: list[str], at: int) -> bool:
    """Tell whether a first word that may be an adverb or participle is no name: "Keating would", behind "Tom Keating"."""
    word, place = words[at], -1
    if not word.endswith(_NO_NAMES):
        return False
    for _ in range(words.count(word)):
        place = words.index(word, place + 1)
        if place and place != at and words[place - 1][0].isalpha():
            end = classes.index(shapes.BREAK, place) if shapes.BREAK in classes[place:] else len(classes)
            if classes[end - 1] in (".", shapes.QUOTE):
                return False  # and in no headline, where "Lund Calling Rivals" stands
    return True

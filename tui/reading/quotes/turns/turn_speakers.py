"""Whom the label of a turn stands for: who bears its office, whose surname or initials it is, which outlet asks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from tui.reading.quotes.names.bodies import BODY_NOUNS
from tui.reading.quotes.names.label_names import (
    by_letters,
    capitalised,
    holder_in,
    letters_for,
    name_in,
)
from tui.reading.quotes.turns.interviews import interviewee
from tui.reading.quotes.words.first_names import sex_of
from tui.reading.quotes.words.turn_labels import ANSWERS, GUESTS, QUESTIONS, Label, asks, folded, last_word
from tui.reading.quotes.words.word_classes import NAME_JOINTS, PEOPLE, TITLES, word_set

FULL_NAME = r"((?:[^\W\d_a-z][\w'’.-]+ ){1,3}[^\W\d_a-z][\w'’-]+)"
_FULL_NAMES = re.compile(r"\b((?:[^\W\d_a-z][\w'’-]+ ){1,3}[^\W\d_a-z][\w'’-]+)")
_HOLDER = re.compile(rf"\((?:Hon\. )?{FULL_NAME} ?[(),]")  # "Minister of State (Baroness Lund)"
_CALLED = re.compile(r"[(\[]\s*([^\W\d_a-z][^()\[\],;]*)")  # "Question (the News Agency)"
_COURTESY = word_set("mr mrs ms miss mx dr")
_ADDRESS = re.compile(r"^(?:the|mr\.?|madam) ", re.IGNORECASE)  # "Madam Speaker"
_OUTLET = re.compile(
    r"\b(?:spoke|talked|speaks|talks) (?:to|with) ((?:[A-Z][\w'’-]+)(?: [A-Z][\w'’-]+){0,2})"
)
_PRESS = re.compile(r"\b(?:press|reporters|journalists|briefing|doorstep|stakeout)\b", re.IGNORECASE)
_GIVEN = re.compile(  # "Press remarks by High Representative Ida Lund upon arrival"
    r"\b(?i:remarks|speech|address|lecture|keynote|testimony|sermon|statement|conference|briefing|gaggle|q&a|Q&A)"
    r"(?: [^\W\d_a-z][\w-]*){0,3} (?:delivered |held |given )?(?:by|of|from|with)"
    r" (?P<name>[^\W\d_][^\n,;:()–—]{3,100})"
)
_GIVEN_BY = re.compile(  # "President Lund's speech at the bridge"
    r"^(?P<name>[^\W\d_a-z][^\n,;:()–—]{3,80}?)['’]s? (?:[\w-]+ ){0,3}(?:remarks|speech|address|statement|lecture|press)\b",
    re.MULTILINE | re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?P<name>.+?)(?P<asides>)(?: (?:at|upon|on|in|to|after|following|before|ahead|during|and|as|about|with|from) .*)?$"
)
_MANNER = word_set("in through via by off speaking translated interpreted")  # "(In French)"
_OF = frozenset(("of", "for"))
_LETTERS = 5  # of an outlet's short name


def _name(label: Label, before: str) -> str:
    """Return whom a label names: the name in it, without its titles; in capitals, as names are written."""
    name, said = label["name"], folded(label)
    if said in ANSWERS and (inside := in_asides(label)):
        return inside
    if said.startswith("question from "):
        return "a reporter"
    if said in QUESTIONS or said == "interviewer":
        if "interview" not in (before + said).casefold():
            return "a reporter"
        outlet = _OUTLET.search(before)
        asked = interviewee(before) if outlet else ""
        return (
            outlet[1] if outlet and outlet[1] not in asked and asked not in outlet[1] else "the interviewer"
        )
    if asks(label):
        return f"a {said}"
    if said in ANSWERS | GUESTS:
        given = giver(before)  # "Briefing by Spokesperson Ida Lund"
        whose = given[0] if given else interviewee(before)
        return whose or f"the {said if said in GUESTS else 'interviewee'}"
    if found := name_in(name):
        return found
    held = _HOLDER.search(label["asides"])
    bare = capitalised(_ADDRESS.sub("", name))
    if held:
        whole = name_in(held[1])
        return whole if " " in whole else held[1]  # "Baroness Lund" is so called
    return holder_in(bare, before) or bare[0].upper() + bare[1:]


def in_asides(label: Label) -> str:
    """Return who asks or answers by the brackets behind "Question" or "Answer", "" where they name nobody."""
    inside = _CALLED.match(label["asides"].strip())
    words = inside[1].split() if inside else []
    named = all(word[0].isupper() or word in NAME_JOINTS for word in words)
    if not words or not named or words[0].casefold() in _MANNER or folded(label) not in QUESTIONS | ANSWERS:
        return ""
    return " ".join(words) if len(words) == 1 else name_in(" ".join(words)) or " ".join(words)


def speakers_of(found: list[Label], before: str, behind: str) -> dict[str, str]:
    """Return whom each label names, in full where another label, or the text `before` or `behind`, gives a full name."""
    answered = any(folded(label) in ANSWERS for label in found)
    about = f"{before}\n\n{behind}" + " interview" * (answered and not _PRESS.search(before))
    # one label may say in brackets who it is, and the next, the same, not
    named = sorted(found, key=lambda label: bool(_HOLDER.search(label["asides"])))
    called = {
        label["name"]: label["name"] if _is_short(label["name"], found, about) else _name(label, about)
        for label in named
    }
    plain = {capitalised(label) for label in called}
    for label, name in called.items():
        called[label] = _without_place(label, name, plain)
    for label in called:
        if bearer := _bearer(label, called):
            called[label] = bearer
    names = set(called.values())
    told = {name for match in _FULL_NAMES.finditer(before) for name in (match[1], name_in(match[1]))}
    return {
        label: _short_for(label, names)
        or _short_for(label, told)
        or _begun(name, names | told)
        or _whole(name, names, about)
        for label, name in called.items()
    }


def _is_short(name: str, found: list[Label], before: str) -> bool:
    """Tell whether a label in capitals is an outlet's short name, as one beside it is a name that has none: "CCTV"."""
    if not (name.isupper() and name.isalpha() and 2 < len(name) <= _LETTERS) or name.title() in before:
        return False
    plain = (label["name"] for label in found if not asks(label) and folded(label) not in ANSWERS | GUESTS)
    return any(" " in other and not any(map(str.isupper, other.split())) for other in plain)


def giver(heading: str) -> tuple[str, Label] | None:
    """Return whose remarks a heading says a text is, and where it says so; None where it names nobody in full.

    "Press conference by Secretary General Ida Lund", "Remarks by Minister Ida Lund at the port", "President Lund's speech".
    """
    for told in (*_GIVEN.finditer(heading), *_GIVEN_BY.finditer(heading)):
        named = _NAMED.match(heading, told.start("name"), told.end("name"))
        name = name_in(named["name"]) if named else ""
        if named and " " in name and all(word[0].isupper() or word in NAME_JOINTS for word in name.split()):
            return name, named
    return None


def introduced(text: str, found: list[Label], speakers: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the full name for a label whose title and surname another has said before: "with me is Director Ida Lund"."""
    titled: dict[str, list[int]] = {}  # where what follows a title begins
    for label in {label["name"]: label for label in reversed(found)}.values():
        title, surname = label["name"].split()[-2:-1], speakers[label["name"]]
        if not title or " " in surname or title[0].strip(".").casefold() in _COURTESY:
            continue
        if title[0] not in titled:
            places = re.finditer(rf"\b(?i:{re.escape(title[0])}) ", text)
            titled[title[0]] = [match.end() for match in places]
        told = re.compile(rf"(?:[^\W\d_a-z][\w'’.-]+ ){{1,2}}(?i:{re.escape(surname)})\b")
        before = (told.match(text, at, label.start()) for at in titled[title[0]] if at < label.start())
        whole = {match[0] for match in before if match}
        if len(whole) == 1:
            yield label["name"], name_in(whole.pop())


def _without_place(label: str, name: str, plain: Iterable[str]) -> str:
    """Return "Ida Lund" for the "Region Ida Lund" of "Governor of Norland Region Ida Lund", where another label is that.

    A first name is no place: "Ursula von der Leyen" stays that beside "von der Leyen".
    """
    if _OF.isdisjoint(label.casefold().split()):
        return name
    for one in sorted(
        (one for one in plain if " " in one and name.endswith(f" {one}")), key=len, reverse=True
    ):
        place = name.removesuffix(f" {one}").casefold().split()
        if one.split()[0].casefold() not in NAME_JOINTS and not sex_of((place[-1], "")):
            return one
    return name


def _bearer(label: str, called: dict[str, str]) -> str:
    """Return the one whom another label names with the office that a label is: "Minister Ida Lund" of "The minister"."""
    bare = _ADDRESS.sub("", label.casefold())
    found = {
        name for other, name in called.items() if other.casefold().startswith(f"{bare} ") and " " in name
    }
    return found.pop() if len(found) == 1 else ""


def _short_for(label: str, names: set[str]) -> str:
    """Return the one name of which a label is the initials, as in "MB"; "" where it is of none or several."""
    letters = label.replace("-", "").replace(".", "")
    if letters.casefold() in TITLES | PEOPLE:
        return ""  # "PM"
    meant = [name for name in names if " " in name and letters.isupper() and letters in letters_for(name)]
    return meant[0] if len(meant) == 1 else ""


def _begun(name: str, names: Iterable[str]) -> str:
    """Return the one of the names that "I. Lund" is short for, "" where none or several are."""
    first, _, surname = name.partition(" ")
    if len(first) != len("I.") or not first.endswith("."):
        return ""
    alike = {each for each in names if each[:1] == first[0] and each.partition(" ")[2] == surname} - {name}
    return alike.pop() if len(alike) == 1 else ""


def _whole(name: str, names: set[str], before: str) -> str:
    """Return the longest of the names that end as `name` does, or that begin with it where none else holds it."""
    if told := by_letters(name, before):
        return told
    alike = {other for other in names if last_word(other) == last_word(name)}
    begun = [other for other in names if other.startswith(f"{name} ")]
    if len(alike) == 1 == len(begun):
        return begun[0]  # "Park Ji-min" of "Minister Park"
    return _full(name, alike.union(_told(name, before)))


def _full(name: str, alike: set[str]) -> str:
    """Return the longest of the names that end alike where it has the words of all of them, else `name`."""
    longest = max(sorted(alike), key=len)
    words = set(longest.casefold().split())
    return longest if all(set(other.casefold().split()) <= words for other in alike) else name


def _told(surname: str, before: str) -> list[str]:
    """Return the full name that stands before a transcript for a surname in it, [] where there is none."""
    if " " in surname or surname.casefold() in TITLES | PEOPLE | BODY_NOUNS:
        return []  # not "Our guest" for "Guest", nor "District Court" for "The Court"
    told = re.finditer(rf"([^\W\d_a-z][\w'’-]+) (?i:{re.escape(surname)})\b", before)
    return [name_in(one[0]) for one in told if one[1].casefold() not in TITLES][:1]

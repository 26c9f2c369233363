"""The labels of a transcript's turns, in the layouts that are in use.

"MR LUND: …", "Mr. LUND. …", "**Lund:** …", “"LUND: …"”, "[00:12] Lund: …", ">> LUND: …", "Q. …", "Q …"; "Lund – …",
"Lund (Greens). – …"; a name on a line of its own above the words. A label is found as a match with the groups `name` and
`asides`; the words begin where it ends.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from tui.reading.quotes.words.first_names import sex_of
from tui.reading.quotes.words.word_classes import NAME_JOINTS, PEOPLE, TITLES, word_set

Label = re.Match[str]

_BEFORE = (
    r"^(?:>>+ ?|Q?\d{1,3}\.? +|[–—] |[\[(]?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d+)?[\])]?[ \t]*(?:[-–—] ?)?)?"
    r"[*_\[]{0,3}[\"“]?"
)
RETIRED = r"\((?:[Rr]et(?:d|ired)?\.?|R|Res\.?)\)"  # "General (ret.) Ida Lund"
_NAME = rf"(?P<name>[^\W_](?:[^:\n“”\"?!()\[\]]|{RETIRED}){{0,90}}?)"
_ASIDES = r"(?P<asides>(?:\s*[(\[](?:[^()\[\]\n]|\([^()\n]{1,40}\)){1,60}[)\]]){0,3})"
# What has to stand behind a name, looked for first, as most lines are none of a speaker's.
_COLON_AHEAD = r"(?=[^:\n“”\"?!()\[\]]++(?:[:(\[\]]|\n[\s\]*_]*[:(\[]))"
_COLON = re.compile(
    rf"{_BEFORE}{_COLON_AHEAD}{_NAME}{_ASIDES}\s?\]?[*_]{{0,3}}:[*_]{{0,3}}[ \t]+(?=\S)", re.MULTILINE
)
_ALONE = re.compile(rf"{_BEFORE}{_COLON_AHEAD}{_NAME}{_ASIDES}:[*_]{{0,3}}[ \t]*\n\s*(?=\S)", re.MULTILINE)
_BRACKETS = re.compile(
    r"^[(\[](?P<name>[^\W\d_][^:\n“”\"?!()\[\]]{0,60})(?P<asides>)[)\]] (?=\S)", re.MULTILINE
)
_LETTER = re.compile(
    r"^[*_]{0,3}(?P<name>[QA])(?:\d{1,2}(?=[.)]))?(?P<asides>(?: \([^()\n]{1,40}\))?)"
    r"(?:[.)]|(?<=[Q)])|(?= +[A-Z]))[*_]{0,3} +(?=[^\W\d_])",
    re.MULTILINE,
)
# As above: no name is longer, and little may stand between it and the end of its line, or its asides.
_END_AHEAD = r"(?=[^:\n“”\"?!()\[\]]{1,97}+[\s:(\[])"
_ABOVE = re.compile(
    rf"{_BEFORE}{_END_AHEAD}{_NAME}{_ASIDES}(?:(?<=\)), [^\W\d_a-z][\w ]{{2,40}})?[*_:]{{0,3}}(?: \d\d?:\d\d(?::\d\d)?)?"
    r"[ \t]*\n\s*(?=\S)",
    re.MULTILINE,
)
_DASH_AHEAD = r"(?=[^:\n“”\"?!()\[\]]{1,91}? [–—-] |[^:\n“”\"?!()\[\]]{1,91}+[\s(\[])"
_DASH = re.compile(rf"^{_DASH_AHEAD}{_NAME}{_ASIDES} [–—-] (?=\S)", re.MULTILINE)
_MINUTES = re.compile(  # "Lund (Greens), blue-card question. – (ES) Thank you."
    rf"^{_BEFORE[1:]}{_NAME}{_ASIDES}(?:(?<=\)), [\w -]{{3,40}})?\.[*_]{{0,3}} [–—] "
    r"(?:\([A-Z]{2}\) )?(?=[^\W\d_a-z]|[“\"])",
    re.MULTILINE,
)
_ENDED = re.compile(r"\.[*_]{0,3} [–—] ")
_RECORD = re.compile(  # "Mr. LUND. Thank you.", as the records of parliaments have it
    r"^(?P<name>(?:[A-Z][A-Za-z]+\.? ){0,2}[A-Z][A-Z'’-]{2,}(?: [A-Z][A-Z'’-]{2,}){0,2})(?P<asides>(?: \[[^\]\n]{1,40}\])?)"
    r"\.[ \t]+(?=[^\W\d_a-z]|[“\"])(?![^a-z\n]{4,}$)",  # not "STATEMENT OF HON. IDA LUND, CHAIRMAN"
    re.MULTILINE,
)
_TITLED = re.compile(  # "Senator Lund. Thank you.", "The Chairman. …", as those of committees have it
    r"^(?P<name>(?P<title>[A-Z][a-z]+)\.? (?P<held>[A-Z][\w'’-]+))(?P<asides>)\.[ \t]+(?=[^\W\d_a-z]|[“\"])",
    re.MULTILINE,
)
_ARTICLES = ("al-", "el-", "ad-", "an-", "ar-", "as-", "ash-", "at-", "az-")
FEWEST = 3
"""Turns that make a transcript, where it is not one question and its answer."""
_WORDS = 12  # of a label
_LINE = 180  # characters, more than a label and its asides
_NUMBER = re.compile(r" ?#?\d{1,2}$")  # "Journalist 2"
_LITTLE = NAME_JOINTS | word_set("of the for and in on to from at des del las los hon. – — -")
_SMALL = _LITTLE | PEOPLE  # "Presidential spokesman Lund"
_NO_SPEAKER = word_set("""
    note notes source sources date place location time contact update updated photo video image related tags tag by
    caption read more see also summary subject re from to cc sent title headline topic topics location duration
    price email phone address website copyright credit credits editor warning correction transcript
    participants speakers attendees interview podcast episode watch listen live breaking exclusive analysis opinion explainer
""")
QUESTIONS = word_set("q question")
ASKS = QUESTIONS | word_set("reporter journalist interviewer correspondent questioner")
ANSWERS = word_set("a answer")
GUESTS = word_set("guest interviewee respondent")
ENDS = (".", "?", "!", "…", "”", '"', ")")
_BROKEN = (*ENDS, "–", "—", "-", "]")  # "Can I follow up –"


def labels(text: str) -> list[Label]:
    """Return the beginnings of the turns in `text`, in order; [] where it is no transcript."""
    letters = list(_LETTER.finditer(text))
    if not any(match["name"] == "Q" for match in letters):
        letters = [match for match in letters if match[0].strip("*_ ") != "A"]  # "A German minister came."
    found = _known(text, sorted([*_COLON.finditer(text), *letters], key=Label.start))
    found = _without_headings(text, found)
    if _are_turns(text, found):
        return _with_alone(text, found)
    if letters:  # "Q. Will you?", and below it "MR. LUND. No."
        found = _known(text, sorted([*_RECORD.finditer(text), *letters], key=Label.start))
        if _are_turns(text, found):
            return found
    if text.count("\n[") + text.count("\n(") >= FEWEST - 1:
        found = _known(text, list(_BRACKETS.finditer(text)))  # "(Reporter) And then?"
        if _alternate(found) and _are_turns(text, found):
            return found
    short = sum(0 < len(line) < _LINE and line[-1] not in ".?!" for line in text.split("\n"))
    dashes = sum(map(text.count, (" – ", " — ", " - ")))
    for layout in (_ABOVE,) * (short >= FEWEST) + (_DASH,) * (dashes >= FEWEST):  # most texts need no search
        lines = [match for match in layout.finditer(text) if _is_name(match["name"])]
        led = [match for match in lines if match[0].rstrip("*_ \n").endswith(":")]
        found = _without_headings(text, _known(text, led if len(led) >= FEWEST else lines))
        if _alternate(found, _firsts(text, found)) and _are_turns(text, found):
            return found
    found = _known(text, list(_RECORD.finditer(text)))
    if _are_turns(text, found):
        return found
    found = [match for match in _TITLED.finditer(text) if _is_held(match["title"], match["held"])]
    if _alternate(found) and _are_turns(text, found):
        return found
    minutes = _MINUTES.finditer(text) if len(_ENDED.findall(text)) >= FEWEST else ()
    found = [each for each in minutes if _is_speaker(each["name"])]
    return found if len(found) >= FEWEST else []


def _with_alone(text: str, found: list[Label]) -> list[Label]:
    """Return labels with those of the same people that stand on a line of their own: "IDA LUND, HOST:", later "LUND:"."""
    known, more = {*_keys(found)}, [match for match in _ALONE.finditer(text) if _is_speaker(match["name"])]
    alone = [match for match, key in zip(more, _keys(more), strict=True) if key in known]
    return sorted([*found, *alone], key=Label.start)


def _without_headings(text: str, found: list[Label]) -> list[Label]:
    """Return the labels without lines above the first turn, behind which no sentence stands: "Opening Remarks"."""
    said = [first.endswith(_BROKEN) for first in _firsts(text, found)]
    return found[said.index(True) if True in said else 0 :]


def are_labels(names: list[str], firsts: list[str]) -> bool:
    """Tell whether `names` are those of speakers in turn, and `firsts`, what stands beside them, their first words."""
    text = "\n\n".join(f"{name.rstrip(':')}: {said}" for name, said in zip(names, firsts, strict=True))
    found = labels(text)
    return len(found) == len(names) and _alternate(found)


def folded(label: Label) -> str:
    """Return what a label says, case folded, without a number behind it: "journalist" of "Journalist 2"."""
    return _NUMBER.sub("", label["name"].casefold())


def asks(label: Label) -> bool:
    """Tell whether a label stands for somebody who asks, without a name."""
    return folded(label) in ASKS


def initials(name: str) -> str:
    """Return the first letters of a name of several words, "" of another."""
    words = [word for word in name.split() if word not in _SMALL]
    return "".join(word[0] for word in words).upper() if len(words) > 1 else ""


def lowered(word: str) -> str:
    """Return a word in capitals with its first letter alone, and one behind a hyphen: "Lund-Roth" of "LUND-ROTH"."""
    return "-".join(part.capitalize() for part in word.split("-"))


def last_word(name: str) -> str:
    """Return the last word of a name, case folded."""
    return name.casefold().rpartition(" ")[2]


def _is_name(line: str) -> bool:
    """Tell whether a line is written as a name: neither "p.m." nor "STOCK MARKETS."."""
    return line[0].isupper() and line[-1] not in ".,;"


def _known(text: str, found: list[Label]) -> list[Label]:
    """Return those of `found` that name who speaks."""
    found = [match for match in found if _is_speaker(match["name"])]
    whole = [match["name"].partition(",")[0] for match in found if " " in match["name"]]
    lasts = {*map(last_word, whole)}
    short = {initials(name)[-2:] for name in whole}
    counts = Counter(match["name"] for match in found)
    return [
        match
        for match, said in zip(found, _firsts(text, found), strict=True)
        if " " in match["name"]
        or counts[match["name"]] > 1
        or match["name"] in short
        or match["asides"]
        or (said.endswith("?") and len(found) > FEWEST)  # an outlet asks
        or _is_surname(match["name"], lasts, text)
    ]


def _are_turns(text: str, found: list[Label]) -> bool:
    """Tell whether labels are those of a transcript: sentences follow them, and somebody comes back, or is asked."""
    pair = [asks(match) for match in found] == [True, False]
    if len(found) < FEWEST and not pair and not _called_above(text, found) and not _answers(text, found):
        return False
    if _are_findings(text, found):
        return False
    firsts = _firsts(text, found)
    spoken = sum(said.endswith((*_BROKEN, ",")) and (" " in said or len(found) > FEWEST) for said in firsts)
    back = max(Counter(_keys(found)).values()) > 1
    return spoken * 3 >= len(found) * 2 and (back or len(found) < FEWEST or all(map(_is_titled, found)))


def _keys(found: list[Label]) -> list[str]:
    """Return the surname of each label, which is the same wherever somebody comes back."""
    surnames = [last_word(folded(match).partition(",")[0]) for match in found]
    # "The Minister of State (Ida Lund)"
    held = [last_word(match["asides"].strip(" ()[]")) for match in found]
    surnames = [inside if inside in surnames else name for name, inside in zip(surnames, held, strict=True)]
    short = {initials(match["name"])[-2:].casefold(): key for match, key in zip(found, surnames, strict=True)}
    keys = [short.get(key, key) if len(key) == 2 else key for key in surnames]
    # "Secretary General" after "Secretary General Ida Lund"
    names = [folded(match) for match in found]
    begun = {
        name[: at.start()]: key
        for name, key in zip(names, keys, strict=True)
        for at in re.finditer(" ", name)
    }
    return [begun.get(name, key) for name, key in zip(names, keys, strict=True)]


def _called_above(text: str, found: list[Label]) -> bool:
    """Tell whether two labels are of a question, and of an answer by one of whom it or the text before speaks."""
    if len(found) != 2 or not found[0].start():
        return False
    before = text[: found[0].start()].casefold()
    question, (asker, answerer) = _firsts(text, found)[0], _keys(found)
    addressed = answerer in question.casefold()  # "Mayor Lund, do you …?"
    known = answerer in before and (asker in before or found[0]["name"].isupper())
    return question.endswith("?") and (addressed or known)


def _answers(text: str, found: list[Label]) -> bool:
    """Tell whether labels in capitals are of one who answers, as right above each a question stands that has none."""
    if len(found) < len(("first", "second")) or len({*_keys(found)}) > 1 or not found[0]["name"].isupper():
        return False
    return _are_below_questions(text, found)


def _are_below_questions(text: str, found: list[Label]) -> bool:
    return all(text[: match.start()].rstrip().endswith("?") for match in found)


def _are_findings(text: str, found: list[Label]) -> bool:
    """Tell whether labels say what the page answers, as nobody above them is called so: "FALSE: …", "Verdict: …"."""
    if any(" " in match["name"] or _is_titled(match) for match in found) or not _are_below_questions(
        text, found
    ):
        return False
    words = {folded(match) for match in found} - ANSWERS - GUESTS
    before = text[: found[0].start()]
    return not all(_is_named(word, before) for word in words)


def _is_named(surname: str, text: str) -> bool:
    """Tell whether a text names a person of a surname, in full or with a title: "Ida Lund", "Mayor Lund"."""
    for name in re.finditer(rf"([^\W\d_a-z][\w'’-]*)\.? (?i:{re.escape(surname)})\b", text):
        if name[1].casefold() in TITLES or sex_of((name[1].casefold(), surname)):
            return True
    return False


def _alternate(found: list[Label], firsts: Sequence[str] = ()) -> bool:
    """Tell whether several speak in turn, and most labels come back or ask: no headings above paragraphs.

    `firsts` are the first paragraphs behind the labels; an outlet asks by these.
    """
    keys = _keys(found)
    names = Counter(keys)
    asked = [said.endswith("?") for said in firsts] or [False] * len(found)
    often = sum(
        names[key] > 1 or asking or _is_titled(match)
        for key, match, asking in zip(keys, found, asked, strict=True)
    )
    changed = any(one != other for one, other in pairwise(keys))
    people = [
        _is_titled(match) or bool(sex_of(tuple(folded(match).partition(",")[0].split()))) for match in found
    ]
    whole = all(people) and often > 1  # a short talk of people who are named in full each time
    return any(people) and changed and (whole or often * 4 >= len(found) * 3)


def _is_titled(label: Label) -> bool:
    """Tell whether a label says by its words that it is a person's or an asker's: "Mr. LUND", "The PRESIDENT"."""
    words = [word.strip(".,").casefold() for word in label["name"].split()]
    return asks(label) or any(word in TITLES or word in PEOPLE for word in words)


def _is_held(title: str, name: str) -> bool:
    """Tell whether two words are a title and a name, or an article and a title: "Senator Lund", "The Chairman"."""
    titles = [word.casefold() in TITLES or word.casefold() in PEOPLE for word in (title, name)]
    return titles == [title != "The", title == "The"]


def _firsts(text: str, found: list[Label]) -> list[str]:
    """Return the first paragraph behind each label."""
    return [
        text[match.end() : text.find("\n", match.end()) % (len(text) + 1)].rstrip("*_ ") for match in found
    ]


def _is_speaker(label: str) -> bool:
    label = re.sub(RETIRED, "", _NUMBER.sub("", label))
    name, comma, office = label.partition(",")
    words = label.split() if not comma or office.lstrip()[:1].isupper() else name.split()
    if (
        not words
        or len(words) > _WORDS
        or words[0].casefold() == "from"
        or any((said := word.casefold().strip(",.")) in _NO_SPEAKER and said != "from" for word in words[:2])
    ):
        return False
    return all(word[:1].isupper() or word in _SMALL or word.startswith(_ARTICLES) for word in words) or (
        len(words) == 1 and any(letter.isalpha() for letter in label)  # "24.no"
    )


def _is_surname(word: str, lasts: set[str], text: str) -> bool:
    """Tell whether a label of one word stands for a speaker: an office, capitals, a name told in full elsewhere.

    `lasts` are the last words of the labels of several words, case folded.
    """
    if any(word.casefold() in names for names in (ASKS, ANSWERS, PEOPLE)) or (
        word.isupper() and len(word) > 2
    ):
        return True
    return word.casefold() in lasts or bool(re.search(rf"[^\W\d_a-z][\w'’-]+ {re.escape(word)}\b(?!:)", text))

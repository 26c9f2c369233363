"""Transcripts and interviews: each turn is its speaker's direct speech, named at its beginning.

"MR LUND: …", "Question: …", "Q: … A: …", "President of Norland Erik Holm (retranslated): …", "Lund, anchor: …". A text is
read so where at least three paragraphs begin with such names, or a question and its answer do, and what follows them are
sentences; a list of facts ("Date: 2 July") is none.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from tui.reading.quotes.context import read_context
from tui.reading.quotes.word_classes import NAME_JOINTS, PEOPLE, word_set
from tui.reading.result import QuoteSpan

_LABEL = re.compile(
    r"^[*_\[]{0,3}(?P<name>[^\W_][^:\n“”\"?!()]{0,90}?)(?P<asides>(?:\s*\([^()\n]{1,60}\)){0,3})"
    r"\s?\]?:[*_]{0,3}[ \t]+(?=\S)",
    re.MULTILINE,
)
# "Mr. LUND. Thank you.", as the records of parliaments have it
_RECORD = re.compile(
    r"^(?P<name>(?:[A-Z][a-z]+\.? ){0,2}[A-Z][A-Z'’-]{2,}(?: [A-Z][A-Z'’-]{2,}){0,2})(?P<asides>)"
    r"\.[ \t]+(?=[^\W\d_a-z]|[“\"])",
    re.MULTILINE,
)
_FEWEST = 3  # turns
_WORDS = 9  # of a label
_LITTLE = NAME_JOINTS | word_set("of the for and in on to des del las los")
_SMALL = _LITTLE | PEOPLE  # "Presidential spokesman Lund"
_NO_SPEAKER = word_set("""
    note notes source sources date place location time contact update updated photo video image related tags tag by
    caption read more see also summary subject re from to cc sent title headline topic topics location duration
    price email phone address website copyright credit credits editor warning correction
""")
_QUESTIONS = word_set("q question")
_ASKS = _QUESTIONS | word_set("reporter journalist interviewer correspondent")
_ANSWERS = word_set("a answer")
_ASKER = re.compile(
    r"((?:[^\W\d_a-z][\w'’.-]+ ){1,3}[^\W\d_a-z][\w'’-]+), (?:the |from |of )?[^.\n]{2,60}\. "
)
_HOLDER = re.compile(
    r"\(((?:[^\W\d_a-z][\w'’.-]+ ){1,3}[^\W\d_a-z][\w'’-]+)\)"
)  # "Minister of State (Baroness Lund)"
_INTERVIEWEE = re.compile(r"[Ii]nterview(?:ed)?(?: with)? ((?:[^\W\d_a-z][\w'’.-]+ ?){2,6})")
_ENDS = (".", "?", "!", "…", "”", '"', ")")


class Turn(NamedTuple):
    """What somebody says in a transcript: the paragraphs (first and last offset of each), and who says it."""

    paragraphs: tuple[tuple[int, int], ...]
    label: str
    label_start: int
    label_end: int
    speaker: str


def turns(text: str) -> list[Turn]:
    """Return the turns of a transcript, in order; [] where `text` is none."""
    labels = _labels(text)
    asked = [match["name"].casefold() in _ASKS for match in labels]
    pair = asked == [True, False]
    if len(labels) < _FEWEST and not pair:
        return []
    spoken = sum(said.endswith((*_ENDS, ",")) and " " in said for said in _firsts(text, labels))
    speakers = _speakers(labels, text[: labels[0].start()])
    names = [speakers[match["name"]] for match in labels]
    once = Counter(names).most_common(1)[0][1] < 2
    if spoken * 3 < len(labels) * 2 or (once and not pair):
        return []
    found = []
    for number, match in enumerate(labels):
        last = labels[number + 1].start() if number + 1 < len(labels) else len(text)
        asker = _ASKER.match(text, match.end()) if asked[number] else None
        # "Question: Marta Lind, the News Agency. Will you …?"
        speaker = asker[1] if asker else names[number]
        paragraphs = _paragraphs(text, match.end(), last)
        if paragraphs:
            found.append(Turn(paragraphs, match["name"], match.start("name"), match.end("name"), speaker))
    return found


def _labels(text: str) -> list[re.Match[str]]:
    """Return the beginnings of paragraphs that name who speaks in them."""
    labels = [match for match in _LABEL.finditer(text) if _is_speaker(match["name"])]
    labels = labels or [match for match in _RECORD.finditer(text) if _is_speaker(match["name"])]
    lasts = {_last_word(match["name"].partition(",")[0]) for match in labels if " " in match["name"]}
    counts = Counter(match["name"] for match in labels)
    return [
        match
        for match, said in zip(labels, _firsts(text, labels), strict=True)
        if " " in match["name"]
        or counts[match["name"]] > 1
        or (said.endswith("?") and len(labels) > _FEWEST)  # an outlet asks
        or _is_surname(match["name"], lasts, text)
    ]


def _firsts(text: str, labels: list[re.Match[str]]) -> list[str]:
    """Return the first paragraph behind each label."""
    return [text[match.end() : text.find("\n", match.end()) % (len(text) + 1)].rstrip() for match in labels]


def spans(text: str, first_group: int) -> list[QuoteSpan]:
    """Return the turns of a transcript as quotes, a record a paragraph, those of a turn in one group."""
    found = []
    for group, turn in enumerate(turns(text), first_group):
        for start, end in turn.paragraphs:
            found.append(
                QuoteSpan(
                    start=start,
                    end=end,
                    text=text[start:end],
                    kind="direct",
                    group=group,
                    speaker_text=turn.label,
                    speaker_start=turn.label_start,
                    speaker_end=turn.label_end,
                    entity=turn.speaker,
                    cue_text=":",
                    why="named at the beginning of the turn",
                    confidence=0.95,
                    polarity="asked" if turn.label.casefold() in _ASKS else "",
                )
            )
    return found


def _is_speaker(label: str) -> bool:
    name, comma, office = label.partition(",")
    words = label.split() if not comma or office.lstrip()[:1].isupper() else name.split()
    if (
        not words
        or len(words) > _WORDS
        or any(word.casefold().strip(",.") in _NO_SPEAKER for word in words[:2])
    ):
        return False
    return all(word[:1].isupper() or word in _SMALL for word in words) or (
        len(words) == 1 and any(letter.isalpha() for letter in label)  # "24.no"
    )


def _is_surname(word: str, lasts: set[str], text: str) -> bool:
    """Tell whether a label of one word stands for a speaker: an office, capitals, a name told in full elsewhere.

    `lasts` are the last words of the labels of several words, case folded.
    """
    if word.casefold() in _ASKS | _ANSWERS | PEOPLE or (word.isupper() and len(word) > 2):
        return True
    return word.casefold() in lasts or bool(re.search(rf"[^\W\d_a-z][\w'’-]+ {re.escape(word)}\b(?!:)", text))


def _name(label: re.Match[str], before: str) -> str:
    """Return whom a label names: the name in it, without its titles; in capitals, as names are written."""
    name = label["name"]
    folded = name.casefold()
    if folded in _ASKS:
        if "interview" in (before + folded).casefold():
            return "the interviewer"
        return "a reporter" if folded in _QUESTIONS else f"a {folded}"
    if folded in _ANSWERS:
        told = _INTERVIEWEE.search(before)
        return _named(told[1]) if told else "the interviewee"
    if _is_office(name):
        held = _HOLDER.search(label["asides"])
        bare = folded.removeprefix("the ")
        return held[1] if held else _held(bare, before) or bare.title()
    return _named(name)


def _named(label: str) -> str:
    """Return the name in a label, without its titles."""
    label = label.partition(",")[0]  # "IDA LUND, HOST"
    words = label.split()
    if words[-1].isupper():
        label = " ".join(word.title() if word.isupper() and "/" not in word else word for word in words)
    context = read_context(f"{label} said.")
    names = [entity.name for entity in context.entities if len(entity.name) > 1]
    return names[-1] if names else label


def _is_office(label: str) -> bool:
    """Tell whether a label is an office alone: "THE PRIME MINISTER", "Moderator", "The Minister of State, Home Office"."""
    words = label.casefold().partition(",")[0].split()
    return words[-1] in PEOPLE or words[:1] == ["the"]


def _held(office: str, before: str) -> str:
    """Return the one who bears an office in the text `before` a transcript, "" where nobody or several do."""
    bearer = rf"\b(?i:{re.escape(office)}) ((?:[^\W\d_a-z][\w'’-]+ ?){{2,4}})"
    found = {match[1].strip() for match in re.finditer(bearer, before)}
    return found.pop() if len(found) == 1 else ""


def _last_word(name: str) -> str:
    return name.casefold().rpartition(" ")[2]


def _speakers(labels: list[re.Match[str]], before: str) -> dict[str, str]:
    """Return whom each label names, in full where another label, or the text `before`, gives a surname's full name."""
    answered = any(label["name"].casefold() in _ANSWERS for label in labels)
    called = {label["name"]: _name(label, before + " interview" * answered) for label in labels}
    alike: dict[str, set[str]] = {}
    for name in called.values():
        alike.setdefault(_last_word(name), set()).add(name)
    return {
        label: _full(name, alike[_last_word(name)].union(_told(name, before)))
        for label, name in called.items()
    }


def _full(name: str, alike: set[str]) -> str:
    """Return the longest of the names that end alike where it has the words of all of them, else `name`."""
    longest = max(sorted(alike), key=len)
    words = set(longest.casefold().split())
    return longest if all(set(other.casefold().split()) <= words for other in alike) else name


def _told(surname: str, before: str) -> list[str]:
    """Return the full name that stands before a transcript for a surname in it, [] where there is none."""
    if " " in surname:
        return []
    told = re.search(rf"[^\W\d_a-z][\w'’-]+ {re.escape(surname)}\b", before)
    return [told[0]] if told else []


def _paragraphs(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    found = []
    for match in re.finditer(r"\S[^\n]*", text[start:end]):
        words = match[0].rstrip()
        if words.endswith((*_ENDS, ",", ":", ";")) or len(words.split()) > 3:
            found.append((start + match.start(), start + match.start() + len(words)))
    return tuple(found)
